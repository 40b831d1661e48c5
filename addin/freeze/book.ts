/**
 * A workbook as freezing and thawing see it: what its cells hold, what keeps them from being changed, and the changes
 * themselves as data. Here: types that a host implements (Excel: taskpane/excel-book.ts). Not here: any host.
 */

/** What a cell holds; null for a blank one. An error is an object, so that the text "#N/A" is no error. */
export type Held = number | string | boolean | null | { readonly error: string };

/** Zero-based. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Area extends Place {
  readonly rows: number;
  readonly columns: number;
}

/** The used cells of a sheet. */
export interface SheetCells {
  readonly name: string;
  /** Why cells of this sheet cannot be replaced: it is protected, or a filter hides rows that pasting would skip. */
  readonly hindrance?: "protected" | "filtered";
  /** Zero-based place of the first cell of `formulas` and `values`. */
  readonly top: number;
  readonly left: number;
  /** With "="; "" for a cell without one, and for a text that only looks like one. */
  readonly formulas: readonly (readonly string[])[];
  readonly values: readonly (readonly Held[])[];
}

/** A table whose columns formulas name: "Lots[start]". Its first row are the headings. */
export interface TableArea extends Area {
  readonly name: string;
  readonly hasTotals: boolean;
}

export interface Snapshot {
  /** Name of the sheet that the user looks at. */
  readonly active: string;
  /** Results are still to come: the values are not yet those of the formulas. */
  readonly isCalculating: boolean;
  /** No sheet can be added or removed. */
  readonly isStructureProtected: boolean;
  /** Every sheet, hidden ones too, in the workbook's order. */
  readonly sheets: readonly SheetCells[];
  readonly tables: readonly TableArea[];
  /** Names that the workbook defines: "Rate" and "=Inputs!$B$2". */
  readonly names: readonly { readonly name: string; readonly formula: string }[];
}

/** A new sheet of texts and numbers below a row of headings. */
export interface SheetPage {
  readonly name: string;
  /** A rectangle. Texts stay texts, also those that begin with "=". */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Zero-based row of the headings: it stays in view with all above it, and is repeated on every printed page. */
  readonly headingRow: number;
  /** Of the columns, in pixels. Cells from the headings on are wrapped to them. */
  readonly widths: readonly number[];
}

export type Change =
  /** Added behind the last sheet; the sheet that is shown stays. */
  | { readonly kind: "add-sheet"; readonly page: SheetPage }
  /** Formulas give way to the values that they show, bit for bit; number formats stay. */
  | { readonly kind: "keep-values"; readonly area: Area }
  | { readonly kind: "formulas"; readonly area: Area; readonly formulas: readonly (readonly string[])[] }
  /** Exactly these values, texts as texts. */
  | { readonly kind: "values"; readonly area: Area; readonly values: readonly (readonly Held[])[] }
  /** Contents only, no formats. */
  | { readonly kind: "clear"; readonly area: Area }
  /** Whole rows of a sheet, zero-based, in ascending order. */
  | { readonly kind: "delete-rows"; readonly sheet: string; readonly rows: readonly number[] }
  | { readonly kind: "remove-sheet"; readonly sheet: string };

/** What a host implements for the pane to freeze and thaw in it. */
export interface Book {
  readonly read: () => Promise<Snapshot>;
  /** Where each of these formulas shows its result: the range that it spills over, or its own cell. */
  readonly spills: (places: readonly Place[]) => Promise<readonly Area[]>;
  /**
   * Makes the changes in this order, as one undo where the host can. Values are kept as they are before the first
   * change: a formula that depends on a kept one is not worked out anew in between.
   * @throws Error at the first that the host refuses; those before it stay made
   */
  readonly change: (changes: readonly Change[]) => Promise<void>;
}
