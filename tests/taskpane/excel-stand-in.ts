/**
 * As much of Office.js as freezing, thawing and the pane ask for, over the tests' small workbook. It keeps Excel's
 * manners: nothing happens before sync, a property that was not loaded cannot be read, a batch stops at its first
 * refusal with what came before it done, more cells than it sends are refused, between changes our functions are busy unless calculation is suspended, errors are texts with a type of their own, a text is its own formula.
 */

import { parseA1Ref } from "@borgar/fx";
import { address, areaAt, qualified } from "../../addin/freeze/area.js";
import type { Area, Held } from "../../addin/freeze/book.js";
import type { Sheet, Workbook } from "../freeze/workbook.js";

export interface StandIn {
  /** One entry per step that Undo takes back. */
  readonly undos: string[];
  /** What each sheet was made to look like: "0,0,1,13 format.font.bold". */
  readonly looks: Map<string, unknown>;
  syncs: number;
  /** The cell that is selected, and who wants to know of another. */
  selected: string;
  selectionChanged: () => void;
}

const lastRow = 1_048_576;
const cellsSent = 250_000;

interface Options {
  /** The newest ExcelApi that this Excel has: 1.20. */
  readonly version?: number;
  readonly language?: string;
}

/** Puts Office and Excel where Office.js puts them. */
export function installExcel(workbook: Workbook, { version = 20, language = "en-US" }: Options = {}): StandIn {
  const standIn: StandIn = {
    undos: [],
    looks: new Map(),
    syncs: 0,
    selected: `${workbook.active}!A1`,
    selectionChanged: () => {},
  };
  const globals = globalThis as unknown as Record<string, unknown>;
  globals.Office = {
    HostType: { Excel: "Excel" },
    context: {
      displayLanguage: language,
      officeTheme: { bodyBackgroundColor: "#ffffff", bodyForegroundColor: "#000000" },
      requirements: { isSetSupported: (_: string, wanted: string) => Number(wanted.split(".")[1]) <= version },
    },
    onReady: async () => ({ host: "Excel" }),
  };
  globals.Excel = {
    RangeCopyType: { values: "Values" },
    ClearApplyTo: { contents: "Contents" },
    DeleteShiftDirection: { up: "Up" },
    PageOrientation: { landscape: "Landscape" },
    run: async (...given: unknown[]) => {
      const work = given.at(-1) as (context: unknown) => Promise<unknown>;
      const isMerged = given.length > 1 && (given[0] as { mergeUndoGroup?: boolean }).mergeUndoGroup === true;
      const batch = new Batch(workbook, standIn);
      try {
        return await work(contextOf(batch));
      } finally {
        const steps = isMerged ? batch.steps.slice(0, 1) : batch.steps;
        standIn.undos.push(...steps);
      }
    },
  };
  return standIn;
}

/** What was asked for and has not happened yet. */
class Batch {
  readonly workbook: Workbook;
  readonly standIn: StandIn;
  readonly steps: string[] = [];
  #waiting: { readonly name: string; readonly work: () => void }[] = [];
  #isSuspended = false;

  constructor(workbook: Workbook, standIn: StandIn) {
    this.workbook = workbook;
    this.standIn = standIn;
  }

  /** Something that changes the workbook has a name. */
  add(work: () => void, name = ""): void {
    this.#waiting.push({ name, work });
  }

  suspend(): void {
    this.add(() => {
      this.#isSuspended = true;
    });
  }

  async sync(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.standIn.syncs++;
    let done = "";
    try {
      for (const { name, work } of batch) {
        work();
        done ||= name;
        if (name !== "" && !this.#isSuspended) this.workbook.startCalculating();
      }
    } finally {
      this.#isSuspended = false;
      if (done !== "") {
        this.steps.push(done);
        this.workbook.calculate();
      }
    }
  }
}

/** An object whose properties are there once they were loaded and synced. */
abstract class Loaded {
  protected readonly batch: Batch;
  readonly #loaded = new Map<string, unknown>();

  constructor(batch: Batch) {
    this.batch = batch;
  }

  load(paths: string | readonly string[]): this {
    const all = typeof paths === "string" ? paths.split(",") : paths;
    this.batch.add(() => {
      for (const path of all) this.loadNow(path);
    });
    return this;
  }

  loadNow(path: string): void {
    const [name = "", ...rest] = path.split("/");
    if (rest.length > 0) (this as unknown as Record<string, Loaded>)[name]?.loadNow(rest.join("/"));
    else this.#loaded.set(name, this.peek(name));
    if (name !== "items") this.#loaded.set("isNullObject", this.peek("isNullObject") ?? false);
  }

  protected abstract peek(name: string): unknown;

  protected got<T>(name: string): T {
    if (!this.#loaded.has(name)) throw new Error(`PropertyNotLoaded: ${name}`);
    return this.#loaded.get(name) as T;
  }
}

/** Whatever is set or called on a part that only looks: formats, layouts, charts. */
function looksOf(batch: Batch, path: string): unknown {
  return new Proxy(() => {}, {
    get: (_, name) => looksOf(batch, `${path}.${String(name)}`),
    set: (_, name, value) => {
      batch.add(() => batch.standIn.looks.set(`${path}.${String(name)}`, value));
      return true;
    },
    apply: (_, __, args) => {
      batch.add(() => batch.standIn.looks.set(path, args));
    },
  });
}

class Range extends Loaded {
  readonly #area: () => Area | undefined;

  constructor(batch: Batch, area: () => Area | undefined) {
    super(batch);
    this.#area = area;
  }

  get #there(): Area {
    const area = this.#area();
    if (!area) throw new Error("ItemNotFound");
    return area;
  }

  protected peek(name: string): unknown {
    const area = this.#area();
    if (name === "isNullObject") return area === undefined;
    if (area === undefined) return undefined;
    const { row, column, rows, columns } = area;
    const places: Record<string, unknown> = { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns };
    if (name in places) return places[name];
    if (name === "address")
      return rows === lastRow ? qualified(area).replace(/(!\$?[A-Z]+)1(:[A-Z]+)\d+$/, "$1$2") : qualified(area);
    if (rows * columns > cellsSent) throw new Error("ResponsePayloadSizeLimitExceeded");
    const cells = Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_, j) => this.#cell(row + i, column + j)),
    );
    const shown: Record<string, (cell: { formula: string; value: Held }) => unknown> = {
      values: ({ value }) => excelValue(value),
      formulas: ({ formula, value }) => (formula === "" ? excelValue(value) : formula),
      valueTypes: ({ value }) => excelType(value),
    };
    return cells.map((line) => line.map((cell) => shown[name]?.(cell)));
  }

  #cell(row: number, column: number) {
    const { sheet } = this.#there;
    return this.batch.workbook.at(`${sheet}!${address({ sheet, row, column, rows: 1, columns: 1 })}`);
  }

  get rowIndex() {
    return this.got<number>("rowIndex");
  }
  get columnIndex() {
    return this.got<number>("columnIndex");
  }
  get rowCount() {
    return this.got<number>("rowCount");
  }
  get columnCount() {
    return this.got<number>("columnCount");
  }
  get isNullObject() {
    return this.got<boolean>("isNullObject");
  }
  get address() {
    return this.got<string>("address");
  }
  get valueTypes() {
    return this.got<string[][]>("valueTypes");
  }
  get values() {
    return this.got<unknown[][]>("values");
  }
  set values(values) {
    this.#write(values, "values");
  }
  get formulas() {
    return this.got<unknown[][]>("formulas");
  }
  set formulas(formulas) {
    this.#write(formulas, "formulas");
  }
  set numberFormat(formats: string[][]) {
    this.batch.add(() => {
      const { sheet, row, column } = this.#there;
      for (const [i, line] of formats.entries()) {
        for (const [j, format] of line.entries()) {
          if (format !== "General")
            this.batch.workbook.format({ sheet, row: row + i, column: column + j, rows: 1, columns: 1 }, format);
        }
      }
    }, "format");
  }

  #write(lines: unknown[][], what: "values" | "formulas"): void {
    this.batch.add(() => {
      const { sheet, row, column, rows, columns } = this.#there;
      if (lines.length !== rows || lines.some((line) => line.length !== columns)) throw new Error("InvalidArgument: size");
      const refusal = this.batch.workbook.refuses(what, this.#there);
      if (refusal !== undefined) throw new Error(refusal);
      for (const [i, line] of lines.entries()) {
        for (const [j, cell] of line.entries()) this.batch.workbook.type({ sheet, row: row + i, column: column + j }, cell);
      }
    }, what);
  }

  copyFrom(source: Range, kind: string): void {
    if (source !== this || kind !== "Values") throw new Error("the stand-in only pastes values where they are");
    this.batch.add(() => {
      const refusal = this.batch.workbook.refuses("keep-values", this.#there);
      if (refusal !== undefined) throw new Error(refusal);
      this.batch.workbook.keepValues(this.#there);
    }, "paste");
  }

  clear(what: string): void {
    if (what !== "Contents") throw new Error("formats are to stay");
    this.batch.add(() => this.batch.workbook.clear(this.#there), "clear");
  }

  getSpillingToRangeOrNullObject(): Range {
    return new Range(this.batch, () => {
      const spill = this.batch.workbook.spill(this.#there);
      return spill.rows * spill.columns > 1 ? spill : undefined;
    });
  }

  getEntireRow() {
    return {
      delete: () => this.batch.add(() => this.batch.workbook.deleteRow(this.#there.sheet, this.#there.row), "delete row"),
    };
  }

  getIntersectionOrNullObject(other: Range): Range {
    return new Range(this.batch, () => {
      const [one, two] = [this.#there, other.#area()];
      if (!two) return undefined;
      const [row, column] = [Math.max(one.row, two.row), Math.max(one.column, two.column)];
      const rows = Math.min(one.row + one.rows, two.row + two.rows) - row;
      const columns = Math.min(one.column + one.columns, two.column + two.columns) - column;
      return rows > 0 && columns > 0 ? { ...one, row, column, rows, columns } : undefined;
    });
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.batch, () => this.batch.workbook.sheet(this.#there.sheet));
  }

  get format() {
    return looksOf(this.batch, `${qualified(this.#there)} format`);
  }

  untrack(): void {}
}

/** A bounded range, or whole columns. */
function anyAreaAt(sheet: string, written: string): Area | undefined {
  const parsed = parseA1Ref(written);
  if (parsed === undefined || !("range" in parsed) || parsed.range.top !== null) return areaAt(sheet, written);
  const [left, right] = [parsed.range.left ?? 0, parsed.range.right ?? 0];
  return { sheet, row: 0, column: left, rows: lastRow, columns: right - left + 1 };
}

/** Excel has no blanks: they are empty texts. */
function excelValue(value: Held): unknown {
  if (value === null) return "";
  return typeof value === "object" ? value.error : value;
}

function excelType(value: Held): string {
  if (value === null) return "Empty";
  if (typeof value === "object") return "Error";
  return { number: "Double", string: "String", boolean: "Boolean" }[typeof value as "number"];
}

/** One flag of a sheet or of the workbook. */
class Flag extends Loaded {
  readonly #value: () => unknown;
  constructor(batch: Batch, value: () => unknown) {
    super(batch);
    this.#value = value;
  }
  protected peek(name: string): unknown {
    return name === "isNullObject" ? false : this.#value();
  }
  get protected() {
    return this.got<boolean>("protected");
  }
  get isDataFiltered() {
    return this.got<boolean>("isDataFiltered");
  }
  get calculationState() {
    return this.got<string>("calculationState");
  }
}

class Worksheet extends Loaded {
  readonly #sheet: () => Sheet;
  readonly protection: Flag;
  readonly autoFilter: Flag;

  constructor(batch: Batch, sheet: () => Sheet) {
    super(batch);
    this.#sheet = sheet;
    this.protection = new Flag(batch, () => sheet().isProtected);
    this.autoFilter = new Flag(batch, () => sheet().isFiltered);
  }

  protected peek(name: string): unknown {
    return name === "name" ? this.#sheet().name : undefined;
  }

  get name() {
    return this.got<string>("name");
  }

  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.batch, () => ({ sheet: this.#sheet().name, row, column, rows, columns }));
  }

  getRange(written: string): Range {
    return new Range(this.batch, () => anyAreaAt(this.#sheet().name, written));
  }

  getUsedRangeOrNullObject(): Range {
    return new Range(this.batch, () => {
      const used = this.batch.workbook.snapshot().sheets.find(({ name }) => name === this.#sheet().name);
      const [rows, columns] = [used?.values.length ?? 0, used?.values[0]?.length ?? 0];
      return used && rows > 0 ? { sheet: used.name, row: used.top, column: used.left, rows, columns } : undefined;
    });
  }

  getUsedRange(): Range {
    return this.getUsedRangeOrNullObject();
  }

  delete(): void {
    this.batch.add(() => this.batch.workbook.removeSheet(this.#sheet().name), "delete sheet");
  }

  get freezePanes() {
    return looksOf(this.batch, `${this.#sheet().name} freezePanes`);
  }
  get pageLayout() {
    return looksOf(this.batch, `${this.#sheet().name} pageLayout`);
  }
  set pageLayout(_: unknown) {}
}

class Worksheets extends Loaded {
  items: Worksheet[] = [];

  override loadNow(path: string): void {
    const rest = path.replace(/^items\//, "");
    const { sheets } = this.batch.workbook;
    if (this.items.length !== sheets.length) this.items = sheets.map((sheet) => new Worksheet(this.batch, () => sheet));
    for (const item of this.items) item.loadNow(rest);
  }

  protected peek(): unknown {
    return undefined;
  }

  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.batch, () => this.batch.workbook.sheet(this.batch.workbook.active));
  }

  getItem(name: string): Worksheet {
    return new Worksheet(this.batch, () => this.batch.workbook.sheet(name));
  }

  /** This workbook calculates at once; nobody here waits to be told. */
  readonly onCalculated = { add: () => {} };

  add(name: string): Worksheet {
    this.batch.add(() => this.batch.workbook.addSheet(name), "add sheet");
    return new Worksheet(this.batch, () => ({ ...emptySheet, name }));
  }
}

const emptySheet: Omit<Sheet, "name"> = { cells: new Map(), isProtected: false, isFiltered: false, arrays: [] };

class Tables extends Loaded {
  items: unknown[] = [];
  override loadNow(): void {
    this.items = this.batch.workbook.tables.map(({ name, hasTotals, ...area }) => ({
      name,
      showTotals: hasTotals,
      worksheet: { name: area.sheet },
      autoFilter: { isDataFiltered: false },
      getRange: () => new Range(this.batch, () => area),
    }));
  }
  protected peek(): unknown {
    return undefined;
  }
}

class Names extends Loaded {
  items: unknown[] = [];
  override loadNow(): void {
    this.items = this.batch.workbook.names.map((name) => ({ ...name }));
  }
  protected peek(): unknown {
    return undefined;
  }
}

function contextOf(batch: Batch) {
  const { workbook, standIn } = batch;
  const selected = () =>
    new Range(batch, () => {
      const [sheet = "", written = ""] = standIn.selected.split("!");
      if (written.includes(",")) throw new Error("The current selection is invalid for this action.");
      return anyAreaAt(sheet, written);
    });
  return {
    sync: () => batch.sync(),
    application: { suspendApiCalculationUntilNextSync: () => batch.suspend() },
    workbook: {
      worksheets: new Worksheets(batch),
      tables: new Tables(batch),
      names: new Names(batch),
      application: new Flag(batch, () => (workbook.isCalculating ? "Calculating" : "Done")),
      protection: new Flag(batch, () => workbook.isStructureProtected),
      getActiveCell: selected,
      getSelectedRange: selected,
      onSelectionChanged: {
        add: (changed: () => void) => {
          standIn.selectionChanged = changed;
        },
      },
    },
  };
}
