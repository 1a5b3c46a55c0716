// The last step of a distribution, after scripts/single-file.mjs: compressed twins (.br) of the hosted
// edition's texts and modules, and SHA256SUMS. By hand: node scripts/complete-dist.mjs [FOLDER]
//
// Not of what a host replaces (replaceable.mjs), nor of what says which version runs: a twin that is left behind
// would be given out in its place. The single file is handed on, not served: no twin.
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { REPLACEABLE } from "./replaceable.mjs";

const SUMS = "SHA256SUMS";
const SINGLE_FILE = "kommunebenchmark.html";
const WITHOUT_TWIN = [SINGLE_FILE, "index.html", "sw.js", ...REPLACEABLE];
const COMPRESSED = new Set([".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest"]);

const folder = process.argv[2] ?? "dist";

await rm(join(folder, SUMS), { force: true });
for (const path of await files()) if (path.endsWith(".br")) await rm(join(folder, path));
const originals = await files();
if (!originals.includes(SINGLE_FILE)) throw new Error(`${folder} has no single file: node scripts/single-file.mjs makes it`);

let saved = 0;
for (const path of originals) if (isCompressed(path)) saved += await compress(path);
const fixed = (await files()).filter((path) => !REPLACEABLE.includes(path));
const lines = await Promise.all(fixed.map(async (path) => `${sha256(await readFile(join(folder, path)))}  ${path}\n`));
await writeFile(join(folder, SUMS), lines.join(""));
console.log(`${join(folder, SUMS)}: ${fixed.length} files; brotli saves ${Math.round(saved / 1024)} KB`);

/** Every file, by its path from the folder, in the order of the bytes of their names. */
async function files() {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"));
  return paths.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}

function isCompressed(path) {
  return COMPRESSED.has(extname(path)) && !WITHOUT_TWIN.includes(path);
}

/** A twin that would not be smaller is not made. */
async function compress(path) {
  const content = await readFile(join(folder, path));
  const twin = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  if (twin.length >= content.length) return 0;
  await writeFile(join(folder, `${path}.br`), twin);
  return content.length - twin.length;
}

function sha256(content) {
  return createHash("sha256").update(content).digest("hex");
}
