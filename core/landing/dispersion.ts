/**
 * Homes that do not move with the index: what share of like loans is under water, and how bad a bad year can be.
 * Two closed forms that a simulation of many loans must agree with. Core only.
 */
import { normalCdf, normalQuantile } from "../normal.js";
import { check, number } from "../parameters.js";
import { homePrice, isUnderWater, loanBalance } from "./equity.js";

const spreadParams = [
  loanBalance,
  homePrice,
  number("dispersion", {
    unit: "fraction",
    label: { en: "dispersion per root year", zh: "离散度（每年平方根）" },
    help: {
      en: "Standard deviation, in logarithms, of one home against the index after one year; it grows with the root of time.",
      zh: "单套房屋相对指数的年化（对数）标准差，随时间平方根增长。",
    },
    domain: { wholePercentBeyond: 1, atLeast: 0 },
  }),
  number("years", {
    unit: "years",
    label: { en: "years since purchase", zh: "购房后年数" },
    help: { en: "Years since the purchase, need not be whole.", zh: "购房至今的年数，可为小数。" },
    domain: { atLeast: 0 },
  }),
] as const;

/**
 * Share of like loans that exceed the value of their home, where homes are lognormal around an expected value:
 * Φ((ln(balance / price) + v²/2) / v), v = dispersion × √years.
 * @param price expected value of the home: purchase price × index
 * @returns 0–1; without dispersion 1 if the expected home is under water, else 0
 * @throws InputError "out-of-range", "wrong-type"
 */
export function shareUnderWater(balance: number, price: number, dispersion: number, years: number): number {
  const loans = check("shareUnderWater", spreadParams, { balance, price, dispersion, years });
  const spread = loans.dispersion * Math.sqrt(loans.years);
  if (spread === 0 || loans.balance === 0 || loans.price === 0) return isUnderWater(loans.balance, loans.price) ? 1 : 0;
  return normalCdf((Math.log(loans.balance / loans.price) + spread ** 2 / 2) / spread);
}

const openShare = { wholePercentBeyond: 1, above: 0, below: 1 } as const;

const poolParams = [
  number("default_rate", {
    unit: "fraction",
    label: { en: "mean default rate", zh: "平均违约率" },
    help: { en: "Expected share of loans that default, above 0 and below 1.", zh: "违约贷款的期望占比，0 与 1 之间。" },
    domain: openShare,
  }),
  number("correlation", {
    unit: "fraction",
    label: { en: "correlation", zh: "相关系数" },
    help: {
      en: "Correlation of borrowers through one common factor, 0 to below 1; bank capital rules take 0.15 for home loans.",
      zh: "借款人通过单一公共因子的相关系数，0 至 1（不含 1）；银行资本规则对住房贷款取 0.15。",
    },
    domain: { wholePercentBeyond: 1, atLeast: 0, below: 1 },
  }),
  number("confidence", {
    unit: "fraction",
    label: { en: "confidence", zh: "置信水平" },
    help: { en: "Share of years that are no worse, such as 0.999.", zh: "不劣于此的年份占比，如 0.999。" },
    domain: openShare,
  }),
] as const;

/**
 * Default rate of a very large pool in a bad year, all borrowers sharing one factor (Vasicek 2002):
 * Φ((Φ⁻¹(rate) + √correlation × Φ⁻¹(confidence)) / √(1 − correlation)).
 * @returns share of loans; with no correlation the mean itself
 * @throws InputError "out-of-range", "percent-as-whole-number"
 */
export function largePoolDefaultRate(defaultRate: number, correlation: number, confidence: number): number {
  const pool = check("largePoolDefaultRate", poolParams, { defaultRate, correlation, confidence });
  const shared = Math.sqrt(pool.correlation) * normalQuantile(pool.confidence);
  return normalCdf((normalQuantile(pool.defaultRate) + shared) / Math.sqrt(1 - pool.correlation));
}
