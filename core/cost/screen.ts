/** The three screens for homes in the middle zone: IHCI_SCREEN. */
import { define } from "../definition.js";
import { check, flag, number } from "../parameters.js";
import { rateFromZero } from "../rates.js";
import { passage, reports } from "../sources.js";
import { above, atLeast, below } from "../tolerance.js";
import { multipleParam, type Zone, zoneOf } from "./zones.js";

/** Gross rental yield from which the rent screen is passed, inclusive: the lower end of the report's good range. */
export const rentScreenFrom = 0.03;
/** Mortgage payment over income from which the cash screen is failed, inclusive. */
export const cashScreenBelow = 0.6;

/** A payment of more than five times the income is a percentage typed as a whole number. */
const paymentShare = { wholePercentBeyond: 5 } as const;

const params = [
  multipleParam,
  number("gross_yield", {
    unit: "fraction",
    label: { en: "gross rental yield", zh: "租金收益率" },
    help: {
      en: "Annual rent over price, 0.035 or 3.5%. RENT_YIELD computes it.",
      zh: "年租金 / 房价，0.035 或 3.5%；可用 RENT_YIELD。",
    },
    domain: rateFromZero,
  }),
  number("pop_flow", {
    unit: "persons",
    label: { en: "net inflow of people", zh: "人口净流入" },
    help: {
      en: "Net inflow over the last 5–10 years, any unit; negative for an outflow.",
      zh: "近 5–10 年人口净流入，单位不限；净流出为负。",
    },
  }),
  flag("industry", {
    unit: "yes-no",
    label: { en: "stable industry", zh: "稳定产业支撑" },
    help: {
      en: "TRUE if the city has stable industry: universities, hospitals, headquarters, advanced manufacturing.",
      zh: "有稳定产业支撑（高等教育、医疗、总部经济、先进制造等）则为 TRUE。",
    },
  }),
  number("pay_to_income", {
    unit: "fraction",
    label: { en: "payment to income", zh: "月供收入比" },
    help: { en: "Monthly mortgage payment over household income, 0.4 or 40%.", zh: "月供占家庭月收入的比例，0.4 或 40%。" },
    domain: { ...paymentShare, atLeast: 0 },
  }),
  number("min_yield", {
    unit: "fraction",
    label: { en: "least yield", zh: "收益率下限" },
    help: { en: "Gross yield from which the rent screen is passed. Default 3%.", zh: "租金筛选的收益率下限（含），默认 3%。" },
    default: rentScreenFrom,
    domain: rateFromZero,
  }),
  number("pay_limit", {
    unit: "fraction",
    label: { en: "payment limit", zh: "月供比上限" },
    help: {
      en: "Payment to income from which the cash screen is failed. Default 60%; supervisors' line is 50%.",
      zh: "月供收入比达到此值即不通过，默认 60%；监管口径为 50%。",
    },
    default: cashScreenBelow,
    domain: { ...paymentShare, above: 0 },
  }),
] as const;

export interface ScreenOptions {
  readonly minYield?: number | undefined;
  readonly payLimit?: number | undefined;
}

export interface Screen {
  readonly zone: Zone;
  /** The yield is high enough. */
  readonly rent: boolean;
  /** People move in, and there is stable industry. */
  readonly people: boolean;
  /** The payment leaves enough income. */
  readonly cash: boolean;
  /** All three screens; whatever the zone. */
  readonly all: boolean;
}

/** Zone of a home and whether it passes the screens for rent, people and cash. */
export function ihciScreen(
  mult: number,
  grossYield: number,
  popFlow: number,
  industry: boolean,
  payToIncome: number,
  options: ScreenOptions = {},
): Screen {
  const given = check("IHCI_SCREEN", params, { mult, grossYield, popFlow, industry, payToIncome, ...options });
  const rent = atLeast(given.grossYield, given.minYield);
  const people = given.industry && above(given.popFlow, 0);
  const cash = below(given.payToIncome, given.payLimit);
  return { zone: zoneOf(given.mult), rent, people, cash, all: rent && people && cash };
}

const yesNo = "yes-no";

export const ihciScreenDefinition = define(ihciScreen, {
  id: "IHCI_SCREEN",
  summary: {
    en: "Three screens for a home: rent, people and industry, the household's cash.",
    zh: "三道筛子：租金、人口与产业、家庭现金流。",
  },
  formula:
    "rent = gross_yield ≥ 3 %;  people = pop_flow > 0 AND industry;  cash = pay_to_income < 60 %;  all = rent AND people AND cash",
  params,
  returns: {
    shape: "card",
    fields: [
      { name: "zone", unit: "label", label: { en: "zone", zh: "区间" } },
      { name: "rent", unit: yesNo, label: { en: "rent screen passed", zh: "租金筛选通过" } },
      { name: "people", unit: yesNo, label: { en: "people and industry screen passed", zh: "人口产业筛选通过" } },
      { name: "cash", unit: yesNo, label: { en: "cash screen passed", zh: "现金流筛选通过" } },
      { name: "all", unit: yesNo, label: { en: "all three passed", zh: "三项全部通过" } },
    ],
  },
  source: passage(reports.cost, "section 5, second step", "第五节，第 2 步"),
  notes: [
    {
      en: "The report applies the screens inside zone B. They are computed for every zone; read “all” together with the zone, and neither as advice.",
      zh: "报告只对 B 区使用三道筛子。此处对各区间都计算；“全部通过”须与区间同看，且都不是投资建议。",
    },
    {
      en: "The report contrasts yields of 3–4 % and 1–2 %. Exactly 3 % passes; between 2 % and 3 % is its grey zone and does not pass.",
      zh: "报告对比 3–4% 与 1–2%：恰好 3% 通过；2%–3% 之间是灰色地带，不通过。",
    },
    {
      en: "Exactly 60 % of income fails. The line of Chinese supervisors is tighter: housing cost at most 50 % of income (2004 guideline; from memory, not checked against a page).",
      zh: "恰好 60% 不通过。监管口径更严：住房支出不超过收入的 50%（2004 年指引，凭记忆，未核对原文）。",
    },
  ],
  examples: [
    {
      args: { mult: 2, gross_yield: 0.035, pop_flow: 1, industry: true, pay_to_income: 0.4 },
      result: { zone: "B", rent: true, people: true, cash: true, all: true },
      from: { en: "report 001's thresholds: a home that passes", zh: "报告 001 的阈值：通过的例子" },
    },
    {
      args: { mult: 2, gross_yield: 0.015, pop_flow: -1, industry: true, pay_to_income: 0.65 },
      result: { zone: "B", rent: false, people: false, cash: false, all: false },
      from: { en: "report 001's thresholds: a home that fails", zh: "报告 001 的阈值：不通过的例子" },
    },
    {
      args: { mult: 3, gross_yield: 0.03, pop_flow: 0, industry: true, pay_to_income: 0.6 },
      result: { zone: "C", rent: true, people: false, cash: false, all: false },
      from: { en: "every boundary at once", zh: "各边界" },
    },
    {
      args: { mult: 2, gross_yield: 3.5, pop_flow: 1, industry: true, pay_to_income: 0.4 },
      problem: "percent-as-whole-number",
      from: { en: "a percentage without its sign", zh: "漏写百分号" },
    },
    {
      args: { mult: 2, gross_yield: 0.035, pop_flow: 1, industry: "yes", pay_to_income: 0.4 },
      problem: "wrong-type",
      from: { en: "a text where TRUE or FALSE belongs", zh: "应为 TRUE/FALSE 处填了文本" },
    },
  ],
});
