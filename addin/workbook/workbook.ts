/**
 * soundings-examples.xlsx: every function in use, with the answers in the file, so that it reads right without the
 * add-in. Here: sheets and the file format. Not here: one example's cells (example-block.ts), where it is written (cli).
 */

import { catalog, citation, type Definition, type Origin, ownFunctions, reports } from "soundings";
import { CFB, utils, type WorkBook, type WorkSheet, write } from "xlsx";
import { cellExamples } from "../examples.js";
import { numberFormats } from "../number-formats.js";
import { bothWords, exampleBlock, type SheetCell } from "./example-block.js";
import { trusted } from "./trusted.js";

/** Its name wherever it is written. */
export const workbookName = "soundings-examples.xlsx";

/** Excel refuses longer names of sheets. */
const longestSheetName = 31;
const widths = [16, 42, ...Array.from({ length: 14 }, () => 20)];

/** The cells of the whole workbook, by sheet: what is written, and what tests compare. */
export function workbookSheets(): ReadonlyMap<string, readonly SheetCell[]> {
  const sheets = new Map<string, readonly SheetCell[]>([["Read me 说明", readMe()]]);
  for (const report of [...Object.values(reports).reverse(), ownFunctions]) {
    const members = catalog.filter(({ source }) => source.report.id === report.id);
    if (members.length > 0) sheets.set(sheetName(report), reportSheet(report, members));
  }
  return sheets;
}

/** The workbook as the bytes of an .xlsx file. */
export function examplesWorkbook(): Uint8Array {
  const book: WorkBook = utils.book_new();
  for (const [name, cells] of workbookSheets()) utils.book_append_sheet(book, worksheet(cells), name);
  book.Props = { Title: "Soundings: examples 测深：示例", Author: "Soundings" };
  return trusted(write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer, CFB);
}

function sheetName({ id, title }: Origin): string {
  return `${id} ${title.zh}`.replace(/[\\/?*[\]:]/g, " ").slice(0, longestSheetName);
}

function readMe(): SheetCell[] {
  const lines = [
    "Soundings: every function in use 测深：全部函数示例",
    "Each answer is a live formula, and its value is stored in the file: it reads right without the add-in.",
    "每个答案都是公式，数值已存入文件：没有加载项也能正确阅读。",
    "Without the add-in a recalculation turns the answers into #NAME?; close without saving, or install the add-in.",
    "没有加载项时重新计算会变成 #NAME?；请不保存并关闭，或安装加载项。",
    "Change an input and, with the add-in, the answer follows. Fractions are shown as percentages.",
    "装有加载项时，修改输入，答案随之更新。比率以百分比显示。",
    "This file has been opened in LibreOffice, and not yet in Excel. 本文件已在 LibreOffice 中打开核对，尚未在 Excel 中验证。",
  ];
  return lines.map((value, row) => ({ row, column: 0, value }));
}

function reportSheet(report: Origin, members: readonly Definition[]): SheetCell[] {
  const cells: SheetCell[] = [
    { row: 0, column: 0, value: `${report.id} ${bothWords(report.title)}` },
    { row: 1, column: 0, value: `${bothWords(report.publisher)}, ${report.date}` },
  ];
  let row = 3;
  for (const definition of members) {
    const { summary, formula } = definition;
    // One line where the formula has no words.
    const formulas = [...new Set([formula.en, formula.zh])];
    const lines = [summary.en, summary.zh, ...formulas, bothWords(citation(definition))];
    cells.push({ row, column: 0, value: definition.id });
    for (const value of lines) cells.push({ row: row++, column: 1, value });
    for (const example of cellExamples(definition)) {
      const block = exampleBlock(definition, example, row);
      cells.push(...block.cells);
      row += block.rows;
    }
    row += 1;
  }
  return cells;
}

function worksheet(cells: readonly SheetCell[]): WorkSheet {
  const sheet: WorkSheet = {};
  let [lastRow, lastColumn] = [0, 0];
  for (const { row, column, value, formula, unit } of cells) {
    const format = typeof value === "number" && unit !== undefined ? numberFormats[unit] : undefined;
    sheet[utils.encode_cell({ r: row, c: column })] = {
      ...contentOf(value),
      ...(formula === undefined ? {} : { f: formula }),
      ...(format === undefined ? {} : { z: format }),
    };
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
  }
  sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: lastRow, c: lastColumn } });
  sheet["!cols"] = widths.map((wch) => ({ wch }));
  return sheet;
}

function contentOf(value: SheetCell["value"]) {
  const types = { number: "n", boolean: "b", string: "s" } as const;
  return { t: types[typeof value as keyof typeof types], v: value };
}
