// Send en del til andre.
import { ExchangePage } from "./exchange.mjs";

export class SendPage extends ExchangePage {
  constructor(page, url) {
    super(page, url);
    this.units = this.main.getByRole("radio", { name: /^Enheder/ });
    this.function = this.main.getByLabel("Funktion, der svarer");
    this.deadline = this.main.getByLabel("Frist (kan udelades)");
    this.note = this.main.getByLabel("Besked (kan udelades)");
    this.role = this.main.getByLabel("Kun aktiviteter, der kan besvares af");
    this.save = this.main.getByRole("button", { name: "Gem fil til modtageren" });
    this.saveForm = this.main.getByRole("button", { name: "Gem som Excel-skema" });
    this.count = this.main.getByText(/^\d+ aktivitet(er)? er valgt\.$/);
  }

  domain(title) {
    return this.main.getByRole("group", { name: title });
  }

  area(title) {
    return this.main.getByRole("checkbox", { name: title, exact: true });
  }
}
