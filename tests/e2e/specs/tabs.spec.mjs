// Two tabs of the same browser.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { press } from "../harness/keyboard.mjs";
import { until } from "../harness/until.mjs";
import { HomePage } from "../pages/home.mjs";
import { LEVEL, SurveyAreaPage } from "../pages/survey-area.mjs";

async function twoTabs({ page, context, url, root }, id) {
  const titles = (await area(root, id)).activities.map((one) => one.title);
  const first = new SurveyAreaPage(page, url);
  await first.openArea(id);
  const second = new SurveyAreaPage(await context.newPage(), url);
  await second.openArea(id);
  return { first, second, titles };
}

async function otherTabFollows(given) {
  const { first, second, titles } = await twoTabs(given, "E09");
  await first.page.bringToFront();
  await first.choice(titles[0], LEVEL, "Central").check();
  await first.isSaved();
  await second.page.bringToFront();
  const one = { [`${LEVEL} ${titles[0]}`]: "Central" };
  await second.answersAre(one);
  await second.choice(titles[1], LEVEL, "Eksternt").check();
  await second.isSaved();
  await first.page.bringToFront();
  const both = { ...one, [`${LEVEL} ${titles[1]}`]: "Eksternt" };
  await first.answersAre(both);
  await first.reload();
  await first.answersAre(both);
}

async function editsInBothSurvive(given) {
  const { first, second, titles } = await twoTabs(given, "E04");
  await first.choice(titles[0], LEVEL, "Central").check();
  await first.isSaved();
  await second.answersAre({ [`${LEVEL} ${titles[0]}`]: "Central" });
  // At the same time, so that each writes between two records of the other.
  await first.choice(titles[1], LEVEL, "Institution").focus();
  await second.choice(titles[10], LEVEL, "Institution").focus();
  await Promise.all([press(first.page, "4 F D 3 D M 2 M F 1 D D"), press(second.page, "1 M M 2 D D 3 F F 4 M D")]);
  await first.isSaved();
  await second.isSaved();
  for (const tab of [first, second]) {
    await tab.page.bringToFront();
    await until("the tab shows the answers of both", async () =>
      assert.equal(Object.keys(await tab.answers()).length, 1 + 12 + 12),
    );
  }
  const all = await first.answers();
  await second.answersAre(all);
  assert.equal(all[`${LEVEL} ${titles[2]}`], "Fagforvaltning");
  assert.equal(all[`${LEVEL} ${titles[11]}`], "Mellemniveau");
  await first.reload();
  await first.answersAre(all);
}

async function deletionReachesOtherTab(given) {
  const { first, second, titles } = await twoTabs(given, "E09");
  await first.choice(titles[0], LEVEL, "Central").check();
  await first.isSaved();
  await second.answersAre({ [`${LEVEL} ${titles[0]}`]: "Central" });
  const home = new HomePage(first.page, given.url);
  await home.open("#/");
  await home.askToDeleteEverything();
  await home.answer(home.deletion, "Slet alt").click();
  await home.isWelcome();
  await second.page.bringToFront();
  await second.answersAre({});
  await second.choice(titles[1], LEVEL, "Central").check();
  await second.isSaved();
  await second.reload();
  await second.answersAre({ [`${LEVEL} ${titles[1]}`]: "Central" });
}

export const tests = [
  { name: "an edit in one tab is seen in the other", run: otherTabFollows },
  { name: "edits in both tabs at the same time all survive", run: editsInBothSurvive },
  { name: "deleting everything in one tab empties the other", run: deletionReachesOtherTab },
];
