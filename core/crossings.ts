/** Where an answer changes, and how far an input is from there. Here: the distances. Not here: the answers themselves. */
import { type Band, bandOf, highBeyond, midHighFrom, midLowFrom } from "./land/bands.js";
import { halfFrom, wholeBeyond } from "./land/price-cut.js";

/** The band beside a score's own, and the points to its edge. */
export interface BandCrossing {
  readonly band: Band;
  /** Score at the edge. */
  readonly at: number;
  /** at − score: positive upward. */
  readonly points: number;
}

const edges = [
  { at: midLowFrom, below: "low", above: "midLow" },
  { at: midHighFrom, below: "midLow", above: "midHigh" },
  { at: highBeyond, below: "midHigh", above: "high" },
] as const satisfies readonly { at: number; below: Band; above: Band }[];

/** The next band up and the next band down from a finite score; undefined at either end. */
export function nextBands(score: number): { readonly up: BandCrossing | undefined; readonly down: BandCrossing | undefined } {
  const own = bandOf(score);
  const crossing = (edge: (typeof edges)[number] | undefined, side: "below" | "above") =>
    edge && { band: edge[side], at: edge.at, points: edge.at - score };
  return {
    up: crossing(
      edges.find(({ below }) => below === own),
      "above",
    ),
    down: crossing(
      edges.find(({ above }) => above === own),
      "below",
    ),
  };
}

/** Amount that is worth so many points of an index over this supply, in the unit of `supply`. */
export function amountOfPoints(points: number, supply: number): number {
  return (points * supply) / 100;
}

/** Deal amounts below the benchmark at which the coefficient of a price cut changes: 0 → half → whole. */
export function dealsAtCutThresholds(benchmark: number): { readonly half: number; readonly whole: number } {
  return { half: benchmark * (1 - halfFrom), whole: benchmark * (1 - wholeBeyond) };
}

/** Price per square metre at a multiple of an institutional cost. */
export function priceAtMultiple(multiple: number, ihci: number): number {
  return multiple * ihci;
}

/** Price at which a forced sale at a haircut just clears the balance: below it the bank loses. */
export function priceThatClears(balance: number, haircut: number): number {
  return balance / (1 - haircut);
}

/** Price at which the shortfall is `theta` of the price: at or below it a borrower who can pay walks away. */
export function walkAwayPrice(balance: number, theta: number): number {
  return balance / (1 + theta);
}

/** The larger share of a line that is used up: 1 is a hard landing, half of it a strained one. */
export function strainOf(peaks: {
  readonly nplPeak: number;
  readonly nplLine: number;
  readonly bankLossRate: number;
  readonly lossLine: number;
}): number {
  return Math.max(peaks.nplPeak / peaks.nplLine, peaks.bankLossRate / peaks.lossLine);
}
