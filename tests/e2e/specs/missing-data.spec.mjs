// A data file is missing on the host: the page says so and the rest works.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { ComparisonPage } from "../pages/comparison.mjs";
import { HomePage } from "../pages/home.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";

const EXPECTED = [/\b404\b/];

async function hide(context, path) {
  const pattern = `**/${path}`;
  await context.route(pattern, (route) => route.fulfill({ status: 404, body: "404" }));
  return () => context.unroute(pattern);
}

async function peersMissing({ context, page, url }) {
  const bringBack = await hide(context, "data/peers*.json");
  const comparison = new ComparisonPage(page, url);
  await comparison.open("#/sammenligning");
  const alert = comparison.main.getByRole("alert").filter({ hasText: "Sammenligningstallene kunne ikke hentes" });
  await alert.getByText(/data\/peers-klk-2017\.json/).waitFor();
  await bringBack();
  await alert.getByRole("button", { name: "Prøv igen" }).click();
  await comparison.table("Økonomi og regnskab").waitFor();
  await alert.waitFor({ state: "hidden" });
}

async function textsMissing({ context, page, url, root }) {
  const bringBack = await hide(context, "data/catalogue/E01.json");
  const { activities } = await area(root, "E01");
  const [{ title, help }] = activities;
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E01");
  await survey.answer(title, "Central", "Fuldt", "Fuldt");
  await survey.scoresAre("3,0", "1,0", "1,0", `1 af ${activities.length}`);
  await survey.isSaved();
  await survey.helpButton(title).click();
  const alert = survey.main.getByRole("alert");
  await alert.getByText(/data\/catalogue\/E01\.json/).or(alert.filter({ hasText: "data/catalogue/E01.json" })).first().waitFor();
  await bringBack();
  await survey.main.getByRole("button", { name: "Prøv igen" }).click();
  await survey.table.getByText(help).waitFor();
}

async function exampleMissing({ context, page, url }) {
  const bringBack = await hide(context, "eksempler/x-kommune.kommunebenchmark.json");
  const home = new HomePage(page, url);
  await home.open();
  await home.exampleButton.click();
  await home.banners.getByText(/x-kommune\.kommunebenchmark\.json/).waitFor();
  await bringBack();
  await home.open("#/");
  await home.openExample();
  assert.equal(await home.heading(), "Overblik");
}

export const tests = [
  { name: "the comparison dataset is missing", run: peersMissing, expected: EXPECTED },
  { name: "the texts of an area are missing", run: textsMissing, expected: EXPECTED },
  { name: "the example is missing", run: exampleMissing, expected: EXPECTED },
];
