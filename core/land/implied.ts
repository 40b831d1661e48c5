/**
 * What a published score implies about amounts that were not published.
 * Here: algebra on the definition of the index, with the range that rounding leaves. Not here: whose figures (core/reports).
 */
import { check, number } from "../parameters.js";
import type { Printed, Range } from "../printed.js";

/** Totals of a round as printed; all money in one unit, the score in points. */
export interface PublishedRound {
  /** Σ starting amounts of everything offered. */
  readonly startTotal: Printed;
  /** Σ deal amounts. */
  readonly dealTotal: Printed;
  readonly score: Printed;
}

const amount = (name: "start_total" | "deal_total" | "cut_deduction", en: string, zh: string, lowest: "positive" | "zero") =>
  number(name, {
    unit: "money",
    label: { en, zh },
    help: { en, zh },
    domain: lowest === "positive" ? { above: 0 } : { atLeast: 0 },
  });
const startTotal = amount("start_total", "total of starting amounts", "起始价总额", "positive");
const dealTotal = amount("deal_total", "total of deal amounts", "成交总额", "zero");
const cutDeduction = amount("cut_deduction", "deducted for price cuts", "降价扣减额", "zero");
const score = (domain: { readonly above?: number }) =>
  number("score", {
    unit: "points",
    label: { en: "published score", zh: "公布的得分" },
    help: { en: "Score in index points, as published.", zh: "公布的指数得分。" },
    domain,
  });

/**
 * The amount that the index counts as taken by the market: score × starting total / 100.
 * @throws InputError "out-of-range" for a starting total of 0 or less
 */
export function impliedMarketAmount(start: Printed, published: Printed): Range {
  check("impliedMarketAmount", [startTotal, score({})], { startTotal: start.value, score: published.value });
  const taken = (sign: -1 | 0 | 1) => (shifted(published, sign) * shifted(start, sign)) / 100;
  return { value: taken(0), low: taken(-1), high: taken(1) };
}

/**
 * Everything the score must have deducted from the deal total, for price cuts and backstops together.
 * @throws InputError "out-of-range" for a starting total of 0 or less, or a negative deal total
 */
export function impliedDeductions(round: PublishedRound): Range {
  check("impliedDeductions", [dealTotal], { dealTotal: round.dealTotal.value });
  const market = impliedMarketAmount(round.startTotal, round.score);
  return {
    value: round.dealTotal.value - market.value,
    low: shifted(round.dealTotal, -1) - market.high,
    high: shifted(round.dealTotal, 1) - market.low,
  };
}

/**
 * The amount of backstop deals that a score implies, once the deduction for price cuts is known.
 * @param cutAmount Σ deal × coefficient of the lots that were cut and are not backstops
 * @throws InputError "out-of-range" for a starting total of 0 or less, or a negative amount
 */
export function impliedBackstop(round: PublishedRound, cutAmount: number): Range {
  check("impliedBackstop", [cutDeduction], { cutDeduction: cutAmount });
  const deductions = impliedDeductions(round);
  return { value: deductions.value - cutAmount, low: deductions.low - cutAmount, high: deductions.high - cutAmount };
}

/**
 * The largest starting total that a score and a deal total allow: the one with nothing deducted. Any deduction means that
 * less was offered.
 * @throws InputError "out-of-range" for a score of 0 or less, or a negative deal total
 */
export function greatestStartTotal(deal: Printed, published: Printed): Range {
  check("greatestStartTotal", [dealTotal, score({ above: 0 })], { dealTotal: deal.value, score: published.value });
  return {
    value: (100 * deal.value) / published.value,
    low: (100 * shifted(deal, -1)) / shifted(published, 1),
    high: (100 * shifted(deal, 1)) / shifted(published, -1),
  };
}

/**
 * The score that totals alone allow at most: nothing deducted for cuts or backstops.
 * @throws InputError "out-of-range" for a starting total of 0 or less, or a negative deal total
 */
export function greatestScore(start: number, deal: number): number {
  check("greatestScore", [startTotal, dealTotal], { startTotal: start, dealTotal: deal });
  return (100 * deal) / start;
}

function shifted({ value, halfUnit }: Printed, sign: -1 | 0 | 1): number {
  return value + sign * halfUnit;
}
