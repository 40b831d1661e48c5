/** Which files a run read, as its kernel wrote them down. Not here: the writing down (record-reads.ts). */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { kernelCommand } from "../kernel/index.js";

/** Beside the connection file, and removed with it. */
const listBeside = (connectionFile: string) => join(dirname(connectionFile), "reads");

/** The command of a kernel that writes down what it reads. */
export function recordingCommand(connectionFile: string): string[] {
  const [node = process.execPath, ...rest] = kernelCommand(connectionFile);
  const recorder = new URL(`./record-reads.js?list=${encodeURIComponent(listBeside(connectionFile))}`, compiled());
  return [node, "--import", recorder.href, ...rest];
}

/** Node loads what was compiled, also when the runner itself is run from its sources, as tests do. */
function compiled(): string {
  if (!import.meta.url.endsWith(".ts")) return import.meta.url;
  return new URL("../../dist/notebooks/runner/reads.js", import.meta.url).href;
}

/** Absolute paths in the order in which they were first read; none of a kernel that writes nothing down. */
export function recordedReads(connectionFile: string): string[] {
  try {
    const lines = readFileSync(listBeside(connectionFile), "utf8").split("\n");
    return lines.flatMap(parsedLine);
  } catch {
    return [];
  }
}

/** A kernel may be killed in the middle of a line. */
function parsedLine(line: string): string[] {
  try {
    return [JSON.parse(line) as string];
  } catch {
    return [];
  }
}
