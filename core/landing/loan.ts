/**
 * A fixed-rate mortgage in closed form: arguments that several functions share, monthly rate, payment, remaining balance.
 * Here: arithmetic on arguments already checked. Not here: catalogued functions (mortgage.ts), month-by-month tables (schedule.ts).
 */
import { choice, number } from "../parameters.js";
import { rateFromZero } from "../rates.js";

const monthsPerYear = 12;
/** Longest term accepted, 100 years: beyond it the number is not a count of months. */
export const longestTerm = 1200;

/** level = 等额本息, equal payments; principal = 等额本金, equal principal and a falling payment. */
export type RepaymentMethod = "level" | "principal";

export const loan = number("loan", {
  unit: "money",
  label: { en: "loan", zh: "贷款本金" },
  help: { en: "Amount borrowed, in any one unit; the answer is in the same unit.", zh: "贷款本金，单位任意，结果与之相同。" },
  domain: { atLeast: 0 },
});

export const rate = number("rate", {
  unit: "fraction",
  label: { en: "annual rate", zh: "年利率" },
  help: {
    en: "Nominal mortgage rate per year, 0.035 or 3.5%; a month bears one twelfth of it. 0 is allowed.",
    zh: "房贷名义年利率，0.035 或 3.5%，每月按十二分之一计息；可为 0。",
  },
  domain: rateFromZero,
});

export const months = number("months", {
  unit: "months",
  label: { en: "term in months", zh: "贷款期数" },
  help: { en: "Term of the loan in months: 360 for 30 years.", zh: "贷款总期数（月），30 年为 360。" },
  domain: { whole: true, atLeast: 1, atMost: longestTerm },
});

export const method = choice(
  "method",
  [
    { value: "level", label: { en: "level payment", zh: "等额本息" } },
    { value: "principal", label: { en: "equal principal", zh: "等额本金" } },
  ] as const,
  {
    label: { en: "repayment method", zh: "还款方式" },
    help: {
      en: "level (default): equal payments, 等额本息. principal: equal principal, falling payments, 等额本金.",
      zh: "level（默认）：等额本息；principal：等额本金，月供逐月递减。",
    },
    default: "level",
  },
);

/** Interest that one month bears, as a fraction of the balance. Below one rounding error of 1 it counts as none. */
export function monthlyRate(annualRate: number): number {
  const monthly = annualRate / monthsPerYear;
  return monthly < Number.EPSILON ? 0 : monthly;
}

/** Share of the loan still owed after `paid` of `term` payments, 1 to 0. */
export function remainingShare(annualRate: number, term: number, paid: number, by: RepaymentMethod): number {
  const monthly = monthlyRate(annualRate);
  if (by === "principal" || monthly === 0) return (term - paid) / term;
  const growth = Math.log1p(monthly);
  // Minus a difference, not a difference turned round: 0 must stay 0 divided by a negative number, never −0.
  return Math.expm1(-(term - paid) * growth) / Math.expm1(-term * growth);
}

/** Payment in month k (from 1) as a share of the loan. */
export function paymentShare(annualRate: number, term: number, k: number, by: RepaymentMethod): number {
  const monthly = monthlyRate(annualRate);
  if (by === "principal") return 1 / term + remainingShare(annualRate, term, k - 1, by) * monthly;
  return monthly === 0 ? 1 / term : -monthly / Math.expm1(-term * Math.log1p(monthly));
}
