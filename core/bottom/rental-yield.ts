/** Gross and net rental yield: RENT_YIELD and RENT_NET. */
import { define } from "../definition.js";
import { InputError, isValue } from "../errors.js";
import { finite } from "../finite.js";
import { check, choice, number, wantedBy } from "../parameters.js";
import { rateFromZero } from "../rates.js";
import { passage, reports } from "../sources.js";

const yieldParams = [
  number("annual_rent", {
    unit: "money",
    label: { en: "annual rent", zh: "年租金" },
    help: { en: "Rent of twelve months, same unit as price.", zh: "十二个月的租金，与房价同单位。" },
    domain: { atLeast: 0 },
  }),
  number("price", {
    unit: "money",
    label: { en: "price", zh: "房价" },
    help: {
      en: "Price of the same home, total or per square metre as the rent is.",
      zh: "同一住房的总价或单价，口径与租金一致。",
    },
    domain: { divides: true, atLeast: 0 },
  }),
] as const;

/** Annual rent over price, before any cost of holding. */
export function rentalYield(annualRent: number, price: number): number {
  const given = check("RENT_YIELD", yieldParams, { annualRent, price });
  return finite("RENT_YIELD", given.annualRent / given.price);
}

export const rentalYieldDefinition = define(rentalYield, {
  id: "RENT_YIELD",
  summary: { en: "Gross rental yield: annual rent over price.", zh: "租金回报率：年租金与房价之比。" },
  formula: "annual_rent / price",
  params: yieldParams,
  returns: { shape: "scalar", unit: "fraction", label: { en: "gross rental yield", zh: "租金回报率" } },
  source: passage(reports.bottom, "section 1 (2), rental yield", "第一节（二），租金回报率"),
  notes: [
    {
      en: "Twelve monthly rents, not one. A result beyond 50 % means that rent and price are in different units; the functions that take a yield refuse it.",
      zh: "须为十二个月租金而非月租。结果超过 50% 说明租金与房价单位不一致；以收益率为参数的函数会拒绝。",
    },
  ],
  examples: [
    {
      args: { annual_rent: 23700, price: 1000000 },
      result: 0.0237,
      from: { en: "report 002's 100-city yield, on a price of 1 million", zh: "报告 002 的百城回报率，以总价 100 万计" },
    },
    { args: { annual_rent: 5400, price: 300000 }, result: 0.018, from: { en: "by hand", zh: "手算" } },
    { args: { annual_rent: 1, price: 0 }, problem: "zero-denominator", from: { en: "no price", zh: "房价为 0" } },
    { args: { annual_rent: 1, price: -5 }, problem: "out-of-range", from: { en: "a negative price", zh: "房价为负" } },
  ],
});

const netParams = [
  number("gross", {
    unit: "fraction",
    label: { en: "gross yield", zh: "毛租金回报率" },
    help: { en: "Annual rent over price, 0.04 or 4%.", zh: "年租金 / 房价，0.04 或 4%。" },
    domain: rateFromZero,
  }),
  number("cost", {
    unit: "fraction",
    label: { en: "cost of holding", zh: "持有成本" },
    help: {
      en: "Yearly taxes, fees and upkeep, as a share of what basis names: 0.02 or 2%.",
      zh: "每年税费、物业与维修，按 basis 所指的比例：0.02 或 2%。",
    },
    domain: { atLeast: 0, wholePercentBeyond: 1 },
  }),
  choice(
    "basis",
    [
      { value: "price", label: { en: "of the price", zh: "占房价" } },
      { value: "rent", label: { en: "of the rent", zh: "占租金" } },
    ] as const,
    {
      label: { en: "basis", zh: "成本口径" },
      help: {
        en: "price: cost is a share of the price. rent: a share of the rent.",
        zh: "price：成本占房价的比例；rent：成本占租金的比例。",
      },
    },
  ),
] as const;

/** Rental yield after the cost of holding, which is a share of the price or of the rent. */
export function netYield(gross: number, cost: number, basis: "price" | "rent"): number {
  const given = check("RENT_NET", netParams, { gross, cost, basis });
  if (given.basis === "rent") return given.gross * (1 - given.cost);
  if (given.cost > rateFromZero.wholePercentBeyond) throw wholePercentOfPrice(given.cost);
  return given.gross - given.cost;
}

/** A cost as a share of the price is a rate like a yield, and held to the same limit. */
function wholePercentOfPrice(cost: number): InputError {
  const problem = "percent-as-whole-number";
  return new InputError({
    problem,
    fn: "RENT_NET",
    argument: "cost",
    seen: isValue(cost),
    wanted: wantedBy(netParams[1], problem),
  });
}

export const netYieldDefinition = define(netYield, {
  id: "RENT_NET",
  summary: { en: "Net rental yield after the cost of holding.", zh: "扣除持有成本后的净租金回报率。" },
  formula: {
    en: "basis price: gross − cost;  basis rent: gross × (1 − cost)",
    zh: "basis 为 price：gross − cost；basis 为 rent：gross × (1 − cost)",
  },
  params: netParams,
  returns: { shape: "scalar", unit: "fraction", label: { en: "net rental yield", zh: "净租金回报率" } },
  refusals: [
    {
      problem: "percent-as-whole-number",
      when: { en: "a cost beyond 50 % of the price, or beyond 100 % of the rent", zh: "成本超过房价的 50%，或超过租金的 100%" },
    },
  ],
  source: passage(reports.bottom, "section 1 (3), yields abroad", "第一节（三），境外租金回报率"),
  notes: [
    {
      en: "Report 002 prints 1.8–2.4 % for Hong Kong; its own 2–3 % gross less 20 % of the rent is 1.6–2.4 %.",
      zh: "报告 002 印作香港净回报 1.8%–2.4%；按其毛回报 2–3%、成本占租金 20% 计算应为 1.6%–2.4%。",
    },
    {
      en: "Tokyo's printed 0.5–2.5 % is the widest pairing: the low gross yield with the high cost, and the reverse. Same-end pairs give 1.0–2.0 %.",
      zh: "东京印出的 0.5%–2.5% 是最宽的配对：低毛回报配高成本、高毛回报配低成本；同端配对为 1.0%–2.0%。",
    },
  ],
  examples: [
    {
      args: { gross: 0.04, cost: 0.2, basis: "rent" },
      result: 0.032,
      from: { en: "report 002, Hong Kong at 4 %", zh: "报告 002，香港 4%" },
    },
    {
      args: { gross: 0.02, cost: 0.2, basis: "rent" },
      result: 0.016,
      from: { en: "report 002, Hong Kong's lower end: printed as 1.8 %", zh: "报告 002，香港下限：报告印作 1.8%" },
    },
    {
      args: { gross: 0.05, cost: 0.032, basis: "price" },
      result: 0.018,
      from: { en: "report 002, New York's lower end", zh: "报告 002，纽约下限" },
    },
    {
      args: { gross: 0.05, cost: 0.03, basis: "income" },
      problem: "unknown-choice",
      from: { en: "another basis", zh: "其他口径" },
    },
    {
      args: { gross: 0.05, cost: 0.8, basis: "price" },
      problem: "percent-as-whole-number",
      from: { en: "0.8 % without its sign", zh: "0.8% 漏写百分号" },
    },
    {
      args: { gross: 5, cost: 0.03, basis: "price" },
      problem: "percent-as-whole-number",
      from: { en: "5 for 5 %", zh: "把 5% 写成 5" },
    },
  ],
});
