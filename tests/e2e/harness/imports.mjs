// What the shipped WebAssembly modules can ask of the browser: the names of their imports, nothing else.
// A new name is a new ability: look at it before it is accepted. To accept what dist/ has:
//   node tests/e2e/harness/imports.mjs --accept [dist]
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ACCEPTED = fileURLToPath(new URL("../../fixtures/imports.json", import.meta.url));

/** The accepted names per module. */
export async function acceptedImports() {
  return JSON.parse(await readFile(ACCEPTED, "utf8"));
}

/** The names per module as built, without what wasm-bindgen puts around them. */
export async function builtImports(root) {
  const built = {};
  for (const file of (await readdir(root)).filter((name) => name.endsWith("_bg.wasm")).sort()) {
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(await readFile(join(root, file))));
    const module = file.replace(/-[0-9a-f]+_bg\.wasm$/, "");
    for (const { module: from, kind } of imports) {
      if (from !== `./${module}_bg.js` || kind !== "function") throw new Error(`${file} imports a ${kind} from ${from}`);
    }
    built[module] = [...new Set(imports.map(({ name }) => plain(name)))].sort();
  }
  return built;
}

function plain(name) {
  return name.replace(/^__wbg_(?=.)/, "").replace(/_[0-9a-f]{16}$|_\d+$/, "").replace(/^_+(?=wb)/, "");
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [option, root = "dist"] = process.argv.slice(2);
  if (option !== "--accept") throw new Error("node tests/e2e/harness/imports.mjs --accept [dist]");
  await writeFile(ACCEPTED, `${JSON.stringify(await builtImports(root), null, 1)}\n`);
  console.log(`written: ${ACCEPTED}`);
}
