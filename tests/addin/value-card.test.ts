/** A value's card for every example of the catalogue, and when it is carried. */
import { catalog, type Definition } from "soundings";
import { describe, expect, it } from "vitest";
import { headingCard, readsBlock, valueCard } from "../../addin/value-card.js";

type Given = [name: string, definition: Definition, named: Readonly<Record<string, unknown>>, result: unknown];

const answered = catalog.flatMap((definition) =>
  definition.examples.flatMap((example, i): Given[] =>
    "result" in example ? [[`${definition.id}, example ${i + 1}`, definition, example.args, example.result]] : [],
  ),
);
const scalars = answered.filter(([, { returns }]) => returns.shape === "scalar");
const tables = answered.filter(([, definition]) => readsBlock(definition));

/** What Excel would refuse: a value without its type, a number that is none, a section that names nothing. */
function holdToExcel(card: ReturnType<typeof valueCard>): void {
  const properties = Object.entries(card.properties ?? {}) as [string, { type: string; basicValue: unknown }][];
  const types = { number: "Double", string: "String", boolean: "Boolean" } as const;
  for (const [name, { type, basicValue }] of properties) {
    expect(name).not.toBe("");
    expect(type).toBe(types[typeof basicValue as keyof typeof types]);
    if (typeof basicValue === "number") expect(basicValue).toSatisfy(Number.isFinite);
  }
  const sections = (card.layouts?.card?.sections ?? []) as { properties: string[] }[];
  const named = sections.flatMap((section) => section.properties);
  // Two properties of one name would be one.
  expect(named.toSorted()).toEqual(properties.map(([name]) => name).toSorted());
}

describe.each(["en", "zh"] as const)("in %s", (language) => {
  it.each(scalars)("valueCard(…) keeps the answer and names each thing once: %s", (_, definition, named, result) => {
    const answer = definition.evaluate(named) as number;
    const card = valueCard(definition, named, answer, language);
    expect(card.basicValue).toEqual(answer);
    expect(typeof card.basicValue).toBe(typeof result);
    holdToExcel(card);
  });

  it.each(tables)("headingCard(…) says what was read as what: %s", (_, definition, named) => {
    const card = headingCard(definition, named, "city", language);
    expect(card.basicValue).toBe("city");
    expect(Object.keys(card.properties ?? {}).some((name) => name.startsWith("C1"))).toBe(true);
    holdToExcel(card);
  });
});
