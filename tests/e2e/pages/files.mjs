// Filer.
import { savedBy } from "../harness/files.mjs";
import { AppPage } from "./app.mjs";
import { Preview } from "./preview.mjs";

export class FilesPage extends AppPage {
  constructor(page, url) {
    super(page, url);
    this.field = this.main.getByLabel("Vælg filer");
    this.arrivals = this.main.getByRole("region", { name: "Det er der i filerne" });
    this.saving = this.main.getByRole("region", { name: /^(Gem besvarelsen|Send jeres svar tilbage)$/ });
    this.saveButton = this.saving.getByRole("button", { name: "Gem som fil" });
    this.saveAgain = this.saving.getByRole("button", { name: /^Gem igen i / });
    this.preview = new Preview(page);
    this.excel = this.main.getByRole("region", { name: "Excel" });
    this.backups = this.main.getByRole("region", { name: "Sikkerhedskopier i denne browser" });
  }

  async openFiles() {
    await this.open("#/filer");
  }

  /** Hands files in by the field, and waits until each has its card. */
  async hand(...files) {
    await this.field.setInputFiles(files);
    for (const { name } of files) await this.card(name).waitFor();
  }

  card(name) {
    return this.arrivals.getByRole("listitem").filter({ has: this.page.getByRole("heading", { name, exact: true }) });
  }

  /** What a card says, line by line. */
  async facts(name) {
    const lines = await this.card(name).getByRole("listitem").allInnerTexts();
    return [await this.card(name).getByRole("paragraph").first().innerText(), ...lines];
  }

  async choose(name, action) {
    await this.card(name).getByRole("button", { name: action, exact: true }).click();
  }

  async putAway(name) {
    await this.choose(name, "Læg filen væk");
    await this.card(name).waitFor({ state: "detached" });
  }

  button(name) {
    return this.main.getByRole("button", { name, exact: true });
  }

  /** Saves the survey, and returns the download. */
  async save() {
    return savedBy(this.page, this.saveButton);
  }

  /** Leaves only some areas chosen for Excel, by their titles. */
  async chooseAreas(...titles) {
    await this.excel.getByText("Vælg områder og indhold").click();
    for (const button of await this.excel.getByRole("button", { name: "Vælg ingen" }).all()) await button.click();
    for (const title of titles) await this.excel.getByRole("checkbox", { name: title, exact: true }).check();
  }
}
