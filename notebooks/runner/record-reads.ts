/**
 * Loaded by Node into the kernel's process before the kernel: writes down the path of each file that is read, once.
 * Here: which calls of node:fs read a file. Not here: what becomes of the list (reads.ts), what counts as an input (cli).
 *
 * The calls themselves are recorded, and not the paths that stand in the cells, because a notebook may put its paths
 * together, and because the compiler's own reads show which local modules a cell imports, and what those import.
 * Not seen: what another program reads that a cell starts, and files read inside native code.
 * A file that the run itself wrote first is a result and no input.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

type Call = (...args: unknown[]) => unknown;
type Functions = Record<string, Call | undefined>;

/** Their first argument is the file; for `open` the flags decide. */
const readers = ["readFileSync", "readFile", "createReadStream", "copyFileSync", "copyFile", "openAsBlob"];
/** Which argument is the file that is made. */
const writers = {
  ...{ writeFileSync: 0, writeFile: 0, createWriteStream: 0 },
  ...{ copyFileSync: 1, copyFile: 1, renameSync: 1, rename: 1 },
};
const openers = ["openSync", "open"];

const list = new URL(import.meta.url).searchParams.get("list");
if (list !== null) record(list);

function record(into: string): void {
  const append = fs.appendFileSync;
  const seen = new Set<string>();
  const made = (file: unknown) => seen.add(pathOf(file) ?? "");
  const read = (file: unknown) => {
    const path = pathOf(file);
    if (path === undefined || seen.has(path) || path === into) return;
    seen.add(path);
    try {
      append(into, `${JSON.stringify(path)}\n`);
    } catch {
      // The run is over and its folder gone.
    }
  };
  for (const functions of [fs, fs.promises] as unknown as Functions[]) {
    for (const name of readers) before(functions, name, ([file]) => read(file));
    for (const [name, place] of Object.entries(writers)) before(functions, name, (args) => made(args[place]));
    for (const name of openers) before(functions, name, ([file, flags]) => (writesOnly(flags) ? made(file) : read(file)));
  }
  syncBuiltinESMExports();
}

/** Puts a look at the arguments before a function; in the stack of an error it leaves no trace. */
function before(functions: Functions, name: string, look: (args: readonly unknown[]) => void): void {
  const call = functions[name];
  if (call === undefined) return;
  const watched = function (this: unknown, ...args: unknown[]): unknown {
    look(args);
    try {
      return call.apply(this, args);
    } catch (error) {
      if (error instanceof Error && error.stack !== undefined) error.stack = withoutUs(error.stack);
      throw error;
    }
  };
  functions[name] = Object.defineProperties(watched, Object.getOwnPropertyDescriptors(call)) as Call;
}

function withoutUs(stack: string): string {
  const lines = stack.split("\n");
  return lines.filter((line) => !/^\s+at .*record-reads\.[jt]s/.test(line)).join("\n");
}

function writesOnly(flags: unknown): boolean {
  if (typeof flags === "number") return (flags & 3) === fs.constants.O_WRONLY;
  return typeof flags === "string" && /^[wax]/.test(flags) && !flags.startsWith("a+");
}

/** Undefined for a file that is open already, and for anything that is no path. */
function pathOf(file: unknown): string | undefined {
  try {
    if (typeof file === "string") return resolve(file);
    if (file instanceof URL) return fileURLToPath(file);
    return Buffer.isBuffer(file) ? resolve(file.toString()) : undefined;
  } catch {
    return undefined; // the call itself will refuse it
  }
}
