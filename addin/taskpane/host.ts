/**
 * What the pane asks of the workbook that it stands beside: its language and colours, what is selected, the values of
 * a range, and a formula into the selected cell. Here: what is asked, and finding who answers. Not here: the answers,
 * Excel's in excel-host.ts, the try-it sheet's in addin/sheet. There may be no workbook at all.
 */
import type { Language } from "soundings";
import type { ReadRange } from "../explain/formula.js";
import type { Book } from "../freeze/book.js";
import type { Block } from "../import/block.js";
import type { Template } from "../templates/template.js";

/** What became of a formula that was to be written. */
export type Insertion =
  | { readonly kind: "inserted" | "occupied"; readonly address: string }
  | { readonly kind: "refused"; readonly reason: string };

export interface SelectedCell {
  readonly address: string;
  /** "" for a cell without a formula. */
  readonly formula: string;
}

export interface SelectedRange {
  readonly address: string;
  readonly values: unknown[][];
}

/** Whether numbers carry their card. */
export interface Cards {
  readonly areOn: () => boolean;
  /** Switches, and has everything calculated anew. */
  readonly turn: (on: boolean) => Promise<void>;
}

export interface Host {
  readonly place: "Excel" | "try-it sheet";
  readonly displayLanguage: string | undefined;
  readonly theme: Pick<Office.OfficeTheme, "bodyBackgroundColor" | "bodyForegroundColor"> | undefined;
  readonly insert: (formula: string) => Promise<Insertion>;
  readonly selectedCell: () => Promise<SelectedCell>;
  readonly selectedRange: () => Promise<SelectedRange>;
  readonly read: ReadRange;
  /** Adds a sheet and returns its name. */
  readonly insertTemplate: (template: Template, language: Language) => Promise<string>;
  /** Adds a sheet with a part of a file and returns its name. */
  readonly insertBlock: (block: Block) => Promise<string>;
  /** Shows a page of this site beside the workbook; a browser opens it by its link. */
  readonly openPage?: (address: string) => void;
  /** Calls back after every change of the selection, in any sheet. */
  readonly onSelection: (changed: () => void) => Promise<void>;
  /** For freezing to values and thawing; undefined where the host cannot. */
  readonly book: Book | undefined;
  /** Absent where no cell can carry a card. */
  readonly cards?: Cards | undefined;
  /** Calls back after every calculation. */
  readonly onCalculation: (calculated: () => void) => Promise<void>;
}

declare global {
  interface Window {
    /** Set by the try-it page for the pane in its frame. */
    soundingsHost?: Promise<Host>;
  }
}

/** The try-it sheet beside this pane, else Excel, else undefined. */
export async function findHost(): Promise<Host | undefined> {
  return (await sheetBeside()) ?? (await findExcel());
}

/** A sheet that did not start says so itself. */
async function sheetBeside(): Promise<Host | undefined> {
  try {
    return window.parent === window ? undefined : await window.parent.soundingsHost;
  } catch {
    // Excel on the web frames the pane from an origin of its own, which may not be looked at.
    return undefined;
  }
}

/** Excel, or undefined where there is none: a plain browser, another Office program, or no office.js. */
async function findExcel(): Promise<Host | undefined> {
  if (typeof Office === "undefined") return undefined;
  const { host } = await Office.onReady();
  restoreHistory();
  if (host !== Office.HostType.Excel) return undefined;
  const { excelHost } = await import("./excel-host.js");
  return excelHost();
}

/** Office.js covers pushState and replaceState with null; the browser's own are still on the prototype. */
export function restoreHistory(): void {
  const covered = window.history as { pushState?: unknown; replaceState?: unknown };
  if (!covered.pushState) delete covered.pushState;
  if (!covered.replaceState) delete covered.replaceState;
}
