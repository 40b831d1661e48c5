/**
 * A pasted block as a table: its columns by meaning, its data rows, and the rows that are none (totals, remarks, blanks).
 * Here: which cell stands where, and refusals that name heading and row. Not here: what a cell says (values.ts).
 */
import { InputError, nearest, type Problem, type Text } from "../errors.js";
import type { Block, BlockCell } from "../parameters.js";
import { compact, type Heading, readHeading } from "./headings.js";
import { isBlankText } from "./reading.js";
import { type Meaning, meanings, remarkRow, tellingWords, totalsRow } from "./vocabulary.js";

/** One column. `read` is what its heading says, if every word of it is known. */
export interface TableColumn {
  /** Zero-based place in the block. */
  readonly at: number;
  readonly heading: string;
  readonly read?: Heading;
}

export interface LeftOutRow {
  /** Zero-based row of the block. */
  readonly at: number;
  /** The text by which it was known. */
  readonly label: string;
  readonly why: "total" | "remark";
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

/** Blank as people and hosts leave it: Excel sends an empty cell as 0 on the desktop and as null on the web. */
export function isBlankCell(cell: BlockCell): boolean {
  return cell === undefined || cell === null || cell === 0 || (typeof cell === "string" && isBlankText(cell));
}

/** Columns and rows of a block that was already checked. @throws InputError "too-short" for a block without a row of data */
export function tableOf(fn: string, cells: Block): Table {
  const columns = (cells[0] ?? []).map((cell, at): TableColumn => {
    const heading = isBlankCell(cell) ? "" : String(cell).trim();
    const read = readHeading(heading);
    return { at, heading, ...(read && { read }) };
  });
  const rows: number[] = [];
  const leftOut: LeftOutRow[] = [];
  for (let at = 1; at < cells.length; at++) {
    const row = cells[at] ?? [];
    if (row.every(isBlankCell)) continue;
    const other = notData(row, columns);
    if (other) leftOut.push({ at, ...other });
    else rows.push(at);
  }
  const table = { fn, cells, columns, rows, leftOut };
  if (rows.length > 0) return table;
  throw blockError(table, "too-short", {
    seen: { en: "has no row of data below its headings", zh: "表头之下没有数据行" },
    wanted: { en: "at least one", zh: "至少一行" },
  });
}

/**
 * A row of totals or a remark, known by its words alone: its numbers are not looked at. The word must stand where a row is
 * named, in its first cell or a column of names: a remark beside a lot may well end in 合计.
 */
function notData(row: readonly BlockCell[], columns: readonly TableColumn[]): Pick<LeftOutRow, "label" | "why"> | undefined {
  const filled = row.flatMap((cell, at) => (isBlankCell(cell) ? [] : [at]));
  const texts = filled.flatMap((at) => {
    const [cell, read] = [row[at], columns[at]?.read];
    const isName = at === filled[0] || (read && meanings[read.meaning].kind === "name");
    return isName && typeof cell === "string" ? [cell.trim()] : [];
  });
  const total = texts.find((text) => totalsRow.test(compact(text.replace(/[(（].*[)）]/u, ""))));
  if (total !== undefined) return { label: total, why: "total" };
  const [only] = texts;
  const isRemark = filled.length === 1 && only !== undefined && remarkRow.test(only.toLowerCase());
  return isRemark ? { label: only, why: "remark" } : undefined;
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

/** The same, where the function cannot do without it. @throws InputError "missing-argument" too */
export function neededColumn(table: Table, meaning: Meaning): TableColumn {
  const column = columnFor(table, meaning);
  if (column) return column;
  const { label, words } = meanings[meaning];
  const examples = words.slice(0, 3).join("/");
  throw blockError(table, "missing-argument", {
    seen: {
      en: `has no column of ${label.en}: its headings are ${headingsOf(table)}`,
      zh: `没有${label.zh}列：表头为 ${headingsOf(table)}`,
    },
    wanted: { en: `a heading such as ${examples}, in the first row`, zh: `首行有 ${examples} 一类的表头` },
  });
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
    const { label, words } = meanings[meaning];
    throw columnError(table, column, "ambiguous-column", {
      seen: {
        en: `speaks of ${label.en}, with words or a unit that are not understood`,
        zh: `提到${label.zh}，但含有不认识的词或单位`,
      },
      wanted: {
        en: `a heading such as ${words.slice(0, 3).join("/")}, or no such column`,
        zh: `${words.slice(0, 3).join("/")} 一类的表头，或去掉该列`,
      },
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

/** A refusal of a column. */
export function columnError(table: Table, column: TableColumn, problem: Problem, words: Words): InputError {
  return new InputError({ problem, fn: table.fn, argument, column: column.heading, ...words });
}

/** A refusal of one cell. */
export function cellError(table: Table, column: TableColumn, row: number, problem: Problem, words: Words): InputError {
  return new InputError({ problem, fn: table.fn, argument, column: column.heading, at: row, ...words });
}
