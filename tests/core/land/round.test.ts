/** Rounds lot by lot: tables of lots, made-up completions, resampling, and the index under other rules. */
import fc from "fast-check";
import {
  benchmarkThresholds,
  columnsOf,
  completeRound,
  cutRules,
  hpi,
  hpiInfluence,
  hpiInterval,
  hpiUnder,
  InputError,
  type Lot,
  lotsFromTable,
  priceCutCoefficient,
} from "soundings";
import { describe, expect, it } from "vitest";

function problemOf(call: () => unknown): string | undefined {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.problem;
    throw error;
  }
  return undefined;
}

const amount = fc.double({ min: 0.5, max: 50, noNaN: true });
const lot = fc.record({
  start: amount,
  deal: fc.oneof(fc.constant(0), amount),
  cut: fc.double({ min: -0.2, max: 0.6, noNaN: true }),
  backstop: fc.boolean(),
});
const round = fc.array(lot, { minLength: 2, maxLength: 20 }).map((rows) => ({
  start: rows.map((r) => r.start),
  deal: rows.map((r) => r.deal),
  cut: rows.map((r) => r.cut),
  backstop: rows.map((r) => r.backstop),
}));

describe("lotsFromTable(rows)", () => {
  it("decides cut and backstop by the index's own rules, and reads blanks as none", () => {
    const lots = lotsFromTable([
      { lot: "A", start: "8.33", deal: 9.35, benchmark: "10.73", government_buyer: "no", listed: "", basis: "known" },
      { lot: "B", start: 5, deal: 5, benchmark: Number.NaN, government_buyer: "是", listed: null, basis: "assumed" },
      { lot: "C", start: 5, deal: "", benchmark: 6, government_buyer: "yes" },
      { lot: "D", start: 5, deal: 5, government_buyer: "yes", listed: "yes" },
    ]);
    expect(lots.map(({ cut }) => Number(cut.toFixed(4)))).toEqual([0.1286, 0, 0, 0]);
    expect(lots.map(({ backstop }) => backstop)).toEqual([false, true, false, false]);
    expect(lots.map(({ basis }) => basis)).toEqual(["known", "assumed", "known", "known"]);
    expect(lots[2]?.deal).toBe(0);
  });

  it("names the column and the row that it refuses", () => {
    expect(problemOf(() => lotsFromTable([]))).toBe("too-short");
    expect(problemOf(() => lotsFromTable([{ lot: "A", start: "", deal: 1 }]))).toBe("missing-argument");
    expect(problemOf(() => lotsFromTable([{ lot: "A", start: "about 8", deal: 1 }]))).toBe("wrong-type");
    expect(problemOf(() => lotsFromTable([{ lot: "A", start: 8, deal: 1, listed: "maybe" }]))).toBe("wrong-type");
    const misspelt = [{ lot: "A", start: 8, deals: 1 }] as unknown as Parameters<typeof lotsFromTable>[0];
    expect(problemOf(() => lotsFromTable(misspelt))).toBe("unknown-argument");
    expect(() => lotsFromTable([{ start: 1 }, { start: "x" }])).toThrow(/start, item 2, is "x"; expected a number/);
  });
});

describe("completeRound(known, options)", () => {
  const known: Lot[] = [{ lot: "K", start: 8.33, deal: 9.35, cut: 0.1286, backstop: false, basis: "known" }];

  it.each(["equal", "graded"] as const)("keeps totals and score whatever the sizes: %s", (sizes) => {
    const lots = completeRound(known, { remainder: 80, lots: 10, backstopAmount: 50, backstopLots: 6, sizes });
    const columns = columnsOf(lots);
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    expect(lots).toHaveLength(11);
    expect(sum(columns.start)).toBeCloseTo(88.33, 10);
    expect(sum(lots.filter((l) => l.backstop).map((l) => l.deal))).toBeCloseTo(50, 10);
    expect(lots.filter((l) => l.basis === "assumed")).toHaveLength(10);
    expect(hpi(columns.start, columns.deal, columns)).toBeCloseTo((100 * (9.35 * 0.5 + 30)) / 88.33, 10);
  });

  it("refuses amounts without lots and lots without amounts", () => {
    const options = { remainder: 80, lots: 10, backstopAmount: 50, backstopLots: 6, sizes: "equal" } as const;
    expect(problemOf(() => completeRound(known, { ...options, backstopLots: 0 }))).toBe("out-of-range");
    expect(problemOf(() => completeRound(known, { ...options, backstopLots: 10 }))).toBe("out-of-range");
    expect(problemOf(() => completeRound(known, { ...options, backstopLots: 11 }))).toBe("out-of-range");
    expect(problemOf(() => completeRound(known, { ...options, backstopAmount: 90 }))).toBe("out-of-range");
  });
});

describe("hpiInterval(start, deal, options)", () => {
  it("holds the index and is the same for the same seed", () => {
    fc.assert(
      fc.property(round, (r) => {
        const first = hpiInterval(r.start, r.deal, { ...r, draws: 200, seed: 9 });
        const again = hpiInterval(r.start, r.deal, { ...r, draws: 200, seed: 9 });
        return (
          first.index === hpi(r.start, r.deal, r) &&
          first.low <= first.high &&
          first.low === again.low &&
          first.high === again.high
        );
      }),
      { numRuns: 30 },
    );
  });

  it("has no width when every lot is alike, and the width of a binomial share when lots are equal", () => {
    const alike = hpiInterval([10, 10, 10], [10, 10, 10], { draws: 100 });
    expect([alike.low, alike.high, alike.standardError]).toEqual([100, 100, 0]);
    const start = new Array<number>(40).fill(1);
    const deal = start.map((_, i) => (i < 20 ? 1 : 0));
    const { standardError } = hpiInterval(start, deal, { draws: 20_000 });
    // √(p(1−p)/n) = 7.906 points; 20,000 draws know it to half a per cent.
    expect(standardError).toBeCloseTo(100 * Math.sqrt(0.25 / 40), 0);
  });

  it("narrows with the level", () => {
    const start = [4, 7, 9, 2, 5];
    const deal = [4, 0, 9.5, 2, 0];
    const wide = hpiInterval(start, deal, { level: 0.95 });
    const narrow = hpiInterval(start, deal, { level: 0.5 });
    expect(narrow.high - narrow.low).toBeLessThan(wide.high - wide.low);
  });

  it("refuses what hpi refuses, and a level typed as a whole number", () => {
    expect(problemOf(() => hpiInterval([0], [1]))).toBe("out-of-range");
    expect(problemOf(() => hpiInterval([1], [1], { level: 95 }))).toBe("percent-as-whole-number");
    expect(problemOf(() => hpiInterval([1], [1], { draws: 10 }))).toBe("out-of-range");
  });
});

describe("hpiInfluence(start, deal, options)", () => {
  it("is the index less the index of the other lots", () => {
    fc.assert(
      fc.property(round, (r) => {
        const influences = hpiInfluence(r.start, r.deal, r);
        return influences.every(({ at, without }) => {
          const others = <Value>(rows: readonly Value[]) => rows.filter((_, i) => i !== at);
          const index = hpi(others(r.start), others(r.deal), { cut: others(r.cut), backstop: others(r.backstop) });
          return Math.abs(without - index) <= 1e-9 * Math.max(1, Math.abs(index));
        });
      }),
    );
  });

  it("refuses a round of one lot", () => {
    expect(problemOf(() => hpiInfluence([1], [1]))).toBe("too-short");
  });
});

describe("hpiUnder(rule, start, deal, options)", () => {
  it("is hpi itself under the report's step", () => {
    fc.assert(fc.property(round, (r) => Math.abs(hpiUnder("step", r.start, r.deal, r) - hpi(r.start, r.deal, r)) < 1e-9));
  });

  it("orders the rules: full ≤ step ≤ none, and full ≤ linear from a cut of 10 %", () => {
    fc.assert(
      fc.property(round, (r) => {
        const under = (rule: keyof typeof cutRules) => hpiUnder(rule, r.start, r.deal, r);
        return (
          under("full") <= under("step") + 1e-9 &&
          under("step") <= under("none") + 1e-9 &&
          under("linear") <= under("none") + 1e-9
        );
      }),
    );
  });

  it("lifts the index as backstops weigh less, by their whole amount at weight 0", () => {
    const start = [10, 10];
    const columns = { backstop: [true, false] };
    expect(hpiUnder("step", start, start, columns)).toBe(50);
    expect(hpiUnder("step", start, start, { ...columns, backstopWeight: 0.5 })).toBe(75);
    expect(hpiUnder("step", start, start, { ...columns, backstopWeight: 0 })).toBe(100);
  });

  it("refuses a weight outside 0–1 and what hpi refuses", () => {
    expect(problemOf(() => hpiUnder("step", [1], [1], { backstopWeight: 2 }))).toBe("out-of-range");
    expect(problemOf(() => hpiUnder("none", [1], [1], { cut: [13] }))).toBe("percent-as-whole-number");
  });
});

describe("cutRules", () => {
  it("the linear rule agrees with the report's at 0, 15 and 30 %", () => {
    for (const cut of [0, 0.15, 0.3]) expect(cutRules.linear.coefficient(cut)).toBeCloseTo(priceCutCoefficient(cut), 12);
  });

  it("no rule rewards a rise", () => {
    for (const rule of Object.values(cutRules)) expect(rule.coefficient(-0.1)).toBe(0);
  });
});

describe("benchmarkThresholds(deal)", () => {
  it("are the benchmarks at which the coefficient changes", () => {
    const { half, whole } = benchmarkThresholds(9.35);
    const coefficientAt = (benchmark: number) => priceCutCoefficient(1 - 9.35 / benchmark);
    expect([half * 0.999, half, whole, whole * 1.001].map(coefficientAt)).toEqual([0, 0.5, 0.5, 1]);
  });
});
