/** What may be typed into cells, as .xlsx files say it. */
import { expect, test } from "vitest";
import { CFB, utils, write } from "xlsx";
import { readFile } from "../../addin/import/file.js";
import type { CellRule } from "../../addin/workbook/rule.js";
import { withRules } from "../../addin/workbook/rule-xml.js";
import { trusted } from "../../addin/workbook/trusted.js";

/** The rules of a workbook whose sheet has this part. */
async function rulesOf(change: (xml: string) => string, merged = false): Promise<readonly CellRule[] | undefined> {
  const sheet = utils.aoa_to_sheet([["a"], [1]]);
  if (merged) sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "results");
  const bytes = trusted(write(book, { type: "array", bookType: "xlsx" }), CFB, { "/xl/worksheets/sheet1.xml": change });
  const [read] = await readFile("x.xlsx", bytes.buffer, { language: "en", withLayout: true });
  return read?.layout?.rules;
}

const rules: readonly CellRule[] = [
  { ranges: ["B6:B20", "D6"], type: "decimal", operator: "greaterThan", formula1: "0", allowBlank: true, otherwise: "stop" },
  {
    ranges: ["C1"],
    type: "whole",
    operator: "between",
    formula1: "-1",
    formula2: "$A$1+1",
    allowBlank: false,
    otherwise: "warning",
  },
  { ranges: ["E6:E20"], type: "list", formula1: '"TRUE,FALSE"', allowBlank: true, otherwise: "stop", error: 'yes & "no" only' },
  { ranges: ["F1:F9"], type: "custom", formula1: "_xldudf_HPI_COEF(F1)<1", allowBlank: true },
  { ranges: ["G1"], type: "date", operator: "lessThanOrEqual", formula1: "44743", allowBlank: true, otherwise: "information" },
];

test.each([
  ["below the cells", false],
  ["below merged cells", true],
])("withRules(sheet, rules) writes what reading gives back, %s", async (_, merged) => {
  const read = await rulesOf((xml) => {
    const written = withRules(xml, rules);
    // The order of the file format: cells, merged cells, rules, everything else.
    const order = ["</sheetData>", ...(merged ? ["</mergeCells>"] : []), "<dataValidations", "<ignoredErrors"];
    const places = order.map((tag) => written.indexOf(tag));
    expect(places).not.toContain(-1);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
    return written;
  }, merged);
  // "between" is what is meant where nothing is said.
  expect(read).toEqual(rules.map((rule) => ({ ...rule, operator: rule.operator === "between" ? undefined : rule.operator })));
});

test("rules are read as Excel writes them: to other sheets in an extension, in single quotes, times left out", async () => {
  const main = `<dataValidations count="2"><dataValidation type="time" allowBlank="1" sqref="A1"><formula1>0.5</formula1></dataValidation>
    <dataValidation type='list' allowBlank='1' showInputMessage='1' showErrorMessage='1' sqref='C1:C3' xr:uid='{00}'>
    <formula1>$H$1:$H$4</formula1></dataValidation></dataValidations>`;
  const extension = `<extLst><ext uri="{CCE6A557}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">
    <x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1">
    <x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>D2:D5 F2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
  const read = await rulesOf((xml) =>
    xml.replace("</sheetData>", `</sheetData>${main}`).replace("</worksheet>", `${extension}</worksheet>`),
  );
  expect(
    read?.map(({ ranges, type, formula1, allowBlank, otherwise }) => [ranges, type, formula1, allowBlank, otherwise]),
  ).toEqual([
    [["C1:C3"], "list", "$H$1:$H$4", true, "stop"],
    [["D2:D5", "F2"], "list", "Lists!$A$1:$A$3", true, "stop"],
  ]);
});
