/**
 * How far the index of a round would move had chance offered other lots: bootstrap interval and jackknife influence.
 * Here: resampling of lots. Not here: errors in the data or in the definition, which resampling cannot see.
 */
import { InputError } from "../errors.js";
import { type Column, check, number } from "../parameters.js";
import { randomSource } from "../random.js";
import { quantileOfSorted } from "../statistics.js";
import { type HpiOptions, hpi } from "./hpi.js";

export interface BootstrapOptions extends HpiOptions {
  /** Resamples; 10,000 place the ends of a 95 % interval to about 1 % of its width. */
  readonly draws?: number | undefined;
  /** Share of the resamples that the interval holds, 0–1. */
  readonly level?: number | undefined;
  readonly seed?: number | undefined;
}

export interface HpiInterval {
  /** The index of the round itself. */
  readonly index: number;
  readonly low: number;
  readonly high: number;
  /** Standard deviation of the resampled indices, points. */
  readonly standardError: number;
  /** Resampled indices in ascending order. */
  readonly samples: Float64Array;
}

const resamplingParams = [
  number("draws", {
    unit: "count",
    label: { en: "resamples", zh: "重抽样次数" },
    help: { en: "How often the lots are drawn again with replacement.", zh: "有放回重抽样的次数。" },
    domain: { atLeast: 100, whole: true },
    default: 10_000,
  }),
  number("level", {
    unit: "fraction",
    label: { en: "level", zh: "置信水平" },
    help: { en: "Share of the resamples inside the interval: 0.95.", zh: "区间所含重抽样的比例，如 0.95。" },
    domain: { above: 0, below: 1, wholePercentBeyond: 1 },
    default: 0.95,
  }),
  number("seed", {
    label: { en: "seed", zh: "随机种子" },
    help: { en: "The same seed gives the same interval.", zh: "同一种子得到同一区间。" },
    domain: { whole: true },
    default: 1,
  }),
] as const;

/**
 * Percentile interval of the index when the round's lots are drawn again with replacement.
 * It says how much the mix of lots matters, as if they were a random sample of what the city might offer; with about 15
 * lots a percentile interval is if anything too narrow.
 * @throws InputError as `hpi`, or "out-of-range" for the options. Cost: O(draws × lots).
 * Method: Efron and Tibshirani (1993), chapter 13.
 */
export function hpiInterval(start: Column, deal: Column, options: BootstrapOptions = {}): HpiInterval {
  const { draws, level, seed, ...rest } = options;
  const given = check("hpiInterval", resamplingParams, { draws, level, seed });
  const index = hpi(start, deal, rest);
  const lots = marketShares(start, deal, rest);
  const random = randomSource(given.seed);
  const samples = Float64Array.from({ length: given.draws }, () => resampledIndex(lots, random.below)).sort();
  const tail = (1 - given.level) / 2;
  return {
    index,
    low: quantileOfSorted(samples, tail),
    high: quantileOfSorted(samples, 1 - tail),
    standardError: standardDeviation(samples),
    samples,
  };
}

export interface Influence {
  /** Zero-based row of the lot. */
  readonly at: number;
  /** The index without this lot. */
  readonly without: number;
  /** Index of all lots less the index without this one: what the lot adds, in points. */
  readonly influence: number;
}

/**
 * What each lot does to the index: the index with one lot left out at a time.
 * @throws InputError as `hpi`, and "too-short" for a round of one lot (nothing would be left)
 */
export function hpiInfluence(start: Column, deal: Column, options: HpiOptions = {}): readonly Influence[] {
  const index = hpi(start, deal, options);
  if (start.length < 2) throw oneLot();
  const { supply, taken } = marketShares(start, deal, options);
  const allSupply = sum(supply);
  const allTaken = sum(taken);
  return Array.from(supply, (asked, at) => {
    const without = hpiOfTotals(allTaken - (taken[at] as number), allSupply - asked);
    return { at, without, influence: index - without };
  });
}

function oneLot(): InputError {
  return new InputError({
    problem: "too-short",
    fn: "hpiInfluence",
    argument: "start",
    seen: { en: "has 1 row", zh: "有 1 行" },
    wanted: { en: "at least 2, so that one can be left out", zh: "至少 2 行，才能逐宗剔除" },
  });
}

interface LotAmounts {
  readonly supply: Float64Array;
  /** What the market took of each lot, by the index's own rules. */
  readonly taken: Float64Array;
}

/** The index is the mean of its lots' own indices weighted by starting amounts (as in HPI_AGG), so each lot is scored once. */
function marketShares(start: Column, deal: Column, { cut, backstop, mode }: HpiOptions): LotAmounts {
  const supply = Float64Array.from({ length: start.length }, (_, i) => start[i] as number);
  const taken = supply.map((asked, i) => {
    const lot = { cut: one(cut, i), backstop: one(backstop, i), mode };
    return (hpi([asked], [deal[i]], lot) * asked) / 100;
  });
  return { supply, taken };
}

function one<Value>(rows: ArrayLike<Value> | undefined, i: number): Value[] | undefined {
  return rows === undefined ? undefined : [rows[i] as Value];
}

function resampledIndex({ supply, taken }: LotAmounts, below: (count: number) => number): number {
  let offered = 0;
  let market = 0;
  for (let i = 0; i < supply.length; i++) {
    const pick = below(supply.length);
    offered += supply[pick] as number;
    market += taken[pick] as number;
  }
  return hpiOfTotals(market, offered);
}

function hpiOfTotals(taken: number, supply: number): number {
  return (100 * taken) / supply;
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}

function standardDeviation(values: Float64Array): number {
  const mean = sum(values) / values.length;
  return Math.sqrt(values.reduce((squares, v) => squares + (v - mean) ** 2, 0) / (values.length - 1));
}
