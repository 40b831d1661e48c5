/**
 * What cells mean, decided once and in both directions: blank, text, date, yes/no and error cells, shapes of ranges.
 * Here: cells → named arguments, results → cells. Not here: which numbers a function takes (core), how a host
 * spells an error (functions.ts for Excel).
 *
 * The decisions:
 * - Blank, 0 and "" in a column all mean "none" (Excel sends a blank as 0 on the desktop and as null on the web).
 *   Where 0 is not allowed core refuses, so all three behave alike.
 * - A blank for a required number is 0, for a required yes/no FALSE; for an optional argument it means "not given".
 * - Texts that can only mean one number are read; any other text is left for core to refuse by name and row.
 * - A date in a cell is a number and cannot be told from one; a date typed as text is refused where a number belongs.
 *   Where a month belongs, both are read as the month of their day (of the 1900 date system).
 * - TRUE and FALSE are not numbers. 1 and 0 are yes and no.
 * - A cell with a card (an Excel data type) is the value that it shows.
 * - An error cell comes back as the same error, with a message that says where it was.
 * - A single column and a single row are both a column. A wider range is refused. One cell is a column of one row.
 * - Whole columns (A:A) end with the last row in which any of them holds something other than 0. A shorter range is
 *   taken as given: a 0 at its end may be meant. A host whose sheets have fewer rows says which ranges are whole columns.
 * - A block goes to core as it is, for it reads cells by their headings. Blank rows at its end are no rows, so that whole
 *   columns may be given. An error cell anywhere in it comes back as that error.
 */
import {
  type Definition,
  headingsOfBlock,
  InputError,
  isBlankText,
  type Language,
  monthOfDay,
  type Parameter,
  type Result,
  readFlag,
  readMonth,
  readNumber,
  type Scalar,
  type Text,
  wantedBy,
} from "soundings";

const errorCodes = [
  "#VALUE!",
  "#NUM!",
  "#DIV/0!",
  "#N/A",
  "#NULL!",
  "#NAME?",
  "#REF!",
  "#SPILL!",
  "#CALC!",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#BUSY!",
  "#UNKNOWN!",
  "#CYCLE!",
  "#ERROR!",
  "#GETTING_DATA",
] as const;

/** Every error that a cell can show. */
export type CellErrorCode = (typeof errorCodes)[number];

const known: ReadonlySet<unknown> = new Set(errorCodes);

/** An error as a cell shows it, in no host's own class. */
export class CellError extends Error {
  readonly code: CellErrorCode;

  constructor(code: CellErrorCode, message: string) {
    super(message);
    this.name = "CellError";
    this.code = code;
  }
}

/** One cell of a result: never null, NaN or infinite. Nothing to show is "". */
export type Cell = Scalar | CellError;

/** What a cell function returns: one value, or a rectangle of cells that spills. */
export type Cells = Scalar | readonly (readonly Cell[])[];

/** An argument cell that holds an error. It comes back as that error, whatever `problem` says. */
class ErrorCell extends InputError {
  readonly cell: CellErrorCode;

  constructor(fn: string, p: Parameter, cell: CellErrorCode, place: { readonly at?: number; readonly column?: string }) {
    const seen = { en: `is the error ${cell}`, zh: `是错误值 ${cell}` };
    const wanted =
      p.shape === "block" ? { en: "a cell without an error", zh: "没有错误的单元格" } : wantedBy(p, "wrong-type", place.at);
    super({ problem: "wrong-type", fn, argument: p.name, seen, wanted, ...place });
    this.cell = cell;
  }
}

/** What a host needs of a definition to call it. */
export type Callable = Pick<Definition, "id" | "params" | "returns" | "evaluateInOrder">;

/**
 * A catalogued function as a host calls it: cells in, cells out.
 * @throws CellError for arguments that are refused, with a message in `language`; anything else thrown is a bug
 */
export function cellFunction(definition: Callable, options: { readonly language: Language }): (...cells: unknown[]) => Cells {
  const { language } = options;
  return (...cells) => {
    try {
      return toCells(definition.evaluateInOrder(toValues(definition, cells)), definition, language);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new CellError(error instanceof ErrorCell ? error.cell : error.code, error.in(language));
    }
  };
}

/**
 * Cells by position → arguments by public name, as `definition.evaluate` takes them; none where nothing is given.
 * @throws InputError for an error cell and for a range of the wrong shape
 */
export function toArguments(definition: Callable, cells: readonly unknown[]): Record<string, unknown> {
  const named: Record<string, unknown> = {};
  for (const [i, value] of toValues(definition, cells).entries()) {
    const name = definition.params[i]?.name;
    if (value !== undefined && name !== undefined) named[name] = value;
  }
  return named;
}

/** Cells beyond the last parameter are ignored: Excel appends an Invocation object. */
function toValues({ id, params }: Callable, cells: readonly unknown[]): readonly unknown[] {
  if (areNumbers(params, cells)) return cells;
  const given = cells.some(isWhole) ? wholeColumnsCut(cells) : cells;
  const values = Array<unknown>(params.length);
  for (let i = 0; i < params.length; i++) values[i] = argument(id, params[i] as Parameter, given[i]);
  return values;
}

/** Most calls: every argument is a number and given as one. There is nothing to read and nothing to copy. */
function areNumbers(params: readonly Parameter[], cells: readonly unknown[]): boolean {
  for (let i = 0; i < params.length; i++) {
    if (params[i]?.shape !== "number" || typeof cells[i] !== "number") return false;
  }
  return cells.length === params.length;
}

/** Rows of Excel's sheets. */
const wholeColumn = 1_048_576;

/** Known by this name to every copy of this file: the try-it sheet reads cells for the pane in its frame. */
const whole = Symbol.for("soundings.whole-columns");

/** Marks a range as whole columns of a sheet that has another number of rows than Excel's, or as what is used of them. */
export function asWholeColumns<Range extends readonly unknown[]>(range: Range): Range {
  return Object.defineProperty(range, whole, { value: true });
}

/** All whole columns of a call are cut at the same row, or they would no longer match. */
function wholeColumnsCut(cells: readonly unknown[]): readonly unknown[] {
  let used = 1;
  for (const range of cells.filter(isWhole)) {
    for (let i = range.length; i > used; i--) if (holdsSomething(range[i - 1])) used = i;
  }
  return cells.map((range) => (isWhole(range) ? range.slice(0, used) : range));
}

function isWhole(range: unknown): range is readonly unknown[] {
  return Array.isArray(range) && (range.length === wholeColumn || whole in range);
}

function holdsSomething(row: unknown): boolean {
  return Array.isArray(row) ? row.some(holdsSomething) : row !== 0 && !isBlank(row);
}

/** What core gets for one argument; undefined is "not given". */
function argument(fn: string, p: Parameter, given: unknown): unknown {
  if (typeof given === "number" && p.shape === "number") return given;
  if (given === undefined || isInvocation(given)) return undefined;
  if (p.presence !== "required" && isBlank(given)) return undefined;
  switch (p.shape) {
    case "column":
      return onlyNumbers(given) ?? numbers(column(fn, p, given));
    case "flags":
      return column(fn, p, given).map(flag);
    case "number":
      return scalar(fn, p, given, 0, numeric);
    case "flag":
      return scalar(fn, p, given, false, flag);
    case "choice":
      return scalar(fn, p, given, undefined, (cell) => (typeof cell === "number" ? word(p, String(cell)) : cell));
    case "text":
      return scalar(fn, p, given, undefined, p.unit === "calendar-month" ? calendarMonth : text);
    case "block":
      return block(fn, p, given);
  }
}

/**
 * With metadata that Excel cached before an argument was added, its Invocation object arrives in that argument's
 * place (OfficeDev/office-js#2777). `functionName` is the property that all of its versions have.
 */
function isInvocation(given: unknown): boolean {
  return typeof given === "object" && given !== null && "functionName" in given;
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && isBlankText(cell));
}

/** One cell, also where the host passes it as a range of one. */
function scalar(fn: string, p: Parameter, given: unknown, blank: unknown, read: (cell: unknown) => unknown): unknown {
  const rows = Array.isArray(given) ? flatten(fn, p, given) : [given];
  if (rows.length > 1) throw wrongShape(fn, p, rangeOf(given as unknown[]));
  const cell = shown(rows[0]);
  if (isBlank(cell)) return p.presence === "required" ? blank : undefined;
  const code = errorOf(cell);
  if (code !== undefined) throw new ErrorCell(fn, p, code, {});
  return read(cell);
}

/** The cells of a single column or row, none of them an error. */
function column(fn: string, p: Parameter, given: unknown): unknown[] {
  const rows = (Array.isArray(given) ? flatten(fn, p, given) : [given]).map(shown);
  for (let at = 0; at < rows.length; at++) {
    const code = errorOf(rows[at]);
    if (code !== undefined) throw new ErrorCell(fn, p, code, { at });
  }
  return rows;
}

/**
 * A column or row whose cells are all numbers or blank, as nearly every one is: a hundred thousand cells in one pass,
 * into the typed array that core takes without copying. Undefined for anything that needs a closer look.
 */
function onlyNumbers(given: unknown): Float64Array | undefined {
  if (!Array.isArray(given)) return undefined;
  const isSingleRow = given.length === 1 && Array.isArray(given[0]);
  const cells: readonly unknown[] = isSingleRow ? given[0] : given;
  const result = new Float64Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    let cell = cells[i];
    if (!isSingleRow && Array.isArray(cell)) {
      if (cell.length !== 1) return undefined;
      cell = cell[0];
    }
    if (typeof cell === "number") result[i] = cell;
    else if (cell !== null && cell !== undefined && cell !== "") return undefined;
  }
  return result;
}

/** The rows of a range down to the last that holds anything. A single cell is a block of one. */
function block(fn: string, p: Parameter, given: unknown): unknown[][] {
  // A whole column of which nothing is used is a list of a length, without rows in it.
  const rows = Array.from(Array.isArray(given) ? given : [given], (row): unknown[] =>
    (Array.isArray(row) ? row : [row]).map(shown),
  );
  for (const [at, row] of rows.entries()) {
    for (const [i, cell] of row.entries()) {
      const code = errorOf(cell);
      if (code === undefined) continue;
      const heading = at === 0 ? "" : headingsOfBlock(rows)[i];
      throw new ErrorCell(fn, p, code, { at, column: heading || `${i + 1}` });
    }
  }
  let length = rows.length;
  while (length > 0 && rows[length - 1]?.every((cell) => isBlank(cell) || cell === 0)) length--;
  return rows.slice(0, length);
}

/** What a cell with a card shows; any other cell as it is. */
function shown(cell: unknown): unknown {
  return typeof cell === "object" && cell !== null && "basicValue" in cell ? cell.basicValue : cell;
}

function flatten(fn: string, p: Parameter, range: readonly unknown[]): unknown[] {
  if (!Array.isArray(range[0])) return [...range];
  const rows = range as readonly (readonly unknown[])[];
  if (rows.length === 1) return [...(rows[0] ?? [])];
  if (rows.every((row) => row.length === 1)) return rows.map((row) => row[0]);
  throw wrongShape(fn, p, rangeOf(rows));
}

function rangeOf(range: readonly unknown[]): Text {
  const [first] = range;
  const [rows, columns] = Array.isArray(first) ? [range.length, first.length] : [range.length, 1];
  return { en: `is a range of ${rows} × ${columns} cells (rows × columns)`, zh: `是 ${rows} 行 × ${columns} 列的区域` };
}

function wrongShape(fn: string, p: Parameter, seen: Text): InputError {
  const wanted =
    p.shape === "column" || p.shape === "flags"
      ? { en: "a single column or a single row", zh: "单列或单行" }
      : { en: "a single cell", zh: "单个单元格" };
  return new InputError({ problem: "wrong-type", fn, argument: p.name, seen, wanted });
}

/** The error that a cell holds: a host's error object, or the text that an import without live cells leaves of one. */
function errorOf(cell: unknown): CellErrorCode | undefined {
  if (typeof cell === "number" || typeof cell === "boolean") return undefined;
  const code = typeof cell === "object" && cell !== null && "code" in cell ? cell.code : cell;
  return known.has(code) ? (code as CellErrorCode) : undefined;
}

/** Texts that are numbers read as such; what core is to refuse stays as it is. */
function numbers(rows: readonly unknown[]): ArrayLike<unknown> {
  const read = rows.map(numeric);
  return onlyNumbers(read) ?? read;
}

function numeric(cell: unknown): unknown {
  if (typeof cell === "number") return cell;
  if (isBlank(cell)) return 0;
  return typeof cell === "string" ? (readNumber(cell) ?? cell) : cell;
}

/** A blank cell may arrive as 0, which is no text. */
function text(cell: unknown): unknown {
  return cell === 0 ? undefined : cell;
}

function calendarMonth(cell: unknown): unknown {
  if (typeof cell === "number") return monthOfDay(cell) ?? text(cell);
  return typeof cell === "string" ? (readMonth(cell) ?? cell) : cell;
}

/** A number where a word belongs: one of the choices spelt in digits, or the 0 that stands for a blank cell. */
function word(p: Parameter, digits: string): string | undefined {
  return digits === "0" && !p.choices.some(({ value }) => value === digits) ? undefined : digits;
}

function flag(cell: unknown): unknown {
  if (isBlank(cell)) return false;
  return typeof cell === "string" ? (readFlag(cell) ?? cell) : cell;
}

/**
 * A result → one value, or a rectangle: a card is two columns of label and value, a list one row, a table its rows
 * below a row of headings.
 * @throws CellError for a single value that no cell can hold
 */
export function toCells(result: Result, definition: Callable, language: Language): Cells {
  const { returns } = definition;
  switch (returns.shape) {
    case "scalar": {
      const cell = toCell(result, definition);
      if (cell instanceof CellError) throw cell;
      return cell;
    }
    case "card": {
      const card = result as Readonly<Record<string, unknown>>;
      return returns.fields.map((field) => [field.label[language], toCell(card[field.name], definition)]);
    }
    case "list":
      return [(result as readonly unknown[]).map((value) => toCell(value, definition))];
    case "table": {
      const { rows } = result as { readonly rows: readonly (readonly unknown[])[] };
      return [returns.fields.map((field) => field.label[language]), ...rows.map((row) => row.map((v) => toCell(v, definition)))];
    }
  }
}

/** Excel shows NaN, Infinity and undefined inside a range as 0, and loses its whole batch to a BigInt. */
function toCell(value: unknown, definition: Callable): Cell {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? value : new CellError("#NUM!", `${definition.id}: ${value}`);
    case "string":
    case "boolean":
      return value;
    default:
      if (isBlank(value)) return "";
      throw new TypeError(`${definition.id} returned a ${typeof value}, which no cell can hold`);
  }
}
