/** A part of a file as a new sheet of the open workbook. Here: Excel. Not here: files; the try-it sheet. */
import { type Block, labelWidth, provenanceColumn, widthsOf } from "../import/block.js";
import type { FileCell } from "../import/file.js";
import { freeName } from "../sheet-name.js";
import { pointsPerPixel } from "../workbook/look.js";
import { asOneUndo } from "./one-undo.js";

/** Excel on the web refuses more than 5 MB at once; a cell weighs its text in UTF-8 and some marks around it. */
const [transferBytes, bytesPerCell, bytesPerLetter] = [2 * 2 ** 20, 24, 3] as const;
const quiet = "#5c5c5c";

/** Adds the sheet, shows it and returns its name; a sheet that could not be filled is taken away again. */
export function insertBlock(block: Block): Promise<string> {
  return asOneUndo(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const taken = worksheets.items.map((sheet) => sheet.name);
    const name = freeName(block.name, taken);
    const sheet = worksheets.add(name);
    try {
      for (const { top, rows } of transfers(block.rows)) {
        putCells(sheet, rows, top);
        await context.sync();
      }
      finish(sheet, block);
      await context.sync();
    } catch (error) {
      sheet.delete();
      await context.sync();
      throw error;
    }
    return name;
  });
}

interface Transfer {
  readonly top: number;
  readonly rows: Block["rows"];
}

/** Rows in portions that Excel takes. */
export function transfers(rows: Block["rows"], most: number = transferBytes): Transfer[] {
  const portions: { top: number; rows: (readonly FileCell[])[] }[] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const [top, row] of rows.entries()) {
    const added = row.reduce((sum, cell) => sum + weightOf(cell), 0);
    if (weight + added > most) {
      portions.push({ top, rows: [] });
      weight = 0;
    }
    portions.at(-1)?.rows.push(row);
    weight += added;
  }
  return portions;
}

function weightOf({ value }: FileCell): number {
  return bytesPerCell + (typeof value === "string" ? value.length * bytesPerLetter : 0);
}

function putCells(sheet: Excel.Worksheet, rows: Block["rows"], top: number, left = 0): void {
  const range = sheet.getRangeByIndexes(top, left, rows.length, rows[0]?.length ?? 0);
  // As text before it is written: Excel would make a date of "2022-07" and a formula of "=1+2". Null leaves as it is.
  range.numberFormat = rows.map((row) => row.map(({ value, format }) => (typeof value === "string" ? "@" : (format ?? null))));
  range.values = rows.map((row) => row.map(({ value }) => value));
}

function finish(sheet: Excel.Worksheet, block: Block): void {
  const { rows, provenance } = block;
  sheet.getRangeByIndexes(0, 0, 1, rows[0]?.length ?? 0).format.font.bold = true;
  for (const [column, width] of widthsOf(rows).entries()) {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width * pointsPerPixel;
  }
  const lines = provenance.map((line) => line.map((value) => ({ value })));
  putCells(sheet, lines, 0, provenanceColumn(block));
  sheet.getRangeByIndexes(0, provenanceColumn(block), lines.length, 2).format.font.color = quiet;
  sheet.getRangeByIndexes(0, provenanceColumn(block), 1, 1).format.columnWidth = labelWidth * pointsPerPixel;
  sheet.activate();
  sheet.getRange("A1").select();
}
