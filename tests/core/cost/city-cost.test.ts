/** One city's cost from its prices, listing levels, premiums eaten, partial screens, a reader's own table. */
import fc from "fast-check";
import {
  changeFromPeak,
  cityCost,
  costsFromTable,
  ihciScreen,
  knownScreens,
  layerEaten,
  listingLevel,
  premiumLost,
} from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "../landing/problem.js";

const costs = [
  { channel: "public", cost: 1000, year: 1998 },
  { channel: "public", cost: 3000, year: 2000 },
  { channel: "policy", cost: 6000, year: 2010 },
] as const;

describe("cityCost(costs, restate, options)", () => {
  it("gives each channel one vote, whatever the number of its prices", () => {
    const city = cityCost(costs, ({ cost }) => cost);
    expect([city.low, city.mid, city.high]).toEqual([1000, 3500, 6000]);
    expect(city.weighted).toBe(4000);
    expect(city.channels.map(({ channel, mean }) => [channel, mean])).toEqual([
      ["public", 2000],
      ["policy", 6000],
    ]);
  });

  it("weighs channels as told and lies between their means", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (weight) => {
        const { weighted } = cityCost(costs, ({ cost }) => cost, { weights: { public: weight, policy: 1, employer: 3 } });
        expect(weighted).toBeGreaterThanOrEqual(2000);
        expect(weighted).toBeLessThanOrEqual(6000);
      }),
    );
    expect(cityCost(costs, ({ cost }) => cost, { weights: { public: 3, policy: 1 } }).weighted).toBe(3000);
  });

  it("restates every price before it is weighed", () => {
    expect(cityCost(costs, ({ cost, year }) => cost * (year < 2000 ? 3 : 1)).low).toBe(3000);
  });

  it("refuses no price, and weights that leave nothing", () => {
    expect(problemOf(() => cityCost([], ({ cost }) => cost))).toBe("too-short costs");
    expect(problemOf(() => cityCost(costs, ({ cost }) => cost, { weights: { employer: 1 } }))).toBe("zero-denominator weights");
  });
});

describe("listingLevel(months, leastSamples)", () => {
  const months = [
    { month: "2026-02", price: 12000, samples: 50 },
    { month: "2026-01", price: 10000, samples: 400 },
    { month: "2026-03", price: 90000, samples: 3 },
    { month: "2026-04", price: null, samples: 500 },
  ];
  it("takes the median month and leaves out months without a price or with too few listings", () => {
    expect(listingLevel(months, 30)).toEqual({
      low: 10000,
      median: 11000,
      high: 12000,
      months: 2,
      first: "2026-01",
      last: "2026-02",
      fewestSamples: 50,
    });
  });
  it("is undefined where nothing is left, and refuses a negative limit", () => {
    expect(listingLevel(months, 1000)).toBeUndefined();
    expect(listingLevel([])).toBeUndefined();
    expect(problemOf(() => listingLevel(months, -1))).toBe("out-of-range least_samples");
  });
});

describe("changeFromPeak(levels)", () => {
  it("measures from the highest month to the last, and is 0 at a new high", () => {
    const levels = [1, 1.25, 1, 1.1].map((level, i) => ({ month: `2025-0${i + 1}`, level }));
    expect(changeFromPeak(levels)).toEqual({ month: "2025-02", change: 1.1 / 1.25 - 1 });
    expect(changeFromPeak(levels.slice(0, 2)).change).toBe(0);
    expect(problemOf(() => changeFromPeak([]))).toBe("too-short levels");
  });
});

describe("premiumLost(peak, now, ihci)", () => {
  it("is the share of the premium that went, and above 1 when the cost is pierced", () => {
    expect(premiumLost(30000, 25000, 10000)).toBe(0.25);
    expect(premiumLost(30000, 9000, 10000)).toBeGreaterThan(1);
    expect(premiumLost(30000, 31000, 10000)).toBe(0);
    expect(problemOf(() => premiumLost(9000, 8000, 10000))).toBe("out-of-range ihci");
  });

  it("tells when the fall has gone beyond the financial layer, as layerEaten finds it", () => {
    const amount = fc.double({ min: 1, max: 9, noNaN: true });
    fc.assert(
      fc.property(amount, amount, amount, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (f, m, i, share) => {
        const sum = f + m + i;
        const split = { institutional: i / sum, market: m / sum };
        const [ihci, peak] = [5000, 15000];
        fc.pre(Math.abs(share - f / sum) > 1e-6 && Math.abs(share - (f + m) / sum) > 1e-6);
        const eaten = layerEaten(peak, peak - share * (peak - ihci), ihci, split);
        expect(eaten).toBe(share < f / sum ? "financial" : share < (f + m) / sum ? "market" : "institutional");
      }),
    );
    expect(layerEaten(15000, 4000, 5000, { institutional: 0.3, market: 0.3 })).toBe("ihci");
  });
});

describe("knownScreens(facts)", () => {
  it("agrees with IHCI_SCREEN where everything is known", () => {
    const rate = fc.double({ min: 0, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(rate, fc.integer({ min: -5, max: 5 }), fc.boolean(), rate, (grossYield, popFlow, industry, pay) => {
        const payToIncome = 3 * pay;
        const { rent, people, cash, all } = ihciScreen(2, grossYield, popFlow, industry, payToIncome);
        expect(knownScreens({ grossYield, popFlow, industry, payToIncome })).toEqual({ rent, people, cash, all });
      }),
    );
  });

  it("fails on one failure, and says nothing where a passing part is all that is known", () => {
    expect(knownScreens({})).toEqual({ rent: null, people: null, cash: null, all: null });
    expect(knownScreens({ popFlow: 5 }).people).toBeNull();
    expect(knownScreens({ popFlow: -5 })).toEqual({ rent: null, people: false, cash: null, all: false });
    expect(knownScreens({ grossYield: 0.03, payToIncome: 0.59 }).all).toBeNull();
  });
});

describe("costsFromTable(rows)", () => {
  it("reads channels in both languages and a blank basis as known", () => {
    const rows = [
      { channel: "公房", year: "1998", cost: "951", basis: "", note: "x" },
      { channel: "Policy", year: 2010, cost: 2632, basis: "assumed" },
    ];
    expect(costsFromTable(rows)).toEqual([
      { channel: "public", year: 1998, cost: 951, basis: "known" },
      { channel: "policy", year: 2010, cost: 2632, basis: "assumed" },
    ]);
  });

  it("names column and row of what it refuses", () => {
    const good = { channel: "public", year: 1998, cost: 951 };
    const refused = (bad: object) => problemOf(() => costsFromTable([good, { ...good, ...bad }]));
    expect(refused({ channel: "market" })).toBe("unknown-choice channel");
    expect(refused({ channel: " " })).toBe("missing-argument channel");
    expect(refused({ year: 98 })).toBe("out-of-range year");
    expect(refused({ year: 1998.5 })).toBe("out-of-range year");
    expect(refused({ cost: "about 900" })).toBe("wrong-type cost");
    expect(refused({ cost: 0 })).toBe("out-of-range cost");
    expect(refused({ cost: null })).toBe("missing-argument cost");
    expect(refused({ basis: "guess" })).toBe("unknown-choice basis");
    expect(problemOf(() => costsFromTable([{ ...good, price: 1 } as object]))).toBe("unknown-argument price");
    expect(problemOf(() => costsFromTable([]))).toBe("too-short rows");
    expect(() => costsFromTable([good, { ...good, cost: -1 }])).toThrow(/cost, item 2, is -1/);
  });
});
