/** How a workbook's sheets look, read from files as Excel and others write them. */
import { expect, test } from "vitest";
import { CFB, utils, type WorkSheet, write } from "xlsx";
import { readFile } from "../../addin/import/file.js";
import { StyleTable } from "../../addin/workbook/style-table.js";
import { type Parts, trusted } from "../../addin/workbook/trusted.js";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A workbook of one sheet, some of its parts in other words. */
function file(sheet: WorkSheet, parts: Parts = {}): ArrayBuffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["first"]]), "甲 & 乙");
  utils.book_append_sheet(book, sheet, "results");
  return trusted(write(book, { type: "array", bookType: "xlsx" }), CFB, parts).buffer;
}

const layoutOf = async (bytes: ArrayBuffer, name = "x.xlsx") => {
  const sheets = await readFile(name, bytes, { language: "en", withLayout: true });
  return sheets.at(-1)?.layout;
};

/** Every c of the sheet's part gets its style. */
const styled =
  (styles: Readonly<Record<string, number>>) =>
  (xml: string): string =>
    xml.replace(/<c r="(\w+)"/g, (start, at: string) => `${start} s="${styles[at] ?? 0}"`);

test("layout of an .xlsx file has fonts, fills, borders, alignments and formats, a theme's colours in their tints", async () => {
  const sheet = utils.aoa_to_sheet([[1, "a", 2], [3]]);
  sheet.B2 = { t: "z", z: "General" };
  const styles = () => `<?xml version="1.0"?><styleSheet xmlns="${main}">
    <numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>
    <fonts count="3"><font><sz val="11"/><color theme="1"/><name val="等线"/></font>
      <font><b/><i/><u/><strike/><sz val="14"/><color rgb="FFC00000"/><name val="Times New Roman"/></font>
      <font><b val="0"/><sz val="11"/><color theme="1" tint="0.5"/><name val="等线"/></font></fonts>
    <fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
      <fill><patternFill patternType="solid"><fgColor rgb="FFFFFBE6"/><bgColor indexed="64"/></patternFill></fill>
      <fill><patternFill patternType="solid"><fgColor theme="4" tint="0.8"/><bgColor indexed="64"/></patternFill></fill>
      <fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.25"/><bgColor indexed="64"/></patternFill></fill></fills>
    <borders count="3"><border/>
      <border diagonalUp="1"><left style="thin"><color indexed="64"/></left><right/><top style="double"><color rgb="FFC00000"/></top>
        <bottom style="slantDashDot"><color theme="0" tint="-0.25"/></bottom><diagonal style="thin"/></border>
      <border><left style="none"/><right style="hair"/></border></borders>
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
    <cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
      <xf numFmtId="164" fontId="1" fillId="2" borderId="0" xfId="0"/>
      <xf numFmtId="0" fontId="2" fillId="3" borderId="1" xfId="0"><alignment horizontal="center" vertical="top" wrapText="1"/></xf>
      <xf numFmtId="2" fontId="0" fillId="4" borderId="2" xfId="0"/>
      <xf numFmtId="10" fontId="0" fillId="2" borderId="0" xfId="0"><alignment horizontal="fill" vertical="bottom"/></xf></cellXfs>
    </styleSheet>`;
  const cells = styled({ A1: 1, B1: 2, A2: 3, B2: 4 });
  const layout = await layoutOf(file(sheet, { "/xl/styles.xml": styles, "/xl/worksheets/sheet2.xml": cells }));
  expect(Object.fromEntries(layout?.looks ?? [])).toEqual({
    A1: {
      font: "Times New Roman",
      size: 14,
      bold: true,
      italic: true,
      underline: true,
      strike: true,
      color: "C00000",
      fill: "FFFBE6",
      format: "0.0%",
    },
    // #4F81BD, four fifths of the way to white, and black, half of it.
    B1: {
      color: "808080",
      fill: "DCE6F2",
      across: "center",
      down: "top",
      wrap: true,
      borders: {
        left: { line: "thin" },
        top: { line: "double", color: "C00000" },
        bottom: { line: "slantDashDot", color: "BFBFBF" },
      },
    },
    A2: { fill: "BFBFBF", format: "0.00", borders: { right: { line: "hair" } } },
    B2: { fill: "FFFBE6", format: "0.00%" },
  });
});

test("layout has widths, heights and merged cells, in px and from 0; another namespace's prefix makes no difference", async () => {
  const sheet: WorkSheet = utils.aoa_to_sheet([["a", "b"], ["c"]]);
  sheet["!merges"] = [{ s: { r: 1, c: 0 }, e: { r: 1, c: 1 } }];
  sheet["!rows"] = [{}, { hpt: 30 }];
  const prefixed = (xml: string) =>
    xml
      .replace("<sheetData>", '<cols><col min="2" max="3" width="18.2857" customWidth="1"/></cols><sheetData>')
      .replace(`xmlns="${main}"`, `xmlns:x="${main}"`)
      .replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:");
  const table = new StyleTable();
  const bold = table.numberOf({ bold: true });
  const layout = await layoutOf(
    file(sheet, {
      "/xl/styles.xml": () => table.xml(),
      "/xl/worksheets/sheet2.xml": (xml) => prefixed(styled({ A1: bold })(xml)),
    }),
  );
  expect(Object.fromEntries(layout?.widths ?? [])).toEqual({ 1: 128, 2: 128 });
  expect(Object.fromEntries(layout?.heights ?? [])).toEqual({ 1: 40 });
  expect(layout?.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 1 }]);
  expect(Object.fromEntries(layout?.looks ?? [])).toEqual({ A1: { bold: true } });
});

test("layout of a file of another kind has what the library reads of it, and of a text file there is none", async () => {
  const sheet: WorkSheet = utils.aoa_to_sheet([["a", "b"]]);
  sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "results");
  const layout = await layoutOf(write(book, { type: "array", bookType: "xls" }), "x.xls");
  expect(layout).toMatchObject({ merges: [{ top: 0, left: 0, bottom: 0, right: 1 }], looks: new Map() });
  expect(await layoutOf(new TextEncoder().encode("a,b\n").buffer, "x.csv")).toBeUndefined();
});

test("StyleTable gives each look one number, and reading gives each back", async () => {
  const looks = [
    {},
    { bold: true },
    { fill: "FFFBE6", format: '0.00 "亿元"' },
    { font: '宋体 & "B"', size: 20, color: "123456", underline: true },
    { italic: true, strike: true, across: "right", down: "center", wrap: true },
    { bold: true, fill: "FFFBE6" },
    { borders: { left: { line: "thick", color: "123456" }, bottom: { line: "thin" } } },
    { bold: true, borders: { left: { line: "thick", color: "123456" }, bottom: { line: "thin" } } },
  ] as const;
  const table = new StyleTable();
  const numbers = looks.map((look) => table.numberOf(look));
  expect(numbers).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(table.numberOf({ bold: true })).toBe(1);
  const sheet = utils.aoa_to_sheet([looks.map((_, i) => i)]);
  const cells = styled(Object.fromEntries(numbers.map((number, i) => [utils.encode_cell({ r: 0, c: i }), number])));
  const layout = await layoutOf(file(sheet, { "/xl/styles.xml": () => table.xml(), "/xl/worksheets/sheet2.xml": cells }));
  expect([...(layout?.looks.values() ?? [])]).toEqual(looks.slice(1));
});
