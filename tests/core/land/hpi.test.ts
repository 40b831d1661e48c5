/** Identities that the index claims: P1 to P5 of the method, and the report's own words about it. */
import fc from "fast-check";
import { catalog, hpi, hpiOfDistricts, hpiParts, priceCut, priceCutCoefficient } from "soundings";
import { describe, expect, it } from "vitest";

const lot = fc.record({
  start: fc.double({ min: 0.01, max: 500, noNaN: true }),
  paid: fc.double({ min: 0.8, max: 1.5, noNaN: true }),
  sold: fc.boolean(),
  cut: fc.double({ min: -0.5, max: 0.6, noNaN: true }),
  backstop: fc.boolean(),
});
const round = fc.array(lot, { minLength: 1, maxLength: 40 });
type Lot = typeof lot extends fc.Arbitrary<infer L> ? L : never;

function columns(lots: readonly Lot[], scale = 1) {
  return {
    start: lots.map((l) => l.start * scale),
    deal: lots.map((l) => (l.sold ? l.start * l.paid * scale : 0)),
    cut: lots.map((l) => l.cut),
    backstop: lots.map((l) => l.backstop),
  };
}

function index(lots: readonly Lot[], mode: "resolved" | "literal" = "resolved", scale = 1): number {
  const { start, deal, cut, backstop } = columns(lots, scale);
  return hpi(start, deal, { cut, backstop, mode });
}

const modes = fc.constantFrom("resolved" as const, "literal" as const);

describe("hpi(start, deal)", () => {
  it("equals 100 + premium − failed − cut − backstop points, in both modes (P1)", () => {
    fc.assert(
      fc.property(round, modes, (lots, mode) => {
        const { start, deal, cut, backstop } = columns(lots);
        const parts = hpiParts(start, deal, { cut, backstop, mode });
        const rebuilt = 100 + parts.premiumPts - parts.failedPts - parts.cutPts - parts.backstopPts;
        expect(rebuilt).toBeCloseTo(parts.index, 8);
        expect(parts.index).toBe(hpi(start, deal, { cut, backstop, mode }));
      }),
    );
  });

  it("does not depend on the unit of money (P2)", () => {
    fc.assert(
      fc.property(round, modes, (lots, mode) => void expect(index(lots, mode, 10_000)).toBeCloseTo(index(lots, mode), 8)),
    );
  });

  it("does not depend on the order of the lots (P3)", () => {
    fc.assert(
      fc.property(round, modes, (lots, mode) => void expect(index(lots.toReversed(), mode)).toBeCloseTo(index(lots, mode), 8)),
    );
  });

  it("counts a backstop lot exactly like a failed one (P4)", () => {
    fc.assert(
      fc.property(round, (lots) => {
        const failed = lots.map((l) => (l.backstop ? { ...l, sold: false } : l));
        expect(index(lots)).toBeCloseTo(index(failed), 8);
      }),
    );
  });

  it("of districts, weighted by starting totals, is the index of the whole (P5)", () => {
    fc.assert(
      fc.property(round, round, (a, b) => {
        const total = (lots: readonly Lot[]) => lots.reduce((sum, l) => sum + l.start, 0);
        expect(hpiOfDistricts([index(a), index(b)], [total(a), total(b)])).toBeCloseTo(index([...a, ...b]), 7);
      }),
    );
  });

  it("never rises in literal mode above the index deducted once", () => {
    fc.assert(fc.property(round, (lots) => void expect(index(lots, "literal")).toBeLessThanOrEqual(index(lots) + 1e-9)));
  });

  it("treats 0, null and undefined deals alike", () => {
    expect([hpi([1, 1], [0, 1]), hpi([1, 1], [null, 1]), hpi([1, 1], [undefined, 1])]).toEqual([50, 50, 50]);
  });

  it("takes typed arrays without copying them and leaves them as they were", () => {
    const start = Float64Array.of(10, 20);
    const deal = Float64Array.of(10, 0);
    expect(hpi(start, deal)).toBeCloseTo(33.3333333333, 9);
    expect([...start, ...deal]).toEqual([10, 20, 10, 0]);
  });

  it("is 0 points when every lot fails and 115 when every lot sells at the 15 % cap", () => {
    expect(hpi([10, 20], [0, 0])).toBe(0);
    expect(hpi([10, 20], [11.5, 23])).toBeCloseTo(115, 9);
  });
});

describe("priceCutCoefficient(cut)", () => {
  it.each([
    [1 - 90 / 100, 0.5],
    [(3 - 2.4) / 3, 0.5],
    [0.1 - 1e-8, 0],
    [0.2 + 1e-8, 1],
    [1, 1],
    [-3, 0],
  ])("of %d is %d, whatever floating point does at the boundary", (cut, coefficient) => {
    expect(priceCutCoefficient(cut)).toBe(coefficient);
  });
});

describe("priceCut(deal, benchmark)", () => {
  it("of Zhengzhou's parcel 3 is 12.9 % against the earlier start and 22.4 % start against start", () => {
    expect(priceCut(9.35, 10.73)).toBeCloseTo(0.129, 3);
    expect(priceCut(8.33, 10.73)).toBeCloseTo(0.224, 3);
  });
});

describe("the HPI family", () => {
  it("is the eight functions of report 003 and the one over tables", () => {
    const ids = catalog.filter((d) => d.source.report.id === "003").map((d) => d.id);
    const eight = ["HPI", "HPI_PARTS", "HPI_COEF", "LAND_CUT", "IS_BACKSTOP", "HPI_BAND", "HPI_AGG", "HPI_CITY"];
    expect(ids).toEqual([...eight, "HPI_TABLE"]);
  });
});
