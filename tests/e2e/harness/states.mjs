// Brings the app into the states in which its pages are looked at: empty, filled, with errors.
import { ExchangePage, file } from "../pages/exchange.mjs";
import { HomePage } from "../pages/home.mjs";
import { MunicipalityPage } from "../pages/municipality.mjs";
import { StaffPage } from "../pages/staff.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";
import { area } from "./catalogue.mjs";
import { plannedSurvey } from "./plan.mjs";

/** Every page of the app, by a name for files and messages. */
export const PAGES = {
  forside: "#/",
  kommune: "#/kommune",
  skema: "#/skema",
  "skema-E04": "#/skema/E04",
  bemanding: "#/bemanding",
  overblik: "#/overblik",
  "overblik-E04": "#/overblik/E04",
  "overblik-E": "#/overblik/E",
  "overblik-eget": "#/overblik/eget",
  sammenligning: "#/sammenligning",
  fordeling: "#/sammenligning/fordeling",
  svar: "#/sammenligning/svar",
  ressourcer: "#/sammenligning/ressourcer",
  noegletal: "#/sammenligning/noegletal",
  forslag: "#/forslag",
  "forslag-M03": "#/forslag/M03",
  beregninger: "#/beregninger",
  robotter: "#/beregninger/robotter",
  indkoeb: "#/beregninger/indkoeb",
  "hvad-hvis": "#/hvad-hvis",
  plan: "#/plan",
  maal: "#/plan/maal",
  status: "#/plan/status/2026-11",
  rapport: "#/rapport",
  udskrift: "#/rapport/udskrift",
  slides: "#/rapport/slides",
  workshop: "#/workshop",
  invitation: "#/workshop/invitation",
  dagsorden: "#/workshop/dagsorden",
  referat: "#/workshop/referat",
  visning: "#/workshop/vis/3",
  runder: "#/runder",
  enheder: "#/enheder",
  filer: "#/filer",
  send: "#/filer/send",
  bidrag: "#/filer/bidrag",
  kl: "#/kl",
  metode: "#/metode",
  privatliv: "#/privatliv",
  "foer-i-gaar-i-gang": "#/foer-i-gaar-i-gang",
  om: "#/om",
  "findes-ikke": "#/findes-ikke",
};

/** The pages that show a plan. */
export const PLANNED = {
  forslag: PAGES.forslag,
  "forslag-M10": "#/forslag/M10",
  beregninger: PAGES.beregninger,
  "beregning-C11": "#/beregninger/C11-1",
  "beregning-C05": "#/beregninger/C05-1",
  robotter: PAGES.robotter,
  indkoeb: PAGES.indkoeb,
  "hvad-hvis": PAGES["hvad-hvis"],
  plan: PAGES.plan,
  "plan-M10": "#/plan/M10",
  "plan-K07": "#/plan/K07",
  maal: PAGES.maal,
  status: PAGES.status,
  rapport: PAGES.rapport,
  udskrift: PAGES.udskrift,
  workshop: PAGES.workshop,
  referat: PAGES.referat,
  visning: "#/workshop/vis/12",
};

/** Opens the survey of a municipality that has a plan. */
export async function fillWithPlan({ page, url, root }) {
  const exchange = new ExchangePage(page, url);
  await exchange.openFile(file("plan.kommunebenchmark.json", await plannedSurvey(root)), "Åbn");
  return exchange;
}

/** Opens a page and waits for everything that it fetches and draws. */
export async function openWhole(app, hash, { charts = false } = {}) {
  await app.open(hash);
  await app.page.locator(".loading").first().waitFor({ state: "detached" });
  if (charts) for (const chart of await app.main.getByRole("figure").all()) await chart.locator(".chart__plot .main-svg").first().waitFor();
  await app.page.evaluate(() => document.fonts.ready);
}

export async function fillWithExample(page, url) {
  const home = new HomePage(page, url);
  await home.open();
  await home.openExample();
  return home;
}

/** Makes an error on every page that can have one; returns the pages. */
export async function makeErrors({ page, url, root }) {
  const profile = new MunicipalityPage(page, url);
  await profile.open("#/kommune");
  await profile.type("Ansatte", "mange");
  await profile.isSaved();
  await profile.type("År, besvarelsen gælder", "202");
  await profile.main.getByRole("checkbox", { name: /^Løn og personale/ }).uncheck();
  await profile.main.getByRole("checkbox", { name: /^Økonomi og regnskab/ }).uncheck();
  await profile.errorSummary().waitFor();

  const staff = new StaffPage(page, url);
  await staff.open("#/bemanding");
  await staff.type(staff.total, "nogle");
  await staff.add("Tilføj hold eller funktion").click();
  await staff.type(staff.field("Hold eller funktion", "Række 1 uden navn"), "Bogholderi");
  await staff.type(staff.field("Årsværk", "Bogholderi"), "-1");
  await staff.openSpread("Bogholderi");
  await staff.addArea("Bogholderi", "Budgetlægning");
  await staff.type(staff.percent("Bogholderi", "Budgetlægning"), "halvdelen");
  await staff.isSaved();

  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  const [first] = (await area(root, "E09")).activities;
  await survey.openDetails(first.title);
  await survey.typeShares(first.title, { "Inst.": "40", Central: "50" });
  await survey.isSaved();
  return {
    kommune: "#/kommune",
    bemanding: "#/bemanding",
    "skema-E09": "#/skema/E09",
    "overblik": "#/overblik",
    "sammenligning": "#/sammenligning",
  };
}
