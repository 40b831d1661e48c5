/**
 * The guard's thread: hears SIGINT while the main thread cannot, and ends the kernel when its parent has gone.
 * Here: nothing but that; it shares memory with the kernel and never touches its state.
 *
 * A synchronous loop behind an await blocks the event loop, so neither a signal listener nor tslab's own
 * breakOnSigint (which covers code before the first await) can stop it. But Node's SIGINT watchdog works in any
 * thread: this one sleeps inside a script run with breakOnSigint, is woken by the signal, and if the main thread
 * does not answer ends its JavaScript through the inspector, without opening a port. Node tells the watchdog
 * registered last, so a synchronous cell is still stopped by its own.
 *
 * One loop costs the kernel its life: one inside a callback that Node itself calls, such as a timer's. Node finds its
 * record of asynchronous calls out of step when such a callback is ended from outside, and aborts. The client then
 * sees that the kernel died, and starts another, as Jupyter does by itself.
 */
import { Session } from "node:inspector";
import { Script } from "node:vm";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { endGroup } from "./end-group.js";

/** Places in the shared array. */
export const guardSlots = { heard: 0, compiling: 1, sleep: 2, count: 3 } as const;

export interface GuardSetup {
  readonly slots: Int32Array<SharedArrayBuffer>;
  /** Process id of whoever started the kernel. */
  readonly parent: number;
}

/** How long the main thread may take to answer before its code is ended, in milliseconds. */
const patience = 300;
/** How often the parent is looked for, in milliseconds. */
const parentCheck = 1000;

if (!isMainThread) keepGuard(workerData as GuardSetup);

function keepGuard({ slots, parent }: GuardSetup): never {
  const sleep = new Script("globalThis.sleepUntilSignal()");
  const wake = new Script("globalThis.onSignal()");
  Object.assign(globalThis, {
    sleepUntilSignal: () => {
      for (;;) {
        Atomics.wait(slots, guardSlots.sleep, 0, parentCheck);
        if (process.ppid !== parent) endGroup();
      }
    },
    onSignal: () => {
      for (;;) {
        if (interrupted(sleep)) answerSignal(slots);
      }
    },
  });
  // The outer script keeps the watchdog installed while the inner one, just ended by a signal, is handled:
  // a second Ctrl-C in that moment would otherwise meet no handler and kill the kernel.
  for (;;) interrupted(wake);
}

function interrupted(script: Script): boolean {
  try {
    script.runInThisContext({ breakOnSigint: true });
    return false;
  } catch {
    return true;
  }
}

function answerSignal(slots: GuardSetup["slots"]): void {
  Atomics.store(slots, guardSlots.heard, 0);
  parentPort?.postMessage("interrupt");
  do Atomics.wait(slots, guardSlots.heard, 0, patience);
  while (Atomics.load(slots, guardSlots.compiling) === 1 && Atomics.load(slots, guardSlots.heard) === 0);
  if (Atomics.load(slots, guardSlots.heard) === 1) return;
  const inspector = new Session();
  inspector.connectToMainThread();
  inspector.post("Runtime.terminateExecution");
  Atomics.wait(slots, guardSlots.heard, 0, patience);
  inspector.disconnect();
}
