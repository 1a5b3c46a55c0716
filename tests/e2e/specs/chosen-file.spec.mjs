// A file that the user chooses is written, and written again, where the browser can.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { content, fixture } from "../harness/files.mjs";
import { until } from "../harness/until.mjs";
import { FilesPage } from "../pages/files.mjs";
import { HomePage } from "../pages/home.mjs";
import { LEVEL, SurveyAreaPage } from "../pages/survey-area.mjs";

const FULL = "v1-full.kommunebenchmark.json";

// In the page, before the app starts: the picker gives real handles of the origin's own folder.
function stubPicker() {
  window.picked = [];
  window.pickerAnswers = null;
  window.showSaveFilePicker = async ({ suggestedName }) => {
    window.picked.push(suggestedName);
    if (window.pickerAnswers === "cancelled") throw new DOMException("The user aborted a request.", "AbortError");
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle(suggestedName, { create: true });
    if (window.pickerAnswers === "locked") {
      handle.createWritable = async () => {
        throw new DOMException("locked by another program", "NoModificationAllowedError");
      };
    }
    return handle;
  };
}

async function written(page, name) {
  const text = await page.evaluate(async (wanted) => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle(wanted)).getFile()).text();
  }, name);
  return content({ buffer: text });
}

async function beginWithPicker(given) {
  const { context, page, url, root } = given;
  await context.addInitScript(stubPicker);
  const downloads = [];
  page.on("download", (download) => downloads.push(download.suggestedFilename()));
  const [{ id, title }] = (await area(root, "E09")).activities;
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  await survey.answer(title, "Central", null, null);
  await survey.isSaved();
  const files = new FilesPage(page, url);
  await files.goTo("Filer");
  return { files, survey, downloads, id, title };
}

async function writesToTheSameFile(given) {
  const { files, survey, downloads, id, title } = await beginWithPicker(given);
  const { page } = given;
  assert.equal(await files.saveAgain.count(), 0);
  await files.saveButton.click();
  const [name] = await page.evaluate(() => window.picked);
  await files.preview.says(`Gemt i ${name}.`);
  const organisation = async () => (await written(page, name)).rounds[0].answers.central[id].organisation;
  assert.equal(await organisation(), "central");

  await files.goTo("Skema");
  await page.goto(`${given.url}#/skema/E09`);
  await survey.choice(title, LEVEL, "Eksternt").check();
  await survey.isSaved();
  await files.goTo("Filer");
  assert.equal(await organisation(), "central", "the file is written only when it is asked for");
  await files.button(`Gem igen i ${name}`).click();
  await until("the file is written again", async () => assert.equal(await organisation(), "external"));
  assert.equal((await page.evaluate(() => window.picked)).length, 1, "no second question");
  assert.deepEqual(downloads, []);
}

/** The known file belongs to the survey that was saved to it, not to the next one. */
async function forgetsTheFileOfAnother(given) {
  const { files } = await beginWithPicker(given);
  const { page } = given;
  const saveOwn = async () => {
    await files.saveButton.click();
    await files.preview.says(/^Gemt i /);
    await files.saveAgain.waitFor();
  };
  const isForgotten = async (after) => {
    await files.openFiles();
    await until(`the file is forgotten after ${after}`, async () => assert.equal(await files.saveAgain.count(), 0), 3000);
  };
  await saveOwn();
  await files.hand(await fixture(FULL));
  await files.choose(FULL, "Åbn i stedet for det, der er her");
  await files.preview.says("Filen er åbnet.");
  await isForgotten("opening another survey");

  await saveOwn();
  await files.backups.getByRole("button", { name: "Gendan" }).first().click();
  await files.preview.says("Sikkerhedskopien er gendannet.");
  await isForgotten("restoring a backup");

  await saveOwn();
  const home = new HomePage(page, given.url);
  await home.open("#/");
  await home.openExample();
  await isForgotten("switching to the example");
}

async function cancellingKeepsTheKnownFile(given) {
  const { files } = await beginWithPicker(given);
  await files.saveButton.click();
  await files.saveAgain.waitFor();
  await given.page.evaluate(() => (window.pickerAnswers = "cancelled"));
  await files.saveButton.click();
  await until("the picker was asked again", async () => assert.equal((await given.page.evaluate(() => window.picked)).length, 2));
  await until("nothing is going on", async () => assert.equal((await files.preview.done.innerText()).trim(), ""));
  await files.saveAgain.waitFor();
}

async function cancellingSaysNothing(given) {
  const { files, downloads } = await beginWithPicker(given);
  await given.page.evaluate(() => (window.pickerAnswers = "cancelled"));
  await files.saveButton.click();
  await until("the picker was asked", async () => assert.equal((await given.page.evaluate(() => window.picked)).length, 1));
  await until("nothing is going on", async () => assert.equal((await files.preview.done.innerText()).trim(), ""));
  assert.equal(await files.preview.errors.count(), 0);
  assert.equal(await files.saveAgain.count(), 0);
  assert.deepEqual(downloads, []);
}

async function failureIsSaid(given) {
  const { files } = await beginWithPicker(given);
  await given.page.evaluate(() => (window.pickerAnswers = "locked"));
  await files.saveButton.click();
  await files.preview.errors.getByText(/kommunebenchmark\.json.*locked by another program.*åben i et andet program/).waitFor();
  await given.page.evaluate(() => (window.pickerAnswers = null));
  await files.saveButton.click();
  await files.preview.says(/^Gemt i /);
  assert.equal(await files.preview.errors.count(), 0, "the error is gone when it works");
}

export const tests = [
  { name: "a chosen file is written again without a question", run: writesToTheSameFile },
  { name: "the chosen file is forgotten when another survey takes the place", run: forgetsTheFileOfAnother },
  { name: "a cancelled picker leaves the known file known", run: cancellingKeepsTheKnownFile },
  { name: "a cancelled picker says nothing", run: cancellingSaysNothing },
  { name: "a file that cannot be written is an error, and the next try works", run: failureIsSaid },
];
