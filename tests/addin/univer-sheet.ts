/**
 * Univer's Node preset with our functions: a real sheet, calculated once. Here: the engine. Not here: what to expect.
 *
 * Traps of 0.25.1:
 * - Load it with require: the modules of its dependency opentype.js do not link under Node. The classes must come
 *   from one build, so everything is required, `@univerjs/core` and its facade too.
 * - The preset only returns plugins: make Univer, register them, then FUniver.newAPI, in that order.
 * - Register functions after createWorkbook, and set formulas after that: earlier ones stay #NAME?.
 * - A comma or semicolon inside a text of an array constant splits it: {"28,000"} is two cells. Examples have none.
 * - A yes or no comes back from getValues() as 1 or 0; what spilled is there too.
 * - Values are rounded to about 12 digits: compare at a relative 1e-11.
 */
import { createRequire } from "node:module";
import { catalog } from "soundings";
import { univerFunctions } from "../../addin/univer.js";

const require = createRequire(import.meta.url);
const core = require("@univerjs/core") as typeof import("@univerjs/core");
const { FUniver } = require("@univerjs/core/facade") as typeof import("@univerjs/core/facade");
const engine = require("@univerjs/engine-formula") as typeof import("@univerjs/engine-formula");
const preset = require("@univerjs/preset-sheets-node-core") as typeof import("@univerjs/preset-sheets-node-core");

/** Rows of cells: a text that starts with "=" is a formula, null an empty cell. */
export type SheetCells = readonly (readonly (string | number | boolean | null)[])[];

/** Calculates a sheet and returns what each of its cells, and those that formulas spilled into, show. */
export async function calculateInUniver(cells: SheetCells, size: { rows: number; columns: number }): Promise<unknown[][]> {
  const univer = new core.Univer({ locale: core.LocaleType.EN_US, locales: {}, logLevel: core.LogLevel.ERROR });
  try {
    for (const plugin of preset.UniverSheetsNodeCorePreset().plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
      else univer.registerPlugin(plugin);
    }
    const api = FUniver.newAPI(univer);
    const { rows, columns } = size;
    const workbook = api.createWorkbook({
      id: "book",
      sheetOrder: ["sheet"],
      sheets: { sheet: { id: "sheet", name: "Sheet", rowCount: rows, columnCount: columns } },
    });
    univer
      .__getInjector()
      .get(engine.IFunctionService)
      .registerExecutors(...univerFunctions(engine, catalog, "en"));
    const sheet = workbook.getActiveSheet();
    const width = Math.max(...cells.map((row) => row.length));
    const data = cells.map((row) => Array.from({ length: width }, (_, i) => cellData(row[i] ?? null)));
    sheet.getRange(0, 0, data.length, width).setValues(data);
    const formula = api.getFormula();
    formula.executeCalculation();
    await formula.onCalculationEnd();
    return sheet.getRange(0, 0, rows, columns).getValues();
  } finally {
    univer.dispose();
  }
}

function cellData(cell: string | number | boolean | null) {
  if (cell === null) return {};
  if (typeof cell === "boolean") return { v: cell ? 1 : 0, t: core.CellValueType.BOOLEAN };
  if (typeof cell === "number") return { v: cell, t: core.CellValueType.NUMBER };
  return cell.startsWith("=") ? { f: cell } : { v: cell, t: core.CellValueType.STRING };
}
