/** A quantity of which only the two ends are known. */
import { InputError } from "./errors.js";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Arithmetic midpoint, written so that it cannot overflow. */
export function midpoint({ low, high }: Interval): number {
  return low + (high - low) / 2;
}

/**
 * The interval itself, if its low end is not above its high end.
 * @throws InputError "out-of-range"; "wrong-type" if an end is not a number
 */
export function inOrder(fn: string, argument: string, interval: Interval): Interval {
  const { low, high } = interval;
  if (low <= high) return interval;
  throw new InputError({
    problem: Number.isNaN(low - high) ? "wrong-type" : "out-of-range",
    fn,
    argument,
    seen: { en: `runs from ${low} to ${high}`, zh: `由 ${low} 到 ${high}` },
    wanted: { en: "low of at most high", zh: "low 不大于 high" },
  });
}
