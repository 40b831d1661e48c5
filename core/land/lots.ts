/**
 * A round lot by lot: from the rows of a table, as people keep them, to the columns that the index takes.
 * Here: the columns' names and what blanks and words in them mean. Not here: reading a file (notebooks).
 */
import { InputError, isValue, type Problem, type Text } from "../errors.js";
import { readFlag, readNumber } from "../table/reading.js";
import { isBackstop } from "./backstop.js";
import { priceCut } from "./price-cut.js";

/** One lot, with its cut and its backstop flag decided. Money in one unit. */
export interface Lot {
  readonly lot: string;
  readonly start: number;
  /** 0 if it did not sell. */
  readonly deal: number;
  /** Fall below the benchmark, ratio; 0 if there is none to compare with. */
  readonly cut: number;
  readonly backstop: boolean;
  readonly basis: "known" | "assumed";
}

/**
 * The columns of a table of lots. lot, start and deal are needed; a blank deal is a lot that did not sell; a blank
 * benchmark is a lot with nothing to compare with; government_buyer and listed are yes or no, blank for no; basis is
 * known (also if blank) or assumed.
 */
export const lotColumns = ["lot", "start", "deal", "benchmark", "government_buyer", "listed", "basis"] as const;

export type LotRow = { readonly [Column in (typeof lotColumns)[number]]?: unknown };

/**
 * Lots from the rows of a table.
 * @throws InputError naming column and row: "missing-argument" for a blank that is needed, "wrong-type" for a word where a
 * number or yes/no belongs, "unknown-argument" for a column that is not one of `lotColumns`, "too-short" for no rows, and
 * whatever `priceCut` and `isBackstop` refuse
 */
export function lotsFromTable(rows: readonly LotRow[]): readonly Lot[] {
  if (rows.length === 0)
    throw refusal("too-short", "rows", { en: "is empty", zh: "为空" }, { en: "at least one lot", zh: "至少一宗地块" });
  const unknown = Object.keys(rows[0] as LotRow).find((name) => !(lotColumns as readonly string[]).includes(name));
  if (unknown !== undefined) {
    const wanted = lotColumns.join(", ");
    throw refusal("unknown-argument", unknown, { en: "is not a column", zh: "不是可用的列" }, { en: wanted, zh: wanted });
  }
  return rows.map(lotFromRow);
}

function lotFromRow(row: LotRow, at: number): Lot {
  const start = amount("start", row.start, at);
  if (start === undefined) throw refusal("missing-argument", "start", blank, { en: "a starting amount", zh: "起始价" }, at);
  const deal = amount("deal", row.deal, at) ?? 0;
  const benchmark = amount("benchmark", row.benchmark, at);
  const government = yes("government_buyer", row.government_buyer, at);
  const listed = yes("listed", row.listed, at);
  return {
    lot: isBlank(row.lot) ? `${at + 1}` : String(row.lot),
    start,
    deal,
    cut: benchmark === undefined || deal === 0 ? 0 : priceCut(deal, benchmark),
    backstop: isBackstop(government, deal, start, { listed }),
    basis: String(row.basis ?? "").trim() === "assumed" ? "assumed" : "known",
  };
}

/** Columns as `hpi` takes them. */
export function columnsOf(lots: readonly Lot[]): {
  readonly start: number[];
  readonly deal: number[];
  readonly cut: number[];
  readonly backstop: boolean[];
} {
  return {
    start: lots.map(({ start }) => start),
    deal: lots.map(({ deal }) => deal),
    cut: lots.map(({ cut }) => cut),
    backstop: lots.map(({ backstop }) => backstop),
  };
}

const blank: Text = { en: "is blank", zh: "为空" };

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || Number.isNaN(value) || String(value).trim() === "";
}

function amount(column: string, value: unknown, at: number): number | undefined {
  if (isBlank(value)) return undefined;
  const number = typeof value === "string" ? readNumber(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw refusal("wrong-type", column, isValue(value), { en: "a number", zh: "数字" }, at);
}

function yes(column: string, value: unknown, at: number): boolean {
  if (isBlank(value)) return false;
  const answer = readFlag(String(value));
  if (answer !== undefined) return answer;
  throw refusal("wrong-type", column, isValue(value), { en: "yes or no", zh: "yes/no（是/否）" }, at);
}

function refusal(problem: Problem, argument: string, seen: Text, wanted: Text, at?: number): InputError {
  return new InputError({ problem, fn: "lotsFromTable", argument, seen, wanted, ...(at === undefined ? {} : { at }) });
}
