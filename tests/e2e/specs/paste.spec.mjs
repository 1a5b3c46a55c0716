// Between the table and a spreadsheet: pasted blocks, the field for them, rows on the clipboard.
import assert from "node:assert/strict";
import { area } from "../harness/catalogue.mjs";
import { fillWithExample } from "../harness/states.mjs";
import { until } from "../harness/until.mjs";
import { HomePage } from "../pages/home.mjs";
import { Preview } from "../pages/preview.mjs";
import { LEVEL, PROCESS, SOLUTION, SurveyAreaPage } from "../pages/survey-area.mjs";

const NOTE = '=1+1 er ikke en formel, »og« "citater" går ikke tabt';

async function open({ context, page, url, root }, id) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(url).origin });
  const { activities } = await area(root, id);
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea(id);
  return { survey, activities, titles: activities.map((one) => one.title), preview: new Preview(page) };
}

const block = (...rows) => rows.map((row) => row.join("\t")).join("\r\n");

/** Puts a text on the clipboard, stands in a cell and pastes. */
async function paste(survey, text, title, column, option) {
  await survey.page.evaluate((given) => navigator.clipboard.writeText(given), text);
  await survey.choice(title, column, option).focus();
  await survey.page.keyboard.press("ControlOrMeta+v");
}

async function isPastedIntoTheTable(given) {
  const { survey, titles, preview } = await open(given, "E09");
  await survey.answer(titles[1], "Institution", "Manuelt", null);
  await survey.isSaved();
  const before = await survey.answers();
  const text = block(["Central", "Fuldt", "Delvist"], ["3", "1", "0,5"], ["Eksternt", "måske", ""]);
  await paste(survey, text, titles[1], LEVEL, "Institution");
  const items = await preview.items();
  assert.deepEqual(items.map(({ mark, now, becomes }) => [mark, now, ...becomes]), [
    ["Ændret", "Nu: Institution · løsning: Manuelt", "Bliver til: Central · løsning: Fuldt · proces: Delvist"],
    ["Nyt", "Nu: intet svar", "Bliver til: Central · løsning: Fuldt · proces: Delvist"],
    ["Nyt", "Nu: intet svar", "Bliver til: Eksternt"],
  ]);
  assert.ok(items[0].title.endsWith(titles[1]), "the block starts where the user stands");
  const [problem] = await preview.problems();
  assert.deepEqual([problem.place, problem.found], ["Celle B3", "måske"]);
  assert.match(problem.expected, /Manuelt, Delvist eller Fuldt/);
  await survey.answersAre(before);

  await preview.take.click();
  await preview.says("3 ændringer er overført. I kan fortryde dem samlet.");
  const after = {
    [`${LEVEL} ${titles[1]}`]: "Central",
    [`${SOLUTION} ${titles[1]}`]: "Fuldt",
    [`${PROCESS} ${titles[1]}`]: "Delvist",
    [`${LEVEL} ${titles[2]}`]: "Central",
    [`${SOLUTION} ${titles[2]}`]: "Fuldt",
    [`${PROCESS} ${titles[2]}`]: "Delvist",
    [`${LEVEL} ${titles[3]}`]: "Eksternt",
  };
  await survey.answersAre(after);
  await preview.undo.click();
  await survey.answersAre(before);
  await preview.redo.click();
  await survey.answersAre(after);
  await survey.isSaved();
  await survey.reload();
  await survey.answersAre(after);
}

async function startsAtTheColumn(given) {
  const { survey, titles, preview } = await open(given, "E09");
  await paste(survey, block(["Delvist", "Fuldt"], ["Manuelt", "Delvist"]), titles.at(-1), SOLUTION, "Manuelt");
  const [item, ...others] = await preview.items();
  assert.deepEqual([item.becomes, others], [["Bliver til: løsning: Delvist · proces: Fuldt"], []]);
  const [problem] = await preview.problems();
  assert.match(problem.expected, /1 række er ikke indsat, for de falder under den sidste aktivitet/);
  await preview.cancel.click();
  await preview.panel.waitFor({ state: "detached" });
  await survey.answersAre({});
  assert.ok(await survey.undo.isDisabled(), "nothing happened");
}

/** In the field for a comment, text is text. */
async function leavesFieldsAlone(given) {
  const { survey, titles, preview } = await open(given, "E09");
  await survey.openDetails(titles[0]);
  await survey.page.evaluate((text) => navigator.clipboard.writeText(text), "Central\tFuldt\tDelvist");
  await survey.comment(titles[0]).focus();
  await survey.page.keyboard.press("ControlOrMeta+v");
  await until("the text stands in the comment", async () =>
    assert.match(await survey.comment(titles[0]).inputValue(), /^Central\sFuldt\sDelvist$/),
  );
  assert.equal(await preview.panel.count(), 0);
  await survey.answersAre({});
}

async function isPastedIntoTheField(given) {
  const { survey, activities, titles, preview } = await open(given, "E09");
  const button = survey.tools.getByRole("button", { name: "Indsæt fra regneark …" });
  await button.click();
  const field = survey.page.getByLabel("Indsæt celler fra et regneark");
  assert.match(await survey.descriptionOf(field), /Intet ændres, før I har set det/);
  await field.fill(block([activities[3].id, "Fagforvaltning", "Delvist", "Manuelt"], [activities[0].id, "Central", "", "Fuldt"]));
  await survey.page.getByRole("button", { name: "Se, hvad der ændres" }).click();
  const items = await preview.items();
  assert.deepEqual(items.map(({ title, becomes }) => [title, ...becomes]), [
    [`${activities[0].id} ${titles[0]}`, "Bliver til: Central · proces: Fuldt"],
    [`${activities[3].id} ${titles[3]}`, "Bliver til: Fagforvaltning · løsning: Delvist · proces: Manuelt"],
  ]);
  await field.waitFor({ state: "detached" });
  await preview.item(titles[0]).getByRole("checkbox").uncheck();
  await preview.take.getByText("Overfør 1 ændring").click();
  await preview.says("1 ændring er overført. I kan fortryde den.");
  await survey.answersAre({
    [`${LEVEL} ${titles[3]}`]: "Fagforvaltning",
    [`${SOLUTION} ${titles[3]}`]: "Delvist",
    [`${PROCESS} ${titles[3]}`]: "Manuelt",
  });
}

async function copiedRowsReadBack(given) {
  const { page, url } = given;
  await fillWithExample(page, url);
  const { survey, activities, titles, preview } = await open(given, "E04");
  await survey.openDetails(titles[0]);
  await survey.comment(titles[0]).fill(NOTE);
  await page.keyboard.press("Tab");
  await survey.isSaved();
  const original = await survey.answers();
  await survey.tools.getByRole("button", { name: "Kopiér til regneark" }).click();
  await preview.says("Rækkerne er kopieret. Sæt dem ind i et regneark.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const lines = copied.trimEnd().split(/\r?\n/);
  assert.equal(lines.length, activities.length + 1);
  assert.deepEqual(lines[0].split("\t").slice(0, 5), ["Nr.", "Aktivitet", LEVEL, SOLUTION, PROCESS]);
  assert.match(copied, /\t'=1\+1/, "a spreadsheet does not compute it");

  const home = new HomePage(page, url);
  await home.leaveExample();
  await survey.openArea("E04");
  await survey.answersAre({});
  await paste(survey, copied, titles.at(-1), PROCESS, "Fuldt");
  assert.equal((await preview.items()).length, activities.length, "the numbers tell the rows, not the place");
  assert.equal(await preview.unread.count(), 0);
  await preview.take.click();
  await survey.answersAre(original);
  await survey.openDetails(titles[0]);
  assert.equal(await survey.comment(titles[0]).inputValue(), NOTE);

  await survey.openArea("E09");
  await paste(survey, copied, (await area(given.root, "E09")).activities[0].title, LEVEL, "Central");
  await preview.panel.getByText("Der er intet at ændre").waitFor();
  const problems = await preview.problems();
  assert.equal(problems.length, activities.length, "rows of another area are not taken for these");
  assert.match(problems[0].expected, /Aktiviteten vises ikke her\. Gå til dens område/);
}

/** What is entered while the preview stands is newer than the preview. */
async function keepsWhatIsNewer(given) {
  const { survey, titles, preview } = await open(given, "E09");
  await paste(survey, block(["Central"]), titles[0], LEVEL, "Central");
  await preview.panel.waitFor();
  await survey.choice(titles[0], SOLUTION, "Fuldt").check();
  await survey.openDetails(titles[0]);
  await survey.comment(titles[0]).fill("Skrevet imens");
  await survey.page.keyboard.press("Tab");
  // Whether the preview stands, is made anew or is put away, nothing that was entered goes.
  if (await preview.panel.count()) {
    await preview.take.click();
    await preview.panel.waitFor({ state: "detached" });
  }
  assert.ok(await survey.choice(titles[0], SOLUTION, "Fuldt").isChecked());
  assert.equal(await survey.comment(titles[0]).inputValue(), "Skrevet imens");
}

export const tests = [
  { name: "a block pasted into the table is previewed, taken and undone in one step", run: isPastedIntoTheTable },
  { name: "a block starts at the cell, and what falls below the table is named", run: startsAtTheColumn },
  { name: "a text pasted into a comment is a text", run: leavesFieldsAlone },
  { name: "rows with numbers are read from the field in any order and taken in part", run: isPastedIntoTheField },
  { name: "copied rows read back equal, and not into another area", run: copiedRowsReadBack },
  { name: "what is entered while a preview stands is not lost", run: keepsWhatIsNewer },
];
