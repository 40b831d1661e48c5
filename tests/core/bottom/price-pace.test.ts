/** Many cities' prices as one line per month, tiers, and the month that a fall has gone back to. */
import { chainedPace, changeOfLevel, changesOfIndices, lastAtLevel, matchedChanges, paceByMonth, tierOf } from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "../landing/problem.js";

const month = "2025-09";

describe("paceByMonth(changes)", () => {
  it("gives mean, median, quartiles and the cities that did not fall, months in order", () => {
    const changes = [-0.03, -0.01, 0, 0.02].map((change, i) => ({ city: `${i}`, month, change }));
    const [august, september] = paceByMonth([...changes, { city: "0", month: "2025-08", change: -0.1 }]);
    expect(august?.month).toBe("2025-08");
    expect(september).toMatchObject({ cities: 4, notFalling: 2 });
    expect(september?.mean).toBeCloseTo(-0.005, 12);
    expect(september?.median).toBeCloseTo(-0.005, 12);
    expect(september?.lowQuartile).toBeCloseTo(-0.015, 12);
  });

  it("counts an index of 100 as not falling", () => {
    const changes = changesOfIndices(
      new Map([
        ["甲", [{ month, index: 100 }]],
        ["乙", [{ month, index: 99.8 }]],
      ]),
    );
    expect(changes[1]?.change).toBeCloseTo(-0.002, 12);
    expect(paceByMonth(changes)[0]?.notFalling).toBe(1);
  });
});

describe("matchedChanges(listings, leastSamples)", () => {
  const listing = (m: string, price: number | null, samples = 100) => ({ city: "甲", month: m, price, samples });

  it("compares neighbouring months of the same city only", () => {
    const changes = matchedChanges([listing("2025-12", 100), listing("2026-01", 99), listing("2026-03", 90)], 1);
    expect(changes).toEqual([{ city: "甲", month: "2026-01", change: expect.closeTo(-0.01, 12) }]);
  });

  it("leaves out months with too few listings or no price", () => {
    expect(matchedChanges([listing("2025-12", 100), listing("2026-01", 99, 9)], 10)).toEqual([]);
    expect(matchedChanges([listing("2025-12", 100), listing("2026-01", null)], 10)).toEqual([]);
  });

  it("refuses a month that is none", () => {
    expect(problemOf(() => matchedChanges([listing("2025-13", 100)], 1))).toBe("wrong-type month");
  });
});

describe("chainedPace(paces, from, to, of)", () => {
  it("compounds the months after the first up to and with the last", () => {
    const paces = ["2025-09", "2025-10", "2025-11"].map((m) => ({ city: "甲", month: m, change: -0.01 }));
    expect(chainedPace(paceByMonth(paces), "2025-09", "2025-11", "mean")).toBeCloseTo(0.99 ** 2 - 1, 12);
  });
});

describe("tierOf(city)", () => {
  it("knows 4 and 31 cities; the rest of the 70 are third tier", () => {
    expect([tierOf("深圳"), tierOf("乌鲁木齐"), tierOf("锦州")]).toEqual(["first", "second", "third"]);
  });
});

describe("lastAtLevel(series, month)", () => {
  const series = [100, 120, 150, 130, 119].map((level, i) => ({ month: `2020-0${i + 1}`, level }));

  it("is the latest earlier month that was no higher", () => {
    expect(lastAtLevel(series, "2020-05")).toBe("2020-01");
    expect(lastAtLevel(series, "2020-04")).toBe("2020-02");
    expect(lastAtLevel(series, "2020-01")).toBeUndefined();
  });

  it("goes with the change since a month", () => {
    expect(changeOfLevel(series, "2020-02", "2020-05")).toBeCloseTo(119 / 120 - 1, 12);
    expect(problemOf(() => changeOfLevel(series, "2019-02", "2020-05"))).toBe("not-in-table month");
  });
});
