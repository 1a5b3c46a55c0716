// The main job in Firefox and WebKitGTK: answer, reload, come back, see the published figures beside a group.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BROWSERS } from "./browsers.mjs";
import { inBrowser } from "./in-browser.mjs";
import { AreaPage, ComparisonPage, HomePage, MunicipalityPage, OverviewPage, SurveyPage } from "./pages.mjs";

const FIGURES = new URL("../../fixtures/klk-benchmark-example.json", import.meta.url);
const MUNICIPALITY = "Roskilde";
const AREA = "Økonomisk sagsfremstilling";
const DOMAINS = { E: "Økonomi og regnskab", P: "Løn og personale" };
const DIMENSIONS = { Centraliseringsgrad: "centralisation", "Digital proces": "process", "Digital løsning": "solution" };

// Key and choice per cell: levels 3 + 3 + 2 + 0 + 3 (external counts as central), solutions 3.5, processes 2.
const ANSWERS = [
  [["4", "Central"], ["f", "Fuldt"], ["d", "Delvist"]],
  [["4", "Central"], ["f", "Fuldt"], ["m", "Manuelt"]],
  [["3", "Fagforvaltning"], ["d", "Delvist"], ["m", "Manuelt"]],
  [["1", "Institution"], ["m", "Manuelt"], ["f", "Fuldt"]],
  [["5", "Eksternt"], ["f", "Fuldt"], ["d", "Delvist"]],
];
const TYPED_ROWS = 3;
const CHOICES = ANSWERS.map((row) => row.map(([, choice]) => choice));
const SCORES = { Centraliseringsgrad: "2,2 af 3", "Digital proces": "0,4 af 1", "Digital løsning": "0,7 af 1", Besvaret: "5 af 5" };

export const tests = Object.keys(BROWSERS).flatMap((browser) => [
  {
    name: `${browser}: an area is answered by keyboard and mouse, scored, and there again after a reload`,
    run: (context) => inBrowser(browser, "answer", context, (screen) => answerAnArea(screen, context.url)),
  },
  {
    name: `${browser}: the first two answers of a survey are both kept, however fast they come`,
    run: (context) => inBrowser(browser, "fast answers", context, (screen) => answerFast(screen, context.url)),
  },
  {
    name: `${browser}: after a restart the own survey is there, and X Kommune shows the published figures`,
    run: (context) => inBrowser(browser, "figures", context, (screen) => readTheFigures(screen, context.url)),
  },
  {
    name: `${browser}: the single file opens from a disk, shows X Kommune and keeps an answer over a reload`,
    run: (context) => inBrowser(browser, "single file", context, (screen) => openTheSingleFile(screen, context.root)),
  },
]);

async function answerAnArea(screen, url) {
  await screen.open(url);
  await chooseMunicipality(screen);
  const page = await openArea(screen);
  assert.deepEqual(await page.answers(), ANSWERS.map(() => [null, null, null]), "the survey starts empty");
  await fill(page);
  await expectAnswers(page);
  await page.isSaved();

  await screen.reload();
  await page.isFor(MUNICIPALITY);
  await expectAnswers(page);
}

async function answerFast(screen, url) {
  await screen.open(url);
  const page = await openArea(screen);
  const [[organisation, solution]] = await page.cells();
  await page.clickInTurn([await page.option(organisation, "Central"), await page.option(solution, "Fuldt")]);
  await page.isSaved();
  const kept = ["Central", "Fuldt", null];
  assert.deepEqual((await page.answers())[0], kept, "both answers are shown");
  await screen.reload();
  assert.deepEqual((await page.answers())[0], kept, "both answers are there after a reload");
}

async function readTheFigures(screen, url) {
  await screen.open(url);
  await chooseMunicipality(screen);
  await fill(await openArea(screen));
  await new HomePage(screen).isSaved();

  await screen.restart(url);
  const home = new HomePage(screen);
  await home.isFor(MUNICIPALITY);
  await expectAnswers(await openArea(screen));

  await home.open();
  await home.tryExample();
  await home.isFor("X Kommune");
  const figures = JSON.parse(await readFile(FIGURES, "utf8"));
  const overview = new OverviewPage(screen);
  await overview.open();
  for (const domain in DOMAINS) expectFigures(await overview.table(DOMAINS[domain]), figures[domain], scoreText);
  const comparison = new ComparisonPage(screen);
  await comparison.open();
  for (const domain in DOMAINS) expectFigures(await comparison.table(DOMAINS[domain]), figures[domain], deviationText);
  const marks = await comparison.chartsDrawn();
  assert.ok(marks.every((count) => count >= 11), `each chart has a mark per area: ${marks}`);

  await home.leaveExample();
  await home.isFor(MUNICIPALITY);
}

async function openTheSingleFile(screen, root) {
  const file = pathToFileURL(join(root, "kommunebenchmark.html")).href;
  await screen.open(file);
  await new HomePage(screen).isEmpty();
  await new HomePage(screen).tryExample();
  const { E: figures } = JSON.parse(await readFile(FIGURES, "utf8"));
  expectFigures(await new OverviewPage(screen).table(DOMAINS.E), figures, scoreText);
  // The document worker and the charts run from the disk too.
  const comparison = new ComparisonPage(screen);
  await comparison.open();
  expectFigures(await comparison.table(DOMAINS.E), figures, deviationText);
  await comparison.chartsDrawn();
  await new HomePage(screen).leaveExample();

  await screen.click("link", /^Skema$/);
  let page = await openAreaOf(screen);
  const [[first]] = await page.cells();
  await page.click(first, "Central");
  await page.isSaved();
  await screen.reload();
  page = new AreaPage(screen);
  assert.deepEqual((await page.answers())[0], ["Central", null, null]);
}

async function chooseMunicipality(screen) {
  await new HomePage(screen).isEmpty();
  await new HomePage(screen).begin();
  const page = new MunicipalityPage(screen);
  await page.choose(MUNICIPALITY);
  await page.isFor(`${MUNICIPALITY} Kommune`);
}

async function openArea(screen) {
  await screen.click("link", /^Skema$/);
  return openAreaOf(screen);
}

async function openAreaOf(screen) {
  await new SurveyPage(screen).openArea(AREA);
  return new AreaPage(screen);
}

/** The first rows by keys only, each of which moves on by itself; the others by clicks. */
async function fill(page) {
  const cells = await page.cells();
  assert.equal(cells.length, ANSWERS.length, "the area has its activities");
  await page.focusNextUnanswered();
  for (const [index, row] of ANSWERS.entries()) {
    for (const [column, [key, choice]] of row.entries()) {
      const cell = cells[index][column];
      if (index < TYPED_ROWS) await page.type(key, cell, choice);
      else await page.click(cell, choice);
    }
  }
}

async function expectAnswers(page) {
  assert.deepEqual(await page.answers(), CHOICES);
  const shown = await page.scores();
  assert.deepEqual({ ...shown, ...SCORES }, shown, "the score panel is right");
}

function expectFigures(table, figures, text) {
  // "Samlet" leads to its domain, an area to itself.
  const shown = Object.fromEntries(table.rows.map((row) => [/^[EP]\d\d$/.test(row.area) ? row.area : row.name, row.cells]));
  assert.ok(figures.length > 10, "the fixture holds a whole domain");
  for (const figure of figures) {
    const row = figure.area === "SAMLET" ? "Samlet" : figure.area;
    for (const [title, dimension] of Object.entries(DIMENSIONS)) {
      const cell = shown[row]?.[table.columns.indexOf(title)];
      assert.equal(cell, text(figure[dimension]), `${row} ${title}`);
    }
  }
}

function scoreText({ score }) {
  return score.toFixed(1).replace(".", ",");
}

function deviationText({ deviation }) {
  const size = Math.abs(deviation).toFixed(1).replace(".", ",");
  if (size === "0,0") return size;
  return `${deviation > 0 ? "+" : "−"}${size}`;
}
