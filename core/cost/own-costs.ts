/**
 * A city's institutional costs from the rows of a table, as people keep them.
 * Here: the columns' names and what blanks and words in them mean. Not here: reading a file (notebooks).
 */
import { InputError, isValue, type Problem, type Text } from "../errors.js";
import { type Channel, channels } from "./channels.js";
import type { DatedCost } from "./city-cost.js";
import { calendarYear } from "./years.js";

/**
 * The columns of a table of costs. channel, year and cost are needed; channel is public, employer or policy (公房, 单位,
 * 政策); basis is known (also if blank) or assumed; note is free text.
 */
export const costColumns = ["channel", "year", "cost", "basis", "note"] as const;

export type CostRow = { readonly [Column in (typeof costColumns)[number]]?: unknown };

export interface OwnCost extends DatedCost {
  readonly basis: "known" | "assumed";
}

/**
 * Costs from the rows of a table.
 * @throws InputError naming column and row: "missing-argument" for a blank that is needed, "wrong-type" for a word where a
 * number belongs, "out-of-range" for a cost of 0 or less or a year that is none, "unknown-choice" for a channel or basis
 * that is none, "unknown-argument" for a column that is not one of `costColumns`, "too-short" for no rows
 */
export function costsFromTable(rows: readonly CostRow[]): readonly OwnCost[] {
  if (rows.length === 0)
    throw refusal("too-short", "rows", { en: "is empty", zh: "为空" }, { en: "at least one cost", zh: "至少一项成本" });
  const unknown = Object.keys(rows[0] as CostRow).find((name) => !(costColumns as readonly string[]).includes(name));
  if (unknown !== undefined) {
    const wanted = costColumns.join(", ");
    throw refusal("unknown-argument", unknown, { en: "is not a column", zh: "不是可用的列" }, { en: wanted, zh: wanted });
  }
  return rows.map((row, at) => ({
    channel: choice("channel", row.channel, channelWords, at),
    year: year(row.year, at),
    cost: cost(row.cost, at),
    basis: isBlank(row.basis) ? "known" : choice("basis", row.basis, basisWords, at),
  }));
}

const channelWords = new Map<string, Channel>([
  ...(Object.keys(channels) as Channel[]).map((channel): [string, Channel] => [channel, channel]),
  ["公房", "public"],
  ["单位", "employer"],
  ["政策", "policy"],
]);
const basisWords = new Map<string, OwnCost["basis"]>([
  ["known", "known"],
  ["assumed", "assumed"],
  ["已知", "known"],
  ["假设", "assumed"],
]);

function choice<Value>(column: string, value: unknown, words: ReadonlyMap<string, Value>, at: number): Value {
  if (isBlank(value)) throw refusal("missing-argument", column, blank, oneOf(words), at);
  const found = words.get(String(value).trim().toLowerCase());
  if (found === undefined) throw refusal("unknown-choice", column, isValue(value), oneOf(words), at);
  return found;
}

function oneOf(words: ReadonlyMap<string, unknown>): Text {
  const list = [...words.keys()];
  return { en: list.join(", "), zh: list.join("、") };
}

function year(value: unknown, at: number): number {
  const wanted = { en: "a calendar year, such as 1998", zh: "公历年，如 1998" };
  const number = amount("year", value, wanted, at);
  if (Number.isInteger(number) && number >= calendarYear.atLeast && number <= calendarYear.atMost) return number;
  throw refusal("out-of-range", "year", isValue(value), wanted, at);
}

function cost(value: unknown, at: number): number {
  const wanted = { en: "yuan per square metre, above 0", zh: "每平方米成本（元），大于 0" };
  const number = amount("cost", value, wanted, at);
  if (number > 0) return number;
  throw refusal("out-of-range", "cost", isValue(value), wanted, at);
}

function amount(column: string, value: unknown, wanted: Text, at: number): number {
  if (isBlank(value)) throw refusal("missing-argument", column, blank, wanted, at);
  const number = typeof value === "string" ? Number(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw refusal("wrong-type", column, isValue(value), wanted, at);
}

const blank: Text = { en: "is blank", zh: "为空" };

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || Number.isNaN(value) || String(value).trim() === "";
}

function refusal(problem: Problem, argument: string, seen: Text, wanted: Text, at?: number): InputError {
  return new InputError({ problem, fn: "costsFromTable", argument, seen, wanted, ...(at === undefined ? {} : { at }) });
}
