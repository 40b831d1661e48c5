/** Two spreadsheet engines with our functions, as the benchmark drives them. Both are for development: HyperFormula is GPL. */
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { CellError as EngineError, ErrorType, FunctionPlugin, HyperFormula, SimpleRangeValue } from "hyperformula";
import { catalog, findDefinition } from "soundings";
import { type Cells, cellFunction } from "../../addin/cells.js";
import { univerFunctions } from "../../addin/univer.js";

/** A sheet whose every formula hangs on E1 and whose first formula is in F1. */
export interface Sheet {
  /** Sets E1 and waits until everything is calculated. */
  setFactor(factor: number): Promise<void>;
  first(): unknown;
  close(): void;
}

export interface SheetEngine {
  readonly title: string;
  /** How many recalculations are timed: a slow engine is not waited for longer than a reader would. */
  readonly rounds: number;
  open(cells: readonly (readonly (number | string)[])[]): Promise<Sheet>;
}

const [factorColumn, formulaColumn] = [4, 5];
const timedFunctions = ["LAND_CUT", "HPI_COEF", "HPI"];

function callOf(id: string): (...cells: unknown[]) => Cells {
  const definition = findDefinition(id);
  if (!definition) throw new Error(`${id} is not in the catalogue`);
  return cellFunction(definition, { language: "en" });
}

type Ast = { readonly args: readonly unknown[] };
type Plugin = { readonly evaluateAst: (arg: unknown, state: unknown) => unknown };

/** A method of the plugin for each function. */
function methodOf(id: string): (this: Plugin, ast: Ast, state: unknown) => unknown {
  const call = callOf(id);
  return function ({ args }, state) {
    const given = Array<unknown>(args.length);
    for (let i = 0; i < args.length; i++) given[i] = cellsOf(this.evaluateAst(args[i], state));
    try {
      return call(...given);
    } catch (error) {
      // One thrown error stops the whole sheet; the equality check finds this one.
      return new EngineError(ErrorType.VALUE, String(error));
    }
  };
}

/** Where a range of the sheet stands, and the graph that knows its cells. Not in the engine's declarations. */
interface Reference {
  readonly range?: { readonly start: { sheet: number; row: number; col: number }; readonly end: { row: number } };
  readonly dependencyGraph?: { getCellValue(address: { sheet: number; row: number; col: number }): unknown };
}

/** A column is read cell by cell with one address: `data` would make an address and a row of its own for each. */
function cellsOf(value: unknown): unknown {
  if (typeof value === "number" || !(value instanceof SimpleRangeValue)) return value;
  const { range, dependencyGraph } = value as unknown as Reference;
  if (range === undefined || dependencyGraph === undefined || value.width() !== 1) return value.data;
  const { start, end } = range;
  const cells: unknown[] = [];
  for (const address = { ...start }; address.row <= end.row; address.row++) cells.push(dependencyGraph.getCellValue(address));
  return cells;
}

class Timed extends FunctionPlugin {}
Object.assign(Timed.prototype, Object.fromEntries(timedFunctions.map((id) => [id, methodOf(id)])));

HyperFormula.registerFunctionPlugin(
  Object.assign(Timed as never, {
    implementedFunctions: Object.fromEntries(timedFunctions.map((id) => [id, { method: id, vectorizationForbidden: true }])),
  }),
  { enGB: Object.fromEntries(timedFunctions.map((id) => [id, id])) },
);

export const openHyperFormula: SheetEngine = {
  title: "HyperFormula 3.5",
  rounds: 31,
  async open(cells) {
    const engine = HyperFormula.buildFromArray(
      cells.map((row) => [...row]),
      { licenseKey: "gpl-v3", useArrayArithmetic: true, smartRounding: false, maxRows: 200_000 },
    );
    return {
      async setFactor(factor) {
        engine.setCellContents({ sheet: 0, row: 0, col: factorColumn }, factor);
      },
      first: () => engine.getCellValue({ sheet: 0, row: 0, col: formulaColumn }),
      close: () => engine.destroy(),
    };
  },
};

/** Its modules do not link under Node; its CommonJS does, all of it from one build. */
function loadUniver() {
  const require = createRequire(import.meta.url);
  return {
    core: require("@univerjs/core") as typeof import("@univerjs/core"),
    facade: require("@univerjs/core/facade") as typeof import("@univerjs/core/facade"),
    engine: require("@univerjs/engine-formula") as typeof import("@univerjs/engine-formula"),
    preset: require("@univerjs/preset-sheets-node-core") as typeof import("@univerjs/preset-sheets-node-core"),
  };
}

export const openUniver: SheetEngine = {
  title: "Univer 0.25.1",
  rounds: 2,
  async open(cells) {
    const { core, facade, engine, preset } = loadUniver();
    const univer = new core.Univer({ locale: core.LocaleType.EN_US, locales: {}, logLevel: core.LogLevel.ERROR });
    for (const plugin of preset.UniverSheetsNodeCorePreset().plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
      else univer.registerPlugin(plugin);
    }
    const api = facade.FUniver.newAPI(univer);
    const sheet = api
      .createWorkbook({
        // Univer remembers ranges by workbook for all of its instances at once: two books of one name would share them.
        id: `book-${randomUUID()}`,
        sheetOrder: ["sheet"],
        sheets: { sheet: { id: "sheet", name: "Sheet", rowCount: cells.length, columnCount: formulaColumn + 1 } },
      })
      .getActiveSheet();
    univer
      .__getInjector()
      .get(engine.IFunctionService)
      .registerExecutors(
        ...univerFunctions(
          engine,
          catalog.filter(({ id }) => timedFunctions.includes(id)),
          "en",
        ),
      );
    const cell = (value: number | string | undefined) =>
      typeof value === "number" ? { v: value } : value === undefined || value === "" ? {} : { f: value };
    const width = formulaColumn + 1;
    const data = cells.map((row) => Array.from({ length: width }, (_, i) => cell(row[i])));
    const calculated = async () => {
      const formula = api.getFormula();
      // Not onCalculationEnd(): it gives up after half a minute.
      const ended = new Promise<void>((resolve) => {
        const listening = formula.calculationEnd(() => {
          listening.dispose();
          resolve();
        });
      });
      formula.executeCalculation();
      await ended;
    };
    sheet.getRange(0, 0, data.length, width).setValues(data);
    return {
      async setFactor(factor) {
        sheet.getRange(0, factorColumn).setValue(factor);
        await calculated();
      },
      first: () => sheet.getRange(0, formulaColumn).getValue(),
      close: () => univer.dispose(),
    };
  },
};
