/** The task pane as people meet it: in a browser without Excel, in Excel (a stand-in for Office.js), by keyboard alone. */
import type { Browser, Page } from "playwright-core";
import { catalog, cite, findDefinition } from "soundings";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AddinSite, serveAddin } from "../addin-site.js";
import { violations } from "../axe.js";
import { launch, openWatched, type WatchedPage } from "../browser.js";

let browser: Browser;
let site: AddinSite;
const hpi = findDefinition("HPI") ?? expect.fail("no HPI");

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serveAddin()]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});

type Options = Parameters<typeof openWatched>[1];

/** The pane at an address, in English unless told otherwise; `office` replaces Office.js, false removes it. */
async function openPane(hash = "", options: Options = {}, office?: string | false): Promise<WatchedPage> {
  const watched = await openWatched(browser, { locale: "en-GB", allowed: [site.url], ...options });
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
    context: { displayLanguage: "zh-CN", officeTheme: { bodyBackgroundColor: "#262626", bodyForegroundColor: "#ffffff" }, requirements: { isSetSupported: () => true } },
    onReady: async () => ({ host: "Excel" }),
  };
  window.cell = { address: "Sheet1!B2", formulas: [[${JSON.stringify(cell)}]], load() {} };
  const range = (address, values) => ({ address, values, isNullObject: false, load() {} });
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
    };
  };
  window.selected = range("Sheet1!A1:A2", [[10], [20]]);
  const workbook = {
    getActiveCell: () => window.cell,
    getSelectedRange: () => window.selected,
    worksheets: { getActiveWorksheet: () => sheet, getItem: () => sheet, items: [{ name: "城市卡 City card" }], load() {}, add: addSheet },
    onSelectionChanged: { add: (changed) => (window.selectionChanged = changed) },
  };
  window.Excel = {
    run: async (...given) => {
      window.runOptions = given.length > 1 ? given[0] : undefined;
      return given.at(-1)({ workbook, sync: async () => {} });
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

describe("a cell explained, in Excel", () => {
  test("the selected cell's formula is explained with its own numbers, and the pane follows the selection", async () => {
    const { page, complaints, context } = await openPane("?lang=en", {}, excel("=IF(A1>0,HPI(A1:A2,B1:B2))"));
    await page.locator("#cell > details > summary").click();
    await expect.poll(() => page.locator(".explain .steps li strong").last().textContent()).toBe("= 66.67");
    expect(await page.locator("#cell-name").textContent()).toBe("This cell: Sheet1!B2 · HPI");
    expect(await page.locator(".threshold").textContent()).toContain("HPI > 70 (3.34 points more; 1 of market deals) → high");
    await expect.poll(() => page.locator(".plot svg").count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => {
      const there = window as unknown as { cell: { formulas: string[][] }; selectionChanged(): void };
      there.cell.formulas = [["=SUM(A1:A2)"]];
      there.selectionChanged();
    });
    await expect.poll(() => page.locator("#cell").isHidden()).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a pane without a chart loads no plotly", async () => {
    const { page, context } = await openPane("?lang=en", {}, excel("=RENT_GAP(A9)"));
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    await page.locator("#cell > details > summary").click();
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
});

describe("a template, in Excel", () => {
  test("inserting the city card adds a sheet of its own name with inputs, formulas, validation and a chart, as one undo", async () => {
    const { page, complaints, context } = await openPane("?lang=zh", {}, excel(""));
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
