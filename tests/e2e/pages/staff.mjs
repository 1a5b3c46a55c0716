// Bemanding.
import { readTable } from "../harness/tables.mjs";
import { AppPage } from "./app.mjs";

export class StaffPage extends AppPage {
  constructor(page, url) {
    super(page, url);
    this.total = this.main.getByLabel("Årsværk i alt ifølge jeres egne tal");
  }

  add(name) {
    return this.main.getByRole("button", { name });
  }

  field(title, row) {
    return this.main.getByRole("textbox", { name: `${title}, ${row}`, exact: true });
  }

  level(row) {
    return this.main.getByRole("combobox", { name: `Niveau, ${row}`, exact: true });
  }

  async type(field, text) {
    await field.fill(text);
    await this.page.keyboard.press("Tab");
  }

  async openSpread(row) {
    await this.main.getByRole("button", { name: `Fordel ${row} på områder` }).click();
    await this.spread(row).waitFor();
  }

  spread(row) {
    return this.main.getByRole("group", { name: `Fordeling på områder: ${row}` });
  }

  async addArea(row, area) {
    await this.spread(row).getByLabel("Tilføj område").selectOption({ label: area });
    await this.percent(row, area).waitFor();
  }

  percent(row, area) {
    return this.spread(row).getByLabel(`Procent til ${area}`);
  }

  remove(row) {
    return this.main.getByRole("button", { name: `Slet ${row}`, exact: true });
  }

  async sums(domain) {
    return readTable(this.main.getByRole("table", { name: domain, exact: true }));
  }
}
