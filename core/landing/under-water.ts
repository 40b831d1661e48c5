/** When a falling price overtakes a falling balance, and how fast a fall never does: UNDERWATER and SAFE_FALL. */
import { define } from "../definition.js";
import { InputError } from "../errors.js";
import { check, number } from "../parameters.js";
import { signedRate } from "../rates.js";
import { passage, reports } from "../sources.js";
import { isUnderWater } from "./equity.js";
import { longestTerm, method, months, type RepaymentMethod, rate, remainingShare } from "./loan.js";
import type { MethodOptions } from "./mortgage.js";

/** A loan of more than twice the price is a percentage typed as a whole number, or a mistake. */
export const greatestLoanToValue = 2;

const loanToValue = { unit: "fraction", label: { en: "loan-to-value", zh: "贷款成数" } } as const;

export const underwaterParams = [
  number("ltv", {
    ...loanToValue,
    help: {
      en: "Loan as a share of the price at purchase, 0.7 or 70%. Above 1 if more than the price was lent.",
      zh: "贷款占购房价的比例，0.7 或 70%（首付三成）；贷款超过房价时大于 1。",
    },
    domain: { atLeast: 0, atMost: greatestLoanToValue },
  }),
  rate,
  months,
  number("price_mom", {
    unit: "fraction",
    label: { en: "monthly price change", zh: "房价月度涨跌幅" },
    help: {
      en: "Change of the price each month, signed: -0.01 or -1% for a fall.",
      zh: "房价每月涨跌幅，带符号：每月跌 1% 填 -0.01 或 -1%。",
    },
    domain: signedRate,
  }),
  method,
] as const;

/** A loan and a steady monthly price change, already checked. */
export interface FallingPrice {
  readonly ltv: number;
  readonly rate: number;
  readonly months: number;
  readonly priceMom: number;
  readonly method: RepaymentMethod;
}

/** Balance and value after k months, both as a share of the purchase price. */
export function afterMonths({ ltv, rate, months, priceMom, method }: FallingPrice, k: number) {
  return { balance: ltv * remainingShare(rate, months, k, method), value: (1 + priceMom) ** k };
}

/** First month, from 1, whose balance exceeds the value; undefined if none does. */
export function firstMonthUnderWater(path: FallingPrice): number | undefined {
  for (let k = 1; k <= path.months; k++) {
    const { balance, value } = afterMonths(path, k);
    if (isUnderWater(balance, value)) return k;
  }
  return undefined;
}

/** First month in which more is owed than the home is worth, the price changing by a constant share every month. */
export function underwaterMonth(
  ltv: number,
  rate: number,
  months: number,
  priceMom: number,
  options: MethodOptions = {},
): number {
  const path = check("UNDERWATER", underwaterParams, { ltv, rate, months, priceMom, ...options });
  const month = firstMonthUnderWater(path);
  if (month === undefined) throw neverUnderWater(path);
  return month;
}

function neverUnderWater({ months, priceMom }: FallingPrice): InputError {
  return new InputError({
    problem: "never",
    fn: "UNDERWATER",
    argument: "price_mom",
    seen: {
      en: `is ${priceMom}: never under water, the balance stays at or below the value in all ${months} months`,
      zh: `是 ${priceMom}：${months} 个月内剩余贷款始终不超过房价，不会资不抵债`,
    },
    wanted: { en: "a faster fall (SAFE_FALL gives the limit)", zh: "更快的跌幅（界限见 SAFE_FALL）" },
  });
}

export const safeLoanToValue = number("ltv", {
  ...loanToValue,
  help: {
    en: "Loan as a share of the price at purchase, 0.7 or 70%; at most 1.",
    zh: "贷款占购房价的比例，0.7 或 70%（首付三成），最大为 1。",
  },
  domain: { atLeast: 0, atMost: 1 },
});

const horizonWords = {
  unit: "months",
  label: { en: "months of falling", zh: "下跌月数" },
  help: {
    en: "Months that the fall lasts, the price then staying flat. Default: the whole term.",
    zh: "下跌持续的月数，之后房价持平。默认为整个贷款期。",
  },
  domain: { whole: true, atLeast: 1, atMost: longestTerm },
} as const;

export const horizon = number("horizon", horizonWords);

const safeParams = [safeLoanToValue, rate, months, method, number("horizon", { ...horizonWords, optional: true })] as const;

export interface SafeFallOptions extends MethodOptions {
  /** Months that the fall lasts. */
  readonly horizon?: number | undefined;
}

/** Largest constant monthly fall, as a positive share, that never takes the value below the balance. */
export function safeFall(ltv: number, rate: number, months: number, options: SafeFallOptions = {}): number {
  const given = check("SAFE_FALL", safeParams, { ltv, rate, months, ...options });
  return safeMonthlyFall(given, given.horizon ?? given.months);
}

/** The month that leaves a falling price the least room. */
export interface TightestMonth {
  /** From 1. */
  readonly month: number;
  /** What is then owed, as a share of the purchase price. */
  readonly balance: number;
  /** The constant monthly fall that takes the value there in that month: the answer of SAFE_FALL. */
  readonly fall: number;
}

/**
 * The month that decides SAFE_FALL.
 * @throws InputError as SAFE_FALL does
 */
export function tightestMonth(ltv: number, rate: number, months: number, options: SafeFallOptions = {}): TightestMonth {
  const given = check("tightestMonth", safeParams, { ltv, rate, months, ...options });
  return tightestOf(given, given.horizon ?? given.months);
}

/** SAFE_FALL of a loan that was already checked, for a fall that lasts `horizon` months. */
export function safeMonthlyFall(loan: Omit<FallingPrice, "priceMom">, horizon: number): number {
  return tightestOf(loan, horizon).fall;
}

/** The first of them, where several are equal: a loan of nothing stands any fall in any month. */
function tightestOf(loan: Omit<FallingPrice, "priceMom">, horizon: number): TightestMonth {
  const tightest = { month: 1, balance: 0, fall: Number.POSITIVE_INFINITY };
  for (let k = 1; k <= Math.min(horizon, loan.months); k++) {
    const owed = loan.ltv * remainingShare(loan.rate, loan.months, k, loan.method);
    const fall = -Math.expm1(Math.log(owed) / k);
    if (fall < tightest.fall) Object.assign(tightest, { month: k, balance: owed, fall });
  }
  return tightest;
}

const oneYearOrFive = passage(
  reports.landing,
  "answer 50: halving in one year or in five; price and balance side by side",
  "第 50 个回答：一年腰斩与五年腰斩，房价与贷款余额的赛跑",
);

export const underwaterMonthDefinition = define(underwaterMonth, {
  id: "UNDERWATER",
  summary: {
    en: "First month in which a mortgage exceeds the value of its home.",
    zh: "房贷余额首次超过房屋价值（资不抵债）的月份。",
  },
  formula: {
    en: "smallest k ≥ 1 with ltv × balance(k) / loan > (1 + price_mom)^k",
    zh: "满足 ltv × 余额(k) / 贷款 > (1 + price_mom)^k 的最小 k ≥ 1",
  },
  params: underwaterParams,
  returns: { shape: "scalar", unit: "months", label: { en: "first month under water", zh: "首次资不抵债的月份" } },
  refusals: [{ problem: "never", when: { en: "the balance never exceeds the value", zh: "剩余贷款始终不超过房屋价值" } }],
  source: oneYearOrFive,
  notes: [
    {
      en: "Strict: a balance equal to the value is not under water, so the day of purchase (month 0) never counts, not even with a loan of the whole price.",
      zh: "严格大于：余额等于房价不算资不抵债；因此购房当日（第 0 月）不计，即使零首付。",
    },
    {
      en: "The report says that a loan and a price falling 10 % a year shrink together. They do not: at 3.5 % over 30 years a 70 % loan repays 10.3 % of itself in five years and is under water in month 43 at −1 % a month. Spreading a fall of 50 % over five years instead of one moves the month from 7 to 37; it does not remove it.",
      zh: "报告称房价每年跌 10% 时与贷款余额同步下降，并不成立：3.5%、30 年、贷七成，五年只还本 10.3%，每月跌 1% 时第 43 个月即资不抵债。同样跌 50%，由一年拉长到五年，只是从第 7 个月推迟到第 37 个月。",
    },
    {
      en: "The price is an index without the home's own dispersion, and the fall goes on for the whole term.",
      zh: "房价为均值路径，未计单套房屋的离散；跌势假定延续整个贷款期。",
    },
  ],
  examples: [
    {
      args: { ltv: 0.7, rate: 0.035, months: 360, price_mom: -0.01 },
      result: 43,
      from: { en: "report 000, answer 50: about 10 % a year", zh: "报告 000 第 50 个回答：每年约 10%" },
    },
    {
      args: { ltv: 0.7, rate: 0.035, months: 360, price_mom: -0.01148597964710385 },
      result: 37,
      from: { en: "report 000, answer 50: halved in five years", zh: "报告 000 第 50 个回答：五年腰斩" },
    },
    {
      args: { ltv: 0.7, rate: 0.035, months: 360, price_mom: -0.05612568731830647 },
      result: 7,
      from: { en: "report 000, answer 50: halved in one year", zh: "报告 000 第 50 个回答：一年腰斩" },
    },
    {
      args: { ltv: 1, rate: 0.035, months: 360, price_mom: -0.01, method: "level" },
      result: 1,
      from: { en: "nothing down: month 0 does not count", zh: "零首付：第 0 月不计" },
    },
    {
      args: { ltv: 0.5, rate: 0.035, months: 360, price_mom: -0.004 },
      problem: "never",
      from: { en: "half down and a slow fall", zh: "首付五成且跌得慢" },
    },
    {
      args: { ltv: 0.7, rate: 0.035, months: 360, price_mom: -1 },
      problem: "percent-as-whole-number",
      from: { en: "−1 for −1 %", zh: "-1% 写成 -1" },
    },
  ],
});

export const safeFallDefinition = define(safeFall, {
  id: "SAFE_FALL",
  summary: {
    en: "Largest constant monthly fall that never puts the mortgage under water.",
    zh: "始终不会资不抵债的最大月度跌幅（匀速下跌）。",
  },
  formula: {
    en: "min over k = 1 … horizon of 1 − (ltv × balance(k) / loan)^(1/k)",
    zh: "k = 1 … horizon 中 1 − (ltv × 余额(k) / 贷款)^(1/k) 的最小值",
  },
  params: safeParams,
  returns: { shape: "scalar", unit: "fraction", label: { en: "fall per month (positive)", zh: "每月跌幅（正数）" } },
  source: passage(
    reports.landing,
    "answer 102: what is still owed must stay well below what the home is worth",
    "第 102 个回答：剩余贷款须远小于房价残值",
  ),
  notes: [
    {
      en: "The answer is a positive fall; UNDERWATER takes it with a minus sign. At exactly this fall balance and value touch, which is not under water.",
      zh: "结果为正的跌幅，代入 UNDERWATER 时取负号。恰以此速度下跌时余额与房价相等，不算资不抵债。",
    },
    {
      en: "A horizon beyond the term changes nothing: a repaid loan cannot be under water. With horizon 60 a 70 % loan at 3.5 % stands 0.773 % a month, 37.2 % in all.",
      zh: "下跌期长于贷款期时结果不变：还清后不存在资不抵债。下跌期 60 个月时，3.5%、贷七成可承受每月 0.773%，合计 37.2%。",
    },
    {
      en: "Safe by loan-to-value only: it says nothing about income, which decides most defaults.",
      zh: "仅就贷款成数而言安全；多数违约还取决于收入。",
    },
  ],
  examples: [
    {
      args: { ltv: 0.7, rate: 0.035, months: 360 },
      result: 0.004544897144910798,
      from: { en: "computed: 5.3 % a year", zh: "计算：年跌幅 5.3%" },
    },
    {
      args: { ltv: 0.7, rate: 0.035, months: 360, method: "principal" },
      result: 0.00580904325559517,
      from: { en: "equal principal repays sooner", zh: "等额本金还本更快" },
    },
    {
      args: { ltv: 0.7, rate: 0.035, months: 360, method: "level", horizon: 60 },
      result: 0.007726777051443978,
      from: { en: "a fall of five years", zh: "下跌五年" },
    },
    {
      args: { ltv: 1.1, rate: 0.035, months: 360 },
      problem: "out-of-range",
      from: { en: "more lent than the price", zh: "贷款超过房价" },
    },
  ],
});
