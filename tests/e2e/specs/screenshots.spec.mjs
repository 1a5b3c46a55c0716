// Pictures of every page, on the screen and on paper, for people to look at; and the README's.
import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fillWithExample, fillWithPlan, openWhole, PAGES, PLANNED } from "../harness/states.mjs";
import { AppPage } from "../pages/app.mjs";

const PRINTED = ["overblik", "overblik-eget", "sammenligning", "fordeling", "svar", "ressourcer", "noegletal", "overblik-E04"];

async function photographAll(page, url, output, state, options, pages = PAGES) {
  const app = new AppPage(page, url);
  const { width } = page.viewportSize();
  for (const [name, hash] of Object.entries(pages)) {
    await openWhole(app, hash, options);
    await page.screenshot({ path: join(output, `${state}-${name}-${width}.png`), fullPage: true });
  }
}

async function emptyPages({ page, url, output }) {
  await photographAll(page, url, output, "empty");
}

async function examplePages({ page, url, output }) {
  await fillWithExample(page, url);
  await photographAll(page, url, output, "example", { charts: true });
}

async function plannedPages({ page, url, root, output }) {
  await fillWithPlan({ page, url, root });
  await photographAll(page, url, output, "planned", { charts: true }, PLANNED);
}

async function printedPages({ page, url, output }) {
  await fillWithExample(page, url);
  const app = new AppPage(page, url);
  for (const name of PRINTED) {
    await openWhole(app, PAGES[name], { charts: true });
    const path = join(output, `example-${name}.pdf`);
    await page.pdf({ path, format: "A4", printBackground: true });
    assert.ok((await stat(path)).size > 10_000);
  }
}

async function readmePicture({ page, url, output }) {
  await fillWithExample(page, url);
  await openWhole(new AppPage(page, url), "#/skema/E04");
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement.blur());
  await page.screenshot({ path: join(output, "readme.png") });
}

export const tests = [
  ...[1280, 360].flatMap((width) => [
    { name: `every page, empty, at ${width} px`, run: emptyPages, width },
    { name: `every page of X Kommune at ${width} px`, run: examplePages, width },
    { name: `every page of a plan at ${width} px`, run: plannedPages, width },
  ]),
  { name: "the administrative picture on paper", run: printedPages },
  { name: "the picture of the README", run: readmePicture },
];
