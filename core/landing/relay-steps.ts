/**
 * Two ways down from one price to another: equal percentages, or equal amounts as most of the answers draw it.
 * Core only. Here: the prices. Not here: the holders' losses (relay.ts).
 */
import { check, choice, number } from "../parameters.js";

/** More hand-overs than any home has seen; keeps the list short. */
const mostHolders = 1000;

const params = [
  number("first", {
    unit: "money",
    label: { en: "first price", zh: "最初价格" },
    help: { en: "Price that the first holder pays.", zh: "第一任的买入价。" },
    domain: { above: 0 },
  }),
  number("last", {
    unit: "money",
    label: { en: "last price", zh: "最终价格" },
    help: { en: "Price that the last holder sells at.", zh: "最后一任的卖出价。" },
    domain: { above: 0 },
  }),
  number("holders", {
    unit: "count",
    label: { en: "holders", zh: "接盘任数" },
    help: { en: "Holders who share the fall.", zh: "分摊跌幅的任数。" },
    domain: { whole: true, atLeast: 1, atMost: mostHolders },
  }),
  choice(
    "steps",
    [
      { value: "percent", label: { en: "equal percentages", zh: "等比例" } },
      { value: "money", label: { en: "equal amounts", zh: "等金额" } },
    ] as const,
    { label: { en: "steps", zh: "跌法" }, help: { en: "Equal percentages or equal amounts.", zh: "等比例或等金额。" } },
  ),
] as const;

/** percent: every holder loses the same share. money: every holder loses the same amount, hence a growing share. */
export type RelaySteps = "percent" | "money";

/**
 * Prices of a relay from first to last, for `relay` to judge.
 * @param holders whole number, 1 to 1000
 * @returns holders + 1 prices; the first and the last are exactly those given
 */
export function relayPrices(first: number, last: number, holders: number, steps: RelaySteps): readonly number[] {
  const given = check("relayPrices", params, { first, last, holders, steps });
  const ratio = given.last / given.first;
  const drop = given.first - given.last;
  return Array.from({ length: given.holders + 1 }, (_, j) => {
    if (j === given.holders) return given.last;
    const way = j / given.holders;
    return given.steps === "percent" ? given.first * ratio ** way : given.first - drop * way;
  });
}
