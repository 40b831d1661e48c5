/** What the steady share hangs on: turnover, and a stock that grows. */
import fc from "fast-check";
import { shareOfGrowingStock, steadySecondHandShare, stockGrowthBehindShare, turnoverBehindShare } from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "../landing/problem.js";

const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const life = fc.double({ min: 5, max: 200, noNaN: true });
const turnover = fc.double({ min: 0.001, max: 0.3, noNaN: true });

describe("turnoverBehindShare(share, lifeYears)", () => {
  it("turns SECOND_STEADY round", () => {
    fc.assert(
      fc.property(share, life, (s, years) => {
        fc.pre(turnoverBehindShare(s, years) <= 1);
        expect(steadySecondHandShare(years, turnoverBehindShare(s, years))).toBeCloseTo(s, 12);
      }),
    );
  });

  it("finds about one turnover behind the three mature markets of report 002, and less behind China's share", () => {
    expect(turnoverBehindShare(0.9, 132)).toBeCloseTo(0.068182, 6);
    expect(turnoverBehindShare(0.63, 25)).toBeCloseTo(0.068108, 6);
    expect(turnoverBehindShare(0.74, 50)).toBeCloseTo(0.056923, 6);
    expect(turnoverBehindShare(0.577, 30)).toBeCloseTo(0.045469, 6);
  });

  it("refuses a share of 0, of 1 or beyond, and a life of 0", () => {
    for (const bad of [0, 1, 57.7]) expect(problemOf(() => turnoverBehindShare(bad, 30))).toBe("out-of-range share");
    expect(problemOf(() => turnoverBehindShare(0.5, 0))).toBe("out-of-range life_years");
  });
});

describe("shareOfGrowingStock(lifeYears, turnover, stockGrowth)", () => {
  it("is SECOND_STEADY without growth, and lower the faster the stock grows", () => {
    fc.assert(
      fc.property(life, turnover, fc.double({ min: 0.001, max: 0.05, noNaN: true }), (years, resold, growth) => {
        const steady = steadySecondHandShare(years, resold);
        expect(shareOfGrowingStock(years, resold, 0)).toBeCloseTo(steady, 12);
        expect(shareOfGrowingStock(years, resold, growth)).toBeLessThan(steady);
      }),
    );
  });

  it("gives China 61.1 % at a growth of 1 % a year, worked out by hand", () => {
    expect(shareOfGrowingStock(30, 0.068, 0.01)).toBeCloseTo(0.068 / (0.068 + 1 / 30 + 0.01), 12);
  });

  it("refuses a stock that shrinks faster than its homes wear out, and one in which nothing is sold", () => {
    expect(problemOf(() => shareOfGrowingStock(50, 0.05, -0.03))).toBe("no-finite-value stock_growth");
    expect(problemOf(() => shareOfGrowingStock(50, 0, -0.02))).toBe("no-finite-value stock_growth");
  });
});

describe("stockGrowthBehindShare(share, lifeYears, turnover)", () => {
  it("turns shareOfGrowingStock round", () => {
    fc.assert(
      fc.property(life, turnover, fc.double({ min: 0, max: 0.05, noNaN: true }), (years, resold, growth) => {
        expect(stockGrowthBehindShare(shareOfGrowingStock(years, resold, growth), years, resold)).toBeCloseTo(growth, 10);
      }),
    );
  });
});
