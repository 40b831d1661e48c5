/**
 * A sheet of the try-it workbook as an .xlsx file holds it: values, formulas with theirs, spills, number formats, widths.
 * Not here: the file (files.ts), and data validation, which the library cannot write.
 */
import { type IFunctionService, LexerTreeBuilder } from "@univerjs/engine-formula";
import type { CellObject, utils as Utils, WorkSheet } from "xlsx";
import { storedFormula } from "../workbook/stored.js";
import { type CellValue, isError, isForcedText, type Readable, spillsOf, usedSize, valuesIn, type Worksheet } from "./cells.js";

export interface Exportable extends Readable {
  readonly functions: Pick<IFunctionService, "hasExecutor">;
}

/** The library is given: it is loaded when it is first used. */
export function xlsxSheet(engine: Exportable, sheet: Worksheet, utils: typeof Utils): WorkSheet {
  const { rows, columns } = usedSize(engine, sheet);
  const cells: WorkSheet = { "!cols": Array.from({ length: columns }, (_, column) => ({ wpx: sheet.getColumnWidth(column) })) };
  if (rows === 0) return cells;
  cells["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows - 1, c: columns - 1 } });
  const formulas = sheet.getRange(0, 0, rows, columns).getFormulas();
  for (const [r, line] of valuesIn(engine, sheet, { top: 0, left: 0, rows, columns }).entries()) {
    for (const [c, value] of line.entries()) {
      const formula = formulas[r]?.[c] ?? "";
      if (value === null && formula === "") continue;
      const format = formatAt(sheet, r, c);
      cells[utils.encode_cell({ r, c })] = {
        ...content(value, isForcedText(sheet, r, c)),
        ...(formula === "" ? {} : { f: storedFormula(withPrefixes(engine, formula)) }),
        ...(format === undefined ? {} : { z: format }),
      };
    }
  }
  for (const { startRow, startColumn, endRow, endColumn } of spillsOf(engine, sheet)) {
    const anchor: CellObject | undefined = cells[utils.encode_cell({ r: startRow, c: startColumn })];
    const range = utils.encode_range({ s: { r: startRow, c: startColumn }, e: { r: endRow, c: endColumn } });
    if (anchor?.f) Object.assign(anchor, { F: range, D: true });
  }
  return cells;
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

function formatAt(sheet: Worksheet, row: number, column: number): string | undefined {
  const pattern = sheet.getWorkbook().getStyles().getStyleByCell(sheet.getSheet().getCellRaw(row, column))?.n?.pattern;
  return pattern === undefined || /^general$/i.test(pattern) ? undefined : pattern;
}
