// Chromium: one shared process with an empty context per test, or one of its own that can be killed.
import { mkdtemp, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { PATIENCE } from "./settings.mjs";
import { until } from "./until.mjs";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let shared;

function launchOptions() {
  if (!process.env.CHROMIUM) throw new Error("CHROMIUM does not name a browser");
  // To watch a test or to rule out its haste: E2E_SLOW=100 waits so many milliseconds between steps.
  const slowMo = Number(process.env.E2E_SLOW ?? 0);
  return { executablePath: process.env.CHROMIUM, args: ARGUMENTS, timeout: 2 * PATIENCE, slowMo };
}

/** The browser of the ordinary tests; each opens a context of its own in it. */
export async function sharedBrowser() {
  if (!shared?.isConnected()) shared = await chromium.launch(launchOptions());
  return shared;
}

/** Ends the shared browser; the next test that needs it starts another. */
export async function closeShared() {
  const browser = shared;
  shared = undefined;
  await browser?.close();
}

// In the page, before the app starts: what a private window of some browsers does.
function refuseServiceWorkers() {
  if (!("ServiceWorkerContainer" in window)) return;
  ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("refused", "SecurityError"));
}

/** The app comes from the server each time, so that a test can change what is served. */
export async function withoutServiceWorkers(context) {
  await context.addInitScript(refuseServiceWorkers);
}

/** Closes a context, also when its browser is gone. */
export async function closeQuietly(context) {
  await context.close().catch(() => {});
}

/** A folder for a browser's profile. */
export async function profileFolder(cleanUp) {
  const folder = await mkdtemp(join(tmpdir(), "kommunebenchmark-e2e-"));
  cleanUp(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 }));
  return folder;
}

/** A browser of its own on a profile that outlives it. */
export async function launchWithProfile(folder, cleanUp) {
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions(),
    viewport: { width: 1280, height: 900 },
    locale: "da-DK",
  });
  cleanUp(() => closeQuietly(context));
  context.setDefaultTimeout(PATIENCE);
  return context;
}

/** The process of the browser that uses a profile: Chromium's lock names it. */
export async function processOf(folder) {
  const lock = await readlink(join(folder, "SingletonLock"));
  return Number(lock.slice(lock.lastIndexOf("-") + 1));
}

/** Kills a browser as a crash would, and waits until it is gone. */
export async function kill(pid) {
  process.kill(pid, "SIGKILL");
  await until("the killed browser is gone", async () => {
    let alive = true;
    try {
      process.kill(pid, 0);
    } catch {
      alive = false;
    }
    if (alive) throw new Error(`process ${pid} still runs`);
  });
}
