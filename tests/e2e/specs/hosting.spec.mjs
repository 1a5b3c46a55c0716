// Under a folder of any host, and straight to a page.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { isFocused } from "../harness/keyboard.mjs";
import { until } from "../harness/until.mjs";
import { AppPage } from "../pages/app.mjs";
import { ComparisonPage } from "../pages/comparison.mjs";
import { HomePage } from "../pages/home.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";

async function worksInAFolder({ page, url, guards }) {
  assert.match(url, /\/a\/b\/$/);
  const home = new HomePage(page, url);
  await home.open();
  await home.openExample();
  await home.goTo("Sammenligning");
  await new ComparisonPage(page, url).chartIsDrawn("Økonomi og regnskab", "Budgetlægning", 11);
  await home.goTo("Metode");
  await home.main.getByRole("heading", { level: 2 }).nth(1).waitFor();
  for (const request of guards.requests) assert.ok(request.startsWith(url) || /^(blob|data):/.test(request), request);
}

async function addressesLeadToTheirPages({ page, url, root }) {
  const { title } = await area(root, "E04");
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E04");
  assert.equal(await survey.heading(), title);
  await until("the window's title names the page", async () => assert.match(await page.title(), /Kommunebenchmark$/));
  assert.equal(await survey.menu.getByRole("link", { name: "Skema" }).getAttribute("aria-current"), "page");

  const app = new AppPage(page, url);
  for (const unknown of ["#/findes-ikke", "#/skema/E99", "#/skema/E04/x"]) {
    await app.open(unknown);
    await app.isAt("Siden findes ikke");
  }
  await app.main.getByRole("link", { name: "Til forsiden" }).click();
  await app.isAt("Se, hvordan administrationen er organiseret");
}

async function backAndForwardWork({ page, url }) {
  const app = new AppPage(page, url);
  await app.open();
  await app.goTo("Skema");
  await app.goTo("Metode");
  await page.goBack();
  await app.isAt("Skema");
  await until("focus is at the content of the page", async () => assert.ok(await isFocused(app.main)));
  await page.goForward();
  await app.isAt("Metode");
  await until("the title follows", async () => assert.equal(await page.title(), "Metode – Kommunebenchmark"));
}

export const tests = [
  { name: "it works in a folder below the root", run: worksInAFolder, base: "/a/b/" },
  { name: "an address leads straight to its page and an unknown one says so", run: addressesLeadToTheirPages },
  { name: "back and forward move between pages", run: backAndForwardWork },
];
