/** A historical cost in a later year's money: IHCI_REINDEX, and the same along an index. */
import { define } from "../definition.js";
import { finite } from "../finite.js";
import { type Column, check, column, number } from "../parameters.js";
import { growth as growthDomain } from "../rates.js";
import { passage, reports } from "../sources.js";
import { calendarYear } from "./years.js";

const cost = number("cost", {
  unit: "yuan-per-square-metre",
  label: { en: "historical cost", zh: "历史成本" },
  help: { en: "Cost per square metre in the money of its own year.", zh: "当年价格的每平方米成本。" },
  domain: { atLeast: 0 },
});

const params = [
  cost,
  number("from_year", {
    unit: "calendar-year",
    label: { en: "year of the cost", zh: "成本年份" },
    help: { en: "Calendar year that the cost is from, such as 1998.", zh: "成本所属的公历年，如 1998。" },
    domain: calendarYear,
  }),
  number("to_year", {
    unit: "calendar-year",
    label: { en: "year wanted", zh: "折算年份" },
    help: { en: "Calendar year to restate it in. An earlier one deflates.", zh: "折算到的公历年；早于成本年份则为向前折算。" },
    domain: calendarYear,
  }),
  number("growth", {
    unit: "fraction",
    label: { en: "yearly growth", zh: "年均涨幅" },
    help: {
      en: "Growth per year of the price level or construction cost: 0.053 or 5.3%. Above −100 %.",
      zh: "物价或工程造价的年均涨幅：0.053 或 5.3%，须大于 −100%。",
    },
    domain: growthDomain,
  }),
] as const;

/** A cost restated from one year to another at a constant yearly growth. */
export function reindex(cost: number, fromYear: number, toYear: number, growth: number): number {
  const given = check("IHCI_REINDEX", params, { cost, fromYear, toYear, growth });
  return finite("IHCI_REINDEX", given.cost * growthFactor(given.fromYear, given.toYear, given.growth));
}

/** What 1 of `fromYear` is worth in `toYear`. */
export function growthFactor(fromYear: number, toYear: number, growth: number): number {
  return (1 + growth) ** (toYear - fromYear);
}

const indexLevel = { unit: "points", domain: { divides: true, atLeast: 0 } } as const;
const ratioParams = [
  cost,
  number("index_then", {
    ...indexLevel,
    label: { en: "index then", zh: "当年指数" },
    help: { en: "Level of the index in the year of the cost.", zh: "成本年份的指数水平。" },
  }),
  number("index_now", {
    ...indexLevel,
    label: { en: "index now", zh: "现今指数" },
    help: { en: "Level of the same index in the year wanted.", zh: "折算年份的同一指数水平。" },
  }),
] as const;

/**
 * A cost restated by the ratio of an index: construction cost, consumer prices or income.
 * @throws InputError "zero-denominator" for an index of 0
 */
export function reindexByIndex(cost: number, indexThen: number, indexNow: number): number {
  const given = check("reindexByIndex", ratioParams, { cost, indexThen, indexNow });
  return finite("reindexByIndex", given.cost * (given.indexNow / given.indexThen));
}

const chainParams = [
  cost,
  column("changes", {
    unit: "fraction",
    label: { en: "yearly changes", zh: "历年涨幅" },
    help: {
      en: "Change of the index in each later year, in order. A blank is a year without change: fill gaps first.",
      zh: "其后各年的指数涨幅，按年份排列。留空即无变化，缺口须先补齐。",
    },
    domain: growthDomain,
  }),
] as const;

/**
 * A cost restated by chaining an index's yearly changes.
 * @param changes one per year after the cost's own, ratio (0.028 = 2.8 %)
 */
export function reindexByChanges(cost: number, changes: Column): number {
  const given = check("reindexByChanges", chainParams, { cost, changes });
  return finite(
    "reindexByChanges",
    given.changes.reduce((value, change) => value * (1 + change), given.cost),
  );
}

export const reindexDefinition = define(reindex, {
  id: "IHCI_REINDEX",
  summary: {
    en: "A historical housing cost restated in another year's money.",
    zh: "把历史住房成本折算为另一年份的等值。",
  },
  formula: "cost × (1 + growth)^(to_year − from_year)",
  params,
  returns: { shape: "scalar", unit: "yuan-per-square-metre", label: { en: "restated cost", zh: "折算后成本" } },
  source: passage(reports.cost, "section 3, first step", "第三节，第一步"),
  notes: [
    {
      en: "The report asks for restating but names no index, no growth and no years. Its 8,000–12,000 is reproduced by about 5.3 % a year with 1998, 2005 and 2010: an assumption of this project, not the report's.",
      zh: "报告要求折算，但未给出指数、涨幅和年份。取年均约 5.3%、年份 1998/2005/2010 可得到其 8,000–12,000 的区间：这是本项目的假设，不是报告的。",
    },
    {
      en: "Growth is compounded yearly. At 5.3 % a cost of 1998 is multiplied by four by 2025: the choice of growth decides the multiple.",
      zh: "按年复利。5.3% 的涨幅会使 1998 年的成本到 2025 年变为四倍：涨幅的选取决定倍数。",
    },
  ],
  examples: [
    {
      args: { cost: 2000, from_year: 1998, to_year: 2025, growth: 0.053 },
      result: 8064.844863816731,
      from: {
        en: "report 001's first cost; year and growth are this project's assumption",
        zh: "报告 001 的第一个成本；年份与涨幅为本项目假设",
      },
    },
    {
      args: { cost: 5500, from_year: 2010, to_year: 2010, growth: 0.053 },
      result: 5500,
      from: { en: "same year: unchanged", zh: "同一年份：不变" },
    },
    {
      args: { cost: 1210, from_year: 2025, to_year: 2023, growth: 0.1 },
      result: 1000,
      from: { en: "by hand: an earlier year deflates", zh: "手算：向更早年份折算" },
    },
    {
      args: { cost: 2000, from_year: 1998, to_year: 2025, growth: -1 },
      problem: "out-of-range",
      from: { en: "a price level that vanishes", zh: "物价归零" },
    },
    {
      args: { cost: 2000, from_year: 1998, to_year: 2025, growth: 5.3 },
      problem: "percent-as-whole-number",
      from: { en: "a percentage without its sign", zh: "漏写百分号" },
    },
    {
      args: { cost: 2000, from_year: 98, to_year: 2025, growth: 0.053 },
      problem: "out-of-range",
      from: { en: "a two-digit year", zh: "两位数年份" },
    },
  ],
});
