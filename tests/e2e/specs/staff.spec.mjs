// Bemanding: teams, units and purchases with their sums.
import assert from "node:assert/strict";
import { isFocused } from "../harness/keyboard.mjs";
import { until } from "../harness/until.mjs";
import { OverviewPage } from "../pages/overview.mjs";
import { StaffPage } from "../pages/staff.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";

const FINANCE = "Økonomi og regnskab";

async function addRow(staff, button, nameTitle, name) {
  await staff.add(button).click();
  const nameless = staff.main.getByRole("textbox", { name: new RegExp(`^${nameTitle}, Række \\d+ uden navn$`) });
  await until("the new row has focus", async () => assert.ok(await isFocused(nameless)));
  await staff.type(nameless, name);
  await staff.field(nameTitle, name).waitFor();
}

/** Bookkeeping, 4.5 FTE at the centre: 60 % budgeting, 40 % booking. */
async function addBookkeeping(staff) {
  await addRow(staff, "Tilføj hold eller funktion", "Hold eller funktion", "Bogholderi");
  await staff.level("Bogholderi").selectOption({ label: "Central" });
  await staff.type(staff.field("Årsværk", "Bogholderi"), "4,5");
  await staff.openSpread("Bogholderi");
  await staff.addArea("Bogholderi", "Budgetlægning");
  await staff.type(staff.percent("Bogholderi", "Budgetlægning"), "60");
  await staff.addArea("Bogholderi", "Bogføring, betaling og revision");
  await until("the rest is suggested", async () =>
    assert.equal(await staff.percent("Bogholderi", "Bogføring, betaling og revision").inputValue(), "40"),
  );
  await staff.spread("Bogholderi").getByText("Sum 100 %.").waitFor();
}

async function sumsAre(staff, expected) {
  await until("the sums are right", async () => {
    const table = await staff.sums(FINANCE);
    const lines = [...table.rows, ...table.totals].map((row) => [row.head, ...Object.values(row.cells)]);
    assert.deepEqual(lines, expected);
  });
}

const WHOLE_SHEET = [
  ["Budgetlægning", "–", "–", "–", "2,7", "2,7"],
  ["Bogføring, betaling og revision", "4,5", "–", "–", "1,8", "6,3"],
  ["Sum", "4,5", "–", "–", "4,5", "9,0"],
];

async function sheetAddsUp({ page, url }) {
  const staff = new StaffPage(page, url);
  await staff.open("#/bemanding");
  await addBookkeeping(staff);
  await addRow(staff, "Tilføj slags enhed", "Slags enhed", "Skoler");
  await staff.level("Skoler").selectOption({ label: "Institution" });
  await staff.type(staff.field("Antal", "Skoler"), "12");
  await staff.type(staff.field("Timer om ugen", "Skoler"), "14");
  await staff.openSpread("Skoler");
  await staff.addArea("Skoler", "Bogføring, betaling og revision");
  await addRow(staff, "Tilføj købt ydelse", "Leverandør og ydelse", "Inkasso");
  await staff.type(staff.field("Kr. om året", "Inkasso"), "1250000");
  await until("kr. are grouped", async () =>
    assert.equal(await staff.field("Kr. om året", "Inkasso").inputValue(), "1.250.000"),
  );
  await sumsAre(staff, WHOLE_SHEET);
  await staff.main.getByText("I alt 9,0 årsværk i bemandingen.").waitFor();

  await staff.type(staff.total, "10");
  await staff.main.getByText(/Bemandingen ligger 1,0 årsværk under jeres egne tal/).waitFor();
  await staff.type(staff.total, "9,04");
  await staff.main.getByText(/årsværk under jeres egne tal/).waitFor({ state: "hidden" });
  await staff.isSaved();

  await staff.reload();
  await sumsAre(staff, WHOLE_SHEET);
  assert.equal(await staff.field("Årsværk", "Bogholderi").inputValue(), "4,5");
  assert.equal(await staff.total.inputValue(), "9,04");
  await staff.goTo("Skema");
  await new SurveyAreaPage(page, url).openArea("E04");
  await new SurveyAreaPage(page, url).answer("Kontering af leverandørfakturaer", "Central", "Fuldt", "Fuldt");
  const overview = new OverviewPage(page, url);
  await overview.goTo("Overblik");
  const table = await overview.read(FINANCE);
  assert.equal(table.rows[3].cells.Årsværk, "6,3");
  assert.equal(table.totals[1].head, "Samlet vægtet med årsværk foreløbig");
}

async function badAmountsAreKept({ page, url }) {
  const staff = new StaffPage(page, url);
  await staff.open("#/bemanding");
  await addRow(staff, "Tilføj hold eller funktion", "Hold eller funktion", "Løn");
  const field = staff.field("Årsværk", "Løn");
  for (const [text, complaint] of [["-1", /negativt/], ["fire", /Skriv et tal/], ["4,255", /højst to decimaler/]]) {
    await staff.type(field, text);
    await staff.isMarkedWrong(field);
    assert.match(await staff.descriptionOf(field), complaint);
    const [line] = await staff.errorTexts();
    assert.match(line, complaint);
  }
  await staff.isSaved();
  await staff.reload();
  assert.equal(await field.inputValue(), "4,255");
  await staff.errorSummary().getByRole("link").click();
  assert.ok(await isFocused(field), "the summary leads to the field");
  await staff.type(field, "4.5");
  await staff.errorSummary().waitFor({ state: "hidden" });
  assert.equal(await field.inputValue(), "4,5");

  await staff.openSpread("Løn");
  await staff.addArea("Løn", "Rekruttering");
  await staff.addArea("Løn", "Lønstyring");
  await staff.type(staff.percent("Løn", "Lønstyring"), "10");
  await staff.spread("Løn").getByText("Sum 110 %. Det er 10 % for meget.").waitFor();
  await staff.errorSummary().getByText(/Sum 110 %/).waitFor();
  await staff.spread("Løn").getByRole("button", { name: "Fjern Lønstyring" }).click();
  await staff.errorSummary().waitFor({ state: "hidden" });
}

/** A spread of more than 100 % is no value: the text waits until there is room for it. */
async function spreadMustFit({ page, url }) {
  const staff = new StaffPage(page, url);
  await staff.open("#/bemanding");
  await addBookkeeping(staff);
  const [first, second] = ["Budgetlægning", "Bogføring, betaling og revision"].map((title) =>
    staff.percent("Bogholderi", title),
  );
  await staff.type(second, "70");
  await staff.errorSummary().getByText(/Sum 130 %\. Det er 30 % for meget\./).waitFor();
  await staff.isSaved();
  await staff.reload();
  await staff.openSpread("Bogholderi");
  assert.equal(await second.inputValue(), "70", "what was typed is kept");
  await sumsAre(staff, [
    ["Budgetlægning", "–", "–", "–", "2,7", "2,7"],
    ["Bogføring, betaling og revision", "–", "–", "–", "1,8", "1,8"],
    ["Sum", "–", "–", "–", "4,5", "4,5"],
  ]);
  await staff.type(first, "30");
  await staff.errorSummary().waitFor({ state: "hidden" });
  await sumsAre(staff, [
    ["Budgetlægning", "–", "–", "–", "1,4", "1,4"],
    ["Bogføring, betaling og revision", "–", "–", "–", "3,2", "3,2"],
    ["Sum", "–", "–", "–", "4,5", "4,5"],
  ]);
}

async function deletedRowComesBack({ page, url }) {
  const staff = new StaffPage(page, url);
  const survey = new SurveyAreaPage(page, url);
  await staff.open("#/bemanding");
  await addBookkeeping(staff);
  await staff.remove("Bogholderi").click();
  await staff.main.getByText("Ingen hold endnu.").waitFor();
  await staff.isSaved();
  await staff.open("#/skema/E09");
  await survey.undo.click();
  await staff.goTo("Bemanding");
  assert.equal(await staff.field("Årsværk", "Bogholderi").inputValue(), "4,5");
  await sumsAre(staff, [
    ["Budgetlægning", "–", "–", "–", "2,7", "2,7"],
    ["Bogføring, betaling og revision", "–", "–", "–", "1,8", "1,8"],
    ["Sum", "–", "–", "–", "4,5", "4,5"],
  ]);
}

export const tests = [
  { name: "teams, units and purchases add up, are checked against the total and are kept", run: sheetAddsUp },
  { name: "bad amounts are named and kept until they are mended", run: badAmountsAreKept },
  { name: "a spread of more than 100 percent waits until there is room for it", run: spreadMustFit },
  { name: "a deleted row comes back with undo", run: deletedRowComesBack },
];
