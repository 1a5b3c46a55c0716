// What a page can tell of the service worker behind it.
import assert from "node:assert/strict";
import { until } from "../harness/until.mjs";
import { AppPage } from "./app.mjs";

// In the page, before the app starts.
function hearUpdates() {
  window.heardUpdates = 0;
  document.addEventListener("kommunebenchmark:update", () => window.heardUpdates++);
}

// In the page: asks for a new version; what became of its installation.
async function update() {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
  const worker = registration.installing;
  if (!worker) return registration.waiting ? "installed" : "none";
  return new Promise((settled) => {
    worker.addEventListener("statechange", () => settled(worker.state));
  });
}

export class OfflinePage extends AppPage {
  static async in(context, url) {
    const page = await context.newPage();
    await page.addInitScript(hearUpdates);
    return new OfflinePage(page, url);
  }

  /** The first visit: until everything is kept. */
  async visit() {
    await this.open();
    await this.isKept();
  }

  async isKept() {
    await until("the app is kept", async () =>
      assert.equal(await this.page.evaluate(() => navigator.serviceWorker.controller?.state), "activated"),
    );
  }

  /** Which version this page is of: that of `Host.publish`, null for the first one. */
  async version() {
    return this.page.evaluate(() => document.querySelector("meta[name=test-version]")?.content ?? null);
  }

  async isVersion(version) {
    await until(`version ${version} is there`, async () => assert.equal(await this.version(), version));
    await this.ready();
  }

  /** What the app hears of a new version, by event and by attribute. */
  async offered() {
    return this.page.evaluate(() => [window.heardUpdates, document.documentElement.dataset.update ?? null]);
  }

  async isOffered() {
    await until("a new version is offered", async () => assert.deepEqual(await this.offered(), [1, "ready"]));
  }

  async activate() {
    await this.hostingNotice("ny udgave").waitFor();
    await this.hosting.getByRole("button", { name: "Tag den i brug nu" }).click();
  }

  async update() {
    return this.page.evaluate(update);
  }

  async caches() {
    return this.page.evaluate(() => caches.keys());
  }
}
