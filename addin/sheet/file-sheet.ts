/** Cells of a file as a sheet of the try-it workbook. */
import { CellValueType, type ICellData, type IWorksheetData } from "@univerjs/core";
import { type Block, labelWidth, provenanceColumn, widthsOf } from "../import/block.js";
import type { FileCell, FileSheet } from "../import/file.js";

/** Rows and columns beyond the filled ones, for the reader to write in. */
const spare = { rows: 40, columns: 8 } as const;

type CellData = Record<number, Record<number, ICellData>>;

/** A whole sheet of a file, with its formulas. */
export function fileSheet({ rows }: Pick<FileSheet, "rows">): Partial<IWorksheetData> {
  return sheetOf(cellData(rows, cellOf), rows, rows[0]?.length ?? 0);
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

function sheetOf(cells: CellData, rows: Block["rows"], columns: number): Partial<IWorksheetData> {
  return {
    cellData: cells,
    rowCount: rows.length + spare.rows,
    columnCount: columns + spare.columns,
    columnData: Object.fromEntries(widthsOf(rows).map((w, column) => [column, { w }])),
  };
}

function cellData(rows: Block["rows"], put: (cell: FileCell, row: number) => ICellData): CellData {
  const filled = rows.map((cells, row) => Object.fromEntries(cells.map((cell, column) => [column, put(cell, row)])));
  return { ...filled };
}

function cellOf(cell: FileCell): ICellData {
  return cell.formula === undefined ? valueCell(cell) : { f: cell.formula, ...styleOf(cell) };
}

function valueCell(cell: FileCell): ICellData {
  const { value } = cell;
  if (value === null) return {};
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: typeof value === "number" ? CellValueType.NUMBER : CellValueType.STRING, ...styleOf(cell) };
}

function styleOf({ format }: FileCell): Pick<ICellData, "s"> {
  return format === undefined ? {} : { s: { n: { pattern: format } } };
}

function quietly(text: string): ICellData {
  return { v: text, t: CellValueType.STRING, s: "quiet" };
}
