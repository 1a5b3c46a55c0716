// From picture to plan: a proposal with its reason, a business case, the plan with its cut, goals.
import assert from "node:assert/strict";
import { fillWithPlan } from "../harness/states.mjs";
import { until } from "../harness/until.mjs";
import { HomePage } from "../pages/home.mjs";
import { PlanningPage } from "../pages/planning.mjs";

const FINANCE = "Forslag til Økonomi og regnskab";
const PAYROLL = "Forslag til Løn og personale";
const FOLLOW_UP = "E02 Budgetopfølgning";

async function openExample({ page, url }) {
  const home = new HomePage(page, url);
  await home.open();
  await home.openExample();
  const planning = new PlanningPage(page, url);
  await planning.goTo("Forslag");
  await planning.isMade();
  return planning;
}

async function openPlan(given) {
  await fillWithPlan(given);
  return new PlanningPage(given.page, given.url);
}

/** Says by how much a proposal frees FTE in an area, and puts it into the plan. */
async function putInPlan(planning, id, name, percent) {
  await planning.open(`#/forslag/${id}`);
  await planning.isAbout(`${id} ${name}`);
  await planning.type("E02: procent af årsværkene, forventet", percent);
  await planning.button("Sæt i handleplanen").click();
  await planning.isAt("Handleplan");
  await planning.isAbout(`${id} ${name}`);
}

async function fromPictureToPlan(given) {
  const { page } = given;
  const planning = await openExample(given);
  await planning.says("»Eksempler på indsatser«");
  const { rows } = await planning.read(FINANCE);
  assert.match(rows[0].head, /^1\. K03 Digital understøttelse af budgetopfølgningen/);
  assert.match(rows[0].cells.Hvorfor, /Budgetopfølgning: .*årsværk/);

  // The top proposal, and from its reason to an activity.
  await planning.table(FINANCE).getByRole("link", { name: /K03/ }).click();
  await planning.isAbout("K03 Digital understøttelse af budgetopfølgningen");
  const activity = planning.main.getByRole("link", { name: /^E\d\d\.\d\d / }).first();
  const title = (await activity.innerText()).replace(/^E\d\d\.\d\d /, "");
  await activity.click();
  await until("the activity has the focus", async () =>
    assert.ok((await page.evaluate(() => document.activeElement.closest("tr")?.innerText ?? "")).includes(title)),
  );
  await page.goBack();
  await planning.isAbout("K03 Digital understøttelse af budgetopfølgningen");

  // Its business case: what the survey knows is there already, the rest is asked for.
  await planning.button(/^Ny beregning: Budgetopfølgning: sparede timer/).click();
  await planning.isAt("Beregninger");
  await planning.says("Udfyld disse tal, så kommer resultatet");
  assert.equal(await planning.field(/^Enheder med budgetansvar/).inputValue(), "62");
  await planning.type(/^Sparede timer pr\. enhed om måneden(?! \()/, "8");
  await planning.type(/^Sparede timer pr\. enhed om måneden \(lavest\)/, "5");
  await planning.type(/^Sparede timer pr\. enhed om måneden \(højest\)/, "10");
  await planning.type(/^Timeløn/, "306");
  await planning.type(/^Timer pr\. årsværk/, "1.500");
  // 62 units, 8 hours a month: 5,952 hours, 1,821,312 kr.
  await planning.says("1.821.312 kr.");
  await planning.says("5.952,0 timer");
  await planning.button("Sæt forslaget i handleplanen med denne beregning").click();
  await planning.isAt("Handleplan");

  // Two others that harvest in the same area.
  await putInPlan(planning, "K02", "Optimering af styringen af løn og regnskab", "50");
  await putInPlan(planning, "M12", "Systemunderstøttet ledelsestilsyn", "60");
  await planning.turnTo("Handleplan");
  const plan = await planning.read("Handlinger");
  assert.deepEqual(plan.rows.map((row) => row.head.slice(0, 6)), ["1. K03", "2. K02", "3. M12", "I alt"]);
  const overlap = await planning.read(/^Årsværk, fuldt indfaset/);
  const cut = overlap.rows.find((row) => row.head.startsWith("M12") && row.cells.Område === FOLLOW_UP);
  assert.notEqual(cut.cells["Trukket fra"], "0,00");
  assert.match(cut.cells.Hvorfor, /fordi K03 .* og K02 .* kommer først/);

  // A goal.
  await planning.turnTo("Mål");
  await planning.button("Tilføj et mål").click();
  await planning.main.getByRole("combobox").selectOption({ label: "Budgetopfølgning: digital proces" });
  await planning.type("Budgetopfølgning: digital proces: mål", "1");
  await planning.says("Hvor langt er I?");
  await planning.isSaved();

  await planning.reload();
  await planning.isMade();
  assert.equal(await planning.field("Budgetopfølgning: digital proces: mål").inputValue(), "1");
  await planning.turnTo("Handleplan");
  assert.equal((await planning.read("Handlinger")).rows.length, 4);
  await planning.turnTo("Beregninger");
  const [mine] = (await planning.read("Jeres beregninger")).rows;
  assert.equal(mine.cells["Bruges i planen"], "Ja");
}

async function badInput(given) {
  const planning = await openPlan(given);
  await planning.open("#/beregninger/C11-1");
  await planning.isAbout("Udlæg 1: besparelse pr. ansat");
  const saving = /^Besparelse pr\. ansat om året(?! \()/;
  const employees = /^Ansatte/;
  const before = await planning.read("Resultat af beregningen");
  for (const [name, text, message] of [
    [saving, "mange", /Skriv et tal/],
    [saving, "-5", /ikke være negativt/],
    [saving, "1e30", /Skriv et tal/],
    [saving, "9".repeat(31), /højst|mellem/],
    [employees, "12,5", /helt tal/],
    [/^Andel af effekten i år 1(?! \()/, "101", /mellem 0 og 100/],
  ]) {
    const old = await planning.field(name).inputValue();
    await planning.type(name, text);
    assert.match(await planning.errorOf(name), message, text);
    assert.equal(await planning.table("Resultat af beregningen").count(), 0, "a result of a wrong number");
    assert.ok(!/NaN|inf/.test((await planning.main.innerText()).replaceAll("info", "")), text);
    await planning.button("Fortryd").click();
    await until("the old number is back", async () => assert.equal(await planning.field(name).inputValue(), old));
  }
  await planning.type("Antal år", "0");
  assert.match(await planning.errorOf("Antal år"), /mellem 4 og 10/);
  await planning.button("Fortryd").click();
  await planning.becomes("the result", () => planning.read("Resultat af beregningen"), before);
  // What was typed is kept, also over a reload.
  await planning.type(saving, "mange");
  await planning.errorOf(saving);
  await planning.isSaved();
  await planning.reload();
  await planning.isMade();
  assert.equal(await planning.field(saving).inputValue(), "mange");
  assert.match(await planning.errorOf(saving), /Skriv et tal/);
}

async function ownOrder(given) {
  const planning = await openExample(given);
  const first = await planning.order(PAYROLL);
  await planning.row(PAYROLL, /M16 Udbud/).getByRole("button", { name: /^Fastgør/ }).click();
  await until("it is pinned", async () => assert.match((await planning.order(PAYROLL))[0], /^1\. M16 .*Fastgjort/));
  await planning.open("#/forslag/M13");
  await planning.isAbout("M13 Systemintegration ved robotter");
  await planning.type("Fravalgt, fordi", "Vi har ingen robotter");
  await planning.turnTo("Forslag");
  const last = (await planning.read(PAYROLL)).rows.at(-1);
  assert.match(last.head, /M13 .*Fravalgt/);
  assert.match(last.cells.Hvorfor, /Vi har ingen robotter/);
  await planning.row(PAYROLL, /^3\. /).getByRole("button", { name: /^Flyt .* op$/ }).click();
  await planning.button("Brug beregnerens rækkefølge igen").click();
  for (const _ of [1, 2, 3, 4]) await planning.button("Fortryd").click();
  await planning.becomes("the order", () => planning.order(PAYROLL), first);
}

async function asksBeforeRemoving(given) {
  const planning = await openPlan(given);
  await planning.open("#/beregninger/C11-1");
  await planning.button("Slet beregningen").click();
  const dialog = given.page.getByRole("dialog");
  await dialog.getByText(/bruges i planen af K07/).waitFor();
  await dialog.getByRole("button", { name: "Annullér" }).click();
  await planning.open("#/plan/K07");
  await planning.isAbout("K07 Digitalisering af udlægshåndtering");
  await planning.button("Fjern fra planen").click();
  await dialog.getByRole("button", { name: "Fjern fra planen" }).click();
  await planning.isAbout("Handlingerne i rækkefølge");
  await planning.becomes("the plan", async () => (await planning.read("Handlinger")).rows.length, 4);
  await planning.button("Fortryd").click();
  await planning.becomes("the plan", async () => (await planning.read("Handlinger")).rows.length, 5);
}

async function triesWithoutChanging(given) {
  const planning = await openPlan(given);
  await planning.open("#/hvad-hvis");
  const table = /^Økonomi og regnskab: i dag/;
  const { rows } = await planning.read(table);
  const changed = rows.find((row) => row.head.startsWith("E04"));
  assert.match(changed.cells["Digital løsning"], /→/);
  assert.match(changed.cells.Årsværk, /→/);
  await planning.main.getByRole("checkbox", { name: /^M10 / }).uncheck();
  await until("the area is as today", async () => {
    const { rows } = await planning.read(table);
    assert.doesNotMatch(rows.find((row) => row.head.startsWith("E04")).cells["Digital løsning"], /→/);
  });
  await planning.goTo("Overblik");
  const overview = await planning.main.getByRole("table").first().innerText();
  assert.doesNotMatch(overview, /→/);
}

async function followsMonthByMonth(given) {
  const planning = await openPlan(given);
  await planning.open("#/plan/status/2026-12");
  await planning.isAbout("Status for december 2026");
  const light = planning.main.getByRole("combobox", { name: /^M10 .*: status/ });
  assert.match(await light.locator("option").first().innerText(), /Som i november 2026: Gul/);
  await light.selectOption({ label: "Grøn: følger planen" });
  await planning.type(/^M10 .*hvad er sket/, "Planen holder igen.");
  await planning.isSaved();
  await planning.reload();
  await planning.isMade();
  assert.equal(await planning.field(/^M10 .*hvad er sket/).inputValue(), "Planen holder igen.");
}

/** Days are typed part by part, and lose nothing on the way. */
async function datesByKeyboard(given) {
  const planning = await openPlan(given);
  await planning.open("#/plan/K07");
  await planning.isAbout("K07 Digitalisering af udlægshåndtering");
  const first = planning.main.getByLabel("Første dag");
  const last = planning.main.getByLabel("Sidste dag");
  await first.focus();
  // The order of the parts is the browser's; typed in each the same.
  await given.page.keyboard.type("03032029", { delay: 40 });
  await last.focus();
  await given.page.keyboard.type("04042029", { delay: 40 });
  await planning.button("Månedlig status").focus();
  await planning.isSaved();
  await planning.reload();
  await planning.isMade();
  assert.equal(await first.inputValue(), "2029-03-03");
  assert.equal(await last.inputValue(), "2029-04-04");
}

/** A slow press on a button, right after a field was filled in, is a click. */
async function slowPress(given) {
  const { page } = given;
  const planning = await openPlan(given);
  await planning.open("#/plan/K07");
  await planning.isAbout("K07 Digitalisering af udlægshåndtering");
  await planning.field("Ansvarlig").fill("Budgetchef");
  await planning.button("Fjern fra planen").click({ delay: 400 });
  await page.getByRole("dialog").getByRole("button", { name: "Annullér" }).click();
  await until("the field is filled in", async () => assert.equal(await planning.field("Ansvarlig").inputValue(), "Budgetchef"));
}

/** The focus goes on where the pressed button is no more. */
async function focusGoesOn(given) {
  const { page } = given;
  const planning = await openPlan(given);
  const focused = () => page.evaluate(() => document.activeElement.id);
  const becomes = (id) => until(`the focus is on ${id}`, async () => assert.equal(await focused(), id));
  await planning.open("#/plan");
  await planning.button(/^Flyt K07 .* op$/).press("Enter");
  await becomes("ned-K07");
  await page.getByRole("status").filter({ hasText: "er nu nr. 1 af 4." }).waitFor({ state: "attached" });
  await planning.open("#/plan/M10");
  await planning.button("Fjern milepælen Fakturaplaner oprettet").press("Enter");
  await becomes("ny-milepael");
  await planning.button("Tilføj en milepæl").press("Enter");
  await until("the new milestone has the focus", async () => assert.match(await focused(), /^actions-M10-milestones-m\d+-title$/));
  await planning.open("#/plan/maal");
  await planning.button(/^Fjern målet/).press("Enter");
  await becomes("nyt-maal");
  // A question does not outlive its page.
  await planning.open("#/plan/K07");
  await planning.button("Fjern fra planen").click();
  await page.getByRole("dialog").waitFor();
  await page.goBack();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

export const tests = [
  { name: "X Kommune, from the top proposal to a plan with a cut and a goal", run: fromPictureToPlan },
  { name: "a wrong number is told at its field and nothing is lost", run: badInput },
  { name: "the municipality's own order of the proposals", run: ownOrder },
  { name: "removing what the plan uses asks first", run: asksBeforeRemoving },
  { name: "what-if changes no answer", run: triesWithoutChanging },
  { name: "the status of an action, month by month", run: followsMonthByMonth },
  { name: "days are typed with the keyboard", run: datesByKeyboard },
  { name: "a slow press after a field is a click", run: slowPress },
  { name: "the focus goes on after a button is gone", run: focusGoesOn },
];
