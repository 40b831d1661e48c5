/** One price level from months of listing prices, which jump with the sample: the median month and the months around it. */
import { InputError } from "../errors.js";
import { quantile } from "../statistics.js";

export interface ListingMonth {
  /** yyyy-mm */
  readonly month: string;
  /** Mean asking price, yuan per square metre; null where the month has none. */
  readonly price: number | null;
  /** Listings behind the mean. */
  readonly samples: number | null;
}

export interface ListingLevel {
  /** Lowest, median and highest month. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Months counted, the first and the last of them, and the smallest month's listings. */
  readonly months: number;
  readonly first: string;
  readonly last: string;
  readonly fewestSamples: number;
}

/**
 * Level of a city's listing prices over the months that have enough listings.
 * @param leastSamples months with fewer listings are left out
 * @returns undefined if no month is left: no data
 * @throws InputError "out-of-range" for a negative `leastSamples`
 */
export function listingLevel(months: readonly ListingMonth[], leastSamples = 0): ListingLevel | undefined {
  if (!(leastSamples >= 0)) {
    const seen = { en: `is ${leastSamples}`, zh: `是 ${leastSamples}` };
    const wanted = { en: "a number of at least 0", zh: "不小于 0 的数" };
    throw new InputError({ problem: "out-of-range", fn: "listingLevel", argument: "least_samples", seen, wanted });
  }
  const counted = months
    .flatMap(({ month, price, samples }) => (price === null ? [] : [{ month, price, samples: samples ?? 0 }]))
    .filter(({ samples }) => samples >= leastSamples)
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  const [first, last] = [counted[0], counted.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const prices = counted.map(({ price }) => price);
  return {
    low: Math.min(...prices),
    median: quantile(prices, 0.5),
    high: Math.max(...prices),
    months: counted.length,
    first: first.month,
    last: last.month,
    fewestSamples: Math.min(...counted.map(({ samples }) => samples)),
  };
}
