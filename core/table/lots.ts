/**
 * The lots of a pasted auction table: columns as the index takes them, in one money unit, each lot checked against what
 * its own row says elsewhere. Here: lots. Not here: the index (core/land).
 */
import { isValue, type Problem, type Text } from "../errors.js";
import { isBackstop } from "../land/backstop.js";
import { priceCut } from "../land/price-cut.js";
import { converted, type MoneyUnit } from "./heading-units.js";
import { isBlankCell } from "./layout.js";
import { cellAt, cellError, columnFor, neededColumn, refuseHalfUnderstood, type Table, type TableColumn } from "./table.js";
import { withoutSums } from "./totals.js";
import { amounts, names, numbers, outcomes, shares, yesOrNo } from "./values.js";
import type { Meaning } from "./vocabulary.js";

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
  refuseOtherPremium(table, start, deal);
  return { start, deal, cut: cuts(table, deal, unit), backstop: backstops(table, start, deal) };
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

/** What outcome and winner say must agree with the deal: a missing amount is not a failed lot. */
function refuseContradictions(table: Table, dealColumn: TableColumn, deal: readonly number[]): void {
  const status = columnFor(table, "status");
  const winner = columnFor(table, "winner");
  const outcome = status && outcomes(table, status);
  const winners = winner && names(table, winner);
  for (const [i, paid] of deal.entries()) {
    const row = table.rows[i] ?? 0;
    if (status && paid > 0 && outcome?.[i] === "unsold") {
      throw cellError(table, status, row, "out-of-range", {
        seen: isValue(cellAt(table, status, row)),
        wanted: {
          en: `no deal amount beside it (${paid} in "${dealColumn.heading}")`,
          zh: `“${dealColumn.heading}”为空（现为 ${paid}）`,
        },
      });
    }
    if (paid > 0 || outcome?.[i] === "unsold") continue;
    const because = outcome?.[i] === "sold" ? cellAt(table, status as TableColumn, row) : winners?.[i];
    if (because === undefined || because === "") continue;
    throw cellError(table, dealColumn, row, "missing-argument", {
      seen: { en: "is blank or 0", zh: "为空或 0" },
      wanted: { en: `an amount, as the row says "${because}"`, zh: `金额，因为该行写明“${because}”` },
    });
  }
}

/** A premium is not needed; where it stands, it must be that of the amounts, as a fraction or in whole percents. */
function refuseOtherPremium(table: Table, start: readonly number[], deal: readonly number[]): void {
  const column = columnFor(table, "premium");
  if (!column) return;
  for (const [i, premium] of numbers(table, column).entries()) {
    const paid = deal[i] ?? 0;
    const computed = paid / (start[i] ?? 1) - 1;
    if (premium === undefined || paid === 0) continue;
    if ([premium, premium / 100].some((share) => Math.abs(share - computed) <= premiumTolerance)) continue;
    const row = table.rows[i] ?? 0;
    const percent = `${(100 * computed).toFixed(1)}%`;
    throw cellError(table, column, row, "out-of-range", {
      seen: isValue(cellAt(table, column, row)),
      wanted: { en: `about ${percent}, the premium of the row's amounts`, zh: `约 ${percent}，即该行金额的溢价率` },
    });
  }
}

/** Cuts as they stand, or from benchmarks; a lot without either has none. */
function cuts(table: Table, deal: readonly number[], unit: MoneyUnit | undefined): number[] | undefined {
  const column = columnFor(table, "cut");
  if (column) return statedCuts(table, column);
  const benchmark = columnFor(table, "benchmark");
  if (!benchmark) return undefined;
  const values = inUnit(amounts(table, benchmark), benchmark, unit);
  refuseOtherUnit(table, benchmark, values, deal);
  return values.map((value, i) => (value === undefined || !deal[i] ? 0 : priceCut(deal[i] ?? 0, value)));
}

/** A fall is positive here. A column of negative numbers alone has the other sign, and would deduct nothing. */
function statedCuts(table: Table, column: TableColumn): number[] {
  const stated = shares(table, column).map((cut = 0) => cut);
  const refused = (at: number, problem: Problem, wanted: Text) => {
    const row = table.rows[at] ?? 0;
    return cellError(table, column, row, problem, { seen: isValue(cellAt(table, column, row)), wanted });
  };
  const whole = stated.findIndex((cut) => cut > 1);
  if (whole >= 0) {
    const wanted = { en: "a fraction, 12.9%, or a heading with %", zh: "小数、12.9%，或表头带 %" };
    throw refused(whole, "percent-as-whole-number", wanted);
  }
  const negative = stated.findIndex((cut) => cut < 0);
  if (negative >= 0 && stated.every((cut) => cut <= 0)) {
    const wanted = { en: "falls as positive numbers: here no lot's is", zh: "降幅写正数（该列没有一个正数）" };
    throw refused(negative, "out-of-range", wanted);
  }
  return stated;
}

/** Backstops as they stand, or by the report's test where the table says who controls the buyer. A buyer's name says nothing. */
function backstops(table: Table, start: readonly number[], deal: readonly number[]): boolean[] | undefined {
  const column = columnFor(table, "backstop");
  if (column) return yesOrNo(table, column);
  const government = columnFor(table, "government");
  if (!government) return undefined;
  const listedColumn = columnFor(table, "listed");
  const listed = listedColumn && yesOrNo(table, listedColumn);
  return yesOrNo(table, government).map((controlled, i) =>
    isBackstop(controlled, deal[i] ?? 0, start[i] ?? 0, { listed: listed?.[i] }),
  );
}
