// Sammenligning.
import assert from "node:assert/strict";
import { readTable } from "../harness/tables.mjs";
import { until } from "../harness/until.mjs";
import { AppPage } from "./app.mjs";

export class ComparisonPage extends AppPage {
  constructor(page, url) {
    super(page, url);
    this.host = page.getByRole("radio", { name: "Værtens sammenligningstal" });
    this.model = page.getByRole("radio", { name: /^Modeldata/ });
    this.charts = this.main.getByRole("figure");
  }

  /** What is compared with: the box above the tables. */
  dataset(title) {
    return this.main.getByRole("region", { name: title });
  }

  table(domain) {
    return this.main.getByRole("table", { name: new RegExp(`^${domain}: afvigelse`) });
  }

  async read(domain) {
    return readTable(this.table(domain));
  }

  /** Waits until the deviations of a domain are drawn, with a line for each of its areas. */
  async chartIsDrawn(domain, firstArea, areas) {
    const chart = this.main.getByRole("figure", { name: new RegExp(`^${domain}: (størst afvigelse|afvigelse fra)`) });
    await chart.locator("svg .ytick").first().waitFor();
    await until("the chart names its areas", async () => {
      const labels = await chart.locator("svg .ytick").allTextContents();
      assert.equal(labels.length, areas);
      assert.ok(labels.includes(firstArea), `${firstArea} is not among ${labels.join(", ")}`);
    });
  }
}
