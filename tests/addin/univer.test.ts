/** The functions in a real sheet: Univer's. Every example of the catalogue, typed and by ranges, and what sheets add. */
import { beforeAll, describe, expect, it } from "vitest";
import { sheetCalls } from "./calls.js";
import { type Layout, layOut, shown, shows } from "./layout.js";
import { calculateInUniver, type SheetCells } from "./univer-sheet.js";

describe("in Univer, every example of the catalogue", () => {
  let layout: Layout;
  let seen: unknown[][];
  beforeAll(async () => {
    layout = layOut(sheetCalls);
    seen = await calculateInUniver(layout.cells, layout.size);
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

/** Four lots in A1:D4: start, deal, cut and backstop, half of it as text; the third deal is blank. A row in A6:B7. */
const lots: SheetCells = [
  [10, 12, "0%", "否"],
  ["10", "１０", "15%", "no"],
  [10, null, null, null],
  ["10.0", 10, 0, "是"],
  [],
  [10, 10],
  [10, 0],
];

const formulas: readonly (readonly [what: string, formula: string, wanted: unknown])[] = [
  ["reads text-numbers, percentages, words and blanks", "=HPI(A1:A4,B1:B4,C1:C4,D1:D4)", 42.5],
  ["takes a row for a column", "=HPI(A6:B6,A7:B7)", 50],
  ["is not given an omitted argument in the middle", "=HPI(A1:A4,B1:B4,,D1:D4)", 55],
  ["is not given an omitted argument at the end", "=HPI_BAND(39.9,)", "低"],
  ["refuses a block of several columns", "=HPI(A1:B4,B1:B4)", "#VALUE!"],
  ["refuses ranges of unequal length", "=HPI(A1:A4,B1:B3)", "#VALUE!"],
  ["refuses a start of 0 as a number", "=HPI(B1:B4,A1:A4)", "#NUM!"],
  ["refuses a percent without its sign", "=HPI(10,9,12.9)", "#VALUE!"],
  ["does not find an unknown city", '=HPI_CITY("北京")', "#N/A"],
  ["does not divide by zero", "=LAND_CUT(1,0)", "#DIV/0!"],
  ["hands on an error in a range", "=HPI(A6:A7,IF(ROW(A6:A7)=7,1/0,A6:A7))", "#DIV/0!"],
  ["hands on an error as an argument", "=LAND_CUT(NA(),1)", "#N/A"],
  ["sees array arithmetic as its values", "=HPI(A1:A4*2,A1:A4*3)", 150],
  ["can stand inside another function", "=ROUND(HPI(A1:A4,B1:B4)/3,2)", 26.67],
  ["can have its spill taken apart", "=INDEX(HPI_PARTS(A1:A4,B1:B4),7,2)", 80],
  ["takes the rows that FILTER chooses", "=HPI(FILTER(A1:A4,A1:A4=10),FILTER(A1:A4,A1:A4=10))", 100],
  ["takes the names that LET gives", "=LET(s,A1:A4,d,B1:B4,HPI(s,d))", 80],
];

describe("in Univer, a formula", () => {
  const column = 5;
  let seen: unknown[];
  beforeAll(async () => {
    const [first = [], ...rest] = lots;
    const cells: SheetCells = [[...first, null, ...formulas.map(([, formula]) => formula)], ...rest];
    const values = await calculateInUniver(cells, { rows: 40, columns: column + formulas.length });
    seen = values[0]?.slice(column) ?? [];
  });

  it.each(formulas.map(([what, formula, wanted], i) => [what, formula, wanted, i] as const))(
    "%s: %s",
    (_, _formula, wanted, i) => {
      expect(shows(seen[i], wanted), `${seen[i]} for ${wanted}`).toBe(true);
    },
  );

  it("whose spill meets a filled cell is #SPILL!, and leaves that cell alone", async () => {
    const cells: SheetCells = [
      [10, 10, "=HPI_PARTS(A1,B1)"],
      [null, null, null, "mine"],
    ];
    const values = await calculateInUniver(cells, { rows: 20, columns: 6 });
    expect(values[0]?.[2]).toBe("#SPILL!");
    expect(values[1]?.[3]).toBe("mine");
  });

  it("takes whole columns as far as any of them holds something, and a shorter range as it is given", async () => {
    const cells: SheetCells = [
      [10, 10, null, "=HPI(A:A,B:B)", "=HPI(A1:A4,B1:B4)"],
      [20, null],
      [30, 30],
    ];
    const [row] = await calculateInUniver(cells, { rows: 50, columns: 6 });
    expect(row?.[3]).toBeCloseTo((100 * 40) / 60, 9);
    expect(row?.[4]).toBe("#NUM!");
  });

  it("that is refused does not stop the others", async () => {
    const cells: SheetCells = [['=HPI(1,"x")', "=LAND_CUT(1,0)", "=LAND_CUT(90,100)"]];
    const [row] = await calculateInUniver(cells, { rows: 5, columns: 5 });
    expect(row?.slice(0, 2)).toEqual(["#VALUE!", "#DIV/0!"]);
    expect(shows(row?.[2], 0.1)).toBe(true);
  });
});
