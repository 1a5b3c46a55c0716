// The form that is filled in elsewhere, and the results as a workbook.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { content, file, fixture, saveAsDownloads, savedBy } from "../harness/files.mjs";
import { fillWithExample } from "../harness/states.mjs";
import { until } from "../harness/until.mjs";
import { bomb, withPassword, Workbook } from "../harness/workbook.mjs";
import { FilesPage } from "../pages/files.mjs";
import { HomePage } from "../pages/home.mjs";
import { MunicipalityPage } from "../pages/municipality.mjs";
import { LEVEL, PROCESS, SOLUTION, SurveyAreaPage } from "../pages/survey-area.mjs";

const SHEET = "Økonomi og regnskab";
const PREVIEW = "Se, hvad der ændres";

/** A municipality with one answer, on Filer. */
async function begin({ context, page, url, root }) {
  await saveAsDownloads(context);
  const { title, activities } = await area(root, "E09");
  const profile = new MunicipalityPage(page, url);
  await profile.open("#/kommune");
  await profile.municipality.selectOption({ label: "Varde" });
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  await survey.answer(activities[0].title, "Central", "Fuldt", "Delvist");
  await survey.isSaved();
  const files = new FilesPage(page, url);
  await files.openFiles();
  return { files, survey, title, activities, preview: files.preview };
}

/** The form of one area, as it comes out of the app. */
async function form(given, { files, title, activities }) {
  await files.chooseAreas(title);
  const saved = await savedBy(given.page, files.button("Gem skema til Excel"));
  assert.match(saved.name, /^varde-20\d\d-skema\.xlsx$/);
  await files.preview.says(`${saved.name} ligger nu i mappen Overførsler (Downloads).`);
  const workbook = await Workbook.open(saved);
  assert.deepEqual(workbook.visible(), ["Vejledning", SHEET]);
  assert.equal(await workbook.read(SHEET, activities[0].id, LEVEL), "Central");
  assert.equal(await workbook.read(SHEET, activities[1].id, LEVEL), undefined);
  return workbook;
}

async function isFilledInElsewhere(given) {
  const begun = await begin(given);
  const { files, survey, activities, preview } = begun;
  const before = content(await files.save());
  const [first, second, third, fourth] = activities;
  const workbook = await form(given, begun);
  const set = (activity, heading, text) => workbook.write(SHEET, activity.id, heading, text);
  await set(first, SOLUTION, "Manuelt");
  await set(second, LEVEL, "Institution");
  await set(second, "Bemærkning", "Udfyldt i Excel: 1 < 2 & »æøå«");
  await set(third, PROCESS, "Fuldt");
  const wrong = await set(fourth, LEVEL, "Nogle gange");

  const filled = await workbook.file("udfyldt.xlsx");
  await files.hand(filled);
  assert.deepEqual(await files.facts("udfyldt.xlsx"), ["Et regneark."]);
  await files.choose("udfyldt.xlsx", PREVIEW);
  const item = (activity, mark, now, becomes) => ({
    title: `${activity.id} ${activity.title}`,
    mark,
    now: `Nu: ${now}`,
    becomes: [`Bliver til: ${becomes}`],
    taken: [true],
  });
  assert.deepEqual(await preview.items(), [
    item(first, "Ændret", "Central · løsning: Fuldt · proces: Delvist", "Central · løsning: Manuelt · proces: Delvist"),
    item(second, "Nyt", "intet svar", "Institution · »Udfyldt i Excel: 1 < 2 & »æøå««"),
    item(third, "Nyt", "intet svar", "proces: Fuldt"),
  ]);
  const [facts, ...notes] = await preview.facts.allInnerTexts();
  assert.equal(facts, `udfyldt.xlsx: ${activities.length} aktiviteter`);
  assert.match(notes.join("\n"), /Skemaet er lavet \d+\. \S+ 20\d\d\./);
  assert.ok(!/en anden besvarelse/.test(notes.join("\n")));
  const [problem, ...others] = await preview.problems();
  assert.deepEqual(others, []);
  assert.equal(problem.place, `${SHEET}, celle ${wrong}`);
  assert.equal(problem.found, "Nogle gange");
  assert.match(problem.expected, /Institution.*Central/);
  assert.deepEqual(content(await files.save()), before, "a preview changes nothing");

  await preview.item(third.title).getByRole("checkbox").uncheck();
  await preview.take.getByText("Overfør 2 ændringer").click();
  await preview.says("2 ændringer er overført. I kan fortryde dem samlet.");
  const expected = {
    [`${LEVEL} ${first.title}`]: "Central",
    [`${SOLUTION} ${first.title}`]: "Manuelt",
    [`${PROCESS} ${first.title}`]: "Delvist",
    [`${LEVEL} ${second.title}`]: "Institution",
  };
  await preview.undo.click();
  await until("one undo takes all back", async () => assert.deepEqual(content(await files.save()), before));
  await survey.openArea("E09");
  await survey.redo.click();
  await survey.answersAre(expected);
  await survey.openDetails(second.title);
  assert.equal(await survey.comment(second.title).inputValue(), "Udfyldt i Excel: 1 < 2 & »æøå«");
  await survey.isSaved();
  await survey.reload();
  await survey.answersAre(expected);
}

async function saysWhenNothingChanges(given) {
  const begun = await begin(given);
  const { files, preview } = begun;
  await files.hand(await (await form(given, begun)).file("uændret.xlsx"));
  await files.choose("uændret.xlsx", PREVIEW);
  await preview.panel.getByText("Der er intet at ændre. 1 svar er de samme som jeres. Tomme felter sletter ingen svar.").waitFor();
  assert.ok(await preview.take.isDisabled());
  await preview.cancel.click();
  await preview.panel.waitFor({ state: "detached" });
}

async function isMadeOfAnother(given) {
  const begun = await begin(given);
  const { files, preview, activities } = begun;
  const workbook = await form(given, begun);
  await workbook.write(SHEET, activities[1].id, LEVEL, "Eksternt");
  await files.hand(await fixture("v1-full.kommunebenchmark.json"));
  await files.choose("v1-full.kommunebenchmark.json", "Åbn i stedet for det, der er her");
  await preview.says("Filen er åbnet.");
  await files.hand(await workbook.file("fremmed.xlsx"));
  await files.choose("fremmed.xlsx", PREVIEW);
  await preview.panel.getByText("Skemaet er lavet af en anden besvarelse end denne.").waitFor();
  await preview.takeNothing.click();
  assert.ok(await preview.take.isDisabled());
  await preview.takeAll.click();
  await preview.take.getByText("Overfør 2 ændringer").waitFor();
}

/** Workbooks that say nothing here: each its own sentence, and the page goes on. */
async function refusesOtherWorkbooks(given) {
  const { files, preview } = await begin(given);
  const before = content(await files.save());
  const refused = [
    [withPassword("kode.xlsx"), /beskyttet med en adgangskode.*fjern adgangskoden/],
    [{ ...(await fixture("excel/old.xls")), name: "gammel.xlsx" }, /gamle Excel-format \(\.xls\)/],
    [{ ...(await fixture("excel/open-document.ods")), name: "andet.xlsx" }, /et OpenDocument-dokument/],
    [await fixture("excel/no-headings.xlsx"), /Ingen af arkene \(.*Uden overskrifter.*\) har skemaets overskrifter/],
    [await bomb("bombe.xlsx"), /for stor til at være et udfyldt skema/],
    [file("halv.xlsx", (await fixture("excel/moved.xlsx")).buffer.subarray(0, 3000)), /ikke en Excel-projektmappe/],
  ];
  for (const [one, message] of refused) {
    await files.hand(one);
    await files.choose(one.name, PREVIEW);
    const said = preview.errors.getByText(one.name);
    await said.waitFor();
    assert.match(await said.innerText(), message, one.name);
    await files.putAway(one.name);
  }
  assert.deepEqual(content(await files.save()), before);
}

const MOVED = "Økonomi 2026 (kopi)";

/** Forms that people and other programs have changed: how many answers, and which cells are unclear. */
const CHANGED = [
  ["moved.xlsx", 5, [`${MOVED}, celle H6: STABEN`]],
  ["formulas-computed.xlsx", 1, []],
  ["formulas-never-computed.xlsx", 0, ["C2", "D2", "E2", "H2"].map((cell) => `${SHEET}, celle ${cell}: en formel uden værdi`)],
  ["sorted-in-part.xlsx", 0, [`${SHEET}, celle B2: Oprettelse og godkendelse af indkøbsordrer`]],
];

async function readsWhatPeopleMake(given) {
  const { files, preview } = await begin(given);
  for (const [name, count, unclear] of CHANGED) {
    await files.hand(await fixture(`excel/${name}`));
    await files.choose(name, PREVIEW);
    assert.equal((await preview.items()).length, count, name);
    const problems = (await preview.unread.count()) ? await preview.problems() : [];
    assert.deepEqual(problems.map(({ place, found }) => `${place}: ${found}`), unclear, name);
    assert.ok(problems.every(({ expected }) => expected), `${name}: what to do is said`);
    await preview.cancel.click();
    await preview.panel.waitFor({ state: "detached" });
    const away = files.button("Læg filen væk");
    if (await away.count()) await away.click();
  }
  const profile = new MunicipalityPage(given.page, given.url);
  await profile.open("#/kommune");
  await profile.type("Central", "Staben");
  await files.openFiles();
  await files.hand(await fixture("excel/moved.xlsx"));
  await files.choose("moved.xlsx", PREVIEW);
  await preview.panel.waitFor();
  assert.equal(await preview.unread.count(), 0, "the municipality's own name of a level is understood");
}

/** A preview laid beside one survey is never taken into another: it holds whole answers of the first. */
async function staysWithItsSurvey(given) {
  const { files, preview } = await begin(given);
  const before = content(await files.save());
  const home = new HomePage(given.page, given.url);
  await home.open("#/");
  await home.openExample();
  await files.goTo("Filer");
  await files.hand(await fixture("excel/moved.xlsx"));
  await files.choose("moved.xlsx", PREVIEW);
  await preview.panel.waitFor();
  await home.leaveExample();
  await files.openFiles();
  if (await preview.panel.count()) await preview.take.click();
  const { answers } = content(await files.save()).rounds[0];
  // What the workbook itself says of these; the rest would be X Kommune's.
  const said = { "E01.02": { standing: "not_relevant" }, "E04.01": { solution: "partly", process: "partly", comment: "Spørg Mette" } };
  for (const [id, answer] of Object.entries(said)) assert.deepEqual(answers.central[id] ?? answer, answer, id);
  assert.deepEqual(answers.central["E09.01"], before.rounds[0].answers.central["E09.01"]);
}

async function resultsAreAWorkbook(given) {
  const { page, url, context } = given;
  await saveAsDownloads(context);
  await fillWithExample(page, url);
  const files = new FilesPage(page, url);
  await files.goTo("Filer");
  const saved = await savedBy(page, files.button("Gem resultater til Excel"));
  assert.match(saved.name, /^x-kommune-\d{4}-resultater\.xlsx$/);
  const workbook = await Workbook.open(saved);
  const names = workbook.visible();
  assert.deepEqual(names, [
    "Overblik",
    "Eget billede",
    "Afvigelser (modeldata)",
    "Fordeling",
    "Svar i gruppen",
    "Ressourcer",
    "Ressourcer og gruppen",
    "Nøgletal",
    "Undersøgelsen 2017",
    "Svar",
    "Bemanding",
    "Enheder",
    "Enhedernes svar",
  ]);
  const scores = await workbook.cells("Overblik");
  assert.ok(Object.values(scores).includes("Centraliseringsgrad"));
  assert.ok(Object.values(scores).filter((value) => typeof value === "number").length > 60, "the scores are numbers");
}

export const tests = [
  { name: "a form that was filled in elsewhere is previewed, taken in part and undone in one step", run: isFilledInElsewhere },
  { name: "a form without changes says so", run: saysWhenNothingChanges },
  { name: "a form of another survey says so, and nothing of it need be taken", run: isMadeOfAnother },
  { name: "workbooks that cannot be read say why and what to do", run: refusesOtherWorkbooks },
  { name: "forms that people have moved about are read, and what is unclear is named", run: readsWhatPeopleMake },
  { name: "a preview made beside the example brings nothing of it into the own survey", run: staysWithItsSurvey },
  { name: "the results are a workbook with a sheet for each table", run: resultsAreAWorkbook },
];
