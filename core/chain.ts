/**
 * Price changes from a month-on-month index: the chain of its months.
 * Here: one series, complete over the months asked for. Not here: any city's series (notebooks/data).
 */
import { isCalendarMonth, monthAfter } from "./calendar.js";
import { InputError, isValue, type Text } from "./errors.js";

/** One month of a series whose previous month is 100, as the National Bureau of Statistics prints it. */
export interface MonthOnMonth {
  /** yyyy-mm */
  readonly month: string;
  /** This month's price, the previous month's being 100. */
  readonly index: number;
}

/** From the level of one month to the level of another, both yyyy-mm. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * Change of the price level over a span, as a fraction: the product of the months after `from` up to and with `to`, less 1.
 * @param series any order; each month once
 * @throws InputError "not-in-table" for a month that is missing, "out-of-range" for an index of 0 or less or a span that
 * does not go forward, "wrong-type" for a month that is not yyyy-mm
 */
export function chainedChange(series: readonly MonthOnMonth[], { from, to }: Span): number {
  for (const [argument, month] of [
    ["from", from],
    ["to", to],
  ] as const) {
    if (!isCalendarMonth(month))
      throw refusal("wrong-type", argument, isValue(month), { en: "a month, yyyy-mm", zh: "年月，yyyy-mm" });
  }
  if (to <= from) throw refusal("out-of-range", "to", isValue(to), { en: `a month after ${from}`, zh: `${from} 之后的月份` });
  const byMonth = new Map(series.map(({ month, index }) => [month, index]));
  let level = 1;
  for (let month = monthAfter(from, 1); month !== undefined && month <= to; month = monthAfter(month, 1)) {
    level *= factor(byMonth, month);
  }
  return level - 1;
}

function factor(byMonth: ReadonlyMap<string, number>, month: string): number {
  const index = byMonth.get(month);
  if (index === undefined) {
    throw refusal(
      "not-in-table",
      "series",
      { en: `has no ${month}`, zh: `缺少 ${month}` },
      {
        en: "every month of the span",
        zh: "区间内每个月",
      },
    );
  }
  if (!(Number.isFinite(index) && index > 0)) {
    const seen = { en: `is ${index} in ${month}`, zh: `${month} 为 ${index}` };
    throw refusal("out-of-range", "series", seen, {
      en: "a number above 0, the previous month being 100",
      zh: "大于 0 的数（上月=100）",
    });
  }
  return index / 100;
}

function refusal(
  problem: "not-in-table" | "out-of-range" | "wrong-type",
  argument: string,
  seen: Text,
  wanted: Text,
): InputError {
  return new InputError({ problem, fn: "chainedChange", argument, seen, wanted });
}
