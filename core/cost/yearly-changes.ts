/**
 * Yearly changes of an index, and costs restated along them: consumer prices, construction, income, a constant growth.
 * Here: what to do with series that have gaps. Not here: any index's numbers (notebooks/data).
 */
import { InputError, isValue, type Text } from "../errors.js";
import { reindexByChanges } from "./reindex.js";
import { calendarYear } from "./years.js";

/** Change of an index from the year before to this year, ratio (0.028 = 2.8 %). */
export interface YearlyChange {
  readonly year: number;
  readonly change: number;
}

/** Level of an index in a year. */
export interface YearlyLevel {
  readonly year: number;
  readonly level: number;
}

/**
 * A cost restated along an index's yearly changes. To an earlier year it deflates.
 * @param cost yuan per square metre in the money of `fromYear`
 * @param changes one per year, any order, each year once
 * @throws InputError "not-in-table" for a year that is missing, "out-of-range" for a year that is none
 */
export function reindexAlong(cost: number, fromYear: number, toYear: number, changes: readonly YearlyChange[]): number {
  const [first, last] = [Math.min(year("from_year", fromYear), toYear), Math.max(fromYear, year("to_year", toYear))];
  const byYear = new Map(changes.map((known) => [known.year, known.change]));
  const along = yearsBetween(first + 1, last).map((at) => byYear.get(at) ?? missing(at));
  const path = along.length === 0 ? [0] : along;
  const [multiplied, divided] = fromYear <= toYear ? [path, [0]] : [[0], path];
  return reindexByChanges(cost, multiplied) / reindexByChanges(1, divided);
}

/** Changes for every year of a span: the known ones, and `growth` where none is known. */
export function fillYears(
  known: readonly YearlyChange[],
  fromYear: number,
  toYear: number,
  growth: number,
): readonly YearlyChange[] {
  const byYear = new Map(known.map(({ year, change }) => [year, change]));
  return yearsBetween(year("from_year", fromYear), year("to_year", toYear)).map((at) => ({
    year: at,
    change: byYear.get(at) ?? growth,
  }));
}

/** How many of the changes between two years are known: `known` of `all`. */
export function yearsCovered(known: readonly YearlyChange[], fromYear: number, toYear: number): { known: number; all: number } {
  const years = yearsBetween(Math.min(fromYear, toYear) + 1, Math.max(fromYear, toYear));
  const listed = new Set(known.map(({ year }) => year));
  return { known: years.filter((at) => listed.has(at)).length, all: years.length };
}

/** Changes between levels of consecutive years; a gap between two levels gives none. */
export function changesOfLevels(levels: readonly YearlyLevel[]): readonly YearlyChange[] {
  const byYear = new Map(levels.map(({ year, level }) => [year, level]));
  return levels.flatMap(({ year, level }) => {
    const before = byYear.get(year - 1);
    return before === undefined ? [] : [{ year, change: level / before - 1 }];
  });
}

/**
 * Growth per year that the changes amount to: their geometric mean.
 * @throws InputError "too-short" for none, "out-of-range" for a change of −100 % or less
 */
export function meanGrowth(changes: readonly YearlyChange[]): number {
  if (changes.length === 0)
    throw refusal(
      "too-short",
      "meanGrowth",
      "changes",
      { en: "is empty", zh: "为空" },
      { en: "at least one year", zh: "至少一年" },
    );
  return (
    reindexByChanges(
      1,
      Array.from(changes, ({ change }) => change),
    ) **
      (1 / changes.length) -
    1
  );
}

function yearsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

function year(argument: string, value: number): number {
  if (Number.isInteger(value) && value >= calendarYear.atLeast && value <= calendarYear.atMost) return value;
  const wanted = { en: "a calendar year, such as 1998", zh: "公历年，如 1998" };
  throw refusal("out-of-range", "reindexAlong", argument, isValue(value), wanted);
}

function missing(at: number): never {
  const seen = { en: `has no change for ${at}`, zh: `缺少 ${at} 年的涨幅` };
  throw refusal("not-in-table", "reindexAlong", "changes", seen, {
    en: "every year after the cost's own",
    zh: "成本年份之后的每一年",
  });
}

function refusal(
  problem: "too-short" | "out-of-range" | "not-in-table",
  fn: string,
  argument: string,
  seen: Text,
  wanted: Text,
): InputError {
  return new InputError({ problem, fn, argument, seen, wanted });
}
