/** The units that catalogued arguments and results are in, with their names in both languages. */
import type { Text } from "./errors.js";

export const units = {
  none: { en: "", zh: "" },
  money: { en: "money", zh: "金额" },
  "ten-thousand-yuan": { en: "10,000 yuan", zh: "万元" },
  "hundred-million-yuan": { en: "100 million yuan", zh: "亿元" },
  "trillion-yuan": { en: "trillion yuan", zh: "万亿元" },
  "yuan-per-square-metre": { en: "yuan per square metre", zh: "元/㎡" },
  "square-metres": { en: "square metres", zh: "㎡" },
  "hundred-million-square-metres": { en: "100 million square metres", zh: "亿㎡" },
  points: { en: "index points", zh: "分" },
  fraction: { en: "fraction", zh: "比率" },
  "basis-points": { en: "basis points", zh: "基点" },
  multiple: { en: "multiple", zh: "倍" },
  days: { en: "days", zh: "天" },
  months: { en: "months", zh: "月" },
  years: { en: "years", zh: "年" },
  "calendar-year": { en: "calendar year", zh: "公历年" },
  "calendar-month": { en: "calendar month, yyyy-mm", zh: "年月，yyyy-mm" },
  persons: { en: "persons", zh: "人" },
  count: { en: "count", zh: "个数" },
  "yes-no": { en: "TRUE or FALSE", zh: "是/否" },
  label: { en: "label", zh: "标签" },
} as const satisfies Record<string, Text>;

export type Unit = keyof typeof units;
