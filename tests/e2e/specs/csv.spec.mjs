// Every table of results as CSV, as Danish spreadsheets open it.
import assert from "node:assert/strict";
import { saveAsDownloads, savedBy } from "../harness/files.mjs";
import { fillWithExample } from "../harness/states.mjs";
import { AppPage } from "../pages/app.mjs";

const TABLES = [
  ["#/overblik", "Gem overblik som CSV", "overblik", /;2,\d+;/],
  ["#/overblik", "Gem alle svar som CSV", "alle-svar", /E01\.01;/],
  ["#/sammenligning", "Gem afvigelser som CSV", "afvigelser", /;"?[^;]*[Mm]odeldata/],
  ["#/bemanding", "Gem bemanding som CSV", "bemanding", /;/],
  ["#/bemanding", "Gem ressourcer som CSV", "ressourcer", /;\d+,\d/],
];

async function everyTableIsSaved({ page, url, context }) {
  await saveAsDownloads(context);
  await fillWithExample(page, url);
  const app = new AppPage(page, url);
  for (const [address, label, what, holds] of TABLES) {
    await app.open(address);
    const saved = await savedBy(page, app.main.getByRole("button", { name: label }));
    assert.match(saved.name, new RegExp(`^x-kommune-\\d{4}-${what}\\.csv$`));
    const text = saved.buffer.toString("utf8");
    assert.equal(text[0], "\ufeff", `${what} bears the mark of UTF-8`);
    assert.ok(text.split("\r\n").length > 5, `${what} has rows`);
    assert.match(text, holds, what);
  }
}

export const tests = [{ name: "the tables of Overblik, Sammenligning and Bemanding are saved", run: everyTableIsSaved }];
