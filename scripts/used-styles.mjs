// Leaves out the styles of dkfds that nothing in the app wears: it styles far more than is used here.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PurgeCSS } from "purgecss";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * The stylesheet without rules for classes that stand nowhere in the sources. The app's own rules, which
 * style/main.scss puts between two comments, stay: some of their classes are made of parts.
 */
export async function usedStyles(css) {
  const marks = css.match(/purgecss (start|end) ignore/g) ?? [];
  if (marks.length !== 2) throw new Error(`style/main.scss: ${marks.length} instead of two marks around the app's own rules`);
  const page = await readFile(join(root, "index.html"), "utf8");
  const [{ css: used }] = await new PurgeCSS().purge({
    content: [join(root, "src/**/*.{rs,json}"), { raw: page, extension: "html" }],
    css: [{ raw: css }],
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
  });
  return used;
}
