/** When prices last stood where they stand now. Not here: any city's prices (notebooks/data). */
import { InputError, isValue } from "../errors.js";

export interface LevelOfMonth {
  /** yyyy-mm */
  readonly month: string;
  /** Index on any base. */
  readonly level: number;
}

/**
 * The latest month before `month` in which the level was no higher than in it: what a fall has taken back.
 * @returns yyyy-mm, or undefined if the series was always higher
 * @throws InputError "not-in-table" for a month that the series lacks
 */
export function lastAtLevel(series: readonly LevelOfMonth[], month: string): string | undefined {
  const { level } = levelIn(series, month);
  const earlier = series.filter((then) => then.month < month && then.level <= level).map((then) => then.month);
  return earlier.sort().at(-1);
}

/**
 * Change of the level from one month to another, ratio.
 * @throws InputError "not-in-table"
 */
export function changeOfLevel(series: readonly LevelOfMonth[], from: string, to: string): number {
  return levelIn(series, to).level / levelIn(series, from).level - 1;
}

function levelIn(series: readonly LevelOfMonth[], month: string): LevelOfMonth {
  const found = series.find((then) => then.month === month);
  if (found !== undefined) return found;
  throw new InputError({
    problem: "not-in-table",
    fn: "levelIn",
    argument: "month",
    seen: isValue(month),
    wanted: { en: "a month of the series", zh: "序列中的月份" },
  });
}
