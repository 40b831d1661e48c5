/** The tests' small workbook as an .xlsx file, as Excel would save it: values, live formulas with theirs, errors, widths. */
import { type CellObject, utils, type WorkSheet, write } from "xlsx";
import type { Held, SheetCells } from "../../addin/freeze/book.js";
import type { Workbook } from "./workbook.js";

const errorNumbers: Readonly<Record<string, number>> = {
  "#NULL!": 0x00,
  "#DIV/0!": 0x07,
  "#VALUE!": 0x0f,
  "#REF!": 0x17,
  "#NAME?": 0x1d,
  "#NUM!": 0x24,
  "#N/A": 0x2a,
};

export function asXlsx(workbook: Workbook): Uint8Array {
  const book = utils.book_new();
  for (const cells of workbook.snapshot().sheets) {
    const sheet = worksheet(cells);
    const { page } = workbook.sheet(cells.name);
    if (page) sheet["!cols"] = page.widths.map((wpx) => ({ wpx }));
    utils.book_append_sheet(book, sheet, cells.name);
  }
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

function worksheet({ top, left, values, formulas }: SheetCells): WorkSheet {
  const sheet: WorkSheet = {};
  for (const [i, line] of values.entries()) {
    for (const [j, held] of line.entries()) {
      const cell = cellOf(held);
      const formula = formulas[i]?.[j] ?? "";
      if (cell) sheet[utils.encode_cell({ r: top + i, c: left + j })] = formula === "" ? cell : { ...cell, f: formula.slice(1) };
    }
  }
  const last = { r: top + Math.max(1, values.length) - 1, c: left + Math.max(1, values[0]?.length ?? 0) - 1 };
  sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: last });
  return sheet;
}

function cellOf(held: Held): CellObject | undefined {
  if (held === null || held === "") return undefined;
  if (typeof held === "object") return { t: "e", v: errorNumbers[held.error] ?? 0x0f };
  return { t: ({ number: "n", string: "s", boolean: "b" } as const)[typeof held as "number"], v: held };
}

/** What a reader of the file sees, by cell: numbers, texts, and errors as they show. */
export function shownIn(sheets: Readonly<Record<string, WorkSheet>>): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, sheet] of Object.entries(sheets)) {
    for (const [at, cell] of Object.entries(sheet)) {
      if (at.startsWith("!")) continue;
      const { t, v, w } = cell as CellObject;
      if (v !== undefined && v !== "") shown[`${name}!${at}`] = t === "e" ? { error: w } : v;
    }
  }
  return shown;
}
