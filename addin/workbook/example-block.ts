/** One example of a function as cells of a sheet: where it comes from, its inputs, and its answer live and cached. */
import { type Definition, type Example, type Field, type Parameter, type Text, type Unit, units } from "soundings";
import { type Cell, CellError, type Cells, cellFunction } from "../cells.js";
import { formulaOf } from "../formula.js";
import { storedFormula } from "./stored.js";

/** A cell that shows what it holds, or the answer that its formula had when the file was written. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean;
  /** As the file stores it. */
  readonly formula?: string;
  readonly unit?: Unit;
}

export interface Block {
  readonly cells: readonly SheetCell[];
  /** Rows that it takes, a free one below included. */
  readonly rows: number;
}

const labelColumn = 0;
const firstColumn = 1;

/** Both languages in one cell. */
export const bothWords = ({ en, zh }: Text) => (en === zh ? en : `${en} ${zh}`);

/** A–Z, AA … for a zero-based column. */
export function columnName(column: number): string {
  const letters = 26;
  const last = String.fromCharCode("A".charCodeAt(0) + (column % letters));
  return column < letters ? last : columnName(Math.floor(column / letters) - 1) + last;
}

/**
 * An example from a row on.
 * A spill is written as one INDEX(…) a cell, which reads the same in every spreadsheet, those without spills included.
 */
export function exampleBlock(definition: Definition, example: Example, top: number): Block {
  const cells: SheetCell[] = [];
  const put = (row: number, column: number, value: SheetCell["value"], more: Partial<SheetCell> = {}) =>
    cells.push({ row, column, value, ...more });
  put(top, labelColumn, "from 依据");
  put(top, firstColumn, bothWords(example.from));
  const inputs = inputCells(definition, example, top + 2);
  cells.push(...inputs.cells);
  const formula = formulaOf(definition, example.args, (p) => inputs.places.get(p.name));
  put(top + 1, labelColumn, "formula 公式");
  put(top + 1, firstColumn, formula);
  if (inputs.cells.length > 0) put(top + 2, labelColumn, "inputs 输入");
  const answerTop = top + 2 + inputs.rows;
  put(answerTop, labelColumn, "answer 结果");
  const rows = putAnswer(definition, example, formula, (row, column, value, more) => put(answerTop + row, column, value, more));
  return { cells, rows: 2 + inputs.rows + rows + 1 };
}

/** A heading per argument that the example gives, and its values below. */
function inputCells({ params }: Definition, example: Example, top: number) {
  const cells: SheetCell[] = [];
  const places = new Map<string, string>();
  let [column, longest] = [firstColumn, 0];
  for (const p of params) {
    const value = example.args[p.name];
    if (value === undefined || value === null) continue;
    const rows = rowsOf(value);
    // A range without cells cannot be: the formula keeps what was given.
    if (rows.length === 0) continue;
    const width = rows[0]?.length ?? 1;
    cells.push({ row: top, column, value: headingOf(p) });
    for (const [i, row] of rows.entries()) {
      for (const [j, cell] of row.entries()) {
        if (cell === null || cell === undefined || cell === "") continue;
        cells.push({ row: top + 1 + i, column: column + j, value: cell as SheetCell["value"], unit: p.unit });
      }
    }
    const [first, last] = [`${columnName(column)}${top + 2}`, `${columnName(column + width - 1)}${top + 1 + rows.length}`];
    places.set(p.name, first === last ? first : `${first}:${last}`);
    column += width;
    longest = Math.max(longest, rows.length);
  }
  return { cells, places, rows: cells.length === 0 ? 0 : longest + 1 };
}

function headingOf(p: Parameter): string {
  const unit = bothWords(units[p.unit]);
  const name = `${p.name} ${p.label.zh}`;
  return unit === "" ? name : `${name} (${unit})`;
}

function rowsOf(value: unknown): unknown[][] {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return [[value]];
  return Array.from(value as ArrayLike<unknown>, (row) => (Array.isArray(row) ? row : [row]));
}

type Put = (row: number, column: number, value: SheetCell["value"], more?: Partial<SheetCell>) => void;

const errorsByType = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];
const words = { yes: "yes 是", no: "no 否", nothing: "–" } as const;

/**
 * An answer as a number or a text, and the formula that makes it one. LibreOffice calculates stored errors, yes/no
 * and empty texts anew when it opens a file, and would show #NAME? for them; it keeps numbers and texts.
 */
export function legible(answer: Cell, formula: string): Pick<SheetCell, "value" | "formula"> {
  if (answer instanceof CellError) {
    const codes = errorsByType.map((code) => `"${code}"`).join(",");
    return { value: answer.code, formula: `INDEX({${codes}},ERROR.TYPE(${formula}))` };
  }
  if (typeof answer === "boolean") {
    return { value: answer ? words.yes : words.no, formula: `IF(${formula},"${words.yes}","${words.no}")` };
  }
  if (answer === "") return { value: words.nothing, formula: `IF(${formula}="","${words.nothing}",${formula})` };
  return { value: answer, formula };
}

/** Writes the answer and says how many rows it takes. */
function putAnswer(definition: Definition, example: Example, typed: string, put: Put): number {
  const { returns } = definition;
  const answer = answerOf(definition, example);
  const formula = storedFormula(typed);
  const putLive = (row: number, column: number, cell: Cell, more: { readonly formula: string; readonly unit?: Unit }) => {
    const { value, ...rest } = legible(cell, more.formula);
    put(row, column, value, { ...more, ...rest });
  };
  if (typeof answer !== "object" || answer instanceof CellError) {
    putLive(0, firstColumn, answer, { formula, ...(returns.shape === "scalar" ? { unit: returns.unit } : {}) });
    return 1;
  }
  const part = (row: number, column: number) => `INDEX(${formula},${row + 1},${column + 1})`;
  if (returns.shape === "card") {
    for (const [i, field] of returns.fields.entries()) {
      put(i, firstColumn, bothWords(field.label));
      putLive(i, firstColumn + 1, cellAt(answer, i, 1), { formula: part(i, 1), unit: field.unit });
    }
    return returns.fields.length;
  }
  const fields: readonly Field[] = returns.shape === "scalar" ? [] : returns.fields;
  // A list spills without headings, a table below them.
  const skipped = returns.shape === "table" ? 1 : 0;
  for (const [j, field] of fields.entries()) put(0, firstColumn + j, bothWords(field.label));
  for (const [i, row] of answer.slice(skipped).entries()) {
    for (const [j, cell] of row.entries()) {
      const unit = fields[j]?.unit;
      putLive(1 + i, firstColumn + j, cell, { formula: part(i + skipped, j), ...(unit ? { unit } : {}) });
    }
  }
  return 1 + answer.length - skipped;
}

function cellAt(answer: readonly (readonly Cell[])[], row: number, column: number): Cell {
  const cell = answer[row]?.[column];
  if (cell === undefined) throw new RangeError(`there is no cell ${row}, ${column}`);
  return cell;
}

/** What core says of the call, as cells. */
function answerOf(definition: Definition, example: Example): Cells | CellError {
  try {
    return cellFunction(definition, { language: "en" })(...definition.params.map((p) => cellsOf(example.args[p.name])));
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
}

function cellsOf(value: unknown): unknown {
  return Array.isArray(value) || ArrayBuffer.isView(value) ? rowsOf(value) : value;
}
