/**
 * References as formulas write them → values of a snapshot: ranges of this sheet and others, whole columns, the
 * workbook's names, columns of tables. Here: what can be told from the snapshot. Not here: formulas (explain/formula.ts).
 */
import { parseA1Ref, parseStructRef } from "@borgar/fx";
import { isSameSheet, qualified } from "./area.js";
import type { Area, Held, Place, SheetCells, Snapshot, TableArea } from "./book.js";
import { errorOf, sheetNamed, valuesIn } from "./cells.js";
import { fingerprint } from "./fingerprint.js";

/** The area that a reference of a formula means; undefined for another workbook's, several sheets', or a name of something else. */
export function resolve(snapshot: Snapshot, from: Place, reference: string): Area | undefined {
  // The parser of ranges takes a column of a table for a name.
  if (reference.endsWith("]")) return resolveTable(snapshot, from, reference);
  const parsed = parseA1Ref(reference);
  if (parsed === undefined) return undefined;
  const { context = [] } = parsed;
  if (context.length > 1) return undefined;
  if ("name" in parsed) return resolveName(snapshot, from, parsed.name) ?? resolveTable(snapshot, from, `${parsed.name}[]`);
  const sheet = sheetNamed(snapshot, context[0] ?? from.sheet);
  return sheet && within(sheet, parsed.range);
}

type Bounds = Extract<ReturnType<typeof parseA1Ref>, { range: unknown }>["range"];

/** A whole column or row ends where the sheet is used. */
function within(sheet: SheetCells, { top, left, bottom, right }: Bounds): Area {
  const [row, column] = [top ?? 0, left ?? 0];
  const last = {
    row: bottom ?? sheet.top + sheet.values.length - 1,
    column: right ?? sheet.left + (sheet.values[0]?.length ?? 0) - 1,
  };
  const [rows, columns] = [Math.max(1, last.row - row + 1), Math.max(1, last.column - column + 1)];
  return { sheet: sheet.name, row, column, rows, columns };
}

function resolveName(snapshot: Snapshot, from: Place, wanted: string): Area | undefined {
  const defined = snapshot.names.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  const parsed = defined && parseA1Ref(defined.formula.replace(/^=/, ""));
  return parsed && "range" in parsed ? resolve(snapshot, from, defined.formula.replace(/^=/, "")) : undefined;
}

/** Lots, Lots[start], Lots[@start], [@start] inside of the table, Lots[[#Data],[start]:[deal]]. */
function resolveTable(snapshot: Snapshot, from: Place, reference: string): Area | undefined {
  const parsed = parseStructRef(reference);
  if (parsed === undefined) return undefined;
  const { table: name = "", columns: wanted = [], sections = [] } = parsed;
  const table = snapshot.tables.find((known) =>
    name === "" ? holds(known, from) : known.name.toLowerCase() === name.toLowerCase(),
  );
  if (table === undefined) return undefined;
  const rows = rowsOf(table, from, sections);
  const columns = columnsOf(snapshot, table, wanted);
  return rows && columns && { sheet: table.sheet, ...rows, ...columns };
}

function holds({ sheet, row, column, rows, columns }: TableArea, place: Place): boolean {
  return (
    isSameSheet(sheet, place.sheet) &&
    place.row >= row &&
    place.row < row + rows &&
    place.column >= column &&
    place.column < column + columns
  );
}

function rowsOf({ row, rows, hasTotals }: TableArea, from: Place, sections: readonly string[]) {
  const [section = "data", more] = sections.map((word) => word.toLowerCase());
  if (more !== undefined) return undefined;
  const data = { row: row + 1, rows: rows - 1 - Number(hasTotals) };
  switch (section) {
    case "data":
      return data;
    case "this row":
    case "@":
      return { row: from.row, rows: 1 };
    case "all":
      return { row, rows };
    default:
      return undefined;
  }
}

function columnsOf(snapshot: Snapshot, table: TableArea, wanted: readonly string[]) {
  if (wanted.length === 0) return { column: table.column, columns: table.columns };
  const [headings = []] = valuesIn(snapshot, { ...table, rows: 1 });
  const found = wanted.map((name) => headings.findIndex((held) => String(held).toLowerCase() === name.toLowerCase()));
  const [first = -1, last = first] = found;
  return found.includes(-1) ? undefined : { column: table.column + first, columns: last - first + 1 };
}

/** What stands in the cells of references, each area read and fingerprinted once however many formulas refer to it. */
export class Reading {
  readonly #snapshot: Snapshot;
  readonly #known = new Map<string, { readonly values: Held[][]; print?: string }>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  area(from: Place, reference: string): Area | undefined {
    return resolve(this.#snapshot, from, reference);
  }

  values(area: Area): Held[][] {
    return this.#at(area).values;
  }

  fingerprint(area: Area): string {
    const known = this.#at(area);
    known.print ??= fingerprint(known.values);
    return known.print;
  }

  /** For `callsIn`: errors as the texts that they show. */
  async cells(from: Place, reference: string): Promise<unknown[][] | undefined> {
    const area = this.area(from, reference);
    return area && this.values(area).map((row) => row.map((held) => errorOf(held) ?? held));
  }

  #at(area: Area): { readonly values: Held[][]; print?: string } {
    const key = qualified(area);
    const known = this.#known.get(key) ?? { values: valuesIn(this.#snapshot, area) };
    this.#known.set(key, known);
    return known;
  }
}
