/**
 * A file as sheets of cells: CSV and text in UTF-8, UTF-16 or GB18030, and workbooks. It loads its library when it is
 * first used. Here: reading and what a cell of a file is. Not here: which part is wanted, and where it goes.
 */
import { readNumber } from "soundings";

/** Kinds of files, as a file field takes them. */
export const accepted = ".csv,.txt,.xlsx,.xls,.ods";

export interface FileCell {
  /** Error cells are texts; null is a blank. */
  readonly value: string | number | boolean | null;
  /** A workbook's number format, where it is not the general one: "0.0%", "yyyy-mm-dd". */
  readonly format?: string;
  /** A formatted number as the file shows it. */
  readonly text?: string;
  /** With its "=". */
  readonly formula?: string;
}

export interface FileSheet {
  readonly name: string;
  /** Rows of one width, which is that of the widest; as far as the file's cells reach. */
  readonly rows: readonly (readonly FileCell[])[];
}

const blank: FileCell = { value: null };

/**
 * Texts stay texts: a month "2022-07" does not become a date, nor a code "0012" a number. A text file has one sheet, of
 * the file's name; a workbook has those that hold anything.
 * @throws Error for a file that is neither, or has no cells
 */
export async function readFile(name: string, bytes: ArrayBuffer): Promise<readonly FileSheet[]> {
  const { read } = await import("xlsx");
  const isText = /\.(csv|txt)$/i.test(name);
  const book = isText
    ? read(decoded(bytes), { type: "string", raw: true, dense: true })
    : read(bytes, { type: "array", dense: true, cellNF: true });
  const sheets = book.SheetNames.flatMap((sheetName) => {
    const { "!data": data = [] } = (book.Sheets[sheetName] ?? {}) as DenseSheet;
    const rows = rectangle(data, isText ? textCell : workbookCell);
    return rows.length === 0 ? [] : [{ name: isText ? stem(name) : sheetName, rows }];
  });
  if (sheets.length === 0) throw new Error("no cells");
  return sheets;
}

interface RawCell {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly z?: string | number;
  readonly f?: string;
}
interface DenseSheet {
  readonly "!data"?: readonly (readonly (RawCell | null | undefined)[] | null | undefined)[];
}

/** "round.csv" → "round" */
export function stem(fileName: string): string {
  return fileName.replace(/\.\w+$/, "");
}

/** By its byte order mark; without one UTF-8, else what a Chinese Excel writes. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  }
}

/** Rows may be missing or short; blank ones at the end are left out. */
function rectangle(data: NonNullable<DenseSheet["!data"]>, cellOf: (cell: RawCell) => FileCell): FileCell[][] {
  const rows = Array.from(data, (row) => Array.from(row ?? [], (cell) => (cell ? cellOf(cell) : blank)));
  while (rows.at(-1)?.every(isBlank)) rows.pop();
  for (const row of rows) while (row.length > 0 && isBlank(row.at(-1) ?? blank)) row.pop();
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
  return rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? blank));
}

function isBlank({ value, formula }: FileCell): boolean {
  return value === null && formula === undefined;
}

function workbookCell({ t, v, w, z, f }: RawCell): FileCell {
  // Excel writes an add-in's functions with a prefix that no cell shows.
  const formula = f === undefined ? {} : { formula: `=${f.replaceAll("_xldudf_", "")}` };
  if (t === "e") return { value: w ?? "#VALUE!", ...formula };
  if (t === "n" && typeof z === "string" && z !== "General") {
    return { value: v as number, format: z, ...(w === undefined ? {} : { text: w }), ...formula };
  }
  return { value: t === "z" || v === undefined || v === "" ? null : (v as FileCell["value"]), ...formula };
}

/** A zero before other digits makes a code of them, and so does a length that no number keeps. */
const code = /^[+-]?(0\d|\d{16})/;

/** Notebook pages write an apostrophe before a text that a spreadsheet would take for a formula. Here it stays a text anyway. */
const masked = /^'[=+\-@]/;

/** What only can be a number is one ("12.9%", "1,234"); TRUE and FALSE are themselves; everything else is text. */
function textCell({ v }: RawCell): FileCell {
  const text = String(v ?? "").trim();
  if (text === "") return blank;
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === "true" };
  if (masked.test(text)) return { value: text.slice(1) };
  return { value: code.test(text) ? text : (readNumber(text) ?? text) };
}
