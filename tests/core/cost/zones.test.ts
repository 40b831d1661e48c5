/** Multiples, zones, screens: boundaries with their tolerance, and ranges. */
import fc from "fast-check";
import { ihciMultiple, ihciScreen, ihciZone, multipleRange, scenarios } from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "../landing/problem.js";

const price = fc.double({ min: 100, max: 1e6, noNaN: true });

describe("ihciMultiple(price, ihci)", () => {
  it("times the cost is the price", () => {
    fc.assert(fc.property(price, price, (p, c) => void expect((ihciMultiple(p, c) * c) / p).toBeCloseTo(1, 9)));
  });

  it("refuses a price of 0, as a blank cell arrives, rather than call it cheap", () => {
    expect(problemOf(() => ihciMultiple(0, 10000))).toBe("out-of-range price");
    expect(problemOf(() => ihciMultiple(10000, 0))).toBe("zero-denominator ihci");
    expect(problemOf(() => ihciMultiple(10000, -1))).toBe("out-of-range ihci");
    expect(problemOf(() => ihciMultiple(1e300, 1e-300))).toBe("no-finite-value");
  });
});

describe("ihciZone(mult)", () => {
  it("gives A to 1.5 and C to 3, although floating point puts them a hair outside", () => {
    expect(ihciZone(1.5 + 4e-16)).toBe("A");
    expect(ihciZone(3 - 4e-16)).toBe("C");
    expect(ihciZone(0.1 * 3 * 10)).toBe("C");
    expect(ihciZone(1.1 + 0.4)).toBe("A");
    expect(ihciZone(ihciMultiple(4.5, 3))).toBe("A");
    expect(ihciZone(ihciMultiple(0.3, 0.1))).toBe("C");
  });

  it("gives B beyond the tolerance of 1e-9 on either side", () => {
    expect(ihciZone(1.5 + 2e-9)).toBe("B");
    expect(ihciZone(3 - 2e-9)).toBe("B");
    expect(ihciZone(0)).toBe("A");
  });

  it("never goes back as the multiple rises", () => {
    const multiple = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(multiple, multiple, (a, b) => {
        expect(ihciZone(Math.min(a, b)) <= ihciZone(Math.max(a, b))).toBe(true);
      }),
    );
  });

  it("takes other thresholds, and refuses ones that meet or cross", () => {
    expect(ihciZone(2, { aMax: 2, cMin: 2.5 })).toBe("A");
    expect(ihciZone(2.5, { aMax: 2, cMin: 2.5 })).toBe("C");
    expect(problemOf(() => ihciZone(2, { aMax: 3 }))).toBe("out-of-range c_min");
    expect(problemOf(() => ihciZone(2, { aMax: 4, cMin: 3 }))).toBe("out-of-range c_min");
    expect(problemOf(() => ihciZone(-1e-9))).toBe("out-of-range mult");
  });
});

describe("ihciScreen(mult, grossYield, popFlow, industry, payToIncome)", () => {
  const base = [2, 0.035, 1, true, 0.4] as const;

  it("passes rent at exactly 3 % and fails it just below", () => {
    expect(ihciScreen(2, 0.03, 1, true, 0.4).rent).toBe(true);
    expect(ihciScreen(2, 0.1 * 0.3, 1, true, 0.4).rent).toBe(true);
    expect(ihciScreen(2, 0.0299, 1, true, 0.4).rent).toBe(false);
    expect(ihciScreen(2, 0.025, 1, true, 0.4).rent).toBe(false);
  });

  it("fails cash at exactly 60 %, also when floating point puts it below", () => {
    expect(ihciScreen(2, 0.035, 1, true, 0.6).cash).toBe(false);
    expect(ihciScreen(2, 0.035, 1, true, 0.7 - 0.1).cash).toBe(false);
    expect(ihciScreen(2, 0.035, 1, true, 0.5999).cash).toBe(true);
    expect(ihciScreen(2, 0.035, 1, true, 1.2).cash).toBe(false);
  });

  it("wants both an inflow and industry", () => {
    const people = (flow: number, industry: boolean) => ihciScreen(2, 0.035, flow, industry, 0.4).people;
    expect([people(1, true), people(1, false), people(0, true), people(-1, true)]).toEqual([true, false, false, false]);
  });

  it("says all only if rent, people and cash say so, in any zone", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.boolean(),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (m, y, flow, industry, pay) => {
          const card = ihciScreen(m, y, flow, industry, pay);
          expect(card.all).toBe(card.rent && card.people && card.cash);
          expect(card.zone).toBe(ihciZone(m));
        },
      ),
    );
  });

  it("takes other lines, such as the supervisors' 50 %", () => {
    expect(ihciScreen(2, 0.035, 1, true, 0.55, { payLimit: 0.5 }).cash).toBe(false);
    expect(ihciScreen(2, 0.025, 1, true, 0.4, { minYield: 0.02 }).rent).toBe(true);
  });

  it("refuses percentages typed as whole numbers, also in its thresholds", () => {
    const [mult, , flow, industry, pay] = base;
    expect(problemOf(() => ihciScreen(mult, 3.5, flow, industry, pay))).toBe("percent-as-whole-number gross_yield");
    expect(problemOf(() => ihciScreen(...(base.slice(0, 4) as [2, 0.035, 1, true]), 40))).toBe(
      "percent-as-whole-number pay_to_income",
    );
    expect(problemOf(() => ihciScreen(...base, { minYield: 3 }))).toBe("percent-as-whole-number min_yield");
    expect(problemOf(() => ihciScreen(...base, { payLimit: 60 }))).toBe("percent-as-whole-number pay_limit");
    expect(problemOf(() => ihciScreen(mult, -0.01, flow, industry, pay))).toBe("out-of-range gross_yield");
  });
});

describe("multipleRange(price, cost)", () => {
  it("spans every multiple that a price and a cost inside the ranges can have", () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const interval = fc.tuple(price, price).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
    fc.assert(
      fc.property(interval, interval, unit, unit, (p, c, i, j) => {
        const range = multipleRange(p, c);
        const inside = ihciMultiple(p.low + i * (p.high - p.low), c.low + j * (c.high - c.low));
        expect(inside).toBeGreaterThanOrEqual(range.low * (1 - 1e-12));
        expect(inside).toBeLessThanOrEqual(range.high * (1 + 1e-12));
        expect(range.zones).toContain(ihciZone(inside));
      }),
    );
  });

  it("gives report 001's third scenario 2 to 5 times now and 3.5 to 8 at the peak: not close to cost", () => {
    const third = scenarios.find(({ id }) => id === "declining");
    if (!third?.figures) throw new Error("the third scenario has lost its figures");
    const { cost, peak, now } = third.figures;
    expect(multipleRange(now.value, cost.value)).toEqual({ low: 2, mid: 3, high: 5, zones: ["B", "C"] });
    expect(multipleRange(peak.value, cost.value)).toMatchObject({ low: 3.5, high: 8, zones: ["C"] });
  });

  it("says when a range decides nothing: all three zones", () => {
    expect(multipleRange(12000, { low: 3000, high: 9000 }).zones).toEqual(["A", "B", "C"]);
    expect(multipleRange(15000, { low: 8000, high: 12000 })).toMatchObject({ low: 1.25, mid: 1.5, high: 1.875 });
  });

  it("refuses ends in the wrong order", () => {
    expect(problemOf(() => multipleRange(1, { low: 2, high: 1 }))).toBe("out-of-range cost");
    expect(problemOf(() => multipleRange({ low: 2, high: 1 }, { low: 1, high: 2 }))).toBe("out-of-range price");
    expect(problemOf(() => multipleRange(1, { low: Number.NaN, high: 1 }))).toBe("wrong-type cost");
    expect(problemOf(() => multipleRange(1, { low: 0, high: 1 }))).toBe("zero-denominator ihci");
  });
});
