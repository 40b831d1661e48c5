/**
 * A sheet of the try-it workbook as an .xlsx file holds it: values, formulas with theirs, spills, looks, widths, heights,
 * and what may be typed where.
 * Not here: the file (files.ts).
 */
import { type IFunctionService, LexerTreeBuilder } from "@univerjs/engine-formula";
import type { SheetDataValidationModel } from "@univerjs/preset-sheets-data-validation";
import type { CellObject, RowInfo, utils as Utils, WorkSheet } from "xlsx";
import { type CellLook, pixelsPerDigit, pointsPerPixel } from "../workbook/look.js";
import type { CellRule } from "../workbook/rule.js";
import { withRules } from "../workbook/rule-xml.js";
import { storedFormula } from "../workbook/stored.js";
import type { StyleTable } from "../workbook/style-table.js";
import { type CellValue, isError, isForcedText, type Readable, spillsOf, usedSize, valuesIn, type Worksheet } from "./cells.js";
import { lookOf } from "./look.js";
import { cellRule } from "./rules.js";

export interface Exportable extends Readable {
  readonly functions: Pick<IFunctionService, "hasExecutor">;
  readonly rules: Pick<SheetDataValidationModel, "getRules">;
}

interface Target {
  /** The library is loaded when it is first used. */
  readonly utils: typeof Utils;
  /** Of the whole workbook. */
  readonly styles: StyleTable;
}

export interface XlsxSheet {
  /** As the library writes it. */
  readonly cells: WorkSheet;
  /** What the library wrote → the same with styles, widths and rules. */
  readonly finish: (xml: string) => string;
}

export function xlsxSheet(engine: Exportable, sheet: Worksheet, { utils, styles }: Target): XlsxSheet {
  const used = usedSize(engine, sheet);
  const cells: WorkSheet = { "!rows": heightsOf(sheet), "!merges": mergesOf(sheet) };
  if (used.rows > 0) putCells(engine, sheet, used, { cells, utils });
  const numbers = new Map<string, number>();
  const reach = { rows: used.rows, columns: used.columns };
  forEachStyled(sheet, (r, c, look) => {
    const at = utils.encode_cell({ r, c });
    numbers.set(at, styles.numberOf(look));
    // The library leaves out a blank cell without a format.
    cells[at] ??= { t: "z", z: "General" };
    reach.rows = Math.max(reach.rows, r + 1);
    reach.columns = Math.max(reach.columns, c + 1);
  });
  if (reach.rows > 0) cells["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: reach.rows - 1, c: reach.columns - 1 } });
  const widths = Array.from({ length: reach.columns }, (_, column) => sheet.getColumnWidth(column));
  const rules = rulesOf(engine, sheet);
  return { cells, finish: (xml) => withRules(withWidths(withStyles(xml, numbers), widths), rules) };
}

type Size = ReturnType<typeof usedSize>;

function putCells(
  engine: Exportable,
  sheet: Worksheet,
  { rows, columns }: Size,
  { cells, utils }: { readonly cells: WorkSheet; readonly utils: typeof Utils },
): void {
  const formulas = sheet.getRange(0, 0, rows, columns).getFormulas();
  for (const [r, line] of valuesIn(engine, sheet, { top: 0, left: 0, rows, columns }).entries()) {
    for (const [c, value] of line.entries()) {
      const formula = formulas[r]?.[c] ?? "";
      if (value === null && formula === "") continue;
      cells[utils.encode_cell({ r, c })] = {
        ...content(value, isForcedText(sheet, r, c)),
        ...(formula === "" ? {} : { f: storedFormula(withPrefixes(engine, formula)) }),
      };
    }
  }
  for (const { startRow, startColumn, endRow, endColumn } of spillsOf(engine, sheet)) {
    const anchor: CellObject | undefined = cells[utils.encode_cell({ r: startRow, c: startColumn })];
    const range = utils.encode_range({ s: { r: startRow, c: startColumn }, e: { r: endRow, c: endColumn } });
    if (anchor?.f) Object.assign(anchor, { F: range, D: true });
  }
}

function rulesOf(engine: Exportable, sheet: Worksheet): CellRule[] {
  const rules = engine.rules.getRules(sheet.getWorkbook().getUnitId(), sheet.getSheetId());
  return rules.flatMap((rule) => cellRule(rule, (formula) => storedFormula(withPrefixes(engine, formula))) ?? []);
}

/** Every cell with a look of its own, of its row or of its column. */
function forEachStyled(sheet: Worksheet, use: (row: number, column: number, look: CellLook) => void): void {
  const core = sheet.getSheet();
  core.getCellMatrix().forValue((row, column, cell) => {
    const look = lookOf(core.getComposedCellStyleByCellData(row, column, cell));
    if (Object.keys(look).length > 0) use(row, column, look);
  });
}

/** Rows that are not as high as others are, whether someone has made them so or what stands in them. */
function heightsOf(sheet: Worksheet): RowInfo[] {
  const core = sheet.getSheet();
  const { rowData, defaultRowHeight } = core.getConfig();
  const heights: RowInfo[] = [];
  for (const row of Object.keys(rowData).map(Number)) {
    const height = core.getRowManager().getRowHeight(row);
    if (height !== defaultRowHeight) heights[row] = { hpt: height * pointsPerPixel };
  }
  return heights;
}

function mergesOf(sheet: Worksheet): NonNullable<WorkSheet["!merges"]> {
  return sheet
    .getSheet()
    .getMergeData()
    .map(({ startRow, startColumn, endRow, endColumn }) => ({
      s: { r: startRow, c: startColumn },
      e: { r: endRow, c: endColumn },
    }));
}

/** The library may number styles itself: after a file that lists the general format among its own, it does for every cell. */
function withStyles(xml: string, numbers: ReadonlyMap<string, number>): string {
  return xml.replace(/(<c r="([A-Z]+\d+)")(?: s="\d+")?/g, (_, start: string, at: string) => {
    const style = numbers.get(at);
    return style === undefined ? start : `${start} s="${style}"`;
  });
}

/** Not by the library, which takes the digits of whatever file it read last. */
function withWidths(xml: string, widths: readonly number[]): string {
  const columns = widths.map((width, i) => {
    const [at, digits] = [i + 1, Number((width / pixelsPerDigit).toFixed(4))];
    return `<col min="${at}" max="${at}" width="${digits}" customWidth="1"/>`;
  });
  return columns.length === 0 ? xml : xml.replace(/<sheetData/, `<cols>${columns.join("")}</cols><sheetData`);
}

const errorNumbers: Readonly<Record<string, number>> = {
  "#NULL!": 0x00,
  "#DIV/0!": 0x07,
  "#REF!": 0x17,
  "#NAME?": 0x1d,
  "#NUM!": 0x24,
  "#N/A": 0x2a,
};
/** Excel too writes this for its newer errors, such as #SPILL!. */
const valueError = 0x0f;

function content(value: CellValue, isText: boolean): Pick<CellObject, "t" | "v"> {
  if (value === null) return { t: "s", v: "" };
  if (!isText && isError(value)) return { t: "e", v: errorNumbers[value] ?? valueError };
  return { t: ({ number: "n", string: "s", boolean: "b" } as const)[typeof value as "number"], v: value };
}

/** As a file spells functions that are newer than its format. A builder remembers the names of LET, and is used once. */
function withPrefixes({ functions }: Exportable, formula: string): string {
  const isFunction = functions.hasExecutor.bind(functions);
  const prefixed = new LexerTreeBuilder().getNewFormulaWithPrefix(formula, isFunction) ?? formula;
  return prefixed.replace(/_xlfn\.(?=(FILTER|SORT)\()/gi, "_xlfn._xlws.");
}
