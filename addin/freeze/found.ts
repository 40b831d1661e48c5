/** Every cell with a formula of ours, and where its result stands. Here: what would be frozen. Not here: whether it may be. */
import { cellKeys, single, withoutFirst } from "./area.js";
import type { Area, Snapshot } from "./book.js";
import { type FormulaCell, formulasOf } from "./cells.js";
import { isProvenance } from "./page.js";
import { functionsIn, type OwnNames, ownNames } from "./uses.js";

/** The sheet that is looked at, or all of them. */
export type Scope = "sheet" | "workbook";

export interface OwnFormula extends FormulaCell {
  /** Ids of our functions, as they stand in it. */
  readonly functions: readonly string[];
}

export interface Frozen extends OwnFormula {
  /** The cells that show its result. */
  readonly area: Area;
}

/** In the workbook's order; provenance sheets hold formulas as texts and are passed over. */
export function ownFormulas(snapshot: Snapshot, scope: Scope): OwnFormula[] {
  const names = ownNames(snapshot.names);
  const sheets = snapshot.sheets.filter((sheet) => scope === "workbook" || sheet.name === snapshot.active);
  return sheets.filter((sheet) => !isProvenance(sheet)).flatMap((sheet) => formulasOf(sheet).flatMap((cell) => own(cell, names)));
}

function own(cell: FormulaCell, names: OwnNames): OwnFormula[] {
  const functions = functionsIn(cell.formula, names);
  return functions.length === 0 ? [] : [{ ...cell, functions }];
}

/**
 * Formulas with the areas that their results fill.
 * A host may say of a spill's other cells that they hold its formula: those are no formulas of their own.
 */
export function withAreas(cells: readonly OwnFormula[], areas: readonly Area[]): Frozen[] {
  const frozen = cells.map((cell, i) => ({ ...cell, area: areas[i] ?? single(cell) }));
  const covered = new Set(frozen.flatMap(({ area }) => withoutFirst(area).flatMap(cellKeys)));
  return frozen.filter((cell) => !cellKeys(single(cell)).some((key) => covered.has(key)));
}

/** "12 formulas in 3 sheets" */
export function counted(cells: readonly { readonly sheet: string }[]): { readonly formulas: number; readonly sheets: number } {
  return { formulas: cells.length, sheets: new Set(cells.map(({ sheet }) => sheet)).size };
}
