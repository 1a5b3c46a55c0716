// Skema, one area.
import assert from "node:assert/strict";
import { until } from "../harness/until.mjs";
import { AppPage } from "./app.mjs";

export const LEVEL = "Hvem løser sagerne?";
export const SOLUTION = "Digital løsning";
export const PROCESS = "Digital proces";

export class SurveyAreaPage extends AppPage {
  constructor(page, url) {
    super(page, url);
    this.table = page.getByRole("table", { name: /^Aktiviteter i / });
    this.tools = page.getByRole("group", { name: "Tabellens værktøjer" });
    this.undo = this.tools.getByRole("button", { name: "Fortryd" });
    this.redo = this.tools.getByRole("button", { name: "Gentag" });
    this.onlyOpen = this.tools.getByRole("checkbox", { name: "Vis kun dem, der mangler" });
    this.answeredBy = this.tools.getByLabel("Besvares af");
    this.nextOpen = this.tools.getByRole("button", { name: "Næste ubesvarede" });
    this.fillButton = this.tools.getByRole("button", { name: /^Udfyld de/ });
    this.fillForm = page.getByRole("form", { name: /ubesvarede til/ });
  }

  async openArea(id) {
    await this.open(`#/skema/${id}`);
    await this.table.waitFor();
  }

  /** The three buttons or five of one cell. */
  cell(title, column) {
    return this.table.getByRole("group", { name: `${column} ${title}`, exact: true });
  }

  choice(title, column, option) {
    return this.cell(title, column).getByRole("radio", { name: option, exact: true });
  }

  async answer(title, level, solution, process) {
    const wanted = [[LEVEL, level], [SOLUTION, solution], [PROCESS, process]];
    for (const [column, option] of wanted) if (option) await this.choice(title, column, option).check();
  }

  /** The row's first cell holds its heading. */
  row(title) {
    return this.table.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: title }) });
  }

  /** What is chosen in every cell: `{ "Hvem løser sagerne? …": "Central" }`. */
  async answers() {
    return this.table.evaluate((table) =>
      Object.fromEntries(
        [...table.querySelectorAll("fieldset.choice")]
          .map((cell) => [cell.querySelector("legend").textContent.trim(), cell.querySelector("input:checked")])
          .filter(([, chosen]) => chosen)
          .map(([legend, chosen]) => [legend, chosen.getAttribute("aria-label")]),
      ),
    );
  }

  /** The panel's values by their names. */
  async scores() {
    return this.page.locator("dl.score-panel").evaluate((panel) =>
      Object.fromEntries(
        [...panel.children].map((part) => [
          part.querySelector("dt").innerText.trim(),
          part.querySelector("dd").innerText.replace(/\s+/g, " ").trim(),
        ]),
      ),
    );
  }

  async scoresAre(centralisation, process, solution, answered) {
    await until("the score panel shows the expected values", async () => {
      const scores = await this.scores();
      assert.deepEqual(
        [scores.Centraliseringsgrad, scores["Digital proces"], scores["Digital løsning"], scores.Besvaret],
        [`${centralisation} af 3`, `${process} af 1`, `${solution} af 1`, answered],
      );
    });
  }

  async answersAre(expected) {
    await until("the table shows the expected answers", async () => assert.deepEqual(await this.answers(), expected));
  }

  helpButton(title) {
    return this.table.getByRole("button", { name: `Hjælp til ${title}` });
  }

  moreButton(title) {
    return this.table.getByRole("button", { name: `Mere om ${title}` });
  }

  async openDetails(title) {
    if ((await this.moreButton(title).getAttribute("aria-expanded")) !== "true") await this.moreButton(title).click();
    await this.shares(title).waitFor();
  }

  shares(title) {
    return this.table.getByRole("group", { name: /^Fordeling af sagerne/ }).and(this.table.getByRole("group", { name: title }));
  }

  /** Types shares, as `{ "Inst.": "40" }`, and leaves the last field. */
  async typeShares(title, shares) {
    for (const [place, text] of Object.entries(shares)) {
      await this.shares(title).getByLabel(`${place} %`).fill(text);
    }
    await this.page.keyboard.press("Tab");
  }

  comment(title) {
    return this.table.getByLabel(`Bemærkning til ${title}`);
  }

  /** Titles of the rows that the filters leave. */
  async shownRows() {
    const heads = await this.table.getByRole("rowheader").all();
    const texts = [];
    for (const head of heads) {
      texts.push((await head.getByRole("button", { name: /^Hjælp til / }).innerText()).trim().replace("Hjælp til ", ""));
    }
    return texts;
  }
}
