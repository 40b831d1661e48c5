/** Who bears the loss, and when a borrower stops: the answers' cases, boundaries, and P13 of the method. */
import fc from "fast-check";
import { catalog, defaultState, fiscalTake, landingClass, lossSplit } from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "./problem.js";

const money = fc.double({ min: 0, max: 1e6, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("lossSplit(buy, balance, price)", () => {
  it("separates exposure from loss: 900 of 1,000, and 300 rather than 1,000", () => {
    expect(lossSplit(1000, 1000, 100, { default: true })).toEqual({ household: 0, bank: 900, discount: 0, total: 900 });
    expect(lossSplit(1000, 800, 500, { default: true })).toEqual({ household: 200, bank: 300, discount: 0, total: 500 });
  });

  it("counts principal repaid as the household's: 200 down and 100 paid of 1,200 lose 300", () => {
    expect(lossSplit(1200, 900, 200, { default: true })).toMatchObject({ household: 300, bank: 700 });
  });

  it("follows the ladder of an 800 loan: nothing at 800, 200 at 600, 400 at 400", () => {
    for (const [price, bank] of [
      [800, 0],
      [600, 200],
      [400, 400],
    ] as const)
      expect(lossSplit(1000, 800, price, { default: true }).bank).toBe(bank);
  });

  it("adds up: household and bank make the total, which is price lost and discount given (P13)", () => {
    fc.assert(
      fc.property(money, money, money, fc.boolean(), share, share, (buy, balance, price, inDefault, haircut, recourse) => {
        const split = lossSplit(buy, balance, price, { default: inDefault, haircut, recourse });
        const scale = Math.max(buy, balance, price, 1);
        expect(Math.abs(split.household + split.bank - split.total)).toBeLessThan(1e-12 * scale);
        expect(Math.abs(split.total - (buy - price + split.discount))).toBeLessThan(1e-12 * scale);
        expect(split.bank).toBeGreaterThanOrEqual(0);
        expect(split.bank).toBeLessThanOrEqual(balance);
        expect(split.discount).toBeLessThanOrEqual(price);
        if (!inDefault) expect([split.bank, split.discount]).toEqual([0, 0]);
      }),
    );
  });

  it("costs the bank no less with a larger discount and no more with more recourse (P13)", () => {
    fc.assert(
      fc.property(money, money, money, share, share, share, (buy, balance, price, a, b, recourse) => {
        const bank = (haircut: number, back: number) =>
          lossSplit(buy, balance, price, { default: true, haircut, recourse: back }).bank;
        expect(bank(Math.max(a, b), recourse)).toBeGreaterThanOrEqual(bank(Math.min(a, b), recourse));
        expect(bank(a, Math.max(b, recourse))).toBeLessThanOrEqual(bank(a, Math.min(b, recourse)));
      }),
    );
  });

  it("leaves the bank whole with full recourse, and everything but a worthless home's loan with none", () => {
    expect(lossSplit(1000, 700, 0, { default: true, recourse: 1 })).toMatchObject({ household: 1000, bank: 0 });
    expect(lossSplit(1000, 700, 0, { default: true })).toMatchObject({ household: 300, bank: 700 });
    expect(lossSplit(1000, 700, 400, { default: true, haircut: 1 })).toMatchObject({ bank: 700, discount: 400, total: 1000 });
  });

  it("gives a surplus back to a household that defaults above water", () => {
    expect(lossSplit(1000, 700, 900, { default: true })).toEqual({ household: 100, bank: 0, discount: 0, total: 100 });
    expect(lossSplit(1000, 700, 700, { default: true })).toMatchObject({ household: 300, bank: 0 });
  });

  it("shows a gain as a negative loss, and a household that borrowed more than the price", () => {
    expect(lossSplit(1000, 500, 1200)).toEqual({ household: -200, bank: 0, discount: 0, total: -200 });
    expect(lossSplit(1000, 1100, 800, { default: true })).toMatchObject({ household: -100, bank: 300, total: 200 });
  });

  it("loses 53 to 69 % of a five-year-old 70 % loan when 30 to 20 % of the price is left: not safe at any price", () => {
    const owed = 0.642;
    expect(lossSplit(1, owed, 0.3, { default: true }).bank / owed).toBeCloseTo(0.53, 2);
    expect(lossSplit(1, owed, 0.2, { default: true }).bank / owed).toBeCloseTo(0.69, 2);
  });

  it("is reached by its public argument name, default", () => {
    const definition = catalog.find(({ id }) => id === "LOSS_SPLIT");
    expect(definition?.evaluate({ buy: 1000, balance: 700, price: 400, default: 1 })).toMatchObject({ bank: 300 });
    expect(definition?.evaluate({ buy: 1000, balance: 700, price: 400, default: null })).toMatchObject({ bank: 0 });
  });

  it("refuses amounts below 0, and shares outside 0 to 1", () => {
    expect(problemOf(() => lossSplit(-1, 0, 0))).toBe("out-of-range buy");
    expect(problemOf(() => lossSplit(1, -1, 0))).toBe("out-of-range balance");
    expect(problemOf(() => lossSplit(1, 1, -1))).toBe("out-of-range price");
    for (const bad of [-0.01, 1.01, 25]) {
      expect(problemOf(() => lossSplit(1, 1, 1, { haircut: bad }))).toBe("out-of-range haircut");
      expect(problemOf(() => lossSplit(1, 1, 1, { recourse: bad }))).toBe("out-of-range recourse");
    }
  });
});

describe("defaultState(price, balance, income_ok)", () => {
  it("needs both triggers for a default", () => {
    expect(defaultState(450, 500, false)).toBe("double");
    expect(defaultState(450, 500, true)).toBe("pay");
    expect(defaultState(600, 500, false)).toBe("sell");
    expect(defaultState(600, 500, true)).toBe("pay");
  });

  it("does not take equality for under water, even in floating point", () => {
    expect(defaultState(500, 500, false)).toBe("sell");
    expect(defaultState(0.3, 0.1 + 0.2, false)).toBe("sell");
    expect(defaultState(500, 500, true, { theta: 0 })).toBe("pay");
  });

  it("walks away at the threshold and beyond, measured against the price", () => {
    expect(defaultState(400, 800, true, { theta: 0.62 })).toBe("strategic");
    expect(defaultState(100, 162, true, { theta: 0.62 })).toBe("strategic");
    expect(defaultState(100, 161.9, true, { theta: 0.62 })).toBe("pay");
    expect(defaultState(450, 500, true, { theta: 0.62 })).toBe("pay");
    expect(defaultState(500, 500.01, true, { theta: 0 })).toBe("strategic");
    expect(defaultState(0, 1, true, { theta: 0.62 })).toBe("strategic");
  });

  it("calls a borrower who cannot pay double-triggered, however deep under water", () => {
    expect(defaultState(100, 800, false, { theta: 0.62 })).toBe("double");
  });

  it("never walks away without a threshold", () => {
    expect(defaultState(1, 1000, true)).toBe("pay");
  });

  it("has no shortfall on a home without a loan, even a worthless one", () => {
    expect(defaultState(0, 0, true, { theta: 0.62 })).toBe("pay");
    expect(defaultState(0, 0, false)).toBe("sell");
  });

  it("refuses negative amounts, a word for income, and 62 for 62 %", () => {
    expect(problemOf(() => defaultState(-1, 0, true))).toBe("out-of-range price");
    expect(problemOf(() => defaultState(1, -1, true))).toBe("out-of-range balance");
    expect(problemOf(() => defaultState(1, 1, "yes" as unknown as boolean))).toBe("wrong-type income_ok");
    expect(problemOf(() => defaultState(1, 1, true, { theta: 62 }))).toBe("percent-as-whole-number theta");
    expect(problemOf(() => defaultState(1, 1, true, { theta: -0.62 }))).toBe("out-of-range theta");
  });
});

describe("fiscalTake(new_sales)", () => {
  it("is half to seven tenths of new sales, and at most a twentieth of second-hand ones", () => {
    expect(fiscalTake(100)).toEqual([50, 70]);
    expect(fiscalTake(0, { secondSales: 100 })).toEqual([0, 5]);
    expect(fiscalTake(100, { secondSales: 100 })).toEqual([50, 75]);
    expect(fiscalTake(0)).toEqual([0, 0]);
  });

  it("loses 45 to 70 fen for each yuan that moves from new to second-hand", () => {
    const [lowNew, highNew] = fiscalTake(100);
    const [lowSecond, highSecond] = fiscalTake(0, { secondSales: 100 });
    expect(lowNew - highSecond).toBe(45);
    expect(highNew - lowSecond).toBe(70);
  });

  it("takes other shares, equal ones too, and refuses a lower above the upper", () => {
    expect(fiscalTake(100, { lowShare: 0.6, highShare: 0.6 })).toEqual([60, 60]);
    expect(problemOf(() => fiscalTake(100, { lowShare: 0.8 }))).toBe("out-of-range low_share");
  });

  it("refuses negative sales, 50 for 50 %, and sums too large for a number", () => {
    expect(problemOf(() => fiscalTake(-1))).toBe("out-of-range new_sales");
    expect(problemOf(() => fiscalTake(1, { secondSales: -1 }))).toBe("out-of-range second_sales");
    expect(problemOf(() => fiscalTake(1, { lowShare: 50 }))).toBe("percent-as-whole-number low_share");
    expect(problemOf(() => fiscalTake(Number.MAX_VALUE, { highShare: 1, secondSales: Number.MAX_VALUE }))).toBe(
      "no-finite-value",
    );
  });
});

describe("landingClass(npl_peak, bank_loss_rate)", () => {
  it("is hard from either line, strained from half of either, and soft below both", () => {
    expect(landingClass(0.05, 0)).toBe("hard");
    expect(landingClass(0, 0.025)).toBe("hard");
    expect(landingClass(0.0499, 0.0249)).toBe("strained");
    expect(landingClass(0.025, 0)).toBe("strained");
    expect(landingClass(0, 0.0125)).toBe("strained");
    expect(landingClass(0.0249, 0.0124)).toBe("soft");
    expect(landingClass(0, 0)).toBe("soft");
  });

  it("does not let floating point move a line", () => {
    expect(landingClass(0.1 - 0.05 - 1e-17, 0)).toBe("hard");
    expect(landingClass(0.15, 0, { nplLine: 0.1 + 0.05 })).toBe("hard");
    expect(landingClass(0, 0.3 * 0.5, { lossLine: 0.1 + 0.2 })).toBe("strained");
  });

  it("calls bank losses of 5.5, 3.1 and 1.05 % hard, hard and soft: the last needs its bad loans to be hard", () => {
    expect([0.055, 0.031, 0.0105].map((loss) => landingClass(0, loss))).toEqual(["hard", "hard", "soft"]);
    expect(landingClass(0.051, 0.0105)).toBe("hard");
  });

  it("never softens as either number grows", () => {
    const order = ["soft", "strained", "hard"];
    fc.assert(
      fc.property(share, share, share, (npl, loss, more) => {
        const rank = order.indexOf(landingClass(npl, loss));
        expect(order.indexOf(landingClass(Math.min(1, npl + more), loss))).toBeGreaterThanOrEqual(rank);
        expect(order.indexOf(landingClass(npl, Math.min(1, loss + more)))).toBeGreaterThanOrEqual(rank);
      }),
    );
  });

  it("refuses shares below 0, percentages without their sign, and a line of 0", () => {
    expect(problemOf(() => landingClass(-0.01, 0))).toBe("out-of-range npl_peak");
    expect(problemOf(() => landingClass(5, 0))).toBe("percent-as-whole-number npl_peak");
    expect(problemOf(() => landingClass(0, -0.01))).toBe("out-of-range bank_loss_rate");
    expect(problemOf(() => landingClass(0, 0, { nplLine: 0 }))).toBe("out-of-range npl_line");
    expect(problemOf(() => landingClass(0, 0, { lossLine: 2.5 }))).toBe("percent-as-whole-number loss_line");
  });
});
