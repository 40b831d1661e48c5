/** What cells mean: every decision that addin/cells.ts lists, on functions of the catalogue. */
import { catalog, type Definition, InputError, type Language, type Result } from "soundings";
import { describe, expect, it } from "vitest";
import { CellError, cellFunction, toArguments, toCells } from "../../addin/cells.js";
import { answerOf, calls, definitionOf } from "./calls.js";

const HPI = definitionOf("HPI");
const LAND_CUT = definitionOf("LAND_CUT");
const IS_BACKSTOP = definitionOf("IS_BACKSTOP");
const HPI_BAND = definitionOf("HPI_BAND");
const HPI_CITY = definitionOf("HPI_CITY");

const column = (...cells: unknown[]) => cells.map((cell) => [cell]);

function refusal(definition: Definition, cells: unknown[], language: Language = "en"): CellError {
  try {
    cellFunction(definition, { language })(...cells);
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
  throw new Error(`${definition.id} accepted ${JSON.stringify(cells)}`);
}

describe("cellFunction(definition)", () => {
  // Left to the decisions below: an argument that is not there is a blank cell here; "yes" is a yes; and no cell has
  // a wrong argument's name.
  const alike = calls.filter(({ definition, example, cells }) => {
    const read = toArguments(definition, cells);
    return (
      Object.keys(example.args).every((name) => definition.params.some((p) => p.name === name)) &&
      definition.params.every(({ name, presence }) => {
        const given = example.args[name] ?? null;
        return given === null ? presence !== "required" : typeof given !== "string" || typeof read[name] === "string";
      })
    );
  });

  it("is tested with most of the catalogue's examples", () => {
    expect(alike.length).toBeGreaterThan(0.9 * calls.length);
  });

  it.each(alike.map((call) => [call.name, call] as const))("%s answers as core does", (_, { definition, example, answer }) => {
    if ("problem" in example) {
      const error = refusalOfCore(definition, example.args);
      expect(answer).toEqual({ error: error.code, message: error.message });
    } else {
      expect(answer).toEqual(toCells(definition.evaluate(example.args), definition, "en"));
    }
  });

  it("is refused in the language asked for", () => {
    expect(refusal(HPI, [column(10, "abc"), column(10, 10)], "zh").message).toBe(
      'HPI：参数 start 第 2 项是 "abc"；应为 大于 0 的数',
    );
    expect(refusal(HPI, [column(10, "abc"), column(10, 10)]).message).toBe(
      'HPI: start, item 2, is "abc"; expected a finite number above 0',
    );
  });

  it("lets a bug through as it is", () => {
    const broken = { ...HPI, evaluateInOrder: () => undefinedFunction() };
    expect(() => cellFunction(broken, { language: "en" })(column(1), column(1))).toThrow(ReferenceError);
  });
});

function undefinedFunction(): never {
  throw new ReferenceError("a bug");
}

function refusalOfCore(definition: Definition, args: Readonly<Record<string, unknown>>): InputError {
  try {
    definition.evaluate(args);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error(`${definition.id} accepted ${JSON.stringify(args)}`);
}

describe("a blank", () => {
  it.each([[0], [null], [undefined], [""], ["  "], ["\u3000"]])("in a column, as %j, is 0: a lot that did not sell", (blank) => {
    expect(answerOf(HPI, [column(10, 20), column(blank, 20)])).toBe(answerOf(HPI, [column(10, 20), column(0, 20)]));
  });

  it.each([[0], [null], [""]])("in a column where 0 is not allowed, as %j, is refused like 0", (blank) => {
    expect(refusal(HPI, [column(10, blank), column(10, 10)])).toMatchObject({
      code: "#NUM!",
      message: "HPI: start, item 2, is 0; expected a finite number above 0",
    });
  });

  it.each([[0], [null], [""], [false]])("in a column of yes and no, as %j, is no", (blank) => {
    expect(answerOf(HPI, [column(10, 10), column(10, 10), null, column(blank, true)])).toBe(50);
  });

  it.each([[null], [""], [[[null]]], [[[0]]], [0]])("for a required number, as %j, is 0", (blank) => {
    expect(answerOf(LAND_CUT, [blank, 10])).toBe(1);
    expect(refusal(LAND_CUT, [10, blank]).code).toBe("#DIV/0!");
  });

  it.each([[null], [""], [[[null]]], [0]])("for a required yes or no, as %j, is no", (blank) => {
    expect(answerOf(IS_BACKSTOP, [blank, 10, 10])).toBe(false);
  });

  it.each([[null], [""], [0], [[[0]]], [[[null]]]])("for a required text, as %j, is missing", (blank) => {
    expect(refusal(HPI_CITY, [blank])).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("city is missing") });
  });

  it.each([[null], [undefined], [""], [[[""]]]])("for an optional choice, as %j, is not given", (blank) => {
    expect(answerOf(HPI_BAND, [39.9, blank])).toBe("低");
  });

  it.each([[null], [undefined], [""]])("for an optional column, as %j, is not given", (blank) => {
    expect(toArguments(HPI, [column(1, 2), column(1, 2), blank, column(true, false)])).toEqual({
      start: new Float64Array([1, 2]),
      deal: new Float64Array([1, 2]),
      backstop: [true, false],
    });
  });

  it("that is a whole required argument is missing, and so is one that the host did not pass", () => {
    expect(refusal(LAND_CUT, [9]).message).toContain("benchmark is missing");
    expect(refusal(HPI, []).message).toContain("start is missing");
  });
});

describe("a text", () => {
  const readable: [unknown, number][] = [
    ["10.73", 10.73],
    [" 1,234.5 ", 1234.5],
    ["１２．９", 12.9],
    ["１，２３４", 1234],
    ["1e3", 1000],
    ["+5", 5],
    [".5", 0.5],
    ["\u00a07\u3000", 7],
  ];
  it.each(readable)("that can only mean one number, %j, is that number", (text, value) => {
    expect(answerOf(LAND_CUT, [text, 10])).toBe(1 - value / 10);
    expect(toArguments(HPI, [column(text), column(text)]).start).toEqual(new Float64Array([value]));
  });

  it.each([
    ["12.9%", 0.129],
    ["１２．９％", 0.129],
    ["-3 %", -0.03],
    ["−3%", -0.03],
    ["－３％", -0.03],
  ])("with a percent sign, %j, is the double nearest to its fraction", (text, value) => {
    expect(toArguments(definitionOf("HPI_COEF"), [text])).toEqual({ cut: value });
  });

  it.each([
    ["12亿元"],
    ["abc"],
    ["1,23"],
    ["0,123"],
    ["1.2.3"],
    ["10²"],
    ["②"],
    ["½"],
    ["(3)"],
    ["¥5"],
    ["2022-07-01"],
    ["1e999"],
    ["Infinity"],
    ["NaN"],
    ["0x10"],
    ["–5"],
    ["5%%"],
    ["-"],
    ["TRUE"],
  ])("that does not, %j, is refused by argument and row", (text) => {
    expect(refusal(HPI, [column(10, 10), column(10, text)])).toMatchObject({
      code: "#VALUE!",
      message: `HPI: deal, item 2, is "${text}"; expected a finite number of at least 0`,
    });
  });
});

describe("yes and no", () => {
  it.each([[true], [1], ["TRUE"], ["true"], ["是"], ["Yes"], ["y"], ["Ｙ"], ["ＹＥＳ"], [" 1 "]])("%j is yes", (cell) => {
    expect(answerOf(IS_BACKSTOP, [cell, 10, 10])).toBe(true);
    expect(answerOf(HPI, [column(10), column(10), null, column(cell)])).toBe(0);
  });

  it.each([[false], [0], ["FALSE"], ["否"], ["no"], ["Ｎ"], ["0"], [""], [null]])("%j is no", (cell) => {
    expect(answerOf(IS_BACKSTOP, [cell, 10, 10])).toBe(false);
    expect(answerOf(HPI, [column(10), column(10), null, column(cell)])).toBe(100);
  });

  it.each([[2], ["maybe"], ["兜底"], [0.5]])("%j is neither, and refused by argument and row", (cell) => {
    const error = refusal(HPI, [column(10), column(10), null, column(cell)]);
    expect(error.code).toBe("#VALUE!");
    expect(error.message).toMatch(/^HPI: backstop, item 1, is .*; expected TRUE or FALSE$/);
  });

  it.each([[true], [false]])("%j is not a number", (cell) => {
    expect(refusal(HPI, [column(10, cell), column(10, 10)]).message).toBe(
      `HPI: start, item 2, is ${cell}; expected a finite number above 0`,
    );
    expect(refusal(LAND_CUT, [cell, 10]).code).toBe("#VALUE!");
  });
});

describe("an error cell", () => {
  const excel = (code: string) => Object.assign(new Error(), { type: "CustomFunctionError", code });

  it.each([["#DIV/0!"], ["#N/A"], ["#REF!"], ["#NAME?"], ["#NUM!"], ["#VALUE!"], ["#NULL!"], ["#SPILL!"]])(
    "%s comes back as itself, naming argument and row",
    (code) => {
      const expected = { code, message: `HPI: deal, item 2, is the error ${code}; expected a finite number of at least 0` };
      expect(refusal(HPI, [column(10, 10), column(10, excel(code))])).toMatchObject(expected);
      expect(refusal(HPI, [column(10, 10), column(10, code)])).toMatchObject(expected);
      expect(refusal(LAND_CUT, [excel(code), 10]).code).toBe(code);
      expect(refusal(HPI_CITY, [excel(code)]).code).toBe(code);
      expect(refusal(HPI_BAND, [50, excel(code)]).code).toBe(code);
    },
  );

  it("is named in Chinese too", () => {
    expect(refusal(HPI, [column(10), column("#N/A")], "zh").message).toMatch(/^HPI：参数 deal 第 1 项\s?是错误值 #N\/A；应为/);
  });
});

describe("a range", () => {
  it("of a single column or a single row is a column", () => {
    expect(answerOf(HPI, [[[10, 20]], [[0, 20]]])).toBe(answerOf(HPI, [column(10, 20), column(0, 20)]));
    expect(answerOf(HPI, [[10, 20], column(0, 20)])).toBe(answerOf(HPI, [column(10, 20), column(0, 20)]));
  });

  it("of several rows and columns is refused for a column", () => {
    const block = [
      [10, 10],
      [20, 20],
      [30, 30],
    ];
    expect(refusal(HPI, [block, column(1, 2, 3)])).toMatchObject({
      code: "#VALUE!",
      message: "HPI: start is a range of 3 × 2 cells (rows × columns); expected a single column or a single row",
    });
  });

  it("of one cell is that cell, and of more is refused, where one cell belongs", () => {
    expect(answerOf(LAND_CUT, [[[9.35]], [["10.73"]]])).toBe(1 - 9.35 / 10.73);
    expect(refusal(LAND_CUT, [column(1, 2), 10])).toMatchObject({
      code: "#VALUE!",
      message: "LAND_CUT: deal is a range of 2 × 1 cells (rows × columns); expected a single cell",
    });
    expect(refusal(HPI_BAND, [50, [["zh", "en"]]]).code).toBe("#VALUE!");
  });

  it("may be a single value where a column belongs: one row", () => {
    expect(answerOf(HPI, [10, 5])).toBe(50);
  });

  it("without cells is too short", () => {
    expect(refusal(HPI, [[], []]).message).toContain("has 0 rows");
  });

  describe("that is a whole column", () => {
    const rows = 1_048_576;
    const whole = (blank: unknown, ...cells: unknown[]) =>
      Array.from({ length: rows }, (_, i) => [i < cells.length ? cells[i] : blank]);
    const hpi = cellFunction(HPI, { language: "en" });

    it.each([
      ["null, as on the web", null],
      ["0, as on the desktop", 0],
    ])("ends with the last row in which any whole column holds something; blanks are %s", (_, blank) => {
      // The last lot did not sell: its deal is blank, and still a lot.
      expect(hpi(whole(blank, 10, 10, 20), whole(blank, 10, blank, blank))).toBe(25);
    });

    it("with its heading is refused by the first row's text", () => {
      expect(refusal(HPI, [whole(0, "起始价", 10), whole(0, "成交价", 10)]).message).toContain('start, item 1, is "起始价"');
    });

    it("is as long as another only if both are whole", () => {
      expect(refusal(HPI, [whole(0, 10, 10), column(10)]).message).toContain("deal has 1 row");
    });
  });

  it("that is shorter is taken as given: a 0 at its end may be meant", () => {
    expect(refusal(HPI, [column(10, 0), column(10, 0)]).message).toContain("start, item 2, is 0");
  });

  it("of 100,000 rows reaches core as typed arrays", () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => [i + 1]);
    expect(toArguments(HPI, [rows, rows]).start).toBeInstanceOf(Float64Array);
    expect(answerOf(HPI, [rows, rows])).toBe(100);
  });
});

describe("a block", () => {
  const HPI_TABLE = definitionOf("HPI_TABLE");
  const headings = ["地块", "起始价", "成交价"];
  const block = [headings, ["A", "１０", 10], ["B", 10, null]];
  const spill = answerOf(HPI_TABLE, [block]);

  it("goes to core as it is, which reads its texts by their column", () => {
    expect(toArguments(HPI_TABLE, [block])).toEqual({ block });
    expect((spill as unknown[][]).map((row) => row.slice(0, 4))).toEqual([
      ["group", "lots", "start total", "deal total"],
      ["全部 all", 2, 20, 10],
    ]);
  });

  it("has no rows below the last that holds anything, so that whole columns may be given", () => {
    const blankRows = Array.from({ length: 1000 }, (_, i) => (i % 2 ? [0, 0, 0] : [null, "", "\u3000"]));
    expect(toArguments(HPI_TABLE, [[...block, ...blankRows]])).toEqual({ block });
    expect(answerOf(HPI_TABLE, [[...block, ...blankRows]])).toEqual(spill);
  });

  it("with an error in it comes back as that error, naming heading and row", () => {
    const error = refusal(HPI_TABLE, [[headings, ["A", 10, Object.assign(new Error(), { code: "#REF!" })]]]);
    expect(error).toMatchObject({
      code: "#REF!",
      message: 'HPI_TABLE: block, column "成交价", row 2, is the error #REF!; expected a cell without an error',
    });
    expect(
      refusal(HPI_TABLE, [
        [
          ["#N/A", "成交价"],
          [1, 1],
        ],
      ]).message,
    ).toContain('column "1", row 1, is the error #N/A');
    const titled = [["标题", "", ""], headings, ["A", 10, "#REF!"]];
    expect(refusal(HPI_TABLE, [titled]).message).toContain('column "成交价", row 3, is the error #REF!');
  });

  it.each([
    [[[["起始价"]]]],
    [["起始价"]],
    [[10]],
    [[[]]],
    [
      [
        [
          [0, 0],
          [null, ""],
        ],
      ],
    ],
  ])("of %j is too short", (cells) => {
    expect(refusal(HPI_TABLE, cells)).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/ rows?; expected rows of cells/),
    });
  });

  it("of nothing is missing", () => {
    expect(refusal(HPI_TABLE, []).message).toContain("block is missing");
  });

  it("of 100,000 rows is answered", () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => [`L${i}`, 10, i % 2 ? 10 : 0]);
    const [, row] = answerOf(HPI_TABLE, [[headings, ...rows]]) as unknown[][];
    expect(row?.slice(1, 4)).toEqual([100_000, 1_000_000, 500_000]);
  });
});

describe("a word", () => {
  it("for a choice may be its value or its label, in either language", () => {
    expect(answerOf(HPI_BAND, [99.2, "EN"])).toBe("high");
    expect(answerOf(HPI_BAND, [99.2, "英文"])).toBe("high");
    expect(refusal(HPI_BAND, [99.2, "fr"]).code).toBe("#VALUE!");
    expect(refusal(HPI_BAND, [99.2, 5]).message).toContain('"5"');
  });

  it("for a text is passed on, and a number in its place refused", () => {
    expect(answerOf(HPI_CITY, [" 合肥 "])).toBe(99.2);
    expect(refusal(HPI_CITY, [2022]).message).toBe("HPI_CITY: city is 2022; expected a text");
  });
});

describe("a month", () => {
  const monthly: Definition = {
    ...HPI_CITY,
    params: HPI_CITY.params.map((p) => (p.name === "city" ? { ...p, unit: "calendar-month" } : p)),
  };
  it.each([
    [45_901, "2025-09"],
    [45_930.75, "2025-09"],
    ["2025-09", "2025-09"],
    ["2025-9", "2025-09"],
    ["2025/9", "2025-09"],
    ["2025年9月", "2025-09"],
    ["2025-09-30", "2025-09"],
    ["２０２５年９月３０日", "2025-09"],
  ])("may be a date cell or a date as text: %j", (cell, month) => {
    expect(toArguments(monthly, [cell])).toEqual({ city: month });
  });

  it.each([[202_509], [2025.09], [2025], ["2025-13"], ["Sep 2025"]])("is not guessed from %j", (cell) => {
    expect(toArguments(monthly, [cell])).toEqual({ city: cell });
  });
});

describe("Excel's Invocation object", () => {
  const invocation = { functionName: "HPI", address: "Sheet1!A1", setResult: undefined };

  it("after the arguments is ignored", () => {
    expect(answerOf(LAND_CUT, [9, 10, invocation])).toBe(answerOf(LAND_CUT, [9, 10]));
  });

  it("in the place of an argument that cached metadata does not know is dropped", () => {
    expect(answerOf(HPI_BAND, [39.9, invocation])).toBe("低");
    expect(answerOf(HPI, [column(10), column(5), invocation])).toBe(50);
    expect(refusal(LAND_CUT, [9, invocation]).message).toContain("benchmark is missing");
  });
});

describe("toCells(result, definition, language)", () => {
  const field = (name: string) => ({ name, unit: "none", label: { en: `${name} label`, zh: `${name} 标签` } }) as const;
  const returning = (returns: Definition["returns"]): Definition => ({ ...HPI, id: "T", returns });
  const scalar = returning({ shape: "scalar", unit: "none", label: { en: "value", zh: "值" } });
  const card = returning({ shape: "card", fields: [field("a"), field("b")] });
  const list = returning({ shape: "list", fields: [field("a")] });
  const table = returning({ shape: "table", fields: [field("a"), field("b")], summary: [field("total")] });

  it("writes a card as labels and values, in the language asked for", () => {
    expect(toCells({ a: 1, b: "x" }, card, "en")).toEqual([
      ["a label", 1],
      ["b label", "x"],
    ]);
    expect(toCells({ a: 1, b: "x" }, card, "zh")).toEqual([
      ["a 标签", 1],
      ["b 标签", "x"],
    ]);
  });

  it("writes a list as one row, and a table as rows below its headings", () => {
    expect(toCells([1, "x", true], list, "en")).toEqual([[1, "x", true]]);
    const rows = [
      [1, 2],
      [3, ""],
    ];
    expect(toCells({ rows, total: 4 }, table, "en")).toEqual([["a label", "b label"], ...rows]);
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]])(
    "never writes %d: that cell is #NUM!",
    (bad) => {
      expect(() => toCells(bad, scalar, "en")).toThrow(CellError);
      const [[, value] = []] = toCells({ a: bad, b: 1 }, card, "en") as unknown[][];
      expect(value).toMatchObject({ code: "#NUM!" });
      expect(toCells([1, bad], list, "en")).toEqual([[1, expect.objectContaining({ code: "#NUM!" })]]);
    },
  );

  it("writes nothing as an empty text, which Excel does not show as 0", () => {
    const holes = { a: null, b: undefined } as unknown as Result;
    expect(toCells(holes, card, "en")).toEqual([
      ["a label", ""],
      ["b label", ""],
    ]);
  });

  it("does not hand a host what its cells cannot hold", () => {
    expect(() => toCells(10n as unknown as Result, scalar, "en")).toThrow(TypeError);
    expect(() => toCells([new Date(0)] as unknown as Result, list, "en")).toThrow(TypeError);
  });

  it.each(catalog.map((definition) => [definition.id, definition] as const))("%s spills rectangles only", (_, definition) => {
    for (const example of definition.examples) {
      if ("problem" in example) continue;
      const cells = toCells(definition.evaluate(example.args), definition, "zh");
      if (typeof cells !== "object") continue;
      const width = cells[0]?.length ?? 0;
      expect(width).toBeGreaterThan(0);
      for (const row of cells) expect(row).toHaveLength(width);
      for (const cell of cells.flat()) expect(cell ?? "nothing").not.toBe("nothing");
    }
  });
});
