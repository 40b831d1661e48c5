/** table(): rows of objects as a table. */
import type { Displayable } from "./bundle.js";
import { type Grid, type GridColumn, rowCapLine, showGrid, sourceLine } from "./grid.js";
import { digitsFor, formatValue, type NumberStyle, outgrowsYears, unitHead } from "./number.js";
import type { Words } from "./words.js";

export interface Column<Row> {
  readonly key: Extract<keyof Row, string>;
  /** Head of the column; the key where absent. */
  readonly label?: Words;
  /** A unit of the catalogue, "percent", or any word. */
  readonly unit?: string;
  /** Decimals; where absent as many as tell the column's numbers apart, at most four. */
  readonly digits?: number;
  readonly sign?: "always";
  readonly align?: "left" | "right" | "center";
  /** Text of the cell, where a number style is not enough. */
  readonly format?: (row: Row) => Words;
}

export interface TableOptions<Row> {
  /** Every field in order of appearance where absent. */
  readonly columns?: readonly Column<Row>[];
  readonly caption?: Words;
  readonly source?: Words;
  /** Most rows shown, 60 where absent; the table says when it left rows out. */
  readonly rowCap?: number;
}

export const defaultRowCap = 60;

function fieldsOf<Row extends object>(rows: readonly Row[]): Extract<keyof Row, string>[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))] as Extract<keyof Row, string>[];
}

/** A misspelt key would show an empty column, which reads as "no data". */
function refuseUnknownKeys<Row extends object>(rows: readonly Row[], columns: readonly Column<Row>[]): void {
  const fields = fieldsOf(rows);
  const unknown = columns.find(({ key }) => !fields.includes(key));
  if (unknown !== undefined && rows.length > 0) {
    throw new Error(`table: no row has the field "${unknown.key}"; the fields are ${fields.join(", ")}`);
  }
}

function numbersOf<Row>(rows: readonly Row[], key: keyof Row): number[] {
  return rows.map((row) => row[key]).filter((value): value is Row[keyof Row] & number => Number.isFinite(value));
}

function styleOf<Row>(column: Column<Row>, numbers: readonly number[]): NumberStyle {
  return {
    digits: column.digits ?? digitsFor(numbers, column.unit),
    ...(column.unit === undefined ? {} : { unit: column.unit }),
    ...(column.unit === undefined && outgrowsYears(numbers) ? { thousands: "always" } : {}),
    ...(column.sign === undefined ? {} : { sign: column.sign }),
  };
}

/** Rows of objects as a table: `table(cities, { columns: [{ key: "score", label: "HPI", unit: "points" }] })`. */
export function table<Row extends object>(rows: readonly Row[], options: TableOptions<Row> = {}): Displayable {
  return showGrid(tableGrid(rows, options));
}

export function tableGrid<Row extends object>(rows: readonly Row[], options: TableOptions<Row>): Grid {
  const columns: readonly Column<Row>[] = options.columns ?? fieldsOf(rows).map((key) => ({ key }));
  refuseUnknownKeys(rows, columns);
  const shown = rows.slice(0, options.rowCap ?? defaultRowCap);
  const numbers = columns.map(({ key }) => numbersOf(shown, key));
  const styles = columns.map((column, at) => styleOf(column, numbers[at] ?? []));
  const isNumeric = (at: number) => (numbers[at] ?? []).length > 0;
  const heads = columns.map(
    (column, at): GridColumn => ({
      head: column.label ?? column.key,
      unit: unitHead(column.unit),
      align: column.align ?? (isNumeric(at) ? "right" : "left"),
      isRowHead: at === 0 && !isNumeric(at),
    }),
  );
  const cells = shown.map((row) =>
    columns.map((column, at) => (column.format === undefined ? formatValue(row[column.key], styles[at]) : column.format(row))),
  );
  return {
    ...(options.caption === undefined ? {} : { caption: options.caption }),
    hasHead: true,
    columns: heads,
    rows: cells,
    foot: [
      ...(shown.length < rows.length ? [rowCapLine(shown.length, rows.length)] : []),
      ...(rows.length === 0 ? [{ en: "No rows.", zh: "没有数据行。" }] : []),
      ...(options.source === undefined ? [] : [sourceLine(options.source)]),
    ],
  };
}
