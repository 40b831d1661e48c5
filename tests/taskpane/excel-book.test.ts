/** Freezing and thawing through Office.js, in a stand-in that keeps Excel's manners. */
import { beforeEach, expect, test } from "vitest";
import type { Asked } from "../../addin/freeze/asked.js";
import { freeze } from "../../addin/freeze/freeze.js";
import { thaw } from "../../addin/freeze/thaw.js";
import { excelBook } from "../../addin/taskpane/excel-book.js";
import { auction, options, provenance, state } from "../freeze/auction.js";
import { Workbook } from "../freeze/workbook.js";
import { installExcel, type StandIn } from "./excel-stand-in.js";

const thawOptions: Asked = { scope: "workbook", language: "en", pause: async () => {} };
let workbook: Workbook;
let excel: StandIn;
beforeEach(() => {
  workbook = auction();
  excel = installExcel(workbook);
});

function book(version?: number) {
  if (version !== undefined) excel = installExcel(workbook, { version });
  return excelBook() ?? expect.fail("this Excel has no book");
}

test("excelBook().read() tells the workbook as it is: errors from texts, texts from formulas, blanks, tables and names", async () => {
  workbook.enter("Cities!E1", "'#N/A");
  workbook.enter("Cities!E2", "'=HPI(1)");
  workbook.sheet("Cities").isProtected = true;
  workbook.tables = [{ name: "Lots", sheet: "Auction", row: 0, column: 0, rows: 6, columns: 3, hasTotals: false }];
  workbook.names = [{ name: "Rate", formula: "=Auction!$B$2" }];
  workbook.addSheet("Empty");
  expect(await book().read()).toEqual(workbook.snapshot());
});

test("excelBook().read() reads a sheet of more cells than Excel sends at once in parts", async () => {
  workbook = new Workbook({ Big: Array.from({ length: 9_000 }, (_, i) => [i, i + 1, `'${i}`]) });
  excel = installExcel(workbook);
  expect(await book().read()).toEqual(workbook.snapshot());
  expect(excel.syncs).toBeGreaterThan(3);
});

test("excelBook().spills() gives the range that a formula spills over, else its own cell", async () => {
  const places = [
    { sheet: "Auction", row: 1, column: 8 },
    { sheet: "Auction", row: 1, column: 5 },
  ];
  const [spill, alone] = await book().spills(places);
  expect(spill).toMatchObject({ row: 1, column: 8, rows: 12, columns: 2 });
  expect(alone).toMatchObject({ rows: 1, columns: 1 });
  expect(await book(11).spills(places)).toMatchObject([{ rows: 1 }, { rows: 1 }]);
});

test("freeze and thaw through Office.js do what they do in the plain workbook, as one undo each", async () => {
  const plain = auction();
  const before = state(plain);
  const result = await freeze(plain.book(), options);
  expect(await freeze(book(), options)).toEqual(result);
  expect(state(workbook)).toEqual(state(plain));
  expect(excel.undos).toEqual(["add sheet"]);
  expect(await thaw(book(), thawOptions)).toMatchObject({ kind: "thawed", formulas: 7, left: [], changed: [] });
  expect(excel.undos.length).toBe(2);
  expect(state(workbook)).toEqual(before);
});

test("an Excel that merges no undos freezes too", async () => {
  expect(await freeze(book(19), options)).toMatchObject({ kind: "frozen" });
  expect(excel.undos.length).toBeGreaterThan(1);
});

test("excelBook() is not there in an Excel that cannot paste values by itself", () => {
  installExcel(workbook, { version: 8 });
  expect(excelBook()).toBeUndefined();
});

test("the provenance sheet is made to be read and printed: widths, wrapped lines, headings in view and on every page", async () => {
  await freeze(book(), options);
  const looks = Object.fromEntries(excel.looks);
  expect(looks).toMatchObject({
    "Soundings provenance freezePanes.freezeRows": [7],
    "Soundings provenance pageLayout.orientation": "Landscape",
    "Soundings provenance pageLayout.zoom": { horizontalFitToPages: 1 },
    "Soundings provenance pageLayout.setPrintTitleRows": ["$7:$7"],
    "'Soundings provenance'!A7:M14 format.wrapText": true,
    "'Soundings provenance'!A7:M7 format.font.bold": true,
    "'Soundings provenance'!D1 format.columnWidth": 172.5,
  });
  expect(workbook.active).toBe("Auction");
  expect(workbook.formatAt("Soundings provenance!D8")).toBe("@");
  expect(workbook.at("Soundings provenance!D8")).toEqual({ formula: "", value: "=HPI({10;20},{0;20})" });
});

test("freeze() puts everything back when Excel stops in the middle of its batch", async () => {
  const before = state(workbook);
  let pasted = 0;
  workbook.refuses = (kind) => (kind === "keep-values" && ++pasted === 3 ? "GeneralException" : undefined);
  expect(await freeze(book(), options)).toMatchObject({
    kind: "refused",
    reasons: [expect.stringContaining("GeneralException")],
  });
  expect(state(workbook)).toEqual(before);
});

test("freeze() changes nothing where a cell turns out to belong to an array formula", async () => {
  workbook.enterArray({ sheet: "Cities", row: 9, column: 0, rows: 1, columns: 2 }, "=RENT_GAP(0.02)");
  const before = state(workbook);
  expect(await freeze(book(), options)).toMatchObject({
    kind: "refused",
    reasons: [expect.stringContaining("part of an array")],
  });
  expect(state(workbook)).toEqual(before);
});

test("thaw() leaves an edited cell alone and deletes the rows of the others from the provenance sheet", async () => {
  await freeze(book(), options);
  workbook.enter("Auction!F2", 70);
  expect(await thaw(book(), thawOptions)).toMatchObject({ formulas: 6, left: [{ cell: "Auction!F2" }] });
  expect(provenance(workbook).map((row) => row["Cell 单元格"])).toEqual(["F2"]);
});

test("thaw() puts texts back as texts when Excel refuses a formula", async () => {
  await freeze(book(), options);
  const before = state(workbook);
  workbook.refuses = (kind, area) =>
    kind === "formulas" && area?.row === 3 && area.sheet === "Cities" ? "InvalidArgument" : undefined;
  expect(await thaw(book(), thawOptions)).toMatchObject({
    kind: "refused",
    reasons: [expect.stringContaining("InvalidArgument")],
  });
  expect(state(workbook)).toEqual(before);
});
