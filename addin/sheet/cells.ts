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
  const sheet = name === undefined ? workbook.getActiveSheet() : workbook.getSheetByName(name);
  if (!sheet) return undefined;
  const { top, left, bottom, right } = parsed.range;
  const first = { row: top ?? 0, column: left ?? 0 };
  const used = sheet.getDataRange();
  const last = { row: bottom ?? used.getLastRow(), column: right ?? used.getLastColumn() };
  return valuesOf(sheet.getRange(first.row, first.column, last.row - first.row + 1, last.column - first.column + 1));
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
