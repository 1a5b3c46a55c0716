// Answering many activities at once, taking it back, and finding those that are left.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { isFocused } from "../harness/keyboard.mjs";
import { until } from "../harness/until.mjs";
import { LEVEL, PROCESS, SOLUTION, SurveyAreaPage } from "../pages/survey-area.mjs";

async function open({ page, url, root }, id) {
  const { activities } = await area(root, id);
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea(id);
  return { survey, activities, titles: activities.map((one) => one.title) };
}

async function fillsWhatIsOpen(given) {
  const { survey, titles } = await open(given, "E09");
  await survey.answer(titles[1], "Institution", "Fuldt", null);
  await survey.isSaved();
  const before = await survey.answers();
  await survey.fillButton.click();
  assert.equal(await survey.fillButton.innerText(), "Udfyld de 5 ubesvarede …");
  const submit = survey.fillForm.getByRole("button", { name: "Udfyld 5 aktiviteter" });
  assert.ok(await submit.isDisabled(), "nothing is chosen yet");
  for (const [column, option] of [[LEVEL, "Central"], [SOLUTION, "Delvist"], [PROCESS, "Manuelt"]]) {
    await survey.fillForm.getByRole("group", { name: column, exact: true }).getByRole("radio", { name: option, exact: true }).check();
  }
  await submit.click();
  await survey.scoresAre("2,4", "0,0", "0,6", "5 af 5");
  const filled = await survey.answers();
  assert.equal(filled[`${LEVEL} ${titles[1]}`], "Institution", "what was answered stays");
  assert.equal(filled[`${PROCESS} ${titles[1]}`], "Manuelt");
  assert.ok(!(await survey.fillButton.isVisible()), "nothing is left to fill");

  await survey.undo.click();
  await survey.answersAre(before);
  await survey.redo.click();
  await survey.answersAre(filled);
  await survey.isSaved();
  await survey.reload();
  await survey.answersAre(filled);
}

async function undoGoesBackStepByStep(given) {
  const { survey, titles } = await open(given, "E09");
  assert.ok(await survey.undo.isDisabled());
  await survey.choice(titles[0], LEVEL, "Central").check();
  await survey.choice(titles[0], LEVEL, "Eksternt").check();
  await survey.openDetails(titles[0]);
  await survey.comment(titles[0]).fill("Køber ydelsen");
  await survey.undo.click();
  await until("the comment is taken back", async () => assert.equal(await survey.comment(titles[0]).inputValue(), ""));
  await survey.undo.click();
  await survey.answersAre({ [`${LEVEL} ${titles[0]}`]: "Central" });
  await survey.undo.click();
  await survey.answersAre({});
  assert.ok(await survey.undo.isDisabled());
  for (let step = 0; step < 3; step += 1) await survey.redo.click();
  await survey.answersAre({ [`${LEVEL} ${titles[0]}`]: "Eksternt" });
  assert.equal(await survey.comment(titles[0]).inputValue(), "Køber ydelsen");
  assert.ok(await survey.redo.isDisabled());
  await survey.isSaved();
  await survey.reload();
  await survey.answersAre({ [`${LEVEL} ${titles[0]}`]: "Eksternt" });
}

async function filtersLeaveWhatIsAsked(given) {
  const { survey, activities, titles } = await open(given, "E04");
  await survey.answer(titles[0], "Central", "Fuldt", "Fuldt");
  await survey.onlyOpen.check();
  assert.deepEqual(await survey.shownRows(), titles.slice(1));
  await survey.answer(titles[1], "Central", "Fuldt", "Fuldt");
  assert.deepEqual(await survey.shownRows(), titles.slice(1), "a row does not vanish while it is answered");

  await survey.answeredBy.selectOption({ label: "Lønkontor" });
  const ofPayroll = activities.filter((one) => one.answered_by.includes("payroll_office")).map((one) => one.title);
  assert.ok(ofPayroll.length > 0);
  assert.deepEqual(await survey.shownRows(), ofPayroll);
  await survey.onlyOpen.uncheck();
  await survey.answeredBy.selectOption({ index: 0 });
  assert.deepEqual(await survey.shownRows(), titles);
}

async function nextOpenIsFocused(given) {
  const { survey, titles } = await open(given, "E04");
  await survey.answer(titles[0], "Central", "Fuldt", "Fuldt");
  await survey.choice(titles[1], LEVEL, "Central").check();
  await survey.nextOpen.click();
  await until("the first open cell has focus", async () =>
    assert.ok(await isFocused(survey.choice(titles[1], SOLUTION, "Manuelt"))),
  );
  await survey.answer(titles[1], null, "Fuldt", "Fuldt");
  await survey.answeredBy.selectOption({ index: 1 });
  await survey.nextOpen.click();
  await until("also where a filter hid it", async () =>
    assert.ok(await isFocused(survey.choice(titles[2], LEVEL, "Institution"))),
  );
}

async function allAnsweredIsSaid(given) {
  const { survey, titles } = await open(given, "E09");
  for (const title of titles) await survey.answer(title, "Central", "Fuldt", "Fuldt");
  await survey.onlyOpen.check();
  await survey.table.getByRole("button", { name: `Vis alle ${titles.length}` }).click();
  assert.deepEqual(await survey.shownRows(), titles);
  await until("the filter's box shows that it is off", async () => assert.ok(!(await survey.onlyOpen.isChecked())));
}

export const tests = [
  { name: "the open activities of an area are filled at once, undone and done again", run: fillsWhatIsOpen },
  { name: "undo and redo go step by step", run: undoGoesBackStepByStep },
  { name: "filters leave what is open or what one role can answer", run: filtersLeaveWhatIsAsked },
  { name: "the next open cell gets focus", run: nextOpenIsFocused },
  { name: "a filter that leaves nothing says so and is easily ended", run: allAnsweredIsSaid },
];
