/**
 * What the cells of a column say: amounts, shares, yes and no, outcomes, names. Here: one reading of each kind; a cell
 * that cannot be read is refused by heading and row. Not here: what is computed with it.
 */
import { type InputError, isValue, type Text } from "../errors.js";
import type { BlockCell } from "../parameters.js";
import { compact } from "./headings.js";
import { isBlankCell } from "./layout.js";
import { plain, readFlag, readNumber } from "./reading.js";
import { cellAt, cellError, columnError, type Table, type TableColumn } from "./table.js";
import { atStartWords, noneWords, noWords, soldEnding, soldWords, unsoldWords, yesWords } from "./vocabulary.js";

/** One value per data row of the table, in its order. */
type Values<Value> = Value[];

/** Blank, or what people type for it: 无, —, /, n/a. */
export function isNone(cell: BlockCell): boolean {
  return isBlankCell(cell) || (typeof cell === "string" && noneWords.has(compact(cell)));
}

/** The number in a cell, undefined for none, or what is wrong with it. */
function numberIn(cell: BlockCell): number | undefined | "unreadable" {
  if (isNone(cell)) return undefined;
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : "unreadable";
  return (typeof cell === "string" ? readNumber(cell) : undefined) ?? "unreadable";
}

/** Whether a numeric column's cell can be read at all: for reports on a table that do not stop at the first bad cell. */
export function readableNumber(cell: BlockCell): number | undefined | "unreadable" {
  return isUnsold(cell) ? undefined : numberIn(cell);
}

/**
 * Amounts of at least 0; undefined for none. With `unsold`, the words for a lot that did not sell are none too.
 * @throws InputError "wrong-type", "out-of-range"
 */
export function amounts(table: Table, column: TableColumn, options: { readonly unsold?: true } = {}): Values<number | undefined> {
  const wanted = { en: "a number of at least 0, or blank", zh: "不小于 0 的数，或留空" };
  return table.rows.map((row) => {
    const cell = cellAt(table, column, row);
    if (options.unsold && isUnsold(cell)) return undefined;
    const value = numberIn(cell);
    if (value === "unreadable") throw cellError(table, column, row, "wrong-type", { seen: isValue(cell), wanted });
    if (value !== undefined && value < 0) throw cellError(table, column, row, "out-of-range", { seen: isValue(cell), wanted });
    return value;
  });
}

/** Numbers of either sign as they stand, 12% as 0.12; undefined for none. @throws InputError "wrong-type" */
export function numbers(table: Table, column: TableColumn): Values<number | undefined> {
  const wanted = { en: "a fraction such as 0.129, or 12.9%, or blank", zh: "小数（如 0.129）或 12.9%，或留空" };
  return table.rows.map((row) => {
    const cell = cellAt(table, column, row);
    const value = numberIn(cell);
    if (value === "unreadable") throw cellError(table, column, row, "wrong-type", { seen: isValue(cell), wanted });
    return value;
  });
}

/** Premiums as `numbers` reads them, and the words for them: 底价成交 is 0. @throws InputError "wrong-type" */
export function premiums(table: Table, column: TableColumn): Values<number | undefined | "unsold"> {
  const wanted = { en: "a fraction such as 0.129, or 12.9%, or blank", zh: "小数（如 0.129）或 12.9%，或留空" };
  return table.rows.map((row) => {
    const cell = cellAt(table, column, row);
    if (isUnsold(cell)) return "unsold";
    if (typeof cell === "string" && atStartWords.has(compact(cell))) return 0;
    const value = numberIn(cell);
    if (value === "unreadable") throw cellError(table, column, row, "wrong-type", { seen: isValue(cell), wanted });
    return value;
  });
}

/**
 * Shares as fractions; undefined for none. Under a heading with % a number is a whole percentage, and so that 0.129 is not
 * read as 0.129 % where the cells are formatted as percentages, at least one number must be beyond 1.
 * @throws InputError "wrong-type"; "percent-as-whole-number" for a column that can be read in both ways
 */
export function shares(table: Table, column: TableColumn): Values<number | undefined> {
  const wholePercents = column.read?.unit.percent === true;
  const read = numbers(table, column).map((value, i) => {
    const cell = cellAt(table, column, table.rows[i] ?? 0);
    return { value, bare: wholePercents && !(typeof cell === "string" && plain(cell).endsWith("%")) };
  });
  const bare = read.flatMap(({ value, bare }) => (bare && value !== undefined ? [Math.abs(value)] : []));
  if (bare.length > 0 && bare.every((value) => value <= 1)) throw eitherPercent(table, column);
  return read.map(({ value, bare }) => (bare && value !== undefined ? value / 100 : value));
}

function eitherPercent(table: Table, column: TableColumn): InputError {
  return columnError(table, column, "percent-as-whole-number", {
    seen: { en: "has % in its heading and no number beyond 1", zh: "表头带 %，但没有大于 1 的数" },
    wanted: {
      en: "percentages as whole numbers (12.9), or a heading without % over fractions (0.129)",
      zh: "表头带 % 时写 12.9；写 0.129 时表头不带 %",
    },
  });
}

/** Yes or no; a blank is no. @throws InputError "wrong-type" */
export function yesOrNo(table: Table, column: TableColumn): Values<boolean> {
  return answers(table, column, answerIn);
}

/** The same for a column that says which lots failed, in which 流拍 is yes. @throws InputError "wrong-type" */
export function failures(table: Table, column: TableColumn): Values<boolean> {
  return answers(table, column, failedIn);
}

export function failedIn(cell: BlockCell): boolean | undefined {
  return isUnsold(cell) && readFlag(String(cell)) === undefined ? true : answerIn(cell);
}

function answers(table: Table, column: TableColumn, answerOf: typeof answerIn): Values<boolean> {
  return table.rows.map((row) => {
    const cell = cellAt(table, column, row);
    const answer = answerOf(cell);
    if (answer !== undefined) return answer;
    throw cellError(table, column, row, "wrong-type", {
      seen: isValue(cell),
      wanted: { en: "TRUE or FALSE, yes or no, or blank", zh: "TRUE/FALSE、是/否，或留空" },
    });
  });
}

export function answerIn(cell: BlockCell): boolean | undefined {
  if (isNone(cell)) return false;
  if (typeof cell === "boolean") return cell;
  if (typeof cell === "number") return cell === 1 ? true : undefined;
  const word = plain(String(cell)).toLowerCase();
  if (yesWords.has(word)) return true;
  return noWords.has(word) ? false : readFlag(word);
}

export type Outcome = "sold" | "unsold";

/** Outcomes; undefined for none. @throws InputError "unknown-choice" for a word that is neither */
export function outcomes(table: Table, column: TableColumn): Values<Outcome | undefined> {
  return table.rows.map((row) => {
    const cell = cellAt(table, column, row);
    if (isNone(cell)) return undefined;
    const outcome = outcomeIn(cell);
    if (outcome) return outcome;
    throw cellError(table, column, row, "unknown-choice", { seen: isValue(cell), wanted: outcomeWanted });
  });
}

const outcomeWanted: Text = {
  en: "成交 or sold; 流拍, 终止, 撤牌, 中止, 延期, failed, withdrawn, suspended or postponed; or blank",
  zh: "成交，或流拍、终止、撤牌、中止、延期等，或留空",
};

export function outcomeIn(cell: BlockCell): Outcome | undefined {
  if (typeof cell === "boolean") return cell ? "sold" : "unsold";
  if (typeof cell !== "string") return undefined;
  if (isUnsold(cell)) return "unsold";
  const word = withoutRemark(cell);
  return soldWords.has(word) || (word.endsWith(soldEnding) && !/[未无没不]/.test(word)) ? "sold" : undefined;
}

/** Whether a cell says that a lot did not sell. */
export function isUnsold(cell: BlockCell): boolean {
  return typeof cell === "string" && unsoldWords.has(withoutRemark(cell));
}

/** What a remark says first: 流拍 of "流拍，无人报名", and all of "上次流拍后重新挂牌". */
export function firstClause(text: string): string {
  return (
    plain(text)
      .split(/[,，;；.。、\n]/)[0]
      ?.trim() ?? ""
  );
}

/** 流拍（无人报名） is 流拍. */
function withoutRemark(text: string): string {
  return compact(text.replace(/[(（].*[)）]/u, ""));
}

/** Names; "" for none, and for the words that say that a lot has no buyer. */
export function names(table: Table, column: TableColumn): Values<string> {
  return table.rows.map((row) => {
    const cell = cellAt(table, column, row);
    return isNone(cell) || isUnsold(cell) ? "" : plain(String(cell));
  });
}
