// Browsers that keep less: without a database, and without anything.
import assert from "node:assert/strict";
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

export const tests = [
  { name: "without a database a banner says so and answers survive a reload", run: withoutDatabase(MISSING) },
  { name: "where the database refuses to open answers survive a reload", run: withoutDatabase(REFUSED) },
  { name: "where the database fails to open answers survive a reload", run: withoutDatabase(FAILING) },
  { name: "without any store a banner says that nothing is saved", run: withoutAnything },
  { name: "the database alone is enough", run: onlyTheDatabase },
];
