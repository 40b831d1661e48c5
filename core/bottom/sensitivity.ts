/**
 * The wait for the anchor when its inputs are ranges: over an anchor band, over paces, and over both.
 * Not catalogued: for notebooks and cards. Never is undefined here, because in a range it is an answer.
 */
import { monthAfter } from "../calendar.js";
import { type Interval, inOrder } from "../interval.js";
import { type Column, check, column, number, text } from "../parameters.js";
import { growth, signedRate } from "../rates.js";
import { anchor, grossYield, priceMom, rentMom } from "./arguments.js";
import { monthsOrNever, type YieldClock } from "./months-to-anchor.js";
import { wholeMonths } from "./whole-months.js";

/** A century: further than any pace lasts. */
const longestPath = 1200;

/** Soonest and latest, undefined for never. */
export interface MonthsRange {
  readonly soonest: number | undefined;
  readonly latest: number | undefined;
}

export interface DatesRange {
  /** yyyy-mm, undefined for never. */
  readonly soonest: string | undefined;
  readonly latest: string | undefined;
}

/**
 * Months to each edge of an anchor band.
 * @param grossYield ratio
 * @param anchors lower and upper edge, ratio: from RENT_ANCHOR
 * @param priceMom price change per month, ratio
 * @param rentMom rent change per month, ratio
 * @throws InputError as RENT_MONTHS does, but not for never
 */
export function monthsOverBand(grossYield: number, anchors: Interval, priceMom: number, rentMom: number): MonthsRange {
  const { low, high } = inOrder("monthsOverBand", "anchors", anchors);
  const at = (anchor: number) => checkedMonths("monthsOverBand", { grossYield, anchor, priceMom, rentMom });
  return { soonest: at(low), latest: at(high) };
}

/**
 * Months to the anchor when the pace of prices is only known as a range.
 * @param priceMoms lowest and highest price change per month, ratio: { low: -0.01, high: -0.008 }
 * @throws InputError as RENT_MONTHS does, but not for never
 */
export function monthsOverPaces(grossYield: number, anchor: number, priceMoms: Interval, rentMom: number): MonthsRange {
  const { low, high } = inOrder("monthsOverPaces", "priceMoms", priceMoms);
  const at = (priceMom: number) => checkedMonths("monthsOverPaces", { grossYield, anchor, priceMom, rentMom });
  return { soonest: at(low), latest: at(high) };
}

const asOfParam = [
  text("as_of", {
    unit: "calendar-month",
    label: { en: "month of the data", zh: "数据月份" },
    help: { en: "yyyy-mm", zh: "年月 yyyy-mm" },
  }),
] as const;

/**
 * Calendar months in which a range of months ends, counted in whole months from the month of the data.
 * @param asOf yyyy-mm
 * @throws InputError "wrong-type" for a month that is not yyyy-mm
 */
export function datesOf(asOf: string, months: MonthsRange): DatesRange {
  const given = check("datesOf", asOfParam, { asOf });
  const at = (count: number | undefined) => (count === undefined ? undefined : monthAfter(given.asOf, wholeMonths(count)));
  return { soonest: at(months.soonest), latest: at(months.latest) };
}

export interface MonthsSurface {
  readonly anchors: Float64Array;
  readonly priceMoms: Float64Array;
  /** months[i][j] for anchors[i] and priceMoms[j]; undefined for never. */
  readonly months: readonly (readonly (number | undefined)[])[];
}

const surfaceParams = [
  grossYield,
  column("anchors", { unit: "fraction", label: anchor.label, help: anchor.help, domain: anchor.domain }),
  column("price_moms", { unit: "fraction", label: priceMom.label, help: priceMom.help, domain: signedRate }),
  rentMom,
] as const;

/**
 * Months to the anchor over every pair of an anchor and a monthly price change: what the report's answer hangs on.
 * @param anchors anchor yields, ratio
 * @param priceMoms price changes per month, ratio
 * @throws InputError as RENT_MONTHS does, but not for never. Cost: O(anchors × price changes).
 */
export function monthsSurface(grossYield: number, anchors: Column, priceMoms: Column, rentMom: number): MonthsSurface {
  const given = check("monthsSurface", surfaceParams, { grossYield, anchors, priceMoms, rentMom });
  const months = Array.from(given.anchors, (anchor) =>
    Array.from(given.priceMoms, (priceMom) => monthsOrNever({ ...given, anchor, priceMom })),
  );
  return { anchors: given.anchors, priceMoms: given.priceMoms, months };
}

const pathParams = [
  grossYield,
  priceMom,
  rentMom,
  number("months", {
    unit: "months",
    label: { en: "months ahead", zh: "未来月数" },
    help: { en: "Whole months to go on for.", zh: "向前推算的整月数。" },
    domain: { atLeast: 0, atMost: longestPath, whole: true },
  }),
] as const;

/**
 * The yield at the end of each month, the present one first.
 * @param months whole months ahead, at most 1,200
 * @returns months + 1 yields, ratio
 * @throws InputError as RENT_MONTHS does
 */
export function yieldPath(grossYield: number, priceMom: number, rentMom: number, months: number): Float64Array {
  const given = check("yieldPath", pathParams, { grossYield, priceMom, rentMom, months });
  const factor = (1 + given.rentMom) / (1 + given.priceMom);
  return Float64Array.from({ length: given.months + 1 }, (_, month) => given.grossYield * factor ** month);
}

/** An input of the clock at the two ends of its range, the others held. */
export interface InputEffect {
  readonly input: keyof YieldClock;
  readonly range: Interval;
  /** Months at the low end of the range, undefined for never. */
  readonly atLow: number | undefined;
  readonly atHigh: number | undefined;
}

/**
 * Months to the anchor with one input at a time at the ends of its range: which of them the answer hangs on.
 * @throws InputError as RENT_MONTHS does, but not for never
 */
export function monthsByInput(
  base: YieldClock,
  ranges: Readonly<Partial<Record<keyof YieldClock, Interval>>>,
): readonly InputEffect[] {
  const fn = "monthsByInput";
  return (Object.keys(ranges) as (keyof YieldClock)[]).flatMap((input) => {
    const range = ranges[input];
    if (range === undefined) return [];
    const { low, high } = inOrder(fn, input, range);
    const at = (value: number) => checkedMonths(fn, { ...base, [input]: value });
    return [{ input, range, atLow: at(low), atHigh: at(high) }];
  });
}

const afterParams = [
  grossYield,
  number("price_change", {
    unit: "fraction",
    label: { en: "price change", zh: "房价累计变化" },
    help: { en: "Total change, not per month: -0.02 for 2 % down.", zh: "累计变化（非月度），下跌 2% 填 -0.02。" },
    domain: growth,
  }),
  number("rent_change", {
    unit: "fraction",
    label: { en: "rent change", zh: "租金累计变化" },
    help: { en: "Total change, not per month.", zh: "累计变化（非月度）。" },
    domain: growth,
  }),
] as const;

/**
 * The yield after price and rent have changed, in total and not per month: what an unpublished yield must have become.
 * @throws InputError as RENT_MONTHS does
 */
export function yieldAfter(grossYield: number, priceChange: number, rentChange: number): number {
  const given = check("yieldAfter", afterParams, { grossYield, priceChange, rentChange });
  return (given.grossYield * (1 + given.rentChange)) / (1 + given.priceChange);
}

const clock = [grossYield, anchor, priceMom, rentMom] as const;

function checkedMonths(fn: string, given: Parameters<typeof monthsOrNever>[0]): number | undefined {
  return monthsOrNever(check(fn, clock, given));
}
