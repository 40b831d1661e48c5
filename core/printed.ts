/**
 * Figures as a page prints them, and the ranges that rounding leaves open.
 * Here: the two types and how they are made. Not here: any report's figures (core/reports).
 */

/** A printed figure: its value and half of its last place, the most that rounding can have moved it. */
export interface Printed {
  readonly value: number;
  readonly halfUnit: number;
}

/** A value computed from printed figures, with the lowest and highest it can be before they were rounded. */
export interface Range {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A figure printed with so many decimals: `printed(39.9, 1)` stands for 39.85 to 39.95. */
export function printed(value: number, decimals: number): Printed {
  return { value, halfUnit: 0.5 * 10 ** -decimals };
}

/** A figure taken as it is, with no rounding. */
export function exact(value: number): Printed {
  return { value, halfUnit: 0 };
}
