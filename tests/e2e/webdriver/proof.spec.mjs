// Firefox and WebKitGTK: what the main job asks for, and whether planted leaks are refused there too.
import assert from "node:assert/strict";
import { REPLACEABLE } from "../../../scripts/replaceable.mjs";
import { distFiles } from "../harness/dist.mjs";
import { INLINE_WAYS, PAGE_WAYS, planting, world } from "../harness/leaks.mjs";
import { BROWSERS } from "./browsers.mjs";
import { inBrowser } from "./in-browser.mjs";
import { ComparisonPage, FilesPage, HomePage } from "./pages.mjs";
import { eventually } from "./waiting.mjs";

// What the browser's policy does not stop. No script that is shipped can do it: specs/shipped.spec.mjs forbids the word.
const KNOWN = { Firefox: [], WebKitGTK: ["preload of data"] };

export const tests = Object.keys(BROWSERS).flatMap((browser) => [
  {
    name: `${browser}: everything that is loaded is a file of the app`,
    run: (given) => inBrowser(browser, "requests", given, (screen) => listRequests(screen, given)),
  },
  {
    name: `${browser}: a planted leak is refused`,
    run: (given) => inBrowser(browser, "leaks", given, (screen) => plantLeaks(screen, given, KNOWN[browser])),
  },
]);

async function listRequests(screen, { url, root }) {
  await screen.open(url);
  await new HomePage(screen).isEmpty();
  await new HomePage(screen).tryExample();
  const comparison = new ComparisonPage(screen);
  await comparison.open();
  await comparison.chartsDrawn();
  const files = new FilesPage(screen);
  await files.open();
  await files.save(/^Gem som fil$/);
  const loaded = await screen.driver.executeScript("return performance.getEntriesByType('resource').map((entry) => entry.name)");
  const known = new Set([...(await distFiles(root)), ...REPLACEABLE]);
  assert.ok(loaded.length > 8, `the browser tells what it loaded: ${loaded.join(" ")}`);
  for (const address of loaded.filter((one) => !/^(blob|data):/.test(one))) {
    assert.ok(address.startsWith(url) && known.has(decodeURIComponent(address.slice(url.length))), address);
  }
}

/**
 * Zero hits at the other server. Which refusals are told, and how, differs: these browsers also throw, or
 * do not know a way at all. That each way is told is tested in Chromium.
 */
async function plantLeaks(screen, { url, cleanUp }, known) {
  const outside = await world(cleanUp);
  await screen.open(url);
  const { driver } = screen;
  await driver.executeScript(`
    window.refusedForTest = new Set();
    document.addEventListener("securitypolicyviolation", (event) => refusedForTest.add(event.effectiveDirective + event.blockedURI))`);
  const ways = [...Object.entries(PAGE_WAYS), ...Object.entries(INLINE_WAYS).map(([way, [, text]]) => [way, text])];
  for (const [way, text] of ways) await driver.executeScript(`try { ${planting(text, outside.address(way))} } catch {}`);
  await eventually(`at least half of ${ways.length} refusals are told`, async () => {
    const told = await driver.executeScript("return [...refusedForTest]");
    if (told.length < ways.length / 2) throw new Error(told.join("; "));
    return true;
  });
  const passed = known.map((way) => new URL(outside.address(way)).pathname);
  const reached = outside.hits.filter((hit) => !passed.some((path) => hit.endsWith(` ${path}`)));
  assert.deepEqual(reached, [], "nothing has reached the other server");
  // What the page reported is what this test is about.
  await driver.executeScript("window.problemsSeenByTest.length = 0");
}
