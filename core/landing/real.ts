/** A rate in money of constant worth, and a price in another asset: REAL_RATE and PRICE_IN. */
import { define } from "../definition.js";
import { check, number } from "../parameters.js";
import { growth } from "../rates.js";
import { passage, reports } from "../sources.js";

const rateParams = [
  number("nominal", {
    unit: "fraction",
    label: { en: "nominal rate", zh: "名义利率" },
    help: { en: "Rate per year as quoted, 0.026 or 2.6%.", zh: "名义年利率，0.026 或 2.6%。" },
    domain: growth,
  }),
  number("inflation", {
    unit: "fraction",
    label: { en: "inflation", zh: "通胀率" },
    help: {
      en: "Inflation per year over the same time, 0.022 or 2.2%. You choose the index and say which.",
      zh: "同期年通胀率，0.022 或 2.2%；采用何种指数由使用者选择并注明。",
    },
    domain: growth,
  }),
] as const;

/** Real rate by Fisher's exact relation. */
export function realRate(nominal: number, inflation: number): number {
  const given = check("REAL_RATE", rateParams, { nominal, inflation });
  return (given.nominal - given.inflation) / (1 + given.inflation);
}

/** More than tenfold growth is a percentage typed as a whole number. */
const wholePercentAbove = 10;

const priceParams = [
  number("house_change", {
    unit: "fraction",
    label: { en: "change of the house", zh: "房价涨跌幅" },
    help: { en: "Change of the house price in money, signed: -0.2 or -20%.", zh: "以货币计的房价涨跌幅，带符号：-0.2 或 -20%。" },
    domain: { wholePercentAbove, atLeast: -1 },
  }),
  number("asset_change", {
    unit: "fraction",
    label: { en: "change of the asset", zh: "资产涨跌幅" },
    help: {
      en: "Change of gold, a share index or another asset over the same time, signed: 0.3 or 30%. Above -100%.",
      zh: "同期黄金、股指等资产的涨跌幅，带符号：0.3 或 30%；须大于 -100%。",
    },
    domain: { wholePercentAbove, above: -1 },
  }),
] as const;

/** Change of a house price measured in another asset instead of money. */
export function priceIn(houseChange: number, assetChange: number): number {
  const given = check("PRICE_IN", priceParams, { houseChange, assetChange });
  return (given.houseChange - given.assetChange) / (1 + given.assetChange);
}

export const realRateDefinition = define(realRate, {
  id: "REAL_RATE",
  summary: { en: "Real interest rate after inflation, exact.", zh: "扣除通胀后的实际利率（精确式）。" },
  formula: "(1 + nominal) / (1 + inflation) − 1",
  params: rateParams,
  returns: { shape: "scalar", unit: "fraction", label: { en: "real rate", zh: "实际利率" } },
  source: passage(
    reports.landing,
    "answer 105: a mortgage rate of 2.6 % against 20 years of inflation",
    "第 105 个回答：2.6% 的房贷利率与二十年通胀",
  ),
  notes: [
    {
      en: "The answer subtracts and gets −2.2 %; exactly it is −2.10 %.",
      zh: "该回答直接相减得 -2.2%，精确值为 -2.10%。",
    },
    {
      en: "Its 4.8 % carries no source; consumer prices in China rose 2.2 % a year from 2005 to 2024 (World Bank FP.CPI.TOTL.ZG), and 2.6 % against 2.2 % is a cost, not a gain. It also sets today's rate against past inflation; what matters is inflation over the life of the loan.",
      zh: "4.8% 没有出处；2005 至 2024 年中国居民消费价格年均涨 2.2%（世界银行 FP.CPI.TOTL.ZG），以此计 2.6% 的房贷仍是成本而非收益。该回答还用过去的通胀比今天的利率；真正相关的是贷款期内的未来通胀。",
    },
    {
      en: "At 4.8 % for 20 years 100 is worth 39 of then, which the answer rounds to 40.",
      zh: "年通胀 4.8% 持续 20 年，100 元只值当年的 39 元，该回答取整为 40。",
    },
  ],
  examples: [
    {
      args: { nominal: 0.026, inflation: 0.048 },
      result: -0.020992366412213803,
      from: { en: "report 000, answer 105: printed as −2.2 %", zh: "报告 000 第 105 个回答：写作 -2.2%" },
    },
    { args: { nominal: 0.05, inflation: 0 }, result: 0.05, from: { en: "no inflation", zh: "零通胀" } },
    { args: { nominal: 0.05, inflation: -1 }, problem: "out-of-range", from: { en: "prices fall to nothing", zh: "物价归零" } },
    {
      args: { nominal: 2.6, inflation: 0.048 },
      problem: "percent-as-whole-number",
      from: { en: "a percentage without its sign", zh: "漏写百分号" },
    },
  ],
});

export const priceInDefinition = define(priceIn, {
  id: "PRICE_IN",
  summary: {
    en: "Change of a house price measured in gold, shares or another asset.",
    zh: "以黄金、股指等资产计价的房价涨跌幅。",
  },
  formula: "(1 + house_change) / (1 + asset_change) − 1",
  params: priceParams,
  returns: { shape: "scalar", unit: "fraction", label: { en: "change in units of the asset", zh: "以该资产计的涨跌幅" } },
  source: passage(
    reports.landing,
    "answer 62: a home priced in gold and in the CSI 300",
    "第 62 个回答：以黄金和沪深 300 计价的房子",
  ),
  notes: [
    {
      en: "The answer subtracts: −20 % in money and +30 % for gold would be −50 %. Right is −38.5 %; −50 % would need gold to rise 60 %.",
      zh: "该回答直接相减：房价跌 20%、黄金涨 30%，称为跌 50%。正确值为 -38.5%；要跌 50%，黄金须涨 60%。",
    },
    {
      en: "A fall in gold says as much about gold as about the house; a loan is owed in money.",
      zh: "以黄金计的下跌同样反映金价本身；贷款仍以货币偿还。",
    },
  ],
  examples: [
    {
      args: { house_change: -0.2, asset_change: 0.3 },
      result: -0.3846153846153846,
      from: { en: "report 000, answer 62: printed as −50 %", zh: "报告 000 第 62 个回答：写作跌 50%" },
    },
    {
      args: { house_change: 0, asset_change: 0.21621621621621623 },
      result: -0.1777777777777778,
      from: { en: "report 000, answer 62: CSI 300 from 3,700 to 4,500", zh: "报告 000 第 62 个回答：沪深 300 由 3700 到 4500" },
    },
    { args: { house_change: 0, asset_change: -1 }, problem: "out-of-range", from: { en: "a worthless asset", zh: "资产归零" } },
    {
      args: { house_change: 20, asset_change: 0.3 },
      problem: "percent-as-whole-number",
      from: { en: "a percentage without its sign", zh: "漏写百分号" },
    },
  ],
});
