// The workshop: prepared, shown on a screen, rated and decided there, and followed up on paper.
import assert from "node:assert/strict";
import { missingWords, outside } from "../harness/pdf.mjs";
import { fillWithExample, fillWithPlan } from "../harness/states.mjs";
import { until } from "../harness/until.mjs";
import { ReportPage } from "../pages/report.mjs";

const MARGIN = 10;

async function fromInvitationToMinutes(given) {
  const { page } = given;
  await fillWithPlan(given);
  const report = new ReportPage(page, given.url);
  await report.open("#/workshop");
  await report.isMade();
  await report.main.getByRole("combobox", { name: "Dagsorden" }).selectOption({ index: 1 });
  await report.main.getByLabel("Dag", { exact: true }).fill("2027-02-03");
  await report.type("Begynder kl.", "8.30");
  await report.type("Sted", "Byrådssalen");
  await report.type("Deltagere", "Økonomichef\nLønchef");
  await report.isSaved();

  // The invitation and the agenda say it, on paper too.
  await report.turnTo("Invitation");
  for (const text of ["3. februar 2027", "Byrådssalen", "Lønchef"]) await report.says(text);
  const pdf = await report.printed();
  assert.ok(pdf.pages.length <= 4, `${pdf.pages.length} pages`);
  assert.deepEqual(outside(pdf, MARGIN), []);
  assert.deepEqual(missingWords(await report.textForPaper(), pdf.pages.map((one) => one.text).join("\n")), []);
  await report.turnTo("Dagsorden");
  await report.says(/8\.30 – /);

  // On the screen a proposal is rated, voted on, decided and put into the plan.
  await report.open("#/workshop/vis/1");
  await report.shows(1);
  await report.main.getByText("Spring til").click();
  await report.main.locator(".screen-bar").getByRole("link", { name: /^M14 / }).click();
  await report.isAt(/^M14 /);
  await report.main.getByRole("combobox", { name: /^Organisation/ }).selectOption({ index: 3 });
  await report.type("Stemmer", "7");
  await report.button("Notér en beslutning").click();
  const decision = report.main.getByRole("textbox", { name: /beslut/i }).first();
  await decision.waitFor();
  // The arrow keys write here and turn no screen.
  await decision.fill("Vi samler først fakturaerne");
  await page.keyboard.press("ArrowLeft");
  await decision.blur();
  await report.isAt(/^M14 /);
  await report.button("Sæt i handleplanen").first().click();
  await until("it is in the plan", async () => assert.equal(await report.button("Sæt i handleplanen").count(), 0));
  await report.isSavedUnseen();

  await report.open("#/workshop/referat");
  await report.reload();
  await report.isMade();
  await report.says("Vi samler først fakturaerne");
  const minutes = await report.printed();
  const text = minutes.pages.map((one) => one.text).join("\n");
  for (const part of [/Vi samler først fakturaerne/, /M14 Konsolidering/, /\b7\b/, /Byrådssalen/]) assert.match(text, part);
  assert.doesNotMatch(text, /Notér en beslutning|Noter til referatet/);
}

async function arrowsAndList(given) {
  await fillWithExample(given.page, given.url);
  const report = new ReportPage(given.page, given.url);
  await report.open("#/workshop/vis/1");
  await report.shows(1);
  const first = await report.heading();
  await given.page.keyboard.press("ArrowRight");
  await report.shows(2);
  assert.notEqual(await report.heading(), first);
  await given.page.keyboard.press("PageDown");
  await report.shows(3);
  await given.page.keyboard.press("ArrowLeft");
  await report.shows(2);
  // The menu and the footer are not on the screen, the label is.
  assert.equal(await report.menu.isVisible(), false);
  await report.says(/Modeldata/);
  await report.main.getByText("Spring til").click();
  await report.main.locator(".screen-bar").getByRole("link", { name: "Hvad beslutter vi?" }).click();
  await report.isAt("Hvad beslutter vi?");
  await given.page.keyboard.press("Escape");
  await report.isAt("Workshop");
}

async function everyScreen(given) {
  await fillWithPlan(given);
  const report = new ReportPage(given.page, given.url);
  await report.open("#/workshop/vis/1");
  await report.shows(1);
  const place = await report.main.locator(".screen-bar__place").innerText();
  const last = Number(place.split(" af ")[1]);
  assert.ok(last > 15, place);
  for (let number = 2; number <= last; number++) {
    await given.page.keyboard.press("ArrowRight");
    await report.shows(number, last);
    const wide = await given.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `screen ${number} is ${wide} pixels too wide`);
  }
  // There is nothing after the last.
  await given.page.keyboard.press("ArrowRight");
  await report.shows(last, last);
}

async function timeThatIsNone(given) {
  await fillWithPlan(given);
  const report = new ReportPage(given.page, given.url);
  await report.open("#/workshop");
  await report.isMade();
  await report.type("Begynder kl.", "tidligt");
  assert.match(await report.errorOf("Begynder kl."), /fx 9\.00/i);
  assert.equal(await report.field("Begynder kl.").inputValue(), "tidligt");
  await report.turnTo("Dagsorden");
  await report.says(/15 minutter/);
}

async function tableAndChartAreCopied(given) {
  await fillWithPlan(given);
  await given.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const report = new ReportPage(given.page, given.url);
  await report.openWhole("#/rapport/slides");
  // As a text that a spreadsheet would take for a formula stands in a table (document/html.rs).
  await given.page.evaluate(() => {
    for (const cell of document.querySelectorAll("main th[scope=row]")) {
      const guard = Object.assign(document.createElement("span"), { className: "text-mark", textContent: "'" });
      guard.setAttribute("aria-hidden", "true");
      cell.append(guard, "=HYPERLINK(1)");
    }
  });
  await report.button("Kopiér tabellen").first().click();
  await report.says("Tabellen er kopieret");
  const read = () =>
    given.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const html = item.types.includes("text/html") ? await (await item.getType("text/html")).text() : "";
      return { types: item.types, html };
    });
  const table = await read();
  assert.match(table.html, /<table/);
  assert.match(table.html, /Økonomi og regnskab/);
  assert.match(table.html, />'(<[^>]+>)*=HYPERLINK/, "the mark is copied, too");
  await report.button("Kopiér diagrammet").first().click();
  await until("the chart is on the clipboard", async () => assert.deepEqual((await read()).types, ["image/png"]));
}

export const tests = [
  { name: "from the invitation over rating and deciding on the screen to the minutes", run: fromInvitationToMinutes },
  { name: "screens are turned with the keys, jumped to by the list, and left with Escape", run: arrowsAndList },
  { name: "every screen shows, in order, and none is too wide", run: everyScreen },
  { name: "a time that is none is kept, and the agenda does without", run: timeThatIsNone },
  { name: "a table and a chart are copied for the own slides", run: tableAndChartAreCopied },
];
