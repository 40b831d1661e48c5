import { catalog, findDefinition, type Language, problems } from "soundings";
import { describe, expect, test } from "vitest";
import { errorReasons } from "../../addin/taskpane/refusals.js";

const of = (id: string, language: Language) =>
  Object.fromEntries(
    errorReasons(findDefinition(id) ?? expect.fail(`no ${id}`), language).map(({ code, reasons }) => [code, reasons]),
  );

test("errorReasons(HPI) names argument and bound under the error that the cell shows", () => {
  expect(of("HPI", "en")["#NUM!"]).toContain("start is not a finite number above 0");
  expect(of("HPI", "en")["#VALUE!"]).toContain("deal has not as many rows as start");
  expect(of("HPI", "en")["#VALUE!"]?.some((reason) => reason.startsWith("cut is not a fraction"))).toBe(true);
  expect(of("HPI", "zh")["#VALUE!"]).toContain("deal 与 start 行数不同");
});

test("errorReasons(LAND_CUT) tells a zero denominator from a number out of range", () => {
  expect(of("LAND_CUT", "en")["#DIV/0!"]).toEqual(["benchmark is 0"]);
});

describe.each(catalog.map((d) => [d.id, d] as const))("%s", (_, definition) => {
  test("errorReasons(definition) lists the error of every example that is refused", () => {
    const codes = new Set(errorReasons(definition, "en").map(({ code }) => code));
    for (const example of definition.examples) if ("problem" in example) expect(codes).toContain(problems[example.problem]);
  });
});
