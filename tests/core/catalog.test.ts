/** Every definition against its own words: examples, refusals, names and both languages. */
import { catalog, InputError } from "soundings";
import { describe, expect, it } from "vitest";
import { isClose } from "../rounding.js";

describe.each(catalog.map((d) => [d.id, d] as const))("%s", (id, definition) => {
  it.each(definition.examples.map((example) => [JSON.stringify(example.args), example] as const))(
    "answers its example %s",
    (_, example) => {
      if ("problem" in example) {
        let refused: unknown;
        try {
          definition.evaluate(example.args);
        } catch (error) {
          refused = error;
        }
        expect(refused).toBeInstanceOf(InputError);
        expect((refused as InputError).problem).toBe(example.problem);
        expect((refused as InputError).message.startsWith(`${id}: `)).toBe(true);
      } else {
        const seen = definition.evaluate(example.args);
        expect(
          isClose(seen, example.result, example.tolerance ?? 1e-9),
          `${JSON.stringify(seen)} for ${JSON.stringify(example.result)}`,
        ).toBe(true);
      }
    },
  );

  it("has at least two examples with results, one if it takes no argument, and a bare name that Excel takes", () => {
    const least = definition.params.length === 0 ? 1 : 2;
    expect(definition.examples.filter((e) => "result" in e).length).toBeGreaterThanOrEqual(least);
    expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,63}$/);
    expect(id).not.toMatch(/^[A-Z]{1,3}[0-9]+$/);
  });

  it("says everything in English and Chinese", () => {
    const texts = [definition.summary, ...definition.notes, ...definition.params.flatMap((p) => [p.label, p.help])];
    for (const text of texts) {
      expect(text.en).toMatch(/[A-Za-z]/);
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
