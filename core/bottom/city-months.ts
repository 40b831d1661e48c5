/**
 * A city's own figures, month by month, as the clock of the rental yield takes them.
 * Here: the columns' names, what blanks mean, and the paces between first and last month. Not here: reading a file.
 */
import { monthNumber } from "../calendar.js";
import { InputError, isValue, type Problem, type Text } from "../errors.js";
import { check, column, text } from "../parameters.js";
import { share as shareDomain } from "../rates.js";
import { rentalYield } from "./rental-yield.js";

/** month, price and rent are needed; share may be left out or blank. Any other column is left to its owner. */
export interface CityMonthRow {
  /** yyyy-mm */
  readonly month?: unknown;
  /** Price of a square metre (or of a home). */
  readonly price?: unknown;
  /** Rent a month of the same square metre (or home), same money. */
  readonly rent?: unknown;
  /** Second-hand share of sales, 0–1. */
  readonly share?: unknown;
}

export interface CityClock {
  readonly from: string;
  readonly to: string;
  /** Months between the two. */
  readonly months: number;
  /** Of the last month, ratio. */
  readonly grossYield: number;
  /** Mean change a month between first and last month, ratio. */
  readonly priceMom: number;
  readonly rentMom: number;
  /** Of the last month; absent if the first or the last month has none. */
  readonly share?: number;
  /** Rise a year, ratio. */
  readonly sharePace?: number;
}

const fn = "cityClock";
const rentsPerYear = 12;

const monthParam = [
  text("month", {
    unit: "calendar-month",
    label: { en: "month", zh: "月份" },
    help: { en: "yyyy-mm", zh: "年月 yyyy-mm" },
  }),
] as const;

const columnParams = [
  column("price", {
    unit: "money",
    label: { en: "price", zh: "房价" },
    help: { en: "Price per square metre, above 0.", zh: "每平方米房价，大于 0。" },
    domain: { above: 0 },
    leastRows: 2,
  }),
  column("rent", {
    unit: "money",
    label: { en: "monthly rent", zh: "月租金" },
    help: { en: "Rent per square metre a month, above 0.", zh: "每平方米月租金，大于 0。" },
    domain: { above: 0 },
  }),
  column("share", {
    unit: "fraction",
    label: { en: "second-hand share", zh: "二手房成交占比" },
    help: { en: "0.577 or 57.7%.", zh: "0.577 或 57.7%。" },
    domain: shareDomain,
    optional: true,
  }),
] as const;

/**
 * Yield and paces from the rows of a table, in any order.
 * @throws InputError naming column and row: "too-short" below two months, "wrong-type" for a month that is not yyyy-mm,
 * for a word where a number belongs, or for a month given twice, "missing-argument" for a blank month,
 * price or rent, "out-of-range" for a price or rent that is not above 0, "percent-as-whole-number" for a share above 1
 */
export function cityClock(rows: readonly CityMonthRow[]): CityClock {
  const months = rows.map(({ month }) => check(fn, monthParam, { month: blankIsMissing(month) }).month);
  const twice = months.findIndex((month, at) => months.indexOf(month) !== at);
  if (twice >= 0)
    throw refused("wrong-type", "month", isValue(months[twice]), { en: "each month once", zh: "每个月份只出现一次" }, twice);
  const shares = rows.map(({ share }) => blankIsMissing(share));
  const given = check(fn, columnParams, {
    price: filled("price", rows),
    rent: filled("rent", rows),
    share: shares.every((share) => share === undefined) ? undefined : shares,
  });
  const order = months.map((_, at) => at).sort((one, other) => ((months[one] ?? "") < (months[other] ?? "") ? -1 : 1));
  const [first, last] = [order[0] as number, order.at(-1) as number];
  const [from, to] = [months[first] as string, months[last] as string];
  const count = monthNumber(to) - monthNumber(from);
  const pace = (values: Float64Array) => ((values[last] as number) / (values[first] as number)) ** (1 / count) - 1;
  const hasShares = shares[first] !== undefined && shares[last] !== undefined;
  return {
    from,
    to,
    months: count,
    grossYield: rentalYield(rentsPerYear * (given.rent[last] as number), given.price[last] as number),
    priceMom: pace(given.price),
    rentMom: pace(given.rent),
    ...(hasShares && given.share ? shareClock(given.share[first] as number, given.share[last] as number, count) : {}),
  };
}

function shareClock(first: number, last: number, months: number): { share: number; sharePace: number } {
  return { share: last, sharePace: ((last - first) / months) * 12 };
}

/** A blank cell of a CSV arrives as null, NaN or an empty text. */
function blankIsMissing(value: unknown): unknown {
  return value === null || Number.isNaN(value) || (typeof value === "string" && value.trim() === "") ? undefined : value;
}

/** A column that may not be blank: to a column's own check a blank would be 0. */
function filled(name: "price" | "rent", rows: readonly CityMonthRow[]): unknown[] {
  const values = rows.map((row) => blankIsMissing(row[name]));
  const at = values.indexOf(undefined);
  if (at < 0) return values;
  throw refused("missing-argument", name, { en: "is blank", zh: "为空" }, { en: "a number above 0", zh: "大于 0 的数" }, at);
}

function refused(problem: Problem, argument: string, seen: Text, wanted: Text, at: number): InputError {
  return new InputError({ problem, fn, argument, at, seen, wanted });
}
