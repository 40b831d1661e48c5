/** Looking into a snapshot: cells by place, values by area, formulas one by one. Not here: references as formulas write them. */
import { isSameSheet } from "./area.js";
import type { Area, Held, Place, SheetCells, Snapshot } from "./book.js";

export function sheetNamed({ sheets }: Snapshot, name: string): SheetCells | undefined {
  return sheets.find((sheet) => isSameSheet(sheet.name, name));
}

/** "" for a cell without a formula, and for one outside of what is used. */
export function formulaAt(sheet: SheetCells, row: number, column: number): string {
  return sheet.formulas[row - sheet.top]?.[column - sheet.left] ?? "";
}

export function valueAt(sheet: SheetCells, row: number, column: number): Held {
  return sheet.values[row - sheet.top]?.[column - sheet.left] ?? null;
}

/** The values of an area, blank where nothing is used; none for a sheet that is not there. */
export function valuesIn(snapshot: Snapshot, { sheet, row, column, rows, columns }: Area): Held[][] {
  const cells = sheetNamed(snapshot, sheet);
  if (cells === undefined) return [];
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => valueAt(cells, row + i, column + j)));
}

export function holdsFormula(snapshot: Snapshot, { sheet, row, column, rows, columns }: Area): boolean {
  const cells = sheetNamed(snapshot, sheet);
  if (cells === undefined) return false;
  for (let i = row; i < row + rows; i++) {
    for (let j = column; j < column + columns; j++) if (formulaAt(cells, i, j) !== "") return true;
  }
  return false;
}

export interface FormulaCell extends Place {
  readonly formula: string;
}

/** Every formula of a sheet, row by row. */
export function formulasOf({ name, top, left, formulas }: SheetCells): FormulaCell[] {
  return formulas.flatMap((row, i) =>
    row.flatMap((formula, j) => (formula === "" ? [] : [{ sheet: name, row: top + i, column: left + j, formula }])),
  );
}

/** The error that a cell shows. */
export function errorOf(held: Held): string | undefined {
  return typeof held === "object" && held !== null ? held.error : undefined;
}
