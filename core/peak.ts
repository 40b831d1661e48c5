/** The peak of a price level and how far the latest month is from it. Not here: the deepest fall on the way (levels.ts). */
import { InputError, isValue } from "./errors.js";
import type { Level } from "./levels.js";

export interface Peak {
  /** Month of the highest level; the earliest if several. */
  readonly month: string;
  /** Change of the level from that month to the last: 0 or negative. */
  readonly change: number;
}

/**
 * Highest level, and the change from it to the last month.
 * @param levels in order of time, at least one
 * @throws InputError "too-short" for none
 */
export function changeFromPeak(levels: readonly Level[]): Peak {
  const last = levels.at(-1);
  if (last === undefined) {
    const wanted = { en: "at least one month", zh: "至少一个月" };
    throw new InputError({ problem: "too-short", fn: "changeFromPeak", argument: "levels", seen: isValue(levels), wanted });
  }
  const peak = levels.reduce((highest, now) => (now.level > highest.level ? now : highest));
  return { month: peak.month, change: last.level / peak.level - 1 };
}
