/** How many times its institutional cost a home sells for: IHCI_MULT. */
import { define } from "../definition.js";
import { finite } from "../finite.js";
import { check, number } from "../parameters.js";
import { passage, reports } from "../sources.js";

/** The cost that prices are measured by, shared with IHCI_MAP. */
export const ihciParam = number("ihci", {
  unit: "yuan-per-square-metre",
  label: { en: "institutional cost", zh: "体制内购房成本" },
  help: {
    en: "Midpoint of the city's institutional cost (IHCI or IHCI_RANGE), restated in today's money.",
    zh: "该城市 IHCI 区间的中点（IHCI 或 IHCI_RANGE），应已折算到今天。",
  },
  domain: { divides: true, atLeast: 0 },
});

const params = [
  number("price", {
    unit: "yuan-per-square-metre",
    label: { en: "price", zh: "单价" },
    help: {
      en: "Asking or deal price per square metre, same unit as ihci.",
      zh: "当前挂牌价或成交价（每平方米），与 ihci 同单位。",
    },
    domain: { above: 0 },
  }),
  ihciParam,
] as const;

/** Price over institutional cost. */
export function ihciMultiple(price: number, ihci: number): number {
  const given = check("IHCI_MULT", params, { price, ihci });
  return finite("IHCI_MULT", given.price / given.ihci);
}

export const ihciMultipleDefinition = define(ihciMultiple, {
  id: "IHCI_MULT",
  summary: { en: "Price as a multiple of the institutional housing cost.", zh: "IHCI 倍数：房价相当于体制内购房成本的几倍。" },
  formula: "price / ihci",
  params,
  returns: { shape: "scalar", unit: "multiple", label: { en: "multiple", zh: "倍数" } },
  source: passage(reports.cost, "section 3, second step", "第三节，第二步"),
  notes: [
    {
      en: "Say whether the cost was restated in today's money: the same price can be 2 or 8 times its cost. Report 001 calls fourth- and fifth-tier cities close to their cost, but its own figures give 2–5 times, down from 3.5–8, un-reindexed.",
      zh: "务必说明成本是否已折算：同一房价可以是 2 倍，也可以是 8 倍。报告 001 称四五线城市“离 IHCI 不远”，但按其数字（未折算）高点为 3.5–8 倍，现在仍为 2–5 倍。",
    },
    {
      en: "A multiple describes a position. It is not a signal to buy or to sell; the report says so.",
      zh: "倍数只说明所处位置，不是买卖信号；报告也这样说明。",
    },
  ],
  examples: [
    {
      args: { price: 15000, ihci: 10000 },
      result: 1.5,
      from: { en: "report 001, upper edge of zone A", zh: "报告 001，A 区上沿" },
    },
    {
      args: { price: 4000, ihci: 2000 },
      result: 2,
      from: { en: "report 001, third scenario: the lowest multiple now", zh: "报告 001，情景三：当前最低倍数" },
    },
    {
      args: { price: 8000, ihci: 1000 },
      result: 8,
      from: { en: "report 001, third scenario: the highest multiple at the peak", zh: "报告 001，情景三：高点最高倍数" },
    },
    { args: { price: 1, ihci: 0 }, problem: "zero-denominator", from: { en: "no cost", zh: "成本为 0" } },
    { args: { price: 1, ihci: -1 }, problem: "out-of-range", from: { en: "a negative cost", zh: "成本为负" } },
    { args: { price: 0, ihci: 10000 }, problem: "out-of-range", from: { en: "no price", zh: "没有价格" } },
  ],
});
