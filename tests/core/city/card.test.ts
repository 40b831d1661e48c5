/** One city's card: which lens has data, from what, and how a city is found. Rows are made up; reports' figures are not. */
import { type CityRows, citiesKnown, citiesWithLenses, cityCard, InputError, monthAfter } from "soundings";
import { describe, expect, it } from "vitest";

const months = (from: string, count: number) => Array.from({ length: count }, (_, i) => monthAfter(from, i) ?? "");
/** 2018-01 to 2025-12. */
const span = months("2018-01", 96);
const indices = (city: string, index: number) => span.map((month) => ({ city, month, index }));

const rows: CityRows = {
  costs: [
    { city: "福州", channel: "policy", cost: 4000, year: 2010, quality: "high" },
    { city: "福州", channel: "policy", cost: 5000, year: 2024, quality: "high" },
    { city: "福州", channel: "public", cost: 1000, year: 2024, quality: "high" },
    { city: "项城", channel: "policy", cost: 2000, year: 2024, quality: "high" },
    { city: "兰州", channel: "policy", cost: 2000, year: 2024, quality: "high" },
  ],
  consumerPrices: months("2011-01", 15).map((_, i) => ({ year: 2011 + i, change: i === 0 ? 0.5 : 0 })),
  listings: [
    { city: "福州", month: "2026-05", price: 14000, samples: 100 },
    { city: "福州", month: "2026-06", price: 7000, samples: 40 },
    { city: "福州", month: "2026-07", price: 90000, samples: 5 },
    { city: "周口", month: "2026-06", price: 4000, samples: 40 },
  ],
  prices: [...indices("福州", 99), ...indices("厦门", 100.5), ...indices("深圳", 99.5)],
  yields: [
    { city: "厦门", period: "2020Q1", grossYield: 0.012, publisher: "A" },
    { city: "厦门", period: "2024H1", grossYield: 0.0132, publisher: "B" },
    { city: "深圳", period: "2020Q1", grossYield: 0.013, publisher: "A" },
  ],
};

function refusalOf(call: () => unknown): InputError {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error;
  }
  throw new Error("nothing was refused");
}

describe("cityCard(name, rows)", () => {
  it("finds a city by its Chinese or English name, with or without 市, spaces and apostrophes", () => {
    for (const name of ["福州", "福州市", "Fuzhou", "fu zhou"]) expect(cityCard(name, rows).city.zh).toBe("福州");
    expect(cityCard("Xian", rows).city.zh).toBe("西安");
  });

  it("reads all four lenses where rows are there, and says so", () => {
    expect(cityCard("福州", rows).lenses).toEqual(["land", "cost", "yield", "cohorts"]);
  });

  it("leaves a lens without data undefined", () => {
    const { cost, land, yield: clock, lenses } = cityCard("苏州", rows);
    expect([cost, clock]).toEqual([undefined, undefined]);
    expect(land?.score).toBe(68.9);
    expect(lenses).toEqual(["land"]);
  });

  it("refuses an unknown city with the nearest name and the list, in both languages", () => {
    const error = refusalOf(() => cityCard("Hangzou", rows));
    expect(error.problem).toBe("not-in-table");
    expect(error.in("en")).toMatch(/Hangzou.*\(Hangzhou 杭州\?\).*one of Beijing 北京, .*Xiangcheng 项城/);
    expect(refusalOf(() => cityCard("杭洲", rows)).in("zh")).toMatch(/是否指杭州？.*下列城市之一：北京、/);
  });
});

describe("cityCard(name, rows).land", () => {
  it("is the printed score with its band, rank and date, Tianjin's three months older", () => {
    expect(cityCard("合肥", rows).land).toMatchObject({ score: 99.2, band: "high", rank: 1, of: 20, asOf: "2022-07" });
    expect(cityCard("天津", rows).land?.asOf).toBe("2022-04");
  });
});

describe("cityCard(name, rows).cost", () => {
  it("divides the median month with enough listings by the midpoint of restated costs", () => {
    const { cost } = cityCard("福州", rows);
    // 4,000 of 2010 becomes 6,000 in 2011 and stays: costs 1,000, 5,000 and 6,000; prices 7,000 and 14,000.
    expect(cost?.cost).toMatchObject({ low: 1000, mid: 3500, high: 6000 });
    expect(cost?.multiple).toBe(3);
    expect(cost).toMatchObject({ zone: "C", moneyOf: 2025, firstYear: 2010, lastYear: 2024, asOf: "2026-06", quality: "direct" });
    expect(cost?.range.low).toBeCloseTo(7000 / 6000, 12);
  });

  it("takes costs as they were paid where asked to", () => {
    const { cost } = cityCard("福州", rows, { restate: "none" });
    expect(cost?.multiple).toBe(3.5);
    expect(cost?.moneyOf).toBeUndefined();
  });

  it("lets the prefecture's asking price stand in, and says so", () => {
    expect(cityCard("项城", rows).cost).toMatchObject({ pricedAt: "周口", multiple: 2, quality: "standIn" });
  });

  it("is no data where there is a cost but no asking price", () => {
    expect(cityCard("兰州", rows).cost).toBeUndefined();
  });
});

describe("cityCard(name, rows).yield", () => {
  it("lets the tier's yield of September 2025 stand in, with the city's own pace of prices", () => {
    const { yield: clock } = cityCard("福州", rows);
    expect(clock).toMatchObject({ grossYield: 0.0245, tier: "second", asOf: "2025-09", quality: "standIn" });
    expect(clock?.gapBasisPoints).toBeCloseTo(5, 9);
    expect(clock?.priceMom).toBeCloseTo(-0.01, 12);
    expect(clock?.months).toBeCloseTo(Math.log(0.025 / 0.0245) / Math.log(0.9975 / 0.99), 12);
  });

  it("prefers the newest yield of the city's own, and never arrives while prices rise", () => {
    const { yield: clock } = cityCard("厦门", rows);
    expect(clock).toMatchObject({ grossYield: 0.0132, publisher: "B", tier: undefined, asOf: "2024-06", quality: "direct" });
    expect(clock?.months).toBeUndefined();
  });

  it("keeps a yield that is years old out of the reading, and shows it", () => {
    const { yield: clock } = cityCard("深圳", rows);
    expect(clock).toMatchObject({ grossYield: 0.018, tier: "first", older: { period: "2020Q1" } });
  });

  it("follows another anchor and refuses a percentage typed as a whole number", () => {
    expect(cityCard("福州", rows, { anchor: 0.03 }).yield?.gapBasisPoints).toBeCloseTo(55, 9);
    expect(refusalOf(() => cityCard("福州", rows, { anchor: 2.5 })).problem).toBe("percent-as-whole-number");
  });
});

describe("cityCard(name, rows).cohorts", () => {
  it("counts the recent months of purchase whose buyers owe more than the home is worth", () => {
    const { cohorts } = cityCard("福州", rows);
    expect(cohorts).toMatchObject({ asOf: "2025-12", quality: "modelled" });
    expect(cohorts?.recent).toHaveLength(60);
    expect(cohorts?.worst.bought).toBe("2020-12");
    // 1 % a month: 70 % of the price is gone under after 33 payments at 4.9 %, 0.99³³ = 0.718 > loan share 0.668.
    expect(cohorts?.share).toBeGreaterThan(0);
    expect(cohorts?.share).toBe((cohorts?.underWater.length ?? 0) / 60);
    expect(cohorts?.underWater.every(({ balance, value }) => balance > value)).toBe(true);
  });

  it("finds nobody under water where prices rose, and more with a smaller down payment", () => {
    expect(cityCard("厦门", rows).cohorts?.share).toBe(0);
    const at = (ltv: number) => cityCard("福州", rows, { ltv }).cohorts?.share ?? 0;
    expect(at(0.85)).toBeGreaterThan(at(0.7));
  });

  it("refuses no recent month at all", () => {
    expect(refusalOf(() => cityCard("福州", rows, { recentMonths: 0 })).problem).toBe("out-of-range");
  });
});

describe("citiesWithLenses(rows, least)", () => {
  it("lists the cities that at least so many lenses can read, the bureau's first", () => {
    expect(citiesWithLenses(rows, 2).map(({ zh }) => zh)).toEqual(["深圳", "福州", "厦门"]);
    expect(citiesWithLenses(rows, 4).map(({ zh }) => zh)).toEqual(["福州"]);
  });
});

describe("citiesKnown(rows)", () => {
  it("names each city once, in both languages", () => {
    const known = citiesKnown(rows);
    expect(new Set(known.map(({ zh }) => zh)).size).toBe(known.length);
    expect(known.at(-1)).toEqual({ en: "Xiangcheng", zh: "项城" });
  });
});
