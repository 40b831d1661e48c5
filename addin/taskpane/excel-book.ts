/** Excel's workbook as freezing and thawing see it. Here: Office.js. Not here: what is frozen, or what the provenance says. */
import type { Area, Book, Held, Place, SheetCells, Snapshot, TableArea } from "../freeze/book.js";
import { excelChange } from "./excel-change.js";

/** Excel on the web sends no answer above 5 MB; a cell is read with its formula, value and type. */
const cellsAtOnce = 20_000;
const rangesAtOnce = 2_000;

/** Excel's book, or undefined for an Excel that cannot paste values by itself (before 2019). */
export function excelBook(): Book | undefined {
  return isSupported("1.9") ? { read, spills, change: excelChange } : undefined;
}

export function isSupported(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

function read(): Promise<Snapshot> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    const { worksheets, tables, names, application, protection } = workbook;
    const active = worksheets.getActiveWorksheet();
    worksheets.load(["items/name", "items/protection/protected", "items/autoFilter/isDataFiltered"]);
    tables.load(["items/name", "items/showTotals", "items/worksheet/name", "items/autoFilter/isDataFiltered"]);
    names.load(["items/name", "items/formula"]);
    application.load("calculationState");
    protection.load("protected");
    active.load("name");
    await context.sync();
    const filtered = new Set(tables.items.flatMap((table) => (table.autoFilter.isDataFiltered ? table.worksheet.name : [])));
    const sheets: SheetCells[] = [];
    for (const sheet of worksheets.items) {
      const isFiltered = sheet.autoFilter.isDataFiltered || filtered.has(sheet.name);
      const hindrance = sheet.protection.protected ? "protected" : isFiltered ? "filtered" : undefined;
      sheets.push({ name: sheet.name, ...(hindrance && { hindrance }), ...(await usedCells(context, sheet)) });
    }
    return {
      active: active.name,
      isCalculating: application.calculationState !== "Done",
      isStructureProtected: protection.protected,
      sheets,
      tables: await tableAreas(context, tables.items),
      names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    };
  });
}

type Used = Pick<SheetCells, "top" | "left" | "formulas" | "values">;

/** With cells that are only formatted: a formula that shows "" has no value either. */
async function usedCells(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Used> {
  const used = sheet.getUsedRangeOrNullObject();
  used.load(["rowIndex", "columnIndex", "rowCount", "columnCount"]);
  await context.sync();
  const [formulas, values]: [string[][], Held[][]] = [[], []];
  if (used.isNullObject) return { top: 0, left: 0, formulas, values };
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  const step = Math.max(1, Math.floor(cellsAtOnce / columnCount));
  for (let row = 0; row < rowCount; row += step) {
    const part = sheet.getRangeByIndexes(top + row, left, Math.min(step, rowCount - row), columnCount);
    part.load(["formulas", "values", "valueTypes"]);
    await context.sync();
    formulas.push(...part.formulas.map((cells, i) => cells.map((cell, j) => formulaOf(cell, part.values[i]?.[j]))));
    values.push(...part.values.map((cells, i) => cells.map((cell, j) => heldOf(cell, part.valueTypes[i]?.[j]))));
    part.untrack();
  }
  return { top, left, formulas, values };
}

/** Excel gives a text that begins with "=" as its own formula. */
function formulaOf(formula: unknown, value: unknown): string {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : "";
}

/** Excel gives errors as texts, and a blank as an empty one. */
function heldOf(value: unknown, type: unknown): Held {
  if (type === "Error" || (type === "Unknown" && String(value).startsWith("#"))) return { error: String(value) };
  if (type === "Empty" || value === null) return null;
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

async function tableAreas(context: Excel.RequestContext, tables: readonly Excel.Table[]): Promise<TableArea[]> {
  const ranges = tables.map((table) => table.getRange());
  for (const range of ranges) range.load(["rowIndex", "columnIndex", "rowCount", "columnCount"]);
  await context.sync();
  return tables.map((table, i) => ({
    name: table.name,
    hasTotals: table.showTotals,
    ...areaOf(table.worksheet.name, ranges[i]),
  }));
}

function areaOf(sheet: string, range: Excel.Range | undefined): Area {
  const { rowIndex: row = 0, columnIndex: column = 0, rowCount: rows = 1, columnCount: columns = 1 } = range ?? {};
  return { sheet, row, column, rows, columns };
}

/** An Excel that knows no spills (before 2021) shows a result in its own cell. */
async function spills(places: readonly Place[]): Promise<Area[]> {
  if (!isSupported("1.12")) return places.map(alone);
  return Excel.run(async (context) => {
    const areas: Area[] = [];
    for (let from = 0; from < places.length; from += rangesAtOnce) {
      const part = places.slice(from, from + rangesAtOnce);
      const ranges = part.map(({ sheet, row, column }) =>
        context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).getSpillingToRangeOrNullObject(),
      );
      for (const range of ranges) range.load(["rowIndex", "columnIndex", "rowCount", "columnCount"]);
      await context.sync();
      areas.push(...part.map((place, i) => (ranges[i]?.isNullObject ? alone(place) : areaOf(place.sheet, ranges[i]))));
    }
    return areas;
  });
}

function alone({ sheet, row, column }: Place): Area {
  return { sheet, row, column, rows: 1, columns: 1 };
}
