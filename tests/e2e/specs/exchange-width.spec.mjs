// The pages with files and rounds in use: nothing wider than the window.
import assert from "node:assert/strict";
import { overflowProblems } from "../harness/axe.mjs";
import { survey, YEAR } from "../harness/invented.mjs";
import { openWhole } from "../harness/states.mjs";
import { ExchangePage, file } from "../pages/exchange.mjs";
import { KlPage } from "../pages/kl.mjs";
import { RoundsPage } from "../pages/rounds.mjs";

const VARDE = { code: 573, name: "Varde", number: 9, E09: "central" };

/** What an A4 sheet has between the margins of `_print.scss`, in px. */
const PAPER = 680;

/** Nothing is wider than the window, and nothing wider than paper. */
async function fits(page) {
  assert.deepEqual(await overflowProblems(page), []);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: PAPER, height: 900 });
  assert.deepEqual(await overflowProblems(page), []);
}

/** The first column stands still while the frame of a table is scrolled to its end. */
async function keepsRowNames(table) {
  const name = table.getByRole("rowheader").first();
  const before = await name.boundingBox();
  const scrolled = await table.locator("..").evaluate((frame) => {
    frame.scrollLeft = frame.scrollWidth;
    return frame.scrollLeft;
  });
  assert.ok(scrolled > 0, "the table is no wider than its frame");
  assert.equal((await name.boundingBox()).x, before.x);
}

async function roundsFit({ page, url, root }) {
  const made = await survey(root, VARDE);
  const before = structuredClone({ ...made.rounds[0], id: String(YEAR - 1), year: YEAR - 1 });
  await new ExchangePage(page, url).openFile(file("varde.json", { ...made, rounds: [before, ...made.rounds] }), "Åbn");
  const rounds = new RoundsPage(page, url);
  await rounds.open("#/runder");
  await rounds.table("Udvikling i områder: Økonomi og regnskab").waitFor();
  await fits(page);
}

async function unitsInOverviewFit({ page, url, root }) {
  const made = await survey(root, VARDE);
  const [round] = made.rounds;
  const said = { organisation: "institution", solution: "manual", process: "manual" };
  round.answers["unit-1"] = { "E04.04": said, "E04.05": said, "E04.11": said };
  const exchange = new ExchangePage(page, url);
  await exchange.openFile(file("varde.json", made), "Åbn");
  await openWhole(exchange, "#/overblik/E04");
  await fits(page);
}

async function openMunicipalities({ page, url, root }, count) {
  const made = await survey(root, VARDE);
  const kl = new KlPage(page, url);
  await kl.open("#/kl");
  const ids = Array.from({ length: count }, (_, index) => String(index).padStart(16, "0"));
  await kl.handIn(...ids.map((id) => file(`kommune-nummer-${id}.json`, { ...made, contribution_id: id })));
  await kl.main.getByText(`${count} af ${count} filer kan bruges.`).waitFor();
  return kl;
}

async function manyMunicipalitiesFit(given) {
  await openMunicipalities(given, 12);
  await fits(given.page);
}

async function moreThanPaperHoldsFit(given) {
  const kl = await openMunicipalities(given, 20);
  await keepsRowNames(kl.table("Centraliseringsgrad: Løn og personale"));
  await fits(given.page);
}

const WINDOWS = [1280, 360, 320];

export const tests = [
  ["two rounds beside each other fit", roundsFit, WINDOWS],
  ["what units say in Overblik fits", unitsInOverviewFit, WINDOWS],
  ["twelve municipalities beside each other fit", manyMunicipalitiesFit, WINDOWS],
  ["twenty municipalities scroll in their frame and fit", moreThanPaperHoldsFit, [1280]],
].flatMap(([what, run, widths]) =>
  widths.map((width) => ({ name: `${what} a window of ${width} px, and paper`, run, width })),
);
