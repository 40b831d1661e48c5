/** The index of a land-auction round, whole and in parts: HPI and HPI_PARTS. */
import { define } from "../definition.js";
import { allFinite, finite } from "../finite.js";
import { type Checked, type Column, check, choice, column, type Flags, flags } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { bandOf, bands } from "./bands.js";
import { coefficientOf, cutDomain } from "./price-cut.js";

/** How a lot that is both cut and a backstop is deducted. */
export const modeParam = choice(
  "mode",
  [
    { value: "resolved", label: { en: "deducted once", zh: "只扣一次" } },
    { value: "literal", label: { en: "literal formula", zh: "按原式" } },
  ] as const,
  {
    label: { en: "mode", zh: "口径" },
    help: {
      en: "resolved (default): a lot both cut and backstop is deducted once. literal: twice, as the printed formula does.",
      zh: "resolved（默认）：既降价又兜底的地块只扣一次；literal：按原式扣两次。",
    },
    default: "resolved",
  },
);

const params = [
  column("start", {
    unit: "money",
    label: { en: "starting amounts", zh: "起始价" },
    help: {
      en: "Starting amount of every lot in the sale announcement, sold or not. Each above 0.",
      zh: "出让公告内每宗地块的起始价，无论是否成交；均须大于 0。",
    },
    domain: { above: 0 },
  }),
  column("deal", {
    unit: "money",
    label: { en: "deal amounts", zh: "成交价" },
    help: {
      en: "Deal amount of each lot, same unit as start. 0 or blank: failed, withdrawn or suspended.",
      zh: "每宗成交价，与起始价同单位。0 或留空表示流拍、撤牌或中止。",
    },
    domain: { atLeast: 0 },
    sameLengthAs: "start",
  }),
  column("cut", {
    unit: "fraction",
    label: { en: "price cuts", zh: "降价幅度" },
    help: {
      en: "Fall of each deal below its benchmark, as a fraction (0.129 or 12.9%). Blank: none. Omit if no lot was cut.",
      zh: "每宗较可比基准的降幅（0.129 或 12.9%），留空为无。没有降价地块可省略。",
    },
    optional: true,
    domain: cutDomain,
    sameLengthAs: "start",
  }),
  flags("backstop", {
    unit: "yes-no",
    label: { en: "backstop lots", zh: "兜底成交" },
    help: {
      en: "TRUE for a lot bought by the city's own companies at zero premium. Blank: no. IS_BACKSTOP decides it.",
      zh: "兜底成交为 TRUE，留空为否。可用 IS_BACKSTOP 判断。",
    },
    optional: true,
    sameLengthAs: "start",
  }),
  modeParam,
] as const;

export interface HpiOptions {
  /** Fall below the benchmark per lot, ratio. */
  readonly cut?: Column | undefined;
  readonly backstop?: Flags | undefined;
  readonly mode?: "resolved" | "literal" | undefined;
}

export interface HpiParts {
  /** Σ starting amounts of everything offered. */
  readonly supply: number;
  /** Σ deal amounts. */
  readonly sold: number;
  /** Σ starting amounts of lots that did not sell. */
  readonly failed: number;
  /** Σ (deal − start) of lots that sold. */
  readonly premium: number;
  readonly cutDeduction: number;
  /** Σ deal amounts of backstop lots. */
  readonly backstop: number;
  readonly index: number;
  readonly failedPts: number;
  readonly premiumPts: number;
  readonly cutPts: number;
  readonly backstopPts: number;
  readonly band: string;
}

/** Share of the city's offered land value that the market itself took, in points; 100 = all sold at the start price. */
export function hpi(start: Column, deal: Column, options: HpiOptions = {}): number {
  const round = check("HPI", params, { start, deal, ...options });
  return indexOf("HPI", totals(round));
}

/** The index with its amounts and points; index = 100 + premium − failed − cut − backstop points, exactly. */
export function hpiParts(start: Column, deal: Column, options: HpiOptions = {}): HpiParts {
  return partsFor("HPI_PARTS", start, deal, options);
}

/** The same for another function, which is the one that refuses then. */
export function partsFor(fn: string, start: Column, deal: Column, options: HpiOptions): HpiParts {
  const sums = totals(check(fn, params, { start, deal, ...options }));
  const index = indexOf(fn, sums);
  const points = (amount: number) => (100 * amount) / sums.supply;
  return allFinite(fn, {
    ...sums,
    index,
    failedPts: points(sums.failed),
    premiumPts: points(sums.premium),
    cutPts: points(sums.cutDeduction),
    backstopPts: points(sums.backstop),
    band: bands[bandOf(index)].zh,
  });
}

type Totals = Pick<HpiParts, "supply" | "sold" | "failed" | "premium" | "cutDeduction" | "backstop">;

function totals({ start, deal, cut, backstop, mode }: Checked<typeof params>): Totals {
  let [supply, sold, failed, premium, cutDeduction, propped] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < start.length; i++) {
    const asked = start[i] as number;
    const paid = deal[i] as number;
    const isPropped = backstop?.[i] === 1;
    supply += asked;
    sold += paid;
    if (paid === 0) failed += asked;
    else premium += paid - asked;
    if (isPropped) propped += paid;
    if (cut && (!isPropped || mode === "literal")) cutDeduction += paid * coefficientOf(cut[i] as number);
  }
  return { supply, sold, failed, premium, cutDeduction, backstop: propped };
}

/** A supply beyond the largest number would make any index 0. */
function indexOf(fn: string, { supply, sold, cutDeduction, backstop }: Totals): number {
  return finite(fn, (100 * (sold - cutDeduction - backstop)) / finite(fn, supply));
}

const formula = {
  en: "100 × (Σ deal − Σ deal × coefficient(cut) − Σ deal of backstop lots) / Σ start",
  zh: "100 ×（Σ deal − Σ deal × 系数(cut) − Σ 兜底地块的 deal）/ Σ start",
};
const source = passage(reports.land, "definition of the index; end note 2", "指数定义；尾注2");
const notes = [
  {
    en: "A failed, withdrawn or suspended lot adds nothing above the line and stays below it. Lots withdrawn before the announcement were not offered: leave them out.",
    zh: "流拍、撤牌、中止的地块分子为零、仍计入分母。公告前撤回的地块不算出让，不要列入。",
  },
  {
    en: "A backstop lot counts exactly like a failed one. A lot both cut and backstop is deducted once; mode “literal” keeps the printed formula, which deducts it twice and can go below 0.",
    zh: "兜底地块与流拍地块等价。既降价又兜底的地块只扣一次；literal 口径保留原式，会扣两次并可能为负。",
  },
  {
    en: "About 15 lots make a wide interval; starting prices cut by the city before the round escape the index; premium caps (about 15 % in 2022) truncate its top; companies that pay a token premium escape the backstop test.",
    zh: "十几宗地块的区间很宽；城市事先下调的起始价不会被扣分；溢价上限（2022 年约 15%）压住高分；象征性溢价可躲过兜底判定。",
  },
] as const;

export const hpiDefinition = define(hpi, {
  id: "HPI",
  summary: {
    en: "Housing value-preservation index of a land-auction round.",
    zh: "房产保值力指数：一轮土拍的得分。",
  },
  formula,
  params,
  returns: {
    shape: "scalar",
    unit: "points",
    label: { en: "index, 100 = all sold at the starting price to the market", zh: "指数，100 = 全部按起始价由市场拿走" },
  },
  source,
  notes,
  examples: [
    {
      args: {
        start: [8.33, 60.43, 36.24],
        deal: [9.35, 60.43, 37.22],
        cut: [0.1286113699906804, 0, 0],
        backstop: [false, true, false],
      },
      result: 39.9,
      from: {
        en: "report 003, Zhengzhou: its totals 107 and 105, with the backstop amount that its 39.9 implies",
        zh: "报告 003，郑州：总额 107 与 105，兜底金额取 39.9 所隐含的值",
      },
    },
    {
      args: { start: [10, 20], deal: [null, 20] },
      result: 66.66666666666667,
      from: { en: "by hand: one lot failed", zh: "手算：一宗流拍" },
    },
    {
      args: { start: [10, 10], deal: [10, 10], cut: [0.25, 0], backstop: [true, false] },
      result: 50,
      from: { en: "by hand: deducted once", zh: "手算：只扣一次" },
    },
    {
      args: { start: [10, 10], deal: [10, 10], cut: [0.25, 0], backstop: [true, false], mode: "literal" },
      result: 0,
      from: { en: "by hand: the printed formula", zh: "手算：按原式" },
    },
    {
      args: { start: [10], deal: [10, 11] },
      problem: "length-mismatch",
      from: { en: "ranges of unequal length", zh: "区域长度不一致" },
    },
    { args: { start: [0], deal: [1] }, problem: "out-of-range", from: { en: "a starting amount of 0", zh: "起始价为 0" } },
    {
      args: { start: [10], deal: [9], cut: [12.9] },
      problem: "percent-as-whole-number",
      from: { en: "a percentage without its sign", zh: "漏写百分号" },
    },
  ],
});

export const hpiPartsDefinition = define(hpiParts, {
  id: "HPI_PARTS",
  summary: {
    en: "The index in parts: premium, failed, cut and backstop amounts and points.",
    zh: "房产保值力指数分解：溢价、流拍、降价、兜底的金额与得分。",
  },
  formula: {
    en: "index = 100 + premium_pts − failed_pts − cut_pts − backstop_pts;  points = 100 × amount / Σ start",
    zh: "index = 100 + premium_pts − failed_pts − cut_pts − backstop_pts；各项得分 = 100 × 金额 / Σ start",
  },
  params,
  returns: {
    shape: "card",
    fields: [
      { name: "supply", unit: "money", label: { en: "offered, at start", zh: "供地起始价总额" } },
      { name: "sold", unit: "money", label: { en: "sold", zh: "成交总额" } },
      { name: "failed", unit: "money", label: { en: "failed, at start", zh: "未成交（起始价）" } },
      { name: "premium", unit: "money", label: { en: "premium over start", zh: "溢价额" } },
      { name: "cut_deduction", unit: "money", label: { en: "deducted for price cuts", zh: "降价扣减额" } },
      { name: "backstop", unit: "money", label: { en: "backstop deals", zh: "兜底成交额" } },
      { name: "index", unit: "points", label: { en: "HPI", zh: "保值力指数" } },
      { name: "failed_pts", unit: "points", label: { en: "points lost to failed lots", zh: "流拍失分" } },
      { name: "premium_pts", unit: "points", label: { en: "points from premiums", zh: "溢价得分" } },
      { name: "cut_pts", unit: "points", label: { en: "points lost to price cuts", zh: "降价失分" } },
      { name: "backstop_pts", unit: "points", label: { en: "points lost to backstops", zh: "兜底失分" } },
      { name: "band", unit: "label", label: { en: "band", zh: "分区" } },
    ],
  },
  source,
  notes,
  examples: [
    {
      args: { start: [10, 10, 10, 10], deal: [12, 10, null, 10], cut: [0, 0.15, 0, 0], backstop: [false, false, false, true] },
      result: {
        supply: 40,
        sold: 32,
        failed: 10,
        premium: 2,
        cut_deduction: 5,
        backstop: 10,
        index: 42.5,
        failed_pts: 25,
        premium_pts: 5,
        cut_pts: 12.5,
        backstop_pts: 25,
        band: "中低",
      },
      from: { en: "by hand", zh: "手算" },
    },
    {
      args: {
        start: [8.33, 60.43, 36.24],
        deal: [9.35, 60.43, 37.22],
        cut: [0.1286113699906804, 0, 0],
        backstop: [false, true, false],
      },
      result: {
        supply: 105,
        sold: 107,
        failed: 0,
        premium: 2,
        cut_deduction: 4.675,
        backstop: 60.43,
        index: 39.9,
        failed_pts: 0,
        premium_pts: 1.9047619047619047,
        cut_pts: 4.452380952380953,
        backstop_pts: 57.55238095238095,
        band: "低",
      },
      from: { en: "report 003, Zhengzhou, as for HPI", zh: "报告 003，郑州，同 HPI" },
    },
    {
      args: { start: [10, -2], deal: [10, 0] },
      problem: "out-of-range",
      from: { en: "a negative starting amount", zh: "起始价为负" },
    },
  ],
});
