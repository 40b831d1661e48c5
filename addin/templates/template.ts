/** A sheet as data: cells, widths, what may be typed where, a chart. Here: no host; Excel and the try-it sheet both build from it. */
import type { Language, Text } from "soundings";
import { withPrefix } from "../prefix.js";

export const styleNames = [
  "title",
  "text",
  "quiet",
  "heading",
  "sample",
  "money",
  "percent",
  "flag",
  "input",
  "total",
  "label",
  "points",
  "answer",
  "share",
  "amount",
  "formula",
] as const;
export type StyleName = (typeof styleNames)[number];

export interface TemplateCell {
  readonly row: number;
  readonly column: number;
  /** Absent for a cell that only has a style. A text that starts with "=" is a text unless `isFormula`. */
  readonly content?: string | number | boolean;
  readonly isFormula: boolean;
  readonly style: StyleName;
}

/** What a sheet's own data validation lets in; the functions refuse the rest by name in any case. */
export interface Allowed {
  readonly range: string;
  readonly kind: "above-0" | "at-least-0" | "rate" | "yes-no";
}

export interface TemplateChart {
  readonly kind: "columns" | "line";
  readonly title: Text;
  /** Labels and numbers, or numbers alone. */
  readonly range: string;
  /** Cell of its upper left corner. */
  readonly at: string;
}

export interface Template {
  readonly id: string;
  readonly name: Text;
  /** px */
  readonly widths: readonly number[];
  readonly cells: (language: Language) => readonly TemplateCell[];
  readonly allowed: readonly Allowed[];
  readonly chart: TemplateChart;
  /** The cell to look at first. */
  readonly firstAnswer: string;
}

/** The template for a workbook whose functions have a prefix: formulas, and the texts that show them. */
export function prefixedTemplate(template: Template, prefix: string | undefined): Template {
  const spelt = ({ content, ...cell }: TemplateCell): TemplateCell => ({
    ...cell,
    ...(content === undefined ? {} : { content: typeof content === "string" ? withPrefix(content, prefix) : content }),
  });
  return { ...template, cells: (language) => template.cells(language).map(spelt) };
}

/** Cells put one by one; addresses are zero-based. */
export class Sketch {
  readonly cells: TemplateCell[] = [];

  /** Texts stay texts, also those that look like a formula or a number. */
  value(row: number, column: number, content: string | number | boolean, style: StyleName = "text"): void {
    this.cells.push({ row, column, content, isFormula: false, style });
  }

  formula(row: number, column: number, content: string, style: StyleName = "text"): void {
    this.cells.push({ row, column, content, isFormula: true, style });
  }

  style(row: number, column: number, style: StyleName): void {
    this.cells.push({ row, column, isFormula: false, style });
  }
}
