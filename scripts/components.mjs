// What of others is shipped with the app, from the sources that it is built from. Writes into a built app:
//   data/components.json       name, version, licence, kind and address of each, for the page "Om"
//   sbom.cdx.json              the same for tools (sbom.mjs)
//   third-party-licences.txt   the texts of their licences
// By hand: node scripts/components.mjs FOLDER. Nothing is fetched: the build has everything already.
//
// A crate counts when its code can end in one of the two WebAssembly modules: the normal dependencies of
// the features `web` and `documents` on wasm32. Macros and build scripts run in the compiler only, and
// neither they nor what only they need is listed. The standard library is one component, whatever it holds.
import { spawnSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chosenLicences, expressionOf, standardTexts, textsIn } from "./licences.mjs";
import { sbom } from "./sbom.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const TARGET = "wasm32-unknown-unknown";
const LOCKED = ["--locked", "--offline", "--no-default-features", "--features", "web,documents"];
/** npm packages whose files are in the app; all others are tools. */
const SHIPPED_PACKAGES = ["dkfds", "plotly.js-basic-dist-min"];
const FONTS = "node_modules/dkfds/src/fonts/IBMPlexSans/split/woff2";

/** Writes the three files into `folder`; fails when a licence is unknown or not allowed. */
export async function writeComponents(folder) {
  const metadata = cargoMetadata();
  const components = [...(await crates(metadata.packages)), standardLibrary(), ...(await packages()), await fonts()];
  components.sort((one, other) => compare(one.name, other.name) || compare(one.version, other.version));
  for (const component of components) component.chosen = chosenOf(component);
  const own = metadata.packages.find(({ id }) => id === metadata.resolve.root);

  const listed = components.map(({ name, version, licence, kind, url }) => ({ name, version, licence, kind, url }));
  await mkdir(join(folder, "data"), { recursive: true });
  await writeFile(join(folder, "data/components.json"), `${JSON.stringify({ components: listed }, null, 1)}\n`);
  const document = sbom({ name: own.name, version: own.version, licence: own.license }, components);
  await writeFile(join(folder, "sbom.cdx.json"), `${JSON.stringify(document, null, 1)}\n`);
  await writeFile(join(folder, "third-party-licences.txt"), await licenceTexts(components));
  return components.length;
}

/** Every package of the lock file, with what it says of itself. */
function cargoMetadata() {
  return JSON.parse(run(process.env.CARGO ?? "cargo", ["metadata", "--format-version", "1", "--filter-platform", TARGET, ...LOCKED]));
}

/**
 * The crates whose code is linked, as "name version". Not from the graph of `cargo metadata`, which also
 * holds what a crate could need with the features that others ask for while compiling.
 */
function linkedCrates() {
  const format = ["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"];
  const lines = run(process.env.CARGO ?? "cargo", ["tree", "--target", TARGET, ...format, ...LOCKED]).trim().split("\n");
  return new Set(lines.map((line) => line.match(/^(\S+) v(\S+)/).slice(1).join(" ")));
}

function run(program, args) {
  // Debian's compiler builds the standard library itself; its dependencies are not to appear here.
  const { CARGO_UNSTABLE_BUILD_STD: _, CARGO_UNSTABLE_BUILD_STD_FEATURES: __, ...env } = process.env;
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: root, env, encoding: "utf8", maxBuffer: 1 << 28 });
  if (error || status !== 0) throw new Error(`${program} ${args[0]} failed: ${error?.message ?? stderr}`);
  return stdout;
}

async function crates(packages) {
  const linked = linkedCrates();
  const checksums = await cargoChecksums();
  const found = packages.filter(({ name, version, source }) => source && linked.has(`${name} ${version}`));
  if (found.length !== linked.size - 1) throw new Error(`cargo tells of ${found.length} of ${linked.size - 1} linked crates`);
  return found.map(({ name, version, license, repository, homepage, authors, manifest_path: manifest }) => {
    const checksum = checksums.get(`${name} ${version}`);
    return {
      name, version, kind: "crate", authors, folder: dirname(manifest),
      licence: license && expressionOf(license),
      url: addressOf(name, repository ?? homepage),
      hash: checksum && { alg: "SHA-256", content: checksum },
    };
  });
}

async function cargoChecksums() {
  const lock = await readFile(join(root, "Cargo.lock"), "utf8");
  const found = lock.matchAll(/^name = "(.*)"\nversion = "(.*)"\nsource = .*\nchecksum = "(.*)"$/gm);
  return new Map([...found].map(([, name, version, checksum]) => [`${name} ${version}`, checksum]));
}

function standardLibrary() {
  const [, version] = run(process.env.RUSTC ?? "rustc", ["--version"]).match(/^rustc (\S+)/);
  return {
    name: "rust-std", version, kind: "std", authors: [], folder: null,
    // The choice comes first whose text needs no names.
    licence: "Apache-2.0 OR MIT",
    url: "https://github.com/rust-lang/rust",
  };
}

async function packages() {
  const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
  return Promise.all(SHIPPED_PACKAGES.map(async (name) => {
    const folder = join(root, "node_modules", name);
    const { version, license, repository, homepage } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const [algorithm, base64] = lock.packages[`node_modules/${name}`].integrity.split("-");
    if (algorithm !== "sha512") throw new Error(`package-lock.json: ${name} is not locked by SHA-512`);
    return {
      name, version, kind: "npm", authors: [], folder,
      licence: license && expressionOf(license),
      url: addressOf(name, repository?.url ?? homepage),
      hash: { alg: "SHA-512", content: Buffer.from(base64, "base64").toString("hex") },
    };
  }));
}

async function fonts() {
  const { version } = JSON.parse(await readFile(join(root, "node_modules/dkfds/package.json"), "utf8"));
  return {
    name: "IBM Plex Sans", version: `dkfds-${version}`, kind: "font", authors: [], folder: join(root, FONTS),
    licence: "OFL-1.1",
    url: "https://github.com/IBM/plex",
  };
}

function addressOf(name, address) {
  const url = address?.replace(/^git\+/, "").replace(/\.git$/, "");
  if (!/^https?:\/\/[\w.-]+\/\S*$/.test(url ?? "")) throw new Error(`${name} names no address of its sources`);
  return url;
}

function chosenOf({ name, version, licence }) {
  if (!licence) throw new Error(`${name} ${version} says no licence: it must not be shipped before that is known`);
  const chosen = chosenLicences(licence);
  if (!chosen) throw new Error(`${name} ${version} is licensed ${licence}, which scripts/licences.mjs does not allow`);
  return chosen;
}

/** Every text once, after the components that it belongs to. */
async function licenceTexts(components) {
  const owners = new Map();
  for (const component of components) {
    const own = component.folder ? await textsIn(component.folder) : [];
    const texts = own.length > 0 ? own : await standardTexts(root, component);
    if (component.name === "plotly.js-basic-dist-min") texts.push(await bundled(component));
    for (const { text } of texts) {
      if (!owners.has(text)) owners.set(text, []);
      owners.get(text).push(`${component.name} ${component.version} (${component.licence})`);
    }
  }
  const sections = [...owners].map(([text, names]) => `${[...new Set(names)].join("\n")}\n\n${text}\n`);
  return [
    "Kommunebenchmark contains the work of others. Their licences, each after the components it belongs to.\n",
    ...sections,
  ].join(`\n${"=".repeat(80)}\n\n`);
}

/** What plotly.js says about the parts that are bundled in it. */
async function bundled({ name, folder }) {
  const script = await readFile(join(folder, "plotly-basic.min.js"), "utf8");
  const notice = script.match(/\/\*! (Bundled license information:[\s\S]*?)\n\*\//);
  if (!notice) throw new Error(`${name} no longer says what is bundled in it`);
  return { name: "bundle", text: notice[1] };
}

function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error("node scripts/components.mjs FOLDER");
  console.log(`${await writeComponents(folder)} components, every licence known and allowed`);
}
