/**
 * What stands in the try-it sheet's cells: their own contents, what formulas spill into them, and values by reference.
 * Unformatted. Zero-based.
 */
import { parseA1Ref } from "@borgar/fx";
import { CellValueType, type ICellData, type IRange } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { ERROR_TYPE_SET, type ErrorType, type FormulaDataModel } from "@univerjs/engine-formula";
import { asWholeColumns } from "../cells.js";

/** As much of the engine as reading takes: what formulas spill is kept apart from the cells. */
export interface Readable {
  readonly api: FUniver;
  readonly formulas: Pick<FormulaDataModel, "getArrayFormulaCellData" | "getArrayFormulaRange">;
}

type Workbook = NonNullable<ReturnType<FUniver["getActiveWorkbook"]>>;
export type Worksheet = ReturnType<Workbook["getActiveSheet"]>;

/** Error codes are texts; null for a blank. */
export type CellValue = string | number | boolean | null;

export interface Bounds {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** The values of a reference as a formula on the active sheet writes it; undefined where there is no such sheet or range. */
export function readReference(engine: Readable, reference: string): CellValue[][] | undefined {
  const workbook = engine.api.getActiveWorkbook();
  const parsed = parseA1Ref(reference);
  if (!workbook || parsed === undefined || !("range" in parsed)) return undefined;
  const name = parsed.context?.at(-1);
  const sheet = name === undefined ? workbook.getActiveSheet() : sheetNamed(workbook, name);
  if (!sheet) return undefined;
  const { top, left, bottom, right } = parsed.range;
  const used = usedSize(engine, sheet);
  const [first, last] = [
    { row: top ?? 0, column: left ?? 0 },
    { row: bottom ?? Math.max(used.rows, 1) - 1, column: right ?? Math.max(used.columns, 1) - 1 },
  ];
  const bounds = { top: first.row, left: first.column, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
  if (bounds.rows < 1 || bounds.columns < 1 || bounds.rows * bounds.columns > mostCells) return undefined;
  const values = valuesIn(engine, sheet, bounds);
  return top === null && bottom === null ? asWholeColumns(values) : values;
}

/** More cells than that are not read for an explanation. It is four of Excel's whole columns. */
const mostCells = 2 ** 22;

/** Formulas name sheets in any case. */
export function sheetNamed(workbook: Workbook, name: string): Worksheet | undefined {
  return workbook.getSheets().find((sheet) => sheet.getSheetName().toLowerCase() === name.toLowerCase());
}

/** Blank beyond the sheet, where there is nothing. */
export function valuesIn(engine: Readable, sheet: Worksheet, { top, left, rows, columns }: Bounds): CellValue[][] {
  const cell = cellReader(engine, sheet);
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => contentOf(cell(top + i, left + j))));
}

/** How far down and right from A1 there are values, spilled ones included. Formats alone do not count. */
export function usedSize(engine: Readable, sheet: Worksheet): { readonly rows: number; readonly columns: number } {
  let [rows, columns] = [0, 0];
  const reach = (row: number, column: number) => {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  };
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (cell && (cell.f || cell.si || contentOf(cell) !== null)) reach(row, column);
    });
  for (const { endRow, endColumn } of spillsOf(engine, sheet)) reach(endRow, endColumn);
  return { rows, columns };
}

/** The ranges that formulas of a sheet spill over. Those that find no room spill over none. */
export function spillsOf(engine: Readable, sheet: Worksheet): IRange[] {
  return wantedSpills(engine, sheet).filter(
    ({ startRow, startColumn }) => valueAt(engine, sheet, startRow, startColumn) !== "#SPILL!",
  );
}

/** The range that a formula wants to spill over, whether there is room or not; undefined for a single answer. */
export function wantedSpill(engine: Readable, sheet: Worksheet, row: number, column: number): IRange | undefined {
  return wantedSpills(engine, sheet).find(({ startRow, startColumn }) => startRow === row && startColumn === column);
}

function wantedSpills({ formulas }: Readable, sheet: Worksheet): IRange[] {
  const rows = formulas.getArrayFormulaRange()[sheet.getWorkbook().getUnitId()]?.[sheet.getSheetId()] ?? {};
  const ranges = Object.values(rows).flatMap((row): (IRange | null | undefined)[] => Object.values(row ?? {}));
  return ranges.filter((range): range is IRange => range !== null && range !== undefined);
}

export function valueAt(engine: Readable, sheet: Worksheet, row: number, column: number): CellValue {
  return contentOf(cellReader(engine, sheet)(row, column));
}

/** A cell's own content, or what is spilled into it. A blank of a spill shows 0, as in Excel. */
function cellReader({ formulas }: Readable, sheet: Worksheet): (row: number, column: number) => ICellData | undefined {
  const own = sheet.getSheet().getCellMatrix();
  const spilled = formulas.getArrayFormulaCellData()[sheet.getWorkbook().getUnitId()]?.[sheet.getSheetId()] ?? {};
  return (row, column) => {
    const cell = own.getValue(row, column) ?? undefined;
    if (cell && contentOf(cell) !== null) return cell;
    const value = spilled[row]?.[column];
    if (!value) return cell;
    return value.v === undefined || value.v === null ? { v: 0, t: CellValueType.NUMBER } : value;
  };
}

/** A yes or no is kept as 1 or 0; a text with formats as a document, which ends in a line break. */
function contentOf(cell: ICellData | undefined): CellValue {
  const text = cell?.p?.body?.dataStream;
  if (text !== undefined) return text.replace(/\r\n$/, "").replaceAll("\r", "\n");
  const value = cell?.v ?? null;
  return cell?.t === CellValueType.BOOLEAN ? value === 1 || value === true : value;
}

/** The engine takes a text that reads like an error for one. */
export function isError(value: CellValue): value is string {
  return typeof value === "string" && ERROR_TYPE_SET.has(value as ErrorType);
}

/** A text that is one, whatever it reads like. */
export function isForcedText(sheet: Worksheet, row: number, column: number): boolean {
  return sheet.getSheet().getCellRaw(row, column)?.t === CellValueType.FORCE_STRING;
}
