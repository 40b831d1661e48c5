/** Whatever a range holds, a cell shows numbers, texts, or one of its errors: never what no sheet can hold, never a crash. */
import fc from "fast-check";
import { catalog } from "soundings";
import { describe, expect, it } from "vitest";
import { asWholeColumns, CellError, type Cells, cellFunction } from "../../addin/cells.js";
import { extremeArguments, strangeArguments } from "../extremes.js";
import { answerOf, cellsOf, definitionOf } from "./calls.js";

const numRuns = 200;

function shownCells(answer: Cells): unknown[] {
  return typeof answer === "object" ? answer.flat() : [answer];
}

const canBeShown = (cell: unknown) =>
  cell instanceof CellError || (typeof cell === "number" ? Number.isFinite(cell) : ["string", "boolean"].includes(typeof cell));

describe.each(catalog.map((definition) => [definition.id, definition] as const))("=%s(…)", (_, definition) => {
  const call = cellFunction(definition, { language: "zh" });
  const answers = (cells: unknown[]): unknown[] => {
    try {
      return shownCells(call(...cells));
    } catch (error) {
      return [error];
    }
  };

  it("shows what a cell can show, at the ends of what it takes", () => {
    fc.assert(
      fc.property(extremeArguments(definition), (named) => {
        expect(answers(cellsOf(definition, named)).filter((cell) => !canBeShown(cell))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("shows an error of its own for whatever else stands in the cells", () => {
    fc.assert(
      fc.property(strangeArguments(definition), (named) => {
        const cells = definition.params.map(({ name }) => named[name]);
        expect(answers(cells).filter((cell) => !canBeShown(cell))).toEqual([]);
      }),
      { numRuns },
    );
  });
});

describe("a number that no cell can hold", () => {
  it("is #NUM! in the whole answer, as its parts come of the same sums", () => {
    expect(answerOf(definitionOf("LAND_CUT"), [1, 5e-324])).toMatchObject({ error: "#NUM!" });
    expect(answerOf(definitionOf("HPI_PARTS"), [[[5e-324]], [[1]]])).toMatchObject({ error: "#NUM!" });
  });
});

describe("whole columns in which nothing stands", () => {
  it.each([["HPI_TABLE"], ["READ_AS"], ["RENT_TABLE"]])("are a table without rows for %s", (id) => {
    const nothing = asWholeColumns(new Array<unknown[]>(1_048_576));
    expect(answerOf(definitionOf(id), [nothing])).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining("has 0 rows"),
    });
  });
});
