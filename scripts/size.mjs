// What the first page loads (without fonts and what comes later), gzipped, against scripts/budget.json,
// whose `start_assets` names the data files that the app reads before it shows its first page.
import { readFile, stat } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const budget = JSON.parse(await readFile("scripts/budget.json", "utf8"));
const html = await readFile("dist/index.html", "utf8");

const named = [...html.matchAll(/<link\b[^>]*\brel="(?:stylesheet|modulepreload|preload)"[^>]*>/g)]
  .map(([tag]) => tag.match(/\bhref="(?:\.\/)?([^"]+)"/)[1]);
for (const kind of [".css", ".js", ".wasm"]) {
  if (!named.some((path) => path.endsWith(kind))) throw new Error(`dist/index.html names no ${kind} file`);
}

const rows = [];
for (const path of ["index.html", ...named, ...budget.start_assets]) {
  const content = await readFile(`dist/${path}`);
  rows.push({ path, plain: content.length, gzip: gzipSync(content, { level: 9 }).length });
}
const start = rows.reduce((sum, row) => sum + row.gzip, 0);
const single = await stat("dist/kommunebenchmark.html").then(({ size }) => size, () => null);

const width = Math.max(...rows.map(({ path }) => path.length), 30);
const line = (name, plain, gzip) => console.log(name.padEnd(width), String(plain).padStart(10), String(gzip).padStart(10));
line("the first page loads", "bytes", "gzip");
for (const { path, plain, gzip } of rows) line(path, plain, gzip);
line("in total", "", start);
line("budget", "", budget.start_bytes_gzip);
line("aim", "", budget.start_bytes_gzip_aim);
if (single !== null) {
  line("kommunebenchmark.html", single, "");
  line("budget", budget.single_file_bytes, "");
}

let failed = false;
if (start > budget.start_bytes_gzip) fail(`the first page is ${start - budget.start_bytes_gzip} bytes over its budget`);
if (single > budget.single_file_bytes) fail(`the single file is ${single - budget.single_file_bytes} bytes over its budget`);
process.exitCode = failed ? 1 : 0;

function fail(message) {
  console.error(`kommunebenchmark: ${message}`);
  failed = true;
}
