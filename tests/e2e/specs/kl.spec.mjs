// What a municipality gives to KL, what KL makes of it, and the way back as a comparison.
import assert from "node:assert/strict";
import { survey, YEAR } from "../harness/invented.mjs";
import { until } from "../harness/until.mjs";
import { inOwnBrowser } from "../harness/visitors.mjs";
import { ComparisonPage } from "../pages/comparison.mjs";
import { ContributionPage } from "../pages/contribution.mjs";
import { ExchangePage, file } from "../pages/exchange.mjs";
import { KlPage } from "../pages/kl.mjs";
import { OverviewPage } from "../pages/overview.mjs";

const CANARY = "Kanariefugl";
const CASES = "Økonomisk sagsfremstilling";
const OWN_FILE = "eget-bidrag.json";
const OTHERS = [
  { code: 101, name: "København", number: 1 },
  { code: 147, name: "Frederiksberg", number: 2 },
  { code: 151, name: "Ballerup", number: 3 },
  { code: 153, name: "Brøndby", number: 4 },
];

/** The own survey, with the canary wherever a person can write. */
async function ownSurvey(root) {
  const own = await survey(root, { code: 573, name: "Varde", number: 9, E09: "central", contributes: false });
  const [round] = own.rounds;
  const { central } = round.answers;
  const at = `${YEAR}-01-02T03:04:05Z`;
  Object.assign(central["E01.01"], { comment: `${CANARY} Hansen skriver`, flag: true, by: CANARY, at });
  round.profile.level_names = { central: CANARY };
  round.profile.economy_system = { other: CANARY };
  round.staff[0].name = CANARY;
  round.units = { u1: { name: CANARY, kind: CANARY, employees: 4 } };
  round.answers.u1 = { "E01.02": { ...central["E01.02"], comment: CANARY } };
  round.later = { text: CANARY };
  return own;
}

async function openOwn({ page, url, root }) {
  const exchange = new ExchangePage(page, url);
  await exchange.openFile(file("varde.kommunebenchmark.json", await ownSurvey(root)), "Åbn");
  return exchange;
}

async function filesOfOthers(root) {
  const made = [];
  for (const one of OTHERS) {
    made.push(file(`${one.name}.json`, await survey(root, { ...one, E09: "institution" })));
  }
  return made;
}

async function contribute({ page, url }) {
  const contribution = new ContributionPage(page, url);
  await contribution.open("#/filer/bidrag");
  await contribution.table("Oplysninger").waitFor();
  return { contribution, saved: await contribution.saved(() => contribution.save.click()) };
}

async function nothingPersonalIsGiven(given) {
  await openOwn(given);
  const { contribution, saved } = await contribute(given);
  assert.match(saved.name, new RegExp(`^bidrag-${YEAR}-[0-9a-f]{8}\\.kommunebenchmark-bidrag\\.json$`));
  const shown = await contribution.content.innerText();
  for (const [what, text] of [["the preview", shown], ["the file", saved.text]]) {
    assert.ok(!text.includes(CANARY), `${what} holds what somebody wrote`);
    assert.ok(!/Varde|573/.test(text), `${what} names the municipality`);
  }
  assert.deepEqual((await contribution.read("Aktiviteter")).rows.length, 300);
  const facts = Object.fromEntries((await contribution.read("Oplysninger")).rows.map((row) => [row.head, row.cells.Værdi]));
  assert.equal(facts.År, String(YEAR));
  assert.equal(facts["Tilfældigt bidrags-id"], saved.content.contribution_id);
  const { rows } = await contribution.read("Områder");
  assert.equal(rows.length, Object.keys(saved.content.areas).length);
  assert.equal(rows.find((row) => row.head === CASES).cells.Centraliseringsgrad, "3,00");

  // The id stays the municipality's own, so that its row is known again.
  await contribution.isSaved();
  await contribution.reload();
  const { saved: again } = await contribute(given);
  assert.equal(again.content.contribution_id, saved.content.contribution_id);
}

async function namingTakesConsent(given) {
  await openOwn(given);
  const { contribution } = await contribute(given);
  await contribution.named.check();
  assert.ok(await contribution.save.isDisabled(), "nobody has consented");
  await contribution.main.getByText(/samtykke/i).first().waitFor();
  await contribution.consentingFunction.fill("Økonomidirektøren");
  await contribution.consent.check();
  await until("the preview names the municipality", async () => {
    const { rows } = await contribution.read("Oplysninger");
    const facts = Object.fromEntries(rows.map((row) => [row.head, row.cells.Værdi]));
    assert.equal(facts.Kommune, "Varde");
    assert.equal(facts["Samtykke fra"], "Økonomidirektøren");
  });
  const { content, text } = await contribution.saved(() => contribution.save.click());
  assert.equal(content.network.municipality.name, "Varde");
  assert.equal(content.network.consent.function, "Økonomidirektøren");
  assert.ok(!text.includes(CANARY));
}

/** KL's consultant: looks at the files beside each other and makes a dataset of them. */
async function consult({ page, url, root }, ownText, ownScores) {
  const kl = new KlPage(page, url);
  const others = await filesOfOthers(root);
  await kl.open("#/kl");
  await kl.handIn(others[0], others[1]);
  await kl.main.getByText("2 af 2 filer kan bruges.").waitFor();
  await kl.year.fill(String(YEAR));
  await kl.build.click();
  const few = `Der skal være mindst 3 kommuner med brugbare filer for ${YEAR}, og der er 2.`;
  await kl.main.getByRole("alert").filter({ hasText: few }).waitFor();

  await kl.handIn(others[2], others[3], file(OWN_FILE, ownText), file("indkøbsseddel.txt", "mælk"));
  await kl.main.getByText("5 af 6 filer kan bruges.").waitFor();
  const files = await kl.read("Filer");
  const names = OTHERS.map((one) => `${one.name}.json`);
  assert.deepEqual(files.rows.map((row) => row.head), [...names, OWN_FILE, "indkøbsseddel.txt"]);
  for (const row of files.rows.slice(0, 5)) {
    assert.deepEqual([row.cells.Bidrag, row.cells.År, row.cells.Områder], ["uden navn", String(YEAR), "29"]);
  }
  assert.equal(files.rows[5].cells.Bidrag, "kan ikke bruges");

  const side = await kl.read("Centraliseringsgrad: Økonomi og regnskab");
  assert.deepEqual(side.columns, ["Område", ...names, OWN_FILE]);
  assert.deepEqual(Object.fromEntries(side.rows.map((row) => [row.head, row.cells[OWN_FILE]])), ownScores);
  const cases = side.rows.find((row) => row.head === CASES);
  assert.deepEqual(Object.values(cases.cells), ["0,0", "0,0", "0,0", "0,0", "3,0"]);

  await kl.title.fill("Kommuner i prøven");
  const made = await kl.saved(() => kl.build.click());
  assert.equal(made.name, "peers.json");
  assert.equal(made.content.kind, "public");
  const secret = [...OTHERS.map((one) => one.name), "Varde", CANARY];
  assert.deepEqual(secret.filter((name) => made.text.includes(name)), [], "nobody is named");
  const report = await kl.read("Sammenligningstallene er lavet");
  assert.deepEqual(report.rows[0], { ...report.rows[0], head: "Kommuner i datasættet", cells: { Besked: "5" } });
  return made.text;
}

/** What Sammenligning compares with: the file's four other municipalities. */
async function comparedWithFile(comparison, title) {
  await comparison.open("#/sammenligning");
  const radio = comparison.page.getByRole("radio", { name: `Fra fil: ${title}` });
  await until("the file is chosen", async () => assert.ok(await radio.isChecked()));
  await comparison.dataset(title).getByText("n = 4", { exact: true }).waitFor();
  await until("the deviations are those from the file", async () => {
    const { rows } = await comparison.read("Økonomi og regnskab");
    const cells = Object.values(rows.find((row) => row.head.startsWith(CASES)).cells);
    assert.ok(cells.some((cell) => cell.startsWith("+3,0")), cells.join(" | "));
  });
}

async function comparedWithHost(comparison) {
  await comparison.open("#/sammenligning");
  await until("the host's dataset is chosen", async () => assert.ok(await comparison.host.isChecked()));
  assert.equal(await comparison.page.getByRole("radio", { name: /^Fra fil/ }).count(), 0);
}

async function filesBecomeComparison(given) {
  const { page, url, root } = given;
  const exchange = await openOwn(given);
  const overview = new OverviewPage(page, url);
  await overview.open("#/overblik");
  const finance = await overview.read("Økonomi og regnskab");
  const ownScores = Object.fromEntries(finance.rows.map((row) => [row.head, row.cells.Centraliseringsgrad]));
  const { saved } = await contribute(given);
  await exchange.isSaved();
  const peers = await inOwnBrowser(given, (page) => consult({ page, url, root }, saved.text, ownScores));

  const title = "Kommuner i prøven";
  const comparison = new ComparisonPage(page, url);
  const use = async (name, text) => {
    await exchange.open("#/filer");
    await exchange.handIn(file(name, text));
    await exchange.act(name, "Sammenlign med dem");
  };
  await use("peers.json", peers);
  await exchange.said("Sammenligningstallene fra filen bruges nu under Sammenligning.");
  await comparedWithFile(comparison, title);
  await comparison.reload();
  await comparedWithHost(comparison);

  await use("peers.json", peers);
  await exchange.said("Sammenligningstallene fra filen bruges nu under Sammenligning.");
  await comparedWithFile(comparison, title);
  const keep = page.getByRole("checkbox", { name: "Behold filen i denne browser" });
  await keep.check();
  await until("the file is kept", async () => assert.ok(await keep.isChecked()));
  await comparison.reload();
  await comparedWithFile(comparison, title);
  assert.ok(await keep.isChecked());

  const bad = JSON.stringify({ ...JSON.parse(peers), title: "Dårlige tal", scores: 7 });
  await use("daarlig.json", bad);
  const refusal = exchange.main.getByRole("alert").filter({ hasText: "Det lykkedes ikke" });
  assert.match(await refusal.innerText(), /Sammenligningstallene kan ikke læses.*De hidtidige tal bruges stadig\./);
  await comparedWithFile(comparison, title);
  await keep.uncheck();
  await until("the file is forgotten", async () => assert.ok(!(await keep.isChecked())));
  await comparison.reload();
  await comparedWithHost(comparison);
}

export const tests = [
  { name: "a contribution holds nothing that somebody wrote, and keeps its id", run: nothingPersonalIsGiven },
  { name: "a contribution with the municipality's name takes consent", run: namingTakesConsent },
  { name: "files of five municipalities become a dataset that is compared with", run: filesBecomeComparison },
];
