/** Cells put one by one, as Univer takes a sheet. Addresses are zero-based. */
import { CellValueType, type ICellData, type IWorksheetData, Tools } from "@univerjs/core";
import type { Language } from "soundings";
import type { StyleName, Template } from "../templates/template.js";
import { sizeFor } from "./size.js";

/** "A1" for 0, 0. */
export function address(row: number, column: number): string {
  return `${Tools.chatAtABC(column)}${row + 1}`;
}

/** A template as a sheet of the try-it workbook. */
export function templateSheet(template: Template, language: Language): SheetData {
  const grid = new Grid();
  for (const { row, column, content, isFormula, style } of template.cells(language)) {
    if (content === undefined) grid.style(row, column, style);
    else if (isFormula) grid.formula(row, column, String(content), style);
    else grid.value(row, column, content, style);
  }
  return grid.sheet(template.id, template.name[language], template.widths, 0);
}

/** A sheet whose size is known. */
export type SheetData = Partial<IWorksheetData> & Pick<IWorksheetData, "rowCount" | "columnCount">;

export class Grid {
  readonly #cells: Record<number, Record<number, ICellData>> = {};
  #rows = 0;
  #columns = 0;

  /** Texts stay texts, also those that look like a formula or a number. */
  value(row: number, column: number, value: string | number | boolean, style: StyleName = "text"): void {
    if (typeof value === "string") this.#put(row, column, { v: value, t: CellValueType.STRING, s: style });
    else if (typeof value === "boolean") this.#put(row, column, { v: value ? 1 : 0, t: CellValueType.BOOLEAN, s: style });
    else this.#put(row, column, { v: value, t: CellValueType.NUMBER, s: style });
  }

  formula(row: number, column: number, formula: string, style: StyleName = "text"): void {
    this.#put(row, column, { f: formula, s: style });
  }

  style(row: number, column: number, style: StyleName): void {
    this.#put(row, column, { s: style });
  }

  sheet(id: string, name: string, widths: readonly number[], frozenRows: number): SheetData {
    return {
      id,
      name,
      cellData: this.#cells,
      ...sizeFor({ rows: this.#rows, columns: this.#columns }),
      columnData: Object.fromEntries(widths.map((w, column) => [column, { w }])),
      freeze: { startRow: frozenRows, ySplit: frozenRows, startColumn: -1, xSplit: 0 },
    };
  }

  #put(row: number, column: number, cell: ICellData): void {
    this.#cells[row] = { ...this.#cells[row], [column]: cell };
    this.#rows = Math.max(this.#rows, row + 1);
    this.#columns = Math.max(this.#columns, column + 1);
  }
}
