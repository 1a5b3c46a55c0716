// Every page in every state and width: nothing for axe to find, nothing wider than the window.
import assert from "node:assert/strict";
import { accessibilityProblems, overflowProblems } from "../harness/axe.mjs";
import { area } from "../harness/catalogue.mjs";
import { fillWithExample, makeErrors, openWhole, PAGES } from "../harness/states.mjs";
import { AppPage } from "../pages/app.mjs";
import { HomePage } from "../pages/home.mjs";
import { StaffPage } from "../pages/staff.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";

async function problemsOf(page, name) {
  const found = [...(await accessibilityProblems(page)), ...(await overflowProblems(page))];
  return found.map((problem) => `${name}: ${problem}`);
}

async function checkPages(page, url, pages, options) {
  const app = new AppPage(page, url);
  const problems = [];
  for (const [name, hash] of Object.entries(pages)) {
    await openWhole(app, hash, options);
    problems.push(...(await problemsOf(page, name)));
  }
  return problems;
}

async function emptyPages({ page, url }) {
  assert.deepEqual(await checkPages(page, url, PAGES), []);
}

async function filledPages({ page, url }) {
  await fillWithExample(page, url);
  assert.deepEqual(await checkPages(page, url, PAGES, { charts: true }), []);
}

async function pagesWithErrors({ page, url, root }) {
  const pages = await makeErrors({ page, url, root });
  assert.deepEqual(await checkPages(page, url, pages), []);
}

/** What only shows after a click: help, details, the bulk form, a spread, dialogs. */
async function openedParts({ page, url, root }) {
  const problems = [];
  const note = async (name) => problems.push(...(await problemsOf(page, name)));
  const survey = new SurveyAreaPage(page, url);
  const [first, second] = (await area(root, "E04")).activities;
  await survey.openArea("E04");
  await survey.helpButton(first.title).click();
  await survey.table.getByText(/^Besvares af: /).waitFor();
  await survey.openDetails(second.title);
  await survey.choice(second.title, "Hvem løser sagerne?", "Central").check();
  await survey.isSaved();
  await survey.typeShares(second.title, { "Inst.": "40", Central: "60" });
  await survey.fillButton.click();
  await survey.fillForm.waitFor();
  await note("help, details and bulk form");

  const staff = new StaffPage(page, url);
  await fillWithExample(page, url);
  await staff.goTo("Bemanding");
  await staff.main.getByRole("button", { name: /^Fordel / }).first().click();
  await staff.main.getByRole("group", { name: /^Fordeling på områder/ }).waitFor();
  await note("spread of a team");

  const home = new HomePage(page, url);
  await home.open("#/");
  await home.askToDeleteEverything();
  await note("dialog before deleting");
  await page.keyboard.press("Escape");
  await home.deletion.waitFor({ state: "hidden" });
  await home.leaveExample();
  await survey.openArea("E09");
  await survey.answer("Sager om bevillinger", "Central", "Fuldt", "Delvist");
  await home.open("#/");
  await home.askToStartAfresh();
  await note("dialog before starting afresh");
  assert.deepEqual(problems, []);
}

async function fitsNarrowWindow({ page, url }) {
  const problems = [];
  const app = new AppPage(page, url);
  const look = async (state) => {
    for (const [name, hash] of Object.entries(PAGES)) {
      await openWhole(app, hash);
      problems.push(...(await overflowProblems(page)).map((problem) => `${state} ${name}: ${problem}`));
    }
  };
  await look("empty");
  await fillWithExample(page, url);
  await look("filled");
  assert.deepEqual(problems, []);
}

const STATES = [
  ["every page, empty,", emptyPages],
  ["every page, filled,", filledPages],
  ["every page with errors", pagesWithErrors],
  ["what opens on a page", openedParts],
];

export const tests = [
  ...STATES.flatMap(([what, run]) =>
    [1280, 360].map((width) => ({ name: `${what} is accessible at ${width} px`, run, width })),
  ),
  { name: "every page fits a window of 320 px", run: fitsNarrowWindow, width: 320 },
];
