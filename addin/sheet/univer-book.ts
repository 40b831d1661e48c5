/** The try-it workbook as freezing and thawing see it. Here: Univer. Not here: what is frozen, or what the provenance says. */
import { CellValueType, type ICellData, type IUndoRedoService } from "@univerjs/core";
import type { GlobalComputingStatusService } from "@univerjs/engine-formula";
import type { Area, Book, Change, Held, Place, SheetCells, SheetPage, Snapshot } from "../freeze/book.js";
import { addSheet } from "./add-sheet.js";
import { type Readable, sheetNamed, usedSize, valuesIn, type Worksheet, wantedSpill } from "./cells.js";
import { heldAt, heldIn } from "./held.js";
import { pageSheet } from "./page-sheet.js";

/** As much of the engine as changing takes. */
export interface Changeable extends Readable {
  readonly computing: Pick<GlobalComputingStatusService, "computingStatus">;
  readonly undoing: IUndoRedoService;
}

/** No sheet is ever protected or filtered here, and there are no tables. */
export function univerBook(engine: Changeable): Book {
  return {
    read: async () => read(engine),
    spills: async (places) => places.map((place) => spill(engine, place)),
    change: (changes) => change(engine, changes),
  };
}

function workbookOf({ api }: Readable) {
  const workbook = api.getActiveWorkbook();
  if (!workbook) throw new Error("there is no workbook");
  return workbook;
}

function sheetOf(engine: Readable, name: string): Worksheet {
  const sheet = sheetNamed(workbookOf(engine), name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  return sheet;
}

function read(engine: Changeable): Snapshot {
  const workbook = workbookOf(engine);
  return {
    active: workbook.getActiveSheet().getSheetName(),
    isCalculating: !engine.computing.computingStatus,
    isStructureProtected: false,
    sheets: workbook.getSheets().map((sheet) => cellsOf(engine, sheet)),
    tables: [],
    names: workbook.getDefinedNames().map((name) => ({ name: name.getName(), formula: name.getFormulaOrRefString() })),
  };
}

function cellsOf(engine: Readable, sheet: Worksheet): SheetCells {
  const size = usedSize(engine, sheet);
  const formulas = size.rows === 0 ? [] : sheet.getRange(0, 0, size.rows, size.columns).getFormulas();
  return {
    name: sheet.getSheetName(),
    top: 0,
    left: 0,
    formulas,
    values: heldIn(engine, sheet, { top: 0, left: 0, ...size }),
  };
}

function spill(engine: Readable, { sheet: name, row, column }: Place): Area {
  const sheet = sheetOf(engine, name);
  const range = wantedSpill(engine, sheet, row, column);
  const [[shown] = []] = valuesIn(engine, sheet, { top: row, left: column, rows: 1, columns: 1 });
  if (range === undefined || shown === "#SPILL!") return { sheet: name, row, column, rows: 1, columns: 1 };
  return { sheet: name, row, column, rows: range.endRow - row + 1, columns: range.endColumn - column + 1 };
}

/** As one undo, and not done before everything is calculated anew. */
async function change(engine: Changeable, changes: readonly Change[]): Promise<void> {
  const kept = changes.map((one) => (one.kind === "keep-values" ? valuesAt(engine, one.area) : undefined));
  const batch = engine.undoing.__tempBatchingUndoRedo(workbookOf(engine).getId());
  try {
    for (const [i, one] of changes.entries()) apply(engine, one, kept[i]);
  } finally {
    batch.dispose();
    await engine.api
      .getFormula()
      .onCalculationResultApplied()
      // Whoever reads the workbook then is told that it is still calculating.
      .catch(() => undefined);
  }
}

function valuesAt(engine: Readable, { sheet: name, row, column, rows, columns }: Area): Held[][] {
  return heldIn(engine, sheetOf(engine, name), { top: row, left: column, rows, columns });
}

function apply(engine: Changeable, one: Change, kept: readonly (readonly Held[])[] | undefined): void {
  switch (one.kind) {
    case "add-sheet":
      addPage(engine, one.page);
      break;
    case "keep-values":
      write(engine, one.area, kept ?? [], contentOf);
      break;
    case "values":
      write(engine, one.area, one.values, contentOf);
      break;
    case "formulas":
      write(engine, one.area, one.formulas, (f) => ({ ...blank, f }));
      break;
    case "clear":
      write(engine, one.area, Array<null[]>(one.area.rows).fill(Array<null>(one.area.columns).fill(null)), contentOf);
      break;
    case "delete-rows":
      deleteRows(engine, one.sheet, one.rows);
      break;
    case "remove-sheet":
      if (!workbookOf(engine).deleteSheet(sheetOf(engine, one.sheet))) throw new Error(`the sheet ${one.sheet} has to stay`);
      break;
  }
}

/** Behind the last sheet. The sheet that is shown stays. */
function addPage(engine: Changeable, page: SheetPage): void {
  const shown = engine.api.getActiveWorkbook()?.getActiveSheet();
  addSheet(engine, page.name, { data: pageSheet(page) });
  shown?.activate();
}

/** Formats stay. */
const blank = { v: null, f: null, si: null, p: null } as const satisfies ICellData;

function contentOf(held: Held): ICellData {
  if (held === null || held === "") return blank;
  if (typeof held === "object") return { ...blank, v: held.error, t: CellValueType.STRING };
  if (typeof held === "string") return { ...blank, v: held, t: CellValueType.FORCE_STRING };
  if (typeof held === "boolean") return { ...blank, v: held ? 1 : 0, t: CellValueType.BOOLEAN };
  return { ...blank, v: held, t: CellValueType.NUMBER };
}

function write<Content>(
  engine: Readable,
  { sheet, row, column, rows, columns }: Area,
  contents: readonly (readonly Content[])[],
  cell: (content: Content) => ICellData,
): void {
  sheetOf(engine, sheet)
    .getRange(row, column, rows, columns)
    .setValues(contents.map((line) => line.map(cell)));
}

/** The rows below move up. As one change of values: several removals would not come back in order by one undo. */
function deleteRows(engine: Readable, name: string, deleted: readonly number[]): void {
  const sheet = sheetOf(engine, name);
  const { rows, columns } = usedSize(engine, sheet);
  const [first = rows] = deleted;
  const left = Array.from({ length: rows - first }, (_, i) => first + i).filter((row) => !deleted.includes(row));
  const cells = Array.from({ length: rows - first }, (_, i) => {
    const row = left[i];
    return Array.from({ length: columns }, (_, column) =>
      row === undefined ? blank : contentOf(heldAt(engine, sheet, row, column)),
    );
  });
  if (cells.length > 0) sheet.getRange(first, 0, cells.length, columns).setValues(cells);
}
