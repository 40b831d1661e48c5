/**
 * Loans as people keep them in a table, and where each stands on a day: balance, value, equity.
 * Here: the columns' names, what blanks mean, and the arithmetic of one row. Not here: reading a file (notebooks).
 */
import { isCalendarMonth } from "../calendar.js";
import { chainedChange, type MonthOnMonth } from "../chain.js";
import { InputError, isValue, type Problem, type Text } from "../errors.js";
import { check } from "../parameters.js";
import { isUnderWater } from "./equity.js";
import { method, type RepaymentMethod, remainingShare } from "./loan.js";
import { mortgageBalance } from "./mortgage.js";

/** One loan on one home. Money in one unit. */
export interface OwnLoan {
  readonly loan: string;
  /** Chinese name, as in the price series; "" if none was given. */
  readonly city: string;
  /** yyyy-mm */
  readonly bought: string;
  readonly price: number;
  readonly borrowed: number;
  /** Annual, 0.035. */
  readonly rate: number;
  readonly months: number;
  readonly method: RepaymentMethod;
  /** Undefined: taken from the city's index. */
  readonly priceNow: number | undefined;
}

/**
 * The columns of a table of loans. bought, price, borrowed, rate and months are needed; a blank method is level; a blank
 * price_now is the purchase price moved by the city's index, so one of price_now and city is needed.
 */
export const loanColumns = ["loan", "city", "bought", "price", "borrowed", "rate", "months", "method", "price_now"] as const;

export type LoanRow = { readonly [Column in (typeof loanColumns)[number]]?: unknown };

const fn = "loansFromTable";

/**
 * Loans from the rows of a table.
 * @throws InputError naming column and row: "missing-argument" for a blank that is needed, "wrong-type" for a word where a
 * number or a month belongs, "unknown-argument" for a column that is not one of `loanColumns`, "unknown-choice" for a
 * method, "too-short" for no rows, and whatever MORT_BALANCE refuses
 */
export function loansFromTable(rows: readonly LoanRow[]): readonly OwnLoan[] {
  if (rows.length === 0)
    throw refusal("too-short", "rows", { en: "is empty", zh: "为空" }, { en: "at least one loan", zh: "至少一笔贷款" });
  const unknown = Object.keys(rows[0] as LoanRow).find((name) => !(loanColumns as readonly string[]).includes(name));
  if (unknown !== undefined) {
    const wanted = loanColumns.join(", ");
    throw refusal("unknown-argument", unknown, { en: "is not a column", zh: "不是可用的列" }, { en: wanted, zh: wanted });
  }
  return rows.map(loanFromRow);
}

function loanFromRow(row: LoanRow, at: number): OwnLoan {
  const city = isBlank(row.city) ? "" : String(row.city).trim();
  const priceNow = isBlank(row.price_now) ? undefined : amount("price_now", row.price_now, at);
  if (city === "" && priceNow === undefined)
    throw refusal("missing-argument", "price_now", blank, { en: "a price, or a city in its column", zh: "现价，或填写城市" }, at);
  const loan = {
    loan: isBlank(row.loan) ? `${at + 1}` : String(row.loan),
    city,
    bought: monthOf(row.bought, at),
    price: amount("price", row.price, at),
    borrowed: amount("borrowed", row.borrowed, at),
    rate: amount("rate", row.rate, at),
    months: amount("months", row.months, at),
    method: check(fn, [method], { method: isBlank(row.method) ? undefined : String(row.method) }).method,
    priceNow,
  };
  if (loan.price <= 0)
    throw refusal("out-of-range", "price", isValue(loan.price), { en: "a price above 0", zh: "大于 0 的房价" }, at);
  // Refuses a rate or a term that is none, in the words of MORT_BALANCE.
  mortgageBalance(loan.borrowed, loan.rate, loan.months, 0, { method: loan.method });
  return loan;
}

/** A loan as it stands on a day. */
export interface Standing {
  readonly loan: OwnLoan;
  /** Payments made. */
  readonly paid: number;
  readonly balance: number;
  readonly value: number;
  /** What the value rests on. */
  readonly valuedBy: "price" | "index";
  /** value − balance */
  readonly equity: number;
  readonly underWater: boolean;
}

/**
 * Every loan as it stands after the payment of a month.
 * @param asOf yyyy-mm, not before any purchase
 * @param series month-on-month price series by Chinese city name, for loans without a price of today
 * @throws InputError "out-of-range" for a purchase after `asOf`, "not-in-table" for a city without a series, and whatever
 * `chainedChange` refuses
 */
export function standings(
  loans: readonly OwnLoan[],
  asOf: string,
  series: ReadonlyMap<string, readonly MonthOnMonth[]>,
): readonly Standing[] {
  return loans.map((loan, at) => {
    const since = monthsFrom(loan.bought, asOf);
    if (!(since >= 0)) {
      const wanted = { en: `a month up to ${asOf}`, zh: `不晚于 ${asOf} 的年月` };
      throw refusal("out-of-range", "bought", isValue(loan.bought), wanted, at, "standings");
    }
    const paid = Math.min(since, loan.months);
    const balance = loan.borrowed * remainingShare(loan.rate, loan.months, paid, loan.method);
    const value = loan.priceNow ?? loan.price * indexOf(loan, asOf, series, at);
    const valuedBy = loan.priceNow === undefined ? "index" : "price";
    return { loan, paid, balance, value, valuedBy, equity: value - balance, underWater: isUnderWater(balance, value) };
  });
}

function indexOf(loan: OwnLoan, asOf: string, series: ReadonlyMap<string, readonly MonthOnMonth[]>, at: number): number {
  const own = series.get(loan.city);
  if (own === undefined) {
    const wanted = { en: "a city of the price series, or a price_now", zh: "价格序列中的城市，或填写 price_now" };
    throw refusal("not-in-table", "city", isValue(loan.city), wanted, at, "standings");
  }
  return loan.bought === asOf ? 1 : 1 + chainedChange(own, { from: loan.bought, to: asOf });
}

/** Months from one yyyy-mm to another; NaN if one is none. */
function monthsFrom(from: string, to: string): number {
  const count = (month: string) =>
    isCalendarMonth(month) ? 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) : Number.NaN;
  return count(to) - count(from);
}

const blank: Text = { en: "is blank", zh: "为空" };

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || Number.isNaN(value) || String(value).trim() === "";
}

function amount(column: string, value: unknown, at: number): number {
  if (isBlank(value)) throw refusal("missing-argument", column, blank, { en: "a number", zh: "数字" }, at);
  const number = typeof value === "string" ? Number(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw refusal("wrong-type", column, isValue(value), { en: "a number", zh: "数字" }, at);
}

function monthOf(value: unknown, at: number): string {
  const month = isBlank(value) ? "" : String(value).trim();
  if (isCalendarMonth(month)) return month;
  throw refusal("wrong-type", "bought", isValue(value), { en: "a month, yyyy-mm", zh: "年月，yyyy-mm" }, at);
}

function refusal(problem: Problem, argument: string, seen: Text, wanted: Text, at?: number, by = fn): InputError {
  return new InputError({ problem, fn: by, argument, seen, wanted, ...(at === undefined ? {} : { at }) });
}
