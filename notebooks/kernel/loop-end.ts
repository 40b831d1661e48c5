/**
 * The main thread's part in ending its own code: called from within a loop that nothing else can stop.
 * Here: whether it may end now, where it stands, and what Node must forget first. Not here: who asks (guard-thread.ts).
 *
 * The inspector runs this in the middle of the loop, on top of its stack, and the order to end everything on that stack
 * is there before it returns. What ends so runs no `finally`, so Node would be left with a record of asynchronous calls
 * that never returned, find it out of step, and abort.
 */
import { forgetCalls } from "./async-record.js";
import { guardSlots, talk } from "./guard-talk.js";

/** Enough to find the callback that the event loop called. */
const searchedFrames = 200;
/** How often an end is refused because Node's own code was innermost, which may be changing that record just then. */
const refusals = 25;
/** The order comes at once, or not at all because the guard was itself interrupted; ms. */
const orderPatience = 1000;

/** @param onEnd is told the stack of what ends, innermost frame first; it must not use promises, which may be lost */
export function loopEnd(slots: Int32Array, onEnd: (stack: string) => void): () => void {
  const { prepareStackTrace } = Error;
  let refused = 0;
  const say = (word: number) => {
    Atomics.store(slots, guardSlots.talk, word);
    Atomics.notify(slots, guardSlots.talk);
  };
  return function agree() {
    const frames = framesBelow(agree, prepareStackTrace);
    const isBusy = frames.length > 0 && Atomics.load(slots, guardSlots.compiling) === 0;
    const isDue = Atomics.load(slots, guardSlots.heard) === 0;
    if (!isBusy || !isDue || (frames[0]?.includes("node:") && refused < refusals)) {
      refused += 1;
      say(talk.refused);
      return;
    }
    refused = 0;
    onEnd(frames.join("\n"));
    forgetCalls();
    say(talk.agreed);
    // Not Atomics.wait: the loop itself may be in one.
    for (const until = performance.now() + orderPatience; performance.now() < until; ) {
      if (Atomics.load(slots, guardSlots.talk) !== talk.agreed) break;
    }
  };
}

/** What was running when the inspector called; nothing when the thread was idle. Cells may have changed how stacks are told. */
function framesBelow(called: () => void, prepareStackTrace: typeof Error.prepareStackTrace): string[] {
  const before = { prepareStackTrace: Error.prepareStackTrace, stackTraceLimit: Error.stackTraceLimit };
  Object.assign(Error, { prepareStackTrace, stackTraceLimit: searchedFrames });
  const error = new Error();
  Error.captureStackTrace(error, called);
  const lines = String(error.stack).split("\n");
  Object.assign(Error, before);
  // The first line is the headline, the next the inspector's own expression.
  return lines.filter((line) => /^\s+at /.test(line)).slice(1);
}
