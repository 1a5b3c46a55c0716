// Forside.
import { AppPage } from "./app.mjs";

export class HomePage extends AppPage {
  constructor(page, url) {
    super(page, url);
    this.exampleButton = page.getByRole("button", { name: "Prøv med X Kommune" });
    this.afresh = page.getByRole("dialog", { name: "Begynd forfra?" });
    this.deletion = page.getByRole("dialog", { name: "Slet alt?" });
  }

  async openExample() {
    await this.exampleButton.click();
    await this.banner("I ser på X Kommune, som er et eksempel").waitFor();
    await this.isAt("Overblik");
  }

  async leaveExample() {
    await this.page.getByRole("button", { name: "Tilbage til egen kommune" }).click();
    await this.banner("I ser på X Kommune, som er et eksempel").waitFor({ state: "hidden" });
  }

  async isWelcome() {
    await this.isAt("Se, hvordan administrationen er organiseret");
  }

  async askToStartAfresh() {
    await this.main.getByRole("button", { name: "Begynd forfra" }).first().click();
    await this.afresh.waitFor();
  }

  async askToDeleteEverything() {
    await this.main.getByRole("button", { name: "Slet alt" }).first().click();
    await this.deletion.waitFor();
  }

  answer(dialog, name) {
    return dialog.getByRole("button", { name, exact: true });
  }
}
