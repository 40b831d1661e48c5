/**
 * What the pane asks of Office: whether Excel is there, its language and colours, and a formula into the selected
 * cell. All of Office.js that the pane uses is in this file; it may be missing altogether.
 */

/** What became of a formula that was to be written. */
export type Insertion =
  | { readonly kind: "inserted" | "occupied"; readonly address: string }
  | { readonly kind: "refused"; readonly reason: string };

export interface Host {
  readonly displayLanguage: string | undefined;
  readonly theme: Pick<Office.OfficeTheme, "bodyBackgroundColor" | "bodyForegroundColor"> | undefined;
  readonly insert: (formula: string) => Promise<Insertion>;
}

/** Excel, or undefined where there is none: a plain browser, another Office program, or no office.js. */
export async function findExcel(): Promise<Host | undefined> {
  if (typeof Office === "undefined") return undefined;
  const { host } = await Office.onReady();
  restoreHistory();
  if (host !== Office.HostType.Excel) return undefined;
  return { displayLanguage: Office.context.displayLanguage, theme: Office.context.officeTheme, insert };
}

/** Office.js covers pushState and replaceState with null; the browser's own are still on the prototype. */
export function restoreHistory(): void {
  const covered = window.history as { pushState?: unknown; replaceState?: unknown };
  if (!covered.pushState) delete covered.pushState;
  if (!covered.replaceState) delete covered.replaceState;
}

/** Writes into the selected cell if it is empty: nothing of the user's is overwritten. */
async function insert(formula: string): Promise<Insertion> {
  try {
    return await Excel.run(async (context) => {
      const cell = context.workbook.getActiveCell();
      cell.load(["address", "formulas"]);
      await context.sync();
      if (cell.formulas[0]?.[0] !== "") return { kind: "occupied", address: cell.address };
      cell.formulas = [[formula]];
      await context.sync();
      return { kind: "inserted", address: cell.address };
    });
  } catch (error) {
    return { kind: "refused", reason: error instanceof Error ? error.message : String(error) };
  }
}
