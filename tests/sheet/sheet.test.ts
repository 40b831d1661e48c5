/** The try-it page: core's answers in the sheet's cells, spills, and errors that say why. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellExamples } from "../../addin/examples.js";
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

describe("the land auction", () => {
  test("=HPI(…) over the sample lots is 39.9, and HPI_PARTS spills its twelve lines below", async () => {
    const { page, requests, complaints, context } = await openSheet();
    const [[index], [band], [published]] = (await valuesOf(page, "I6:I8")) as [[Cell], [Cell], [Cell]];
    expect(index).toBe("39.9");
    expect([band, published]).toEqual(["low", "39.9"]);
    const parts = Object.fromEntries(await valuesOf(page, "H11:I22"));
    expect([parts["backstop deals"], parts["points lost to price cuts"], parts.HPI]).toEqual(["60.43", "4.45", "39.90"]);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a lot that fails costs its starting amount, as in core", async () => {
    const { page, context } = await openSheet();
    await setCell(page, "C7", "");
    await setCell(page, "L1", { f: "=HPI(B6:B20,C6:C20,D6:D20,E6:E20)" });
    const wanted = 39.9 - (100 * 3.28) / 105;
    expect(isClose((await valuesOf(page, "L1"))[0]?.[0], wanted, 1e-11)).toBe(true);
    await context.close();
  });

  test("an error cell says argument, position, seen and wanted below the sheet, in the page's language", async () => {
    const { page, context } = await openSheet("zh");
    await setCell(page, "C9", -4);
    await selectCell(page, "I6");
    expect(await valuesOf(page, "I6")).toEqual([["#NUM!"]]);
    await expect.poll(() => page.locator("#status").textContent()).toContain("I6: #NUM! HPI：参数 deal 第 4 项是 -4");
    await setCell(page, "C9", 10.15);
    await expect.poll(() => page.locator("#status").textContent()).toBe("I6: HPI: 房产保值力指数：一轮土拍的得分。");
    await context.close();
  });

  test("an argument left out between two others is left out, not 0", async () => {
    const { page, context } = await openSheet();
    await setCell(page, "L1", { f: "=HPI({10;20},{10;20},,{TRUE;FALSE})" });
    expect(isClose((await valuesOf(page, "L1"))[0]?.[0], (100 * 20) / 30, 1e-11)).toBe(true);
    await context.close();
  });
});

test("every example that a cell can show answers in the sheet as through cells.ts, and is ticked", async () => {
  const { page, complaints, context } = await openSheet();
  const rows = await page.evaluate(() => tryItSheet.getActiveWorkbook().getSheetBySheetId("examples").getDataRange().getValues());
  const examples = calls.filter(({ definition, example }) => cellExamples(definition).includes(example));
  const [headings, live, check] = [4, 3, 5];
  const firstRows = rows.flatMap(([fn], i) => (i >= headings && fn ? [i] : []));
  expect(firstRows.map((i) => rows[i]?.[0])).toEqual(examples.map(({ definition }) => definition.id));
  for (const [n, call] of examples.entries()) {
    const first = firstRows[n] ?? 0;
    const wanted = shown(call);
    const seen = wanted.map((cells, i) => cells.map((_, j) => rows[first + i]?.[live + j]));
    const agrees = wanted.every((cells, i) => cells.every((cell, j) => shows(seen[i]?.[j], cell)));
    expect(agrees ? [] : [call.name, seen, wanted]).toEqual([]);
    if (wanted.flat().length === 1) expect([call.name, rows[first]?.[check]]).toEqual([call.name, "✓"]);
  }
  expect(complaints).toEqual([]);
  await context.close();
});

test("axe finds nothing in the page around the spreadsheet", async () => {
  const { page, context } = await openSheet();
  expect(await violations(page, "body > header")).toEqual([]);
  expect(await violations(page, "#status")).toEqual([]);
  await context.close();
});
