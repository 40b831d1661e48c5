/**
 * A part of a file on its way into a workbook, with where it comes from. Here: cutting, limits, and where provenance
 * stands. Not here: reading files, writing sheets.
 */
import { parseA1Ref } from "@borgar/fx";
import { shown } from "../taskpane/typed.js";
import type { FileCell, FileSheet } from "./file.js";

/** Beyond these a spreadsheet is the wrong place, and a pane that copies cells is too slow a way into it. */
export const limits = { fileBytes: 50 * 2 ** 20, cells: 500_000, textLength: 32_767 } as const;

export interface Block {
  /** Wished name of its sheet. */
  readonly name: string;
  /** The first row is taken for headings. */
  readonly rows: readonly (readonly FileCell[])[];
  /** Label and value, one line each. */
  readonly provenance: readonly (readonly [label: string, value: string])[];
}

/**
 * Where provenance stands: right of the cells with one free column between. Below them it would be inside A:A, which
 * formulas refer to.
 */
export function provenanceColumn({ rows }: Pick<Block, "rows">): number {
  return (rows[0]?.length ?? 0) + 1;
}

/**
 * The cells of a range such as "B2:F20", "B2:F" or "B:F"; all of them where it is left out. What a range holds beyond the sheet is nothing.
 * @returns undefined for what is no range of this sheet
 */
export function cut({ rows }: FileSheet, range: string): FileSheet["rows"] | undefined {
  if (range.trim() === "") return rows;
  const parsed = parseA1Ref(range.trim().toUpperCase(), { allowTernary: true });
  if (parsed === undefined || !("range" in parsed) || parsed.context?.length) return undefined;
  const { top, left, bottom, right } = parsed.range;
  const part = rows.slice(top ?? 0, (bottom ?? rows.length) + 1).map((row) => row.slice(left ?? 0, (right ?? row.length) + 1));
  return part.length === 0 || part[0]?.length === 0 ? undefined : part;
}

export type Excess = { readonly kind: "cells"; readonly count: number } | { readonly kind: "text"; readonly row: number };

/** What of a part is too much; undefined when it may go in. */
export function excess(rows: Block["rows"]): Excess | undefined {
  const count = rows.length * (rows[0]?.length ?? 0);
  if (count > limits.cells) return { kind: "cells", count };
  const row = rows.findIndex((cells) => cells.some(({ value }) => typeof value === "string" && value.length > limits.textLength));
  return row === -1 ? undefined : { kind: "text", row };
}

/** Width of the labels of provenance, px. */
export const labelWidth = 110;

const [narrowest, widest, pixelsPerLetter, padding, rowsLookedAt] = [64, 280, 7, 14, 200] as const;

/** Widths of columns by the texts of their first rows, px. A Chinese character is two letters wide. */
export function widthsOf(rows: Block["rows"]): number[] {
  return (rows[0] ?? []).map((_, column) => {
    const letters = rows.slice(0, rowsLookedAt).map((row) => lettersOf(shownText(row[column])));
    return Math.min(widest, Math.max(narrowest, padding + pixelsPerLetter * Math.max(...letters)));
  });
}

/** Room that a text takes: a Chinese character as much as two letters. */
export function lettersOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 2 : 1), 0);
}

/** A cell as the file shows it. */
export function shownText(cell: FileCell | undefined): string {
  return cell?.text ?? shown(cell?.value);
}

/** The file's SHA-256 in hexadecimal digits; undefined where the page may not compute it (http from another machine). */
export async function sha256(bytes: ArrayBuffer): Promise<string | undefined> {
  const digest = await globalThis.crypto?.subtle?.digest("SHA-256", bytes);
  return digest && Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
