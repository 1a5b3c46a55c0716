// The browser is killed in the middle of answering: what was called saved is there afterwards.
import assert from "node:assert/strict";
import { kill, launchWithProfile, processOf, profileFolder } from "../harness/browser.mjs";
import { area } from "../harness/catalogue.mjs";
import { watch } from "../harness/guards.mjs";
import { press } from "../harness/keyboard.mjs";
import { until } from "../harness/until.mjs";
import { LEVEL, SurveyAreaPage } from "../pages/survey-area.mjs";
import { SAVED } from "../pages/app.mjs";

async function start({ url, cleanUp, pagesFrom }, folder) {
  const context = await launchWithProfile(folder, cleanUp);
  pagesFrom(() => context.pages());
  const guards = await watch(context, { allowed: url });
  const survey = new SurveyAreaPage(await context.newPage(), url);
  return { context, guards, survey };
}

async function killedWhenSaved(given) {
  const { activities } = await area(given.root, "E04");
  const folder = await profileFolder(given.cleanUp);
  const before = await start(given, folder);
  await before.survey.openArea("E04");
  await before.survey.choice(activities[0].title, LEVEL, "Institution").focus();
  await press(before.survey.page, "4 F D 3 D M 5 M F");
  await before.survey.isSaved();
  const pid = await processOf(folder);
  const answers = await before.survey.answers();
  await kill(pid);
  before.guards.check();
  assert.equal(Object.keys(answers).length, 9);

  const after = await start(given, folder);
  await after.survey.openArea("E04");
  await after.survey.answersAre(answers);
  after.guards.check();
}

// In the page: each time "saved" appears, tells which answers were there.
function reportWhatIsSaved(saved) {
  const status = document.querySelector("header [role=status]");
  new MutationObserver(() => {
    if (status.innerText.trim() !== saved) return;
    window.tellSaved([...document.querySelectorAll(".choice input:checked")].map((input) => input.id));
  }).observe(status, { childList: true, characterData: true, subtree: true });
}

async function killedWhileTyping(given) {
  const { activities } = await area(given.root, "E04");
  const folder = await profileFolder(given.cleanUp);
  const before = await start(given, folder);
  const { page } = before.survey;
  const reports = [];
  await before.survey.openArea("E04");
  await page.exposeFunction("tellSaved", (ids) => void reports.push(ids));
  await page.evaluate(reportWhatIsSaved, SAVED);
  await before.survey.choice(activities[0].title, LEVEL, "Institution").focus();
  const pid = await processOf(folder);

  let alive = true;
  const typing = (async () => {
    for (const key of "4 F D 3 D M 2 M F 1 D D".split(" ").concat(..."4FD3DM2MF1DD".repeat(5))) {
      if (alive) await page.keyboard.press(key);
    }
  })().catch(() => {});
  await until("some answers are called saved", async () => assert.ok((reports.at(-1)?.length ?? 0) >= 20));
  process.kill(pid, "SIGKILL");
  alive = false;
  await typing;
  const saved = reports.at(-1);
  await kill(pid).catch(() => {});
  before.guards.check();
  assert.ok(saved.length < 3 * activities.length, "it was killed before everything was answered");

  const after = await start(given, folder);
  await after.survey.openArea("E04");
  await until("the answers are there", async () => assert.ok(Object.keys(await after.survey.answers()).length));
  const there = await after.survey.table.evaluate((table) =>
    [...table.querySelectorAll("input:checked")].map((input) => input.id),
  );
  assert.deepEqual(saved.filter((id) => !there.includes(id)), [], "no answer that was called saved is lost");
  await after.survey.isSaved();
  after.guards.check();
}

export const tests = [
  { name: "the browser is killed as soon as it says saved and every answer is there again", run: killedWhenSaved, ownBrowser: true },
  { name: "the browser is killed while more is typed and nothing that was called saved is lost", run: killedWhileTyping, ownBrowser: true },
];
