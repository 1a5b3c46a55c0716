// Privatliv, Før I går i gang, Om: the pages that the footer leads to.
import { AppPage } from "./app.mjs";

export class AboutPage extends AppPage {
  constructor(page, url) {
    super(page, url);
    this.check = this.main.getByRole("button", { name: "Afprøv nu" });
    this.result = this.main.getByRole("heading", { level: 3, name: /^Resultat kl\. \d\d\.\d\d\.\d\d$/ });
  }

  /** Goes to a page by the footer and waits until the worker has made it. */
  async goByFooter(link, heading = link) {
    await this.footer.getByRole("link", { name: link, exact: true }).click();
    await this.isAt(heading);
    await this.main.getByRole("navigation", { name: "Indhold" }).waitFor();
  }

  async openPrivacy() {
    await this.open("#/privatliv");
    await this.check.waitFor();
  }

  /** Runs the self-check; what is said of the attempt, and what the page has loaded. */
  async checkItself() {
    await this.check.click();
    await this.result.waitFor();
    const alert = this.main.locator(".alert").filter({ has: this.page.locator(".alert-text") }).first();
    return {
      verdict: (await alert.locator(".alert-heading").innerText()).trim(),
      reason: (await alert.locator(".alert-text").innerText()).trim(),
      loaded: await this.main.locator("li > code").allInnerTexts(),
    };
  }
}
