/** Months needed as whole months: the first month by whose end a thing has happened. */
import { tolerance } from "../tolerance.js";

/** Rounded up, so that 9.66 is 10; a whole number off by rounding noise stays itself. */
export function wholeMonths(months: number): number {
  return Math.max(0, Math.ceil(months - tolerance));
}
