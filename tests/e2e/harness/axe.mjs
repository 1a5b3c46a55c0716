// Accessibility of a page as it stands: axe, and nothing wider than the window.
import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

/** What is wrong on the page, a line each. */
export async function accessibilityProblems(page) {
  // Through the debugger, which the page's policy does not stop.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (tags) => {
    const found = await window.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map((node) => `${node.target.join(" ")} ${node.html.slice(0, 160)}`),
    }));
  }, RULES);
  return violations.map(({ id, help, nodes }) => `${id} (${help}), ${nodes.length} times: ${nodes.slice(0, 3).join(" | ")}`);
}

/** How far the page reaches beyond the window, with what does. */
export async function overflowProblems(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 4)
      .map((element) => element.outerHTML.slice(0, 100));
    return [`${document.documentElement.scrollWidth} px in a window of ${width}: ${wide.join(" | ")}`];
  });
}
