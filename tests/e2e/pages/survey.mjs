// Skema, the list of areas.
import { AppPage } from "./app.mjs";

export class SurveyPage extends AppPage {
  areaLink(title) {
    return this.main.getByRole("link", { name: title });
  }
}
