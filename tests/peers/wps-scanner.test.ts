/**
 * WPS's own scanner, from its toolkit wpsjs, on functions of the same arguments: it must write what our emitter writes.
 * Fetches one package from the npm registry; without it the test says so and has not passed.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalog } from "soundings";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type WpsFunction, type WpsFunctions, wpsFunctionsJson } from "../../addin/wps/metadata.js";

const toolkit = "wpsjs@2.2.3";
/** Milliseconds: it parses a program anew, with the whole standard library. */
const patience = 120_000;
const root = fileURLToPath(new URL("../../", import.meta.url));

interface Scanner {
  readonly TsParser: new (path: string) => { generateFunctionsJson(): WpsFunctions };
}

let folder: string;
let scanner: Scanner | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "soundings-wps-"));
  const shell = process.platform === "win32";
  const { status, stdout } = spawnSync("npm", ["pack", toolkit, "--silent"], { cwd: folder, encoding: "utf8", shell });
  if (status !== 0 || spawnSync("tar", ["xzf", stdout.trim()], { cwd: folder }).status !== 0) return;
  // It asks for "typescript" without saying which; tslab's has the parser that it needs.
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  const require = createRequire(join(folder, "package/"));
  const parser = require.resolve("@tslab/typescript-for-tslab");
  require(parser);
  require.cache[require.resolve("typescript")] = require.cache[parser];
  scanner = require("./src/vite_plugins.js") as Scanner;
}, patience);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A declaration that has a function's arguments, as a WPS developer would write it. */
function declaration({ name, parameters, description, result }: WpsFunction): string {
  const inComment = (text: string) => text.replaceAll("*/", "").replaceAll("@", "");
  const tags = parameters.map((p) => {
    const optional = p.type.endsWith("?");
    return ` * @param {${p.type.replace("?", "")}} ${optional ? `[${p.name}]` : p.name} - ${inComment(p.description)}`;
  });
  return `/**
 * ${inComment(description)}
 * @customfunction
${tags.join("\n")}
 * @returns {${result.type}}
 */
function ${name}(${parameters.map((p) => p.name).join(", ")}) {}
`;
}

it(
  "wpsjs's scanner writes the same functions.json as wpsFunctionsJson(catalog)",
  (context) => {
    if (!scanner) return context.skip(`${toolkit} could not be fetched`);
    const ours = wpsFunctionsJson(catalog);
    const source = join(folder, "functions.js");
    writeFileSync(source, ours.functions.map(declaration).join("\n"));
    const bare = ({ functions }: WpsFunctions) =>
      functions.map(({ name, parameters, result }) => ({ name, parameters: parameters.map((p) => [p.name, p.type]), result }));
    const theirs = new scanner.TsParser(source).generateFunctionsJson();
    expect(bare(theirs)).toEqual(bare(ours));
    expect(theirs.functions.map(({ description }) => description)).toEqual(ours.functions.map(({ description }) => description));
  },
  patience,
);

it(
  "wpsjs's scanner refuses a row of one dimension, which is why there is none",
  (context) => {
    if (!scanner) return context.skip(`${toolkit} could not be fetched`);
    const source = join(folder, "row.js");
    writeFileSync(source, "/**\n * @customfunction\n * @param {any[]} row\n */\nfunction row(row) {}\n");
    const { TsParser } = scanner;
    expect(() => new TsParser(source).generateFunctionsJson()).toThrow("一维数组不支持");
  },
  patience,
);
