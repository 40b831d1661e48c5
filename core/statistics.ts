/**
 * Order statistics that the analyses of all four reports share: quantile, ranks, rank correlation and its uncertainty.
 * Here: columns of finite numbers in, numbers out; nothing is skipped. Not here: anything about housing.
 */
import { InputError, isValue, type Problem, same, type Text } from "./errors.js";
import { check, number } from "./parameters.js";
import { randomSource } from "./random.js";

/** 0.975 quantile of the standard normal distribution. */
const normal975 = 1.959963984540054;

/** Below this many pairs a rank correlation has no usable interval. */
const leastPairs = 4;

/**
 * The value below which a share `p` of the sample lies, interpolated between neighbours (Hyndman and Fan's type 7,
 * as Excel's PERCENTILE.INC and numpy).
 * @param p share, 0–1
 * @throws InputError "too-short" for an empty sample, "wrong-type" for a value that is not finite, "out-of-range" for p
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  const sorted = Float64Array.from(finite("quantile", "values", values, 1)).sort();
  if (!(p >= 0 && p <= 1)) throw refusal("quantile", "p", "out-of-range", isValue(p), same("0 … 1"));
  return quantileOfSorted(sorted, p);
}

/** As `quantile`, for a sample that is already in ascending order and not empty. Cost: O(1). */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  const position = p * (sorted.length - 1);
  const left = Math.floor(position);
  const low = sorted[left] as number;
  const high = sorted[Math.min(left + 1, sorted.length - 1)] as number;
  return low + (position - left) * (high - low);
}

/** Ranks from 1 in ascending order; equal values share the mean of their ranks. Cost: O(n log n). */
export function ranks(values: ArrayLike<number>): Float64Array {
  const column = finite("ranks", "values", values, 1);
  const order = Array.from(column, (_, i) => i).sort((i, j) => (column[i] as number) - (column[j] as number));
  const result = new Float64Array(column.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && column[order[end] as number] === column[order[start] as number]) end++;
    const shared = (start + 1 + end) / 2;
    for (const i of order.slice(start, end)) result[i] = shared;
    start = end;
  }
  return result;
}

/**
 * Spearman's rank correlation, −1 to 1; ties take average ranks.
 * @throws InputError "length-mismatch"; "too-short" below two pairs; "no-finite-value" if a column is constant
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const [left, right] = centredRanks("spearman", x, y);
  return dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
}

export interface PermutationOptions {
  /** Shuffles. The p-value's own standard error is √(p(1−p)/draws): 0.001 at p = 0.01 with the default 10,000. */
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
}

const permutationParams = [
  number("draws", {
    unit: "count",
    label: { en: "shuffles", zh: "随机排列次数" },
    help: { en: "Number of random permutations.", zh: "随机排列的次数。" },
    domain: { atLeast: 1, whole: true },
    default: 10_000,
  }),
  number("seed", {
    label: { en: "seed", zh: "随机种子" },
    help: { en: "The same seed gives the same draws.", zh: "同一种子得到同一结果。" },
    domain: { whole: true },
    default: 1,
  }),
] as const;

/**
 * Two-sided p-value of a rank correlation: the share of random pairings at least as far from 0 as the one seen,
 * the seen one counted among them, so it is never 0.
 * @throws InputError as `spearman`. Cost: O(draws × n).
 */
export function spearmanPValue(x: ArrayLike<number>, y: ArrayLike<number>, options: PermutationOptions = {}): number {
  const { draws, seed } = check("spearmanPValue", permutationParams, options);
  const [left, right] = centredRanks("spearmanPValue", x, y);
  const random = randomSource(seed);
  // Average ranks are multiples of a half: anything smaller than this is rounding noise of the sums.
  const seen = Math.abs(dot(left, right)) - 1e-9;
  let asFar = 1;
  for (let draw = 0; draw < draws; draw++) {
    shuffle(right, random.below);
    if (Math.abs(dot(left, right)) >= seen) asFar++;
  }
  return asFar / (draws + 1);
}

/**
 * 95 % interval of a rank correlation: Fisher's z with the standard error of Bonett and Wright (2000).
 * @throws InputError "too-short" below four pairs; "out-of-range" for a correlation outside −1 … 1
 */
export function spearmanInterval95(rho: number, pairs: number): { readonly low: number; readonly high: number } {
  if (!(Math.abs(rho) <= 1)) throw refusal("spearmanInterval95", "rho", "out-of-range", isValue(rho), same("−1 … 1"));
  if (!(pairs >= leastPairs)) throw tooShort("spearmanInterval95", "pairs", pairs, leastPairs);
  const z = Math.atanh(rho);
  const reach = normal975 * Math.sqrt((1 + rho ** 2 / 2) / (pairs - 3));
  return { low: Math.tanh(z - reach), high: Math.tanh(z + reach) };
}

/**
 * The lowest and highest rank correlation when one pair is left out at a time: how much hangs on a single case.
 * @throws InputError as `spearman`; "too-short" below three pairs. Cost: O(n² log n).
 */
export function spearmanLeaveOneOut(x: ArrayLike<number>, y: ArrayLike<number>): { readonly low: number; readonly high: number } {
  const pairs = finite("spearmanLeaveOneOut", "x", x, 3).length;
  const without = Array.from({ length: pairs }, (_, left) => {
    const others = (column: ArrayLike<number>) => Array.from(column).filter((_, i) => i !== left);
    return spearman(others(x), others(y));
  });
  return { low: Math.min(...without), high: Math.max(...without) };
}

/** A rank correlation with its 95 % interval and its p-value. */
export interface RankTest {
  readonly pairs: number;
  readonly rho: number;
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
  /** Lowest and highest correlation when one pair is left out. */
  readonly leaveOneOut: { readonly low: number; readonly high: number };
}

/** Spearman's rank correlation of two columns, with `spearmanInterval95`, `spearmanPValue` and `spearmanLeaveOneOut`. */
export function rankTest(x: ArrayLike<number>, y: ArrayLike<number>, options: PermutationOptions = {}): RankTest {
  const rho = spearman(x, y);
  return {
    pairs: x.length,
    rho,
    ...spearmanInterval95(rho, x.length),
    pValue: spearmanPValue(x, y, options),
    leaveOneOut: spearmanLeaveOneOut(x, y),
  };
}

function centredRanks(fn: string, x: ArrayLike<number>, y: ArrayLike<number>): [Float64Array, Float64Array] {
  finite(fn, "x", x, 2);
  finite(fn, "y", y, 2);
  if (x.length !== y.length) {
    const wanted = { en: `${x.length} rows, as many as x`, zh: `与 x 相同的 ${x.length} 行` };
    throw refusal(fn, "y", "length-mismatch", { en: `has ${y.length} rows`, zh: `有 ${y.length} 行` }, wanted);
  }
  return [centred(fn, "x", ranks(x)), centred(fn, "y", ranks(y))];
}

function centred(fn: string, argument: string, ranked: Float64Array): Float64Array {
  const mean = (ranked.length + 1) / 2;
  const result = ranked.map((rank) => rank - mean);
  if (result.every((difference) => difference === 0)) {
    const wanted = { en: "at least two different values", zh: "至少两个不同的值" };
    throw refusal(fn, argument, "no-finite-value", { en: "is the same in every row", zh: "各行相同" }, wanted);
  }
  return result;
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] as number) * (y[i] as number);
  return sum;
}

/** Fisher–Yates, in place. */
function shuffle(values: Float64Array, below: (count: number) => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const pick = below(last + 1);
    const kept = values[last] as number;
    values[last] = values[pick] as number;
    values[pick] = kept;
  }
}

function finite(fn: string, argument: string, values: ArrayLike<number>, leastRows: number): ArrayLike<number> {
  if (values.length < leastRows) throw tooShort(fn, argument, values.length, leastRows);
  for (let at = 0; at < values.length; at++) {
    if (!Number.isFinite(values[at])) {
      throw refusal(fn, argument, "wrong-type", isValue(values[at]), { en: "a finite number", zh: "有限的数" }, at);
    }
  }
  return values;
}

function tooShort(fn: string, argument: string, rows: number, least: number): InputError {
  const wanted = { en: `at least ${least}`, zh: `至少 ${least} 行` };
  return refusal(fn, argument, "too-short", { en: `has ${rows} rows`, zh: `有 ${rows} 行` }, wanted);
}

function refusal(fn: string, argument: string, problem: Problem, seen: Text, wanted: Text, at?: number): InputError {
  return new InputError({ problem, fn, argument, seen, wanted, ...(at === undefined ? {} : { at }) });
}
