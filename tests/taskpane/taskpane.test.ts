/** The task pane as people meet it: in a browser without Excel, in Excel (a stand-in for Office.js), by keyboard alone. */
import type { Page } from "playwright-core";
import { catalog, cite, findDefinition } from "soundings";
import { describe, expect, test } from "vitest";
import { utils, write } from "xlsx";
import { withNotebooks } from "../../addin/pane-page.js";
import { browsedSite, type Options } from "../addin-site.js";
import { violations } from "../axe.js";
import type { WatchedPage } from "../browser.js";

const site = browsedSite();
const hpi = findDefinition("HPI") ?? expect.fail("no HPI");

/** The pane at an address, in English unless told otherwise; `office` replaces Office.js, false removes it. */
async function openPane(hash = "", options: Options = {}, office?: string | false): Promise<WatchedPage> {
  const watched = await site.open({ locale: "en-GB", ...options });
  if (office !== undefined) {
    await watched.page.route("**/office-js/office.js", (route) =>
      office === false ? route.abort() : route.fulfill({ contentType: "text/javascript", body: office }),
    );
  }
  await watched.page.goto(`${site.url}taskpane.html${hash}`);
  await watched.page.waitForSelector("body[data-ready]");
  return watched;
}

/** As much of Office.js as the pane uses: a Chinese Excel in its black theme with one cell selected. */
const excel = (cell: string) => `
  history.pushState = history.replaceState = null;
  window.CustomFunctions = { associate() {} };
  window.Office = {
    HostType: { Excel: "Excel" },
    context: { displayLanguage: "zh-CN", officeTheme: { bodyBackgroundColor: "#262626", bodyForegroundColor: "#ffffff" }, requirements: { isSetSupported: () => true },
      ui: {
        displayDialogAsync(address, size, answer) {
          window.dialogs = [...(window.dialogs ?? []), address];
          if (window.dialogFails) answer({ status: "failed" });
          else answer({ status: "succeeded", value: { close() { window.closedDialog = address; }, addEventHandler() {} } });
        },
      },
    },
    AsyncResultStatus: { Failed: "failed" },
    EventType: { DialogEventReceived: "dialogEventReceived" },
    onReady: async () => ({ host: "Excel" }),
  };
  window.cell = { address: "Sheet1!B2", formulas: [[${JSON.stringify(cell)}]], values: [[""]], load() {} };
  // Rows and columns are counted from the range's own corner.
  const range = (address, values, rowCount = values.length) => ({
    address, values, isNullObject: false, load() {}, untrack() {},
    rowIndex: 0, columnIndex: 0, rowCount, columnCount: values[0].length,
    getIntersectionOrNullObject: () => ({ ...range(address, values) }),
    worksheet: { getUsedRange() {}, getRangeByIndexes: (row, _, rows) => range("", values.slice(row, row + rows)) },
  });
  window.select = (...given) => { window.selected = range(...given); };
  const sheet = { getRange: (address) => range(address, { "A1:A2": [[10], [20]], "B1:B2": [[0], [20]] }[address] ?? [[39.9]]) };
  const addSheet = (name) => {
    const added = { name, cells: {}, validations: {}, charts: [] };
    window.added = added;
    const cell = (key) => {
      const made = { format: { font: {}, fill: {} }, dataValidation: {}, select() { added.selected = key; } };
      return (added.cells[key] ??= made);
    };
    return {
      getRangeByIndexes: (row, column) => cell(row + "," + column),
      getRange: (address) => cell(address),
      charts: { add: (kind, source) => { const chart = { kind, title: {}, legend: {}, setPosition() {} }; added.charts.push(chart); return chart; } },
      activate() {},
      delete() { added.deleted = true; },
    };
  };
  window.selected = range("Sheet1!A1:A2", [[10], [20]]);
  const workbook = {
    getActiveCell: () => window.cell,
    getSelectedRange: () => { if (!window.selected) throw new Error("The current selection is invalid for this action."); return window.selected; },
    worksheets: { getActiveWorksheet: () => sheet, getItem: () => sheet, onCalculated: { add: (calculated) => (window.calculated = calculated) }, items: [{ name: "城市卡 City card" }], load() {}, add: addSheet },
    onSelectionChanged: { add: (changed) => (window.selectionChanged = changed) },
  };
  const application = { calculate: (kind) => { if (window.isEditing) throw new Error("InvalidOperationInCellEditMode"); window.calculations = [...(window.calculations ?? []), kind]; } };
  window.Excel = {
    run: async (...given) => {
      window.runOptions = given.length > 1 ? given[0] : undefined;
      return given.at(-1)({ workbook, application, sync: async () => {} });
    },
  };
`;

/** Complaints but for one that is wanted: the page's policy keeps Office.js from opening Microsoft's telemetry frame. */
const ownFaults = (complaints: string[]) =>
  complaints.filter((text) => !/telemetryservice\.\S+ violates the following Content Security Policy/.test(text));

const linkNames = (page: Page) => page.locator("#list a code").allTextContents();

/** Goes to a function by its address and waits until it shows. */
async function show(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, id);
  await page.waitForFunction((name) => document.querySelector("#function-name")?.textContent === name, id);
}

describe("outside Excel", () => {
  test("the pane lists every function of the catalogue, says that it is read-only, and asks no other host", async () => {
    const { page, requests, complaints, context } = await openPane();
    expect((await linkNames(page)).toSorted()).toEqual(catalog.map((d) => d.id).toSorted());
    expect(await page.locator("#outside").textContent()).toContain("Outside Excel");
    expect(await page.locator("#outside a").getAttribute("href")).toBe("sheet/?lang=en");
    expect(await page.evaluate(() => typeof history.pushState)).toBe("function");
    expect(requests).toEqual([]);
    expect(ownFaults(complaints)).toEqual([]);
    await context.close();
  });

  test("the pane works when office.js cannot load", async () => {
    const { page, complaints, context } = await openPane("#HPI", {}, false);
    expect(await page.locator("#list a").count()).toBe(catalog.length);
    expect(await page.locator(".calculator output").textContent()).toContain("39.9");
    expect(complaints.filter((text) => !text.includes("Failed to load resource"))).toEqual([]);
    await context.close();
  });

  test("searching for 保值力 finds HPI; for words that nothing has, the pane says so", async () => {
    const { page, context } = await openPane();
    await page.fill("#search", "保值力");
    expect((await linkNames(page))[0]).toBe("HPI");
    expect(await page.locator("#found").textContent()).toMatch(/^\d+ of \d+ functions$/);
    await page.fill("#search", "zzzz");
    expect(await page.locator("#list").textContent()).toContain("No function has these words");
    await context.close();
  });

  test("a chosen function shows its arguments, examples with their answers, errors and source", async () => {
    const { page, context } = await openPane("#HPI");
    const text = (await page.locator("#content").textContent()) ?? "";
    for (const p of hpi.params) expect(text).toContain(p.help.en);
    for (const note of hpi.notes) expect(text).toContain(note.en);
    expect(text).toContain(cite(hpi.source).en);
    expect(text).toContain("start is not a finite number above 0");
    const answers = await page.locator(".examples .answer").allTextContents();
    expect(answers.length).toBe(hpi.examples.length);
    expect(answers[1]).toBe("66.6666666667");
    expect(answers.some((answer) => answer.startsWith("#VALUE! HPI: deal has 2 rows"))).toBe(true);
    await context.close();
  });

  test("every function of the catalogue shows without a complaint, in both languages", async () => {
    const { page, complaints, context } = await openPane();
    for (const language of ["English", "中文"]) {
      await page.getByRole("button", { name: language }).click();
      for (const { id } of catalog) {
        await show(page, id);
        expect(await page.locator(".calculator output .answer, .calculator output .spill").count()).toBeGreaterThan(0);
      }
    }
    expect(ownFaults(complaints)).toEqual([]);
    await context.close();
  });

  test("the calculator answers as core does, in parts, and says why it cannot", async () => {
    const { page, context } = await openPane("#HPI");
    await page.fill("textarea[name=start]", "10\n20\n");
    await page.fill("textarea[name=deal]", "\n20");
    for (const name of ["cut", "backstop"]) await page.fill(`textarea[name=${name}]`, "");
    const output = page.locator(".calculator output");
    await expect.poll(() => output.locator(".answer").textContent()).toBe("66.6666666667");
    expect(await output.textContent()).toContain("HPI_PARTS");
    expect(await output.locator("td").allTextContents()).toContain("33.3333333333");
    expect(await page.locator(".calculator .cell-formula").textContent()).toBe("=HPI({10;20},{0;20})");
    await page.fill("textarea[name=start]", "10\n-2");
    await expect.poll(() => output.textContent()).toBe("#NUM! HPI: start, item 2, is -2; expected a finite number above 0");
    await context.close();
  });

  test("the copy button puts the formula on the clipboard and says so", async () => {
    const { page, context } = await openPane("#HPI_BAND", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator(".examples button").first().click();
    await expect.poll(() => page.locator("#status").textContent()).toContain("Copied =HPI_BAND(39.9)");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("=HPI_BAND(39.9)");
    await context.close();
  });

  test("the footer leads to the help page, in another tab", async () => {
    const { page, context } = await openPane();
    const link = page.getByRole("link", { name: "Something wrong?" });
    expect(await link.evaluate((a: HTMLAnchorElement) => [a.href, a.target, a.rel])).toEqual([
      new URL("../help/", site.url).href,
      "_blank",
      "noopener",
    ]);
    await page.getByRole("button", { name: "中文" }).click();
    expect(await page.getByRole("link", { name: "遇到问题？" }).count()).toBe(1);
    await context.close();
  });

  test("中文 turns the whole pane Chinese, and a Chinese browser starts so", async () => {
    const { page, context } = await openPane("#HPI", { locale: "zh-CN" });
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(await page.locator(".lead").textContent()).toBe(hpi.summary.zh);
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.locator(".lead").textContent()).toBe(hpi.summary.en);
    await context.close();
  });
});

describe("in Excel", () => {
  test("the pane takes Excel's language and theme and gives history back to the page", async () => {
    const { page, context } = await openPane("#HPI", {}, excel(""));
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(await page.locator("html").getAttribute("data-palette")).toBe("dark");
    expect(await page.locator("#outside").isHidden()).toBe(true);
    expect(await page.evaluate(() => typeof history.pushState)).toBe("function");
    await context.close();
  });

  test("the insert button writes the example into the selected cell", async () => {
    const { page, context } = await openPane("#HPI_BAND", {}, excel(""));
    await page.locator(".examples button").first().click();
    await expect.poll(() => page.locator("#status").textContent()).toBe("已写入 Sheet1!B2。");
    expect(await page.evaluate(() => (window as unknown as { cell: { formulas: string[][] } }).cell.formulas)).toEqual([
      ["=HPI_BAND(39.9)"],
    ]);
    await context.close();
  });

  test("the insert button leaves a cell that holds something as it is", async () => {
    const { page, context } = await openPane("#HPI_BAND", {}, excel("mine"));
    await page.locator(".examples button").first().click();
    await expect.poll(() => page.locator("#status").textContent()).toContain("不是空单元格");
    expect(await page.evaluate(() => (window as unknown as { cell: { formulas: string[][] } }).cell.formulas)).toEqual([
      ["mine"],
    ]);
    await context.close();
  });
});

describe("in a deployment with a prefix", () => {
  test("signature, examples, calculator, copy and insert spell it; the list does not", async () => {
    const { page, context } = await openPane("?lang=en&prefix=ABC#HPI_BAND", {}, excel(""));
    expect(await page.locator(".call").textContent()).toMatch(/^=ABC\.HPI_BAND\(score/);
    expect(await page.locator(".examples .cell-formula").first().textContent()).toBe("=ABC.HPI_BAND(39.9)");
    expect(await page.locator(".calculator .cell-formula").textContent()).toMatch(/^=ABC\.HPI_BAND\(/);
    await page.locator(".examples button").first().click();
    await expect.poll(() => page.locator("#status").textContent()).toBe("Written into Sheet1!B2.");
    expect(await page.evaluate(() => (window as unknown as { cell: { formulas: string[][] } }).cell.formulas)).toEqual([
      ["=ABC.HPI_BAND(39.9)"],
    ]);
    expect((await linkNames(page)).some((name) => name.includes("ABC"))).toBe(false);
    await context.close();
  });

  test("a template's formulas and the texts beside them spell it", async () => {
    const { page, context } = await openPane("?lang=en&prefix=ABC", {}, excel(""));
    await page.locator("#templates summary").click();
    await page.selectOption("#template", "city");
    await page.getByRole("button", { name: "Insert sheet" }).click();
    await expect.poll(() => page.locator("#status").textContent()).toContain("City card");
    const cells = await page.evaluate(() => {
      const { added } = window as unknown as { added: { cells: Record<string, { formulas: unknown; values: unknown }> } };
      return [added.cells["13,1"]?.formulas, added.cells["13,2"]?.values];
    });
    expect(cells).toEqual([[["=ABC.HPI_CITY($B$6)"]], [["=ABC.HPI_CITY($B$6)"]]]);
    await context.close();
  });
});

describe("a cell explained, in Excel", () => {
  test("the selected cell's formula is explained with its own numbers, and the pane follows the selection", async () => {
    const { page, complaints, context } = await openPane("?lang=en", {}, excel("=IF(A1>0,HPI(A1:A2,B1:B2))"));
    await expect.poll(() => page.locator(".explain .steps li strong").last().textContent()).toBe("= 66.67");
    expect(await page.locator("#cell-name").textContent()).toBe("This cell: B2 · HPI");
    expect(await page.locator(".threshold").textContent()).toContain("HPI > 70 (3.34 points more; 1 of market deals) → high");
    await expect.poll(() => page.locator(".plot svg").count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => {
      const there = window as unknown as { cell: { formulas: string[][] }; selectionChanged(): void };
      there.cell.formulas = [["=SUM(A1:A2)"]];
      there.selectionChanged();
    });
    await expect.poll(() => page.locator("#cell-name").textContent()).toBe("This cell: B2");
    expect(await page.locator("#cell > details").getAttribute("open")).toBe(null);
    await page.locator("#cell > details > summary").click();
    await expect.poll(() => page.locator("#explanation").textContent()).toContain("Select a cell with one of these functions");
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("it opens by itself for a cell with one of our functions, until someone shuts it, which is remembered", async () => {
    const { page, context } = await openPane("?lang=en", {}, excel("=RENT_GAP(0.0237)"));
    const isOpen = () => page.locator("#cell > details").evaluate((details: HTMLDetailsElement) => details.open);
    const summary = page.locator("#cell > details > summary");
    const select = (formula: string) =>
      page.evaluate((text) => {
        const there = window as unknown as { cell: { formulas: string[][] }; selectionChanged(): void };
        there.cell.formulas = [[text]];
        there.selectionChanged();
      }, formula);
    const name = () => page.locator("#cell-name").textContent();
    await expect.poll(isOpen).toBe(true);
    await summary.click();
    await select("=RENT_GAP(0.02)+1");
    await select("=HPI_BAND(40)");
    await expect.poll(name).toBe("This cell: B2 · HPI_BAND");
    expect(await isOpen()).toBe(false);
    await page.reload();
    await page.waitForSelector("body[data-ready]");
    await expect.poll(name).toBe("This cell: B2 · RENT_GAP");
    expect(await isOpen()).toBe(false);
    await summary.click();
    await expect.poll(() => page.locator(".explain .steps").count()).toBe(1);
    await page.reload();
    await expect.poll(isOpen).toBe(true);
    await context.close();
  });

  test("a calculation renews the explanation, and leaves what is unfolded in it when nothing changed", async () => {
    const { page, context } = await openPane("?lang=en", {}, excel("=RENT_GAP(B9)"));
    const read = page.locator("#explanation details").first();
    await read.locator("summary").click();
    await page.evaluate(() => (window as unknown as { calculated(): void }).calculated());
    expect(await read.getAttribute("open")).toBe("");
    await page.evaluate(() => {
      const there = window as unknown as { cell: { formulas: string[][] }; calculated(): void };
      there.cell.formulas = [["=RENT_GAP(0.0237)"]];
      there.calculated();
    });
    await expect.poll(() => page.locator(".explain .steps li strong").last().textContent()).toBe("= 13");
    await context.close();
  });

  test("a pane without a chart loads no plotly", async () => {
    const { page, context } = await openPane("?lang=en", {}, excel("=RENT_GAP(A9)"));
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    await expect.poll(() => page.locator(".explain .error").count()).toBe(1);
    expect(loaded.filter((url) => url.includes("plotly"))).toEqual([]);
    await context.close();
  });

  test("an argument taken from the selection is a reference in the formula until it is typed over", async () => {
    const { page, context } = await openPane("?lang=en#HPI", {}, excel(""));
    for (const name of ["cut", "backstop"]) await page.fill(`textarea[name=${name}]`, "");
    await page.getByRole("button", { name: "From the selection: start" }).click();
    await page.getByRole("button", { name: "From the selection: deal" }).click();
    const formula = page.locator(".calculator .cell-formula");
    await expect.poll(() => formula.textContent()).toBe("=HPI(Sheet1!A1:A2,Sheet1!A1:A2)");
    expect(await page.locator(".calculator output .answer").textContent()).toBe("100");
    await page.fill("textarea[name=deal]", "10\n0");
    await expect.poll(() => formula.textContent()).toBe("=HPI(Sheet1!A1:A2,{10;0})");
    await context.close();
  });

  test("a cell that cannot be read is said to be so, in place of what was explained before", async () => {
    const { page, complaints, context } = await openPane("?lang=en", {}, excel("=RENT_GAP(0.0237)"));
    await expect.poll(() => page.locator(".explain .steps").count()).toBe(1);
    await page.evaluate(() => {
      const there = window as unknown as { cell: { load(): void }; selectionChanged(): void };
      there.cell.load = () => {
        throw new Error("InvalidOperationInCellEditMode");
      };
      there.selectionChanged();
    });
    await expect
      .poll(() => page.locator("#explanation").textContent())
      .toBe("This cell could not be read: InvalidOperationInCellEditMode");
    expect(await page.locator("#cell-name").textContent()).toBe("Explain this cell");
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("arguments from the selection, in Excel", () => {
  /** Selects cells of the stand-in; without values what is no range. */
  const select = (page: Page, address: string, values?: unknown[][], rows?: number) =>
    page.evaluate(
      ([at, cells, count]) => {
        const there = window as unknown as { select(...given: unknown[]): void; selected?: unknown };
        if (cells === undefined) there.selected = undefined;
        else there.select(at, cells, count);
      },
      [address, values, rows] as const,
    );
  const take = (page: Page, name: string) => page.getByRole("button", { name: `From the selection: ${name}` }).click();
  const formula = (page: Page) => page.locator(".calculator .cell-formula").textContent();
  const answer = (page: Page) => page.locator(".calculator output .answer").first().textContent();

  test("of a whole column the used part is read, its first rows are shown, and the answer is of all", async () => {
    const { page, context } = await openPane("?lang=en#HPI", {}, excel(""));
    const rows = Array.from({ length: 20_000 }, (_, i) => [i < 10_000 ? 10 : 30]);
    await select(page, "Sheet1!A:A", rows, 1_048_576);
    const started = Date.now();
    await take(page, "start");
    await select(
      page,
      "Sheet1!B:B",
      rows.map(([start = 0], i) => [i < 10_000 ? start : 0]),
      1_048_576,
    );
    await take(page, "deal");
    await page.fill("textarea[name=cut]", "");
    await page.fill("textarea[name=backstop]", "");
    await expect.poll(() => formula(page)).toBe("=HPI(Sheet1!A:A,Sheet1!B:B)");
    expect(await answer(page)).toBe("25");
    expect(Date.now() - started).toBeLessThan(10_000);
    const field = page.locator("textarea[name=start]");
    expect(await field.inputValue()).toBe("10\n10\n10\n10\n10\n…");
    expect(await field.getAttribute("readonly")).toBe("");
    expect(await page.locator("#picked-start").textContent()).toBe(
      "Sheet1!A:A · 20,000 rows · the first 5 are shown, all count Type instead",
    );
    expect(await violations(page)).toEqual([]);
    await page.locator("#picked-start button").click();
    expect([await field.inputValue(), await field.getAttribute("readonly")]).toEqual(["", null]);
    await expect.poll(() => formula(page)).toBe("=HPI(,Sheet1!B:B)");
    await context.close();
  });

  test("a date cell is the month that the cell's own call would read", async () => {
    const { page, context } = await openPane("?lang=en#BOTTOM_CARD", {}, excel(""));
    await select(page, "Sheet1!B1", [[45901]]);
    await take(page, "as_of");
    await expect.poll(() => formula(page)).toContain("=BOTTOM_CARD(Sheet1!B1,");
    expect(await page.locator("input[name=as_of]").inputValue()).toBe("2025-09");
    expect(await page.locator(".calculator output .error").count()).toBe(0);
    await context.close();
  });

  test("choices, yes and no refer to a cell too, until another is chosen", async () => {
    const { page, context } = await openPane("?lang=en#DEFAULT_STATE", {}, excel(""));
    await select(page, "Sheet1!C4", [[false]]);
    await take(page, "income_ok");
    await expect.poll(() => formula(page)).toContain(",Sheet1!C4");
    expect(await page.locator("select[name=income_ok] option:checked").textContent()).toBe("FALSE");
    await page.selectOption("select[name=income_ok]", "TRUE");
    await expect.poll(() => formula(page)).toContain(",TRUE");
    await show(page, "HPI_BAND");
    await select(page, "Sheet1!C5", [["zh"]]);
    await take(page, "lang");
    await expect.poll(() => formula(page)).toMatch(/,Sheet1!C5\)$/);
    expect(await answer(page)).toMatch(/[\u4e00-\u9fff]/);
    await context.close();
  });

  test("several cells for one, several areas: the pane says what is wrong", async () => {
    const { page, complaints, context } = await openPane("?lang=en#RENT_GAP", {}, excel(""));
    await select(page, "Sheet1!A1:A2", [[0.02], [0.03]]);
    await take(page, "gross_yield");
    await expect.poll(() => answer(page)).toContain("is a range of 2 × 1 cells");
    await select(page, "");
    await take(page, "gross_yield");
    await expect
      .poll(() => page.locator("#status").textContent())
      .toBe("The selection was not read: The current selection is invalid for this action. Select one range of cells.");
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a table fills all arguments by its headings, and the pane shows which column went where", async () => {
    const { page, context } = await openPane("?lang=en#HPI", {}, excel(""));
    const table = [
      ["地块", "成交价（亿元）", "起始价（亿元）"],
      ["A", 10, 10],
      ["B", 0, 10],
    ];
    await select(page, "'土拍 1'!A1:C3", table);
    await page.getByRole("button", { name: "Fill all arguments from the selection" }).click();
    await expect.poll(() => formula(page)).toBe("=HPI('土拍 1'!C2:C3,'土拍 1'!B2:B3)");
    expect(await answer(page)).toBe("50");
    expect(await page.locator(".filled li").allTextContents()).toEqual([
      "start ← '土拍 1'!C2:C3 起始价（亿元）",
      "deal ← '土拍 1'!B2:B3 成交价（亿元）",
    ]);
    expect(await page.locator(".filled p").allTextContents()).toEqual([
      "By the headings:",
      "Not used: '土拍 1'!A2:A3 地块",
      "Left blank: cut, backstop, mode",
    ]);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});

describe("numbers with their card, in Excel", () => {
  const box = (page: Page) => page.getByLabel("Numbers carry their card");
  const kept = (page: Page) => page.evaluate(() => localStorage.getItem("soundings.cards"));
  const calculations = (page: Page) => page.evaluate(() => (window as unknown as { calculations?: string[] }).calculations);

  test("the switch is off at first; on and off again, it is kept and everything is calculated anew", async () => {
    const { page, complaints, context } = await openPane("?lang=en", {}, excel(""));
    await page.locator("#cards summary").click();
    expect(await box(page).isChecked()).toBe(false);
    await box(page).check();
    await expect.poll(() => page.locator("#status").textContent()).toContain("Numbers carry their card from now on");
    expect([await kept(page), await calculations(page)]).toEqual(["on", ["Full"]]);
    await page.getByRole("button", { name: "中文" }).click();
    expect(await page.getByLabel("数值附带卡片").isChecked()).toBe(true);
    await page.getByRole("button", { name: "English" }).click();
    // What was open stays open in another language.
    await box(page).uncheck();
    await expect.poll(() => calculations(page)).toEqual(["Full", "Full"]);
    expect(await kept(page)).toBe(null);
    expect(await violations(page, "#cards")).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("while Excel will not calculate, the pane says so and which keys do", async () => {
    const { page, context } = await openPane("?lang=en", {}, excel(""));
    await page.locator("#cards summary").click();
    await page.evaluate(() => Object.assign(window, { isEditing: true }));
    await box(page).check();
    await expect.poll(() => page.locator("#status").textContent()).toContain("InvalidOperationInCellEditMode Press Ctrl+Alt+F9");
    expect(await kept(page)).toBe("on");
    await context.close();
  });

  test("an Excel without data types from functions has no switch, and neither has a browser", async () => {
    const older = excel("").replace("isSetSupported: () => true", 'isSetSupported: (set) => set !== "CustomFunctionsRuntime"');
    for (const office of [older, undefined]) {
      const { page, context } = await openPane("?lang=en", {}, office);
      expect(await page.locator("#cards-on").count()).toBe(0);
      await context.close();
    }
  });
});

describe("a template, in Excel", () => {
  test("inserting the city card adds a sheet of its own name with inputs, formulas, validation and a chart, as one undo", async () => {
    const { page, complaints, context } = await openPane("?lang=zh", {}, excel(""));
    await page.locator("#templates summary").click();
    await page.selectOption("#template", "city");
    await page.getByRole("button", { name: "插入工作表" }).click();
    await expect.poll(() => page.locator("#status").textContent()).toContain("城市卡 City card 2");
    const { added, options } = await page.evaluate(() => {
      const there = window as unknown as { added: unknown; runOptions: unknown };
      return { added: JSON.parse(JSON.stringify(there.added)), options: there.runOptions };
    });
    expect(options).toEqual({ mergeUndoGroup: true });
    expect(added.cells["5,1"].values).toEqual([["郑州"]]);
    expect(added.cells["13,1"].formulas).toEqual([["=HPI_CITY($B$6)"]]);
    expect(added.cells["13,2"]).toMatchObject({ numberFormat: [["@"]], values: [["=HPI_CITY($B$6)"]] });
    expect(added.cells.B7.dataValidation.rule).toEqual({ decimal: { formula1: 0, operator: "GreaterThan" } });
    expect(added.charts).toMatchObject([{ kind: "ColumnClustered", title: { text: "锚的区间" } }]);
    expect([added.selected, complaints]).toEqual(["B14", []]);
    await context.close();
  });
});

describe("a file, in Excel", () => {
  const csv = (text: string, name = "round 3.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

  /** The sheet that was added, and how Excel was asked. */
  const inserted = (page: Page) =>
    page.evaluate(() => {
      const there = window as unknown as { added: unknown; runOptions: unknown };
      return { added: JSON.parse(JSON.stringify(there.added)), options: there.runOptions };
    });

  test("inserting a CSV adds a sheet: texts as texts, headings in bold, provenance beside the cells, one undo", async () => {
    const { page, complaints, context } = await openPane("?lang=en", {}, excel(""));
    await page.locator("#import summary").click();
    await page.setInputFiles("#import-file", csv("month,yield\n2022-07,2.5%\n2022-08,\n"));
    await expect.poll(() => page.locator("#import").textContent()).toContain("3 rows × 2 columns");
    expect(await page.locator("#import td").allTextContents()).toEqual(["2022-07", "2.5%", "2022-08", ""]);
    await page.getByRole("button", { name: "Insert as a new sheet" }).click();
    await expect.poll(() => page.locator("#status").textContent()).toContain("“round 3” is in the workbook");
    const { added, options } = await inserted(page);
    expect(options).toEqual({ mergeUndoGroup: true });
    expect(added.cells["0,0"]).toMatchObject({
      numberFormat: [
        ["@", "@"],
        ["@", "0.0%"],
        ["@", null],
      ],
      values: [
        ["month", "yield"],
        ["2022-07", 0.025],
        ["2022-08", null],
      ],
      format: { font: { bold: true } },
    });
    expect(added.cells["0,3"].values).toEqual([
      ["imported from", "round 3.csv"],
      ["SHA-256", expect.stringMatching(/^[0-9a-f]{64}$/)],
      ["imported at", expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)],
    ]);
    expect([added.deleted, complaints]).toEqual([undefined, []]);
    await context.close();
  });

  test("of a workbook a sheet and a range are chosen; its number formats come with it", async () => {
    const { page, context } = await openPane("?lang=en", {}, excel(""));
    const book = utils.book_new();
    const second = utils.aoa_to_sheet([["x"], ["when", "rate"], [44743, 0.025]], {});
    second.A3.z = "yyyy-mm-dd";
    utils.book_append_sheet(book, utils.aoa_to_sheet([["first"]]), "one");
    utils.book_append_sheet(book, second, "two");
    await page.locator("#import summary").click();
    const buffer = write(book, { type: "buffer", bookType: "xlsx" });
    await page.setInputFiles("#import-file", { ...csv("", "book.xlsx"), buffer });
    await page.selectOption("#import-sheet", { label: "two" });
    await page.fill("#import-range", "D1");
    expect(await page.locator("#import").textContent()).toContain("“D1” has no cells of this sheet");
    const insert = page.getByRole("button", { name: "Insert as a new sheet" });
    expect(await insert.isDisabled()).toBe(true);
    await page.fill("#import-range", "a2:b3");
    expect(await page.locator("#import td").allTextContents()).toEqual(["2022-07-01", "0.025"]);
    await insert.click();
    await expect.poll(() => page.locator("#status").textContent()).toContain("“two” is in the workbook");
    const { added } = await inserted(page);
    expect(added.cells["0,0"].numberFormat).toEqual([
      ["@", "@"],
      ["yyyy-mm-dd", null],
    ]);
    expect(added.cells["0,3"].values[1]).toEqual(["sheet, range", "two · A2:B3"]);
    await context.close();
  });

  test("a file that is no workbook, or has no cells, is refused in the language of the pane", async () => {
    const { page, context } = await openPane("?lang=zh", {}, excel(""));
    await page.locator("#import summary").click();
    const message = () => page.locator("#import .error").textContent();
    await page.setInputFiles("#import-file", csv("a,b\n1,2\n", "bad.xlsx"));
    await expect.poll(message).toBe("未能打开 bad.xlsx：内容不是工作簿；文本文件请以 .csv 或 .txt 命名");
    await page.setInputFiles("#import-file", csv(" \n,\n", "空.csv"));
    await expect.poll(message).toBe("未能打开 空.csv：文件中没有单元格");
    await context.close();
  });

  test("what cannot go in is named and nothing is added: a broken file, too many cells; a refusal of Excel's takes the sheet away", async () => {
    const { page, context } = await openPane("?lang=en", {}, excel(""));
    await page.locator("#import summary").click();
    const message = () => page.locator("#import .error").textContent();
    await page.setInputFiles("#import-file", csv("PK\u0003\u0004 broken", "bad.xlsx"));
    await expect.poll(message).toContain("bad.xlsx was not opened");
    await page.setInputFiles("#import-file", csv(`a,b,c,d,e,f\n${"1,1,1,1,1,1\n".repeat(90_000)}`));
    await expect.poll(message).toContain("540,006 cells; at most 500,000 go in at once");
    await page.setInputFiles("#import-file", csv("a\n1\n"));
    await page.evaluate(() => {
      const there = window as unknown as { Excel: { run(...given: unknown[]): Promise<unknown> } };
      const { run } = there.Excel;
      let synced = 0;
      there.Excel.run = (...given) =>
        run(...given.slice(0, -1), (context: object) =>
          (given.at(-1) as (context: object) => unknown)({
            ...context,
            sync: async () => {
              if (++synced === 2) throw new Error("RequestPayloadSizeLimitExceeded");
            },
          }),
        );
    });
    await page.getByRole("button", { name: "Insert as a new sheet" }).click();
    await expect.poll(() => page.locator("#status").textContent()).toBe("Not written: RequestPayloadSizeLimitExceeded");
    expect((await inserted(page)).added.deleted).toBe(true);
    await context.close();
  });

  test("the chosen file stays when the language changes", async () => {
    const { page, context } = await openPane("?lang=en", {}, excel(""));
    await page.locator("#import summary").click();
    await page.setInputFiles("#import-file", csv("a,b\n1,2\n"));
    await expect.poll(() => page.locator("#import").textContent()).toContain("2 rows × 2 columns");
    await page.getByRole("button", { name: "中文" }).click();
    expect(await page.locator("#import").textContent()).toContain("2 行 × 2 列");
    await context.close();
  });

  const looks: [string, Options, string][] = [
    ["light, 320 px", { viewport: { width: 320, height: 700 } }, excel("").replace("#262626", "#ffffff")],
    ["black", {}, excel("")],
    ["dark grey", {}, excel("").replace("#262626", "#666666")],
    ["forced colours", { forcedColors: "active" }, excel("").replace("#262626", "#ffffff")],
  ];
  test.each(looks)("axe finds nothing while a file is chosen, and nothing is cut off: %s", async (_, options, office) => {
    const { page, context } = await openPane("", options, office);
    for (const tool of ["#templates", "#import"]) await page.locator(`${tool} summary`).click();
    const wide = Array.from({ length: 9 }, (__, i) => `a rather long heading ${i}`).join();
    await page.setInputFiles("#import-file", csv(`${wide}\n1,2,3\n`));
    await page.locator("#import table").waitFor();
    expect(await violations(page)).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
    await context.close();
  });
});

describe("notebook pages", () => {
  const list = [{ href: "01-hpi.html", title: { en: "Do auctions tell?", zh: "土拍能看出吗？" } }];

  /** A pane that was built with a list of pages. */
  async function openListed(office?: string, body = JSON.stringify(list)): Promise<WatchedPage> {
    const watched = await site.open({ locale: "en-GB" });
    const { page } = watched;
    const html = withNotebooks(await (await fetch(`${site.url}taskpane.html`)).text(), "notebooks.json");
    await page.route("**/taskpane.html*", (route) => route.fulfill({ contentType: "text/html", body: html }));
    await page.route("**/notebooks.json", (route) => route.fulfill({ contentType: "application/json", body }));
    if (office) {
      await page.route("**/office-js/office.js", (route) => route.fulfill({ contentType: "text/javascript", body: office }));
    }
    await page.goto(`${site.url}taskpane.html?lang=en`);
    await page.waitForSelector("body[data-ready]");
    return watched;
  }

  test("a browser lists them by title and opens one in another tab", async () => {
    const { page, complaints, context } = await openListed();
    await page.locator("#notebooks summary").click();
    const link = page.getByRole("link", { name: "Do auctions tell?" });
    expect(await link.getAttribute("href")).toBe(`${site.url}01-hpi.html`);
    expect([await link.getAttribute("target"), await link.getAttribute("rel")]).toEqual(["_blank", "noopener"]);
    expect(await violations(page)).toEqual([]);
    expect(ownFaults(complaints)).toEqual([]);
    await context.close();
  });

  test("Excel opens one in a window of its own, the next in its place, and the browser where Excel does not", async () => {
    const { page, context } = await openListed(excel(""));
    await page.getByRole("button", { name: "English" }).click();
    await page.locator("#notebooks summary").click();
    const link = page.getByRole("link", { name: "Do auctions tell?" });
    await link.click();
    await link.click();
    const address = `${site.url}01-hpi.html`;
    const seen = () =>
      page.evaluate(() => {
        const { dialogs, closedDialog } = window as unknown as { dialogs: string[]; closedDialog: string };
        return { dialogs, closed: closedDialog };
      });
    expect(await seen()).toEqual({ dialogs: [address, address], closed: address });
    await page.evaluate(() => {
      (window as unknown as { dialogFails: boolean }).dialogFails = true;
    });
    const [opened] = await Promise.all([context.waitForEvent("page"), link.click()]);
    expect(opened.url()).toBe(address);
    await context.close();
  });

  test("a list that cannot be read is left out", async () => {
    const { page, complaints, context } = await openListed(undefined, "<html>not found</html>");
    expect(await page.locator("#tools").isHidden()).toBe(true);
    expect(ownFaults(complaints)).toEqual([]);
    await context.close();
  });
});

describe("for everyone", () => {
  test("the keyboard alone finds a function, reads it, and returns to where it was", async () => {
    const { page, context } = await openPane("", { viewport: { width: 350, height: 700 } });
    await page.focus("#search");
    await page.keyboard.type("HPI_BAND");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("HPI_BAND");
    expect(await page.locator("#functions").isHidden()).toBe(true);
    await page.focus("#back");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#HPI_BAND");
    await context.close();
  });

  test("nothing is cut off at 320 px, which is also 640 px at 200 % zoom", async () => {
    const { page, context } = await openPane("", { viewport: { width: 320, height: 600 } });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(320);
    for (const { id } of catalog) {
      await show(page, id);
      expect([id, await width()]).toEqual([id, 320]);
    }
    await context.close();
  });

  test("a spilled table keeps its numbers whole and scrolls, by keyboard too", async () => {
    const { page, context } = await openPane("?lang=zh#HPI_TABLE", { viewport: { width: 320, height: 600 } });
    const table = page.locator(".calculator .spill");
    await expect.poll(() => table.getAttribute("tabindex")).toBe("0");
    expect(await table.getAttribute("aria-label")).toBe("结果");
    const heights = await table.locator("tr").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThan(40);
    expect(await violations(page)).toEqual([]);
    await show(page, "READ_AS");
    await expect.poll(() => table.getAttribute("tabindex")).toBe("0");
    expect(await violations(page)).toEqual([]);
    await show(page, "HPI_PARTS");
    await page.setViewportSize({ width: 1600, height: 900 });
    await expect.poll(() => table.getAttribute("tabindex")).toBe(null);
    await context.close();
  });

  test("a part of the pane that does not load says so", async () => {
    const { page, context } = await openPane("?lang=en", {}, excel(""));
    await page.route("**/chunks/template-view*", (route) => route.abort());
    const summary = page.locator("#templates summary");
    await summary.click();
    await expect.poll(() => page.locator("#templates").textContent()).toContain("This part of the pane did not load");
    await context.close();
  });

  const looks: [string, Options, string | undefined][] = [
    ["light", {}, undefined],
    ["dark", { colorScheme: "dark" }, undefined],
    ["320 px", { viewport: { width: 320, height: 600 } }, undefined],
    ["Chinese", { locale: "zh-CN" }, undefined],
    ["forced colours", { forcedColors: "active" }, undefined],
    ["Excel's black theme", {}, excel("")],
    ["Excel's dark grey theme", {}, excel("").replace("#262626", "#666666")],
  ];
  test.each(looks)("axe finds nothing: %s", async (_, options, office) => {
    const { page, context } = await openPane("", options, office);
    expect(await violations(page)).toEqual([]);
    await show(page, "HPI");
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  test("axe finds nothing in a function of any shape of result", async () => {
    const { page, context } = await openPane();
    for (const shape of ["scalar", "card", "list", "table"]) {
      const definition = catalog.find((d) => d.returns.shape === shape);
      if (definition) await show(page, definition.id);
      expect(await violations(page)).toEqual([]);
    }
    await context.close();
  });
});
