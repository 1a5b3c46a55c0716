// Waiting for something to become true: asking again until a deadline.
import { setTimeout as after } from "node:timers/promises";

const DEADLINE = 30_000;
const PAUSE = 50;

export const pause = () => after(PAUSE);

/** Asks until the answer is neither false, null nor undefined, and returns it. Errors count as "not yet". */
export async function eventually(what, ask, deadline = DEADLINE) {
  const until = Date.now() + deadline;
  let last;
  do {
    try {
      const answer = await ask();
      if (answer !== false && answer !== null && answer !== undefined) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await pause();
  } while (Date.now() < until);
  throw new Error(`not within ${deadline / 1000} s: ${what}${last ? ` (${last.name}: ${last.message})` : ""}`, { cause: last });
}

/** The result of a promise, or an error when it takes too long. */
export async function within(milliseconds, promise) {
  const giveUp = new AbortController();
  const late = after(milliseconds, null, { signal: giveUp.signal }).then(() => {
    throw new Error(`no answer within ${milliseconds / 1000} s`);
  });
  late.catch(() => {});
  return Promise.race([promise, late]).finally(() => giveUp.abort());
}
