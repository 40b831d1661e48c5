/** Lays calls out in a sheet, for engines that calculate one. Here: which cell holds what. Not here: any engine. */
import type { Parameter } from "soundings";
import { formulaOf } from "../../addin/formula.js";
import type { Call } from "./calls.js";

export type SheetCell = string | number | boolean | null;

/** One formula of the sheet and the block that its answer may fill; row and column from 0. */
export interface Placed {
  readonly call: Call;
  readonly kind: "typed" | "ranges";
  readonly formula: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Layout {
  readonly cells: SheetCell[][];
  readonly placed: readonly Placed[];
  readonly size: { readonly rows: number; readonly columns: number };
}

/** No call's arguments are wider side by side, and no answer. */
const [argumentColumns, answerColumns] = [16, 24];

/**
 * Every call twice: with its arguments typed into the formula, and with columns and texts standing in cells.
 * @param textCell how the engine is told that a cell is text, whatever it looks like
 */
export function layOut(calls: readonly Call[], textCell: (text: string) => string = (text) => text): Layout {
  const cells: SheetCell[][] = [];
  const placed: Placed[] = [];
  const width = argumentColumns + 2 * answerColumns;
  for (const call of calls) {
    const top = cells.length;
    const { rows, columns } = sizeOf(call);
    const longest = Math.max(...call.cells.map((cell) => (Array.isArray(cell) ? cell.length : 1)), 1);
    for (let i = 0; i < Math.max(rows, longest) + 1; i++) cells.push(Array.from({ length: width }, () => null));
    const write = (row: number, column: number, cell: SheetCell) => {
      const line = cells[top + row];
      if (line) line[column] = cell;
    };
    const ranges = call.cells.map((cell) => (Array.isArray(cell) ? cell : [[cell]]) as SheetCell[][]);
    const place = (p: Parameter) => {
      const index = call.definition.params.indexOf(p);
      const widthOf = (range: readonly SheetCell[][]) => range[0]?.length ?? 1;
      const left = ranges.slice(0, index).reduce((sum, range) => sum + widthOf(range), 0);
      const range = ranges[index] ?? [];
      for (const [row, line] of range.entries()) {
        for (const [i, cell] of line.entries()) write(row, left + i, typeof cell === "string" ? textCell(cell) : cell);
      }
      return `${columnName(left)}${top + 1}:${columnName(left + widthOf(range) - 1)}${top + range.length}`;
    };
    const formulas = {
      typed: formulaOf(call.definition, call.example.args),
      ranges: formulaOf(call.definition, call.example.args, place),
    };
    for (const [i, kind] of (["typed", "ranges"] as const).entries()) {
      const column = argumentColumns + i * answerColumns;
      write(0, column, formulas[kind]);
      placed.push({ call, kind, formula: formulas[kind], row: top, column, rows, columns });
    }
  }
  return { cells, placed, size: { rows: cells.length, columns: width } };
}

function sizeOf({ answer }: Call): { rows: number; columns: number } {
  if (typeof answer !== "object" || "error" in answer) return { rows: 1, columns: 1 };
  return { rows: answer.length, columns: answer[0]?.length ?? 1 };
}

/** A, B … Z, AA … */
export function columnName(index: number): string {
  const letters = 26;
  const last = String.fromCharCode("A".charCodeAt(0) + (index % letters));
  return index < letters ? last : columnName(Math.floor(index / letters) - 1) + last;
}

/** What a call must show in a sheet, as rows of cells. */
export function shown({ answer }: Call): readonly (readonly unknown[])[] {
  if (typeof answer !== "object") return [[answer]];
  return "error" in answer ? [[answer.error]] : answer;
}

/** Engines round to about 12 digits. */
const sheetTolerance = 1e-11;

/** Whether a sheet's cell shows a value; a yes or no may come back as 1 or 0. */
export function shows(seen: unknown, wanted: unknown): boolean {
  if (typeof wanted === "boolean") return seen === wanted || seen === Number(wanted);
  if (typeof wanted !== "number") return (seen ?? "") === wanted;
  return typeof seen === "number" && Math.abs(seen - wanted) <= sheetTolerance * Math.max(Math.abs(wanted), sheetTolerance);
}
