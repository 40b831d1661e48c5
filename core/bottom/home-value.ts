/** What a home is worth as a place to live, an option and a title: HOME_VALUE. */
import { define } from "../definition.js";
import { InputError, isValue } from "../errors.js";
import { finite } from "../finite.js";
import { check, number } from "../parameters.js";
import { growth as growthDomain, signedRate } from "../rates.js";
import { passage, reports } from "../sources.js";
import { atMost } from "../tolerance.js";

const params = [
  number("rent", {
    unit: "money",
    label: { en: "annual rent", zh: "年租金" },
    help: { en: "Rent of the coming year, paid at its end.", zh: "未来一年的租金，年末支付。" },
    domain: { atLeast: 0 },
  }),
  number("discount", {
    unit: "fraction",
    label: { en: "discount rate", zh: "折现率" },
    help: {
      en: "Yearly discount rate, 0.026 or 2.6%. Above growth unless years is given.",
      zh: "年折现率，0.026 或 2.6%；不给 years 时须大于 growth。",
    },
    domain: signedRate,
  }),
  number("growth", {
    unit: "fraction",
    label: { en: "rent growth", zh: "租金年增长率" },
    help: { en: "Growth of the rent per year, negative for a fall: 0.01 or 1%.", zh: "租金年增长率，下降为负：0.01 或 1%。" },
    domain: growthDomain,
  }),
  number("option", {
    unit: "money",
    label: { en: "investment value", zh: "投资价值" },
    help: { en: "Value of the option on a rise of prices. Default 0.", zh: "房价看涨期权的价值，默认 0。" },
    default: 0,
    domain: { atLeast: 0 },
  }),
  number("ownership", {
    unit: "money",
    label: { en: "ownership value", zh: "所有权价值" },
    help: { en: "Value of the title: school place, collateral. Default 0.", zh: "所有权价值：学区、抵押等，默认 0。" },
    default: 0,
    domain: { atLeast: 0 },
  }),
  number("years", {
    unit: "years",
    label: { en: "years of rent", zh: "租金年数" },
    help: {
      en: "Years that rent is earned, such as 70 of a land lease. Omit for ever.",
      zh: "收租年数，如土地使用权 70 年；省略为永续。",
    },
    optional: true,
    domain: { above: 0 },
  }),
] as const;

export interface HomeValueOptions {
  readonly option?: number | undefined;
  readonly ownership?: number | undefined;
  /** Years of rent; for ever if absent. */
  readonly years?: number | undefined;
}

export interface HomeValue {
  /** Present value of the rents. */
  readonly residence: number;
  readonly investment: number;
  readonly ownership: number;
  readonly total: number;
}

/** Value of a home in its three parts: discounted rents, the option on prices, the title. */
export function homeValue(rent: number, discount: number, growth: number, options: HomeValueOptions = {}): HomeValue {
  const given = check("HOME_VALUE", params, { rent, discount, growth, ...options });
  const residence = finite("HOME_VALUE", given.rent * rentsPerRent(given.discount, given.growth, given.years));
  const { option: investment, ownership } = given;
  return { residence, investment, ownership, total: finite("HOME_VALUE", residence + investment + ownership) };
}

/** Present value of a rent of 1 that grows, paid at the end of each year. */
function rentsPerRent(discount: number, growth: number, years: number | undefined): number {
  const spread = discount - growth;
  if (years === undefined) {
    if (atMost(discount, growth)) throw noPerpetuity(discount, growth);
    return 1 / spread;
  }
  if (spread === 0) return years / (1 + discount);
  // In log1p and expm1, so that a spread near 0 keeps its digits.
  return -Math.expm1(years * Math.log1p(-spread / (1 + discount))) / spread;
}

function noPerpetuity(discount: number, growth: number): InputError {
  return new InputError({
    problem: "no-finite-value",
    fn: "HOME_VALUE",
    argument: "discount",
    seen: isValue(discount),
    wanted: { en: `a rate above growth, ${growth}, or a number of years`, zh: `大于 growth（${growth}）的折现率，或给出 years` },
  });
}

export const homeValueDefinition = define(homeValue, {
  id: "HOME_VALUE",
  summary: {
    en: "Value of a home in three parts: residence, investment, ownership.",
    zh: "房子的三部分价值：居住、投资、所有权。",
  },
  formula: {
    en: "residence = rent / (discount − growth), or over years: rent × (1 − ((1 + growth) / (1 + discount))^years) / (discount − growth);  total = residence + option + ownership",
    zh: "居住价值 = rent / (discount − growth)；给定年数则 rent × (1 − ((1 + growth) / (1 + discount))^years) / (discount − growth)；合计 = 居住价值 + option + ownership",
  },
  params,
  returns: {
    shape: "card",
    fields: [
      { name: "residence", unit: "money", label: { en: "residence: discounted rents", zh: "居住价值" } },
      { name: "investment", unit: "money", label: { en: "investment: option on prices", zh: "投资价值" } },
      { name: "ownership", unit: "money", label: { en: "ownership: title", zh: "所有权价值" } },
      { name: "total", unit: "money", label: { en: "total", zh: "合计" } },
    ],
  },
  refusals: [
    { problem: "no-finite-value", when: { en: "for ever, with discount at or below growth", zh: "永续且折现率不大于增长率" } },
  ],
  source: passage(reports.bottom, "section 1 (2), three parts of a home's value", "第一节（二），房子价值的三部分"),
  notes: [
    {
      en: "The report names the three parts without a formula. Residence is the growing perpetuity, or the growing annuity over years; the first rent comes in a year.",
      zh: "报告只列出三部分，未给公式。居住价值取增长型永续年金，或给定年数的增长型年金；首期租金在一年后。",
    },
    {
      en: "Very sensitive near discount = growth: at a rent growth of 0 a rate of 2.6 % gives 38.5 rents, with growth of 1 % already 62.5.",
      zh: "折现率接近增长率时极敏感：租金零增长、折现率 2.6% 时为 38.5 倍租金，增长 1% 时已为 62.5 倍。",
    },
    {
      en: "Ownership is at least 0, as the report says; so is an option.",
      zh: "所有权价值不小于 0（报告如此设定），期权价值同理。",
    },
  ],
  examples: [
    {
      args: { rent: 23700, discount: 0.026, growth: 0 },
      result: { residence: 911538.4615384616, investment: 0, ownership: 0, total: 911538.4615384616 },
      from: {
        en: "report 002's 100-city yield and provident-fund rate, on a price of 1 million",
        zh: "报告 002 的百城回报率与公积金利率，以总价 100 万计",
      },
    },
    {
      args: { rent: 30000, discount: 0.03, growth: 0.01, years: 70 },
      result: { residence: 1119826.6283326333, investment: 0, ownership: 0, total: 1119826.6283326333 },
      from: { en: "by hand: a 70-year lease", zh: "手算：70 年使用权" },
    },
    {
      args: { rent: 100, discount: 0.02, growth: 0.02, option: 10, ownership: 5, years: 51 },
      result: { residence: 5000, investment: 10, ownership: 5, total: 5015 },
      from: { en: "by hand: growth as high as the rate, over 51 years", zh: "手算：增长率等于折现率，51 年" },
    },
    {
      args: { rent: 30000, discount: 0.02, growth: 0.02 },
      problem: "no-finite-value",
      from: { en: "for ever without a limit", zh: "永续而无上限" },
    },
    {
      args: { rent: 30000, discount: 2.6, growth: 0 },
      problem: "percent-as-whole-number",
      from: { en: "2.6 for 2.6 %", zh: "把 2.6% 写成 2.6" },
    },
  ],
});
