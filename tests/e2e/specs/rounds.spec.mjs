// The survey again a year later: what is carried over, what has changed, and taking a round back.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { YEAR } from "../harness/invented.mjs";
import { until } from "../harness/until.mjs";
import { RoundsPage } from "../pages/rounds.mjs";
import { LEVEL, PROCESS, SOLUTION, SurveyAreaPage } from "../pages/survey-area.mjs";

const AREA = "Økonomisk sagsfremstilling";

/** All of one small area answered the same, and the page of rounds. */
async function begin({ page, url, root }) {
  const titles = (await area(root, "E09")).activities.map((one) => one.title);
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  for (const title of titles) await survey.answer(title, "Fagforvaltning", "Delvist", "Manuelt");
  await survey.isSaved();
  const rounds = new RoundsPage(page, url);
  await rounds.open("#/runder");
  await roundsAre(rounds, [`${YEAR}: 5 af 300 aktiviteter besvaret vises nu`]);
  assert.equal(await rounds.comparison.count(), 0, "one round has nothing to be compared with");
  return { titles, survey, rounds };
}

async function roundsAre(rounds, expected) {
  await until("the rounds are listed", async () => assert.deepEqual(await rounds.rounds(), expected));
}

/** How many rows of the table bear the mark. */
async function unconfirmed(survey) {
  return survey.table.getByText("ikke bekræftet", { exact: true }).count();
}

async function rowsAre(rounds, name, expected) {
  await until(`${name} shows the changes`, async () => {
    const { rows } = await rounds.read(name);
    assert.deepEqual(rows.map((row) => Object.values(row.cells)), expected);
  });
}

async function lastAnswersAreCarriedOver(given) {
  const { titles, survey, rounds } = await begin(given);
  assert.equal(await rounds.year.inputValue(), String(YEAR + 1));
  assert.ok(await rounds.start("Svarene fra seneste runde").isChecked());
  await rounds.begin.click();
  await rounds.said(`Runden ${YEAR + 1} er begyndt og vises nu på alle sider.`);
  await roundsAre(rounds, [
    `${YEAR + 1}: 0 af 300 aktiviteter besvaret vises nu Fjern`,
    `${YEAR}: 5 af 300 aktiviteter besvaret Vis runden Fjern`,
  ]);

  await survey.openArea("E09");
  assert.equal(await unconfirmed(survey), 5);
  const carried = await survey.answers();
  assert.equal(Object.keys(carried).length, 15, "the answers themselves are there");
  await survey.scoresAre("2,0", "0,0", "0,5", "0 af 5");
  await survey.choice(titles[0], LEVEL, "Central").check();
  await survey.choice(titles[1], PROCESS, "Fuldt").check();
  await until("what was changed is confirmed", async () => assert.equal(await unconfirmed(survey), 3));
  await survey.main.getByRole("button", { name: "Bekræft de 3 svar" }).click();
  await until("the rest is confirmed at once", async () => assert.equal(await unconfirmed(survey), 0));
  await survey.scoresAre("2,2", "0,2", "0,5", "5 af 5");
  await survey.isSaved();
  await survey.reload();
  assert.equal(await unconfirmed(survey), 0);

  await rounds.goTo("Runder");
  assert.equal(await rounds.before.locator("option:checked").innerText(), String(YEAR));
  assert.equal(await rounds.after.locator("option:checked").innerText(), String(YEAR + 1));
  await rowsAre(rounds, `Udvikling i aktiviteter: ${AREA}`, [
    [titles[0], "Ændret: hvem løser sagerne", ...said(["Fagforvaltning", "Central"], "Delvist", "Manuelt")],
    [titles[1], "Ændret: digital proces", ...said("Fagforvaltning", "Delvist", ["Manuelt", "Fuldt"])],
  ]);
  const finance = await rounds.read("Udvikling i områder: Økonomi og regnskab");
  const row = finance.rows.find((one) => one.head === AREA);
  assert.equal(row.cells["Centraliseringsgrad, forskel"], "+0,2");
  assert.equal(row.cells["Digital proces, forskel"], "+0,2");
  assert.equal(row.cells["Digital løsning, forskel"], "0,0");

  await rounds.before.selectOption({ label: String(YEAR + 1) });
  await rounds.comparison.getByText("Vælg to forskellige runder.").waitFor();
  await rounds.after.selectOption({ label: String(YEAR) });
  await rowsAre(rounds, `Udvikling i aktiviteter: ${AREA}`, [
    [titles[0], "Ændret: hvem løser sagerne", ...said(["Central", "Fagforvaltning"], "Delvist", "Manuelt")],
    [titles[1], "Ændret: digital proces", ...said("Fagforvaltning", "Delvist", ["Fuldt", "Manuelt"])],
  ]);
}

/** The words of an answer before and after; two values where it changed. */
function said(...values) {
  return [0, 1].map((side) => {
    const [place, solution, process] = values.map((value) => (Array.isArray(value) ? value[side] : value));
    return `${place} · løsning: ${solution} · proces: ${process}`;
  });
}

async function emptyRoundIsTakenBack(given) {
  const { titles, survey, rounds } = await begin(given);
  await rounds.year.fill("26");
  await rounds.main.getByText("Skriv et år mellem").waitFor();
  assert.ok(await rounds.begin.isDisabled(), "a year that cannot be read begins nothing");
  await rounds.year.fill(String(YEAR + 2));
  await rounds.start("Ingen svar").check();
  await rounds.begin.click();
  const empty = `${YEAR + 2}: 0 af 300 aktiviteter besvaret`;
  const first = `${YEAR}: 5 af 300 aktiviteter besvaret`;
  await roundsAre(rounds, [`${empty} vises nu Fjern`, `${first} Vis runden Fjern`]);
  await survey.openArea("E09");
  await survey.answersAre({});
  await survey.choice(titles[0], SOLUTION, "Fuldt").check();
  const begun = { [`${SOLUTION} ${titles[0]}`]: "Fuldt" };

  await rounds.goTo("Runder");
  await rounds.round(YEAR).getByRole("button", { name: "Vis runden" }).click();
  await roundsAre(rounds, [`${empty} Vis runden Fjern`, `${first} vises nu Fjern`]);
  await survey.openArea("E09");
  await until("the older round is shown", async () => assert.equal(Object.keys(await survey.answers()).length, 15));
  await rounds.goTo("Runder");
  await rounds.round(YEAR + 2).getByRole("button", { name: "Vis runden" }).click();
  await survey.openArea("E09");
  await survey.answersAre(begun);

  await rounds.goTo("Runder");
  await rounds.round(YEAR + 2).getByRole("button", { name: "Fjern" }).click();
  await rounds.said("Runden er fjernet.");
  await roundsAre(rounds, [`${first} vises nu`]);
  await rounds.undo.click();
  await roundsAre(rounds, [`${empty} vises nu Fjern`, `${first} Vis runden Fjern`]);
  await survey.openArea("E09");
  await survey.answersAre(begun);
  await survey.isSaved();
  await survey.reload();
  await survey.answersAre(begun);
}

export const tests = [
  { name: "a new round begins with the last answers, to be confirmed, and shows what changed", run: lastAnswersAreCarriedOver },
  { name: "an empty round is begun, left, taken away and brought back", run: emptyRoundIsTakenBack },
];
