/** The second-hand share: months, steady state (P16), and the card that joins it to the yield. */
import fc from "fast-check";
import { bottomCard, findDefinition, monthAfter, monthsToAnchor, monthsToShare, steadySecondHandShare } from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "../landing/problem.js";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const pace = fc.double({ min: 0.001, max: 0.5, noNaN: true });

describe("monthsToShare(share, target, pace)", () => {
  it("brings the share to the target at that pace", () => {
    fc.assert(
      fc.property(share, share, pace, (now, target, p) => {
        const then = now + (p * monthsToShare(now, target, p)) / 12;
        expect(then).toBeCloseTo(Math.max(now, target), 8);
      }),
    );
  });

  it("gives report 002 3.5 to 4.6 months from September's share and 11.6 to the upper edge", () => {
    expect(monthsToShare(0.577, 0.6, 0.08)).toBeCloseTo(3.45, 10);
    expect(monthsToShare(0.577, 0.6, 0.06)).toBeCloseTo(4.6, 10);
    expect(monthsToShare(0.572, 0.63, 0.06)).toBeCloseTo(11.6, 10);
  });

  it("is 0 once there, to the tolerance, and then does not ask for a pace", () => {
    expect(monthsToShare(0.6, 0.6, 0)).toBe(0);
    expect(monthsToShare(0.1 + 0.2 + 0.3, 0.6, 0)).toBe(0);
    expect(monthsToShare(0.6 - 1e-10, 0.6, -0.02)).toBe(0);
  });

  it("says never for a pace of 0 or below", () => {
    for (const bad of [0, -0.02, 1e-12]) expect(problemOf(() => monthsToShare(0.572, 0.6, bad))).toBe("never");
  });

  it("refuses percentages without their sign, shares below 0, and texts", () => {
    expect(problemOf(() => monthsToShare(57.2, 0.6, 0.08))).toBe("percent-as-whole-number share");
    expect(problemOf(() => monthsToShare(0.572, 60, 0.08))).toBe("percent-as-whole-number target");
    expect(problemOf(() => monthsToShare(0.572, 0.6, 8))).toBe("percent-as-whole-number pace");
    expect(problemOf(() => monthsToShare(-0.1, 0.6, 0.08))).toBe("out-of-range share");
    expect(problemOf(() => monthsToShare("57%" as unknown as number, 0.6, 0.08))).toBe("wrong-type share");
  });
});

describe("steadySecondHandShare(lifeYears, turnover)", () => {
  const life = fc.double({ min: 1e-3, max: 10_000, noNaN: true });

  it("is at least 0 and below 1, for every life and turnover that it takes (P16)", () => {
    fc.assert(
      fc.property(life, share, (years, turnover) => {
        const steady = steadySecondHandShare(years, turnover);
        expect(steady).toBeGreaterThanOrEqual(0);
        expect(steady).toBeLessThan(1);
      }),
    );
  });

  it("grows with the life and with the turnover", () => {
    fc.assert(
      fc.property(life, share, (years, turnover) => {
        const steady = steadySecondHandShare(years, turnover);
        expect(steadySecondHandShare(years / 2, turnover)).toBeLessThanOrEqual(steady);
        expect(steadySecondHandShare(years, turnover / 2)).toBeLessThanOrEqual(steady);
      }),
    );
  });

  it("splits sales as resales to replacements", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 200, noNaN: true }), share, (years, turnover) => {
        const steady = steadySecondHandShare(years, turnover);
        expect(steady).toBeCloseTo(turnover / (turnover + 1 / years), 9);
      }),
    );
  });

  it("prints report 002's three countries with one turnover", () => {
    const shares = [132, 25, 50, 30].map((years) => Math.round(1000 * steadySecondHandShare(years, 0.068)) / 10);
    expect(shares).toEqual([90, 63, 77.3, 67.1]);
  });

  it("refuses a life of 0 or below or in days, and a turnover above 1", () => {
    expect(problemOf(() => steadySecondHandShare(0, 0.068))).toBe("out-of-range life_years");
    expect(problemOf(() => steadySecondHandShare(-30, 0.068))).toBe("out-of-range life_years");
    expect(problemOf(() => steadySecondHandShare(11_000, 0.068))).toBe("out-of-range life_years");
    expect(problemOf(() => steadySecondHandShare(30, 6.8))).toBe("percent-as-whole-number turnover");
    expect(problemOf(() => steadySecondHandShare(30, -0.1))).toBe("out-of-range turnover");
  });
});

describe("bottomCard(asOf, …)", () => {
  const named = {
    as_of: "2025-09",
    share: 0.577,
    share_target: 0.6,
    share_pace: 0.08,
    gross_yield: 0.0237,
    anchor: 0.025,
    price_mom: -0.01,
    rent_mom: -0.0025,
  };
  const card = (changes: Record<string, unknown>) => findDefinition("BOTTOM_CARD")?.evaluate({ ...named, ...changes });

  it("holds what SECOND_MONTHS and RENT_MONTHS give, with the dates that follow", () => {
    const seen = bottomCard("2025-09", 0.577, 0.6, 0.08, 0.0237, 0.025, -0.01, -0.0025);
    expect(seen.volumeMonths).toBe(monthsToShare(0.577, 0.6, 0.08));
    expect(seen.priceMonths).toBe(monthsToAnchor(0.0237, 0.025, -0.01, -0.0025));
    expect([seen.volumeMonth, seen.priceMonth, seen.lastFall]).toEqual(["2026-01", "2026-05", "2026-05"]);
  });

  it("takes the later of the two dates, also when it is the volume's", () => {
    expect(card({ share: 0.4 })).toMatchObject({ volume_month: "2028-03", price_month: "2026-05", last_fall: "2028-03" });
  });

  it("stays in the month of the data when both are there", () => {
    expect(card({ share: 0.6, gross_yield: 0.025, share_pace: 0 })).toEqual({
      volume_months: 0,
      price_months: 0,
      volume_month: "2025-09",
      price_month: "2025-09",
      last_fall: "2025-09",
    });
  });

  it("does not let rounding noise cost a month: a wait of exactly 3 months ends in the third", () => {
    expect(card({ share: 0.58, share_pace: 0.08 })).toMatchObject({ volume_month: "2025-12" });
  });

  it("refuses what is not a month written yyyy-mm", () => {
    for (const bad of ["2025-13", "2025-00", "2025-9", "2025/09", "202509", "2025-09-30", "Sep 2025", "25-09", "2025年9月"]) {
      expect(problemOf(() => card({ as_of: bad }))).toBe("wrong-type as_of");
    }
    expect(problemOf(() => card({ as_of: 45901 }))).toBe("wrong-type as_of");
    expect(problemOf(() => card({ as_of: " " }))).toBe("missing-argument as_of");
    expect(card({ as_of: " 2025-09 " })).toMatchObject({ volume_month: "2026-01" });
    expect(() => card({ as_of: "2025-13" })).toThrow("expected a month written yyyy-mm, such as 2025-09");
  });

  it("says which of the two never comes", () => {
    expect(() => card({ share_pace: 0 })).toThrow("expected share_pace above 0");
    expect(() => card({ price_mom: 0 })).toThrow("expected price_mom below rent_mom");
    expect(problemOf(() => card({ share_pace: -0.01 }))).toBe("never");
    expect(problemOf(() => card({ price_mom: -0.0025 }))).toBe("never");
  });

  it("calls a date beyond the year 9999 never", () => {
    expect(problemOf(() => card({ share: 0, share_target: 1, share_pace: 1e-5 }))).toBe("never");
  });
});

describe("monthAfter(month, months)", () => {
  it("is where a calendar arrives", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2500 }), fc.integer({ min: 1, max: 12 }), fc.nat(5000), (y, m, months) => {
        const at = new Date(Date.UTC(y, m - 1 + months, 1));
        const written = (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}`;
        expect(monthAfter(written(y, m), months)).toBe(written(at.getUTCFullYear(), at.getUTCMonth() + 1));
      }),
    );
  });
});
