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

export function wordsOf({ code, signal }: Death): string {
  if (signal !== null) return `signal ${signal}`;
  return code === null ? "it could not be started" : `exit code ${code}`;
}

export function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
