/**
 * What a function accepts: one description per argument, from which checks, help and types all follow.
 * Here: argument shapes, domains and the check itself. Not here: spreadsheet cells (addin/cells.ts).
 */
import { isCalendarMonth } from "./calendar.js";
import { InputError, isValue, nearest, type Problem, same, type Text } from "./errors.js";
import type { Unit } from "./units.js";

/** One number per row. A blank (null or undefined) counts as 0, as a blank cell does. */
export type Column = ArrayLike<number | null | undefined>;

/** One yes/no per row. A blank or 0 counts as no. */
export type Flags = ArrayLike<boolean | 0 | 1 | null | undefined>;

/** One cell of a pasted block. A blank is null, undefined, an empty text or 0. */
export type BlockCell = string | number | boolean | null | undefined;

/** A pasted table: rows of cells, as many in each, the first row its headings. */
export type Block = readonly (readonly BlockCell[])[];

/** Which numbers an argument takes. Bounds are inclusive unless the name says otherwise. */
export interface Domain {
  readonly above?: number;
  readonly atLeast?: number;
  readonly below?: number;
  readonly atMost?: number;
  readonly whole?: true;
  /** 0 is a zero denominator, not merely out of range. */
  readonly divides?: true;
  /** Beyond this size the number must be a percentage typed as a whole number (2.37 for 2.37 %). */
  readonly wholePercentBeyond?: number;
  /** The same for positive numbers only, where a negative one has a bound of its own (growth of −100 % or less). */
  readonly wholePercentAbove?: number;
}

/** Open bounds between which every number is in the domain, and whether 0 is. What lies outside gets the whole check. */
interface Sure {
  readonly low: number;
  readonly high: number;
  readonly zeroFits: boolean;
}

export type Presence = "required" | "optional" | "defaulted";

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: Text;
}

/** One argument. `In` is what a caller gives, `Out` what the function receives after the check. */
export interface Parameter<Name extends string = string, In = unknown, Out = unknown, P extends Presence = Presence> {
  /** Public name in snake_case: Excel, command line and docs. TypeScript uses it in camelCase. */
  readonly name: Name;
  /** The name in camelCase: the key under which TypeScript gives and receives it. */
  readonly key: string;
  readonly shape: "number" | "column" | "flag" | "flags" | "choice" | "text" | "block";
  readonly presence: P;
  readonly unit: Unit;
  readonly label: Text;
  readonly help: Text;
  readonly domain: Domain;
  /** Derived from the domain: numbers that need no further look. */
  readonly sure: Sure;
  readonly choices: readonly Choice[];
  readonly default?: Out;
  /** Name of the column that this one must match in length. */
  readonly sameLengthAs?: string;
  /** Fewest rows a column or block may have. */
  readonly leastRows: number;
  /** Never present: carries the type of what a caller gives. */
  readonly accepts?: In;
}

interface Words {
  readonly unit?: Unit;
  readonly label: Text;
  readonly help: Text;
}
type PresenceOf<S> = S extends { readonly default: unknown }
  ? "defaulted"
  : S extends { readonly optional: true }
    ? "optional"
    : "required";
type Optionality<Value> = { readonly optional?: true; readonly default?: Value };

function parameter<Name extends string, In, Out, S extends Words & Optionality<Out>>(
  name: Name,
  shape: Parameter["shape"],
  spec: S,
  rest: Partial<Pick<Parameter, "domain" | "choices" | "sameLengthAs" | "leastRows">>,
): Parameter<Name, In, Out, PresenceOf<S>> {
  const domain = rest.domain ?? {};
  const presence = spec.default !== undefined ? "defaulted" : spec.optional ? "optional" : "required";
  return {
    name,
    key: camel(name),
    shape,
    presence: presence as PresenceOf<S>,
    unit: spec.unit ?? "none",
    label: spec.label,
    help: spec.help,
    domain,
    sure: surelyInside(domain),
    choices: rest.choices ?? [],
    leastRows: rest.leastRows ?? 1,
    ...(spec.default === undefined ? {} : { default: spec.default }),
    ...(rest.sameLengthAs === undefined ? {} : { sameLengthAs: rest.sameLengthAs }),
  };
}

/** A single number. */
export function number<const N extends string, const S extends Words & Optionality<number> & { domain?: Domain }>(
  name: N,
  spec: S,
) {
  return parameter<N, number, number, S>(name, "number", spec, spec.domain ? { domain: spec.domain } : {});
}

/** A column of numbers; a blank row is 0. */
export function column<
  const N extends string,
  const S extends Words & { optional?: true; domain?: Domain; sameLengthAs?: string; leastRows?: number },
>(name: N, spec: S): Parameter<N, Column, Float64Array, PresenceOf<S>> {
  return parameter<N, Column, Float64Array, S>(name, "column", spec, spec);
}

/** A single yes/no. */
export function flag<const N extends string, const S extends Words & Optionality<boolean>>(name: N, spec: S) {
  return parameter<N, boolean, boolean, S>(name, "flag", spec, {});
}

/** A column of yes/no; a blank row is no. */
export function flags<const N extends string, const S extends Words & { optional?: true; sameLengthAs?: string }>(
  name: N,
  spec: S,
): Parameter<N, Flags, Uint8Array, PresenceOf<S>> {
  return parameter<N, Flags, Uint8Array, S>(name, "flags", spec, spec);
}

/** One of a closed list of words; the Chinese and English labels are accepted as well as the value. */
export function choice<const N extends string, const V extends string, const S extends Words & Optionality<V>>(
  name: N,
  choices: readonly Choice<V>[],
  spec: S,
) {
  return parameter<N, V, V, S>(name, "choice", spec, { choices });
}

/** A free text, such as a city's name. */
export function text<const N extends string, const S extends Words & Optionality<string>>(name: N, spec: S) {
  return parameter<N, string, string, S>(name, "text", spec, {});
}

/** A heading and one row below it. */
const leastBlockRows = 2;

/** A pasted block of cells with its headings in the first row. */
export function block<const N extends string, const S extends Words>(name: N, spec: S): Parameter<N, Block, Block, "required"> {
  return parameter<N, Block, Block, S & { optional?: never }>(name, "block", spec, {
    leastRows: leastBlockRows,
  }) as Parameter<N, Block, Block, "required">;
}

/** snake_case to camelCase, in types … */
export type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;

/** … and in values: the one rule that joins public names to TypeScript names. */
export function camel<const Name extends string>(name: Name): Camel<Name> {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()) as Camel<Name>;
}

/** What a function works with after the check: every argument by its TypeScript name. */
export type Checked<Params extends readonly Parameter[]> = {
  readonly [P in Params[number] as Camel<P["name"]>]: P extends Parameter<string, unknown, infer Out, infer Pr>
    ? Pr extends "optional"
      ? Out | undefined
      : Out
    : never;
};

/**
 * Check arguments against their descriptions, fill defaults, and turn columns into typed arrays.
 * @param fn catalogue id, named in messages
 * @param given arguments by TypeScript name; null and undefined mean "not given"
 * @throws InputError for the first argument that does not fit
 */
export function check<const Params extends readonly Parameter[]>(fn: string, params: Params, given: object): Checked<Params> {
  const values = given as Record<string, unknown>;
  if (areSureNumbers(params, values)) return values as Checked<Params>;
  const checked: Record<string, unknown> = {};
  let isRelated = false;
  for (const p of params) {
    checked[p.key] = checkOne(fn, p, values[p.key]);
    if (p.sameLengthAs !== undefined) isRelated = true;
  }
  if (isRelated) for (const p of params) if (p.sameLengthAs !== undefined) checkLength(fn, p, checked, p.sameLengthAs);
  return checked as Checked<Params>;
}

/** Most calls from cells: nothing to fill in, nothing to look at closely, and nothing to copy. */
function areSureNumbers(params: readonly Parameter[], values: Readonly<Record<string, unknown>>): boolean {
  for (let i = 0; i < params.length; i++) {
    const p = params[i] as Parameter;
    const value = values[p.key];
    if (p.shape !== "number" || typeof value !== "number" || !isSure(p.sure, value)) return false;
  }
  return true;
}

function checkOne(fn: string, p: Parameter, value: unknown): unknown {
  if (typeof value === "number" && p.shape === "number") return checkNumber(fn, p, value);
  if (value === undefined || value === null) {
    if (p.presence !== "required") return p.default;
    throw refusal(fn, p, "missing-argument", { en: "is missing", zh: "缺失" });
  }
  switch (p.shape) {
    case "number":
      return checkNumber(fn, p, value);
    case "column":
      return checkColumn(fn, p, value);
    case "flag":
      return checkFlag(fn, p, value);
    case "flags":
      return checkFlags(fn, p, value);
    case "choice":
      return checkChoice(fn, p, value);
    case "text":
      return checkText(fn, p, value);
    case "block":
      return checkBlock(fn, p, value);
  }
}

function checkNumber(fn: string, p: Parameter, value: unknown, at?: number): number {
  if (typeof value === "number" && isSure(p.sure, value)) return value;
  if (typeof value !== "number" || Number.isNaN(value)) throw refusal(fn, p, "wrong-type", isValue(value), at);
  const problem = domainProblem(p.domain, value);
  if (problem) throw refusal(fn, p, problem, isValue(value), at);
  return value;
}

function domainProblem(d: Domain, value: number): Problem | undefined {
  if (!Number.isFinite(value)) return "out-of-range";
  if (d.wholePercentBeyond !== undefined && Math.abs(value) > d.wholePercentBeyond) return "percent-as-whole-number";
  if (d.wholePercentAbove !== undefined && value > d.wholePercentAbove) return "percent-as-whole-number";
  if (d.divides && value === 0) return "zero-denominator";
  const inside =
    !(d.above !== undefined && value <= d.above) &&
    !(d.atLeast !== undefined && value < d.atLeast) &&
    !(d.below !== undefined && value >= d.below) &&
    !(d.atMost !== undefined && value > d.atMost) &&
    !(d.whole && !Number.isInteger(value));
  return inside ? undefined : "out-of-range";
}

function checkColumn(fn: string, p: Parameter, value: unknown): Float64Array {
  const rows = checkRows(fn, p, value);
  const result = rows instanceof Float64Array ? rows : new Float64Array(rows.length);
  const { sure } = p;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    result[i] = typeof row === "number" && isSure(sure, row) ? row : checkNumber(fn, p, row ?? 0, i);
  }
  return result;
}

/** Long columns are checked at the speed of two comparisons a row. */
function isSure({ low, high, zeroFits }: Sure, value: number): boolean {
  return value === 0 ? zeroFits : value > low && value < high;
}

function surelyInside(d: Domain): Sure {
  const beyond = d.wholePercentBeyond ?? Number.POSITIVE_INFINITY;
  const low = Math.max(d.above ?? -beyond, d.atLeast ?? -beyond, -beyond);
  const high = Math.min(d.below ?? beyond, d.atMost ?? beyond, beyond, d.wholePercentAbove ?? beyond);
  return { low: d.whole ? high : low, high, zeroFits: domainProblem(d, 0) === undefined };
}

function checkFlags(fn: string, p: Parameter, value: unknown): Uint8Array {
  const rows = checkRows(fn, p, value);
  const result = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    // The two answers of nearly every row first: a million lots are checked at a glance.
    if (row === true) result[i] = 1;
    else if (row !== false) result[i] = checkFlag(fn, p, row ?? false, i) ? 1 : 0;
  }
  return result;
}

function checkRows(fn: string, p: Parameter, value: unknown): ArrayLike<unknown> {
  const isColumn = Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
  if (!isColumn) throw refusal(fn, p, "wrong-type", isValue(value));
  const rows = value as unknown as ArrayLike<unknown>;
  if (rows.length < p.leastRows) throw refusal(fn, p, "too-short", rowCount(rows.length));
  return rows;
}

function checkFlag(fn: string, p: Parameter, value: unknown, at?: number): boolean {
  if (value === true || value === 1) return true;
  if (value === false || value === 0) return false;
  throw refusal(fn, p, "wrong-type", isValue(value), at);
}

function checkText(fn: string, p: Parameter, value: unknown): string {
  if (typeof value !== "string") throw refusal(fn, p, "wrong-type", isValue(value));
  const trimmed = value.trim();
  if (trimmed === "") throw refusal(fn, p, "missing-argument", isValue(value));
  if (p.unit === "calendar-month" && !isCalendarMonth(trimmed)) throw refusal(fn, p, "wrong-type", isValue(value));
  return trimmed;
}

function checkChoice(fn: string, p: Parameter, value: unknown): string {
  for (const { value: name } of p.choices) if (name === value) return name;
  const word = checkText(fn, p, value).toLowerCase();
  for (const { value: name, label } of p.choices) {
    if ([name, label.en, label.zh].some((accepted) => accepted.toLowerCase() === word)) return name;
  }
  const near = nearest(
    word,
    p.choices.map((c) => c.value),
  );
  const seen = isValue(value);
  const hint = near === undefined ? seen : { en: `${seen.en} (did you mean "${near}"?)`, zh: `${seen.zh}（是否指 "${near}"？）` };
  throw refusal(fn, p, "unknown-choice", hint);
}

const isCell = (cell: unknown) => cell === null || ["string", "number", "boolean", "undefined"].includes(typeof cell);

/** Its shape and kinds of cells; what the cells say is read column by column (core/table). */
function checkBlock(fn: string, p: Parameter, value: unknown): Block {
  // Not every(): it passes over the rows that a list made by its length does not have.
  if (!Array.isArray(value) || value.findIndex((row) => !Array.isArray(row)) >= 0) {
    throw refusal(fn, p, "wrong-type", isValue(value));
  }
  const rows = value as readonly (readonly unknown[])[];
  if (rows.length < p.leastRows) throw refusal(fn, p, "too-short", rowCount(rows.length));
  const width = rows[0]?.length ?? 0;
  for (const [i, row] of rows.entries()) {
    if (row.length !== width) throw ragged(fn, p, i, row.length, width);
    if (!row.every(isCell)) throw refusal(fn, p, "wrong-type", strangeCell(i));
  }
  return rows as Block;
}

function strangeCell(row: number): Text {
  return {
    en: `holds in row ${row + 1} what is neither text, number, TRUE, FALSE nor blank`,
    zh: `第 ${row + 1} 行含有文本、数字、TRUE/FALSE、空白以外的内容`,
  };
}

function ragged(fn: string, p: Parameter, row: number, cells: number, width: number): InputError {
  return new InputError({
    problem: "length-mismatch",
    fn,
    argument: p.name,
    seen: { en: `has ${cells} cells in row ${row + 1}`, zh: `第 ${row + 1} 行有 ${cells} 个单元格` },
    wanted: { en: `${width} cells in every row, as in the first`, zh: `每行 ${width} 个单元格，与首行相同` },
  });
}

function checkLength(fn: string, p: Parameter, checked: Record<string, unknown>, as: string): void {
  const own = checked[p.key] as ArrayLike<unknown> | undefined;
  const other = checked[camel(as)] as ArrayLike<unknown> | undefined;
  if (own === undefined || other === undefined || own.length === other.length) return;
  throw new InputError({
    problem: "length-mismatch",
    fn,
    argument: p.name,
    seen: rowCount(own.length),
    wanted: rowsWanted(other.length, as),
  });
}

function refusal(fn: string, p: Parameter, problem: Problem, seen: Text, at?: number): InputError {
  return new InputError({
    problem,
    fn,
    argument: p.name,
    seen,
    wanted: wantedBy(p, problem, at),
    ...(at === undefined ? {} : { at }),
  });
}

function rowCount(rows: number): Text {
  return { en: `has ${rows} ${rows === 1 ? "row" : "rows"}`, zh: `有 ${rows} 行` };
}

function rowsWanted(rows: number, as: string): Text {
  return { en: `${rows} ${rows === 1 ? "row" : "rows"}, as many as ${as}`, zh: `与 ${as} 相同的 ${rows} 行` };
}

/** What an argument takes, as the end of a sentence: "a number above 0". */
export function wantedBy(p: Parameter, problem?: Problem, at?: number): Text {
  if (problem === "percent-as-whole-number") {
    return { en: "a fraction, such as 0.0237 or 2.37% (not 2.37)", zh: "小数形式的比率，如 0.0237 或 2.37%（不是 2.37）" };
  }
  switch (p.shape) {
    case "number":
      return numberWanted(p.domain);
    case "column":
      return at !== undefined
        ? numberWanted(p.domain)
        : { en: `a column of at least ${p.leastRows} ${p.leastRows === 1 ? "row" : "rows"}`, zh: `至少 ${p.leastRows} 行的一列` };
    case "flag":
    case "flags":
      return { en: "TRUE or FALSE", zh: "TRUE 或 FALSE" };
    case "choice":
      return same(p.choices.map((c) => `"${c.value}"`).join(" / "));
    case "text":
      return p.unit === "calendar-month"
        ? { en: "a month written yyyy-mm, such as 2025-09, as text", zh: "文本形式的年月 yyyy-mm，如 2025-09" }
        : { en: "a text", zh: "文本" };
    case "block":
      return { en: "rows of cells: one row of headings and at least one row below", zh: "多行单元格：首行为表头，其下至少一行" };
  }
}

function numberWanted(d: Domain): Text {
  const en: string[] = [];
  const zh: string[] = [];
  if (d.divides) {
    en.push("other than 0");
    zh.push("非零");
  }
  if (d.above !== undefined) {
    en.push(`above ${d.above}`);
    zh.push(`大于 ${d.above}`);
  }
  if (d.atLeast !== undefined) {
    en.push(`of at least ${d.atLeast}`);
    zh.push(`不小于 ${d.atLeast}`);
  }
  if (d.below !== undefined) {
    en.push(`below ${d.below}`);
    zh.push(`小于 ${d.below}`);
  }
  if (d.atMost !== undefined) {
    en.push(`of at most ${d.atMost}`);
    zh.push(`不大于 ${d.atMost}`);
  }
  const kind = d.whole ? { en: "a whole number", zh: "整数" } : { en: "a finite number", zh: "有限的数" };
  return {
    en: [kind.en, en.join(" and ")].filter(Boolean).join(" "),
    zh: zh.length > 0 ? `${zh.join("且")} 的${d.whole ? "整数" : "数"}` : kind.zh,
  };
}
