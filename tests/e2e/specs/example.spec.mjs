// "Prøv med X Kommune" shows every figure that KLK printed.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { DIMENSIONS, danish, published, signed } from "../harness/published.mjs";
import { until } from "../harness/until.mjs";
import { ComparisonPage } from "../pages/comparison.mjs";
import { HomePage } from "../pages/home.mjs";
import { OverviewPage } from "../pages/overview.mjs";
import { LEVEL, PROCESS, SOLUTION, SurveyAreaPage } from "../pages/survey-area.mjs";

const TITLES = { E: "Økonomi og regnskab", P: "Løn og personale" };

/** Compares a table with what is printed; `figure` picks and writes one figure. */
function differences(table, domain, figure) {
  const lines = [];
  const compare = (row, expected) => {
    for (const [column, key] of Object.entries(DIMENSIONS)) {
      const wanted = figure(expected[key]);
      if (row?.cells[column] !== wanted) lines.push(`${expected.area} ${column}: ${row?.cells[column]}, printed ${wanted}`);
    }
  };
  assert.equal(table.rows.length, domain.areas.length, "number of rows");
  for (const [index, expected] of domain.areas.entries()) {
    assert.equal(table.rows[index].href, `#/overblik/${expected.area}`, "the areas stand in KLK's order");
    compare(table.rows[index], expected);
  }
  const total = table.totals.find((row) => row.head === "Samlet");
  compare(total, domain.total);
  return lines;
}

function isWellMarkedUp(table) {
  for (const column of Object.keys(DIMENSIONS)) assert.ok(table.columns.includes(column), `column ${column}`);
  for (const row of [...table.rows, ...table.totals]) assert.equal(row.scope, "row", `${row.head} is a row heading`);
}

async function scoresAsPrinted({ page, url }) {
  const home = new HomePage(page, url);
  await home.open();
  await home.openExample();
  const overview = new OverviewPage(page, url);
  const printed = await published();
  const wrong = [];
  for (const domain of ["E", "P"]) {
    const table = await overview.read(TITLES[domain]);
    isWellMarkedUp(table);
    wrong.push(...differences(table, printed[domain], (figure) => danish(figure.score)));
  }
  assert.deepEqual(wrong, []);
}

async function deviationsAsPrinted({ page, url }) {
  const home = new HomePage(page, url);
  await home.open();
  await home.openExample();
  await home.goTo("Sammenligning");
  const comparison = new ComparisonPage(page, url);
  assert.ok(await comparison.model.isChecked(), "the example stands beside the model");
  await comparison.main.getByText(/Både X Kommune og gruppen er opfundet/).waitFor();
  const printed = await published();
  const wrong = [];
  for (const domain of ["E", "P"]) {
    await comparison.table(TITLES[domain]).waitFor();
    const table = await comparison.read(TITLES[domain]);
    isWellMarkedUp(table);
    assert.deepEqual(table.columns, ["Område", ...Object.keys(DIMENSIONS)]);
    assert.deepEqual(table.badges, ["Modeldata"]);
    assert.match(table.caption, /n = 40/);
    wrong.push(...differences(table, printed[domain], (figure) => signed(figure.deviation)));
  }
  assert.deepEqual(wrong, []);
  const text = await comparison.main.innerText();
  assert.ok(!/[+(\s]-\d/.test(text), "a negative number has a real minus");
  assert.equal(await comparison.charts.count(), 4);
  for (const [domain, first] of [["E", "Budgetlægning"], ["P", "Rekruttering"]]) {
    await comparison.chartIsDrawn(TITLES[domain], first, printed[domain].areas.length);
  }
  for (const chart of await comparison.charts.all()) assert.match(await chart.innerText(), /Modeldata/);
}

async function scoreLeadsToItsAnswers({ page, url, root }) {
  const home = new HomePage(page, url);
  await home.open();
  await home.openExample();
  const { title, activities } = await area(root, "E04");
  await home.main.getByRole("link", { name: title }).click();
  await home.isAt(title);
  const overview = new OverviewPage(page, url);
  const table = await overview.read("Svar og værdier");
  assert.deepEqual(table.rows.map((row) => row.head.replace(/ masseproces$/, "")), activities.map((one) => one.title));
  const [sum, score] = table.totals;
  for (const column of Object.keys(DIMENSIONS)) {
    const number = (text) => Number(text.replace(".", "").replace(",", "."));
    const values = table.rows.map((row) => row.cells[column]).filter((text) => text !== "–").map(number);
    const total = values.reduce((one, other) => one + other, 0);
    const [shown, count] = sum.cells[column].split(" / ").map(number);
    assert.ok(Math.abs(shown - total) < 0.001, `${column}: the sum is that of the answers`);
    assert.equal(count, values.length);
    assert.ok(Math.abs(number(score.cells[column]) - total / count) <= 0.05 + 1e-9, `${column}: the mean`);
  }
}

async function ownSurveyIsApart({ page, url, root }) {
  const { activities } = await area(root, "E09");
  const survey = new SurveyAreaPage(page, url);
  const home = new HomePage(page, url);
  await survey.openArea("E09");
  await survey.answer(activities[0].title, "Central", "Fuldt", "Manuelt");
  await survey.isSaved();
  const own = await survey.answers();

  await home.open("#/");
  await home.openExample();
  await survey.openArea("E09");
  assert.equal(Object.keys(await survey.answers()).length, 15);
  await survey.choice(activities[4].title, LEVEL, "Institution").check();
  await survey.isSaved();
  const example = await survey.answers();
  await survey.reload();
  await survey.answersAre(example);
  await survey.banner("I ser på X Kommune, som er et eksempel").waitFor();

  await home.leaveExample();
  await survey.answersAre(own);
  await survey.reload();
  await survey.answersAre(own);
  assert.deepEqual(own, {
    [`${LEVEL} ${activities[0].title}`]: "Central",
    [`${SOLUTION} ${activities[0].title}`]: "Fuldt",
    [`${PROCESS} ${activities[0].title}`]: "Manuelt",
  });
  await until("the own survey's progress is counted", async () =>
    assert.equal((await survey.scores()).Besvaret, "1 af 5"),
  );
}

/** Both clicks in one moment: what a slow disk makes of a quick hand. */
async function lastAnswerIsKept({ page, url, root }) {
  const [{ title }] = (await area(root, "E09")).activities;
  const survey = new SurveyAreaPage(page, url);
  const home = new HomePage(page, url);
  await home.open();
  await home.openExample();
  await survey.openArea("E09");
  const original = await survey.answers();
  const option = original[`${LEVEL} ${title}`] === "Institution" ? "Central" : "Institution";
  const radio = await survey.choice(title, LEVEL, option).elementHandle();
  const button = await page.getByRole("button", { name: "Tilbage til egen kommune" }).elementHandle();
  await page.evaluate(([first, second]) => [first, second].forEach((element) => element.click()), [radio, button]);
  await survey.answersAre({});
  await home.open("#/");
  await home.openExample();
  await survey.openArea("E09");
  await survey.answersAre({ ...original, [`${LEVEL} ${title}`]: option });
}

export const tests = [
  { name: "Overblik shows every score that KLK printed of X Kommune", run: scoresAsPrinted },
  { name: "Sammenligning shows every deviation that KLK printed of X Kommune, marked as model data", run: deviationsAsPrinted },
  { name: "a score leads to the answers behind it", run: scoreLeadsToItsAnswers },
  { name: "the example leaves the own survey alone", run: ownSurveyIsApart },
  { name: "an answer given in the moment of leaving the example is kept", run: lastAnswerIsKept },
];
