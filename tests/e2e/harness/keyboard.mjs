// Moving with the keyboard only.
import assert from "node:assert/strict";

/** Whether the element has focus. */
export function isFocused(locator) {
  return locator.evaluateAll((elements) => elements.includes(document.activeElement));
}

/** Presses Tab until the element has focus. */
export async function tabTo(page, locator, { key = "Tab", limit = 120 } = {}) {
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press(key);
    if (await isFocused(locator)) return;
  }
  assert.fail(`${limit} presses of ${key} did not reach ${locator}`);
}

/** Presses some keys one after the other, as `"4 F D"`. */
export async function press(page, keys) {
  for (const key of keys.split(" ")) await page.keyboard.press(key);
}
