import { expect, test } from "vitest";
import { asTyped, shown, typedBlock, typedCell, typedColumn } from "../../addin/taskpane/typed.js";

test("typedCell(line) is what a cell would hold", () => {
  expect(["12.9%", "1,234.5", "１２", "-3", "TRUE", "", "郑州", "12亿元"].map(typedCell)).toEqual([
    0.129,
    1234.5,
    12,
    -3,
    true,
    null,
    "郑州",
    "12亿元",
  ]);
});

test("typedColumn(text) has one row per line; blank lines are blanks, the last line break is none", () => {
  expect(typedColumn("10\r\n\r\n20\r\n")).toEqual([10, null, 20]);
});

test("typedColumn(text) keeps a pasted block of two columns as it is, to be refused", () => {
  expect(typedColumn("10\t9\n20\t19")).toEqual([
    [10, 9],
    [20, 19],
  ]);
});

test("typedBlock(text) is what a sheet copies: cells between tabs, and blanks where a line is cut short", () => {
  const block = [
    ["地块", "起始价", "兜底"],
    ["A", 10, true],
    ["B", 12.5, null],
  ];
  expect(typedBlock("地块\t起始价\t兜底\r\nA\t10\tTRUE\r\nB\t12.5\r\n")).toEqual(block);
  expect(typedBlock(asTyped(block))).toEqual(block);
});

test("asTyped(value) reads back as the same value", () => {
  const values = [0.1286113699906804, null, true, -2];
  expect(typedColumn(asTyped(values))).toEqual(values);
});

test("shown(value) has no more digits than a spreadsheet", () => {
  expect([shown(0.1 + 0.2), shown(66.66666666666667), shown(true)]).toEqual(["0.3", "66.6666666667", "TRUE"]);
});
