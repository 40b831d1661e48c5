/** Every argument of every function refuses what it must, with the right cell error and a message that names it. */
import { catalog, type Definition, InputError, type Parameter, type Problem, problems } from "soundings";
import { describe, expect, it } from "vitest";

interface Spoiled {
  readonly how: string;
  readonly value: unknown;
  readonly problem: Problem;
}

const isNumeric = (p: Parameter) => p.shape === "number" || p.shape === "column";

/** Bad values for one argument, from its own description. */
function spoiled(p: Parameter, good: unknown): Spoiled[] {
  const cases: Spoiled[] = [{ how: "an object", value: {}, problem: "wrong-type" }];
  if (p.presence === "required") cases.push({ how: "nothing", value: undefined, problem: "missing-argument" });
  if (isNumeric(p))
    cases.push(...numericCases(p).map((c) => (p.shape === "column" ? { ...c, value: withFirst(good, c.value) } : c)));
  if (p.shape === "column" || p.shape === "flags") cases.push({ how: "an empty column", value: [], problem: "too-short" });
  if (p.shape === "choice") cases.push({ how: "an unknown word", value: "no such word", problem: "unknown-choice" });
  if (p.shape === "flag") cases.push({ how: "a word", value: "perhaps", problem: "wrong-type" });
  if (p.shape === "text") cases.push({ how: "a number", value: 7, problem: "wrong-type" });
  if (p.shape === "block") cases.push(...blockCases(good as readonly (readonly unknown[])[]));
  if (p.sameLengthAs !== undefined)
    cases.push({ how: "one row too many", value: [...(good as unknown[]), 0], problem: "length-mismatch" });
  return cases;
}

function blockCases(good: readonly (readonly unknown[])[]): Spoiled[] {
  const [headings = [], ...rows] = good;
  return [
    { how: "a text", value: "起始价", problem: "wrong-type" },
    { how: "a column", value: [1, 2], problem: "wrong-type" },
    { how: "no rows", value: [], problem: "too-short" },
    { how: "headings alone", value: [headings], problem: "too-short" },
    { how: "headings over blank rows", value: [headings, headings.map(() => null)], problem: "too-short" },
    { how: "a row cut short", value: [headings, ...rows, headings.slice(1)], problem: "length-mismatch" },
    { how: "a cell that is no cell", value: [headings, ...rows, headings.map(() => ({}))], problem: "wrong-type" },
  ];
}

function numericCases({ domain: d }: Parameter): Spoiled[] {
  const beyond = d.wholePercentBeyond ?? d.wholePercentAbove;
  const cases: Spoiled[] = [
    { how: "a text", value: "12亿元", problem: "wrong-type" },
    { how: "a boolean", value: true, problem: "wrong-type" },
    { how: "NaN", value: Number.NaN, problem: "wrong-type" },
    { how: "infinity", value: Number.POSITIVE_INFINITY, problem: "out-of-range" },
  ];
  if (beyond !== undefined)
    cases.push({ how: "a percentage as a whole number", value: beyond * 4, problem: "percent-as-whole-number" });
  if (d.divides) cases.push({ how: "0", value: 0, problem: "zero-denominator" });
  if (d.above !== undefined && !(d.divides && d.above === 0))
    cases.push({ how: "its open lower bound", value: d.above, problem: "out-of-range" });
  const lower = d.above ?? d.atLeast;
  if (lower !== undefined && !(beyond !== undefined && lower - 1 < -beyond))
    cases.push({ how: "below its lower bound", value: lower - 1, problem: "out-of-range" });
  const upper = d.below ?? d.atMost;
  if (upper !== undefined && !(beyond !== undefined && upper + 1 > beyond))
    cases.push({ how: "above its upper bound", value: upper + 1, problem: "out-of-range" });
  return cases;
}

/** A column long enough for the function, its first row replaced. */
function withFirst(good: unknown, value: unknown): unknown[] {
  return [value, ...(good as unknown[]).slice(1)];
}

/** The fullest example that gives a result: the ground that bad values are put on. */
function base(definition: Definition): Record<string, unknown> {
  const good = definition.examples.filter((e) => "result" in e);
  const fullest = good.toSorted((a, b) => Object.keys(b.args).length - Object.keys(a.args).length)[0];
  return { ...fullest?.args };
}

/** A value that an argument takes, for one that no example gives. */
function filler(definition: Definition, p: Parameter): unknown {
  const length = (base(definition)[p.sameLengthAs ?? ""] as unknown[] | undefined)?.length ?? p.leastRows;
  if (p.shape === "column" || p.shape === "flags") return new Array(length).fill(0);
  return p.default;
}

describe.each(catalog.map((d) => [d.id, d] as const))("%s", (id, definition) => {
  const args = base(definition);
  const cases = definition.params.flatMap((p) =>
    spoiled(p, args[p.name] ?? filler(definition, p)).map((c) => [p.name, c.how, c] as const),
  );

  it.runIf(cases.length > 0).each(cases)("refuses for %s: %s", (name, _how, { value, problem }) => {
    let refused: unknown;
    try {
      definition.evaluate({ ...args, [name]: value });
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(InputError);
    const error = refused as InputError;
    expect([error.problem, error.code, error.argument]).toEqual([problem, problems[problem], name]);
    expect(error.in("en")).toContain(`${id}: ${name}`);
    expect(error.in("zh")).toMatch(/[\u4e00-\u9fff]/);
  });

  it("refuses an argument that it does not have, and suggests the nearest", () => {
    const [first] = definition.params;
    const message = first ? new RegExp(`did you mean ${first.name}`) : /namex is not an argument; expected no argument/;
    expect(() => definition.evaluate({ ...args, [`${first?.name ?? "name"}x`]: 1 })).toThrow(message);
  });
});
