/** Relays: every chain that the answers draw, boundaries, and P11 and P12 of the method. */
import fc from "fast-check";
import { fallRate, relay, relayCount, relayPrices } from "soundings";
import { describe, expect, it } from "vitest";
import { problemOf } from "./problem.js";

const price = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const shares = (prices: readonly number[]) => relay(prices).rows.map(({ lossPct }) => Number((100 * lossPct).toFixed(1)));

describe("relay(prices)", () => {
  it("counts a loss of exactly 30 % as within a 30 % down payment", () => {
    const chain = relay([1000, 700, 500, 400]);
    expect(chain.rows.map(({ within }) => within)).toEqual([true, true, true]);
    expect(chain).toMatchObject({ total: 600, maxLoss: 300, maxPct: 0.3, allWithin: true });
  });

  it("does not let floating point push an exact 30 % over the line", () => {
    for (const [buy, sell] of [
      [0.5, 0.35],
      [1, 0.7],
      [2.1, 1.47],
    ] as const) {
      expect((buy - sell) / buy).toBeGreaterThan(0.3);
      expect(relay([buy, sell]).allWithin).toBe(true);
    }
    expect(relay([1000, 700 - 1e-3]).allWithin).toBe(false);
    expect(relay([1000, 699]).allWithin).toBe(false);
  });

  it.each([
    { prices: [1000, 800, 600, 400], percent: [20, 25, 33.3], within: false },
    { prices: [500, 400, 300, 200], percent: [20, 25, 33.3], within: false },
    { prices: [100, 80, 60, 40, 20], percent: [20, 25, 33.3, 50], within: false },
    { prices: [1200, 1000, 800, 600, 400, 200], percent: [16.7, 20, 25, 33.3, 50], within: false },
    { prices: [1200, 1100, 950, 800], percent: [8.3, 13.6, 15.8], within: true },
    { prices: [850, 650, 550], percent: [23.5, 15.4], within: true },
    { prices: [200, 150, 100, 50], percent: [25, 33.3, 50], within: false },
    { prices: [100, 90, 80, 70, 60], percent: [10, 11.1, 12.5, 14.3], within: true },
    { prices: [400, 300, 200, 100, 120, 140, 160], percent: [25, 33.3, 50, -20, -16.7, -14.3], within: false },
  ])("$prices costs its holders $percent per cent", ({ prices, percent, within }) => {
    expect(shares(prices)).toEqual(percent);
    expect(relay(prices).allWithin).toBe(within);
  });

  it("adds up to first price less last, whatever happens between (P11)", () => {
    fc.assert(
      fc.property(fc.array(price, { minLength: 2, maxLength: 30 }), (prices) => {
        const chain = relay(prices);
        const sum = chain.rows.reduce((total, { loss }) => total + loss, 0);
        expect(Math.abs(sum - chain.total)).toBeLessThan(1e-8 * Math.max(...prices));
        expect(chain.rows).toHaveLength(prices.length - 1);
        expect(chain.maxPct).toBe(Math.max(...chain.rows.map(({ lossPct }) => lossPct)));
        expect(chain.allWithin).toBe(chain.rows.every(({ within }) => within));
      }),
    );
  });

  it("counts a rise as a negative loss, within any down payment", () => {
    expect(relay([100, 120], { down: 0 })).toMatchObject({ total: -20, maxLoss: -20, maxPct: -0.2, allWithin: true });
    expect(relay([100, 100], { down: 0 }).allWithin).toBe(true);
  });

  it("takes typed columns, and leaves them as they were", () => {
    const prices = Float64Array.of(1000, 700);
    expect(relay(prices).total).toBe(300);
    expect([...prices]).toEqual([1000, 700]);
  });

  it("refuses a chain without a sale, prices of 0, blanks, and a down payment outside 0 to 1", () => {
    expect(problemOf(() => relay([1000]))).toBe("too-short prices");
    expect(problemOf(() => relay([]))).toBe("too-short prices");
    expect(problemOf(() => relay([1000, 0]))).toBe("out-of-range prices");
    expect(problemOf(() => relay([1000, null, 500]))).toBe("out-of-range prices");
    expect(problemOf(() => relay([1000, -700]))).toBe("out-of-range prices");
    expect(problemOf(() => relay([1000, 700], { down: 30 }))).toBe("percent-as-whole-number down");
    expect(problemOf(() => relay([1000, 700], { down: -0.3 }))).toBe("out-of-range down");
  });
});

describe("relayCount(total_fall, max_loss)", () => {
  it("needs seven holders at 10 % for −50 %, not five", () => {
    expect(relayCount(0.5, 0.1)).toBe(7);
    expect(relayCount(1 - 0.9 ** 5, 0.1)).toBe(5);
  });

  it("does not round an exact power up", () => {
    for (const loss of [0.05, 0.1, 0.2, 0.3, 0.5]) {
      for (let n = 1; n <= 40; n++) {
        expect(relayCount(1 - (1 - loss) ** n, loss), `1 − ${1 - loss}^${n}`).toBe(n);
      }
    }
    expect(relayCount(0.657, 0.3)).toBe(3);
    expect(relayCount(0.6571, 0.3)).toBe(4);
    expect(relayCount(0.6569, 0.3)).toBe(3);
  });

  it("needs nobody for no fall, and somebody for the smallest", () => {
    expect(relayCount(0, 0.3)).toBe(0);
    expect(relayCount(1e-12, 0.3)).toBe(1);
    expect(relayCount(Number.MIN_VALUE, 0.3)).toBe(1);
    expect(relayCount(0.3, 0.3)).toBe(1);
    expect(relayCount(0.99, 1)).toBe(1);
  });

  it("is the smallest number that carries the fall (P12)", () => {
    const share = fc.double({ min: 0.001, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(share, share, (fall, loss) => {
        const n = relayCount(fall, loss);
        expect((1 - loss) ** n).toBeLessThanOrEqual((1 - fall) * (1 + 1e-7));
        expect((1 - loss) ** (n - 1)).toBeGreaterThan((1 - fall) * (1 - 1e-7));
      }),
    );
  });

  it("agrees with fallRate: one holder fewer would each lose more than allowed", () => {
    expect(fallRate(0.8, 3)).toBeCloseTo(0.415, 3);
    expect(fallRate(0.8, 5)).toBeCloseTo(0.275, 3);
    expect(relayCount(0.8, 0.3)).toBe(5);
    expect(fallRate(0.8, 4)).toBeGreaterThan(0.3);
  });

  it("refuses a fall of everything, a negative fall, and a loss that is no share", () => {
    for (const fall of [1, 1.5, -0.1, 50]) expect(problemOf(() => relayCount(fall, 0.3))).toBe("out-of-range total_fall");
    expect(problemOf(() => relayCount(0.5, 0))).toBe("out-of-range max_loss");
    expect(problemOf(() => relayCount(0.5, -0.3))).toBe("out-of-range max_loss");
    expect(problemOf(() => relayCount(0.5, 30))).toBe("percent-as-whole-number max_loss");
  });
});

describe("relayPrices(first, last, holders, steps)", () => {
  it("draws the answers' equal amounts, whose percentages grow", () => {
    expect(relayPrices(100, 20, 4, "money")).toEqual([100, 80, 60, 40, 20]);
    expect(shares(relayPrices(1000, 100, 9, "money")).at(-1)).toBe(50);
  });

  it("draws equal percentages, each holder losing FALL_RATE", () => {
    const chain = relay(relayPrices(1000, 200, 5, "percent"));
    for (const { lossPct } of chain.rows) expect(lossPct).toBeCloseTo(fallRate(0.8, 5), 12);
    expect(chain.allWithin).toBe(true);
    expect(relay(relayPrices(1000, 200, 5, "money")).allWithin).toBe(false);
  });

  it("starts and ends exactly where asked, and equal percentages have the smallest largest loss", () => {
    fc.assert(
      fc.property(
        price,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        (first, left, holders) => {
          const last = first * left;
          const [percent, money] = (["percent", "money"] as const).map((steps) => relayPrices(first, last, holders, steps));
          for (const prices of [percent, money])
            expect([prices?.[0], prices?.at(-1), prices?.length]).toEqual([first, last, holders + 1]);
          expect(relay(percent ?? []).maxPct).toBeLessThanOrEqual(relay(money ?? []).maxPct + 1e-12);
        },
      ),
    );
  });

  it("refuses prices of 0 and holders that cannot be counted", () => {
    expect(problemOf(() => relayPrices(100, 0, 3, "money"))).toBe("out-of-range last");
    for (const holders of [0, 2.5, 1001])
      expect(problemOf(() => relayPrices(100, 50, holders, "money"))).toBe("out-of-range holders");
  });
});
