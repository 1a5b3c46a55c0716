// One object per page of the app, as a user of any browser meets it.
import { Key } from "selenium-webdriver";
import { eventually } from "./waiting.mjs";

class Page {
  constructor(screen) {
    this.screen = screen;
  }

  /** Goes to a page by the main menu. */
  async goTo(title, heading = title) {
    await this.screen.click("link", new RegExp(`^${title}$`));
    await this.screen.find("heading", heading);
  }

  /** What stands in the page's header: municipality and year. */
  async isFor(municipality) {
    await eventually(`the header names ${municipality}`, async () => {
      const header = await this.screen.driver.findElement({ css: "header" });
      return (await this.screen.text(header)).includes(municipality);
    });
  }

  async isSaved() {
    await eventually("the app says that everything is saved", async () => {
      const status = await this.screen.driver.findElement({ css: "header [role=status]" });
      return (await this.screen.text(status)).includes("✓ Gemt i denne browser");
    });
  }
}

export class HomePage extends Page {
  async isEmpty() {
    await this.screen.find("link", /^Begynd$/);
  }

  async begin() {
    await this.screen.click("link", /^Begynd$/);
  }

  async open() {
    await this.screen.click("link", /^Forside$/);
  }

  /** Opens the example and waits for its overview. */
  async tryExample() {
    await this.screen.click("button", "Prøv med X Kommune");
    await this.screen.find("heading", "I ser på X Kommune");
  }

  async leaveExample() {
    await this.screen.click("button", "Tilbage til egen kommune");
  }
}

export class MunicipalityPage extends Page {
  async choose(name) {
    const list = await this.screen.find("combobox", /^Kommune$/);
    // A browser chooses from a closed list by what is typed.
    await list.sendKeys(name);
    await this.screen.press(Key.TAB);
    await eventually(`${name} is chosen`, async () => (await this.chosen()) === name);
  }

  async chosen() {
    const list = await this.screen.find("combobox", /^Kommune$/);
    return this.screen.driver.executeScript("return arguments[0].selectedOptions[0]?.text", list);
  }

  async goOn() {
    await this.screen.click("link", "Videre til skemaet");
  }
}

export class SurveyPage extends Page {
  async openArea(title) {
    await this.screen.click("link", new RegExp(`^${title}`));
    await this.screen.find("heading", title);
  }
}

/** One area of the survey: rows of three cells, each a group of radio buttons. */
export class AreaPage extends Page {
  static COLUMNS = ["Hvem løser sagerne?", "Digital løsning", "Digital proces"];

  /** The cells of the table, row by row. */
  async cells() {
    const table = await this.screen.find("table", "Aktiviteter i");
    const rows = [];
    for (const row of await table.findElements({ css: "tbody tr" })) {
      const groups = await row.findElements({ css: "fieldset" });
      if (groups.length > 0) rows.push(groups);
    }
    return rows;
  }

  /** Brings focus to the first cell that is still to be answered. */
  async focusNextUnanswered() {
    await this.screen.click("button", "Næste ubesvarede");
  }

  /** Types an answer and waits until it stands there; the app itself moves on to the next cell. */
  async type(key, cell, choice) {
    await eventually("focus is in the cell", () =>
      this.screen.driver.executeScript("return arguments[0].contains(document.activeElement)", cell),
    );
    await this.screen.press(key);
    await this.#isChosen(cell, choice);
  }

  async click(cell, choice) {
    await this.screen.click("radio", new RegExp(`^${choice}`), cell);
    await this.#isChosen(cell, choice);
  }

  option(cell, choice) {
    return this.screen.find("radio", new RegExp(`^${choice}`), cell);
  }

  /** Clicks each in a task of its own with nothing in between: faster than any hand. */
  async clickInTurn(options) {
    await this.screen.driver.executeAsyncScript(
      `const options = [...arguments], done = options.pop();
       const clickFrom = (index) => {
         if (index === options.length) return done();
         options[index].click();
         setTimeout(clickFrom, 0, index + 1);
       };
       clickFrom(0);`,
      // One by one: WebKitGTK does not find elements inside a list.
      ...options,
    );
  }

  async #isChosen(cell, choice) {
    await eventually(`"${choice}" is chosen`, async () => (await this.chosen(cell)) === choice);
  }

  /** The whole name of what is chosen in a cell. */
  async chosen(cell) {
    const [radio] = await cell.findElements({ css: "input:checked" });
    return radio ? radio.getAccessibleName() : null;
  }

  /** The choices of all rows. */
  async answers() {
    const rows = [];
    for (const row of await this.cells()) rows.push(await Promise.all(row.map((cell) => this.chosen(cell))));
    return rows;
  }

  /** The panel above the table: its terms with their values. */
  async scores() {
    const read = () => {
      const tidy = (element) => element.textContent.replace(/\s+/g, " ").trim();
      const entries = [...document.querySelectorAll("main dl dt")].map((term) => [tidy(term), tidy(term.nextElementSibling)]);
      return Object.fromEntries(entries);
    };
    return this.screen.driver.executeScript(read);
  }
}

export class OverviewPage extends Page {
  async open() {
    await this.goTo("Overblik");
  }

  /** The table of a domain. */
  table(domain) {
    return this.screen.table(domain);
  }
}

export class ComparisonPage extends Page {
  async open() {
    await this.goTo("Sammenligning");
  }

  table(domain) {
    return this.screen.table(`${domain}: afvigelse fra Alle`);
  }

  /** Waits until the charts are drawn; an error message in their place is a failure at once. */
  async chartsDrawn() {
    const read = () =>
      [...document.querySelectorAll("figure")].map((figure) => ({
        error: figure.querySelector("[role=alert]")?.textContent ?? null,
        marks: figure.querySelectorAll("[role=img] svg .point").length,
      }));
    const charts = await eventually("four charts are drawn or refused", async () => {
      const found = await this.screen.driver.executeScript(read);
      return found.length === 4 && found.every((one) => one.error || one.marks > 0) && found;
    });
    const errors = charts.map((one) => one.error).filter(Boolean);
    if (errors.length > 0) throw new Error(`a chart was not drawn: ${errors.join("; ")}`);
    return charts.map((one) => one.marks);
  }
}

export class FilesPage extends Page {
  async open() {
    await this.goTo("Filer");
  }

  /** Hands a file on the disk in, and waits for its card. */
  async hand(path) {
    const field = await this.screen.driver.findElement({ css: "input[type=file]" });
    await field.sendKeys(path);
    await this.screen.find("heading", path.split("/").at(-1));
  }

  async click(button) {
    await this.screen.click("button", button);
  }

  /** Clicks a button and returns what it hands over to be downloaded: the name, and the bytes. */
  async save(button) {
    await this.screen.driver.executeScript(keepSaved);
    await this.click(button);
    const saved = await eventually(`${button} saves a file`, () =>
      this.screen.driver.executeAsyncScript(
        "const done = arguments[0]; const saved = window.savedByTest.pop(); saved ? saved().then(done) : done(null)",
      ),
    );
    return { name: saved.name, buffer: Buffer.from(saved.bytes, "base64") };
  }
}

/** Runs in the page: keeps what is saved from now on, and keeps the driver's browser from asking where to put it. */
function keepSaved() {
  if (window.savedByTest) return;
  window.savedByTest = [];
  const blobs = new Map();
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) return click.call(this);
    const { download: name, href } = this;
    window.savedByTest.push(
      () =>
        new Promise((resolve) => {
          const reader = new FileReader();
          reader.onload = () => resolve({ name, bytes: reader.result.split(",")[1] });
          reader.readAsDataURL(blobs.get(href));
        }),
    );
  };
}
