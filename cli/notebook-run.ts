/**
 * One notebook run for a command: progress shown, Ctrl-C heard, provenance in the output's metadata.
 * `npm start`, `soundings run` and `soundings check` all run notebooks through here.
 */
import { type GivenParameters, type Notebook, type RunOptions, type RunReport, runNotebook } from "../notebooks/runner/index.js";
import { shownPath } from "./notebook-names.js";
import { provenanceOf, stamped } from "./provenance.js";

export type { RunReport };

/** Runs a notebook; where it is written, it carries its provenance, also after a failure. */
export function runStamped(path: string, options: RunOptions): Promise<RunReport> {
  const began = new Date();
  const finish = (report: RunReport): Notebook =>
    stamped(report.notebook, {
      ...provenanceOf(path, report, began),
      ...(options.parameters === undefined || options.parameters.size === 0
        ? {}
        : { parameters: shownParameters(options.parameters) }),
    });
  return runNotebook(path, { ...options, finish });
}

function shownParameters(given: GivenParameters): Record<string, string> {
  const shown = [...given].map(([name, value]) => [name, "text" in value ? value.text : JSON.stringify(value.value)]);
  return Object.fromEntries(shown) as Record<string, string>;
}

/** Name, cell and line of a run's failure, in one line. */
export function failureLine({ input, failure }: RunReport): string {
  if (!failure) return `${shownPath(input)} failed`;
  const place = [
    failure.cell === undefined ? "" : `, cell ${failure.cell}`,
    failure.line === undefined ? "" : `, line ${failure.line}`,
  ].join("");
  return `${shownPath(input)}${place}: ${failure.ename}: ${failure.evalue}`;
}

/** Ctrl-C, a request to end, and the terminal's closing. */
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does something that Ctrl-C, a SIGTERM or the closing of the terminal asks to stop: the signal given to `work` aborts,
 * so that what there is can still be written. A second Ctrl-C ends the process at once.
 */
export async function stoppable<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const stop = new AbortController();
  const onSignal = (name: NodeJS.Signals) => {
    // A terminal that has gone refuses what is said to it, and sends more than one signal.
    if (name === "SIGHUP") for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
    if (stop.signal.aborted && name !== "SIGHUP") process.exit(interrupted);
    stop.abort();
  };
  for (const name of stopSignals) process.on(name, onSignal);
  try {
    return await work(stop.signal);
  } finally {
    for (const name of stopSignals) process.off(name, onSignal);
  }
}

/** The exit code of a command that Ctrl-C stopped, as shells have it. */
export const interrupted = 130;
