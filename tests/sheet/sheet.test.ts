/** The try-it page: core's answers in the sheet's cells, spills, and errors that say why. */
import type { Page } from "playwright-core";
import { hpi } from "soundings";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellExamples } from "../../addin/examples.js";
import type { Host } from "../../addin/taskpane/host.js";
import { sampleLots } from "../../addin/templates/lots.js";
import { calls } from "../addin/calls.js";
import { shown, shows } from "../addin/layout.js";
import { violations } from "../axe.js";
import type { WatchedPage } from "../browser.js";
import { isClose } from "../rounding.js";
import { asked as askedOf, calculated, paneOf, type TryItSheet, tryItSite } from "./try-it.js";

declare const tryItSheet: TryItSheet;

const { openSheet } = tryItSite();

const valuesOf = (page: Page, address: string) =>
  page.evaluate((where) => tryItSheet.getActiveWorkbook().getSheetBySheetId("auction").getRange(where).getValues(), address);

async function setCells(page: Page, contents: Readonly<Record<string, unknown>>): Promise<void> {
  await page.evaluate((cells) => {
    const sheet = tryItSheet.getActiveWorkbook().getSheetBySheetId("auction");
    for (const [where, content] of Object.entries(cells)) sheet.getRange(where).setValue(content);
  }, contents);
  await calculated(page);
}

const setCell = (page: Page, address: string, value: unknown) => setCells(page, { [address]: value });

const selectCell = (page: Page, address: string) =>
  page.evaluate((where) => tryItSheet.getActiveWorkbook().getSheetBySheetId("auction").getRange(where).activate(), address);

describe("as it opens", () => {
  let sheet: WatchedPage;
  afterAll(() => sheet.context.close());
  beforeAll(async () => {
    sheet = await openSheet();
  });

  test("=HPI(…) over the sample lots is 39.9, and HPI_PARTS spills its twelve lines below", async () => {
    expect(await valuesOf(sheet.page, "I6:I8")).toEqual([["39.9"], ["low"], ["39.9"]]);
    const parts = Object.fromEntries(await valuesOf(sheet.page, "H11:I22"));
    expect([parts["backstop deals"], parts["points lost to price cuts"], parts.HPI]).toEqual(["60.43", "4.45", "39.90"]);
  });

  test("every example that a cell can show answers in the sheet as through cells.ts, and is ticked", async () => {
    const rows = await sheet.page.evaluate(() =>
      tryItSheet.getActiveWorkbook().getSheetBySheetId("examples").getDataRange().getValues(),
    );
    const examples = calls.filter(({ definition, example }) => cellExamples(definition).includes(example));
    const [headings, live] = [4, 3];
    const firstRows = rows.flatMap(([fn], i) => (i >= headings && fn ? [i] : []));
    expect(firstRows.map((i) => rows[i]?.[0])).toEqual(examples.map(({ definition }) => definition.id));
    for (const [n, call] of examples.entries()) {
      const wanted = shown(call);
      const first = firstRows[n] ?? 0;
      const seen = wanted.map((cells, i) => cells.map((_, j) => rows[first + i]?.[live + j]));
      const agrees = wanted.every((cells, i) => cells.every((cell, j) => shows(seen[i]?.[j], cell)));
      expect(agrees ? [] : [call.name, seen, wanted]).toEqual([]);
      const ticks = wanted.map((_, i) => rows[first + i]?.filter((cell) => cell === "✓").length);
      expect([call.name, ...ticks]).toEqual([call.name, ...wanted.map(() => 1)]);
    }
  });

  test("the selected cell is explained beside the sheet, with core's numbers, chart and errata", async () => {
    const pane = paneOf(sheet.page);
    await expect.poll(() => pane.locator(".steps > li > strong").last().textContent()).toBe("= 39.9");
    expect(await pane.locator(".threshold").textContent()).toContain(
      "HPI ≥ 40 (0.1 points more; 0.105 of market deals) → mid-low",
    );
    await expect.poll(() => pane.locator(".plot svg").count()).toBeGreaterThan(0);
    await selectCell(sheet.page, "D8");
    await expect.poll(() => pane.locator(".steps > li > strong").last().textContent()).toBe("= 12.8611 %");
    await selectCell(sheet.page, "A1");
    await expect.poll(() => pane.locator("#explanation").textContent()).toContain("Select a cell with one of these functions");
    await selectCell(sheet.page, "I6");
  });

  test("the pane closes and opens by its button", async () => {
    const toggle = sheet.page.locator("#pane-toggle");
    await toggle.press("Enter");
    expect(await sheet.page.locator("#pane").isHidden()).toBe(true);
    await toggle.press("Enter");
    expect(await sheet.page.locator("#pane").isVisible()).toBe(true);
    await expect.poll(() => paneOf(sheet.page).locator(".plot svg").count()).toBeGreaterThan(0);
  });

  test("axe finds nothing in the page around the spreadsheet", async () => {
    expect(await violations(sheet.page, "body > header")).toEqual([]);
    expect(await violations(sheet.page, "#status")).toEqual([]);
  });

  test("the page has asked no other host and has nothing to complain of", () => {
    expect([sheet.requests, sheet.complaints]).toEqual([[], []]);
  });
});

describe("the task pane beside the sheet", { timeout: 90_000 }, () => {
  let sheet: WatchedPage;
  afterAll(() => sheet.context.close());
  beforeAll(async () => {
    sheet = await openSheet();
    await paneOf(sheet.page).locator("body[data-ready]").waitFor();
  });

  /** What the host of the pane answers. */
  const asked = <T>(question: (host: Host) => Promise<T>) => askedOf(sheet.page, question);

  test("it is the page that people get in Excel, without what only Office needs", async () => {
    const [inExcel, here] = await Promise.all(
      ["taskpane.html", "pane.html"].map(async (name) => (await fetch(new URL(`../${name}`, sheet.page.url()))).text()),
    );
    const left = new Set(here?.split("\n"));
    expect(inExcel?.split("\n").filter((line) => !left.has(line))).toEqual([
      expect.stringContaining("office-js/office.js"),
      expect.stringContaining("shared runtime"),
      expect.stringContaining("functions.js"),
    ]);
  });

  test("read(reference) takes other sheets by quoted name in any case, and whole columns as far as they are used", async () => {
    expect(await asked((host) => host.read("'LAND auction 土拍'!B6:B8"))).toEqual([[12.4], [3.28], [8.33]]);
    expect((await asked((host) => host.read("A:A")))?.length).toBe(22);
    expect((await asked((host) => host.read("5:5")))?.[0]?.slice(0, 2)).toEqual(["lot 地块", "start 起始价 亿元"]);
    expect(await asked((host) => host.read("Nowhere!A1"))).toBeUndefined();
  });

  test("read(reference) takes what formulas spill, and a range beyond the sheet as blanks", async () => {
    expect(await asked((host) => host.read("I16:I18"))).toEqual([[60.43], [expect.closeTo(39.9, 9)], [0]]);
    expect(await asked((host) => host.read("AZ1:AZ3"))).toEqual([[null], [null], [null]]);
    expect(await asked((host) => host.read("H22:H23"))).toEqual([["band"], [null]]);
  });

  test("a cell of a spill is explained with what it shows, and a cell beyond the sheet as a blank", async () => {
    const explanation = paneOf(sheet.page).locator("#explanation");
    await setCells(sheet.page, { L5: { f: "=HPI_BAND(I17)" }, L6: { f: "=HPI(AZ1:AZ3,AZ1:AZ3)" } });
    await selectCell(sheet.page, "L5");
    await expect.poll(() => explanation.textContent()).toContain("39.9 < 40 → 低");
    await selectCell(sheet.page, "L6");
    await expect.poll(() => explanation.textContent()).toContain("start, item 1, is 0");
    expect(await explanation.textContent()).toContain("=HPI(AZ1:AZ3,AZ1:AZ3)");
    await setCells(sheet.page, { L5: "", L6: "" });
  });

  test("whole columns end with their last number, in the sheet and in the explanation", async () => {
    await setCells(sheet.page, { M1: 10, M2: 20, N1: 10, N2: 0, L7: { f: "=HPI(M:M,N:N)" } });
    await expect.poll(async () => Number((await valuesOf(sheet.page, "L7"))[0]?.[0])).toBeCloseTo(100 / 3, 9);
    await selectCell(sheet.page, "L7");
    await expect.poll(() => paneOf(sheet.page).locator(".explain .steps > li > strong").last().textContent()).toBe("= 33.33");
    await setCells(sheet.page, { L7: "", M1: "", M2: "", N1: "", N2: "" });
  });

  test("insert leaves a cell that a formula spills into", async () => {
    await selectCell(sheet.page, "I17");
    expect(await asked((host) => host.insert("=1+1"))).toEqual({ kind: "occupied", address: "'Land auction 土拍'!I17" });
  });

  test("selectedRange() is a reference that any sheet's formula may hold", async () => {
    await selectCell(sheet.page, "B6:C7");
    expect(await asked((host) => host.selectedRange())).toEqual({
      address: "'Land auction 土拍'!B6:C7",
      values: [
        [12.4, 12.4],
        [3.28, 3.28],
      ],
    });
    await selectCell(sheet.page, "B:B");
    expect((await asked((host) => host.selectedRange())).address).toBe("'Land auction 土拍'!B:B");
  });

  test("insert writes a formula with arguments from the selection into an empty cell, and leaves a filled one", async () => {
    const pane = paneOf(sheet.page);
    await sheet.page.locator("#help").click();
    await pane.locator('#list a[href="#HPI"]').click();
    for (const name of ["cut", "backstop"]) await pane.locator(`textarea[name=${name}]`).fill("");
    for (const [name, range] of [
      ["start", "B6:B20"],
      ["deal", "C6:C20"],
    ]) {
      await selectCell(sheet.page, range ?? "");
      await pane.getByRole("button", { name: `From the selection: ${name}` }).click();
    }
    const insert = pane.locator(".calculator").getByRole("button", { name: "Insert into the selected cell" });
    await selectCell(sheet.page, "I6");
    await insert.click();
    await expect.poll(() => pane.locator("#status").textContent()).toContain("I6 is not empty");
    await selectCell(sheet.page, "L4");
    await insert.click();
    await expect.poll(() => pane.locator("#status").textContent()).toContain("Written into 'Land auction 土拍'!L4");
    await expect.poll(async () => Number((await valuesOf(sheet.page, "L4"))[0]?.[0])).toBeCloseTo((100 * 107) / 105, 9);
  });

  test("the explanation follows a recalculation", async () => {
    const last = paneOf(sheet.page).locator(".explain .steps > li > strong").last();
    await selectCell(sheet.page, "I6");
    await expect.poll(() => last.textContent()).toBe("= 39.9");
    await setCell(sheet.page, "C7", 0);
    await expect.poll(() => last.textContent()).toBe("= 36.78");
    await setCell(sheet.page, "C7", 3.28);
    await expect.poll(() => last.textContent()).toBe("= 39.9");
  });

  test("a template becomes a sheet with a name of its own and live formulas, and one undo takes it away", async () => {
    const pane = paneOf(sheet.page);
    // A chosen function has the pane to itself.
    if (await pane.locator("#back").isVisible()) await pane.locator("#back").click();
    await pane.locator("#templates summary").click();
    await pane.locator("#template").selectOption("city");
    await pane.getByRole("button", { name: "Insert sheet" }).click();
    await expect.poll(() => pane.locator("#status").textContent()).toContain("City card 城市卡 2");
    const active = () =>
      sheet.page.evaluate(() => {
        const added = tryItSheet.getActiveWorkbook().getActiveSheet();
        return [added.getSheetName(), added.getRange("B14").getValues()[0]?.[0]];
      });
    await expect.poll(active).toEqual(["City card 城市卡 2", "39.9"]);
    const sheets = () => sheet.page.evaluate(() => tryItSheet.getActiveWorkbook().getSheets().length);
    expect(await sheets()).toBe(7);
    await sheet.page.evaluate(() => tryItSheet.undo());
    expect(await sheets()).toBe(6);
  });

  test("a file becomes a sheet: texts as texts, headings in bold, provenance beside; one undo takes it away", async () => {
    const pane = paneOf(sheet.page);
    await pane.locator("#import summary").click();
    const buffer = Buffer.from("\ufeffmonth,城市,code\n2022-07,郑州,0012\n2022-08,合肥,7\n");
    await pane.locator("#import-file").setInputFiles({ name: "Mine.csv", mimeType: "text/csv", buffer });
    await pane.locator("#import-range").fill("A1:C2");
    await pane.getByRole("button", { name: "Insert as a new sheet" }).click();
    await expect.poll(() => pane.locator("#status").textContent()).toContain("“Mine” is in the workbook");
    const { name, values, bold } = await sheet.page.evaluate(() => {
      const added = tryItSheet.getActiveWorkbook().getActiveSheet();
      const bolds = ["A1", "A2"].map((cell) => added.getRange(cell).getCellStyleData()?.bl ?? 0);
      return { name: added.getSheetName(), values: added.getDataRange().getValues(), bold: bolds };
    });
    expect([name, bold]).toEqual(["Mine", [1, 0]]);
    expect(values.slice(0, 2)).toEqual([
      ["month", "城市", "code", null, "imported from", "Mine.csv"],
      ["2022-07", "郑州", "0012", null, "sheet, range", "A1:C2"],
    ]);
    expect(values.map((row) => row[4])).toEqual(["imported from", "sheet, range", "SHA-256", "imported at"]);
    expect((await asked((host) => host.read("A:C")))?.slice(2)).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    await sheet.page.evaluate(() => tryItSheet.undo());
    expect(await sheet.page.evaluate(() => tryItSheet.getActiveWorkbook().getSheets().length)).toBe(6);
  });

  test("F6 leads from the sheet to the pane and back, where typing goes on", async () => {
    const focused = () => sheet.page.evaluate(() => document.activeElement?.id);
    await sheet.page.locator("#univer-sheet-main-canvas_soundings").click({ position: { x: 300, y: 300 } });
    const before = await asked((host) => host.selectedCell());
    await sheet.page.keyboard.press("F6");
    expect(await focused()).toBe("pane");
    await sheet.page.keyboard.press("Tab");
    await sheet.page.keyboard.press("F6");
    expect(await focused()).not.toBe("pane");
    await sheet.page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await asked((host) => host.selectedCell())).address).not.toBe(before.address);
  });

  test("axe finds nothing in the pane, and neither page has asked another host or has anything to complain of", async () => {
    const frame = sheet.page.frame({ url: /pane\.html/ }) ?? expect.fail("no pane");
    expect(await violations(frame)).toEqual([]);
    expect([sheet.requests, sheet.complaints]).toEqual([[], []]);
  });

  test("on a narrow screen the pane is below the sheet, as wide as it, and nothing is cut off", async () => {
    const { page, context } = await openSheet("zh", { viewport: { width: 320, height: 640 } });
    const [above, below] = await Promise.all(["#sheet", "#pane"].map((id) => page.locator(id).boundingBox()));
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    expect([above?.width, below?.width]).toEqual([320, 320]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await paneOf(page).locator("body[data-ready]").waitFor();
    expect(
      await paneOf(page)
        .locator("html")
        .evaluate((root) => root.scrollWidth),
    ).toBe(320);
    await context.close();
  });
});

describe("as it is worked with, in Chinese", () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openSheet("zh"));
  });

  test("an error cell says argument, position, seen and wanted below the sheet", async () => {
    await setCell(page, "C9", -4);
    await selectCell(page, "I6");
    expect(await valuesOf(page, "I6")).toEqual([["#NUM!"]]);
    await expect.poll(() => page.locator("#status").textContent()).toContain("I6: #NUM! HPI：参数 deal 第 4 项是 -4");
    await setCell(page, "C9", 10.15);
    await expect.poll(() => page.locator("#status").textContent()).toBe("I6: HPI: 房产保值力指数：一轮土拍的得分。");
  });

  test("a lot that fails changes the index as in core", async () => {
    await setCell(page, "C7", "");
    await setCell(page, "L1", { f: "=HPI(B6:B20,C6:C20,D6:D20,E6:E20)" });
    const wanted = hpi(
      sampleLots.map((lot) => lot.start),
      sampleLots.map((lot, i) => (i === 1 ? 0 : lot.deal)),
      {
        cut: sampleLots.map(({ deal, benchmark }) => (benchmark === undefined ? 0 : 1 - deal / benchmark)),
        backstop: sampleLots.map((lot) => lot.backstop ?? false),
      },
    );
    expect(isClose((await valuesOf(page, "L1"))[0]?.[0], wanted, 1e-11)).toBe(true);
  });

  test("an argument left out between two others is left out, not 0", async () => {
    await setCell(page, "L2", { f: "=HPI({10;20},{10;20},,{TRUE;FALSE})" });
    expect(isClose((await valuesOf(page, "L2"))[0]?.[0], (100 * 20) / 30, 1e-11)).toBe(true);
  });
});
