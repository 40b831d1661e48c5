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
