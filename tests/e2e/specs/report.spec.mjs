// The report: what is chosen is on paper, whole and labelled, and in the files that are handed on.
import assert from "node:assert/strict";
import JSZip from "jszip";
import { file } from "../pages/exchange.mjs";
import { ExchangePage } from "../pages/exchange.mjs";
import { plannedSurvey } from "../harness/plan.mjs";
import { missingWords, outside, textSize } from "../harness/pdf.mjs";
import { fillWithExample, fillWithPlan } from "../harness/states.mjs";
import { until } from "../harness/until.mjs";
import { inOwnBrowser } from "../harness/visitors.mjs";
import { ReportPage } from "../pages/report.mjs";

const PARTS = [
  "Sammenfatning",
  "Det administrative billede",
  "Forskelle til sammenligningsgruppen",
  "Ressourcer",
  "Områderne ét for ét",
  "Nøgletal",
  "Forslag, der passer til billedet",
  "Beregninger",
  "Handleplan",
  "Metode",
  "Hvor sikre tallene er",
  "Bilag: alle svar",
];
const USUAL = PARTS.filter((part) => part !== "Områderne ét for ét" && part !== "Bilag: alle svar");
/** As the headings are numbered, by the place in the report that was chosen. */
const numbered = (parts) => parts.map((part, index) => `${index + 1}. ${part}`);
const MARGINS = { top: 10, right: 10, bottom: 10, left: 10 };

/** What holds of every print. */
async function isPrintedWhole(report, pdf, { pages: [fewest, most] }) {
  assert.ok(pdf.pages.length >= fewest && pdf.pages.length <= most, `${pdf.pages.length} pages`);
  assert.deepEqual(outside(pdf, MARGINS), [], "text beyond the margins");
  const text = pdf.pages.map((page) => page.text).join("\n");
  assert.deepEqual(missingWords(await report.textForPaper(), text), [], "text that is not on paper");
  const wanted = await report.headingsForPaper();
  assert.deepEqual(pdf.headings.map(({ level, text }) => ({ level, text })), wanted);
  assert.ok(pdf.tables.every((table) => table.headers > 0), "a table without heads");
  for (const page of pdf.pages) assert.ok(page.items.some((item) => !item.running), "an empty page");
}

/** Directors read one page. */
function hasItsSummaryOnOnePage(pdf) {
  const at = pdf.pages.findIndex(({ text }) => text.includes("Hvor står vi?"));
  assert.ok(pdf.pages[at].text.includes("Hvor sikkert er det?"), "the summary goes on after its page");
  assert.match(pdf.pages[at + 1].text, /^\s*2\. Det administrative billede/);
}

function parts(pdf) {
  return pdf.headings.filter(({ level, text }) => level === 2 && text !== "Indhold").map(({ text }) => text);
}

async function usualReport(given) {
  await fillWithPlan(given);
  const report = new ReportPage(given.page, given.url);
  await report.open("#/rapport");
  await report.isMade();
  await report.type("Indledning", "Vi har lavet analysen sammen med fagforvaltningerne.");
  await report.type("Handleplan: jeres kommentar", "Planen er drøftet i chefgruppen.");
  await report.turnTo("Udskrift");
  const pdf = await report.printed();
  await isPrintedWhole(report, pdf, { pages: [25, 80] });
  assert.deepEqual(parts(pdf), numbered(USUAL));
  hasItsSummaryOnOnePage(pdf);
  assert.ok(textSize(pdf) >= 7, `the text is ${textSize(pdf)} points`);
  const [front] = pdf.pages;
  assert.match(front.text, /Varde Kommune, \d{4}/);
  assert.match(front.text, /sammen med fagforvaltningerne/);
  pdf.pages.forEach((page, index) => {
    assert.match(page.running.join(" "), /Varde Kommune.*Orientering: sammenlignet med KLK 2017/, `page ${index + 1}`);
    assert.match(page.running.join(" "), new RegExp(`\\b${index + 1} af ${pdf.pages.length}\\b`));
  });
  const all = pdf.pages.map((page) => page.text).join(" ");
  assert.doesNotMatch(all, /Udskriv eller gem|Kopiér tabellen|Gem diagrammet|Vis tallene/);
}

async function everyPart(given) {
  await fillWithExample(given.page, given.url);
  const report = new ReportPage(given.page, given.url);
  await report.open("#/rapport");
  await report.isMade();
  await report.part("Områderne ét for ét").check();
  await report.part("Bilag: alle svar").check();
  await report.turnTo("Udskrift");
  const pdf = await report.printed();
  await isPrintedWhole(report, pdf, { pages: [40, 160] });
  assert.deepEqual(parts(pdf), numbered(PARTS));
  hasItsSummaryOnOnePage(pdf);
  for (const page of pdf.pages) assert.match(page.running.join(" "), /Modeldata/);
  // A part that is taken away is gone, and comes back with it.
  await report.turnTo("Rapport");
  await report.part("Metode").uncheck();
  await report.isSaved();
  await report.reload();
  await report.isMade();
  assert.equal(await report.part("Metode").isChecked(), false);
  await report.turnTo("Udskrift");
  assert.deepEqual(parts(await report.printed()), numbered(PARTS.filter((part) => part !== "Metode")));
}

async function worstCase(given) {
  const whole = await plannedSurvey(given.root);
  const [round] = whole.rounds;
  const sentence = "Vi aftalte på mødet, at opgaven først kan flyttes, når systemet er på plads. ";
  const comment = sentence.repeat(30).slice(0, 1990).trimEnd() + " slut.";
  for (const answer of Object.values(round.answers.central)) answer.comment = comment;
  whole.plan.report = { parts: { areas: true, answers: true } };
  const exchange = new ExchangePage(given.page, given.url);
  await exchange.openFile(file("stor.kommunebenchmark.json", whole), "Åbn");
  const report = new ReportPage(given.page, given.url);
  await report.openWhole("#/rapport/udskrift");
  const pdf = await report.printed();
  await isPrintedWhole(report, pdf, { pages: [120, 400] });
  assert.deepEqual(parts(pdf), numbered(PARTS));
  hasItsSummaryOnOnePage(pdf);
  const all = pdf.pages.map((page) => page.text).join(" ");
  assert.equal(all.match(/slut\./g).length, 300);
}

async function withoutName(given) {
  await fillWithPlan(given);
  const report = new ReportPage(given.page, given.url);
  await report.open("#/rapport");
  await report.isMade();
  await report.main.getByRole("checkbox", { name: "Skjul kommunens navn" }).check();
  await report.isSaved();
  await report.turnTo("Udskrift");
  const pdf = await report.printed();
  const all = pdf.pages.map((page) => page.text + page.running.join(" ")).join(" ");
  assert.doesNotMatch(all, /Varde/);
  assert.match(pdf.pages[0].text, /Kommunen, \d{4}/);
  const page = await report.saved("Gem som webside");
  assert.match(page.name, /^rapport-\d{4}\.html$/);
  assert.doesNotMatch(page.buffer.toString("utf8"), /Varde/);
}

async function emptySurvey(given) {
  const report = new ReportPage(given.page, given.url);
  await report.open("#/rapport");
  await report.isMade();
  await report.says("Der er ingen svar endnu");
  await report.turnTo("Udskrift");
  const pdf = await report.printed();
  assert.deepEqual(parts(pdf), numbered(USUAL));
  assert.doesNotMatch(pdf.pages.map((page) => page.text).join(" "), /NaN|undefined|null/);
}

async function slides(given) {
  await fillWithExample(given.page, given.url);
  const report = new ReportPage(given.page, given.url);
  await report.openWhole("#/rapport/slides");
  const pdf = await report.printed();
  await isPrintedWhole(report, pdf, { pages: [10, 10] });
  for (const page of pdf.pages) {
    assert.equal((page.width / page.height).toFixed(2), (16 / 9).toFixed(2));
    assert.match(page.running.join(" "), /Modeldata/);
  }
  assert.equal(pdf.headings.length, 10);
}

async function webPage(given) {
  await fillWithPlan(given);
  const report = new ReportPage(given.page, given.url);
  await report.openWhole("#/rapport/udskrift");
  const headings = await report.headingsForPaper();
  const charts = await report.main.getByRole("figure").count();
  const saved = await report.saved("Gem som webside");
  assert.match(saved.name, /varde.*rapport\.html$/i);
  const html = saved.buffer.toString("utf8");
  assert.doesNotMatch(html, /<script|<link|href=|src="(?!data:)/);
  await inOwnBrowser(given, async (page) => {
    await page.setContent(html);
    const found = await page.evaluate(() =>
      [...document.querySelectorAll("h1, h2, h3, h4, h5")].map((one) => ({ level: Number(one.tagName[1]), text: one.innerText.replace(/\s+/g, " ").trim() })),
    );
    assert.deepEqual(found, headings);
    await until("the charts are pictures", async () => {
      const sizes = await page.evaluate(() => [...document.images].map((image) => image.naturalWidth));
      assert.equal(sizes.length, charts);
      assert.ok(sizes.every((width) => width > 100), sizes.join());
    });
  });
}

async function wordDocument(given) {
  await fillWithPlan(given);
  const report = new ReportPage(given.page, given.url);
  await report.openWhole("#/rapport/udskrift");
  const charts = await report.main.getByRole("figure").count();
  const saved = await report.saved("Gem som Word-dokument");
  assert.match(saved.name, /varde.*rapport\.docx$/i);
  const zip = await JSZip.loadAsync(saved.buffer);
  const xml = await zip.file("word/document.xml").async("string");
  for (const part of numbered(USUAL)) assert.ok(xml.includes(part), part);
  const images = Object.keys(zip.files).filter((name) => name.startsWith("word/media/"));
  assert.equal(images.length, charts);
}

export const tests = [
  { name: "the usual report is on paper whole, with headings, page numbers and its label on every page", run: usualReport },
  { name: "every part that is chosen is in the report of X Kommune", run: everyPart },
  { name: "the largest report there can be still prints", run: worstCase },
  { name: "a report that hides the municipality tells its name nowhere", run: withoutName },
  { name: "a report of nothing says so", run: emptySurvey },
  { name: "the slides are ten pages in 16:9, one message each", run: slides },
  { name: "the page that stands alone has the same headings, its charts and no scripts", run: webPage },
  { name: "the Word document has the parts and the charts", run: wordDocument },
];
