/**
 * Two ratios of report 003's background: a lot's premium, and how much a government lives on selling land.
 * Here: the ratios. Not here: the index (hpi.ts), anyone's revenue (notebooks/data).
 */
import { check, number } from "../parameters.js";

const premiumParams = [
  number("deal", {
    unit: "money",
    label: { en: "deal price", zh: "成交价" },
    help: {
      en: "What the lot sold for, in the unit of start. A failed lot has no premium.",
      zh: "成交价，与起始价同单位；流拍地块没有溢价率。",
    },
    domain: { above: 0 },
  }),
  number("start", {
    unit: "money",
    label: { en: "starting price", zh: "起始价" },
    help: { en: "Starting price of the same lot.", zh: "同一地块的起始价。" },
    domain: { divides: true, atLeast: 0 },
  }),
] as const;

/**
 * Premium rate (溢价率): how far the deal price lies above the starting price, as a fraction.
 * @throws InputError "out-of-range" for a deal of 0 or less or a negative start, "zero-denominator" for a start of 0
 */
export function premiumRate(deal: number, start: number): number {
  check("premiumRate", premiumParams, { deal, start });
  return deal / start - 1;
}

const dependenceParams = [
  number("land_revenue", {
    unit: "money",
    label: { en: "land-transfer revenue", zh: "土地出让收入" },
    help: { en: "Revenue from selling land-use rights in one year.", zh: "一年的国有土地使用权出让收入。" },
    domain: { atLeast: 0 },
  }),
  number("budget_revenue", {
    unit: "money",
    label: { en: "general budget revenue", zh: "一般公共预算收入" },
    help: {
      en: "General budget revenue of the same government and year, same unit.",
      zh: "同一政府、同一年的一般公共预算收入，同单位。",
    },
    domain: { divides: true, atLeast: 0 },
  }),
] as const;

/**
 * Land dependence (卖地收入依赖): land-transfer revenue over general budget revenue, as report 003's Figure 1 has it.
 * Above 1 where land brings in more than the budget proper.
 * @throws InputError "out-of-range" for a negative amount, "zero-denominator" for a budget revenue of 0
 */
export function landDependence(landRevenue: number, budgetRevenue: number): number {
  check("landDependence", dependenceParams, { landRevenue, budgetRevenue });
  return landRevenue / budgetRevenue;
}
