/**
 * Loss on loans whose borrowers lose their income at random: the expected loss along one path of balance and value, and
 * the closed form of its simplest case. A borrower who is struck while under water defaults; one struck above water
 * sells and repays. No buffer, no cure, no choice: those belong to the simulation. Core only.
 */
import { InputError } from "../errors.js";
import { type Column, check, column, number } from "../parameters.js";
import { share, signedRate } from "../rates.js";
import { tolerance } from "../tolerance.js";
import { homePrice, isUnderWater } from "./equity.js";
import { longestTerm } from "./loan.js";
import { safeLoanToValue } from "./under-water.js";

export const hazard = number("hazard", {
  unit: "fraction",
  label: { en: "hazard of losing income", zh: "失去收入的月概率" },
  help: {
    en: "Share of borrowers still paying who lose their income for good in a month, such as 0.002.",
    zh: "每月仍在还款的借款人中，持续失去收入的比例，如 0.002。",
  },
  domain: share,
});

export const haircut = number("haircut", {
  unit: "fraction",
  label: { en: "forced-sale discount", zh: "法拍折价" },
  help: { en: "Discount of a forced sale below the price, 0 to 1. Default 0.", zh: "法拍成交价低于市价的比例，0 至 1。默认 0。" },
  default: 0,
  domain: share,
});

export const recourse = number("recourse", {
  unit: "fraction",
  label: { en: "shortfall recovered", zh: "追偿比例" },
  help: {
    en: "Share of what is still owed after the sale that the borrower pays in the end, 0 to 1. Default 0.",
    zh: "处置后仍欠部分中最终由借款人偿还的比例，0 至 1。默认 0。",
  },
  default: 0,
  domain: share,
});

const pathParams = [
  column("balances", {
    unit: "money",
    label: { en: "balances", zh: "各月余额" },
    help: { en: "What is owed at the end of month 1, 2, …", zh: "第 1、2……个月末的贷款余额。" },
    domain: { atLeast: 0 },
  }),
  column("values", {
    unit: "money",
    label: { en: "values", zh: "各月房价" },
    help: { en: "What the home is worth in the same months.", zh: "同月房屋价值。" },
    domain: { atLeast: 0 },
    sameLengthAs: "balances",
  }),
  hazard,
  haircut,
  recourse,
] as const;

export interface ShockOptions {
  /** Discount of a forced sale, 0–1. Default 0. */
  readonly haircut?: number | undefined;
  /** Share of the shortfall that the borrower pays, 0–1. Default 0. */
  readonly recourse?: number | undefined;
}

/** Expected results per loan made; money in the unit of the path. */
export interface ShockLoss {
  /** First month under water, from 1; undefined if none. */
  readonly firstUnderwater: number | undefined;
  /** Share of all loans that default. */
  readonly defaultRate: number;
  /** Loss of the bank. */
  readonly bank: number;
  /** What buyers at forced sales gain below the price. */
  readonly discount: number;
}

/**
 * Expected loss on a loan along a path of balance and value, month by month.
 * @param balances owed at the end of each month
 * @param values of the home in the same months
 * @throws InputError "length-mismatch", "out-of-range", "too-short"
 */
export function lossAlongPath(balances: Column, values: Column, hazard: number, options: ShockOptions = {}): ShockLoss {
  const path = check("lossAlongPath", pathParams, { balances, values, hazard, ...options });
  let [paying, defaultRate, bank, discount] = [1, 0, 0, 0];
  let firstUnderwater: number | undefined;
  for (let k = 0; k < path.values.length; k++) {
    const [owed, worth] = [path.balances[k] as number, path.values[k] as number];
    const struck = paying * path.hazard;
    paying -= struck;
    if (!isUnderWater(owed, worth)) continue;
    firstUnderwater ??= k + 1;
    defaultRate += struck;
    discount += struck * worth * path.haircut;
    bank += struck * (1 - path.recourse) * (owed - worth * (1 - path.haircut));
  }
  return { firstUnderwater, defaultRate, bank, discount };
}

const closedParams = [
  homePrice,
  safeLoanToValue,
  number("price_mom", {
    unit: "fraction",
    label: { en: "monthly price change", zh: "房价月度涨跌幅" },
    help: { en: "Change of the price each month, signed.", zh: "房价每月涨跌幅，带符号。" },
    domain: signedRate,
  }),
  hazard,
  number("months", {
    unit: "months",
    label: { en: "months", zh: "月数" },
    help: { en: "Months that the loan and the fall last.", zh: "贷款与下跌持续的月数。" },
    domain: { whole: true, atLeast: 1, atMost: longestTerm },
  }),
  haircut,
] as const;

/**
 * The same in closed form for a loan that repays nothing and a price that changes by a constant share. With q = 1 + price
 * change, s = 1 − hazard and k0 = ⌊ln ltv / ln q⌋ + 1:
 * defaults = s^(k0 − 1) − s^T;
 * bank = ltv × price × defaults − (1 − haircut) × price × hazard × q^k0 × s^(k0 − 1) × (1 − (s q)^(T − k0 + 1)) / (1 − s q).
 * @param price at purchase
 * @param months T
 * @throws InputError as `lossAlongPath`
 */
export function interestOnlyLoss(
  price: number,
  ltv: number,
  priceMom: number,
  hazard: number,
  months: number,
  options: Pick<ShockOptions, "haircut"> = {},
): Omit<ShockLoss, "discount"> {
  const loan = check("interestOnlyLoss", closedParams, { price, ltv, priceMom, hazard, months, ...options });
  const [q, s] = [1 + loan.priceMom, 1 - loan.hazard];
  // Equal on paper is not under water: an exact power must not come out a month early.
  const first = q < 1 ? Math.floor(Math.log(loan.ltv) / Math.log(q) + tolerance) + 1 : Number.POSITIVE_INFINITY;
  if (first > loan.months || loan.ltv === 0) return { firstUnderwater: undefined, defaultRate: 0, bank: 0 };
  const defaultRate = s ** (first - 1) - s ** loan.months;
  const sold = (loan.hazard * q ** first * s ** (first - 1) * (1 - (s * q) ** (loan.months - first + 1))) / (1 - s * q);
  const bank = loan.price * (loan.ltv * defaultRate - (1 - loan.haircut) * sold);
  return { firstUnderwater: first, defaultRate, bank };
}

/**
 * Monthly hazard of a shock that lasts longer than a borrower can wait: hazard × (1 − recovery)^months.
 * @param hazard of losing income in a month, 0–1
 * @param recovery share of those without income who find one in a month, 0–1
 * @param months of payments that savings cover, and missed payments that a bank bears
 * @throws InputError "out-of-range"
 */
export function lastingHazard(hazard: number, recovery: number, months: number): number {
  return unit("lastingHazard", "hazard", hazard) * (1 - unit("lastingHazard", "recovery", recovery)) ** months;
}

/**
 * Share of homes that have changed hands within so many months: 1 − (1 − turnover)^months.
 * @param turnover share of homes sold in a month, 0–1
 * @throws InputError "out-of-range"
 */
export function shareHandedOver(turnover: number, months: number): number {
  return -Math.expm1(months * Math.log1p(-unit("shareHandedOver", "turnover", turnover)));
}

function unit(fn: string, argument: string, value: number): number {
  if (value >= 0 && value <= 1) return value;
  const seen = { en: `is ${value}`, zh: `是 ${value}` };
  const wanted = { en: "a share from 0 to 1", zh: "0 至 1 的比例" };
  throw new InputError({ problem: "out-of-range", fn, argument, seen, wanted });
}
