/**
 * What went wrong in a cell, as the Jupyter protocol words it: ename, evalue, traceback, and the place.
 * Here: compile errors, thrown values, interrupts. Not here: who hears of it (session.ts, server.ts).
 */
import { inspect } from "node:util";
import type { Position, Positions } from "./positions.js";
import type { Diagnostic } from "./tslab.js";

export interface Failure {
  readonly ename: string;
  readonly evalue: string;
  /** Lines of text; no colours, so that runs repeat. */
  readonly traceback: readonly string[];
  /** In the user's cell; absent when nothing points into it. */
  readonly at?: Position | undefined;
}

/** A cell was stopped from outside; where, if it was in the middle of a loop. */
export class InterruptedError extends Error {
  override readonly name = "Interrupted";
  constructor(stack = "") {
    super("the cell was interrupted");
    this.stack = stack;
  }
}

/** Lines of the cell shown before and after the faulty one. */
const contextLines = 1;
/** Frames of a stack that are shown; a runaway recursion has thousands. */
const shownFrames = 20;
const shownCauses = 5;

/** The compiler's errors of one cell: the first names the failure, the traceback lists all. */
export function compileFailure(cell: string, code: string, diagnostics: readonly Diagnostic[]): Failure {
  const lines = code.split("\n");
  const entries = diagnostics.map((diagnostic) => ({ ...diagnostic, at: placeOf(diagnostic, lines) }));
  const traceback: string[] = [];
  let previous: Diagnostic | undefined;
  for (const entry of entries) {
    const explainsPrevious = previous?.start.offset === entry.start.offset && previous.end.offset === entry.end.offset;
    if (explainsPrevious) traceback.push(`    ${entry.messageText}`);
    else traceback.push(`${where(entry, cell)} - error TS${entry.code}: ${entry.messageText}`, ...frameOf(entry, lines));
    previous = entry;
  }
  const first = entries[0];
  if (first === undefined) return { ename: "TypeScriptError", evalue: "the cell could not be compiled", traceback };
  return {
    ename: "TypeScriptError",
    evalue: `TS${first.code} at ${where(first, cell)}: ${first.messageText}`,
    traceback,
    at: first.fileName === undefined ? first.at : undefined,
  };
}

type Placed = Diagnostic & { readonly at: Position };

function where(entry: Placed, cell: string): string {
  return `${entry.fileName ?? cell}:${entry.at.line}:${entry.at.column}`;
}

function frameOf(entry: Placed, lines: readonly string[]): string[] {
  return entry.fileName === undefined ? codeFrame(lines, entry.at) : [];
}

/** tslab appends an export line to each cell; an error at the very end of the text belongs to the last own line. */
function placeOf(diagnostic: Diagnostic, lines: readonly string[]): Position {
  const { line, character } = diagnostic.start;
  if (diagnostic.fileName !== undefined || line < lines.length) return { line: line + 1, column: character + 1 };
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Whatever the cell threw. */
export function thrownFailure(cell: string, code: string, thrown: unknown, positions: Positions): Failure {
  if (isForeignInterrupt(thrown)) return thrownFailure(cell, code, new InterruptedError(), positions);
  if (!(thrown instanceof Error)) {
    const value = inspect(thrown);
    return { ename: "Thrown", evalue: value, traceback: [`Thrown: ${value}`] };
  }
  const at = firstPosition(cell, thrown, positions);
  const frame = at === undefined ? [] : codeFrame(code.split("\n"), at);
  return { ename: nameOf(thrown), evalue: String(thrown.message), traceback: [...describe(thrown), ...frame], at };
}

/** Node's own word for it. */
function isForeignInterrupt(thrown: unknown): boolean {
  return thrown instanceof Error && "code" in thrown && thrown.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
}

function nameOf(error: Error): string {
  return String(error.name || error.constructor.name || "Error");
}

function describe(error: Error, depth = 0): string[] {
  const frames = framesOf(error);
  const hidden = frames.length - shownFrames;
  const own = [
    `${nameOf(error)}: ${error.message}`,
    ...frames.slice(0, shownFrames),
    ...(hidden > 0 ? [`    … ${hidden} more`] : []),
  ];
  if (!(error.cause instanceof Error) || depth === shownCauses) return own;
  const [first, ...rest] = describe(error.cause, depth + 1);
  return [...own, `Caused by ${first}`, ...rest];
}

/** Only the frames: Node puts the emitted JavaScript before the headline, and the headline is written above. */
function framesOf(error: Error): string[] {
  return String(error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
}

function firstPosition(cell: string, error: Error, positions: Positions): Position | undefined {
  for (const frame of framesOf(error)) {
    const index = frame.indexOf(`${cell}:`);
    const found = index < 0 ? null : /^(\d+):(\d+)/.exec(frame.slice(index + cell.length + 1));
    if (found !== null) return { line: Number(found[1]), column: Number(found[2]) };
  }
  if (!(error instanceof SyntaxError)) return undefined;
  // The script never ran, so it has no frame; Node names its line in what it puts before the headline.
  const stack = String(error.stack ?? "");
  const line = stack.startsWith(`${cell}:`) ? Number.parseInt(stack.slice(cell.length + 1), 10) : Number.NaN;
  return Number.isNaN(line) ? undefined : positions.original(cell, { line, column: 1 });
}

/** The faulty line between its neighbours, with a mark under the column. */
export function codeFrame(lines: readonly string[], at: Position): string[] {
  const from = Math.max(1, at.line - contextLines);
  const to = Math.min(lines.length, at.line + contextLines);
  const width = String(to).length;
  const frame: string[] = [];
  for (let line = from; line <= to; line++) {
    const number = String(line).padStart(width);
    frame.push(`${line === at.line ? ">" : " "} ${number} | ${lines[line - 1] ?? ""}`);
    if (line === at.line) frame.push(`  ${" ".repeat(width)} | ${" ".repeat(at.column - 1)}^`);
  }
  return frame;
}
