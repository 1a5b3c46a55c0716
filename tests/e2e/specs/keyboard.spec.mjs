// A person without a mouse answers an area and finds everything again.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { isFocused, press, tabTo } from "../harness/keyboard.mjs";
import { until } from "../harness/until.mjs";
import { LEVEL, PROCESS, SOLUTION, SurveyAreaPage } from "../pages/survey-area.mjs";

async function isAtCell(survey, title, column, option) {
  await until(`focus is at ${column} ${title}`, async () => {
    assert.ok(await isFocused(survey.choice(title, column, option)), `focus is not at ${option}`);
  });
}

async function fillWithKeysOnly({ page, url, root, context }) {
  const { title: areaTitle, activities } = await area(root, "E09");
  const [first, second, third, fourth, fifth] = activities.map((activity) => activity.title);
  const survey = new SurveyAreaPage(page, url);
  await survey.open();

  await page.keyboard.press("Tab");
  assert.ok(await isFocused(survey.skipLink), "the first Tab reaches the skip link");
  await page.keyboard.press("Enter");
  assert.ok(await isFocused(survey.main), "the skip link leads to the content");

  const menuLink = survey.menu.getByRole("link", { name: "Skema" });
  await tabTo(page, menuLink, { key: "Shift+Tab" });
  await page.keyboard.press("Enter");
  await survey.isAt("Skema");
  await until("focus follows to the new page", async () => assert.ok(await isFocused(survey.main)));
  await tabTo(page, survey.main.getByRole("link", { name: areaTitle }));
  await page.keyboard.press("Enter");
  await survey.table.waitFor();
  await tabTo(page, survey.choice(first, LEVEL, "Institution"));

  await press(page, "4 F D");
  await isAtCell(survey, second, LEVEL, "Institution");
  await press(page, "3 D M");
  await isAtCell(survey, third, LEVEL, "Institution");

  await page.keyboard.press("?");
  await survey.table.getByText(/^Besvares af: /).waitFor();
  await page.keyboard.press("?");
  await survey.table.getByText(/^Besvares af: /).waitFor({ state: "hidden" });

  await press(page, "1 ArrowUp");
  await isAtCell(survey, second, SOLUTION, "Delvist");
  await press(page, "ArrowDown Shift+Tab");
  await isAtCell(survey, third, LEVEL, "Institution");
  await page.keyboard.press("Delete");
  await until("Delete takes the answer away", async () =>
    assert.equal((await survey.answers())[`${LEVEL} ${third}`], undefined),
  );
  await page.keyboard.press("Control+d");
  await isAtCell(survey, fourth, LEVEL, "Institution");

  await page.keyboard.press("v");
  await isAtCell(survey, fifth, LEVEL, "Institution");
  await survey.row(fourth).getByText("Ved ikke").waitFor();
  await press(page, "I ArrowUp ArrowUp Tab f f");
  await isAtCell(survey, fourth, LEVEL, "Institution");
  await press(page, "2 d d");
  await isAtCell(survey, fifth, LEVEL, "Institution");
  await survey.row(fifth).getByText("Ikke relevant").waitFor();

  await page.keyboard.press("F2");
  await survey.shares(fifth).waitFor();
  await tabTo(page, survey.comment(fifth));
  await page.keyboard.type("Løses af fagområdet");
  await tabTo(page, survey.choice(fifth, LEVEL, "Institution"), { key: "Shift+Tab" });
  await page.keyboard.press("F2");
  await survey.shares(fifth).waitFor({ state: "hidden" });

  const expected = {
    [`${LEVEL} ${first}`]: "Central",
    [`${SOLUTION} ${first}`]: "Fuldt",
    [`${PROCESS} ${first}`]: "Delvist",
    [`${LEVEL} ${second}`]: "Fagforvaltning",
    [`${SOLUTION} ${second}`]: "Delvist",
    [`${PROCESS} ${second}`]: "Manuelt",
    [`${LEVEL} ${third}`]: "Fagforvaltning",
    [`${SOLUTION} ${third}`]: "Fuldt",
    [`${PROCESS} ${third}`]: "Fuldt",
    [`${LEVEL} ${fourth}`]: "Mellemniveau",
    [`${SOLUTION} ${fourth}`]: "Delvist",
    [`${PROCESS} ${fourth}`]: "Delvist",
  };
  const isAllThere = async (one) => {
    await one.answersAre(expected);
    await one.scoresAre("2,0", "0,5", "0,8", "4 af 4");
    await one.row(fifth).getByText("Ikke relevant").waitFor();
    await one.row(fifth).getByText("Har bemærkning").waitFor();
  };
  await isAllThere(survey);
  await survey.isSaved();

  await survey.reload();
  await survey.table.waitFor();
  await isAllThere(survey);

  const otherTab = new SurveyAreaPage(await context.newPage(), url);
  await otherTab.openArea("E09");
  await isAllThere(otherTab);
}

async function arrowsStayInTheCell({ page, url, root }) {
  const { activities } = await area(root, "E09");
  const title = activities[0].title;
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  await survey.choice(title, LEVEL, "Institution").focus();
  await press(page, "ArrowRight ArrowRight");
  await until("right chooses the next", async () =>
    assert.equal((await survey.answers())[`${LEVEL} ${title}`], "Fagforvaltning"),
  );
  await page.keyboard.press("ArrowLeft");
  await until("left chooses the one before", async () =>
    assert.equal((await survey.answers())[`${LEVEL} ${title}`], "Mellemniveau"),
  );
  await page.keyboard.press("Tab");
  await isAtCell(survey, title, SOLUTION, "Manuelt");
}

export const tests = [
  { name: "an area is answered with the keyboard only and is there after a reload and in a new tab", run: fillWithKeysOnly },
  { name: "left and right choose inside a cell and Tab goes to the next", run: arrowsStayInTheCell },
];
