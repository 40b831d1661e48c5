/** Results that are too large for a number. */
import { InputError } from "./errors.js";

/**
 * The value itself, if it is a number that can be written.
 * @throws InputError "no-finite-value"
 */
export function finite(fn: string, value: number): number {
  if (Number.isFinite(value)) return value;
  throw new InputError({
    problem: "no-finite-value",
    fn,
    seen: { en: "has no finite result for these numbers", zh: "在这些数值下没有有限的结果" },
    wanted: { en: "smaller numbers", zh: "较小的数值" },
  });
}

/**
 * The values themselves, if all numbers among them can be written. One that cannot takes the others with it: they come
 * from the same sums.
 * @throws InputError "no-finite-value"
 */
export function allFinite<Values extends object>(fn: string, values: Values): Values {
  for (const value of Object.values(values)) if (typeof value === "number") finite(fn, value);
  return values;
}
