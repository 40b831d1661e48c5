/**
 * Freezing: formulas of ours give way to the values that they show, and a provenance sheet says how each was worked out.
 * Here: the order of things, and that all of it happens or none. Not here: a host, or what is said on the sheet.
 */
import type { Language } from "soundings";
import { reasonOf } from "../reason.js";
import { inRuns, qualified, single, withoutFirst } from "./area.js";
import type { Asked, NotDone } from "./asked.js";
import type { Area, Book, Change, SheetPage, Snapshot } from "./book.js";
import { errorOf, formulaAt, holdsFormula, sheetNamed, valueAt, valuesIn } from "./cells.js";
import { counted, type Frozen, ownFormulas, withAreas } from "./found.js";
import { cellName, isPendingError, obstacles } from "./obstacles.js";
import { provenancePage } from "./page.js";
import { Reading } from "./reading.js";
import { rowOf } from "./record.js";
import { settled } from "./settled.js";
import { freezeWords, listed } from "./words.js";

export interface FreezeOptions extends Asked {
  /** As it is written into the provenance: ISO 8601 with the offset. */
  readonly time: string;
}

export type FreezeResult =
  | NotDone
  | {
      readonly kind: "frozen";
      readonly formulas: number;
      readonly sheets: number;
      /** Name of the provenance sheet. */
      readonly page: string;
      /** Cells that were frozen showing an error: "Auction!B9 #N/A". */
      readonly errors: readonly string[];
    };

/** Freezes every formula of ours in the scope, or none. */
export async function freeze(book: Book, { scope, language, time, pause }: FreezeOptions): Promise<FreezeResult> {
  const before = await book.read();
  const found = ownFormulas(before, scope);
  if (found.length === 0) return { kind: "nothing" };
  const frozen = withAreas(found, await book.spills(found));
  const reasons = obstacles(before, frozen, language);
  if (reasons.length > 0) return { kind: "refused", reasons };
  const reading = new Reading(before);
  const rows = await Promise.all(frozen.map((cell) => rowOf(cell, reading, { language, time })));
  const page = provenancePage(rows, before, language);
  const wrong = await make(book, before, { frozen, page, language, pause });
  if (wrong.length > 0) return { kind: "refused", reasons: [...wrong, ...(await putBack(book, frozen, page, language))] };
  return { kind: "frozen", ...counted(frozen), page: page.name, errors: frozen.flatMap((cell) => shownErrors(before, cell)) };
}

interface Made extends Pick<FreezeOptions, "language" | "pause"> {
  readonly frozen: readonly Frozen[];
  readonly page: SheetPage;
}

/** Makes the changes and looks at what came of them. Returns what went wrong. */
async function make(book: Book, before: Snapshot, made: Made): Promise<string[]> {
  try {
    await book.change(changesOf(made.frozen, made.page));
    // Formulas of ours that stay live in other sheets work their answers out anew.
    const after = await settled(book, (now) => brokenBy(before, now).some(({ error }) => isPendingError(error)), made.pause);
    return check(before, after, made);
  } catch (error) {
    return [freezeWords[made.language].refused(reasonOf(error))];
  }
}

/**
 * The provenance first: whatever happens then, it tells how to go back. Then what a host might refuse, which are cells
 * that could belong to an array formula: with the same formula as another.
 */
export function changesOf(frozen: readonly Frozen[], page: SheetPage): Change[] {
  const times = new Map<string, number>();
  for (const { formula } of frozen) times.set(formula, (times.get(formula) ?? 0) + 1);
  const isDoubtful = ({ formula }: Frozen) => (times.get(formula) ?? 0) > 1;
  const doubtful = inRuns(frozen.filter(isDoubtful).map(({ area }) => area));
  const plain = inRuns(frozen.filter((cell) => !isDoubtful(cell)).map(({ area }) => area));
  return [{ kind: "add-sheet", page }, ...[...doubtful, ...plain].map((area): Change => ({ kind: "keep-values", area }))];
}

/** Frozen cells hold what they showed, formulas are kept as texts, and nothing else has come to show an error. */
function check(before: Snapshot, after: Snapshot, { frozen, page, language }: Made): string[] {
  const w = freezeWords[language];
  const lost = frozen.filter(({ area }) => !isKept(before, after, area));
  const broken = brokenBy(before, after).filter(({ error }) => !isPendingError(error));
  return [
    ...(lost.length > 0
      ? [
          w.notKept(
            listed(
              lost.map(({ area }) => cellName(area)),
              language,
            ),
          ),
        ]
      : []),
    ...(broken.length > 0
      ? [
          w.brokeOther(
            listed(
              broken.map(({ cell, error }) => `${cell} ${error}`),
              language,
            ),
          ),
        ]
      : []),
    ...(isWritten(after, page) ? [] : [w.formulaNotText(page.name)]),
  ];
}

function isKept(before: Snapshot, after: Snapshot, area: Area): boolean {
  const [was, is] = [before, after].map((snapshot) =>
    JSON.stringify(valuesIn(snapshot, area).map((row) => row.map((held) => held ?? ""))),
  );
  return was === is && !holdsFormula(after, area);
}

/** Cells that show an error and did not before. */
function brokenBy(before: Snapshot, after: Snapshot): { readonly cell: string; readonly error: string }[] {
  return before.sheets.flatMap((sheet) => {
    const now = sheetNamed(after, sheet.name);
    return sheet.values.flatMap((cells, i) =>
      cells.flatMap((was, j) => {
        const [row, column] = [sheet.top + i, sheet.left + j];
        const error = now ? errorOf(valueAt(now, row, column)) : "#REF!";
        if (error === undefined || errorOf(was) !== undefined) return [];
        return [{ cell: qualified(single({ sheet: sheet.name, row, column })), error }];
      }),
    );
  });
}

function isWritten(after: Snapshot, { name, rows }: SheetPage): boolean {
  const sheet = sheetNamed(after, name);
  return (
    sheet !== undefined &&
    rows.every((cells, row) =>
      cells.every((cell, column) => cell === (valueAt(sheet, row, column) ?? "") && formulaAt(sheet, row, column) === ""),
    )
  );
}

/** Formulas where they were, and no provenance. Returns why it could not be done. */
async function putBack(book: Book, frozen: readonly Frozen[], page: SheetPage, language: Language): Promise<string[]> {
  try {
    const now = await book.read();
    const lost = frozen.filter(({ area }) => !holdsFormula(now, { ...area, rows: 1, columns: 1 }));
    const changes: Change[] = [
      ...lost.flatMap(({ area }) => withoutFirst(area).map((rest): Change => ({ kind: "clear", area: rest }))),
      ...lost.map((cell): Change => ({ kind: "formulas", area: single(cell), formulas: [[cell.formula]] })),
      ...(sheetNamed(now, page.name) ? [{ kind: "remove-sheet", sheet: page.name } as const] : []),
    ];
    if (changes.length > 0) await book.change(changes);
    return [];
  } catch (error) {
    return [freezeWords[language].notPutBack(reasonOf(error))];
  }
}

function shownErrors(before: Snapshot, { area }: Frozen): string[] {
  const error = valuesIn(before, area).flat().map(errorOf).find(Boolean);
  return error === undefined ? [] : [`${cellName(area)} ${error}`];
}
