/** The try-it sheet to files and back: CSV and .xlsx, in this page. It loads its library when it is first used. */
import type { FUniver } from "@univerjs/core/facade";
import { readFile } from "../import/file.js";
import { freeName } from "../sheet-name.js";
import { addSheet } from "./add-sheet.js";
import { valuesOf } from "./cells.js";
import { fileSheet } from "./file-sheet.js";

export type FileKind = "csv" | "xlsx";

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
    utils.book_append_sheet(book, cells, freeName(sheet.getSheetName(), book.SheetNames));
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
 * Adds each sheet of a file as a sheet, values and formulas.
 * @returns the names of the new sheets
 * @throws Error for a file that is neither CSV nor a workbook
 */
export async function imported(api: FUniver, name: string, bytes: ArrayBuffer): Promise<readonly string[]> {
  const sheets = await readFile(name, bytes);
  return sheets.map((sheet) => addSheet(api, sheet.name, fileSheet(sheet)));
}
