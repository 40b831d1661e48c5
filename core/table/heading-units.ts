/**
 * Units in headings: 亿元, 万元, 元/㎡, 元/㎡·月, %, "100m yuan". Here: their spellings and sizes. Not here: meanings.
 */
import type { Text } from "../errors.js";

/** Money, named as it is written in the answers. */
export type MoneyUnit = "元" | "千元" | "万元" | "百万元" | "亿元" | "十亿元";
export type Period = "day" | "month" | "year";

/** What a heading says of its numbers; what it does not say is undefined. */
export interface HeadingUnit {
  readonly money?: MoneyUnit;
  readonly perArea?: true;
  readonly period?: Period;
  readonly percent?: true;
}

/** Whole numbers, so that dividing by them rounds once: 93,500 万元 is exactly the double 9.35 亿元. */
export const yuanIn: Readonly<Record<MoneyUnit, number>> = {
  元: 1,
  千元: 1000,
  万元: 10_000,
  百万元: 1_000_000,
  亿元: 100_000_000,
  十亿元: 1_000_000_000,
};

export const periodsPerYear: Readonly<Record<Period, number>> = { day: 365, month: 12, year: 1 };

/** Spellings that say it all, as `compact` leaves them. */
export const unitWords: readonly (readonly [unit: HeadingUnit, words: readonly string[]])[] = [
  [{ money: "元" }, ["元"]],
  [{ money: "千元" }, ["千元"]],
  [{ money: "万元" }, ["万元", "万", "wanyuan"]],
  [{ money: "百万元" }, ["百万元", "百万"]],
  [{ money: "亿元" }, ["亿元", "亿", "100m", "100mn", "100million", "hundredmillion"]],
  [{ money: "十亿元" }, ["十亿元", "十亿"]],
  [
    { perArea: true },
    [
      ...["㎡", "m2", "m²", "平米", "平方米", "平", "平方", "sqm", "psm", "sqmetre", "sqmeter"],
      ...["squaremetre", "squaremeter", "squaremetres", "squaremeters"],
    ],
  ],
  [{ period: "day" }, ["天", "日", "day", "daily"]],
  [{ period: "month" }, ["月", "月度", "month", "monthly", "mo", "pm", "pcm"]],
  [{ period: "year" }, ["年", "年度", "year", "yearly", "annual", "annum", "pa"]],
  [{ percent: true }, ["%", "百分比", "pct", "percent"]],
];

/** The currency, which is 元 by itself and may stand before or after any of the others: 人民币万元, RMB m, ¥m, CNY 100 million. */
export const currencyWords: readonly string[] = ["人民币", "¥", "￥", "yuan", "rmb", "cny"];

/** Multiples that are money only beside a currency: a bare m may be a metre, a bare million of dollars. */
export const scaleWords: readonly (readonly [unit: MoneyUnit, words: readonly string[]])[] = [
  ["千元", ["k", "000", "thousand", "thousands", "thousandsof"]],
  ["万元", ["10k", "10000", "tenthousand"]],
  ["百万元", ["m", "mn", "mln", "million", "millions", "millionsof"]],
  ["十亿元", ["bn", "billion", "billions", "billionsof"]],
];

const periodTexts: Readonly<Record<Period, Text>> = {
  day: { en: "day", zh: "天" },
  month: { en: "month", zh: "月" },
  year: { en: "year", zh: "年" },
};

/** "元/㎡/月": a unit as one would write it; nothing for a heading without one. */
export function writtenUnit({ money, perArea, period, percent }: HeadingUnit): string {
  if (percent) return "%";
  return [money, perArea && "㎡", period && periodTexts[period].zh].filter(Boolean).join("/");
}

/** A number of one money unit in another. */
export function converted(value: number, from: MoneyUnit, to: MoneyUnit): number {
  const [have, want] = [yuanIn[from], yuanIn[to]];
  return have >= want ? value * (have / want) : value / (want / have);
}
