// Starts the programs that a browser test needs, and ends each of them, with its children, by its own id.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually, pause } from "./waiting.mjs";

// A browser that is just being ended may still write.
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };

const running = new Set();
const folders = new Set();

// The last resort: whatever ends the test run also ends what it started.
process.on("exit", () => {
  running.forEach((one) => signal(one, "SIGKILL"));
  folders.forEach((folder) => rmSync(folder, REMOVAL));
});
for (const [name, code] of [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]]) {
  process.once(name, () => process.exit(code));
}

/** The program that an environment variable names. A missing browser is a failure, never a skipped test. */
export function program(variable) {
  const path = process.env[variable];
  if (!path) throw new Error(`the environment variable ${variable} does not name a program; run this through \`make test\``);
  return path;
}

/** Starts a program as the leader of its own process group. `pipes` asks for a third output. */
export async function start(path, args, { env = {}, pipes = 0 } = {}) {
  const stdio = ["ignore", "pipe", "pipe", ...Array(pipes).fill("pipe")];
  const child = spawn(path, args, { detached: true, stdio, env: { ...process.env, ...env } });
  const started = { child, path, output: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (started.output = (started.output + text).slice(-20_000)));
  }
  await Promise.race([once(child, "spawn"), once(child, "error").then(([error]) => Promise.reject(error))]);
  running.add(started);
  return started;
}

/** Waits until a driver answers at its address. */
export async function ready(started, url) {
  await eventually(`${started.path} answers at ${url}`, async () => {
    if (started.child.exitCode !== null) throw new Error(`it has ended: ${started.output}`);
    return (await fetch(`${url}/status`)).ok;
  });
}

/** Ends a program and everything in its process group, and waits until they are gone. */
export async function end(started) {
  if (!running.has(started)) return;
  for (const [name, seconds] of [["SIGTERM", 5], ["SIGKILL", 15]]) {
    signal(started, name);
    const deadline = Date.now() + seconds * 1000;
    while (isAlive(started) && Date.now() < deadline) await pause();
    if (!isAlive(started)) break;
  }
  if (isAlive(started)) throw new Error(`${started.path} (${started.child.pid}) could not be ended`);
  running.delete(started);
}

function isAlive(started) {
  return signal(started, 0);
}

/** Signals the group; returns whether it has a member. */
function signal({ child }, name) {
  try {
    return process.kill(-child.pid, name);
  } catch (error) {
    if (error.code === "ESRCH") return false;
    throw error;
  }
}

/** A new folder for what a browser keeps; `remove` takes it away. */
export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), "kommunebenchmark-e2e-"));
  folders.add(path);
  const remove = async () => {
    await rm(path, REMOVAL);
    folders.delete(path);
  };
  return { path, remove };
}

/** A port on loopback that is free now. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
