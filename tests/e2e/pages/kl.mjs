// KL-visning.
import { readTable } from "../harness/tables.mjs";
import { ExchangePage } from "./exchange.mjs";

export class KlPage extends ExchangePage {
  constructor(page, url) {
    super(page, url);
    this.year = this.main.getByLabel("År, tallene gælder");
    this.title = this.main.getByLabel("Titel", { exact: true });
    this.build = this.main.getByRole("button", { name: "Lav og gem peers.json" });
  }

  table(name) {
    return this.main.getByRole("table", { name, exact: true });
  }

  async read(name) {
    return readTable(this.table(name));
  }
}
