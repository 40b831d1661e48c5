/** Executed notebook from notebook. Here: one run, file in, file out. Not here: cells (run.ts), HTML (notebooks/page). */
import { access, constants } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { withoutBanner } from "./cells.js";
import type { Transport } from "./connection.js";
import { NotebookError } from "./errors.js";
import { languageOf, type Notebook, readNotebook, writeNotebook } from "./notebook.js";
import { type GivenParameters, injectParameters } from "./parameters.js";
import type { OnProgress, RunReport } from "./report.js";
import { defaultTimeouts, NotebookRun, type Timeouts } from "./run.js";

export interface RunOptions {
  /** Where to write the executed notebook, also after a failure; nothing is written without it. */
  readonly outputPath?: string;
  /** Folder that the cells run in; the notebook's own by default. */
  readonly cwd?: string;
  /** Values for the names that the cell tagged `parameters` declares. */
  readonly parameters?: GivenParameters;
  /** Check the types of all cells before the first one runs; true by default. */
  readonly checkTypes?: boolean;
  /** What the report and the output file then hold, given the report; the executed notebook by default. */
  readonly finish?: (report: RunReport) => Notebook;
  /** Run the cells after one that failed, too; the output then begins with a banner. */
  readonly keepGoing?: boolean;
  readonly timeouts?: Partial<Timeouts>;
  readonly onProgress?: OnProgress;
  /** Stops the run, for instance on Ctrl-C; what ran so far is still written. */
  readonly signal?: AbortSignal;
  /** "ipc" where the system has it, else "tcp" on the loopback address. */
  readonly transport?: Transport;
  /** Starts another kernel than ours, given the connection file. */
  readonly command?: (connectionFile: string) => string[];
}

/** As tslab's and Deno's kernels call theirs, whose notebooks run here too. */
const languagesRun = ["typescript", "javascript"];

/**
 * Runs all code cells of a notebook in a fresh kernel, in order, up to the first failure.
 * A failure of the notebook is in the report; only a notebook that cannot be read or written is thrown.
 * @throws NotebookError, ParameterError
 */
export async function runNotebook(inputPath: string, options: RunOptions = {}): Promise<RunReport> {
  const original = withoutBanner(await readNotebook(inputPath));
  const language = languageOf(original) ?? "typescript";
  if (!languagesRun.includes(language)) throw new NotebookError("other-language", inputPath, language);
  const output = options.outputPath;
  if (output !== undefined) await checkWritable(output);
  const folder = resolve(options.cwd ?? dirname(inputPath));
  const notebook = await injectParameters(original, options.parameters ?? new Map(), folder);
  const onProgress = options.onProgress ?? (() => {});
  const run = new NotebookRun(notebook, {
    input: inputPath,
    folder,
    checkTypes: options.checkTypes ?? true,
    keepGoing: options.keepGoing ?? false,
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    onProgress,
    signal: options.signal,
    transport: options.transport,
    command: options.command,
  });
  const executed = await run.run();
  const finished = { ...executed, notebook: options.finish?.(executed) ?? executed.notebook };
  if (output !== undefined) await writeNotebook(output, finished.notebook);
  const report: RunReport = output === undefined ? finished : { ...finished, output };
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
