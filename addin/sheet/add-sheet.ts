/** A new sheet of the try-it workbook, shown. One undo takes it away. */
import type { IWorksheetData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { freeName } from "../sheet-name.js";

/** @returns its name: the wanted one, or that with a number where it is taken */
export function addSheet(api: FUniver, wanted: string, data: Partial<IWorksheetData>): string {
  const workbook = api.getActiveWorkbook();
  if (!workbook) throw new Error("there is no workbook");
  const taken = workbook.getSheets().map((sheet) => sheet.getSheetName());
  const name = freeName(wanted, taken);
  const { id: _, name: __, ...sheet } = data;
  workbook.create(name, sheet.rowCount ?? 1, sheet.columnCount ?? 1, { sheet }).activate();
  return name;
}
