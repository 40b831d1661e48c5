/** The layers of a price: P7, the order of a fall, and its stages at the edges. */
import fc from "fast-check";
import { layerOrder, priceLayers } from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "../landing/problem.js";

const amount = fc.double({ min: 0, max: 1e5, noNaN: true });
const layers = fc
  .record({ financial: amount, market: amount, inst: amount, ihci: fc.double({ min: 1, max: 1e5, noNaN: true }) })
  .map((l) => ({ ...l, price: l.financial + l.market + l.inst + l.ihci }));
const left = fc.double({ min: 0, max: 1, noNaN: true });

describe("priceLayers(price, ihci, inst, market, priceNow)", () => {
  it("leaves layers that sum to the price now, none of them below 0 (P7)", () => {
    fc.assert(
      fc.property(layers, left, ({ price, ihci, inst, market }, share) => {
        const { stage, ...rest } = priceLayers(price, ihci, inst, market, { priceNow: price * share });
        const values = Object.values(rest);
        expect(Math.abs(values.reduce((a, b) => a + b, 0) - price * share)).toBeLessThan(1e-9 * price);
        expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
        expect([...layerOrder, "none"]).toContain(stage);
      }),
    );
  });

  it("touches no layer while an outer one is left", () => {
    fc.assert(
      fc.property(layers, left, ({ price, ihci, inst, market }, share) => {
        const now = priceLayers(price, ihci, inst, market, { priceNow: price * share });
        const whole = priceLayers(price, ihci, inst, market);
        if (now.financial > 0) expect(now.market).toBe(whole.market);
        if (now.market > 0) expect(now.institutional).toBe(whole.institutional);
        if (now.institutional > 0) expect(now.ihci).toBe(whole.ihci);
      }),
    );
  });

  it("goes through the stages in order as the price falls", () => {
    const stages = [30000, 29999, 25000, 24999, 18000, 17999, 10000, 9999, 0].map(
      (priceNow) => priceLayers(30000, 10000, 8000, 7000, { priceNow }).stage,
    );
    expect(stages).toEqual([
      "none",
      "financial",
      "financial",
      "market",
      "market",
      "institutional",
      "institutional",
      "ihci",
      "ihci",
    ]);
  });

  it("does not let rounding name a stage: 0.6 is the sum of 0.1, 0.2 and 0.3", () => {
    expect(priceLayers(0.6, 0.1, 0.2, 0.3).financial).toBeCloseTo(0, 12);
    expect(priceLayers(0.3, 0.1, 0.2, 0).stage).toBe("none");
    expect(priceLayers(1, 0.5, 0.2, 0.2, { priceNow: 0.9 }).stage).toBe("financial");
    expect(priceLayers(1, 0.5, 0.2, 0.2, { priceNow: 1 + 1e-12 }).stage).toBe("none");
  });

  it("without a financial premium eats the market premium first", () => {
    expect(priceLayers(100, 50, 30, 20, { priceNow: 90 })).toEqual({
      financial: 0,
      market: 10,
      institutional: 30,
      ihci: 50,
      stage: "market",
    });
  });

  it("refuses layers above the price, a price that rose, and negative layers", () => {
    expect(problemOf(() => priceLayers(100, 50, 30, 20.001))).toBe("out-of-range");
    expect(() => priceLayers(100, 50, 30, 21)).toThrow("ihci, inst and market add up to 101; expected at most the price, 100");
    expect(problemOf(() => priceLayers(100, 50, 30, 10, { priceNow: 100.1 }))).toBe("out-of-range price_now");
    expect(problemOf(() => priceLayers(100, 50, -1, 10))).toBe("out-of-range inst");
    expect(problemOf(() => priceLayers(100, -50, 1, 10))).toBe("out-of-range ihci");
    expect(problemOf(() => priceLayers(0, 0, 0, 0))).toBe("out-of-range price");
    expect(problemOf(() => priceLayers(100, 50, 30, 10, { priceNow: -1 }))).toBe("out-of-range price_now");
  });
});
