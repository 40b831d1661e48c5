/** Rental yield, gap and months to the anchor of every row in a pasted table of prices and rents: RENT_TABLE. */
import { priceMom, rentMom, workingAnchor } from "../bottom/arguments.js";
import { monthsOrNever } from "../bottom/months-to-anchor.js";
import { define } from "../definition.js";
import { InputError } from "../errors.js";
import { type Block, block, check, number } from "../parameters.js";
import { rateAboveZero, signedRate } from "../rates.js";
import { passage, reports } from "../sources.js";
import { implausible, placesOf, pricesAndRents } from "./prices.js";
import { neededColumn, tableOf } from "./table.js";

/** A yield outside of these is a rent of a home over the price of a square metre, or a month's over a year's unit. */
const plausible = { from: 0.001, to: 0.5 } as const;
const basisPoints = 10_000;

/** Where the price falls no faster than the rent. */
const never = "never 永不";

const params = [
  block("block", {
    label: { en: "table of prices and rents", zh: "房价与租金表" },
    help: {
      en: "Estates, boards, districts or cities with price and rent under headings, any column order. The rent's heading names its period: 月租, 年租, 元/㎡/月.",
      zh: "带表头的房价与租金表（小区、板块、区域或城市），列序不限。租金表头须写明期间：月租、年租、元/㎡/月。",
    },
  }),
  number("anchor", {
    unit: "fraction",
    label: { en: "anchor yield", zh: "租金回报率之锚" },
    help: { en: "Fair yield to compare with. Default 2.5%.", zh: "作比较的合理回报率，默认 2.5%。" },
    default: workingAnchor,
    domain: rateAboveZero,
  }),
  number("price_mom", {
    unit: "fraction",
    label: priceMom.label,
    help: {
      en: "Price change per month for every row, -0.008 or -0.8%. Without it and rent_mom the months stay blank.",
      zh: "各行共用的房价每月涨跌幅，-0.008 或 -0.8%。与 rent_mom 都不给则月数留空。",
    },
    optional: true,
    domain: signedRate,
  }),
  number("rent_mom", {
    unit: "fraction",
    label: rentMom.label,
    help: {
      en: "Rent change per month for every row, -0.0025 or -0.25%. Goes with price_mom.",
      zh: "各行共用的租金每月涨跌幅，-0.0025 或 -0.25%。须与 price_mom 同时给出。",
    },
    optional: true,
    domain: signedRate,
  }),
] as const;

export interface RentTableOptions {
  readonly anchor?: number | undefined;
  /** Price change per month, ratio; goes with rentMom. */
  readonly priceMom?: number | undefined;
  readonly rentMom?: number | undefined;
}

export interface RentTableRow {
  readonly place: string;
  readonly price: number | "";
  readonly annualRent: number | "";
  readonly grossYield: number | "";
  /** Anchor less yield, basis points. */
  readonly gap: number | "";
  /** Months to the anchor; "" without paces, "never 永不" where the price falls no faster than the rent. */
  readonly months: number | string;
}

/**
 * Yield, gap and months to the anchor for every row of a table as people paste it.
 * @throws InputError naming heading and row; "missing-argument" for one of the two paces without the other
 */
export function rentTable(block: Block, options: RentTableOptions = {}): { readonly rows: readonly RentTableRow[] } {
  const given = check("RENT_TABLE", params, { block, ...options });
  const pace = paceOf(given.priceMom, given.rentMom);
  const table = tableOf("RENT_TABLE", given.block);
  const places = placesOf(table);
  const { prices, annualRents } = pricesAndRents(table);
  const rows = prices.map((price, i): RentTableRow => {
    const [place, annualRent] = [places[i] ?? "", annualRents[i]];
    if (!price || !annualRent) return { ...blank, place, price: price || "", annualRent: annualRent || "" };
    const grossYield = annualRent / price;
    if (grossYield < plausible.from || grossYield > plausible.to) {
      const [seen, wanted] = [`${annualRent} / ${price}`, `${plausible.from}–${plausible.to}`];
      throw implausible(table, neededColumn(table, "rent"), i, seen, wanted);
    }
    const gap = (given.anchor - grossYield) * basisPoints;
    const months = pace ? (monthsOrNever({ grossYield, anchor: given.anchor, ...pace }) ?? never) : "";
    return { place, price, annualRent, grossYield, gap, months };
  });
  return { rows };
}

const blank = { grossYield: "", gap: "", months: "" } as const;

interface Pace {
  readonly priceMom: number;
  readonly rentMom: number;
}

/** Both paces or neither: with one alone the months would rest on an invented other. */
function paceOf(priceMom: number | undefined, rentMom: number | undefined): Pace | undefined {
  if (priceMom === undefined && rentMom === undefined) return undefined;
  if (priceMom !== undefined && rentMom !== undefined) return { priceMom, rentMom };
  throw new InputError({
    problem: "missing-argument",
    fn: "RENT_TABLE",
    argument: priceMom === undefined ? "price_mom" : "rent_mom",
    seen: { en: "is missing", zh: "缺失" },
    wanted: { en: "price_mom and rent_mom together, or neither", zh: "price_mom 与 rent_mom 同时给出，或都不给" },
  });
}

export const rentTableDefinition = define(rentTable, {
  id: "RENT_TABLE",
  summary: {
    en: "Rental yield, gap to the anchor and months to it for every row of a pasted table of prices and rents.",
    zh: "粘贴的房价与租金表：每行的租金回报率、缺口（基点）与到位月数。",
  },
  formula: "per row: annual rent / price; (anchor − yield) × 10,000; RENT_MONTHS(yield, anchor, price_mom, rent_mom)",
  params,
  returns: {
    shape: "table",
    fields: [
      { name: "place", unit: "label", label: { en: "place", zh: "地点" } },
      { name: "price", unit: "money", label: { en: "price", zh: "房价" } },
      { name: "annual_rent", unit: "money", label: { en: "annual rent", zh: "年租金" } },
      { name: "gross_yield", unit: "fraction", label: { en: "gross rental yield", zh: "租金回报率" } },
      { name: "gap", unit: "basis-points", label: { en: "gap, basis points", zh: "缺口（基点）" } },
      { name: "months", unit: "months", label: { en: "months to the anchor", zh: "到位月数" } },
    ],
    summary: [],
  },
  refusals: [
    {
      problem: "missing-argument",
      when: {
        en: "no column of names, prices or rents, a blank name, a rent of no known period, or one pace without the other",
        zh: "没有名称列、房价列或租金列，名称为空，租金期间不明，或两个环比只给其一",
      },
    },
    { problem: "ambiguous-column", when: { en: "two columns mean the same", zh: "两列含义相同" } },
    {
      problem: "wrong-type",
      when: {
        en: "the rent is of a whole home and the price of a square metre, or the other way round",
        zh: "租金与房价一为整套一为每平方米",
      },
    },
    {
      problem: "out-of-range",
      when: { en: "a yield below 0.1 % or above 50 %: the units differ", zh: "回报率低于 0.1% 或高于 50%：单位不一致" },
    },
  ],
  source: passage(
    reports.bottom,
    "section 1 (2), rental yield; section 2, pace of adjustment",
    "第一节（二），租金回报率；第二节，调整节奏",
  ),
  notes: [
    {
      en: "Months need price_mom and rent_mom, the same for every row: leave both out and the column stays blank. “never 永不” is a price that falls no faster than the rent; 0 is there already.",
      zh: "月数须同时给出 price_mom 与 rent_mom，各行共用；都不给则该列留空。“never 永不”表示房价跌得不比租金快；0 表示已经到位。",
    },
    {
      en: "Headings with units are read in yuan and per year; a heading without a money unit is taken to be in yuan beside one that has it. A row without price or rent has no yield. Rows labelled 平均, 中位数, 合计, Average or Total are left out.",
      zh: "表头写明单位的按元、按年折算；一列写明单位而另一列未写时，未写的视为元。缺房价或租金的行不计算。标有平均、中位数、合计的行不计入。",
    },
  ],
  examples: [
    {
      args: {
        block: [
          ["城市", "均价（元/㎡）", "月租金（元/㎡/月）"],
          ["甲", 20000, 39.5],
          ["乙", 12000, 30],
          ["丙", 15000, ""],
        ],
        price_mom: -0.008,
        rent_mom: -0.0025,
      },
      result: {
        rows: [
          ["甲", 20000, 474, 0.0237, 13, 9.658234058928707],
          ["乙", 12000, 360, 0.03, -50, 0],
          ["丙", 15000, "", "", "", ""],
        ],
      },
      from: {
        en: "report 002's yield and slow pace; one already there; one without a rent",
        zh: "报告 002 的回报率与慢速；一行已到位；一行无租金",
      },
    },
    {
      args: {
        block: [
          ["Annual rent", "Total price (10k yuan)", "District"],
          [54000, 300, "North"],
        ],
        anchor: 0.02,
      },
      result: { rows: [["North", 3000000, 54000, 0.018, 20, ""]] },
      from: { en: "by hand: whole homes, no paces", zh: "手算：整套，不给环比" },
    },
    {
      args: {
        block: [
          ["城市", "均价", "租金"],
          ["甲", 20000, 40],
        ],
      },
      problem: "missing-argument",
      from: { en: "a rent of no known period", zh: "租金期间不明" },
    },
    {
      args: {
        block: [
          ["城市", "均价", "月租（元/月）"],
          ["甲", 20000, 4000],
        ],
      },
      problem: "wrong-type",
      from: { en: "the rent of a home over the price of a square metre", zh: "整套租金对每平方米房价" },
    },
    {
      args: {
        block: [
          ["城市", "均价", "月租"],
          ["甲", 20000, 4000],
        ],
      },
      problem: "out-of-range",
      from: { en: "the same, unsaid: a yield of 240 %", zh: "同上而未写明：回报率 240%" },
    },
    {
      args: {
        block: [
          ["城市", "均价", "月租"],
          ["甲", 20000, 40],
        ],
        price_mom: -0.008,
      },
      problem: "missing-argument",
      from: { en: "one pace without the other", zh: "两个环比只给其一" },
    },
  ],
});
