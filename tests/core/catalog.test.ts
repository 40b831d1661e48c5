/** Every definition against its own words: examples, refusals, names and both languages. */
import { catalog, InputError } from "soundings";
import { describe, expect, it } from "vitest";
import { isClose } from "../rounding.js";

/** Signs of arithmetic, and choices and answers that are written in English in a Chinese cell too. */
const kept = new Set(["ln", "max", "min", "price", "rent", "pay", "sell", "double", "strategic", "hard", "strained", "soft"]);

function named({ returns }: (typeof catalog)[number]): string[] {
  if (returns.shape === "scalar") return [];
  return [...returns.fields, ...(returns.shape === "table" ? returns.summary : [])].map(({ name }) => name);
}

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

  it("writes the words of its formula in both languages: prose of one is not in the other", () => {
    const { en, zh } = definition.formula;
    const isSame = en === zh;
    expect(isSame ? "" : zh).toMatch(isSame ? /^$/ : /[\u4e00-\u9fff]/);
    // Arguments, results and function names stay as they are; what else is a word must be a choice that comes back as such.
    const own = new Set([...definition.params.map((p) => p.name), ...named(definition)]);
    const words = (zh.match(/[a-z][a-z_]+/g) ?? []).filter((word) => !own.has(word));
    expect(words.filter((word) => !kept.has(word))).toEqual([]);
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it("says everything in English and Chinese", () => {
    const texts = [definition.summary, ...definition.notes, ...definition.params.flatMap((p) => [p.label, p.help])];
    for (const text of texts) {
      expect(text.en).toMatch(/[A-Za-z]/);
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
