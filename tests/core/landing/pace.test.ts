/** Rates, times and other measures: the answers' arithmetic, right and wrong, and P14 and P15 of the method. */
import fc from "fast-check";
import { fallRate, fallTime, priceIn, realRate } from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "./problem.js";

describe("fallRate(total_fall, periods)", () => {
  it("makes 90 % in 3 to 5 years 53.6 to 36.9 % a year, and 10.9 to 7.4 % in 20 to 30", () => {
    const percent = [3, 5, 20, 30].map((years) => Number((100 * fallRate(0.9, years)).toFixed(1)));
    expect(percent).toEqual([53.6, 36.9, 10.9, 7.4]);
  });

  it("makes the three tiers' falls over 29 months 0.26, 0.46 and 0.71 % a month", () => {
    const percent = [0.073, 0.125, 0.186].map((fall) => Number((100 * fallRate(fall, 29)).toFixed(2)));
    expect(percent).toEqual([0.26, 0.46, 0.71]);
  });

  it("is the fall itself over one period, and nothing for no fall", () => {
    expect(fallRate(0.37, 1)).toBeCloseTo(0.37, 15);
    expect(fallRate(0, 7)).toBe(0);
  });

  it("refuses a fall of everything, a rise, and no periods", () => {
    for (const fall of [1, 1.2, -0.1, 50]) expect(problemOf(() => fallRate(fall, 5))).toBe("out-of-range total_fall");
    expect(problemOf(() => fallRate(0.5, 0))).toBe("zero-denominator periods");
    expect(problemOf(() => fallRate(0.5, -5))).toBe("out-of-range periods");
  });
});

describe("fallTime(begin, end, rate)", () => {
  it("takes 42.1 months from 8.5 to 4.5 at −1.5 %, and 29 limit-down days to a twentieth", () => {
    expect(fallTime(8.5, 4.5, -0.015)).toBeCloseTo(42.08, 2);
    expect(Math.ceil(fallTime(100, 5, -0.1))).toBe(29);
  });

  it("inverts fallRate (P15)", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 1, max: 1000, noNaN: true }),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        (fall, periods, begin) => {
          const rate = fallRate(fall, periods);
          fc.pre(rate < 1);
          expect(fallTime(begin, begin * (1 - fall), -rate) / periods).toBeCloseTo(1, 8);
        },
      ),
    );
  });

  it("takes no time between equal prices, at any rate", () => {
    for (const rate of [-0.1, 0, 0.1]) expect(fallTime(7, 7, rate)).toBe(0);
  });

  it("works upward too", () => {
    expect(fallTime(100, 121, 0.1)).toBeCloseTo(2, 12);
  });

  it("never arrives at a rate of 0 or in the wrong direction", () => {
    expect(problemOf(() => fallTime(100, 50, 0.01))).toBe("never rate");
    expect(problemOf(() => fallTime(100, 50, 0))).toBe("never rate");
    expect(problemOf(() => fallTime(50, 100, -0.01))).toBe("never rate");
    expect(() => fallTime(100, 50, 0.01)).toThrow(/never takes 100 to 50; expected a rate below 0/);
    expect(() => fallTime(50, 100, -0.01)).toThrow(/expected a rate above 0/);
  });

  it("arrives at any rate of the right direction, in a number of periods that may be too large to write", () => {
    expect(problemOf(() => fallTime(100, 50, -Number.MIN_VALUE))).toBe("no-finite-value");
  });

  it("refuses prices that are not above 0, a fall of everything, and −1.5 for −1.5 %", () => {
    expect(problemOf(() => fallTime(0, 5, -0.1))).toBe("out-of-range begin");
    expect(problemOf(() => fallTime(100, 0, -0.1))).toBe("out-of-range end");
    expect(problemOf(() => fallTime(100, 5, -1))).toBe("out-of-range rate");
    expect(problemOf(() => fallTime(100, 5, -1.5))).toBe("percent-as-whole-number rate");
  });
});

describe("realRate(nominal, inflation)", () => {
  it("is −2.10 % for 2.6 % against 4.8 %, not −2.2 %", () => {
    expect(realRate(0.026, 0.048)).toBeCloseTo(-0.021, 4);
    expect(1 / 1.048 ** 20).toBeCloseTo(0.392, 3);
  });

  it("is the nominal rate without inflation, and nothing when they are equal", () => {
    expect(realRate(0.05, 0)).toBe(0.05);
    expect(realRate(0.05, 0.05)).toBe(0);
    expect(realRate(-0.005, -0.01)).toBeGreaterThan(0);
  });

  it("gives the nominal rate back when inflation is compounded on it", () => {
    const rate = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    fc.assert(fc.property(rate, rate, (n, i) => void expect((1 + realRate(n, i)) * (1 + i) - 1).toBeCloseTo(n, 12)));
  });

  it("refuses prices that vanish, and percentages without their sign", () => {
    for (const inflation of [-1, -2]) expect(problemOf(() => realRate(0.05, inflation))).toBe("out-of-range inflation");
    expect(problemOf(() => realRate(-1, 0.02))).toBe("out-of-range nominal");
    expect(problemOf(() => realRate(2.6, 0.048))).toBe("percent-as-whole-number nominal");
    expect(problemOf(() => realRate(0.026, 4.8))).toBe("percent-as-whole-number inflation");
  });
});

describe("priceIn(house_change, asset_change)", () => {
  it("is −38.5 % for −20 % against gold's +30 %; −50 % needs gold at +60 %", () => {
    expect(priceIn(-0.2, 0.3)).toBeCloseTo(-0.3846, 4);
    expect(priceIn(-0.2, 0.6)).toBeCloseTo(-0.5, 12);
    expect(Math.log(0.8) - Math.log(1.3)).toBeCloseTo(-0.486, 3);
  });

  it("is −17.8 % for a flat house while the CSI 300 goes from 3,700 to 4,500", () => {
    expect(priceIn(0, 4500 / 3700 - 1)).toBeCloseTo(-0.178, 3);
  });

  it("is undone by pricing the asset in the house (P14)", () => {
    const change = fc.double({ min: -0.999, max: 10, noNaN: true });
    fc.assert(fc.property(change, change, (h, a) => void expect((1 + priceIn(h, a)) * (1 + priceIn(a, h))).toBeCloseTo(1, 9)));
  });

  it("loses everything with a worthless house", () => {
    expect(priceIn(-1, 0.3)).toBe(-1);
  });

  it("refuses a worthless asset, losses of more than everything, and percentages without their sign", () => {
    expect(problemOf(() => priceIn(0, -1))).toBe("out-of-range asset_change");
    expect(problemOf(() => priceIn(0, -30))).toBe("out-of-range asset_change");
    expect(problemOf(() => priceIn(-20, 0.3))).toBe("out-of-range house_change");
    expect(problemOf(() => priceIn(20, 0.3))).toBe("percent-as-whole-number house_change");
    expect(problemOf(() => priceIn(-0.2, 30))).toBe("percent-as-whole-number asset_change");
  });
});
