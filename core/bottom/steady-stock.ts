/**
 * What the steady second-hand share hangs on: the turnover behind a share, and a stock that still grows.
 * Not catalogued: for notebooks. With no growth it is SECOND_STEADY.
 */
import { InputError, isValue } from "../errors.js";
import { check, number } from "../parameters.js";
import { growth } from "../rates.js";

const lifeParam = number("life_years", {
  unit: "years",
  label: { en: "life of a home", zh: "住房使用寿命" },
  help: { en: "Mean life of a home in years, above 0.", zh: "住房平均使用寿命（年），须大于 0。" },
  domain: { above: 0 },
});

const turnoverParam = number("turnover", {
  unit: "fraction",
  label: { en: "yearly turnover", zh: "年换手率" },
  help: { en: "Share of the stock resold each year, 0.068 or 6.8%.", zh: "每年转手的存量住房比例，0.068 或 6.8%。" },
  domain: { atLeast: 0, wholePercentBeyond: 1 },
});

const growthParam = number("stock_growth", {
  unit: "fraction",
  label: { en: "growth of the stock", zh: "存量年增速" },
  help: { en: "Growth of the housing stock per year, 0.01 or 1%.", zh: "住房存量年增速，0.01 或 1%。" },
  domain: growth,
});

const shareParam = number("share", {
  unit: "fraction",
  label: { en: "second-hand share", zh: "二手房成交占比" },
  help: { en: "Second-hand sales over all sales, above 0 and below 1.", zh: "二手房占全部住宅成交的比例，大于 0 且小于 1。" },
  domain: { above: 0, below: 1 },
});

/**
 * The turnover at which a share is steady for homes of this lifespan: what the share says beyond the lifespan.
 * @param share second-hand sales over all sales, above 0 and below 1
 * @returns share of the stock resold each year
 * @throws InputError "out-of-range"
 */
export function turnoverBehindShare(share: number, lifeYears: number): number {
  const given = check("turnoverBehindShare", [shareParam, lifeParam], { share, lifeYears });
  return given.share / (1 - given.share) / given.lifeYears;
}

/**
 * Steady second-hand share where the stock grows: new homes replace 1 in lifeYears a year and add the growth.
 * @param stockGrowth ratio per year
 * @throws InputError "out-of-range", "no-finite-value" for a stock that shrinks faster than its homes wear out
 */
export function shareOfGrowingStock(lifeYears: number, turnover: number, stockGrowth: number): number {
  const fn = "shareOfGrowingStock";
  const given = check(fn, [lifeParam, turnoverParam, growthParam], { lifeYears, turnover, stockGrowth });
  const built = 1 / given.lifeYears + given.stockGrowth;
  if (built < 0 || built + given.turnover === 0) throw nothingBuilt(fn, given.stockGrowth, given.lifeYears);
  return given.turnover / (given.turnover + built);
}

/**
 * Growth of the stock per year at which a share is the steady one: negative if homes are not even replaced.
 * @throws InputError "out-of-range"
 */
export function stockGrowthBehindShare(share: number, lifeYears: number, turnover: number): number {
  const given = check("stockGrowthBehindShare", [shareParam, lifeParam, turnoverParam], { share, lifeYears, turnover });
  return (given.turnover * (1 - given.share)) / given.share - 1 / given.lifeYears;
}

function nothingBuilt(fn: string, stockGrowth: number, lifeYears: number): InputError {
  return new InputError({
    problem: "no-finite-value",
    fn,
    argument: "stock_growth",
    seen: isValue(stockGrowth),
    wanted: {
      en: `at least −1/${lifeYears}: a stock cannot shrink faster than homes wear out, and something must be sold`,
      zh: `不小于 −1/${lifeYears}：存量收缩不能快于房屋报废，且须有成交`,
    },
  });
}
