/** Rows of totals among the lots: left out where they are known for what they are, refused where they may be lots. */
import fc from "fast-check";
import { type Block, type BlockCell, hpiTable, InputError, readAs } from "soundings";
import { describe, expect, it } from "vitest";

function answer(block: Block) {
  try {
    return hpiTable(block, { by: block[0]?.includes("城市") ? "城市" : "all" }).rows;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function refusal(block: Block): InputError {
  const seen = answer(block);
  if (seen instanceof InputError) return seen;
  throw new Error("the table was accepted");
}

const leftOut = (block: Block) =>
  readAs(block)
    .rows.filter(({ place }) => place.startsWith("R"))
    .map(({ place, readAs: as }) => [place, as.split(" ")[0]]);

const headings = ["地块", "起拍价", "成交价", "是否兜底"];
const lots: Block = [headings, ["A", 10, 10, "是"], ["B", 20, 21, "否"]];

describe("hpiTable(block) with a row of totals", () => {
  it.each(
    [
      "汇总|全市|共2宗|2宗|总量|全部|总成交|累计|合 计|总|本次合计|全市合计2宗地块|全部地块|累计成交|总成交额|合肥小计|平均|全市平均|中位数",
      "All|All lots|Overall|Subtotal A|Sub-total|Total (2 lots)|Total: 2|Grand total|Hefei total|Sum|Average|City average|Median|Mean",
    ]
      .join("|")
      .split("|"),
  )("leaves out one that is called %s", (label) => {
    expect(answer([...lots, [label, 30, 31, ""]])).toEqual(answer(lots));
    expect(leftOut([...lots, [label, 30, 31, ""]])).toEqual([["R4", "total,"]]);
  });

  it.each(["总部基地地块", "共青城3号", "全南路以东", "Allied Plaza", "Summit site", "Meanwhile lot", "累水河西侧"])(
    "keeps the lot %s",
    (name) => {
      expect(answer([...lots, [name, 7, 8, ""]])).toMatchObject([{ lots: 3 }]);
    },
  );

  it("leaves out one without a name, at the end, below a group or above all, and says so", () => {
    const grouped: Block = [
      ["城市", "地块", "起始价", "成交价"],
      ["合肥", "A", 10, 11],
      ["合肥", "B", 10, 11],
      ["合肥", "", 20, 22],
      ["郑州", "C", 10, ""],
      ["郑州", "D", 30, 30],
      ["", "", 40, 30],
      ["", "", 60, 52],
    ];
    const without = grouped.filter(([, name]) => name !== "");
    expect(answer(grouped)).toEqual(answer(without));
    expect(leftOut(grouped)).toEqual([
      ["R4", "unnamed"],
      ["R7", "unnamed"],
      ["R8", "unnamed"],
    ]);
    const onTop: Block = [headings, ["", 30, 31, ""], ...lots.slice(1)];
    expect(answer(onTop)).toEqual(answer(lots));
  });

  it("refuses one that is called like a lot, naming the row and the ways out", () => {
    const block: Block = [...lots, ["东区", 30, 31, ""]];
    const error = refusal(block);
    expect(error).toMatchObject({ problem: "out-of-range", column: "起拍价", at: 3 });
    expect(error.in("en")).toContain('the sums of 2 rows from 2 to 3, so that "东区" may be a total');
    expect(error.in("en")).toContain("the label 合计 or Total");
    expect(error.in("zh")).toContain("等于第 2–3 行中 2 行之和，“东区”可能是合计");
    expect(leftOut(block)).toEqual([["R4", "total"]]);
  });

  it("refuses a sum among lots that have no names at all, and takes it for a lot with a winner or an outcome", () => {
    const bare = (last: BlockCell): Block => [
      ["起始价", "成交价", "状态"],
      [10, 12, ""],
      [20, 20, ""],
      [30, 32, last],
    ];
    expect(refusal(bare(""))).toMatchObject({ column: "起始价", at: 3 });
    expect(answer(bare("成交"))).toMatchObject([{ lots: 3 }]);
  });

  it("takes a lot that happens to be the sum of two others for a lot, if its name is formed like theirs", () => {
    const three = (...names: string[]): Block => [
      ["地块", "起始价", "成交价"],
      ...names.map((name, i) => [name, i < 2 ? 10 : 20, i < 2 ? 10 : 20]),
    ];
    for (const names of [
      ["A", "B", "C"],
      ["地块1", "地块2", "地块3"],
      ["甲地块", "乙地块", "丙地块"],
      ["郑政出〔2022〕5号", "郑政出〔2022〕6号", "郑政出〔2022〕7号"],
    ])
      expect(answer(three(...names)), names.join()).toMatchObject([{ lots: 3, index: 100 }]);
    expect(refusal(three("A", "B", "East")).at).toBe(3);
  });

  it("takes two equal lots for two lots", () => {
    expect(answer([headings, ["A", 10, 10, ""], ["East", 10, 10, ""]])).toMatchObject([{ lots: 2 }]);
  });

  it("knows a total of rounded numbers, and does not take 10, 10 and 21 for one", () => {
    const named = ["地块", "起始价", "成交价"];
    const rounded: Block = [named, ["A", 10.73, 11.26], ["B", 8.33, 9.35], ["", 19.07, 20.61]];
    expect(answer(rounded)).toMatchObject([{ lots: 2 }]);
    expect(answer([named, ["A", 10, 10], ["B", 10, 10], ["East", 21, 21]])).toMatchObject([{ lots: 3 }]);
  });

  it("refuses a row without a name that sums nothing up: it may be a mean", () => {
    expect(refusal([...lots, ["", 15, 15.5, ""]])).toMatchObject({ problem: "missing-argument", column: "地块", at: 3 });
  });

  it("refuses a row of numbers that is called like a remark", () => {
    expect(refusal([...lots, ["注：另有", 15, "", ""]])).toMatchObject({ problem: "missing-argument", column: "地块", at: 3 });
  });

  it("refuses a row that is called like a total and has a buyer like a lot", () => {
    const block: Block = [
      ["地块", "起始价", "成交价", "竞得人"],
      ["A", 10, 10, "甲"],
      ["B、C合计", 5, 6, "乙"],
    ];
    expect(refusal(block)).toMatchObject({ problem: "out-of-range", at: 2 });
  });

  const lot = fc.record({
    start: fc.integer({ min: 1, max: 90_000 }),
    premium: fc.integer({ min: 0, max: 15 }),
    sold: fc.boolean(),
    city: fc.constantFrom("合肥", "郑州"),
  });
  const round = fc
    .array(lot, { minLength: 2, maxLength: 12 })
    .map((all) => all.map((one, i) => ({ ...one, sold: one.sold || i === 0 })));

  it("is never changed by a total: the answer is the same without it, or there is none", () => {
    const label = fc.constantFrom("合计", "", "Total", "全市", "东区", "本轮", "小计2", "Sum", "其中");
    fc.assert(
      fc.property(round, label, fc.boolean(), fc.boolean(), (all, name, onTop, named) => {
        const rows = all.map(({ city, start, premium, sold }, i): BlockCell[] => [
          city,
          ...(named ? [`${i + 1}号`] : []),
          start,
          sold ? start + premium : "",
        ]);
        const sum = (at: number) => rows.reduce((total, row) => total + (Number(row.at(at)) || 0), 0);
        const total = ["", ...(named ? [name] : []), sum(-2), sum(-1)];
        const head = ["城市", ...(named ? ["地块"] : []), "起始价", "成交价"];
        const without = answer([head, ...rows]);
        const seen = answer([head, ...(onTop ? [total, ...rows] : [...rows, total])]);
        if (!(seen instanceof InputError)) expect(seen).toEqual(without);
      }),
    );
  });

  it("is never changed by a subtotal below each city either", () => {
    const label = fc.constantFrom("小计", "", "东区");
    fc.assert(
      fc.property(round, label, (all, name) => {
        const cities = ["合肥", "郑州"].map((city) => all.filter((one) => one.city === city)).filter((own) => own.length > 1);
        const cells = (own: typeof all) =>
          own.map(({ city, start, premium, sold }, i): BlockCell[] => [city, `${i + 1}号`, start, sold ? start + premium : ""]);
        const head = ["城市", "地块", "起始价", "成交价"];
        const sum = (rows: BlockCell[][], at: number) => rows.reduce((total, row) => total + (Number(row[at]) || 0), 0);
        const withTotals = cities.flatMap((own) => {
          const rows = cells(own);
          return [...rows, [own[0]?.city, name, sum(rows, 2), sum(rows, 3)]];
        });
        if (cities.length === 0) return;
        const without = answer([head, ...cities.flatMap(cells)]);
        const seen = answer([head, ...withTotals]);
        if (!(seen instanceof InputError)) expect(seen).toEqual(without);
      }),
    );
  });
});
