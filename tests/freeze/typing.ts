/** For the tests' small workbook: what Excel makes of what is typed, and which areas touch which. */
import type { Area, Held } from "../../addin/freeze/book.js";

export function overlap(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

export function covers(one: Area, other: Area): boolean {
  return (
    one.row <= other.row &&
    one.column <= other.column &&
    one.row + one.rows >= other.row + other.rows &&
    one.column + one.columns >= other.column + other.columns
  );
}

/** 1900 system: day 1 is 1 January 1900, and Excel counts a 29 February of that year. */
const dayZero = Date.UTC(1899, 11, 30);

export function readAs(content: unknown, format: string | undefined): Held {
  if (content === undefined || content === null || content === "") return null;
  if (typeof content === "object") return content as Held;
  if (typeof content !== "string" || format === "@") return content as Held;
  if (content.startsWith("'")) return content.slice(1);
  if (/^#[A-Z/0]+[!?A]$/.test(content)) return { error: content };
  if (/^(TRUE|FALSE)$/i.test(content)) return content.toUpperCase() === "TRUE";
  if (/^-?\d+(\.\d+)?$/.test(content)) return Number(content);
  if (/^\d{4}-\d{2}$/.test(content)) return (Date.parse(`${content}-01`) - dayZero) / 86_400_000;
  return content;
}
