// Another browser profile beside the test's own, as on another computer.
import { watch } from "./guards.mjs";
import { PATIENCE } from "./settings.mjs";

/** Runs with a page in an empty profile under the same guards. `prepare` gets its context before anything is opened. */
export async function onAnotherComputer({ context, url }, run, prepare = async () => {}) {
  const other = await context.browser().newContext({ viewport: { width: 1280, height: 900 }, locale: "da-DK" });
  try {
    other.setDefaultTimeout(PATIENCE);
    const guards = await watch(other, { allowed: url });
    await prepare(other);
    const result = await run(await other.newPage());
    guards.check();
    return result;
  } finally {
    await other.close();
  }
}
