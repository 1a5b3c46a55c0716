// Compares the text of a page with the text of a PDF of it, word by word.

// Ranges with more pairs of words than this are divided before they are compared pair by pair.
const PAIRS = 250_000;
// So many words, or so many letters, are not at another place by chance.
const TELLING = { words: 3, letters: 12 };

/** The words of a text without what a PDF writes differently: spaces, hyphens, ligatures. What has no letter or digit is no word. */
export function words(text) {
  return text
    .normalize("NFKC")
    .replace(/[\u00AD\u2010]\s*\n\s*/g, "")
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "")
    .split(/[\s\u2010\u2011-]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/**
 * The runs of words of a page that a PDF does not have in this order. The PDF may have more words in between, may have
 * a longer run at another place, and may divide words differently.
 */
export function missingWords(expected, actual) {
  const page = words(expected);
  const pdf = words(actual);
  const found = align(page, pdf);
  dropChance(found);
  const taken = new Uint8Array(pdf.length);
  for (const place of found) if (place >= 0) taken[place] = 1;
  let elsewhere = pdf.map((word, index) => (taken[index] ? "\0" : word)).join("");
  return runs(found, (place) => place < 0)
    .map(([from, to]) => ({ from, to, list: page.slice(from, to) }))
    .filter(({ from, to, list }) => {
      const text = list.join("");
      const gap = pdf.slice(from > 0 ? found[from - 1] + 1 : 0, to < found.length ? found[to] : undefined);
      if (gap.join("").includes(text)) return false;
      if (list.length < TELLING.words && text.length < TELLING.letters) return true;
      const there = elsewhere.includes(text);
      elsewhere = elsewhere.replace(text, "\0");
      return !there;
    })
    .map(({ list }) => list.join(" "));
}

/** For each word of `a` its place in `b`, or -1: a long common subsequence, exact where few words differ. */
function align(a, b) {
  const found = new Int32Array(a.length).fill(-1);
  const open = [[0, a.length, 0, b.length]];
  while (open.length > 0) {
    let [aFrom, aTo, bFrom, bTo] = open.pop();
    while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) found[aFrom++] = bFrom++;
    while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) found[--aTo] = --bTo;
    if (aFrom === aTo || bFrom === bTo) continue;
    if ((aTo - aFrom) * (bTo - bFrom) <= PAIRS) compare(a, b, aFrom, aTo, bFrom, bTo, found);
    else for (const range of divide(a, b, aFrom, aTo, bFrom, bTo)) open.push(range);
  }
  return found;
}

/** At phrases that both have exactly once; where there are none, in the middle. */
function divide(a, b, aFrom, aTo, bFrom, bTo) {
  for (const length of [6, 3, 1]) {
    const there = onlyOnce(b, bFrom, bTo, length);
    const shared = [...onlyOnce(a, aFrom, aTo, length)].filter(([phrase]) => there.has(phrase));
    const anchors = ascending(shared.map(([phrase, place]) => [place, there.get(phrase)]));
    if (anchors.length === 0) continue;
    // Each range begins with its anchor, so it gets smaller.
    const starts = [[aFrom, bFrom], ...anchors, [aTo, bTo]];
    return starts.slice(1).map(([aEnd, bEnd], index) => [starts[index][0], aEnd, starts[index][1], bEnd]);
  }
  const aMiddle = (aFrom + aTo) >> 1;
  const bMiddle = (bFrom + bTo) >> 1;
  return [[aFrom, aMiddle, bFrom, bMiddle], [aMiddle, aTo, bMiddle, bTo]];
}

function onlyOnce(list, from, to, length) {
  const places = new Map();
  for (let place = from; place + length <= to; place++) {
    const phrase = list.slice(place, place + length).join(" ");
    places.set(phrase, places.has(phrase) ? -1 : place);
  }
  for (const [phrase, place] of places) if (place < 0) places.delete(phrase);
  return places;
}

/** The longest part of the pairs in which the second numbers ascend, as the first do. */
function ascending(pairs) {
  const ends = [];
  const before = pairs.map(([, place], index) => {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]][1] < place) low = middle + 1;
      else high = middle;
    }
    ends[low] = index;
    return ends[low - 1];
  });
  const chosen = [];
  for (let index = ends.at(-1); index !== undefined; index = before[index]) chosen.push(pairs[index]);
  return chosen.reverse();
}

/** The longest common subsequence of two short ranges. */
function compare(a, b, aFrom, aTo, bFrom, bTo, found) {
  const width = bTo - bFrom + 1;
  const longest = new Uint32Array((aTo - aFrom + 1) * width);
  const at = (i, j) => (i - aFrom) * width + (j - bFrom);
  for (let i = aTo - 1; i >= aFrom; i--) {
    for (let j = bTo - 1; j >= bFrom; j--) {
      longest[at(i, j)] = a[i] === b[j] ? longest[at(i + 1, j + 1)] + 1 : Math.max(longest[at(i + 1, j)], longest[at(i, j + 1)]);
    }
  }
  for (let i = aFrom, j = bFrom; i < aTo && j < bTo; ) {
    if (a[i] === b[j]) found[i++] = j++;
    else if (longest[at(i + 1, j)] >= longest[at(i, j + 1)]) i++;
    else j++;
  }
}

/** One or two words found in the midst of many that are missing are found by chance. */
function dropChance(found) {
  const missing = runs(found, (place) => place < 0);
  for (let index = 1; index < missing.length; index++) {
    const [[from, end], [next, to]] = [missing[index - 1], missing[index]];
    if (next - end <= 2 && end - from >= TELLING.words && to - next >= TELLING.words) found.fill(-1, end, next);
  }
}

/** The ranges of neighbours that pass a test. */
function runs(list, test) {
  const ranges = [];
  list.forEach((value, index) => {
    if (!test(value)) return;
    if (ranges.at(-1)?.[1] === index) ranges.at(-1)[1]++;
    else ranges.push([index, index + 1]);
  });
  return ranges;
}
