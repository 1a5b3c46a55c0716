// Which sources a build was made from. By hand: node scripts/build-identity.mjs
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The commit, marked when the sources are not what was committed. KB_COMMIT names it where there is no git. */
export function commit() {
  if (process.env.KB_COMMIT) return process.env.KB_COMMIT;
  const head = git("rev-parse", "HEAD");
  if (head === null) return "ukendt";
  return git("status", "--porcelain") === "" ? head : `${head}-ændret`;
}

/** The version in Cargo.toml. */
export async function version() {
  const [, found] = (await readFile(join(root, "Cargo.toml"), "utf8")).match(/^version = "([^"]+)"$/m) ?? [];
  if (!found) throw new Error("Cargo.toml names no version");
  return found;
}

function git(...args) {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) console.log(commit());
