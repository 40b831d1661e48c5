/** functions.json: what Excel takes, in both languages, and Microsoft's own generator as a second opinion. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalog, type Definition } from "soundings";
import { describe, expect, it } from "vitest";
import { functionsJson, limits } from "../../addin/metadata.js";
import { definitionOf } from "./calls.js";

const helpUrl = (id: string) => `https://localhost:3443/functions/index.html#${id}`;
const en = functionsJson(catalog, "en", helpUrl);
const zh = functionsJson(catalog, "zh", helpUrl);

describe("functionsJson(catalog, language)", () => {
  it("keeps names and shapes the same in both languages: only words differ", () => {
    const bare = (json: typeof en) =>
      json.functions.map(({ id, name, helpUrl: url, parameters, result }) => ({
        id,
        name,
        url,
        result,
        parameters: parameters.map(({ type, dimensionality, optional, customEnumId }) => ({
          type,
          dimensionality,
          optional,
          customEnumId,
        })),
      }));
    expect(bare(zh)).toEqual(bare(en));
    expect(en.functions.map(({ id }) => id)).toEqual(catalog.map(({ id }) => id));
  });

  it("lets error cells in and rich values out of the question", () => {
    expect(en.allowErrorForDataTypeAny).toBe(true);
    expect(JSON.stringify(en)).not.toContain("allowCustomDataForDataTypeAny");
  });

  it.each(en.functions.map((f, i) => [f.id, f, zh.functions[i]] as const))("%s: bare, described, within limits", (id, f, f2) => {
    expect(f.name).toBe(id);
    expect(f.helpUrl).toBe(`https://localhost:3443/functions/index.html#${id}`);
    expect(f.description).toMatch(/[a-z]/);
    expect(f2?.description).toMatch(/[\u4e00-\u9fff]/);
    for (const json of [f, f2]) {
      const names = json?.parameters.map(({ name }) => name) ?? [];
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[\p{L}][\p{L}\p{N}_／/·、—-]*$/u);
    }
    const firstOptional = f.parameters.findIndex(({ optional }) => optional);
    if (firstOptional >= 0) expect(f.parameters.slice(firstOptional).every(({ optional }) => optional)).toBe(true);
  });

  it("takes blocks and spills tables as ranges of any cells", () => {
    const table = en.functions.find(({ id }) => id === "HPI_TABLE");
    expect(table?.parameters[0]).toMatchObject({ name: "block", type: "any", dimensionality: "matrix" });
    expect(table?.result).toEqual({ type: "any", dimensionality: "matrix" });
    expect(en.functions.find(({ id }) => id === "SOUNDINGS_VERSION")?.parameters).toEqual([]);
  });

  it("offers every choice as a list, by the values that formulas use", () => {
    for (const f of en.functions) {
      for (const p of f.parameters.filter(({ customEnumId }) => customEnumId)) {
        const values = en.enums.find(({ id }) => id === p.customEnumId)?.values;
        const choices = definitionOf(f.id).params.find(({ name }) => name === p.name)?.choices;
        expect(values?.map(({ stringValue }) => stringValue)).toEqual(choices?.map(({ value }) => value));
      }
    }
  });

  it("names arguments in Chinese, and says which name messages use", () => {
    expect(zh.functions.find(({ id }) => id === "HPI")?.parameters[0]).toMatchObject({
      name: "起始价",
      description: expect.stringMatching(/^start：/),
    });
  });

  it("refuses a definition that is longer than Excel takes", () => {
    const long = "x".repeat(limits.description + 1);
    const [first] = catalog;
    const tooLong = { ...first, summary: { en: long, zh: long } } as Definition;
    expect(() => functionsJson([tooLong], "en", helpUrl)).toThrow(/description of .* is 1025 long; Excel takes at most 1024/);
  });
});

/** It asks for "typescript" without saying which. Ours is 7, without the parser it needs; tslab's 5.0 has it. */
function microsoftsGenerator(): typeof import("custom-functions-metadata") {
  const require = createRequire(import.meta.url);
  const parser = require.resolve("@tslab/typescript-for-tslab");
  require(parser);
  require.cache[require.resolve("typescript")] = require.cache[parser];
  return require("custom-functions-metadata");
}

describe("custom-functions-metadata", () => {
  it("describes a plain function of the same arguments as functionsJson does", async () => {
    const source = `
      /**
       * ${definitionOf("HPI").summary.en}
       * @customfunction HPI
       * @helpurl ${helpUrl("HPI")}
       ${definitionOf("HPI")
         .params.map((p) => `* @param ${p.presence === "required" ? p.name : `[${p.name}]`} ${p.help.en}`)
         .join("\n       ")}
       */
      function hpi(start: any[][], deal: any[][], cut?: any[][], backstop?: any[][], mode?: HPI_MODE): any { return 0; }
      /** @customenum {string} */
      enum HPI_MODE {
        /** deducted once */
        resolved = "resolved",
        /** literal formula */
        literal = "literal"
      }`;
    const folder = mkdtempSync(join(tmpdir(), "soundings-"));
    try {
      const file = join(folder, "hpi.ts");
      writeFileSync(file, source);
      const { errors, metadataJson } = await microsoftsGenerator().generateCustomFunctionsMetadata(file);
      expect(errors).toEqual([]);
      const theirs = JSON.parse(metadataJson) as typeof en;
      const ours = functionsJson([definitionOf("HPI")], "en", helpUrl);
      expect(theirs.enums).toEqual(ours.enums);
      expect(theirs.functions[0]).toMatchObject({ id: "HPI", name: "HPI", description: ours.functions[0]?.description });
      // Theirs leaves out what is the default: scalar, and the type "any" of a result.
      const parameters = ours.functions[0]?.parameters.map(({ dimensionality, ...p }) =>
        dimensionality === "matrix" ? { ...p, dimensionality } : p,
      );
      expect(theirs.functions[0]?.parameters).toEqual(parameters);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
