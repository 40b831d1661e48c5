/**
 * The files that a notebook's outputs were made from, with hash and size. Here: which of the files that a run read are
 * the notebook's own affair, and how they are named. Not here: how the reads were seen (runner/record-reads.ts).
 *
 * The list is of files that the run did read, in whatever way a cell came by the path, and not of paths that stand in
 * its code: a path that is only mentioned is no input, and one that is put together is. Local modules are among them,
 * because the compiler reads them. Hashes are taken when the run has ended.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { InputFile } from "../notebooks/page/index.js";
import type { RunReport } from "../notebooks/runner/index.js";
import { root as givenRoot } from "./root.js";

export interface Input extends InputFile {
  /** Bytes. */
  readonly size: number;
}

/** Without symbolic links, as all paths here. */
const root = realpathSync(givenRoot);
const shippedData = join(root, "notebooks", "data");
/** Soundings' own programs in the folder of its notebooks; their sources are hashed as libraries (freshness.ts). */
const programs = ["display", "kernel", "runner", "page"].map((name) => join(root, "notebooks", name));

/**
 * What a run of the notebook at `path` read: everything below the notebook's folder or in its repository, and what lies
 * elsewhere if the code or a parameter names it. Packages are not inputs, nor is Soundings itself.
 */
export function inputsOf(path: string, { reads = [], notebook }: Pick<RunReport, "reads" | "notebook">): Input[] {
  const folder = folderOf(path);
  const top = repositoryOf(folder) ?? folder;
  const code = notebook.cells.filter((cell) => cell.cell_type === "code").map((cell) => [cell.source].flat().join(""));
  const isNamed = (file: string) => code.some((text) => text.includes(basename(file)));
  const isInput = (file: string) => {
    if (file.split(sep).includes("node_modules") || programs.some((program) => isBelow(program, file))) return false;
    if (isBelow(root, file) && !isBelow(folder, file)) return isBelow(shippedData, file);
    // The compiler looks for package.json on its own.
    return isNamed(file) || (basename(file) !== "package.json" && (isBelow(folder, file) || isBelow(top, file)));
  };
  return [...new Set(reads.flatMap(existing))]
    .filter(isInput)
    .map((file) => inputFrom(file, nameOf(file, folder)))
    .filter((input) => input !== undefined)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Which of the inputs are now other than they were, or gone. */
export function changedInputs(path: string, inputs: readonly InputFile[]): string[] {
  const folder = folderOf(path);
  const base = isBelow(root, folder) ? root : folder;
  return inputs.filter((input) => inputFrom(resolve(base, input.path), "")?.sha256 !== input.sha256).map((input) => input.path);
}

/** The notebook's path in its repository; its bare name where it is in none. */
export function sourceName(path: string): string {
  const folder = folderOf(path);
  const top = isBelow(root, folder) ? root : (repositoryOf(folder) ?? folder);
  return slashes(relative(top, join(folder, basename(path))));
}

/** What git says in a folder. @throws Error where there is no git, or the folder is in no repository */
export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", ["-C", folder, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
}

export function folderOf(path: string): string {
  return realpathSync(dirname(resolve(path)));
}

function repositoryOf(folder: string): string | undefined {
  try {
    return realpathSync(git(folder, "rev-parse", "--show-toplevel"));
  } catch {
    return undefined;
  }
}

function existing(path: string): string[] {
  try {
    return [realpathSync(path)];
  } catch {
    return [];
  }
}

function inputFrom(file: string, path: string): Input | undefined {
  try {
    const content = readFileSync(file);
    return { path, sha256: createHash("sha256").update(content).digest("hex"), size: content.length };
  } catch {
    return undefined; // gone, or a folder
  }
}

/** From the checkout's top for what lies in Soundings' own, else from the notebook's folder: the same on every machine. */
function nameOf(file: string, folder: string): string {
  return slashes(relative(isBelow(root, folder) ? root : folder, file));
}

function isBelow(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder + sep);
}

const slashes = (path: string) => path.split(sep).join("/");
