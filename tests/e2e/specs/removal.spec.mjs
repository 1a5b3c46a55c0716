// Starting afresh can be undone; deleting everything cannot, so both ask first.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { isFocused } from "../harness/keyboard.mjs";
import { storedText } from "../harness/stores.mjs";
import { until } from "../harness/until.mjs";
import { HomePage } from "../pages/home.mjs";
import { MunicipalityPage } from "../pages/municipality.mjs";
import { LEVEL, SurveyAreaPage } from "../pages/survey-area.mjs";

async function begin({ page, url, root }) {
  const [{ title }] = (await area(root, "E09")).activities;
  const profile = new MunicipalityPage(page, url);
  const survey = new SurveyAreaPage(page, url);
  const home = new HomePage(page, url);
  await profile.open("#/kommune");
  await profile.municipality.selectOption({ label: "Varde" });
  await survey.openArea("E09");
  await survey.choice(title, LEVEL, "Central").check();
  await survey.isSaved();
  await home.open("#/");
  await home.isAt("Velkommen tilbage");
  return { home, profile, survey, answers: { [`${LEVEL} ${title}`]: "Central" } };
}

async function startingAfreshIsUndoable(given) {
  const { home, profile, survey, answers } = await begin(given);
  await home.askToStartAfresh();
  await until("the harmless answer has focus", async () =>
    assert.ok(await isFocused(home.answer(home.afresh, "Annullér"))),
  );
  await home.answer(home.afresh, "Annullér").click();
  await home.isAt("Velkommen tilbage");
  await home.askToStartAfresh();
  await home.answer(home.afresh, "Begynd forfra").click();
  await home.isWelcome();
  await survey.openArea("E09");
  await survey.answersAre({});
  await survey.undo.click();
  await survey.answersAre(answers);
  await survey.redo.click();
  await survey.answersAre({});
  await survey.undo.click();
  await survey.isSaved();
  await survey.reload();
  await survey.answersAre(answers);
  await survey.goTo("Kommune");
  assert.equal(await profile.municipality.locator("option:checked").innerText(), "Varde");
}

async function deletingTakesBothSurveys(given) {
  const { home, survey } = await begin(given);
  await home.openExample();
  await survey.openArea("E09");
  const original = await survey.answers();
  const [cell] = Object.keys(original);
  const other = original[cell] === "Institution" ? "Central" : "Institution";
  await survey.table.getByRole("group", { name: cell, exact: true }).getByRole("radio", { name: other }).check();
  await survey.isSaved();

  await home.open("#/");
  await home.askToDeleteEverything();
  await given.page.keyboard.press("Escape");
  await home.deletion.waitFor({ state: "hidden" });
  await home.askToDeleteEverything();
  await home.answer(home.deletion, "Slet alt").click();
  await home.isWelcome();
  await home.reload();
  await home.isWelcome();
  await survey.openArea("E09");
  await survey.answersAre({});
  await home.open("#/");
  await home.openExample();
  await survey.openArea("E09");
  await survey.answersAre(original);
}

async function nothingIsLeftInTheBrowser(given) {
  const { home } = await begin(given);
  await home.reload();
  await home.askToDeleteEverything();
  await home.answer(home.deletion, "Slet alt").click();
  await home.isWelcome();
  await home.reload();
  await home.isWelcome();
  await isForgotten(given.page);
}

/** A tab that still shows the survey must not write it once more. */
async function noOtherTabBringsItBack(given) {
  const { home } = await begin(given);
  const other = new MunicipalityPage(await given.context.newPage(), given.url);
  await other.open("#/kommune");
  assert.equal(await other.municipality.locator("option:checked").innerText(), "Varde");
  await home.page.bringToFront();
  await home.askToDeleteEverything();
  await home.answer(home.deletion, "Slet alt").click();
  await home.isWelcome();
  await until("the other tab follows", async () =>
    assert.notEqual(await other.municipality.locator("option:checked").innerText(), "Varde"),
  );
  await isForgotten(given.page);
  await other.page.close();
  await isForgotten(given.page);
  await home.reload();
  await home.isWelcome();
  await isForgotten(given.page);
}

async function isForgotten(page) {
  const left = await storedText(page);
  assert.ok(!/Varde|E09\.01|central/i.test(left), `still stored: ${left.slice(0, 300)}`);
}

/** The example can be changed and brought back; the own survey is not touched. */
async function exampleIsRestored(given) {
  const { home, survey, answers } = await begin(given);
  await home.openExample();
  await survey.openArea("E09");
  const [{ title }] = (await area(given.root, "E09")).activities;
  const original = await survey.answers();
  await survey.choice(title, LEVEL, "Institution").check();
  await survey.isSaved();
  await home.open("#/");
  await home.main.getByRole("button", { name: "Gendan X Kommune" }).click();
  await survey.openArea("E09");
  await survey.answersAre(original);
  await home.leaveExample();
  await survey.openArea("E09");
  await survey.answersAre(answers);
}

export const tests = [
  { name: "X Kommune is brought back as it was delivered", run: exampleIsRestored },
  { name: "starting afresh asks first and can be undone", run: startingAfreshIsUndoable },
  { name: "deleting everything asks first and takes both surveys away", run: deletingTakesBothSurveys },
  { name: "after deleting nothing is left in any store", run: nothingIsLeftInTheBrowser },
  { name: "after deleting no other tab brings anything back", run: noOtherTabBringsItBack },
];
