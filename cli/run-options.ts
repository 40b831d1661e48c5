/** What `soundings run` was asked for: its words read and checked. Not here: running. */
import { readFileSync } from "node:fs";
import { cpus, freemem } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { Language } from "soundings";
import { type Given, type GivenParameters, type ReportKind, reportKinds, type Timeouts } from "../notebooks/runner/index.js";
import { findNotebooks, shownPath } from "./notebook-names.js";

export interface RunCommand {
  readonly notebooks: readonly string[];
  readonly parameters: GivenParameters;
  /** A folder, or a file where one notebook is run. */
  readonly output: string;
  readonly keepGoing: boolean;
  readonly html: boolean;
  readonly jobs: number;
  readonly timeouts: Partial<Timeouts>;
  readonly reports: readonly { readonly kind: ReportKind; readonly file: string }[];
  readonly language: Language;
}

/** The command line is not understood; the message says why. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const defaultOutput = "output";
/** A kernel with a data frame library, its compiler and the type check beside it; bytes. */
const memoryPerNotebook = 600e6;

/** @throws UsageError for words that mean nothing; Error for a notebook or file that is not there */
export function readRunCommand(args: readonly string[]): RunCommand {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) throw new UsageError("run takes the name or path of a notebook");
  const notebooks = findNotebooks(positionals);
  const output = values.output ?? defaultOutput;
  if (output.endsWith(".ipynb") && notebooks.length > 1) {
    throw new UsageError(`--output ${output} is one file, for ${notebooks.length} notebooks; give a folder`);
  }
  refuseSameNames(notebooks, output);
  return {
    notebooks,
    parameters: parametersOf(values.params, values.param),
    output,
    keepGoing: values["keep-going"],
    html: values.html,
    jobs: values.jobs === undefined ? defaultJobs() : positive("--jobs", values.jobs),
    timeouts: timeoutsOf(values["startup-timeout"], values.timeout, values["total-timeout"]),
    reports: values.report.map(reportOf),
    language: values.lang === "zh" ? "zh" : "en",
  };
}

/** Outputs are named after their notebooks: two of one name would overwrite each other. */
function refuseSameNames(notebooks: readonly string[], output: string): void {
  const byName = new Map<string, string>();
  for (const path of notebooks) {
    const other = byName.get(basename(path));
    if (other !== undefined) {
      const both = `${shownPath(other)} and ${shownPath(path)}`;
      throw new UsageError(`${both} would both be written to ${join(output, basename(path))}; run them apart`);
    }
    byName.set(basename(path), path);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: joinReports(args),
      allowPositionals: true,
      options: {
        param: { type: "string", short: "p", multiple: true, default: [] },
        params: { type: "string" },
        output: { type: "string", short: "o" },
        "keep-going": { type: "boolean", default: false },
        html: { type: "boolean", default: false },
        jobs: { type: "string", short: "j" },
        "startup-timeout": { type: "string" },
        timeout: { type: "string" },
        "total-timeout": { type: "string" },
        report: { type: "string", multiple: true, default: [] },
        lang: { type: "string" },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** `--report` takes two words, a kind and a file. */
function joinReports(args: readonly string[]): string[] {
  return args.flatMap((word, at) => {
    if (args[at - 1] === "--report") return [];
    if (args[at - 2] === "--report") return [`--report=${args[at - 1]}:${word}`];
    return word === "--report" && at + 2 < args.length ? [] : [word];
  });
}

function reportOf(words: string): { kind: ReportKind; file: string } {
  const [name = "", ...file] = words.split(":");
  const kind = reportKinds.find((known) => known === name);
  if (kind === undefined || file.join(":") === "") throw new UsageError(`--report takes ${reportKinds.join(" or ")}, and a file`);
  return { kind, file: file.join(":") };
}

function parametersOf(file: string | undefined, words: readonly string[]): GivenParameters {
  const fromFile = file === undefined ? [] : Object.entries(objectIn(file)).map(([name, value]) => [name, { value }] as const);
  return new Map<string, Given>([...fromFile, ...words.map(nameAndText)]);
}

function objectIn(file: string): object {
  const value = jsonIn(file);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new Error(`${file}: seen ${JSON.stringify(value).slice(0, 40)}, wanted a JSON object of names and values`);
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Error(`--params ${file}: ${(error as Error).message}`);
  }
}

function nameAndText(word: string): readonly [string, Given] {
  const at = word.indexOf("=");
  if (at < 1) throw new UsageError(`-p ${word}: wanted name=value`);
  return [word.slice(0, at).trim(), { text: word.slice(at + 1) }];
}

function timeoutsOf(startup: string | undefined, cell: string | undefined, total: string | undefined): Partial<Timeouts> {
  const milliseconds = (name: string, seconds: string) => 1000 * positive(name, seconds);
  return {
    ...(startup === undefined ? {} : { startupMs: milliseconds("--startup-timeout", startup) }),
    ...(cell === undefined ? {} : { cellMs: milliseconds("--timeout", cell) }),
    ...(total === undefined ? {} : { totalMs: milliseconds("--total-timeout", total) }),
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new UsageError(`${name}: seen ${text}, wanted a number above 0`);
}

/** As many at once as there are processors and room for. */
function defaultJobs(): number {
  return Math.max(1, Math.min(cpus().length, Math.floor(freemem() / memoryPerNotebook)));
}
