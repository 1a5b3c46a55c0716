// Running a job in one of the browsers.
import { BROWSERS } from "./browsers.mjs";
import { Screen } from "./screen.mjs";

/** Runs in a browser with empty storage, which is ended in any case. A failure leaves a picture. */
export async function inBrowser(name, job, { cleanUp }, run) {
  const browser = await BROWSERS[name]();
  // Also when the runner gives up before this does.
  cleanUp?.(browser.close);
  const screen = new Screen(browser);
  try {
    await run(screen);
    await screen.expectNoProblems();
  } catch (error) {
    await screen.screenshot(`${name} ${job}`).catch(() => {});
    await browser.close().catch(() => {});
    throw error;
  }
  await browser.close();
}
