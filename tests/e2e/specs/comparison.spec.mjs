// A real survey beside KLK's means of 2017 and beside invented municipalities.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { DIMENSIONS, published, signed } from "../harness/published.mjs";
import { until } from "../harness/until.mjs";
import { ComparisonPage } from "../pages/comparison.mjs";
import { HomePage } from "../pages/home.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";

const TITLES = ["Økonomi og regnskab", "Løn og personale"];
const CAUTION = "Derfor vises hverken rang eller potentiale.";
const OWN = { centralisation: 2, process: 0.5, solution: 1 };

async function answerOneArea({ page, url, root }) {
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  for (const { title } of (await area(root, "E09")).activities) {
    await survey.answer(title, "Fagforvaltning", "Fuldt", "Delvist");
  }
  await survey.scoresAre("2,0", "0,5", "1,0", "5 af 5");
  await survey.isSaved();
  return survey;
}

async function isLabelled(comparison, label) {
  for (const title of TITLES) {
    await until(`the table of ${title} says ${label}`, async () =>
      assert.deepEqual((await comparison.read(title)).badges, [label]),
    );
  }
  for (const chart of await comparison.charts.all()) {
    await chart.locator("figcaption").getByText(label, { exact: true }).waitFor();
  }
}

async function orientationOnly(given) {
  const survey = await answerOneArea(given);
  assert.match((await survey.scores())["Orientering: KLK 2017"], /^\d,\d · \d,\d · \d,\d/);
  await survey.goTo("Sammenligning");
  const comparison = new ComparisonPage(given.page, given.url);
  await comparison.main.getByText(/Orientering: KLK 2017, målt med et andet katalog/).waitFor();
  assert.ok(await comparison.host.isChecked());
  await isLabelled(comparison, "Orientering");
  const text = (await comparison.main.innerText()).replace(CAUTION, "");
  assert.ok(!/\brang|rangering|potential|potentiale/i.test(text), "no rank and no potential");

  const { E } = await published();
  const table = await comparison.read(TITLES[0]);
  const printed = E.areas.find((row) => row.area === "E09");
  const row = table.rows.find((one) => one.href === "#/overblik/E09");
  for (const [column, key] of Object.entries(DIMENSIONS)) {
    const expected = Math.round((OWN[key] - printed[key].group_mean) * 10) / 10;
    assert.equal(row.cells[column], signed(expected), column);
  }
  const unanswered = table.rows.find((one) => one.href === "#/overblik/E01");
  assert.deepEqual(Object.values(unanswered.cells), ["–", "–", "–"]);
}

async function modelSaysWhatItIs(given) {
  const survey = await answerOneArea(given);
  await survey.goTo("Sammenligning");
  const comparison = new ComparisonPage(given.page, given.url);
  await comparison.model.check();
  await comparison.main
    .getByText("Gruppen er opfundet. Afvigelserne siger intet om jeres kommune og kan ikke bruges i en sag.")
    .waitFor();
  await isLabelled(comparison, "Modeldata");
  await comparison.chartIsDrawn(TITLES[0], "Økonomisk sagsfremstilling", 11);
  await survey.openArea("E09");
  const scores = await survey.scores();
  assert.ok(!Object.keys(scores).some((name) => /Modeldata|Gruppen/.test(name)), "nothing invented beside a real score");
  await comparison.open("#/sammenligning");
  await comparison.host.check();
  await isLabelled(comparison, "Orientering");
}

async function provisionalHasNoDeviation({ page, url, root }) {
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  const [first, second] = (await area(root, "E09")).activities;
  for (const { title } of [first, second]) await survey.answer(title, "Central", "Fuldt", "Fuldt");
  await survey.goTo("Sammenligning");
  const comparison = new ComparisonPage(page, url);
  await comparison.main.getByRole("heading", { name: "Der er ikke svar nok endnu" }).waitFor();
  const row = (await comparison.read(TITLES[0])).rows.find((one) => one.href === "#/overblik/E09");
  assert.match(row.head, /foreløbig$/);
  assert.deepEqual(Object.values(row.cells), ["–", "–", "–"]);
}

/** What the example is compared with is not carried over to a real survey. */
async function modelStaysWithTheExample(given) {
  await answerOneArea(given);
  const home = new HomePage(given.page, given.url);
  await home.open("#/");
  await home.openExample();
  await home.goTo("Sammenligning");
  const comparison = new ComparisonPage(given.page, given.url);
  await comparison.host.check();
  await comparison.model.check();
  await isLabelled(comparison, "Modeldata");
  await home.leaveExample();
  assert.ok(await comparison.host.isChecked());
  await isLabelled(comparison, "Orientering");
}

export const tests = [
  { name: "invented municipalities chosen for the example do not follow to a real survey", run: modelStaysWithTheExample },
  { name: "a real survey stands beside KLK's means as orientation, without rank and potential", run: orientationOnly },
  { name: "a real survey beside model data is marked as such everywhere", run: modelSaysWhatItIs },
  { name: "an area with under 60 percent answered has no deviation", run: provisionalHasNoDeviation },
];
