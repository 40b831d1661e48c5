/** No function gives what is no number, at whatever ends of its arguments, and whatever it is given it refuses by name. */
import fc from "fast-check";
import {
  catalog,
  type Definition,
  fallTime,
  hpi,
  hpiOfDistricts,
  hpiParts,
  hpiTable,
  InputError,
  ihci,
  mortgagePayment,
  priceCut,
  type Result,
  readAs,
  relay,
  relayCount,
  type Unit,
} from "soundings";
import { describe, expect, it } from "vitest";
import { argumentsOf } from "../explain/calls.js";
import { extremeArguments, strangeArguments } from "../extremes.js";

const numRuns = 400;

/** The answer, or the error that it is refused with. Anything else that is thrown is a bug. */
function outcome(definition: Definition, named: Readonly<Record<string, unknown>>): Result | InputError {
  try {
    return definition.evaluate(named);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** Every single value of an answer. */
function values(answer: Result): unknown[] {
  return typeof answer === "object" ? Object.values(answer).flat(2) : [answer];
}

const isWritable = (value: unknown) =>
  typeof value === "number" ? Number.isFinite(value) : typeof value === "string" || typeof value === "boolean";

describe.each(catalog.map((definition) => [definition.id, definition] as const))("%s", (_, definition) => {
  it("gives numbers that can be written, or refuses, at the ends of what it takes", () => {
    fc.assert(
      fc.property(extremeArguments(definition), (named) => {
        const answer = outcome(definition, named);
        if (!(answer instanceof InputError)) expect(values(answer).filter((value) => !isWritable(value))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("refuses whatever it cannot take in its own words", () => {
    fc.assert(
      fc.property(strangeArguments(definition), (named) => {
        const answer = outcome(definition, named);
        if (answer instanceof InputError) expect(answer.message).toMatch(/^[A-Z_]+: .+; expected ./);
        else expect(values(answer).filter((value) => !isWritable(value))).toEqual([]);
      }),
      { numRuns },
    );
  });
});

const isMoney = (unit: Unit) => unit === "money" || unit === "yuan-per-square-metre";
const paid = catalog.filter(({ params }) => params.some((p) => isMoney(p.unit)) && !params.some((p) => p.shape === "block"));

/** Arguments with every amount so many times as large. */
function times(factor: number, { params }: Definition, named: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const larger = (value: unknown) => (value as number) * factor;
  return Object.fromEntries(
    Object.entries(named).map(([name, value]) => {
      const unit = params.find((p) => p.name === name)?.unit;
      if (unit === undefined || !isMoney(unit)) return [name, value];
      return [name, Array.isArray(value) ? value.map(larger) : larger(value)];
    }),
  );
}

/** Values of an answer with its amounts in the unit of arguments that are `factor` times as large. */
function inUnit(factor: number, { returns }: Definition, answer: Result): unknown[] {
  const units = returns.shape === "scalar" ? [returns.unit] : returns.fields.map(({ unit }) => unit);
  const summary = returns.shape === "table" ? returns.summary.map(({ unit }) => unit) : [];
  const rows = returns.shape === "table" ? (answer as { rows: readonly unknown[] }).rows.length : 1;
  const all = [...Array<Unit[]>(rows).fill(units).flat(), ...summary];
  return values(answer).map((value, i) => (typeof value === "number" && isMoney(all[i] ?? "none") ? value / factor : value));
}

/** The largest keeps every amount of these tests below the largest number, though not every sum. */
const factors = [2 ** -900, 2 ** -500, 2 ** 500, 2 ** 900, 2 ** 990];

/** Nine digits: logarithms of large numbers have fewer behind the point. */
function isNear(seen: unknown, wanted: unknown): boolean {
  if (typeof seen !== "number" || typeof wanted !== "number") return seen === wanted;
  return Math.abs(seen - wanted) <= 1e-9 * Math.abs(wanted);
}

describe.each(paid.map((definition) => [definition.id, definition] as const))("%s", (_, definition) => {
  it("gives the same answer in any unit of money, or none where a sum is beyond the largest number", () => {
    fc.assert(
      fc.property(argumentsOf(definition), fc.constantFrom(...factors), (named, factor) => {
        const [plain, scaled] = [outcome(definition, named), outcome(definition, times(factor, definition, named))];
        if (scaled instanceof InputError && scaled.problem === "no-finite-value") return;
        if (plain instanceof InputError) expect(scaled).toMatchObject({ problem: plain.problem });
        else if (scaled instanceof InputError) throw scaled;
        else {
          const [seen, wanted] = [inUnit(factor, definition, scaled), inUnit(1, definition, plain)];
          expect(seen.filter((value, i) => !isNear(value, wanted[i]))).toEqual([]);
        }
      }),
      { numRuns },
    );
  });
});

describe("a call from TypeScript", () => {
  const tiny = Number.MIN_VALUE;
  const huge = Number.MAX_VALUE;
  it.each<[string, () => unknown]>([
    ["priceCut(1, 5e-324)", () => priceCut(1, tiny)],
    ["hpi([5e-324], [1])", () => hpi([tiny], [1])],
    ["hpi of a supply that no number can hold, which is not 0", () => hpi([huge, huge], [huge, 0])],
    ["hpiParts([1], [1e308])", () => hpiParts([1], [1e308])],
    ["hpiOfDistricts([1, 1], [1.8e308 / 2, 1.8e308 / 2])", () => hpiOfDistricts([1, 1], [huge, huge])],
    ["mortgagePayment of the largest loan in one month", () => mortgagePayment(huge, 1e-9, 1)],
    ["relay([5e-324, 1])", () => relay([tiny, 1])],
    ["relayCount(0.1, 5e-324)", () => relayCount(0.1, tiny)],
    ["fallTime(1.8e308, 5e-324, −5e-324)", () => fallTime(huge, tiny, -tiny)],
  ])("%s has no finite value", (_, call) => {
    expect(call).toThrow(expect.objectContaining({ problem: "no-finite-value", code: "#NUM!" }));
  });

  it("of hpiTable(block) names HPI_TABLE where a group has no finite index", () => {
    const block = [
      ["城市", "起始价", "成交价"],
      ["甲", 1e308, 1e308],
      ["甲", 1.1e308, 0],
    ];
    expect(() => hpiTable(block)).toThrow(/^HPI_TABLE: has no finite result/);
  });

  it("of readAs(block) leaves out a sum that no number can hold, and says the rest", () => {
    const block = [
      ["地块", "起始价（万元）", "成交价（亿元）"],
      ["甲", 1, huge],
      ["乙", 2, huge],
    ];
    expect(readAs(block).rows.map(({ read, sum }) => [read, sum])).toEqual([
      [2, ""],
      [2, 3],
      [2, ""],
    ]);
  });

  it("of ihci(costs) keeps a cost in the mean however little of it is left when it is restated", () => {
    expect(ihci([5e-324, 3000], { years: [2000, 2025], today: 2025, growth: -0.9 })).toBe(1500);
  });

  it("of fallTime(begin, end) takes a little time between prices that are nearly equal, in the direction of the rate", () => {
    const less = 1 - 2 ** -53;
    expect(fallTime(128, 128 * less, -0.015)).toBeCloseTo(2 ** -53 / -Math.log1p(-0.015), 25);
    expect(() => fallTime(128, 128 * less, 0.015)).toThrow(/rate is 0.015: it never takes/);
  });
});
