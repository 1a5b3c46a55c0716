// Files in Firefox and WebKitGTK: a survey is opened, kept and saved, a filled-in form is previewed, a form is made.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { content } from "../harness/files.mjs";
import { REPOSITORY } from "../harness/settings.mjs";
import { BROWSERS } from "./browsers.mjs";
import { inBrowser } from "./in-browser.mjs";
import { FilesPage } from "./pages.mjs";

const FIXTURES = join(REPOSITORY, "tests/fixtures");
const FULL = join(FIXTURES, "v1-full.kommunebenchmark.json");
const FORM = join(FIXTURES, "excel/moved.xlsx");

export const tests = Object.keys(BROWSERS).map((browser) => ({
  name: `${browser}: a survey is opened from a file and saved equal, and workbooks are read and written`,
  run: (context) => inBrowser(browser, "files", context, (screen) => takeFilesInAndOut(screen, context.url)),
}));

async function takeFilesInAndOut(screen, url) {
  await screen.open(url);
  const files = new FilesPage(screen);
  await files.open();
  await files.hand(FULL);
  await files.click(/^Åbn$/);
  await files.isFor("Ringkøbing-Skjern Kommune · 2026");
  await files.isSaved();
  await screen.reload();
  await files.isFor("Ringkøbing-Skjern Kommune · 2026");
  const saved = await files.save(/^Gem som fil$/);
  assert.match(saved.name, /^ringkøbing-skjern-2026\.kommunebenchmark\.json$/);
  assert.deepEqual(content(saved), content({ buffer: await readFile(FULL) }));

  await files.hand(FORM);
  await files.click("Se, hvad der ændres");
  await screen.find("heading", "Det vil blive ændret");
  await screen.find("heading", "1 felt kunne ikke læses");
  await screen.find("button", "Overfør 4 ændringer");
  await files.click("Annullér");

  const form = await files.save("Gem skema til Excel");
  assert.equal(form.name, "ringkøbing-skjern-2026-skema.xlsx");
  assert.equal(form.buffer.subarray(0, 2).toString(), "PK");
}
