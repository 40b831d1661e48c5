/** The second sheet: every example that a cell can show as a live formula beside the answer that its definition states. */
import type { IWorksheetData } from "@univerjs/core";
import { catalog, type Definition, type Example, type Language, problems } from "soundings";
import { type Cell, CellError, type Cells, toCells } from "../cells.js";
import { cellExamples } from "../examples.js";
import { formulaOf } from "../formula.js";
import { address, Grid } from "./grid.js";
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
  const tolerance = "result" in example ? (example.tolerance ?? usualTolerance) : usualTolerance;
  const answer = answerOf(definition, example, language);
  return typeof answer === "object" && !(answer instanceof CellError)
    ? putRange(grid, row, answer, tolerance)
    : putSingle(grid, row, answer, tolerance);
}

/** The definition's own answer, as cells. */
function answerOf(definition: Definition, example: Example, language: Language): Cells | CellError {
  return "problem" in example ? new CellError(problems[example.problem], "") : toCells(example.result, definition, language);
}

/** "✓" where a cell agrees with core's answer. */
function agrees(live: string, core: string, answer: Cell, tolerance: number): string {
  if (answer instanceof CellError) return `ISERROR(${live})`;
  if (typeof answer !== "number") return `${live}=${core}`;
  const allowed = tolerance * (answer === 0 ? 1 : Math.abs(answer));
  return `ABS(${live}-${core})<=${String(allowed).toUpperCase()}`;
}

function putSingle(grid: Grid, row: number, answer: Cell, tolerance: number): number {
  const [live, core] = [address(row, columns.live), address(row, columns.core)];
  grid.value(row, columns.core, answer instanceof CellError ? answer.code : answer);
  grid.formula(row, columns.check, `=IF(${agrees(live, core, answer, tolerance)},"✓","≠")`);
  return 1;
}

/** The answer that spills, then a tick per row, then core's answer; a free row below. */
function putRange(grid: Grid, row: number, answer: readonly (readonly Cell[])[], tolerance: number): number {
  const check = columns.live + (answer[0]?.length ?? 0);
  for (const [i, cells] of answer.entries()) {
    const checks = cells.map((cell, j) => {
      const [live, core] = [columns.live + j, check + 1 + j].map((column) => address(row + i, column)) as [string, string];
      grid.value(row + i, check + 1 + j, cell instanceof CellError ? cell.code : cell, "quiet");
      return agrees(live, core, cell, tolerance);
    });
    grid.formula(row + i, check, `=IF(AND(${checks.join(",")}),"✓","≠")`);
  }
  return answer.length + 1;
}
