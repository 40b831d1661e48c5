/**
 * What stands in Excel's cells: the selection, and a reference as a formula writes it. Only the used part of a range is
 * read; the cells around it are blank. A whole column formatted to its end would take half a minute.
 */
import { parseA1Ref } from "@borgar/fx";
import type { SelectedCell, SelectedRange } from "./host.js";

/** Excel on the web sends no answer above 5 MB. */
const cellsAtOnce = 100_000;
/** Rows and columns of Excel's sheets. */
const [lastRow, lastColumn] = [1_048_576, 16_384];

export function selectedCell(): Promise<SelectedCell> {
  return Excel.run(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load(["address", "formulas", "values"]);
    await context.sync();
    const formula = cell.formulas[0]?.[0];
    // Excel gives a text as its own formula, also one that begins with "=" and is none.
    const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== cell.values[0]?.[0];
    return { address: cell.address, formula: isFormula ? formula : "" };
  });
}

/** @throws Error for several areas at once, and for a selection that is no range */
export function selectedRange(): Promise<SelectedRange> {
  return Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load("address");
    const values = await valuesOf(context, range);
    return { address: range.address, values };
  });
}

/** A reference of the active sheet; undefined for one that cannot be read. */
export function read(reference: string): Promise<unknown[][] | undefined> {
  return Excel.run(async (context) => {
    const name = parseA1Ref(reference)?.context?.at(-1);
    const sheets = context.workbook.worksheets;
    const sheet = name === undefined ? sheets.getActiveWorksheet() : sheets.getItem(name);
    return await valuesOf(context, sheet.getRange(reference.slice(reference.lastIndexOf("!") + 1)));
  }).catch(() => undefined);
}

const sides = ["rowIndex", "columnIndex", "rowCount", "columnCount"] as const;

/** Where a range stands. */
export type Sides = Pick<Excel.Range, (typeof sides)[number]>;

async function valuesOf(context: Excel.RequestContext, range: Excel.Range): Promise<unknown[][]> {
  const sheet = range.worksheet;
  // With values only: cells that are merely formatted are blank.
  const used = range.getIntersectionOrNullObject(sheet.getUsedRange(true));
  range.load([...sides]);
  used.load([...sides]);
  await context.sync();
  const values: unknown[][] = [];
  if (used.isNullObject) return amidBlanks(range, { ...sidesOf(range), rowCount: 0, columnCount: 0 }, values);
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const step = Math.max(1, Math.floor(cellsAtOnce / columnCount));
  for (let from = 0; from < rowCount; from += step) {
    const part = sheet.getRangeByIndexes(rowIndex + from, columnIndex, Math.min(step, rowCount - from), columnCount);
    part.load("values");
    await context.sync();
    for (const row of part.values) values.push(row);
    part.untrack();
  }
  return amidBlanks(range, used, values);
}

function sidesOf({ rowIndex, columnIndex, rowCount, columnCount }: Sides): Sides {
  return { rowIndex, columnIndex, rowCount, columnCount };
}

/**
 * The cells of a range of which only the used part was read. A whole column is as long as in a cell's call, with nothing
 * at its end: cells.ts cuts all whole columns of a call at the same row. A whole row ends where it is used.
 */
export function amidBlanks(range: Sides, used: Sides, values: readonly unknown[][]): unknown[][] {
  const [top, left] = [used.rowIndex - range.rowIndex, used.columnIndex - range.columnIndex];
  const width = range.columnCount === lastColumn ? Math.max(1, left + used.columnCount) : range.columnCount;
  const right = width - left - used.columnCount;
  const rows = new Array<unknown[]>(range.rowCount);
  const blank = new Array<unknown>(width).fill(null);
  rows.fill(blank, 0, top);
  for (const [i, row] of values.entries()) {
    rows[top + i] = left === 0 && right === 0 ? row : [...blank.slice(0, left), ...row, ...blank.slice(0, right)];
  }
  if (range.rowCount !== lastRow) rows.fill(blank, top + values.length);
  return rows;
}
