// A workbook as another program opens it: sheets, cells found by their headings, cells changed.
import JSZip from "jszip";

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };

const plain = (xml) => xml.replace(/&(lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity]);
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const attribute = (xml, name) => plain(xml.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? "");
const texts = (xml) => [...xml.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)].map(([, text]) => plain(text)).join("");

export class Workbook {
  static async open({ name, buffer }) {
    const workbook = new Workbook();
    workbook.name = name;
    workbook.zip = await JSZip.loadAsync(buffer);
    const relations = await workbook.#part("xl/_rels/workbook.xml.rels");
    const targets = new Map(
      [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([one]) => [attribute(one, "Id"), attribute(one, "Target")]),
    );
    const listed = [...(await workbook.#part("xl/workbook.xml")).matchAll(/<sheet\b[^>]*>/g)];
    workbook.sheets = listed.map(([one]) => ({
      name: attribute(one, "name"),
      hidden: attribute(one, "state") !== "",
      path: `xl/${targets.get(attribute(one, "r:id"))}`,
    }));
    const shared = workbook.zip.file("xl/sharedStrings.xml") ? await workbook.#part("xl/sharedStrings.xml") : "";
    workbook.shared = [...shared.matchAll(/<si>(.*?)<\/si>/gs)].map(([, one]) => texts(one));
    return workbook;
  }

  #part(path) {
    return this.zip.file(path).async("string");
  }

  #path(sheet) {
    return this.sheets.find((one) => one.name === sheet).path;
  }

  /** The names of the sheets that a person sees. */
  visible() {
    return this.sheets.filter((sheet) => !sheet.hidden).map((sheet) => sheet.name);
  }

  /** What stands in each cell of a sheet that holds something: `{ B3: "…" }`, numbers as numbers. */
  async cells(sheet) {
    const cells = {};
    for (const [, head, inner] of (await this.#part(this.#path(sheet))).matchAll(/<c\b([^>]*[^/])>(.*?)<\/c>/gs)) {
      const value = inner.match(/<v>([^<]*)<\/v>/)?.[1];
      const kind = attribute(head, "t");
      if (kind === "s") cells[attribute(head, "r")] = this.shared[Number(value)];
      else if (kind === "inlineStr") cells[attribute(head, "r")] = texts(inner);
      else if (value !== undefined) cells[attribute(head, "r")] = kind ? plain(value) : Number(value);
    }
    return cells;
  }

  /** The name of the cell of an activity under a heading, as `C14`. */
  async place(sheet, activity, heading) {
    const cells = Object.entries(await this.cells(sheet));
    const named = (wanted, fits = () => true) => cells.find(([place, text]) => text === wanted && fits(place))?.[0];
    const column = named(heading, (place) => /^[A-Z]+1$/.test(place))?.replace(/\d+/, "");
    const row = named(activity, (place) => place.startsWith("A"))?.replace(/\D+/, "");
    if (!column || !row) throw new Error(`${sheet} has no cell for ${activity} under ${heading}`);
    return column + row;
  }

  /** What stands in the cell of an activity under a heading; undefined where it is blank. */
  async read(sheet, activity, heading) {
    return (await this.cells(sheet))[await this.place(sheet, activity, heading)];
  }

  /** Writes a text into the cell of an activity under a heading; returns the cell's name. */
  async write(sheet, activity, heading, text) {
    const place = await this.place(sheet, activity, heading);
    const path = this.#path(sheet);
    const xml = await this.#part(path);
    const cell = new RegExp(`<c r="${place}"([^>]*?)(/>|>.*?</c>)`, "s");
    if (!cell.test(xml)) throw new Error(`there is no cell ${place} in ${sheet}`);
    const style = attribute(xml.match(cell)[1], "s");
    const changed = xml.replace(cell, () => `<c r="${place}" s="${style}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`);
    this.zip.file(path, changed);
    return place;
  }

  /** The workbook as a file to be handed in. */
  async file(name = this.name) {
    return { name, mimeType: "", buffer: await this.zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" }) };
  }
}

/** A small file that unpacks to more than any workbook may. */
export async function bomb(name) {
  const zip = new JSZip();
  zip.file("[Content_Types].xml", "<Types/>");
  zip.file("xl/workbook.xml", Buffer.alloc(70 << 20, " "));
  return { name, mimeType: "", buffer: await zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" }) };
}

/** A workbook with a password begins so, and names the part that holds it in UTF-16. */
export function withPassword(name) {
  const start = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const buffer = Buffer.concat([start, Buffer.alloc(1024), Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(1024)]);
  return { name, mimeType: "", buffer };
}
