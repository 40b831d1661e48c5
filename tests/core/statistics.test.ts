/** Rank statistics against scipy and numpy (tests/goldens/statistics.py), and what they refuse. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { InputError, quantile, ranks, spearman, spearmanInterval95, spearmanLeaveOneOut, spearmanPValue } from "soundings";
import { describe, expect, it } from "vitest";
import { isClose } from "../rounding.js";

interface Golden {
  readonly spearman: readonly {
    readonly name: string;
    readonly x: number[];
    readonly y: number[];
    readonly ranks_x: number[];
    readonly rho: number;
    readonly low: number;
    readonly high: number;
    readonly permutation_p: number;
  }[];
  readonly quantile: readonly { readonly values: number[]; readonly p: number; readonly value: number }[];
}
const golden = JSON.parse(readFileSync(new URL("../goldens/statistics.json", import.meta.url), "utf8")) as Golden;

function problemOf(call: () => unknown): string | undefined {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.problem;
    throw error;
  }
  return undefined;
}

describe("spearman(x, y)", () => {
  it.each(golden.spearman)("agrees with scipy: $name", ({ x, y, rho, ranks_x }) => {
    expect(isClose(spearman(x, y), rho, 1e-12)).toBe(true);
    expect(Array.from(ranks(x))).toEqual(ranks_x);
  });

  it("is 1 for any rising transformation of one column, and changes sign when the column is turned round", () => {
    const column = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(column, (x) => {
        const cubed = x.map((v) => v ** 3);
        const turned = x.map((v) => -v);
        return Math.abs(spearman(x, cubed) - 1) < 1e-12 && Math.abs(spearman(x, turned) + 1) < 1e-12;
      }),
    );
  });

  it("refuses columns that have no rank correlation", () => {
    expect(problemOf(() => spearman([1, 2, 3], [1, 2]))).toBe("length-mismatch");
    expect(problemOf(() => spearman([1], [1]))).toBe("too-short");
    expect(problemOf(() => spearman([1, 2, 3], [5, 5, 5]))).toBe("no-finite-value");
    expect(problemOf(() => spearman([1, Number.NaN, 3], [1, 2, 3]))).toBe("wrong-type");
  });
});

describe("spearmanPValue(x, y)", () => {
  // With 20,000 draws the p-value's own standard error is at most 0.0035; four of them cover all five cases.
  it.each(golden.spearman)("agrees with scipy's permutation test: $name", ({ x, y, permutation_p }) => {
    const p = spearmanPValue(x, y, { draws: 20_000, seed: 11 });
    expect(Math.abs(p - permutation_p)).toBeLessThan(0.014);
  });

  it("is the same for the same seed, and never 0", () => {
    const x = Array.from({ length: 30 }, (_, i) => i);
    expect(spearmanPValue(x, x, { draws: 100 })).toBe(1 / 101);
    expect(spearmanPValue([1, 2, 3, 4], [2, 1, 4, 3], { seed: 5 })).toBe(spearmanPValue([1, 2, 3, 4], [2, 1, 4, 3], { seed: 5 }));
  });

  it("refuses a number of draws that is not a whole number above 0", () => {
    expect(problemOf(() => spearmanPValue([1, 2], [2, 1], { draws: 0 }))).toBe("out-of-range");
    expect(problemOf(() => spearmanPValue([1, 2], [2, 1], { draws: 1.5 }))).toBe("out-of-range");
  });
});

describe("spearmanInterval95(rho, pairs)", () => {
  it.each(golden.spearman)("agrees with the formula in numpy: $name", ({ x, rho, low, high }) => {
    const interval = spearmanInterval95(rho, x.length);
    expect(isClose(interval.low, low, 1e-9)).toBe(true);
    expect(isClose(interval.high, high, 1e-9)).toBe(true);
  });

  it("refuses fewer than four pairs and a correlation outside −1 … 1", () => {
    expect(problemOf(() => spearmanInterval95(0.5, 3))).toBe("too-short");
    expect(problemOf(() => spearmanInterval95(1.2, 17))).toBe("out-of-range");
    expect(problemOf(() => spearmanInterval95(Number.NaN, 17))).toBe("out-of-range");
  });
});

describe("spearmanLeaveOneOut(x, y)", () => {
  it("spans the correlations of the pairs that stay", () => {
    const [x, y] = [
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, -9],
    ];
    const { low, high } = spearmanLeaveOneOut(x, y);
    expect(high).toBe(1);
    expect(low).toBeCloseTo(Math.min(spearman([2, 3, 4, 5], [2, 3, 4, -9]), spearman([1, 2, 3, 5], [1, 2, 3, -9])), 12);
  });

  it("refuses two pairs", () => {
    expect(problemOf(() => spearmanLeaveOneOut([1, 2], [2, 1]))).toBe("too-short");
  });
});

describe("quantile(values, p)", () => {
  it.each(golden.quantile)("agrees with numpy: $values at $p", ({ values, p, value }) => {
    expect(isClose(quantile(values, p), value, 1e-12)).toBe(true);
  });

  it("leaves its input in the order it came in", () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it("refuses an empty sample, a value that is not finite, and a share outside 0–1", () => {
    expect(problemOf(() => quantile([], 0.5))).toBe("too-short");
    expect(problemOf(() => quantile([1, Number.NaN], 0.5))).toBe("wrong-type");
    expect(problemOf(() => quantile([1, 2], 1.1))).toBe("out-of-range");
    expect(problemOf(() => quantile([1, 2], Number.NaN))).toBe("out-of-range");
  });
});
