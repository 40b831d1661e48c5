/** The two features of cities that steadied first: STABLE_SCREEN. */
import { define } from "../definition.js";
import { check, number } from "../parameters.js";
import { rateFromZero } from "../rates.js";
import { passage, reports } from "../sources.js";
import { atLeast } from "../tolerance.js";

/** Gross rental yield from which a city has the first feature, inclusive. */
export const steadyYieldFrom = 0.03;
/** Rent growth on a year earlier from which it has the second, inclusive. */
export const steadyRentGrowthFrom = 0.005;

/** Tighter than for other rates: the threshold itself, 0.5 %, is easily typed as 0.5. */
const rentGrowth = { wholePercentBeyond: 0.3 } as const;

const params = [
  number("gross_yield", {
    unit: "fraction",
    label: { en: "gross rental yield", zh: "租金回报率" },
    help: { en: "Annual rent over price, 0.031 or 3.1%.", zh: "年租金 / 房价，0.031 或 3.1%。" },
    domain: rateFromZero,
  }),
  number("rent_yoy", {
    unit: "fraction",
    label: { en: "rent on a year earlier", zh: "租金同比" },
    help: { en: "Change of rents on a year earlier, 0.006 or 0.6%.", zh: "租金同比涨跌幅，0.006 或 0.6%。" },
    domain: rentGrowth,
  }),
  number("min_yield", {
    unit: "fraction",
    label: { en: "least yield", zh: "回报率下限" },
    help: { en: "Yield from which the first feature is there. Default 3%.", zh: "第一特征的回报率下限（含），默认 3%。" },
    default: steadyYieldFrom,
    domain: rateFromZero,
  }),
  number("min_rent_yoy", {
    unit: "fraction",
    label: { en: "least rent growth", zh: "租金同比下限" },
    help: {
      en: "Rent growth from which the second feature is there. Default 0.5%.",
      zh: "第二特征的租金同比下限（含），默认 0.5%。",
    },
    default: steadyRentGrowthFrom,
    domain: rentGrowth,
  }),
] as const;

export interface StableOptions {
  readonly minYield?: number | undefined;
  readonly minRentYoy?: number | undefined;
}

/** TRUE for a city with both features: a high rental yield and rents that no longer fall. */
export function stableScreen(grossYield: number, rentYoy: number, options: StableOptions = {}): boolean {
  const given = check("STABLE_SCREEN", params, { grossYield, rentYoy, ...options });
  return atLeast(given.grossYield, given.minYield) && atLeast(given.rentYoy, given.minRentYoy);
}

export const stableScreenDefinition = define(stableScreen, {
  id: "STABLE_SCREEN",
  summary: {
    en: "Whether a city has the two features of those that steadied first.",
    zh: "城市是否兼具率先企稳的两个特征。",
  },
  formula: "gross_yield ≥ 3 % AND rent_yoy ≥ 0.5 %",
  params,
  returns: { shape: "scalar", unit: "yes-no", label: { en: "both features", zh: "兼具两特征" } },
  source: passage(reports.bottom, "section 3, second- and third-tier cities", "第三节，二三线城市"),
  notes: [
    {
      en: "Both thresholds are inclusive, compared with a tolerance of 1e-9.",
      zh: "两个阈值均含边界，比较容差为 1e-9。",
    },
    {
      en: "The report names Urumqi, Guiyang and Harbin, with monthly price changes of −0.2, −0.4 and −0.3 %. The statistics bureau's second-hand series for the month shows other figures; three cities prove no rule.",
      zh: "报告举乌鲁木齐、贵阳、哈尔滨，环比为 −0.2%、−0.4%、−0.3%；统计局当月二手房数据与之不同，且三个城市不足以成为规律。",
    },
  ],
  examples: [
    {
      args: { gross_yield: 0.031, rent_yoy: 0.006 },
      result: true,
      from: { en: "report 002's two features", zh: "报告 002 的两个特征" },
    },
    { args: { gross_yield: 0.03, rent_yoy: 0.005 }, result: true, from: { en: "both boundaries", zh: "两个边界" } },
    {
      args: { gross_yield: 0.0237, rent_yoy: -0.03 },
      result: false,
      from: { en: "report 002, all 100 cities; rents assumed 3 % down", zh: "报告 002，百城；租金同比假设为 −3%" },
    },
    {
      args: { gross_yield: 0.031, rent_yoy: 0.5 },
      problem: "percent-as-whole-number",
      from: { en: "0.5 for 0.5 %", zh: "把 0.5% 写成 0.5" },
    },
  ],
});
