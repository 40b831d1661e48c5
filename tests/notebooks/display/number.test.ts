import { expect, test } from "vitest";
import { digitsFor, formatNumber, formatValue, formatWithUnit, unitHead } from "../../../notebooks/display/number.js";

test("formatNumber(value, { unit }) writes a fraction as a percentage and a calendar year without a separator", () => {
  expect(formatNumber(0.0237, { unit: "fraction", digits: 2 })).toBe("2.37%");
  expect(formatNumber(0.07, { unit: "fraction" })).toBe("7%");
  expect(formatNumber(2025, { unit: "calendar-year" })).toBe("2025");
  expect(formatNumber(8200, { unit: "yuan-per-square-metre" })).toBe("8,200");
});

test("formatNumber(value) leaves four digits together, since they may be a year, and separates five", () => {
  expect(formatNumber(2025)).toBe("2025");
  expect(formatNumber(12_345.6)).toBe("12,345.6");
});

test("formatNumber(value) names what is no number, and writes no minus before a zero", () => {
  expect(formatNumber(Number.NaN)).toBe("not a number");
  expect(formatNumber(Number.NEGATIVE_INFINITY)).toBe("-∞");
  expect(formatNumber(-0.001, { digits: 1 })).toBe("0.0");
  expect(formatNumber(0.3, { digits: 1, sign: "always" })).toBe("+0.3");
});

test("digitsFor(values) gives the decimals that tell the values apart, at most four", () => {
  expect(digitsFor([1, 2, 3])).toBe(0);
  expect(digitsFor([69, 68.9])).toBe(1);
  expect(digitsFor([0.0237], "fraction")).toBe(2);
  expect(digitsFor([1 / 3])).toBe(4);
});

test("formatWithUnit(value, style, language) puts the unit's word in the reader's language", () => {
  expect(formatWithUnit(39.9, { unit: "points" }, "zh")).toBe("39.9 分");
  expect(formatWithUnit(0.0237, { unit: "fraction" }, "zh")).toBe("2.37%");
});

test("formatWithUnit(value, { unit }) counts 万元 and 亿元 in yuan for English readers, as precisely as they are written", () => {
  expect(formatWithUnit(60.4, { unit: "亿元" })).toBe("6.04 billion yuan");
  expect(formatWithUnit(60.4, { unit: "亿元" }, "zh")).toBe("60.4 亿元");
  expect(formatWithUnit(-0.35, { unit: "亿元", digits: 1, sign: "always" })).toBe("-35 million yuan");
  expect(formatWithUnit(60, { unit: "亿元", digits: 1 })).toBe("6.00 billion yuan");
  expect(formatWithUnit(12_345, { unit: "亿元" })).toBe("1.2345 trillion yuan");
  expect(formatWithUnit(1 / 3, { unit: "万元" })).toBe("3,333 yuan");
  expect(formatWithUnit(500, { unit: "万元", sign: "always" })).toBe("+5 million yuan");
  expect(formatWithUnit(0, { unit: "万元", digits: 2 })).toBe("0 yuan");
  expect(formatWithUnit(1e-7, { unit: "亿元", digits: 8 })).toBe("10 yuan");
  expect(formatWithUnit(8000, { unit: "元" })).toBe("8,000 yuan");
  expect(unitHead("万元")).toEqual({ en: "10,000 yuan", zh: "万元" });
  expect(unitHead("套")).toBe("套");
});

test("formatValue(null) says that there are no data; a date is written by day, a truth value in words", () => {
  expect(formatValue(null)).toEqual({ en: "no data", zh: "无数据" });
  expect(formatValue(new Date("2025-12-31T08:00:00Z"))).toBe("2025-12-31");
  expect(formatValue(true)).toEqual({ en: "yes", zh: "是" });
});
