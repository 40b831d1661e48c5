/** HPI_TABLE: the index of pasted tables as people keep them, what does not matter to it, and what it refuses. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  type Block,
  columnsOf as columnsOfLots,
  hpi,
  hpiInterval,
  hpiParts,
  hpiTable,
  InputError,
  isBackstop,
  lotsFromTable,
  priceCut,
} from "soundings";
import { describe, expect, it } from "vitest";

function refusal(block: Block, by?: string): InputError {
  try {
    hpiTable(block, { by });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("the table was accepted");
}

const onlyRow = (block: Block) => {
  const { rows } = hpiTable(block);
  expect(rows).toHaveLength(1);
  return rows[0];
};

const lots = fc.array(
  fc
    .record({
      city: fc.constantFrom("郑州", "合肥", "Wuhan"),
      start: fc.double({ min: 0.5, max: 50, noNaN: true }),
      premium: fc.double({ min: 0, max: 0.5, noNaN: true }),
      sold: fc.boolean(),
      cut: fc.double({ min: 0, max: 0.4, noNaN: true }),
      backstop: fc.boolean(),
    })
    .map((lot) => ({ ...lot, backstop: lot.backstop && lot.sold })),
  { minLength: 1, maxLength: 25 },
);
type Lots = typeof lots extends fc.Arbitrary<infer L> ? L : never;

/** A table in one of two languages, its columns in any order. */
function tableOf(rows: Lots, language: "en" | "zh", order: readonly number[]): Block {
  const headings = {
    en: ["City", "Starting price", "Deal price", "Price cut", "Backstop", "Lot"],
    zh: ["城市", "起拍价", "成交总价", "降价幅度", "是否兜底", "地块"],
  }[language];
  const cells = rows.map(({ city, start, premium, sold, cut, backstop }, i) => [
    city,
    start,
    sold ? start * (1 + premium) : null,
    cut,
    backstop,
    `No. ${i}`,
  ]);
  return [headings, ...cells].map((row) => order.map((at) => row[at] as Block[number][number]));
}

const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });

function columnsOf(rows: Lots) {
  const start = rows.map((lot) => lot.start);
  const deal = rows.map((lot) => (lot.sold ? lot.start * (1 + lot.premium) : 0));
  return { start, deal, options: { cut: rows.map(({ cut }) => cut), backstop: rows.map(({ backstop }) => backstop) } };
}

describe("hpiTable(block)", () => {
  it("gives one group the index, parts and interval of hpi, hpiParts and hpiInterval over the columns", () => {
    fc.assert(
      fc.property(lots, (rows) => {
        const { start, deal, options } = columnsOf(rows);
        const [row] = hpiTable(tableOf(rows, "zh", [0, 1, 2, 3, 4, 5]), { by: "all" }).rows;
        const parts = hpiParts(start, deal, options);
        expect(row).toMatchObject({
          lots: rows.length,
          startTotal: parts.supply,
          dealTotal: parts.sold,
          premiumPts: parts.premiumPts,
          failedPts: parts.failedPts,
          cutPts: parts.cutPts,
          backstopPts: parts.backstopPts,
          index: hpi(start, deal, options),
          band: parts.band,
        });
        const { low, high } = rows.length < 10 ? { low: "", high: "" } : hpiInterval(start, deal, options);
        expect([row?.low, row?.high]).toEqual([low, high]);
      }),
      { numRuns: 30 },
    );
  });

  it("is the same whatever the order of the columns and the language of the headings", () => {
    fc.assert(
      fc.property(lots, order, order, (rows, one, other) => {
        expect(hpiTable(tableOf(rows, "en", one))).toEqual(hpiTable(tableOf(rows, "zh", other)));
      }),
      { numRuns: 30 },
    );
  });

  it("gives every group what its own rows alone would give, in the order of their first appearance", () => {
    fc.assert(
      fc.property(lots, (rows) => {
        const groups = [...new Set(rows.map(({ city }) => city))];
        const alone = groups.flatMap((city) => {
          const own = rows.filter((lot) => lot.city === city);
          return hpiTable(tableOf(own, "en", [0, 1, 2, 3, 4, 5])).rows;
        });
        expect(hpiTable(tableOf(rows, "en", [0, 1, 2, 3, 4, 5])).rows).toEqual(alone);
      }),
      { numRuns: 30 },
    );
  });

  it("agrees with lotsFromTable over the notebooks' own file of lots", () => {
    const text = readFileSync(new URL("../../../notebooks/data/example_lots.csv", import.meta.url), "utf8");
    const [headings = [], ...rows] = text
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const lots = lotsFromTable(rows.map((row) => Object.fromEntries(headings.map((name, i) => [name, row[i]]))));
    const { start, deal, ...options } = columnsOfLots(lots);
    const row = onlyRow([headings, ...rows]);
    expect([row?.lots, row?.index]).toEqual([lots.length, hpi(start, deal, options)]);
    expect(row?.index).toBeCloseTo(39.9, 1);
  });

  it("passes the mode on", () => {
    const block: Block = [
      ["start", "deal", "cut", "backstop"],
      [10, 10, 0.25, true],
      [10, 10, 0, false],
    ];
    expect([hpiTable(block).rows[0]?.index, hpiTable(block, { mode: "literal" }).rows[0]?.index]).toEqual([50, 0]);
  });

  it("reads text-numbers, full width, thousands, percentages and words for none", () => {
    const row = onlyRow([
      ["起始价（万元）", "成交价（万元）", "降幅"],
      ["１０，０００", " 12,000 ", "—"],
      ["10000.0", "10000", "15%"],
      ["1e4", "流拍（无人报名）", "无"],
      [10000, "/", ""],
    ]);
    expect(row).toMatchObject({ lots: 4, startTotal: 40_000, dealTotal: 22_000, unit: "万元", index: 42.5, failedPts: 50 });
  });

  it("reads a blank alike whether a host sends it as 0, null or text", () => {
    const blanks = [0, null, undefined, "", " ", "\u3000"].map((blank) =>
      onlyRow([
        ["起始价", "成交价", "状态", "竞得人", "兜底", "降幅", "溢价率"],
        [10, blank, blank, blank, blank, blank, blank],
        [10, 10, blank, blank, blank, blank, blank],
      ]),
    );
    for (const row of blanks) expect(row).toEqual(blanks[0]);
    expect(blanks[0]?.index).toBe(50);
  });

  it.each([
    ["亿元", "万元", 8.33, 93_500],
    ["万元", "亿元", 83_300, 9.35],
    ["元", "亿元", 833_000_000, 9.35],
    ["亿元", "元", 8.33, 935_000_000],
  ])("brings starts in %s and deals in %s to one unit, that of the starts", (own, other, start, deal) => {
    const row = onlyRow([
      [`起始价（${own}）`, `成交价（${other}）`],
      [start, deal],
    ]);
    const factor = start / 8.33;
    expect(row?.unit).toBe(own);
    expect(row?.dealTotal).toBeCloseTo(9.35 * factor, 9 - Math.round(Math.log10(factor)));
    expect(row?.index).toBeCloseTo((100 * 9.35) / 8.33, 9);
  });

  it("keeps a deal at its start exactly there after conversion, so that a backstop is seen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (wan) => {
        const row = onlyRow([
          ["起始价（亿元）", "成交价（万元）", "是否城投"],
          [wan / 10_000, wan, "是"],
        ]);
        expect(row?.index).toBe(0);
      }),
    );
  });

  it("takes a heading without a unit to be in that of the other", () => {
    const row = onlyRow([
      ["起始价", "成交价（亿元）"],
      [10, 11],
    ]);
    expect(row).toMatchObject({ unit: "亿元", index: 110 });
  });

  it("computes cuts from benchmarks, and backstops from who controls the buyer", () => {
    const row = onlyRow([
      ["起始价", "成交价", "上次起拍价", "是否城投", "是否上市"],
      [8.33, 9.35, 10.73, "否", ""],
      [10, 10, "", "是", "否"],
      [10, 10, "", "是", "是"],
      [10, 10.5, "", "是", ""],
    ]);
    const cut = [priceCut(9.35, 10.73), 0, 0, 0];
    const backstop = [false, isBackstop(true, 10, 10), false, false];
    expect(row?.index).toBe(hpi([8.33, 10, 10, 10], [9.35, 10, 10, 10.5], { cut, backstop }));
  });

  it.each(["流拍", "终止", "撤牌", "中止", "延期", "未成交", "流拍（无人报名）", "Failed", "withdrawn"])(
    "counts %s as not sold, in the column of outcomes or of deals",
    (word) => {
      const inStatus = onlyRow([
        ["起始价", "成交价", "状态"],
        [10, "", word],
        [10, 10, "底价成交"],
      ]);
      const inDeal = onlyRow([
        ["起始价", "成交价"],
        [10, word],
        [10, 10],
      ]);
      expect([inStatus?.index, inDeal?.index]).toEqual([50, 50]);
    },
  );

  it.each([
    [["合计", 20, 20]],
    [["总计（2宗）", 20, 20]],
    [["郑州合计", 20, 20]],
    [["小计：", 20, 20]],
    [["Σ", 20, 20]],
    [["Grand total", 20, 20]],
    [["平均", 10, 10]],
    [["注：单位为亿元", "", ""]],
    [["数据来源：交易中心", null, 0]],
    [["", null, 0]],
  ])("leaves out the row %j", (row) => {
    const block: Block = [["地块", "起始价", "成交价"], ["A", 10, 10], ["B", 10, 10], row];
    expect(onlyRow(block)).toEqual(onlyRow(block.slice(0, 3)));
  });

  it("keeps a lot whose remark ends in 合计", () => {
    const row = onlyRow([
      ["地块", "起始价", "成交价", "备注"],
      ["A", 10, 10, "与B地块合计"],
      ["B", 10, "", ""],
    ]);
    expect(row?.lots).toBe(2);
  });

  it("takes subtotals between the lots for what they are", () => {
    const { rows } = hpiTable([
      ["城市", "地块", "起始价", "成交价"],
      ["甲", "1", 10, 10],
      ["甲", "小计", 10, 10],
      ["乙", "2", 10, ""],
      ["乙", "小计", 10, ""],
      ["合计", "", 20, 10],
    ]);
    expect(rows.map(({ group, lots: n, index }) => [group, n, index])).toEqual([
      ["甲", 1, 100],
      ["乙", 1, 0],
    ]);
  });

  it("gives an interval from 10 lots on, the same every time", () => {
    const round = (n: number): Block => [
      ["地块", "起始价", "成交价"],
      ...Array.from({ length: n }, (_, i) => [`L${i}`, 10 + i, i % 3 === 0 ? "" : 10 + i]),
    ];
    expect(onlyRow(round(9))).toMatchObject({ low: "", high: "" });
    const row = onlyRow(round(10));
    expect(row?.low).toBeLessThan(row?.index ?? 0);
    expect(row?.high).toBeGreaterThan(row?.index ?? 100);
    expect(onlyRow(round(10))).toEqual(row);
  });

  it("reads 100,000 lots", () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => [`L${i}`, `第${i % 20}批`, 10, i % 4 === 0 ? null : 10]);
    const { rows: found } = hpiTable([["地块", "批次", "起始价", "成交价"], ...rows], { by: "批次" });
    expect(found.map((row) => row.lots)).toEqual(new Array(20).fill(5000));
  });
});

describe("hpiTable(block, { by })", () => {
  const block: Block = [
    ["城市", "区", "拍卖轮", "起始价", "成交价"],
    ["甲", "东", 1, 10, 10],
    ["甲", "西", 2, 10, ""],
    ["乙", "东", 2, 10, 10],
  ];
  const groups = (by?: string) => hpiTable(block, { by }).rows.map(({ group }) => group);

  it("groups by city where there is one, and by all on demand or without one", () => {
    expect([groups(), groups("all"), groups("全部")]).toEqual([["甲", "乙"], ["全部 all"], ["全部 all"]]);
    expect(
      hpiTable([
        ["起始价", "成交价"],
        [10, 10],
      ]).rows[0]?.group,
    ).toBe("全部 all");
  });

  it("takes a heading, or a word for it in either language", () => {
    for (const by of ["区", "区域", "district", "行政区", " District "]) expect(groups(by), by).toEqual(["东", "西"]);
    expect(groups("拍卖轮")).toEqual(["1", "2"]);
  });

  it("refuses what names no column, and suggests one", () => {
    expect(refusal(block, "拍卖")).toMatchObject({ problem: "unknown-choice", argument: "by" });
    expect(refusal(block, "拍卖论").message).toContain('did you mean "拍卖轮"');
    expect(refusal(block, "成交价")).toMatchObject({ problem: "unknown-choice", argument: "by" });
  });

  it("refuses a lot without a group where a name stands in two rows, as no merged cells leave it", () => {
    const twice: Block = [...block.slice(0, 3), ["", "西", 2, 10, ""]];
    expect(refusal(twice).message).toBe(
      'HPI_TABLE: block, column "城市", row 4, is blank; expected a name in every row (fill merged cells down)',
    );
  });
});

describe("hpiTable(block) refuses", () => {
  const named = ["地块", "起始价", "成交价"];

  it.each<[string, Block, string, string | undefined, number | undefined]>([
    [
      "a table without deals",
      [
        ["起始价", "价格"],
        [1, 1],
      ],
      "missing-argument",
      undefined,
      undefined,
    ],
    [
      "two columns of the same",
      [
        ["起始价", "挂牌价", "成交价"],
        [1, 1, 1],
      ],
      "ambiguous-column",
      undefined,
      undefined,
    ],
    ["a blank start", [named, ["A", 1, 1], ["B", "", 1]], "missing-argument", "起始价", 2],
    ["a start of 0", [named, ["A", 0, 1]], "missing-argument", "起始价", 1],
    ["a negative start", [named, ["A", -1, 1]], "out-of-range", "起始价", 1],
    ["a negative deal", [named, ["A", 1, "-1"]], "out-of-range", "成交价", 1],
    ["a word for a number", [named, ["A", "12亿元", 1]], "wrong-type", "起始价", 1],
    ["a date for a number", [named, ["A", 1, "2022-07-01"]], "wrong-type", "成交价", 1],
    ["TRUE for a number", [named, ["A", 1, true]], "wrong-type", "成交价", 1],
    ["an infinite number", [named, ["A", 1, Number.POSITIVE_INFINITY]], "wrong-type", "成交价", 1],
    ["a unit row of two units", [named, ["", "亿元", "万元/亩"], ["A", 1, 1]], "wrong-type", "起始价", 1],
    [
      "an unsold lot with a deal",
      [
        [...named, "状态"],
        ["A", 1, 1, "流拍"],
      ],
      "out-of-range",
      "状态",
      1,
    ],
    [
      "a sold lot without one",
      [
        [...named, "状态"],
        ["A", 1, "", "成交"],
      ],
      "missing-argument",
      "成交价",
      1,
    ],
    [
      "a winner without a deal",
      [
        [...named, "竞得人"],
        ["A", 1, "", "龙湖集团"],
      ],
      "missing-argument",
      "成交价",
      1,
    ],
    [
      "an unknown outcome",
      [
        [...named, "状态"],
        ["A", 1, 1, "待定"],
      ],
      "unknown-choice",
      "状态",
      1,
    ],
    [
      "another premium",
      [
        [...named, "溢价率"],
        ["A", 100, 112, "12%"],
        ["B", 100, 112, "15%"],
      ],
      "out-of-range",
      "溢价率",
      2,
    ],
    ["deals in another unit", [named, ["A", 8.33, 93_500]], "out-of-range", "成交价", 1],
    [
      "benchmarks in another unit",
      [
        [...named, "基准价"],
        ["A", 8.33, 9.35, 107_300],
      ],
      "out-of-range",
      "基准价",
      1,
    ],
    [
      "a percentage without its sign",
      [
        [...named, "降幅"],
        ["A", 1, 1, 12.9],
      ],
      "percent-as-whole-number",
      "降幅",
      1,
    ],
    [
      "cuts with the other sign",
      [
        [...named, "降幅"],
        ["A", 1, 1, "-12.9%"],
        ["B", 1, 1, 0],
      ],
      "out-of-range",
      "降幅",
      1,
    ],
    [
      "cells that may be % twice",
      [
        [...named, "降幅(%)"],
        ["A", 1, 1, 0.129],
      ],
      "percent-as-whole-number",
      "降幅(%)",
      undefined,
    ],
    [
      "neither yes nor no",
      [
        [...named, "兜底"],
        ["A", 1, 1, "也许"],
      ],
      "wrong-type",
      "兜底",
      1,
    ],
    [
      "a column of backstops half understood",
      [
        [...named, "兜底备注"],
        ["A", 1, 1, ""],
      ],
      "ambiguous-column",
      "兜底备注",
      undefined,
    ],
    ["totals alone", [named, ["合计", 10, 10]], "too-short", undefined, undefined],
  ])("%s", (_, block, problem, column, at) => {
    expect(refusal(block)).toMatchObject({ problem, argument: "block", column, at });
  });

  it("names heading and row in both languages, counting the headings as row 1", () => {
    const error = refusal([named, ["A", 10, 10], ["B", 10, "约9"]]);
    expect(error.in("en")).toBe('HPI_TABLE: block, column "成交价", row 3, is "约9"; expected a number of at least 0, or blank');
    expect(error.in("zh")).toBe('HPI_TABLE：参数 block “成交价”列第 3 行是 "约9"；应为 不小于 0 的数，或留空');
  });

  it("lists the headings when one is missing, and what it looks for", () => {
    const error = refusal([
      ["地块", "起始价", "楼面价"],
      ["A", 1, 1],
    ]);
    expect(error.message).toContain('has no column of deal amount: its headings are "地块", "起始价", "楼面价"');
    expect(error.in("en")).toContain('expected a heading such as "deal price", "deal amount" or 成交价, above the numbers');
    expect(error.in("zh")).toContain("应为 数据上方有 成交价、成交总价、成交金额 一类的表头");
  });

  it("accepts whole percentages under a heading with %, signs in the cell or not", () => {
    const index = (cells: Block) => hpiTable(cells).rows[0]?.index;
    const block = (heading: string, a: string | number, b: string | number): Block => [
      [...named, heading],
      ["A", 10, 10, a],
      ["B", 10, 10, b],
    ];
    expect([index(block("降幅（%）", 12.9, 0.5)), index(block("降幅", "12.9%", 0)), index(block("降幅%", "12.9%", ""))]).toEqual([
      75, 75, 75,
    ]);
  });
});

describe("hpiTable(block) refuses a row that contradicts itself, naming both columns:", () => {
  const columns = ["地块", "起始价", "成交价"];

  it.each<[string, string[], Block[number], string, string]>([
    ["a premium without a deal", ["溢价率"], ["A", 10, "", "10%"], "成交价", "溢价率"],
    ["a failed premium beside a deal", ["溢价率"], ["A", 10, 10, "流拍"], "溢价率", "成交价"],
    ["a remark that the lot failed beside a deal", ["备注"], ["A", 10, 10, "流拍"], "备注", "成交价"],
    ["a remark that begins so", ["备注"], ["A", 10, 10, "流拍，无人报名"], "备注", "成交价"],
    ["the same without a heading", [""], ["A", 10, 10, "流拍"], "4", "成交价"],
    ["a remark that the lot sold without a deal", ["备注"], ["A", 10, "", "底价成交"], "成交价", "备注"],
    ["a way of sale that is none", ["成交方式"], ["A", 10, 10, "终止出让"], "成交方式", "成交价"],
    ["a name that says 流拍", [], ["A（流拍）", 10, 10], "地块", "成交价"],
    ["a buyer called 流拍 beside a deal", ["竞得人"], ["A", 10, 10, "流拍"], "竞得人", "成交价"],
    ["a buyer of a postponed lot", ["状态", "竞得人"], ["A", 10, "", "延期", "某公司"], "状态", "竞得人"],
    ["a buyer of a terminated lot", ["状态", "受让单位"], ["A", 10, "", "终止", "某公司"], "状态", "受让单位"],
    ["failed, and sold", ["是否流拍", "状态"], ["A", 10, "", "是", "成交"], "是否流拍", "状态"],
    ["not failed, without a deal", ["是否流拍"], ["A", 10, "", "否"], "成交价", "是否流拍"],
    ["a sale without a deal in a second column", ["状态", "成交结果"], ["A", 10, "", "", "成交"], "成交价", "成交结果"],
    ["a backstop that failed", ["兜底"], ["A", 10, "", "是"], "兜底", "成交价"],
    ["a backstop by a private buyer", ["兜底", "是否城投"], ["A", 10, 10, "是", "否"], "兜底", "是否城投"],
    ["a backstop by a listed buyer", ["兜底", "是否上市"], ["A", 10, 10, "是", "是"], "兜底", "是否上市"],
    ["a backstop in a remark alone", ["备注"], ["A", 10, 10, "城投托底"], "备注", "Backstop"],
    ["another cut than the benchmark's", ["降幅", "基准价"], ["A", 10, 10, "5%", 20], "降幅", "基准价"],
  ])("%s", (_, headings, row, column, other) => {
    const error = refusal([[...columns, ...headings], row]);
    expect([error.column, error.at]).toEqual([column, 1]);
    expect(error.in("en")).toContain(`"${other}"`);
  });

  it.each<[string, string, string | number | boolean, string]>([
    ["beyond 100 %", "降幅", "120%", "out-of-range"],
    ["beyond 100 under %", "降幅（%）", 120, "out-of-range"],
    ["of all of the price", "降幅", 1, "out-of-range"],
    ["without its sign", "降幅", 12, "percent-as-whole-number"],
  ])("a cut %s", (_, heading, cut, problem) => {
    expect(
      refusal([
        [...columns, heading],
        ["A", 10, 10, cut],
      ]),
    ).toMatchObject({ problem, column: heading, at: 1 });
  });

  it("and accepts what only looks like it", () => {
    const { rows } = hpiTable([
      [...columns, "备注", "溢价率", "竞得人", "成交方式", "是否流拍"],
      ["A", 10, 11, "上次流拍，本轮重新挂牌", "10%", "甲", "挂牌", "否"],
      ["B", 10, "", "流拍", "-100%", "/", "", "流拍"],
      ["C", 10, 10, "是", "底价", "乙", "摇号", ""],
      ["D", 10, "", "", "0%", "—", "拍卖", "是"],
    ]);
    expect(rows).toMatchObject([{ lots: 4, dealTotal: 21 }]);
  });
});

describe("hpiTable(block) says why a column is not read:", () => {
  const message = (start: string) =>
    refusal([
      ["地块", start, "成交价（万元）"],
      ["A", 10, 10],
    ]);

  it.each([
    ["起始价（万元/亩）", '"起始价（万元/亩）" is not read, as its "万元/亩" is not understood', "不认识其中的“万元/亩”"],
    ["起始价（元/㎡）", '"起始价（元/㎡）" is per square metre, not a total', "是每平方米价，不是总额"],
    ["起始价 万元/亩", 'its "亩" is not understood', "不认识其中的“亩”"],
    ["Starting price (US$ m)", 'its "US$ m" is not understood', "不认识其中的“US$ m”"],
    ["首期起始价", 'its "首期" is not understood', "不认识其中的“首期”"],
    ["起始楼面价", '"起始楼面价" is not understood', "“起始楼面价”含有不认识的词"],
  ])("%s", (heading, en, zh) => {
    const error = message(heading);
    expect(error).toMatchObject({ problem: "missing-argument" });
    expect(error.in("en")).toContain(en);
    expect(error.in("en")).toContain('expected a heading such as "start price", "starting price" or 起始价');
    expect(error.in("zh")).toContain(zh);
  });

  it("two columns that may both be the starting amount are named", () => {
    const error = refusal([
      ["地块", "Reserve price (RMB m)", "Starting price (RMB m)", "Hammer price (RMB m)"],
      ["A", 10, 9, 10],
    ]);
    expect(error.problem).toBe("ambiguous-column");
    expect(error.in("en")).toContain('"Reserve price (RMB m)" and "Starting price (RMB m)"');
    expect(error.in("zh")).toContain("有两列起始价：“Reserve price (RMB m)”与“Starting price (RMB m)”");
  });
});

describe("hpiTable(block) reads the tables that are published", () => {
  it.each<[string, Block]>([
    [
      "a bureau's result table",
      [
        ["XX市国有建设用地使用权出让结果", "", "", "", "", "", "", "", "", "", "", "", ""],
        [
          ...["序号", "宗地编号", "土地位置", "土地用途", "出让面积(㎡)", "容积率", "起始价(万元)", "竞买保证金(万元)"],
          ...["最高限价(万元)", "成交价(万元)", "成交楼面价(元/㎡)", "溢价率(%)", "竞得人"],
        ],
        [1, "2022-1", "甲路以东", "住宅", 30_000, 2, 60_000, 12_000, 69_000, 66_000, 11_000, 10, "甲公司"],
        [2, "2022-2", "乙路以西", "住宅", 20_000, 2, 40_000, 8_000, 46_000, "流拍", "—", "—", "—"],
        ["合计", "", "", "", 50_000, "", 100_000, "", "", 66_000, "", "", ""],
        ["注：以自然资源局公告为准", "", "", "", "", "", "", "", "", "", "", "", ""],
      ],
    ],
    [
      "an agency's export",
      [
        [
          "城市",
          "行政区划",
          "地块名称",
          "推出土地面积(㎡)",
          "推出楼面均价(元/㎡)",
          "起始价(万元)",
          "土地出让金(亿元)",
          "受让单位",
        ],
        ["某市", "东区", "一号", 30_000, 10_000, 60_000, 6.6, "甲公司"],
        ["某市", "东区", "二号", 20_000, 10_000, 40_000, "", ""],
      ],
    ],
    [
      "a sell-side workbook",
      [
        ["Land auctions", "", "", "", ""],
        ["City", "Site name", "Reserve price (RMB m)", "Hammer price (RMB m)", "Successful bidder"],
        ["X", "Site 1", 600, 660, "A Ltd"],
        ["X", "Site 2", 400, "No bids", "n/a"],
        ["Total", "", "1,000", 660, ""],
      ],
    ],
  ])("as %s", (_, block) => {
    const { rows } = hpiTable(block, { by: "all" });
    expect(rows).toMatchObject([{ lots: 2, failedPts: 40 }]);
    expect(rows[0]?.index).toBeCloseTo(66, 9);
  });
});
