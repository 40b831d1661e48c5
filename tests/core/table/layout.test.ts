/** Blocks as they are pasted: titles above the headings, headings in two lines, merged cells, notes below. */
import fc from "fast-check";
import { type Block, headingsOfBlock, hpiTable, InputError, ihciMap, readAs } from "soundings";
import { describe, expect, it } from "vitest";

function refusal(block: Block): InputError {
  try {
    hpiTable(block);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("the table was accepted");
}

const plainTable: Block = [
  ["城市", "地块", "起始价（万元）", "成交价（万元）"],
  ["合肥", "A", 10, 11],
  ["郑州", "B", 20, ""],
];
const said = (block: Block) =>
  readAs(block)
    .rows.filter(({ place }) => place.startsWith("R"))
    .map(({ place, readAs: as }) => `${place} ${as.split(",")[0]}`);

const wide = (...cells: Block[number]): Block[number] => [...cells, ...new Array(4 - cells.length).fill("")];

describe("a table", () => {
  it.each<[string, Block]>([
    ["a title", [wide("2022年第三批集中供地成交结果")]],
    ["a title and a blank row", [wide("土拍结果一览表"), wide()]],
    ["a title and a unit", [wide("出让结果"), ["", "", "", "单位：万元"]]],
    ["a title unmerged into every cell", [["土拍结果", "土拍结果", "土拍结果", "土拍结果"]]],
    ["a blank row", [wide()]],
    ["a title in English", [wide("Land auction results, round 3"), wide("As of 30 June 2022")]],
  ])("below %s is read as without it, and READ_AS says so", (_, above) => {
    const block = [...above, ...plainTable];
    expect(hpiTable(block)).toEqual(hpiTable(plainTable));
    expect(said(block)).toEqual(above.flatMap((row, i) => (row.every((cell) => cell === "") ? [] : [`R${i + 1} title`])));
  });

  it("names the row of the block in a refusal, titles counted", () => {
    const error = refusal([wide("标题"), ...plainTable.slice(0, 2), ["郑州", "B", "约20", ""]]);
    expect(error).toMatchObject({ column: "起始价（万元）", at: 3 });
  });

  it("takes the unit above its headings for amounts that have none of their own", () => {
    const block = (note: string): Block => [
      ["成交结果", "", note],
      ["地块", "起始价", "成交价（亿元）"],
      ["A", 10_000, 1.1],
    ];
    const [row] = hpiTable(block("（单位：万元）")).rows;
    expect([row?.unit, row?.startTotal]).toEqual(["万元", 10_000]);
    expect(row?.index).toBeCloseTo(110, 9);
    expect(refusal(block("（单位：万元、㎡）")).message).toContain("the same unit, or both units in the headings");
  });

  it.each<[string, Block]>([
    ["注：", [wide("注：起始价为万元")]],
    ["a source in two cells", [wide("数据来源：", "自然资源局")]],
    ["a list of notes", [wide("备注：1、溢价率按起始价计算"), wide("2、不含协议出让")]],
    ["a sentence", [wide("以上地块均为住宅用地。")]],
    ["Source:", [wide(), wide("Source: bureau of natural resources")]],
    ["a footnote", [wide("*excludes industrial land")]],
  ])("with %s below is read as without it", (_, below) => {
    expect(hpiTable([...plainTable, ...below])).toEqual(hpiTable(plainTable));
    expect(said([...plainTable, ...below]).every((row) => row.endsWith("remark"))).toBe(true);
  });

  it("with a lot's name alone below is refused: it may be a lot without amounts", () => {
    const error = refusal([...plainTable, wide("C地块")]);
    expect(error).toMatchObject({ problem: "missing-argument", column: "起始价（万元）", at: 3 });
    expect(error.in("zh")).toContain("（注释行请以“注：”开头）");
  });

  it("reads headings again on every page, blank rows between and a line of units below as what they are", () => {
    const [headings = [], ...rows] = plainTable;
    expect(hpiTable([headings, ...rows.slice(0, 1), wide(), headings, ...rows.slice(1)])).toEqual(hpiTable(plainTable));
    const units: Block = [["城市", "地块", "起始价", "成交价"], ["", "", "（万元）", "（万元）"], ...rows];
    expect(hpiTable(units)).toEqual(hpiTable(plainTable));
    expect(said(units)).toEqual(["R2 headings"]);
  });

  it("joins two lines of headings, the upper merged over several columns", () => {
    const block: Block = [
      ["基本情况", "", "起始", "", "成交", ""],
      ["城市", "地块", "总价（万元）", "楼面价（元/㎡）", "总价（万元）", "楼面价（元/㎡）"],
      ["合肥", "A", 10, 5000, 11, 5500],
      ["郑州", "B", 20, 6000, "", ""],
    ];
    expect(headingsOfBlock(block)).toEqual([
      "城市",
      "地块",
      "起始 总价（万元）",
      "起始 楼面价（元/㎡）",
      "成交 总价（万元）",
      "成交 楼面价（元/㎡）",
    ]);
    expect(hpiTable(block)).toEqual(hpiTable(plainTable));
  });

  it("does not take the amounts of another round for this one's: what stands above a heading may change it", () => {
    const error = refusal([
      ["地块", "上轮", "", ""],
      ["", "起始价", "成交价", "楼面价"],
      ["A", 10, 11, 1],
    ]);
    expect(error.problem).toBe("missing-argument");
    expect(error.message).toContain("起始价");
  });

  it("is the same in any order of its columns, with a title above and a note below", () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(order, order, (one, other) => {
        const at = (places: number[]): Block => [
          wide("标题"),
          ...plainTable.map((row) => places.map((i) => row[i])),
          wide("注：样例"),
        ];
        expect(hpiTable(at(one), { by: "城市" })).toEqual(hpiTable(at(other), { by: "城市" }));
      }),
    );
  });

  it("below a title is read by ihciMap too", () => {
    const { rows } = ihciMap(
      [
        ["各板块均价", ""],
        ["板块", "均价（元/㎡）"],
        ["甲", 20_000],
        ["全市平均", 20_000],
      ],
      10_000,
    );
    expect(rows).toEqual([{ place: "甲", price: 20_000, multiple: 2, zone: "B" }]);
  });
});

describe("merged cells", () => {
  const merged = (...cities: string[]): Block => [
    ["城市", "地块", "起始价", "成交价"],
    ...cities.map((city, i) => [city, `${i + 1}号`, 10, i === 1 ? "" : 10]),
  ];
  const filled = (block: Block) => readAs(block).rows[0]?.readAs;

  it("of cities are filled down where every name stands once, and READ_AS says how many", () => {
    const block = merged("合肥", "", "郑州", "", "");
    expect(hpiTable(block)).toEqual(hpiTable(merged("合肥", "合肥", "郑州", "郑州", "郑州")));
    expect(filled(block)).toBe("city 城市, 3 filled down 向下填充 3 格");
  });

  it.each([
    ["a name that stands twice", ["合肥", "合肥", "", "郑州"], 3],
    ["a name that comes again", ["合肥", "", "郑州", "合肥"], 2],
    ["a first row without a name", ["", "合肥", "", ""], 1],
  ])("are refused beside %s", (_, cities, at) => {
    expect(refusal(merged(...cities))).toMatchObject({ problem: "missing-argument", column: "城市", at });
    expect(filled(merged(...cities))).toBe("city 城市");
  });

  it("are refused below a total, where another city may begin", () => {
    const block: Block = [...merged("合肥", ""), ["小计", "", 20, 10], ["", "3号", 10, 10]];
    expect(refusal(block)).toMatchObject({ column: "城市", at: 4 });
  });

  it("of districts are not filled down into another city", () => {
    const block = (city: string): Block => [
      ["城市", "区域", "地块", "起始价", "成交价"],
      ["合肥", "东区", "A1", 10, 10],
      [city, "", "A2", 10, ""],
    ];
    const groups = (cells: Block) => hpiTable(cells, { by: "区域" }).rows.map(({ group, lots }) => [group, lots]);
    expect(groups(block(""))).toEqual([["东区", 2]]);
    expect(() => groups(block("郑州"))).toThrow(/"区域", row 3, is blank/);
  });
});
