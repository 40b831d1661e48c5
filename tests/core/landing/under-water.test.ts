/** Under water: strictness, boundaries, the report's paths, and P10 of the method. */
import fc from "fast-check";
import { safeFall, safeTotalFall, underwaterGrid, underwaterMonth, underwaterPath } from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "./problem.js";

const loanToValue = fc.double({ min: 0.2, max: 1, noNaN: true });
const annualRate = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.15, noNaN: true }));
const term = fc.integer({ min: 24, max: 480 });
const method = fc.constantFrom("level" as const, "principal" as const);
const never = "never price_mom";

describe("underwaterMonth(ltv, rate, months, price_mom)", () => {
  it("gives month 7 for a halving in one year, 37 for five years and 43 for −1 % a month", () => {
    const monthly = (years: number) => 0.5 ** (1 / (12 * years)) - 1;
    expect(underwaterMonth(0.7, 0.035, 360, monthly(1))).toBe(7);
    expect(underwaterMonth(0.7, 0.035, 360, monthly(5))).toBe(37);
    expect(underwaterMonth(0.7, 0.035, 360, -0.01)).toBe(43);
  });

  it("puts a loan of 500 on a home of 600 under water within three months of a fall to 450", () => {
    expect(underwaterMonth(500 / 600, 0.035, 360, 0.75 ** (1 / 3) - 1)).toBe(2);
  });

  it("does not count the day of purchase, nor equality", () => {
    expect(underwaterMonth(1, 0.035, 360, -0.01)).toBe(1);
    expect(problemOf(() => underwaterMonth(1, 0.035, 360, 0))).toBe(never);
    // 1 × 9/10 owed and 1 − 0.1 worth after a month; afterwards worth more than owed.
    expect(problemOf(() => underwaterMonth(1, 0, 10, -0.1))).toBe(never);
    // 0.75 × 2/3 and 0.75 × 1/3 owed, 0.5 and 0.25 worth.
    expect(problemOf(() => underwaterMonth(0.75, 0, 3, -0.5))).toBe(never);
    // 0.8 × 3/4 is 0.6000000000000001 in floating point, 1 − 0.4 is 0.6: equal on paper, so month 2 is the first.
    expect(underwaterMonth(0.8, 0, 4, -0.4)).toBe(2);
  });

  it("is never under water without a loan, with a rising price, or in a loan of one month", () => {
    expect(problemOf(() => underwaterMonth(0, 0.035, 360, -0.4))).toBe(never);
    expect(problemOf(() => underwaterMonth(0.9, 0.035, 360, 0.01))).toBe(never);
    expect(problemOf(() => underwaterMonth(1, 0.035, 1, -0.5))).toBe(never);
  });

  it("answers for a loan larger than the price, from month 1", () => {
    expect(underwaterMonth(1.2, 0.035, 360, 0)).toBe(1);
    expect(underwaterMonth(1.2, 0.035, 360, 0.001)).toBe(1);
    expect(problemOf(() => underwaterMonth(1.001, 0.035, 360, 0.01))).toBe(never);
  });

  it("says #N/A just below the safe fall and a month just above it (P10)", () => {
    fc.assert(
      fc.property(loanToValue, annualRate, term, method, (ltv, rate, months, by) => {
        const safe = safeFall(ltv, rate, months, { method: by });
        fc.pre(safe < 0.49);
        expect(problemOf(() => underwaterMonth(ltv, rate, months, -safe * (1 - 1e-7), { method: by }))).toBe(never);
        expect(underwaterMonth(ltv, rate, months, -safe * (1 + 1e-7) - 1e-9, { method: by })).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it("comes no later with a larger loan, a faster fall, or level payments instead of equal principal", () => {
    const first = (ltv: number, fall: number, by: "level" | "principal") =>
      underwaterGrid([ltv], [-fall], 0.035, 360, { method: by })[0]?.[0] ?? Number.POSITIVE_INFINITY;
    fc.assert(
      fc.property(loanToValue, fc.double({ min: 0, max: 0.05, noNaN: true }), (ltv, fall) => {
        const month = first(ltv, fall, "level");
        expect(first(Math.min(1, ltv + 0.05), fall, "level")).toBeLessThanOrEqual(month);
        expect(first(ltv, fall + 0.001, "level")).toBeLessThanOrEqual(month);
        expect(month).toBeLessThanOrEqual(first(ltv, fall, "principal"));
      }),
    );
  });

  it("refuses −1 for −1 %, a negative loan, more than twice the price, and a negative rate", () => {
    expect(problemOf(() => underwaterMonth(0.7, 0.035, 360, -1))).toBe("percent-as-whole-number price_mom");
    expect(problemOf(() => underwaterMonth(-0.7, 0.035, 360, -0.01))).toBe("out-of-range ltv");
    expect(problemOf(() => underwaterMonth(70, 0.035, 360, -0.01))).toBe("out-of-range ltv");
    expect(problemOf(() => underwaterMonth(0.7, -0.035, 360, -0.01))).toBe("out-of-range rate");
    expect(problemOf(() => underwaterMonth(0.7, 3.5, 360, -0.01))).toBe("percent-as-whole-number rate");
    expect(problemOf(() => underwaterMonth(0.7, 0.035, 12.5, -0.01))).toBe("out-of-range months");
  });

  it("explains a never in both languages, with the term and the way out", () => {
    let refused: unknown;
    try {
      underwaterMonth(0.5, 0.035, 360, -0.004);
    } catch (error) {
      refused = error;
    }
    expect(refused).toMatchObject({ code: "#N/A", message: expect.stringMatching(/never under water.*360 months.*SAFE_FALL/) });
  });
});

describe("safeFall(ltv, rate, months)", () => {
  it("stands 0.454 % a month for 70 %, and more for equal principal or a shorter fall", () => {
    expect(safeFall(0.7, 0.035, 360)).toBeCloseTo(0.0045449, 7);
    expect(1 - (1 - safeFall(0.7, 0.035, 360)) ** 12).toBeCloseTo(0.053, 3);
    expect(safeFall(0.7, 0.035, 360, { method: "principal" })).toBeGreaterThan(safeFall(0.7, 0.035, 360));
    expect(safeFall(0.7, 0.035, 360, { horizon: 60 })).toBeGreaterThan(safeFall(0.7, 0.035, 360));
  });

  it("is the first month's repayment for a loan of the whole price", () => {
    expect(safeFall(1, 0, 360)).toBeCloseTo(1 / 360, 12);
    expect(safeFall(1, 0.035, 360)).toBeGreaterThan(0);
  });

  it("is everything without a loan, or when the loan is due within a month", () => {
    expect(safeFall(0, 0.035, 360)).toBe(1);
    expect(safeFall(1, 0.035, 1)).toBe(1);
  });

  it("does not change with a horizon beyond the term", () => {
    expect(safeFall(0.7, 0.035, 120, { horizon: 600 })).toBe(safeFall(0.7, 0.035, 120));
  });

  it("keeps value at or above balance in every month, and touches it in one", () => {
    fc.assert(
      fc.property(loanToValue, annualRate, term, method, (ltv, rate, months, by) => {
        const safe = safeFall(ltv, rate, months, { method: by });
        fc.pre(safe < 0.5);
        const equity = underwaterPath(ltv, rate, months, -safe, { method: by })
          .slice(1)
          .map((row) => row.equity / row.value);
        expect(Math.abs(Math.min(...equity))).toBeLessThan(1e-10);
      }),
    );
  });

  it("refuses a loan above the price, and horizons that are not months", () => {
    expect(problemOf(() => safeFall(1.01, 0.035, 360))).toBe("out-of-range ltv");
    expect(problemOf(() => safeFall(70, 0.035, 360))).toBe("out-of-range ltv");
    expect(problemOf(() => safeFall(-0.1, 0.035, 360))).toBe("out-of-range ltv");
    for (const horizon of [0, -1, 6.5])
      expect(problemOf(() => safeFall(0.7, 0.035, 360, { horizon }))).toBe("out-of-range horizon");
  });
});

describe("safeTotalFall(ltv, rate, months, horizon)", () => {
  it("gives −55, −37.2, −28 and −24 % over five years for 50, 70, 80 and 85 % loans", () => {
    const fall = (ltv: number) => safeTotalFall(ltv, 0.035, 360, 60);
    expect(fall(0.5)).toBeCloseTo(0.55, 2);
    expect(fall(0.7)).toBeCloseTo(0.372, 3);
    expect(fall(0.8)).toBeCloseTo(0.28, 2);
    expect(fall(0.85)).toBeCloseTo(0.24, 2);
  });

  it("keeps a home above water after the fall has ended and the price stays flat", () => {
    const total = safeTotalFall(0.7, 0.035, 360, 60);
    for (const { month, balance } of underwaterPath(0.7, 0.035, 360, 0))
      if (month >= 60) expect(balance).toBeLessThanOrEqual(1 - total + 1e-12);
  });

  it("refuses in its own name", () => {
    expect(() => safeTotalFall(1.2, 0.035, 360, 60)).toThrow(/^safeTotalFall: ltv/);
    expect(problemOf(() => safeTotalFall(0.7, 0.035, 360, 0))).toBe("out-of-range horizon");
  });
});

describe("underwaterPath(ltv, rate, months, price_mom)", () => {
  it("runs from the purchase to the last payment and agrees with the first month", () => {
    const path = underwaterPath(0.7, 0.035, 360, -0.01);
    expect(path).toHaveLength(361);
    expect(path[0]).toEqual({ month: 0, balance: 0.7, value: 1, equity: 1 - 0.7, underWater: false });
    expect(path.find((row) => row.underWater)?.month).toBe(43);
    expect(path.at(-1)).toMatchObject({ month: 360, balance: 0, underWater: false });
  });

  it("starts under water if more than the price was lent", () => {
    expect(underwaterPath(1.1, 0.035, 12, 0)[0]).toMatchObject({ month: 0, underWater: true });
  });
});

describe("underwaterGrid(ltvs, price_moms)", () => {
  it("holds UNDERWATER in every place, and undefined for never", () => {
    const [ltvs, falls] = [
      [0.5, 0.7, 0.85],
      [-0.004, -0.01],
    ] as const;
    const grid = underwaterGrid(ltvs, falls, 0.035, 360);
    expect(grid).toEqual([
      [undefined, underwaterMonth(0.5, 0.035, 360, -0.01)],
      [undefined, 43],
      [underwaterMonth(0.85, 0.035, 360, -0.004), underwaterMonth(0.85, 0.035, 360, -0.01)],
    ]);
  });

  it("names the item that it refuses", () => {
    expect(() => underwaterGrid([0.7, 7], [-0.01], 0.035, 360)).toThrow(/underwaterGrid: ltvs, item 2, is 7/);
    expect(problemOf(() => underwaterGrid([0.7], [-1], 0.035, 360))).toBe("percent-as-whole-number price_moms");
    expect(problemOf(() => underwaterGrid([], [-0.01], 0.035, 360))).toBe("too-short ltvs");
  });
});
