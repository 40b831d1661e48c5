/** Changes to Excel's workbook, as one undo where Excel can merge. Here: each kind of change in Office.js. */
import type { Area, Change, Held, SheetPage } from "../freeze/book.js";
import { pointsPerPixel } from "../workbook/look.js";
import { asOneUndo } from "./one-undo.js";

const headingFill = "#e5f1f8";
const quietInk = "#5c5c5c";
/** Excel on the web takes no request above 5 MB. */
const changesAtOnce = 4_000;
const rowsAtOnce = 200;

/** @throws Error at the first change that Excel refuses; those before it stay made */
export async function excelChange(changes: readonly Change[]): Promise<void> {
  await asOneUndo(async (context) => {
    for (let from = 0; from < changes.length; from += changesAtOnce) {
      const part = changes.slice(from, from + changesAtOnce);
      for (const change of part) if (change.kind === "add-sheet") await addSheet(context, change.page);
      // A formula that depends on one whose value is pasted would show #BUSY! before its own turn.
      context.application.suspendApiCalculationUntilNextSync();
      for (const change of part) apply(context, change);
      await context.sync();
    }
  });
}

function apply(context: Excel.RequestContext, change: Change): void {
  const { worksheets } = context.workbook;
  const rangeOf = ({ sheet, row, column, rows, columns }: Area) =>
    worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns);
  switch (change.kind) {
    case "add-sheet":
      return;
    case "keep-values": {
      const range = rangeOf(change.area);
      range.copyFrom(range, Excel.RangeCopyType.values);
      return;
    }
    case "formulas":
      rangeOf(change.area).formulas = change.formulas.map((row) => [...row]);
      return;
    case "values":
      rangeOf(change.area).values = change.values.map((row) => row.map(typed));
      return;
    case "clear":
      rangeOf(change.area).clear(Excel.ClearApplyTo.contents);
      return;
    case "delete-rows":
      // From the last, so that the others keep their places.
      for (const row of [...change.rows].reverse()) {
        worksheets.getItem(change.sheet).getRangeByIndexes(row, 0, 1, 1).getEntireRow().delete(Excel.DeleteShiftDirection.up);
      }
      return;
    case "remove-sheet":
      worksheets.getItem(change.sheet).delete();
      return;
  }
}

/** As one types it so that it stays what it is: a text behind an apostrophe, an error by its name. */
function typed(held: Held): string | number | boolean {
  if (held === null) return "";
  if (typeof held === "object") return held.error;
  return typeof held === "string" && held !== "" ? `'${held}` : held;
}

async function addSheet(context: Excel.RequestContext, page: SheetPage): Promise<void> {
  const { name, rows, widths } = page;
  const sheet = context.workbook.worksheets.add(name);
  const columns = widths.length;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const part = rows.slice(from, from + rowsAtOnce);
    const range = sheet.getRangeByIndexes(from, 0, part.length, columns);
    // Texts before they are written: what begins with "=" is not to be worked out.
    range.numberFormat = part.map((cells) => cells.map((cell) => (typeof cell === "string" ? "@" : "General")));
    range.values = part.map((cells) => [...cells]);
    await context.sync();
  }
  dress(sheet, page);
}

/** Widths, headings, what stays in view and what a printer does. */
function dress(sheet: Excel.Worksheet, { rows, headingRow, widths }: SheetPage): void {
  const columns = widths.length;
  for (const [column, width] of widths.entries()) {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width * pointsPerPixel;
  }
  const intro = sheet.getRangeByIndexes(0, 0, headingRow, 1).format.font;
  intro.color = quietInk;
  const title = sheet.getRangeByIndexes(0, 0, 1, 1).format.font;
  title.bold = true;
  title.size = 14;
  title.color = "#000000";
  const headings = sheet.getRangeByIndexes(headingRow, 0, 1, columns).format;
  headings.font.bold = true;
  headings.fill.color = headingFill;
  const body = sheet.getRangeByIndexes(headingRow, 0, rows.length - headingRow, columns).format;
  body.wrapText = true;
  body.verticalAlignment = "Top";
  body.autofitRows();
  sheet.freezePanes.freezeRows(headingRow + 1);
  const { pageLayout } = sheet;
  pageLayout.orientation = Excel.PageOrientation.landscape;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintTitleRows(`$${headingRow + 1}:$${headingRow + 1}`);
}
