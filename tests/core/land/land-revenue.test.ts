/** Premium of a lot and land dependence: printed premiums, hand-worked ratios, and what is refused. */
import { InputError, landDependence, premiumRate } from "soundings";
import { describe, expect, it } from "vitest";

function refusalOf(call: () => unknown): InputError {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("not refused");
}

describe("premiumRate()", () => {
  it.each([
    [9.35, 8.33, 12, 0],
    [13.09, 12.12, 8, 0],
    [30.71, 26.720402, 14.93, 2],
    [19.6, 19.6, 0, 0],
  ])("of %d on %d is the %d %% that the press prints", (deal, start, percent, decimals) => {
    expect((100 * premiumRate(deal, start)).toFixed(decimals)).toBe(percent.toFixed(decimals));
  });

  it("is negative below the starting price", () => {
    expect(premiumRate(90, 100)).toBeCloseTo(-0.1, 12);
  });

  it.each([
    [0, 10, "out-of-range", "deal"],
    [10, 0, "zero-denominator", "start"],
    [10, -1, "out-of-range", "start"],
    [Number.NaN, 10, "wrong-type", "deal"],
  ])("refuses %d on %d as %s of %s", (deal, start, problem, argument) => {
    expect(refusalOf(() => premiumRate(deal, start))).toMatchObject({ problem, argument, fn: "premiumRate" });
  });
});

describe("landDependence()", () => {
  it("is the ratio of the two revenues, above 1 where land brings in more", () => {
    expect(landDependence(60, 80)).toBe(0.75);
    expect(landDependence(120, 80)).toBe(1.5);
    expect(landDependence(0, 80)).toBe(0);
  });

  it.each([
    [60, 0, "zero-denominator", "budget_revenue"],
    [60, -80, "out-of-range", "budget_revenue"],
    [-60, 80, "out-of-range", "land_revenue"],
  ])("refuses %d over %d as %s of %s", (land, budget, problem, argument) => {
    expect(refusalOf(() => landDependence(land, budget))).toMatchObject({ problem, argument, fn: "landDependence" });
  });
});
