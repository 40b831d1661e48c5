/**
 * `soundings check`: are the outputs that are committed with a notebook what its cells show today?
 * Here: which notebooks, what is said, what is written. Not here: what counts as a difference (runner/compare.ts).
 */
import { parseArgs } from "node:util";
import {
  type Checked,
  checkNotebook,
  differenceLines,
  formatNotebook,
  type Notebook,
  progressLines,
  readNotebook,
  updatedOutputs,
  writeNotebook,
} from "../notebooks/runner/index.js";
import { changedSince, withMade } from "./freshness.js";
import { inputsOf } from "./inputs.js";
import { findNotebooks, shippedNames, shownPath } from "./notebook-names.js";
import { failureLine, interrupted, stoppable } from "./notebook-run.js";

/** Writes fresh outputs into the notebook's own file; false if that would not change it. */
export async function updateNotebook(path: string, { report, differences }: Checked): Promise<boolean> {
  const committed = await readNotebook(path);
  const fresh = updatedOutputs(committed, report.notebook, differences);
  const updated = withMade({ ...fresh, metadata: committedMetadata(committed, fresh) }, path, inputsOf(path, report));
  if (formatNotebook(updated) === formatNotebook(committed)) return false;
  await writeNotebook(path, updated);
  return true;
}

/** The kernel's version numbers are its machine's, not the notebook's. */
function committedMetadata(committed: Notebook, fresh: Notebook): Notebook["metadata"] {
  const { language_info = fresh.metadata.language_info } = committed.metadata;
  return { ...fresh.metadata, ...(language_info === undefined ? {} : { language_info }) };
}

const say = (line: string) => process.stderr.write(`soundings: ${line}\n`);

/** @returns the exit code: 0 when everything agrees (or was updated), 1 otherwise, 2 for words not understood */
export async function check(args: readonly string[]): Promise<number> {
  const command = parse(args);
  if (typeof command === "string") {
    say(command);
    return 2;
  }
  try {
    const paths = findNotebooks(command.words.length > 0 ? command.words : shippedNames());
    if (command.stale) return await sayStale(paths);
    return await stoppable(async (signal) => {
      let flawed = 0;
      for (const path of paths) {
        if (!signal.aborted && !(await checkOrSay(path, command.update, signal))) flawed += 1;
      }
      return signal.aborted ? interrupted : Math.min(flawed, 1);
    });
  } catch (error) {
    say((error as Error).message);
    return 1;
  }
}

function parse(args: readonly string[]): { words: string[]; update: boolean; stale: boolean } | string {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { update: flag, stale: flag },
    });
    if (values.update && values.stale) return "check takes --update or --stale, not both";
    return { words: positionals, ...values };
  } catch (error) {
    return (error as Error).message;
  }
}

/** A notebook that cannot be run is no reason to leave the others unchecked. */
async function checkOrSay(path: string, update: boolean, signal: AbortSignal): Promise<boolean> {
  try {
    return await checkOne(path, update, signal);
  } catch (error) {
    say((error as Error).message);
    return false;
  }
}

async function checkOne(path: string, update: boolean, signal: AbortSignal): Promise<boolean> {
  const name = shownPath(path);
  const checked = await checkNotebook(path, { signal, onProgress: progressLines(process.stderr) });
  if (!checked.report.ok) {
    say(failureLine(checked.report));
    return false;
  }
  if (update) {
    say(`${name}: ${(await updateNotebook(path, checked)) ? "updated" : "nothing to update"}`);
    return true;
  }
  if (checked.differences.length === 0) {
    say(`${name}: shows what is committed`);
    return true;
  }
  process.stdout.write(`${name}\n${differenceLines(checked.differences)}\n`);
  say(`${name}: ${checked.differences.length} differences; "soundings check --update ${name}" accepts them`);
  return false;
}

/** By hashes alone: quick, and it only says that outputs may be old. */
async function sayStale(paths: readonly string[]): Promise<number> {
  let stale = 0;
  for (const path of paths) {
    const changed = changedSince(await readNotebook(path), path);
    if (changed === undefined) say(`${shownPath(path)}: has no outputs from "soundings check --update"`);
    else if (changed.length > 0) say(`${shownPath(path)}: made before ${changed.join(", ")} changed`);
    else continue;
    stale += 1;
  }
  if (stale === 0) say(`${paths.length} notebooks: made from what is there`);
  return Math.min(stale, 1);
}
