// What was built: its files, and its scripts wherever they stand.
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { gunzipSync } from "node:zlib";
import { decode } from "../../../scripts/base91.mjs";

/** The paths of the app's files, without their compressed twins. */
export async function distFiles(root) {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".br"))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

/** Every script of both editions: [{ name, code }]. */
export async function shippedScripts(root) {
  const scripts = [];
  for (const path of await distFiles(root)) {
    if (!/\.(js|mjs|html)$/.test(path)) continue;
    const content = await readFile(join(root, path), "utf8");
    if (path.endsWith(".html")) scripts.push(...scriptsIn(content, path));
    else scripts.push({ name: path, code: content });
  }
  return scripts;
}

function scriptsIn(html, page) {
  const scripts = [];
  for (const [, attributes, content] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    const asset = attributes.match(/\bdata-asset="([^"]*)"/)?.[1];
    const name = `${page}: ${asset ?? "start"}`;
    if (!asset || asset.endsWith(".js")) {
      const packed = attributes.includes("gzip+base91");
      const code = packed ? gunzipSync(decode(content)).toString("utf8") : content;
      // A module that stands packed in a script is bytes, in which anything may seem to stand.
      scripts.push({ name, code: code.replace(/\bunpack\("[^"\\]*"\)/, 'unpack("")') });
    }
  }
  return scripts;
}
