/**
 * A second thread that can act when the first is stuck in a cell.
 * Here: the kernel's side of it. What it does and why it works is in guard-thread.ts.
 */
import { Worker } from "node:worker_threads";
import { type GuardSetup, guardSlots } from "./guard-thread.js";

export interface Guard {
  /** While the compiler runs it is not cut short: a half-updated program would spoil the next cells. */
  compiling(busy: boolean): void;
}

/** Starts the guard; `onInterrupt` is called for each interrupt once the main thread can hear it. */
export function startGuard(onInterrupt: () => void): Guard {
  const slots = new Int32Array(new SharedArrayBuffer(guardSlots.count * Int32Array.BYTES_PER_ELEMENT));
  const setup: GuardSetup = { slots, parent: process.ppid };
  const worker = new Worker(new URL("./guard-thread.js", import.meta.url), { workerData: setup });
  worker.unref();
  worker.on("message", () => {
    Atomics.store(slots, guardSlots.heard, 1);
    Atomics.notify(slots, guardSlots.heard);
    onInterrupt();
  });
  return { compiling: (busy) => Atomics.store(slots, guardSlots.compiling, busy ? 1 : 0) };
}
