/** Comparisons at the reports' thresholds, where floating point would otherwise decide: a tolerance of 1e-9. */

/** Absolute, so that 1 − 90/100 (0.09999999999999998) counts as 10 %. */
export const tolerance = 1e-9;

/** a ≥ b, or as good as. */
export const atLeast = (a: number, b: number): boolean => a >= b - tolerance;
/** a ≤ b, or as good as. */
export const atMost = (a: number, b: number): boolean => a <= b + tolerance;
/** a > b by more than rounding noise. */
export const above = (a: number, b: number): boolean => !atMost(a, b);
/** a < b by more than rounding noise. */
export const below = (a: number, b: number): boolean => !atLeast(a, b);
