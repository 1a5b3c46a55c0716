// Enheder, and the fields of a unit wherever they stand.
import { readTable } from "../harness/tables.mjs";
import { ExchangePage } from "./exchange.mjs";

export class UnitsPage extends ExchangePage {
  constructor(page, url) {
    super(page, url);
    this.list = this.main.getByRole("region", { name: "Enhederne" });
    this.table = this.main.getByRole("table", { name: "Enheder", exact: true });
    this.answers = this.main.getByRole("table", { name: "Enhedernes svar", exact: true });
  }

  async names() {
    return this.list.locator("summary").allInnerTexts();
  }

  /** The fold of a unit, opened. */
  async openUnit(name) {
    const unit = this.list.getByRole("group").filter({ hasText: name });
    if ((await unit.getAttribute("open")) === null) await unit.locator("summary").click();
    return unit;
  }

  async read() {
    return readTable(this.table);
  }

  /** Types what is known of the own unit, as `{ "Enhedens navn": "Nordskolen" }`. */
  async describe(values) {
    for (const [label, text] of Object.entries(values)) {
      await this.main.getByLabel(label, { exact: true }).fill(text);
      await this.page.keyboard.press("Tab");
    }
  }
}
