/** Every example of the catalogue as a call from a sheet: what the tests of each host run. Here: no host. */
import { catalog, type Definition, type Example, type Language } from "soundings";
import { CellError, type Cells, cellFunction } from "../../addin/cells.js";

export interface Call {
  readonly name: string;
  readonly definition: Definition;
  readonly example: Example;
  /** The arguments by position, as ranges of one column or a block and single cells; null where there is none. */
  readonly cells: unknown[];
  /** What the cell must show: the value or spill, or the error's code. */
  readonly answer: Cells | { readonly error: string; readonly message: string };
}

export const calls: readonly Call[] = catalog.flatMap((definition) =>
  definition.examples.map((example) => {
    const cells = cellsOf(definition, example.args);
    return {
      name: `${definition.id} ${JSON.stringify(example.args)}`,
      definition,
      example,
      cells,
      answer: answerOf(definition, cells),
    };
  }),
);

/** Those that a sheet can make: it has no range without cells. */
export const sheetCalls = calls.filter(({ cells }) => !cells.some((cell) => Array.isArray(cell) && cell.length === 0));

export function cellsOf({ params }: Definition, args: Readonly<Record<string, unknown>>): unknown[] {
  return params.map(({ name }) => {
    const value = args[name] ?? null;
    if (!Array.isArray(value)) return value;
    return value.map((row: unknown) => (Array.isArray(row) ? row : [row]).map((cell) => cell ?? null));
  });
}

export function answerOf(definition: Definition, cells: readonly unknown[], language: Language = "en"): Call["answer"] {
  try {
    return cellFunction(definition, { language })(...cells);
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    return { error: error.code, message: error.message };
  }
}

/** The definition of an id that the tests are sure of. */
export function definitionOf(id: string): Definition {
  const found = catalog.find((definition) => definition.id === id);
  if (!found) throw new Error(`${id} is not in the catalogue`);
  return found;
}
