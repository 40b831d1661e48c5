/** The provenance sheet: what a reader finds in it about each frozen formula. */
import fc from "fast-check";
import { catalog, version } from "soundings";
import { expect, test } from "vitest";
import type { Held, Snapshot } from "../../addin/freeze/book.js";
import { described } from "../../addin/freeze/described.js";
import { crc32, fingerprint } from "../../addin/freeze/fingerprint.js";
import { freeze } from "../../addin/freeze/freeze.js";
import { resolve } from "../../addin/freeze/reading.js";
import { localTime } from "../../addin/freeze/time.js";
import { asTyped, functionsIn, ownNames } from "../../addin/freeze/uses.js";
import { auction, options, provenance } from "./auction.js";
import { Workbook } from "./workbook.js";

async function rowsOf(rows: readonly (readonly unknown[])[], language: "en" | "zh" = "en") {
  const workbook = new Workbook({ Inputs: rows });
  const result = await freeze(workbook.book(), { ...options, language });
  return provenance(workbook, result.kind === "frozen" ? result.page : result.kind);
}

test("a row tells sheet, cell, range, formula, functions, answer, source, errata, version and time", async () => {
  const workbook = auction();
  await freeze(workbook.book(), options);
  expect(provenance(workbook)[2]).toEqual({
    "Sheet 工作表": "Auction",
    "Cell 单元格": "F3",
    "Range 区域": "F3",
    "Formula 公式": "=HPI_BAND(HPI(B2:B6,C2:C6))",
    "Functions 函数": "HPI_BAND, HPI",
    "Inputs as read 读到的参数": [
      "HPI_BAND(HPI(B2:B6,C2:C6))",
      "score · index score · HPI(B2:B6,C2:C6) = 87.32520083308539",
      'lang · language = "zh" (default)',
      "HPI(B2:B6,C2:C6)",
      "start · starting amounts · B2:B6 = 10; 3.28; 8.33; 10; 2",
      "deal · deal amounts · C2:C6 = 10; 0; 9.35; 10; –",
      'mode · mode = "resolved" (default)',
    ].join("\n"),
    "Answer 结果": "高",
    "Source 出处": expect.stringContaining("(report 003), analysis of the ranking, four bands\n"),
    "Known errata 已知勘误": 4,
    "Version 版本": version,
    "Frozen at 冻结时间": "2026-11-05T14:03:22+08:00",
    "Fingerprint of the answer 结果指纹": fingerprint([["高"]]),
    "Fingerprints of the inputs 参数指纹": [
      `Auction!B2:B6 ${fingerprint([[10], [3.28], [8.33], [10], [2]])}`,
      `Auction!C2:C6 ${fingerprint([[10], [0], [9.35], [10], [null]])}`,
    ].join("\n"),
  });
});

test("a frozen error is told with its reason", async () => {
  const [row] = await rowsOf([['=HPI_BAND(HPI_CITY("Atlantis"))']]);
  expect(row?.["Answer 结果"]).toMatch(/^#N\/A · HPI_CITY: "Atlantis" is not among the 20.*; HPI_BAND: score is the error #N\/A/);
});

test("what only the sheet can work out is said to be so, and the cells that it reads are told", async () => {
  const [row] = await rowsOf([[0.02, 0.03, "=IF(B1>0,RENT_GAP(ROUND(A1,3)),0)"]]);
  expect(row?.["Inputs as read 读到的参数"]).toBe(
    [
      "gross_yield · gross rental yield = ROUND(A1,3) (worked out by the sheet)",
      "anchor · anchor yield = 0.025 (default)",
      "also reads · B1 = 0.03",
      "also reads · A1 = 0.02",
    ].join("\n"),
  );
});

test("a row is told in Chinese to a Chinese user", async () => {
  const [row] = await rowsOf([[0.02, "=RENT_GAP(A1)"]], "zh");
  expect(row?.["Inputs as read 读到的参数"]).toBe("gross_yield · 租金回报率 · A1 = 0.02\nanchor · 租金回报率之锚 = 0.025 (默认)");
});

test("the formula is told as a user types it, whatever Excel calls it", async () => {
  const [row] = await rowsOf([["=_xldudf_SND_RENT_GAP(0.02)"]]);
  expect(row?.["Formula 公式"]).toBe("=SND.RENT_GAP(0.02)");
  expect(asTyped('=IF(A1="_xldudf_HPI(",_xldudf_HPI( A1:A2 ,B1),[1]!HPI(1))')).toBe(
    '=IF(A1="_xldudf_HPI(",HPI( A1:A2 ,B1),[1]!HPI(1))',
  );
});

test("every page says in both languages what it is, how to go back, and that nothing else was changed", async () => {
  const workbook = auction();
  await freeze(workbook.book(), options);
  const text = (workbook.sheet("Soundings provenance").page?.rows ?? [])
    .slice(0, 6)
    .map(([line]) => line)
    .join("\n");
  for (const words of ["Nothing else was changed", "其余内容均未改动", "Thaw", "解冻", "without the add-in"])
    expect(text).toContain(words);
  expect(text).toContain("7 formulas in 2 sheets");
});

test("described() shows few values whole, many by their first and last with count, blanks, sum and fingerprint", () => {
  const column = (held: readonly Held[]) => held.map((value) => [value]);
  expect(described(column([1, null, "2022-07", true, { error: "#N/A" }]), "en")).toBe('1; –; "2022-07"; TRUE; #N/A');
  const many = column([12.4, 3.28, 8.33, null, 4, 5, 0.1, 0.2]);
  expect(described(many, "en")).toBe(`12.4; 3.28; 8.33; …; 0.2 (8 values, 1 blank, sum 33.31, fingerprint ${fingerprint(many)})`);
  expect(described(column(Array(7).fill("a")), "zh")).toMatch(/^"a"; "a"; "a"; …; "a" \(7 个值, 指纹 [0-9a-f]{8}\)$/);
  const block: Held[][] = [["start", "deal"], ...Array.from({ length: 5 }, (): Held[] => [1, 2])];
  expect(described(block, "en")).toMatch(/^"start"; "deal"; … \(6 rows × 2 columns, fingerprint /);
});

test("crc32() is that of zip files", () => {
  expect(crc32(new TextEncoder().encode("123456789")).toString(16)).toBe("cbf43926");
});

const held = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.boolean(),
  fc.constantFrom<Held>(null, { error: "#N/A" }),
);

test("fingerprint(values) is another when a value, its kind or its place is, and blank is the same as empty", () => {
  expect(fingerprint([["#N/A"]])).not.toBe(fingerprint([[{ error: "#N/A" }]]));
  expect(fingerprint([["1"]])).not.toBe(fingerprint([[1]]));
  expect(fingerprint([[1], [2]])).not.toBe(fingerprint([[1, 2]]));
  expect(fingerprint([[null, -0]])).toBe(fingerprint([["", 0]]));
  fc.assert(
    fc.property(
      fc.array(held, { minLength: 1 }),
      fc.nat(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (values, at, other) => {
        const i = at % values.length;
        const changed = values.map((value, j) => (i === j ? `${String(other)}!` : value));
        fc.pre(JSON.stringify(changed) !== JSON.stringify(values));
        expect(fingerprint([changed])).not.toBe(fingerprint([values]));
      },
    ),
  );
});

test("fingerprint(number) is that of its fifteen digits", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-200, max: 1e200 }), (value) => {
      expect(fingerprint([[Number(value.toPrecision(15))]])).toBe(fingerprint([[value]]));
    }),
  );
});

const lots: Snapshot = {
  active: "Lots",
  isCalculating: false,
  isStructureProtected: false,
  tables: [{ name: "Lots", sheet: "Lots", row: 1, column: 1, rows: 5, columns: 2, hasTotals: true }],
  names: [
    { name: "Rate", formula: "=Inputs!$B$2" },
    { name: "Half", formula: "=0.5" },
  ],
  sheets: [
    {
      name: "Lots",
      top: 1,
      left: 1,
      formulas: [],
      values: [
        ["start", "deal"],
        [10, 9],
        [20, 0],
        [30, 30],
        [60, 39],
      ],
    },
    {
      name: "Inputs",
      top: 0,
      left: 0,
      formulas: [],
      values: [
        [0.1, 0.2],
        [0.3, 0.4],
      ],
    },
  ],
};

test.each([
  ["B3:B5", "Lots", 2, 1, 3, 1],
  ["$B$3", "Lots", 2, 1, 1, 1],
  ["inputs!A1:B1", "Inputs", 0, 0, 1, 2],
  ["B:B", "Lots", 0, 1, 6, 1],
  ["3:3", "Lots", 2, 0, 1, 3],
  ["Rate", "Inputs", 1, 1, 1, 1],
  ["Lots", "Lots", 2, 1, 3, 2],
  ["Lots[start]", "Lots", 2, 1, 3, 1],
  ["Lots[@deal]", "Lots", 3, 2, 1, 1],
  ["[@start]", "Lots", 3, 1, 1, 1],
  ["Lots[[#All],[start]:[deal]]", "Lots", 1, 1, 5, 2],
])("resolve(%s) is the area that it means", (reference, sheet, row, column, rows, columns) => {
  expect(resolve(lots, { sheet: "Lots", row: 3, column: 2 }, reference)).toEqual({ sheet, row, column, rows, columns });
});

test.each(["[Other.xlsx]Lots!A1", "Jan:Dec!A1", "Nowhere!A1", "Half", "x", "Lots[price]", "Lots[[#Headers],[start]]"])(
  "resolve(%s) is nothing that can be told from here",
  (reference) => {
    expect(resolve(lots, { sheet: "Lots", row: 3, column: 2 }, reference)).toBeUndefined();
  },
);

test("functionsIn() finds functions given by name alone, and by a name of the workbook, but no range that is called so", () => {
  const names = ownNames([
    { name: "Gap", formula: "=LAMBDA(y,RENT_GAP(y))" },
    { name: "HPI", formula: "=Inputs!$A$1" },
  ]);
  expect(functionsIn("=BYROW(A1:B3,SND.HPI)", names)).toEqual(["HPI"]);
  expect(functionsIn("=_xlfn.MAP(A1:A3,RENT_GAP)", names)).toEqual(["RENT_GAP"]);
  expect(functionsIn("=gap(A1)+Gap", names)).toEqual(["RENT_GAP"]);
  expect(functionsIn("=SUM(HPI)", names)).toEqual([]);
});

test("functionsIn() finds functions also in a formula that the parser cannot read", () => {
  expect(functionsIn('=[1]!HPI(A1)&"RENT_GAP("')).toEqual(["HPI"]);
});

test("functionsIn(=ID()) finds every function of the catalogue", () => {
  for (const { id } of catalog) expect(functionsIn(`=IF(1,${id}(A1))`)).toEqual([id]);
});

test("localTime() is the local time with its offset", () => {
  const now = new Date("2026-11-05T06:03:22.500Z");
  const written = localTime(now);
  expect(written).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
  expect(Date.parse(written)).toBe(Date.parse("2026-11-05T06:03:22Z"));
});
