/** soundings-examples.xlsx: every function is in it, and what is stored is core's answer. LibreOffice: tests/peers. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalog, problems, type Result } from "soundings";
import { describe, expect, it } from "vitest";
import { read, utils } from "xlsx";
import { cellExamples } from "../../addin/examples.js";
import { treeOf } from "../../addin/explain/formula.js";
import { columnName, exampleBlock } from "../../addin/workbook/example-block.js";
import { storedFormula, typedFormula } from "../../addin/workbook/stored.js";
import { examplesWorkbook, workbookSheets } from "../../addin/workbook/workbook.js";
import { workbook } from "../../cli/addin.js";

/** Every value of a result, in the order in which it is written. */
function values(result: Result): unknown[] {
  if (typeof result !== "object") return [result];
  if (Array.isArray(result)) return [...result];
  const card = result as Readonly<Record<string, unknown>>;
  return Array.isArray(card.rows) ? card.rows.flat() : Object.values(card);
}

/** As a cell shows it: a number, or a text that no host calculates anew. */
function shown(value: unknown): unknown {
  if (typeof value === "boolean") return value ? "yes 是" : "no 否";
  return value === "" ? "–" : value;
}

const examples = catalog.flatMap((definition) => cellExamples(definition).map((example) => ({ definition, example })));

describe("soundings-examples.xlsx", () => {
  const { Sheets, SheetNames } = read(examplesWorkbook(), { cellFormula: true });

  it("has every cell as it was meant, and reads the same again", () => {
    for (const [name, cells] of workbookSheets()) {
      for (const { row, column, value, formula } of cells) {
        const cell = Sheets[name]?.[utils.encode_cell({ r: row, c: column })];
        expect(cell?.v, `${name} ${row} ${column}`).toBe(value);
        expect(cell?.f, `${name} ${row} ${column}`).toBe(formula);
      }
    }
    expect(SheetNames).toHaveLength(6);
  });

  it("uses every function of the catalogue", () => {
    const formulas = [...workbookSheets().values()].flat().flatMap(({ formula }) => (formula === undefined ? [] : [formula]));
    const unused = catalog.filter(({ id }) => !formulas.some((formula) => formula.includes(`_xldudf_${id}(`)));
    expect(unused.map(({ id }) => id)).toEqual([]);
  });

  it("stores only formulas that can be read", () => {
    const formulas = [...workbookSheets().values()].flat().flatMap(({ formula }) => formula ?? []);
    expect(formulas.filter((formula) => treeOf(`=${formula}`) === undefined)).toEqual([]);
  });

  it("stores nothing that a program without the add-in calculates anew: numbers and texts only", () => {
    for (const cell of Object.values(Sheets).flatMap((sheet) => Object.values(sheet))) {
      if (cell?.f !== undefined) expect(["n", "s"]).toContain(cell.t);
    }
  });

  it("has labels in both languages", () => {
    const texts = [...workbookSheets().values()].flat().map(({ value }) => value);
    for (const label of ["formula 公式", "inputs 输入", "answer 结果"]) expect(texts).toContain(label);
  });
});

describe("exampleBlock(definition, example)", () => {
  it.each(examples.map((one) => [`${one.definition.id} ${JSON.stringify(one.example.args).slice(0, 60)}`, one] as const))(
    "stores core's answer: %s",
    (_, { definition, example }) => {
      const stored = exampleBlock(definition, example, 0)
        .cells.filter(({ formula }) => formula !== undefined)
        .map(({ value }) => value);
      if ("problem" in example) expect(stored).toEqual([problems[example.problem]]);
      else expect(stored).toEqual(values(definition.evaluate(example.args)).map(shown));
    },
  );
});

describe("storedFormula(typed)", () => {
  it("marks our functions, nested ones too, and leaves texts and Excel's functions alone", () => {
    const typed = '=ROUND(HPI(A1:A3,B1:B3),1)&" by HPI(…)"&HPI_BAND(C1)';
    const stored = 'ROUND(_xldudf_HPI(A1:A3,B1:B3),1)&" by HPI(…)"&_xldudf_HPI_BAND(C1)';
    expect(storedFormula(typed)).toBe(stored);
    expect(typedFormula(stored)).toBe(typed);
  });
});

describe("columnName(column)", () => {
  it("goes beyond Z", () => expect([0, 25, 26, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]));
});

describe("soundings workbook", () => {
  it("--out FILE writes it, whole", async () => {
    const folder = mkdtempSync(join(tmpdir(), "soundings-workbook-"));
    try {
      const file = join(folder, "examples.xlsx");
      expect(await workbook(["--out", file])).toBe(0);
      expect(read(readFileSync(file)).SheetNames).toHaveLength(6);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
