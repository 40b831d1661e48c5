/** What government collects of home sales: FISCAL_TAKE. */
import { define } from "../definition.js";
import { InputError, isValue } from "../errors.js";
import { finite } from "../finite.js";
import { check, number } from "../parameters.js";
import { share } from "../rates.js";
import { passage, reports } from "../sources.js";

/** Shares of sales that answer 18 gives: new homes from and to, second-hand homes at most. */
const claimed = { low: 0.5, high: 0.7, second: 0.05 } as const;

const params = [
  number("new_sales", {
    unit: "money",
    label: { en: "new-home sales", zh: "新房成交额" },
    help: { en: "Sales of new homes, amount.", zh: "新房成交金额。" },
    domain: { atLeast: 0 },
  }),
  number("second_sales", {
    unit: "money",
    label: { en: "second-hand sales", zh: "二手房成交额" },
    help: { en: "Sales of second-hand homes, same unit. Default 0.", zh: "二手房成交金额，同单位。默认 0。" },
    default: 0,
    domain: { atLeast: 0 },
  }),
  number("low_share", {
    unit: "fraction",
    label: { en: "take of new sales, low", zh: "新房财政占比下限" },
    help: {
      en: "Lower share of new-home sales that government collects. Default 50%.",
      zh: "财政收入占新房成交额的下限。默认 50%。",
    },
    default: claimed.low,
    domain: share,
  }),
  number("high_share", {
    unit: "fraction",
    label: { en: "take of new sales, high", zh: "新房财政占比上限" },
    help: { en: "Upper share, at least the lower. Default 70%.", zh: "上限，不低于下限。默认 70%。" },
    default: claimed.high,
    domain: share,
  }),
  number("second_share", {
    unit: "fraction",
    label: { en: "take of second-hand sales, at most", zh: "二手房财政占比上限" },
    help: {
      en: "Largest share of second-hand sales that government collects; the smallest is 0. Default 5%.",
      zh: "财政收入占二手房成交额的上限（下限为 0）。默认 5%。",
    },
    default: claimed.second,
    domain: share,
  }),
] as const;

export interface FiscalOptions {
  readonly secondSales?: number | undefined;
  readonly lowShare?: number | undefined;
  readonly highShare?: number | undefined;
  readonly secondShare?: number | undefined;
}

/** Lowest and highest amount that government collects of home sales. */
export function fiscalTake(newSales: number, options: FiscalOptions = {}): readonly [low: number, high: number] {
  const sales = check("FISCAL_TAKE", params, { newSales, ...options });
  if (sales.lowShare > sales.highShare) throw lowAboveHigh(sales.lowShare, sales.highShare);
  const high = sales.highShare * sales.newSales + sales.secondShare * sales.secondSales;
  return [sales.lowShare * sales.newSales, finite("FISCAL_TAKE", high)];
}

function lowAboveHigh(low: number, high: number): InputError {
  return new InputError({
    problem: "out-of-range",
    fn: "FISCAL_TAKE",
    argument: "low_share",
    seen: isValue(low),
    wanted: { en: `at most high_share, ${high}`, zh: `不超过 high_share（${high}）的数` },
  });
}

export const fiscalTakeDefinition = define(fiscalTake, {
  id: "FISCAL_TAKE",
  summary: {
    en: "Range of what government collects of new and second-hand home sales.",
    zh: "新房与二手房成交带来的财政收入区间。",
  },
  formula: "low = low_share × new_sales;  high = high_share × new_sales + second_share × second_sales",
  params,
  returns: {
    shape: "list",
    fields: [
      { name: "low", unit: "money", label: { en: "low", zh: "下限" } },
      { name: "high", unit: "money", label: { en: "high", zh: "上限" } },
    ],
  },
  refusals: [{ problem: "out-of-range", when: { en: "low_share is above high_share", zh: "下限高于上限" } }],
  source: passage(
    reports.landing,
    "answer 18: government's share of new and of second-hand sales",
    "第 18 个回答：财政在新房与二手房成交额中的占比",
  ),
  notes: [
    {
      en: "50 to 70 % and “less than 5 %” are one answer's claim, not a statistic. A sale that moves from a new home to a second-hand one costs 45 to 70 fen per yuan.",
      zh: "“50–70%”与“不到 5%”是一个回答的说法，并非统计数据。成交由新房转向二手房，每 1 元减收 0.45 至 0.70 元。",
    },
    {
      en: "“Less than 5 %” has no lower end: the low result takes 0 from second-hand sales.",
      zh: "“不到 5%”没有下限，故结果下限中二手房按 0 计。",
    },
  ],
  examples: [
    { args: { new_sales: 100 }, result: [50, 70], from: { en: "report 000, answer 18", zh: "报告 000 第 18 个回答" } },
    {
      args: { new_sales: 0, second_sales: 100 },
      result: [0, 5],
      from: { en: "report 000, answer 18: second-hand sales only", zh: "报告 000 第 18 个回答：只有二手房" },
    },
    { args: { new_sales: -1 }, problem: "out-of-range", from: { en: "negative sales", zh: "成交额为负" } },
    {
      args: { new_sales: 100, low_share: 0.8 },
      problem: "out-of-range",
      from: { en: "the lower share above the upper", zh: "下限高于上限" },
    },
  ],
});
