// Licences of what is shipped: which are allowed, and the texts that must go with it.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** SPDX names of licences under which the app may be passed on, also as part of a closed system. */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BSL-1.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "Unicode-3.0",
  "Unicode-DFS-2016",
  "Unlicense",
  "Zlib",
]);
const EXCEPTIONS = new Set(["LLVM-exception"]);
const TEXT_FILE = /^(licen[cs]e|copying|copyright|notice|unlicense)/i;

/** The declared licence as an SPDX expression: cargo's old "MIT/Apache-2.0" means a choice. */
export function expressionOf(declared) {
  const expression = declared.replaceAll(/\s*\/\s*/g, " OR ").trim();
  const inner = expression.match(/^\(([^()]*)\)$/);
  return inner ? inner[1] : expression;
}

/** The licences to keep, one per "AND": of each choice the first that is allowed. Null when a part allows none. */
export function chosenLicences(expression) {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  const chosen = alternatives(tokens);
  if (tokens.length > 0) throw new Error(`"${expression}" is no licence expression`);
  return chosen && [...new Set(chosen)];
}

function alternatives(tokens) {
  let chosen = together(tokens);
  while (tokens[0] === "OR") {
    tokens.shift();
    const other = together(tokens);
    chosen ??= other;
  }
  return chosen;
}

function together(tokens) {
  let chosen = one(tokens);
  while (tokens[0] === "AND") {
    tokens.shift();
    const other = one(tokens);
    chosen = chosen && other && [...chosen, ...other];
  }
  return chosen;
}

function one(tokens) {
  const token = tokens.shift();
  if (token === "(") {
    const inner = alternatives(tokens);
    if (tokens.shift() !== ")") throw new Error("a bracket is not closed");
    return inner;
  }
  if (token === undefined || /^(AND|OR|WITH|\))$/.test(token)) throw new Error(`"${token ?? "the end"}" where a licence should stand`);
  let allowed = ALLOWED.has(token);
  if (tokens[0] === "WITH") {
    tokens.shift();
    allowed &&= EXCEPTIONS.has(tokens.shift());
  }
  return allowed ? [token] : null;
}

/** The texts in a component's folder: [{ name, text }], sorted by name. */
export async function textsIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && TEXT_FILE.test(entry.name)).map((entry) => entry.name).sort();
  return Promise.all(names.map(async (name) => ({ name, text: tidy(await readFile(join(folder, name), "utf8")) })));
}

/**
 * The texts for a component that has none of its own: those of this project, which are the standard
 * ones, with the component's authors in the place of ours.
 */
export async function standardTexts(root, { name, authors, chosen }) {
  const texts = [];
  for (const licence of chosen) {
    if (licence === "Apache-2.0") {
      texts.push({ name: "LICENSE-APACHE", text: tidy(await readFile(join(root, "LICENSE-APACHE"), "utf8")) });
    } else if (licence === "MIT") {
      const holder = authors.length > 0 ? authors.map((author) => author.replace(/\s*<[^>]*>/, "")).join(", ") : `the authors of ${name}`;
      const own = await readFile(join(root, "LICENSE-MIT"), "utf8");
      const text = own.replace(/^Copyright .*$/m, () => `Copyright (c) ${holder}`);
      if (text === own) throw new Error("LICENSE-MIT has no line with a copyright");
      texts.push({ name: "LICENSE-MIT", text: tidy(text) });
    } else {
      throw new Error(`${name} comes without the text of its licence ${licence}`);
    }
  }
  return texts;
}

function tidy(text) {
  return text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n").replaceAll(/[ \t]+$/gm, "").trim();
}
