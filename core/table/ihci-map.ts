/** The multiple and zone of every board in a pasted table of prices: IHCI_MAP. */
import { ihciParam } from "../cost/multiple.js";
import { type Zone, zoneOf } from "../cost/zones.js";
import { define } from "../definition.js";
import { type Block, block, check } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { areaPrices, implausible, placesOf } from "./prices.js";
import { neededColumn, tableOf } from "./table.js";

/** A multiple outside of these is a price in 万元 over a cost in 元, or the other way round. */
const plausible = { from: 0.01, to: 1000 } as const;

const params = [
  block("block", {
    label: { en: "table of prices", zh: "板块房价表" },
    help: {
      en: "Boards or estates and their prices per square metre with headings (板块/小区/区域, 单价/均价), any column order. A blank price stays blank.",
      zh: "带表头的房价表（板块、小区或区域，单价或均价），列序不限。没有价格的行留空。",
    },
  }),
  ihciParam,
] as const;

export interface IhciMapRow {
  readonly place: string;
  /** Yuan per square metre, or as it stands where the heading gives no unit; "" if blank. */
  readonly price: number | "";
  readonly multiple: number | "";
  readonly zone: Zone | "";
}

/**
 * Price, multiple and zone of every board in a table as people paste it.
 * @throws InputError naming heading and row
 */
export function ihciMap(block: Block, ihci: number): { readonly rows: readonly IhciMapRow[] } {
  const given = check("IHCI_MAP", params, { block, ihci });
  const table = tableOf("IHCI_MAP", given.block);
  const places = placesOf(table);
  const rows = areaPrices(table).map((price, i): IhciMapRow => {
    const place = places[i] ?? "";
    if (price === undefined || price === 0) return { place, price: "", multiple: "", zone: "" };
    const multiple = price / given.ihci;
    if (multiple >= plausible.from && multiple <= plausible.to) return { place, price, multiple, zone: zoneOf(multiple) };
    throw implausible(table, neededColumn(table, "price"), i, `${price} / ${given.ihci}`, `${plausible.from}–${plausible.to}`);
  });
  return { rows };
}

export const ihciMapDefinition = define(ihciMap, {
  id: "IHCI_MAP",
  summary: {
    en: "Multiple of institutional cost and zone of every board in a pasted table of prices.",
    zh: "粘贴的房价表：每个板块的 IHCI 倍数与区间。",
  },
  formula: "per row: IHCI_MULT(price, ihci) and its IHCI_ZONE",
  params,
  returns: {
    shape: "table",
    fields: [
      { name: "place", unit: "label", label: { en: "board", zh: "板块" } },
      { name: "price", unit: "yuan-per-square-metre", label: { en: "price", zh: "单价" } },
      { name: "multiple", unit: "multiple", label: { en: "multiple", zh: "倍数" } },
      { name: "zone", unit: "label", label: { en: "zone", zh: "区间" } },
    ],
    summary: [],
  },
  refusals: [
    {
      problem: "missing-argument",
      when: {
        en: "no column names the boards, a name is blank, or none holds their price",
        zh: "没有板块列或名称为空，或没有单价列",
      },
    },
    { problem: "ambiguous-column", when: { en: "two columns of prices", zh: "有两列价格" } },
    {
      problem: "out-of-range",
      when: { en: "a multiple below 0.01 or above 1000: the units differ", zh: "倍数小于 0.01 或大于 1000：单位不一致" },
    },
  ],
  source: passage(reports.cost, "section 3, second step; section 5, first step", "第三节，第二步；第五节，第 1 步"),
  notes: [
    {
      en: "万元/㎡ and 元/㎡ in a heading are read in yuan; without a unit prices are taken to be in that of ihci. One cost stands for the whole city: a cheap board may be cheap because people leave.",
      zh: "表头写明万元/㎡、元/㎡ 的按元读取；未写单位的视为与 ihci 同单位。全市用同一个成本：便宜的板块可能正因为人口流出。",
    },
    {
      en: "Rows are named by 小区; without such a column by 板块, then 区域, then 城市. Rows labelled 合计, 平均, 中位数, Average or Median are left out, titles and remarks too. A row that sums others up under another name stays: it changes no other row.",
      zh: "行名取“小区”列，没有则依次取“板块”“区域”“城市”。标有合计、平均、中位数的行以及标题、注释不计入；用其他名称的汇总行照常列出，不影响别的行。",
    },
  ],
  examples: [
    {
      args: {
        block: [
          ["板块", "均价（元/㎡）"],
          ["甲", 15000],
          ["乙", "２８，０００"],
          ["丙", 30000],
          ["丁", ""],
        ],
        ihci: 10000,
      },
      result: {
        rows: [
          ["甲", 15000, 1.5, "A"],
          ["乙", 28000, 2.8, "B"],
          ["丙", 30000, 3, "C"],
          ["丁", "", "", ""],
        ],
      },
      from: { en: "report 001, boundaries of the zones; one board without a price", zh: "报告 001，区间边界；一个板块没有价格" },
    },
    {
      args: {
        block: [
          ["Unit price (10k yuan/sqm)", "Board"],
          [1.3, "East"],
        ],
        ihci: 10000,
      },
      result: { rows: [["East", 13000, 1.3, "A"]] },
      from: { en: "report 001, an outlying estate at 30 % above cost", zh: "报告 001，远郊大盘高出三成" },
    },
    {
      args: {
        block: [
          ["板块", "总价（万元）"],
          ["甲", 300],
        ],
        ihci: 10000,
      },
      problem: "wrong-type",
      from: { en: "prices of whole homes", zh: "整套总价" },
    },
    {
      args: {
        block: [
          ["板块", "均价"],
          ["甲", 2.5],
        ],
        ihci: 10000,
      },
      problem: "out-of-range",
      from: { en: "prices in 万元 that no heading says", zh: "单价以万元计而表头未写" },
    },
    {
      args: {
        block: [
          ["板块", "均价"],
          ["甲", 20000],
        ],
        ihci: 0,
      },
      problem: "zero-denominator",
      from: { en: "no cost", zh: "成本为 0" },
    },
  ],
});
