// In a frame of another site: the main job, the height, what is posted, and what the host sets.
import assert from "node:assert/strict";
import { sharedBrowser } from "../harness/browser.mjs";
import { framed, serveSite, serveWith } from "../harness/frames.mjs";
import { watch } from "../harness/guards.mjs";
import { comesBack, doMainJob } from "../harness/job.mjs";
import { PATIENCE } from "../harness/settings.mjs";
import { until } from "../harness/until.mjs";
import { AppPage } from "../pages/app.mjs";
import { ComparisonPage } from "../pages/comparison.mjs";
import { HomePage } from "../pages/home.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";

const RECORD = () => {
  window.posted = [];
  addEventListener("message", ({ data, origin }) => window.posted.push({ data, origin }));
};

/** A site with the app in it, in an own browser; `config` and more are the host's files. */
async function inSite(given, { files = (origin) => ({ "config.json": { parents: [origin] } }), strange = false, expected = [] } = {}) {
  const site = await serveSite(given, { strange });
  const app = await serveWith(given, files(site.origin));
  await site.show(`<p><a href="#foer">Før</a></p><script src="${app.url}embed.js" data-title="Benchmark"></script><p><a href="#efter">Efter</a></p>`);
  const context = await (await sharedBrowser()).newContext({ viewport: { width: 1280, height: 900 }, locale: "da-DK", acceptDownloads: true });
  given.cleanUp(() => context.close());
  given.pagesFrom(() => context.pages());
  context.setDefaultTimeout(PATIENCE);
  const guards = await watch(context, { allowed: [site.url, app.url], expected });
  await context.addInitScript(RECORD);
  const page = await context.newPage();
  await page.goto(site.url);
  const frame = await until("the frame is there", () => {
    const found = page.frames().find((one) => one.url().startsWith(app.url));
    assert.ok(found);
    return found;
  });
  return { guards, site, page, frame, element: page.locator("iframe"), url: `${app.url}?embed=1`, inside: framed(page, frame) };
}

async function mainJob(given) {
  const { guards, page, site, element, url, inside } = await inSite(given);
  await new AppPage(inside, url).ready();
  assert.equal(await inside.getByRole("contentinfo").count(), 0, "no footer of its own");
  assert.equal(await inside.getByRole("link", { name: "Kommunebenchmark", exact: true }).count(), 0, "no name of its own");
  assert.equal(await element.getAttribute("title"), "Benchmark");
  const answers = await doMainJob({ ...given, page: inside, url });
  await comesBack({ page: inside, url, answers });

  await until("the frame is as high as its page", async () => {
    const inner = await inside.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
    assert.ok(inner[0] <= inner[1] + 1, `a scroll inside the scroll: ${inner}`);
  });
  const posted = await page.evaluate(() => window.posted);
  assert.ok(posted.length > 2, "the height was told");
  for (const { data, origin } of posted) {
    assert.equal(`${origin}/`, url.replace("?embed=1", ""));
    assert.deepEqual(Object.keys(data).sort(), ["height", "kommunebenchmark"]);
    assert.ok(["height", "page"].includes(data.kommunebenchmark) && Number.isFinite(data.height), JSON.stringify(data));
  }
  // What is kept stays when the site is loaded anew.
  await page.goto(site.url);
  const again = await until("the frame is there again", () => {
    const found = page.frames().find((one) => one.url().startsWith(url));
    assert.ok(found);
    return found;
  });
  await comesBack({ page: framed(page, again), url, answers });
  guards.check();
}

async function otherParents(given) {
  const { guards, page, inside, url, element } = await inSite(given, { files: () => ({ "config.json": { parents: ["https://www.kl.dk"] } }) , expected: [/target origin/] });
  const app = new AppPage(inside, url);
  await app.ready();
  const before = await element.evaluate((one) => one.style.height);
  await page.evaluate(() => {
    const frame = document.querySelector("iframe");
    for (const data of ["x", { kommunebenchmark: "activate" }, { kommunebenchmark: "height", height: 9 }, null]) frame.contentWindow.postMessage(data, "*");
    // As if from the frame, but not from it.
    window.postMessage({ kommunebenchmark: "height", height: 9 }, "*");
  });
  await app.goTo("Skema");
  await app.isAt("Skema");
  const posted = await page.evaluate(() => window.posted.filter(({ origin }) => origin !== location.origin));
  assert.deepEqual(posted, [], "nothing is posted to a site that is not named");
  assert.equal(await element.evaluate((one) => one.style.height), before);
  guards.check();
}

async function keyboardGoesThrough(given) {
  const { guards, page, inside, url } = await inSite(given);
  await new AppPage(inside, url).ready();
  await page.getByRole("link", { name: "Før" }).focus();
  await page.keyboard.press("Tab");
  const isFocused = (locator) => locator.evaluate((one) => one === document.activeElement);
  await until("the skip link has the focus", async () => assert.ok(await isFocused(inside.getByRole("link", { name: "Spring til indhold" }))));
  await inside.evaluate(() => [...document.querySelectorAll("a[href], button:not([disabled]), input, select, textarea, [tabindex='0']")].filter((one) => one.checkVisibility()).at(-1).focus());
  await page.keyboard.press("Tab");
  await until("the focus has left the frame", async () => assert.ok(await isFocused(page.getByRole("link", { name: "Efter" }))));
  guards.check();
}

async function withoutStore(given) {
  const { guards, inside, url } = await inSite(given, { strange: true });
  // Chromium gives a frame of a strange site no store: this is what users of such a site meet.
  const survey = new SurveyAreaPage(inside, url);
  await survey.hostingNotice("Kommunebenchmark vises inde på en anden side").waitFor();
  const link = survey.hosting.getByRole("link", { name: "Åbn i eget vindue" });
  assert.equal(await link.getAttribute("href"), url.replace("?embed=1", ""));
  assert.equal(await link.getAttribute("target"), "_blank");
  await survey.banner("Browseren gemmer ikke noget her").waitFor();
  await doMainJob({ ...given, page: inside, url, kept: false });
  await survey.banner("Svarene er ikke gemt").waitFor();
  guards.check();
}

async function ownWindow(given) {
  const { guards, page, inside, url } = await inSite(given);
  const survey = new SurveyAreaPage(inside, url);
  const [own] = await Promise.all([page.context().waitForEvent("page"), survey.hosting.getByRole("link", { name: "Åbn i eget vindue" }).click()]);
  const app = new HomePage(own, url.replace("?embed=1", ""));
  await app.isWelcome();
  await own.getByRole("contentinfo").waitFor();
  assert.equal(await app.hosting.count(), 0, "no warning in a window of its own");
  guards.check();
}

/** The host's files, seen at the app's own address. */
function asHost(files, look, expected = []) {
  return async (given) => {
    const { url } = await serveWith(given, files);
    const context = await (await sharedBrowser()).newContext({ viewport: { width: 1280, height: 900 }, locale: "da-DK" });
    given.cleanUp(() => context.close());
    given.pagesFrom(() => context.pages());
    context.setDefaultTimeout(PATIENCE);
    const guards = await watch(context, { allowed: url, expected });
    await look({ page: await context.newPage(), url });
    guards.check();
  };
}

const SET = {
  host: "KL",
  contact: "benchmark@example.dk",
  accessibility: "https://www.was.digst.dk/kl-dk",
  theme: { colour: "#8a1538", font: "Georgia, serif" },
};

async function wearsTheHost({ page, url }) {
  const home = new HomePage(page, url);
  await home.open();
  const footer = page.getByRole("contentinfo");
  await footer.getByText("Siden stilles til rådighed af KL. Kontakt: benchmark@example.dk.").waitFor();
  assert.equal(await footer.getByRole("link", { name: "Tilgængelighedserklæring" }).getAttribute("href"), SET.accessibility);
  const button = home.main.locator(".button-primary").first();
  await until("the button wears the host's colour", async () =>
    assert.equal(await button.evaluate((one) => getComputedStyle(one).backgroundColor), "rgb(138, 21, 56)"));
  assert.match(await home.main.evaluate((one) => getComputedStyle(one).fontFamily), /^Georgia/);
  assert.equal(await home.hosting.count(), 0);
}

async function tellsBrokenSettings({ page, url }) {
  const home = new HomePage(page, url);
  await home.open();
  await home.hostingNotice("Til den, der er vært for siden").waitFor();
  await home.hosting.getByText(/config\.json: filen er ikke JSON/).waitFor();
  await home.openExample();
}

async function fallsBackToOwnPeers({ page, url }) {
  const comparison = new ComparisonPage(page, url);
  await comparison.open("#/sammenligning");
  await comparison.table("Økonomi og regnskab").waitFor();
  await comparison.dataset(/KLK/).first().waitFor();
  await comparison.hostingNotice("Til den, der er vært for siden").waitFor();
  await comparison.hosting.getByText(/data\/peers\.json: .*KLK's gennemsnit fra 2017, som følger med/).waitFor();
}

const alone = (name, run) => ({ name, run, ownBrowser: true });

export const tests = [
  alone("the main job in a sandboxed frame of another site, which is told the height and nothing else", mainJob),
  alone("a site that is not named is told nothing, and messages from it change nothing", otherParents),
  alone("the keyboard goes into the frame and out of it", keyboardGoesThrough),
  alone("a frame without a store says so at once and leads to a window of its own and to a file", withoutStore),
  alone("the frame opens a window of its own", ownWindow),
  alone("the host's name, contact, statement, colour and typeface are worn", asHost({ "config.json": SET }, wearsTheHost)),
  alone("broken settings are told to the host and change nothing else", asHost({ "config.json": "{" }, tellsBrokenSettings)),
  alone("missing settings are told to the host", asHost({ "config.json": null }, async ({ page, url }) => {
    const home = new HomePage(page, url);
    await home.open();
    await home.hosting.getByText("config.json: filen kan ikke hentes").waitFor();
  }, [/\b404\b/])),
  alone("settings in another encoding are told to the host", asHost({ "config.json": Buffer.from('{ "host": "Næstved" }', "latin1") }, async ({ page, url }) => {
    const home = new HomePage(page, url);
    await home.open();
    await home.hosting.getByText("config.json: filen er ikke gemt som UTF-8").waitFor();
  })),
  alone("a broken dataset of the host falls back to KLK's means", asHost({ "data/peers.json": "{}" }, fallsBackToOwnPeers)),
  alone("a dataset of a newer app falls back to KLK's means", asHost({ "data/peers.json": { format: "kommunebenchmark-peers", version: 99 } }, fallsBackToOwnPeers)),
];
