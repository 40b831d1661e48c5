/** Files of the try-it page: what is saved and what is opened, spills, formats and formulas included. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CellObject, CFB, read, utils, type WorkBook, write } from "xlsx";
import { readFile } from "../../addin/import/file.js";
import { trusted } from "../../addin/workbook/trusted.js";
import { examplesWorkbook } from "../../addin/workbook/workbook.js";
import { calculated, openFile, saved, statusOf, type TryItSheet, tryItSite } from "./try-it.js";

declare const tryItSheet: TryItSheet;

const { openSheet } = tryItSite();
let page: Page;
let complaints: string[];
beforeAll(async () => {
  ({ page, complaints } = await openSheet());
}, 180_000);
afterAll(() => page.context().close());

const active = () =>
  page.evaluate(() => {
    const sheet = tryItSheet.getActiveWorkbook().getActiveSheet();
    return { name: sheet.getSheetName(), values: sheet.getDataRange().getValues() };
  });
const sheetNames = () =>
  page.evaluate(() =>
    tryItSheet
      .getActiveWorkbook()
      .getSheets()
      .map((sheet) => sheet.getSheetName()),
  );

const bytesOf = (book: WorkBook): Buffer => write(book, { bookType: "xlsx", type: "buffer" });

describe("saving", () => {
  let sheet: Record<string, CellObject>;
  beforeAll(async () => {
    await page.evaluate(() => {
      const auction = tryItSheet.getActiveWorkbook().getActiveSheet();
      auction.getRange("L1").setValue({ f: "=LET(s,B6:B20,HPI(s,FILTER(C6:C20,B6:B20>0)))" });
      auction.getRange("L2").setValue({ f: "=LAND_CUT(1,0)" });
      auction.getRange("L3").setValue({ f: '=hpi_band(39.9)&" HPI(1)"' });
    });
    await calculated(page);
    const book = read(await saved(page, "#save-xlsx"), { type: "buffer", cellNF: true, cellStyles: true });
    expect(book.SheetNames).toEqual(await sheetNames());
    sheet = book.Sheets["Land auction 土拍"] ?? {};
  });

  test("as CSV gives the sheet's values in UTF-8 with its mark: Chinese, and what formulas spill, unrounded", async () => {
    const text = (await saved(page, "#save-csv")).toString("utf8");
    expect(text.startsWith("\ufeff")).toBe(true);
    expect(text).toContain("lot 地块,start 起始价 亿元");
    expect(text.split("\n").find((line) => line.startsWith("3,"))).toContain("8.33,9.35,0.12861136999068");
    expect(text).toContain("39.9");
    expect(text).toContain(",deducted for price cuts,4.675,");
    expect(text).toContain(",points lost to price cuts,4.452380952380952");
  });

  test("as .xlsx keeps formulas as Excel stores an add-in's, with their values, in whatever case they were typed", () => {
    expect(sheet.I6).toMatchObject({ f: "_xldudf_HPI(B6:B20,C6:C20,D6:D20,E6:E20)" });
    expect(sheet.I6?.v).toBeCloseTo(39.9, 9);
    expect(sheet.L3).toMatchObject({ f: '_xldudf_HPI_BAND(39.9)&" HPI(1)"', v: "低 HPI(1)" });
    expect(sheet.L2).toMatchObject({ t: "e", w: "#DIV/0!", f: "_xldudf_LAND_CUT(1,0)" });
  });

  test("as .xlsx keeps a spill: a dynamic array over its range, and a value in every cell of it", () => {
    expect(sheet.H11).toMatchObject({ D: true, F: "H11:I22", v: "offered, at start" });
    const values = Array.from({ length: 12 }, (_, i) => sheet[`I${11 + i}`]?.v);
    expect(values.slice(0, 7)).toEqual([105, 107, 0, 2, expect.closeTo(4.675, 9), expect.closeTo(60.43, 9), expect.any(Number)]);
    expect(values[11]).toBe("低");
    expect(values).not.toContain(undefined);
  });

  test("as .xlsx keeps number formats and the widths of columns", () => {
    expect([sheet.B6?.z, sheet.D8?.z, sheet.I6?.z, sheet.A6?.z]).toEqual(["0.00", "0.00%", "0.0", "General"]);
    const widths = (sheet["!cols"] as unknown as { wpx: number }[]).map(({ wpx }) => wpx);
    expect(widths[1]).toBeGreaterThan(110);
    expect(widths[0]).toBeLessThan(widths[1] ?? 0);
  });

  test("as .xlsx keeps fills and fonts, of cells without a value too", async () => {
    const file = await saved(page, "#save-xlsx");
    const [auction] = await readFile("x.xlsx", Uint8Array.from(file).buffer, { language: "en", withLayout: true });
    const look = (at: string) => auction?.layout?.looks.get(at);
    expect(look("A1")).toEqual({ bold: true, size: 14 });
    expect(look("A5")).toEqual({ bold: true, fill: "E5F1F8" });
    expect(look("B6")).toEqual({ fill: "FFFBE6", format: "0.00" });
    expect(look("F8")).toEqual({ italic: true, color: "5C5C5C" });
    // A cut that is blank, and a lot that is no backstop.
    expect([look("D6"), look("E7")]).toEqual([
      { fill: "FFFBE6", format: "0.00%" },
      { fill: "FFFBE6", across: "center" },
    ]);
    expect([look("A6"), look("Z1")]).toEqual([undefined, undefined]);
    expect([0, 1, 7].map((column) => auction?.layout?.widths.get(column))).toEqual([66, 128, 182]);
  });

  test("as .xlsx spells functions newer than the format so that Excel knows them", async () => {
    const book = read(await saved(page, "#save-xlsx"), { type: "buffer", xlfn: true });
    expect(book.Sheets["Land auction 土拍"]?.L1.f).toBe(
      "_xlfn.LET(_xlpm.s,B6:B20,_xldudf_HPI(_xlpm.s,_xlfn._xlws.FILTER(C6:C20,B6:B20>0)))",
    );
  });
});

describe("opening", () => {
  test("a CSV file adds a sheet: numbers as numbers, months and codes as text, in UTF-8, GB18030 or UTF-16", async () => {
    expect(await openFile(page, "mine.csv", Buffer.from("month,城市,yield\n2022-07,郑州,2.5%\n"))).toBe("Opened as: mine.");
    expect(await active()).toMatchObject({
      name: "mine",
      values: [
        ["month", "城市", "yield"],
        ["2022-07", "郑州", "2.5%"],
      ],
    });
    await openFile(page, "gbk.csv", Buffer.from([0xd6, 0xa3, 0xd6, 0xdd, 0x2c, 0x31, 0x0a]));
    expect(await active()).toMatchObject({ name: "gbk", values: [["郑州", 1]] });
    await openFile(page, "utf16.csv", Buffer.from("\ufeff郑州,2\n", "utf16le"));
    expect(await active()).toMatchObject({ name: "utf16", values: [["郑州", 2]] });
  });

  test("what became of a file stays to be read while the sheet calculates, until another cell is selected", async () => {
    const told = await openFile(page, "stays.csv", Buffer.from("a\n1\n"));
    await page.waitForTimeout(1500);
    expect(await statusOf(page)).toBe(told);
    await page.evaluate(() => tryItSheet.getActiveWorkbook().getActiveSheet().getRange("B2").activate());
    await expect.poll(() => statusOf(page)).toMatch(/^B2: /);
  });

  test("a file leaves room for a table function beside it; one that still finds none is told why", async () => {
    await openFile(page, "six.csv", Buffer.from("lot,起始价,成交价,d,e,f\n1,10,10,,,\n2,20,,,,\n"));
    const put = (cell: string, f: string) =>
      page.evaluate(([at, formula]) => tryItSheet.getActiveWorkbook().getActiveSheet().getRange(at).setValue({ f: formula }), [
        cell,
        f,
      ] as const);
    const size = await page.evaluate(() => {
      const sheet = tryItSheet.getActiveWorkbook().getActiveSheet();
      return [sheet.getMaxRows(), sheet.getMaxColumns()];
    });
    expect(size).toEqual([203, 32]);
    await put("H1", "=HPI_TABLE(A:C)");
    await put("H10", "=HPI_PARTS(B2:B3,C2:C3)");
    await put("I12", "=1+1");
    await put("AF1", "=HPI_PARTS(B2:B3,C2:C3)");
    await calculated(page);
    const shown = await page.evaluate(() => {
      const sheet = tryItSheet.getActiveWorkbook().getActiveSheet();
      return [sheet.getRange("H1").getValues()[0]?.[0], sheet.getRange("N2").getValues()[0]?.[0]];
    });
    expect(shown).not.toContain("#SPILL!");
    expect(shown).not.toContain(null);
    const told = async (cell: string) => {
      await page.evaluate((at) => tryItSheet.getActiveWorkbook().getActiveSheet().getRange(at).activate(), cell);
      await expect.poll(() => statusOf(page)).toMatch(new RegExp(`^${cell}: #SPILL!`));
      return statusOf(page);
    };
    expect(await told("H10")).toBe("H10: #SPILL! The answer needs H10:I21, and I12 is not empty.");
    expect(await told("AF1")).toBe("AF1: #SPILL! The answer needs AF1:AG12, and the sheet ends at AF203. Move the formula.");
  });

  test("a saved workbook brings its formulas back to life, spills and formats included", async () => {
    const file = await saved(page, "#save-xlsx");
    expect(await openFile(page, "again.xlsx", file)).toMatch(/^Opened as: Land auction 土拍 2, /);
    await calculated(page);
    const shown = await page.evaluate(() => {
      const sheet = tryItSheet.getActiveWorkbook().getSheetByName("Land auction 土拍 2");
      const [formula, inSpill] = ["H11", "I11"].map((cell) => sheet.getRange(cell).getFormula());
      return { formula, inSpill, values: sheet.getRange("I17:I18").getValues(), cut: sheet.getRange("D8").getValues() };
    });
    expect(shown).toEqual({
      formula: "=HPI_PARTS(B6:B20,C6:C20,D6:D20,E6:E20)",
      inSpill: "",
      values: [["39.90"], ["0.00"]],
      cut: [["12.86%"]],
    });
  }, 120_000);

  test("a saved workbook looks as it did: colours, fonts, borders, alignments, heights, widths, merged and blank cells", async () => {
    const looks = () =>
      page.evaluate(() => {
        const sheet = tryItSheet.getActiveWorkbook().getActiveSheet();
        return {
          cells: ["A1", "B2", "C2", "B4", "D4"].map((at) => sheet.getRange(at).getCellStyleData()),
          heights: [0, 1, 2].map((row) => sheet.getRowHeight(row)),
          widths: [0, 1, 2].map((column) => sheet.getColumnWidth(column)),
          merged: sheet.getMergedRanges().map((range) => range.getA1Notation()),
          shown: sheet.getRange("B4").getValues(),
        };
      });
    await openFile(page, "looks.csv", Buffer.from("title,x,y\na,b,c\n,,\n1,0.125,3\n"));
    await page.evaluate(() => {
      const sheet = tryItSheet.getActiveWorkbook().getActiveSheet();
      sheet.getRange("A1").setFontFamily("Times New Roman").setFontSize(18).setFontWeight("bold").setFontColor("rgb(192, 0, 0)");
      sheet.getRange("B2").setBackground("#cfe").setFontStyle("italic").setFontLine("underline").setHorizontalAlignment("center");
      sheet.getRange("C2").setWrap(true).setVerticalAlignment("middle").setFontLine("line-through");
      sheet.getRange("B4").setNumberFormat("0.0%").setBackground("#fffbe6");
      sheet.getRange("D4").setBackground("#112233");
      sheet.getRange("A1:B2").setBorder("outside", 8, "#336699");
      sheet.getRange("A3:C3").merge();
      sheet.setRowHeights(1, 1, 48);
      sheet.setColumnWidths(1, 1, 173);
    });
    const before = await looks();
    expect(before.heights).toEqual([30, 48, 24]);
    await openFile(page, "again.xlsx", await saved(page, "#save-xlsx"));
    const name = await page.evaluate(() => {
      const last = tryItSheet
        .getActiveWorkbook()
        .getSheets()
        .findLast((sheet) => sheet.getSheetName().startsWith("looks"));
      last?.activate();
      return last?.getSheetName();
    });
    expect(name).toBe("looks 2");
    const after = await looks();
    const medium = { s: 8, cl: { rgb: "#336699" } };
    expect(after.cells).toEqual([
      { ff: "Times New Roman", fs: 18, bl: 1, cl: { rgb: "#C00000" }, bd: { l: medium, t: medium } },
      { bg: { rgb: "#CCFFEE" }, it: 1, ul: { s: 1 }, ht: 2, bd: { r: medium, b: medium } },
      { tb: 3, vt: 2, st: { s: 1 } },
      { bg: { rgb: "#FFFBE6" }, n: { pattern: "0.0%" } },
      { bg: { rgb: "#112233" } },
    ]);
    expect({ ...after, cells: [] }).toEqual({ ...before, cells: [] });
    expect(after.shown).toEqual([["12.5%"]]);
  }, 120_000);

  test("after a file that lists the general format among its own, as LibreOffice's do, a saved workbook has its looks", async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([["lot", 1.5]]), "general");
    const general = (xml: string) => xml.replace(/<numFmts[^>]*>/, '$&<numFmt numFmtId="164" formatCode="General"/>');
    const bytes = trusted(write(book, { bookType: "xlsx", type: "array" }), CFB, { "/xl/styles.xml": general });
    expect(await openFile(page, "general.xlsx", Buffer.from(bytes))).toBe("Opened as: general.");
    const file = await saved(page, "#save-xlsx");
    const sheets = await readFile("x.xlsx", Uint8Array.from(file).buffer, { language: "en", withLayout: true });
    expect(sheets[0]?.layout?.looks.get("A1")).toEqual({ bold: true, size: 14 });
    expect(sheets.at(-1)?.rows).toEqual([[expect.objectContaining({ value: "lot" }), expect.objectContaining({ value: 1.5 })]]);
  }, 120_000);

  test("a company's prefixed functions and our examples' stored ones are ours; dates keep their format", async () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([[0.0237, 44743]]);
    sheet.B1.z = "yyyy-mm-dd";
    sheet.C1 = { t: "n", f: "_xldudf_SND_RENT_GAP(A1)", v: 0 };
    sheet["!ref"] = "A1:C1";
    utils.book_append_sheet(book, sheet, "live");
    utils.book_append_sheet(book, utils.aoa_to_sheet([]), "Empty");
    utils.book_append_sheet(book, utils.aoa_to_sheet([["last"]]), "Last");
    expect(await openFile(page, "live.xlsx", bytesOf(book))).toBe("Opened as: live, Last.");
    await calculated(page);
    const live = () =>
      page.evaluate(() => {
        const opened = tryItSheet.getActiveWorkbook().getSheetByName("live");
        return [opened.getRange("B1").getValues()[0]?.[0], opened.getRange("C1").getRawValues()[0]?.[0]];
      });
    await expect.poll(live).toEqual(["2022-07-01", expect.closeTo(13, 9)]);
  });

  test("soundings-examples.xlsx answers with nothing but what it says", async () => {
    expect(await openFile(page, "examples.xlsx", Buffer.from(examplesWorkbook()))).toContain("Read me 说明");
    await calculated(page);
    const shown = await page.evaluate(() => {
      const added = tryItSheet.getActiveWorkbook().getSheets().slice(-5);
      return added.flatMap((sheet) => sheet.getDataRange().getRawValues().flat());
    });
    expect(shown.length).toBeGreaterThan(1000);
    expect(shown.filter((value) => value === "#NAME?" || value === "#SPILL!")).toEqual([]);
  }, 120_000);

  test.each([
    ["bad.xlsx", Buffer.from("PK\u0003\u0004 broken"), "it is broken or not a workbook"],
    ["text.xlsx", Buffer.from("a,b\n1,2\n"), "a text file has to be named .csv or .txt"],
    ["utf16.txt", Buffer.from("a,b\n1,2\n", "utf16le"), "it is not a text in UTF-8, UTF-16 with its mark, or GB18030"],
    ["blank.csv", Buffer.from(" \n"), "it has no cells"],
  ])("%s is refused with the reason, and nothing is added", async (name, file, reason) => {
    const before = await sheetNames();
    const told = await openFile(page, name, file);
    expect(told).toContain(`${name} was not opened: `);
    expect(told).toContain(reason);
    expect(await sheetNames()).toEqual(before);
  });

  test("the page has nothing to complain of", () => {
    expect(complaints).toEqual([]);
  });
});

test("a refusal is in the page's language", async () => {
  const chinese = await openSheet("zh");
  expect(await openFile(chinese.page, "文本.xlsx", Buffer.from("a,b\n1,2\n"))).toBe(
    "未能打开 文本.xlsx：内容不是工作簿；文本文件请以 .csv 或 .txt 命名",
  );
  await chinese.context.close();
});
