/**
 * The kernelspec: how Jupyter, VS Code and nbconvert find and start the kernel. Written without Python.
 * Here: its contents and one folder. Not here: where Jupyter looks for folders.
 */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lenientRecord } from "./async-record.js";

export const kernelName = "soundings";
export const displayName = "Soundings (TypeScript)";

/** As notebooks name their kernel in their metadata. */
export const kernelMetadata = { name: kernelName, display_name: displayName, language: "typescript" } as const;

/** The kernel's program. Run from the sources, as tests do, it is the compiled one. */
export function kernelProgram(): string {
  const beside = new URL("./main.js", import.meta.url);
  const compiled = new URL("../../dist/notebooks/kernel/main.js", import.meta.url);
  return fileURLToPath(import.meta.url.endsWith(".ts") ? compiled : beside);
}

/** Some versions of Node warn, in the first cell's output, when CommonJS loads an ES module, as cells do. */
const noModuleWarnings = "--disable-warning=ExperimentalWarning";

/** Command that starts a kernel; Jupyter replaces {connection_file}. Paths are absolute: it starts kernels anywhere. */
export function kernelCommand(connectionFile = "{connection_file}"): string[] {
  return [process.execPath, noModuleWarnings, lenientRecord, kernelProgram(), connectionFile];
}

/** Writes kernel.json into `folder`/soundings, whole or not at all, and returns that folder. */
export function writeKernelspec(folder: string): string {
  const target = join(folder, kernelName);
  const spec = {
    argv: kernelCommand(),
    display_name: displayName,
    language: "typescript",
    interrupt_mode: "signal",
    metadata: {},
  };
  mkdirSync(target, { recursive: true });
  const temporary = join(target, `.kernel.json.${process.pid}`);
  writeFileSync(temporary, `${JSON.stringify(spec, null, 2)}\n`);
  renameSync(temporary, join(target, "kernel.json"));
  return target;
}
