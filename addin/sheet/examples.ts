/** The second sheet: every example that a cell can show as a live formula beside the answer that its definition states. */
import type { IWorksheetData } from "@univerjs/core";
import { catalog, type Definition, type Example, type Language, problems } from "soundings";
import { type Cell, CellError, toCells } from "../cells.js";
import { cellExamples } from "../examples.js";
import { formulaOf } from "../formula.js";
import { Grid } from "./grid.js";
import { words } from "./words.js";

const headingRow = 3;
const columns = { fn: 0, from: 1, formula: 2, live: 3, core: 4, check: 5 } as const;
const widths = [130, 280, 400, 190, 150, 60, 190];

/** Agreement asked of an example that states no tolerance of its own: the sheet keeps about 12 digits. */
const usualTolerance = 1e-9;

export function examplesSheet(id: string, language: Language): Partial<IWorksheetData> {
  const w = words[language];
  const grid = new Grid();
  grid.value(0, 0, w.examplesTitle, "title");
  grid.value(1, 0, w.examplesHow, "quiet");
  for (const [column, heading] of w.examplesHeadings.entries()) grid.value(headingRow, column, heading, "heading");
  let row = headingRow + 1;
  for (const definition of catalog) {
    for (const example of cellExamples(definition)) row += putExample(grid, row, definition, example, language);
  }
  return grid.sheet(id, w.examplesName, widths, headingRow + 1);
}

/** Writes one example and says how many rows it takes, the answer's spill included. */
function putExample(grid: Grid, row: number, definition: Definition, example: Example, language: Language): number {
  const formula = formulaOf(definition, example.args);
  grid.value(row, columns.fn, definition.id);
  grid.value(row, columns.formula, formula, "formula");
  grid.value(row, columns.from, example.from[language], "sample");
  grid.formula(row, columns.live, formula, "answer");
  if ("problem" in example) {
    const code = problems[example.problem];
    return putSingle(grid, row, code, `=IF(ISERROR(${live(row)}),"✓","≠")`);
  }
  const answer = toCells(example.result, definition, language);
  if (typeof answer !== "object") {
    const check = checkOf(row, answer, example.tolerance ?? usualTolerance);
    return putSingle(grid, row, answer, check);
  }
  return putRange(grid, row, answer);
}

function live(row: number): string {
  return `D${row + 1}`;
}

/** "✓" where the cell agrees with core's answer. */
function checkOf(row: number, answer: string | number | boolean, tolerance: number): string {
  const core = `E${row + 1}`;
  if (typeof answer !== "number") return `=IF(${live(row)}=${core},"✓","≠")`;
  const allowed = tolerance * (answer === 0 ? 1 : Math.abs(answer));
  return `=IF(ABS(${live(row)}-${core})<=${String(allowed).toUpperCase()},"✓","≠")`;
}

function putSingle(grid: Grid, row: number, answer: string | number | boolean, check: string): number {
  grid.value(row, columns.core, answer);
  grid.formula(row, columns.check, check);
  return 1;
}

/** The answer that spills, and to its right, a column apart, core's. Both keep a free row above and below. */
function putRange(grid: Grid, row: number, answer: readonly (readonly Cell[])[]): number {
  const beside = columns.live + (answer[0]?.length ?? 0) + 1;
  for (const [i, cells] of answer.entries()) {
    for (const [j, cell] of cells.entries()) {
      grid.value(row + i, beside + j, cell instanceof CellError ? cell.code : cell, "quiet");
    }
  }
  return answer.length + 1;
}
