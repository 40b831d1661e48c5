/** The closed forms that the simulation will be held against, by the method's vectors, and what each must do at its ends. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  interestOnlyLoss,
  largePoolDefaultRate,
  lastingHazard,
  lossAlongPath,
  lossSplit,
  mortgageBalance,
  pooledLoss,
  relay,
  shareHandedOver,
  shareUnderWater,
  underwaterMonth,
} from "soundings";
import { describe, expect, it } from "vitest";
import { isClose } from "../../rounding.js";
import { problemOf } from "./problem.js";

interface Vector {
  readonly id: string;
  readonly args: Readonly<Record<string, number>>;
  readonly expect: unknown;
  readonly tol: number;
}
const { cases } = JSON.parse(readFileSync(new URL("../../vectors.json", import.meta.url), "utf8")) as { cases: Vector[] };

/** Arguments of a vector, each of which must be there. */
function vector(id: string): { arg: (name: string) => number; fits: (seen: unknown) => boolean } {
  const found = cases.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no vector ${id}`);
  return {
    arg: (name) => found.args[name] ?? Number.NaN,
    fits: (seen) => isClose(seen, found.expect, found.tol),
  };
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("interestOnlyLoss(price, ltv, price_mom, hazard, months)", () => {
  it("gives V166: month 36, 9.88 % default, 2.01 per 100 of price", () => {
    const { arg, fits } = vector("V166");
    const { firstUnderwater, defaultRate, bank } = interestOnlyLoss(
      arg("price"),
      arg("ltv"),
      arg("price_mom"),
      arg("hazard"),
      arg("months"),
      { haircut: arg("haircut") },
    );
    expect(fits({ first_underwater: firstUnderwater, default_rate: defaultRate, bank_loss: bank })).toBe(true);
  });

  it("is the sum of lossAlongPath over an interest-only path", () => {
    const inputs = fc.record({
      ltv: fc.double({ min: 0.3, max: 1, noNaN: true }),
      fall: fc.double({ min: 0.001, max: 0.1, noNaN: true }),
      hazard: fc.double({ min: 0, max: 0.2, noNaN: true }),
      haircut: share,
      months: fc.integer({ min: 1, max: 240 }),
    });
    fc.assert(
      fc.property(inputs, ({ ltv, fall, hazard, haircut, months }) => {
        const closed = interestOnlyLoss(100, ltv, -fall, hazard, months, { haircut });
        const balances = Array.from({ length: months }, () => 100 * ltv);
        const values = balances.map((_, k) => 100 * (1 - fall) ** (k + 1));
        const { discount, ...summed } = lossAlongPath(balances, values, hazard, { haircut });
        expect(summed.firstUnderwater).toBe(closed.firstUnderwater);
        expect(Math.abs(summed.defaultRate - closed.defaultRate)).toBeLessThan(1e-11);
        expect(Math.abs(summed.bank - closed.bank)).toBeLessThan(1e-9);
        expect(discount).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("does not count a value equal to the loan: 0.9² is 0.81, so month 3 is the first", () => {
    expect(interestOnlyLoss(100, 0.81, -0.1, 0.01, 12).firstUnderwater).toBe(3);
  });

  it("loses nothing if prices rise, stand still or fall too little, if nobody is struck, or without a loan", () => {
    const nothing = { firstUnderwater: undefined, defaultRate: 0, bank: 0 };
    expect(interestOnlyLoss(100, 0.7, 0.01, 0.01, 120)).toEqual(nothing);
    expect(interestOnlyLoss(100, 0.7, 0, 0.01, 120)).toEqual(nothing);
    expect(interestOnlyLoss(100, 0.7, -0.01, 0.01, 35)).toEqual(nothing);
    expect(interestOnlyLoss(100, 0, -0.01, 0.01, 120)).toEqual(nothing);
    expect(interestOnlyLoss(100, 0.7, -0.01, 0, 60)).toMatchObject({ firstUnderwater: 36, defaultRate: 0, bank: 0 });
  });

  it("refuses percentages without their sign", () => {
    expect(problemOf(() => interestOnlyLoss(100, 0.7, -1, 0.005, 60))).toBe("percent-as-whole-number price_mom");
    expect(problemOf(() => interestOnlyLoss(100, 0.7, -0.01, 5, 60))).toBe("percent-as-whole-number hazard");
    expect(problemOf(() => interestOnlyLoss(100, 1.2, -0.01, 0.005, 60))).toBe("out-of-range ltv");
  });
});

describe("lossAlongPath(balances, values, hazard)", () => {
  it("scales the bank's loss by what recourse does not bring back", () => {
    const [balances, values] = [
      [70, 69],
      [80, 50],
    ];
    const none = lossAlongPath(balances, values, 0.1, { haircut: 0.2 });
    expect(none).toMatchObject({ firstUnderwater: 2, defaultRate: 0.9 * 0.1 });
    expect(none.bank).toBeCloseTo(0.09 * (69 - 40), 12);
    expect(none.discount).toBeCloseTo(0.09 * 10, 12);
    expect(lossAlongPath(balances, values, 0.1, { haircut: 0.2, recourse: 0.5 }).bank).toBeCloseTo(none.bank / 2, 12);
  });

  it("refuses columns of different length", () => {
    expect(problemOf(() => lossAlongPath([1, 2], [1], 0.1))).toBe("length-mismatch values");
    expect(problemOf(() => lossAlongPath([], [], 0.1))).toBe("too-short balances");
  });
});

describe("shareUnderWater(balance, price, dispersion, years)", () => {
  it("gives V167: 22.98 % of loans, though the mean home is above water", () => {
    const { arg, fits } = vector("V167");
    const seen = shareUnderWater(arg("balance"), arg("price") * arg("index"), arg("sigma"), arg("years"));
    expect(fits({ share_underwater: seen })).toBe(true);
  });

  it("is all or nothing without dispersion or time, and equality is nothing", () => {
    expect(shareUnderWater(70, 69, 0, 5)).toBe(1);
    expect(shareUnderWater(70, 70, 0, 5)).toBe(0);
    expect(shareUnderWater(70, 71, 0.08, 0)).toBe(0);
    expect(shareUnderWater(0, 0, 0.08, 5)).toBe(0);
    expect(shareUnderWater(1, 0, 0.08, 5)).toBe(1);
  });

  it("rises with what is owed", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 100, noNaN: true }),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        (owed, spread) => {
          expect(shareUnderWater(owed, 70, spread, 4)).toBeLessThanOrEqual(shareUnderWater(owed + 1, 70, spread, 4));
        },
      ),
    );
  });
});

describe("relay(prices) without shocks", () => {
  it("gives V168: a thousand homes lose 600 each, all of it the households'", () => {
    const { fits } = vector("V168");
    const homes = 1000;
    const { rows, total } = relay([1000, 700, 500, 400]);
    const bank = rows.reduce((sum, { buy, sell }) => sum + lossSplit(buy, 0.7 * buy, sell).bank, 0);
    expect(fits({ household: homes * total, bank: homes * bank })).toBe(true);
  });
});

describe("largePoolDefaultRate(default_rate, correlation, confidence)", () => {
  it("gives V169: 1 % on average is 11.03 % once in a thousand years", () => {
    const { arg, fits } = vector("V169");
    expect(fits({ quantile: largePoolDefaultRate(arg("pd"), arg("rho"), arg("alpha")) })).toBe(true);
  });

  it("is the mean itself without correlation, and refuses perfect correlation", () => {
    expect(largePoolDefaultRate(0.02, 0, 0.999)).toBeCloseTo(0.02, 12);
    expect(problemOf(() => largePoolDefaultRate(0.02, 1, 0.999))).toBe("out-of-range correlation");
    expect(problemOf(() => largePoolDefaultRate(0, 0.15, 0.999))).toBe("out-of-range default_rate");
  });
});

describe("pooledLoss(ltv, rate, months, total_fall, fall_months, hazard)", () => {
  const halving = (fallMonths: number, more = {}) =>
    pooledLoss(0.7, 0.035, 360, 0.5, fallMonths, 0.002, { haircut: 0.27, ...more });

  it("adds up: household and bank make the fall and the discount", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.integer({ min: 1, max: 150 }),
        fc.integer({ min: 1, max: 150 }),
        fc.record({ haircut: share, recourse: share, method: fc.constantFrom("level" as const, "principal" as const) }),
        (ltv, totalFall, fallMonths, holding, options) => {
          const { household, bank, discount, total, cash } = pooledLoss(ltv, 0.035, 360, totalFall, fallMonths, 0.004, {
            ...options,
            holding,
          });
          const fallen = 1 - (1 - totalFall) ** (Math.min(120, fallMonths) / fallMonths);
          expect(Math.abs(household + bank - total)).toBeLessThan(1e-12);
          expect(Math.abs(total - fallen - discount)).toBeLessThan(1e-12);
          for (const part of [bank, discount, cash]) expect(part).toBeGreaterThanOrEqual(-1e-15);
        },
      ),
    );
  });

  it("is lossAlongPath for one holder, and agrees with UNDERWATER on the month", () => {
    const monthly = 0.5 ** (1 / 60) - 1;
    const months = Array.from({ length: 60 }, (_, k) => k + 1);
    const path = lossAlongPath(
      months.map((k) => mortgageBalance(0.7, 0.035, 360, k)),
      months.map((k) => (1 + monthly) ** k),
      0.002,
      { haircut: 0.27 },
    );
    const pooled = halving(60, { horizon: 60 });
    expect(pooled.firstUnderwater).toBe(underwaterMonth(0.7, 0.035, 360, monthly));
    expect(pooled.bank).toBeCloseTo(path.bank, 12);
    expect(pooled.bankRate).toBeCloseTo(path.bank / 0.7, 12);
  });

  it("costs the bank less the slower the fall, the more it recovers and the sooner a relay hands over", () => {
    const slower = [12, 60, 120].map((fallMonths) => halving(fallMonths).bank);
    expect(slower).toEqual([...slower].sort((a, b) => b - a));
    expect(halving(60, { recourse: 0.5 }).bank).toBeCloseTo(halving(60).bank / 2, 12);
    expect(halving(60, { recourse: 1 }).bank).toBe(0);
    expect(halving(60, { holding: 60 }).bank).toBeLessThan(halving(60).bank);
  });

  it("costs the bank nothing if every hand-over comes before the month under water, and the households everything", () => {
    const before = halving(60, { holding: 36 });
    expect(before.firstUnderwater).toBeUndefined();
    expect(before).toMatchObject({ bank: 0, discount: 0, cash: 0, household: before.total });
    const after = halving(60, { holding: 40 });
    expect(after.bank).toBeGreaterThan(0);
    expect(after.cash).toBeGreaterThan(0);
  });

  it("costs the bank nothing if nobody is struck, prices stand still, or the loan is repaid within the horizon first", () => {
    expect(pooledLoss(0.7, 0.035, 360, 0.5, 12, 0).bank).toBe(0);
    expect(pooledLoss(0.7, 0.035, 360, 0, 12, 0.01)).toMatchObject({ bank: 0, total: 0, household: 0 });
    expect(pooledLoss(0.7, 0.035, 6, 0.5, 12, 0.01, { horizon: 24 }).bank).toBe(0);
  });

  it("refuses in its own name", () => {
    expect(() => pooledLoss(70, 0.035, 360, 0.5, 12, 0.01)).toThrow(/^pooledLoss: ltv/);
    expect(problemOf(() => pooledLoss(0.7, 0.035, 360, 0.5, 0, 0.01))).toBe("out-of-range fall_months");
    expect(problemOf(() => pooledLoss(0.7, 0.035, 360, 0.5, 12, 0.01, { holding: 0 }))).toBe("out-of-range holding");
  });
});

describe("lastingHazard(hazard, recovery, months) and shareHandedOver(turnover, months)", () => {
  it("thin a hazard by what recovers in time: 0.6 % a month, 11 % and nine months leave 0.21 %", () => {
    expect(lastingHazard(0.006, 0.11, 9)).toBeCloseTo(0.0021, 4);
    expect(lastingHazard(0.006, 0.11, 0)).toBe(0.006);
    expect(problemOf(() => lastingHazard(0.6, 11, 9))).toBe("out-of-range recovery");
  });

  it("turn a monthly turnover into a share of homes: 0.55 % over 42 months is 21 %", () => {
    expect(shareHandedOver(0.0055, 42)).toBeCloseTo(0.207, 3);
    expect(shareHandedOver(0.0055, 0)).toBe(0);
    expect(problemOf(() => shareHandedOver(-0.1, 12))).toBe("out-of-range turnover");
  });
});
