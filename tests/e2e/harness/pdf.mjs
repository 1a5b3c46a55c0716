// A PDF as a test sees it: the text of its pages in reading order, where it stands, outline, headings and tables.
// Lengths are points (1/72 inch) from the upper left corner of the page.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export { missingWords, words } from "./words.mjs";

const POINTS_PER_MM = 72 / 25.4;
// Ink above and below the baseline, in font sizes.
const ASCENT = 0.75;
const DESCENT = 0.2;
// What Chromium rounds away.
const ROUNDING = 0.5;

/**
 * `text` of a page holds what belongs to the document, in reading order where the PDF is tagged; `running` what
 * @page puts into the margins. `outline` and `headings` are flat lists with a level; pages count from 1.
 */
export async function readPdf(buffer) {
  const task = getDocument({ data: new Uint8Array(buffer), verbosity: 0 });
  try {
    const document = await task.promise;
    const { info, hasStructTree: tagged } = await document.getMetadata();
    const pages = [];
    const headings = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const read = await readPage(page, tagged);
      pages.push(read.page);
      headings.push(...read.headings.map((heading) => ({ ...heading, page: number })));
      page.cleanup();
    }
    const outline = await readOutline(document, await document.getOutline());
    const tables = tagged ? readTables(buffer) : [];
    return { title: info.Title, language: info.Language, tagged, pages, outline, headings, tables };
  } finally {
    await task.destroy();
  }
}

/**
 * The text that reaches beyond the margins: what is wider than its page is cut there, letter by letter.
 * Text that is cut as a whole is not in a PDF any more; only missingWords finds it.
 * `margin`: millimetres, or `{ top, right, bottom, left }`, or a function of the page that gives one of them.
 */
export function outside(pdf, margin) {
  return pdf.pages.flatMap((page, index) => {
    const given = typeof margin === "function" ? margin(page) : margin;
    const side = (name) => (typeof given === "number" ? given : given[name]) * POINTS_PER_MM - ROUNDING;
    const over = ({ x, y, width, height }) => ({
      top: side("top") - y,
      right: x + width - (page.width - side("right")),
      bottom: y + height - (page.height - side("bottom")),
      left: side("left") - x,
    });
    return page.items
      .filter((item) => !item.running)
      .map((item) => ({ page: index + 1, text: item.text, sides: Object.entries(over(item)).filter(([, by]) => by > 0).map(([name]) => name) }))
      .filter(({ sides }) => sides.length > 0);
  });
}

/**
 * The size of most of the text. Smaller than the stylesheet says where Chromium has shrunk the document
 * (by up to a third) because something in it is wider than the page.
 */
export function textSize(pdf) {
  const letters = new Map();
  for (const { size, text, running } of pdf.pages.flatMap(({ items }) => items)) {
    if (running) continue; // never shrunk
    const key = Math.round(size * 10) / 10;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

async function readPage(page, tagged) {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items: marks } = await page.getTextContent({ includeMarkedContent: true });
  const tree = tagged ? await page.getStructTree() : null;
  const pieces = new Map();
  const running = [];
  const items = [];
  const open = [];
  let hyphenMayFollow = false;
  for (const mark of marks) {
    if (mark.type?.startsWith("begin")) open.push({ id: mark.id ?? open.at(-1)?.id, tag: mark.tag });
    // A hyphen at the end of a line that is not in the text stands in a span of its own.
    if (mark.type === "endMarkedContent") hyphenMayFollow = open.pop()?.tag === "Span";
    if (mark.type) continue;
    const item = itemOf(mark, height);
    if (hyphenMayFollow && /^[-‐]$/.test(item.text)) item.text = "\u00AD";
    if (item.text.trim()) hyphenMayFollow = false;
    const id = open.at(-1)?.id;
    // What stands in the margins is drawn first and belongs to no element.
    item.running = tagged && id === undefined && pieces.size === 0;
    if (item.text.trim()) items.push(item);
    if (item.running) running.push(item);
    else pieces.set(id, [...(pieces.get(id) ?? []), item]);
  }
  const { ids, headings } = readingOrder(tree, pieces);
  // What is hidden from assistive technology is read last.
  const rest = [...pieces.keys()].filter((id) => !ids.includes(id));
  return {
    page: { width, height, text: textOf([...ids, ...rest], pieces), running: running.map(({ text }) => text).filter(Boolean), items: items.map(({ endsLine, baseline, ...item }) => item) },
    headings,
  };
}

function itemOf({ str, transform, width, hasEOL }, pageHeight) {
  const size = Math.hypot(transform[2], transform[3]);
  const baseline = pageHeight - transform[5];
  return { text: str, x: transform[4], y: baseline - ASCENT * size, width, height: (ASCENT + DESCENT) * size, size, baseline, endsLine: hasEOL };
}

function readingOrder(tree, pieces) {
  const ids = [];
  const headings = [];
  const walk = (node) => {
    if (node.type === "content" && pieces.has(node.id)) ids.push(node.id);
    const begin = ids.length;
    for (const child of node.children ?? []) walk(child);
    const level = node.role?.match(/^H([1-6])$/)?.[1];
    const text = level && textOf(ids.slice(begin), pieces).replace(/\u00AD\s*/g, "").replace(/\s+/g, " ").trim();
    if (text) headings.push({ level: Number(level), text });
  };
  if (tree) walk(tree);
  return { ids, headings };
}

/** Pieces that touch are one word, like the bold beginning of one. */
function textOf(ids, pieces) {
  let text = "";
  let before;
  for (const id of ids) {
    const items = pieces.get(id);
    const first = items.find((item) => item.text.trim());
    if (before && first && !touch(before, first)) text += "\n";
    for (const item of items) text += item.text + (item.endsLine ? "\n" : "");
    before = items.findLast((item) => item.text.trim()) ?? before;
  }
  return text;
}

function touch(before, after) {
  const gap = after.x - (before.x + before.width);
  const size = Math.min(before.size, after.size);
  return Math.abs(before.baseline - after.baseline) < 0.7 * size && Math.abs(gap) < 0.15 * size;
}

async function readOutline(document, entries, level = 1) {
  const outline = [];
  for (const { title, dest, items } of entries ?? []) {
    const target = typeof dest === "string" ? await document.getDestination(dest) : dest;
    const page = target && (await document.getPageIndex(target[0])) + 1;
    outline.push({ title, level, page }, ...(await readOutline(document, items, level + 1)));
  }
  return outline;
}

/**
 * The tables of the structure tree with the number of their rows and header cells; what Chromium takes for mere layout,
 * such as a table of one cell without a head or a caption, is none. pdf.js shows the tree page by page
 * and a table on every page it reaches, so this reads the elements as Chromium writes them.
 */
function readTables(buffer) {
  const source = Buffer.from(buffer).toString("latin1");
  const element = /^(\d+) 0 obj\n<<\/Type \/StructElem\n\/S \/(\w+)(?:(?!endobj)[\s\S])*?\/P (\d+) 0 R/gm;
  const elements = new Map([...source.matchAll(element)].map(([, id, role, parent]) => [id, { role, parent }]));
  if (elements.size === 0) throw new Error("the structure tree of this PDF is not written as expected");
  const tables = new Map();
  for (const [id, { role }] of elements) if (role === "Table") tables.set(id, { rows: 0, headers: 0 });
  for (let { role, parent } of elements.values()) {
    if (role !== "TR" && role !== "TH") continue;
    while (parent && !tables.has(parent)) parent = elements.get(parent)?.parent;
    if (parent) tables.get(parent)[role === "TR" ? "rows" : "headers"]++;
  }
  return [...tables.values()];
}
