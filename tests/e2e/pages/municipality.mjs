// Kommune.
import { AppPage } from "./app.mjs";

export class MunicipalityPage extends AppPage {
  constructor(page, url) {
    super(page, url);
    this.municipality = page.getByLabel("Kommune", { exact: true });
  }

  field(label) {
    return this.main.getByRole("textbox", { name: label, exact: true });
  }

  /** A question with fixed answers. */
  question(label) {
    return this.main.getByRole("combobox", { name: label, exact: true });
  }

  async chosen(label) {
    return (await this.question(label).locator("option:checked").innerText()).trim();
  }

  get undo() {
    return this.main.getByRole("button", { name: "Fortryd", exact: true });
  }

  async type(label, text) {
    await this.field(label).fill(text);
    await this.page.keyboard.press("Tab");
  }
}
