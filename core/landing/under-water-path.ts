/**
 * Balance against value month by month, the largest total fall that stays safe, and the first month under water over
 * a grid of loans and price changes. Core only: whole paths and tables.
 */
import { type Column, check, column } from "../parameters.js";
import { signedRate } from "../rates.js";
import { isUnderWater } from "./equity.js";
import { method, months, rate } from "./loan.js";
import type { MethodOptions } from "./mortgage.js";
import {
  afterMonths,
  firstMonthUnderWater,
  greatestLoanToValue,
  horizon,
  safeLoanToValue,
  safeMonthlyFall,
  underwaterParams,
} from "./under-water.js";

/** One month of a mortgage on a home whose price changes; amounts as shares of the purchase price. */
export interface UnderWaterMonth {
  /** 0 is the day of purchase. */
  readonly month: number;
  readonly balance: number;
  readonly value: number;
  /** value − balance */
  readonly equity: number;
  readonly underWater: boolean;
}

/**
 * Balance and value from purchase to the last payment.
 * @param ltv loan as a share of the price
 * @param priceMom price change per month, signed
 * @returns months 0 to `months`. Month 0 can be under water only if more than the price was lent
 * @throws InputError as UNDERWATER does, except "never"
 */
export function underwaterPath(
  ltv: number,
  rate: number,
  months: number,
  priceMom: number,
  options: MethodOptions = {},
): readonly UnderWaterMonth[] {
  const path = check("underwaterPath", underwaterParams, { ltv, rate, months, priceMom, ...options });
  return Array.from({ length: path.months + 1 }, (_, month) => {
    const { balance, value } = afterMonths(path, month);
    return { month, balance, value, equity: value - balance, underWater: isUnderWater(balance, value) };
  });
}

const totalParams = [safeLoanToValue, rate, months, horizon, method] as const;

/**
 * Largest total fall over a horizon, at a constant monthly pace, that never takes the value below the balance.
 * @param horizon months that the fall lasts; the price is flat afterwards
 * @returns a positive share: 0.372 for a 70 % loan at 3.5 % over 30 years and a horizon of 60
 * @throws InputError as SAFE_FALL does
 */
export function safeTotalFall(ltv: number, rate: number, months: number, horizon: number, options: MethodOptions = {}): number {
  const given = check("safeTotalFall", totalParams, { ltv, rate, months, horizon, ...options });
  return -Math.expm1(given.horizon * Math.log1p(-safeMonthlyFall(given, given.horizon)));
}

const gridParams = [
  column("ltvs", {
    unit: "fraction",
    label: { en: "loan-to-values", zh: "贷款成数" },
    help: { en: "Loans as shares of the price.", zh: "贷款占房价的比例。" },
    domain: { atLeast: 0, atMost: greatestLoanToValue },
  }),
  column("price_moms", {
    unit: "fraction",
    label: { en: "monthly price changes", zh: "房价月度涨跌幅" },
    help: { en: "Price changes per month, signed.", zh: "房价每月涨跌幅，带符号。" },
    domain: signedRate,
  }),
  rate,
  months,
  method,
] as const;

/** First months under water: one row per loan-to-value, one column per price change; undefined is never. */
export type UnderWaterGrid = readonly (readonly (number | undefined)[])[];

/**
 * UNDERWATER over loan-to-value × monthly price change.
 * @throws InputError for an argument that UNDERWATER would refuse; never is not an error here
 */
export function underwaterGrid(
  ltvs: Column,
  priceMoms: Column,
  rate: number,
  months: number,
  options: MethodOptions = {},
): UnderWaterGrid {
  const grid = check("underwaterGrid", gridParams, { ltvs, priceMoms, rate, months, ...options });
  return Array.from(grid.ltvs, (ltv) =>
    Array.from(grid.priceMoms, (priceMom) => firstMonthUnderWater({ ...grid, ltv, priceMom })),
  );
}
