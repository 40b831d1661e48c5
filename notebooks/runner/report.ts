/** What a run tells: of each cell, of the whole, and while it goes on. Types only. */
import type { Notebook } from "./notebook.js";

export type FailureReason =
  /** TypeScript found a cell wrong before any ran; the traceback lists all that it found. */
  | "types"
  /** The cell threw, or could not be compiled. */
  | "error"
  /** A rejection or exception that nobody caught, after its cell had ended. */
  | "late-error"
  /** The kernel did not run the cell. */
  | "aborted"
  /** The kernel said that all was well, but its count shows that the cell was not run. */
  | "skipped"
  | "no-reply"
  | "timeout"
  | "kernel-died"
  | "no-start"
  /** The notebook could not be read, given its parameters, or written. */
  | "refused"
  /** The notebook ran; its page could not be made. */
  | "page"
  /** The caller stopped the run. */
  | "stopped";

export interface RunFailure {
  readonly reason: FailureReason;
  /** Number of the code cell, from 1, as a fresh run counts them; absent when no cell is to blame. */
  readonly cell?: number;
  /** Place of the cell among all cells, from 0. */
  readonly index?: number;
  /** Line in the cell, from 1. */
  readonly line?: number;
  readonly column?: number;
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

export type CellStatus =
  | "ok"
  /** Threw, as its tag raises-exception allows. */
  | "raised"
  | "failed"
  /** Tagged skip-execution, or without code. */
  | "skipped"
  /** Comes after the failure. */
  | "not-run";

export interface CellReport {
  readonly cell: number;
  readonly index: number;
  readonly id: string;
  readonly status: CellStatus;
  readonly executionCount: number | null;
  readonly durationMs: number;
}

export interface RunReport {
  readonly input: string;
  /** Where the executed notebook was written; absent if the caller wanted no file. */
  readonly output?: string;
  readonly ok: boolean;
  /** The first of them. */
  readonly failure?: RunFailure;
  /** More than one if the run was to keep going, or if a late error met what ended it. */
  readonly failures: readonly RunFailure[];
  readonly cells: readonly CellReport[];
  readonly startupMs: number;
  readonly durationMs: number;
  /** Absolute paths of all files that the kernel read, its own among them; none of a kernel that is not ours. */
  readonly reads?: readonly string[];
  /** The executed notebook; after a failure with the error in it. */
  readonly notebook: Notebook;
}

export type ProgressEvent =
  | { readonly type: "starting"; readonly input: string; readonly total: number }
  | { readonly type: "ready"; readonly startupMs: number }
  | { readonly type: "cell-started"; readonly cell: number; readonly total: number; readonly firstLine: string }
  | { readonly type: "cell-ended"; readonly report: CellReport; readonly total: number }
  | { readonly type: "finished"; readonly report: RunReport };

export type OnProgress = (event: ProgressEvent) => void;
