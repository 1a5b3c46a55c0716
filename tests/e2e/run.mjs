// Runs the end-to-end tests: node tests/e2e/run.mjs [--only part-of-a-name]… [--list]
// E2E_ROOT names the built app (default: dist). The browsers come from CHROMIUM, FIREFOX and so on.
import { mkdir, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { closeQuietly, closeShared, sharedBrowser, withoutServiceWorkers } from "./harness/browser.mjs";
import { watch } from "./harness/guards.mjs";
import { OUTPUT, PATIENCE } from "./harness/settings.mjs";
import { serve } from "./server.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const TEST_LIMIT = 240_000;

const { values: options } = parseArgs({
  options: { only: { type: "string", multiple: true }, list: { type: "boolean", default: false } },
});
const root = resolve(process.env.E2E_ROOT ?? join(HERE, "../../dist"));
const servers = new Map();
const results = [];

await mkdir(OUTPUT, { recursive: true });
const wanted = (await allTests()).filter(isWanted);
for (const test of wanted) {
  if (options.list) console.log(test.title);
  else results.push(await runOne(test));
}
await closeShared();
for (const server of servers.values()) await (await server).close();
if (!options.list) report();

/** The tests of both folders, in the order of their files. */
async function allTests() {
  const tests = [];
  for (const [folder, chromium] of [["specs", true], ["webdriver", false]]) {
    const names = await readdir(join(HERE, folder)).catch(() => []);
    for (const name of names.filter((one) => one.endsWith(".spec.mjs")).sort()) {
      const spec = await import(join(HERE, folder, name));
      const file = name.replace(".spec.mjs", "");
      for (const test of spec.tests) tests.push({ ...test, chromium, title: `${file}: ${test.name}` });
    }
  }
  return tests;
}

function isWanted(test) {
  return !options.only || options.only.some((part) => test.title.toLowerCase().includes(part.toLowerCase()));
}

function serverAt(base) {
  if (!servers.has(base)) servers.set(base, serve({ root, base }));
  return servers.get(base);
}

async function runOne(test) {
  const began = Date.now();
  const cleaners = [];
  const given = { root, output: OUTPUT, pages: () => [] };
  let failure;
  try {
    given.url = (await serverAt(test.base ?? "/")).url;
    await withinLimit(test.limit ?? TEST_LIMIT, run(test, given, cleaners));
  } catch (error) {
    failure = error;
    await photograph(test, given);
  }
  for (const clean of cleaners.reverse()) await clean().catch((error) => (failure ??= error));
  const seconds = `${((Date.now() - began) / 1000).toFixed(1)} s`;
  console.log(`${failure ? "not ok" : "ok    "} ${seconds.padStart(8)}  ${test.title}`);
  if (failure) console.log(String(failure.stack ?? failure).replace(/^/gm, "         "));
  return !failure;
}

async function run(test, given, cleaners) {
  if (!test.chromium || test.ownBrowser) {
    // A browser of its own: the shared one would only take memory beside it.
    await closeShared();
    return test.run({ ...given, cleanUp: (clean) => cleaners.push(clean), pagesFrom: (pages) => (given.pages = pages) });
  }
  const context = await (await sharedBrowser()).newContext({
    viewport: { width: test.width ?? 1280, height: 900 },
    locale: "da-DK",
    acceptDownloads: true,
  });
  cleaners.push(() => closeQuietly(context));
  given.pages = () => context.pages();
  context.setDefaultTimeout(PATIENCE);
  await withoutServiceWorkers(context);
  const guards = await watch(context, { allowed: test.allowed ?? (test.fromFile ? null : given.url), expected: test.expected });
  const page = await context.newPage();
  await test.run({ ...given, context, page, guards, cleanUp: (clean) => cleaners.push(clean) });
  guards.check();
}

async function withinLimit(milliseconds, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${milliseconds / 1000} s`)), milliseconds);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
  work.catch(() => {});
}

async function photograph(test, given) {
  const name = test.title.replace(/[^a-z0-9æøå]+/gi, "-").slice(0, 80);
  for (const [index, page] of given.pages().entries()) {
    const path = join(OUTPUT, `failed-${name}-${index}.png`);
    await page.screenshot({ path, fullPage: true, timeout: 10_000 }).catch(() => {});
  }
}

function report() {
  const failed = results.filter((passed) => !passed).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed || results.length === 0 ? 1 : 0;
}
