/** Values in words: whole where they are few, else the first and last with count, sum and fingerprint. Unrounded. */
import type { Language } from "soundings";
import { CellError } from "../cells.js";
import type { Held } from "./book.js";
import { fingerprint } from "./fingerprint.js";
import { freezeWords } from "./words.js";

const longest = 6;
const firstShown = 3;
/** Sums of many numbers differ in their last digits by the order of adding. */
const digitsOfSum = 12;
const longestText = 80;

/** A value as its cell would be typed: texts in quotes, so that "2022-07" is seen to be a text. */
export function written(held: Held): string {
  if (held === null) return "–";
  if (typeof held === "object") return held.error;
  if (typeof held === "boolean") return held ? "TRUE" : "FALSE";
  return typeof held === "string" ? `"${held.length > longestText ? `${held.slice(0, longestText)}…` : held}"` : String(held);
}

/** What stands in a range, on one line. */
export function described(values: readonly (readonly Held[])[], language: Language, print = () => fingerprint(values)): string {
  const w = freezeWords[language];
  const cells = values.flat();
  const [first = []] = values;
  if (cells.length <= longest) return cells.map(written).join("; ");
  const isBlock = values.length > 1 && first.length > 1;
  const shown = isBlock
    ? `${first.slice(0, longest).map(written).join("; ")}; …`
    : `${cells.slice(0, firstShown).map(written).join("; ")}; …; ${written(cells.at(-1) ?? null)}`;
  const size = isBlock ? w.block(values.length, first.length) : w.values(cells.length);
  return `${shown} (${[size, ...told(cells, language), w.fingerprint(print())].join(", ")})`;
}

/** What a reader can see again in the status bar: blanks, and the sum where all else are numbers. */
function told(cells: readonly Held[], language: Language): string[] {
  const w = freezeWords[language];
  const blanks = cells.filter((held) => held === null || held === "").length;
  const numbers = cells.filter((held) => typeof held === "number");
  const isSum = numbers.length > 0 && numbers.length + blanks === cells.length;
  const sum = numbers.reduce((total, value) => total + value, 0);
  return [...(blanks > 0 ? [w.blanks(blanks)] : []), ...(isSum ? [w.sum(String(Number(sum.toPrecision(digitsOfSum))))] : [])];
}

/** A frozen answer: a single value without quotes, a spilled one as a block. */
export function answered(values: readonly (readonly Held[])[], language: Language): string {
  const [[only = null] = []] = values;
  const isSingle = values.length === 1 && values[0]?.length === 1;
  return isSingle && typeof only === "string" ? only : described(values, language);
}

/** What an argument was worked out to be, as cells. */
export function asHeld(value: unknown): Held[][] {
  const rows = Array.isArray(value) ? value : [value];
  return rows.map((row) => (Array.isArray(row) ? row : [row]).map(heldOf));
}

function heldOf(cell: unknown): Held {
  if (cell instanceof CellError) return { error: cell.code };
  return typeof cell === "number" || typeof cell === "string" || typeof cell === "boolean" ? cell : null;
}
