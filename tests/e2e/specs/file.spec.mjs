// The survey as a file: out of one browser, into another, and never over what is there without asking.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { content, file, fixture, jsonFile, saveAsDownloads, savedBy } from "../harness/files.mjs";
import { onAnotherComputer } from "../harness/profiles.mjs";
import { fillWithExample } from "../harness/states.mjs";
import { storedText } from "../harness/stores.mjs";
import { until } from "../harness/until.mjs";
import { FilesPage } from "../pages/files.mjs";
import { HomePage } from "../pages/home.mjs";
import { MunicipalityPage } from "../pages/municipality.mjs";
import { StaffPage } from "../pages/staff.mjs";
import { LEVEL, SurveyAreaPage } from "../pages/survey-area.mjs";

const FULL = "v1-full.kommunebenchmark.json";
const INSTEAD = "Åbn i stedet for det, der er her";

// In the page: drops a file as from the desktop; tells whether the app took the events.
function drop([name, text, times = 1]) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text.repeat(times)], name));
  const given = { dataTransfer, bubbles: true, cancelable: true };
  const target = document.querySelector("main h1");
  return ["dragover", "drop"].map((type) => !target.dispatchEvent(new DragEvent(type, given)));
}

/** A municipality, its profile, a few answers and a team. */
async function begin({ context, page, url, root }) {
  await saveAsDownloads(context);
  const [first, second] = (await area(root, "E09")).activities;
  const profile = new MunicipalityPage(page, url);
  await profile.open("#/kommune");
  await profile.municipality.selectOption({ label: "Varde" });
  await profile.type("Ansatte", "4.600");
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  await survey.answer(first.title, "Central", "Fuldt", "Delvist");
  await survey.openDetails(second.title);
  await survey.typeShares(second.title, { "Inst.": "40", Central: "60" });
  await survey.comment(second.title).fill("Deles med skolerne: »æøå« 😀");
  const staff = new StaffPage(page, url);
  await staff.open("#/bemanding");
  await staff.add("Tilføj hold eller funktion").click();
  await staff.type(staff.field("Hold eller funktion", "Række 1 uden navn"), "Bogholderi");
  await staff.type(staff.field("Årsværk", "Bogholderi"), "12,5");
  await staff.isSaved();
  const files = new FilesPage(page, url);
  await files.openFiles();
  return { files, survey, first, second };
}

async function carriesEverything(given) {
  const { files, first, second } = await begin(given);
  const saved = await files.save();
  assert.match(saved.name, /^varde-20\d\d\.kommunebenchmark\.json$/);
  await files.preview.says(`${saved.name} ligger nu i mappen Overførsler (Downloads).`);
  const { municipality, rounds } = content(saved);
  assert.equal(municipality.name, "Varde");
  assert.equal(rounds[0].profile.employees, 4600);
  assert.equal(rounds[0].answers.central[first.id].organisation, "central");
  assert.deepEqual(rounds[0].answers.central[second.id].organisation, { institution: 40, central: 60 });
  assert.equal(rounds[0].staff[0].fte, 12.5);

  const again = await onAnotherComputer(
    given,
    async (page) => {
      const other = new FilesPage(page, given.url);
      await other.openFiles();
      await other.hand(saved);
      await other.choose(saved.name, "Åbn");
      await other.preview.says("Filen er åbnet.");
      await page.getByRole("banner").getByText(/Varde Kommune · 20\d\d/).waitFor();
      assert.equal(await other.backups.count(), 0, "nothing was there before");
      const survey = new SurveyAreaPage(page, given.url);
      await survey.goTo("Skema");
      await survey.openArea("E09");
      assert.ok(await survey.choice(first.title, LEVEL, "Central").isChecked());
      await survey.openDetails(second.title);
      assert.equal(await survey.comment(second.title).inputValue(), "Deles med skolerne: »æøå« 😀");
      await survey.isSaved();
      await survey.reload();
      assert.ok(await survey.choice(first.title, LEVEL, "Central").isChecked());
      await other.openFiles();
      return other.save();
    },
    saveAsDownloads,
  );
  assert.deepEqual(content(again), content(saved));
}

async function keepsWhatItDoesNotKnow({ context, page, url }) {
  await saveAsDownloads(context);
  const files = new FilesPage(page, url);
  const full = await fixture(FULL);
  await files.openFiles();
  await files.hand(full);
  await files.choose(FULL, "Åbn");
  await files.preview.says("Filen er åbnet.");
  await files.isSaved();
  await files.reload();
  assert.deepEqual(content(await files.save()), content(full));
}

async function asksBeforeItReplaces(given) {
  const { files, survey, first } = await begin(given);
  const before = content(await files.save());
  await files.hand(await fixture(FULL));
  assert.deepEqual(await files.facts(FULL), [
    "En hel besvarelse.",
    "Ringkøbing-Skjern, 2025 og 2026",
    "7 af 300 aktiviteter er besvaret",
    "Gemt 22. november 2026",
  ]);
  await files.card(FULL).getByText("Det, der er her nu, bliver til en sikkerhedskopi").waitFor();
  await files.button("Gør ikke noget").click();
  await files.arrivals.waitFor({ state: "detached" });
  assert.deepEqual(content(await files.save()), before, "nothing happened yet");
  assert.equal(await files.backups.count(), 0);

  await files.hand(await fixture(FULL));
  await files.choose(FULL, INSTEAD);
  await files.preview.says("Filen er åbnet.");
  await given.page.getByRole("banner").getByText("Ringkøbing-Skjern Kommune · 2026").waitFor();
  assert.equal(await files.backups.getByRole("listitem").count(), 1);
  await files.backups.getByText(/^Besvarelsen, som den var \d+\. \S+ 20\d\d kl\. \d\d[.:]\d\d/).waitFor();
  await files.isSaved();
  await files.reload();
  const opened = content(await files.save());
  assert.equal(opened.municipality.name, "Ringkøbing-Skjern");

  const backup = await savedBy(given.page, files.backups.getByRole("button", { name: "Gem som fil" }));
  assert.match(backup.name, /-sikkerhedskopi\.kommunebenchmark\.json$/);
  assert.deepEqual(content(backup), before);
  await files.backups.getByRole("button", { name: "Gendan" }).click();
  await files.preview.says("Sikkerhedskopien er gendannet.");
  await given.page.getByRole("banner").getByText(/Varde Kommune/).waitFor();
  assert.deepEqual(content(await files.save()), before);
  await until("what was opened is a backup too", async () =>
    assert.equal(await files.backups.getByRole("listitem").count(), 2),
  );
  await survey.openArea("E09");
  assert.ok(await survey.choice(first.title, LEVEL, "Central").isChecked());
}

/** As the page promises: »Slet alt« takes the backups too. */
async function backupsAreDeletedToo(given) {
  const { files } = await begin(given);
  await files.hand(await fixture(FULL));
  await files.choose(FULL, INSTEAD);
  await files.preview.says("Filen er åbnet.");
  await files.isSaved();
  assert.match(await storedText(given.page), /Varde/, "the backup is stored");
  const home = new HomePage(given.page, given.url);
  await home.open("#/");
  await home.askToDeleteEverything();
  await home.answer(home.deletion, "Slet alt").click();
  await home.isWelcome();
  await home.reload();
  await home.isWelcome();
  const left = await storedText(given.page);
  assert.ok(!/Varde|Ringk|Bogholderi|E09\.01|central/i.test(left), `still stored: ${left.slice(0, 300)}`);
  await files.openFiles();
  assert.equal(await files.backups.count(), 0);
}

async function refusesWhatItCannotRead(given) {
  const { files } = await begin(given);
  const before = content(await files.save());
  const full = await fixture(FULL);
  const wrong = JSON.parse(full.buffer);
  wrong.rounds[1].answers.central["E01.01"].solution = "halvt";
  const refused = [
    [jsonFile("nyere.json", { ...JSON.parse(full.buffer), version: 2 }), /lavet med en nyere udgave.*Genindlæs siden/, /version 2/],
    [file("afbrudt.json", full.buffer.subarray(0, 2000)), /Filen er ikke hel.*Hent den igen/],
    [jsonFile("fejl.json", wrong), /der er fejl i den/, /E01\.01/],
    [jsonFile("andet.json", { name: "noget andet" }), /ikke fra Kommunebenchmark/],
    [file("tom.json", ""), /ikke fra Kommunebenchmark/],
    [file("billede.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])), /ikke fra Kommunebenchmark/],
  ];
  for (const [one, title, line] of refused) {
    await files.hand(one);
    const [first, ...lines] = await files.facts(one.name);
    assert.match(first, title, one.name);
    if (line) assert.match(lines.join("\n"), line, one.name);
    const actions = await files.card(one.name).getByRole("button").allInnerTexts();
    assert.deepEqual(actions, ["Læg filen væk"], `${one.name} cannot be opened`);
    await files.putAway(one.name);
  }
  await given.page.evaluate(drop, ["stor.json", " ", 31_000_000]);
  await files.preview.errors.getByText(/stor\.json.*over 30 MB/).waitFor();
  assert.deepEqual(content(await files.save()), before);
  assert.equal(await files.backups.count(), 0);
}

/** Some editors put a mark before the first character. */
async function opensWhatAnEditorSaved(given) {
  const { files } = await begin(given);
  const full = await fixture(FULL);
  await files.hand(file("mærket.json", `\ufeff${full.buffer}`));
  await files.choose("mærket.json", INSTEAD);
  await files.preview.says("Filen er åbnet.");
  assert.deepEqual(content(await files.save()), content(full));
}

/** The example saved as a file and opened again is the own survey now, or can be left; never a banner without a way out. */
async function exampleFromAFileCanBeLeft({ context, page, url }) {
  await saveAsDownloads(context);
  const files = new FilesPage(page, url);
  await fillWithExample(page, url);
  await files.goTo("Filer");
  const saved = await files.save();
  const home = new HomePage(page, url);
  await home.leaveExample();
  await files.openFiles();
  await files.hand(saved);
  await files.choose(saved.name, "Åbn");
  await files.preview.says("Filen er åbnet.");
  const back = page.getByRole("button", { name: "Tilbage til egen kommune" });
  if (await back.count()) {
    await back.click();
    await back.waitFor({ state: "detached" });
  }
}

async function severalAtOnce(given) {
  const { files } = await begin(given);
  const full = await fixture(FULL);
  await files.hand({ ...full, name: "a.json" }, file("b.json", "{}"), { ...full, name: "c.json" });
  assert.equal(await files.arrivals.getByRole("heading", { level: 3 }).count(), 3);
  await files.putAway("b.json");
  await files.card("a.json").waitFor();
  await files.choose("c.json", INSTEAD);
  await files.preview.says("Filen er åbnet.");
  await files.arrivals.waitFor({ state: "detached" });
}

async function isDroppedAnywhere({ page, url }) {
  const full = await fixture(FULL);
  const files = new FilesPage(page, url);
  for (const hash of ["#/", "#/skema/E04", "#/metode", "#/filer"]) {
    await files.open(hash);
    const taken = await page.evaluate(drop, [FULL, full.buffer.toString()]);
    assert.deepEqual(taken, [true, true], "the browser itself does not open the file");
    await files.isAt("Filer");
    await files.card(FULL).waitFor();
    await files.putAway(FULL);
  }
}

export const tests = [
  { name: "a file carries answers, profile and staff to another browser, and is the same when saved there", run: carriesEverything },
  { name: "keys of a later version survive opening and saving", run: keepsWhatItDoesNotKnow },
  { name: "opening over a begun survey asks first, and the backup can be saved and restored", run: asksBeforeItReplaces },
  { name: "deleting everything takes the backups away too", run: backupsAreDeletedToo },
  { name: "what cannot be read is told apart and changes nothing", run: refusesWhatItCannotRead },
  { name: "a file that an editor has marked as UTF-8 is opened", run: opensWhatAnEditorSaved },
  { name: "the example opened from a file can be left again", run: exampleFromAFileCanBeLeft },
  { name: "several files are shown side by side and one is opened", run: severalAtOnce },
  { name: "a file dropped on any page leads to Filer", run: isDroppedAnywhere },
];
