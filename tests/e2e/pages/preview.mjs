// What would change, and what came of it: on Filer and beside a table of the survey.
export class Preview {
  constructor(page) {
    const main = page.getByRole("main");
    this.panel = main.getByRole("region", { name: "Det vil blive ændret" });
    this.facts = this.panel.locator(".preview__facts").getByRole("listitem");
    this.unread = this.panel.getByRole("alert");
    this.take = this.panel.getByRole("button", { name: /^Overfør \d+ ændring/ });
    this.cancel = this.panel.getByRole("button", { name: /^(Annullér|Luk)$/ });
    this.takeNothing = this.panel.getByRole("button", { name: "Vælg intet" });
    this.takeAll = this.panel.getByRole("button", { name: "Vælg alt, der er entydigt" });
    this.done = main.getByRole("status");
    this.errors = main.getByRole("alert").filter({ hasText: "Det lykkedes ikke" });
    this.undo = this.done.getByRole("button", { name: "Fortryd" });
    this.redo = this.done.getByRole("button", { name: "Gentag" });
  }

  /** One place of the survey, by its number or title. */
  item(title) {
    return this.panel.getByRole("group", { name: title });
  }

  /** Every item in words: `{ title, mark, now, becomes: [text], taken: [boolean] }`. */
  async items() {
    await this.panel.waitFor();
    return this.panel.evaluate((panel) =>
      [...panel.querySelectorAll(".preview__item")].map((item) => {
        const text = (node) => node.innerText.replace(/\s+/g, " ").trim();
        const mark = text(item.querySelector(".badge"));
        const inputs = [...item.querySelectorAll("input")];
        return {
          title: text(item.querySelector("legend")).slice(0, -mark.length).trim(),
          mark,
          now: text(item.querySelector(".preview__now")),
          becomes: inputs.map((input) => text(input.closest("label"))),
          taken: inputs.map((input) => input.checked),
        };
      }),
    );
  }

  /** Every cell that cannot be read: `{ place, found, expected }`. */
  async problems() {
    await this.unread.waitFor();
    return this.unread.locator("tbody tr").evaluateAll((rows) =>
      rows.map((row) => {
        const [place, found, expected] = [...row.cells].map((cell) => cell.innerText.trim());
        return { place, found, expected };
      }),
    );
  }

  /** Waits for the sentence that says what was done. */
  async says(text) {
    await this.done.getByText(text).waitFor();
  }
}
