/** A reader's own months, and the clock under other inputs. */
import { cityClock, monthsByInput, monthsToAnchor, priceChangeToAnchor, yieldAfter } from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "../landing/problem.js";

const rows = [
  { month: "2025-01", price: 20000, rent: 40, share: 0.5 },
  { month: "2025-07", price: 19000, rent: 39.5, share: 0.53 },
];

describe("cityClock(rows)", () => {
  it("takes the last month's yield and share, and the mean paces between first and last month", () => {
    const clock = cityClock([...rows].reverse());
    expect(clock).toMatchObject({ from: "2025-01", to: "2025-07", months: 6, share: 0.53 });
    expect(clock.grossYield).toBeCloseTo((12 * 39.5) / 19000, 12);
    expect(20000 * (1 + clock.priceMom) ** 6).toBeCloseTo(19000, 8);
    expect(40 * (1 + clock.rentMom) ** 6).toBeCloseTo(39.5, 8);
    expect(clock.sharePace).toBeCloseTo(0.06, 12);
  });

  it("does without shares, and with other columns", () => {
    const clock = cityClock(rows.map(({ month, price, rent }) => ({ month, price, rent, share: Number.NaN, note: "x" })));
    expect([clock.share, clock.sharePace]).toEqual([undefined, undefined]);
  });

  it("names the column and the row of what it refuses", () => {
    const with2 = (changed: object) => problemOf(() => cityClock([rows[0] ?? {}, { ...rows[1], ...changed }]));
    expect(with2({ price: Number.NaN })).toBe("missing-argument price");
    expect(with2({ rent: undefined })).toBe("missing-argument rent");
    expect(with2({ price: 0 })).toBe("out-of-range price");
    expect(with2({ rent: "39,5" })).toBe("wrong-type rent");
    expect(with2({ month: "July" })).toBe("wrong-type month");
    expect(with2({ month: null })).toBe("missing-argument month");
    expect(with2({ month: "2025-01" })).toBe("wrong-type month");
    expect(with2({ share: 53 })).toBe("percent-as-whole-number share");
    expect(problemOf(() => cityClock(rows.slice(1)))).toBe("too-short price");
    expect(problemOf(() => cityClock([]))).toBe("too-short price");
  });
});

const base = { grossYield: 0.0237, anchor: 0.025, priceMom: -0.009, rentMom: -0.0025 };

describe("monthsByInput(base, ranges)", () => {
  it("moves one input at a time and keeps never as undefined", () => {
    const [anchor, rent] = monthsByInput(base, { anchor: { low: 0.024, high: 0.03 }, rentMom: { low: -0.009, high: 0 } });
    expect(anchor?.atLow).toBe(monthsToAnchor(0.0237, 0.024, -0.009, -0.0025));
    expect(anchor?.atHigh).toBe(monthsToAnchor(0.0237, 0.03, -0.009, -0.0025));
    expect(rent).toMatchObject({ input: "rentMom", atLow: undefined });
  });

  it("refuses a range the wrong way round", () => {
    expect(problemOf(() => monthsByInput(base, { anchor: { low: 0.03, high: 0.024 } }))).toBe("out-of-range anchor");
  });
});

describe("yieldAfter(grossYield, priceChange, rentChange)", () => {
  it("is the anchor after the fall that ANCHOR_PRICE names", () => {
    const fall = priceChangeToAnchor(0.0237, 0.025, { rentChange: -0.02 });
    expect(yieldAfter(0.0237, fall, -0.02)).toBeCloseTo(0.025, 12);
  });

  it("refuses percentages as whole numbers and a price that is gone", () => {
    expect(problemOf(() => yieldAfter(2.37, -0.02, 0))).toBe("percent-as-whole-number gross_yield");
    expect(problemOf(() => yieldAfter(0.0237, -1, 0))).toBe("out-of-range price_change");
  });
});
