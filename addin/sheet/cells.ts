/** What stands in the try-it sheet's cells: the selected one's formula, and values by reference. Unformatted. */
import { parseA1Ref } from "@borgar/fx";
import { CellValueType } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";

type Workbook = NonNullable<ReturnType<FUniver["getActiveWorkbook"]>>;
type Worksheet = ReturnType<Workbook["getActiveSheet"]>;
type Range = ReturnType<Worksheet["getRange"]>;

/** The values of a reference as a formula on the active sheet writes it; undefined where there is no such sheet or range. */
export function readReference(api: FUniver, reference: string): unknown[][] | undefined {
  const workbook = api.getActiveWorkbook();
  const parsed = parseA1Ref(reference);
  if (!workbook || parsed === undefined || !("range" in parsed)) return undefined;
  const name = parsed.context?.at(-1);
  const sheet = name === undefined ? workbook.getActiveSheet() : sheetNamed(workbook, name);
  if (!sheet) return undefined;
  const { top, left, bottom, right } = parsed.range;
  const first = { row: top ?? 0, column: left ?? 0 };
  const used = sheet.getDataRange();
  // A reference may reach beyond the sheet, where there is nothing.
  const last = {
    row: Math.min(bottom ?? used.getLastRow(), sheet.getMaxRows() - 1),
    column: Math.min(right ?? used.getLastColumn(), sheet.getMaxColumns() - 1),
  };
  if (last.row < first.row || last.column < first.column) return undefined;
  return valuesOf(sheet.getRange(first.row, first.column, last.row - first.row + 1, last.column - first.column + 1));
}

/** Formulas name sheets in any case. */
function sheetNamed(workbook: Workbook, name: string): Worksheet | undefined {
  return workbook.getSheets().find((sheet) => sheet.getSheetName().toLowerCase() === name.toLowerCase());
}

/** Numbers, texts, error codes as text, TRUE and FALSE as such, null for a blank. */
export function valuesOf(range: Range): unknown[][] {
  const cells = range.getCellDatas();
  return range
    .getRawValues()
    .map((row, i) =>
      row.map((value, j) => (cells[i]?.[j]?.t === CellValueType.BOOLEAN ? value === 1 || value === true : (value ?? null))),
    );
}
