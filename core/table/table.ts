/**
 * A pasted block as a table: its columns by meaning, its data rows, and the rows that are none (totals, remarks, blanks).
 * Here: which cell stands where, and refusals that name heading and row. Not here: what a cell says (values.ts).
 */
import { InputError, nearest, type Problem, type Text } from "../errors.js";
import type { Block, BlockCell } from "../parameters.js";
import type { MoneyUnit } from "./heading-units.js";
import { compact, type Heading, readHeading } from "./headings.js";
import { isBlankCell, type LeftOutRow, layoutOf } from "./layout.js";
import { readNumber } from "./reading.js";
import {
  type Meaning,
  type MeaningEntry,
  meanings,
  namesTotal,
  nearWords,
  remarkRow,
  sentence,
  tellingWords,
} from "./vocabulary.js";

/** One column. `read` is what its heading says, if every word of it is known. */
export interface TableColumn {
  /** Zero-based place in the block. */
  readonly at: number;
  readonly heading: string;
  readonly read?: Heading;
}

export interface Table {
  /** Catalogue id of the function that reads, named in messages. */
  readonly fn: string;
  readonly cells: Block;
  readonly columns: readonly TableColumn[];
  /** Zero-based rows of the block that hold data. */
  readonly rows: readonly number[];
  readonly leftOut: readonly LeftOutRow[];
}

/** The argument that every table function calls its block. */
const argument = "block";

/** Columns and rows of a block that was already checked. @throws InputError "too-short" for a block without a row of data */
export function tableOf(fn: string, cells: Block): Table {
  const layout = layoutOf(cells);
  const columns = layout.headings.map((heading, at): TableColumn => {
    const read = withUnit(readHeading(heading), layout.unit);
    return { at, heading, ...(read && { read }) };
  });
  const rows: number[] = [];
  const leftOut: LeftOutRow[] = [...layout.leftOut];
  const notes = notesFrom(cells, layout.dataFrom);
  for (let at = layout.dataFrom; at < cells.length; at++) {
    const row = cells[at] ?? [];
    if (row.every(isBlankCell)) continue;
    const follows = leftOut.at(-1)?.at === at - 1 && leftOut.at(-1)?.why === "remark";
    const other = notData(row, columns, { isBelowAll: at >= notes, follows });
    if (other) leftOut.push({ at, ...other });
    else rows.push(at);
  }
  const table = { fn, cells, columns, rows, leftOut };
  if (rows.length > 0) return table;
  const skipped = leftOut.map(({ label }) => `"${label}"`).join(", ");
  throw blockError(table, "too-short", {
    seen: {
      en: `has no row of data below its headings${skipped && ` (left out: ${skipped})`}`,
      zh: `表头之下没有数据行${skipped && `（不计入：${skipped}）`}`,
    },
    wanted: { en: "at least one", zh: "至少一行" },
  });
}

/** 单位：万元 above a table is the unit of the amounts whose headings have none. */
function withUnit(read: Heading | undefined, money: MoneyUnit | undefined): Heading | undefined {
  if (!read || money === undefined || read.unit.money !== undefined || meanings[read.meaning].kind !== "money") return read;
  return { ...read, unit: { ...read.unit, money } };
}

/** The row of the block from which on there are only single texts: notes can stand there, and no lots. */
function notesFrom(cells: Block, dataFrom: number): number {
  let at = cells.length;
  while (at > dataFrom && isTextAlone(cells[at - 1] ?? [])) at--;
  return at;
}

function isTextAlone(row: readonly BlockCell[]): boolean {
  return row.every((cell, i) => isBlankCell(cell) || (i === 0 && typeof cell === "string"));
}

/**
 * A row of totals, a remark or the headings again, known by its words alone: its numbers are not looked at. The word must
 * stand where a row is named, in its first cell or a column of names: a remark beside a lot may well end in 合计.
 */
function notData(
  row: readonly BlockCell[],
  columns: readonly TableColumn[],
  { isBelowAll, follows }: { readonly isBelowAll: boolean; readonly follows: boolean },
): Pick<LeftOutRow, "label" | "why"> | undefined {
  const filled = row.flatMap((cell, at) => (isBlankCell(cell) ? [] : [at]));
  const first = String(row[filled[0] ?? 0]).trim();
  const total = totalNamed(row, columns, filled);
  if (total !== undefined) return { label: total, why: "total" };
  if (filled.length > 1 && filled.every((at) => String(row[at]).trim() === columns[at]?.heading))
    return { label: first, why: "headings" };
  const isTexts = filled.every((at) => typeof row[at] === "string" && readNumber(String(row[at])) === undefined);
  if (!isTexts) return undefined;
  const isNote = isBelowAll && (follows || sentence.test(first));
  const isRemark = isNote || remarkRow.test(first.toLowerCase());
  return isRemark ? { label: first, why: "remark" } : undefined;
}

/** Columns whose text names a row; a buyer's name does not. */
function namesRows({ read }: TableColumn): boolean {
  return read !== undefined && meanings[read.meaning].kind === "name" && read.meaning !== "winner";
}

/** In a column that is not understood, the word must be the whole of it. */
const totalAlone = /^(合计|总计|小计|汇总|total|subtotal|grandtotal)$/;

function totalNamed(row: readonly BlockCell[], columns: readonly TableColumn[], filled: readonly number[]): string | undefined {
  for (const at of filled) {
    const [cell, column] = [row[at], columns[at]];
    if (typeof cell !== "string") continue;
    const text = cell.trim();
    const words = text.replace(/[(（].*[)）]/u, "").trim();
    if (at === filled[0] || (column && namesRows(column))) {
      if (namesTotal(words.toLowerCase(), compact(words))) return text;
    } else if (column && !column.read && totalAlone.test(compact(words))) return text;
  }
  return undefined;
}

/**
 * The column with a meaning, if there is one.
 * @throws InputError "ambiguous-column" if there are two: which of them is meant would be a guess
 */
export function columnFor(table: Table, meaning: Meaning): TableColumn | undefined {
  const [column, second] = table.columns.filter(({ read }) => read?.meaning === meaning);
  if (column && second) throw twice(table, meaning, column, second);
  return column;
}

/** All columns with a meaning: for what is only checked, where two are as good as one. */
export function columnsFor(table: Table, meaning: Meaning): readonly TableColumn[] {
  return table.columns.filter(({ read }) => read?.meaning === meaning);
}

/** The same, where the function cannot do without it. @throws InputError "missing-argument" too */
export function neededColumn(table: Table, meaning: Meaning): TableColumn {
  const column = columnFor(table, meaning);
  if (column) return column;
  const { label, kind } = meanings[meaning];
  const near = nearMisses(table, meaning);
  const units = kind === "money" ? { en: "; units: yuan, RMB m, 万元, 亿元", zh: "，单位可写元、万元、百万元、亿元" } : none;
  throw blockError(table, "missing-argument", {
    seen: {
      en: `has no column of ${label.en}: its headings are ${headingsOf(table)}${near.map(({ en }) => `; ${en}`).join("")}`,
      zh: `没有${label.zh}列：表头为 ${headingsOf(table)}${near.map(({ zh }) => `；${zh}`).join("")}`,
    },
    wanted: {
      en: `a heading such as ${examplesOf(meaning).en}, above the numbers${units.en}`,
      zh: `数据上方有 ${examplesOf(meaning).zh} 一类的表头${units.zh}`,
    },
  });
}

const none: Text = { en: "", zh: "" };

/** Two words in the language of the message, and one in the other. */
function examplesOf(meaning: Meaning): Text {
  const { words }: MeaningEntry = meanings[meaning];
  const en = words.filter((word) => /^[a-z]/.test(word));
  const zh = words.filter((word) => !/^[a-z]/.test(word));
  const quoted = en.slice(0, 2).map((word) => `"${word}"`);
  return { en: `${quoted.join(", ")} or ${zh[0]}`, zh: zh.slice(0, 3).join("、") };
}

const mostNearMisses = 3;

/** Columns that may be the missing one, and why they are not read as it. */
function nearMisses(table: Table, meaning: Meaning): Text[] {
  const near = nearWords[meaning];
  if (!near) return [];
  return table.columns
    .filter(({ heading }) => near.test(compact(heading)))
    .flatMap((column) => nearMiss(column, meaning) ?? [])
    .slice(0, mostNearMisses);
}

function nearMiss({ heading, read }: TableColumn, meaning: Meaning): Text | undefined {
  if (read) {
    if (read.meaning === "price" && read.of === "area" && meaning !== "price")
      return { en: `"${heading}" is per square metre, not a total`, zh: `“${heading}”是每平方米价，不是总额` };
    if (meaning === "price" && (read.meaning === "start" || read.meaning === "deal"))
      return {
        en: `"${heading}" is read as the amount of a lot of land: write 均价 or 元/㎡ for prices of homes`,
        zh: `“${heading}”读作土地金额：房价请写均价或元/㎡`,
      };
    return undefined;
  }
  const rest = notUnderstood(heading, meaning);
  return rest === undefined
    ? { en: `"${heading}" is not understood`, zh: `“${heading}”含有不认识的词` }
    : { en: `"${heading}" is not read, as its "${rest}" is not understood`, zh: `“${heading}”未读，因为不认识其中的“${rest}”` };
}

/** What is left of a heading without its longest part that is understood and means this. */
function notUnderstood(heading: string, meaning: Meaning): string | undefined {
  const outside = heading.replace(/[(（[【].*?[)）\]】]/gu, "").trim();
  if (outside !== heading.trim() && readHeading(outside)?.meaning === meaning)
    return /[(（[【](.*?)[)）\]】]/u.exec(heading)?.[1]?.trim();
  const words = compact(heading);
  for (let length = words.length - 1; length > 0; length--) {
    if (readHeading(words.slice(0, length))?.meaning === meaning) return words.slice(length);
    if (readHeading(words.slice(-length))?.meaning === meaning) return words.slice(0, -length);
  }
  return undefined;
}

function twice(table: Table, meaning: Meaning, a: TableColumn, b: TableColumn): InputError {
  const { label } = meanings[meaning];
  return blockError(table, "ambiguous-column", {
    seen: {
      en: `has two columns of ${label.en}, "${a.heading}" and "${b.heading}"`,
      zh: `有两列${label.zh}：“${a.heading}”与“${b.heading}”`,
    },
    wanted: { en: "one of them; rename or leave out the other", zh: "只保留其一，另一列改名或去掉" },
  });
}

/**
 * A column that a function reads where it is there, not understood, is no column that is not there.
 * @throws InputError "ambiguous-column" for a heading that speaks of one of these but holds an unknown word too
 */
export function refuseHalfUnderstood(table: Table, wanted: readonly Meaning[]): void {
  for (const column of table.columns) {
    if (column.read) continue;
    const meaning = wanted.find((name) => tellingWords[name]?.test(compact(column.heading)));
    if (meaning === undefined) continue;
    const { label } = meanings[meaning];
    const { en, zh } = examplesOf(meaning);
    throw columnError(table, column, "ambiguous-column", {
      seen: {
        en: `speaks of ${label.en}, with words or a unit that are not understood`,
        zh: `提到${label.zh}，但含有不认识的词或单位`,
      },
      wanted: { en: `a heading such as ${en}, or no such column`, zh: `${zh} 一类的表头，或去掉该列` },
    });
  }
}

const shownHeadings = 12;

function headingsOf({ columns }: Table): string {
  const named = columns.filter(({ heading }) => heading !== "").map(({ heading }) => `"${heading}"`);
  if (named.length === 0) return "—";
  return named.length <= shownHeadings ? named.join(", ") : `${named.slice(0, shownHeadings).join(", ")} …`;
}

/**
 * The column that someone names: by its heading as it stands there, or by any word for what it means.
 * @throws InputError "unknown-choice"
 */
export function namedColumn(table: Table, name: string, as: string): TableColumn {
  const wanted = compact(name);
  const same = table.columns.filter(({ heading }) => heading !== "" && compact(heading) === wanted);
  if (same.length === 1 && same[0]) return same[0];
  const meaning = readHeading(name)?.meaning;
  const column = meaning && columnFor(table, meaning);
  if (column) return column;
  const near = nearest(
    name,
    table.columns.map(({ heading }) => heading),
  );
  throw new InputError({
    problem: "unknown-choice",
    fn: table.fn,
    argument: as,
    seen: {
      en: `is "${name}"${near ? ` (did you mean "${near}"?)` : ""}`,
      zh: `是 "${name}"${near ? `（是否指 "${near}"？）` : ""}`,
    },
    wanted: { en: `one of the headings ${headingsOf(table)}`, zh: `表头之一：${headingsOf(table)}` },
  });
}

/** The cell of a row. */
export function cellAt(table: Table, column: TableColumn, row: number): BlockCell {
  return table.cells[row]?.[column.at];
}

export interface Words {
  readonly seen: Text;
  readonly wanted: Text;
}

/** A refusal of the block as a whole. */
export function blockError(table: Table, problem: Problem, words: Words): InputError {
  return new InputError({ problem, fn: table.fn, argument, ...words });
}

/** A column without a heading is named by its number. */
export function shownHeading({ heading, at }: TableColumn): string {
  return heading || `${at + 1}`;
}

/** A refusal of a column. */
export function columnError(table: Table, column: TableColumn, problem: Problem, words: Words): InputError {
  return new InputError({ problem, fn: table.fn, argument, column: shownHeading(column), ...words });
}

/** A refusal of one cell. */
export function cellError(table: Table, column: TableColumn, row: number, problem: Problem, words: Words): InputError {
  return new InputError({ problem, fn: table.fn, argument, column: shownHeading(column), at: row, ...words });
}
