/** How far a lot's price fell below its benchmark, and what that fall costs the index: LAND_CUT and HPI_COEF. */
import { define } from "../definition.js";
import { finite } from "../finite.js";
import type { Ladder } from "../ladder.js";
import { check, number } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { above, below } from "../tolerance.js";

/** A fall of less than this costs nothing; from here on, half the lot. */
export const halfFrom = 0.1;
/** A fall of more than this costs the whole lot. */
export const wholeBeyond = 0.2;

/** A cut is a share of the benchmark: at most 1. A larger number is a percentage without its sign. */
export const cutDomain = { wholePercentAbove: 1 } as const;

const cutParams = [
  number("cut", {
    unit: "fraction",
    label: { en: "price cut", zh: "降价幅度" },
    help: {
      en: "Fall of the deal price below its benchmark, as a fraction: 0.129 or 12.9%. A rise is negative. LAND_CUT computes it.",
      zh: "成交价低于可比基准的幅度，用小数或百分比：0.129 或 12.9%；上涨为负。可用 LAND_CUT 计算。",
    },
    domain: cutDomain,
  }),
] as const;

/** Share of a lot's deal amount that a price cut deducts: 0, 0.5 or 1. Exactly 10 % and exactly 20 % both give 0.5. */
export function priceCutCoefficient(cut: number): number {
  check("HPI_COEF", cutParams, { cut });
  return coefficientOf(cut);
}

/** The coefficient of a cut that was already checked. */
export function coefficientOf(cut: number): number {
  if (below(cut, halfFrom)) return 0;
  return above(cut, wholeBeyond) ? 1 : 0.5;
}

/** The coefficient as a ladder over the cut. */
export const cutLadder: Ladder<number> = {
  classes: [0, 0.5, 1],
  edges: [
    { at: halfFrom, opens: "from" },
    { at: wholeBeyond, opens: "beyond" },
  ],
};

const definitionPassage = passage(reports.land, "end note 2, coefficient of a price cut", "尾注2，降价程度系数");

export const priceCutCoefficientDefinition = define(priceCutCoefficient, {
  id: "HPI_COEF",
  summary: {
    en: "Coefficient of a price cut in the value-preservation index: 0, 0.5 or 1.",
    zh: "房产保值力指数的降价程度系数：0、0.5 或 1。",
  },
  formula: "cut < 10 % → 0;  10 % ≤ cut ≤ 20 % → 0.5;  cut > 20 % → 1",
  params: cutParams,
  returns: { shape: "scalar", unit: "fraction", label: { en: "coefficient", zh: "程度系数" } },
  source: definitionPassage,
  notes: [
    {
      en: "Exactly 10 % and exactly 20 % both give 0.5: only “less than 10 %” is 0 and only “more than 20 %” is 1. Compared with a tolerance of 1e-9.",
      zh: "恰好 10% 与恰好 20% 均取 0.5：只有“小于 10%”取 0，只有“大于 20%”取 1。比较容差为 1e-9。",
    },
    {
      en: "A step: a cut of 9.9 % and one of 10.1 % differ by half the lot.",
      zh: "阶梯函数：9.9% 与 10.1% 的差别就是半宗地块。",
    },
  ],
  examples: [
    { args: { cut: 0.129 }, result: 0.5, from: { en: "report 003, Zhengzhou parcel 3", zh: "报告 003，郑州 3 号地" } },
    { args: { cut: 0.1 }, result: 0.5, from: { en: "boundary", zh: "边界" } },
    { args: { cut: 0.2001 }, result: 1, from: { en: "by hand", zh: "手算" } },
    { args: { cut: 12.9 }, problem: "percent-as-whole-number", from: { en: "a percentage without its sign", zh: "漏写百分号" } },
  ],
});

const landCutParams = [
  number("deal", {
    unit: "money",
    label: { en: "deal price", zh: "成交价" },
    help: {
      en: "Price the lot sold for: total, or per square metre of floor area. Same unit as benchmark.",
      zh: "地块成交价：总价或楼面价，与基准同单位。",
    },
    domain: { atLeast: 0 },
  }),
  number("benchmark", {
    unit: "money",
    label: { en: "benchmark price", zh: "可比基准价" },
    help: {
      en: "What it is compared with: the same parcel's earlier starting price where there is one, else the mean unit price of comparable lots in the last two rounds.",
      zh: "比较基准：优先用同一地块上次起拍价；没有则用前两次土拍中可比地块的均价。",
    },
    domain: { divides: true, atLeast: 0 },
  }),
] as const;

/** Fall of a deal price below its benchmark, as a fraction; negative for a rise. */
export function priceCut(deal: number, benchmark: number): number {
  check("LAND_CUT", landCutParams, { deal, benchmark });
  return finite("LAND_CUT", 1 - deal / benchmark);
}

export const priceCutDefinition = define(priceCut, {
  id: "LAND_CUT",
  summary: {
    en: "How far a lot's deal price fell below its benchmark.",
    zh: "地块成交价较可比基准的降幅。",
  },
  formula: "1 − deal / benchmark",
  params: landCutParams,
  returns: { shape: "scalar", unit: "fraction", label: { en: "price cut (negative = a rise)", zh: "降价幅度（负数为上涨）" } },
  source: passage(reports.land, "end note 2, first kind of lot; Zhengzhou example", "尾注2，第一类地块；郑州示例"),
  notes: [
    {
      en: "The report defines the benchmark as the mean of comparable lots in the last two rounds, but its Zhengzhou example uses the same parcel's earlier starting price. The choice is yours and can flip the coefficient: start against start, the same parcel fell 22.4 %.",
      zh: "报告定义的基准是前两次土拍可比地块均价，而郑州示例用的是同一地块的上次起拍价。基准由使用者选择，且可能改变系数：若起拍价对起拍价，同一地块降 22.4%。",
    },
  ],
  examples: [
    {
      args: { deal: 9.35, benchmark: 10.73 },
      result: 0.1286113699906804,
      from: { en: "report 003, Zhengzhou parcel 3: printed as 12.9 %", zh: "报告 003，郑州 3 号地：报告印作 12.9%" },
    },
    { args: { deal: 90, benchmark: 100 }, result: 0.1, from: { en: "by hand", zh: "手算" } },
    { args: { deal: 1, benchmark: 0 }, problem: "zero-denominator", from: { en: "no benchmark", zh: "基准为 0" } },
  ],
});
