// What was found wrong on the pages with files and rounds.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { survey, YEAR } from "../harness/invented.mjs";
import { isFocused } from "../harness/keyboard.mjs";
import { until } from "../harness/until.mjs";
import { ContributionPage } from "../pages/contribution.mjs";
import { ExchangePage, file } from "../pages/exchange.mjs";
import { KlPage } from "../pages/kl.mjs";
import { RoundsPage } from "../pages/rounds.mjs";
import { LEVEL, SurveyAreaPage } from "../pages/survey-area.mjs";
import { UnitsPage } from "../pages/units.mjs";

const VARDE = { code: 573, name: "Varde", number: 9, E09: "central" };
const ENGLISH = /\$\.|\bnot\b|expected|newer|missing/;

async function open({ page, url, root }, change = (made) => made, options = VARDE) {
  const made = change(await survey(root, options));
  await new ExchangePage(page, url).openFile(file("varde.json", made), "Åbn");
  return made;
}

/** A unit can be named and then described: its fields stay where they are. */
async function namedUnitStaysOpen(given) {
  const { page, url } = given;
  await open(given, (made) => {
    const [round] = made.rounds;
    round.units = { a: { name: "Nordskolen" }, b: { name: "Sydskolen" } };
    return made;
  });
  const units = new UnitsPage(page, url);
  await units.open("#/enheder");
  const unit = await units.openUnit("Nordskolen");
  await unit.getByLabel("Enhedens navn").fill("Nordre Skole");
  await page.keyboard.press("Tab");
  await until("the new name is shown", async () => assert.ok((await units.names())[0].startsWith("Nordre Skole")));
  const kind = units.list.getByRole("group").filter({ hasText: "Nordre Skole" }).getByLabel("Type, fx Skole");
  assert.ok(await kind.isVisible(), "the fold closed");
  assert.ok(await isFocused(kind), "the next field does not have focus");
}

/** Undo beside a message is about the message. */
async function savingIsNothingToUndo(given) {
  const { page, url, root } = given;
  await open(given);
  const [{ title }] = (await area(root, "E09")).activities;
  const table = new SurveyAreaPage(page, url);
  await table.openArea("E09");
  await table.choice(title, LEVEL, "Institution").check();
  await table.isSaved();
  const exchange = new ExchangePage(page, url);
  await exchange.open("#/filer");
  await exchange.savedSurvey();
  await exchange.said("ligger nu i mappen Overførsler (Downloads).");
  assert.equal(await exchange.undo.count(), 0, "undo beside the message takes the last answer back");
}

async function messageStaysOnItsPage(given) {
  const { page, url } = given;
  await open(given);
  const exchange = new ExchangePage(page, url);
  for (const hash of ["#/runder", "#/enheder", "#/skema/E04", "#/kl"]) {
    await exchange.open(hash);
    assert.equal(await exchange.done.count(), 0, `»Filen er åbnet.« still stands on ${hash}`);
  }
}

/** The id that was given to KL is not forgotten by an undo. */
async function contributionKeepsItsId(given) {
  const { page, url } = given;
  await open(given, (made) => made, { ...VARDE, contributes: false });
  const contribution = new ContributionPage(page, url);
  const give = async () => {
    await contribution.open("#/filer/bidrag");
    await contribution.table("Områder").waitFor();
    return (await contribution.saved(() => contribution.save.click())).content.contribution_id;
  };
  const first = await give();
  if (await contribution.undo.count()) await contribution.undo.click();
  await contribution.isSaved();
  await contribution.reload();
  assert.equal(await give(), first, "KL would count the municipality twice");
}

async function anonymousFileNamesNobody(given) {
  const { page, url } = given;
  await open(given);
  const contribution = new ContributionPage(page, url);
  await contribution.open("#/filer/bidrag");
  await contribution.table("Områder").waitFor();
  const { name } = await contribution.saved(() => contribution.save.click());
  assert.ok(!/varde/i.test(name), `the file is called ${name}`);
}

/** What cannot be used is told in Danish. */
async function reasonsAreDanish({ page, url, root }) {
  const made = await survey(root, VARDE);
  const old = structuredClone(made);
  Object.assign(old.rounds[0], { id: String(YEAR - 1), year: YEAR - 1 });
  const kl = new KlPage(page, url);
  await kl.open("#/kl");
  const good = ["1", "2", "3"].map((id) => file(`k${id}.json`, { ...made, contribution_id: id.repeat(16) }));
  await kl.handIn(...good, file("gammel.json", { ...old, contribution_id: "4".repeat(16) }), file("x.txt", "mælk"));
  await kl.main.getByText("4 af 5 filer kan bruges.").waitFor();
  await kl.year.fill(String(YEAR));
  await kl.saved(() => kl.build.click());
  const files = await kl.read("Filer");
  const report = await kl.read("Sammenligningstallene er lavet");
  const said = [...files.rows.map((row) => row.cells.Bemærkning), ...report.rows.map((row) => row.cells.Besked)];
  assert.deepEqual(said.filter((text) => ENGLISH.test(text)), []);
}

async function badPeersAreToldInDanish({ page, url }) {
  const exchange = new ExchangePage(page, url);
  await exchange.open("#/filer");
  await exchange.handIn(file("peers.json", { format: "kommunebenchmark-peers", version: 9, title: "x" }));
  await exchange.act("peers.json", "Sammenlign med dem");
  const refusal = exchange.main.getByRole("alert").filter({ hasText: "Det lykkedes ikke" });
  assert.doesNotMatch(await refusal.innerText(), ENGLISH);
}

async function twoRounds(given, years) {
  const { page, url } = given;
  await open(given);
  const rounds = new RoundsPage(page, url);
  await rounds.open("#/runder");
  for (const [index, year] of years.entries()) {
    await rounds.year.fill(String(year));
    await rounds.begin.click();
    await until("the round is there", async () => assert.equal((await rounds.rounds()).length, index + 2));
  }
  return rounds;
}

/** »Runden … er begyndt og vises nu på alle sider« holds for an earlier year as well. */
async function begunRoundIsShown(given) {
  const rounds = await twoRounds(given, [YEAR - 1]);
  await rounds.said(`Runden ${YEAR - 1} er begyndt og vises nu på alle sider.`);
  assert.match((await rounds.rounds())[1], /vises nu/);
}

async function otherRoundStaysShown(given) {
  const rounds = await twoRounds(given, [YEAR + 1, YEAR + 2]);
  await rounds.round(YEAR).getByRole("button", { name: "Vis runden" }).click();
  await rounds.round(YEAR + 2).getByRole("button", { name: "Fjern" }).click();
  await until("the round is gone", async () => assert.equal((await rounds.rounds()).length, 2));
  assert.match((await rounds.rounds())[1], /vises nu/);
}

export const tests = [
  { name: "a unit that is named stays open and the next field has focus", run: namedUnitStaysOpen },
  { name: "beside a saved file there is nothing to undo", run: savingIsNothingToUndo },
  { name: "a message stays on the page it is about", run: messageStaysOnItsPage },
  { name: "an undo does not forget the id of the contribution", run: contributionKeepsItsId },
  { name: "a contribution without a name has none in its file's name", run: anonymousFileNamesNobody },
  { name: "KL-visning says in Danish why a file does not count", run: reasonsAreDanish },
  { name: "peers that cannot be read are told in Danish", run: badPeersAreToldInDanish },
  { name: "a round that is begun is shown, also of an earlier year", run: begunRoundIsShown },
  { name: "taking a round away leaves the shown one", run: otherRoundStaysShown },
];
