/** Sheets to files and back: CSV and .xlsx, read and written in this page. Loads its library when it is first used. */
import { CellValueType } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { typedCell } from "../taskpane/typed.js";
import { valuesOf } from "./cells.js";

export type FileKind = "csv" | "xlsx";

/** Excel's own limit of a sheet name, and what it forbids in one. */
const nameLength = 31;
const forbidden = /[\\/?*[\]:]/g;

/** Rows and columns beyond the imported ones, to write in. */
const spare = { rows: 40, columns: 8 } as const;

/** CSV: the active sheet's values. xlsx: every sheet, with formulas and the values that they have now. */
export async function exported(api: FUniver, kind: FileKind): Promise<Blob> {
  const { utils, write } = await import("xlsx");
  const workbook = api.getActiveWorkbook();
  if (!workbook) throw new Error("there is no workbook");
  const book = utils.book_new();
  const sheets = kind === "csv" ? [workbook.getActiveSheet()] : workbook.getSheets();
  for (const sheet of sheets) {
    const range = sheet.getDataRange();
    const cells = utils.aoa_to_sheet(valuesOf(range));
    for (const [i, row] of range.getFormulas().entries()) {
      for (const [j, formula] of row.entries()) {
        const address = utils.encode_cell({ r: i, c: j });
        if (formula !== "") cells[address] = { ...(cells[address] ?? { t: "s", v: "" }), f: formula.slice(1) };
      }
    }
    utils.book_append_sheet(book, cells, sheet.getSheetName().replace(forbidden, " ").slice(0, nameLength), true);
  }
  const [first = ""] = book.SheetNames;
  const active = book.Sheets[first];
  if (kind === "csv" && active) {
    // With the byte order mark, without which Excel misreads Chinese in a CSV file; numbers unrounded.
    return new Blob(["\ufeff", utils.sheet_to_csv(active, { rawNumbers: true })], { type: "text/csv;charset=utf-8" });
  }
  return new Blob([write(book, { bookType: "xlsx", type: "array" })], {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
}

/**
 * Adds each sheet of a file as a sheet, values and formulas. Texts stay texts: a month "2022-07" does not become a date.
 * @returns the names of the new sheets
 * @throws Error for a file that is neither CSV nor a workbook
 */
export async function imported(api: FUniver, name: string, bytes: ArrayBuffer): Promise<readonly string[]> {
  const { read, utils } = await import("xlsx");
  const isText = /\.(csv|txt)$/i.test(name);
  const book = isText ? read(decoded(bytes), { type: "string", raw: true }) : read(bytes, { type: "array" });
  const workbook = api.getActiveWorkbook();
  if (!workbook) throw new Error("there is no workbook");
  return book.SheetNames.map((sheetName) => {
    const cells = book.Sheets[sheetName];
    if (cells?.["!ref"] === undefined) throw new Error(`${name} · ${sheetName}: no cells`);
    const { e: last } = utils.decode_range(cells["!ref"]);
    const title = isText ? name.replace(/\.\w+$/, "") : sheetName;
    const sheet = workbook.create(freeName(workbook, title), last.r + 1 + spare.rows, last.c + 1 + spare.columns);
    const rows = Array.from({ length: last.r + 1 }, (_, r) =>
      Array.from({ length: last.c + 1 }, (_, c) => cellOf(cells[utils.encode_cell({ r, c })], isText)),
    );
    sheet.getRange(0, 0, last.r + 1, last.c + 1).setValues(rows);
    sheet.activate();
    return sheet.getSheetName();
  });
}

/** UTF-8, else what a Chinese Excel writes. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  }
}

type Workbook = NonNullable<ReturnType<FUniver["getActiveWorkbook"]>>;

function freeName(workbook: Workbook, wanted: string): string {
  const short = wanted.replace(forbidden, " ").slice(0, nameLength);
  let name = short;
  for (let n = 2; workbook.getSheetByName(name); n++) name = `${short} ${n}`;
  return name;
}

/** Numbers of a CSV file are read as one types them; everything else of it is text. */
function cellOf(cell: { t?: string; v?: unknown; f?: string; w?: string } | undefined, isText: boolean) {
  if (cell === undefined) return {};
  if (cell.f !== undefined) return { f: `=${cell.f}` };
  if (isText) {
    const typed = typedCell(String(cell.v ?? ""));
    return typed === null ? {} : asCell(typed);
  }
  return cell.t === "e" ? asCell(cell.w ?? "#VALUE!") : asCell(cell.v as string | number | boolean);
}

function asCell(value: string | number | boolean) {
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: typeof value === "number" ? CellValueType.NUMBER : CellValueType.STRING };
}
