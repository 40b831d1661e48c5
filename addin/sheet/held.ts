/** What cells of the try-it sheet hold: numbers, texts, yes and no, errors told from texts that read like one. */
import type { Held } from "../freeze/book.js";
import { type Bounds, type CellValue, isError, isForcedText, type Readable, valueAt, valuesIn, type Worksheet } from "./cells.js";

export function heldIn(engine: Readable, sheet: Worksheet, bounds: Bounds): Held[][] {
  const { top, left } = bounds;
  return valuesIn(engine, sheet, bounds).map((line, i) => line.map((value, j) => heldOf(sheet, top + i, left + j, value)));
}

export function heldAt(engine: Readable, sheet: Worksheet, row: number, column: number): Held {
  return heldOf(sheet, row, column, valueAt(engine, sheet, row, column));
}

function heldOf(sheet: Worksheet, row: number, column: number, value: CellValue): Held {
  return isError(value) && !isForcedText(sheet, row, column) ? { error: value } : value;
}
