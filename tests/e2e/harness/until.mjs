// Waiting with a deadline.
import { setTimeout as pause } from "node:timers/promises";
import { PATIENCE } from "./settings.mjs";

/** Tries `check` until it does not throw, and returns what it returns. */
export async function until(what, check, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) {
        error.message = `waited in vain until ${what}: ${error.message}`;
        throw error;
      }
      await pause(50);
    }
  }
}
