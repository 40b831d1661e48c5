/** compare(): what a report printed beside what is computed here, and why they differ where they do. */
import type { Displayable } from "./bundle.js";
import { type GridColumn, showGrid, sourceLine } from "./grid.js";
import { digitsFor, formatNumber, formatValue, type NumberStyle, unitHead, unitOfDifference, written } from "./number.js";
import type { Words } from "./words.js";

export interface Comparison {
  readonly what: Words;
  /** As printed. A text (a band, "7–9") is compared as text; null where the report prints none. */
  readonly published: number | string | null;
  /** Null where it cannot be computed; `why` then says so. */
  readonly computed: number | string | null;
  readonly unit?: string;
  /** Decimals that the report printed, where the number does not show them (69.0). */
  readonly digits?: number;
  /** Largest difference that counts as agreement, in the number's own unit; half a printed digit where absent. */
  readonly tolerance?: number;
  /** Required in spirit wherever the two differ: without it the table says that the difference is unexplained. */
  readonly why?: Words;
}

export interface CompareOptions {
  readonly caption?: Words;
  readonly source?: Words;
}

/** How two values compare. */
export type Verdict = "agrees" | "differs" | "incomplete";

const verdictWords: Record<Verdict, Words> = {
  agrees: { en: "agrees", zh: "一致" },
  differs: { en: "DIFFERS", zh: "不一致" },
  incomplete: { en: "cannot be compared", zh: "无法比较" },
};

const unexplained: Words = { en: "not explained yet", zh: "尚未解释" };

/** Room for the last bit of a sum, in printed digits. */
const rounding = 1e-9;

function digitsOf({ published, unit, digits }: Comparison): number {
  return digits ?? (typeof published === "number" ? digitsFor([published], unit) : 0);
}

/** Whether the computed value, rounded as the report rounds, is the one that it printed. */
export function verdictOf(row: Comparison): Verdict {
  const { published, computed, unit } = row;
  if (published === null || computed === null) return "incomplete";
  if (typeof published === "string" || typeof computed === "string") return published === computed ? "agrees" : "differs";
  const gap = Math.abs(computed - published);
  if (row.tolerance !== undefined) return gap <= row.tolerance * (1 + rounding) ? "agrees" : "differs";
  const printedGap = Math.abs(written(computed, unit) - written(published, unit)) * 10 ** digitsOf(row);
  return printedGap <= 0.5 + rounding ? "agrees" : "differs";
}

function differenceOf({ published, computed, unit }: Comparison, digits: number): Words {
  if (typeof published !== "number" || typeof computed !== "number") return "";
  const difference = written(computed, unit) - written(published, unit);
  const ofDifference = unitOfDifference(unit);
  return formatNumber(difference, { digits, sign: "always", ...(ofDifference === undefined ? {} : { unit: ofDifference }) });
}

function rowOf(row: Comparison): Words[] {
  const style: NumberStyle = { digits: digitsOf(row), ...(row.unit === undefined ? {} : { unit: row.unit }) };
  const verdict = verdictOf(row);
  // Where two numbers agree as printed, one more digit shows by how much.
  const finer = digitsOf(row) + (verdict === "differs" ? 0 : 1);
  return [
    row.what,
    formatValue(row.published, style),
    formatValue(row.computed, style),
    unitHead(row.unit),
    differenceOf(row, finer),
    verdictWords[verdict],
    row.why ?? (verdict === "differs" ? unexplained : ""),
  ];
}

const column = (head: Words, align: GridColumn["align"] = "left"): GridColumn => ({ head, unit: "", align, isRowHead: false });

const columns: readonly GridColumn[] = [
  { ...column({ en: "Figure", zh: "指标" }), isRowHead: true },
  column({ en: "Published", zh: "报告值" }, "right"),
  column({ en: "Computed", zh: "计算值" }, "right"),
  column({ en: "Unit", zh: "单位" }),
  column({ en: "Difference", zh: "差异" }, "right"),
  column({ en: "Verdict", zh: "结论" }),
  column({ en: "Differs because", zh: "差异原因" }),
];

/** Published beside computed, one row each, with the verdict in words. */
export function compare(rows: readonly Comparison[], options: CompareOptions = {}): Displayable {
  const cells = rows.map(rowOf);
  const isUsed = (at: number) => at < 3 || at === 5 || cells.some((row) => row[at] !== "");
  const kept = columns.map((_, at) => at).filter(isUsed);
  return showGrid({
    kind: "snd-compare",
    ...(options.caption === undefined ? {} : { caption: options.caption }),
    hasHead: true,
    columns: kept.flatMap((at) => columns[at] ?? []),
    rowKinds: rows.map((row) => (verdictOf(row) === "agrees" ? undefined : `snd-${verdictOf(row)}`)),
    rows: cells.map((row) => kept.map((at) => row[at] ?? "")),
    foot: options.source === undefined ? [] : [sourceLine(options.source)],
  });
}
