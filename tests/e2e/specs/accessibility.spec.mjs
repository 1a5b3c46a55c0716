// Every page in every state and width: nothing for axe to find, nothing wider than the window.
import assert from "node:assert/strict";
import { accessibilityProblems, overflowProblems } from "../harness/axe.mjs";
import { area } from "../harness/catalogue.mjs";
import { file, fixture, saveAsDownloads } from "../harness/files.mjs";
import { fillWithExample, fillWithPlan, makeErrors, openWhole, PAGES, PLANNED } from "../harness/states.mjs";
import { withPassword } from "../harness/workbook.mjs";
import { AppPage } from "../pages/app.mjs";
import { FilesPage } from "../pages/files.mjs";
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

async function plannedPages({ page, url, root }) {
  await fillWithPlan({ page, url, root });
  assert.deepEqual(await checkPages(page, url, PLANNED, { charts: true }), []);
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

/** Files that wait, a preview with what cannot be read, what was done, what failed, and backups. */
async function filesInEveryState({ context, page, url }) {
  await saveAsDownloads(context);
  const problems = [];
  const note = async (name) => problems.push(...(await problemsOf(page, name)));
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  await survey.answer("Sager om bevillinger", "Central", "Fuldt", "Delvist");
  await survey.isSaved();
  const files = new FilesPage(page, url);
  await files.openFiles();
  await files.excel.getByText("Vælg områder og indhold").click();
  const workbook = await fixture("excel/unreadable-words.xlsx");
  const full = await fixture("v1-full.kommunebenchmark.json");
  await files.hand(full, workbook, file("andet.json", "{}"));
  await note("files that wait, and the areas of a form");
  await files.choose(workbook.name, "Se, hvad der ændres");
  await files.preview.unread.waitFor();
  await note("a preview with cells that cannot be read");
  await files.preview.take.click();
  await files.preview.says("1 ændring er overført");
  await note("what was done");
  await files.hand(withPassword("kode.xlsx"));
  await files.choose("kode.xlsx", "Se, hvad der ændres");
  await files.preview.errors.waitFor();
  await note("what failed");
  await files.hand(full);
  await files.choose(full.name, "Åbn i stedet for det, der er her");
  await files.backups.waitFor();
  await note("a backup");

  await survey.openArea("E01");
  await survey.tools.getByRole("button", { name: "Indsæt fra regneark …" }).click();
  await survey.page.getByLabel("Indsæt celler fra et regneark").fill("E01.01\tEksternt\tmåske\nE01.02\tCentral");
  await note("the field for a block");
  await survey.page.getByRole("button", { name: "Se, hvad der ændres" }).click();
  await files.preview.unread.waitFor();
  await note("a preview beside the table");
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
  ["every page of a plan", plannedPages],
  ["every page with errors", pagesWithErrors],
  ["what opens on a page", openedParts],
  ["what comes of files", filesInEveryState],
];

export const tests = [
  ...STATES.flatMap(([what, run]) =>
    [1280, 360].map((width) => ({ name: `${what} is accessible at ${width} px`, run, width })),
  ),
  { name: "every page fits a window of 320 px", run: fitsNarrowWindow, width: 320 },
];
