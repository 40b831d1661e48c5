/** What a mistake in a report carries with it, and how the lists of them are written. Not here: any mistake. */
import type { Text } from "../errors.js";
import { type Passage, passage, type Report, type ReportId } from "../sources.js";

/**
 * arithmetic: a printed figure does not follow from the report's own inputs.
 * claim: a statement in words that computing with the report's own figures contradicts.
 * definition: the report contradicts its own rule, compares unlike things, or leaves a case open.
 * data: a public source says otherwise.
 * misprint: a wrong word or unit.
 */
export type ErratumKind = "arithmetic" | "claim" | "definition" | "data" | "misprint";

export interface Erratum {
  /** Never changes: report and name, such as "002/months-to-anchor". */
  readonly id: string;
  readonly report: ReportId;
  readonly kind: ErratumKind;
  readonly passage: Passage;
  /** Ids of the figures concerned, as in core/reports/figures.ts. */
  readonly figures: readonly string[];
  /** Catalogue ids of the functions whose users should know. */
  readonly functions: readonly string[];
  readonly printed: Text;
  readonly right: Text;
  readonly why: Text;
}

type Pair = readonly [en: string, zh: string];

/** An erratum as its list writes it: texts as pairs of English and Chinese, figures without their report. */
export interface Written extends Pick<Erratum, "kind" | "functions"> {
  readonly id: string;
  readonly where: Pair;
  readonly figures?: readonly string[];
  readonly printed: Pair;
  readonly right: Pair;
  readonly why: Pair;
}

/** The errata of one report. Figures of other reports are written with their full id. */
export function errataIn(report: Report, list: readonly Written[]): readonly Erratum[] {
  return list.map(({ id, kind, where, figures = [], functions, printed, right, why }) => ({
    id: `${report.id}/${id}`,
    report: report.id,
    kind,
    passage: passage(report, ...where),
    figures: figures.map((figure) => (/^\d{3}\//.test(figure) ? figure : `${report.id}/${figure}`)),
    functions,
    printed: text(printed),
    right: text(right),
    why: text(why),
  }));
}

function text([en, zh]: Pair): Text {
  return { en, zh };
}
