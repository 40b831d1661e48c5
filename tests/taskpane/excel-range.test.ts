/** What stands in Excel's cells, in a stand-in that sends no more cells at once than Excel does. */
import { beforeEach, describe, expect, it } from "vitest";
import { callsIn } from "../../addin/explain/formula.js";
import { amidBlanks, read, selectedRange } from "../../addin/taskpane/excel-range.js";
import { rowsIn } from "../../addin/taskpane/picked.js";
import { definitionOf } from "../addin/calls.js";
import { auction } from "../freeze/auction.js";
import type { Workbook } from "../freeze/workbook.js";
import { installExcel, type StandIn } from "./excel-stand-in.js";

let workbook: Workbook;
let excel: StandIn;
beforeEach(() => {
  workbook = auction();
  excel = installExcel(workbook);
});

describe("selectedRange()", () => {
  it("reads the used part of a whole column, which stays as long as one", async () => {
    excel.selected = "Auction!B:C";
    const { address, values } = await selectedRange();
    expect([address, values.length, rowsIn(values)]).toEqual(["Auction!B:C", 1_048_576, 13]);
    expect(values.slice(0, 3)).toEqual([
      ["start", "deal"],
      [10, 10],
      [3.28, 0],
    ]);
  });

  it("gives blanks around the used part of a range, and for one that has none", async () => {
    excel.selected = "Cities!B2:D6";
    expect((await selectedRange()).values.map((row) => row.length)).toEqual([3, 3, 3, 3, 3]);
    excel.selected = "Cities!Z90:Z91";
    expect((await selectedRange()).values).toEqual([[null], [null]]);
  });

  it("says what Excel says of several areas", async () => {
    excel.selected = "Auction!A1,Auction!C3";
    await expect(selectedRange()).rejects.toThrow("The current selection is invalid for this action.");
  });
});

describe("read(reference)", () => {
  it("explains whole columns as the cell works them out, whatever else the sheet uses", async () => {
    workbook.enter("Auction!H40", "far below");
    workbook.enter("Auction!K1", 10);
    workbook.enter("Auction!K2", 20);
    workbook.enter("Auction!L1", 10);
    const [call] = await callsIn("=HPI(K:K,L:L)", read, "en");
    const args = call?.args as Record<string, unknown>;
    expect(definitionOf("HPI").evaluate(args)).toBeCloseTo(33.33, 2);
  });

  it("is undefined for a sheet that is not there", async () => {
    expect(await read("Nowhere!A1")).toBeUndefined();
  });
});

describe("amidBlanks(range, used, values)", () => {
  const sides = (rowIndex: number, columnIndex: number, rowCount: number, columnCount: number) => ({
    rowIndex,
    columnIndex,
    rowCount,
    columnCount,
  });

  it("puts blanks where nothing was read", () => {
    expect(amidBlanks(sides(0, 0, 3, 3), sides(1, 1, 1, 1), [[5]])).toEqual([
      [null, null, null],
      [null, 5, null],
      [null, null, null],
    ]);
  });

  it("ends a whole row where it is used, and keeps what stands before a column's first used row", () => {
    expect(amidBlanks(sides(2, 0, 1, 16_384), sides(2, 1, 1, 2), [[1, 2]])).toEqual([[null, 1, 2]]);
    const column = amidBlanks(sides(0, 0, 1_048_576, 1), sides(2, 0, 1, 1), [[7]]);
    expect([column.slice(0, 3), rowsIn(column)]).toEqual([[[null], [null], [7]], 3]);
  });
});
