// What is shipped: what its modules import, what its scripts hold, its lists, and the samples for web servers.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EXITS, withoutNotices } from "../../../scripts/exits.mjs";
import { chosenLicences, expressionOf } from "../../../scripts/licences.mjs";
import { SAMPLES, samplePolicy, strictPolicy } from "../../../scripts/headers.mjs";
import { REPLACEABLE } from "../../../scripts/replaceable.mjs";
import { distFiles, shippedScripts } from "../harness/dist.mjs";
import { acceptedImports, builtImports } from "../harness/imports.mjs";
import { REPOSITORY } from "../harness/settings.mjs";

/** Exact occurrences that are no exit, each with its reason. */
const HARMLESS = [
  {
    // wasm-bindgen's glue for IDBFactory.open(name, version): the second argument is a number, which
    // window.open takes for no name of a window.
    // A call with a window as receiver would open one, but has no window.open to call: the start takes it away.
    code: /__wbg_open(?:_\d+)?:function\(\)\{return \w+\(function\((\w+),(\w+),(\w+),(\w+)\)\{return \1\.open\(\w+\(\2,\3\),\4>>>0\)\},arguments\)\}/,
  },
  {
    // The start names what it takes away.
    code: /\["open",\s*"RTCPeerConnection",\s*"webkitRTCPeerConnection"\]/,
  },
];

/** What could reach another place, and where the sources may do it: imports that are needed do not tell for what. */
const REACHING = {
  "setting an address: the link by which a file is saved": [
    /\bset_href\(|\bset_(?:protocol|host|hostname|port|pathname|search)\(|\.(?:assign|open_with_url\w*)\(/,
    ["src/platform/files.rs"],
  ],
  "asking for a file: the app's own, and the self-check's one attempt": [
    /\bfetch_with_\w+\(|js_name = "?fetch\b/,
    ["src/platform/assets.rs", "src/platform/self_check.rs"],
  ],
  "an attribute that leads elsewhere": [
    /\bset_attribute(?:_ns)?\([^)]*"(?:href|src|srcset|ping|action|formaction|http-equiv|target)"/,
    [],
  ],
  "a property by its name: of a field, and of the options of files and charts": [
    /\bReflect::(?:set|apply|construct)\w*\(/,
    ["src/platform/files.rs", "src/platform/page.rs", "src/platform/plot.rs"],
  ],
};

async function importsAreAccepted({ root }) {
  const [built, accepted] = [await builtImports(root), await acceptedImports()];
  assert.deepEqual(Object.keys(built), ["documents", "kommunebenchmark"]);
  for (const module of Object.keys(built)) {
    const added = built[module].filter((name) => !accepted[module]?.includes(name));
    const gone = accepted[module]?.filter((name) => !built[module].includes(name));
    assert.deepEqual({ added, gone }, { added: [], gone: [] }, `${module}: look at them, then node tests/e2e/harness/imports.mjs --accept`);
  }
}

async function scriptsHaveNoExit({ root }) {
  const scripts = await shippedScripts(root);
  for (const part of [/^documents-.*\.js$/, /^kommunebenchmark-.*\.js$/, /^vendor\/plotly/, /^index\.html: start$/, /html: documents-.*\.js$/, /html: vendor\/plotly/, /^kommunebenchmark\.html: start$/]) {
    assert.ok(scripts.some(({ name }) => part.test(name)), `${part} is among ${scripts.map(({ name }) => name).join(", ")}`);
  }
  const found = [];
  const used = new Set();
  for (const { name, code } of scripts) {
    let left = withoutNotices(code);
    for (const harmless of HARMLESS) {
      if (harmless.code.test(left)) used.add(harmless);
      left = left.replace(harmless.code, "");
    }
    for (const [exit, pattern] of Object.entries(EXITS)) {
      const at = left.search(pattern);
      if (at >= 0) found.push(`${name}: ${exit} in »${left.slice(Math.max(0, at - 60), at + 80)}«`);
    }
  }
  assert.deepEqual(found, []);
  for (const path of (await distFiles(root)).filter((one) => one.endsWith("_bg.wasm"))) {
    assert.ok(!/preload/i.test((await readFile(join(root, path))).toString("latin1")), `${path} can write a preload`);
  }
  assert.equal(used.size, HARMLESS.length, "an exception that nothing needs any more");
}

async function reachingHasItsPlaces() {
  const sources = (await distFiles(join(REPOSITORY, "src"))).filter((path) => path.endsWith(".rs"));
  const users = Object.fromEntries(Object.keys(REACHING).map((what) => [what, []]));
  for (const path of sources) {
    const code = await readFile(join(REPOSITORY, "src", path), "utf8");
    for (const [what, [pattern]] of Object.entries(REACHING)) if (pattern.test(code)) users[what].push(`src/${path}`);
  }
  const wanted = Object.fromEntries(Object.entries(REACHING).map(([what, [, places]]) => [what, places]));
  assert.deepEqual(users, wanted);
}

async function listsAreRight({ root }) {
  const html = await readFile(join(root, "index.html"), "utf8");
  const single = await readFile(join(root, "kommunebenchmark.html"), "utf8");
  const [, build] = html.match(/<title>[^<]*<\/title>\s*<meta name="build" content="([^"]*)">/);
  assert.ok(single.includes(`<meta name="build" content="${build}">`), "both editions are the same build");
  const module = (await distFiles(root)).find((path) => /^kommunebenchmark-\w+_bg\.wasm$/.test(path));
  assert.equal(build.split(" ").at(-1), await sha256(join(root, module)));

  const list = await readFile(join(root, "SHA256SUMS"), "utf8").catch(() => assert.fail("no checksums: node scripts/complete-dist.mjs makes them"));
  const lines = list.trimEnd().split("\n");
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  for (const path of await distFiles(root)) {
    const listed = sums.get(path);
    if (path === "SHA256SUMS" || REPLACEABLE.includes(path)) assert.equal(listed, undefined, path);
    else assert.equal(listed, await sha256(join(root, path)), path);
  }
  assert.ok([...sums.keys()].some((path) => path.endsWith(".wasm.br")), "the compressed files are listed");
  for (const path of [...REPLACEABLE, "index.html", "sw.js"]) {
    assert.ok(!sums.has(`${path}.br`), `${path} has no compressed twin`);
  }

  const { components } = JSON.parse(await readFile(join(root, "data/components.json"), "utf8"));
  const bom = JSON.parse(await readFile(join(root, "sbom.cdx.json"), "utf8"));
  assert.deepEqual(bom.components.map(({ name, version }) => `${name} ${version}`), components.map(({ name, version }) => `${name} ${version}`));
  for (const needed of ["leptos", "wasm-bindgen", "rust_xlsxwriter", "zip", "dkfds", "IBM Plex Sans", "plotly.js-basic-dist-min", "rust-std"]) {
    assert.ok(components.some(({ name }) => name === needed), needed);
  }
  const texts = await readFile(join(root, "third-party-licences.txt"), "utf8");
  for (const { name, version, licence } of components) assert.ok(texts.includes(`${name} ${version} (${licence})`), name);
}

async function licencesAreJudged() {
  const cases = {
    "MIT/Apache-2.0": ["MIT"],
    "(MIT AND OFL-1.1 AND Apache-2.0)": ["MIT", "OFL-1.1", "Apache-2.0"],
    "GPL-3.0-only OR MIT": ["MIT"],
    "(GPL-3.0-only OR BSD-3-Clause) AND Unicode-3.0": ["BSD-3-Clause", "Unicode-3.0"],
    "Apache-2.0 WITH LLVM-exception": ["Apache-2.0"],
    "Apache-2.0 WITH another-exception": null,
    "GPL-3.0-only": null,
    "MIT AND GPL-3.0-only": null,
    "LicenseRef-own": null,
  };
  for (const [declared, chosen] of Object.entries(cases)) assert.deepEqual(chosenLicences(expressionOf(declared)), chosen, declared);
  for (const broken of ["MIT OR", "MIT Apache-2.0", "(MIT", ""]) assert.throws(() => chosenLicences(broken), undefined, broken);
}

async function sha256(path) {
  return createHash("sha256").update(await readFile(path)).digest("hex");
}

async function samplesHaveThePolicy({ root }) {
  const wanted = strictPolicy(await readFile(join(root, "index.html"), "utf8"));
  for (const sample of SAMPLES) {
    const policy = samplePolicy(await readFile(join(REPOSITORY, sample), "utf8"));
    assert.match(policy, /; frame-ancestors 'self'$/, sample);
    assert.equal(policy.replace(/; frame-ancestors.*$/, ""), wanted, `${sample}: node scripts/headers.mjs --accept`);
  }
}

// No browser is needed for any of these.
export const tests = [
  { name: "the modules import what was accepted, and nothing else", run: importsAreAccepted, ownBrowser: true },
  { name: "no script that is shipped holds a way out", run: scriptsHaveNoExit, ownBrowser: true },
  { name: "what could reach another place has its places in the sources", run: reachingHasItsPlaces, ownBrowser: true },
  { name: "the build's identity, the checksums and the lists of components are right", run: listsAreRight, ownBrowser: true },
  { name: "a licence is allowed when one of its choices is", run: licencesAreJudged, ownBrowser: true },
  { name: "the samples for web servers have the page's policy", run: samplesHaveThePolicy, ownBrowser: true },
];
