/** The try-it page: core's answers in the sheet's cells, spills, and errors that say why. */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { hpi } from "soundings";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read, utils, write } from "xlsx";
import { cellExamples } from "../../addin/examples.js";
import { sampleLots } from "../../addin/templates/lots.js";
import { calls } from "../addin/calls.js";
import { shown, shows } from "../addin/layout.js";
import { type AddinSite, serveAddin } from "../addin-site.js";
import { violations } from "../axe.js";
import { launch, openWatched, type WatchedPage } from "../browser.js";
import { isClose } from "../rounding.js";

let browser: Browser;
let site: AddinSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serveAddin()]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});

async function openSheet(lang = "en"): Promise<WatchedPage> {
  const watched = await openWatched(browser, { allowed: [site.url], viewport: { width: 1400, height: 900 } });
  await watched.page.goto(`${site.url}sheet/?lang=${lang}`);
  await watched.page.waitForFunction(() => "tryItSheet" in window);
  await calculated(watched.page);
  return watched;
}

type Cell = string | number | boolean | null;
interface Range {
  getValues(): Cell[][];
  setValue(value: unknown): void;
  activate(): void;
}
interface Sheet {
  getRange(address: string): Range;
  getDataRange(): Range;
}
/** As much of Univer's programming interface as these tests use. */
declare const tryItSheet: {
  getActiveWorkbook(): { getSheetBySheetId(id: string): Sheet };
  getFormula(): { onCalculationResultApplied(): Promise<void> };
};

const calculated = (page: Page) => page.evaluate(() => tryItSheet.getFormula().onCalculationResultApplied());

const valuesOf = (page: Page, address: string) =>
  page.evaluate((where) => tryItSheet.getActiveWorkbook().getSheetBySheetId("auction").getRange(where).getValues(), address);

async function setCell(page: Page, address: string, value: unknown): Promise<void> {
  await page.evaluate(
    ([where, content]) => tryItSheet.getActiveWorkbook().getSheetBySheetId("auction").getRange(where).setValue(content),
    [address, value] as [string, unknown],
  );
  await calculated(page);
}

const selectCell = (page: Page, address: string) =>
  page.evaluate((where) => tryItSheet.getActiveWorkbook().getSheetBySheetId("auction").getRange(where).activate(), address);

describe("as it opens", () => {
  let sheet: WatchedPage;
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
    const pane = sheet.page.locator("#pane");
    await expect.poll(() => pane.locator(".steps > li > strong").last().textContent()).toBe("= 39.9");
    expect(await pane.locator(".threshold").textContent()).toContain(
      "HPI ≥ 40 (0.1 points more; 0.105 of market deals) → mid-low",
    );
    await expect.poll(() => pane.locator(".plot svg").count()).toBeGreaterThan(0);
    await selectCell(sheet.page, "D8");
    await expect.poll(() => pane.locator(".steps > li > strong").last().textContent()).toBe("= 12.8611 %");
    await selectCell(sheet.page, "A1");
    await expect.poll(() => pane.textContent()).toContain("Select a cell with one of these functions");
    await selectCell(sheet.page, "I6");
  });

  test("the explanation closes and opens by its button", async () => {
    const toggle = sheet.page.locator("#pane-toggle");
    await toggle.press("Enter");
    expect(await sheet.page.locator("#pane").isHidden()).toBe(true);
    await toggle.press("Enter");
    expect(await sheet.page.locator("#pane").isVisible()).toBe(true);
    await expect.poll(() => sheet.page.locator("#pane .plot svg").count()).toBeGreaterThan(0);
  });

  test("axe finds nothing in the page around the spreadsheet", async () => {
    expect(await violations(sheet.page, "body > header")).toEqual([]);
    expect(await violations(sheet.page, "#status")).toEqual([]);
    expect(await violations(sheet.page, "#pane")).toEqual([]);
  });

  test("the page has asked no other host and has nothing to complain of", () => {
    expect([sheet.requests, sheet.complaints]).toEqual([[], []]);
  });
});

describe("with files", () => {
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    ({ page, complaints } = await openSheet());
  });

  const saved = async (button: string) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
    return readFileSync(await download.path());
  };
  const open = async (name: string, buffer: Buffer) => {
    await page.setInputFiles("#file", { name, mimeType: "application/octet-stream", buffer });
    await expect.poll(() => page.locator("#status").textContent()).toContain(name.replace(/\.\w+$/, ""));
  };
  const active = () =>
    page.evaluate(() => {
      const sheet = (
        tryItSheet.getActiveWorkbook() as unknown as { getActiveSheet(): Sheet & { getSheetName(): string } }
      ).getActiveSheet();
      return { name: sheet.getSheetName(), values: sheet.getDataRange().getValues() };
    });

  test("saving as CSV gives the sheet's values in UTF-8 with its mark, Chinese included", async () => {
    const text = (await saved("#save-csv")).toString("utf8");
    expect(text.startsWith("\ufeff")).toBe(true);
    expect(text).toContain("lot 地块,start 起始价 亿元");
    expect(text.split("\n").find((line) => line.startsWith("3,"))).toContain("8.33,9.35,0.12861136999068");
    expect(text).toContain("39.9");
  });

  test("saving as .xlsx keeps every sheet, its formulas and their values", async () => {
    const book = read(await saved("#save-xlsx"), { type: "buffer" });
    expect(book.SheetNames.length).toBe(6);
    const cell = book.Sheets["Land auction 土拍"]?.I6;
    expect(cell?.f).toBe("HPI(B6:B20,C6:C20,D6:D20,E6:E20)");
    expect(cell?.v).toBeCloseTo(39.9, 9);
  });

  test("opening a CSV file adds a sheet: numbers as numbers, months and codes as text, in UTF-8 or GB18030", async () => {
    await open("mine.csv", Buffer.from("month,城市,yield\n2022-07,郑州,2.5%\n"));
    expect(await active()).toMatchObject({
      name: "mine",
      values: [
        ["month", "城市", "yield"],
        ["2022-07", "郑州", 0.025],
      ],
    });
    await open("gbk.csv", Buffer.from([0xd6, 0xa3, 0xd6, 0xdd, 0x2c, 0x31, 0x0a]));
    expect(await active()).toMatchObject({ name: "gbk", values: [["郑州", 1]] });
  });

  test("opening the saved .xlsx brings the formulas back to life; a broken file is named and nothing is added", async () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([[0.0237]]);
    sheet.B1 = { t: "n", f: "RENT_GAP(A1)", v: 0 };
    sheet["!ref"] = "A1:B1";
    utils.book_append_sheet(book, sheet, "live");
    await open("live.xlsx", write(book, { bookType: "xlsx", type: "buffer" }));
    await calculated(page);
    expect(Number((await active()).values[0]?.[1])).toBeCloseTo(13, 9);
    await page.setInputFiles("#file", {
      name: "bad.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from("PK\u0003\u0004 broken"),
    });
    await expect.poll(() => page.locator("#status").textContent()).toContain("bad.xlsx was not opened");
    expect(complaints).toEqual([]);
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
