// Run by trunk after the build (Trunk.toml): minified files, the worker's script, and the Content Security Policy.
import { createHash } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { hostedPolicy, withPolicy } from "./csp.mjs";
import { workerScript } from "./worker-script.mjs";

const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) throw new Error("scripts/finish-build.mjs is run by trunk");
const release = process.env.TRUNK_PROFILE === "release";

const page = join(staging, "index.html");
let html = await readFile(page, "utf8");
if (release) html = withoutComments(html);
html = await finishLinked(html);
html = await addWorker(html);
await writeFile(page, withPolicy(html, hostedPolicy(html)));

function withoutComments(html) {
  return html.replaceAll(/<!--[\s\S]*?-->/g, "").replaceAll(/^\s*\n/gm, "");
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
    const code = await minify(await readFile(join(staging, path), "utf8"), loader);
    await writeFile(join(staging, path), code);
    const integrity = `sha384-${createHash("sha384").update(code).digest("base64")}`;
    html = html.replace(link, link.replace(/\bintegrity="[^"]*"/, () => `integrity="${integrity}"`));
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
  let script = workerScript(glue, JSON.stringify(wasmName));
  if (release) script = await minify(script, "js");
  const scriptName = `documents-${shortHash(script)}.js`;
  await rename(join(staging, "documents_bg.wasm"), join(staging, wasmName));
  await rm(join(staging, "documents.js"));
  await writeFile(join(staging, scriptName), script);
  return html.replace("</title>", `</title>\n  <meta name="documents-worker" content="${scriptName}">`);
}

async function minify(source, loader) {
  const { code, warnings } = await transform(source, { loader, minify: true, legalComments: "inline" });
  for (const { text } of warnings) console.warn(`${loader}: ${text}`);
  return code;
}

function shortHash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
