/** The errata as data: complete, in both languages, and pointing at figures and functions that exist. */
import { readFileSync } from "node:fs";
import { catalog, errata, errataOf, errataOnFigure, errataTouching, figures, numberOf as n, reports } from "soundings";
import { describe, expect, it } from "vitest";
import { call } from "./recomputed.js";

const figureIds = new Set(figures.map(({ id }) => id));
const functionIds = new Set(catalog.map(({ id }) => id));

describe("errata", () => {
  it("are 6, 4, 13 and 19 in reports 003, 001, 002 and 000: none vanishes silently", () => {
    expect((["003", "001", "002", "000"] as const).map((report) => errataOf(report).length)).toEqual([6, 4, 13, 19]);
    expect(new Set(errata.map(({ id }) => id)).size).toBe(errata.length);
  });

  it.each(errata.map((erratum) => [erratum.id, erratum] as const))("%s says what, where and why", (id, erratum) => {
    expect(id).toMatch(/^(000|001|002|003)\/[a-z0-9-]+$/);
    expect(id.startsWith(`${erratum.report}/`)).toBe(true);
    expect(erratum.passage.report).toBe(Object.values(reports).find((report) => report.id === erratum.report));
    for (const text of [erratum.passage.where, erratum.printed, erratum.right, erratum.why]) {
      expect(text.en.length).toBeGreaterThan(5);
      expect(text.en).not.toMatch(/[。，；]/);
      expect(text.zh).toMatch(/[\u4e00-\u9fff\d]/);
    }
    expect(erratum.printed).not.toEqual(erratum.right);
  });

  it.each(errata.map(({ id, figures, functions }) => [id, figures, functions] as const))(
    "%s points to figures that are printed and functions of the catalogue, each once",
    (_, named, functions) => {
      expect(named.filter((id) => !figureIds.has(id))).toEqual([]);
      expect(functions.filter((id) => !functionIds.has(id))).toEqual([]);
      expect(new Set(named).size).toBe(named.length);
      expect(new Set(functions).size).toBe(functions.length);
    },
  );

  it("cover the twelve mistakes that the method lists", () => {
    expect(errata.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "002/hong-kong-net",
        "002/months-to-anchor",
        "002/share-edges",
        "000/home-in-gold",
        "000/five-times-ten",
        "000/exposure-is-not-loss",
        "000/price-and-balance-fall-together",
        "000/loss-of-450",
        "000/double-eighteen",
        "000/bank-safe-at-zero",
        "003/zhengzhou-benchmark",
        "001/close-to-cost",
      ]),
    );
  });
});

describe("errataTouching(functionId) and errataOnFigure(figureId)", () => {
  it("find what users of a function or readers of a figure should know", () => {
    expect(errataTouching("RENT_NET").map(({ id }) => id)).toEqual(["002/hong-kong-net"]);
    expect(errataOnFigure("002/abroad/hongKongNet").map(({ id }) => id)).toEqual(["002/hong-kong-net"]);
    expect(errataTouching("NO_SUCH")).toEqual([]);
  });
});

describe("errata of data", () => {
  const file = readFileSync(new URL("../../../notebooks/data/nbs70.csv", import.meta.url), "utf8");
  const [header = "", ...lines] = file.trim().split("\n");
  const columns = header.split(",");
  const rows = lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [columns[at], cell])));

  /** One cell of the bureau's table, as a number; 100 is the month or year that it is measured against. */
  function index(city: string, month: string, column: string, series = "second_hand"): number {
    const found = rows.find((row) => row.city === city && row.month === month && row.series === series);
    return Number(found?.[column] || Number.NaN);
  }
  const onMonth = (city: string, series?: string) => index(city, "2025-09", "mom_prev_month_100", series) / 100 - 1;
  const bureau = ["乌鲁木齐", "哈尔滨", "贵阳"];

  it("002/three-cities: the bureau prints other falls, and those printed for two cities are of new homes", () => {
    expect(bureau.map((city) => onMonth(city))).toEqual([-0.006, -0.002, -0.006].map((x) => expect.closeTo(x, 9)));
    expect(onMonth("乌鲁木齐", "new")).toBeCloseTo(n("002/stabilising/urumqi"), 9);
    expect(onMonth("贵阳", "new")).toBeCloseTo(n("002/stabilising/guiyang"), 9);
  });

  it("002/price-pace: the mean of 70 cities is −0.64 %, which takes 13.6 months to 2.5 %", () => {
    const cities = rows.filter((row) => row.month === "2025-09" && row.series === "second_hand");
    const changes = cities.map((row) => Number(row.mom_prev_month_100) / 100 - 1);
    const price_mom = changes.reduce((a, b) => a + b, 0) / changes.length;
    expect(changes).toHaveLength(70);
    expect(price_mom).toBeCloseTo(-0.0064, 4);
    const months = call("RENT_MONTHS", {
      gross_yield: n("002/yield/national"),
      anchor: n("002/anchor/working"),
      price_mom,
      rent_mom: n("002/timing/rentChange"),
    });
    expect(months).toBeCloseTo(13.6, 0);
  });

  it("002/levels-of-2014-and-2016: the bureau's index of September 2025 is above those years' in six cities", () => {
    // 2017 lacks months: from its November, on the base of 2015, year by year to November 2024, then month by month.
    const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024].map((year) => `${year}-11`);
    const months = ["2024-12", ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((month) => `2025-0${month}`)];
    const level = (city: string) =>
      [
        index(city, "2017-11", "fixed_base_100"),
        ...years.map((month) => index(city, month, "yoy_same_month_last_year_100") / 100),
        ...months.map((month) => index(city, month, "mom_prev_month_100") / 100),
      ].reduce((product, factor) => product * factor);
    const since2016 = (city: string) => level(city) / index(city, "2016-09", "fixed_base_100") - 1;
    expect(["北京", "上海", "深圳"].map((city) => Math.round(100 * since2016(city)))).toEqual([4, 3, 8]);
    expect(["天津", "武汉", "南京"].map((city) => Math.round(level(city)))).toEqual([109, 111, 127]);
  });
});
