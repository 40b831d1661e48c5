/**
 * The guard's thread: hears SIGINT while the main thread cannot, and ends the kernel when its parent has gone.
 * Here: nothing but that; it shares memory with the kernel and never touches its state.
 *
 * A synchronous loop behind an await, or in any callback, blocks the event loop, so neither a signal listener nor
 * tslab's own breakOnSigint (which covers code before the first await) can stop it. But Node's SIGINT watchdog works in
 * any thread: this one sleeps inside a script run with breakOnSigint, and is woken by the signal. Node tells the watchdog
 * registered last, so a synchronous cell is still stopped by its own. If the main thread does not answer, its JavaScript
 * is ended through the inspector, without opening a port: the inspector's messages reach even a thread in a loop. First
 * the main thread is asked to agree from within the loop (loop-end.ts), because Node must be prepared for its end.
 */
import { Session } from "node:inspector";
import { Script } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import { endGroup } from "./end-group.js";
import { agreeHook, type GuardSetup, guardSlots, type News, talk } from "./guard-talk.js";

/** How long the main thread may take to answer before its code is ended, in milliseconds. */
const patience = 300;
/** After a refusal, until the loop is somewhere else, in milliseconds. */
const moment = 2;
/** How often the parent is looked for, in milliseconds. */
const parentCheck = 1000;

function keepGuard({ slots, parent }: GuardSetup): never {
  const sleep = new Script("globalThis.sleepUntilSignal()");
  const wake = new Script("globalThis.onSignal()");
  const guard = new Guard(slots, parent);
  let signalled = false;
  Object.assign(globalThis, {
    sleepUntilSignal: () => {
      for (;;) guard.wait(guardSlots.sleep, 0, parentCheck);
    },
    onSignal: () => {
      for (;;) {
        if (signalled || interrupted(sleep)) guard.answerSignal();
        signalled = false;
      }
    },
  });
  // The outer script keeps the watchdog installed while the inner one, just ended by a signal, is handled:
  // a second Ctrl-C in that moment would otherwise meet no handler and kill the kernel.
  for (;;) signalled = interrupted(wake);
}

function interrupted(script: Script): boolean {
  try {
    script.runInThisContext({ breakOnSigint: true });
    return false;
  } catch {
    return true;
  }
}

class Guard {
  readonly #slots: GuardSetup["slots"];
  readonly #parent: number;
  /** Kept where a second signal, which ends whatever runs here, cannot lose it. */
  #inspector: Session | undefined;

  constructor(slots: GuardSetup["slots"], parent: number) {
    this.#slots = slots;
    this.#parent = parent;
  }

  /** Sleeps while the slot holds the value, and no longer than that. */
  wait(slot: number, value: number, milliseconds: number): void {
    Atomics.wait(this.#slots, slot, value, milliseconds);
    if (process.ppid !== this.#parent) endGroup();
  }

  answerSignal(): void {
    Atomics.store(this.#slots, guardSlots.heard, 0);
    this.#tell("interrupt");
    do this.wait(guardSlots.heard, 0, patience);
    while (Atomics.load(this.#slots, guardSlots.compiling) === 1 && !this.#heard);
    while (!this.#heard) this.wait(guardSlots.heard, 0, this.#endLoop() ? patience : moment);
    this.#inspector?.disconnect();
    this.#inspector = undefined;
  }

  #tell(news: News): void {
    parentPort?.postMessage(news);
  }

  get #heard(): boolean {
    return Atomics.load(this.#slots, guardSlots.heard) === 1;
  }

  /** Ends what the main thread runs, if that agrees. A question that it cannot hear yet is not asked twice. */
  #endLoop(): boolean {
    const inspector = this.#connected();
    if (this.#said !== talk.asked && this.#said !== talk.agreed) {
      Atomics.store(this.#slots, guardSlots.talk, talk.asked);
      inspector.post("Runtime.evaluate", { expression: `globalThis[Symbol.for("${agreeHook}")]()`, silent: true });
    }
    this.wait(guardSlots.talk, talk.asked, patience);
    if (this.#said !== talk.agreed) return false;
    inspector.post("Runtime.terminateExecution");
    Atomics.store(this.#slots, guardSlots.talk, talk.ordered);
    this.#tell("ended");
    return true;
  }

  get #said(): number {
    return Atomics.load(this.#slots, guardSlots.talk);
  }

  #connected(): Session {
    if (this.#inspector !== undefined) return this.#inspector;
    this.#inspector = new Session();
    this.#inspector.connectToMainThread();
    return this.#inspector;
  }
}

keepGuard(workerData as GuardSetup);
