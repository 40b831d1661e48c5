/** Executed notebook from notebook. Here: files in, files out. Not here: HTML (notebooks/page). */
import { access, constants } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Transport } from "./connection.js";
import { NotebookError } from "./errors.js";
import { readNotebook, writeNotebook } from "./notebook.js";
import type { OnProgress, RunReport } from "./report.js";
import { defaultTimeouts, NotebookRun, type Timeouts } from "./run.js";

export { NotebookError, type NotebookProblem } from "./errors.js";
export { formatNotebook, type Notebook, type Output, parseNotebook, readNotebook, writeNotebook } from "./notebook.js";
export { type ProgressStream, progressLines } from "./progress.js";
export type { CellReport, CellStatus, FailureReason, OnProgress, ProgressEvent, RunFailure, RunReport } from "./report.js";
export { defaultTimeouts, type Timeouts } from "./run.js";

export interface RunOptions {
  /** Where to write the executed notebook, also after a failure; nothing is written without it. */
  readonly outputPath?: string;
  /** Folder that the cells run in; the notebook's own by default. */
  readonly cwd?: string;
  readonly timeouts?: Partial<Timeouts>;
  readonly onProgress?: OnProgress;
  /** Stops the run, for instance on Ctrl-C; what ran so far is still written. */
  readonly signal?: AbortSignal;
  /** "ipc" where the system has it, else "tcp" on the loopback address. */
  readonly transport?: Transport;
  /** Starts another kernel than ours, given the connection file. */
  readonly command?: (connectionFile: string) => string[];
}

/**
 * Runs all code cells of a notebook in a fresh kernel, in order, up to the first failure.
 * A failure of the notebook is in the report; only a notebook that cannot be read or written is thrown.
 * @throws NotebookError
 */
export async function runNotebook(inputPath: string, options: RunOptions = {}): Promise<RunReport> {
  const notebook = await readNotebook(inputPath);
  const output = options.outputPath;
  if (output !== undefined) await checkWritable(output);
  const onProgress = options.onProgress ?? (() => {});
  const run = new NotebookRun(notebook, {
    input: inputPath,
    folder: resolve(options.cwd ?? dirname(inputPath)),
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    onProgress,
    signal: options.signal,
    transport: options.transport,
    command: options.command,
  });
  const executed = await run.run();
  if (output !== undefined) await writeNotebook(output, executed.notebook);
  const report: RunReport = output === undefined ? executed : { ...executed, output };
  onProgress({ type: "finished", report });
  return report;
}

/** Known before the first cell, not after an hour. */
async function checkWritable(path: string): Promise<void> {
  try {
    await access(dirname(resolve(path)), constants.W_OK);
  } catch (error) {
    throw new NotebookError("cannot-write", path, (error as Error).message);
  }
}
