/** What a figure printed in a report carries with it, so that no notebook types it again. Not here: any figure. */
import type { Text } from "../errors.js";
import type { Printed } from "../printed.js";
import type { Passage } from "../sources.js";

/** A figure as a report prints it. It can stand wherever a `Printed` can. */
export interface Figure extends Printed {
  readonly label: Text;
  /** Decimals printed. */
  readonly decimals: number;
  readonly unit: Text;
  /** What the figure is about: ISO date, month or year. */
  readonly date: string;
  readonly passage: Passage;
}

export const hundredMillionYuan: Text = { en: "100 million yuan (亿元)", zh: "亿元" };
export const lots: Text = { en: "lots (宗)", zh: "宗" };
export const cities: Text = { en: "cities", zh: "个城市" };
export const points: Text = { en: "points", zh: "分" };
export const percent: Text = { en: "%", zh: "%" };

/** A figure from its value and the number of decimals it is printed with. */
export function figure(value: number, decimals: number, rest: Omit<Figure, "value" | "decimals" | "halfUnit">): Figure {
  return { value, decimals, halfUnit: 0.5 * 10 ** -decimals, ...rest };
}
