/** Chained month-on-month indices. */
import { chainedChange, InputError } from "soundings";
import { describe, expect, it } from "vitest";

const series = [
  { month: "2022-11", index: 101 },
  { month: "2022-12", index: 99 },
  { month: "2023-01", index: 98 },
  { month: "2023-02", index: 100 },
];

function problemOf(call: () => unknown): string | undefined {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.problem;
    throw error;
  }
  return undefined;
}

describe("chainedChange(series, span)", () => {
  it("multiplies the months after the first up to and with the last, over a year's end and in any order", () => {
    expect(chainedChange(series, { from: "2022-11", to: "2023-01" })).toBeCloseTo(0.99 * 0.98 - 1, 14);
    expect(chainedChange([...series].reverse(), { from: "2022-10", to: "2022-11" })).toBeCloseTo(0.01, 14);
  });

  it("joins spans: the change over two is the product of both", () => {
    const both = 1 + chainedChange(series, { from: "2022-10", to: "2023-02" });
    const first = 1 + chainedChange(series, { from: "2022-10", to: "2022-12" });
    const second = 1 + chainedChange(series, { from: "2022-12", to: "2023-02" });
    expect(both).toBeCloseTo(first * second, 14);
  });

  it("refuses a missing month, an index that is not one, and a span that does not go forward", () => {
    expect(problemOf(() => chainedChange(series, { from: "2022-11", to: "2023-03" }))).toBe("not-in-table");
    expect(problemOf(() => chainedChange([{ month: "2023-01", index: 0 }], { from: "2022-12", to: "2023-01" }))).toBe(
      "out-of-range",
    );
    expect(problemOf(() => chainedChange(series, { from: "2023-01", to: "2023-01" }))).toBe("out-of-range");
    expect(problemOf(() => chainedChange(series, { from: "2022-13", to: "2023-01" }))).toBe("wrong-type");
  });
});
