/** `soundings run`: notebooks run, several at once, their outputs, pages and reports written. Not here: one run (notebook-run.ts). */
import { mkdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import {
  formatReports,
  NotebookError,
  type OnProgress,
  ParameterError,
  progressLines,
  type RunReport,
  refusedReport,
  withPageFailure,
} from "../notebooks/runner/index.js";
import { shownPath } from "./notebook-names.js";
import { interrupted, runStamped, stoppable } from "./notebook-run.js";
import { type RunCommand, readRunCommand, UsageError } from "./run-options.js";
import { writeWhole } from "./steps.js";

/** @returns the exit code: 0 when every cell of every notebook ran, 1 otherwise, 2 for words not understood, 130 after Ctrl-C */
export async function run(args: readonly string[]): Promise<number> {
  try {
    return await runAll(readRunCommand(args));
  } catch (error) {
    say((error as Error).message);
    return error instanceof UsageError ? 2 : 1;
  }
}

const say = (line: string) => process.stderr.write(`soundings: ${line}\n`);

function runAll(command: RunCommand): Promise<number> {
  return stoppable(async (signal) => {
    const reports: RunReport[] = [];
    await inParallel(command.jobs, command.notebooks, async (path) => {
      if (signal.aborted) return;
      reports.push(await runOne(path, command, signal));
    });
    reports.sort((a, b) => command.notebooks.indexOf(a.input) - command.notebooks.indexOf(b.input));
    const named = reports.map((report) => ({ ...report, input: shownPath(report.input) }));
    for (const { kind, file } of command.reports) writeWhole(resolve(file), formatReports(kind, named));
    if (signal.aborted) return interrupted;
    return reports.every(({ ok }) => ok) ? 0 : 1;
  });
}

/** A notebook that cannot be run at all has a report that says so, and is no reason to stop the others. */
async function runOne(path: string, command: RunCommand, signal: AbortSignal): Promise<RunReport> {
  const { parameters, keepGoing, timeouts, html, language } = command;
  const outputPath = outputOf(path, command);
  try {
    mkdirSync(dirname(outputPath), { recursive: true });
    const onProgress = progressOf(path, command);
    const report = await runStamped(path, { parameters, keepGoing, timeouts, outputPath, onProgress, signal });
    say(`${shownPath(path)}: wrote ${shownPath(outputPath)}`);
    return html ? await withPage(report, outputPath, language) : report;
  } catch (error) {
    const message = refusal(path, error, language);
    say(message);
    return refusedReport(path, error as Error, message);
  }
}

async function withPage(report: RunReport, outputPath: string, language: RunCommand["language"]): Promise<RunReport> {
  try {
    await writePageBeside(outputPath, language);
    return report;
  } catch (error) {
    const { message } = error as Error;
    say(`${shownPath(outputPath)}: its page could not be made: ${message}`);
    return withPageFailure(report, error as Error, message);
  }
}

/** A notebook error names its file itself. */
function refusal(path: string, error: unknown, language: RunCommand["language"]): string {
  if (error instanceof NotebookError) return error.in(language);
  return `${shownPath(path)}: ${error instanceof ParameterError ? error.in(language) : (error as Error).message}`;
}

async function writePageBeside(executed: string, language: RunCommand["language"]): Promise<void> {
  // Loaded for those who ask for a page: its highlighter and its formulas take a second.
  const { writePage } = await import("../notebooks/page/index.js");
  const page = executed.replace(/\.ipynb$/, ".html");
  await writePage(executed, page, { language });
  say(`wrote ${shownPath(page)}`);
}

function outputOf(path: string, { output }: RunCommand): string {
  return resolve(output.endsWith(".ipynb") ? output : join(output, basename(path)));
}

/** Several at once write whole lines, each with its notebook's name before it. */
function progressOf(path: string, { notebooks, language }: RunCommand): OnProgress {
  const name = shownPath(path);
  const named =
    (tell: OnProgress): OnProgress =>
    (event) =>
      tell(event.type === "starting" ? { ...event, input: name } : event);
  if (notebooks.length === 1) return named(progressLines(process.stderr, language));
  const short = basename(path, ".ipynb");
  const write = (text: string) => process.stderr.write(text.replace(/^(?=.)/gm, `${short} `));
  return named(progressLines({ write }, language));
}

export async function inParallel<Item>(jobs: number, items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, worker));
}
