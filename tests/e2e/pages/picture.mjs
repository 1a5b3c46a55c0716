// The pages of the administrative picture: their menu, groups, tables and charts.
import assert from "node:assert/strict";
import { readTable } from "../harness/tables.mjs";
import { until } from "../harness/until.mjs";
import { AppPage } from "./app.mjs";

export class PicturePage extends AppPage {
  constructor(page, url) {
    super(page, url);
    this.pages = page.getByRole("navigation", { name: "Det administrative billede" });
    this.organisation = page.getByRole("combobox", { name: "Organisering og ressourcer" });
    this.digitalisation = page.getByRole("combobox", { name: "Digitalisering" });
    this.dimension = page.getByRole("combobox", { name: "Tabellernes dimension" });
    this.potential = page.getByRole("checkbox", { name: /^Vis et regneeksempel/ });
    this.unusual = page.getByRole("checkbox", { name: "De mest usædvanlige svar først" });
  }

  /** Goes to a page of the picture by its menu, and waits for what it shows. */
  async turnTo(name, heading = name) {
    await this.pages.getByRole("link", { name, exact: true }).click();
    await this.isAt(heading);
    await this.isMade();
  }

  async isMade() {
    await this.main.locator(".loading").waitFor({ state: "detached" });
  }

  table(name) {
    return this.main.getByRole("table", { name });
  }

  async read(name) {
    return readTable(this.table(name).first());
  }

  async captionBecomes(name, pattern) {
    await until(`a table »${pattern}«`, async () => assert.match((await this.read(name)).caption, pattern));
  }

  /** The options of a select that can be chosen, and those that cannot. */
  async options(select) {
    return select.locator("option").evaluateAll((options) => ({
      open: options.filter((one) => !one.disabled).map((one) => one.textContent),
      closed: options.filter((one) => one.disabled).map((one) => one.textContent),
    }));
  }

  async choose(select, label) {
    const { open } = await this.options(select);
    const wanted = open.find((text) => text.startsWith(label));
    assert.ok(wanted, `»${label}« is not among ${open.join(" | ")}`);
    await select.selectOption({ label: wanted });
  }

  figure(name) {
    return this.main.getByRole("figure", { name });
  }

  /** The traces that are drawn in a chart. */
  async traces(name) {
    const plot = this.figure(name).locator(".chart__plot");
    await plot.locator(".main-svg").first().waitFor();
    return plot.evaluate((element) => JSON.parse(JSON.stringify(element.data)));
  }
}
