/** What ends a run, and how it is put in words. */
import type { Death } from "./kernel-process.js";
import type { RunFailure } from "./report.js";

/** Ends the run; everything else that is thrown is a bug. */
export class Fault extends Error {
  readonly failure: RunFailure;
  constructor(failure: RunFailure) {
    super(failure.evalue);
    this.failure = failure;
  }
}

/** How a kernel ended that nobody asked to end. */
export function deathOf({ code, signal }: Death, { ranOutOfMemory }: { readonly ranOutOfMemory: boolean }): string {
  if (ranOutOfMemory)
    return `the kernel ran out of memory (${signal ?? code}); load less at once, or allow more: NODE_OPTIONS=--max-old-space-size=8000 (megabytes)`;
  const hint = signal === "SIGKILL" ? "; perhaps the system ran out of memory" : "";
  const words = signal !== null ? `signal ${signal}` : code === null ? "it could not be started" : `exit code ${code}`;
  return `the kernel ended by itself (${words}${hint})`;
}

export function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
