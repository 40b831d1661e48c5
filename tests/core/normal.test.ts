/** The normal distribution against the error function of another implementation, and its quantile as its inverse. */
import fc from "fast-check";
import { normalCdf, normalQuantile } from "soundings";
import { describe, expect, it } from "vitest";

describe("normalCdf(x)", () => {
  // Python 3.12: 0.5 * math.erfc(-x / math.sqrt(2))
  it.each([
    [-37, 5.725571222525139e-300],
    [-12.5, 3.73256429887781e-36],
    [-8, 6.220960574271819e-16],
    [-7.1, 6.23784446333164e-13],
    [-7.05, 8.945889558769917e-13],
    [-5, 2.866515718791946e-7],
    [-3.6, 0.0001591085901575338],
    [-3.4, 0.0003369292656768806],
    [-3, 0.0013498980316300957],
    [-1.5, 0.06680720126885809],
    [-0.3, 0.3820885778110474],
    [0.2, 0.579259709439103],
    [1, 0.8413447460685429],
    [2.5, 0.9937903346742238],
    [6, 0.9999999990134123],
  ])("%f is as Python's erfc has it", (x, wanted) => {
    expect(Math.abs(normalCdf(x) / wanted - 1)).toBeLessThan(1e-11);
  });

  it("is a half at 0, nothing far below and everything far above", () => {
    expect(normalCdf(0)).toBeCloseTo(0.5, 15);
    expect([normalCdf(Number.NEGATIVE_INFINITY), normalCdf(Number.POSITIVE_INFINITY)]).toEqual([0, 1]);
  });

  it("refuses what is not a number", () => {
    expect(() => normalCdf(Number.NaN)).toThrow(/^normalCdf: x is NaN/);
  });
});

describe("normalQuantile(p)", () => {
  it("finds the usual quantiles", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(0.999)).toBeCloseTo(3.090232306167813, 12);
    expect(normalQuantile(1e-12)).toBeCloseTo(-7.034483825301131, 11);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
  });

  it("is the inverse of normalCdf", () => {
    fc.assert(
      fc.property(fc.double({ min: -7, max: 4, noNaN: true }), (x) => {
        expect(normalQuantile(normalCdf(x))).toBeCloseTo(x, 8);
      }),
    );
  });

  it("refuses 0, 1 and what lies beyond", () => {
    for (const p of [0, 1, -0.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(/normalQuantile: p/);
  });
});
