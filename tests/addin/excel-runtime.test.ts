/** The built functions under Microsoft's own runtime: every example of the catalogue, errors, and batches. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { catalog } from "soundings";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Built, buildAddin, functionsBudget } from "../../addin/build.js";
import { manifestProblems } from "../../addin/hosting/manifest-problems.js";
import type { FunctionsJson } from "../../addin/metadata.js";
import { launch } from "../browser.js";
import { type Call, calls } from "./calls.js";
import { type ExcelRuntime, errorCell, openExcelRuntime } from "./excel-runtime.js";

let folder: string;
let built: Built;
let browser: Browser;
let excel: ExcelRuntime;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "soundings-"));
  built = await buildAddin(join(folder, "addin"));
  browser = await launch();
  excel = await openExcelRuntime(browser, join(folder, "addin/functions.js"), "en-US");
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the built add-in", () => {
  it("keeps functions.js within its budget", () => {
    expect(built.functionsGzipped).toBeLessThan(functionsBudget);
  });

  it("has every file that its manifest and its pane name", async () => {
    const manifest = readFileSync(join(folder, "addin/manifest.xml"), "utf8");
    const read = (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined);
    expect(await manifestProblems(manifest, { read })).toEqual([]);
    const named = [...manifest.matchAll(/"https:\/\/localhost:3443\/(addin\/[^"]+)"/g)].map(([, path]) => path);
    const pane = readFileSync(join(folder, "addin/taskpane.html"), "utf8");
    const loaded = [...pane.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^":]+)"/g)].map(([, path]) => `addin/${path}`);
    // The pane's page is where the shared runtime runs, so it must load the functions, and Office.js before them.
    expect(loaded).toEqual(expect.arrayContaining(["addin/functions.js", "addin/taskpane.js"]));
    expect(loaded.indexOf("addin/office-js/office.js")).toBeLessThan(loaded.indexOf("addin/functions.js"));
    for (const path of [...named, ...loaded]) expect(existsSync(join(folder, String(path))), path).toBe(true);
  });

  it.each([["functions.json"], ["functions.zh.json"]])("registers in %s exactly what functions.js answers to", async (file) => {
    const { functions } = JSON.parse(readFileSync(join(folder, "addin", file), "utf8")) as FunctionsJson;
    const associated = await excel.page.evaluate(() => Object.keys(Reflect.get(window, "CustomFunctions")._association.mappings));
    expect(associated.sort()).toEqual(functions.map(({ id }) => id).sort());
    expect(associated.sort()).toEqual(catalog.map(({ id }) => id).sort());
  });
});

/** As cells.ts answers, in the words that Excel can show: it takes no text with #NUM! and #DIV/0!. */
function expected({ answer }: Call) {
  if (typeof answer !== "object" || !("error" in answer)) return { value: answer };
  const withText = answer.error === "#VALUE!" || answer.error === "#N/A";
  return { error: answer.error, message: withText ? answer.message : "" };
}

describe("Microsoft's runtime", () => {
  it("gives every example of the catalogue core's answer or core's error, all in one recalculation", async () => {
    const outcomes = await excel.call(calls.map(({ definition, cells }) => [definition.id, cells]));
    expect(outcomes).toHaveLength(calls.length);
    for (const [i, call] of calls.entries()) expect(outcomes[i], call.name).toEqual(expected(call));
  });

  it("gives one failing call no power over its neighbours", async () => {
    const good = ["LAND_CUT", [90, 100]] as const;
    const outcomes = await excel.call([
      good,
      ["LAND_CUT", ["abc", 100]],
      ["LAND_CUT", [1, 0]],
      ["HPI", [[[10, 10]], [[10, errorCell("#REF!")]]]],
      ["HPI_PARTS", [[[10]], [["12亿元"]]]],
      ["HPI_CITY", ["北京"]],
      good,
    ]);
    expect(outcomes[0]).toEqual({ value: 1 - 90 / 100 });
    expect(outcomes[6]).toEqual(outcomes[0]);
    expect(outcomes.slice(1, 6)).toMatchObject([
      { error: "#VALUE!", message: 'LAND_CUT: deal is "abc"; expected a finite number of at least 0' },
      { error: "#DIV/0!", message: "" },
      // Excel lets no function return #REF!, so the text says which error it was.
      { error: "#VALUE!", message: "HPI: deal, item 2, is the error #REF!; expected a finite number of at least 0" },
      { error: "#VALUE!", message: 'HPI_PARTS: deal, item 1, is "12亿元"; expected a finite number of at least 0' },
      { error: "#N/A", message: expect.stringContaining("first-tier") },
    ]);
  });

  it.each([["#DIV/0!"], ["#N/A"], ["#NUM!"], ["#VALUE!"], ["#NULL!"]])(
    "hands an error cell %s on as that error",
    async (code) => {
      expect(await excel.call([["HPI", [[[10], [errorCell(code)]], [[10], [10]], null, null, null]]])).toMatchObject([
        { error: code },
      ]);
    },
  );

  it("takes blanks as the web and the desktop send them, and what is omitted as null", async () => {
    const [web, desktop] = await excel.call([
      ["HPI", [[[10], [20]], [[null], [20]], null, null, null]],
      ["HPI", [[[10], [20]], [[0], [20]], null, null, null]],
    ]);
    expect(web).toEqual(desktop);
    expect(web).toEqual({ value: (100 * 20) / 30 });
  });

  it("runs a function whose metadata was cached before it had its last argument", async () => {
    // One argument fewer, so that the runtime's Invocation stands where `lang` now is.
    expect(await excel.call([["HPI_BAND", [39.9]]])).toEqual([{ value: "低" }]);
  });

  it("shows refusals in the language of Excel", async () => {
    const chinese = await openExcelRuntime(browser, join(folder, "addin/functions.js"), "zh-CN");
    const [outcome, parts] = await chinese.call([
      ["LAND_CUT", ["abc", 100]],
      ["HPI_PARTS", [[[10]], [[10]]]],
    ]);
    expect(outcome).toMatchObject({ error: "#VALUE!", message: expect.stringContaining("应为") });
    expect(parts).toMatchObject({ value: expect.arrayContaining([["保值力指数", 100]]) });
    await chinese.context.close();
  });

  describe("with cards switched on", () => {
    async function openWithCards(microsoft365: boolean): Promise<ExcelRuntime> {
      const opened = await openExcelRuntime(browser, join(folder, "addin/functions.js"), "en-US", microsoft365);
      await opened.page.evaluate(() => localStorage.setItem("soundings.cards", "on"));
      return opened;
    }

    it("gives Microsoft 365 a number that carries its parts, arguments, formula and source", async () => {
      const cards = await openWithCards(true);
      const [index, band, parts, refused] = await cards.call([
        ["HPI", [[[10], [10]], [[11], [0]], null, null, null]],
        ["HPI_BAND", [39.9, null]],
        ["HPI_PARTS", [[[10]], [[10]]]],
        ["LAND_CUT", ["abc", 100]],
      ]);
      expect(index).toMatchObject({
        value: {
          type: "Double",
          basicValue: 55,
          numberFormat: "0.0",
          properties: {
            "points lost to failed lots": { type: "Double", basicValue: 50, numberFormat: "0.0" },
            start: { type: "String", basicValue: "2 × 10; 10" },
            mode: { type: "String", basicValue: "resolved" },
          },
          layouts: { card: { title: "HPI", sections: [{ title: "In parts" }, { title: "Arguments" }, { title: "Source" }] } },
        },
      });
      expect(band).toMatchObject({ value: { type: "String", basicValue: "低", properties: { score: { basicValue: 39.9 } } } });
      expect(parts).toMatchObject({ value: expect.arrayContaining([["HPI", 100]]) });
      expect(refused).toMatchObject({ error: "#VALUE!" });
      await cards.context.close();
    });

    it("lets the first heading of a table say what was read as what", async () => {
      const cards = await openWithCards(true);
      const block = [
        ["城市", "起始价(亿元)", "成交价(亿元)"],
        ["合肥", 10, 11],
      ];
      const [table] = await cards.call([["HPI_TABLE", [block, null, null]]]);
      const [[heading, next]] = (table as { value: [[{ properties: object }, unknown]] }).value;
      expect(heading).toMatchObject({
        type: "String",
        properties: { "C2 起始价(亿元)": { basicValue: "starting amount 起始价 (亿元)" } },
      });
      expect(typeof next).toBe("string");
      await cards.context.close();
    });

    it("gives an Excel without data types the plain number", async () => {
      const cards = await openWithCards(false);
      expect(await cards.call([["LAND_CUT", [90, 100]]])).toEqual([{ value: 1 - 90 / 100 }]);
      await cards.context.close();
    });

    it("gives a long recalculation plain numbers after the first two hundred", async () => {
      const cards = await openWithCards(true);
      const outcomes = await cards.call(Array.from({ length: 250 }, (_, i) => ["LAND_CUT", [i, 100]] as const));
      const kinds = outcomes.map((outcome) => typeof (outcome as { value: unknown }).value);
      expect(kinds).toEqual([...Array(200).fill("object"), ...Array(50).fill("number")]);
      await cards.context.close();
    });
  });

  it("takes a cell with a card as the value that it shows", async () => {
    const number = (basicValue: number) => ({ type: "Double", basicValue, properties: {} });
    const outcomes = await excel.call([
      ["HPI_BAND", [number(39.9), null]],
      ["HPI", [[[number(10)], [10]], [[11], [number(0)]], null, null, null]],
    ]);
    expect(outcomes).toEqual([{ value: "低" }, { value: 55 }]);
  });

  it("asks nothing of any network", () => {
    expect(excel.requests).toEqual([]);
  });
});
