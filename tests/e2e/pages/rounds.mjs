// Runder.
import { readTable } from "../harness/tables.mjs";
import { ExchangePage } from "./exchange.mjs";

export class RoundsPage extends ExchangePage {
  constructor(page, url) {
    super(page, url);
    this.list = this.main.getByRole("region", { name: "Jeres runder" });
    this.year = this.main.getByRole("textbox", { name: "År", exact: true });
    this.begin = this.main.getByRole("button", { name: "Begynd runden" });
    this.comparison = this.main.getByRole("region", { name: "Hvad er ændret?" });
    this.before = this.comparison.getByLabel("Fra", { exact: true });
    this.after = this.comparison.getByLabel("Til", { exact: true });
  }

  round(name) {
    return this.list.getByRole("listitem").filter({ hasText: `${name}:` });
  }

  /** The rounds as they are listed, newest first. */
  async rounds() {
    return (await this.list.getByRole("listitem").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
  }

  start(text) {
    return this.main.getByRole("radio", { name: text });
  }

  table(name) {
    return this.comparison.getByRole("table", { name, exact: true });
  }

  async read(name) {
    return readTable(this.table(name));
  }
}
