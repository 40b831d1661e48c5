/** The range of a city's institutional costs: IHCI_RANGE. */
import { define } from "../definition.js";
import { InputError } from "../errors.js";
import { midpoint } from "../interval.js";
import { type Column, check } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { costsColumn } from "./costs.js";

const params = [costsColumn] as const;

/** Lowest cost, arithmetic midpoint, highest cost. Blank and 0 are no cost. */
export function ihciRange(costs: Column): readonly [low: number, mid: number, high: number] {
  const present = check("IHCI_RANGE", params, { costs }).costs.filter((cost) => cost > 0);
  if (present.length === 0) throw noCost();
  const low = present.reduce((least, cost) => Math.min(least, cost));
  const high = present.reduce((most, cost) => Math.max(most, cost));
  return [low, midpoint({ low, high }), high];
}

function noCost(): InputError {
  return new InputError({
    problem: "too-short",
    fn: "IHCI_RANGE",
    argument: "costs",
    seen: { en: "has no cost", zh: "没有任何成本" },
    wanted: { en: "at least one cost above 0", zh: "至少一项大于 0 的成本" },
  });
}

export const ihciRangeDefinition = define(ihciRange, {
  id: "IHCI_RANGE",
  summary: { en: "Lowest, middle and highest institutional housing cost.", zh: "体制内购房成本的下限、中点、上限。" },
  formula: "low = min(costs);  high = max(costs);  mid = (low + high) / 2",
  params,
  returns: {
    shape: "list",
    fields: [
      { name: "low", unit: "yuan-per-square-metre", label: { en: "low", zh: "下限" } },
      { name: "mid", unit: "yuan-per-square-metre", label: { en: "midpoint", zh: "中点" } },
      { name: "high", unit: "yuan-per-square-metre", label: { en: "high", zh: "上限" } },
    ],
  },
  refusals: [{ problem: "too-short", when: { en: "no row has a cost", zh: "没有任何成本" } }],
  source: passage(reports.cost, "section 3, first and second step", "第三节，第一、二步"),
  notes: [
    {
      en: "The report divides by the “median of the range”: with two ends that is the arithmetic midpoint, 10,000 for 8,000–12,000, which is its own example. It is neither the median of many costs nor the geometric midpoint (9,798).",
      zh: "报告所说“区间的中位数”只有两端，即算术中点：8,000–12,000 的中点为 1 万，与报告示例一致。它不是多项成本的中位数，也不是几何中点（9,798）。",
    },
    {
      en: "Restate the costs in one year's money first (IHCI_REINDEX).",
      zh: "须先折算到同一年份（IHCI_REINDEX）。",
    },
  ],
  examples: [
    { args: { costs: [8000, 12000] }, result: [8000, 10000, 12000], from: { en: "report 001", zh: "报告 001" } },
    {
      args: { costs: [2000, 3800, 5500] },
      result: [2000, 3750, 5500],
      from: { en: "report 001's three costs, not restated", zh: "报告 001 的三个成本，未折算" },
    },
    { args: { costs: [null, 5000, 0] }, result: [5000, 5000, 5000], from: { en: "one cost", zh: "只有一项" } },
    { args: { costs: [] }, problem: "too-short", from: { en: "an empty range", zh: "空区域" } },
    { args: { costs: [null, 0] }, problem: "too-short", from: { en: "only blanks", zh: "全部留空" } },
    { args: { costs: [8000, -1] }, problem: "out-of-range", from: { en: "a negative cost", zh: "成本为负" } },
  ],
});
