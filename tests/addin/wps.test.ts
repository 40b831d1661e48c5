/** The functions for WPS Office: its dialect of functions.json, and the script under a stand-in for its `wps` object. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { JSDOM } from "jsdom";
import { catalog, type Definition } from "soundings";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWps } from "../../addin/wps/build.js";
import { wpsFunctionsJson, wpsName } from "../../addin/wps/metadata.js";
import { answerOf, calls, definitionOf } from "./calls.js";

const types = /^(any|string|any\[\]\[\])\??$/;

describe("wpsFunctionsJson(catalog)", () => {
  const { functions } = wpsFunctionsJson(catalog);

  it("has every function of the catalogue, in its order", () => {
    expect(functions.map(({ name }) => name)).toEqual(catalog.map(({ id }) => id));
  });

  it.each(functions.map((f) => [f.name, f] as const))("%s: names, types and words as WPS takes them", (name, f) => {
    const { params, returns } = definitionOf(name);
    expect(name).toMatch(wpsName);
    expect(Object.keys(f).sort()).toEqual(["description", "name", "parameters", "result"]);
    expect(f.result.type).toBe(returns.shape === "scalar" ? "any" : "any[][]");
    expect(f.description).toMatch(/[\u4e00-\u9fff].*[a-z]/);
    expect(f.parameters).toHaveLength(params.length);
    for (const [i, p] of f.parameters.entries()) {
      expect(p.name).toMatch(wpsName);
      expect(p.type).toMatch(types);
      expect(p.type.endsWith("?")).toBe(params[i]?.presence !== "required");
      expect(() => new Function(p.name, "")).not.toThrow();
    }
    const firstOptional = f.parameters.findIndex(({ type }) => type.endsWith("?"));
    if (firstOptional >= 0) expect(f.parameters.slice(firstOptional).every(({ type }) => type.endsWith("?"))).toBe(true);
  });

  it("gives ranges two dimensions, and asks nothing of single cells", () => {
    expect(functions.find(({ name }) => name === "HPI")?.parameters.map(({ type }) => type)).toEqual([
      "any[][]",
      "any[][]",
      "any[][]?",
      "any[][]?",
      "string?",
    ]);
  });

  it("refuses a name that WPS does not take", () => {
    const odd = { ...definitionOf("HPI"), id: "HPI.NEW" } as Definition;
    expect(() => wpsFunctionsJson([odd])).toThrow('WPS takes no function named "HPI.NEW"');
  });
});

describe("buildWps(folder, namespace)", () => {
  let folder: string;
  const registered = new Map<string, (...cells: unknown[]) => unknown>();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "soundings-wps-"));
    await buildWps(folder, "ACME");
    const AddCustomFunction = (namespace: string, name: string, fn: (...cells: unknown[]) => unknown) =>
      registered.set(`${namespace}.${name}`, fn);
    runInContext(readFileSync(join(folder, "functions.js"), "utf8"), createContext({ wps: { AddCustomFunction } }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The script's arrays and errors are of another realm: compared as JSON. */
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
  const call = (id: string, ...cells: unknown[]) => plain(registered.get(`ACME.${id}`)?.(...cells));

  it("makes what WPS loads, with the namespace in its manifest", () => {
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(["functions.js", "functions.json", "index.html", "manifest.xml", "ribbon.xml"]),
    );
    const { DOMParser } = new JSDOM().window;
    const xml = new DOMParser().parseFromString(readFileSync(join(folder, "manifest.xml"), "utf8"), "text/xml");
    expect(xml.querySelector("JsPlugin > Functions > Namespace")?.textContent).toBe("ACME");
    expect(xml.querySelector("JsPlugin > Functions > Uri")?.textContent).toBe("/functions.json");
  });

  it("registers every function, each synchronous", () => {
    expect([...registered.keys()]).toEqual(catalog.map(({ id }) => `ACME.${id}`));
  });

  it.each(calls.map((one) => [one.name.slice(0, 90), one] as const))("answers as core does: %s", (_, { definition, cells }) => {
    const answer = inChinese(definition, cells);
    if (typeof answer === "object" && "error" in answer) expect(() => call(definition.id, ...cells)).toThrow(answer.error);
    else expect(call(definition.id, ...cells)).toEqual(plain(answer));
  });

  it("takes COM's parameter-not-found for an omitted argument", () => {
    expect(call("HPI", [[10], [10]], [[10], [0]], -2_147_352_572, -2_147_352_572)).toBe(50);
  });

  it("takes COM's numbers of error cells for those errors, never for money", () => {
    expect(() => call("HPI", [[10], [-2_146_826_246]], [[10], [0]])).toThrow("#N/A");
    expect(() => call("LAND_CUT", -2_146_826_281, 1)).toThrow("#DIV/0!");
  });

  it("does nothing in a WPS that has no custom functions yet, and in a browser", () => {
    const script = readFileSync(join(folder, "functions.js"), "utf8");
    expect(() => runInContext(script, createContext({ wps: {} }))).not.toThrow();
    expect(() => runInContext(script, createContext({}))).not.toThrow();
  });

  it("refuses a namespace that WPS does not take", async () => {
    await expect(buildWps(folder, "A.B")).rejects.toThrow('--namespace is "A.B"');
  });
});

/** What WPS is to show: labels are Chinese there. */
function inChinese(definition: Definition, cells: readonly unknown[]) {
  return answerOf(definition, cells, "zh");
}
