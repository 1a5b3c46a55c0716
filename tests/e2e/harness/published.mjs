// The figures that KLK printed of X Kommune, as the app must write them.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { REPOSITORY } from "./settings.mjs";

const FILE = join(REPOSITORY, "tests/fixtures/klk-benchmark-example.json");

/** The columns of KLK's tables, by their exact names. */
export const DIMENSIONS = {
  Centraliseringsgrad: "centralisation",
  "Digital proces": "process",
  "Digital løsning": "solution",
};

/** `{ E: { areas: [row], total: row }, P: … }` as printed. */
export async function published() {
  const example = JSON.parse(await readFile(FILE, "utf8"));
  const domain = (rows) => ({
    areas: rows.filter((row) => row.area !== "SAMLET"),
    total: rows.find((row) => row.area === "SAMLET"),
  });
  return { E: domain(example.E), P: domain(example.P) };
}

/** `2,7`, and with a real minus `−0,2`. */
export function danish(value) {
  return value.toFixed(1).replace(".", ",").replace(/^-/, "−");
}

/** `+0,1`, `−0,2`, `0,0`. */
export function signed(value) {
  return value > 0 ? `+${danish(value)}` : danish(value);
}
