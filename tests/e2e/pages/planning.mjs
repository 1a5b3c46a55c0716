// From picture to plan: proposals, business cases, what-if, goals and the action plan.
import assert from "node:assert/strict";
import { readTable } from "../harness/tables.mjs";
import { until } from "../harness/until.mjs";
import { AppPage } from "./app.mjs";

export class PlanningPage extends AppPage {
  constructor(page, url) {
    super(page, url);
    this.pages = page.getByRole("navigation", { name: "Fra billede til plan" });
  }

  async turnTo(name) {
    await this.pages.getByRole("link", { name, exact: true }).click();
    await this.isAt(name);
    await this.isMade();
  }

  async isMade() {
    await this.main.locator(".loading").waitFor({ state: "detached" });
  }

  /** The page is about this now. */
  async isAbout(name) {
    await this.main.getByRole("heading", { level: 2, name }).waitFor();
    await this.isMade();
  }

  table(name) {
    return this.main.getByRole("table", { name });
  }

  async read(name) {
    return readTable(this.table(name).first());
  }

  row(table, name) {
    return this.table(table).getByRole("row", { name });
  }

  field(name) {
    return this.main.getByRole("textbox", { name });
  }

  button(name) {
    return this.main.getByRole("button", { name });
  }

  async type(name, text) {
    const field = typeof name === "object" && "fill" in name ? name : this.field(name);
    await field.fill(text);
    await field.blur();
  }

  /** What the page says of a result, once it says it. */
  async says(text) {
    await this.main.getByText(text).first().waitFor();
  }

  async errorOf(name) {
    const field = this.field(name);
    await this.isMarkedWrong(field);
    return this.descriptionOf(field);
  }

  /** The names in the first column, in order, without what stands beside them. */
  async order(name) {
    const { rows } = await this.read(name);
    return rows.map((row) => row.head.trim());
  }

  async becomes(what, read, expected) {
    await until(what, async () => assert.deepEqual(await read(), expected));
  }
}
