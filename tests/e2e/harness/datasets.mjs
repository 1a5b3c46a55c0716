// Datasets of municipalities that no one can tell from real ones: the invented ones, told otherwise,
// so that what each kind of dataset shows can be tested.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const ECONOMY = { A: "Prisme", B: "KMD Opus Økonomi", C: "andet" };
const PAYROLL = { A: "SD Løn (Silkeborg Data)", B: "KMD Opus Løn", C: "andet" };
const GROUPS = ["Hovedstadskommuner", "Storbykommuner", "Provinsbykommuner", "Oplandskommuner", "Landkommuner"];
const CLASSES = [
  [20_000, "under 20.000 indbyggere"],
  [40_000, "20.000–39.999 indbyggere"],
  [60_000, "40.000–59.999 indbyggere"],
  [100_000, "60.000–99.999 indbyggere"],
  [Infinity, "mindst 100.000 indbyggere"],
];
const POINTS = {
  organisation: { 0: 0, 1: 1, 2: 2, 3: 3, x: 3 },
  process: { 0: 0, 1: 0.5, 2: 1 },
  solution: { 0: 0, 1: 0.5, 2: 1 },
};
const BARS = { organisation: ["0", "1", "2", "3", "x"], process: ["0", "1", "2"], solution: ["0", "1", "2"] };

async function model(root) {
  return JSON.parse(await readFile(join(root, "data/peers-model.json"), "utf8"));
}

function facts(peer, index) {
  return {
    economy_system: ECONOMY[peer.economy_system],
    payroll_system: PAYROLL[peer.payroll_system],
    group: GROUPS[index % GROUPS.length],
  };
}

/** Municipalities by name, with their answers. */
export async function network(root) {
  const all = await model(root);
  const municipalities = all.municipalities.map((peer, index) => ({
    name: `Prøvekommune ${String(index + 1).padStart(2, "0")}`,
    population: peer.population,
    employees: peer.employees,
    ...facts(peer, index),
  }));
  return { ...all, kind: "network", id: "test-network", title: "Netværk i prøven", source: "Prøven", municipalities };
}

/** Anonymous municipalities: classes, scores, rates and histograms. */
export async function anonymous(root) {
  const { answers, fte, municipalities, ...all } = await model(root);
  const rows = municipalities.map((peer, index) => ({
    name: `Kommune ${index + 1}`,
    contribution_id: `${String(index).padStart(8, "0")}-0000-4000-8000-000000000000`,
    population_class: CLASSES.find(([limit]) => peer.population < limit)[1],
    ...facts(peer, index),
  }));
  const rate = (area, value, index) => {
    const { population, employees } = municipalities[index];
    const of = area.startsWith("E") ? (value * 10_000) / population : (value * 1_000) / employees;
    return Math.round(of * 100) / 100;
  };
  const rates = Object.fromEntries(
    Object.entries(fte).map(([area, values]) => [area, values.map((value, index) => rate(area, value, index))]),
  );
  const total = (domain) =>
    rows.map((_, index) => {
      const areas = Object.entries(rates).filter(([area]) => area.startsWith(domain));
      return Math.round(areas.reduce((sum, [, values]) => sum + values[index], 0) * 100) / 100;
    });
  return {
    ...all,
    kind: "public",
    id: "test-public",
    title: "Kommuner i prøven",
    source: "Prøven",
    municipalities: rows,
    scores: scores(answers, rows.length),
    rates,
    rate_totals: { E: total("E"), P: total("P") },
    histograms: histograms(answers),
  };
}

function scores(answers, n) {
  const areas = {};
  for (const [id, columns] of Object.entries(answers)) (areas[id.slice(0, 3)] ??= []).push(columns);
  const mean = (columns, key, index) => {
    const values = columns.map((column) => POINTS[key][column[key][index]]);
    return Math.round((values.reduce((sum, one) => sum + one, 0) / values.length) * 10_000) / 10_000;
  };
  const column = (columns, key) => Array.from({ length: n }, (_, index) => mean(columns, key, index));
  return Object.fromEntries(
    Object.entries(areas).map(([area, columns]) => [
      area,
      {
        centralisation: column(columns, "organisation"),
        process: column(columns, "process"),
        solution: column(columns, "solution"),
      },
    ]),
  );
}

/** Bars of fewer than three municipalities are kept back, and the first other one with them. */
function histograms(answers) {
  const bars = (text, key) => {
    const counts = BARS[key].map((answer) => [...text].filter((one) => one === answer).length);
    const shown = counts.map((count) => (count > 2 ? count : null));
    const hidden = counts.filter((count) => count > 0 && count <= 2).length;
    if (hidden > 0) shown[shown.findIndex((count) => count !== null)] = null;
    return shown.some((count) => count !== null) ? { n: text.length, bars: shown } : null;
  };
  return Object.fromEntries(
    Object.entries(answers).map(([id, column]) => [
      id,
      {
        centralisation: bars(column.organisation, "organisation"),
        process: bars(column.process, "process"),
        solution: bars(column.solution, "solution"),
      },
    ]),
  );
}
