/**
 * The standard normal distribution: its cumulative probability and quantile.
 * Method: G. West, "Better approximations to cumulative normal functions", Wilmott (2005), after J. F. Hart (1968), with
 * Laplace's continued fraction in the tail from nearer on than West takes it, so that small probabilities keep eleven
 * digits. Not here: any model that uses it.
 */
import { InputError, isValue, same } from "./errors.js";

/** Beyond this many standard deviations nothing is left that a double can hold. */
const farthest = 38;
/** From here the continued fraction takes over from the rational function; so many of its terms are enough there. */
const tailFrom = 3.5;
const tailTerms = 100;

const numerator = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376,
];
const denominator = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948,
  440.413735824752,
];

/**
 * Probability that a standard normal value is at most `x`.
 * @param x any number, ±∞ included
 * @returns 0–1
 * @throws InputError "wrong-type" for NaN
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) throw refusal("normalCdf", "x", "wrong-type", x, "a number");
  const tail = lowerTail(-Math.abs(x));
  return x > 0 ? 1 - tail : tail;
}

/** Probability of a value at most `x`, for x ≤ 0. */
function lowerTail(x: number): number {
  const distance = -x;
  if (distance > farthest) return 0;
  const density = Math.exp((-distance * distance) / 2);
  if (distance < tailFrom) return (density * polynomial(numerator, distance)) / polynomial(denominator, distance);
  let fraction = distance;
  for (let term = tailTerms; term > 0; term--) fraction = distance + term / fraction;
  return density / fraction / Math.sqrt(2 * Math.PI);
}

/** By Horner's rule, highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

/**
 * The value below which a standard normal one lies with probability `p`, by bisection of `normalCdf`.
 * @param p above 0 and below 1
 * @throws InputError "out-of-range"
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw refusal("normalQuantile", "p", "out-of-range", p, "above 0 and below 1");
  // The lower tail keeps its relative precision, the upper does not.
  if (p > 0.5) return -normalQuantile(1 - p);
  let [low, high] = [-farthest, 0];
  for (let middle = low / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
    if (lowerTail(middle) < p) low = middle;
    else high = middle;
  }
  return high;
}

function refusal(fn: string, argument: string, problem: "wrong-type" | "out-of-range", seen: number, wanted: string): InputError {
  return new InputError({ problem, fn, argument, seen: isValue(seen), wanted: same(wanted) });
}
