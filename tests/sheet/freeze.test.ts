/** “Send to someone without the add-in” beside the try-it sheet: frozen, saved, read elsewhere, thawed. In a real engine. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read, type WorkSheet } from "xlsx";
import type { Held, SheetCells } from "../../addin/freeze/book.js";
import { functionsIn } from "../../addin/freeze/uses.js";
import { asked, calculated, paneOf, saved, type TryItSheet, tryItSite } from "./try-it.js";

declare const tryItSheet: TryItSheet;

const { openSheet } = tryItSite();
const patience = { timeout: 60_000 };
let page: Page;
let complaints: string[];
beforeAll(async () => {
  ({ page, complaints } = await openSheet());
  await paneOf(page).locator("body[data-ready]").waitFor();
  await page.evaluate(() => tryItSheet.getActiveWorkbook().getSheets()[0]?.activate());
  await paneOf(page).locator("#send summary").click();
}, 180_000);
afterAll(() => page.context().close());

const workbook = () => asked(page, async (host) => (await host.book?.read())?.sheets ?? []);

/** Every value that is not blank, by its cell. */
function valuesOf(sheets: readonly SheetCells[]): Record<string, Held> {
  const cells = sheets.flatMap(({ name, values }) =>
    values.flatMap((line, row) =>
      line.flatMap((held, column) => (held === null || held === "" ? [] : [[`${name}!${row},${column}`, held] as const])),
    ),
  );
  return Object.fromEntries(cells);
}

const ownFormulasOf = (sheets: readonly SheetCells[]) =>
  sheets.flatMap(({ formulas }) => formulas.flat().filter((formula) => functionsIn(formula).length > 0));

/** Presses a button of the section and gives what the pane says came of it. */
async function press(name: "Freeze" | "Thaw"): Promise<string> {
  const outcome = paneOf(page).locator("#send .send:not([aria-busy]) .outcome");
  await paneOf(page).locator("#send").getByRole("button", { name }).click();
  await expect.poll(() => outcome.textContent().catch(() => ""), patience).toMatch(/Froze|Put back|Nothing/);
  return (await outcome.textContent()) ?? "";
}

async function setCells(contents: Readonly<Record<string, unknown>>): Promise<void> {
  await page.evaluate((cells) => {
    const sheet = tryItSheet.getActiveWorkbook().getSheetBySheetId("auction");
    for (const [where, content] of Object.entries(cells)) sheet.getRange(where).setValue(content);
  }, contents);
  await calculated(page);
}

const shown = (address: string) =>
  page.evaluate(
    (where) => tryItSheet.getActiveWorkbook().getSheetBySheetId("auction").getRange(where).getRawValues()[0]?.[0],
    address,
  );

describe("freezing the templates and examples", { timeout: 120_000 }, () => {
  let before: readonly SheetCells[];
  beforeAll(async () => {
    before = await workbook();
  });

  test("every cell shows what it showed, spills and errors included, and no formula of ours is left", async () => {
    await expect.poll(() => paneOf(page).locator("#live-count").textContent(), patience).toMatch(/^\d+ formulas in 6 sheets$/);
    expect(await press("Freeze")).toMatch(/^Froze \d+ formulas in 6 sheets\. The sheet “Soundings provenance” says/);
    const after = await workbook();
    expect(after.map(({ name }) => name)).toEqual([...before.map(({ name }) => name), "Soundings provenance"]);
    expect(valuesOf(after)).toMatchObject(valuesOf(before));
    expect(ownFormulasOf(after)).toEqual([]);
    expect(await page.evaluate(() => tryItSheet.getActiveWorkbook().getActiveSheet().getSheetId())).toBe("auction");
  });

  test("the provenance tells each formula as a text, with its inputs", async () => {
    const page = (await workbook()).at(-1);
    const row = page?.values.find((line) => line.includes("H11:I22"));
    expect(row?.slice(0, 5)).toEqual([
      "Land auction 土拍",
      "H11",
      "H11:I22",
      "=HPI_PARTS(B6:B20,C6:C20,D6:D20,E6:E20)",
      "HPI_PARTS",
    ]);
    expect(row?.[5]).toContain("start · starting amounts · B6:B20 = 12.4; 3.28; 8.33; …; 6.56 (15 values, sum 105");
    expect(page?.formulas.flat().filter(Boolean)).toEqual([]);
  });

  test("one undo takes all of it back, and one redo does it again", async () => {
    await page.evaluate(() => tryItSheet.undo());
    await calculated(page);
    await expect.poll(async () => ownFormulasOf(await workbook()).length, patience).toBe(ownFormulasOf(before).length);
    await expect.poll(async () => valuesOf(await workbook()), patience).toEqual(valuesOf(before));
    await page.evaluate(() => tryItSheet.redo());
    await calculated(page);
    expect(ownFormulasOf(await workbook())).toEqual([]);
    expect((await workbook()).length).toBe(7);
  });

  test("the saved .xlsx has every value and no formula of ours, for whoever opens it", async () => {
    const file = read(await saved(page, "#save-xlsx"), { type: "buffer" });
    const kept = (sheet: WorkSheet | undefined, row: number, column: number) => {
      const letter = String.fromCharCode("A".charCodeAt(0) + column);
      const cell = sheet?.[`${letter}${row + 1}`];
      return cell?.t === "e" ? { error: cell.w } : cell?.v;
    };
    for (const { name, values } of before) {
      const sheet = file.Sheets[name] ?? file.Sheets[Object.keys(file.Sheets).find((one) => one.startsWith(name)) ?? ""];
      const differing = values.flatMap((line, row) =>
        line.slice(0, 26).flatMap((held, column) => {
          const there = kept(sheet, row, column);
          return (held ?? "") === "" || JSON.stringify(there) === JSON.stringify(held) ? [] : [[name, row, column, held, there]];
        }),
      );
      expect(differing).toEqual([]);
    }
    const formulas = Object.values(file.Sheets).flatMap((sheet) => Object.values(sheet).flatMap((cell) => cell?.f ?? []));
    expect(formulas.length).toBeGreaterThan(0);
    expect(formulas.filter((formula) => functionsIn(`=${formula}`).length > 0)).toEqual([]);
  });

  test("thawed formulas live again; a frozen cell that was edited is left alone and named, and so is an answer that changed", async () => {
    await setCells({ I8: 99, C7: 0 });
    const told = await press("Thaw");
    expect(told).toMatch(/Put back \d+ formulas\./);
    expect(told).toMatch(
      /Left as they are, and still listed in the provenance sheet:Land auction 土拍!I8 edited or moved since$/,
    );
    expect(told).toContain("'Land auction 土拍'!I6 was 39.9, is now 36.7");
    expect(await shown("I8")).toBe(99);
    await setCells({ C7: 3.28 });
    await expect.poll(() => shown("I6"), patience).toBeCloseTo(39.9, 9);
    const after = await workbook();
    expect(ownFormulasOf(after).length).toBe(ownFormulasOf(before).length - 1);
    const { "Land auction 土拍!7,8": _, ...others } = valuesOf(before);
    await expect.poll(async () => valuesOf(await workbook()), patience).toMatchObject(others);
    const provenance = after.find(({ name }) => name === "Soundings provenance");
    expect(provenance?.values.filter((line) => line.includes("Land auction 土拍")).map((line) => line[1])).toEqual(["I8"]);
  });

  test("one undo takes the thaw back too", async () => {
    await page.evaluate(() => tryItSheet.undo());
    await page.evaluate(() => tryItSheet.undo());
    await calculated(page);
    expect(ownFormulasOf(await workbook())).toEqual([]);
    const provenance = (await workbook()).find(({ name }) => name === "Soundings provenance");
    expect(provenance?.values.filter((line) => line.includes("Land auction 土拍")).length).toBeGreaterThan(4);
  });

  test("the page has nothing to complain of", () => {
    expect(complaints).toEqual([]);
  });
});
