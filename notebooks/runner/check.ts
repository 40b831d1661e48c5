/** A notebook run as it is, and what it then shows beside what its file says it shows. */
import { dirname, resolve } from "node:path";
import { compareOutputs, type Difference } from "./compare.js";
import { readNotebook } from "./notebook.js";
import type { RunReport } from "./report.js";
import { type RunOptions, runNotebook } from "./run-notebook.js";

export interface Checked {
  readonly report: RunReport;
  readonly differences: readonly Difference[];
}

/** @throws NotebookError */
export async function checkNotebook(path: string, options: Omit<RunOptions, "outputPath" | "parameters"> = {}): Promise<Checked> {
  const committed = await readNotebook(path);
  const report = await runNotebook(path, options);
  return { report, differences: compareOutputs(committed, report.notebook, dirname(resolve(path))) };
}
