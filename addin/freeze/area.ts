/** Areas of a sheet: addresses, what lies in what, cells below one another taken together. Not here: what cells hold. */
import { parseA1Ref, stringifyA1Ref } from "@borgar/fx";
import type { Area, Place } from "./book.js";

export function single({ sheet, row, column }: Place): Area {
  return { sheet, row, column, rows: 1, columns: 1 };
}

/** "B6:B20", or "B6" for a single cell. */
export function address(area: Area): string {
  return stringifyA1Ref({ range: boundsOf(area) });
}

/** "'My sheet'!B6:B20" */
export function qualified(area: Area): string {
  return stringifyA1Ref({ context: [area.sheet], range: boundsOf(area) });
}

function boundsOf({ row, column, rows, columns }: Area) {
  return { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
}

/** The way back from `address`; undefined for what is no bounded range. */
export function areaAt(sheet: string, written: string): Area | undefined {
  const parsed = parseA1Ref(written);
  if (parsed === undefined || !("range" in parsed)) return undefined;
  const { top, left, bottom, right } = parsed.range;
  if (top === null || left === null) return undefined;
  if (bottom === null || bottom === undefined || right === null || right === undefined) return undefined;
  return { sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** One text per cell of an area, for sets of cells. */
export function cellKeys({ sheet, row, column, rows, columns }: Area): string[] {
  const name = sheet.toLowerCase();
  return Array.from({ length: rows * columns }, (_, i) => `${name}!${row + Math.floor(i / columns)},${column + (i % columns)}`);
}

/** Excel ignores case in the names of sheets. */
export function isSameSheet(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** What is left of an area without its first cell: to its right, and below. */
export function withoutFirst({ sheet, row, column, rows, columns }: Area): Area[] {
  const right: Area[] = columns > 1 ? [{ sheet, row, column: column + 1, rows: 1, columns: columns - 1 }] : [];
  const below: Area[] = rows > 1 ? [{ sheet, row: row + 1, column, rows: rows - 1, columns }] : [];
  return [...right, ...below];
}

/** The same cells in fewer areas: single cells that stand below one another become one. The others stay as they are. */
export function inRuns(areas: readonly Area[]): Area[] {
  const sorted = [...areas].sort((a, b) => compare(a.sheet, b.sheet) || a.column - b.column || a.row - b.row);
  const runs: Area[] = [];
  for (const area of sorted) {
    const last = runs.at(-1);
    if (last && last.columns === 1 && area.rows === 1 && area.columns === 1 && isBelow(last, area)) {
      runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    } else runs.push(area);
  }
  return runs;
}

function isBelow(above: Area, area: Area): boolean {
  return above.sheet === area.sheet && above.column === area.column && above.row + above.rows === area.row;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
