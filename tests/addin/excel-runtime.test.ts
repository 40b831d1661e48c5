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

  it("asks nothing of any network", () => {
    expect(excel.requests).toEqual([]);
  });
});
