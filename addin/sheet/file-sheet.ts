/** Cells of a file as a sheet of the try-it workbook. */
import { tokenize } from "@borgar/fx";
import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IDataValidationRule,
  type IStyleData,
  type IWorksheetData,
} from "@univerjs/core";
import { definitionOf } from "../explain/formula.js";
import { asShown } from "../import/as-shown.js";
import { type Block, labelWidth, provenanceColumn, widthsOf } from "../import/block.js";
import type { FileCell, FileSheet } from "../import/file.js";
import type { Layout } from "../import/layout.js";
import { styleOf } from "./look.js";
import { type Size, univerRules } from "./rules.js";
import { sizeFor } from "./size.js";

type CellData = Record<number, Record<number, ICellData>>;

/** A whole sheet of a file, with its formulas and as it looks there. */
export function fileSheet({ rows, layout }: Pick<FileSheet, "rows" | "layout">): SheetData {
  const data = sheetOf(cellData(rows, cellOf), rows, rows[0]?.length ?? 0);
  return layout ? laidOut(data, layout) : data;
}

/** What the file has beyond the sheet, which is larger than its values, is left out. */
function laidOut(data: SheetData, { widths, heights, merges, looks }: Layout): SheetData {
  const { cellData: cells, rowCount, columnCount } = data;
  for (const [at, look] of looks) {
    const [row, column] = placeOf(at);
    if (row >= rowCount || column >= columnCount) continue;
    const cell = cells[row]?.[column] ?? {};
    // A number has its format already, and a text keeps none: it would be a number's.
    const { n, ...style } = styleOf(look);
    const isBlank = cell.v === undefined && cell.f === undefined;
    cells[row] = {
      ...cells[row],
      [column]: { ...cell, s: { ...style, ...(isBlank && n ? { n } : {}), ...(cell.s as IStyleData) } },
    };
  }
  const inside = <Value>(sizes: ReadonlyMap<number, Value>, count: number) => [...sizes].filter(([at]) => at < count);
  return {
    ...data,
    columnData: { ...data.columnData, ...Object.fromEntries(inside(widths, columnCount).map(([at, w]) => [at, { w }])) },
    rowData: Object.fromEntries(inside(heights, rowCount).map(([at, h]) => [at, { h, ia: BooleanNumber.FALSE }])),
    mergeData: merges
      .filter(({ bottom, right }) => bottom < rowCount && right < columnCount)
      .map(({ top, left, bottom, right }) => ({ startRow: top, startColumn: left, endRow: bottom, endColumn: right })),
  };
}

/** "B6" → 5, 1 */
function placeOf(at: string): readonly [row: number, column: number] {
  const letters = /^[A-Z]+/.exec(at)?.[0] ?? "";
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [Number(at.slice(letters.length)) - 1, column];
}

/** A part of a file: values, headings in bold, and its provenance beside them. */
export function blockSheet(block: Block): Partial<IWorksheetData> {
  const { rows, provenance } = block;
  const cells = cellData(rows, (cell, row) => ({ ...valueCell(cell), ...(row === 0 ? { s: { bl: 1 } } : {}) }));
  const column = provenanceColumn(block);
  for (const [row, [label, value]] of provenance.entries()) {
    cells[row] = { ...cells[row], [column]: quietly(label), [column + 1]: quietly(value) };
  }
  const data = sheetOf(cells, rows, column + 2);
  return { ...data, columnData: { ...data.columnData, [column]: { w: labelWidth } } };
}

export type SheetData = Partial<IWorksheetData> &
  Pick<IWorksheetData, "rowCount" | "columnCount"> & { readonly cellData: CellData };

function sheetOf(cells: CellData, rows: Block["rows"], columns: number): SheetData {
  return {
    cellData: cells,
    ...sizeFor({ rows: rows.length, columns }),
    columnData: Object.fromEntries(widthsOf(rows).map((w, column) => [column, { w }])),
  };
}

function cellData(rows: Block["rows"], put: (cell: FileCell, row: number) => ICellData): CellData {
  const filled = rows.map((cells, row) => Object.fromEntries(cells.map((cell, column) => [column, put(cell, row)])));
  return { ...filled };
}

/** What a formula spills it spills anew: in its way nothing may stand. */
function cellOf(cell: FileCell): ICellData {
  if (cell.isSpilled) return formatOf(cell);
  return cell.formula === undefined ? valueCell(cell) : { f: bareFormula(cell.formula), ...formatOf(cell) };
}

/** What may be typed where, inside the sheet as it is here. */
export function fileRules({ layout }: Pick<FileSheet, "layout">, size: Size): IDataValidationRule[] {
  return univerRules(layout?.rules ?? [], size, (stored) => bareFormula(asShown(stored)));
}

/** Our functions by their own names, where a company's workbook has them as SND.HPI(…). */
function bareFormula(formula: string): string {
  return tokenize(formula)
    .map(({ type, value }) => (type === "func" ? (definitionOf(value)?.id ?? value) : value))
    .join("");
}

function valueCell(cell: FileCell): ICellData {
  const { value } = cell;
  if (value === null) return {};
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: typeof value === "number" ? CellValueType.NUMBER : CellValueType.STRING, ...formatOf(cell) };
}

function formatOf({ format }: FileCell): Pick<ICellData, "s"> {
  return format === undefined ? {} : { s: { n: { pattern: format } } };
}

function quietly(text: string): ICellData {
  return { v: text, t: CellValueType.STRING, s: "quiet" };
}
