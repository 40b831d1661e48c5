/** A page of texts and numbers below a row of headings, as a sheet of the try-it workbook. */
import { CellValueType, type IStyleData, type IWorksheetData, VerticalAlign, WrapStrategy } from "@univerjs/core";
import type { SheetPage } from "../freeze/book.js";
import { lettersOf } from "../import/block.js";
import { sizeFor } from "./size.js";
import { styles } from "./styles.js";

const wrapped: IStyleData = { tb: WrapStrategy.WRAP, vt: VerticalAlign.TOP };

export function pageSheet({ rows, headingRow, widths }: SheetPage): Partial<IWorksheetData> {
  const styleOf = (row: number): IStyleData => {
    if (row < headingRow) return row === 0 ? styles.title : styles.quiet;
    return row === headingRow ? { ...styles.heading, ...wrapped } : wrapped;
  };
  const cells = rows.map((line, row) =>
    line.map((v, column) => {
      const isFiller = row < headingRow && column > 0;
      if (v === "") return isFiller ? undefined : { s: styleOf(row) };
      // A text stays one whatever it reads like: "=HPI(…)", "#N/A".
      return { v, t: typeof v === "number" ? CellValueType.NUMBER : CellValueType.FORCE_STRING, s: styleOf(row) };
    }),
  );
  return {
    cellData: Object.fromEntries(
      cells.map((line, row) => [row, Object.fromEntries(line.flatMap((cell, column) => (cell ? [[column, cell]] : [])))]),
    ),
    ...sizeFor({ rows: rows.length, columns: widths.length }),
    rowData: Object.fromEntries(rows.flatMap((line, row) => (row < headingRow ? [] : [[row, { h: heightOf(line, widths) }]]))),
    columnData: Object.fromEntries(widths.map((w, column) => [column, { w }])),
    freeze: { startRow: headingRow + 1, ySplit: headingRow + 1, startColumn: -1, xSplit: 0 },
  };
}

const [pixelsPerLetter, pixelsPerLine, padding, highest] = [8, 17, 4, 400] as const;

/** By the texts: the engine's own fitting would be an undo of its own, and fail once the sheet is gone. */
function heightOf(line: SheetPage["rows"][number], widths: readonly number[]): number {
  const lines = line.map((cell, column) => {
    const letters = Math.max(1, Math.floor((widths[column] ?? 0) / pixelsPerLetter) - 1);
    return String(cell)
      .split("\n")
      .reduce((sum, text) => sum + Math.max(1, Math.ceil(lettersOf(text) / letters)), 0);
  });
  return Math.min(highest, padding + pixelsPerLine * Math.max(...lines));
}
