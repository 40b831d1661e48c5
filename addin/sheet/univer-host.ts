/** The try-it sheet as the task pane's host. Here: Univer's answers to what the pane asks. Not here: the pane, its frame. */
import { stringifyA1Ref } from "@borgar/fx";
import type { FUniver } from "@univerjs/core/facade";
import type { Language } from "soundings";
import type { Block } from "../import/block.js";
import type { Host, Insertion, SelectedCell, SelectedRange } from "../taskpane/host.js";
import type { Template } from "../templates/template.js";
import { addSheet } from "./add-sheet.js";
import { type Readable, readReference, valueAt } from "./cells.js";
import { blockSheet } from "./file-sheet.js";
import { templateSheet } from "./grid.js";
import { templateRules, univerRules } from "./rules.js";
import { type Changeable, univerBook } from "./univer-book.js";

/** Everything of Univer's happens at once; the promises are for Excel's sake. */
export function univerHost(engine: Changeable, language: Language): Host {
  const { api } = engine;
  return {
    place: "try-it sheet",
    displayLanguage: language,
    // The page around follows the system's colours, and so does the pane.
    theme: undefined,
    insert: async (formula) => insert(engine, formula),
    selectedCell: async () => selectedCell(api),
    selectedRange: async () => selectedRange(engine),
    read: async (reference) => readReference(engine, reference),
    insertTemplate: async (template, inLanguage) => insertTemplate(engine, template, inLanguage),
    insertBlock: async (block) => insertBlock(engine, block),
    onSelection: async (changed) => onSelection(api, changed),
    onCalculation: async (calculated) => onCalculation(api, calculated),
    book: univerBook(engine),
  };
}

function workbookOf(api: FUniver) {
  const workbook = api.getActiveWorkbook();
  if (!workbook) throw new Error("there is no workbook");
  return workbook;
}

function activeSheet(api: FUniver) {
  return workbookOf(api).getActiveSheet();
}

/** The one cell that typing would go to. */
function activeCell(api: FUniver) {
  const sheet = activeSheet(api);
  const place = sheet.getSelection()?.getCurrentCell();
  return sheet.getRange(place?.actualRow ?? 0, place?.actualColumn ?? 0);
}

/** Of a range of the active sheet: with the sheet's name, as a formula elsewhere needs it; a whole column or row as such. */
function addressOf(api: FUniver, range: ReturnType<typeof activeCell>): string {
  const sheet = activeSheet(api);
  const { startRow: top, startColumn: left, endRow: bottom, endColumn: right } = range.getRange();
  const isWholeColumn = top === 0 && bottom === sheet.getMaxRows() - 1;
  const isWholeRow = left === 0 && right === sheet.getMaxColumns() - 1;
  return stringifyA1Ref({
    context: [sheet.getSheetName()],
    range: {
      ...(isWholeColumn ? { top: null, bottom: null } : { top, bottom }),
      ...(isWholeRow && !isWholeColumn ? { left: null, right: null } : { left, right }),
    },
  });
}

/** Only into an empty cell; one that a formula spills into is not. */
function insert(engine: Readable, formula: string): Insertion {
  const { api } = engine;
  const cell = activeCell(api);
  const address = addressOf(api, cell);
  const value = valueAt(engine, activeSheet(api), cell.getRow(), cell.getColumn());
  if (cell.getFormula() !== "" || (value ?? "") !== "") return { kind: "occupied", address };
  cell.setValue({ f: formula });
  return { kind: "inserted", address };
}

function selectedCell(api: FUniver): SelectedCell {
  const cell = activeCell(api);
  return { address: addressOf(api, cell), formula: cell.getFormula() };
}

/** A whole column or row is read as far as its sheet is used. */
function selectedRange(engine: Readable): SelectedRange {
  const { api } = engine;
  const range = activeSheet(api).getSelection()?.getActiveRange() ?? activeCell(api);
  const address = addressOf(api, range);
  return { address, values: readReference(engine, address) ?? [] };
}

function insertTemplate(engine: Changeable, template: Template, language: Language): string {
  const data = templateSheet(template, language);
  const name = addSheet(engine, template.name[language], { data, rules: univerRules(templateRules(template.allowed), data) });
  activeSheet(engine.api).getRange(template.firstAnswer).activate();
  return name;
}

function insertBlock(engine: Changeable, block: Block): string {
  const name = addSheet(engine, block.name, { data: blockSheet(block) });
  activeSheet(engine.api).getRange("A1").activate();
  return name;
}

function onSelection(api: FUniver, changed: () => void): void {
  for (const event of [api.Event.SelectionChanged, api.Event.SelectionMoveEnd, api.Event.ActiveSheetChanged]) {
    api.addEvent(event, changed);
  }
}

function onCalculation(api: FUniver, calculated: () => void): void {
  api.getFormula().calculationResultApplied(calculated);
}
