/** The share of second-hand homes in sales: when it reaches a level, and where it settles. SECOND_MONTHS, SECOND_STEADY. */
import { define } from "../definition.js";
import { InputError } from "../errors.js";
import { check, number } from "../parameters.js";
import { share as shareDomain, signedRate } from "../rates.js";
import { passage, reports } from "../sources.js";
import { atLeast, tolerance } from "../tolerance.js";

const monthsPerYear = 12;
/** A longer life than this is in other units, such as days. */
const longestLifeYears = 10_000;

/** Where the share is, where it should be, and how fast it rises. */
export interface ShareClock {
  readonly share: number;
  readonly target: number;
  /** Rise of the share per year, as a fraction (0.06 = 6 percentage points). */
  readonly pace: number;
}

const sharePlace = {
  unit: "fraction",
  domain: shareDomain,
} as const;

export const shareParam = number("share", {
  ...sharePlace,
  label: { en: "second-hand share now", zh: "当前二手房成交占比" },
  help: {
    en: "Second-hand sales over all home sales by area, 0.577 or 57.7%. The latest month rather than an average of the year.",
    zh: "二手房成交面积占全部住宅成交的比例，0.577 或 57.7%。宜用最近单月而非年内均值。",
  },
});

/** Target and pace under the names that a function gives them. */
export const targetParam = <const Name extends string>(name: Name) =>
  number(name, {
    ...sharePlace,
    label: { en: "target share", zh: "目标占比" },
    help: { en: "Share at which new-home sales should steady, 0.6 or 60%.", zh: "新房销量应企稳的占比，0.6 或 60%。" },
  });
export const paceParam = <const Name extends string>(name: Name) =>
  number(name, {
    unit: "fraction",
    label: { en: "rise per year", zh: "年提升幅度" },
    help: {
      en: "Rise of the share per year: 0.06 for 6 percentage points. 0 or less: never there.",
      zh: "占比每年提升幅度：6 个百分点填 0.06。不大于 0 则永远达不到。",
    },
    domain: signedRate,
  });

const monthsParams = [shareParam, targetParam("target"), paceParam("pace")] as const;

/** Months until the second-hand share reaches a target at a constant yearly pace; 0 if it is there. */
export function monthsToShare(share: number, target: number, pace: number): number {
  const months = shareMonthsOrNever(check("SECOND_MONTHS", monthsParams, { share, target, pace }));
  if (months === undefined) throw shareNeverReached("SECOND_MONTHS", "pace");
  return months;
}

/** The same for numbers that were already checked, with undefined for never. */
export function shareMonthsOrNever({ share, target, pace }: ShareClock): number | undefined {
  if (atLeast(share, target)) return 0;
  if (pace <= tolerance) return undefined;
  return ((target - share) / pace) * monthsPerYear;
}

export function shareNeverReached(fn: string, pace: string): InputError {
  return new InputError({
    problem: "never",
    fn,
    seen: { en: "the share does not rise: the target is never reached", zh: "占比不再提升：永远达不到目标" },
    wanted: { en: `${pace} above 0`, zh: `${pace} 大于 0` },
  });
}

export const monthsToShareDefinition = define(monthsToShare, {
  id: "SECOND_MONTHS",
  summary: {
    en: "Months until the second-hand share of sales reaches a target.",
    zh: "二手房成交占比达到目标所需的月数。",
  },
  formula: {
    en: "(target − share) / pace × 12;  0 if share ≥ target",
    zh: "(target − share) / pace × 12；share ≥ target 时为 0",
  },
  params: monthsParams,
  returns: { shape: "scalar", unit: "months", label: { en: "months to the target", zh: "到达月数" } },
  refusals: [
    {
      problem: "never",
      when: { en: "the pace is 0 or less and the share is short of the target", zh: "pace 不大于 0 且占比尚未达标" },
    },
  ],
  source: passage(reports.bottom, "section 2, second-hand share", "第二节，二手房成交占比"),
  notes: [
    {
      en: "Report 002 puts the distance to the lower edge of 60–63 % at 3–6 points. 2.8 is the distance to the lower edge; 5.8 is to the upper one.",
      zh: "报告 002 称距 60%–63% 下沿 3–6 个百分点。到下沿为 2.8，5.8 是到上沿的距离。",
    },
    {
      en: "Its 57.2 % is the mean of nine months, centred in May 2025. The clock belongs at September's 57.7 %: 3.5–4.6 months, not 4.2–5.6.",
      zh: "其 57.2% 为前三季度均值，时间中点在 2025 年 5 月。起点应取 9 月的 57.7%：3.5–4.6 个月，而非 4.2–5.6 个月。",
    },
  ],
  examples: [
    {
      args: { share: 0.572, target: 0.6, pace: 0.08 },
      result: 4.2,
      from: { en: "report 002, fast pace", zh: "报告 002，快速" },
    },
    {
      args: { share: 0.577, target: 0.6, pace: 0.06 },
      result: 4.6,
      from: { en: "report 002, from September's share, slow pace", zh: "报告 002，自 9 月占比起，慢速" },
    },
    { args: { share: 0.61, target: 0.6, pace: 0 }, result: 0, from: { en: "already there", zh: "已经达到" } },
    { args: { share: 0.572, target: 0.6, pace: 0 }, problem: "never", from: { en: "no pace", zh: "不再提升" } },
    {
      args: { share: 57.2, target: 60, pace: 8 },
      problem: "percent-as-whole-number",
      from: { en: "percentages without their signs", zh: "漏写百分号" },
    },
  ],
});

const steadyParams = [
  number("life_years", {
    unit: "years",
    label: { en: "life of a home", zh: "住房使用寿命" },
    help: {
      en: "Mean life of a home in years, above 0: 30 for China in report 002.",
      zh: "住房平均使用寿命（年），须大于 0；报告 002 中国为 30。",
    },
    domain: { above: 0, atMost: longestLifeYears },
  }),
  number("turnover", {
    unit: "fraction",
    label: { en: "yearly turnover", zh: "年换手率" },
    help: {
      en: "Share of the stock that is resold each year, 0.068 or 6.8%.",
      zh: "每年转手的存量住房比例，0.068 或 6.8%。",
    },
    domain: shareDomain,
  }),
] as const;

/** Second-hand share of sales where the stock neither grows nor shrinks. */
export function steadySecondHandShare(lifeYears: number, turnover: number): number {
  const given = check("SECOND_STEADY", steadyParams, { lifeYears, turnover });
  const resalesPerNewHome = given.turnover * given.lifeYears;
  return resalesPerNewHome / (1 + resalesPerNewHome);
}

export const steadyShareDefinition = define(steadySecondHandShare, {
  id: "SECOND_STEADY",
  summary: {
    en: "Second-hand share of sales that a lifespan and a turnover lead to.",
    zh: "由住房寿命与换手率推得的二手房成交占比稳态。",
  },
  formula: "turnover × life_years / (1 + turnover × life_years)",
  params: steadyParams,
  returns: { shape: "scalar", unit: "fraction", label: { en: "steady second-hand share", zh: "二手房占比稳态" } },
  source: passage(reports.bottom, "section 1 (1), lifespan and second-hand share", "第一节（一），使用寿命与二手房占比"),
  notes: [
    {
      en: "A model of this project: the report only says that a longer life means a larger share. The stock is constant, so that new homes replace 1 in life_years each year while turnover is resold.",
      zh: "本项目的模型：报告只说寿命越长占比越高。假设存量不变，每年新建替换 1/寿命，同时按换手率转手。",
    },
    {
      en: "One turnover of 6.8 % gives 90.0 % for Britain (132 years), 63.0 % for Japan (25) and 77.3 % for Hong Kong (50), as the report prints; 67.1 % for China's 30. A stock that still grows stays below.",
      zh: "同一换手率 6.8% 得英国 90.0%（132 年）、日本 63.0%（25 年）、香港 77.3%（50 年），均与报告相符；中国 30 年为 67.1%。存量仍在增长时实际占比更低。",
    },
  ],
  examples: [
    {
      args: { life_years: 132, turnover: 0.068 },
      result: 0.8997594226142742,
      from: { en: "report 002, Britain: printed as 90 %", zh: "报告 002，英国：印作 90%" },
    },
    {
      args: { life_years: 25, turnover: 0.068 },
      result: 0.6296296296296297,
      from: { en: "report 002, Japan: printed as 63 %", zh: "报告 002，日本：印作 63%" },
    },
    {
      args: { life_years: 30, turnover: 0.068 },
      result: 0.6710526315789473,
      from: { en: "China's 30 years by the same model", zh: "同一模型下中国的 30 年" },
    },
    { args: { life_years: 30, turnover: 0 }, result: 0, from: { en: "nothing is resold", zh: "没有转手" } },
    { args: { life_years: 0, turnover: 0.068 }, problem: "out-of-range", from: { en: "no life", zh: "寿命为 0" } },
    {
      args: { life_years: 30, turnover: 6.8 },
      problem: "percent-as-whole-number",
      from: { en: "6.8 for 6.8 %", zh: "把 6.8% 写成 6.8" },
    },
  ],
});
