// Makes dist/kommunebenchmark.html from the hosted edition in dist/: one file that opens from a disk.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { decode, encode } from "./base91.mjs";
import { singleFilePolicy, withPolicy } from "./csp.mjs";

const DIST = "dist";
const RESULT = "kommunebenchmark.html";
const ASSET_FOLDERS = ["data", "eksempler"];
const LAZY_SCRIPTS = ["vendor/plotly-basic.min.js"];
const APP_WASM = "kommunebenchmark_bg.wasm";
const MEDIA_TYPES = { ".woff2": "font/woff2", ".svg": "image/svg+xml", ".png": "image/png" };

// What was packed, back to its bytes.
// Not by a blob: WebKitGTK cannot read one in a worker of a page that was opened from a disk.
const UNPACK = `${decode}
const unpack = async (packed) => new Uint8Array(await new Response(
  new Response(decode(packed)).body.pipeThrough(new DecompressionStream("gzip")),
).arrayBuffer());`;
// The app asks for texts by this function (src/platform/assets.rs).
const UNPACK_TEXT = `globalThis.unpackText = async (packed) => new TextDecoder().decode(await unpack(packed));`;

const text = (path) => readFile(join(DIST, path), "utf8");
const bytes = (path) => readFile(join(DIST, path));

let html = await text("index.html");
const appScript = find(/import\("(\.\/kommunebenchmark[^"]*\.js)"\)/, "the app's script");
const appWasm = find(/"\.\/(kommunebenchmark[^"]*_bg\.wasm)"/, "the app's module");
const workerName = find(/<meta name="documents-worker" content="([^"]+)"/, "the worker");

remove(/<link\b[^>]*\brel="(?:module)?preload"[^>]*>\s*/g);
// A file on a disk is not installed, and has nothing to fetch.
remove(/<link\b[^>]*\brel="manifest"[^>]*>\s*/g);
remove(/<link\b[^>]*\brel="apple-touch-icon"[^>]*>\s*/g);
const startScript = remove(/<script type="module">([\s\S]*?)<\/script>\s*/g);
await replaceEach(/<link\b[^>]*\brel="stylesheet"[^>]*>/g, async (tag) => `<style>${await inlineStyle(href(tag))}</style>`);
await replaceEach(/<link\b[^>]*\brel="icon"[^>]*>/g, async (tag) => `<link rel="icon" href="${await dataUri(href(tag))}">`);

const elements = [packedElement(APP_WASM, await bytes(appWasm)), assetElement(workerName, "text/plain", await workerInOne())];
for (const path of [...LAZY_SCRIPTS, ...(await assetPaths())]) elements.push(packedElement(path, await bytes(path)));
elements.push(`<script type="module">${await appInOne()}</script>`);
html = html.replace("</body>", () => `${elements.join("\n")}\n</body>`);

const left = html.match(/<[^>]*\s(?:src|href)="(?!data:|#)[^"]*"/i);
if (left) throw new Error(`${RESULT} would still load something: ${left[0]}`);
html = withPolicy(html, singleFilePolicy(html, await Promise.all(LAZY_SCRIPTS.map(text))));
await writeFile(join(DIST, RESULT), html);
console.log(`${join(DIST, RESULT)}: ${Math.ceil(Buffer.byteLength(html) / 1024)} KB, ${elements.length} parts`);

function find(pattern, what) {
  const match = html.match(pattern);
  if (!match) throw new Error(`dist/index.html does not name ${what}; run scripts/build.sh`);
  return match[1];
}

function href(tag) {
  return tag.match(/\bhref="([^"]+)"/)[1];
}

function remove(pattern) {
  const [first] = html.matchAll(pattern);
  if (!first) throw new Error(`dist/index.html holds nothing like ${pattern}`);
  html = html.replace(pattern, "");
  return first[1];
}

async function replaceEach(pattern, replacement) {
  for (const [tag] of html.matchAll(pattern)) {
    const result = await replacement(tag);
    html = html.replace(tag, () => result);
  }
}

/** The glue, its snippets and the start in one module. */
async function appInOne() {
  const contents = withoutOffline(startScript)
    .replace(/import\("[^"]*"\)/, () => `Promise.resolve(app)`)
    .replace(/"\.\/[^"]*_bg\.wasm"/, () => `await unpack(document.querySelector('script[data-asset="${APP_WASM}"]').text)`)
    .replace("(app) =>", "async (app) =>");
  const { outputFiles } = await build({
    stdin: { contents: `import * as app from "${appScript}";\n${UNPACK}\n${UNPACK_TEXT}\n${contents}`, resolveDir: DIST },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "warning",
  });
  return inElement(outputFiles[0].text, "the app's script");
}

/** Without the service worker: no browser has one for a file on a disk. */
function withoutOffline(script) {
  const result = script.replace(/^.*\bimport\("\.\/(?:hosting|offline)\.js"\).*\n/gm, "");
  if (result === script) throw new Error("the start script does not load hosting.js and offline.js");
  if (result.match(/\bimport\(/g).length !== 1) throw new Error("the start script loads more than the app");
  return result;
}

/** A worker from a blob can load nothing, so its module stands inside its script, which needs no packing beside it. */
async function workerInOne() {
  const script = await text(workerName);
  const wasm = script.match(/new URL\(["'`](documents-[0-9a-f]+_bg\.wasm)["'`],globalThis\.base\)/);
  if (!wasm) throw new Error(`${workerName} does not name its module`);
  const module = packed(await bytes(wasm[1]));
  return inElement(`${UNPACK}\n${script.replace(wasm[0], () => ` unpack("${module}")`)}`, "the worker's script");
}

/** esbuild escapes </script; this order would end the script elsewhere than it seems. */
function inElement(code, what) {
  if (/<\/script|<!--[\s\S]*<script/i.test(code)) throw new Error(`${what} cannot stand in a script element`);
  return code;
}

/** The stylesheet with everything it loads inside. */
async function inlineStyle(path) {
  let css = await text(path);
  if (/@import/.test(css)) throw new Error(`${path} imports another stylesheet`);
  for (const [whole, url] of css.matchAll(/url\(\s*["']?(?!data:|#)([^"')]+)["']?\s*\)/g)) {
    const uri = await dataUri(posix.join(posix.dirname(path), url));
    css = css.replace(whole, () => `url(${uri})`);
  }
  if (/<\/style/i.test(css)) throw new Error(`${path} contains </style`);
  return css;
}

async function dataUri(path) {
  const type = MEDIA_TYPES[extname(path)];
  if (!type) throw new Error(`no media type known for ${path}`);
  return `data:${type};base64,${(await bytes(path)).toString("base64")}`;
}

async function assetPaths() {
  const paths = [];
  for (const folder of ASSET_FOLDERS) {
    const names = await readdir(join(DIST, folder), { recursive: true, withFileTypes: true });
    // The compressed twins of a completed distribution are for web servers.
    for (const entry of names.filter((entry) => entry.isFile() && !entry.name.endsWith(".br"))) {
      paths.push(posix.relative(DIST, posix.join(entry.parentPath ?? entry.path, entry.name)));
    }
  }
  return paths.sort();
}

function packedElement(path, content) {
  return assetElement(path, "application/gzip+base91", packed(content));
}

function assetElement(path, type, content) {
  return `<script type="${type}" data-asset="${path}">${content}</script>`;
}

function packed(content) {
  const gzip = gzipSync(content, { level: 9 });
  gzip[9] = 255; // the operating system: "unknown", so that every machine makes the same bytes
  const text = encode(gzip);
  if (!gzip.equals(decode(text))) throw new Error("the packed bytes do not come back");
  return text;
}
