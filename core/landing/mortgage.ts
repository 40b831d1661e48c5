/** What a mortgage costs each month and what is still owed: MORT_PAY and MORT_BALANCE. */
import { define } from "../definition.js";
import { InputError, isValue } from "../errors.js";
import { finite } from "../finite.js";
import { check, number } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { loan, method, months, paymentShare, type RepaymentMethod, rate, remainingShare } from "./loan.js";

const paymentParams = [
  loan,
  rate,
  months,
  method,
  number("k", {
    unit: "months",
    label: { en: "month of the payment", zh: "第几期" },
    help: {
      en: "Which payment, 1 to months. Matters for equal principal only, whose first payment is the largest. Default 1.",
      zh: "第几期月供，1 至总期数；仅等额本金各期不同，首期最高。默认 1。",
    },
    default: 1,
    domain: { whole: true, atLeast: 1 },
  }),
] as const;

export interface PaymentOptions {
  readonly method?: RepaymentMethod | undefined;
  /** Which payment, from 1. */
  readonly k?: number | undefined;
}

/** Payment of principal and interest in month k of a mortgage; with a level payment every month is the same. */
export function mortgagePayment(loan: number, rate: number, months: number, options: PaymentOptions = {}): number {
  const given = check("MORT_PAY", paymentParams, { loan, rate, months, ...options });
  if (given.k > given.months) throw beyondTerm("MORT_PAY", "k", given.k, given.months, 1);
  return finite("MORT_PAY", given.loan * paymentShare(given.rate, given.months, given.k, given.method));
}

const balanceParams = [
  loan,
  rate,
  months,
  number("paid", {
    unit: "months",
    label: { en: "payments made", zh: "已还期数" },
    help: { en: "Monthly payments made so far, 0 to months.", zh: "已还期数（月），0 至总期数。" },
    domain: { whole: true, atLeast: 0 },
  }),
  method,
] as const;

export interface MethodOptions {
  readonly method?: RepaymentMethod | undefined;
}

/** Principal still owed after a number of monthly payments. */
export function mortgageBalance(loan: number, rate: number, months: number, paid: number, options: MethodOptions = {}): number {
  const given = check("MORT_BALANCE", balanceParams, { loan, rate, months, paid, ...options });
  if (given.paid > given.months) throw beyondTerm("MORT_BALANCE", "paid", given.paid, given.months, 0);
  return given.loan * remainingShare(given.rate, given.months, given.paid, given.method);
}

function beyondTerm(fn: string, argument: string, value: number, term: number, from: number): InputError {
  return new InputError({
    problem: "out-of-range",
    fn,
    argument,
    seen: isValue(value),
    wanted: { en: `a month of the loan, ${from} to ${term}`, zh: `贷款期内的月份，${from} 至 ${term}` },
  });
}

const monthlyInterest = {
  en: "The annual rate is nominal: a month bears rate / 12, as Chinese banks charge it.",
  zh: "年利率为名义利率，每月按年利率的十二分之一计息，与国内银行一致。",
} as const;

export const mortgagePaymentDefinition = define(mortgagePayment, {
  id: "MORT_PAY",
  summary: { en: "Monthly mortgage payment, level payment or equal principal.", zh: "房贷月供：等额本息或等额本金。" },
  formula: {
    en: "i = rate / 12;  level: loan × i / (1 − (1 + i)^−months);  principal: loan / months + i × loan × (months − k + 1) / months",
    zh: "i = rate / 12；等额本息：loan × i / (1 − (1 + i)^−months)；等额本金：loan / months + i × loan × (months − k + 1) / months",
  },
  params: paymentParams,
  returns: { shape: "scalar", unit: "money", label: { en: "payment in month k", zh: "第 k 期月供" } },
  refusals: [{ problem: "out-of-range", when: { en: "k is not a month from 1 to months", zh: "k 不在 1 至总期数之间" } }],
  source: passage(
    reports.landing,
    "answer 110, a home in Tianjin bought in 2022 with a 30-year commercial loan",
    "第 110 个回答，2022 年天津购房、30 年商贷",
  ),
  notes: [
    monthlyInterest,
    {
      en: "The answer's payment of a little over 8,000 a month on 1.2 million is equal principal at 4.9 % (8,233 in the first month). A level payment would need 7.02 %.",
      zh: "该回答 120 万贷款“每月八千出头”的月供，对应 4.9% 的等额本金（首期 8,233 元）；若为等额本息，利率须达 7.02%。",
    },
  ],
  examples: [
    {
      args: { loan: 1200000, rate: 0.049, months: 360, method: "principal", k: 1 },
      result: 8233.333333333334,
      from: { en: "report 000, answer 110: a little over 8,000", zh: "报告 000 第 110 个回答：八千出头" },
    },
    {
      args: { loan: 1200000, rate: 0.049, months: 360 },
      result: 6368.720647473661,
      from: { en: "the same loan as a level payment", zh: "同一贷款按等额本息" },
    },
    { args: { loan: 1200, rate: 0, months: 12 }, result: 100, from: { en: "no interest", zh: "零利率" } },
    {
      args: { loan: 1200000, rate: 0.049, months: 360, k: 361 },
      problem: "out-of-range",
      from: { en: "a month after the last", zh: "超出最后一期" },
    },
    {
      args: { loan: 1200000, rate: 4.9, months: 360 },
      problem: "percent-as-whole-number",
      from: { en: "a percentage without its sign", zh: "漏写百分号" },
    },
  ],
});

export const mortgageBalanceDefinition = define(mortgageBalance, {
  id: "MORT_BALANCE",
  summary: { en: "Mortgage principal still owed after a number of payments.", zh: "还款若干期后的剩余本金。" },
  formula: {
    en: "i = rate / 12;  level: loan × (1 − (1 + i)^−(months − paid)) / (1 − (1 + i)^−months);  principal: loan × (months − paid) / months",
    zh: "i = rate / 12；等额本息：loan × (1 − (1 + i)^−(months − paid)) / (1 − (1 + i)^−months)；等额本金：loan × (months − paid) / months",
  },
  params: balanceParams,
  returns: { shape: "scalar", unit: "money", label: { en: "balance", zh: "剩余本金" } },
  refusals: [{ problem: "out-of-range", when: { en: "paid is more than months", zh: "已还期数超过总期数" } }],
  source: passage(
    reports.landing,
    "answers 7, 46 and 102: what is left of a loan after some years",
    "第 7、46、102 个回答：还款若干年后的剩余贷款",
  ),
  notes: [
    monthlyInterest,
    {
      en: "The answers' balances are equal principal (straight line, whatever the rate): 1.8 million after eight of 30 years leaves 1.32 million; level payments at 4.9 % leave 1.54 million.",
      zh: "各回答中的余额均为等额本金（直线递减，与利率无关）：180 万贷款 30 年期还 8 年剩 132 万；若按 4.9% 等额本息则剩 154 万。",
    },
    {
      en: "Answers that say price and balance fall together overstate repayment: a 30-year level loan at 3.5 % repays 1.9 % in its first year and 10.3 % in five.",
      zh: "“贷款余额与房价同步下跌”的说法高估了还本速度：30 年期、3.5% 的等额本息首年仅还本 1.9%，五年 10.3%。",
    },
    {
      en: "Interest already due but unpaid, penalties and prepayments are not in it.",
      zh: "不含欠息、罚息，也不考虑提前还款。",
    },
  ],
  examples: [
    {
      args: { loan: 1800000, rate: 0.049, months: 360, paid: 96, method: "principal" },
      result: 1320000,
      from: { en: "report 000, answer 7: 1.3 million and more left", zh: "报告 000 第 7 个回答：还剩 130 多万" },
    },
    {
      args: { loan: 1800000, rate: 0.049, months: 360, paid: 96 },
      result: 1541696.244617077,
      from: { en: "the same loan as a level payment", zh: "同一贷款按等额本息" },
    },
    { args: { loan: 1000, rate: 0.05, months: 360, paid: 360 }, result: 0, from: { en: "fully repaid", zh: "全部还清" } },
    {
      args: { loan: 1000, rate: 0.05, months: 360, paid: 361 },
      problem: "out-of-range",
      from: { en: "more payments than months", zh: "已还期数超过总期数" },
    },
    {
      args: { loan: 1000, rate: -0.01, months: 360, paid: 12 },
      problem: "out-of-range",
      from: { en: "a negative rate", zh: "利率为负" },
    },
  ],
});
