/**
 * Units in headings: 亿元, 万元, 元/㎡, 元/㎡·月, %, "100m yuan". Here: their spellings and sizes. Not here: meanings.
 */
import type { Text } from "../errors.js";

/** Money, named as it is written in the answers. */
export type MoneyUnit = "元" | "万元" | "百万元" | "亿元" | "十亿元";
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
  万元: 10_000,
  百万元: 1_000_000,
  亿元: 100_000_000,
  十亿元: 1_000_000_000,
};

export const periodsPerYear: Readonly<Record<Period, number>> = { day: 365, month: 12, year: 1 };

/** Spellings, as `compact` leaves them. */
export const unitWords: readonly (readonly [unit: HeadingUnit, words: readonly string[]])[] = [
  [
    { money: "亿元" },
    [
      ...["亿元", "亿", "亿人民币", "亿元人民币", "100myuan", "100m", "100mrmb", "rmb100m", "100mcny", "cny100m", "yuan100m"],
      ...["100millionyuan", "100millionrmb", "hundredmillionyuan"],
    ],
  ],
  [{ money: "万元" }, ["万元", "万", "万元人民币", "10kyuan", "10000yuan", "tenthousandyuan", "10krmb", "10000rmb"]],
  [
    { money: "百万元" },
    [
      "百万元",
      "百万",
      "millionyuan",
      "millionrmb",
      "rmbmillion",
      "cnymillion",
      "myuan",
      "mnyuan",
      "rmbm",
      "rmbmn",
      "cnym",
      "cnymn",
    ],
  ],
  [{ money: "十亿元" }, ["十亿元", "十亿", "billionyuan", "billionrmb", "rmbbillion", "cnybillion", "bnyuan", "rmbbn", "cnybn"]],
  [{ money: "元" }, ["元", "人民币", "人民币元", "¥", "￥", "yuan", "rmb", "cny"]],
  [
    { perArea: true },
    ["㎡", "m2", "m²", "平米", "平方米", "平", "平方", "sqm", "squaremetre", "squaremeter", "squaremetres", "squaremeters"],
  ],
  [{ period: "day" }, ["天", "日", "day", "daily"]],
  [{ period: "month" }, ["月", "月度", "month", "monthly", "mo"]],
  [{ period: "year" }, ["年", "年度", "year", "yearly", "annual", "annum", "pa"]],
  [{ percent: true }, ["%", "百分比", "pct", "percent"]],
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
