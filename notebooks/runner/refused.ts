/** Reports of what a run could not tell itself: that it was refused, or that only its page failed. */
import type { RunFailure, RunReport } from "./report.js";

/** The report of a notebook of which no cell was run, or of which what ran could not be written. */
export function refusedReport(input: string, error: Error, message: string): RunReport {
  const failure = failureOf("refused", error, message);
  const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] };
  return { input, ok: false, failure, failures: [failure], cells: [], startupMs: 0, durationMs: 0, notebook };
}

/** The report of a run whose page could not be made: all that ran is in it still. */
export function withPageFailure(report: RunReport, error: Error, message: string): RunReport {
  const failures = [...report.failures, failureOf("page", error, message)];
  return { ...report, ok: false, failure: failures[0] as RunFailure, failures };
}

function failureOf(reason: RunFailure["reason"], { name }: Error, evalue: string): RunFailure {
  return { reason, ename: name, evalue, traceback: [`${name}: ${evalue}`] };
}
