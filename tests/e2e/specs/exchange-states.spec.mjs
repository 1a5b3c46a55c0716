// The pages with files and rounds as they look in use: nothing for axe to find, and a picture of
// each for people to look at.
import assert from "node:assert/strict";
import { join } from "node:path";
import { accessibilityProblems } from "../harness/axe.mjs";
import { survey, YEAR } from "../harness/invented.mjs";
import { openWhole } from "../harness/states.mjs";
import { ContributionPage } from "../pages/contribution.mjs";
import { ExchangePage, file } from "../pages/exchange.mjs";
import { KlPage } from "../pages/kl.mjs";
import { RoundsPage } from "../pages/rounds.mjs";
import { SendPage } from "../pages/send.mjs";
import { UnitsPage } from "../pages/units.mjs";

const VARDE = { code: 573, name: "Varde", number: 9 };

/** A survey of two years, the later to be confirmed in part, with two units. */
async function inUse(root) {
  const made = await survey(root, { ...VARDE, E09: "central" });
  const [round] = made.rounds;
  const before = structuredClone({ ...round, id: String(YEAR - 1), year: YEAR - 1 });
  for (const id of ["E02.01", "E02.02", "P01.01"]) round.answers.central[id].unconfirmed = true;
  Object.assign(round.answers.central["E01.01"], { organisation: "central", process: "full" });
  round.units = {
    "unit-1": { name: "Nordskolen", kind: "Skole", employees: 50, invoices: 100 },
    "unit-2": { name: "Plejecenter Vest med et temmelig langt navn", kind: "Plejecenter", employees: 80, invoices: 600 },
  };
  const said = { organisation: "institution", solution: "manual", process: "manual" };
  for (const unit of Object.keys(round.units)) round.answers[unit] = { "E04.04": said, "E04.05": said, "E04.11": said };
  return { ...made, rounds: [before, round] };
}

/** The same survey from another computer, where something else is said. */
function fromElsewhere(made) {
  const other = structuredClone(made);
  const { central } = other.rounds[1].answers;
  const stamp = { by: "Budget og analyse", at: `${YEAR}-01-02T03:04:05Z` };
  for (const id of ["E01.01", "E03.02"]) Object.assign(central[id], { organisation: "external", solution: "manual", ...stamp });
  other.rounds[1].units["unit-3"] = { name: "Sydskolen", kind: "Skole" };
  return other;
}

async function partFor(page, url) {
  const send = new SendPage(page, url);
  await send.open("#/filer/send");
  await send.save.click();
  await send.main.getByRole("alert").waitFor();
  return send;
}

/** Goes through the states and looks at each. */
async function walk({ page, url, root }, look) {
  const made = await inUse(root);
  const exchange = new ExchangePage(page, url);
  await exchange.openFile(file("varde.kommunebenchmark.json", made), "Åbn");
  await look("filer-with-a-backup-to-come");

  const units = new UnitsPage(page, url);
  await units.open("#/enheder");
  await units.table.waitFor();
  await units.openUnit("Nordskolen");
  await look("enheder");
  await openWhole(units, "#/overblik/E04");
  await look("overblik-with-units");

  const rounds = new RoundsPage(page, url);
  await rounds.open("#/runder");
  await rounds.table("Udvikling i aktiviteter: Budgetlægning").waitFor();
  await look("runder");
  await openWhole(rounds, "#/skema/E02");
  await look("skema-unconfirmed");

  const contribution = new ContributionPage(page, url);
  await contribution.open("#/filer/bidrag");
  await contribution.table("Aktiviteter").waitFor();
  await contribution.named.check();
  await look("bidrag");

  const kl = new KlPage(page, url);
  await kl.open("#/kl");
  const four = ["1", "2", "3", "4"];
  const surveys = four.map((one) => file(`kommune-${one}.json`, { ...made, contribution_id: one.repeat(16) }));
  await kl.handIn(...surveys, file("indkøbsseddel.txt", "mælk"));
  await kl.main.getByText("4 af 5 filer kan bruges.").waitFor();
  await kl.saved(() => kl.build.click());
  await kl.table("Sammenligningstallene er lavet").waitFor();
  await look("kl");

  await exchange.open("#/filer");
  await exchange.handIn(file("anden-computer.json", fromElsewhere(made)), file("mælk.txt", "mælk"));
  await exchange.card("anden-computer.json").waitFor();
  await look("filer-with-arrivals");
  await exchange.button("Flet svarene ind i vores").click();
  await exchange.preview.waitFor();
  await look("filer-with-conflicts");
  await exchange.preview.getByRole("button", { name: "Annullér" }).click();

  const send = await partFor(page, url);
  await look("send-with-a-problem");
  await send.units.check();
  await send.function.fill("Skoler og plejecentre");
  await send.note.fill("Svar for jeres egen enhed.");
  const part = await send.saved(() => send.save.click());
  await exchange.openPart(file(part.name, part.text), "Åbn delen i stedet for det, der er her");
  await exchange.open("#/filer");
  await look("filer-of-a-part");
  await openWhole(exchange, "#/");
  await look("forside-of-a-unit");
  await openWhole(exchange, "#/skema");
  await look("skema-of-a-unit");
}

async function isAccessible(given) {
  const { page, output } = given;
  const { width } = page.viewportSize();
  const problems = [];
  await walk(given, async (name) => {
    problems.push(...(await accessibilityProblems(page)).map((problem) => `${name}: ${problem}`));
    await page.screenshot({ path: join(output, `exchange-${name}-${width}.png`), fullPage: true });
  });
  assert.deepEqual(problems, []);
}

export const tests = [1280, 360].map((width) => ({
  name: `pages in use are accessible at ${width} px`,
  run: isAccessible,
  width,
}));
