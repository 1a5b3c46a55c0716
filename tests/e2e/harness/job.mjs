// The main job, as a municipality does it: the same in every edition and every place the app stands.
import assert from "node:assert/strict";
import { ComparisonPage } from "../pages/comparison.mjs";
import { ExchangePage } from "../pages/exchange.mjs";
import { HomePage } from "../pages/home.mjs";
import { MunicipalityPage } from "../pages/municipality.mjs";
import { OverviewPage } from "../pages/overview.mjs";
import { PlanningPage } from "../pages/planning.mjs";
import { ReportPage } from "../pages/report.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";
import { area } from "./catalogue.mjs";
import { DIMENSIONS, danish, published } from "./published.mjs";
import { until } from "./until.mjs";

const MUNICIPALITY = "Roskilde";

/**
 * From an empty browser to a report: the municipality, an area answered, its score, the published
 * figures of X Kommune beside the group, proposals, the printed report, the survey as a file.
 * `kept`: whether the browser keeps answers here. Returns the answers given.
 */
export async function doMainJob({ page, url, root, kept = true }) {
  const home = new HomePage(page, url);
  await home.open();
  await home.isWelcome();
  await readsThePublishedFigures({ page, url, home });
  await home.leaveExample();

  await home.goTo("Kommune");
  const profile = new MunicipalityPage(page, url);
  await profile.municipality.selectOption({ label: MUNICIPALITY });
  const answers = await answersAnArea({ page, url, root, kept });

  await home.goTo("Forslag");
  const planning = new PlanningPage(page, url);
  await planning.isMade();
  await planning.says("Forslag");
  await home.goTo("Rapport");
  const report = new ReportPage(page, url);
  await report.isMade();
  await report.turnTo("Udskrift");
  await report.says("Sammenfatning");

  await home.goTo("Filer");
  const saved = await new ExchangePage(page, url).savedSurvey();
  assert.match(saved.name, /^roskilde-\d{4}\.kommunebenchmark\.json$/);
  assert.ok(saved.text.includes("E09"), "the file has the answers");
  return answers;
}

/** X Kommune has the figures that KLK published, and its comparison is drawn. */
export async function readsThePublishedFigures({ page, url, home }) {
  await home.openExample();
  const table = await new OverviewPage(page, url).read("Økonomi og regnskab");
  const { E } = await published();
  for (const [index, row] of E.areas.entries()) {
    for (const [column, key] of Object.entries(DIMENSIONS)) {
      assert.equal(table.rows[index].cells[column], danish(row[key].score), `${row.label}, ${column}`);
    }
  }
  await home.goTo("Sammenligning");
  const comparison = new ComparisonPage(page, url);
  await comparison.chartIsDrawn("Økonomi og regnskab", "Budgetlægning", 11);
  return comparison;
}

async function answersAnArea({ page, url, root, kept }) {
  const { title, activities } = await area(root, "E09");
  const survey = new SurveyAreaPage(page, url);
  await survey.goTo("Skema");
  await survey.main.getByRole("link", { name: title }).first().click();
  await survey.table.waitFor();
  for (const one of activities) await survey.answer(one.title, "Central", "Fuldt", "Delvist");
  await survey.scoresAre("3,0", "0,5", "1,0", `${activities.length} af ${activities.length}`);
  const answers = await survey.answers();
  if (kept) {
    await survey.isSaved();
    await until("the header names the municipality", async () =>
      assert.match(await page.getByRole("banner").innerText(), new RegExp(MUNICIPALITY)));
  }
  return answers;
}

/** What was answered is there when the page comes again. */
export async function comesBack({ page, url, answers }) {
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  await survey.answersAre(answers);
}
