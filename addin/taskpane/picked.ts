/** A range taken from the sheet, as a field shows it: a long one by its first rows. The values themselves are kept elsewhere. */
import { monthOfDay, type Parameter } from "soundings";
import type { SelectedRange } from "./host.js";
import { asTyped } from "./typed.js";

/** A field with more lines than these makes the page slow. */
const longestShown = 200;
export const rowsShown = 5;

export interface Shown {
  readonly text: string;
  /** Whether the text is all that was taken, so that it may be typed over. */
  readonly isWhole: boolean;
}

/** Rows of a range down to the last that was read: the end of a whole column is not there at all. */
export function rowsIn(values: readonly unknown[]): number {
  let rows = values.length;
  while (rows > 0 && !(rows - 1 in values)) rows--;
  return rows;
}

/** @param lines whether the field takes more than one line */
export function shownIn(p: Parameter, { values }: SelectedRange, lines: boolean): Shown {
  const rows = rowsIn(values);
  const isSingle = rows === 1 && values[0]?.length === 1;
  if (!lines) return { text: lineOf(p, values[0] ?? []) + (isSingle ? "" : " …"), isWhole: isSingle };
  const isWhole = rows <= longestShown;
  const text = values
    .slice(0, isWhole ? rows : rowsShown)
    .map((row) => lineOf(p, row))
    .join("\n");
  return { text: isWhole ? text : `${text}\n…`, isWhole };
}

function lineOf(p: Parameter, row: readonly unknown[]): string {
  // A date is the number of its day; an argument that takes a month reads it as its month.
  const cells = row.map((cell) => (p.unit === "calendar-month" && typeof cell === "number" ? (monthOfDay(cell) ?? cell) : cell));
  return cells.map(asTyped).join("\t");
}
