/**
 * Numbers as an explanation writes them: percentages with their sign, amounts with separators, six digits or two decimals;
 * more where two numbers would else look alike.
 */
import { type Language, type Scalar, tolerance, type Unit } from "soundings";
import { isList } from "../formula.js";

const digits = 6;
const leastDecimals = 2;
/** As many as a double surely holds. */
const mostDigits = 15;
/** As many as every browser writes. */
const mostDecimals = 20;
/** Powers of ten outside of which a number is written as 1.5E−9. */
const written = { from: -7, below: 15 } as const;
/** Index points: the reports print one decimal. */
const pointDecimals = 2;
/** Rows of a column that are written one by one. */
const longest = 6;

/** Calendar numbers are written without separators. */
const ungrouped: ReadonlySet<Unit> = new Set(["calendar-year", "calendar-month"]);

export interface Writing {
  /** A difference that must stay visible, in the unit of the value. */
  readonly apart?: number | undefined;
  /** Which way to round; without it, to the nearest. */
  readonly toward?: "up" | "down" | undefined;
}

/** A value in its unit: 0.0237 as "2.37 %". */
export function inUnit(value: unknown, unit: Unit, { apart = 0, toward }: Writing = {}): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "number") return String(value ?? "");
  if (unit === "points") return plain(value, { least: Math.max(pointDecimals, decimalsFor(apart)), isPoints: true, toward });
  if (unit === "fraction") return `${plain(value * 100, { least: decimalsFor(apart * 100), toward })} %`;
  return plain(value, { least: decimalsFor(apart), toward, isGrouped: !ungrouped.has(unit) });
}

interface Style {
  readonly least: number;
  readonly toward: Writing["toward"];
  readonly isGrouped?: boolean;
  readonly isPoints?: boolean;
}

function plain(value: number, { least, toward, isGrouped = true, isPoints = false }: Style): string {
  if (value === 0) return "0";
  const size = Math.floor(Math.log10(Math.abs(value)));
  if (size >= written.below || (size < written.from && !isPoints))
    return value
      .toExponential(digits - 1)
      .replace(/\.?0*e/, "E")
      .replaceAll("-", "−");
  const usual = isPoints ? pointDecimals : Math.max(leastDecimals, digits - 1 - size);
  const decimals = Math.max(usual, Math.min(least, mostDigits - 1 - size, mostDecimals));
  const rounded = toward ? roundedToward(value, decimals, toward) : value;
  const text = rounded.toLocaleString("en-US", { maximumFractionDigits: decimals, useGrouping: isGrouped });
  return (text === "-0" ? "0" : text).replace("-", "−");
}

/** Decimals at which two digits of a difference show. */
function decimalsFor(difference: number): number {
  return difference > 0 ? 1 - Math.floor(Math.log10(difference)) : 0;
}

/** What is a round number but for the last bit stays it. */
function roundedToward(value: number, decimals: number, toward: "up" | "down"): number {
  const scale = 10 ** decimals;
  const nearest = Math.round(value * scale) / scale;
  if (Math.abs(nearest - value) <= Math.abs(value) * 1e-13) return nearest;
  return (toward === "up" ? Math.ceil(value * scale) : Math.floor(value * scale)) / scale;
}

/** The same inside a formula: a negative number stands in brackets. */
export function term(value: unknown, unit: Unit, writing?: Writing): string {
  const text = inUnit(value, unit, writing);
  return text.startsWith("−") ? `(${text})` : text;
}

/** Two numbers that are compared: with digits enough to tell them apart, or alike where core takes them as equal. */
export function compared(value: number, edge: number, unit: Unit, noise = tolerance): readonly [value: string, edge: string] {
  const apart = Math.abs(value - edge);
  if (apart <= noise) return [inUnit(edge, unit), inUnit(edge, unit)];
  return [inUnit(value, unit, { apart }), inUnit(edge, unit, { apart })];
}

/** Two numbers whose difference is taken: with digits enough for six of the difference. */
export function inDifference(a: number, b: number, unit: Unit): readonly [a: string, b: string] {
  return [term(a, unit, keeping(a - b)), term(b, unit, keeping(a - b))];
}

/** Writing for the terms of a sum: with digits enough for six of what it comes to. */
export const keeping = (result: number): Writing => ({ apart: Math.abs(result) * 10 ** (2 - digits) });

/** One addend: as it is written, and what it comes to. */
export interface Addend {
  readonly text: string;
  readonly value: number;
}

/** A sum: its first addends, and what the others come to. */
export function sumOf(addends: readonly Addend[], unit: Unit, language: Language): string {
  if (addends.length === 0) return "0";
  const shown = addends.length > longest ? addends.slice(0, longest - 1) : addends;
  const rest = addends.slice(shown.length);
  const others = { en: `(${rest.length} more)`, zh: `（另 ${rest.length} 项）` }[language];
  const left = rest.reduce((sum, { value }) => sum + value, 0);
  const total = addends.reduce((sum, { value }) => sum + value, 0);
  return [...shown.map(({ text }) => text), ...(rest.length > 0 ? [`${term(left, unit, keeping(total))} ${others}`] : [])].join(
    " + ",
  );
}

/** A column as a sum. */
export function sumOfColumn(values: ArrayLike<number>, unit: Unit, language: Language): string {
  const all = Array.from(values);
  const total = all.reduce((sum, value) => sum + value, 0);
  const addends = all.map((value) => ({ text: term(value, unit, keeping(total)), value }));
  return sumOf(addends, unit, language);
}

/** A column as a list: its first rows, and how many more there are. */
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
