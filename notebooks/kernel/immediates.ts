/**
 * setImmediate, kept track of.
 * Here: the immediates that wait, and starting them again. Not here: why one of them would be ended (loop-end.ts).
 *
 * Node takes all immediates that are due off its list before it calls the first. If that one is ended from outside, the
 * others are neither called nor forgotten: Node counts them for good, and its event loop spins.
 */
import { clearImmediate as nodeClear, setImmediate as nodeSet } from "node:timers";
import { promisify } from "node:util";

type Immediate = NodeJS.Immediate;
type Start = () => Immediate;

/** How each that waits is started, in order. */
const waiting = new Map<Immediate, Start>();
/** What became of those that were started again. */
const successors = new WeakMap<Immediate, Immediate>();

/** The event loop's next turn. */
export const nextTurn = promisify(trackedSet) as () => Promise<void>;

/** Makes everything that is loaded from now on use the tracked ones. */
export function trackImmediates(timers: { setImmediate: unknown; clearImmediate: unknown }[]): void {
  Object.defineProperty(trackedSet, promisify.custom, { value: (value: unknown) => new Promise((go) => trackedSet(go, value)) });
  for (const module of timers) Object.assign(module, { setImmediate: trackedSet, clearImmediate: trackedClear });
}

/** Starts all that wait again, in their order. Those that do not keep the process alive are dropped. */
export function restartImmediates(): void {
  for (const [immediate, start] of [...waiting]) {
    waiting.delete(immediate);
    const isWanted = immediate.hasRef();
    nodeClear(immediate);
    if (isWanted) successors.set(immediate, start());
  }
}

function trackedSet<Args extends unknown[]>(callback: (...args: Args) => void, ...args: Args): Immediate {
  if (typeof callback !== "function") return nodeSet(callback, ...args); // which says what is wrong
  const start = () => {
    const immediate: Immediate = nodeSet(function run(this: unknown) {
      waiting.delete(immediate);
      callback.apply(this, args);
    });
    waiting.set(immediate, start);
    return immediate;
  };
  return start();
}

function trackedClear(immediate: Immediate | undefined): void {
  for (let at = immediate; at !== undefined && at !== null; at = successors.get(at)) {
    waiting.delete(at);
    nodeClear(at);
  }
}
