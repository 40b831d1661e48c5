/** The report's statements about its own ranking, recomputed from the 20 scores; and the back-test's join. */
import {
  bandSummaries,
  cityOutcomes,
  countInBand,
  countRanked,
  rankingClaims,
  regionSummaries,
  testMomentum,
  testScores,
} from "soundings";
import { describe, expect, it } from "vitest";

describe("bandSummaries()", () => {
  const bySize = Object.fromEntries(bandSummaries().map(({ band, cities }) => [band, cities.length]));

  it("puts as many cities in each band as the report does", () => {
    expect(bySize).toEqual({
      high: rankingClaims.highBand.value,
      midHigh: rankingClaims.midHighBand.value,
      midLow: rankingClaims.midLowBand.value,
      low: rankingClaims.lowBand.value,
    });
  });

  it("spreads the mid-high band over 2.9 points", () => {
    const spread = bandSummaries().find(({ band }) => band === "midHigh")?.spread ?? Number.NaN;
    expect(spread).toBeCloseTo(rankingClaims.midHighSpread.value, 10);
  });
});

describe("regionSummaries()", () => {
  it("has the five groups by mean score, 17 cities in all", () => {
    expect(regionSummaries().map(({ region }) => region)).toEqual([
      "yangtzeDelta",
      "pearlDelta",
      "westStrait",
      "chengYu",
      "north",
    ]);
    expect(regionSummaries().reduce((sum, { cities }) => sum + cities.length, 0)).toBe(17);
  });
});

describe("countRanked(region, first, last)", () => {
  it("finds the northern cities among the last eight and the Delta's among the first eight", () => {
    expect(countRanked("north", 13, 20)).toBe(rankingClaims.northInLastEight.value);
    expect(countRanked("yangtzeDelta", 1, 8)).toBe(rankingClaims.deltaInFirstEight.value);
  });
});

describe("countInBand(region, band)", () => {
  it("finds the northern cities of the low band and the Delta's of the mid-high one", () => {
    expect(countInBand("north", "low")).toBe(rankingClaims.northInLow.value);
    expect(countInBand("yangtzeDelta", "midHigh")).toBe(rankingClaims.midHighDelta.value);
  });
});

describe("cityOutcomes(series, spans)", () => {
  const months = ["2022-07", "2022-08"];
  const flat = (index: number) => months.map((month) => ({ month, index }));
  const series = new Map([
    ["天津", flat(99)],
    ["合肥", flat(102)],
    ["杭州", flat(101)],
    ["成都", flat(100)],
    ["北京", flat(105)],
  ]);
  const outcomes = cityOutcomes(series, [
    { from: "2022-06", to: "2022-07" },
    { from: "2022-07", to: "2022-08" },
  ]);

  it("keeps ranked cities that have a series, in rank order", () => {
    expect(outcomes.map(({ city }) => city.zh)).toEqual(["合肥", "杭州", "成都", "天津"]);
    expect(outcomes[0]?.changes.map((change) => Number(change.toFixed(10)))).toEqual([0.02, 0.02]);
  });

  it("feeds testScores and testMomentum", () => {
    expect(testScores(outcomes, 1)).toMatchObject({ pairs: 4, rho: 1 });
    expect(testMomentum(outcomes, 0, 1).rho).toBe(1);
  });

  it("testScores refuses a span that was not asked for", () => {
    expect(() => testScores(outcomes, 2)).toThrow(/expected a finite number/);
  });
});
