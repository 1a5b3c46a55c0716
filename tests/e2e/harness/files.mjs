// Files on their way into the app and out of it.
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { REPOSITORY } from "./settings.mjs";

/** What a click hands to the user: the file's name and its bytes. */
export async function savedBy(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
}

/** A file to be handed in. */
export function file(name, content) {
  return { name, mimeType: "", buffer: Buffer.from(content) };
}

export function jsonFile(name, value) {
  return file(name, JSON.stringify(value));
}

/** One of the committed examples, as `excel/old.xls`. */
export async function fixture(path) {
  return file(basename(path), await readFile(join(REPOSITORY, "tests/fixtures", path)));
}

/** A survey file without what differs from one saving to the next. */
export function content({ buffer }) {
  const { saved_at: _, app: __, ...rest } = JSON.parse(buffer);
  return rest;
}

// In the page, before the app starts: without the picker a file becomes a download.
function removePicker() {
  delete window.showSaveFilePicker;
}

/** Makes saving a download, as in browsers that cannot write to a chosen file. */
export async function saveAsDownloads(context) {
  await context.addInitScript(removePicker);
}
