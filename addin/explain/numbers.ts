/** Numbers as an explanation writes them: percentages with their sign, amounts with separators, at most six digits or two decimals. */
import type { Scalar, Unit } from "soundings";
import { isList } from "./story.js";

const digits = 6;
/** Index points: the reports print one decimal. */
const pointDecimals = 2;
const longest = 6;

/** Calendar numbers are written without separators. */
const ungrouped: ReadonlySet<Unit> = new Set(["calendar-year", "calendar-month"]);

function plain(value: number, grouped: boolean): string {
  const whole = Math.abs(value) >= 1 ? Math.floor(Math.log10(Math.abs(value))) + 1 : 0;
  const options =
    whole === 0 ? { maximumSignificantDigits: digits } : { maximumFractionDigits: Math.max(2, Math.min(digits - whole, digits)) };
  return value.toLocaleString("en-US", { ...options, useGrouping: grouped }).replace("-", "−");
}

/** A value in its unit: 0.0237 as "2.37 %". */
export function inUnit(value: unknown, unit: Unit): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "number") return String(value ?? "");
  if (unit === "points") return plain(Number(value.toFixed(pointDecimals)), true);
  if (unit === "fraction") return `${plain(value * 100, true)} %`;
  return plain(value, !ungrouped.has(unit));
}

/** The same inside a formula: a negative number stands in brackets. */
export function term(value: unknown, unit: Unit): string {
  const written = inUnit(value, unit);
  return typeof value === "number" && value < 0 ? `(${written})` : written;
}

/** A column inside a formula: its first rows, and how many more there are. */
export function terms(values: ArrayLike<unknown>, write: (value: unknown, i: number) => string, joint: string): string {
  const shown = Array.from(values).slice(0, longest).map(write);
  const left = values.length - shown.length;
  return left > 0 ? `${shown.join(joint)}${joint}… (+${left})` : shown.join(joint);
}

/** An argument or result as one line. */
export function asLine(value: unknown, unit: Unit): string {
  return isList(value)
    ? terms(value, (row) => (isList(row) ? "…" : inUnit(row ?? "–", unit)), "; ")
    : inUnit(value as Scalar, unit);
}
