/** Every example of every function, explained: the steps end at core's answer, and refusals say what core says. */
import { catalog, errataTouching, InputError } from "soundings";
import { describe, expect, test } from "vitest";
import { explain } from "../../addin/explain/explain.js";

const examples = catalog.flatMap((definition) => definition.examples.map((example) => ({ definition, example })));

describe("explain(every example)", () => {
  test.each(examples.map((e) => [`${e.definition.id} ${JSON.stringify(e.example.args)}`, e] as const))(
    "%s ends at core's answer",
    (_, { definition, example }) => {
      for (const language of ["en", "zh"] as const) {
        const told = explain(definition, example.args, language);
        expect(told.errata).toEqual(errataTouching(definition.id));
        expect(told.source.length).toBeGreaterThan(0);
        if ("problem" in example) {
          expect(told.steps).toEqual([]);
          expect(told.refusal?.message).toBe(refusalOf(() => definition.evaluate(example.args)).in(language));
        } else {
          expect(told.steps.at(-1)?.value).toEqual(definition.evaluate(example.args));
          for (const step of told.steps) expect(`${step.text}${step.formula}`).not.toMatch(/undefined|NaN|Infinity|\[object/);
          for (const { text } of told.thresholds) expect(text).not.toMatch(/undefined|NaN|Infinity|∞/);
          for (const trace of told.chart?.figure(language).data ?? []) {
            expect(trace.x.length).toBe(trace.y.length);
            expect([...trace.x, ...trace.y].every((at) => typeof at === "string" || Number.isFinite(at))).toBe(true);
          }
        }
      }
    },
  );
});

function refusalOf(call: () => unknown): InputError {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error;
  }
  return expect.fail("was not refused");
}

describe("explain(RELAY_COUNT)", () => {
  const stepsOf = (total_fall: number, max_loss: number) => {
    const definition = catalog.find(({ id }) => id === "RELAY_COUNT");
    if (!definition) throw new Error("RELAY_COUNT is not in the catalogue");
    return explain(definition, { total_fall, max_loss }, "en").steps.map(({ formula, value }) => [formula, value]);
  };

  test("takes a fall for exactly so many holders where the count does: three at 90 %, though it is a little more", () => {
    const [, , [formula, holders] = []] = stepsOf(1 - 0.1 ** 3 + 5e-12, 0.9);
    expect([formula, holders]).toEqual(["99 % < 99.9 % ≤ 99.9 % → 3", 3]);
  });

  test("takes no fall for exact that the count has one holder more for", () => {
    const [[fewer = ""] = [], [enough = ""] = [], [formula = "", holders] = []] = stepsOf(1 - 0.99 ** 3 + 1e-9, 0.01);
    expect([fewer, enough, holders]).toEqual(["1 − (1 − 1 %)^3", "1 − (1 − 1 %)^4", 4]);
    expect(formula).toMatch(/^2\.9701 % < 2\.97010010* % ≤/);
  });
});

describe("explain(SAFE_FALL)", () => {
  test("names the month that decides the answer, whose balance comes to it exactly", () => {
    const definition = catalog.find(({ id }) => id === "SAFE_FALL");
    if (!definition) throw new Error("SAFE_FALL is not in the catalogue");
    for (const named of [
      { ltv: 0.7, rate: 0.035, months: 360 },
      { ltv: 0.7, rate: 0.035, months: 360, method: "principal", horizon: 60 },
      { ltv: 1, rate: 0, months: 12 },
    ]) {
      const [tightest, answer] = explain(definition, named, "en").steps;
      const month = Number(/the tightest month is (\d+)/.exec(tightest?.text ?? "")?.[1]);
      expect(-Math.expm1(Math.log(Number(tightest?.value)) / month)).toBe(answer?.value);
    }
  });
});
