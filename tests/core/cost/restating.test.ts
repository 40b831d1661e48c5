/** Restating along an index with gaps, and the growth between two prices: inverses, coverage, refusals. */
import fc from "fast-check";
import {
  changesOfLevels,
  fillYears,
  impliedGrowth,
  meanGrowth,
  reindex,
  reindexAlong,
  repricings,
  yearsCovered,
} from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "../landing/problem.js";

const cost = fc.double({ min: 1, max: 1e5, noNaN: true });
const year = fc.integer({ min: 1980, max: 2030 });
const growth = fc.double({ min: -0.1, max: 0.2, noNaN: true });

describe("reindexAlong(cost, fromYear, toYear, changes)", () => {
  it("at one constant change is reindex, forwards and backwards", () => {
    fc.assert(
      fc.property(cost, year, year, growth, (c, from, to, g) => {
        const changes = fillYears([], 1980, 2030, g);
        expect(reindexAlong(c, from, to, changes) / reindex(c, from, to, g)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("multiplies the years after the cost's own, in any order of the list", () => {
    const changes = [
      { year: 2003, change: 0.2 },
      { year: 2001, change: 9 },
      { year: 2002, change: 0.1 },
    ];
    expect(reindexAlong(100, 2001, 2003, changes)).toBeCloseTo(132, 9);
    expect(reindexAlong(132, 2003, 2001, changes)).toBeCloseTo(100, 9);
    expect(reindexAlong(100, 2003, 2003, changes)).toBe(100);
  });

  it("refuses a gap instead of skipping the year", () => {
    const changes = [{ year: 2003, change: 0.2 }];
    expect(problemOf(() => reindexAlong(100, 2001, 2003, changes))).toBe("not-in-table changes");
    expect(() => reindexAlong(100, 2001, 2003, changes)).toThrow(/no change for 2002/);
    expect(problemOf(() => reindexAlong(100, 98, 2003, changes))).toBe("out-of-range from_year");
    expect(problemOf(() => reindexAlong(-1, 2002, 2003, changes))).toBe("out-of-range cost");
  });
});

describe("fillYears(known, fromYear, toYear, growth)", () => {
  it("keeps what is known and counts what is not", () => {
    const known = [
      { year: 2001, change: 0.5 },
      { year: 2003, change: 0.2 },
    ];
    expect(fillYears(known, 2001, 2003, 0.1)).toEqual([
      { year: 2001, change: 0.5 },
      { year: 2002, change: 0.1 },
      { year: 2003, change: 0.2 },
    ]);
    expect(yearsCovered(known, 2001, 2004)).toEqual({ known: 1, all: 3 });
    expect(yearsCovered(known, 2004, 2000)).toEqual({ known: 2, all: 4 });
  });
});

describe("changesOfLevels(levels)", () => {
  it("takes consecutive years only", () => {
    const levels = [
      { year: 2000, level: 100 },
      { year: 2001, level: 110 },
      { year: 2005, level: 200 },
    ];
    expect(changesOfLevels(levels)).toEqual([{ year: 2001, change: 110 / 100 - 1 }]);
  });
});

describe("meanGrowth(changes)", () => {
  it("compounds to the same end as the changes themselves", () => {
    const changes = [
      { year: 2001, change: 0.21 },
      { year: 2002, change: 0 },
    ];
    expect(meanGrowth(changes)).toBeCloseTo(0.1, 12);
    expect(problemOf(() => meanGrowth([]))).toBe("too-short changes");
  });
});

describe("impliedGrowth(cost, fromYear, laterCost, toYear)", () => {
  it("inverts reindex", () => {
    fc.assert(
      fc.property(cost, growth, fc.integer({ min: 1, max: 40 }), (c, g, years) => {
        const later = reindex(c, 1985, 1985 + years, g);
        expect(impliedGrowth(c, 1985, later, 1985 + years)).toBeCloseTo(g, 9);
      }),
    );
  });

  it("reproduces report 001's example by about 5.3 % a year", () => {
    expect(impliedGrowth(2000, 1998, 8000, 2025)).toBeCloseTo(0.0527, 4);
    expect(impliedGrowth(5500, 2010, 12000, 2025)).toBeCloseTo(0.0534, 4);
  });

  it("refuses a year that is not later, and what is not above 0", () => {
    expect(problemOf(() => impliedGrowth(100, 2000, 110, 2000))).toBe("out-of-range to_year");
    expect(problemOf(() => impliedGrowth(0, 2000, 110, 2001))).toBe("out-of-range cost");
    expect(problemOf(() => impliedGrowth(1, 2000, Number.NaN, 2001))).toBe("out-of-range later_cost");
  });
});

describe("repricings(prices)", () => {
  it("goes from the first to the last price of each list, and leaves single prices out", () => {
    const prices = [
      { series: "a", year: 2022, price: 110.25 },
      { series: "", year: 2000, price: 1 },
      { series: "a", year: 2020, price: 100 },
      { series: "b", year: 2020, price: 5 },
    ];
    const [only, ...rest] = repricings(prices);
    expect(rest).toEqual([]);
    expect(only?.series).toBe("a");
    expect(only?.growth).toBeCloseTo(0.05, 12);
  });
});
