/** What a home is worth to its owner once the bank is paid, and when that is less than nothing: HOME_EQUITY. */
import { define } from "../definition.js";
import { check, number } from "../parameters.js";
import { passage, reports } from "../sources.js";

/** Current value of a home: an argument that several functions share. */
export const homePrice = number("price", {
  unit: "money",
  label: { en: "current price", zh: "现价" },
  help: { en: "What the home would sell for now.", zh: "房屋现在能卖出的价格。" },
  domain: { atLeast: 0 },
});

/** Principal still owed: an argument that several functions share. */
export const loanBalance = number("balance", {
  unit: "money",
  label: { en: "mortgage balance", zh: "剩余贷款" },
  help: {
    en: "Principal still owed, same unit as price. MORT_BALANCE computes it.",
    zh: "剩余贷款本金，与房价同单位；可用 MORT_BALANCE 计算。",
  },
  domain: { atLeast: 0 },
});

/**
 * Rounding noise between a balance and a value that are equal on paper, as a share of the value.
 * Much tighter than the thresholds' 1e-9: both sides are computed to about 1e-14, and a true crossing must not be hidden.
 */
const noise = 1e-12;

/** Whether more is owed than the home is worth. Equality is not under water. */
export function isUnderWater(balance: number, value: number): boolean {
  return balance > value * (1 + noise);
}

const params = [homePrice, loanBalance] as const;

/** Price less mortgage balance; negative when the home is worth less than the loan. */
export function homeEquity(price: number, balance: number): number {
  const home = check("HOME_EQUITY", params, { price, balance });
  return home.price - home.balance;
}

export const homeEquityDefinition = define(homeEquity, {
  id: "HOME_EQUITY",
  summary: {
    en: "Home equity: price less mortgage balance, negative when under water.",
    zh: "房屋净值：现价减剩余贷款，为负即资不抵债。",
  },
  formula: "price − balance",
  params,
  returns: { shape: "scalar", unit: "money", label: { en: "equity (negative = under water)", zh: "净值（负数为资不抵债）" } },
  source: passage(
    reports.landing,
    "answers 49 and 111: a home that sells for less than its loan",
    "第 49、111 个回答：卖房不够还贷",
  ),
  notes: [
    {
      en: "Equity of exactly 0 is not under water. Selling costs, taxes and the down payment already spent are not in it.",
      zh: "净值恰为 0 不算资不抵债。不含交易税费，也不计已付首付。",
    },
    {
      en: "Answer 49 sets the whole first loan against today's price; after some years of payments use the balance.",
      zh: "第 49 个回答用的是最初贷款额；已还若干年的，应以剩余本金计算。",
    },
  ],
  examples: [
    {
      args: { price: 1500000, balance: 1800000 },
      result: -300000,
      from: { en: "report 000, answer 49", zh: "报告 000 第 49 个回答" },
    },
    {
      args: { price: 5000000, balance: 7000000 },
      result: -2000000,
      from: { en: "report 000, answer 111: owing 2 million after the sale", zh: "报告 000 第 111 个回答：卖房后还欠 200 万" },
    },
    { args: { price: 600, balance: 600 }, result: 0, from: { en: "by hand", zh: "手算" } },
    { args: { price: -1, balance: 0 }, problem: "out-of-range", from: { en: "a negative price", zh: "房价为负" } },
  ],
});
