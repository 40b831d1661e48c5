/**
 * The level of a price index month by month, from a month-on-month series, and its deepest fall.
 * Here: one series. Not here: changes over a single span (chain.ts), loans (landing/cohorts.ts).
 */
import { monthAfter } from "./calendar.js";
import { chainedChange, type MonthOnMonth, type Span } from "./chain.js";
import { InputError, isValue } from "./errors.js";

/** Price level of one month, the first month of its series being 1. */
export interface Level {
  /** yyyy-mm */
  readonly month: string;
  readonly level: number;
}

/** From the highest level of a series to the lowest that follows it. */
export interface DeepestFall extends Span {
  /** Change from the one to the other: 0 or negative. */
  readonly change: number;
}

/**
 * Levels of every month of a span, the first being 1.
 * @param series month on month, previous month = 100; any order, each month once
 * @throws InputError as `chainedChange`
 */
export function chainedLevels(series: readonly MonthOnMonth[], { from, to }: Span): readonly Level[] {
  const last = 1 + chainedChange(series, { from, to });
  const levels: Level[] = [{ month: from, level: 1 }];
  for (let month = monthAfter(from, 1); month !== undefined && month < to; month = monthAfter(month, 1)) {
    levels.push({ month, level: 1 + chainedChange(series, { from, to: month }) });
  }
  return [...levels, { month: to, level: last }];
}

/**
 * The largest fall from any month to a later one, as a share of the earlier level.
 * @param levels in order of time, at least one
 * @throws InputError "too-short" for none
 */
export function deepestFall(levels: readonly Level[]): DeepestFall {
  const [first] = levels;
  if (first === undefined) {
    const wanted = { en: "at least one month", zh: "至少一个月" };
    throw new InputError({ problem: "too-short", fn: "deepestFall", argument: "levels", seen: isValue(levels), wanted });
  }
  let peak = first;
  let deepest: DeepestFall = { from: first.month, to: first.month, change: 0 };
  for (const now of levels) {
    if (now.level > peak.level) peak = now;
    const change = now.level / peak.level - 1;
    if (change < deepest.change) deepest = { from: peak.month, to: now.month, change };
  }
  return deepest;
}
