// Others answer a part in browsers of their own, and their answers are brought together.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { YEAR } from "../harness/invented.mjs";
import { readTable } from "../harness/tables.mjs";
import { until } from "../harness/until.mjs";
import { inOwnBrowser } from "../harness/visitors.mjs";
import { ExchangePage, file } from "../pages/exchange.mjs";
import { HomePage } from "../pages/home.mjs";
import { MunicipalityPage } from "../pages/municipality.mjs";
import { OverviewPage } from "../pages/overview.mjs";
import { SendPage } from "../pages/send.mjs";
import { SurveyPage } from "../pages/survey.mjs";
import { LEVEL, SurveyAreaPage } from "../pages/survey-area.mjs";
import { UnitsPage } from "../pages/units.mjs";

const BOOKKEEPING = "Bogføring, betaling og revision";
const CASES = "Økonomisk sagsfremstilling";
const OFFICE = "Bogholderiet";

async function begin({ page, url }, id, title, answers) {
  const profile = new MunicipalityPage(page, url);
  await profile.open("#/kommune");
  await profile.municipality.selectOption({ label: "Varde" });
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea(id);
  await survey.answer(title, ...answers);
  await survey.isSaved();
  return survey;
}

/** Saves the parts: bookkeeping to who can answer it, the cases to somebody else. */
async function sendParts({ page, url }, asked) {
  const send = new SendPage(page, url);
  await send.open("#/filer/send");
  await send.save.click();
  await send.main.getByRole("alert").filter({ hasText: "Vælg mindst ét område" }).waitFor();
  await send.area(BOOKKEEPING).check();
  await send.role.selectOption({ label: "Bogholderi" });
  await until("only what the role can answer is chosen", async () =>
    assert.equal(await send.count.innerText(), `${asked} aktiviteter er valgt.`),
  );
  await send.function.fill(OFFICE);
  await send.deadline.fill("2026-12-04");
  await send.note.fill("Spørg endelig. Tak for hjælpen!");
  const first = await send.saved(() => send.save.click());
  assert.equal(first.name, `varde-${YEAR}-bogholderiet.kommunebenchmark.json`);
  await send.area(BOOKKEEPING).uncheck();
  await send.role.selectOption({ label: "alle" });
  await send.area(CASES).check();
  await send.function.fill("Budgetkonsulenterne");
  await send.deadline.fill("");
  const second = await send.saved(() => send.save.click());
  return [first, second];
}

/** Opens a part as it was received, and looks at what is shown of it. */
async function openPart(page, url, sent, { title, areas, lines }) {
  const exchange = new ExchangePage(page, url);
  await exchange.open("#/filer");
  await exchange.handIn(file(sent.name, sent.text));
  await exchange.readsInside(exchange.card(sent.name), lines);
  await exchange.act(sent.name, "Åbn delen, og svar");
  await exchange.isAt(title);
  assert.deepEqual(await exchange.menu.getByRole("link").allInnerTexts(), ["Forside", "Skema", "Filer", "Metode"]);
  await exchange.goTo("Skema");
  const survey = new SurveyPage(page, url);
  const links = await survey.main.locator(".area-list").getByRole("link").allInnerTexts();
  assert.deepEqual(links.map((text) => text.split("\n")[0].trim()), areas);
  await exchange.menu.getByRole("link", { name: "Forside", exact: true }).click();
  await exchange.isAt(title);
  return exchange;
}

async function bookkeepingAnswers({ page, url }, sent, asked) {
  const lines = ["En del, som er sendt ud, uden nye svar.", `Sendt til: ${OFFICE}`, "Frist: 4. december 2026"];
  const exchange = await openPart(page, url, sent, { title: `Svar for ${OFFICE}`, areas: [BOOKKEEPING], lines });
  await exchange.main.getByText("Spørg endelig. Tak for hjælpen!").waitFor();
  const asks = `I er blevet bedt om at svare på ${asked.length} aktiviteter senest 4. december 2026.`;
  await exchange.main.getByText(asks).waitFor();
  await exchange.main.getByRole("link", { name: "Fortsæt" }).click();
  const survey = new SurveyAreaPage(page, url);
  await survey.table.waitFor();
  assert.deepEqual(await survey.shownRows(), asked);
  await survey.answer(asked[0], "Central", "Fuldt", "Fuldt");
  await survey.answer(asked[1], "Mellemniveau", "Delvist", "Manuelt");
  await survey.openDetails(asked[1]);
  await survey.comment(asked[1]).fill("Fakturaer på papir tastes.");
  await survey.isSaved();
  await exchange.goTo("Filer");
  await exchange.isAt("Filer");
  return exchange.savedSurvey();
}

async function consultantsAnswer({ page, url }, sent, titles) {
  const lines = ["En del, som er sendt ud, uden nye svar.", "Sendt til: Budgetkonsulenterne"];
  const exchange = await openPart(page, url, sent, { title: "Svar for Budgetkonsulenterne", areas: [CASES], lines });
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  for (const title of titles) await survey.answer(title, "Fagforvaltning", "Delvist", "Manuelt");
  await survey.isSaved();
  await exchange.goTo("Filer");
  return exchange.savedSurvey();
}

async function partsComeBack(given) {
  const { page, url, root } = given;
  const { activities } = await area(root, "E04");
  const asked = activities.filter((one) => one.answered_by.includes("bookkeeping")).map((one) => one.title);
  const cases = (await area(root, "E09")).activities.map((one) => one.title);
  const survey = await begin(given, "E04", asked[0], ["Institution", "Manuelt", "Manuelt"]);
  const sent = await sendParts(given, asked.length);
  assert.deepEqual(Object.keys(sent[0].content.rounds[0].answers.central), ["E04.01"], "only its own part is in the file");

  const returned = [
    await inOwnBrowser(given, (page) => bookkeepingAnswers({ page, url }, sent[0], asked)),
    await inOwnBrowser(given, (page) => consultantsAnswer({ page, url }, sent[1], cases)),
  ];
  assert.equal(returned[0].content.rounds[0].answers.central["E04.02"].by, OFFICE);
  await survey.openArea("E04");
  await survey.choice(asked[0], LEVEL, "Fagforvaltning").check();
  await survey.isSaved();
  const before = await survey.answers();

  const exchange = new ExchangePage(page, url);
  await exchange.open("#/filer");
  const files = returned.map((one) => file(one.name, one.text));
  await exchange.handIn(...files);
  await exchange.readsInside(exchange.card(files[0].name), ["En besvaret del, klar til at blive flettet."]);
  await exchange.button("Flet svarene fra 2 filer ind i vores").click();
  await exchange.preview.getByText("7 ændringer, heraf 1, hvor I skal vælge.").waitFor();
  const items = await exchange.items();
  assert.equal(items.filter((one) => one.mark === "Nyt").length, 6);
  const conflict = items.find((one) => one.mark === "Vælg");
  assert.equal(conflict.title, `E04.01 ${asked[0]}`);
  assert.match(conflict.lines[0], /^Nu: Fagforvaltning/);
  assert.match(conflict.lines[1], /^Da delen blev sendt: Institution/);
  assert.equal(conflict.choices.length, 3);
  assert.match(conflict.choices[0], /^Jeres egen: Fagforvaltning/);
  assert.match(conflict.choices[1], /^Bogholderiet, \d+\. \p{L}+ \d{4}: Central/u);
  assert.match(conflict.choices[2], /^Begge: Fagforvaltning/);

  await exchange.item(conflict.title).getByRole("radio", { name: /^Bogholderiet/ }).check();
  await exchange.takeAll(7);
  await exchange.said("7 ændringer er overført. I kan fortryde dem samlet.");
  await mergedIs(survey, asked, cases);
  await survey.openArea("E04");
  await survey.undo.click();
  await survey.answersAre(before);
  await survey.openArea("E09");
  await survey.answersAre({});
  await survey.redo.click();
  await mergedIs(survey, asked, cases);
  await survey.isSaved();
  await survey.reload();

  await exchange.open("#/filer");
  await exchange.handIn(...files);
  await exchange.button("Flet svarene fra 2 filer ind i vores").click();
  await exchange.preview.getByText(/^Der er intet at ændre\. \d+ svar er de samme som jeres\./).waitFor();
  assert.ok(await exchange.take.isDisabled(), "there is nothing to take");
}

async function mergedIs(survey, asked, cases) {
  await survey.openArea("E04");
  await until("the colleagues' answers are there", async () => {
    const answers = await survey.answers();
    assert.equal(answers[`${LEVEL} ${asked[0]}`], "Central");
    assert.equal(answers[`${LEVEL} ${asked[1]}`], "Mellemniveau");
  });
  await survey.openDetails(asked[1]);
  assert.equal(await survey.comment(asked[1]).inputValue(), "Fakturaer på papir tastes.");
  await survey.openArea("E09");
  await until("all cases are answered", async () =>
    assert.equal(Object.keys(await survey.answers()).length, cases.length * 3),
  );
}

/** The own answer stays, and the other's becomes a note: nothing is asked again. */
async function bothAreKept(given) {
  const { page, url, root } = given;
  const [{ title }] = (await area(root, "E09")).activities;
  const survey = await begin(given, "E09", title, ["Institution", "Manuelt", "Manuelt"]);
  const send = new SendPage(page, url);
  await send.open("#/filer/send");
  await send.area(CASES).check();
  await send.function.fill(OFFICE);
  const sent = await send.saved(() => send.save.click());
  const returned = await inOwnBrowser(given, async (page) => {
    const exchange = new ExchangePage(page, url);
    await exchange.openPart(file(sent.name, sent.text));
    const part = new SurveyAreaPage(page, url);
    await part.openArea("E09");
    await part.answer(title, "Central", null, null);
    await part.isSaved();
    await exchange.goTo("Filer");
    return exchange.savedSurvey();
  });
  await survey.openArea("E09");
  await survey.choice(title, LEVEL, "Fagforvaltning").check();
  const before = await survey.answers();

  const exchange = new ExchangePage(page, url);
  await exchange.open("#/filer");
  await exchange.proposeMerge(file(returned.name, returned.text));
  assert.ok(await exchange.take.isDisabled(), "a conflict is not settled for the user");
  await exchange.item(`E09.01 ${title}`).getByRole("radio", { name: /^Begge/ }).check();
  await exchange.takeAll(1);
  await survey.openArea("E09");
  await survey.answersAre(before);
  await survey.openDetails(title);
  const note = /^Bogholderiet, \d+\. \p{L}+ \d{4}: Central · løsning: Manuelt · proces: Manuelt$/u;
  await until("the other answer is a note", async () =>
    assert.match(await survey.comment(title).inputValue(), note),
  );
  await survey.isSaved();
  await exchange.open("#/filer");
  await exchange.proposeMerge(file(returned.name, returned.text));
  await exchange.preview.getByText(/^Der er intet at ændre\./).waitFor();
}

const UNITS = [
  { name: "Nordskolen", kind: "Skole", employees: "50", invoices: "100", answers: ["Institution", "Manuelt", "Manuelt"] },
  { name: "Sydskolen", kind: "Skole", employees: "60", invoices: "300", answers: ["Central", "Fuldt", "Fuldt"] },
  { name: "Plejecenter Vest", kind: "Plejecenter", employees: "80", invoices: "600", answers: ["Central", "Delvist", "Fuldt"] },
];

async function sendToUnits({ page, url }) {
  const send = new SendPage(page, url);
  await send.open("#/filer/send");
  await send.units.check();
  await until("the mass processes that units do are chosen", async () =>
    assert.equal(await send.count.innerText(), "40 aktiviteter er valgt."),
  );
  assert.equal(await send.saveForm.count(), 0, "units get no workbook");
  for (const domain of ["Økonomi og regnskab", "Løn og personale"]) {
    await send.domain(domain).getByRole("button", { name: "Vælg ingen" }).click();
  }
  await send.area(BOOKKEEPING).check();
  await until("three activities are left", async () =>
    assert.equal(await send.count.innerText(), "3 aktiviteter er valgt."),
  );
  await send.function.fill("Skoler og plejecentre");
  return send.saved(() => send.save.click());
}

async function unitAnswers({ page, url }, sent, unit, titles) {
  const exchange = new ExchangePage(page, url);
  await exchange.openPart(file(sent.name, sent.text));
  await exchange.isAt("Svar for Skoler og plejecentre");
  await new UnitsPage(page, url).describe({
    "Enhedens navn": unit.name,
    "Type, fx Skole": unit.kind,
    "Ansatte (personer)": unit.employees,
    "Fakturaer om året": unit.invoices,
  });
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E04");
  assert.deepEqual(await survey.shownRows(), titles);
  await survey.answersAre({});
  for (const title of titles) await survey.answer(title, ...unit.answers);
  await survey.isSaved();
  await exchange.goTo("Filer");
  return exchange.savedSurvey();
}

/** The row of the first activity in Overblik: its heading and its three values. */
async function overviewShows({ page, url }, title, head, values) {
  const overview = new OverviewPage(page, url);
  await overview.open("#/overblik/E04");
  await until("the area shows what the units say", async () => {
    const { rows } = await overview.read("Svar og værdier");
    const row = rows.find((one) => one.head.startsWith(title));
    assert.ok(row.head.includes(head), `»${head}« is missing in: ${row.head}`);
    for (const [column, value] of Object.entries(values)) assert.ok(row.cells[column].startsWith(value), row.cells[column]);
  });
}

async function unitsAnswerForThemselves(given) {
  const { page, url, root } = given;
  const titles = (await area(root, "E04")).activities
    .filter((one) => one.mass_process && one.answered_by.includes("unit"))
    .map((one) => one.title);
  await begin(given, "E04", titles[0], ["Mellemniveau", "Delvist", "Delvist"]);
  const sent = await sendToUnits(given);
  const returned = [];
  for (const unit of UNITS) {
    returned.push(await inOwnBrowser(given, (page) => unitAnswers({ page, url }, sent, unit, titles)));
  }
  const ids = returned.map((one) => one.content.part.unit);
  assert.equal(new Set(ids).size, 3, `each unit has an id of its own: ${ids}`);

  const exchange = new ExchangePage(page, url);
  await exchange.open("#/filer");
  await exchange.proposeMerge(...returned.map((one, index) => file(`${index}-${one.name}`, one.text)));
  await exchange.preview.getByText("12 ændringer. Tomme felter sletter ingen svar.").waitFor();
  assert.ok((await exchange.items()).every((one) => one.mark === "Nyt"), "units that differ do not contradict");
  await exchange.takeAll(12);

  const three = "3 enheder har svaret og vejer efter antal fakturaer";
  await overviewShows(given, titles[0], three, {
    Centraliseringsgrad: "2,7 3 enheder: 1 Institution, 2 Central kommunens eget svar: Mellemniveau",
    "Digital proces": "0,9 3 enheder: 1 Manuelt, 2 Fuldt kommunens eget svar: Delvist",
    "Digital løsning": "0,6 3 enheder: 1 Manuelt, 1 Delvist, 1 Fuldt kommunens eget svar: Delvist",
  });
  const units = new UnitsPage(page, url);
  await units.open("#/enheder");
  await until("the table names the units", async () => {
    const { rows } = await units.read();
    const columns = ["Slags", "Ansatte", "Fakturaer om året", "Besvarede aktiviteter"];
    assert.deepEqual(
      rows.map((row) => [row.head, ...columns.map((column) => row.cells[column])]).sort(),
      UNITS.map((one) => [one.name, one.kind, one.employees, one.invoices, "3"]).sort(),
    );
  });
  const { rows } = await readTable(units.answers);
  assert.equal(rows.length, titles.length);
  assert.equal(rows[0].cells["Centraliseringsgrad, svar"], "3 enheder: 1 Institution, 2 Central (fra 0 til 3)");
  assert.deepEqual((await units.names()).sort(), UNITS.map((one) => `${one.name} – 3 svar`).sort());

  const gone = await units.openUnit("Nordskolen");
  await gone.getByRole("button", { name: "Fjern enheden og dens svar" }).click();
  await units.said("Enheden og dens svar er fjernet.");
  await until("the unit is gone", async () => assert.equal((await units.names()).length, 2));
  await units.undo.click();
  await until("the unit is back", async () => assert.equal((await units.names()).length, 3));
  await overviewShows(given, titles[0], three, { Centraliseringsgrad: "2,7" });
  await units.open("#/enheder");
  await (await units.openUnit("Nordskolen")).getByRole("button", { name: "Fjern enheden og dens svar" }).click();
  await until("the unit is gone again", async () => assert.equal((await units.names()).length, 2));
  await overviewShows(given, titles[0], "2 enheder har svaret", { Centraliseringsgrad: "3" });
}

export const tests = [
  { name: "three units answer the same file, are no conflict, and are weighed together", run: unitsAnswerForThemselves },
  { name: "of two answers both are kept, the other as a note, and nothing is asked again", run: bothAreKept },
  { name: "two colleagues answer their parts and both come back, a conflict being chosen", run: partsComeBack },
];
