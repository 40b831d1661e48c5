import { expect, test } from "vitest";
import { type BookType, utils, write } from "xlsx";
import { readFile } from "../../addin/import/file.js";

/** A text's own bytes, in a buffer of their own. */
function bytesOf(content: string | readonly number[]): ArrayBuffer {
  return Uint8Array.from(typeof content === "string" ? new TextEncoder().encode(content) : content).buffer;
}

const valuesOf = async (name: string, bytes: ArrayBuffer) =>
  (await readFile(name, bytes, { language: "en" })).map(({ rows }) => rows.map((row) => row.map(({ value }) => value)));

test("readFile(csv) makes numbers of what can only be numbers; months, codes, formulas and words stay texts", async () => {
  const text = "a,b\n12.9%,\"1,234.5\"\n2022-07,0012\n=1+2,-0.5\n1234567890123456,12亿元\nTRUE,是\n'+ premium,'s\n";
  expect(await valuesOf("x.csv", bytesOf(text))).toEqual([
    [
      ["a", "b"],
      [0.129, 1234.5],
      ["2022-07", "0012"],
      ["=1+2", -0.5],
      ["1234567890123456", "12亿元"],
      [true, "是"],
      ["+ premium", "'s"],
    ],
  ]);
});

test("readFile(csv) is a rectangle as wide as its widest row, without the blank rows and columns at its ends", async () => {
  const [sheet] = await readFile("round 3.csv", bytesOf("a,b,,\n\n1,,3,\n,,,\n"), { language: "en" });
  expect(sheet?.name).toBe("round 3");
  expect(sheet?.rows.map((row) => row.map(({ value }) => value))).toEqual([
    ["a", "b", null],
    [null, null, null],
    [1, null, 3],
  ]);
});

test.each([
  ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, 0xe9, 0x83, 0x91, 0xe5, 0xb7, 0x9e, 0x2c, 0x31]],
  ["GB18030", [0xd6, 0xa3, 0xd6, 0xdd, 0x2c, 0x31]],
  ["UTF-16 with its mark", [0xff, 0xfe, 0xd1, 0x90, 0xde, 0x5d, 0x2c, 0x00, 0x31, 0x00]],
  ["UTF-16 the other way round", [0xfe, 0xff, 0x90, 0xd1, 0x5d, 0xde, 0x00, 0x2c, 0x00, 0x31]],
])("readFile(csv) reads %s", async (_, bytes) => {
  expect(await valuesOf("x.csv", bytesOf(bytes))).toEqual([[["郑州", 1]]]);
});

function book(type: BookType): ArrayBuffer {
  const sheet = utils.aoa_to_sheet([["month", "rate", "on"], ["2022-07", 0.025, true], [44743]]);
  sheet.B2.z = "0.0%";
  sheet.A3.z = "yyyy-mm-dd";
  sheet.B3 = { t: "e", v: 7, w: "#DIV/0!" };
  sheet.C3 = { t: "n", v: 13, f: "_xldudf_RENT_GAP(B2)" };
  const made = utils.book_new();
  utils.book_append_sheet(made, sheet, "results");
  utils.book_append_sheet(made, utils.aoa_to_sheet([]), "empty");
  return write(made, { type: "array", bookType: type });
}

test("readFile(workbook) keeps number formats, shows errors as texts, and gives formulas as a cell shows them", async () => {
  const sheets = await readFile("x.xlsx", book("xlsx"), { language: "en" });
  expect(sheets.map(({ name }) => name)).toEqual(["results"]);
  expect(sheets[0]?.rows[1]).toEqual([{ value: "2022-07" }, { value: 0.025, format: "0.0%", text: "2.5%" }, { value: true }]);
  expect(sheets[0]?.rows[2]).toEqual([
    { value: 44743, format: "yyyy-mm-dd", text: "2022-07-01" },
    { value: "#DIV/0!" },
    { value: 13, formula: "=RENT_GAP(B2)" },
  ]);
});

test("readFile(workbook) tells what a formula spills from what stands by itself", async () => {
  const sheet = utils.aoa_to_sheet([
    ["a", 1],
    ["b", 2],
    ["own", 3],
  ]);
  Object.assign(sheet.A1, { f: '_xldudf_SOURCES("_xldudf_")', F: "A1:B2", D: true });
  const made = utils.book_new();
  utils.book_append_sheet(made, sheet, "results");
  const [{ rows } = { rows: [] }] = await readFile("x.xlsx", write(made, { type: "array", bookType: "xlsx" }), {
    language: "en",
  });
  expect(rows).toEqual([
    [
      { value: "a", formula: '=SOURCES("_xldudf_")' },
      { value: 1, isSpilled: true },
    ],
    [
      { value: "b", isSpilled: true },
      { value: 2, isSpilled: true },
    ],
    [{ value: "own" }, { value: 3 }],
  ]);
});

test("readFile(csv) shows a percentage as the file does", async () => {
  const [sheet] = await readFile("x.csv", bytesOf("12.90%,13%,0.5\n"), { language: "en" });
  expect(sheet?.rows).toEqual([
    [{ value: 0.129, format: "0.00%", text: "12.90%" }, { value: 0.13, format: "0%", text: "13%" }, { value: 0.5 }],
  ]);
});

test.each(["xls", "ods"] as const)("readFile(.%s) gives the same values", async (type) => {
  const [rows = []] = await valuesOf(`x.${type}`, book(type));
  expect(rows.slice(0, 2)).toEqual([
    ["month", "rate", "on"],
    ["2022-07", 0.025, true],
  ]);
  expect(rows[2]?.[0]).toBe(44743);
});

test("readFile(…) refuses what is no workbook, and a file without cells", async () => {
  await expect(readFile("x.xlsx", bytesOf("PK\u0003\u0004 broken"), { language: "en" })).rejects.toThrow();
  await expect(readFile("x.csv", bytesOf(" \n,\n"), { language: "en" })).rejects.toThrow("no cells");
  await expect(readFile("x.csv", bytesOf([0x61, 0, 0x2c, 0]), { language: "en" })).rejects.toThrow("not a text in UTF-8");
  await expect(readFile("x.xlsx", bytesOf("a,b\n1,2\n"), { language: "en" })).rejects.toThrow("named .csv or .txt");
  await expect(readFile("x.xlsx", bytesOf("a,b\n1,2\n"), { language: "zh" })).rejects.toThrow("内容不是工作簿");
});
