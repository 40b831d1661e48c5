/**
 * The index under other rules than the report's: coefficient of a price cut, and what a backstop counts for.
 * Here: the alternatives and the index under them. Not here: the report's own rule (price-cut.ts, hpi.ts).
 */
import type { Text } from "../errors.js";
import { type Column, check, number } from "../parameters.js";
import { atLeast } from "../tolerance.js";
import { type HpiOptions, hpi, hpiParts } from "./hpi.js";
import { coefficientOf, halfFrom, wholeBeyond } from "./price-cut.js";

/** A rise of the linear coefficient from 0 at no cut, through the report's own 0.5 at 15 %, to 1 here. */
export const linearWholeAt = halfFrom + wholeBeyond;

export interface CutRule {
  readonly label: Text;
  /** Share of the deal amount that a cut deducts, 0–1. */
  readonly coefficient: (cut: number) => number;
}

export type CutRuleName = "step" | "linear" | "none" | "full";

/** Coefficient rules that can stand in for the report's. */
export const cutRules: Readonly<Record<CutRuleName, CutRule>> = {
  step: { label: { en: "step (the report's)", zh: "阶梯（报告口径）" }, coefficient: coefficientOf },
  linear: {
    label: { en: "linear, 0 at 0 % to 1 at 30 %", zh: "线性，0% 取 0 至 30% 取 1" },
    coefficient: (cut) => Math.min(1, Math.max(0, cut / linearWholeAt)),
  },
  none: { label: { en: "cuts ignored", zh: "不计降价" }, coefficient: () => 0 },
  full: {
    label: { en: "every cut of 10 % or more deducted whole", zh: "降价 10% 以上全额扣除" },
    coefficient: (cut) => (atLeast(cut, halfFrom) ? 1 : 0),
  },
};

export interface AlternativeOptions extends Pick<HpiOptions, "cut" | "backstop"> {
  /** Share of a backstop deal that is deducted: 1 in the report, 0 counts it as any other sale. */
  readonly backstopWeight?: number | undefined;
}

const alternativeParams = [
  number("backstop_weight", {
    unit: "fraction",
    label: { en: "backstop weight", zh: "兜底扣除比例" },
    help: { en: "Share of a backstop deal that is deducted, 0 to 1.", zh: "兜底成交的扣除比例，0 至 1。" },
    domain: { atLeast: 0, atMost: 1 },
    default: 1,
  }),
] as const;

/**
 * The index with another coefficient rule or another weight for backstops. A backstop lot carries no cut deduction.
 * @throws InputError as `hpi`, or "out-of-range" for a weight outside 0–1
 */
export function hpiUnder(rule: CutRuleName, start: Column, deal: Column, options: AlternativeOptions = {}): number {
  const { backstopWeight } = check("hpiUnder", alternativeParams, { backstopWeight: options.backstopWeight });
  const { cut, backstop } = options;
  hpi(start, deal, { cut, backstop });
  const { supply, sold, backstop: propped } = hpiParts(start, deal, { backstop });
  let deducted = propped * backstopWeight;
  for (let i = 0; i < deal.length; i++) {
    if (!backstop?.[i]) deducted += (deal[i] ?? 0) * cutRules[rule].coefficient(cut?.[i] ?? 0);
  }
  return (100 * (sold - deducted)) / supply;
}

/**
 * The benchmark prices at which a deal's coefficient changes: below `half` nothing is deducted, from `half` to `whole`
 * half of the deal, above `whole` all of it. Same unit as the deal.
 * @throws InputError "out-of-range" for a negative deal
 */
export function benchmarkThresholds(deal: number): { readonly half: number; readonly whole: number } {
  const given = check("benchmarkThresholds", thresholdParams, { deal });
  return { half: given.deal / (1 - halfFrom), whole: given.deal / (1 - wholeBeyond) };
}

const thresholdParams = [
  number("deal", {
    unit: "money",
    label: { en: "deal price", zh: "成交价" },
    help: { en: "Price that the lot sold for.", zh: "地块成交价。" },
    domain: { atLeast: 0 },
  }),
] as const;
