// A new version of the hosted app comes whole, and when the user wants it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { launchWithProfile, profileFolder } from "../harness/browser.mjs";
import { area } from "../harness/catalogue.mjs";
import { begin, showsTheComparison } from "../harness/first-visit.mjs";
import { REPOSITORY } from "../harness/settings.mjs";
import { until } from "../harness/until.mjs";
import { OfflinePage } from "../pages/offline.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";

const HOUR = 3_600_000;
const CACHE = /^kommunebenchmark \/ ([0-9a-f]{16}|host)$/;

/** A tab that has not loaded the worker yet, and one that asks for the new version. */
async function newVersionIsOffered(given) {
  const all = await begin(given);
  const { host, context, guards, app, page, url } = all;
  const [{ title }] = (await area(given.root, "E09")).activities;
  await app.visit();
  const first = await app.caches();
  const other = await OfflinePage.in(context, url);
  await other.open("#/skema");
  await other.page.evaluate(() => void (window.notLoadedAgain = true));

  await host.publish(2);
  await page.bringToFront();
  await app.reload();
  await app.isOffered();
  assert.equal(await app.version(), null);
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  await survey.answer(title, "Central", "Fuldt", "Manuelt");
  await survey.isSaved();
  const answers = await survey.answers();
  await showsTheComparison(all);
  await app.reload();
  await app.isOffered();
  assert.equal(await app.version(), null, "a new version is never forced on anybody");

  await app.activate();
  await app.isVersion("2");
  await host.stop();
  await survey.openArea("E09");
  await survey.answersAre(answers);
  await showsTheComparison(all);
  assert.deepEqual(await app.offered(), [0, null]);

  await other.page.bringToFront();
  assert.equal(await other.version(), null);
  await showsTheComparison({ page: other.page, url });
  assert.ok(await other.page.evaluate(() => window.notLoadedAgain), "the other tab was left alone");
  assert.ok((await app.caches()).some((name) => first.includes(name) && !name.endsWith(" host")));
  // It was offered the version that is there by now.
  await other.activate();
  await other.isVersion("2");
  guards.check();
}

async function formerVersionsGo(given) {
  const { host, context, guards, app, url } = await begin(given);
  await app.visit();
  const first = await app.caches();
  assert.equal(first.length, 2);
  const other = await OfflinePage.in(context, url);
  await other.open();
  await host.publish(2);
  assert.equal(await app.update(), "installed");
  await app.activate();
  await app.isVersion("2");
  assert.equal((await app.caches()).length, 3, "another tab may need the former version");
  await other.page.close();

  await host.publish(3);
  assert.equal(await app.update(), "installed");
  await app.activate();
  await app.isVersion("3");
  await until("only the new version is kept", async () => assert.equal((await app.caches()).length, 2));
  assert.ok((await app.caches()).every((name) => CACHE.test(name)));

  // Without being asked, when nobody looks at the former version any more.
  await host.publish(4);
  assert.equal(await app.update(), "installed");
  await app.page.goto("about:blank");
  const last = await OfflinePage.in(context, url);
  await until("the new version has taken over", async () => {
    await last.open();
    assert.equal(await last.version(), "4");
  });
  await until("only the new version is kept", async () => assert.equal((await last.caches()).length, 2));
  guards.check();
}

/** The host is in the middle of copying: each of these is not what the list of sw.js says. */
async function halfCopied(given) {
  const all = await begin(given, { expected: [/\b404\b/, /integrity/] });
  const { host, context, guards, app, url } = all;
  const help = await host.read("data/catalogue/E01.json");
  await app.visit();
  const first = await app.caches();

  await host.publish(2);
  await host.write("data/catalogue/E01.json", help.slice(0, 2000));
  assert.equal(await app.update(), "redundant");
  await host.write("data/catalogue/E01.json", help);
  const page = await host.read("index.html");
  await host.write("index.html", `${page}<!-- another -->`);
  assert.equal(await app.update(), "redundant");
  assert.deepEqual(await app.offered(), [0, null]);
  assert.deepEqual((await app.caches()).sort(), first.sort());

  // Whoever comes for the first time meanwhile has the app, with a network.
  const stranger = await launchWithProfile(await profileFolder(given.cleanUp), given.cleanUp);
  const visitor = await OfflinePage.in(stranger, url);
  await visitor.open();
  await visitor.goTo("Metode");
  await until("the installation is given up", async () =>
    assert.equal(await visitor.page.evaluate(async () => Boolean(await navigator.serviceWorker.getRegistration())), false),
  );
  assert.deepEqual(await visitor.caches(), []);
  await stranger.close();

  await host.stop();
  await app.reload();
  await showsTheComparison(all);
  assert.equal(await app.version(), null);
  await host.start();
  await host.write("index.html", page);
  assert.equal(await app.update(), "installed");
  await app.isOffered();
  await app.activate();
  await app.isVersion("2");
  assert.equal(context.pages().filter((one) => one.url().startsWith(url)).length, 1);
  guards.check();
}

/** The policy as a header: a version whose start script it refuses is not kept; what else changes in it counts soon. */
async function policyInHeader(given) {
  const { host, guards, app, page } = await begin(given);
  const [, policy] = (await host.read("index.html")).match(/http-equiv="Content-Security-Policy" content="([^"]+)"/);
  const send = (value) => Object.assign(host.headers, { "content-security-policy": value });
  send(`${policy}; frame-ancestors 'none'`);
  await app.visit();
  await host.publish(2);
  send(policy.replace(/script-src 'self' 'sha256-[^']+'/, "script-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"));
  assert.equal(await app.update(), "redundant");
  await app.reload();
  assert.equal(await app.version(), null);

  send(policy);
  assert.equal(await app.update(), "installed");
  await app.activate();
  await app.isVersion("2");
  send(`${policy}; frame-ancestors 'self'`);
  await app.reload();
  await until("the new header is kept", async () =>
    assert.match((await page.reload()).headers()["content-security-policy"], /frame-ancestors 'self'$/),
  );
  await host.stop();
  await app.reload();
  guards.check();
}

async function asksOnceAnHour(given) {
  const { host, guards, app, page } = await begin(given);
  await app.visit();
  const checks = () => host.asked.filter((address) => address.startsWith("/sw.js")).length;
  const lookAgain = async (milliseconds) => {
    await page.evaluate((later) => {
      const { now } = Date;
      Date.now = () => now() + later;
      document.dispatchEvent(new Event("visibilitychange"));
    }, milliseconds);
    await pause(1000);
  };
  await app.reload();
  // The browser itself asks once more after a page was opened, when it has time.
  let before;
  do {
    before = checks();
    await pause(3000);
  } while (checks() !== before);
  await lookAgain(0);
  await lookAgain(HOUR / 2);
  assert.equal(checks(), before);
  await lookAgain(HOUR / 2 + 1000);
  assert.equal(checks(), before + 1);
  guards.check();
}

/** What docs/remove-offline/sw.js is for. */
async function canBeTakenBack(given) {
  const { host, guards, app, context, url } = await begin(given, { base: "/a/b/" });
  await app.visit();
  await host.write("sw.js", await readFile(join(REPOSITORY, "docs/remove-offline/sw.js"), "utf8"));
  await app.update();
  await until("nothing is kept", async () => assert.deepEqual(await app.caches(), []));
  await app.page.close();
  const again = await OfflinePage.in(context, url);
  await again.open();
  await again.goTo("Metode");
  assert.equal(await again.page.evaluate(() => navigator.serviceWorker.controller), null);
  guards.check();
}

export const tests = [
  { name: "a new version is offered, never forced, and leaves other tabs alone", run: newVersionIsOffered },
  { name: "former versions are kept for open tabs and go after them", run: formerVersionsGo },
  { name: "a host in the middle of copying harms nobody", run: halfCopied },
  { name: "a version that the host's policy would refuse is not kept", run: policyInHeader },
  { name: "a new version is asked for once an hour at most", run: asksOnceAnHour },
  { name: "the host can take the service worker back", run: canBeTakenBack },
].map((test) => ({ ...test, ownBrowser: true }));
