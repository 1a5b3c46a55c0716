// Cases that are done in several places: shares of the cases.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { isFocused } from "../harness/keyboard.mjs";
import { until } from "../harness/until.mjs";
import { LEVEL, SurveyAreaPage } from "../pages/survey-area.mjs";

const ERROR = "Fordelingen giver 90 %. Der mangler 10 %.";

async function open({ page, url, root }) {
  const [{ title }] = (await area(root, "E09")).activities;
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  return { survey, title };
}

async function sharesCount(given) {
  const { survey, title } = await open(given);
  await survey.openDetails(title);
  await survey.typeShares(title, { "Inst.": "40", Central: "60" });
  await survey.row(title).getByText("Fordelt: Inst. 40 %, Central 60 %").waitFor();
  await survey.scoresAre("1,8", "–", "–", "0 af 5");
  await survey.answer(title, null, "Fuldt", "Delvist");
  await survey.scoresAre("1,8", "0,5", "1,0", "1 af 5");
  await survey.isSaved();
  await survey.reload();
  await survey.row(title).getByText("Fordelt: Inst. 40 %, Central 60 %").waitFor();
  await survey.openDetails(title);
  assert.equal(await survey.shares(title).getByLabel("Central %").inputValue(), "60");
}

async function wrongSumIsKept(given) {
  const { survey, title } = await open(given);
  await survey.openDetails(title);
  await survey.typeShares(title, { "Inst.": "40", Central: "50" });
  await survey.shares(title).getByText(ERROR).waitFor();
  await survey.isSaved();
  await survey.reload();

  const line = survey.errorSummary().getByRole("link", { name: `${title}: ${ERROR}` });
  await line.click();
  assert.ok(await isFocused(survey.moreButton(title)), "the line leads to the activity");
  await survey.openDetails(title);
  assert.equal(await survey.shares(title).getByLabel("Inst. %").inputValue(), "40");
  assert.equal(await survey.shares(title).getByLabel("Central %").inputValue(), "50");
  assert.equal((await survey.scores()).Centraliseringsgrad, "– af 3");

  await survey.choice(title, LEVEL, "Fagforvaltning").check();
  await survey.errorSummary().waitFor({ state: "hidden" });
  await survey.scoresAre("2,0", "–", "–", "0 af 5");
  await survey.isSaved();
  await survey.reload();
  await survey.answersAre({ [`${LEVEL} ${title}`]: "Fagforvaltning" });
  assert.equal(await survey.errorSummary().count(), 0);
}

async function correctedSharesCount(given) {
  const { survey, title } = await open(given);
  await survey.openDetails(title);
  await survey.typeShares(title, { "Inst.": "-5", Central: "halvdelen" });
  await survey.errorSummary().waitFor();
  await survey.typeShares(title, { "Inst.": "25", Central: "75" });
  await survey.errorSummary().waitFor({ state: "hidden" });
  await until("the shares count", async () => assert.equal((await survey.scores()).Centraliseringsgrad, "2,3 af 3"));
  await survey.typeShares(title, { "Inst.": "", Central: "" });
  await until("no shares are no answer", async () => assert.equal((await survey.scores()).Centraliseringsgrad, "– af 3"));
}

export const tests = [
  { name: "40 and 60 percent are an answer and are kept", run: sharesCount },
  { name: "40 and 50 percent are refused with their sum, kept over a reload, and ended by choosing one place", run: wrongSumIsKept },
  { name: "shares that were wrong count when they are mended, and empty ones are no answer", run: correctedSharesCount },
];
