/** The yearly cost of owning a home as a share of its price, which is its fair rental yield: USER_COST. */
import { define } from "../definition.js";
import { check, number } from "../parameters.js";
import { rateFromZero, signedRate } from "../rates.js";
import { type Passage, passage, reports } from "../sources.js";

const params = [
  number("rate", {
    unit: "fraction",
    label: { en: "interest rate", zh: "利率" },
    help: { en: "Yearly mortgage or forgone interest rate, 0.026 or 2.6%.", zh: "房贷年利率或机会成本，0.026 或 2.6%。" },
    domain: signedRate,
  }),
  number("growth", {
    unit: "fraction",
    label: { en: "expected price growth", zh: "预期房价涨幅" },
    help: { en: "Expected change of the home's price per year, negative for a fall.", zh: "预期房价年涨跌幅，下跌为负。" },
    domain: signedRate,
  }),
  number("tax", {
    unit: "fraction",
    label: { en: "property tax", zh: "持有税费" },
    help: { en: "Yearly tax as a share of the price. Default 0.", zh: "每年持有税费占房价的比例，默认 0。" },
    default: 0,
    domain: rateFromZero,
  }),
  number("upkeep", {
    unit: "fraction",
    label: { en: "upkeep", zh: "维护折旧" },
    help: {
      en: "Yearly maintenance and wear as a share of the price, 0.01 or 1%. Default 0.",
      zh: "每年维护与折旧占房价的比例，0.01 或 1%，默认 0。",
    },
    default: 0,
    domain: rateFromZero,
  }),
  number("risk", {
    unit: "fraction",
    label: { en: "risk premium", zh: "风险溢价" },
    help: { en: "Yearly premium for the risk of owning, 0.02 or 2%. Default 0.", zh: "持有风险的年溢价，0.02 或 2%，默认 0。" },
    default: 0,
    domain: signedRate,
  }),
] as const;

export interface UserCostOptions {
  readonly tax?: number | undefined;
  readonly upkeep?: number | undefined;
  readonly risk?: number | undefined;
}

/** Yearly cost of owning as a share of the price: the gross rental yield at which owning and renting cost the same. */
export function userCost(rate: number, growth: number, options: UserCostOptions = {}): number {
  const given = check("USER_COST", params, { rate, growth, ...options });
  return given.rate + given.tax + given.upkeep + given.risk - given.growth;
}

/**
 * The price growth per year at which a gross rental yield is fair: USER_COST solved for growth.
 * @param grossYield ratio
 * @param rate yearly interest rate, ratio
 * @throws InputError as USER_COST does
 */
export function growthThatJustifies(grossYield: number, rate: number, options: UserCostOptions = {}): number {
  return userCost(rate, grossYield, options);
}

const userCostPassage: Passage = passage(
  reports.bottom,
  "section 1 (2), renting against buying; the formula is Poterba 1984 and Himmelberg, Mayer and Sinai 2005",
  "第一节（二），租与买的比较；公式出自 Poterba 1984 及 Himmelberg–Mayer–Sinai 2005",
);

export const userCostDefinition = define(userCost, {
  id: "USER_COST",
  summary: {
    en: "User cost of owning, which is the fair gross rental yield.",
    zh: "住房使用成本，即合理的毛租金回报率。",
  },
  formula: "rate + tax + upkeep + risk − growth",
  params,
  returns: { shape: "scalar", unit: "fraction", label: { en: "user cost per year of the price", zh: "年使用成本占房价" } },
  source: userCostPassage,
  notes: [
    {
      en: "Report 002 anchors to the rate alone, so it leaves out growth, upkeep and risk. At 2.6 % with upkeep 1 % and risk 2 %, a yield of 2.5 % is fair only if prices are expected to rise 3.1 % a year; at no growth the fair yield is 5.6 %, at −10 % a year 15.6 %.",
      zh: "报告 002 只以利率为锚，未计预期涨幅、维护与风险。利率 2.6%、维护 1%、风险 2% 时，2.5% 的回报率要合理，须预期房价年涨 3.1%；零增长时合理回报率为 5.6%，年跌 10% 时为 15.6%。",
    },
    {
      en: "Tax, upkeep and risk default to 0, which makes the result a lower bound. Interest is not deductible in it.",
      zh: "税费、维护、风险默认 0，结果为下限；未考虑利息抵税。",
    },
  ],
  examples: [
    {
      args: { rate: 0.031, growth: -0.02, tax: 0, upkeep: 0.01, risk: 0.02 },
      result: 0.081,
      from: { en: "by hand: prices expected to fall 2 % a year", zh: "手算：预期房价年跌 2%" },
    },
    {
      args: { rate: 0.026, growth: 0, upkeep: 0.01, risk: 0.02 },
      result: 0.056,
      from: { en: "report 002's provident-fund rate, no growth", zh: "报告 002 的公积金利率，零增长" },
    },
    {
      args: { rate: 0.026, growth: 0.001 },
      result: 0.025,
      from: { en: "by hand: the rate less growth", zh: "手算：利率减涨幅" },
    },
    {
      args: { rate: 2.6, growth: 0 },
      problem: "percent-as-whole-number",
      from: { en: "2.6 for 2.6 %", zh: "把 2.6% 写成 2.6" },
    },
    { args: { rate: 0.026, growth: 0, upkeep: -0.01 }, problem: "out-of-range", from: { en: "a negative cost", zh: "成本为负" } },
  ],
});
