/** What a cell would hold if someone typed this into it, and how a cell shows what it holds. */
import { isBlankText, readFlag, readNumber } from "soundings";

export type Typed = number | string | boolean | null;

/** One line as a cell: "12.9%" is 0.129, "1,234" is 1234, "TRUE" is TRUE, nothing is a blank, the rest is text. */
export function typedCell(line: string): Typed {
  if (isBlankText(line)) return null;
  return readNumber(line) ?? readFlag(line) ?? line.trim();
}

/**
 * Lines as a column: one cell per line; the line break at the end of a paste adds no row.
 * A block of several columns (tabs) stays a block, for cells.ts to refuse.
 */
export function typedColumn(text: string): Typed[] | Typed[][] {
  const rows = typedBlock(text);
  return rows.every((row) => row.length === 1) ? rows.flat() : rows;
}

/** Lines as rows of a block, cells between tabs, as a sheet copies them. A line cut short is filled up with blanks. */
export function typedBlock(text: string): Typed[][] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  const rows = lines.map((line) => line.split("\t").map(typedCell));
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? null));
}

/** A value as one would type it; a list is one line per item, a row of a block one line of cells between tabs. */
export function asTyped(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map((item) => (Array.isArray(item) ? item.map(asTyped).join("\t") : asTyped(item))).join("\n");
  }
  if (value === null || value === undefined) return "";
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** Spreadsheets show no more digits than these. */
const digitsShown = 12;

/** A value as a cell shows it. */
export function shown(value: unknown): string {
  return typeof value === "number" ? String(Number(value.toPrecision(digitsShown))) : asTyped(value);
}
