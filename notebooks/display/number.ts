/**
 * How numbers are written, once for every table, card and chart: thousands separators, digits, units.
 * Here: formatting. Not here: arithmetic, or what a number means.
 */
import { inLanguage, type Language, type Words } from "./words.js";

interface UnitStyle {
  /** Written after the number in a cell. */
  readonly suffix: string;
  /** Written once in a column's head, in brackets. */
  readonly head: Words;
  readonly scale: number;
  /** Size from which thousands are separated. */
  readonly separatedFrom: number;
  /** The power of ten that the Chinese unit of money stands for; English counts its yuan in millions and billions. */
  readonly powerOfYuan?: number;
}

const plain: UnitStyle = { suffix: "", head: "", scale: 1, separatedFrom: 1e3 };

/** Without a unit 2025 may be a year: thousands are separated from five digits on. */
const unstated: UnitStyle = { ...plain, separatedFrom: 1e4 };

/** Whether a column of numbers without a unit holds more than years can be. */
export function outgrowsYears(values: readonly number[]): boolean {
  return values.some((value) => Math.abs(value) >= unstated.separatedFrom);
}

/** Units that are written in a way of their own. Any other unit is a word that stands in the column's head. */
const unitStyles: Record<string, UnitStyle> = {
  none: plain,
  label: plain,
  count: plain,
  fraction: { ...plain, suffix: "%", scale: 100 },
  percent: { ...plain, suffix: "%" },
  "percentage-points": { ...plain, suffix: " pp" },
  "basis-points": { ...plain, head: { en: "bp", zh: "基点" } },
  points: { ...plain, head: { en: "points", zh: "分" } },
  multiple: { ...plain, suffix: "×" },
  money: { ...plain, head: { en: "money", zh: "金额" } },
  元: { ...plain, head: { en: "yuan", zh: "元" } },
  万元: { ...plain, head: { en: "10,000 yuan", zh: "万元" }, powerOfYuan: 4 },
  亿元: { ...plain, head: { en: "100 million yuan", zh: "亿元" }, powerOfYuan: 8 },
  万亿元: { ...plain, head: { en: "trillion yuan", zh: "万亿元" } },
  "yuan-per-square-metre": { ...plain, head: { en: "yuan/m²", zh: "元/㎡" } },
  months: { ...plain, head: { en: "months", zh: "月" } },
  years: { ...plain, head: { en: "years", zh: "年" } },
  persons: { ...plain, head: { en: "persons", zh: "人" } },
  "calendar-year": { ...plain, separatedFrom: Number.POSITIVE_INFINITY },
};

/** What a missing value is written as. */
export const noData: Words = { en: "no data", zh: "无数据" };

/** Decimals beyond which a number without stated digits is cut. */
const mostDecimals = 4;

export interface NumberStyle {
  /** A unit of the catalogue ("fraction" is written as a percentage), "percent", or any word. */
  readonly unit?: string;
  /** Decimals, after the unit's scale: 0.0237 as "fraction" with 2 digits is 2.37%. */
  readonly digits?: number;
  /** Separates thousands from four digits on, where the unit does not say whether it may be a year. */
  readonly thousands?: "always";
  /** "always" writes + before positive numbers, for differences. */
  readonly sign?: "always";
}

function unitStyle(unit: string | undefined): UnitStyle {
  if (unit === undefined) return unstated;
  return unitStyles[unit] ?? { ...plain, head: unit };
}

/** What the head of a column in `unit` adds to its label: "points", "元/㎡", or nothing. */
export function unitHead(unit: string | undefined): Words {
  return unitStyle(unit).head;
}

/** The unit of a difference between two numbers in `unit`, after its scale. */
export function unitOfDifference(unit: string | undefined): string | undefined {
  return unitStyle(unit).suffix === "%" ? "percentage-points" : unit;
}

/** Digits that a double holds: 0.07 × 100 is 7.000000000000001. */
const fullPrecision = 15;

/** The number that is written for `value`: a fraction is written a hundred times as large. */
export function written(value: number, unit?: string): number {
  const scale = unitStyle(unit).scale;
  return scale === 1 ? value : Number((value * scale).toPrecision(fullPrecision));
}

/** Decimals that `values` need to be told apart, at most four. */
export function digitsFor(values: readonly number[], unit?: string): number {
  let most = 0;
  for (const value of values) {
    const shown = written(value, unit);
    for (let digits = most; digits <= mostDecimals; digits++) {
      most = digits;
      if (Math.abs(Number(shown.toFixed(digits)) - shown) <= Math.abs(shown) * Number.EPSILON * 4) break;
    }
  }
  return most;
}

/**
 * A number as a reader sees it. The minus is the keyboard's, so that a cell pasted into a spreadsheet is a number.
 * @returns for example "12,345.6", "2.37%", "+0.3", "1.7×", "2025"
 */
export function formatNumber(value: number, style: NumberStyle = {}): string {
  if (Number.isNaN(value)) return "not a number";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  const unit = unitStyle(style.unit);
  const digits = style.digits ?? digitsFor([value], style.unit);
  const shown = written(value, style.unit);
  const useGrouping = Math.abs(shown) >= (style.thousands === "always" ? plain.separatedFrom : unit.separatedFrom);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping };
  const text = new Intl.NumberFormat("en-US", options).format(shown);
  const isZero = !/[1-9]/.test(text);
  const signed = isZero ? text.replace("-", "") : style.sign === "always" && value > 0 ? `+${text}` : text;
  return signed + unit.suffix;
}

/** A number with its unit in words, for sentences and cards: "39.9 points", "8,200 yuan/m²", "6.04 billion yuan". */
export function formatWithUnit(value: number, style: NumberStyle = {}, language: Language = "en"): string {
  const { head, powerOfYuan } = unitStyle(style.unit);
  if (powerOfYuan !== undefined && language === "en" && Number.isFinite(value)) return englishYuan(value, powerOfYuan, style);
  const [number, unit] = [formatNumber(value, style), inLanguage(head, language)];
  return unit === "" ? number : `${number} ${unit}`;
}

const englishPowers = [
  [12, " trillion"],
  [9, " billion"],
  [6, " million"],
  [0, ""],
] as const;

/** As precise as in the Chinese unit: 60.4 亿元 is 6.04 billion yuan, and 60.0 is 6.00. */
function englishYuan(value: number, power: number, { digits, ...style }: NumberStyle): string {
  const yuan = Number((value * 10 ** power).toPrecision(fullPrecision));
  const [scale, word] = englishPowers.find(([least]) => Math.abs(yuan) >= 10 ** least) ?? [0, ""];
  const scaled = Number((yuan / 10 ** scale).toPrecision(fullPrecision));
  const decimals = Math.max(0, (digits ?? digitsFor([value])) + scale - power);
  const shown = digits === undefined ? Math.min(decimals, digitsFor([scaled])) : decimals;
  return `${formatNumber(scaled, { ...style, unit: "元", digits: shown })}${word} yuan`;
}

/** Any value as text: numbers by formatNumber, dates by day, yes and no, and "no data" for null and undefined. */
export function formatValue(value: unknown, style: NumberStyle = {}): Words {
  if (value === null || value === undefined) return noData;
  if (typeof value === "number") return formatNumber(value, style);
  if (typeof value === "boolean") return value ? { en: "yes", zh: "是" } : { en: "no", zh: "否" };
  if (value instanceof Date) return value.toISOString().slice(0, "2025-12-31".length);
  if (isWords(value)) return value;
  return String(value);
}

function isWords(value: unknown): value is { en: string; zh: string } {
  if (typeof value !== "object" || value === null) return false;
  const { en, zh } = value as { en?: unknown; zh?: unknown };
  return typeof en === "string" && typeof zh === "string";
}
