import { expect, test } from "vitest";
import { cityColor, cityStyle, inks, palette, paper, type Shade, scale, seriesStyle } from "../../../notebooks/display/style.js";
import { contrast, difference, eyes } from "../../colour.js";

const themes = ["light", "dark"] as const;

/** WCAG 2.2: 3 for the parts of a graphic, 4.5 for text. */
const graphic = 3;
const readable = 4.5;

/** CIE 1976 units; two colours of a legend are told apart from about 10. */
const apart = 15;

const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((one, at) => list.slice(at + 1).map((other): [T, T] => [one, other]));

test.each(themes)("palette stands out from the paper of the %s theme", (theme) => {
  for (const shade of palette) expect(contrast(shade[theme], paper[theme]), shade[theme]).toBeGreaterThanOrEqual(graphic);
});

test.each(themes.flatMap((theme) => Object.keys(eyes).map((eye) => [theme, eye] as const)))(
  "palette keeps its colours apart in the %s theme, seen with %s",
  (theme, eye) => {
    for (const [one, other] of pairs<Shade>(palette)) {
      expect(difference(one[theme], other[theme], eye), `${one[theme]} ${other[theme]}`).toBeGreaterThan(apart);
    }
  },
);

test.each(themes)("inks.text and inks.muted can be read on the paper of the %s theme", (theme) => {
  expect(contrast(inks.text[theme], paper[theme])).toBeGreaterThanOrEqual(readable);
  expect(contrast(inks.muted[theme], paper[theme])).toBeGreaterThanOrEqual(readable);
});

test("scale leaves a dark label readable at its darkest", () => {
  expect(contrast(scale[2]?.[1] ?? "", "#000000")).toBeGreaterThanOrEqual(readable);
});

test("seriesStyle(position) differs from its neighbours in more than colour", () => {
  expect(new Set([0, 1, 2, 3, 4].map((at) => seriesStyle(at).dash)).size).toBe(5);
  expect(new Set([0, 1, 2, 3, 4].map((at) => seriesStyle(at).symbol)).size).toBe(5);
});

test("cityStyle(name) is the same under every name of the city, and its own among the forty listed", () => {
  expect(cityStyle("郑州")).toEqual(cityStyle("Zhengzhou"));
  expect(cityStyle("郑州市")).toEqual(cityStyle("zhengzhou"));
  const cities = ["北京", "上海", "杭州", "合肥", "郑州", "武汉", "成都", "南京", "厦门", "西宁"];
  expect(new Set(cities.map((city) => JSON.stringify(cityStyle(city)))).size).toBe(cities.length);
});

test("cityColor(name) of a city that is not listed is always the same colour of the palette", () => {
  expect(cityColor("鹤岗")).toBe(cityColor("鹤岗市"));
  expect(palette.map(({ light }) => light)).toContain(cityColor("鹤岗"));
});
