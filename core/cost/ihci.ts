/** The institutional housing cost of a city: IHCI. */
import { define } from "../definition.js";
import { InputError, isValue, type Problem, type Text } from "../errors.js";
import { finite } from "../finite.js";
import { type Checked, type Column, check, column, number, wantedBy } from "../parameters.js";
import { growth as growthDomain } from "../rates.js";
import { passage, reports } from "../sources.js";
import { costsColumn } from "./costs.js";
import { growthFactor } from "./reindex.js";
import { calendarYear } from "./years.js";

const id = "IHCI";

const today = number("today", {
  unit: "calendar-year",
  label: { en: "year wanted", zh: "折算年份" },
  help: { en: "Year to restate the costs in. Needed with years.", zh: "折算到的年份；与 years 同时给出。" },
  optional: true,
  domain: calendarYear,
});

const params = [
  costsColumn,
  column("weights", {
    unit: "none",
    label: { en: "weights", zh: "权重" },
    help: {
      en: "Share of each channel in the in-system stock, in any unit: brought to a sum of 1. Omit for equal weights.",
      zh: "各渠道在体制内住房存量中的比重，单位不限，会归一。省略则等权。",
    },
    optional: true,
    domain: { atLeast: 0 },
    sameLengthAs: "costs",
  }),
  column("years", {
    unit: "calendar-year",
    label: { en: "years of the costs", zh: "成本年份" },
    help: {
      en: "Year of each cost, to restate it in the money of today. Needs today and growth.",
      zh: "每项成本的年份，用于折算；须同时给出 today 和 growth。",
    },
    optional: true,
    domain: { atLeast: 0 },
    sameLengthAs: "costs",
  }),
  today,
  number("growth", {
    unit: "fraction",
    label: { en: "yearly growth", zh: "年均涨幅" },
    help: {
      en: "Growth per year of the price level or construction cost, 0.053 or 5.3%. Needed with years.",
      zh: "物价或工程造价的年均涨幅，0.053 或 5.3%；与 years 同时给出。",
    },
    optional: true,
    domain: growthDomain,
  }),
] as const;

export interface IhciOptions {
  /** Share of each channel, any unit. */
  readonly weights?: Column | undefined;
  /** Calendar year of each cost; needs `today` and `growth`. */
  readonly years?: Column | undefined;
  readonly today?: number | undefined;
  /** Yearly growth, ratio. */
  readonly growth?: number | undefined;
}

/** Weighted mean cost per square metre at which people inside the system got their homes. */
export function ihci(costs: Column, options: IhciOptions = {}): number {
  const given = check(id, params, { costs, ...options });
  return weightedMean(given, restatement(given));
}

/** What each cost is multiplied by: 1 without years. */
function restatement({ costs, years, today, growth }: Checked<typeof params>): readonly number[] {
  if (years === undefined && today === undefined && growth === undefined) return Array.from(costs, () => 1);
  if (years === undefined) throw partner("years");
  if (today === undefined) throw partner("today");
  if (growth === undefined) throw partner("growth");
  return Array.from(costs, (cost, i) => {
    if (cost === 0) return 1;
    return growthFactor(yearOf(years[i] as number, i), today, growth);
  });
}

function yearOf(year: number, at: number): number {
  if (year >= calendarYear.atLeast && year <= calendarYear.atMost) return year;
  throw refusal("out-of-range", "years", isValue(year), wantedBy(today), at);
}

function weightedMean({ costs, weights }: Checked<typeof params>, factors: readonly number[]): number {
  let sum = 0;
  let sumOfWeights = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (let i = 0; i < costs.length; i++) {
    const then = costs[i] as number;
    const cost = then * (factors[i] as number);
    const weight = weights === undefined ? 1 : (weights[i] as number);
    if (then === 0) {
      if (weights !== undefined && weight > 0) throw weightWithoutCost(i);
      continue;
    }
    if (weight === 0) continue;
    sum += weight * cost;
    sumOfWeights += weight;
    low = Math.min(low, cost);
    high = Math.max(high, cost);
  }
  if (sumOfWeights === 0) throw nothingToWeigh(weights === undefined ? "costs" : "weights");
  const mean = finite(id, sum) / finite(id, sumOfWeights);
  // A mean lies between its parts; rounding may put it one step outside.
  return Math.min(high, Math.max(low, mean));
}

function partner(argument: "years" | "today" | "growth"): InputError {
  return refusal(
    "missing-argument",
    argument,
    { en: "is missing", zh: "缺失" },
    { en: "years, today and growth together, or none of them", zh: "years、today、growth 同时给出，或都省略" },
  );
}

function weightWithoutCost(at: number): InputError {
  return refusal(
    "out-of-range",
    "costs",
    { en: "is blank or 0 although it has a weight", zh: "为空或 0，但有权重" },
    { en: "a cost above 0, or no weight", zh: "大于 0 的成本，或不设权重" },
    at,
  );
}

function nothingToWeigh(argument: "costs" | "weights"): InputError {
  return refusal(
    "zero-denominator",
    argument,
    { en: "add up to 0", zh: "合计为 0" },
    { en: "at least one above 0", zh: "至少一项大于 0" },
  );
}

function refusal(problem: Problem, argument: string, seen: Text, wanted: Text, at?: number): InputError {
  return new InputError({ problem, fn: id, argument, seen, wanted, ...(at === undefined ? {} : { at }) });
}

/** Report 001's three channels, in its order; the amounts are its worked example. */
const reportCosts = [2000, 3800, 5500];

export const ihciDefinition = define(ihci, {
  id,
  summary: {
    en: "Institutional housing cost: what homes cost the generation inside the system, per square metre.",
    zh: "体制内购房指数：体制内上一代的每平方米购房成本。",
  },
  formula: "Σ weights × costs × (1 + growth)^(today − years) / Σ weights",
  params,
  returns: { shape: "scalar", unit: "yuan-per-square-metre", label: { en: "institutional cost", zh: "体制内购房成本" } },
  refusals: [
    {
      problem: "missing-argument",
      when: { en: "only some of years, today and growth are given", zh: "years、today、growth 只给出一部分" },
    },
    {
      problem: "zero-denominator",
      when: { en: "the weights add up to 0, or no row has a cost", zh: "权重合计为 0，或没有任何成本" },
    },
    { problem: "out-of-range", when: { en: "a row has a weight but no cost", zh: "某行有权重而无成本" } },
  ],
  source: passage(reports.cost, "section 2, definition of the index", "第二节，指数定义"),
  notes: [
    {
      en: "Without years the result is in the money of the costs' own years, and mixes them. Say which one you mean wherever you divide a price by it: un-reindexed, multiples are several times larger.",
      zh: "不给年份时，结果是各历史年份价格的混合。用它去除房价时必须说明是否已折算：未折算的倍数会大出数倍。",
    },
    {
      en: "A blank or 0 cost is a channel that the city did not have, and is left out; with a weight of its own it is refused. The report gives no weights.",
      zh: "成本留空或为 0 表示该城市没有此渠道，不计入；若该行有权重则报错。报告未给出权重。",
    },
    {
      en: "A cost line, neither a floor nor a forecast: the report itself says that prices can go below it.",
      zh: "这是成本线，不是底价，也不是预测：报告自己说明房价可能跌破它。",
    },
  ],
  examples: [
    {
      args: { costs: reportCosts },
      result: 3766.6666666666665,
      from: { en: "report 001's three costs, equal weights", zh: "报告 001 的三个成本，等权" },
    },
    {
      args: { costs: reportCosts, weights: [5, 3, 2] },
      result: 3240,
      from: { en: "the same, weights assumed", zh: "同上，权重为假设" },
    },
    {
      args: { costs: reportCosts, weights: [0.5, 0.3, 0.2], years: [1998, 2005, 2010], today: 2025, growth: 0.053 },
      result: 9621.61030478381,
      from: {
        en: "restated; years, growth and weights are this project's assumptions. Inside the report's 8,000–12,000",
        zh: "折算；年份、涨幅、权重为本项目假设，落在报告的 8,000–12,000 之内",
      },
    },
    {
      args: { costs: [2000, null, 4000] },
      result: 3000,
      from: { en: "by hand: a blank is no channel", zh: "手算：留空即无此渠道" },
    },
    {
      args: { costs: [2000, 3800], weights: [1] },
      problem: "length-mismatch",
      from: { en: "ranges of unequal length", zh: "区域长度不一致" },
    },
    { args: { costs: [2000, 3800], weights: [0, 0] }, problem: "zero-denominator", from: { en: "no weight", zh: "没有权重" } },
    {
      args: { costs: [2000, 3800], weights: [1, -1] },
      problem: "out-of-range",
      from: { en: "a negative weight", zh: "权重为负" },
    },
    {
      args: { costs: reportCosts, years: [1998, 2005, 2010], today: 2025 },
      problem: "missing-argument",
      from: { en: "years without growth", zh: "有年份而无涨幅" },
    },
  ],
});
