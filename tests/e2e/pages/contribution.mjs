// Bidrag til KL.
import { readTable } from "../harness/tables.mjs";
import { ExchangePage } from "./exchange.mjs";

export class ContributionPage extends ExchangePage {
  constructor(page, url) {
    super(page, url);
    this.content = this.main.getByRole("region", { name: "Det er, hvad filen indeholder" });
    this.named = this.main.getByRole("radio", { name: /^Med navn/ });
    this.consentingFunction = this.main.getByLabel("Funktion, der giver samtykke");
    this.consent = this.main.getByRole("checkbox", { name: "Vi giver det samtykke, der står ovenfor." });
    this.save = this.main.getByRole("button", { name: "Gem bidraget som fil" });
  }

  table(name) {
    return this.content.getByRole("table", { name, exact: true });
  }

  async read(name) {
    return readTable(this.table(name));
  }
}
