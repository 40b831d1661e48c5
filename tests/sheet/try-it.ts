/** The try-it page as tests open and use it. Here: one page, its cells and its files. Not here: what to expect. */
import { readFileSync } from "node:fs";
import type { FrameLocator, Page } from "playwright-core";
import { expect } from "vitest";
import { CFB } from "xlsx";
import type { Host } from "../../addin/taskpane/host.js";
import { browsedSite, type Options } from "../addin-site.js";
import type { WatchedPage } from "../browser.js";

export type Cell = string | number | boolean | null;
interface Range {
  getValues(): Cell[][];
  getRawValues(): Cell[][];
  getFormula(): string;
  setValue(value: unknown): void;
  activate(): void;
  getA1Notation(): string;
  getCellRect(): DOMRect;
  getValidatorStatus(): Promise<string[][]>;
  setFontFamily(name: string): Range;
  setFontSize(points: number): Range;
  setFontWeight(weight: "bold"): Range;
  setFontStyle(style: "italic"): Range;
  setFontLine(line: "underline" | "line-through"): Range;
  setFontColor(color: string): Range;
  setBackground(color: string): Range;
  setHorizontalAlignment(at: "left" | "center"): Range;
  setVerticalAlignment(at: "top" | "middle" | "bottom"): Range;
  setWrap(isWrapped: boolean): Range;
  setBorder(where: "outside" | "all", style: number, color: string): Range;
  setNumberFormat(pattern: string): Range;
  merge(): Range;
  getCellStyleData(): Record<string, unknown> | null;
}
interface Sheet {
  getSheetName(): string;
  getSheetId(): string;
  getMaxRows(): number;
  getMaxColumns(): number;
  getRange(address: string): Range;
  getDataRange(): Range;
  getRowHeight(row: number): number;
  setRowHeights(row: number, rows: number, height: number): Sheet;
  getColumnWidth(column: number): number;
  setColumnWidths(column: number, columns: number, width: number): Sheet;
  getMergedRanges(): readonly Range[];
  activate(): void;
}
interface Workbook {
  getSheetBySheetId(id: string): Sheet;
  getSheetByName(name: string): Sheet;
  getActiveSheet(): Sheet;
  getSheets(): readonly Sheet[];
}
/** As much of Univer's programming interface as these tests use. */
export interface TryItSheet {
  getActiveWorkbook(): Workbook;
  undo(): Promise<unknown>;
  redo(): Promise<unknown>;
  getFormula(): { onCalculationResultApplied(): Promise<void> };
}
declare const tryItSheet: TryItSheet;

/** The try-it page of the site, for the tests of one file. */
export function tryItSite(): { readonly openSheet: (lang?: string, options?: Options) => Promise<WatchedPage> } {
  const site = browsedSite();
  return {
    openSheet: async (lang = "en", options = {}) => {
      const watched = await site.open({ viewport: { width: 1400, height: 900 }, ...options });
      // The page is 6 MB of script, and machines that run tests are shared.
      watched.page.setDefaultTimeout(90_000);
      await watched.page.goto(`${site.url}sheet/?lang=${lang}`);
      await watched.page.waitForFunction(() => "tryItSheet" in window);
      await calculated(watched.page);
      return watched;
    },
  };
}

export const calculated = (page: Page) => page.evaluate(() => tryItSheet.getFormula().onCalculationResultApplied());

/** The task pane in its frame. */
export const paneOf = (page: Page): FrameLocator => page.frameLocator("#pane");

/** What the host of the pane answers. The question is sent as its text: it knows nothing of what is around it. */
export function asked<T>(page: Page, question: (host: Host) => Promise<T>): Promise<T> {
  return page.evaluate(`(async () => (${question})(await window.soundingsHost))()`) as Promise<T>;
}

export const statusOf = (page: Page) => page.locator("#status").textContent();

/** The file that a button saves. */
export async function saved(page: Page, button: "#save-csv" | "#save-xlsx"): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  const file = readFileSync(await download.path());
  if (button === "#save-xlsx") expect(await brokenParts(page, file)).toEqual([]);
  return file;
}

/** Excel opens no workbook with a part that is not well-formed XML; the file library reads it all the same. */
function brokenParts(page: Page, file: Buffer): Promise<string[]> {
  const { FileIndex, FullPaths }: { FileIndex: { content: Uint8Array }[]; FullPaths: string[] } = CFB.read(file, {
    type: "buffer",
  });
  const parts = FullPaths.flatMap((path, i): [string, string][] =>
    /\.(xml|rels)$/.test(path) ? [[path, Buffer.from(FileIndex[i]?.content ?? []).toString("utf8")]] : [],
  );
  expect(parts.length).toBeGreaterThan(5);
  return page.evaluate(
    (all) =>
      all.flatMap(([path, xml]) => {
        const error = new DOMParser().parseFromString(xml, "application/xml").querySelector("parsererror");
        return error ? [`${path}: ${error.textContent}`] : [];
      }),
    parts,
  );
}

/** Opens a file and waits for what the page says of it. */
export async function openFile(page: Page, name: string, buffer: Buffer): Promise<string> {
  await page.locator("#status").evaluate((status) => {
    status.textContent = "";
  });
  await page.setInputFiles("#file", { name, mimeType: "application/octet-stream", buffer });
  await page.waitForFunction(() =>
    /^(Opened as|已打开为)|was not opened|^未能打开/.test(document.getElementById("status")?.textContent ?? ""),
  );
  return (await statusOf(page)) ?? "";
}
