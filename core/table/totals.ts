/**
 * Rows of totals that no word gives away, known by their amounts: a row whose start and deal are the sums of the rows
 * above it. Here: which of them is a total, a lot, or neither for certain. Not here: totals that are named (table.ts).
 *
 * What is decided, for a row that sums up at least two others (all above, those of its group, those since the last total,
 * or all below where it comes first):
 * - its lot has no name where lots have names: a total, left out, and READ_AS says so;
 * - it has a winner, an outcome, or a name formed as theirs (地块3 after 地块1 and 地块2): a lot that happens to sum up;
 * - otherwise: refused. Labelled 合计 it is left out, with a winner or outcome it is a lot.
 * A row without a name that sums nothing up may be a mean, or a total of rows that are not here: refused too.
 */
import type { InputError } from "../errors.js";
import { isBlankCell, type LeftOutRow } from "./layout.js";
import { plain } from "./reading.js";
import { cellAt, cellError, columnsFor, type Table, type TableColumn } from "./table.js";
import { failedIn, isNone, isUnsold, outcomeIn, readableNumber } from "./values.js";
import { type Meaning, remarkRow } from "./vocabulary.js";

export interface Summed {
  /** Without the rows that are totals. */
  readonly table: Table;
  /** Rows that may be totals and may be lots, with what a function says of the first. */
  readonly doubtful: readonly Doubt[];
}

export interface Doubt {
  readonly row: number;
  readonly label: string;
  readonly refusal: InputError;
}

/** Amounts of one row, or of several added up. */
interface Sum {
  start: number;
  deal: number;
  readonly rows: number[];
}

/** What is looked at to tell a lot from a total. */
interface Looked {
  readonly table: Table;
  readonly start: TableColumn;
  readonly deal: TableColumn;
  /** Lots' names; their locations where they have none. */
  readonly names: readonly TableColumn[];
  readonly groups: readonly TableColumn[];
  readonly winners: readonly TableColumn[];
  readonly outcomes: readonly TableColumn[];
  readonly failed: readonly TableColumn[];
  /** The last decimal of each column, which totals of rounded numbers are off by. */
  readonly step: { readonly start: number; readonly deal: number };
}

/** One row may equal another; to be their sum takes two. */
const leastRows = 2;
const groupMeanings: readonly Meaning[] = ["city", "district", "round"];

/** A table of lots without the totals among its rows. A table without one column each of starts and deals stays as it is. */
export function withoutSums(table: Table): Summed {
  const [start, otherStart] = columnsFor(table, "start");
  const [deal, otherDeal] = columnsFor(table, "deal");
  if (!start || !deal || otherStart || otherDeal) return { table, doubtful: [] };
  const lots = columnsFor(table, "lot");
  return search({
    table,
    start,
    deal,
    names: lots.length > 0 ? lots : columnsFor(table, "location"),
    groups: groupMeanings.flatMap((meaning) => columnsFor(table, meaning)),
    winners: columnsFor(table, "winner"),
    outcomes: columnsFor(table, "status"),
    failed: columnsFor(table, "unsold"),
    step: { start: stepOf(table, start), deal: stepOf(table, deal) },
  });
}

function search(look: Looked): Summed {
  const { table } = look;
  const labelled = new Map(table.leftOut.filter(({ why }) => why === "total").map(({ at, label }) => [at, label]));
  const rows = [...table.rows, ...labelled.keys()].sort((a, b) => a - b);
  const keys = keysOf(look, rows);
  const anyNamed = table.rows.some((row) => isNamed(look, row));
  const below = sumsBelow(look, keys);
  const above = new Map<string, Sum>();
  const sums: LeftOutRow[] = [];
  const doubtful: Doubt[] = [];
  for (const row of rows) {
    const own = amountsOf(look, row);
    const ofRow = keys.get(row) ?? [];
    const summed = summedBy(look, own, [sinceTotal, ...ofRow], (key) => above.get(key) ?? below(key, row));
    const label = labelled.get(row);
    // Without a start, or with one that is no number, it is refused for that.
    const isUnnamed =
      own.start > 0 && own.deal >= 0 && label === undefined && anyNamed && !isNamed(look, row) && !isLot(look, row);
    if (label !== undefined) {
      if (own.start > 0 && !summed && isLot(look, row)) doubtful.push({ row, label, refusal: lotCalledTotal(look, row, label) });
    } else if (isUnnamed && summed) {
      sums.push({ at: row, label: labelOf(look, row), why: "sum" });
    } else if (isUnnamed) {
      doubtful.push({ row, label: labelOf(look, row), refusal: nameless(look, row) });
    } else if (summed && !surelyLot(look, row, summed)) {
      doubtful.push({ row, label: labelOf(look, row), refusal: sumCalledLot(look, row, own, summed) });
    } else {
      for (const key of [sinceTotal, ...ofRow]) above.set(key, added(above.get(key), own, row));
      continue;
    }
    above.delete(sinceTotal);
  }
  const totals = new Set(sums.map(({ at }) => at));
  const leftOut = [...table.leftOut, ...sums].sort((a, b) => a.at - b.at);
  return { table: { ...table, rows: table.rows.filter((row) => !totals.has(row)), leftOut }, doubtful };
}

/** What a row is the sum of, if of anything: the rows above it, or those below where there are none above. */
function summedBy(
  look: Looked,
  own: Omit<Sum, "rows">,
  keys: readonly string[],
  sumOf: (key: string) => Sum | undefined,
): Sum | undefined {
  for (const key of keys) {
    const sum = sumOf(key);
    if (sum && isSum(look, own, sum)) return sum;
  }
  return undefined;
}

const sinceTotal = "since the last total";

/** The groups that a row is in: all lots, its city, district and round, and these together. A blank is the one above it. */
function keysOf({ table, groups }: Looked, rows: readonly number[]): Map<number, string[]> {
  const last: string[] = groups.map(() => "");
  const keys = new Map<number, string[]>();
  for (const row of rows) {
    for (const [i, column] of groups.entries()) {
      const cell = cellAt(table, column, row);
      if (!isNone(cell)) last[i] = `${i}:${cell}`;
    }
    keys.set(row, ["all", ...last, ...(last.length > 1 ? [last.join("|")] : [])]);
  }
  return keys;
}

/** For the first row of a group: the others of it, as a total may stand on top. */
function sumsBelow(look: Looked, keys: ReadonlyMap<number, readonly string[]>): (key: string, row: number) => Sum | undefined {
  const whole = new Map<string, Sum>();
  for (const row of look.table.rows) {
    const own = amountsOf(look, row);
    for (const key of keys.get(row) ?? []) whole.set(key, added(whole.get(key), own, row));
  }
  return (key, row) => {
    const sum = whole.get(key);
    if (sum?.rows[0] !== row) return undefined;
    const own = amountsOf(look, row);
    return { start: sum.start - own.start, deal: sum.deal - own.deal, rows: sum.rows.slice(1) };
  };
}

function amountsOf({ table, start, deal }: Looked, row: number): Omit<Sum, "rows"> {
  const amount = (column: TableColumn) => {
    const value = readableNumber(cellAt(table, column, row));
    return value === "unreadable" ? Number.NaN : (value ?? 0);
  };
  return { start: amount(start), deal: amount(deal) };
}

function added(sum: Sum | undefined, own: Omit<Sum, "rows">, row: number): Sum {
  if (!sum) return { ...own, rows: [row] };
  sum.start += own.start;
  sum.deal += own.deal;
  sum.rows.push(row);
  return sum;
}

function isSum({ step }: Looked, own: Omit<Sum, "rows">, { start, deal, rows }: Sum): boolean {
  if (rows.length < leastRows || !(start > 0)) return false;
  return isClose(own.start, start, step.start, rows.length) && isClose(own.deal, deal, step.deal, rows.length);
}

/** Equal, but for the rounding of as many numbers; of round numbers such as 10 and 20 nothing is rounded. */
function isClose(value: number, sum: number, step: number, count: number): boolean {
  const rounding = Math.min((step / 2) * (count + 1), sum / 1000);
  return Math.abs(value - sum) <= Math.max(rounding, sum * 1e-9);
}

const mostDecimals = 6;

function stepOf(table: Table, column: TableColumn): number {
  let decimals = 0;
  for (const row of table.rows) {
    const value = readableNumber(cellAt(table, column, row));
    if (typeof value !== "number" || Number.isInteger(value)) continue;
    decimals = Math.max(decimals, String(value).split(".")[1]?.length ?? 0);
    if (decimals >= mostDecimals) break;
  }
  return 10 ** -decimals;
}

function isNamed({ table, names }: Looked, row: number): boolean {
  return names.some((column) => {
    const cell = cellAt(table, column, row);
    return !isNone(cell) && !remarkRow.test(String(cell).trim().toLowerCase());
  });
}

/** A total has neither buyer nor outcome. Yes and no may be filled down to it by a formula, and premiums are averaged. */
function isLot({ table, winners, outcomes, failed, deal }: Looked, row: number): boolean {
  const cells = (columns: readonly TableColumn[]) => columns.map((column) => cellAt(table, column, row));
  return (
    cells(winners).some((cell) => !isNone(cell)) ||
    cells(outcomes).some((cell) => !isNone(cell) && outcomeIn(cell) !== undefined) ||
    cells(failed).some((cell) => failedIn(cell) === true) ||
    isUnsold(cellAt(table, deal, row))
  );
}

/** A sum that is a lot all the same. */
function surelyLot(look: Looked, row: number, { rows }: Sum): boolean {
  if (isLot(look, row)) return true;
  const columns = look.names.length > 0 ? look.names : look.table.columns.filter(({ read }) => !read);
  return columns.some((column) => {
    const text = (at: number) => plain(String(cellAt(look.table, column, at) ?? ""));
    const [name, form] = [text(row), formOf(text(row))];
    const others = rows.map(text);
    return form !== name && others.some((other) => formOf(other) === form) && !others.includes(name);
  });
}

/** A name without what numbers it: 郑政出〔2022〕5号 and 6号 are formed alike, and so are A and B, 甲地块 and 乙地块. */
function formOf(name: string): string {
  return name
    .replace(/\d+/g, "#")
    .replace(/\b[A-Za-z]\b/g, "#")
    .replace(/[一二三四五六七八九十甲乙丙丁戊己庚辛壬癸]+/gu, "#");
}

function labelOf({ table }: Looked, row: number): string {
  const cell = table.cells[row]?.find((each) => typeof each === "string" && !isBlankCell(each));
  return cell === undefined ? "" : String(cell).trim();
}

function sumCalledLot(look: Looked, row: number, own: Omit<Sum, "rows">, { rows }: Sum): InputError {
  const [from = 0, to = 0] = [Math.min(...ends(rows)) + 1, Math.max(...ends(rows)) + 1];
  const label = labelOf(look, row);
  return cellError(look.table, look.start, row, "out-of-range", {
    seen: {
      en: `is ${own.start}, and ${own.deal} in "${look.deal.heading}": the sums of ${rows.length} rows from ${from} to ${to}, so that ${label === "" ? "the row" : `"${label}"`} may be a total`,
      zh: `是 ${own.start}，“${look.deal.heading}”是 ${own.deal}：等于第 ${from}–${to} 行中 ${rows.length} 行之和，${label === "" ? "该行" : `“${label}”`}可能是合计`,
    },
    wanted: {
      en: 'for a total the label 合计 or Total, or no such row; for a lot its buyer in a column "Winner", or "sold" or "failed" in a column "Status"',
      zh: "合计行请标“合计”或删去；若是地块，请在“竞得人”列写买方，或在“成交状态”列写“成交”或“流拍”",
    },
  });
}

const ends = (rows: readonly number[]): [number, number] => [rows[0] ?? 0, rows.at(-1) ?? 0];

function nameless(look: Looked, row: number): InputError {
  const column = look.names[0] ?? look.start;
  return cellError(look.table, column, row, "missing-argument", {
    seen: { en: "is no name, and the row is not the sum of others", zh: "不是名称，且该行不等于其他行之和" },
    wanted: {
      en: "the name of the lot, or a label such as 合计 or Total for a row that is none",
      zh: "地块名称；不是地块的行请标“合计”“平均”等",
    },
  });
}

function lotCalledTotal(look: Looked, row: number, label: string): InputError {
  return cellError(look.table, look.start, row, "out-of-range", {
    seen: {
      en: `stands in a row called "${label}" like a total, with a buyer or an outcome like a lot, and is not the sum of others`,
      zh: `所在行名为“${label}”似合计，却有竞得人或成交状态，且不等于其他行之和`,
    },
    wanted: { en: "another name for a lot, or no buyer and outcome for a total", zh: "地块请改名；合计行请去掉竞得人与状态" },
  });
}
