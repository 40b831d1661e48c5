/** Arguments written as the formula that a user types. */
import { catalog } from "soundings";
import { describe, expect, it } from "vitest";
import { formulaOf } from "../../addin/formula.js";
import { definitionOf } from "./calls.js";

const HPI = definitionOf("HPI");

describe("formulaOf(definition, args)", () => {
  it("writes columns as array constants, one row each, blanks as 0 and FALSE", () => {
    expect(formulaOf(HPI, { start: [10, 20], deal: [10, null] })).toBe("=HPI({10;20},{10;0})");
    expect(formulaOf(HPI, { start: [10], deal: [-1e-9], backstop: [null] })).toBe("=HPI({10},{-1E-9},,{FALSE})");
    expect(formulaOf(HPI, { start: new Float64Array([1, 2]), deal: [1, 2] })).toBe("=HPI({1;2},{1;2})");
  });

  it("writes a block as rows of an array constant, blanks as empty texts", () => {
    const block = [
      ["起始价", "成交价", "兜底"],
      [10, null, true],
    ];
    expect(formulaOf(definitionOf("HPI_TABLE"), { block, mode: "literal" })).toBe(
      '=HPI_TABLE({"起始价","成交价","兜底";10,"",TRUE},,"literal")',
    );
    expect(formulaOf(definitionOf("SOUNDINGS_VERSION"), {})).toBe("=SOUNDINGS_VERSION()");
  });

  it("leaves out what is not given, and writes no comma after the last argument", () => {
    expect(formulaOf(HPI, { start: [10], deal: [5], mode: "literal" })).toBe('=HPI({10},{5},,,"literal")');
    expect(formulaOf(HPI, { start: [10], deal: [5], mode: undefined, cut: null })).toBe("=HPI({10},{5})");
  });

  it("doubles quotes in a text, and writes yes and no as a sheet does", () => {
    expect(formulaOf(definitionOf("HPI_CITY"), { city: 'He"fei' })).toBe('=HPI_CITY("He""fei")');
    expect(formulaOf(definitionOf("IS_BACKSTOP"), { gov_controlled: true, deal: 10, start: 10, listed: false })).toBe(
      "=IS_BACKSTOP(TRUE,10,10,FALSE)",
    );
  });

  it("writes the address of an argument that stands in the sheet", () => {
    const formula = formulaOf(HPI, { start: [10, 20], deal: [10, 20], mode: "literal" }, (p) =>
      p.name === "start" ? "A2:A3" : undefined,
    );
    expect(formula).toBe('=HPI(A2:A3,{10;20},,,"literal")');
  });

  it.each(catalog.map((d) => [d.id, d] as const))("%s: no example is longer than Excel takes", (_, definition) => {
    for (const { args } of definition.examples) expect(formulaOf(definition, args).length).toBeLessThan(8192);
  });
});
