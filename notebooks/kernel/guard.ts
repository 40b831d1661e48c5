/**
 * A second thread that can act when the first is stuck in a cell.
 * Here: the kernel's side of it. What it does and why it works is in guard-thread.ts.
 */
import { Worker } from "node:worker_threads";
import { agreeHook, type GuardSetup, guardSlots, type News } from "./guard-talk.js";
import { loopEnd } from "./loop-end.js";

export interface Guard {
  /** While the compiler runs it is not cut short: a half-updated program would spoil the next cells. */
  compiling(busy: boolean): void;
}

export interface GuardEvents {
  /** For each interrupt, once the main thread can hear it. */
  readonly onInterrupt: () => void;
  /** From within what is about to be ended because of an interrupt; as loopEnd has it. */
  readonly onEnd: (stack: string) => void;
  /** After that, from the event loop. */
  readonly onEnded: () => void;
}

export function startGuard({ onInterrupt, onEnd, onEnded }: GuardEvents): Guard {
  const slots = new Int32Array(new SharedArrayBuffer(guardSlots.count * Int32Array.BYTES_PER_ELEMENT));
  const setup: GuardSetup = { slots, parent: process.ppid };
  Object.defineProperty(globalThis, Symbol.for(agreeHook), { value: loopEnd(slots, onEnd) });
  const worker = new Worker(new URL("./guard-thread.js", import.meta.url), { workerData: setup });
  worker.unref();
  worker.on("message", (news: News) => {
    if (news === "ended") return onEnded();
    onInterrupt();
    // Not at once: endless ticks and microtasks let this be heard, but nothing after it.
    setImmediate(() => {
      Atomics.store(slots, guardSlots.heard, 1);
      Atomics.notify(slots, guardSlots.heard);
    });
  });
  return { compiling: (busy) => Atomics.store(slots, guardSlots.compiling, busy ? 1 : 0) };
}
