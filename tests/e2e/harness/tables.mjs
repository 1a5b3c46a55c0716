// Reading tables as a person would: caption, column headings, row headings, cells.

/** A table's caption, badges, column names and rows; a cell is found by its column's name. */
export async function readTable(table) {
  return table.evaluate((element) => {
    const text = (node) => node.innerText.replace(/\s+/g, " ").trim();
    const columns = [...element.querySelectorAll("thead th[scope=col]")].map(text);
    const row = (line) => {
      const [head, ...cells] = [...line.children];
      const link = head.querySelector("a");
      return {
        head: text(head),
        scope: head.getAttribute("scope"),
        href: link?.getAttribute("href") ?? null,
        cells: Object.fromEntries(cells.map((cell, index) => [columns[index + 1], text(cell)])),
      };
    };
    const caption = element.querySelector("caption");
    return {
      caption: text(caption),
      badges: [...caption.querySelectorAll(".badge")].map(text),
      columns,
      rows: [...element.querySelectorAll("tbody tr")].map(row),
      totals: [...element.querySelectorAll("tfoot tr")].map(row),
    };
  });
}
