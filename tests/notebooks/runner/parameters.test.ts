/** Types of all cells before any runs, and parameters given from outside. No kernel is started here. */
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CellChecker } from "../../../notebooks/runner/checker.js";
import { type GivenParameters, type ParameterError, readNotebook } from "../../../notebooks/runner/index.js";
import { injectParameters, meant } from "../../../notebooks/runner/parameters.js";
import { freshFolder, notebookFile } from "../notebook-file.js";

const folder = freshFolder();

async function errorsIn(cells: readonly string[], where = folder): Promise<string[]> {
  const checker = new CellChecker();
  try {
    await checker.open(
      cells.map((code, index) => ({ cell: index + 1, code })),
      where,
    );
    return (await checker.errors()).map(({ cell, line, column, code }) => `${cell}:${line}:${column} TS${code}`);
  } finally {
    await checker.close();
  }
}

describe("errors() of all cells", () => {
  it("names cell, line and column, also after Chinese characters, and of every cell", async () => {
    const cells = ['const 城市 = "杭州";', 'const a = 1;\nconst 名 = "中文"; let n: number = null;', "城市.nope;", "bottom"];
    expect(await errorsIn(cells)).toEqual(["2:2:21 TS2322", "3:1:4 TS2339", "4:1:1 TS2304"]);
  });

  it("finds nothing wrong with what the kernel takes", async () => {
    const cells = [
      'import { join } from "node:path";\nimport type { Band } from "soundings";\nlet mode: "a" | "b" = "a";\nlet n: number | null = null;',
      // A later cell does not know what a variable held last, only what it may hold.
      'if (mode === "b") n = 3;\nif (n !== null) n.toFixed();\nconst band: Band = "high";',
      "interface Row { x: number }\nconst p: Row = { x: 1 };\nexport const z = await Promise.resolve(1);",
      "const p = z + 1;\np.toFixed();\nfor await (const a of [1]) console.log(a, join('a'), process.cwd());",
      "const [first, { x: second }] = [1, { x: 2 }] as const;\nfunction twice(v: number) { return 2 * v; }\nclass Box { value = 1 }\nenum E { A }",
      "twice(first + second) + new Box().value + E.A // no end of line",
    ];
    expect(await errorsIn(cells)).toEqual([]);
  });

  it("is as strict as the kernel", async () => {
    expect(await errorsIn(["const list = [1];\nlist[0].toFixed();", "function f(x) { return x; }"])).toEqual([
      "1:2:1 TS2532",
      "2:1:12 TS7006",
    ]);
  });

  it("shows a syntax error at its place, not what follows from it", async () => {
    expect(await errorsIn(["const a = 1;", "const b = {;\nfoo"])).toEqual(["2:1:12 TS1136"]);
  });

  it("finds local modules beside the notebook, and the project's packages from any folder", async () => {
    const elsewhere = join(tmpdir(), `soundings-cells-${process.pid}`);
    mkdirSync(elsewhere, { recursive: true });
    writeFileSync(join(elsewhere, "helper.ts"), "export const half = (x: number) => x / 2;\n");
    const cells = [
      'import { half } from "./helper.js";\nimport { hpi } from "soundings";\nimport { table } from "@soundings/display";',
      "half(hpi([1], [1]));\ntable([{ a: 1 }]);\nhalf('x');",
    ];
    expect(await errorsIn(cells, elsewhere)).toEqual(["2:3:6 TS2345"]);
  });
});

describe("injectParameters(notebook, given, folder)", () => {
  const defaults = {
    code: 'type Tier = "一线" | "二线";\nlet city = "上海";\nconst years = 3;\nlet tier: Tier = "一线";\nlet list: number[] = [];\nlet limit: number | null = null;',
    tags: ["parameters"],
  };
  let made = 0;

  async function inject(
    given: GivenParameters,
    cells: Parameters<typeof notebookFile>[2] = ["1", defaults, "city"],
  ): Promise<string> {
    made += 1;
    const notebook = await readNotebook(notebookFile(folder, `p${made}`, cells));
    const injected = await injectParameters(notebook, given, folder);
    return String(injected.cells.find(({ id }) => id === "injected-parameters")?.source);
  }

  const texts = (values: Record<string, string>): GivenParameters =>
    new Map(Object.entries(values).map(([name, text]) => [name, { text }]));

  it("writes typed TypeScript after the cell of the defaults", async () => {
    const source = await inject(texts({ city: "12", years: "5", tier: "二线", list: "[1, 2.5]", limit: "7" }));
    expect(source.split("\n").slice(1)).toEqual([
      'let city: string = "12";',
      "let years: number = 5;",
      'let tier: Tier = "二线";',
      "let list: number[] = [1,2.5];",
      "let limit: number | null = 7;",
    ]);
  });

  it("takes a file's values as they are", async () => {
    expect(await inject(new Map([["limit", { value: null }]]))).toContain("let limit: number | null = null;");
    await expect(inject(new Map([["city", { value: 12 }]]))).rejects.toThrow('parameter "city": seen 12, wanted string');
  });

  it.each([
    [
      { years: "three" },
      "wrong-type",
      'parameter "years": seen "three", wanted number',
      '参数“years”：输入为 "three"，应为 number',
    ],
    [{ tier: "三线" }, "wrong-type", 'parameter "tier": seen "三线", wanted Tier', "应为 Tier"],
    [{ list: "1,2" }, "wrong-type", 'parameter "list": seen "1,2", wanted number[]', "应为 number[]"],
    [
      { year: "3" },
      "unknown",
      'no parameter "year"; did you mean "years"? the notebook takes city, years, tier, list, limit',
      "没有参数“year”；是否指“years”？",
    ],
  ])("refuses %j: %s", async (values, problem, english, chinese) => {
    const error = (await inject(texts(values as Record<string, string>)).catch((thrown) => thrown)) as ParameterError;
    expect(error).toMatchObject({ name: "ParameterError", problem });
    expect(error.in("en")).toContain(english);
    expect(error.in("zh")).toContain(chinese);
  });

  it("refuses values for a notebook that takes none", async () => {
    await expect(inject(texts({ city: "x" }), ["1"])).rejects.toMatchObject({ problem: "no-parameters-cell" });
  });

  it("replaces the values of an earlier run", async () => {
    const earlier = { code: 'let city: string = "北京";', tags: ["injected-parameters"] };
    const notebook = await readNotebook(notebookFile(folder, "again", [defaults, earlier, "city"]));
    const again = await injectParameters(notebook, texts({ city: "广州" }), folder);
    expect(again.cells.map(({ source }) => String(source)).filter((source) => source.includes("city: string"))).toHaveLength(1);
    expect((await injectParameters(notebook, new Map(), folder)).cells).toHaveLength(2);
  });
});

describe("meant(text, type)", () => {
  it.each([
    ["12", "string", "12"],
    ["12", "number", 12],
    ["12", "string | number", 12],
    ["null", "string | null", null],
    ["null", "string", "null"],
    ["true", "boolean", true],
    ["twelve", "number", "twelve"],
    ["a", '"a" | "b"', "a"],
    ['{"a": 1}', "{ a: number; }", { a: 1 }],
  ])("reads %j for a parameter of type %s as %j", (text, type, value) => {
    expect(meant(text, type)).toEqual(value);
  });
});
