// Browsers that keep less: without a database, and without anything.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { area } from "../harness/catalogue.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";

const MISSING = () => Object.defineProperty(window, "indexedDB", { value: undefined });

const REFUSED = () => {
  IDBFactory.prototype.open = () => {
    throw new DOMException("refused", "SecurityError");
  };
};

// The refusal comes later, as in a private window of some browsers.
const FAILING = () => {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...given) {
    const request = open.apply(this, given);
    request.addEventListener("upgradeneeded", () => request.transaction.abort());
    return request;
  };
};

const NO_LOCAL_STORAGE = () =>
  Object.defineProperty(window, "localStorage", {
    get() {
      throw new DOMException("refused", "SecurityError");
    },
  });

async function open({ context, page, url, root }, scripts) {
  for (const script of scripts) await context.addInitScript(script);
  const titles = (await area(root, "E09")).activities.map((one) => one.title);
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  return { survey, titles };
}

function withoutDatabase(script) {
  return async (given) => {
    const { survey, titles } = await open(given, [script]);
    await survey.answer(titles[0], "Central", "Fuldt", "Delvist");
    await survey.answer(titles[3], "Eksternt", null, null);
    await survey.banner(/nedbrud kan koste/).waitFor();
    assert.equal(await survey.statusText(), "Gemt, men ikke sikret mod nedbrud");
    const answers = await survey.answers();
    assert.equal(Object.keys(answers).length, 4);
    await survey.reload();
    await survey.answersAre(answers);
    await survey.banner(/nedbrud kan koste/).waitFor();
  };
}

async function withoutAnything(given) {
  const { survey, titles } = await open(given, [MISSING, NO_LOCAL_STORAGE]);
  await survey.answer(titles[0], "Central", "Fuldt", "Delvist");
  await survey.banner("Svarene er ikke gemt").waitFor();
  assert.equal(await survey.statusText(), "Ikke gemt");
  assert.equal(Object.keys(await survey.answers()).length, 3, "the answers stay on the page");
}

async function onlyTheDatabase(given) {
  const { survey, titles } = await open(given, [NO_LOCAL_STORAGE]);
  await survey.answer(titles[0], "Central", "Fuldt", "Delvist");
  await survey.isSaved();
  const answers = await survey.answers();
  await survey.reload();
  await survey.answersAre(answers);
}

/** A database that takes no more, as on a full disk: nothing that was entered is lost. */
async function failingWrites(given) {
  const { survey, titles } = await open(given, []);
  await survey.answer(titles[0], "Central", "Fuldt", "Delvist");
  await survey.isSaved();
  await given.page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await survey.answer(titles[1], "Eksternt", null, null);
  await survey.banner("Svarene er ikke gemt").waitFor();
  const answers = await survey.answers();
  given.page.on("dialog", (dialog) => dialog.accept());
  await given.page.reload();
  await survey.answersAre(answers);
  await survey.isSaved();
}

/** What cannot be read is left alone, and can be saved as it is. */
async function unreadable(given) {
  const { survey, titles } = await open(given, []);
  await survey.answer(titles[0], "Central", "Fuldt", "Delvist");
  await survey.isSaved();
  await given.page.evaluate(async () => {
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open("kommunebenchmark");
      Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject });
    });
    const transaction = database.transaction("journal", "readwrite");
    transaction.objectStore("journal").put('{"of_the_future":1}', ["own", 99]);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  });
  await given.page.reload();
  await given.page.getByRole("heading", { name: "Besvarelsen kunne ikke åbnes" }).waitFor();
  const [download] = await Promise.all([
    given.page.waitForEvent("download"),
    given.page.getByRole("button", { name: "Gem det, der er gemt, som fil" }).click(),
  ]);
  assert.match(await readFile(await download.path(), "utf8"), /of_the_future/);
}

export const tests = [
  { name: "without a database a banner says so and answers survive a reload", run: withoutDatabase(MISSING) },
  { name: "where the database refuses to open answers survive a reload", run: withoutDatabase(REFUSED) },
  { name: "where the database fails to open answers survive a reload", run: withoutDatabase(FAILING) },
  { name: "without any store a banner says that nothing is saved", run: withoutAnything },
  { name: "answers that the database refused are there after a reload", run: failingWrites },
  { name: "a survey that cannot be read is left alone and can be saved as it is", run: unreadable },
  { name: "the database alone is enough", run: onlyTheDatabase },
];
