/** Reports of runs for machines: JSON, and JUnit's XML as continuous integration reads it. */
import type { CellReport, RunFailure, RunReport } from "./report.js";

export const reportKinds = ["json", "junit"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** The report's text; the notebooks themselves are not in it, nor what was read: that is the provenance's. */
export function formatReports(kind: ReportKind, reports: readonly RunReport[]): string {
  return kind === "json" ? toJson(reports) : toJunit(reports);
}

function toJson(reports: readonly RunReport[]): string {
  const notebooks = reports.map(({ notebook: _, reads: __, ...rest }) => rest);
  return `${JSON.stringify({ ok: reports.every(({ ok }) => ok), notebooks }, null, 2)}\n`;
}

function toJunit(reports: readonly RunReport[]): string {
  const suites = reports.map(suite).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites}\n</testsuites>\n`;
}

function suite({ input, cells, failures, durationMs }: RunReport): string {
  const skipped = cells.filter(isSkipped).length;
  const elsewhere = failures.filter(({ cell }) => cell === undefined).map((failure) => otherCase(input, failure));
  const tests = cells.length + elsewhere.length;
  const counts = `tests="${tests}" failures="${failures.length}" errors="0" skipped="${skipped}" time="${seconds(durationMs)}"`;
  const cases = [...cells.map((cell) => cellCase(input, cell, failures)), ...elsewhere];
  return `<testsuite name="${escaped(input)}" ${counts}>\n${cases.join("\n")}\n</testsuite>`;
}

function isSkipped({ status }: CellReport): boolean {
  return status === "skipped" || status === "not-run";
}

function cellCase(input: string, report: CellReport, failures: readonly RunFailure[]): string {
  const name = `cell ${report.cell} (${report.id})`;
  const own = failures.filter(({ cell }) => cell === report.cell).map(failureElement);
  const content = own.length > 0 ? own.join("") : isSkipped(report) ? `<skipped message="${report.status}"/>` : "";
  return `<testcase classname="${escaped(input)}" name="${escaped(name)}" time="${seconds(report.durationMs)}">${content}</testcase>`;
}

/** A failure that no cell is to blame for. */
function otherCase(input: string, failure: RunFailure): string {
  const name = failure.reason === "page" ? "page" : failure.reason === "refused" ? "notebook" : "kernel";
  return `<testcase classname="${escaped(input)}" name="${name}" time="0">${failureElement(failure)}</testcase>`;
}

function failureElement({ reason, ename, evalue, line, traceback }: RunFailure): string {
  const place = line === undefined ? "" : `line ${line}: `;
  const message = escaped(`${place}${ename}: ${evalue}`);
  return `<failure type="${reason}" message="${message}">${escaped(traceback.join("\n"))}</failure>`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** Characters that XML has no way to write are left out. */
function escaped(text: string): string {
  const allowed = [...text].filter((character) => character >= " " || "\t\n".includes(character)).join("");
  return allowed.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
