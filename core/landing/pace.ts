/** A total fall as a steady rate, and a rate as a time: FALL_RATE and FALL_TIME. */
import { define } from "../definition.js";
import { InputError, isValue } from "../errors.js";
import { finite } from "../finite.js";
import { check, number } from "../parameters.js";
import { passage, reports } from "../sources.js";

/** A fall from first to last price: an argument that several functions share. */
export const totalFall = number("total_fall", {
  unit: "fraction",
  label: { en: "total fall", zh: "总跌幅" },
  help: {
    en: "Fall from the first price to the last, as a positive share: 0.5 or 50% for a halving. Below 1.",
    zh: "从最初到最后的总跌幅，取正数：腰斩填 0.5 或 50%；须小于 1。",
  },
  domain: { atLeast: 0, below: 1 },
});

const rateParams = [
  totalFall,
  number("periods", {
    unit: "count",
    label: { en: "periods", zh: "期数" },
    help: {
      en: "Number of periods or holders the fall is spread over; the answer is per period. Need not be whole.",
      zh: "分摊的期数（年、月、交易日或接盘任数），结果即每期跌幅；可为小数。",
    },
    domain: { divides: true, above: 0 },
  }),
] as const;

/** Constant fall per period, as a positive share, that makes a total fall. */
export function fallRate(totalFall: number, periods: number): number {
  const given = check("FALL_RATE", rateParams, { totalFall, periods });
  return -Math.expm1(Math.log1p(-given.totalFall) / given.periods);
}

const timeParams = [
  number("begin", {
    unit: "money",
    label: { en: "first price", zh: "起始价" },
    help: { en: "Price to start from, above 0.", zh: "起始价，须大于 0。" },
    domain: { above: 0 },
  }),
  number("end", {
    unit: "money",
    label: { en: "last price", zh: "终止价" },
    help: { en: "Price to arrive at, above 0, same unit as begin.", zh: "终止价，须大于 0，与起始价同单位。" },
    domain: { above: 0 },
  }),
  number("rate", {
    unit: "fraction",
    label: { en: "change per period", zh: "每期涨跌幅" },
    help: {
      en: "Change per period, signed: -0.015 or -1.5% for a fall.",
      zh: "每期涨跌幅，带符号：每期跌 1.5% 填 -0.015 或 -1.5%。",
    },
    domain: { wholePercentBeyond: 1, above: -1 },
  }),
] as const;

/** Periods, not rounded, that a constant change takes from one price to another. */
export function fallTime(begin: number, end: number, rate: number): number {
  const path = check("FALL_TIME", timeParams, { begin, end, rate });
  if (path.begin === path.end) return 0;
  const isOnTheWay = path.end < path.begin ? path.rate < 0 : path.rate > 0;
  if (!isOnTheWay) throw neverThere(path.begin, path.end, path.rate);
  return finite("FALL_TIME", logOfRatio(path.end, path.begin) / Math.log1p(path.rate));
}

/** Nearer than this the difference of two logarithms has lost digits, and at last all of them. */
const nearlyEqual = 1e-3;

/** ln(a / b), also where a / b is beyond the largest number. */
function logOfRatio(a: number, b: number): number {
  const change = (a - b) / b;
  return Math.abs(change) < nearlyEqual ? Math.log1p(change) : Math.log(a) - Math.log(b);
}

function neverThere(begin: number, end: number, rate: number): InputError {
  return new InputError({
    problem: "never",
    fn: "FALL_TIME",
    argument: "rate",
    seen: {
      en: `${isValue(rate).en}: it never takes ${begin} to ${end}`,
      zh: `${isValue(rate).zh}：永远不会从 ${begin} 到 ${end}`,
    },
    wanted: end < begin ? { en: "a rate below 0", zh: "小于 0 的涨跌幅" } : { en: "a rate above 0", zh: "大于 0 的涨跌幅" },
  });
}

export const fallRateDefinition = define(fallRate, {
  id: "FALL_RATE",
  summary: { en: "Constant fall per period that makes a total fall.", zh: "由总跌幅和期数求每期匀速跌幅。" },
  formula: "1 − (1 − total_fall)^(1 / periods)",
  params: rateParams,
  returns: { shape: "scalar", unit: "fraction", label: { en: "fall per period (positive)", zh: "每期跌幅（正数）" } },
  source: passage(
    reports.landing,
    "answer 50 (half in one year or five) and answer 91 (90 % in 3–5 or 20–30 years)",
    "第 50 个回答（一年或五年跌 50%）、第 91 个回答（3–5 年或 20–30 年跌 90%）",
  ),
  notes: [
    {
      en: "Both falls are positive. A fall of 50 % in five years is 12.94 % a year, not 10 %.",
      zh: "两个跌幅均为正数。五年跌 50% 是每年 12.94%，而非 10%。",
    },
    {
      en: "90 % in 3 to 5 years is 53.6 to 36.9 % a year; in 20 to 30 years it is 10.9 to 7.4 %.",
      zh: "3 至 5 年跌 90% 相当于每年 53.6% 至 36.9%；20 至 30 年则为每年 10.9% 至 7.4%。",
    },
  ],
  examples: [
    {
      args: { total_fall: 0.5, periods: 5 },
      result: 0.12944943670387588,
      from: { en: "report 000, answer 50: half in five years", zh: "报告 000 第 50 个回答：五年跌 50%" },
    },
    {
      args: { total_fall: 0.9, periods: 20 },
      result: 0.10874906186625444,
      from: { en: "report 000, answer 91: 90 % in 20 years", zh: "报告 000 第 91 个回答：20 年跌 90%" },
    },
    { args: { total_fall: 1, periods: 5 }, problem: "out-of-range", from: { en: "a fall to nothing", zh: "跌到零" } },
    { args: { total_fall: 0.5, periods: 0 }, problem: "zero-denominator", from: { en: "no time at all", zh: "期数为 0" } },
  ],
});

export const fallTimeDefinition = define(fallTime, {
  id: "FALL_TIME",
  summary: {
    en: "Periods that a constant change takes from one price to another.",
    zh: "以固定涨跌幅从一个价格到另一个价格所需的期数。",
  },
  formula: "ln(end / begin) / ln(1 + rate)",
  params: timeParams,
  returns: { shape: "scalar", unit: "count", label: { en: "periods (not rounded)", zh: "期数（未取整）" } },
  refusals: [
    {
      problem: "never",
      when: { en: "the rate is 0 or goes the other way", zh: "涨跌幅为 0 或方向相反，永远到不了" },
    },
  ],
  source: passage(
    reports.landing,
    "answer 27 (a school-district home at −1.5 % a month) and answer 43 (limit-down days)",
    "第 27 个回答（学区房每月降 1.5%）、第 43 个回答（连续跌停）",
  ),
  notes: [
    {
      en: "The rate is signed, unlike the fall of FALL_RATE: put a minus sign before FALL_RATE's answer.",
      zh: "涨跌幅带符号，与 FALL_RATE 的正数跌幅不同：代入 FALL_RATE 的结果须加负号。",
    },
    {
      en: "The answer is real-valued; whole periods needed are the next whole number: 28.43 limit-down days are 29.",
      zh: "结果为实数；所需整期数须向上取整：28.43 个跌停板即 29 个交易日。",
    },
  ],
  examples: [
    {
      args: { begin: 8.5, end: 4.5, rate: -0.015 },
      result: 42.080455725699906,
      from: { en: "report 000, answer 27: months from 2021 to 2025", zh: "报告 000 第 27 个回答：2021 至 2025 年的月数" },
    },
    {
      args: { begin: 100, end: 5, rate: -0.1 },
      result: 28.43315880574342,
      from: { en: "report 000, answer 43: days at the daily limit", zh: "报告 000 第 43 个回答：跌停天数" },
    },
    { args: { begin: 100, end: 50, rate: 0.01 }, problem: "never", from: { en: "the wrong direction", zh: "方向相反" } },
    { args: { begin: 100, end: 0, rate: -0.01 }, problem: "out-of-range", from: { en: "a price of 0", zh: "价格为 0" } },
  ],
});
