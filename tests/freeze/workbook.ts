/**
 * A small workbook in memory that behaves as Excel does where freezing and thawing depend on it: what is typed is read
 * ("2022-07" becomes a date unless it is a text), results spill, filters and protection refuse, arrays hold together.
 */
import { areaAt, isSameSheet, single } from "../../addin/freeze/area.js";
import type { Area, Book, Change, Held, Place, SheetCells, SheetPage, Snapshot, TableArea } from "../../addin/freeze/book.js";
import { resolve } from "../../addin/freeze/reading.js";
import { functionsIn } from "../../addin/freeze/uses.js";
import { evaluate, parsed } from "./evaluate.js";
import { covers, overlap, readAs } from "./typing.js";

interface Cell {
  readonly formula?: string;
  readonly value: Held;
  readonly format?: string;
  /** Of the formula that spills into it. */
  readonly anchor?: string;
}

export interface Sheet {
  name: string;
  cells: Map<string, Cell>;
  isProtected: boolean;
  isFiltered: boolean;
  /** Formulas entered with Ctrl+Shift+Enter. */
  arrays: { readonly area: Area; readonly formula: string }[];
  /** What a host was told of its looks. */
  page?: SheetPage;
}

const key = (row: number, column: number) => `${row},${column}`;
const placeOf = (name: string) => name.split(",").map(Number) as [number, number];

export class Workbook {
  sheets: Sheet[] = [];
  active = "";
  names: { name: string; formula: string }[] = [];
  tables: TableArea[] = [];
  ours: "answers" | "#NAME?" | "#BUSY!" = "answers";
  isCalculating = false;
  isStructureProtected = false;
  /** A host may say of a spill's other cells that they hold the formula. */
  childrenShowFormula = false;
  /** Makes a change fail, for whatever reason of its own. */
  refuses: (change: Change["kind"], area?: Area) => string | undefined = () => undefined;

  /** Sheets as rows of what is typed; undefined and "" are blank. */
  constructor(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>) {
    for (const [name, rows] of Object.entries(sheets)) {
      this.addSheet(name);
      for (const [row, cells] of rows.entries()) {
        for (const [column, content] of cells.entries()) this.type({ sheet: name, row, column }, content);
      }
    }
    this.active = this.sheets[0]?.name ?? "";
    this.calculate();
  }

  addSheet(name: string): Sheet {
    if (this.isStructureProtected) throw new Error("The workbook is protected");
    if (this.sheets.some((sheet) => isSameSheet(sheet.name, name))) throw new Error(`${name} is taken`);
    const sheet: Sheet = { name, cells: new Map(), isProtected: false, isFiltered: false, arrays: [] };
    this.sheets.push(sheet);
    return sheet;
  }

  sheet(name: string): Sheet {
    const found = this.sheets.find((sheet) => isSameSheet(sheet.name, name));
    if (!found) throw new Error(`ItemNotFound: ${name}`);
    return found;
  }

  removeSheet(name: string): void {
    if (this.isStructureProtected) throw new Error("The workbook is protected");
    this.sheets = this.sheets.filter((sheet) => sheet !== this.sheet(name));
  }

  /** A cell by its address, as tests read it: "Auction!B6". */
  at(address: string): { readonly formula: string; readonly value: Held } {
    const [sheet = "", cell = ""] = address.split("!");
    const { row, column } = areaAt(sheet, cell) ?? { row: -1, column: -1 };
    const there = this.sheet(sheet);
    const found = there.cells.get(key(row, column)) ?? { value: null };
    return { formula: this.#formulaShown(there, key(row, column), found), value: found.value };
  }

  /** Types into a cell as a user does, and calculates. */
  enter(address: string, content: unknown): void {
    const [sheet = "", cell = ""] = address.split("!");
    const { row, column } = areaAt(sheet, cell) ?? { row: -1, column: -1 };
    this.type({ sheet, row, column }, content);
    this.calculate();
  }

  enterArray(area: Area, formula: string): void {
    this.sheet(area.sheet).arrays.push({ area, formula });
    this.calculate();
  }

  format(area: Area, format: string): void {
    for (const [name, cell] of this.#cellsOf(area)) this.sheet(area.sheet).cells.set(name, { ...cell, format });
  }

  formatAt(address: string): string | undefined {
    const [sheet = "", cell = ""] = address.split("!");
    const { row, column } = areaAt(sheet, cell) ?? { row: -1, column: -1 };
    return this.sheet(sheet).cells.get(key(row, column))?.format;
  }

  /** What is typed is read as Excel reads it. */
  type({ sheet, row, column }: Place, content: unknown): void {
    this.#mayChange({ sheet, row, column, rows: 1, columns: 1 });
    const { cells } = this.sheet(sheet);
    const format = cells.get(key(row, column))?.format;
    const kept = format === undefined ? {} : { format };
    if (typeof content === "string" && content.startsWith("=") && format !== "@") {
      parsed(content);
      cells.set(key(row, column), { ...kept, formula: content, value: null });
    } else {
      cells.set(key(row, column), { ...kept, value: readAs(content, format) });
    }
  }

  clear(area: Area): void {
    this.#mayChange(area);
    const { cells } = this.sheet(area.sheet);
    for (const [name, { format }] of this.#cellsOf(area)) cells.set(name, { ...(format && { format }), value: null });
  }

  /** Copy, paste values. Below a filter hidden rows are passed over, so that values come to stand elsewhere. */
  keepValues(area: Area): void {
    this.#mayChange(area);
    const { cells, isFiltered } = this.sheet(area.sheet);
    const copied = this.#cellsOf(area);
    for (const [i, [name, { value, format }]] of copied.entries()) {
      const pasted = isFiltered ? (copied[i + 1]?.[1].value ?? null) : value;
      cells.set(name, { ...(format && { format }), value: pasted });
    }
    const sheet = this.sheet(area.sheet);
    sheet.arrays = sheet.arrays.filter((array) => !overlap(array.area, area));
  }

  deleteRow(name: string, at: number): void {
    this.#shift(name, (row) => (row === at ? undefined : row > at ? row - 1 : row));
  }

  insertRow(name: string, at: number): void {
    this.#shift(name, (row) => (row >= at ? row + 1 : row));
    this.calculate();
  }

  #shift(name: string, moved: (row: number) => number | undefined): void {
    const sheet = this.sheet(name);
    if (sheet.isProtected) throw new Error(`AccessDenied: ${name} is protected`);
    const cells = [...sheet.cells].flatMap(([place, cell]): [string, Cell][] => {
      const [row, column] = placeOf(place);
      const to = moved(row);
      return to === undefined ? [] : [[key(to, column), cell]];
    });
    sheet.cells = new Map(cells);
  }

  #cellsOf({ sheet, row, column, rows, columns }: Area): [string, Cell][] {
    const { cells } = this.sheet(sheet);
    return Array.from({ length: rows * columns }, (_, i) => {
      const name = key(row + Math.floor(i / columns), column + (i % columns));
      return [name, cells.get(name) ?? { value: null }];
    });
  }

  #mayChange(area: Area): void {
    const sheet = this.sheet(area.sheet);
    if (sheet.isProtected) throw new Error(`AccessDenied: ${sheet.name} is protected`);
    const torn = sheet.arrays.find((array) => overlap(array.area, area) && !covers(area, array.area));
    if (torn) throw new Error("InvalidOperation: You can't change part of an array.");
  }

  /** What cells show between a change and the answers: functions of add-ins are busy. */
  startCalculating(): void {
    for (const { cells } of this.sheets) {
      for (const [name, cell] of cells) {
        if (cell.formula !== undefined && functionsIn(cell.formula).length > 0)
          cells.set(name, { ...cell, value: { error: "#BUSY!" } });
      }
    }
  }

  /** Until nothing changes any more. */
  calculate(): void {
    for (let pass = 0; pass < 30; pass++) {
      const before = JSON.stringify(this.sheets.map(({ cells }) => [...cells]));
      for (const sheet of this.sheets) this.#calculateSheet(sheet);
      if (JSON.stringify(this.sheets.map(({ cells }) => [...cells])) === before) return;
    }
  }

  #calculateSheet(sheet: Sheet): void {
    for (const [name, { anchor }] of [...sheet.cells]) {
      if (anchor !== undefined && sheet.cells.get(anchor)?.formula === undefined) sheet.cells.set(name, { value: null });
    }
    for (const [name, cell] of [...sheet.cells]) {
      if (cell.formula === undefined) continue;
      const [row, column] = placeOf(name);
      this.#show(sheet, name, this.#evaluate({ sheet: sheet.name, row, column }, cell.formula));
    }
    for (const { area, formula } of sheet.arrays) {
      const result = this.#evaluate(area, formula);
      for (const [i, [name]] of this.#cellsOf(area).entries()) {
        const [row, column] = [Math.floor(i / area.columns), i % area.columns];
        const isOne = result.length === 1 && result[0]?.length === 1;
        sheet.cells.set(name, { value: (isOne ? result[0]?.[0] : result[row]?.[column]) ?? { error: "#N/A" } });
      }
    }
  }

  #evaluate(from: Place, formula: string): Held[][] {
    const snapshot = this.snapshot();
    const areaOf = (reference: string) => resolve(snapshot, from, reference);
    return evaluate(formula, {
      ours: this.ours,
      at: (reference) => {
        const area = areaOf(reference);
        return (
          area &&
          this.#cellsOf(area).reduce<Held[][]>((rows, [, { value }], i) => {
            if (i % area.columns === 0) rows.push([]);
            rows.at(-1)?.push(value);
            return rows;
          }, [])
        );
      },
      spill: (anchor) => {
        const area = areaOf(anchor);
        const spill = area && this.spill(area);
        return spill && spill.rows * spill.columns > 1 ? rowsOf(this.#cellsOf(spill), spill.columns) : undefined;
      },
    });
  }

  #show(sheet: Sheet, anchor: string, result: Held[][]): void {
    const [row, column] = placeOf(anchor);
    const cell = sheet.cells.get(anchor) ?? { value: null };
    for (const [name, { anchor: of, format }] of [...sheet.cells]) {
      if (of === anchor) sheet.cells.set(name, { ...(format && { format }), value: null });
    }
    const area = { sheet: sheet.name, row, column, rows: result.length, columns: result[0]?.length ?? 1 };
    const others = this.#cellsOf(area).slice(1);
    if (others.some(([, { value, formula }]) => value !== null || formula !== undefined)) {
      sheet.cells.set(anchor, { ...cell, value: { error: "#SPILL!" } });
      return;
    }
    sheet.cells.set(anchor, { ...cell, value: result[0]?.[0] ?? null });
    const values = result.flat().slice(1);
    for (const [i, [name, { format }]] of others.entries()) {
      sheet.cells.set(name, { ...(format && { format }), value: values[i] ?? null, anchor });
    }
  }

  /** The range that a formula spills over, or its own cell. */
  spill(place: Place): Area {
    const anchor = key(place.row, place.column);
    const children = [...this.sheet(place.sheet).cells]
      .filter(([, cell]) => cell.anchor === anchor)
      .map(([name]) => placeOf(name));
    const [rows, columns] = [
      Math.max(place.row, ...children.map(([row]) => row)),
      Math.max(place.column, ...children.map(([, c]) => c)),
    ];
    return { ...single(place), rows: rows - place.row + 1, columns: columns - place.column + 1 };
  }

  snapshot(): Snapshot {
    const { active, isCalculating, isStructureProtected, tables, names } = this;
    return { active, isCalculating, isStructureProtected, tables, names, sheets: this.sheets.map((sheet) => this.#used(sheet)) };
  }

  #used(sheet: Sheet): SheetCells {
    const hindrance: SheetCells["hindrance"] = sheet.isProtected ? "protected" : sheet.isFiltered ? "filtered" : undefined;
    const used = [...sheet.cells].flatMap(([name, { value }]) =>
      value === null && !sheet.cells.get(name)?.formula ? [] : [placeOf(name)],
    );
    const told = { name: sheet.name, ...(hindrance && { hindrance }) };
    if (used.length === 0) return { ...told, top: 0, left: 0, formulas: [], values: [] };
    const [rows, columns] = [used.map(([row]) => row), used.map(([, column]) => column)];
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    const area = {
      sheet: sheet.name,
      row,
      column,
      rows: Math.max(...rows) - row + 1,
      columns: Math.max(...columns) - column + 1,
    };
    const cells = rowsOf(
      this.#cellsOf(area),
      area.columns,
      (name, cell) => [cell.value, this.#formulaShown(sheet, name, cell)] as const,
    );
    return {
      ...told,
      top: row,
      left: column,
      values: cells.map((line) => line.map(([value]) => value)),
      formulas: cells.map((line) => line.map(([, formula]) => formula)),
    };
  }

  #formulaShown(sheet: Sheet, name: string, { formula, anchor }: Cell): string {
    const [row, column] = placeOf(name);
    const array = sheet.arrays.find(({ area }) => covers(area, { sheet: sheet.name, row, column, rows: 1, columns: 1 }));
    const parent = this.childrenShowFormula && anchor !== undefined ? sheet.cells.get(anchor)?.formula : undefined;
    return formula ?? array?.formula ?? parent ?? "";
  }

  /** The workbook as the pure part asks for it, without Office.js. */
  book(): Book {
    return {
      read: async () => this.snapshot(),
      spills: async (places) => places.map((place) => this.spill(place)),
      change: async (changes) => {
        try {
          for (const change of changes) this.#apply(change);
        } finally {
          this.calculate();
        }
      },
    };
  }

  #apply(change: Change): void {
    const refusal = this.refuses(change.kind, "area" in change ? change.area : undefined);
    if (refusal !== undefined) throw new Error(refusal);
    switch (change.kind) {
      case "add-sheet": {
        const { name, rows } = change.page;
        this.addSheet(name).page = change.page;
        for (const [row, cells] of rows.entries()) {
          for (const [column, cell] of cells.entries()) {
            if (typeof cell === "string") this.format({ sheet: name, row, column, rows: 1, columns: 1 }, "@");
            this.type({ sheet: name, row, column }, cell);
          }
        }
        break;
      }
      case "keep-values":
        this.keepValues(change.area);
        break;
      case "clear":
        this.clear(change.area);
        break;
      case "formulas":
        this.#write(change.area, change.formulas, (formula) => formula);
        break;
      case "values":
        this.#write(change.area, change.values, (held) => (typeof held === "string" && held !== "" ? `'${held}` : held));
        break;
      case "delete-rows":
        for (const row of [...change.rows].reverse()) this.deleteRow(change.sheet, row);
        break;
      case "remove-sheet":
        this.removeSheet(change.sheet);
        break;
    }
  }

  #write<T>({ sheet, row, column }: Area, rows: readonly (readonly T[])[], typed: (cell: T) => unknown): void {
    for (const [i, cells] of rows.entries()) {
      for (const [j, cell] of cells.entries()) this.type({ sheet, row: row + i, column: column + j }, typed(cell));
    }
  }
}

function rowsOf(cells: [string, Cell][], columns: number): Held[][];
function rowsOf<T>(cells: [string, Cell][], columns: number, of: (name: string, cell: Cell) => T): T[][];
function rowsOf(
  cells: [string, Cell][],
  columns: number,
  of: (name: string, cell: Cell) => unknown = (_, { value }) => value,
): unknown[][] {
  return Array.from({ length: cells.length / columns }, (_, i) =>
    cells.slice(i * columns, (i + 1) * columns).map(([name, cell]) => of(name, cell)),
  );
}
