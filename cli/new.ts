/** `soundings new`: a small notebook that runs, to start from. */
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { newNotebook, writeNotebook } from "../notebooks/runner/index.js";
import { shownPath } from "./notebook-names.js";

/** Writes NAME.ipynb, which must not exist. @returns the exit code */
export async function create(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name.startsWith("-") || rest.length > 0) return said("new takes one name: soundings new my-city", 2);
  const path = resolve(name.endsWith(".ipynb") ? name : `${name}.ipynb`);
  if (existsSync(path)) return said(`${shownPath(path)} exists already; nothing was written`, 1);
  try {
    await writeNotebook(path, newNotebook(basename(path, ".ipynb")));
  } catch (error) {
    return said((error as Error).message, 1);
  }
  return said(`wrote ${shownPath(path)}; now: soundings run ${shownPath(path)} --html`, 0);
}

function said(line: string, code: number): number {
  process.stderr.write(`soundings: ${line}\n`);
  return code;
}
