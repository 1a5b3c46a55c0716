// The catalogue as it is served: titles by id.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** An area: `{ id, title, activities: [{ id, title, … }] }`. */
export async function area(root, id) {
  return JSON.parse(await readFile(join(root, `data/catalogue/${id}.json`), "utf8"));
}
