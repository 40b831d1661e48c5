/** Sending a workbook to someone without the add-in, as people do it in the pane: Chromium, a stand-in for Excel. */
import { expect, test } from "vitest";
import { browsedSite, type Options } from "../addin-site.js";
import { violations } from "../axe.js";
import type { WatchedPage } from "../browser.js";
import type { Workbook } from "../freeze/workbook.js";
import { inWorkbook, openBesideExcel, select } from "./excel-pane.js";

const site = browsedSite();

/** Longer than a poll's one second: several tests share the machine. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 8_000 });

/** The pane with the section open and counted. */
async function openSending(options: Options = {}, theme?: string): Promise<WatchedPage> {
  const watched = await openBesideExcel(site, options, theme);
  await watched.page.locator("#send summary").click();
  await soon(() => watched.page.locator("#live-count").textContent()).toMatch(/7/);
  return watched;
}

const formulaOf = (page: WatchedPage["page"], cell: string) =>
  page.evaluate((at) => (window as unknown as { workbook: Workbook }).workbook.at(at).formula, cell);

test("Freeze says how much it took in and where the provenance is; Thaw puts it back and says what is other now", async () => {
  const { page, complaints, context } = await openSending();
  expect(await page.locator("#live-count").textContent()).toBe("7 formulas in 2 sheets");
  expect(await page.locator("#frozen-count").textContent()).toBe("nothing to thaw");
  await page.getByRole("button", { name: "Freeze" }).click();
  const outcome = page.locator(".outcome");
  await soon(() => outcome.textContent()).toContain("Froze 7 formulas in 2 sheets. The sheet “Soundings provenance”");
  expect(await outcome.locator("li").allTextContents()).toEqual(["Cities!B2 #N/A"]);
  await soon(() => page.locator("#frozen-count").textContent()).toBe("7 frozen formulas of 2 sheets");
  expect(await formulaOf(page, "Auction!F2")).toBe("");
  await inWorkbook(page, (workbook) => {
    workbook.enter("Auction!C4", 9);
    workbook.enter("Auction!F2", 70);
  });
  await page.getByRole("button", { name: "Thaw" }).click();
  await soon(() => outcome.textContent()).toContain("Put back 6 formulas.");
  expect(await outcome.locator("li").allTextContents()).toEqual([
    "Auction!J3 was 29.35, is now 29 (and 3 other cells of it; changed: Auction!C2:C6)",
    "Auction!F2 edited or moved since",
  ]);
  await soon(() => page.locator("#live-count").textContent()).toBe("6 formulas in 2 sheets");
  expect(complaints).toEqual([]);
  await context.close();
});

test("this sheet alone: the count follows the choice, and so does the freeze", async () => {
  const { page, context } = await openSending();
  await page.getByLabel("This sheet (Auction)").check();
  await soon(() => page.locator("#live-count").textContent()).toBe("4 formulas in 1 sheet");
  await page.getByRole("button", { name: "Freeze" }).click();
  await soon(() => page.locator(".outcome").textContent()).toContain("Froze 4 formulas in 1 sheet.");
  expect(await formulaOf(page, "Cities!B1")).toBe('=HPI_CITY("郑州")');
  await context.close();
});

test("a refusal is told with its reason, and nothing is frozen", async () => {
  const { page, context } = await openSending();
  await inWorkbook(page, (workbook) => {
    workbook.sheet("Cities").isProtected = true;
  });
  await page.getByRole("button", { name: "Freeze" }).click();
  await soon(() => page.locator(".outcome").textContent()).toBe("Nothing was frozen.Protected: Cities. Unprotect first.");
  expect(await formulaOf(page, "Auction!F2")).toBe("=HPI({10;20},{0;20})");
  expect(await violations(page)).toEqual([]);
  await context.close();
});

test("the keyboard alone freezes and thaws, and stays at its button", async () => {
  const { page, context } = await openSending();
  await page.focus("#send summary");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await soon(() => page.locator(".outcome").textContent()).toContain("Froze 7");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Freeze");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await soon(() => page.locator(".outcome").textContent()).toBe("Put back 7 formulas. The provenance sheet is gone.");
  await context.close();
});

test("whoever comes back from the cells sees them counted anew", async () => {
  const { page, context } = await openSending();
  await inWorkbook(page, (workbook) => workbook.enter("Cities!D1", "=RENT_GAP(0.02)"));
  await page.waitForTimeout(1100);
  await page.locator(".send .actions").hover();
  await page.mouse.move(0, 0);
  await page.locator(".send .actions").hover();
  await soon(() => page.locator("#live-count").textContent()).toBe("8 formulas in 2 sheets");
  await context.close();
});

test("Explain takes no text of the provenance sheet for a formula", async () => {
  const { page, context } = await openSending();
  await page.getByRole("button", { name: "Freeze" }).click();
  await soon(() => page.locator(".outcome").textContent()).toContain("Froze 7");
  await inWorkbook(page, (workbook) => workbook.enter("Cities!D1", "=RENT_GAP(0.02)"));
  await select(page, "Cities!D1");
  await soon(() => page.locator("#cell-name").textContent()).toContain("RENT_GAP");
  await select(page, "Soundings provenance!D8");
  await soon(() => page.locator("#cell-name").textContent()).not.toContain("RENT_GAP");
  expect(await page.locator("#cell-name").textContent()).not.toContain("HPI");
  await context.close();
});

test("a pane outside of Excel has no such section", async () => {
  const { page, context } = await site.open();
  await page.goto(`${site.url}taskpane.html`);
  await page.waitForSelector("body[data-ready]");
  expect(await page.locator("#send").isHidden()).toBe(true);
  await context.close();
});

const looks: [string, Options, string?][] = [
  ["light", {}],
  ["Excel's black theme", {}, "#262626"],
  ["Excel's dark grey theme", {}, "#666666"],
  ["320 px", { viewport: { width: 320, height: 700 } }],
  ["Chinese", { locale: "zh-CN" }],
  ["forced colours", { forcedColors: "active" }],
];
test.each(looks)("axe finds nothing and nothing is cut off before, frozen and thawed: %s", async (_, options, theme) => {
  const { page, complaints, context } = await openSending(options, theme);
  const sound = async () => {
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  };
  await sound();
  await page.locator(".send button").first().click();
  await page.waitForSelector(".outcome .good");
  await sound();
  await inWorkbook(page, (workbook) => workbook.enter("Auction!C4", 9));
  await page.locator(".send button").nth(1).click();
  await page.waitForSelector(".outcome li b");
  await sound();
  expect(complaints).toEqual([]);
  await context.close();
});
