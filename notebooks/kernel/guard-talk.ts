/** The words between the kernel and its guard. Here: memory that both threads share. Not here: what either does (guard.ts, guard-thread.ts). */

/** Places in the shared array. */
export const guardSlots = { heard: 0, compiling: 1, sleep: 2, talk: 3, count: 4 } as const;
/** What the two threads have said of the loop that is to be ended; the guard asks and orders, the loop's thread answers. */
export const talk = { silent: 0, asked: 1, agreed: 2, refused: 3, ordered: 4 } as const;
/** Global name of the function by which the main thread answers. */
export const agreeHook = "soundings.agreeToEnd";

/** What the guard tells the main thread's event loop: that there was a signal, or that something was ended because of it. */
export type News = "interrupt" | "ended";

export interface GuardSetup {
  readonly slots: Int32Array<SharedArrayBuffer>;
  /** Process id of whoever started the kernel. */
  readonly parent: number;
}
