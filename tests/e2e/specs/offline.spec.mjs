// After the first visit the hosted app works without a network, and leaves everything else alone.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { savedBy } from "../harness/files.mjs";
import { begin, showsTheComparison } from "../harness/first-visit.mjs";
import { world } from "../harness/leaks.mjs";
import { Workbook } from "../harness/workbook.mjs";
import { ComparisonPage } from "../pages/comparison.mjs";
import { FilesPage } from "../pages/files.mjs";
import { HomePage } from "../pages/home.mjs";
import { PlanningPage } from "../pages/planning.mjs";
import { ReportPage } from "../pages/report.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";

async function worksOffline(given, base) {
  const all = await begin(given, { base });
  const { host, guards, app, page, url } = all;
  await app.visit();
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller.scriptURL), `${url}sw.js`);
  await host.stop();
  host.asked.length = 0;

  await app.reload();
  const home = new HomePage(page, url);
  await home.openExample();
  const comparison = await showsTheComparison(all);
  await comparison.chartIsDrawn("Økonomi og regnskab", "Budgetlægning", 11);
  await home.goTo("Metode");
  await home.main.getByRole("heading", { level: 2 }).nth(1).waitFor();
  const planning = new PlanningPage(page, url);
  await planning.goTo("Forslag");
  await planning.isMade();
  await planning.table("Forslag til Økonomi og regnskab").first().waitFor();

  const report = new ReportPage(page, url);
  await report.openWhole("#/rapport/udskrift");
  assert.ok((await report.printed()).pages.length > 20);
  const files = new FilesPage(page, url);
  await files.openFiles();
  const workbook = await Workbook.open(await savedBy(page, files.button("Gem resultater til Excel")));
  assert.ok(workbook.visible().length > 5);
  await home.leaveExample();

  const survey = new SurveyAreaPage(page, url);
  const [{ title, help }] = (await area(given.root, "E01")).activities;
  await survey.openArea("E01");
  await survey.answer(title, "Central", "Fuldt", "Fuldt");
  await survey.helpButton(title).click();
  await survey.table.getByText(help).waitFor();
  await survey.isSaved();
  const answers = await survey.answers();

  const other = new SurveyAreaPage(await all.context.newPage(), `${url}index.html?fra=bogmærke`);
  await other.openArea("E01");
  await other.answersAre(answers);
  assert.deepEqual(host.asked, []);
  guards.check();
}

async function hostsDataIsNew(given) {
  const { host, guards, app, page, url } = await begin(given, { base: "/a/b/", expected: [/\b(404|503)\b/] });
  const shipped = JSON.parse(await host.read("data/peers.json"));
  const shows = async (title) => {
    await app.open("#/");
    await app.reload();
    const comparison = new ComparisonPage(page, url);
    await comparison.open("#/sammenligning");
    await comparison.main.getByText(title).first().waitFor();
  };
  const renamed = (title) => host.write("data/peers.json", JSON.stringify({ ...shipped, title }));
  await app.visit();
  // Not looked at before, and yet kept.
  await host.stop();
  await shows(shipped.title);

  await host.start();
  await renamed("Første udgave af værtens tal");
  await shows("Første udgave af værtens tal");
  await renamed("Anden udgave af værtens tal");
  await shows("Anden udgave af værtens tal");
  const outside = await world(given.cleanUp);
  const absences = [
    () => host.hideBehind(200),
    () => host.hideBehind(200, { "content-type": "text/plain" }),
    () => host.hideBehind(302, { location: outside.address("host") }),
    () => host.hideBehind(503),
    () => host.stop(),
  ];
  for (const absence of absences) {
    await absence();
    await shows("Anden udgave af værtens tal");
  }
  assert.deepEqual(outside.hits, [], "a redirection is not followed");
  await host.start();
  // A mistake of the host is told, as without a service worker, and not kept.
  await host.write("data/peers.json", "{");
  assert.equal(await textOf(page, "data/peers.json"), "{");
  await host.stop();
  await shows("Anden udgave af værtens tal");
  guards.check();
}

/** By the browser's own judgement. */
async function canBeInstalled(given) {
  const { context, guards, app, page, url } = await begin(given, { base: "/a/b/" });
  await app.visit();
  const browser = await context.newCDPSession(page);
  const { url: address, errors, data } = await browser.send("Page.getAppManifest");
  assert.equal(address, `${url}manifest.webmanifest`);
  assert.deepEqual(errors, []);
  assert.equal(JSON.parse(data).name, "Kommunebenchmark");
  assert.deepEqual((await browser.send("Page.getInstallabilityErrors")).installabilityErrors, []);
  guards.check();
}

const NEIGHBOUR = '<!DOCTYPE html><meta charset="utf-8"><title>Andet</title><link rel="icon" href="data:,"><h1>Andet</h1>';

/** Another page of the same origin, with a file named as one of ours, and caches named much like ours. */
async function othersAreLeftAlone(given, base, neighbourhood) {
  const { host, context, guards, app, url } = await begin(given, { base, expected: [/ERR_CONNECTION_REFUSED/] });
  const neighbour = new URL(neighbourhood, url).href;
  const others = ["andet", `kommunebenchmark ${new URL(neighbour).pathname} 0000000000000001`, `kommunebenchmark ${base}x/ host`];
  await app.visit();
  await app.page.evaluate(async (names) => {
    for (const name of names) await (await caches.open(name)).put("./?", new Response("andet"));
  }, others);
  await host.publish(2);
  await host.write(`${neighbourhood}index.html`, NEIGHBOUR);
  await host.write(`${neighbourhood}offline.js`, "andet");
  assert.equal(await app.update(), "installed");
  await app.activate();
  await app.isVersion("2");
  for (const name of others) assert.ok((await app.caches()).includes(name), `${name} is still there`);

  const tab = await context.newPage();
  assert.equal((await tab.goto(neighbour)).fromServiceWorker(), false);
  for (const from of [tab, app.page]) {
    const [response] = await Promise.all([from.waitForResponse(`${neighbour}offline.js`), textOf(from, `${neighbour}offline.js`)]);
    assert.equal(response.fromServiceWorker(), false);
    assert.equal(await response.text(), "andet");
  }
  if (!neighbour.startsWith(url)) assert.equal(await tab.evaluate(() => navigator.serviceWorker.controller), null);
  assert.match(await textOf(app.page, "schema/survey.schema.json"), /^\{/, "what is not kept comes from the host");
  await host.stop();
  assert.equal(await textOf(app.page, `${neighbour}offline.js`), "no network");
  assert.match(await textOf(app.page, "offline.js"), /serviceWorker/);
  guards.check();
}

/** What a page gets at an address. */
async function textOf(page, address) {
  return page.evaluate((one) => fetch(one).then((answer) => answer.text(), () => "no network"), address);
}

export const tests = [
  { name: "without a network everything still works", run: (given) => worksOffline(given, "/") },
  { name: "without a network everything still works in a folder", run: (given) => worksOffline(given, "/a/b/") },
  { name: "the host's own data is new with a network and the last good one without", run: hostsDataIsNew },
  { name: "it can be installed", run: canBeInstalled },
  { name: "other pages of the same origin are left alone", run: (given) => othersAreLeftAlone(given, "/a/b/", "../andet/") },
  { name: "other pages below the app's folder are left alone", run: (given) => othersAreLeftAlone(given, "/", "andet/") },
].map((test) => ({ ...test, ownBrowser: true }));
