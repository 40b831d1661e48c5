/** Price to income, and the restating of a published one: PIR and PIR_RESTATE. */
import { define } from "../definition.js";
import { finite } from "../finite.js";
import { check, number } from "../parameters.js";
import { passage, reports } from "../sources.js";

/** Income earners per household that Numbeo multiplies a per-head income by. */
export const numbeoEarners = 1.5;

const params = [
  number("price", {
    unit: "money",
    label: { en: "price of the home", zh: "房屋总价" },
    help: { en: "Total price of the home, same unit as income.", zh: "房屋总价，与收入同单位。" },
    domain: { above: 0 },
  }),
  number("income", {
    unit: "money",
    label: { en: "household income", zh: "家庭年可支配收入" },
    help: {
      en: "Disposable income of the whole household in a year, not per head.",
      zh: "全家一年的可支配收入，不是人均。",
    },
    domain: { divides: true, atLeast: 0 },
  }),
] as const;

/** Years of household income that a home costs. */
export function priceToIncome(price: number, income: number): number {
  const given = check("PIR", params, { price, income });
  return finite("PIR", given.price / given.income);
}

const source = passage(reports.bottom, "section 1 (4), price to income", "第一节（四），房价收入比");

export const priceToIncomeDefinition = define(priceToIncome, {
  id: "PIR",
  summary: {
    en: "Price to income: years of household income that a home costs.",
    zh: "房价收入比：房屋总价相当于几年家庭收入。",
  },
  formula: "price / income",
  params,
  returns: { shape: "scalar", unit: "multiple", label: { en: "price to income", zh: "房价收入比" } },
  source,
  notes: [
    {
      en: "Like must meet like: report 002 compares Numbeo's asking prices with its own median second-hand deals, and gives Shanghai 9.6 by the median but 13.7 by the mean price.",
      zh: "口径须一致：报告 002 把 Numbeo 的挂牌价口径与自己的二手房成交中位数比较；上海按中位数为 9.6，按均价为 13.7。",
    },
  ],
  examples: [
    {
      args: { price: 1230000, income: 100000 },
      result: 12.3,
      from: { en: "report 002, Beijing's ratio on an income of 100,000", zh: "报告 002，北京的比值，以收入 10 万计" },
    },
    { args: { price: 300, income: 20 }, result: 15, from: { en: "by hand", zh: "手算" } },
    { args: { price: 1, income: 0 }, problem: "zero-denominator", from: { en: "no income", zh: "收入为 0" } },
    { args: { price: -1, income: 10 }, problem: "out-of-range", from: { en: "a negative price", zh: "房价为负" } },
  ],
});

const restateParams = [
  number("pir", {
    unit: "multiple",
    label: { en: "published ratio", zh: "已公布的比值" },
    help: {
      en: "Price to income as published, made with income per head times used.",
      zh: "以“人均收入 × used”为家庭收入算出的房价收入比。",
    },
    domain: { atLeast: 0 },
  }),
  number("household_size", {
    unit: "persons",
    label: { en: "household size", zh: "户均人口" },
    help: {
      en: "Persons per household that the income per head should be multiplied by, such as 2.62.",
      zh: "还原家庭收入应乘的户均人口，如 2.62。",
    },
    domain: { above: 0 },
  }),
  number("used", {
    unit: "persons",
    label: { en: "persons used", zh: "原用人数" },
    help: {
      en: "Persons that the publisher multiplied by. Default 1.5, as Numbeo does.",
      zh: "原公布方所乘的人数，默认 1.5（Numbeo）。",
    },
    default: numbeoEarners,
    domain: { above: 0 },
  }),
] as const;

/** A ratio made with too few persons per household, restated with the right number. */
export function restatedPriceToIncome(
  pir: number,
  householdSize: number,
  options: { readonly used?: number | undefined } = {},
): number {
  const given = check("PIR_RESTATE", restateParams, { pir, householdSize, ...options });
  return finite("PIR_RESTATE", given.pir * (given.used / given.householdSize));
}

export const restatedDefinition = define(restatedPriceToIncome, {
  id: "PIR_RESTATE",
  summary: {
    en: "A published price-to-income ratio restated for the household's size.",
    zh: "按户均人口还原已公布的房价收入比。",
  },
  formula: "pir × used / household_size",
  params: restateParams,
  returns: { shape: "scalar", unit: "multiple", label: { en: "restated price to income", zh: "还原后房价收入比" } },
  source,
  notes: [
    {
      en: "Household size alone does not explain the report's figures: Beijing's 37.1 becomes 21.2 at 2.62 persons, 1.75 times lower, while the report says 12.3, 3.02 times lower. The rest is median deals against asking prices.",
      zh: "仅户均人口不足以解释报告的结果：北京 37.1 按 2.62 人还原为 21.2（相差 1.75 倍），而报告为 12.3（相差 3.02 倍），其余来自成交中位数与挂牌价之差。",
    },
    {
      en: "The household size of 2.62 is not the report's.",
      zh: "户均人口 2.62 并非报告给出。",
    },
  ],
  examples: [
    {
      args: { pir: 37.1, household_size: 2.62 },
      result: 21.240458015267176,
      from: { en: "report 002, Numbeo's Beijing", zh: "报告 002，Numbeo 的北京" },
    },
    {
      args: { pir: 36.3, household_size: 1.5 },
      result: 36.3,
      from: { en: "the size that was used: unchanged", zh: "与原用人数相同：不变" },
    },
    { args: { pir: 12, household_size: 3, used: 2 }, result: 8, from: { en: "by hand", zh: "手算" } },
    { args: { pir: 37.1, household_size: 0 }, problem: "out-of-range", from: { en: "nobody at home", zh: "户均人口为 0" } },
  ],
});
