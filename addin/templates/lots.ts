/**
 * The sample auction: 15 lots whose totals are those that report 003 prints for Zhengzhou (starts 105, deals 107, and
 * the backstop amount that its 39.9 implies, in 亿元). Lot 3's start, deal and benchmark are the report's; every other
 * lot is invented.
 */

export interface Lot {
  readonly start: number;
  readonly deal: number;
  /** Price that the deal is compared with, where it fell. */
  readonly benchmark?: number;
  readonly backstop?: true;
}

export const sampleLots: readonly Lot[] = [
  { start: 12.4, deal: 12.4, backstop: true },
  { start: 3.28, deal: 3.28 },
  { start: 8.33, deal: 9.35, benchmark: 10.73 },
  { start: 10.15, deal: 10.15, backstop: true },
  { start: 4.06, deal: 4.06 },
  { start: 9.86, deal: 9.86, backstop: true },
  { start: 6.1, deal: 7.08 },
  { start: 8.72, deal: 8.72, backstop: true },
  { start: 4.85, deal: 4.85 },
  { start: 7.6, deal: 7.6, backstop: true },
  { start: 5.37, deal: 5.37 },
  { start: 6.45, deal: 6.45, backstop: true },
  { start: 6.02, deal: 6.02 },
  { start: 5.25, deal: 5.25, backstop: true },
  { start: 6.56, deal: 6.56 },
];
