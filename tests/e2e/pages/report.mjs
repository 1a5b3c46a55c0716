// The report, the slides and the workshop.
import assert from "node:assert/strict";
import { readPdf } from "../harness/pdf.mjs";
import { until } from "../harness/until.mjs";
import { PlanningPage } from "./planning.mjs";

export class ReportPage extends PlanningPage {
  constructor(page, url) {
    super(page, url);
    this.pages = page.getByRole("navigation", { name: "Rapport og workshop" });
    this.title = page.getByRole("heading", { level: 1 });
  }

  async turnTo(name) {
    await this.pages.getByRole("link", { name, exact: true }).click();
    // What was there before is whole too.
    await this.pages.locator('a[aria-current="page"]', { hasText: name }).waitFor();
    if (name === "Udskrift") await this.main.locator(".report-front").waitFor();
    await this.isWhole();
  }

  /** Everything is there, the charts too. */
  async isWhole() {
    await this.isMade();
    await this.ready();
    for (const chart of await this.main.getByRole("figure").all()) await chart.locator(".chart__plot .main-svg").first().waitFor();
    await this.page.evaluate(() => document.fonts.ready);
  }

  async openWhole(hash) {
    await this.open(hash);
    await this.isWhole();
  }

  part(title) {
    return this.main.getByRole("checkbox", { name: `${title}: med i rapporten` });
  }

  /** As the browser's print dialog makes it. */
  async printed() {
    const buffer = await this.page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true, outline: true });
    return readPdf(buffer);
  }

  /** The text that is to be on paper: all of the page but what is for the screen alone. */
  async textForPaper() {
    return this.main.evaluate((main) => {
      const copy = main.cloneNode(true);
      for (const left of copy.querySelectorAll(".no-print, .app-only, nav, svg, .toolbar, .buttons, .sr-only, dialog, button, .text-button, .fold__summary, .plan-form, .plan-table")) left.remove();
      const texts = [];
      const walk = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) texts.push(walk.currentNode.data);
      return texts.join("\n");
    });
  }

  async headingsForPaper() {
    return this.main.evaluate((main) =>
      [...main.querySelectorAll("h1, h2, h3, h4, h5")]
        .filter((heading) => !heading.closest(".no-print, .app-only, dialog"))
        .map((heading) => ({ level: Number(heading.tagName[1]), text: heading.innerText.replace(/\s+/g, " ").trim() })),
    );
  }

  async saved(button) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.button(button).click()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return { name: download.suggestedFilename(), buffer: Buffer.concat(chunks) };
  }

  /** The line about saving is not on a screen, but it is there. */
  async isSavedUnseen() {
    const status = this.page.locator(".site-header__status");
    await until("everything is saved", async () => assert.match(await status.textContent(), /Gemt i denne browser/));
  }

  async shows(number, of) {
    await until(`screen ${number}`, async () => assert.match(await this.main.locator(".screen-bar__place").innerText(), new RegExp(`^${number} af ${of ?? "\\d+"}$`)));
    await this.isMade();
  }
}
