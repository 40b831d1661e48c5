/** All printed figures in one list, and the ways to find one. */
import { InputError, isValue, nearest } from "../errors.js";
import type { Interval } from "../interval.js";
import type { ReportId } from "../sources.js";
import { bottomFigures } from "./bottom.js";
import { costFigures } from "./cost.js";
import type { Figure, FigureTable } from "./figure.js";
import { landFigures } from "./land.js";
import { landingFigures } from "./landing.js";

/** Each once, report by report in the order of their methods: 003, 001, 002, 000. */
export const figures: readonly Figure[] = [
  ...new Set([landFigures, costFigures, bottomFigures, landingFigures].flatMap((report) => listed(report))),
];

const byId = new Map(figures.map((entry) => [entry.id, entry]));

function listed(tables: Readonly<Record<string, FigureTable>>): Figure[] {
  return Object.values(tables).flatMap((table) => Object.values(table));
}

/**
 * The figure with an id such as "003/zhengzhou/score".
 * @throws InputError "not-in-table", with the nearest id as a hint
 */
export function figure(id: string): Figure {
  const found = byId.get(id);
  if (found !== undefined) return found;
  const near = nearest(id, byId.keys());
  throw new InputError({
    problem: "not-in-table",
    fn: "figure",
    argument: "id",
    seen: isValue(id),
    wanted:
      near === undefined ? { en: "the id of a figure", zh: "图表数字的编号" } : { en: `such as ${near}`, zh: `例如 ${near}` },
  });
}

/**
 * The number of a figure that prints a single one.
 * @throws InputError "not-in-table" for an unknown id, "wrong-type" for a printed range
 */
export function numberOf(id: string): number {
  const { value } = figure(id);
  if (typeof value === "number") return value;
  throw shape(id, "a single number", "单个数字");
}

/**
 * The two ends of a figure that prints a range.
 * @throws InputError "not-in-table" for an unknown id, "wrong-type" for a single number
 */
export function rangeOf(id: string): Interval {
  const { value } = figure(id);
  if (typeof value !== "number") return value;
  throw shape(id, "a range", "区间");
}

/** The figures of one report, in its tables' order. */
export function figuresOf(report: ReportId): readonly Figure[] {
  return figures.filter((entry) => entry.report === report);
}

function shape(id: string, en: string, zh: string): InputError {
  return new InputError({ problem: "wrong-type", fn: "figure", argument: "id", seen: isValue(id), wanted: { en, zh } });
}
