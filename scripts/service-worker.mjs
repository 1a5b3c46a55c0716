// Makes sw.js of the hosted edition: service-worker.js with the list of the files that it keeps.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { transform } from "esbuild";
import { REPLACEABLE } from "./replaceable.mjs";

const WORKER = new URL("service-worker.js", import.meta.url);
const PAGE_SIDE = ["hosting.js", "offline.js"];
// What the app never asks for; what a host may replace; and what web servers keep for themselves.
const NOT_KEPT = [
  "sw.js",
  "embed.js",
  "kommunebenchmark.html",
  "SHA256SUMS",
  "sbom.cdx.json",
  "third-party-licences.txt",
  ...REPLACEABLE,
];
const NEVER_KEPT = /^schema\/|\.br$|(^|\/)[._]/;
// Others would be written differently in an address.
const PLAIN_NAME = /^[\w./-]+$/;

/** Finishes the files of `folder` that make the app work offline. Nothing may change in it afterwards. */
export async function addServiceWorker(folder) {
  for (const name of PAGE_SIDE) {
    const path = join(folder, name);
    await writeFile(path, await minify(await readFile(path, "utf8"), "esm"));
  }
  await writeFile(join(folder, "sw.js"), await workerText(await keptFiles(folder)));
}

async function workerText(files) {
  const worker = await readFile(WORKER, "utf8");
  const version = sha256(JSON.stringify(files) + worker).toString("hex").slice(0, 16);
  const constants = { VERSION: version, FILES: files, REPLACEABLE };
  const lines = Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
  return minify(`${lines.join("\n")}\n${worker}`, "iife");
}

/** Every file to be kept with its hash, in the form that browsers check. */
async function keptFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .filter((path) => !NOT_KEPT.includes(path) && !NEVER_KEPT.test(path))
    .sort();
  const files = {};
  for (const path of paths) {
    if (!PLAIN_NAME.test(path)) throw new Error(`${path}: the service worker needs a plainer name`);
    files[path] = `sha256-${sha256(await readFile(join(folder, path))).toString("base64")}`;
  }
  if (!files["index.html"]) throw new Error(`${folder} holds no index.html`);
  return files;
}

async function minify(source, format) {
  const { code, warnings } = await transform(source, { loader: "js", format, minify: true });
  for (const { text } of warnings) console.warn(`js: ${text}`);
  return code;
}

function sha256(content) {
  return createHash("sha256").update(content).digest();
}
