/** The try-it sheet to files and back: CSV and .xlsx, in this page. It loads its library when it is first used. */
import type { Language } from "soundings";
import { readFile } from "../import/file.js";
import { freeName } from "../sheet-name.js";
import { StyleTable } from "../workbook/style-table.js";
import { trusted } from "../workbook/trusted.js";
import { addSheet, type Growable } from "./add-sheet.js";
import { type Readable, usedSize, valuesIn } from "./cells.js";
import { fileRules, fileSheet } from "./file-sheet.js";
import { type Exportable, xlsxSheet } from "./xlsx-sheet.js";

export type FileKind = "csv" | "xlsx";

/** CSV: the active sheet's values. xlsx: every sheet, with formulas and the values that they have now. */
export function exported(engine: Exportable, kind: FileKind): Promise<Blob> {
  return kind === "csv" ? asCsv(engine) : asXlsx(engine);
}

/** With the byte order mark, without which Excel misreads Chinese in a CSV file; numbers unrounded. */
async function asCsv(engine: Readable): Promise<Blob> {
  const { utils } = await import("xlsx");
  const sheet = workbookOf(engine).getActiveSheet();
  const values = valuesIn(engine, sheet, { top: 0, left: 0, ...usedSize(engine, sheet) });
  const text = utils.sheet_to_csv(utils.aoa_to_sheet(values), { rawNumbers: true });
  return new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" });
}

/** The library writes cells; what it cannot write is put into the file's parts then. */
async function asXlsx(engine: Exportable): Promise<Blob> {
  const { CFB, utils, write } = await import("xlsx");
  const book = utils.book_new();
  const styles = new StyleTable();
  const parts: Record<string, (xml: string) => string> = { "/xl/styles.xml": () => styles.xml() };
  for (const [i, sheet] of workbookOf(engine).getSheets().entries()) {
    const { cells, finish } = xlsxSheet(engine, sheet, { utils, styles });
    utils.book_append_sheet(book, cells, freeName(sheet.getSheetName(), book.SheetNames));
    parts[`/xl/worksheets/sheet${i + 1}.xml`] = finish;
  }
  return new Blob([trusted(write(book, { bookType: "xlsx", type: "array" }), CFB, parts)], {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
}

function workbookOf({ api }: Readable) {
  const workbook = api.getActiveWorkbook();
  if (!workbook) throw new Error("there is no workbook");
  return workbook;
}

/**
 * Adds each sheet of a file that holds anything: values, formulas, looks, rules. All of them or none.
 * @returns the names of the new sheets
 * @throws Error for a file that is neither CSV nor a workbook, with a message in `language`
 */
export async function imported(
  engine: Growable,
  name: string,
  bytes: ArrayBuffer,
  language: Language,
): Promise<readonly string[]> {
  const sheets = (await readFile(name, bytes, { language, withLayout: true })).map((sheet) => {
    const data = fileSheet(sheet);
    return { wanted: sheet.name, data, rules: fileRules(sheet, data) };
  });
  const added: string[] = [];
  try {
    for (const { wanted, ...sheet } of sheets) added.push(addSheet(engine, wanted, sheet));
  } catch (error) {
    const workbook = engine.api.getActiveWorkbook();
    for (const one of added) workbook?.deleteSheet(workbook.getSheetByName(one)?.getSheetId() ?? "");
    throw error;
  }
  return added;
}
