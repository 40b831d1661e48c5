/** Every month of a mortgage, for both repayment methods. Core only: too many rows for a cell's answer. */
import { check } from "../parameters.js";
import { loan, method, monthlyRate, months, paymentShare, rate, remainingShare } from "./loan.js";
import type { MethodOptions } from "./mortgage.js";

/** One month of a mortgage; amounts in the loan's unit. */
export interface ScheduleMonth {
  /** From 1. */
  readonly month: number;
  /** interest + principal */
  readonly payment: number;
  readonly interest: number;
  readonly principal: number;
  /** Still owed after the payment; exactly 0 in the last month. */
  readonly balance: number;
}

const params = [loan, rate, months, method] as const;

/**
 * The amortisation schedule of a mortgage.
 * @param loan amount borrowed
 * @param rate nominal annual rate, 0.035
 * @param months term
 * @returns one row per month. Every balance comes from its closed form, so that no rounding builds up
 * @throws InputError as MORT_BALANCE does
 */
export function mortgageSchedule(
  loan: number,
  rate: number,
  months: number,
  options: MethodOptions = {},
): readonly ScheduleMonth[] {
  const given = check("mortgageSchedule", params, { loan, rate, months, ...options });
  const owedAfter = (paid: number) => given.loan * remainingShare(given.rate, given.months, paid, given.method);
  return Array.from({ length: given.months }, (_, j) => {
    const owed = owedAfter(j);
    const balance = owedAfter(j + 1);
    return {
      month: j + 1,
      payment: given.loan * paymentShare(given.rate, given.months, j + 1, given.method),
      interest: owed * monthlyRate(given.rate),
      principal: owed - balance,
      balance,
    };
  });
}
