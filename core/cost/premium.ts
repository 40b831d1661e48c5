/**
 * What a fall has taken of the premium above institutional cost. The layers of report 001 cannot be told apart, but their
 * sum can: a fall that took half of the premium is still "financial" only if half of the premium was financial.
 */

import { InputError, isValue } from "../errors.js";
import { finite } from "../finite.js";
import { check, number } from "../parameters.js";
import type { Layer } from "./layers.js";
import { priceLayers } from "./layers.js";

const fn = "premiumLost";
const unit = "yuan-per-square-metre";
const params = [
  number("peak", {
    unit,
    label: { en: "price at the peak", zh: "高点单价" },
    help: { en: "Price per square metre before the fall.", zh: "下跌前每平方米房价。" },
    domain: { above: 0 },
  }),
  number("now", {
    unit,
    label: { en: "price now", zh: "当前单价" },
    help: { en: "Price per square metre after the fall.", zh: "下跌后每平方米房价。" },
    domain: { above: 0 },
  }),
  number("ihci", {
    unit,
    label: { en: "institutional cost", zh: "体制内购房成本" },
    help: { en: "Below the peak.", zh: "须低于高点房价。" },
    domain: { atLeast: 0 },
  }),
] as const;

/**
 * Share of the premium (peak less cost) that the fall has taken; above 1 the cost itself is pierced.
 * It is also the least share of the premium that the financial layer must have had for the fall to be eating nothing else.
 * @throws InputError "out-of-range" for a cost that is not below the peak: there was no premium
 */
export function premiumLost(peak: number, now: number, ihci: number): number {
  const given = check(fn, params, { peak, now, ihci });
  if (given.ihci >= given.peak) {
    const wanted = { en: `a cost below the peak, ${given.peak}`, zh: `低于高点 ${given.peak} 的成本` };
    throw new InputError({ problem: "out-of-range", fn, argument: "ihci", seen: isValue(ihci), wanted });
  }
  return finite(fn, Math.max(0, given.peak - given.now) / (given.peak - given.ihci));
}

/** How a premium is split: shares that with the financial one add up to 1. */
export interface PremiumSplit {
  readonly institutional: number;
  readonly market: number;
}

/** The layer that a fall is eating if the premium was split so. */
export function layerEaten(peak: number, now: number, ihci: number, split: PremiumSplit): Layer | "none" {
  const premium = peak - ihci;
  const { stage } = priceLayers(peak, ihci, premium * split.institutional, premium * split.market, { priceNow: now });
  return stage;
}
