/**
 * HyperFormula with our functions: a second engine, for tests only (it is GPL). Here: the engine. Not here: what to expect.
 *
 * Traps of 3.5.0:
 * - A thrown exception aborts the build of the whole sheet: everything is caught, and a bug is thrown after the build.
 * - The size of a spill is asked for before the function runs, so the caller gives it by the formula's cell.
 * - useArrayArithmetic must be on, else HPI(A1:A2*2, …) is silently wrong; smartRounding off, else results move.
 * - A blank cell and an omitted argument are both the symbol EmptyValue; a number may be an object with `val` (12.9%).
 * - TRUE and FALSE are functions only: TRUE() is written for TRUE.
 * - A text cell needs an apostrophe before it, else "10.73" becomes a number.
 */
import {
  ArraySize,
  EmptyValue,
  CellError as EngineError,
  ErrorType,
  FunctionPlugin,
  HyperFormula,
  SimpleRangeValue,
} from "hyperformula";
import { catalog } from "soundings";
import { type Cell, CellError, cellFunction } from "../../addin/cells.js";
import type { Placed, SheetCell } from "./layout.js";

type Ast = { readonly procedureName: string; readonly args: readonly unknown[] };
type State = { readonly formulaAddress: { readonly row: number; readonly col: number } };

const functions = new Map(catalog.map((definition) => [definition.id, cellFunction(definition, { language: "en" })]));
const errorTypes: Readonly<Record<string, ErrorType>> = {
  "#DIV/0!": ErrorType.DIV_BY_ZERO,
  "#NAME?": ErrorType.NAME,
  "#VALUE!": ErrorType.VALUE,
  "#NUM!": ErrorType.NUM,
  "#N/A": ErrorType.NA,
  "#REF!": ErrorType.REF,
  "#SPILL!": ErrorType.SPILL,
};
const errorCodes = new Map(Object.entries(errorTypes).map(([code, type]) => [type, code]));

/** What the build under way threw, and the spills it is to expect. */
let bugs: unknown[] = [];
let spills = new Map<string, ArraySize>();
const key = (row: number, column: number) => `${row},${column}`;

class Catalogued extends FunctionPlugin {
  answer(ast: Ast, state: State): unknown {
    const evaluate: (arg: unknown, state: State) => unknown = Reflect.get<object, string>(this, "evaluateAst");
    try {
      return written(functions.get(ast.procedureName)?.(...ast.args.map((arg) => read(evaluate.call(this, arg, state)))));
    } catch (error) {
      if (error instanceof CellError) return written(error);
      bugs.push(error);
      return new EngineError(ErrorType.ERROR);
    }
  }

  size(_ast: Ast, { formulaAddress }: State): ArraySize {
    return spills.get(key(formulaAddress.row, formulaAddress.col)) ?? ArraySize.scalar();
  }
}

function read(value: unknown): unknown {
  if (value === EmptyValue) return null;
  if (value instanceof SimpleRangeValue) return value.data.map((row) => row.map(read));
  if (value instanceof EngineError) return new CellError((errorCodes.get(value.type) ?? "#ERROR!") as CellError["code"], "");
  return typeof value === "object" && value !== null && "val" in value ? value.val : value;
}

function written(value: unknown): unknown {
  if (value instanceof CellError) return new EngineError(errorTypes[value.code] ?? ErrorType.ERROR, value.message);
  if (!Array.isArray(value)) return value;
  return SimpleRangeValue.onlyValues((value as Cell[][]).map((row) => row.map(written)) as never);
}

const ids = [...functions.keys()];
HyperFormula.registerFunctionPlugin(
  Object.assign(Catalogued as never, {
    implementedFunctions: Object.fromEntries(
      ids.map((id) => [id, { method: "answer", sizeOfResultArrayMethod: "size", vectorizationForbidden: true }]),
    ),
  }),
  { enGB: Object.fromEntries(ids.map((id) => [id, id])) },
);

/** TRUE() for TRUE, outside of quoted texts. */
function called(formula: string): string {
  const inQuotes = (i: number) => i % 2 === 1;
  const parts = formula.split('"');
  return parts.map((part, i) => (inQuotes(i) ? part : part.replace(/\b(TRUE|FALSE)\b(?!\()/g, "$1()"))).join('"');
}

/** How this engine is told that a cell is text. */
export const textCell = (text: string): string => `'${text}`;

/** Calculates a sheet and returns what each cell shows; errors as their codes. */
export function calculateInHyperFormula(cells: readonly (readonly SheetCell[])[], placed: readonly Placed[] = []): unknown[][] {
  bugs = [];
  spills = new Map(placed.map((p) => [key(p.row, p.column), new ArraySize(p.columns, p.rows)]));
  const engine = HyperFormula.buildFromArray(
    cells.map((row) => row.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? called(cell) : cell))),
    {
      licenseKey: "gpl-v3",
      useArrayArithmetic: true,
      smartRounding: false,
      dateFormats: ["YYYY-MM-DD"],
      maxRows: 200_000,
    },
  );
  try {
    if (bugs.length > 0) throw bugs[0];
    return engine
      .getSheetValues(0)
      .map((row) => row.map((cell) => (typeof cell === "object" && cell !== null ? cell.value : cell)));
  } finally {
    engine.destroy();
  }
}
