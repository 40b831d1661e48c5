/**
 * The lots of a pasted auction table: columns as the index takes them, in one money unit, each lot checked against what
 * its own row says elsewhere. Here: lots. Not here: the index (core/land).
 */
import { type InputError, isValue, type Problem, type Text } from "../errors.js";
import { isBackstop } from "../land/backstop.js";
import { priceCut } from "../land/price-cut.js";
import { converted, type MoneyUnit } from "./heading-units.js";
import { isBlankCell } from "./layout.js";
import { plain, readFlag } from "./reading.js";
import {
  cellAt,
  cellError,
  columnFor,
  columnsFor,
  neededColumn,
  refuseHalfUnderstood,
  shownHeading,
  type Table,
  type TableColumn,
} from "./table.js";
import { withoutSums } from "./totals.js";
import {
  amounts,
  failedIn,
  failures,
  firstClause,
  isNone,
  isUnsold,
  type Outcome,
  outcomeIn,
  outcomes,
  premiums,
  shares,
  yesOrNo,
} from "./values.js";
import { backstopRemark, type Meaning } from "./vocabulary.js";

/** Columns of the same length, one row per lot. */
export interface TableLots {
  readonly start: readonly number[];
  /** 0 for a lot that did not sell. */
  readonly deal: readonly number[];
  readonly cut: readonly number[] | undefined;
  readonly backstop: readonly boolean[] | undefined;
}

/** A deal further from its start than this is in another unit: 亿元 and 万元 are 10,000 apart. */
const plausibleRatio = 100;
/** A premium that is printed in whole percents, of amounts that are rounded too, is this far from theirs at most. */
const premiumTolerance = 0.02;

/** The unit that all amounts are read in: that of the starting amounts, else of the deals, else none is known. */
export function moneyUnit(table: Table): MoneyUnit | undefined {
  const stated = (meaning: Meaning) =>
    table.columns.find(({ read }) => read?.meaning === meaning && read.unit.money)?.read?.unit.money;
  return stated("start") ?? stated("deal") ?? stated("benchmark");
}

/** A table of lots without its totals. @throws InputError for a row that may be a total and may be a lot */
export function lotRows(table: Table): Table {
  const { table: lots, doubtful } = withoutSums(table);
  if (doubtful[0]) throw doubtful[0].refusal;
  return lots;
}

/**
 * Every lot of a table.
 * @throws InputError naming heading and row: "missing-argument" without a starting amount or deal column, or for a blank
 * start; "out-of-range" for amounts that contradict outcome, winner, premium or each other; and what values.ts refuses
 */
export function lotsOf(table: Table): TableLots {
  refuseHalfUnderstood(table, ["status", "cut", "benchmark", "backstop"]);
  const unit = moneyUnit(table);
  const [startColumn, dealColumn] = [neededColumn(table, "start"), neededColumn(table, "deal")];
  const start = starts(table, startColumn, unit);
  const deal = inUnit(amounts(table, dealColumn, { unsold: true }), dealColumn, unit).map((amount) => amount ?? 0);
  refuseOtherUnit(table, dealColumn, deal, start);
  refuseContradictions(table, dealColumn, deal);
  refuseOtherPremium(table, dealColumn, start, deal);
  return { start, deal, cut: cuts(table, start, deal, unit), backstop: backstops(table, dealColumn, start, deal) };
}

function inUnit(
  values: readonly (number | undefined)[],
  column: TableColumn,
  unit: MoneyUnit | undefined,
): (number | undefined)[] {
  const own = column.read?.unit.money;
  if (own === undefined || unit === undefined || own === unit) return [...values];
  return values.map((value) => (value === undefined ? undefined : converted(value, own, unit)));
}

function starts(table: Table, column: TableColumn, unit: MoneyUnit | undefined): number[] {
  return inUnit(amounts(table, column), column, unit).map((value, i) => {
    if (value !== undefined && value > 0) return value;
    const row = table.rows[i] ?? 0;
    const isAlone = (table.cells[row] ?? []).filter((cell) => !isBlankCell(cell)).length === 1;
    throw cellError(table, column, row, "missing-argument", {
      seen: { en: "is blank or 0", zh: "为空或 0" },
      wanted: {
        en: `the starting amount of every lot offered${isAlone ? " (begin a note with Note: or 注：)" : ""}`,
        zh: `每宗出让地块的起始价${isAlone ? "（注释行请以“注：”开头）" : ""}`,
      },
    });
  });
}

/** An amount 100 times another of the same lot is in another unit. */
function refuseOtherUnit(
  table: Table,
  column: TableColumn,
  values: readonly (number | undefined)[],
  others: readonly number[],
): void {
  for (const [i, value = 0] of values.entries()) {
    const other = others[i] ?? 0;
    const ratio = value / other;
    if (value === 0 || other === 0 || (ratio <= plausibleRatio && ratio >= 1 / plausibleRatio)) continue;
    throw cellError(table, column, table.rows[i] ?? 0, "out-of-range", {
      seen: { en: `is ${value}, beside ${other} for the same lot`, zh: `是 ${value}，而同一地块另一金额为 ${other}` },
      wanted: { en: "the same unit, or both units in the headings", zh: "两列单位一致，或在表头写明各自的单位" },
    });
  }
}

/** A cell that says something of its lot. */
interface Witness {
  readonly column: TableColumn;
  readonly row: number;
}

/** What a row says of its lot's sale beside the amounts. */
function outcomeSaid(table: Table, column: TableColumn, row: number): Outcome | undefined {
  const cell = cellAt(table, column, row);
  if (isNone(cell)) return undefined;
  switch (column.read?.meaning) {
    case "status":
      return outcomeIn(cell);
    case "unsold":
      return failedIn(cell) ? "unsold" : "sold";
    case "winner":
      return isUnsold(cell) ? "unsold" : "sold";
    case "lot":
    case "location":
      return typeof cell === "string" && unsoldInBrackets(cell) ? "unsold" : undefined;
    default:
      return typeof cell === "string" && readFlag(firstClause(cell)) === undefined ? outcomeIn(firstClause(cell)) : undefined;
  }
}

/** C地块（流拍）. */
function unsoldInBrackets(name: string): boolean {
  if (!/[)）\]】]/.test(name)) return false;
  return [...name.matchAll(/[(（[【]([^)）\]】]*)[)）\]】]/gu)].some(([, inside = ""]) => isUnsold(inside));
}

/** Columns that may say whether a lot was sold. One without a heading is looked at like remarks. */
function witnesses(table: Table): TableColumn[] {
  for (const column of columnsFor(table, "status")) outcomes(table, column);
  for (const column of columnsFor(table, "unsold")) failures(table, column);
  const meanings: readonly Meaning[] = ["status", "unsold", "winner", "remark", "lot", "location"];
  const nameless = table.columns.filter(({ heading }) => heading === "");
  return [...meanings.flatMap((meaning) => columnsFor(table, meaning)), ...nameless];
}

/** What a row says of its lot must agree with the deal and with itself: a missing amount is not a failed lot. */
function refuseContradictions(table: Table, dealColumn: TableColumn, deal: readonly number[]): void {
  const columns = witnesses(table);
  for (const [i, paid] of deal.entries()) {
    const row = table.rows[i] ?? 0;
    const said: Partial<Record<Outcome, Witness>> = {};
    for (const column of columns) {
      const outcome = outcomeSaid(table, column, row);
      if (outcome) said[outcome] ??= { column, row };
    }
    if (paid > 0 && said.unsold) throw contradiction(table, said.unsold, { column: dealColumn, row });
    if (said.sold && said.unsold) throw contradiction(table, said.unsold, said.sold);
    if (paid === 0 && said.sold) throw missingDeal(table, dealColumn, said.sold);
  }
}

/** Two cells of a row that cannot both be right. */
function contradiction(table: Table, one: Witness, other: Witness): InputError {
  const cell = cellAt(table, other.column, other.row);
  const is = isNone(cell) ? { en: "is blank", zh: "为空" } : isValue(cell);
  return cellError(table, one.column, one.row, "out-of-range", {
    seen: isValue(cellAt(table, one.column, one.row)),
    wanted: {
      en: `what agrees with "${shownHeading(other.column)}", which ${is.en} in the same row`,
      zh: `与同一行“${shownHeading(other.column)}”一致的内容（该列${is.zh}）`,
    },
  });
}

function missingDeal(table: Table, dealColumn: TableColumn, { column, row }: Witness): InputError {
  const because = cellAt(table, column, row);
  return cellError(table, dealColumn, row, "missing-argument", {
    seen: { en: "is blank or 0", zh: "为空或 0" },
    wanted: {
      en: `an amount, as "${shownHeading(column)}" says "${because}" in the same row`,
      zh: `金额，因为同一行“${shownHeading(column)}”写明“${because}”`,
    },
  });
}

/**
 * A premium is not needed; where it stands, it must be that of the amounts, as a fraction or in whole percents. Of a lot that
 * did not sell it is none, or the −100 % that a formula gives for it.
 */
function refuseOtherPremium(table: Table, dealColumn: TableColumn, start: readonly number[], deal: readonly number[]): void {
  for (const column of columnsFor(table, "premium")) {
    for (const [i, premium] of premiums(table, column).entries()) {
      const [paid, row] = [deal[i] ?? 0, table.rows[i] ?? 0];
      if (premium === undefined || (premium === 0 && paid === 0)) continue;
      if (premium === "unsold") {
        if (paid > 0) throw contradiction(table, { column, row }, { column: dealColumn, row });
        continue;
      }
      const computed = paid / (start[i] ?? 1) - 1;
      if ([premium, premium / 100].some((share) => Math.abs(share - computed) <= premiumTolerance)) continue;
      if (paid === 0) throw missingDeal(table, dealColumn, { column, row });
      const percent = `${(100 * computed).toFixed(1)}%`;
      throw cellError(table, column, row, "out-of-range", {
        seen: isValue(cellAt(table, column, row)),
        wanted: { en: `about ${percent}, the premium of the row's amounts`, zh: `约 ${percent}，即该行金额的溢价率` },
      });
    }
  }
}

/** Cuts as they stand, or from benchmarks; a lot without either has none. */
function cuts(
  table: Table,
  start: readonly number[],
  deal: readonly number[],
  unit: MoneyUnit | undefined,
): number[] | undefined {
  const column = columnFor(table, "cut");
  const benchmark = columnFor(table, "benchmark");
  const stated = column && statedCuts(table, column, deal);
  if (!benchmark) return stated;
  const values = inUnit(amounts(table, benchmark), benchmark, unit);
  refuseOtherUnit(table, benchmark, values, deal);
  if (!stated) return values.map((value, i) => (value === undefined || !deal[i] ? 0 : priceCut(deal[i] ?? 0, value)));
  refuseOtherCut(table, column, benchmark, { stated, values, start, deal });
  return stated;
}

/** A stated cut beside a benchmark must be that of the deal or of the start against it; which of them is the table's to say. */
function refuseOtherCut(
  table: Table,
  column: TableColumn,
  benchmark: TableColumn,
  lots: {
    readonly stated: readonly number[];
    readonly values: readonly (number | undefined)[];
    readonly start: readonly number[];
    readonly deal: readonly number[];
  },
): void {
  for (const [i, cut] of lots.stated.entries()) {
    const [before, row] = [lots.values[i] ?? 0, table.rows[i] ?? 0];
    const paid = lots.deal[i] ?? 0;
    if (before === 0 || paid === 0 || isNone(cellAt(table, column, row))) continue;
    const computed = [paid, lots.start[i] ?? 0].map((amount) => priceCut(amount, before));
    if (computed.some((one) => Math.abs(one - cut) <= premiumTolerance)) continue;
    throw contradiction(table, { column, row }, { column: benchmark, row });
  }
}

/** A fall is positive here. A column of negative numbers alone has the other sign, and would deduct nothing. */
function statedCuts(table: Table, column: TableColumn, deal: readonly number[]): number[] {
  const stated = shares(table, column).map((cut = 0) => cut);
  const refused = (at: number, problem: Problem, wanted: Text) => {
    const row = table.rows[at] ?? 0;
    return cellError(table, column, row, problem, { seen: isValue(cellAt(table, column, row)), wanted });
  };
  const whole = stated.findIndex((cut) => cut > 1);
  if (whole >= 0) {
    const cell = cellAt(table, column, table.rows[whole] ?? 0);
    if (column.read?.unit.percent || (typeof cell === "string" && plain(cell).endsWith("%")))
      throw refused(whole, "out-of-range", { en: "a fall of less than 100 %", zh: "小于 100% 的降幅" });
    const wanted = { en: "a fraction, 12.9%, or a heading with %", zh: "小数、12.9%，或表头带 %" };
    throw refused(whole, "percent-as-whole-number", wanted);
  }
  const free = stated.findIndex((cut, i) => cut === 1 && (deal[i] ?? 0) > 0);
  if (free >= 0)
    throw refused(free, "out-of-range", { en: "a fall of less than 100 % (1% is 0.01)", zh: "小于 100% 的降幅（1% 写 0.01）" });
  const negative = stated.findIndex((cut) => cut < 0);
  if (negative >= 0 && stated.every((cut) => cut <= 0)) {
    const wanted = { en: "falls as positive numbers: here no lot's is", zh: "降幅写正数（该列没有一个正数）" };
    throw refused(negative, "out-of-range", wanted);
  }
  return stated;
}

/**
 * Backstops as they stand, or by the report's test where the table says who controls the buyer. A buyer's name says nothing.
 * @throws InputError for a backstop that did not sell, that another column rules out, or that only a remark speaks of
 */
function backstops(
  table: Table,
  dealColumn: TableColumn,
  start: readonly number[],
  deal: readonly number[],
): boolean[] | undefined {
  const [column, government] = [columnFor(table, "backstop"), columnFor(table, "government")];
  const listedColumn = columnFor(table, "listed");
  const controlled = government && yesOrNo(table, government);
  const listed = listedColumn && yesOrNo(table, listedColumn);
  const found = column
    ? yesOrNo(table, column)
    : controlled?.map((own, i) => isBackstop(own, deal[i] ?? 0, start[i] ?? 0, { listed: listed?.[i] }));
  if (column) {
    for (const [i, isOne] of found?.entries() ?? []) {
      const row = table.rows[i] ?? 0;
      if (!isOne) continue;
      if (!deal[i]) throw contradiction(table, { column, row }, { column: dealColumn, row });
      if (government && !controlled?.[i] && !isNone(cellAt(table, government, row)))
        throw contradiction(table, { column, row }, { column: government, row });
      if (listedColumn && listed?.[i]) throw contradiction(table, { column, row }, { column: listedColumn, row });
    }
  }
  refuseRemarkedBackstop(table, found);
  return found;
}

function refuseRemarkedBackstop(table: Table, found: readonly boolean[] | undefined): void {
  for (const column of columnsFor(table, "remark")) {
    for (const [i, row] of table.rows.entries()) {
      const cell = cellAt(table, column, row);
      if (typeof cell !== "string" || found?.[i] || !backstopRemark.test(firstClause(cell).toLowerCase())) continue;
      throw cellError(table, column, row, "out-of-range", {
        seen: isValue(cell),
        wanted: {
          en: 'the same in a column "Backstop" (兜底), which the index is computed from',
          zh: "同时在“兜底”列写明“是”，指数按该列计算",
        },
      });
    }
  }
}
