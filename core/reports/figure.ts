/** What a figure printed in a report carries with it, and how the tables of figures are written. Not here: any figure. */
import type { Text } from "../errors.js";
import type { Interval } from "../interval.js";
import { type Printed, printed } from "../printed.js";
import type { Passage, ReportId } from "../sources.js";
import type { Unit } from "../units.js";

/**
 * measured: an observation that the report cites or made. estimate: the report's own calculation, judgement or forecast.
 * claim: stated without a source. worked-example: an assumed number in an illustration.
 */
export type FigureKind = "measured" | "estimate" | "claim" | "worked-example";

/** Words around the number: "about 50 %", "130 and more", "under 5 %". */
export type Qualifier = "about" | "above" | "below";

/** A figure as a report prints it. One with a single number can stand wherever a `Printed` can. */
export interface Figure<Value extends number | Interval = number | Interval> {
  /** Never changes: report, table and name, such as "003/zhengzhou/score". */
  readonly id: string;
  readonly report: ReportId;
  /** In the unit given; shares, rates and changes are fractions, falls are negative changes. */
  readonly value: Value;
  /** Half of the last printed place: the most that rounding can have moved the number. */
  readonly halfUnit: number;
  /** Decimals printed, counted in the unit stored (2.37 % has 4); negative for round tens, hundreds … */
  readonly decimals: number;
  readonly unit: Unit;
  /** What the number is … */
  readonly label: Text;
  /** … and what it covers. */
  readonly scope: Text;
  /** ISO date, month or year, or two of them as from/to. Absent where the report gives none. */
  readonly when?: string;
  readonly says: Text;
  readonly passage: Passage;
  readonly kind: FigureKind;
  readonly qualifier?: Qualifier;
}

/** What the figures of one table share. */
export interface Context {
  readonly scope: Text;
  readonly passage: Passage;
  readonly says: Text;
  readonly kind: FigureKind;
  readonly when?: string;
}

/** A figure without what its table says for it. */
export type Row<Value extends number | Interval = number | Interval> = Pick<
  Figure<Value>,
  "value" | "halfUnit" | "decimals" | "unit" | "label"
> &
  Particulars;

/** What sets one figure apart from the rest of its table. */
export type Particulars = Partial<Context> & Pick<Figure, "qualifier">;

/** A table of figures under their names. */
export type FigureTable<Rows extends Readonly<Record<string, Row>> = Readonly<Record<string, Row>>> = {
  readonly [Name in keyof Rows]: Figure<Rows[Name]["value"]>;
};

/** A single printed number. */
export function point(value: number, decimals: number, unit: Unit, en: string, zh: string, more: Particulars = {}): Row<number> {
  return { ...printed(value, decimals), decimals, unit, label: { en, zh }, ...more };
}

/** A printed range of two numbers. */
export function span(
  [low, high]: readonly [low: number, high: number],
  decimals: number,
  unit: Unit,
  en: string,
  zh: string,
  more: Particulars = {},
): Row<Interval> {
  return { value: { low, high }, halfUnit: printed(low, decimals).halfUnit, decimals, unit, label: { en, zh }, ...more };
}

/** Figures that share a context, each under the id report/table/name. */
export function table<const Rows extends Readonly<Record<string, Row>>>(
  name: string,
  context: Context,
  rows: Rows,
): FigureTable<Rows> {
  const report = context.passage.report.id as ReportId;
  const figures = Object.entries(rows).map(([key, row]) => [key, { id: `${report}/${name}/${key}`, report, ...context, ...row }]);
  return Object.fromEntries(figures) as FigureTable<Rows>;
}

/** A figure's two ends; a single number is both. */
export function ends({ value }: Pick<Figure, "value">): Interval {
  return typeof value === "number" ? { low: value, high: value } : value;
}

/** Whether a computed number is what a printed one can stand for: equal after rounding, or on the side that its words say. */
export function agrees(computed: number, figure: Printed & Pick<Figure, "qualifier">): boolean {
  const step = 2 * figure.halfUnit;
  const slack = 1e-9 * Math.max(1, Math.abs(figure.value));
  const difference = computed - figure.value;
  if (figure.qualifier === "above") return difference >= -slack && difference < step;
  if (figure.qualifier === "below") return difference <= slack && difference > -step;
  return Math.abs(difference) <= figure.halfUnit + slack;
}
