/** Payments, balances and schedules of both repayment methods: published cases, boundaries, and P9 of the method. */
import fc from "fast-check";
import { catalog, homeEquity, mortgageBalance, mortgagePayment, mortgageSchedule } from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "./problem.js";

const annualRate = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.5, noNaN: true }));
const term = fc.integer({ min: 1, max: 1200 });
const method = fc.constantFrom("level" as const, "principal" as const);
const amount = fc.double({ min: 1, max: 1e8, noNaN: true });

describe("mortgagePayment(loan, rate, months)", () => {
  it("reproduces a little over 8,000 a month only as equal principal", () => {
    expect(mortgagePayment(1_200_000, 0.049, 360, { method: "principal" })).toBeCloseTo(8233.33, 2);
    expect(mortgagePayment(1_200_000, 0.049, 360)).toBeCloseTo(6368.72, 2);
    expect(mortgagePayment(1_200_000, 0.0702, 360)).toBeCloseTo(8000, -1);
  });

  it("divides the loan evenly at a zero rate, by either method and in every month", () => {
    for (const by of ["level", "principal"] as const)
      for (const k of [1, 5, 12]) expect(mortgagePayment(1200, 0, 12, { method: by, k })).toBe(100);
  });

  it("repays loan and one month's interest when the term is one month", () => {
    for (const by of ["level", "principal"] as const) expect(mortgagePayment(1200, 0.12, 1, { method: by })).toBeCloseTo(1212, 9);
  });

  it("asks the most in the first month of equal principal, and one share with a month's interest on it in the last", () => {
    expect(mortgagePayment(360_000, 0.06, 360, { method: "principal", k: 1 })).toBeCloseTo(1000 + 1800, 9);
    expect(mortgagePayment(360_000, 0.06, 360, { method: "principal", k: 360 })).toBeCloseTo(1000 + 5, 9);
    expect(mortgagePayment(360_000, 0.06, 360, { method: "principal" })).toBe(
      mortgagePayment(360_000, 0.06, 360, { method: "principal", k: 1 }),
    );
  });

  it("keeps its precision at rates too small to compound", () => {
    for (const tiny of [Number.MIN_VALUE, 1e-300, 1e-18, 1e-15, 1e-12])
      expect(mortgagePayment(1200, tiny, 12) / 100).toBeCloseTo(1, 11);
  });

  it("refuses a month outside the loan, whichever the method", () => {
    for (const by of ["level", "principal"] as const) {
      expect(problemOf(() => mortgagePayment(1, 0.05, 360, { method: by, k: 361 }))).toBe("out-of-range k");
      expect(problemOf(() => mortgagePayment(1, 0.05, 360, { method: by, k: 0 }))).toBe("out-of-range k");
      expect(problemOf(() => mortgagePayment(1, 0.05, 360, { method: by, k: 1.5 }))).toBe("out-of-range k");
    }
  });

  it("refuses a negative loan, a negative rate, 4.9 for 4.9 %, and terms that are not months", () => {
    expect(problemOf(() => mortgagePayment(-1, 0.05, 360))).toBe("out-of-range loan");
    expect(problemOf(() => mortgagePayment(1, -0.01, 360))).toBe("out-of-range rate");
    expect(problemOf(() => mortgagePayment(1, 4.9, 360))).toBe("percent-as-whole-number rate");
    for (const months of [0, -12, 30.5, 1201])
      expect(problemOf(() => mortgagePayment(1, 0.05, months))).toBe("out-of-range months");
  });

  it("takes the method by its Chinese name", () => {
    const definition = catalog.find(({ id }) => id === "MORT_PAY");
    expect(definition?.evaluate({ loan: 1_200_000, rate: 0.049, months: 360, method: "等额本金" })).toBeCloseTo(8233.33, 2);
    expect(definition?.evaluate({ loan: 1_200_000, rate: 0.049, months: 360, method: "等额本息" })).toBeCloseTo(6368.72, 2);
  });
});

describe("mortgageBalance(loan, rate, months, paid)", () => {
  it("is the loan before the first payment and exactly nothing after the last", () => {
    fc.assert(
      fc.property(amount, annualRate, term, method, (loan, rate, months, by) => {
        expect(mortgageBalance(loan, rate, months, 0, { method: by })).toBe(loan);
        expect(mortgageBalance(loan, rate, months, months, { method: by })).toBe(0);
      }),
    );
  });

  it("bears a month's interest and takes off a payment, month after month (P9)", () => {
    fc.assert(
      fc.property(
        amount,
        annualRate,
        term,
        method,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (loan, rate, months, by, way) => {
          const k = 1 + Math.floor(way * months);
          const before = mortgageBalance(loan, rate, months, k - 1, { method: by });
          const after = mortgageBalance(loan, rate, months, k, { method: by });
          const payment = mortgagePayment(loan, rate, months, { method: by, k });
          expect(Math.abs(before * (1 + rate / 12) - payment - after)).toBeLessThan(1e-11 * loan);
        },
      ),
    );
  });

  it("is never larger by equal principal than by level payments, and never rises (P9)", () => {
    fc.assert(
      fc.property(annualRate, term, fc.double({ min: 0, max: 1, noNaN: true }), (rate, months, way) => {
        const paid = Math.floor(way * months);
        const level = mortgageBalance(1, rate, months, paid);
        expect(mortgageBalance(1, rate, months, paid, { method: "principal" })).toBeLessThanOrEqual(level + 1e-12);
        if (paid > 0) expect(level).toBeLessThanOrEqual(mortgageBalance(1, rate, months, paid - 1));
      }),
    );
  });

  it("falls far more slowly than a price at −10 % a year: 1.9 % in one year and 10.3 % in five", () => {
    expect(1 - mortgageBalance(1, 0.035, 360, 12)).toBeCloseTo(0.019, 3);
    expect(1 - mortgageBalance(1, 0.035, 360, 60)).toBeCloseTo(0.103, 3);
    expect(1 - mortgageBalance(1, 0.035, 360, 12, { method: "principal" })).toBeCloseTo(1 / 30, 12);
  });

  it("leaves 64.2 % of the purchase price owed after five years of a 70 % loan at 4.9 %", () => {
    expect(0.7 * mortgageBalance(1, 0.049, 360, 60)).toBeCloseTo(0.642, 3);
  });

  it("refuses more payments than months, fewer than none, and parts of a payment", () => {
    for (const paid of [361, -1, 0.5]) expect(problemOf(() => mortgageBalance(1, 0.05, 360, paid))).toBe("out-of-range paid");
    expect(problemOf(() => mortgageBalance(1, -0.05, 360, 1))).toBe("out-of-range rate");
    expect(problemOf(() => mortgageBalance(1, 3.5, 360, 1))).toBe("percent-as-whole-number rate");
  });
});

describe("mortgageSchedule(loan, rate, months)", () => {
  it("splits every payment into interest and principal and repays the loan exactly once", () => {
    fc.assert(
      fc.property(amount, annualRate, term, method, (loan, rate, months, by) => {
        const rows = mortgageSchedule(loan, rate, months, { method: by });
        expect(rows).toHaveLength(months);
        expect(rows.at(-1)?.balance).toBe(0);
        const repaid = rows.reduce((sum, { principal }) => sum + principal, 0);
        expect(Math.abs(repaid - loan)).toBeLessThan(1e-10 * loan);
        for (const row of rows) expect(Math.abs(row.interest + row.principal - row.payment)).toBeLessThan(1e-11 * loan);
      }),
      { numRuns: 50 },
    );
  });

  it("gives the same balances and payments as the functions for single months", () => {
    const rows = mortgageSchedule(1_200_000, 0.049, 360, { method: "principal" });
    expect(rows[95]?.balance).toBe(mortgageBalance(1_200_000, 0.049, 360, 96, { method: "principal" }));
    expect(rows[0]?.payment).toBe(mortgagePayment(1_200_000, 0.049, 360, { method: "principal", k: 1 }));
    expect(rows[0]?.month).toBe(1);
    expect(rows[0]?.interest).toBeCloseTo(4900, 9);
  });

  it("costs 200 of interest on 800 over 20 years of equal principal at 2.49 %", () => {
    const interest = mortgageSchedule(800, 0.0249, 240, { method: "principal" }).reduce((sum, row) => sum + row.interest, 0);
    expect(interest).toBeCloseTo(200, 0);
  });

  it("refuses what MORT_BALANCE refuses, in its own name", () => {
    expect(problemOf(() => mortgageSchedule(1, 4.9, 360))).toBe("percent-as-whole-number rate");
    expect(() => mortgageSchedule(1, 4.9, 360)).toThrow(/^mortgageSchedule: rate/);
  });
});

describe("homeEquity(price, balance)", () => {
  it("is negative under water, nothing at equality, and the price without a loan", () => {
    expect(homeEquity(150, 180)).toBe(-30);
    expect(homeEquity(450, 500)).toBe(-50);
    expect(homeEquity(500, 500)).toBe(0);
    expect(homeEquity(500, 0)).toBe(500);
    expect(homeEquity(0, 500)).toBe(-500);
  });

  it("refuses negative amounts", () => {
    expect(problemOf(() => homeEquity(-1, 0))).toBe("out-of-range price");
    expect(problemOf(() => homeEquity(1, -1))).toBe("out-of-range balance");
  });
});
