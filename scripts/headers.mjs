// The samples for web servers in docs/headers: they carry the page's policy, which must be that of csp.mjs.
//   node scripts/headers.mjs FOLDER     writes them with what is special to dist/: the hash of its start script
//   node scripts/headers.mjs --accept   puts the policy of dist/ into the samples themselves
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { hostedPolicy } from "./csp.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The samples, from the repository's root. */
export const SAMPLES = ["Caddyfile", "apache.conf", "nginx.conf", "web.config"].map((name) => `docs/headers/${name}`);

/** What stands in the samples for the hash of the script that starts the app: another with every build. */
const MARK = "'sha256-START'";
const SCRIPT_HASHES = /(script-src [^;]*?)('sha256-[^']+')((?: 'sha256-[^']+')*)/;
const POLICY = /default-src 'none';[^"\n]*?(?=; frame-ancestors)/g;

/** The policy of a built page, with the mark for what changes from build to build. */
export function strictPolicy(html) {
  return hostedPolicy(html).replace(SCRIPT_HASHES, `$1${MARK}`);
}

/** The policy of a sample, with what only a header can say. */
export function samplePolicy(sample) {
  const found = sample.match(/default-src 'none';[^"\n]*/g) ?? [];
  if (found.length !== 1) throw new Error(`${found.length} policies in one sample`);
  return found[0].trimEnd();
}

async function main([argument]) {
  const html = await readFile(join(root, "dist/index.html"), "utf8");
  const accept = argument === "--accept";
  if (!accept) await mkdir(argument, { recursive: true });
  for (const sample of SAMPLES) {
    const text = await readFile(join(root, sample), "utf8");
    samplePolicy(text);
    const policy = accept ? strictPolicy(html) : hostedPolicy(html);
    await writeFile(accept ? join(root, sample) : join(argument, basename(sample)), text.replace(POLICY, () => policy));
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (process.argv.length !== 3) throw new Error("node scripts/headers.mjs FOLDER | --accept");
  await main(process.argv.slice(2));
}
