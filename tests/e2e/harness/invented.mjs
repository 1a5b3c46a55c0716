// Surveys of invented answers by real municipalities, as files: X Kommune's, told otherwise.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The year of the surveys: the app begins with the same. */
export const YEAR = new Date().getFullYear();

/**
 * A whole survey. `number` makes its ids; `E09` is the organisation of all activities of that
 * small area, so that what comes of it can be told in advance.
 */
export async function survey(root, { code, name, number, E09, contributes = true }) {
  const text = await readFile(join(root, "eksempler/x-kommune.kommunebenchmark.json"), "utf8");
  const { example, ...whole } = JSON.parse(text);
  const [round] = whole.rounds;
  const { central } = round.answers;
  for (const [id, answer] of Object.entries(central)) if (id.startsWith("E09.")) Object.assign(answer, { organisation: E09 });
  const id = String(number).padStart(8, "0") + "-0000-4000-8000-000000000000";
  return {
    ...whole,
    id,
    municipality: { code, name },
    ...(contributes ? { contribution_id: id } : {}),
    rounds: [{ ...round, id: String(YEAR), year: YEAR }],
  };
}
