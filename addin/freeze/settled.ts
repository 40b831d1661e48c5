/** Waiting for answers that are still to come: functions of an add-in answer after the cells have shown #BUSY!. */
import type { Book, Snapshot } from "./book.js";

/** Waits so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

const [patienceMs, stepMs] = [10_000, 250] as const;

/** The workbook once nothing is waited for any more, or as it is when patience ends. */
export async function settled(book: Book, isWaiting: (now: Snapshot) => boolean, pause: Pause): Promise<Snapshot> {
  let now = await book.read();
  for (let waited = 0; isWaiting(now) && waited < patienceMs; waited += stepMs) {
    await pause(stepMs);
    now = await book.read();
  }
  return now;
}
