// The municipality's facts: chosen, typed the Danish way, and never lost when they are wrong.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isFocused } from "../harness/keyboard.mjs";
import { REPOSITORY } from "../harness/settings.mjs";
import { until } from "../harness/until.mjs";
import { MunicipalityPage } from "../pages/municipality.mjs";

const YEAR = "År, besvarelsen gælder";

async function populationOf(name) {
  const text = await readFile(join(REPOSITORY, "src/domain/municipalities.csv"), "utf8");
  const [head, ...lines] = text.trim().split("\n").map((line) => line.split(","));
  const line = lines.find((cells) => cells.includes(name));
  return Number(line[head.indexOf("population")]);
}

const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");

async function holds(profile, label, text) {
  await until(`${label} holds ${text}`, async () => assert.equal(await profile.field(label).inputValue(), text));
}

async function choosingFillsPopulation({ page, url }) {
  const profile = new MunicipalityPage(page, url);
  await profile.open("#/kommune");
  assert.equal(await profile.municipality.getByRole("option").count(), 99, "98 municipalities and the prompt");
  await profile.municipality.selectOption({ label: "Ringkøbing-Skjern" });
  const population = grouped(await populationOf("Ringkøbing-Skjern"));
  await holds(profile, "Indbyggere", population);
  assert.match(await profile.descriptionOf(profile.field("Indbyggere")), /Danmarks Statistik.*1\. januar 20\d\d/);
  await profile.page.getByRole("banner").getByText(/Ringkøbing-Skjern Kommune · 20\d\d/).waitFor();

  await profile.type("Indbyggere", "57000");
  await holds(profile, "Indbyggere", "57.000");
  await profile.type("Ansatte", "5.123");
  await profile.type("Lønsedler om året", "78 400");
  await holds(profile, "Lønsedler om året", "78.400");
  await profile.main.getByLabel("Økonomisystem").selectOption({ label: "Andet" });
  await profile.type("Navn på økonomisystemet", "Eget system");
  await profile.type("Mellemniveau", "Distrikt");
  await profile.isSaved();
  await profile.reload();
  await holds(profile, "Indbyggere", "57.000");
  await holds(profile, "Ansatte", "5.123");
  await holds(profile, "Lønsedler om året", "78.400");
  await holds(profile, "Navn på økonomisystemet", "Eget system");
  await holds(profile, "Mellemniveau", "Distrikt");

  await profile.goTo("Skema");
  await profile.open("#/skema/E09");
  await profile.page.getByTitle(/Distrikt/).first().waitFor({ state: "attached" });
}

const WRONG = [
  ["Ansatte", "-1", /kan ikke være negativt/, "1.234", "1.234"],
  ["Ansatte omregnet til fuldtid", "mange", /Skriv et tal/, "900", "900"],
  ["Organisatoriske enheder", "4,255", /helt tal/, "62", "62"],
  [YEAR, "202", /Skriv et år mellem 2015 og/, "2025", "2025"],
  ["Leverandørfakturaer om året", "12.34,5", /Skriv et tal/, "61000", "61.000"],
  ["Fakturaer med automatisk kontering, procent", "101", /Skriv et tal mellem 0 og 100\./, "7", "7"],
  ["Forfaldne fakturaer lige nu", "mange", /Skriv et tal/, "1400", "1.400"],
  ["Kroner om året for et årsværk", "525", /mellem 100\.000 og 3\.000\.000/, "525000", "525.000"],
];

async function nothingTypedIsLost({ page, url }) {
  const profile = new MunicipalityPage(page, url);
  await profile.open("#/kommune");
  for (const [label, text, complaint] of WRONG) {
    await profile.type(label, text);
    await profile.isMarkedWrong(profile.field(label));
    assert.match(await profile.descriptionOf(profile.field(label)), complaint);
  }
  await profile.isSaved();
  await profile.reload();

  await profile.errorSummary().getByText(`Der er ${WRONG.length} felter, der skal rettes`).waitFor();
  const links = await profile.errorTexts();
  assert.equal(links.length, WRONG.length);
  for (const [label, text, complaint] of WRONG) {
    await holds(profile, label, text);
    const line = links.find((one) => one.startsWith(`${label}: `));
    assert.match(line ?? `no line for ${label}`, complaint);
    const before = page.url();
    await profile.errorSummary().getByRole("link", { name: line }).click();
    assert.ok(await isFocused(profile.field(label)), `the line of ${label} leads to its field`);
    assert.equal(page.url(), before, "the address stays");
  }
  for (const [index, [label, , , right, shown]] of WRONG.entries()) {
    await profile.type(label, right);
    await profile.isMarkedWrong(profile.field(label), false);
    await holds(profile, label, shown);
    const left = WRONG.length - 1 - index;
    if (left) await until("the summary counts", async () => assert.equal((await profile.errorTexts()).length, left));
  }
  await profile.errorSummary().waitFor({ state: "hidden" });
  await profile.isSaved();
  await profile.reload();
  for (const [label, , , , shown] of WRONG) await holds(profile, label, shown);
  assert.equal(await profile.errorSummary().count(), 0);
}

const UNANSWERED = "Ikke besvaret eller ved ikke";

const QUESTIONS = [
  ["Hvem indtaster løndata primært?", "Direkte i lønsystemet"],
  ["Hvor foregår ansættelsesprocessen primært?", "Centralt"],
  ["Indtaster medarbejderne selv timer, ferie, fravær og kørsel?", "Ja"],
  ["Registreres persondata direkte i lønsystemet?", "Nej"],
  ["Registreres løn direkte i lønsystemet?", "Ja"],
  ["Hvor konteres fakturaer primært?", "På et mellemniveau"],
];

const FIGURES = [
  ["A conto-udbetalinger om året", "1.800", "1.800"],
  ["Negative lønninger om året", "250", "250"],
  ["Fakturaer med automatisk kontering, procent", "7", "7"],
  ["Fakturaer med automatisk varemodtagelse, procent", "100", "100"],
  ["Forfaldne fakturaer lige nu", "0", "0"],
  ["Kroner om året for et årsværk", "525000", "525.000"],
];

async function isChosen(profile, label, option) {
  await until(`${label} ${option}`, async () => assert.equal(await profile.chosen(label), option));
}

async function operationIsKept({ page, url }) {
  const profile = new MunicipalityPage(page, url);
  await profile.open("#/kommune");
  for (const [label, option] of QUESTIONS) {
    assert.equal(await profile.chosen(label), UNANSWERED);
    assert.ok((await profile.descriptionOf(profile.question(label))).trim(), `${label} says what is meant`);
    await profile.question(label).selectOption({ label: option });
  }
  for (const [label, text, shown] of FIGURES) {
    assert.ok((await profile.descriptionOf(profile.field(label))).trim(), `${label} says what is counted`);
    await profile.type(label, text);
    await holds(profile, label, shown);
  }
  await profile.isSaved();
  await profile.reload();
  for (const [label, option] of QUESTIONS) await isChosen(profile, label, option);
  for (const [label, , shown] of FIGURES) await holds(profile, label, shown);

  const [[label, option]] = QUESTIONS;
  await profile.question(label).selectOption({ label: UNANSWERED });
  await profile.isSaved();
  await profile.undo.click();
  await isChosen(profile, label, option);
}

async function oneDomainMustBeChosen({ page, url }) {
  const profile = new MunicipalityPage(page, url);
  await profile.open("#/kommune");
  const finance = profile.main.getByRole("checkbox", { name: /^Økonomi og regnskab/ });
  const payroll = profile.main.getByRole("checkbox", { name: /^Løn og personale/ });
  await payroll.uncheck();
  await profile.isSaved();
  await profile.goTo("Skema");
  await profile.main.getByText("0 af 140 aktiviteter er besvaret.").waitFor();
  await profile.goTo("Kommune");
  await finance.uncheck();
  const line = profile.errorSummary().getByRole("link", { name: "Vælg mindst ét af de to fagområder." });
  await line.click();
  assert.ok(await isFocused(finance));
  await payroll.check();
  await line.waitFor({ state: "hidden" });
}

export const tests = [
  { name: "choosing a municipality fills its population in and Danish numbers are understood", run: choosingFillsPopulation },
  { name: "bad input is named at its field and in the summary and is never lost", run: nothingTypedIsLost },
  { name: "how payroll and bookkeeping are run is kept, and an answer taken away comes back by undo", run: operationIsKept },
  { name: "at least one domain must be chosen", run: oneDomainMustBeChosen },
];
