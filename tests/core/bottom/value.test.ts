/** Yields, price to income, home value, user cost and the screen of steady cities. */
import fc from "fast-check";
import {
  ailments,
  growthThatJustifies,
  homeValue,
  netYield,
  priceToIncome,
  rentalYield,
  restatedPriceToIncome,
  stabilisationOrder,
  stableScreen,
  userCost,
} from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "../landing/problem.js";

const money = fc.double({ min: 1, max: 1e9, noNaN: true });
const smallRate = fc.double({ min: -0.2, max: 0.2, noNaN: true });

describe("rentalYield(annualRent, price)", () => {
  it("times the price is the rent, in any unit of money", () => {
    fc.assert(
      fc.property(money, money, (rent, price) => {
        expect((rentalYield(rent, price) * price) / rent).toBeCloseTo(1, 9);
        expect(rentalYield(rent * 1e4, price * 1e4) / rentalYield(rent, price)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("is 0 for a home that is let for nothing, and refused without a price", () => {
    expect(rentalYield(0, 100)).toBe(0);
    expect(problemOf(() => rentalYield(0, 0))).toBe("zero-denominator price");
    expect(problemOf(() => rentalYield(-1, 100))).toBe("out-of-range annual_rent");
    expect(problemOf(() => rentalYield(1, -100))).toBe("out-of-range price");
    expect(problemOf(() => rentalYield(1e300, 1e-300))).toBe("no-finite-value");
  });
});

describe("netYield(gross, cost, basis)", () => {
  it("is the same by either basis when the costs are the same money", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.4, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (gross, c) => {
        expect(netYield(gross, c, "rent")).toBeCloseTo(netYield(gross, c * gross, "price"), 12);
      }),
    );
  });

  it("recomputes report 002's four cities, and finds Hong Kong's 1.8 % to be 1.6 %", () => {
    const percent = (value: number) => Math.round(value * 1000) / 10;
    expect([netYield(0.02, 0.2, "rent"), netYield(0.03, 0.2, "rent"), netYield(0.04, 0.2, "rent")].map(percent)).toEqual([
      1.6, 2.4, 3.2,
    ]);
    expect([netYield(0.025, 0.02, "price"), netYield(0.04, 0.015, "price")].map(percent)).toEqual([0.5, 2.5]);
    expect([netYield(0.05, 0.032, "price"), netYield(0.06, 0.032, "price")].map(percent)).toEqual([1.8, 2.8]);
    expect([netYield(0.035, 0.008, "price"), netYield(0.045, 0.008, "price")].map(percent)).toEqual([2.7, 3.7]);
  });

  it("can be negative, when holding costs more than the rent", () => {
    expect(netYield(0.01, 0.02, "price")).toBeCloseTo(-0.01, 12);
    expect(netYield(0.02, 1, "rent")).toBe(0);
  });

  it("takes the basis in Chinese, and refuses another one", () => {
    expect(netYield(0.02, 0.2, "占租金" as "rent")).toBeCloseTo(0.016, 12);
    expect(netYield(0.02, 0.002, " PRICE " as "price")).toBeCloseTo(0.018, 12);
    expect(problemOf(() => netYield(0.02, 0.2, "income" as "rent"))).toBe("unknown-choice basis");
    expect(problemOf(() => netYield(0.02, 0.2, "" as "rent"))).toBe("missing-argument basis");
  });

  it("refuses costs typed as whole percentages by either basis", () => {
    expect(problemOf(() => netYield(0.05, 3.2, "price"))).toBe("percent-as-whole-number cost");
    expect(problemOf(() => netYield(0.05, 0.8, "price"))).toBe("percent-as-whole-number cost");
    expect(problemOf(() => netYield(0.02, 20, "rent"))).toBe("percent-as-whole-number cost");
    expect(netYield(0.02, 0.8, "rent")).toBeCloseTo(0.004, 12);
    expect(problemOf(() => netYield(0.02, -0.1, "rent"))).toBe("out-of-range cost");
    expect(problemOf(() => netYield(4, 0.2, "rent"))).toBe("percent-as-whole-number gross");
  });
});

describe("priceToIncome(price, income)", () => {
  it("falls as income rises, and refuses none", () => {
    expect(27.8 / 1.7).toBeCloseTo(16.4, 1);
    expect(priceToIncome(27.8, 1.7)).toBeCloseTo(16.4, 1);
    expect(problemOf(() => priceToIncome(1, 0))).toBe("zero-denominator income");
    expect(problemOf(() => priceToIncome(1, -1))).toBe("out-of-range income");
    expect(problemOf(() => priceToIncome(0, 1))).toBe("out-of-range price");
  });
});

describe("restatedPriceToIncome(pir, householdSize, used)", () => {
  it("undoes itself with the persons exchanged", () => {
    const persons = fc.double({ min: 0.5, max: 8, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 100, noNaN: true }), persons, persons, (pir, size, used) => {
        const there = restatedPriceToIncome(pir, size, { used });
        expect(restatedPriceToIncome(there, used, { used: size }) / pir).toBeCloseTo(1, 9);
      }),
    );
  });

  it("equals the ratio of the price to the whole household's income", () => {
    const [price, perHead, size] = [300, 5, 2.62];
    expect(restatedPriceToIncome(priceToIncome(price, perHead * 1.5), size)).toBeCloseTo(priceToIncome(price, perHead * size), 9);
  });

  it("refuses a household of nobody", () => {
    expect(problemOf(() => restatedPriceToIncome(37.1, 0))).toBe("out-of-range household_size");
    expect(problemOf(() => restatedPriceToIncome(37.1, -2))).toBe("out-of-range household_size");
    expect(problemOf(() => restatedPriceToIncome(37.1, 2.62, { used: 0 }))).toBe("out-of-range used");
    expect(problemOf(() => restatedPriceToIncome(-1, 2.62))).toBe("out-of-range pir");
  });
});

describe("homeValue(rent, discount, growth, options)", () => {
  it("over whole years is the sum of the discounted rents", () => {
    fc.assert(
      fc.property(money, smallRate, smallRate, fc.integer({ min: 1, max: 100 }), (rent, discount, growth, years) => {
        let sum = 0;
        for (let t = 1; t <= years; t++) sum += (rent * (1 + growth) ** (t - 1)) / (1 + discount) ** t;
        expect(homeValue(rent, discount, growth, { years }).residence / sum).toBeCloseTo(1, 8);
      }),
    );
  });

  it("keeps its digits where the discount almost equals the growth", () => {
    const limit = 100 * (70 / 1.03);
    for (const apart of [0, 1e-17, 1e-12, -1e-12, 1e-10]) {
      expect(homeValue(100, 0.03, 0.03 - apart, { years: 70 }).residence / limit).toBeCloseTo(1, 8);
    }
    expect(homeValue(100, 0.03, 0.01 + 0.02, { years: 70 }).residence / limit).toBeCloseTo(1, 12);
  });

  it("for ever is what very many years come to", () => {
    const forever = homeValue(30000, 0.03, 0.01).residence;
    expect(forever).toBeCloseTo(1_500_000, 4);
    expect(homeValue(30000, 0.03, 0.01, { years: 5000 }).residence).toBeCloseTo(forever, 4);
  });

  it("for ever gives back the yield that it was made with", () => {
    fc.assert(
      fc.property(money, fc.double({ min: 0.001, max: 0.2, noNaN: true }), (rent, rate) => {
        expect(rentalYield(rent, homeValue(rent, rate, 0).total)).toBeCloseTo(rate, 9);
      }),
    );
  });

  it("adds the option and the title, each at least 0", () => {
    const card = homeValue(26, 0.026, 0, { option: 50, ownership: 20 });
    expect(card).toEqual({ residence: 1000, investment: 50, ownership: 20, total: 1070 });
    expect(problemOf(() => homeValue(26, 0.026, 0, { option: -1 }))).toBe("out-of-range option");
    expect(problemOf(() => homeValue(26, 0.026, 0, { ownership: -1 }))).toBe("out-of-range ownership");
  });

  it("refuses a perpetuity without a limit, also where floating point hides it", () => {
    expect(problemOf(() => homeValue(1, 0.02, 0.02))).toBe("no-finite-value discount");
    expect(problemOf(() => homeValue(1, 0.01, 0.02))).toBe("no-finite-value discount");
    expect(problemOf(() => homeValue(1, 0.1 + 0.2, 0.3))).toBe("no-finite-value discount");
  });

  it("refuses what is beyond the largest number, years of 0, and percentages without their sign", () => {
    expect(problemOf(() => homeValue(1e300, 0, 0.4, { years: 10_000 }))).toBe("no-finite-value");
    expect(problemOf(() => homeValue(1, 0.03, 0.01, { years: 0 }))).toBe("out-of-range years");
    expect(problemOf(() => homeValue(1, 2.6, 0))).toBe("percent-as-whole-number discount");
    expect(problemOf(() => homeValue(1, 0.026, 1))).toBe("percent-as-whole-number growth");
    expect(problemOf(() => homeValue(1, 0.026, -1))).toBe("out-of-range growth");
    expect(problemOf(() => homeValue(-1, 0.026, 0))).toBe("out-of-range rent");
  });
});

describe("userCost(rate, growth, options)", () => {
  it("says at which growth a yield of 2.5 % is fair: 3.1 % a year", () => {
    expect(growthThatJustifies(0.025, 0.026, { upkeep: 0.01, risk: 0.02 })).toBeCloseTo(0.031, 12);
    expect(userCost(0.026, 0, { upkeep: 0.01, risk: 0.02 })).toBeCloseTo(0.056, 12);
    expect(userCost(0.026, -0.1, { upkeep: 0.01, risk: 0.02 })).toBeCloseTo(0.156, 12);
  });

  it("gives back the yield at the growth that justifies it", () => {
    fc.assert(
      fc.property(smallRate, smallRate, fc.double({ min: 0, max: 0.1, noNaN: true }), (grossYield, rate, upkeep) => {
        const growth = growthThatJustifies(grossYield, rate, { upkeep });
        expect(userCost(rate, growth, { upkeep })).toBeCloseTo(grossYield, 12);
      }),
    );
  });

  it("refuses negative costs and percentages without their sign", () => {
    expect(problemOf(() => userCost(2.6, 0))).toBe("percent-as-whole-number rate");
    expect(problemOf(() => userCost(0.026, 3.1))).toBe("percent-as-whole-number growth");
    expect(problemOf(() => userCost(0.026, 0, { tax: -0.01 }))).toBe("out-of-range tax");
    expect(problemOf(() => userCost(0.026, 0, { upkeep: 1 }))).toBe("percent-as-whole-number upkeep");
    expect(problemOf(() => userCost(0.026, 0, { risk: 2 }))).toBe("percent-as-whole-number risk");
  });
});

describe("stableScreen(grossYield, rentYoy)", () => {
  it("includes both boundaries, to the tolerance", () => {
    expect(stableScreen(0.03, 0.005)).toBe(true);
    expect(stableScreen(0.1 * 0.3, 0.001 * 5 - 1e-18)).toBe(true);
    expect(stableScreen(0.0299999, 0.005)).toBe(false);
    expect(stableScreen(0.03, 0.0049999)).toBe(false);
  });

  it("wants both features", () => {
    expect([stableScreen(0.035, -0.001), stableScreen(0.02, 0.01), stableScreen(0.02, -0.01)]).toEqual([false, false, false]);
  });

  it("takes other thresholds, and refuses 0.5 for 0.5 %", () => {
    expect(stableScreen(0.025, 0, { minYield: 0.025, minRentYoy: 0 })).toBe(true);
    expect(problemOf(() => stableScreen(0.031, 0.5))).toBe("percent-as-whole-number rent_yoy");
    expect(problemOf(() => stableScreen(0.031, 0.006, { minRentYoy: 0.5 }))).toBe("percent-as-whole-number min_rent_yoy");
    expect(problemOf(() => stableScreen(3.1, 0.006))).toBe("percent-as-whole-number gross_yield");
    expect(problemOf(() => stableScreen(-0.01, 0.006))).toBe("out-of-range gross_yield");
  });
});

describe("stabilisationOrder", () => {
  it("numbers its stages from 1, in both languages", () => {
    for (const table of [ailments, stabilisationOrder]) {
      expect(table.map(({ order }) => order)).toEqual(table.map((_, i) => i + 1));
      for (const { part, why } of table) for (const text of [part, why]) expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
