/** Runs notebooks and checks what they hold: what the commands, the pages and the tests use of this folder. */
export { type Checked, checkNotebook } from "./check.js";
export { compareOutputs, type Difference, differenceLines, updatedOutputs } from "./compare.js";
export { NotebookError, type NotebookProblem } from "./errors.js";
export { formatNotebook, type Notebook, type Output, parseNotebook, readNotebook, writeNotebook } from "./notebook.js";
export { type Given, type GivenParameters, ParameterError, type ParameterProblem } from "./parameters.js";
export { type ProgressStream, progressLines } from "./progress.js";
export { refusedReport, withPageFailure } from "./refused.js";
export type { CellReport, CellStatus, FailureReason, OnProgress, ProgressEvent, RunFailure, RunReport } from "./report.js";
export { formatReports, type ReportKind, reportKinds } from "./report-files.js";
export { defaultTimeouts, type Timeouts } from "./run.js";
export { type RunOptions, runNotebook } from "./run-notebook.js";
export { newNotebook } from "./template.js";
