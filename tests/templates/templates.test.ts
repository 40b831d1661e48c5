/** The templates as data: formulas of ours that parse, inputs that may be typed, marked samples, both languages. */
import { parse, tokenize } from "@borgar/fx";
import { findDefinition } from "soundings";
import { expect, test } from "vitest";
import { callsIn } from "../../addin/explain/formula.js";
import { templates } from "../../addin/templates/templates.js";

const all = templates.flatMap((template) => (["en", "zh"] as const).map((language) => ({ template, language })));
const each = all.map((entry) => [`${entry.template.id} ${entry.language}`, entry] as const);

test.each(each)(
  "template %s: every formula parses, and the first answer is a call of ours",
  async (_, { template, language }) => {
    const formulas = template.cells(language).filter(({ isFormula }) => isFormula);
    expect(formulas.length).toBeGreaterThan(2);
    for (const { content } of formulas) {
      expect(() => parse(tokenize(String(content), { mergeRefs: true }))).not.toThrow();
      expect(String(content)).not.toMatch(/[a-z]\w*\}|undefined/);
    }
    const place = addressOf(template.firstAnswer);
    const first = formulas.find(({ row, column }) => row === place.row && column === place.column);
    const [call] = await callsIn(String(first?.content), async () => [[1]], language);
    expect(findDefinition(call?.definition.id ?? "")).toBeDefined();
  },
);

test.each(each)("template %s: samples are marked as samples, and no cell is written twice", (_, { template, language }) => {
  const cells = template.cells(language);
  const places = cells.map(({ row, column }) => `${row},${column}`);
  expect(new Set(places).size).toBe(places.length);
  expect(cells.some(({ content, style }) => style === "sample" && /SAMPLE/.test(String(content)))).toBe(true);
});

test("templates have names that a sheet can have: at most 31 characters, none of \\ / ? * [ ] :", () => {
  for (const { name } of templates) {
    for (const text of Object.values(name)) {
      expect(text.length).toBeLessThanOrEqual(31);
      expect(text).not.toMatch(/[\\/?*[\]:]/);
    }
  }
});

function addressOf(a1: string): { row: number; column: number } {
  return { column: a1.charCodeAt(0) - "A".charCodeAt(0), row: Number(a1.slice(1)) - 1 };
}
