/** Months to the anchor: P8, its edges, and its sensitivities. */
import fc from "fast-check";
import {
  anchorBand,
  datesOf,
  gapBasisPoints,
  monthsOverBand,
  monthsOverPaces,
  monthsSurface,
  monthsToAnchor,
  priceChangeToAnchor,
  wholeMonths,
  yieldPath,
} from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "../landing/problem.js";

const rate = fc.double({ min: 0.001, max: 0.2, noNaN: true });
const fall = fc.double({ min: 1e-4, max: 0.05, noNaN: true });
/** A yield short of its anchor, and a price that falls faster than the rent. */
const clock = fc
  .record({ yieldNow: rate, more: fall, rent: fc.double({ min: -0.05, max: 0.05, noNaN: true }), faster: fall })
  .map(({ yieldNow, more, rent, faster }) => ({ yieldNow, anchor: yieldNow + more, rent, price: rent - faster }));

describe("monthsToAnchor(grossYield, anchor, priceMom, rentMom)", () => {
  it("brings the yield exactly to the anchor (P8)", () => {
    fc.assert(
      fc.property(clock, ({ yieldNow, anchor, price, rent }) => {
        const months = monthsToAnchor(yieldNow, anchor, price, rent);
        const then = yieldNow * ((1 + rent) / (1 + price)) ** months;
        expect(then / anchor).toBeCloseTo(1, 8);
      }),
    );
  });

  it("agrees with priceChangeToAnchor on how far the price goes (P8)", () => {
    fc.assert(
      fc.property(clock, ({ yieldNow, anchor, price, rent }) => {
        const months = monthsToAnchor(yieldNow, anchor, price, rent);
        fc.pre(Math.abs(months * Math.log1p(rent)) < 20);
        const rentChange = (1 + rent) ** months - 1;
        fc.pre(rentChange <= 0.5);
        expect(1 + priceChangeToAnchor(yieldNow, anchor, { rentChange })).toBeCloseTo((1 + price) ** months, 8);
      }),
    );
  });

  it("is longer for a higher anchor, a slower price and a faster falling rent", () => {
    fc.assert(
      fc.property(clock, fc.double({ min: 0, max: 0.9, noNaN: true }), ({ yieldNow, anchor, price, rent }, u) => {
        const months = monthsToAnchor(yieldNow, anchor, price, rent);
        const slack = (rent - price) * u;
        const slightlyMore = 1 + 1e-9;
        expect(monthsToAnchor(yieldNow, anchor * 1.1, price, rent)).toBeGreaterThan(months);
        expect(monthsToAnchor(yieldNow, anchor, price + slack, rent) * slightlyMore).toBeGreaterThanOrEqual(months);
        expect(monthsToAnchor(yieldNow, anchor, price, rent - slack) * slightlyMore).toBeGreaterThanOrEqual(months);
      }),
    );
  });

  it("matches a loop over whole months", () => {
    const steps = (price: number) => {
      let [count, y] = [0, 0.0237];
      for (; y < 0.025; count++) y *= 0.9975 / (1 + price);
      return count;
    };
    expect(wholeMonths(monthsToAnchor(0.0237, 0.025, -0.008, -0.0025))).toBe(steps(-0.008));
    expect(wholeMonths(monthsToAnchor(0.0237, 0.025, -0.01, -0.0025))).toBe(steps(-0.01));
    expect([steps(-0.008), steps(-0.01)]).toEqual([10, 8]);
  });

  it("is 0 once there, to the tolerance, whatever the paces", () => {
    expect(monthsToAnchor(0.025, 0.025, 0.01, -0.01)).toBe(0);
    expect(monthsToAnchor(0.1 * 0.25, 0.025, -0.01, 0)).toBe(0);
    expect(monthsToAnchor(0.0254, 0.025, 0, 0)).toBe(0);
    expect(monthsToAnchor(0.025 - 5e-10, 0.025, 0, 0)).toBe(0);
  });

  it("says never when rents fall as fast as prices, or prices rise", () => {
    for (const [price, rent] of [
      [-0.0025, -0.0025],
      [-0.1 - 0.2, -0.3],
      [-0.002, -0.0025],
      [0, 0],
      [0.01, 0],
    ] as const) {
      expect(problemOf(() => monthsToAnchor(0.0237, 0.025, price, rent))).toBe("never");
    }
    expect(() => monthsToAnchor(0.0237, 0.025, 0, 0)).toThrow("the price falls no faster than the rent");
  });

  it("reaches the anchor by rising rents alone", () => {
    expect(monthsToAnchor(0.02, 0.04, 0, 0.01)).toBeCloseTo(Math.log(2) / Math.log(1.01), 10);
  });

  it("refuses percentages without their sign, by argument", () => {
    expect(problemOf(() => monthsToAnchor(2.37, 0.025, -0.008, -0.0025))).toBe("percent-as-whole-number gross_yield");
    expect(problemOf(() => monthsToAnchor(0.0237, 2.5, -0.008, -0.0025))).toBe("percent-as-whole-number anchor");
    expect(problemOf(() => monthsToAnchor(0.0237, 0.025, -0.8, -0.0025))).toBe("percent-as-whole-number price_mom");
    expect(problemOf(() => monthsToAnchor(0.0237, 0.025, -0.008, 0.51))).toBe("percent-as-whole-number rent_mom");
    expect(problemOf(() => monthsToAnchor(-2.37, 0.025, -0.008, 0))).toBe("percent-as-whole-number gross_yield");
  });

  it("takes 0.5 itself as a fraction", () => {
    expect(monthsToAnchor(0.25, 0.5, -0.5, 0)).toBeCloseTo(1, 12);
  });

  it("refuses a yield or an anchor of 0 or below", () => {
    expect(problemOf(() => monthsToAnchor(0, 0.025, -0.01, 0))).toBe("out-of-range gross_yield");
    expect(problemOf(() => monthsToAnchor(-0.01, 0.025, -0.01, 0))).toBe("out-of-range gross_yield");
    expect(problemOf(() => monthsToAnchor(0.0237, 0, -0.01, 0))).toBe("out-of-range anchor");
    expect(problemOf(() => monthsToAnchor(Number.NaN, 0.025, -0.01, 0))).toBe("wrong-type gross_yield");
  });
});

describe("wholeMonths(months)", () => {
  it("rounds up, but not by rounding noise", () => {
    expect([0, 0.01, 3, 3.0000000000000004, 4.200000000000004, 9.658, 7.0756].map(wholeMonths)).toEqual([0, 1, 3, 3, 5, 10, 8]);
    expect(wholeMonths(0.1 * 3 * 10)).toBe(3);
    expect(Object.is(wholeMonths(0), 0)).toBe(true);
  });
});

describe("monthsOverBand(grossYield, anchors, priceMom, rentMom)", () => {
  it("runs from the lower to the upper edge: 1.7 to 2.3 and 12 to 17 months of report 002's band", () => {
    const [low, mid] = anchorBand(0.026);
    expect(monthsOverBand(0.0237, { low, high: mid }, -0.01, -0.0025).soonest).toBeCloseTo(1.67, 2);
    expect(monthsOverBand(0.0237, { low, high: mid }, -0.008, -0.0025).latest).toBeCloseTo(16.75, 2);
  });

  it("has no latest month when only the lower edge is reached already", () => {
    expect(monthsOverBand(0.0245, { low: 0.024, high: 0.028 }, -0.002, -0.0025)).toEqual({ soonest: 0, latest: undefined });
  });

  it("refuses a band upside down and bad rates", () => {
    expect(problemOf(() => monthsOverBand(0.0237, { low: 0.028, high: 0.024 }, -0.01, 0))).toBe("out-of-range anchors");
    expect(problemOf(() => monthsOverBand(0.0237, { low: 0, high: 0.024 }, -0.01, 0))).toBe("out-of-range anchor");
  });
});

describe("monthsOverPaces(grossYield, anchor, priceMoms, rentMom)", () => {
  it("gives May to July 2026 for report 002's paces, so the slow end is in the third quarter", () => {
    const months = monthsOverPaces(0.0237, 0.025, { low: -0.01, high: -0.008 }, -0.0025);
    expect(datesOf("2025-09", months)).toEqual({ soonest: "2026-05", latest: "2026-07" });
  });

  it("has no latest month if the slowest pace never arrives", () => {
    const months = monthsOverPaces(0.0237, 0.025, { low: -0.01, high: 0 }, -0.0025);
    expect(months.latest).toBeUndefined();
    expect(datesOf("2025-09", months)).toEqual({ soonest: "2026-05", latest: undefined });
  });

  it("refuses paces in the wrong order, and a date that is none", () => {
    expect(problemOf(() => monthsOverPaces(0.02, 0.025, { low: 0, high: -0.01 }, 0))).toBe("out-of-range priceMoms");
    expect(problemOf(() => datesOf("2025/09", { soonest: 1, latest: 2 }))).toBe("wrong-type as_of");
  });
});

describe("monthsSurface(grossYield, anchors, priceMoms, rentMom)", () => {
  it("is the single answer at every pair, with undefined for never", () => {
    const surface = monthsSurface(0.0237, [0.023, 0.024, 0.025, 0.03], [-0.01, -0.008, -0.0025, 0], -0.0025);
    surface.anchors.forEach((anchor, i) => {
      surface.priceMoms.forEach((price, j) => {
        const alone = problemOf(() => monthsToAnchor(0.0237, anchor, price, -0.0025));
        expect(surface.months[i]?.[j] ?? "never").toBe(alone);
      });
    });
    expect(surface.months[0]).toEqual([0, 0, 0, 0]);
    expect(surface.months[3]?.slice(0, 2).map((m) => Math.round(m ?? 0))).toEqual([31, 43]);
    expect(surface.months[3]?.slice(2)).toEqual([undefined, undefined]);
  });

  it("refuses an empty axis, and names the item of a bad one", () => {
    expect(problemOf(() => monthsSurface(0.0237, [], [-0.01], 0))).toBe("too-short anchors");
    expect(() => monthsSurface(0.0237, [0.025, 2.5], [-0.01], 0)).toThrow(/^monthsSurface: anchors, item 2, is 2.5/);
  });
});

describe("yieldPath(grossYield, priceMom, rentMom, months)", () => {
  it("crosses the anchor in the month that wholeMonths names", () => {
    fc.assert(
      fc.property(clock, ({ yieldNow, anchor, price, rent }) => {
        const months = wholeMonths(monthsToAnchor(yieldNow, anchor, price, rent));
        fc.pre(months <= 1200);
        const path = yieldPath(yieldNow, price, rent, months);
        expect(path).toHaveLength(months + 1);
        expect(path[0]).toBe(yieldNow);
        expect((path[months] ?? 0) / anchor).toBeGreaterThanOrEqual(1 - 1e-9);
        if (months > 0) expect(path[months - 1] ?? 0).toBeLessThan(anchor * (1 + 1e-9));
      }),
    );
  });

  it("refuses part of a month, and more than a century", () => {
    expect(problemOf(() => yieldPath(0.0237, -0.01, 0, 1.5))).toBe("out-of-range months");
    expect(problemOf(() => yieldPath(0.0237, -0.01, 0, 1201))).toBe("out-of-range months");
  });
});

describe("priceChangeToAnchor(grossYield, anchor, rentChange)", () => {
  it("closes the gap: the yield at the new price is the anchor", () => {
    fc.assert(
      fc.property(rate, rate, fc.double({ min: -0.9, max: 0.5, noNaN: true }), (y, anchor, rentChange) => {
        const change = priceChangeToAnchor(y, anchor, { rentChange });
        expect((y * (1 + rentChange)) / (1 + change) / anchor).toBeCloseTo(1, 8);
      }),
    );
  });

  it("has the sign of the gap at constant rent", () => {
    fc.assert(
      fc.property(rate, rate, (y, anchor) => {
        const gap = gapBasisPoints(y, { anchor });
        expect(Math.sign(priceChangeToAnchor(y, anchor)) * Math.sign(gap)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("falls 7.5 and 6.9 % on the way at report 002's paces", () => {
    const way = (price: number) => 0.9975 ** monthsToAnchor(0.0237, 0.025, price, -0.0025) - 1;
    expect(priceChangeToAnchor(0.0237, 0.025, { rentChange: way(-0.008) })).toBeCloseTo(-0.0746, 4);
    expect(priceChangeToAnchor(0.0237, 0.025, { rentChange: way(-0.01) })).toBeCloseTo(-0.0686, 4);
  });

  it("refuses an anchor of 0 as a denominator, below 0 as a number", () => {
    expect(problemOf(() => priceChangeToAnchor(0.0237, 0))).toBe("zero-denominator anchor");
    expect(problemOf(() => priceChangeToAnchor(0.0237, -0.01))).toBe("out-of-range anchor");
    expect(problemOf(() => priceChangeToAnchor(0.0237, 0.025, { rentChange: -1 }))).toBe("out-of-range rent_change");
    expect(problemOf(() => priceChangeToAnchor(0.0237, 0.025, { rentChange: 2 }))).toBe("percent-as-whole-number rent_change");
  });
});

describe("anchorBand(rate, band)", () => {
  it("is symmetric around the rate", () => {
    fc.assert(
      fc.property(rate, fc.double({ min: 0, max: 0.1, noNaN: true }), (r, band) => {
        const [low, mid, high] = anchorBand(r, { band });
        expect(mid).toBe(r);
        expect(high - mid).toBeCloseTo(mid - low, 12);
      }),
    );
  });
});

describe("gapBasisPoints(grossYield, anchor)", () => {
  it("is 13 for report 002's yield, 23 to the provident-fund rate, 3 and 43 to the edges of its band", () => {
    const gaps = [0.025, 0.026, 0.024, 0.028].map((anchor) => Math.round(gapBasisPoints(0.0237, { anchor })));
    expect(gaps).toEqual([13, 23, 3, 43]);
  });
});
