/** The line below the sheet: what the selected cell is, why it shows an error, and what became of an action. */
import { findDefinition, type Language } from "soundings";
import { definitionOf } from "../explain/formula.js";
import { byId } from "../taskpane/dom.js";
import type { CellPlace } from "../univer.js";
import { isError, type Readable, valueAt, type Worksheet, wantedSpill } from "./cells.js";
import { address } from "./grid.js";
import type { ErrorReasons } from "./reasons.js";
import { words } from "./words.js";

/**
 * Follows the selection and the calculation.
 * @returns says what became of an action, which stays until another cell is selected
 */
export function statusLine(engine: Readable, reasons: ErrorReasons, language: Language): (message: string) => void {
  const { api } = engine;
  /** Where the selection was when an action was told of. */
  let toldAt: string | undefined;
  const tell = () => {
    const selected = selectedPlace(engine);
    if (!selected || key(selected.place) === toldAt) return;
    toldAt = undefined;
    const { sheet, place } = selected;
    byId("status").textContent = `${address(place.row, place.column)}: ${describe(engine, sheet, place, reasons, language)}`;
  };
  api.addEvent(api.Event.SelectionChanged, tell);
  api.addEvent(api.Event.SelectionMoveEnd, tell);
  api.addEvent(api.Event.ActiveSheetChanged, tell);
  api.getFormula().calculationResultApplied(tell);
  return (message) => {
    const selected = selectedPlace(engine);
    toldAt = selected && key(selected.place);
    byId("status").textContent = message;
  };
}

function key({ sheet, row, column }: CellPlace): string {
  return `${sheet}!${row},${column}`;
}

function selectedPlace({ api }: Readable): { readonly sheet: Worksheet; readonly place: CellPlace } | undefined {
  const sheet = api.getActiveWorkbook()?.getActiveSheet();
  const cell = sheet?.getSelection()?.getCurrentCell();
  if (!sheet || !cell) return undefined;
  return { sheet, place: { sheet: sheet.getSheetId(), row: cell.actualRow, column: cell.actualColumn } };
}

function describe(engine: Readable, sheet: Worksheet, place: CellPlace, reasons: ErrorReasons, language: Language): string {
  const value = valueAt(engine, sheet, place.row, place.column);
  const reason = value === "#SPILL!" ? noRoom(engine, sheet, place, language) : reasons.of(place);
  if (isError(value) && reason !== undefined) return `${value} ${reason}`;
  const called = /^=([A-Z_][A-Z0-9_.]*)\(/i.exec(sheet.getRange(place.row, place.column).getFormula())?.[1] ?? "";
  const definition = findDefinition(definitionOf(called)?.id ?? "");
  return definition ? `${definition.id}: ${definition.summary[language]}` : words[language].statusHint;
}

/** Why an answer cannot spill: the sheet ends, or a cell is in its way. */
function noRoom(engine: Readable, sheet: Worksheet, { row, column }: CellPlace, language: Language): string | undefined {
  const w = words[language];
  const wanted = wantedSpill(engine, sheet, row, column);
  if (wanted === undefined) return undefined;
  const { endRow, endColumn } = wanted;
  const range = `${address(row, column)}:${address(endRow, endColumn)}`;
  if (endRow >= sheet.getMaxRows() || endColumn >= sheet.getMaxColumns()) {
    return w.spillBeyond(range, address(sheet.getMaxRows() - 1, sheet.getMaxColumns() - 1));
  }
  for (let r = row; r <= endRow; r++) {
    for (let c = column; c <= endColumn; c++) {
      if ((r !== row || c !== column) && valueAt(engine, sheet, r, c) !== null) return w.spillBlocked(range, address(r, c));
    }
  }
  return w.spillBlocked(range, "");
}
