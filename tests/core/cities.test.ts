/** The 70 cities are those of the shipped price series, once each, in the bureau's three tiers. */
import { readFileSync } from "node:fs";
import { cityName, seventyCities } from "soundings";
import { describe, expect, it } from "vitest";

const csv = readFileSync(new URL("../../notebooks/data/nbs70.csv", import.meta.url), "utf8");
const inData = new Set(
  csv
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",")[1] ?? ""),
);

describe("seventyCities", () => {
  it("are the cities of the price series, in tiers of 4, 31 and 35", () => {
    expect(seventyCities.map(({ city }) => city.zh).sort()).toEqual([...inData].sort());
    expect(([1, 2, 3] as const).map((tier) => seventyCities.filter((entry) => entry.tier === tier).length)).toEqual([4, 31, 35]);
  });
});

describe("cityName(zh)", () => {
  it("adds the English name, and keeps a name that it does not know", () => {
    expect(cityName("郑州")).toEqual({ en: "Zhengzhou", zh: "郑州" });
    expect(cityName("苏州")).toEqual({ en: "苏州", zh: "苏州" });
  });
});
