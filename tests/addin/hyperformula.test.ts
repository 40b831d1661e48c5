/** The functions in a second, independent engine: HyperFormula. Every example of the catalogue, and long columns. */
import { beforeAll, describe, expect, it } from "vitest";
import { sheetCalls } from "./calls.js";
import { calculateInHyperFormula, textCell } from "./hyperformula-sheet.js";
import { type Layout, layOut, type SheetCell, shown, shows } from "./layout.js";

describe("in HyperFormula, every example of the catalogue", () => {
  let layout: Layout;
  let seen: unknown[][];
  beforeAll(() => {
    layout = layOut(sheetCalls, textCell);
    seen = calculateInHyperFormula(layout.cells, layout.placed);
  });

  it.each(["typed", "ranges"] as const)("shows core's answer or core's error, with its arguments as %s", (kind) => {
    const placed = layout.placed.filter((one) => one.kind === kind);
    expect(placed).toHaveLength(sheetCalls.length);
    for (const { call, formula, row, column } of placed) {
      for (const [i, cells] of shown(call).entries()) {
        for (const [j, wanted] of cells.entries()) {
          const cell = seen[row + i]?.[column + j];
          expect(shows(cell, wanted), `${formula} cell ${i}, ${j}: ${cell} for ${wanted}`).toBe(true);
        }
      }
    }
  });
});

describe("in HyperFormula, a formula", () => {
  const lots: SheetCell[][] = [
    [10, 12, "'0%", "'否"],
    ["'10", "'１０", "'15%", "'no"],
    [10, null, null, null],
    ["'10.0", 10, 0, "'是"],
  ];
  const at = (formula: string) => calculateInHyperFormula(lots.map((row, i) => [...row, i === 0 ? formula : null]))[0]?.[4];

  it.each([
    ["=HPI(A1:A4,B1:B4,C1:C4,D1:D4)", 42.5],
    ["=HPI(A1:A4,B1:B4,,D1:D4)", 55],
    ["=HPI(A1:B4,B1:B4)", "#VALUE!"],
    ["=HPI(A1:A4,B1:B3)", "#VALUE!"],
    ["=HPI(B1:B4,A1:A4)", "#NUM!"],
    ["=LAND_CUT(1,0)", "#DIV/0!"],
    ["=LAND_CUT(NA(),1)", "#N/A"],
    ["=LAND_CUT(9,10%)", -89],
    ["=HPI({10;10},{10;0}*2)", 100],
    ["=ROUND(HPI(A1:A4,B1:B4)/3,2)", 26.67],
    ['=IFERROR(HPI_CITY("北京"),"none")', "none"],
  ])("%s answers %s", (formula, wanted) => {
    const cell = at(formula);
    expect(shows(cell, wanted), `${cell} for ${wanted}`).toBe(true);
  });

  it("answers over 100,000 rows as over two", () => {
    const rows = Array.from({ length: 100_000 }, (_, i): SheetCell[] => [10, i % 2 === 0 ? 10 : null]);
    rows[0]?.push("=HPI(A1:A100000,B1:B100000)");
    expect(calculateInHyperFormula(rows)[0]?.[2]).toBe(50);
  });
});
