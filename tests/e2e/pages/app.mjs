// What every page has: header, navigation, banners, the line about saving.
import assert from "node:assert/strict";
import { PATIENCE } from "../harness/settings.mjs";
import { until } from "../harness/until.mjs";

export const SAVED = "✓ Gemt i denne browser";

export class AppPage {
  constructor(page, url) {
    this.page = page;
    this.url = url;
    this.main = page.getByRole("main");
    this.menu = page.getByRole("navigation", { name: "Hovedmenu" });
    this.footer = page.getByRole("contentinfo");
    this.banners = page.getByRole("region", { name: "Meddelelser" });
    // What the host of the page is told, and what a hosted page tells of itself.
    this.hosting = page.getByRole("region", { name: "Om siden" });
    this.status = page.getByRole("banner").getByRole("status");
    this.skipLink = page.getByRole("link", { name: "Spring til indhold" });
  }

  /** Opens a page of the app, as `#/skema/E04`, in an empty tab or in the running app. */
  async open(hash = "") {
    await this.page.goto(this.url + hash);
    // Inside the running app only the address has changed: let the app hear of it first.
    await this.page.evaluate(() => new Promise((heard) => setTimeout(heard)));
    await this.ready();
  }

  async ready() {
    await this.page.getByRole("heading", { level: 1 }).waitFor();
  }

  async reload() {
    await this.page.reload();
    await this.ready();
  }

  async goTo(name) {
    await this.menu.getByRole("link", { name, exact: true }).click();
    await this.isAt(name);
  }

  async isAt(heading) {
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }

  async heading() {
    return (await this.page.getByRole("heading", { level: 1 }).innerText()).trim();
  }

  async isSaved() {
    await until("everything is saved", async () => assert.equal(await this.statusText(), SAVED));
  }

  async statusText() {
    return (await this.status.innerText({ timeout: PATIENCE })).trim();
  }

  banner(heading) {
    return this.banners.getByRole("heading", { name: heading });
  }

  hostingNotice(heading) {
    return this.hosting.getByRole("heading", { name: heading });
  }

  errorSummary() {
    return this.main.getByRole("alert").filter({ hasText: /der skal rettes/ });
  }

  async errorTexts() {
    return this.errorSummary().getByRole("link").allInnerTexts();
  }

  /** The ids that the field is described by must exist; returns their text. */
  async descriptionOf(field) {
    return field.evaluate((element) =>
      (element.getAttribute("aria-describedby") ?? "")
        .split(" ")
        .map((id) => document.getElementById(id)?.innerText ?? `[no element ${id}]`)
        .join("\n"),
    );
  }

  async isMarkedWrong(field, wrong = true) {
    await until(`the field is marked ${wrong ? "wrong" : "right"}`, async () =>
      assert.equal(await field.getAttribute("aria-invalid"), wrong ? "true" : null),
    );
  }
}
