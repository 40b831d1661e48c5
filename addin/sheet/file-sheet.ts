/** Cells of a file as a sheet of the try-it workbook. */
import { tokenize } from "@borgar/fx";
import { CellValueType, type ICellData, type IWorksheetData } from "@univerjs/core";
import { definitionOf } from "../explain/formula.js";
import { type Block, labelWidth, provenanceColumn, widthsOf } from "../import/block.js";
import type { FileCell, FileSheet } from "../import/file.js";
import { sizeFor } from "./size.js";

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
  if (cell.isSpilled) return styleOf(cell);
  return cell.formula === undefined ? valueCell(cell) : { f: bareFormula(cell.formula), ...styleOf(cell) };
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
  return { v: value, t: typeof value === "number" ? CellValueType.NUMBER : CellValueType.STRING, ...styleOf(cell) };
}

function styleOf({ format }: FileCell): Pick<ICellData, "s"> {
  return format === undefined ? {} : { s: { n: { pattern: format } } };
}

function quietly(text: string): ICellData {
  return { v: text, t: CellValueType.STRING, s: "quiet" };
}
