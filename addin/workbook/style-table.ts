/**
 * The looks of a workbook's cells as an .xlsx file has them: each once in styles.xml, and a number in every cell.
 * The file library writes number formats alone. Here: looks → styles.xml. Not here: the cells.
 */
import { type CellLook, sides } from "./look.js";

/** Of what differs from it a cell says so. Excel's own: columns are measured in its digits. */
const normal = { font: "Calibri", size: 11 } as const;
/** Formats with smaller numbers are the file format's own. */
const firstFormat = 164;

export class StyleTable {
  /** The first is that of a cell without a look. */
  readonly #looks: CellLook[] = [{}];
  readonly #numbers = new Map<string, number>([["{}", 0]]);

  /** 0 for a cell without a look. */
  numberOf(look: CellLook): number {
    const key = JSON.stringify(look);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#looks.length);
    return this.#looks.push(look) - 1;
  }

  xml(): string {
    const formats = new Parts(firstFormat);
    const fonts = new Parts();
    // Excel takes the first two for these, whatever they are.
    const fills = new Parts(0, [pattern("none"), pattern("gray125")]);
    const borders = new Parts(0, [bordersXml({})]);
    const cells = this.#looks.map((look) => {
      const font = fonts.numberOf(fontXml(look));
      const fill = look.fill === undefined ? 0 : fills.numberOf(pattern("solid", look.fill));
      const border = borders.numberOf(bordersXml(look));
      const format = look.format === undefined ? 0 : formats.numberOf(escaped(look.format));
      const aligned = alignmentXml(look);
      const applied = [
        ["NumberFormat", format],
        ["Font", font],
        ["Fill", fill],
        ["Border", border],
        ["Alignment", aligned],
      ].flatMap(([name, is]) => (is ? ` apply${name}="1"` : ""));
      return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied.join("")}>${aligned}</xf>`;
    });
    const numbered = formats.all.map((code, i) => `<numFmt numFmtId="${firstFormat + i}" formatCode="${code}"/>`);
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      ...(numbered.length === 0 ? [] : [list("numFmts", numbered)]),
      list("fonts", fonts.all),
      list("fills", fills.all),
      list("borders", borders.all),
      list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      list("cellXfs", cells),
      list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      "</styleSheet>",
    ].join("");
  }
}

/** Parts that several looks share, each once. */
class Parts {
  readonly all: string[];
  readonly #first: number;

  constructor(first = 0, all: string[] = []) {
    this.#first = first;
    this.all = all;
  }

  numberOf(xml: string): number {
    const at = this.all.indexOf(xml);
    return this.#first + (at < 0 ? this.all.push(xml) - 1 : at);
  }
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

/** Its parts in the order of the file format's schema. */
function fontXml({ font = normal.font, size = normal.size, bold, italic, underline, strike, color }: CellLook): string {
  return [
    "<font>",
    bold ? "<b/>" : "",
    italic ? "<i/>" : "",
    strike ? "<strike/>" : "",
    underline ? "<u/>" : "",
    `<sz val="${size}"/>`,
    color === undefined ? '<color theme="1"/>' : `<color rgb="FF${color}"/>`,
    `<name val="${escaped(font)}"/>`,
    "</font>",
  ].join("");
}

function pattern(type: "none" | "gray125" | "solid", color?: string): string {
  const inside = color === undefined ? "" : `<fgColor rgb="FF${color}"/><bgColor indexed="64"/>`;
  return `<fill><patternFill patternType="${type}">${inside}</patternFill></fill>`;
}

function bordersXml({ borders = {} }: CellLook): string {
  const drawn = sides.map((side) => {
    const border = borders[side];
    if (border === undefined) return `<${side}/>`;
    const color = border.color === undefined ? '<color auto="1"/>' : `<color rgb="FF${border.color}"/>`;
    return `<${side} style="${border.line}">${color}</${side}>`;
  });
  return `<border>${drawn.join("")}<diagonal/></border>`;
}

function alignmentXml({ across, down, wrap }: CellLook): string {
  const attributes = [
    across === undefined ? "" : ` horizontal="${across}"`,
    down === undefined ? "" : ` vertical="${down}"`,
    wrap ? ' wrapText="1"' : "",
  ].join("");
  return attributes === "" ? "" : `<alignment${attributes}/>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text inside an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
