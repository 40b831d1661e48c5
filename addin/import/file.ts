/**
 * A file as sheets of cells: CSV and text in UTF-8, UTF-16 or GB18030, and workbooks. It loads its library when it is
 * first used. Here: reading and what a cell of a file is. Not here: which part is wanted, and where it goes.
 */
import { type Language, readNumber } from "soundings";
import { reasonOf } from "../reason.js";
import { asShown } from "./as-shown.js";
import { type Layout, layoutsOf } from "./layout.js";

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
  /** The value of another cell's formula, which spills into this one. */
  readonly isSpilled?: true;
}

export interface FileSheet {
  readonly name: string;
  /** Rows of one width, which is that of the widest; as far as the file's cells reach. */
  readonly rows: readonly (readonly FileCell[])[];
  /** Of a workbook, where it was asked for. */
  readonly layout?: Layout | undefined;
}

export interface ReadOptions {
  /** Of what is said of a file that cannot be read. */
  readonly language: Language;
  /** How cells look, too, and how wide columns are. */
  readonly withLayout?: true;
}

const blank: FileCell = { value: null };

/**
 * Texts stay texts: a month "2022-07" does not become a date, nor a code "0012" a number. A text file has one sheet, of
 * the file's name; a workbook has those that hold anything.
 * @throws Error for a file that is neither, or has no cells, with a message in the language asked for
 */
export async function readFile(
  name: string,
  bytes: ArrayBuffer,
  { language, withLayout }: ReadOptions,
): Promise<readonly FileSheet[]> {
  const w = refusals[language];
  const { read } = await import("xlsx");
  const isText = /\.(csv|txt)$/i.test(name);
  const book = isText
    ? read(decoded(bytes, w.notText), { type: "string", raw: true, dense: true })
    : workbook(read, name, bytes, { w, withLayout });
  const layouts = withLayout && !isText ? layoutsOf(book) : undefined;
  const sheets = book.SheetNames.flatMap((sheetName) => {
    const { "!data": data = [] } = (book.Sheets[sheetName] ?? {}) as DenseSheet;
    const rows = rectangle(data, isText ? textCell : workbookCell);
    return rows.length === 0 ? [] : [{ name: isText ? stem(name) : sheetName, rows, layout: layouts?.get(sheetName) }];
  });
  if (sheets.length === 0) throw new Error(w.noCells);
  return sheets;
}

const refusals = {
  en: {
    noCells: "it has no cells",
    notText: "it is not a text in UTF-8, UTF-16 with its mark, or GB18030",
    notWorkbook: "its contents are not a workbook's; a text file has to be named .csv or .txt",
    broken: (reason: string) => `it is broken or not a workbook (${reason})`,
  },
  zh: {
    noCells: "文件中没有单元格",
    notText: "不是 UTF-8、带标记的 UTF-16 或 GB18030 文本",
    notWorkbook: "内容不是工作簿；文本文件请以 .csv 或 .txt 命名",
    broken: (reason: string) => `文件已损坏，或不是工作簿（${reason}）`,
  },
} as const satisfies Record<Language, unknown>;

type Library = typeof import("xlsx");

/** The library would take any text for a workbook of one sheet. */
function workbook(
  read: Library["read"],
  name: string,
  bytes: ArrayBuffer,
  { w, withLayout = false }: { w: (typeof refusals)[Language]; withLayout?: boolean | undefined },
) {
  const start = [...new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength))].map((byte) => byte.toString(16)).join(" ");
  // A zip, or a file of the 1990s, as which an encrypted one comes too. A web page named .xls is a custom of many sites.
  const isWorkbook = /^(50 4b|d0 cf|9 )/.test(start) || (/\.xls$/i.test(name) && /^(ef bb bf|3c)/.test(start));
  if (!isWorkbook) throw new Error(w.notWorkbook);
  try {
    return read(bytes, { type: "array", dense: true, cellNF: true, cellStyles: withLayout, bookFiles: withLayout });
  } catch (error) {
    throw new Error(w.broken(reasonOf(error)));
  }
}

interface RawCell {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly z?: string | number;
  readonly f?: string;
  /** The range that a formula fills, said of every cell in it. */
  readonly F?: string;
}
interface DenseSheet {
  readonly "!data"?: readonly (readonly (RawCell | null | undefined)[] | null | undefined)[];
}

/** "round.csv" → "round" */
export function stem(fileName: string): string {
  return fileName.replace(/\.\w+$/, "");
}

/** By its byte order mark; without one UTF-8, else what a Chinese Excel writes. */
function decoded(bytes: ArrayBuffer, refusal: string): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  const marked = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : undefined;
  for (const encoding of marked ? [marked] : ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // No text has it: this is UTF-16 without its mark, or a file of another kind.
      if (!text.includes("\0")) return text;
    } catch {
      // Not in this one.
    }
  }
  throw new Error(refusal);
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

function workbookCell({ t, v, w, z, f, F }: RawCell): FileCell {
  const formula = f === undefined ? (F === undefined ? {} : { isSpilled: true as const }) : { formula: asShown(f) };
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
  const value = code.test(text) ? undefined : readNumber(text);
  if (value === undefined) return { value: text };
  const percent = /^[+-]?\d+(?:\.(\d+))?%$/.exec(text);
  return percent ? { value, format: percent[1] ? `0.${"0".repeat(percent[1].length)}%` : "0%", text } : { value };
}
