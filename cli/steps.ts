/** Steps that are skipped when nothing they depend on changed. Here: hashing and the memory of it. Not here: any step. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { cacheFolder, root } from "./root.js";

export interface Step {
  /** What the reader sees: "running notebooks/01-hpi.ipynb". */
  readonly title: string;
  /** Files and folders, from the checkout's top, that the result depends on. */
  readonly inputs: readonly string[];
  /** Files or folders, as absolute paths, that must be there afterwards. */
  readonly outputs: readonly string[];
  readonly run: () => Promise<void>;
}

/**
 * Run steps in order; a step whose inputs are as they were at its last success is not run again.
 * @param memoryFile where the hashes of successful steps are kept
 */
export async function runSteps(
  steps: readonly Step[],
  say: (line: string) => void,
  memoryFile = join(cacheFolder, "steps.json"),
): Promise<void> {
  const memory = readMemory(memoryFile);
  for (const [i, step] of steps.entries()) {
    const place = `[${i + 1}/${steps.length}] ${step.title}`;
    const now = `${process.version} ${hashOf(step.inputs)}`;
    if (memory[step.title] === now && step.outputs.every((path) => existsSync(path))) {
      say(`${place}: unchanged`);
      continue;
    }
    say(`${place} …`);
    const began = performance.now();
    await step.run();
    say(`${place}: done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    memory[step.title] = now;
    writeWhole(memoryFile, JSON.stringify(memory, null, 2));
  }
}

function readMemory(memoryFile: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(memoryFile, "utf8")) as Record<string, string>;
  } catch {
    // No memory, or half a one: everything is done again.
    return {};
  }
}

/** One hash over the names and contents of all files below some paths. */
export function hashOf(paths: readonly string[], wanted: (path: string) => boolean = () => true): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesBelow(join(root, path)).filter(wanted))
      hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".tsbuildinfo"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Write a file whole or not at all. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.part`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true }); // a full disk leaves a part of it
    throw error;
  }
}
