// What the other tests believe about a PDF: the harness reads back what was printed.
import assert from "node:assert/strict";
import { missingWords, outside, readPdf, textSize, words } from "../harness/pdf.mjs";

const STYLE = `
  @page { size: A4; margin: 25mm 20mm; @top-left { content: "Løbende hoved"; } @bottom-right { content: counter(page) " af " counter(pages); } }
  @page wide { size: A4 landscape; }
  body { margin: 0; font: 12pt/1.4 sans-serif; }
  .wide { page: wide; }
  .narrow { width: 30mm; hyphens: manual; }
  .over { margin-left: -8mm; }`;
const ROWS = Array.from({ length: 90 }, (_, index) => `<tr><th scope="row">Aktivitet ${index + 1}</th><td>${index * 7}</td></tr>`).join("");
const REPORT = `
  <h1>Rapport for X Kommune</h1>
  <p class="narrow">Økonomi- og løn&shy;administra&shy;tionens cen&shy;tra&shy;li&shy;se&shy;rings&shy;grad afhænger af HR-systemet.</p>
  <h2>Aktiviteter</h2>
  <table><thead><tr><th scope="col">Navn</th><th scope="col">Årsværk</th></tr></thead><tbody>${ROWS}</tbody></table>
  <section class="wide"><h2>Bred side</h2><table><caption>Uden hoved</caption><tr><td>1</td><td>2</td></tr></table></section>`;

async function print(page, body, style = STYLE) {
  await page.setContent(`<!doctype html><html lang="da"><head><title>Prøve</title><style>${style}</style></head><body>${body}</body></html>`);
  const pdf = await readPdf(await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true }));
  return { pdf, text: pdf.pages.map((one) => one.text).join("\n"), page: await page.evaluate(() => document.body.innerText) };
}

async function readsStructure({ page }) {
  const { pdf } = await print(page, REPORT);
  const size = ({ width, height }) => [width, height].map(Math.round);
  assert.deepEqual(size(pdf.pages[0]), [595, 842]);
  assert.deepEqual(size(pdf.pages.at(-1)), [842, 595]);
  assert.deepEqual(pdf.pages.map(({ running }) => running), pdf.pages.map((_, index) => ["Løbende hoved", `${index + 1} af ${pdf.pages.length}`]));
  assert.deepEqual(pdf.headings.map(({ level, text }) => [level, text]), [[1, "Rapport for X Kommune"], [2, "Aktiviteter"], [2, "Bred side"]]);
  assert.deepEqual(pdf.outline.map(({ level, title, page }) => [level, title, page]), pdf.headings.map(({ level, text, page }) => [level, text, page]));
  assert.deepEqual(pdf.tables, [{ rows: 91, headers: 92 }, { rows: 1, headers: 0 }]);
  assert.equal(pdf.pages.filter(({ text }) => text.includes("Årsværk")).length, pdf.pages.length - 1, "the head stands on every page of its table");
  assert.deepEqual([pdf.title, pdf.language], ["Prøve", "da"]);
  assert.equal(textSize(pdf), 12);
}

async function findsMissingText({ page }) {
  const printed = await print(page, REPORT);
  assert.deepEqual(missingWords(printed.page, printed.text), []);
  const changed = printed.page.replace("Bred side", "Bred side med et afsnit mere").replace("HR-systemet", "HR-systemerne");
  assert.deepEqual(missingWords(changed, printed.text), ["systemerne.", "med et afsnit mere"]);
}

async function findsTextOutside({ page }) {
  const margin = { top: 25, right: 20, bottom: 25, left: 20 };
  assert.deepEqual(outside((await print(page, REPORT)).pdf, margin), []);
  const { pdf, text, page: whole } = await print(page, `${REPORT}<p class="over">Teksten er for lang</p>`);
  assert.deepEqual(outside(pdf, margin).map(({ page, sides }) => [page, sides]), [[pdf.pages.length, ["left"]]]);
  assert.equal(missingWords(whole, text).length, 1, "what is cut is missing");
  const wide = await print(page, `<p>Brødtekst</p><div style="width: 250mm">for bred</div>`);
  assert.ok(textSize(wide.pdf) < 11, "a page that is too wide is shrunk");
}

async function comparesWords() {
  assert.deepEqual(words("Øko\u00ADnomi- og løn\u00A0administration, ﬁl kom\u2010\nmune – 1.234"), ["Økonomi", "og", "løn", "administration,", "fil", "kommune", "1.234"]);
  const long = Array.from({ length: 100_000 }, (_, index) => `ord${(index * 7919) % 30_011}`);
  const printed = long.flatMap((word, index) => (index % 300 === 0 ? ["side", "hoved", word] : [word]));
  printed.splice(50_000, 3);
  printed.push(...printed.splice(20_000, 40));
  const began = performance.now();
  assert.equal(missingWords(long.join(" "), printed.join(" ")).length, 1);
  assert.ok(performance.now() - began < 5_000, "a long text is compared in seconds");
}

export const tests = [
  { name: "pages, running text, headings, outline and tables are read", run: readsStructure },
  { name: "words that a PDF lacks are found, and only those", run: findsMissingText },
  { name: "text beyond the margins and shrunken pages are found", run: findsTextOutside },
  { name: "long texts are compared word by word", run: comparesWords },
];
