/**
 * How fast prices move over many cities at once: one line per month from one number per city and month.
 * Here: joining and counting. Not here: any city's prices (notebooks/data), or a chain over months (core/chain.ts).
 */
import { isCalendarMonth, monthAfter } from "../calendar.js";
import type { MonthOnMonth } from "../chain.js";
import { InputError, isValue } from "../errors.js";
import { quantile } from "../statistics.js";
import { atLeast } from "../tolerance.js";

/** A city's price against its own of the month before, ratio. */
export interface CityChange {
  readonly city: string;
  /** yyyy-mm */
  readonly month: string;
  readonly change: number;
}

export interface PaceOfMonth {
  readonly month: string;
  readonly cities: number;
  readonly mean: number;
  readonly median: number;
  readonly lowQuartile: number;
  readonly highQuartile: number;
  /** Cities whose price did not fall. */
  readonly notFalling: number;
}

/** The months of all cities together, in order. */
export function paceByMonth(changes: readonly CityChange[]): readonly PaceOfMonth[] {
  const byMonth = new Map<string, number[]>();
  for (const { month, change } of changes) byMonth.set(month, [...(byMonth.get(month) ?? []), change]);
  return [...byMonth].sort(([one], [other]) => (one < other ? -1 : 1)).map(([month, values]) => paceOf(month, values));
}

function paceOf(month: string, values: readonly number[]): PaceOfMonth {
  return {
    month,
    cities: values.length,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    median: quantile(values, 0.5),
    lowQuartile: quantile(values, 0.25),
    highQuartile: quantile(values, 0.75),
    notFalling: values.filter((value) => atLeast(value, 0)).length,
  };
}

/** Changes of many cities from indices whose previous month is 100. */
export function changesOfIndices(series: ReadonlyMap<string, readonly MonthOnMonth[]>): readonly CityChange[] {
  return [...series].flatMap(([city, months]) =>
    months.map(({ month, index }) => ({ city, month, change: (index - 100) / 100 })),
  );
}

/** Asking price of a city in a month, and how many listings it is the mean of. */
export interface Listing {
  readonly city: string;
  /** yyyy-mm */
  readonly month: string;
  /** Yuan per square metre; null if the month has no price. */
  readonly price: number | null;
  readonly samples: number;
}

/**
 * Changes of asking prices between neighbouring months, for cities with enough listings in both. A city enters with its
 * own price only, so that cities which come and go move nothing; within a city the mix of listings still does.
 * @param leastSamples listings a month needs
 * @throws InputError "wrong-type" for a month that is not yyyy-mm
 */
export function matchedChanges(listings: readonly Listing[], leastSamples: number): readonly CityChange[] {
  const prices = new Map<string, number>();
  const enough = listings.filter(({ price, samples }) => price !== null && price > 0 && samples >= leastSamples);
  for (const { city, month, price } of enough) prices.set(`${city} ${month}`, price as number);
  return enough.flatMap(({ city, month, price }) => {
    if (!isCalendarMonth(month)) throw wrongMonth(month);
    const next = monthAfter(month, 1) ?? "";
    const later = prices.get(`${city} ${next}`);
    return later === undefined ? [] : [{ city, month: next, change: later / (price as number) - 1 }];
  });
}

function wrongMonth(month: string): InputError {
  return new InputError({
    problem: "wrong-type",
    fn: "matchedChanges",
    argument: "month",
    seen: isValue(month),
    wanted: { en: "a month, yyyy-mm", zh: "年月，yyyy-mm" },
  });
}

/** Change over several months at the pace of each, ratio: the product of the months after `from` up to and with `to`. */
export function chainedPace(paces: readonly PaceOfMonth[], from: string, to: string, of: "mean" | "median"): number {
  return paces.filter(({ month }) => month > from && month <= to).reduce((level, pace) => level * (1 + pace[of]), 1) - 1;
}
