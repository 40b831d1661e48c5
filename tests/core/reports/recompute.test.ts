/** Every printed figure that can be recomputed: it agrees within its rounding, or an erratum names it. And the converse. */
import { agrees, ends, errata, errataOnFigure, figure, type Interval, numberOf as n, rangeOf } from "soundings";
import { describe, expect, it } from "vitest";
import { call, computations, lossGivenDefault, monthsTo, relayOf } from "./recomputed.js";

function computed(id: string): Interval {
  const answer = computations[id]?.();
  if (answer === undefined) throw new Error(`no computation for ${id}`);
  return typeof answer === "number" ? { low: answer, high: answer } : answer;
}

/** Both ends of what is computed agree with the ends that are printed. */
function matches(id: string): boolean {
  const { halfUnit, qualifier } = figure(id);
  const printed = ends(figure(id));
  const seen = computed(id);
  const around = qualifier === undefined ? {} : { qualifier };
  return (["low", "high"] as const).every((end) => agrees(seen[end], { value: printed[end], halfUnit, ...around }));
}

describe("a printed figure, recomputed,", () => {
  it.each(Object.keys(computations))("%s agrees within its rounding, or an erratum names it", (id) => {
    const { low, high } = computed(id);
    expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
    expect(
      matches(id) || errataOnFigure(id).some(({ kind }) => kind === "arithmetic" || kind === "claim"),
      `printed ${JSON.stringify(figure(id).value)}, computed ${low} to ${high}`,
    ).toBe(true);
  });

  it("is one of 99: a computation cannot vanish silently", () => {
    expect(Object.keys(computations)).toHaveLength(99);
  });
});

describe("an erratum of arithmetic", () => {
  it.each(errata.filter(({ kind }) => kind === "arithmetic").map(({ id, figures }) => [id, figures] as const))(
    "%s names figures, and each of them really differs",
    (_, figures) => {
      expect(figures.length).toBeGreaterThan(0);
      expect(figures.filter((id) => matches(id))).toEqual([]);
    },
  );
});

/** What each erratum of a claim rests on. */
const proofs: Readonly<Record<string, () => void>> = {
  "001/close-to-cost": () => {
    const [cost, peak, now] = ["cost", "peak", "now"].map((name) => rangeOf(`001/small-cities/${name}`)) as [
      Interval,
      Interval,
      Interval,
    ];
    const multiple = (price: number, ihci: number) => call("IHCI_MULT", { price, ihci });
    expect([multiple(now.low, cost.high), multiple(now.high, cost.low)]).toEqual([2, 5]);
    expect([multiple(peak.low, cost.high), multiple(peak.high, cost.low)]).toEqual([3.5, 8]);
    expect(call<string>("IHCI_ZONE", { mult: multiple(now.low, cost.high) })).not.toBe("A");
  },
  "002/band-reached-sooner": () => {
    const { low, high } = rangeOf("002/anchor/band");
    expect(monthsTo(low).high).toBeLessThan(2.3);
    expect(monthsTo(low).low).toBeGreaterThan(1.6);
    expect([monthsTo(high).low, monthsTo(high).high].map(Math.round)).toEqual([22, 30]);
    const top = rangeOf("002/anchor/roughly").high;
    expect([monthsTo(top).low, monthsTo(top).high].map(Math.round)).toEqual([12, 17]);
  },
  "002/household-factor": () => {
    const sizes = ["beijing", "shanghai", "guangzhou", "shenzhen"].map((city) => {
      const [pir, restated] = [n(`002/price-income/${city}`), n(`002/price-income/${city}Restated`)];
      const size = (pir * n("002/price-income/earners")) / restated;
      expect(call("PIR_RESTATE", { pir, household_size: size })).toBeCloseTo(restated, 9);
      return Math.round(size * 10) / 10;
    });
    expect(sizes).toEqual([4.5, 5.7, 4.5, 2.8]);
  },
  "000/equal-steps-grow": () => {
    for (const answer of [32, 66, 88, 89, 98, 105, 120, 128]) {
      const { max_pct, all_within } = relayOf(answer);
      expect(all_within).toBe(false);
      expect(max_pct).toBeGreaterThan(0.33);
      expect(max_pct).toBeLessThanOrEqual(0.5);
    }
  },
  "000/three-holders": () => {
    const total_fall = -n("000/answer78/fall");
    const each = (periods: number) => call("FALL_RATE", { total_fall, periods });
    expect(each(n("000/answer78/holders"))).toBeCloseTo(0.415, 3);
    expect(each(n("000/answer118/holders"))).toBeLessThan(n("000/answer88/down"));
    expect(call("RELAY_COUNT", { total_fall, max_loss: n("000/answer88/down") })).toBe(n("000/answer118/holders"));
  },
  "000/price-and-balance-fall-together": () => {
    const mortgage = { rate: n("002/anchor/lpr"), months: 360 };
    const repaid = (paid: number) => 1 - call("MORT_BALANCE", { loan: 1, ...mortgage, paid });
    expect(repaid(12)).toBeCloseTo(0.019, 3);
    expect(repaid(60)).toBeCloseTo(0.103, 3);
    const fall = -n("000/answer50/fall");
    const months = n("000/answer50/slow") * 12;
    const price_mom = -call("FALL_RATE", { total_fall: fall, periods: months });
    expect(call("UNDERWATER", { ltv: 0.7, ...mortgage, price_mom })).toBe(37);
    expect(1 - (1 - call("SAFE_FALL", { ltv: 0.7, ...mortgage })) ** 12).toBeCloseTo(0.053, 3);
    expect((1 + n("000/answer50/yearly")) ** n("000/answer50/slow") - 1).toBeCloseTo(-0.41, 2);
  },
  "000/bank-safe-at-zero": () => {
    expect(lossGivenDefault(0, 5)).toBe(1);
    const { low, high } = rangeOf("000/answer67/left");
    expect(lossGivenDefault(low, 5)).toBeCloseTo(0.68, 2);
    expect(lossGivenDefault(high, 5)).toBeCloseTo(0.52, 2);
  },
  "000/usual-interest": () => {
    const interest = (rate: number) => 360 * call("MORT_PAY", { loan: 1, rate, months: 360 }) - 1;
    expect(interest(n("002/anchor/commercialRate"))).toBeCloseTo(0.52, 2);
    expect(interest(n("002/anchor/lpr"))).toBeCloseTo(0.62, 2);
    expect(interest(0.044)).toBeCloseTo(n("000/answer48/usual"), 2);
    const principal = (k: number) => call("MORT_PAY", { loan: 1, rate: 0.03, months: 360, method: "principal", k });
    expect((360 * (principal(1) + principal(360))) / 2 - 1).toBeCloseTo(0.45, 2);
  },
};

describe("an erratum of a claim", () => {
  it.each(errata.filter(({ kind }) => kind === "claim").map(({ id }) => id))(
    "%s is proved with the project's functions",
    (id) => {
      expect(Object.keys(proofs)).toContain(id);
      proofs[id]?.();
    },
  );
});
