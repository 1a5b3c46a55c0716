// Overblik.
import { readTable } from "../harness/tables.mjs";
import { AppPage } from "./app.mjs";

export class OverviewPage extends AppPage {
  table(domain) {
    return this.main.getByRole("table", { name: domain });
  }

  async read(domain) {
    return readTable(this.table(domain));
  }
}
