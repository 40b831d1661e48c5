/** Buyers on a real path of prices: by hand, and against the steady falls of UNDERWATER. */
import { chainedLevels, cohorts, deepestFall, loansFromTable, type MonthOnMonth, standings, underwaterMonth } from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "./problem.js";

/** A series that changes by the same share every month, from January 2020. */
function steady(change: number, months: number): MonthOnMonth[] {
  return Array.from({ length: months }, (_, k) => ({
    month: `${2020 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, "0")}`,
    index: 100 * (1 + change),
  }));
}

const rising: MonthOnMonth[] = [
  { month: "2020-01", index: 100 },
  { month: "2020-02", index: 110 },
  { month: "2020-03", index: 50 },
  { month: "2020-04", index: 120 },
];

describe("chainedLevels(series, span)", () => {
  it("starts at 1 and multiplies month by month", () => {
    const levels = chainedLevels(rising, { from: "2020-01", to: "2020-04" });
    expect(levels.map(({ month }) => month)).toEqual(["2020-01", "2020-02", "2020-03", "2020-04"]);
    for (const [at, wanted] of [1, 1.1, 0.55, 0.66].entries()) expect(levels[at]?.level).toBeCloseTo(wanted, 12);
  });

  it("refuses a gap, as chainedChange does", () => {
    const gap = rising.filter(({ month }) => month !== "2020-03");
    expect(problemOf(() => chainedLevels(gap, { from: "2020-01", to: "2020-04" }))).toBe("not-in-table series");
  });
});

describe("deepestFall(levels)", () => {
  it("runs from the highest level to the lowest after it", () => {
    const fall = deepestFall(chainedLevels(rising, { from: "2020-01", to: "2020-04" }));
    expect(fall).toMatchObject({ from: "2020-02", to: "2020-03" });
    expect(fall.change).toBeCloseTo(-0.5, 12);
  });

  it("is 0 where nothing fell, and refuses an empty list", () => {
    expect(deepestFall([{ month: "2020-01", level: 1 }])).toEqual({ from: "2020-01", to: "2020-01", change: 0 });
    expect(problemOf(() => deepestFall([]))).toBe("too-short levels");
  });
});

describe("cohorts(levels, ltv, rate, months)", () => {
  const levels = chainedLevels(steady(-0.01, 61), { from: "2020-01", to: "2025-01" });

  it("finds UNDERWATER's month for every cohort that is old enough, and none for the others", () => {
    const first = underwaterMonth(0.7, 0.035, 360, -0.01);
    const all = cohorts(levels, 0.7, 0.035, 360);
    expect(all).toHaveLength(60);
    for (const { paid, firstMonth, underWater } of all) {
      expect(firstMonth).toBe(paid >= first ? first : undefined);
      expect(underWater).toBe(paid >= first);
    }
  });

  it("keeps the first month of a cohort that has come up again", () => {
    const [january, february, march] = cohorts(chainedLevels(rising, { from: "2020-01", to: "2020-04" }), 0.6, 0, 360);
    expect(january).toMatchObject({ bought: "2020-01", paid: 3, firstMonth: 2, underWater: false });
    expect(february).toMatchObject({ bought: "2020-02", firstMonth: 1, underWater: false });
    expect(march).toMatchObject({ bought: "2020-03", firstMonth: undefined, underWater: false });
    expect(january?.value).toBeCloseTo(0.66, 12);
    expect(january?.currentLtv).toBeCloseTo((0.6 * 357) / 360 / 0.66, 12);
  });

  it("puts fewer under water with equal principal, more with a larger loan or larger moves", () => {
    const under = (ltv: number, options = {}) =>
      cohorts(levels, ltv, 0.035, 360, options).filter(({ underWater }) => underWater).length;
    expect(under(0.7, { method: "principal" })).toBeLessThan(under(0.7));
    expect(under(0.8)).toBeGreaterThan(under(0.7));
    expect(under(0.7, { stretch: 2 })).toBeGreaterThan(under(0.7));
    expect(under(0.7, { stretch: 0 })).toBe(0);
  });

  it("refuses an index of one month, a term that ends within it, and levels that are none", () => {
    const one = levels.slice(0, 1);
    expect(problemOf(() => cohorts(one, 0.7, 0.035, 360))).toBe("too-short levels");
    expect(problemOf(() => cohorts(levels, 0.7, 0.035, 36))).toBe("out-of-range months");
    expect(problemOf(() => cohorts([...one, { month: "2020-02", level: 0 }], 0.7, 0.035, 360))).toBe("out-of-range levels");
    expect(problemOf(() => cohorts(levels, 70, 0.035, 360))).toBe("out-of-range ltv");
  });
});

describe("loansFromTable(rows) and standings(loans, as_of, series)", () => {
  const row = { loan: "a", city: "郑州", bought: "2020-01", price: 200, borrowed: 140, rate: 0.035, months: 360 };
  const series = new Map([["郑州", steady(-0.01, 61)]]);

  it("value a home by its city's index where no price is given, and by the price where one is", () => {
    const loans = loansFromTable([row, { ...row, price_now: "150", method: "等额本金", loan: "" }]);
    expect(loans[1]).toMatchObject({ loan: "2", method: "principal", priceNow: 150 });
    const [byIndex, byPrice] = standings(loans, "2025-01", series);
    expect(byIndex).toMatchObject({ paid: 60, valuedBy: "index", underWater: true });
    expect(byIndex?.value).toBeCloseTo(200 * 0.99 ** 60, 9);
    expect(byPrice).toMatchObject({ valuedBy: "price", value: 150, underWater: false });
    expect(byPrice?.balance).toBeCloseTo((140 * 300) / 360, 9);
    expect(byPrice?.equity).toBeCloseTo(150 - (140 * 300) / 360, 9);
  });

  it("owe nothing once the term is over, and stand at the purchase on the day of purchase", () => {
    const [repaid] = standings(loansFromTable([{ ...row, months: 12 }]), "2025-01", series);
    expect(repaid).toMatchObject({ paid: 12, balance: 0 });
    const [today] = standings(loansFromTable([row]), "2020-01", new Map([["郑州", []]]));
    expect(today).toMatchObject({ paid: 0, balance: 140, value: 200 });
  });

  it("refuse with column, row, what was seen and what was wanted", () => {
    expect(problemOf(() => loansFromTable([]))).toBe("too-short rows");
    expect(problemOf(() => loansFromTable([{ ...row, bought: "2020/1" }]))).toBe("wrong-type bought");
    expect(problemOf(() => loansFromTable([{ ...row, price: "" }]))).toBe("missing-argument price");
    expect(problemOf(() => loansFromTable([{ ...row, price: 0 }]))).toBe("out-of-range price");
    expect(problemOf(() => loansFromTable([{ ...row, borrowed: "much" }]))).toBe("wrong-type borrowed");
    expect(problemOf(() => loansFromTable([{ ...row, rate: 3.5 }]))).toBe("percent-as-whole-number rate");
    expect(problemOf(() => loansFromTable([{ ...row, method: "balloon" }]))).toBe("unknown-choice method");
    expect(problemOf(() => loansFromTable([{ ...row, city: "" }]))).toBe("missing-argument price_now");
    expect(problemOf(() => loansFromTable([{ ...row, prise: 1 } as object]))).toBe("unknown-argument prise");
    expect(problemOf(() => standings(loansFromTable([{ ...row, city: "苏州" }]), "2025-01", series))).toBe("not-in-table city");
    expect(problemOf(() => standings(loansFromTable([row]), "2019-12", series))).toBe("out-of-range bought");
  });
});
