/** What a function's page and the calculator on it are given: how to answer, to write a formula, and to read the sheet. */
import type { Language } from "soundings";
import type { Answer } from "./answer.js";
import type { SelectedRange } from "./host.js";

export interface FunctionViewOptions {
  readonly language: Language;
  /** Label and action of the buttons beside formulas: insert in Excel, copy elsewhere. */
  readonly take: { readonly label: string; readonly action: (formula: string) => void };
  /** A formula as the workbook spells it, whose functions may have a prefix. */
  readonly spelt: (formula: string) => string;
  /** Calls a function as a cell would. */
  readonly answer: Answer;
  /** Says something in the pane's status line; "" takes back what it says. */
  readonly tell: (message: string) => void;
  /** The range selected in the sheet, where there is one. */
  readonly pick?: (() => Promise<SelectedRange>) | undefined;
}
