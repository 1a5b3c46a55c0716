// What a user meets in the window: things found by role and name, as the browser itself computes the name.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eventually } from "./waiting.mjs";

const OUTPUT = fileURLToPath(new URL("../output/", import.meta.url));

/** Elements that can have a role; the browser then says which name each has. */
const CANDIDATES = {
  button: "button",
  combobox: "select",
  heading: "h1, h2, h3",
  link: "a[href]",
  radio: "input[type=radio]",
  table: "table",
};

/** Runs in the page: notes what goes wrong there from now on. */
function watchPage() {
  if (window.problemsSeenByTest) return;
  const problems = (window.problemsSeenByTest = []);
  addEventListener("error", (event) => problems.push(`error: ${event.message}`));
  addEventListener("unhandledrejection", (event) => problems.push(`unhandled: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) =>
    problems.push(`policy: ${event.violatedDirective} refused ${event.blockedURI}`),
  );
  const { error } = console;
  console.error = (...values) => {
    problems.push(`console: ${values.join(" ")}`);
    error.apply(console, values);
  };
}

/** Runs in the page: a table's text. The name of a row is its header without the badges beside it. */
function readTable(table) {
  const tidy = (element) => element.textContent.replace(/\s+/g, " ").trim();
  return {
    columns: [...table.tHead.rows[0].cells].slice(1).map(tidy),
    rows: [...table.querySelectorAll(":is(tbody, tfoot) tr")].map((row) => ({
      name: tidy(row.cells[0].querySelector("a") ?? row.cells[0]),
      area: row.cells[0].querySelector("a")?.hash.split("/").at(-1) ?? null,
      cells: [...row.cells].slice(1).map(tidy),
    })),
  };
}

export class Screen {
  #browser;

  constructor(browser) {
    this.#browser = browser;
  }

  get driver() {
    return this.#browser.driver;
  }

  async open(url) {
    await this.driver.get(url);
    await this.#started();
  }

  async reload() {
    await this.expectNoProblems();
    await this.driver.navigate().refresh();
    await this.#started();
  }

  /** Closes the browser and opens `url` in it anew. Without kept data, in a new window in the place of the old one. */
  async restart(url) {
    await this.expectNoProblems();
    if (this.#browser.keepsData) {
      await this.#browser.restart();
    } else {
      const old = await this.driver.getWindowHandle();
      await this.driver.switchTo().newWindow("window");
      const opened = await this.driver.getWindowHandle();
      await this.driver.switchTo().window(old);
      await this.driver.close();
      await this.driver.switchTo().window(opened);
    }
    await this.open(url);
  }

  /** The app has started, and from here on its errors are noted. */
  async #started() {
    await this.driver.executeScript(watchPage);
    await eventually("the app shows a page with a heading", () => this.#ask(null, "heading", ""));
  }

  async expectNoProblems() {
    const problems = await this.driver.executeScript("return window.problemsSeenByTest ?? ['the page is not watched']");
    if (problems.length > 0) throw new Error(`the page reported: ${problems.join("; ")}`);
  }

  /** The first shown element of a role whose name holds `name` (or matches it), inside `within`. */
  find(role, name = "", within = null) {
    return eventually(`${role} "${name}" is shown`, () => this.#ask(within, role, name));
  }

  async #ask(within, role, name) {
    for (const element of await (within ?? this.driver).findElements({ css: CANDIDATES[role] })) {
      if (!(await this.driver.executeScript("return arguments[0].checkVisibility()", element))) continue;
      if (name === "") return element;
      const found = (await element.getAccessibleName()).replace(/\s+/g, " ").trim();
      if (name instanceof RegExp ? name.test(found) : found.includes(name)) return element;
    }
    return undefined;
  }

  async click(role, name, within) {
    await eventually(`${role} "${name}" can be clicked`, async () => {
      const element = await this.#ask(within ?? null, role, name);
      // WebKitGTK's own scrolling to an element below the window sometimes fails for good.
      await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
      await element.click();
      return true;
    });
  }

  async text(element) {
    return (await this.driver.executeScript("return arguments[0].textContent", element)).replace(/\s+/g, " ").trim();
  }

  /** Columns and rows of the table whose caption holds `caption`. */
  async table(caption) {
    return this.driver.executeScript(readTable, await this.find("table", caption));
  }

  /** Presses a key on whatever has focus. */
  async press(key) {
    await this.driver.switchTo().activeElement().sendKeys(key);
  }

  async screenshot(name) {
    await mkdir(OUTPUT, { recursive: true });
    const file = join(OUTPUT, `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.png`);
    await writeFile(file, await this.driver.takeScreenshot(), "base64");
  }
}
