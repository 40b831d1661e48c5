/** Why a freeze is refused, told before anything is changed. Here: reasons in words. Not here: what is frozen (found.ts). */
import { parseA1Ref, tokenize } from "@borgar/fx";
import { findDefinition, type Language } from "soundings";
import { definitionOf, nameOfCalled, treeOf } from "../explain/formula.js";
import { address, isSameSheet, qualified, single } from "./area.js";
import type { Area, Place, SheetCells, Snapshot } from "./book.js";
import { errorOf, formulasOf, sheetNamed, valueAt } from "./cells.js";
import type { Frozen } from "./found.js";
import { resolve } from "./reading.js";
import { spillsReferredTo } from "./uses.js";
import { freezeWords, listed } from "./words.js";

/** What a cell shows while its function has not answered. As texts too: some hosts tell them from texts no better. */
const pending: ReadonlySet<unknown> = new Set(["#BUSY!", "#GETTING_DATA", "#CONNECT!"]);

export function isPendingError(error: string): boolean {
  return pending.has(error);
}

/** Whether a cell's answer is still to come. */
export function isPending(snapshot: Snapshot, { sheet, row, column }: Area): boolean {
  const cells = sheetNamed(snapshot, sheet);
  const held = cells ? valueAt(cells, row, column) : null;
  return pending.has(errorOf(held) ?? held);
}

/** Every reason, in the user's language; none if the freeze may go on. */
export function obstacles(snapshot: Snapshot, frozen: readonly Frozen[], language: Language): string[] {
  const w = freezeWords[language];
  const names = (cells: readonly Frozen[]) =>
    listed(
      cells.map(({ area }) => cellName(area)),
      language,
    );
  const sheetsWith = (hindrance: SheetCells["hindrance"]) =>
    snapshot.sheets.filter(
      (sheet) => sheet.hindrance === hindrance && frozen.some(({ area }) => isSameSheet(area.sheet, sheet.name)),
    );
  const waiting = frozen.filter(({ area }) => isPending(snapshot, area));
  const unnamed = frozen.filter((cell) => shownError(snapshot, cell) === "#NAME?");
  const [locked, filtered] = [sheetsWith("protected"), sheetsWith("filtered")].map((sheets) => sheets.map(({ name }) => name));
  return [
    ...(snapshot.isCalculating ? [w.calculating] : []),
    ...(snapshot.isStructureProtected ? [w.structureProtected] : []),
    ...(locked?.length ? [w.sheetProtected(listed(locked, language))] : []),
    ...(filtered?.length ? [w.sheetFiltered(listed(filtered, language))] : []),
    ...(waiting.length > 0 ? [w.pending(names(waiting))] : []),
    ...(unnamed.length > 0 ? [w.nameError(names(unnamed))] : []),
    ...arrayFormulas(snapshot, frozen).map((area) => w.arrayFormula(qualified(area))),
    ...spillsNeeded(snapshot, frozen).map(([cell, anchor]) =>
      w.needsSpill(cell, address(single(anchor)), qualified(anchor.area)),
    ),
  ];
}

/** "Auction!B6", the first cell of an area. */
export function cellName(area: Area): string {
  return qualified(single(area));
}

function shownError(snapshot: Snapshot, { sheet, row, column }: Frozen): string | undefined {
  const cells = sheetNamed(snapshot, sheet);
  return cells && errorOf(valueAt(cells, row, column));
}

/**
 * Areas that look like array formulas of the old kind, which no host tells of: neighbours with word for word the same
 * formula, though it refers to cells relative to its own, or should have spilled and has not.
 */
function arrayFormulas(snapshot: Snapshot, frozen: readonly Frozen[]): Area[] {
  const groups = new Map<string, Frozen[]>();
  for (const cell of frozen) {
    if (cell.area.rows * cell.area.columns > 1) continue;
    const key = `${cell.sheet}!${cell.formula}`;
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || !hasNeighbours(group)) return [];
    const hasNoRoom = group.every((cell) => shownError(snapshot, cell) === "#SPILL!");
    return refersRelatively(first.formula) || (shouldSpill(first.formula) && !hasNoRoom) ? [around(group)] : [];
  });
}

function hasNeighbours(cells: readonly Frozen[]): boolean {
  const places = new Set(cells.map(({ row, column }) => `${row},${column}`));
  return cells.some(({ row, column }) => places.has(`${row + 1},${column}`) || places.has(`${row},${column + 1}`));
}

function around(cells: readonly Frozen[]): Area {
  const [rows, columns] = [cells.map(({ row }) => row), cells.map(({ column }) => column)];
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return {
    sheet: cells[0]?.sheet ?? "",
    row,
    column,
    rows: Math.max(...rows) - row + 1,
    columns: Math.max(...columns) - column + 1,
  };
}

function refersRelatively(formula: string): boolean {
  return tokenize(formula, { mergeRefs: true }).some(({ type, value }) => {
    const parsed = type.startsWith("range") || type === "beam" ? parseA1Ref(value) : undefined;
    if (parsed === undefined || !("range" in parsed)) return false;
    const { top, left, $top, $left } = parsed.range;
    return (top !== null && !$top) || (left !== null && !$left);
  });
}

/** The whole formula is one call whose answer is more than a value. */
function shouldSpill(formula: string): boolean {
  const tree = treeOf(formula);
  const definition = tree?.type === "CallExpression" ? definitionOf(nameOfCalled(tree.callee)) : undefined;
  return definition !== undefined && findDefinition(definition.id)?.returns.shape !== "scalar";
}

/** Formulas that stay live and refer to a whole spill that would be frozen: afterwards they would show #REF!. */
function spillsNeeded(snapshot: Snapshot, frozen: readonly Frozen[]): [string, Frozen][] {
  const anchors = new Map(frozen.map((cell) => [keyOf(cell), cell]));
  const live = snapshot.sheets.flatMap(formulasOf).filter((cell) => mayNeedSpill.test(cell.formula) && !anchors.has(keyOf(cell)));
  return live.flatMap((cell) =>
    spillsReferredTo(cell.formula).flatMap((reference): [string, Frozen][] => {
      const target = resolve(snapshot, cell, reference);
      const anchor = target && anchors.get(keyOf(target));
      return anchor ? [[cellName(single(cell)), anchor]] : [];
    }),
  );
}

const mayNeedSpill = /#|ANCHORARRAY/i;

function keyOf({ sheet, row, column }: Place): string {
  return `${sheet.toLowerCase()}!${row},${column}`;
}
