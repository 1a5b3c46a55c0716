// Run by trunk after the build (Trunk.toml): minified files, the worker's script, plotly.js without ways
// out, what others made, which build this is, and the Content Security Policy.
import { createHash } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { commit, version } from "./build-identity.mjs";
import { writeComponents } from "./components.mjs";
import { hostedPolicy, withPolicy } from "./csp.mjs";
import { withoutExits } from "./exits.mjs";
import { withPlainImports } from "./import-names.mjs";
import { addServiceWorker } from "./service-worker.mjs";
import { usedStyles } from "./used-styles.mjs";
import { workerScript } from "./worker-script.mjs";

const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) throw new Error("scripts/finish-build.mjs is run by trunk");
const release = process.env.TRUNK_PROFILE === "release";

const page = join(staging, "index.html");
let html = await readFile(page, "utf8");
if (release) html = await shortenNames(withoutComments(html));
html = await finishLinked(html);
html = await addWorker(html);
html = await addIdentity(html);
await closeExits();
await writeComponents(staging);
await writeFile(page, withPolicy(html, hostedPolicy(html)));
if (release) await addServiceWorker(staging);

function withoutComments(html) {
  return html.replaceAll(/<!--[\s\S]*?-->/g, "").replaceAll(/^\s*\n/gm, "");
}

/** Shortens what the app's module and its script call each other; both are named by what they hold now. */
async function shortenNames(html) {
  const [, module] = html.match(/"\.\/(kommunebenchmark[^"/]*_bg\.wasm)"/) ?? [];
  const [, script] = html.match(/import\("\.\/(kommunebenchmark[^"/]*\.js)"\)/) ?? [];
  if (!module || !script) throw new Error("index.html does not name the app's module and script");
  const { wasm, glue } = withPlainImports(
    await readFile(join(staging, module)),
    await readFile(join(staging, script), "utf8"),
  );
  for (const [path, content] of [[module, wasm], [script, glue]]) {
    await writeFile(join(staging, path), content);
    html = html.replaceAll(path, await renameByContent(path, content));
  }
  return html;
}

/** Minifies the scripts and stylesheets that the page names, and corrects the integrity of what it names. */
async function finishLinked(html) {
  for (const [link] of html.matchAll(/<link\b[^>]*\bintegrity="[^"]*"[^>]*>/g)) {
    const path = link.match(/\bhref="([^"]*)"/)[1];
    const loader = path.match(/\.(js|css)$/)?.[1];
    if (!loader) {
      // Browsers do not check it for a fetched module, and say so in the console.
      html = html.replace(link, link.replace(/ integrity="[^"]*"/, ""));
      continue;
    }
    if (!release) continue;
    let code = await readFile(join(staging, path), "utf8");
    if (loader === "css") code = await usedStyles(code);
    code = await minify(code, loader);
    await writeFile(join(staging, path), code);
    const integrity = `sha384-${createHash("sha384").update(code).digest("base64")}`;
    let finished = link.replace(/\bintegrity="[^"]*"/, () => `integrity="${integrity}"`);
    if (loader === "css") finished = finished.replace(path, await renameByContent(path, code));
    html = html.replace(link, () => finished);
  }
  return html;
}

/**
 * One file starts the worker. Its name holds a hash, so that no browser keeps a former version;
 * a meta element tells the app the name.
 */
async function addWorker(html) {
  const wasm = await readFile(join(staging, "documents_bg.wasm"));
  const wasmName = `documents-${shortHash(wasm)}_bg.wasm`;
  const glue = await readFile(join(staging, "documents.js"), "utf8");
  let script = workerScript(glue, `new URL(${JSON.stringify(wasmName)}, globalThis.base)`);
  if (release) script = await minify(script, "js");
  const scriptName = `documents-${shortHash(script)}.js`;
  await rename(join(staging, "documents_bg.wasm"), join(staging, wasmName));
  await rm(join(staging, "documents.js"));
  await writeFile(join(staging, scriptName), script);
  return html.replace("</title>", `</title>\n  <meta name="documents-worker" content="${scriptName}">`);
}

/** Which build this is: version, commit, and the SHA-256 of the app's module, which anyone can compute again. */
async function addIdentity(html) {
  const [, module] = html.match(/"\.\/(kommunebenchmark[^"/]*_bg\.wasm)"/) ?? [];
  if (!module) throw new Error("index.html does not name the app's module");
  const hash = createHash("sha256").update(await readFile(join(staging, module))).digest("hex");
  const content = `${await version()} ${commit()} ${hash}`;
  if (!/^[\w.+-]+ [\wæ-]+ [0-9a-f]{64}$/.test(content)) throw new Error(`this names no build: ${content}`);
  return html.replace("</title>", () => `</title>\n  <meta name="build" content="${content}">`);
}

async function closeExits() {
  const path = join(staging, "vendor/plotly-basic.min.js");
  await writeFile(path, withoutExits(await readFile(path, "utf8")));
}

/** Renames a file by what it holds now: a browser that kept the former one would refuse it. */
async function renameByContent(path, code) {
  const name = path.replace(/-[0-9a-f]+(?=\.(css|js)$|_bg\.wasm$)/, `-${shortHash(code)}`);
  if (name === path) throw new Error(`${path}: no hash in the name`);
  await rename(join(staging, path), join(staging, name));
  return name;
}

async function minify(source, loader) {
  const { code, warnings } = await transform(source, { loader, minify: true, legalComments: "inline" });
  for (const { text } of warnings) console.warn(`${loader}: ${text}`);
  return code;
}

function shortHash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
