/** What may be typed into the try-it page's templates, and that files keep it. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CFB, utils, write } from "xlsx";
import { readFile } from "../../addin/import/file.js";
import { templates } from "../../addin/templates/templates.js";
import type { CellRule } from "../../addin/workbook/rule.js";
import { withRules } from "../../addin/workbook/rule-xml.js";
import { trusted } from "../../addin/workbook/trusted.js";
import { calculated, openFile, paneOf, saved, type TryItSheet, tryItSite } from "./try-it.js";

declare const tryItSheet: TryItSheet;

const { openSheet } = tryItSite();
let page: Page;
let complaints: string[];
beforeAll(async () => {
  ({ page, complaints } = await openSheet());
}, 180_000);
afterAll(() => page.context().close());

const soon = <T>(look: () => T) => expect.poll(look, { timeout: 8_000 });

/** Types into a cell of the sheet that is shown, as a reader does. */
async function type(cell: string, text: string): Promise<void> {
  await page.evaluate((at) => tryItSheet.getActiveWorkbook().getActiveSheet().getRange(at).activate(), cell);
  await page.locator("#sheet canvas").first().focus();
  // The first letter opens the cell, and where there is a list, the list.
  await page.keyboard.type(text, { delay: 60 });
  await page.waitForTimeout(300);
  await page.keyboard.press("Enter");
}

/** On a busy machine the sheet loses letters that come before it listens: those are typed again. */
async function typeRefused(cell: string, text: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    await type(cell, text);
    const isTold = await page
      .getByRole("dialog")
      .waitFor({ timeout: 8000 })
      .then(
        () => true,
        () => false,
      );
    if (isTold) return;
    await page.keyboard.press("Escape");
  }
}

/** What is said of what was refused; whoever is told presses its button. */
async function refusal(cell: string, text: string): Promise<string | null> {
  await typeRefused(cell, text);
  const dialog = page.getByRole("dialog");
  const told = await dialog.textContent();
  await dialog.getByRole("button", { name: "OK" }).click();
  await dialog.waitFor({ state: "detached" });
  return told;
}

/** Yes and no as 1 and 0. */
const held = (cell: string) =>
  page.evaluate((at) => tryItSheet.getActiveWorkbook().getActiveSheet().getRange(at).getRawValues()[0]?.[0], cell);

/** Whether what stands in cells is as their rules want it, column by column. */
const marked = (range: string) =>
  page.evaluate((at) => tryItSheet.getActiveWorkbook().getActiveSheet().getRange(at).getValidatorStatus(), range);

async function rulesIn(file: Buffer, name: string): Promise<readonly CellRule[] | undefined> {
  const sheets = await readFile("x.xlsx", Uint8Array.from(file).buffer, { language: "en", withLayout: true });
  return sheets.find((sheet) => sheet.name === name)?.layout?.rules;
}

/** A click into the middle of a cell. */
async function click(cell: string): Promise<void> {
  const canvas = await page.locator("canvas[id^='univer-sheet-main-canvas']").first().boundingBox();
  const { x, y, width, height } = await page.evaluate((at) => {
    const rect = tryItSheet.getActiveWorkbook().getActiveSheet().getRange(at).getCellRect();
    return { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
  }, cell);
  await page.mouse.click((canvas?.x ?? 0) + x + width / 2, (canvas?.y ?? 0) + y + height / 2);
}

test("a template refuses what it refuses in Excel and says what it takes; the rest it takes", async () => {
  expect(await refusal("B6", "-5")).toMatch(/greater than 0/i);
  expect(await held("B6")).toBe(12.4);
  expect(await refusal("D6", "150%")).toMatch(/between -1 and 1/i);
  await type("C6", "0");
  await soon(() => held("C6")).toBe(0);
  await type("B6", "13");
  await soon(() => held("B6")).toBe(13);
});

test("a yes or no is a box to tick, and the index follows; what is typed as TRUE is one, too", async () => {
  await type("B6", "12.4");
  await type("C6", "12.4");
  const index = async () => Number(await held("I6")).toFixed(1);
  await soon(index).toBe("39.9");
  await click("E7");
  await soon(() => held("E7")).toBe(1);
  await soon(index).toBe("36.8");
  // Two clicks sooner after one another open the cell to type into.
  await page.waitForTimeout(700);
  await click("E7");
  await soon(() => held("E7")).toBe(0);
  await soon(index).toBe("39.9");
  await type("E7", "TRUE");
  await soon(() => held("E7")).toBe(1);
  expect(await refusal("E7", "perhaps")).not.toBe("");
  await soon(() => held("E7")).toBe(1);
  await type("E7", "FALSE");
  await soon(index).toBe("39.9");
});

test("a saved template has the rules that Excel's has", async () => {
  const file = await saved(page, "#save-xlsx");
  const decimal = { type: "decimal", allowBlank: true, otherwise: "stop" };
  expect(await rulesIn(file, "Land auction 土拍")).toMatchObject([
    { ...decimal, ranges: ["B6:B20"], operator: "greaterThan", formula1: "0" },
    { ...decimal, ranges: ["C6:C20"], operator: "greaterThanOrEqual", formula1: "0" },
    { ...decimal, ranges: ["D6:D20"], formula1: "-1", formula2: "1" },
    { type: "list", ranges: ["E6:E20"], formula1: '"TRUE,FALSE"', allowBlank: true, otherwise: "stop" },
  ]);
  for (const { name, allowed } of templates) expect((await rulesIn(file, name.en))?.length).toBe(allowed.length);
});

test("a template that the pane adds has them as well, and one undo takes all of it away", async () => {
  const names = () =>
    page.evaluate(() =>
      tryItSheet
        .getActiveWorkbook()
        .getSheets()
        .map((sheet) => sheet.getSheetName()),
    );
  const before = await names();
  const pane = paneOf(page);
  await pane.locator("#templates summary").click();
  await pane.getByRole("button", { name: "Insert sheet" }).click();
  await soon(names).toHaveLength(before.length + 1);
  expect(await refusal("B6", "-5")).toMatch(/greater than 0/i);
  await page.evaluate(() => tryItSheet.undo());
  await soon(names).toEqual(before);
});

test("an opened file keeps its rules: lists from cells and from a text, formulas of ours, whole columns", async () => {
  const sheet = utils.aoa_to_sheet([
    ["city", "yes", "cut", "small", "甲"],
    ["甲", true, 0.1, 5, "乙"],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "ruled");
  const rules: readonly CellRule[] = [
    { ranges: ["A2:A9"], type: "list", formula1: "$E$1:$E$2", allowBlank: true, otherwise: "stop" },
    { ranges: ["B2:B9"], type: "list", formula1: '"TRUE,FALSE"', allowBlank: true, otherwise: "stop" },
    { ranges: ["C2:C9"], type: "custom", formula1: "_xldudf_HPI_COEF(C2)<1", allowBlank: true, otherwise: "warning" },
    { ranges: ["D2:D1048576"], type: "whole", operator: "lessThan", formula1: "10", allowBlank: true, otherwise: "warning" },
    { ranges: ["F1"], type: "list", formula1: '"small,large"', allowBlank: true, otherwise: "stop", error: "small or large" },
  ];
  const parts = { "/xl/worksheets/sheet1.xml": (xml: string) => withRules(xml, rules) };
  const file = Buffer.from(trusted(write(book, { type: "array", bookType: "xlsx" }), CFB, parts));
  expect(await openFile(page, "ruled.xlsx", file)).toBe("Opened as: ruled.");
  await calculated(page);
  await refusal("A3", "丙");
  await type("A3", "乙");
  await soon(() => held("A3")).toBe("乙");
  expect(await refusal("F1", "middling")).toContain("small or large");
  // A warning lets it in, with a mark. A rule with a formula is worked out after what was typed.
  await type("C3", "0.5");
  await type("D3", "11");
  await soon(() => held("D3")).toBe(11);
  await soon(() => marked("C2:D3")).toEqual([
    ["valid", "invalid"],
    ["valid", "invalid"],
  ]);
  const kept = await rulesIn(await saved(page, "#save-xlsx"), "ruled");
  expect(kept?.map(({ ranges, type: kind, formula1, otherwise }) => [ranges, kind, formula1, otherwise])).toEqual([
    [["A2:A9"], "list", "$E$1:$E$2", "stop"],
    [["B2:B9"], "list", '"TRUE,FALSE"', "stop"],
    [["C2:C9"], "custom", "_xldudf_HPI_COEF(C2)<1", "warning"],
    [["D2:D202"], "whole", "10", "warning"],
    [["F1"], "list", '"small,large"', "stop"],
  ]);
}, 120_000);

test("the page has nothing to complain of", () => {
  expect(complaints).toEqual([]);
});
