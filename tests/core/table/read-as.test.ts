/** READ_AS says before the calculation what the table functions read; and what a workbook can ask of the functions themselves. */
import { readFileSync } from "node:fs";
import { type Block, catalog, citation, findDefinition, hpiTable, InputError, readAs, version } from "soundings";
import { describe, expect, it } from "vitest";

describe("readAs(block)", () => {
  const block: Block = [
    ["城市", "起始价（万元）", "成交价（亿元）", "成交价（元/㎡）", "备注", "", "兜底"],
    ["甲", 10_000, 1.1, 9_000, "x", "", "是"],
    ["甲", "约1亿", "流拍", "", "", "", "也许"],
    ["合计", 10_000, 1.1, "", "", "", ""],
    ["注：样例", "", "", "", "", "", ""],
  ];
  const rows = readAs(block).rows;

  it("has one row per column and one per row left out", () => {
    expect(rows.map(({ place, seen, readAs: as }) => [place, seen, as])).toEqual([
      ["C1", "城市", "city 城市"],
      ["C2", "起始价（万元）", "starting amount 起始价"],
      ["C3", "成交价（亿元）", "deal amount 成交价"],
      ["C4", "成交价（元/㎡）", "price 房价"],
      ["C5", "备注", "remark, only checked 备注，仅核对"],
      ["C6", "", "not read 不读"],
      ["C7", "兜底", "backstop 兜底"],
      ["R4", "合计", "total, left out 合计行，不计入"],
      ["R5", "注：样例", "remark, left out 注释行，不计入"],
    ]);
  });

  it("counts cells that are read, blank and refused without stopping at any", () => {
    const counts = Object.fromEntries(rows.map((row) => [row.place, [row.read, row.blank, row.refused]]));
    expect(counts).toMatchObject({
      C1: [2, 0, 0],
      C2: [1, 0, 1],
      C3: [2, 0, 0],
      C4: [1, 1, 0],
      C5: [1, 1, 0],
      C6: ["", "", ""],
      C7: [1, 0, 1],
    });
  });

  it("says which unit is stated, which is used, and the sums that hpiTable has", () => {
    expect(rows.slice(1, 4).map(({ unit, readIn, sum }) => [unit, readIn, sum])).toEqual([
      ["万元", "万元", 10_000],
      ["亿元", "万元", 11_000],
      ["元/㎡", "元/㎡", ""],
    ]);
    const readable: Block = [
      ["起始价（亿元）", "成交价（万元）"],
      [2, 20_000],
      [3, "流拍"],
    ];
    const [start, deal] = readAs(readable).rows;
    expect(hpiTable(readable).rows[0]).toMatchObject({ startTotal: start?.sum, dealTotal: deal?.sum, unit: start?.readIn });
  });

  it("marks two columns of one meaning, which the other functions refuse", () => {
    const twice: Block = [
      ["起始价", "起拍价", "成交价"],
      [1, 1, 1],
    ];
    expect(readAs(twice).rows.map((row) => row.readAs)).toEqual([
      "starting amount 起始价 (×2!)",
      "starting amount 起始价 (×2!)",
      "deal amount 成交价",
    ]);
  });
});

describe("readAs(block) of a whole paste", () => {
  const rows = readAs([
    ["成交结果", "", "", "", "", "单位：万元"],
    ["城市", "地块编号", "地块名称", "起始价", "成交价", "容积率"],
    ["甲", "1", "东一", 10, 11, 2],
    ["", "2", "东二", 20, 21, 2],
    ["", "", "", 30, 32, ""],
    ["乙", "3", "西一", 10, 10, 2],
    ["乙", "4", "西二", 15, 15, 2],
    ["", "", "西片", 25, 25, ""],
    ["*不含工业用地", "", "", "", "", ""],
  ]).rows;

  it("says which rows are left out and why, and which HPI_TABLE refuses", () => {
    expect(
      rows.filter(({ place }) => place.startsWith("R")).map(({ place, readAs: as }) => [place, as.split(/[,:] |\? /)[0]]),
    ).toEqual([
      ["R1", "title"],
      ["R5", "unnamed sum of the rows above"],
      ["R9", "remark"],
      ["R8", "total or lot"],
    ]);
  });

  it("names the columns that are ignored, marks no two names of a lot, and gives sums without the totals", () => {
    expect(rows.slice(0, 6).map(({ readAs: as, unit, sum }) => [as, unit, sum])).toEqual([
      ["city 城市", "", ""],
      ["lot 地块", "", ""],
      ["lot 地块", "", ""],
      ["starting amount 起始价", "万元", 80],
      ["deal amount 成交价", "万元", 82],
      ["not read 不读", "", ""],
    ]);
  });
});

describe("SOUNDINGS_VERSION()", () => {
  it("is the version of every package.json", () => {
    for (const file of ["package.json", "core/package.json"]) {
      const json = JSON.parse(readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8")) as { version: string };
      expect(json.version, file).toBe(version);
    }
  });
});

describe("SOUNDINGS_SOURCE(name)", () => {
  const source = (args: Record<string, unknown>) => findDefinition("SOUNDINGS_SOURCE")?.evaluate(args);

  it("is the source line of every function of the catalogue, in both languages", () => {
    for (const definition of catalog) {
      expect(source({ name: definition.id.toLowerCase() })).toBe(citation(definition).zh);
      expect(source({ name: definition.id, lang: "en" })).toBe(citation(definition).en);
    }
  });

  it("suggests the nearest name", () => {
    expect(() => source({ name: "HPI_TABEL" })).toThrow(InputError);
    expect(() => source({ name: "HPI_TABEL" })).toThrow(/did you mean HPI_TABLE\?/);
  });
});
