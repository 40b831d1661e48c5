/**
 * A whole round made up from the few lots that are known: an assumption laid out lot by lot, for exercises that need lots.
 * Here: one simple completion that agrees with the totals. Not here: any claim that it is what was sold.
 */
import { InputError, isValue } from "../errors.js";
import { check, choice, number } from "../parameters.js";
import type { Lot } from "./lots.js";

/** Sizes of the assumed lots: all equal, or growing in equal steps (1 : 2 : 3 …). */
export type LotSizes = "equal" | "graded";

export interface CompletionOptions {
  /** Σ deal amounts of the lots that are not known, all taken to have sold at their starting price. */
  readonly remainder: number;
  /** How many lots share the remainder. */
  readonly lots: number;
  /** The part of the remainder that backstop lots make up. */
  readonly backstopAmount: number;
  /** How many of the lots are backstops. */
  readonly backstopLots: number;
  readonly sizes: LotSizes;
}

const money = (name: "remainder" | "backstop_amount", en: string, zh: string) =>
  number(name, { unit: "money", label: { en, zh }, help: { en, zh }, domain: { atLeast: 0 } });
const count = (name: "lots" | "backstop_lots", en: string, zh: string) =>
  number(name, { unit: "count", label: { en, zh }, help: { en, zh }, domain: { atLeast: 0, whole: true } });
const params = [
  money("remainder", "amount of the unknown lots", "未知地块金额"),
  money("backstop_amount", "backstop amount", "兜底金额"),
  count("lots", "unknown lots", "未知地块数"),
  count("backstop_lots", "backstop lots", "兜底地块数"),
  choice(
    "sizes",
    [
      { value: "equal", label: { en: "equal", zh: "等额" } },
      { value: "graded", label: { en: "graded", zh: "递增" } },
    ] as const,
    { label: { en: "sizes", zh: "大小" }, help: { en: "Sizes of the assumed lots.", zh: "假设地块的大小。" } },
  ),
] as const;

/**
 * The known lots, then assumed ones: backstops that share the backstop amount, and others that share the rest.
 * @throws InputError "out-of-range" if an amount has no lot to carry it, or the parts exceed the whole
 */
export function completeRound(known: readonly Lot[], options: CompletionOptions): readonly Lot[] {
  const { remainder, lots, backstopAmount, backstopLots, sizes } = check("completeRound", params, options);
  const marketLots = lots - backstopLots;
  const marketAmount = remainder - backstopAmount;
  if (marketLots < 0 || marketLots > 0 !== marketAmount > 0) throw doesNotFit("backstop_lots", backstopLots);
  if (backstopLots > 0 !== backstopAmount > 0) throw doesNotFit("backstop_amount", backstopAmount);
  const assumed = (amounts: readonly number[], backstop: boolean, prefix: string): Lot[] =>
    amounts.map((amount, i) => ({
      lot: `${prefix}${i + 1}`,
      start: amount,
      deal: amount,
      cut: 0,
      backstop,
      basis: "assumed",
    }));
  return [
    ...known,
    ...assumed(shares(backstopAmount, backstopLots, sizes), true, "B"),
    ...assumed(shares(marketAmount, marketLots, sizes), false, "M"),
  ];
}

function shares(total: number, lots: number, sizes: LotSizes): number[] {
  const weights = Array.from({ length: lots }, (_, i) => (sizes === "equal" ? 1 : i + 1));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => (total * weight) / sum);
}

function doesNotFit(argument: string, value: number): InputError {
  return new InputError({
    problem: "out-of-range",
    fn: "completeRound",
    argument,
    seen: isValue(value),
    wanted: {
      en: "lots for each amount above 0, amounts for each lot, and parts within the whole",
      zh: "每笔金额都有地块、每宗地块都有金额，且部分不超过总量",
    },
  });
}
