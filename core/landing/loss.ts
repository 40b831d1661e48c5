/** Who bears the loss on one home: LOSS_SPLIT. */
import { define } from "../definition.js";
import { check, flag, number } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { homePrice, loanBalance } from "./equity.js";

const params = [
  number("buy", {
    unit: "money",
    label: { en: "purchase price", zh: "买入价" },
    help: { en: "What the household paid for the home.", zh: "购房总价。" },
    domain: { atLeast: 0 },
  }),
  loanBalance,
  homePrice,
  flag("default", {
    unit: "yes-no",
    label: { en: "default", zh: "是否违约" },
    help: {
      en: "TRUE if the household stops paying and the bank sells the home. Default FALSE: sold or kept at the price, the loan honoured.",
      zh: "断供并由银行处置则为 TRUE。默认 FALSE：按现价卖出或持有，贷款照还。",
    },
    default: false,
  }),
  number("haircut", {
    unit: "fraction",
    label: { en: "forced-sale discount", zh: "法拍折价" },
    help: {
      en: "Discount of a forced sale below the price, 0 to 1, such as 0.27. Used only with a default. Default 0.",
      zh: "法拍成交价低于市价的比例，0 至 1，如 0.27；仅在违约时使用。默认 0。",
    },
    default: 0,
    domain: { atLeast: 0, atMost: 1 },
  }),
  number("recourse", {
    unit: "fraction",
    label: { en: "shortfall recovered", zh: "追偿比例" },
    help: {
      en: "Share of what is still owed after the sale that the household pays in the end, 0 to 1. Default 0.",
      zh: "处置后仍欠部分中，最终由住户偿还的比例，0 至 1。默认 0。",
    },
    default: 0,
    domain: { atLeast: 0, atMost: 1 },
  }),
] as const;

export interface LossOptions {
  readonly default?: boolean | undefined;
  /** Discount of a forced sale, 0–1. */
  readonly haircut?: number | undefined;
  /** Share of the shortfall that the household pays, 0–1. */
  readonly recourse?: number | undefined;
}

export interface LossSplit {
  readonly household: number;
  readonly bank: number;
  /** What the buyer of the forced sale gains below the price. */
  readonly discount: number;
  /** household + bank. */
  readonly total: number;
}

/** Loss of household and bank on one home since purchase; they add up to the total. */
export function lossSplit(buy: number, balance: number, price: number, options: LossOptions = {}): LossSplit {
  const home = check("LOSS_SPLIT", params, { buy, balance, price, ...options });
  const discount = home.default ? home.price * home.haircut : 0;
  const total = home.buy - home.price + discount;
  const shortfall = home.default ? Math.max(0, home.balance - (home.price - discount)) : 0;
  const bank = shortfall * (1 - home.recourse);
  return { household: total - bank, bank, discount, total };
}

export const lossSplitDefinition = define(lossSplit, {
  id: "LOSS_SPLIT",
  summary: { en: "Loss on one home, split between household and bank.", zh: "单套房屋的损失在住户与银行之间的分摊。" },
  formula: {
    en: "discount = price × haircut;  bank = (1 − recourse) × max(0, balance − (price − discount));  total = buy − price + discount;  household = total − bank;  without default: discount = bank = 0",
    zh: "discount = price × haircut；bank = (1 − recourse) × max(0, balance − (price − discount))；total = buy − price + discount；household = total − bank；未违约：discount = bank = 0",
  },
  params,
  returns: {
    shape: "card",
    fields: [
      { name: "household", unit: "money", label: { en: "household's loss", zh: "住户损失" } },
      { name: "bank", unit: "money", label: { en: "bank's loss", zh: "银行损失" } },
      { name: "discount", unit: "money", label: { en: "forced-sale discount (the buyer's gain)", zh: "法拍折价（买受人所得）" } },
      { name: "total", unit: "money", label: { en: "total loss", zh: "损失合计" } },
    ],
  },
  source: passage(
    reports.landing,
    "answers 1, 4, 46, 54 and 139: what a default leaves with the bank",
    "第 1、4、46、54、139 个回答：断供后银行承担多少",
  ),
  notes: [
    {
      en: "Exposure is not loss. A loan of 1,000 on a home now worth 100 is a bad debt of 1,000, but the bank loses 900: it gets the home. With 200 down, 800 owed and a price of 500 it loses 300, not the 1,000 of principal and interest that one answer names.",
      zh: "敞口不等于损失。贷款 1000 万、房价跌到 100 万，坏账是 1000 万，但银行拿回房子，损失为 900 万。首付 200 万、欠 800 万、现价 500 万，银行损失 300 万，而不是回答所说本息合计的 1000 万。",
    },
    {
      en: "The household's loss counts everything paid towards the price: down payment and principal repaid. Interest is the cost of borrowing, not part of this loss.",
      zh: "住户损失包含首付和已还本金；利息是借款成本，不计入。",
    },
    {
      en: "A bank is not safe at any price: a 70 % loan at 4.9 % still owes 64.2 % of the purchase price after five years, so a price of 20 to 30 % of the peak costs 53 to 69 % of the balance.",
      zh: "“房价归零银行也没事”不成立：4.9%、贷七成，五年后仍欠买入价的 64.2%；若房价只剩高点的两到三成，银行将损失余额的 53% 至 69%。",
    },
    {
      en: "A defaulting household whose home still covers the loan gets the surplus. A negative loss is a gain. Haircut and recourse have no effect without a default.",
      zh: "违约但房价仍足以偿债的，余款退还住户。负数为盈利。未违约时折价与追偿均不起作用。",
    },
  ],
  examples: [
    {
      args: { buy: 1000, balance: 700, price: 400, default: true },
      result: { household: 300, bank: 300, discount: 0, total: 600 },
      from: { en: "report 000, answer 4: 30 % down, no relay", zh: "报告 000 第 4 个回答：三成首付、无人接力" },
    },
    {
      args: { buy: 1000, balance: 1000, price: 100, default: true },
      result: { household: 0, bank: 900, discount: 0, total: 900 },
      from: { en: "report 000, answer 1 says 1,000", zh: "报告 000 第 1 个回答称坏账 1000 万" },
    },
    {
      args: { buy: 1200, balance: 900, price: 200, default: true },
      result: { household: 300, bank: 700, discount: 0, total: 1000 },
      from: { en: "report 000, answer 54: the bank loses 700", zh: "报告 000 第 54 个回答：银行亏损 700 万" },
    },
    {
      args: { buy: 1000, balance: 700, price: 400, default: true, haircut: 0.25, recourse: 0.5 },
      result: { household: 500, bank: 200, discount: 100, total: 700 },
      from: { en: "by hand", zh: "手算" },
    },
    {
      args: { buy: 1000, balance: 700, price: 700 },
      result: { household: 300, bank: 0, discount: 0, total: 300 },
      from: { en: "one step of a relay", zh: "接力的一棒" },
    },
    {
      args: { buy: 1000, balance: 700, price: 400, default: true, haircut: 1.25 },
      problem: "out-of-range",
      from: { en: "a discount of more than everything", zh: "折价超过全部" },
    },
  ],
});
