// What the pages with files share: hand files in, look at what they would change, take or leave it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { until } from "../harness/until.mjs";
import { AppPage } from "./app.mjs";

/** A file as it is handed to a file field. */
export function file(name, content) {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(text) };
}

export class ExchangePage extends AppPage {
  constructor(page, url) {
    super(page, url);
    this.field = this.main.getByLabel("Vælg filer", { exact: true });
    this.arrivals = this.main.getByRole("region", { name: "Det er der i filerne" });
    this.preview = this.main.getByRole("region", { name: "Det vil blive ændret" });
    this.done = this.main.getByRole("status").locator(".alert-success");
    this.take = this.preview.getByRole("button", { name: /^Overfør / });
    this.undo = this.done.getByRole("button", { name: "Fortryd" });
    this.redo = this.done.getByRole("button", { name: "Gentag" });
  }

  button(name) {
    return this.main.getByRole("button", { name });
  }

  async handIn(...files) {
    await this.field.setInputFiles(files);
  }

  /** A file that was handed in, with what is said of it. */
  card(name) {
    return this.arrivals.getByRole("listitem").filter({ has: this.page.getByRole("heading", { name, exact: true }) });
  }

  async act(name, action) {
    await this.card(name).getByRole("button", { name: action, exact: true }).click();
  }

  async said(text) {
    await this.done.filter({ hasText: text }).waitFor();
  }

  /** Does what hands a file over, and returns it: `{ name, text, content }`. */
  async saved(save) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), save()]);
    const text = await readFile(await download.path(), "utf8");
    const name = download.suggestedFilename();
    return { name, text, content: name.endsWith(".json") ? JSON.parse(text) : null };
  }

  /**
   * The survey or the answered part as a file. Where the browser could write to a chosen file, it
   * would ask in a dialog that no test can answer; a browser that cannot takes the download.
   */
  async savedSurvey() {
    await this.page.evaluate(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    return this.saved(() => this.main.getByRole("button", { name: "Gem som fil", exact: true }).first().click());
  }

  /** Opens a file in the place of what is here, and stays on Filer. */
  async openFile(one, action) {
    await this.open("#/filer");
    await this.handIn(one);
    await this.act(one.name, action);
    await this.said("Filen er åbnet.");
  }

  /** Opens a part, which leads to what is asked. */
  async openPart(one, action = "Åbn delen, og svar") {
    await this.open("#/filer");
    await this.handIn(one);
    await this.act(one.name, action);
    await this.main.getByRole("heading", { level: 1, name: /^Svar for / }).waitFor();
  }

  async proposeMerge(...files) {
    await this.handIn(...files);
    await this.button(/^Flet svarene /).click();
    await this.preview.waitFor();
  }

  /** The items of the preview: `{ title, mark, lines, choices }`. */
  async items() {
    return this.preview.locator(".preview__item").evaluateAll((items) => {
      const text = (node) => node.innerText.replace(/\s+/g, " ").trim();
      return items.map((item) => ({
        title: text(item.querySelector("legend")).replace(/ (Nyt|Ændret|Vælg)$/, ""),
        mark: text(item.querySelector("legend .badge")),
        lines: [...item.querySelectorAll(".preview__now")].map(text),
        choices: [...item.querySelectorAll("label")].map(text),
      }));
    });
  }

  item(title) {
    return this.preview.getByRole("group", { name: title });
  }

  async takeAll(count) {
    assert.equal(await this.take.innerText(), count === 1 ? "Overfør 1 ændring" : `Overfør ${count} ændringer`);
    await this.take.click();
    await this.said(/overført/);
  }

  async readsInside(locator, texts) {
    await until("all lines are there", async () => {
      const shown = await locator.innerText();
      for (const text of texts) assert.ok(shown.includes(text), `»${text}« is missing in: ${shown}`);
    });
  }
}
