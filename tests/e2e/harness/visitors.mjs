// Other people with browsers of their own: nothing is shared but the files that are handed over.
import { closeQuietly } from "./browser.mjs";
import { watch } from "./guards.mjs";
import { PATIENCE } from "./settings.mjs";

/**
 * Runs `visit` with the page of an empty browser and returns what it returns. The same must never
 * happen there as in the test's own browser.
 */
export async function inOwnBrowser({ context, url }, visit) {
  const own = await context.browser().newContext({
    viewport: { width: 1280, height: 900 },
    locale: "da-DK",
    acceptDownloads: true,
  });
  try {
    own.setDefaultTimeout(PATIENCE);
    const guards = await watch(own, { allowed: url });
    const result = await visit(await own.newPage());
    guards.check();
    return result;
  } finally {
    await closeQuietly(own);
  }
}
