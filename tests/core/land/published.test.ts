/** The printed ranking against what the report says about it. */
import {
  bandOf,
  citiesOf,
  meanScore,
  outsideConcentratedSales,
  publishedCity,
  publishedScores,
  type Region,
  regions,
} from "soundings";
import { describe, expect, it } from "vitest";

const northern = citiesOf("north");

describe("publishedScores", () => {
  it("is 20 cities in rank order, adding up to 1094.0", () => {
    expect(publishedScores.map(({ rank }) => rank)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(publishedScores.map(({ score }) => score)).toEqual(
      publishedScores.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    expect(publishedScores.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1094, 9);
  });

  it("falls into bands of 7, 3, 7 and 3, as the report counts them", () => {
    const count = (band: string) => publishedScores.filter(({ score }) => bandOf(score) === band).length;
    expect([count("low"), count("midLow"), count("midHigh"), count("high")]).toEqual([7, 3, 7, 3]);
  });

  it("has five of six northern cities in the last eight and all five of the Yangtze Delta in the first eight", () => {
    expect(northern.filter(({ rank }) => rank > 12)).toHaveLength(5);
    expect(citiesOf("yangtzeDelta").map(({ rank }) => rank <= 8)).toEqual([true, true, true, true, true]);
  });

  it("spreads 2.9 points over the mid-high band", () => {
    const scores = publishedScores.filter(({ score }) => bandOf(score) === "midHigh").map(({ score }) => score);
    expect(Math.max(...scores) - Math.min(...scores)).toBeCloseTo(2.9, 9);
  });

  it("puts every city but Hefei, Wuhan and Changsha into one region, and three outside the concentrated sales", () => {
    expect(publishedScores.filter(({ region }) => region === undefined).map(({ city }) => city.zh)).toEqual([
      "合肥",
      "长沙",
      "武汉",
    ]);
    expect(outsideConcentratedSales).toHaveLength(3);
  });
});

describe("publishedCity(city, { field })", () => {
  it.each(publishedScores.map((entry) => [entry.city.zh, entry.city.en, entry] as const))(
    "finds %s by both names",
    (zh, en, { score, rank }) => {
      expect([publishedCity(zh), publishedCity(en.toUpperCase()), publishedCity(`${zh}市`, { field: "rank" })]).toEqual([
        score,
        score,
        rank,
      ]);
    },
  );

  it.each(Object.keys(regions) as Region[])("gives mean and count of %s under either name", (region) => {
    const cities = citiesOf(region);
    expect(publishedCity(regions[region].zh, { field: "mean" })).toBeCloseTo(meanScore(cities), 12);
    expect(publishedCity(regions[region].en, { field: "count" })).toBe(cities.length);
  });

  it("says that first-tier cities are not ranked, and suggests a near name for a slip", () => {
    expect(() => publishedCity("深圳")).toThrow("first-tier");
    expect(() => publishedCity("Hangzou")).toThrow("Hangzhou?");
    expect(() => publishedCity("合肥", { field: "region" })).toThrow("in none of the report's groups");
    expect(() => publishedCity("长三角")).toThrow("a group has no score");
  });
});
