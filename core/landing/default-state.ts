/** What a borrower does, given price, balance and income: DEFAULT_STATE. */
import { define } from "../definition.js";
import { check, flag, number } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { tolerance } from "../tolerance.js";
import { homePrice, isUnderWater, loanBalance } from "./equity.js";

/** A shortfall of more than this many times the price is a percentage typed as a whole number. */
const greatestThreshold = 5;

const params = [
  homePrice,
  loanBalance,
  flag("income_ok", {
    unit: "yes-no",
    label: { en: "income covers the payment", zh: "收入够还月供" },
    help: { en: "TRUE if the borrower can still make the payment.", zh: "借款人仍还得起月供则为 TRUE。" },
  }),
  number("theta", {
    unit: "fraction",
    label: { en: "walk-away threshold", zh: "主动断供阈值" },
    help: {
      en: "Shortfall, as a share of the price, from which a borrower who can pay walks away: 0.62 in the United States. Omit: never.",
      zh: "还得起的借款人选择主动断供时，净值缺口占房价的比例；美国实证约 0.62。省略则从不主动断供。",
    },
    optional: true,
    domain: { wholePercentBeyond: greatestThreshold, atLeast: 0 },
  }),
] as const;

export interface DefaultOptions {
  /** Shortfall as a share of the price from which a borrower who can pay walks away. */
  readonly theta?: number | undefined;
}

/** pay: goes on paying. sell: sells and clears the loan. double: cannot pay and cannot clear it. strategic: walks away. */
export type DefaultState = "pay" | "sell" | "double" | "strategic";

/** What a borrower does: only under water and unable to pay together make a default, unless a walk-away threshold is given. */
export function defaultState(price: number, balance: number, incomeOk: boolean, options: DefaultOptions = {}): DefaultState {
  const borrower = check("DEFAULT_STATE", params, { price, balance, incomeOk, ...options });
  const underWater = isUnderWater(borrower.balance, borrower.price);
  if (!borrower.incomeOk) return underWater ? "double" : "sell";
  const { balance: owed, price: worth, theta: threshold } = borrower;
  const walksAway = underWater && threshold !== undefined && owed - worth >= (threshold - tolerance) * worth;
  return walksAway ? "strategic" : "pay";
}

export const defaultStateDefinition = define(defaultState, {
  id: "DEFAULT_STATE",
  summary: {
    en: "Whether a borrower pays, sells, or defaults: double trigger or strategic.",
    zh: "借款人的选择：继续还款、卖房还贷、双重触发违约或主动断供。",
  },
  formula: {
    en: "cannot pay: balance > price → double, else sell;  can pay: balance > price and (balance − price) / price ≥ theta → strategic, else pay",
    zh: "还不起：balance > price → double，否则 sell；还得起：balance > price 且 (balance − price) / price ≥ theta → strategic，否则 pay",
  },
  params,
  returns: {
    shape: "scalar",
    unit: "label",
    label: { en: "pay, sell, double or strategic", zh: "pay 还款、sell 卖房、double 双重触发、strategic 主动断供" },
  },
  source: passage(
    reports.landing,
    "answer 64 (under water and still paying), answers 69, 102 and 139 (when a borrower stops)",
    "第 64 个回答（资不抵债仍在还款），第 69、102、139 个回答（何时断供）",
  ),
  notes: [
    {
      en: "Under water alone goes on paying; unable to pay alone sells. The answers differ: some let any borrower under water stop at once. Give theta to model that.",
      zh: "仅资不抵债则继续还款；仅还不起则卖房。各回答说法不一，有的认为一旦资不抵债就会断供；可用 theta 表达。",
    },
    {
      en: "No threshold is assumed: borrowers in China answer for the whole debt, and studies there find income, not equity, behind default. 62 % is the median at which non-prime borrowers in the United States walked away (Bhutta, Dokko and Shan 2010).",
      zh: "默认不设阈值：国内借款人对全部债务负责，实证显示违约取决于收入而非净值。62% 为美国非优质借款人主动断供的中位数（Bhutta、Dokko 与 Shan，2010）。",
    },
    {
      en: "The shortfall is measured against the price, not the loan: 400 against 800 is 100 %. A price equal to the balance is not under water. Down payment and past payments are sunk and do not enter.",
      zh: "缺口以房价为分母，不是以贷款：房价 400、余额 800 即 100%。房价等于余额不算资不抵债。首付和已还月供属沉没成本，不参与决策。",
    },
  ],
  examples: [
    {
      args: { price: 450, balance: 500, income_ok: false },
      result: "double",
      from: { en: "report 000, answer 69", zh: "报告 000 第 69 个回答" },
    },
    {
      args: { price: 450, balance: 500, income_ok: true },
      result: "pay",
      from: { en: "report 000, answer 64: under water, still paying", zh: "报告 000 第 64 个回答：资不抵债仍在还款" },
    },
    { args: { price: 600, balance: 500, income_ok: false }, result: "sell", from: { en: "by hand", zh: "手算" } },
    {
      args: { price: 400, balance: 800, income_ok: true, theta: 0.62 },
      result: "strategic",
      from: { en: "a shortfall of 100 % of the price", zh: "缺口为房价的 100%" },
    },
    {
      args: { price: 400, balance: 800, income_ok: true, theta: 62 },
      problem: "percent-as-whole-number",
      from: { en: "a percentage without its sign", zh: "漏写百分号" },
    },
  ],
});
