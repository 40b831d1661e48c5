/** IHCI_MAP and RENT_TABLE: boards with prices and rents as people paste them. */
import fc from "fast-check";
import {
  type Block,
  gapBasisPoints,
  InputError,
  ihciMap,
  ihciMultiple,
  ihciZone,
  monthsToAnchor,
  rentalYield,
  rentTable,
} from "soundings";
import { describe, expect, it } from "vitest";

function refusal(call: () => unknown): InputError {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("the table was accepted");
}

const price = fc.double({ min: 1_000, max: 200_000, noNaN: true });

describe("ihciMap(block, ihci)", () => {
  it("gives every board the multiple and zone of ihciMultiple and ihciZone, in its row", () => {
    const boards = fc.array(price, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(boards, fc.double({ min: 1_000, max: 20_000, noNaN: true }), (prices, ihci) => {
        const { rows } = ihciMap([["板块", "均价"], ...prices.map((p, i) => [`B${i}`, p])], ihci);
        expect(rows).toEqual(
          prices.map((p, i) => {
            const multiple = ihciMultiple(p, ihci);
            return { place: `B${i}`, price: p, multiple, zone: ihciZone(multiple) };
          }),
        );
      }),
    );
  });

  it("does not mind column order, language, unit or text-numbers", () => {
    const wanted = { rows: [{ place: "东", price: 25_000, multiple: 2.5, zone: "B" }] };
    const blocks: Block[] = [
      [
        ["板块", "均价"],
        ["东", 25_000],
      ],
      [
        ["单价（元/㎡）", "容积率", "板块名称"],
        ["25,000", 2, " 东 "],
      ],
      [
        ["Board", "Average price (10k yuan/sqm)"],
        ["东", "２．５"],
      ],
      [
        ["区域", "二手房均价（万元/平）"],
        ["东", 2.5],
      ],
      [
        ["城市", "price per square metre"],
        ["东", 25_000],
      ],
    ];
    for (const block of blocks) expect(ihciMap(block, 10_000)).toEqual(wanted);
  });

  it("names rows by board before district before city", () => {
    const rows = [
      ["城市", "区", "板块", "均价"],
      ["甲", "东", "滨江", 10_000],
    ];
    const place = (block: Block) => ihciMap(block, 10_000).rows[0]?.place;
    const without = (at: number) => rows.map((row) => row.toSpliced(at, 1)) as Block;
    expect([place(rows as Block), place(without(2)), place(without(2).map((row) => row.toSpliced(1, 1)))]).toEqual([
      "滨江",
      "东",
      "甲",
    ]);
  });

  it("leaves a board without a price blank, and totals out", () => {
    const { rows } = ihciMap(
      [
        ["板块", "均价"],
        ["甲", "暂无"],
        ["乙", 0],
        ["丙", 10_000],
        ["平均", 10_000],
      ],
      10_000,
    );
    expect(rows.map(({ zone }) => zone)).toEqual(["", "", "A"]);
  });

  it.each(["平均", "均值", "全市平均", "合计", "中位数", "Average", "Mean", "Median", "City average"])(
    "leaves out the row %s, and refuses it without its name",
    (label) => {
      const rows = (name: string): Block => [
        ["小区", "均价"],
        ["甲", 10_000],
        ["乙", 20_000],
        [name, 15_000],
      ];
      expect(ihciMap(rows(label), 10_000).rows.map(({ place }) => place)).toEqual(["甲", "乙"]);
      expect(refusal(() => ihciMap(rows(""), 10_000))).toMatchObject({ problem: "missing-argument", column: "小区", at: 3 });
      const rents = rows(label).map((row, i) => [...row, i === 0 ? "月租" : 40]);
      expect(rentTable(rents).rows.map(({ place }) => place)).toEqual(["甲", "乙"]);
    },
  );

  it("says that 挂牌价 alone is a lot's amount, and how a home's price is written", () => {
    const error = refusal(() =>
      ihciMap(
        [
          ["小区", "挂牌价"],
          ["甲", 20_000],
        ],
        10_000,
      ),
    );
    expect(error.in("zh")).toContain("“挂牌价”读作土地金额：房价请写均价或元/㎡");
    expect(error.in("en")).toContain('"挂牌价" is read as the amount of a lot of land');
  });

  it.each<[string, Block, string, string | undefined]>([
    ["no board", [["均价"], [10_000]], "missing-argument", undefined],
    [
      "no price",
      [
        ["板块", "总面积"],
        ["甲", 1],
      ],
      "missing-argument",
      undefined,
    ],
    [
      "two prices",
      [
        ["板块", "挂牌均价", "成交均价"],
        ["甲", 1, 1],
      ],
      "ambiguous-column",
      undefined,
    ],
    [
      "prices of homes",
      [
        ["板块", "总价（万元）"],
        ["甲", 300],
      ],
      "wrong-type",
      "总价（万元）",
    ],
    [
      "a price in words",
      [
        ["板块", "均价"],
        ["甲", "约2万"],
      ],
      "wrong-type",
      "均价",
    ],
    [
      "prices in another unit than the cost",
      [
        ["板块", "均价"],
        ["甲", 2.5],
      ],
      "out-of-range",
      "均价",
    ],
  ])("refuses %s", (_, block, problem, column) => {
    expect(refusal(() => ihciMap(block, 10_000))).toMatchObject({ problem, column, argument: "block" });
  });
});

describe("rentTable(block)", () => {
  it("gives every row the yield, gap and months of the single functions", () => {
    const row = fc.record({ price, yield: fc.double({ min: 0.005, max: 0.06, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 10 }), (homes) => {
        const cells = homes.map((home, i) => [`B${i}`, home.price, home.price * home.yield]);
        const paces = { priceMom: -0.01, rentMom: -0.002 };
        const { rows } = rentTable([["板块", "均价", "年租金"], ...cells], { anchor: 0.026, ...paces });
        for (const [i, seen] of rows.entries()) {
          const grossYield = rentalYield(Number(cells[i]?.[2]), Number(cells[i]?.[1]));
          expect(seen.grossYield).toBe(grossYield);
          expect(seen.gap).toBe(gapBasisPoints(grossYield, { anchor: 0.026 }));
          expect(seen.months).toBe(monthsToAnchor(grossYield, 0.026, paces.priceMom, paces.rentMom));
        }
      }),
    );
  });

  it.each<[string, Block]>([
    [
      "元/㎡ and 元/㎡/月",
      [
        ["城市", "均价（元/㎡）", "租金（元/㎡/月）"],
        ["甲", 24_000, 50],
      ],
    ],
    [
      "万元/㎡ and 元/㎡/天",
      [
        ["城市", "均价（万元/㎡）", "租金（元/㎡/天）"],
        ["甲", 2.4, (50 * 12) / 365],
      ],
    ],
    [
      "no units",
      [
        ["城市", "均价", "月租"],
        ["甲", 24_000, 50],
      ],
    ],
    [
      "万元 and 元/月 of homes",
      [
        ["城市", "总价（万元）", "月租金（元）"],
        ["甲", 240, 5_000],
      ],
    ],
    [
      "万元 and no unit",
      [
        ["城市", "总价（万元）", "月租金"],
        ["甲", 240, 5_000],
      ],
    ],
    [
      "万元 and 万元/年",
      [
        ["年租（万元）", "城市", "总价（万元）"],
        [6, "甲", 240],
      ],
    ],
    [
      "English headings",
      [
        ["Monthly rent (yuan/sqm)", "Unit price (yuan)", "City"],
        ["50", "24000", "甲"],
      ],
    ],
  ])("reads %s", (_, block) => {
    const [row] = rentTable(block).rows;
    expect(row?.place).toBe("甲");
    expect(row?.grossYield).toBeCloseTo(0.025, 12);
    expect(row?.gap).toBeCloseTo(0, 9);
  });

  it("leaves months blank without paces, says never, and says 0 where the yield is there", () => {
    const block: Block = [
      ["城市", "均价", "月租"],
      ["甲", 24_000, 40],
      ["乙", 24_000, 60],
    ];
    const months = (options: Parameters<typeof rentTable>[1]) => rentTable(block, options).rows.map((row) => row.months);
    expect(months({})).toEqual(["", ""]);
    expect(months({ priceMom: -0.001, rentMom: -0.002 })).toEqual(["never 永不", 0]);
    expect(months({ priceMom: 0, rentMom: 0 })).toEqual(["never 永不", 0]);
  });

  it("refuses one pace without the other", () => {
    const block: Block = [
      ["城市", "均价", "月租"],
      ["甲", 24_000, 40],
    ];
    expect(refusal(() => rentTable(block, { priceMom: -0.01 }))).toMatchObject({
      problem: "missing-argument",
      argument: "rent_mom",
    });
    expect(refusal(() => rentTable(block, { rentMom: -0.01 }))).toMatchObject({
      problem: "missing-argument",
      argument: "price_mom",
    });
  });

  it("leaves a row without price or rent blank", () => {
    const { rows } = rentTable([
      ["城市", "均价", "月租"],
      ["甲", 24_000, 0],
      ["乙", "暂无", 40],
      ["丙", 24_000, 50],
    ]);
    expect(rows.map((row) => [row.price, row.annualRent, row.grossYield])).toEqual([
      [24_000, "", ""],
      ["", 480, ""],
      [24_000, 600, 0.025],
    ]);
  });

  it.each<[string, Block, string, string | undefined]>([
    [
      "a rent of no known period",
      [
        ["城市", "均价", "租金"],
        ["甲", 1, 1],
      ],
      "missing-argument",
      "租金",
    ],
    [
      "a rent of a home over the price of a square metre",
      [
        ["城市", "均价", "月租（元）"],
        ["甲", 1, 1],
      ],
      "wrong-type",
      "月租（元）",
    ],
    [
      "a rent of a square metre over the price of a home",
      [
        ["城市", "总价", "月租（元/㎡）"],
        ["甲", 1, 1],
      ],
      "wrong-type",
      "月租（元/㎡）",
    ],
    [
      "the same, unsaid",
      [
        ["城市", "总价", "月租"],
        ["甲", 2_400_000, 40],
      ],
      "out-of-range",
      "月租",
    ],
    [
      "a yield beyond a half",
      [
        ["城市", "均价", "月租"],
        ["甲", 24_000, 4_000],
      ],
      "out-of-range",
      "月租",
    ],
    [
      "no rent",
      [
        ["城市", "均价"],
        ["甲", 24_000],
      ],
      "missing-argument",
      undefined,
    ],
    [
      "no name",
      [
        ["均价", "月租"],
        [24_000, 40],
      ],
      "missing-argument",
      undefined,
    ],
  ])("refuses %s", (_, block, problem, column) => {
    expect(refusal(() => rentTable(block))).toMatchObject({ problem, column });
  });
});
