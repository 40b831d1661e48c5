/** The growth per year between two prices of the same thing: the inverse of restating, for checking a choice of growth. */
import { InputError, isValue } from "../errors.js";
import { finite } from "../finite.js";

const fn = "impliedGrowth";

/**
 * Growth per year that turns one cost into a later one.
 * @param cost and laterCost above 0, in one unit
 * @returns ratio, 0.05 = 5 %; the growth for which `reindex` gives `laterCost`
 * @throws InputError "out-of-range" for a cost of 0 or less, or a later year that is not later
 */
export function impliedGrowth(cost: number, fromYear: number, laterCost: number, toYear: number): number {
  positive("cost", cost);
  positive("later_cost", laterCost);
  if (!(toYear > fromYear)) {
    const wanted = { en: `a year after ${fromYear}`, zh: `${fromYear} 年之后的年份` };
    throw new InputError({ problem: "out-of-range", fn, argument: "to_year", seen: isValue(toYear), wanted });
  }
  return finite(fn, (laterCost / cost) ** (1 / (toYear - fromYear)) - 1);
}

function positive(argument: string, value: number): void {
  if (Number.isFinite(value) && value > 0) return;
  const wanted = { en: "a number above 0", zh: "大于 0 的数" };
  throw new InputError({ problem: "out-of-range", fn, argument, seen: isValue(value), wanted });
}

/** One official price, and the list that it belongs to. */
export interface ListedPrice {
  /** Name of the list: the same homes priced again in another year. Blank for a price that stands alone. */
  readonly series: string;
  readonly year: number;
  readonly price: number;
}

/** What an authority's own repricing amounts to. */
export interface Repricing {
  readonly series: string;
  readonly from: ListedPrice;
  readonly to: ListedPrice;
  /** Growth per year, ratio. */
  readonly growth: number;
}

/** Growth per year of every list with prices of two years or more, from its first to its last. */
export function repricings(prices: readonly ListedPrice[]): readonly Repricing[] {
  const names = [...new Set(prices.map(({ series }) => series))].filter((name) => name !== "");
  return names.flatMap((series) => {
    const own = prices.filter((price) => price.series === series).sort((a, b) => a.year - b.year);
    const [from, to] = [own[0], own.at(-1)];
    if (from === undefined || to === undefined || from.year === to.year) return [];
    return [{ series, from, to, growth: impliedGrowth(from.price, from.year, to.price, to.year) }];
  });
}
