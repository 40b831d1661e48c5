/**
 * Thawing: formulas go back to where the cells still hold exactly what was frozen; the rest is left alone and named.
 * Here: which rows go back, and what their answers are now. Not here: a host, or how the sheet is read (page.ts).
 */
import { type Language, version } from "soundings";
import { treeOf } from "../explain/formula.js";
import { reasonOf } from "../reason.js";
import { areaAt, cellKeys, inRuns, isSameSheet, single, withoutFirst } from "./area.js";
import type { Asked, NotDone } from "./asked.js";
import type { Area, Book, Change, Snapshot } from "./book.js";
import { holdsFormula, sheetNamed, valuesIn } from "./cells.js";
import { answered } from "./described.js";
import { fingerprint, isSame } from "./fingerprint.js";
import type { Scope } from "./found.js";
import { cellName, isPending } from "./obstacles.js";
import { type KeptRow, keptRows } from "./page.js";
import { settled } from "./settled.js";
import { type FreezeWords, freezeWords } from "./words.js";

/** An answer that is not what it was: its first cell that differs, or the whole of it if its shape does. */
export interface Changed {
  readonly cell: string;
  readonly was: string;
  readonly is: string;
  /** How many cells of the same answer differ besides. */
  readonly others: number;
  /** References whose cells have changed since: "Auction!C6:C20". */
  readonly inputs: readonly string[];
  /** The version that worked out what it was, if it is another than now. */
  readonly version?: string;
}

export interface Left {
  readonly cell: string;
  readonly reason: string;
}

export type ThawResult =
  | NotDone
  | {
      readonly kind: "thawed";
      readonly formulas: number;
      readonly left: readonly Left[];
      readonly changed: readonly Changed[];
      /** Cells that have not answered yet. */
      readonly waiting: readonly string[];
      /** Provenance sheets of which nothing was left. */
      readonly removed: readonly string[];
    };

/** A row that goes back, and where. */
interface Thawed extends KeptRow {
  readonly area: Area;
}

export interface ThawPlan {
  readonly thawed: readonly Thawed[];
  readonly left: readonly Left[];
  readonly removed: readonly string[];
  readonly changes: readonly Change[];
}

/** The rows of provenance that the scope takes in. */
export function rowsIn(snapshot: Snapshot, scope: Scope): KeptRow[] {
  return keptRows(snapshot).filter(({ sheet }) => scope === "workbook" || isSameSheet(sheet, snapshot.active));
}

/** What thawing would do. Pure. */
export function planThaw(snapshot: Snapshot, scope: Scope, language: Language): ThawPlan {
  const w = freezeWords[language];
  const taken = new Set<string>();
  const [thawed, left]: [Thawed[], Left[]] = [[], []];
  for (const row of rowsIn(snapshot, scope)) {
    const area = areaAt(row.sheet, row.range);
    const reason = area === undefined ? "noFormula" : whyLeft(snapshot, row, area, taken);
    if (area === undefined || reason) left.push({ cell: `${row.sheet}!${row.range}`, reason: w.left[reason ?? "noFormula"] });
    else {
      thawed.push({ ...row, area });
      for (const key of cellKeys(area)) taken.add(key);
    }
  }
  const removed = pagesDone(snapshot, thawed);
  return { thawed, left, removed, changes: changesOf(thawed, removed) };
}

function whyLeft(
  snapshot: Snapshot,
  row: KeptRow,
  area: Area,
  taken: ReadonlySet<string>,
): keyof FreezeWords["left"] | undefined {
  const sheet = sheetNamed(snapshot, row.sheet);
  if (sheet === undefined) return "sheetGone";
  if (!row.formula.startsWith("=") || treeOf(row.formula) === undefined) return "noFormula";
  if (holdsFormula(snapshot, area) || fingerprint(valuesIn(snapshot, area)) !== row.fingerprint) return "edited";
  if (cellKeys(area).some((key) => taken.has(key))) return "edited";
  const isLocked = [sheet, sheetNamed(snapshot, row.page)].some((one) => one?.hindrance === "protected");
  return isLocked ? "protected" : undefined;
}

function pagesDone(snapshot: Snapshot, thawed: readonly Thawed[]): string[] {
  const pages = [...new Set(thawed.map(({ page }) => page))];
  const all = keptRows(snapshot);
  return pages.filter(
    (page) => all.filter((row) => row.page === page).length === thawed.filter((row) => row.page === page).length,
  );
}

/** Room to spill first, then formulas, then the rows that are done with. */
function changesOf(thawed: readonly Thawed[], removed: readonly string[]): Change[] {
  const pages = [...new Set(thawed.map(({ page }) => page))];
  return [
    ...thawed.flatMap(({ area }) => withoutFirst(area).map((rest): Change => ({ kind: "clear", area: rest }))),
    ...formulaChanges(thawed),
    ...pages.map(
      (page): Change =>
        removed.includes(page)
          ? { kind: "remove-sheet", sheet: page }
          : {
              kind: "delete-rows",
              sheet: page,
              rows: thawed.flatMap((row) => (row.page === page ? row.row : [])).sort((a, b) => a - b),
            },
    ),
  ];
}

/** Formulas below one another together: a column of 10,000 is one change. */
function formulaChanges(thawed: readonly Thawed[]): Change[] {
  const byCell = new Map(thawed.map(({ area, formula }) => [cellKeys(single(area))[0], formula]));
  return inRuns(thawed.map(({ area }) => single(area))).map((area) => ({
    kind: "formulas",
    area,
    formulas: cellKeys(area).map((key) => [byCell.get(key) ?? ""]),
  }));
}

/** Puts back what can be put back, waits for the answers, and compares them. All of it, or nothing if the host refuses. */
export async function thaw(book: Book, { scope, language, pause }: Asked): Promise<ThawResult> {
  const w = freezeWords[language];
  const before = await book.read();
  if (rowsIn(before, scope).length === 0) return { kind: "nothing" };
  const plan = planThaw(before, scope, language);
  if (plan.removed.length > 0 && before.isStructureProtected) return { kind: "refused", reasons: [w.structureProtected] };
  try {
    if (plan.changes.length > 0) await book.change(plan.changes);
  } catch (error) {
    return { kind: "refused", reasons: [w.refused(reasonOf(error)), ...(await putBack(book, before, plan.thawed, language))] };
  }
  const isCalculating = (now: Snapshot) => now.isCalculating || plan.thawed.some(({ area }) => isPending(now, area));
  const after = await settled(book, (now) => plan.thawed.length > 0 && isCalculating(now), pause);
  const areas = await book.spills(plan.thawed.map(({ area }) => area));
  const isWaiting = ({ area }: Thawed) => isPending(after, area);
  return {
    kind: "thawed",
    formulas: plan.thawed.length,
    left: plan.left,
    changed: plan.thawed.flatMap((row, i) =>
      isWaiting(row) ? [] : changeOf(row, areas[i] ?? row.area, before, after, language),
    ),
    waiting: plan.thawed.filter(isWaiting).map(({ area }) => cellName(area)),
    removed: plan.removed,
  };
}

/** Values as they were, where a formula has taken their place. The provenance sheet is changed last, so that it still stands. */
async function putBack(book: Book, before: Snapshot, thawed: readonly Thawed[], language: Language): Promise<string[]> {
  try {
    const areas = thawed.map(({ area }) => area);
    await book.change(areas.map((area): Change => ({ kind: "values", area, values: valuesIn(before, area) })));
    return [];
  } catch (error) {
    return [freezeWords[language].notPutBack(reasonOf(error))];
  }
}

/** What was frozen stood in the cells until now. */
function changeOf(row: Thawed, area: Area, before: Snapshot, now: Snapshot, language: Language): Changed[] {
  const [was, is] = [valuesIn(before, row.area), valuesIn(now, area)];
  if (fingerprint(is) === row.fingerprint) return [];
  const why = { inputs: inputsChanged(row, now), ...(row.version === version ? {} : { version: row.version }) };
  if (was.length !== is.length || was[0]?.length !== is[0]?.length) {
    return [{ cell: cellName(area), was: answered(was, language), is: answered(is, language), others: 0, ...why }];
  }
  const differing = was.flatMap((cells, i) =>
    cells.flatMap((held, j) => {
      const other = is[i]?.[j] ?? null;
      return isSame(held, other) ? [] : [{ row: area.row + i, column: area.column + j, was: held, is: other }];
    }),
  );
  const [first] = differing;
  if (first === undefined) return [];
  const cell = cellName({ ...area, row: first.row, column: first.column });
  const [old, current] = [answered([[first.was]], language), answered([[first.is]], language)];
  return [{ cell, was: old, is: current, others: differing.length - 1, ...why }];
}

/** Lines of "Auction!C6:C20 1a2b3c4d" whose cells no longer have that fingerprint. */
function inputsChanged({ inputFingerprints }: KeptRow, now: Snapshot): string[] {
  return inputFingerprints.split("\n").flatMap((line) => {
    const at = line.lastIndexOf(" ");
    const [reference, print] = [line.slice(0, at), line.slice(at + 1)];
    const sheet = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(reference);
    const area = sheet && areaAt((sheet[1] ?? sheet[2] ?? "").replaceAll("''", "'"), reference.slice(sheet[0].length));
    return area && fingerprint(valuesIn(now, area)) !== print ? [reference] : [];
  });
}
