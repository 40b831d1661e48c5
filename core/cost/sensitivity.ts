/**
 * How far the cost and the multiple move with what is only known roughly: the ends of a range, or the growth
 * that restates old costs. Not catalogued: for notebooks and cards.
 */
import { type Interval, inOrder, midpoint } from "../interval.js";
import type { Column } from "../parameters.js";
import { ihci } from "./ihci.js";
import { ihciMultiple } from "./multiple.js";
import { type Zone, zoneOf } from "./zones.js";

export interface MultipleRange {
  /** Lowest price over highest cost. */
  readonly low: number;
  /** Midpoint of the prices over midpoint of the costs, as report 001 divides. */
  readonly mid: number;
  /** Highest price over lowest cost. */
  readonly high: number;
  /** Every zone between low and high, in order: more than one means that the range decides nothing. */
  readonly zones: readonly Zone[];
}

/**
 * Range of multiples of a price, or range of prices, over a range of institutional costs.
 * @param price yuan per square metre: one price, or its low and high
 * @param cost yuan per square metre, low and high, restated in today's money
 * @throws InputError as IHCI_MULT does, and "out-of-range" for a low above its high
 */
export function multipleRange(price: number | Interval, cost: Interval): MultipleRange {
  const prices = typeof price === "number" ? { low: price, high: price } : price;
  inOrder("multipleRange", "price", prices);
  inOrder("multipleRange", "cost", cost);
  const low = ihciMultiple(prices.low, cost.high);
  const high = ihciMultiple(prices.high, cost.low);
  const mid = ihciMultiple(midpoint(prices), midpoint(cost));
  return { low, mid, high, zones: zonesBetween(zoneOf(low), zoneOf(high)) };
}

function zonesBetween(from: Zone, to: Zone): readonly Zone[] {
  return (["A", "B", "C"] as const).filter((zone) => zone >= from && zone <= to);
}

/**
 * The institutional cost under each of several yearly growths: the input that decides the multiple, and that
 * report 001 leaves open.
 * @param growths yearly growths, ratio
 * @returns yuan per square metre, one per growth
 * @throws InputError as IHCI does
 */
export function ihciOverGrowths(
  costs: Column,
  years: Column,
  today: number,
  growths: readonly number[],
  options: { readonly weights?: Column | undefined } = {},
): readonly number[] {
  return growths.map((growth) => ihci(costs, { ...options, years, today, growth }));
}
