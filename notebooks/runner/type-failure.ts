/** What the type check says of the cells that will run, as the failure of a run. */
import { type CellToRun, isSkipped, mayRaise } from "./cells.js";
import { CellChecker } from "./checker.js";
import type { RunFailure } from "./report.js";

/**
 * The first thing that is wrong, with a traceback that lists all. A cell that may raise may also be one that does not compile.
 * @param orStopped rejects when the run ends for another reason, whatever the check is waiting for
 */
export async function typeFailure(
  all: readonly CellToRun[],
  folder: string,
  orStopped: <Value>(promise: Promise<Value>) => Promise<Value>,
): Promise<RunFailure | undefined> {
  const cells = all.filter((cell) => !isSkipped(cell));
  const checker = new CellChecker();
  try {
    await orStopped(checker.open(cells, folder));
    const strict = new Map(cells.filter((cell) => !mayRaise(cell)).map((cell) => [cell.cell, cell]));
    const errors = (await orStopped(checker.errors())).filter(({ cell }) => strict.has(cell));
    const [first] = errors;
    if (first === undefined) return undefined;
    const { cell, line, column, message: evalue } = first;
    const index = strict.get(cell)?.index ?? 0;
    const traceback = errors.map((error) => `cell ${error.cell}:${error.line}:${error.column} TS${error.code}: ${error.message}`);
    return { reason: "types", cell, index, line, column, ename: "TypeScriptError", evalue, traceback };
  } finally {
    await checker.close();
  }
}
