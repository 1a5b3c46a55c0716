// The edition in one file, opened from the disk.
import assert from "node:assert/strict";
import { access, copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { area } from "../harness/catalogue.mjs";
import { readsThePublishedFigures } from "../harness/job.mjs";
import { HomePage } from "../pages/home.mjs";
import { MunicipalityPage } from "../pages/municipality.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";

async function fileUrl(root) {
  const path = join(root, "kommunebenchmark.html");
  await access(path).catch(() => assert.fail("there is no single-file edition: node scripts/single-file.mjs makes it"));
  return pathToFileURL(path).href;
}

function onlyTheFile(guards, url) {
  const others = guards.requests.filter((one) => !one.startsWith(url) && !/^(data|blob):/.test(one));
  assert.deepEqual(others, [], "nothing is asked for beyond the file");
}

async function showsExample({ page, root, guards }) {
  const url = await fileUrl(root);
  const home = new HomePage(page, url);
  await home.open();
  const comparison = await readsThePublishedFigures({ page, url, home });
  await comparison.chartIsDrawn("Løn og personale", "Rekruttering", 18);
  await home.goTo("Metode");
  await home.main.getByRole("heading", { level: 2 }).first().waitFor();
  onlyTheFile(guards, url);
}

async function keepsAnswers({ page, root, guards }) {
  const url = await fileUrl(root);
  const { activities } = await area(root, "E09");
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  await survey.answer(activities[0].title, "Central", "Fuldt", "Delvist");
  await survey.isSaved();
  await survey.helpButton(activities[0].title).click();
  await survey.table.getByText(/^Besvares af: /).waitFor();
  const answers = await survey.answers();
  assert.equal(Object.keys(answers).length, 3);
  await survey.reload();
  await survey.answersAre(answers);
  onlyTheFile(guards, url);
}

/** Two files on one disk share the browser's storage, but not the survey. */
async function copiesStayApart({ context, page, root }) {
  const folder = await mkdtemp(join(tmpdir(), "kommunebenchmark-copies-"));
  try {
    const copies = ["varde.html", "lemvig.html", "flyttet.html"].map((name) => join(folder, name));
    for (const copy of copies) await copyFile(join(root, "kommunebenchmark.html"), copy);
    const [varde, lemvig, moved] = copies.map((copy) => pathToFileURL(copy).href);
    await begin(page, varde, "Varde");
    const other = await context.newPage();
    await begin(other, lemvig, "Lemvig");
    await new HomePage(page, varde).reload();
    await page.getByRole("banner").getByText(/^Varde Kommune/).waitFor();
    await new HomePage(other, lemvig).reload();
    await other.getByRole("banner").getByText(/^Lemvig Kommune/).waitFor();

    // A copy that was moved finds what it had.
    const third = await context.newPage();
    const home = new HomePage(third, moved);
    await home.open();
    await home.isWelcome();
    const offered = home.main.getByRole("region", { name: "I denne browser ligger også" });
    assert.equal(await offered.getByRole("button").count(), 2);
    await offered.getByRole("button", { name: /^Gå videre med Lemvig \d{4}$/ }).click();
    await third.getByRole("banner").getByText(/^Lemvig Kommune/).waitFor();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function begin(page, url, name) {
  const profile = new MunicipalityPage(page, url);
  await profile.open("#/kommune");
  await profile.municipality.selectOption({ label: name });
  await profile.isSaved();
}

export const tests = [
  { name: "the file shows X Kommune, its charts and the method without asking for anything else", run: showsExample, fromFile: true },
  { name: "an answer given in the file is there after a reload", run: keepsAnswers, fromFile: true },
  { name: "copies on one disk keep their surveys apart, and a moved copy finds its own", run: copiesStayApart, allowed: pathToFileURL(tmpdir()).href },
];
