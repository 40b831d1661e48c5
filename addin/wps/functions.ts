/**
 * The script that WPS runs: every catalogued function under our namespace, synchronous, as WPS wants them.
 * Here: the one place that knows the `wps` object, and what reaches a function through it. Not seen in WPS here.
 */
import { catalog } from "soundings";
import { CellError, type CellErrorCode, type Cells, cellFunction } from "../cells.js";

interface Wps {
  /** Missing before WPS 12.1.0.20540. */
  readonly AddCustomFunction?: (namespace: string, name: string, fn: (...cells: unknown[]) => unknown) => void;
}

declare const wps: Wps;
/** Put in by the build. */
declare const soundingsNamespace: string;

/** Published WPS add-ins meet COM's "parameter not found" in the place of an omitted argument. */
const omitted = -2_147_352_572;

/** An error cell comes through COM as 0x800A0000 plus its number in the sheet. No argument of ours is as large. */
const errors: ReadonlyMap<unknown, CellErrorCode> = new Map<number, CellErrorCode>([
  [-2_146_826_288, "#NULL!"],
  [-2_146_826_281, "#DIV/0!"],
  [-2_146_826_273, "#VALUE!"],
  [-2_146_826_265, "#REF!"],
  [-2_146_826_259, "#NAME?"],
  [-2_146_826_252, "#NUM!"],
  [-2_146_826_246, "#N/A"],
]);

function fromWps(cell: unknown): unknown {
  if (Array.isArray(cell)) return cell.map(fromWps);
  if (cell === omitted) return null;
  const code = errors.get(cell);
  return code === undefined ? cell : new CellError(code, code);
}

/** WPS documents no error value: one cell of a range shows the error's code as text. */
function toWps(answer: Cells): unknown {
  if (typeof answer !== "object") return answer;
  return answer.map((row) => row.map((cell) => (cell instanceof CellError ? cell.code : cell)));
}

/** The host's object, where there is one. */
function host(): Wps | undefined {
  return typeof wps === "undefined" ? undefined : wps;
}

/** A refusal is thrown, so that no text or number can pass for an answer. */
function register(add: NonNullable<Wps["AddCustomFunction"]>): void {
  for (const definition of catalog) {
    const call = cellFunction(definition, { language: "zh" });
    add(soundingsNamespace, definition.id, (...cells) => {
      try {
        return toWps(call(...cells.map(fromWps)));
      } catch (error) {
        throw error instanceof CellError ? new Error(`${error.code} ${error.message}`) : error;
      }
    });
  }
}

const add = host()?.AddCustomFunction;
if (add) register(add.bind(host()));
