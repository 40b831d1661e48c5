/** The weighted cost, its restating and its range: P6, blanks, weights, partners. */
import fc from "fast-check";
import { ihci, ihciOverGrowths, ihciRange, reindex, reindexByChanges, reindexByIndex } from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "../landing/problem.js";

const cost = fc.double({ min: 1, max: 1e6, noNaN: true });
const weight = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e9, noNaN: true }));
const channel = fc.record({ cost, weight });
const channels = fc.array(channel, { minLength: 1, maxLength: 20 }).filter((rows) => rows.some((r) => r.weight > 0));
const year = fc.integer({ min: 1950, max: 2050 });
const growth = fc.double({ min: -0.2, max: 0.3, noNaN: true });

const costsOf = (rows: readonly { cost: number }[]) => rows.map((r) => r.cost);
const weightsOf = (rows: readonly { weight: number }[]) => rows.map((r) => r.weight);

describe("ihci(costs, weights)", () => {
  it("lies between the lowest and the highest weighted cost, to the last digit (P6)", () => {
    fc.assert(
      fc.property(channels, (rows) => {
        const seen = ihci(costsOf(rows), { weights: weightsOf(rows) });
        const counted = rows.filter((r) => r.weight > 0).map((r) => r.cost);
        expect(seen).toBeGreaterThanOrEqual(Math.min(...counted));
        expect(seen).toBeLessThanOrEqual(Math.max(...counted));
      }),
    );
  });

  it("scales with the costs and not with the weights (P6)", () => {
    fc.assert(
      fc.property(channels, fc.double({ min: 0.01, max: 100, noNaN: true }), (rows, k) => {
        const [costs, weights] = [costsOf(rows), weightsOf(rows)];
        const base = ihci(costs, { weights });
        const scaledCosts = ihci(
          costs.map((c) => c * k),
          { weights },
        );
        const scaledWeights = ihci(costs, { weights: weights.map((w) => w * k) });
        expect(scaledCosts / base).toBeCloseTo(k, 8);
        expect(scaledWeights / base).toBeCloseTo(1, 9);
      }),
    );
  });

  it("without weights is the plain mean, and ignores the order", () => {
    fc.assert(
      fc.property(fc.array(cost, { minLength: 1, maxLength: 20 }), (costs) => {
        const mean = costs.reduce((sum, c) => sum + c, 0) / costs.length;
        expect(ihci(costs) / mean).toBeCloseTo(1, 9);
        expect(ihci(costs.toReversed()) / mean).toBeCloseTo(1, 9);
      }),
    );
  });

  it("leaves out a blank or 0 cost, with a blank weight or with none", () => {
    expect(ihci([2000, null, 4000, 0, undefined])).toBe(3000);
    expect(ihci([2000, null, 4000], { weights: [1, null, 3] })).toBe(3500);
    expect(ihci([2000, 4000], { weights: [1, 0] })).toBe(2000);
  });

  it("refuses a weight whose cost is blank, and names its row", () => {
    expect(problemOf(() => ihci([2000, null], { weights: [1, 1] }))).toBe("out-of-range costs");
    expect(() => ihci([2000, null], { weights: [1, 1] })).toThrow(/^IHCI: costs, item 2, is blank or 0 although it has a weight/);
  });

  it("refuses what has nothing to divide by", () => {
    expect(problemOf(() => ihci([0, null]))).toBe("zero-denominator costs");
    expect(problemOf(() => ihci([1, 2], { weights: [0, null] }))).toBe("zero-denominator weights");
    expect(problemOf(() => ihci([0, 0], { weights: [0, 0] }))).toBe("zero-denominator weights");
  });

  it("refuses negative costs and weights, texts, and what is not a number", () => {
    expect(problemOf(() => ihci([-1, 2]))).toBe("out-of-range costs");
    expect(problemOf(() => ihci([1, 2], { weights: [2, -1] }))).toBe("out-of-range weights");
    expect(problemOf(() => ihci(["2000" as unknown as number]))).toBe("wrong-type costs");
    expect(problemOf(() => ihci([Number.NaN]))).toBe("wrong-type costs");
    expect(problemOf(() => ihci([Number.POSITIVE_INFINITY]))).toBe("out-of-range costs");
    expect(problemOf(() => ihci([]))).toBe("too-short costs");
    expect(problemOf(() => ihci([1, 2], { weights: [1] }))).toBe("length-mismatch weights");
  });

  it("says so when a sum is beyond the largest number", () => {
    expect(problemOf(() => ihci([1, 3], { weights: [1e308, 1e308] }))).toBe("no-finite-value");
    expect(problemOf(() => ihci([1.7e308, 1.7e308]))).toBe("no-finite-value");
  });
});

describe("ihci(costs, years, today, growth)", () => {
  it("equals the mean of the costs restated one by one", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ cost, year }), { minLength: 1, maxLength: 8 }), year, growth, (rows, today, g) => {
        const years = rows.map((r) => r.year);
        const restated = rows.map((r) => reindex(r.cost, r.year, today, g));
        expect(ihci(costsOf(rows), { years, today, growth: g }) / ihci(restated)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("changes nothing at a growth of 0", () => {
    expect(ihci([2000, 3800], { years: [1998, 2005], today: 2025, growth: 0 })).toBe(2900);
  });

  it("needs years, today and growth together", () => {
    const years = [1998, 2005];
    expect(problemOf(() => ihci([1, 2], { years }))).toBe("missing-argument today");
    expect(problemOf(() => ihci([1, 2], { years, today: 2025 }))).toBe("missing-argument growth");
    expect(problemOf(() => ihci([1, 2], { years, growth: 0.05 }))).toBe("missing-argument today");
    expect(problemOf(() => ihci([1, 2], { today: 2025, growth: 0.05 }))).toBe("missing-argument years");
    expect(problemOf(() => ihci([1, 2], { growth: 0.05 }))).toBe("missing-argument years");
  });

  it("refuses a year that is blank, of two digits, or a date's serial number, where there is a cost", () => {
    const rest = { today: 2025, growth: 0.05 };
    for (const bad of [0, null, 98, 45901]) {
      expect(problemOf(() => ihci([1, 2], { years: [1998, bad], ...rest }))).toBe("out-of-range years");
    }
    expect(ihci([100, null], { years: [2025, null], ...rest })).toBe(100);
    expect(problemOf(() => ihci([1], { years: [1998], today: 25, growth: 0.05 }))).toBe("out-of-range today");
  });

  it("refuses growth typed as a whole percentage, and growth that destroys everything", () => {
    const given = { years: [1998], today: 2025 };
    expect(problemOf(() => ihci([1], { ...given, growth: 5.3 }))).toBe("percent-as-whole-number growth");
    expect(problemOf(() => ihci([1], { ...given, growth: -1 }))).toBe("out-of-range growth");
    expect(problemOf(() => ihci([1], { ...given, growth: -5.3 }))).toBe("out-of-range growth");
  });
});

describe("reindex(cost, fromYear, toYear, growth)", () => {
  it("goes there and back, and through any year between", () => {
    fc.assert(
      fc.property(cost, year, year, year, growth, (c, a, b, m, g) => {
        expect(reindex(reindex(c, a, b, g), b, a, g) / c).toBeCloseTo(1, 9);
        expect(reindex(reindex(c, a, m, g), m, b, g) / reindex(c, a, b, g)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("equals a chain of equal yearly changes and a ratio of index levels", () => {
    const chained = reindexByChanges(2000, new Array(27).fill(0.053));
    expect(chained / reindex(2000, 1998, 2025, 0.053)).toBeCloseTo(1, 12);
    expect(reindexByIndex(2000, 100, 1.053 ** 27 * 100) / chained).toBeCloseTo(1, 12);
  });

  it("gives 0 for a blank cost", () => {
    expect(reindex(0, 1998, 2025, 0.053)).toBe(0);
  });

  it("refuses years that are none, and a result beyond the largest number", () => {
    expect(problemOf(() => reindex(1, 98, 2025, 0.05))).toBe("out-of-range from_year");
    expect(problemOf(() => reindex(1, 1998, 45901, 0.05))).toBe("out-of-range to_year");
    expect(problemOf(() => reindex(1e300, 1900, 2200, 0.4))).toBe("no-finite-value");
    expect(problemOf(() => reindex(-1, 1998, 2025, 0.05))).toBe("out-of-range cost");
  });
});

describe("reindexByIndex(cost, indexThen, indexNow)", () => {
  it("refuses an index of 0 or below", () => {
    expect(problemOf(() => reindexByIndex(1, 0, 100))).toBe("zero-denominator index_then");
    expect(problemOf(() => reindexByIndex(1, 100, -1))).toBe("out-of-range index_now");
  });
});

describe("ihciOverGrowths(costs, years, today, growths)", () => {
  it("gives the cost at each growth, rising with it", () => {
    const costs = [2000, 3800, 5500];
    const years = [1998, 2005, 2010];
    const weights = [0.5, 0.3, 0.2];
    const seen = ihciOverGrowths(costs, years, 2025, [0, 0.02, 0.053], { weights });
    expect(seen[0]).toBeCloseTo(3240, 9);
    expect(seen[2]).toBeCloseTo(9621.61030478381, 6);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });
});

describe("ihciRange(costs)", () => {
  it("holds every cost, and its middle is the mean of its ends", () => {
    fc.assert(
      fc.property(fc.array(cost, { minLength: 1, maxLength: 20 }), (costs) => {
        const [low, mid, high] = ihciRange(costs);
        expect([low, high]).toEqual([Math.min(...costs), Math.max(...costs)]);
        expect(mid / ((low + high) / 2)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("holds the weighted mean", () => {
    fc.assert(
      fc.property(channels, (rows) => {
        const [low, , high] = ihciRange(costsOf(rows));
        const mean = ihci(costsOf(rows), { weights: weightsOf(rows) });
        expect(mean).toBeGreaterThanOrEqual(low);
        expect(mean).toBeLessThanOrEqual(high);
      }),
    );
  });

  it("never takes a blank for a cost of 0", () => {
    expect(ihciRange([null, 8000, 0, 12000])).toEqual([8000, 10000, 12000]);
    expect(problemOf(() => ihciRange([0, null]))).toBe("too-short costs");
  });

  it("uses the arithmetic midpoint, not the geometric one (9,798)", () => {
    expect(ihciRange([8000, 12000])[1]).toBe(10000);
  });
});
