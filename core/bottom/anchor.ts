/** The fair rental yield, the gap to it, and the price that closes the gap: RENT_ANCHOR, RENT_GAP, ANCHOR_PRICE. */
import { define } from "../definition.js";
import { finite } from "../finite.js";
import { check, number } from "../parameters.js";
import { growth, rateAboveZero, rateFromZero } from "../rates.js";
import { passage, reports } from "../sources.js";
import { grossYield, workingAnchor } from "./arguments.js";

/** Half width of the anchor band around the mortgage rate. */
export const anchorBandWidth = 0.002;
const basisPoints = 10_000;

const anchorParams = [
  number("rate", {
    unit: "fraction",
    label: { en: "mortgage rate", zh: "房贷利率" },
    help: {
      en: "Yearly rate that the yield is anchored to, 0.026 or 2.6%: in report 002 the provident-fund rate.",
      zh: "作为锚的年利率，0.026 或 2.6%；报告 002 取公积金贷款利率。",
    },
    domain: rateFromZero,
  }),
  number("band", {
    unit: "fraction",
    label: { en: "half width", zh: "上下浮动" },
    help: { en: "Half width of the band, 0.002 for 20 basis points (default).", zh: "区间半宽，0.002 即 20 个基点（默认）。" },
    default: anchorBandWidth,
    domain: rateFromZero,
  }),
] as const;

/** Lower edge, middle and upper edge of the fair gross rental yield. */
export function anchorBand(
  rate: number,
  options: { readonly band?: number | undefined } = {},
): readonly [low: number, mid: number, high: number] {
  const given = check("RENT_ANCHOR", anchorParams, { rate, ...options });
  return [given.rate - given.band, given.rate, given.rate + given.band];
}

const anchorSource = passage(reports.bottom, "section 1 (2), the reasonable yield", "第一节（二），合理的租金回报率");

export const anchorBandDefinition = define(anchorBand, {
  id: "RENT_ANCHOR",
  summary: {
    en: "Band of the fair rental yield around a mortgage rate.",
    zh: "以房贷利率为中心的合理租金回报率区间。",
  },
  formula: "low = rate − band;  mid = rate;  high = rate + band",
  params: anchorParams,
  returns: {
    shape: "list",
    fields: [
      { name: "low", unit: "fraction", label: { en: "low", zh: "下沿" } },
      { name: "mid", unit: "fraction", label: { en: "middle", zh: "中枢" } },
      { name: "high", unit: "fraction", label: { en: "high", zh: "上沿" } },
    ],
  },
  source: anchorSource,
  notes: [
    {
      en: "Report 002 anchors to the provident-fund rate of 2.6 % and works with 2.5 %, 2.5–2.6 % and 2.4–2.8 % in different places. With the commercial rate it quotes, 3.0 %, the wait is years, not months: try RENT_MONTHS.",
      zh: "报告 002 以公积金利率 2.6% 为锚，各处又分别用 2.5%、2.5–2.6%、2.4–2.8%。若改用其所引商贷利率 3.0%，等待以年计而非以月计：可用 RENT_MONTHS 验证。",
    },
    {
      en: "By this band the report's second-tier yield of 2.45 % and third-tier 2.54 % are inside it already.",
      zh: "按此区间，报告中二线的 2.45% 与三四线的 2.54% 已在区间之内。",
    },
    {
      en: "A yield equal to the mortgage rate is fair only if expected growth pays for upkeep and risk: see USER_COST.",
      zh: "回报率等于房贷利率要算合理，须由预期涨幅抵补维护与风险：见 USER_COST。",
    },
  ],
  examples: [
    {
      args: { rate: 0.026 },
      result: [0.024, 0.026, 0.028],
      from: { en: "report 002: 2.4–2.8 %", zh: "报告 002：2.4%–2.8%" },
    },
    {
      args: { rate: 0.03, band: 0.005 },
      result: [0.025, 0.03, 0.035],
      from: { en: "by hand: the commercial rate, 50 basis points", zh: "手算：商贷利率，50 个基点" },
    },
    { args: { rate: 2.6 }, problem: "percent-as-whole-number", from: { en: "2.6 for 2.6 %", zh: "把 2.6% 写成 2.6" } },
    {
      args: { rate: 0.026, band: 20 },
      problem: "percent-as-whole-number",
      from: { en: "20 for 20 basis points", zh: "把 20 个基点写成 20" },
    },
    { args: { rate: 0.026, band: -0.002 }, problem: "out-of-range", from: { en: "a negative width", zh: "宽度为负" } },
  ],
});

const gapParams = [
  number("gross_yield", {
    unit: "fraction",
    label: { en: "gross rental yield", zh: "租金回报率" },
    help: { en: "Annual rent over price, 0.0237 or 2.37%.", zh: "年租金 / 房价，0.0237 或 2.37%。" },
    domain: rateFromZero,
  }),
  number("anchor", {
    unit: "fraction",
    label: { en: "anchor yield", zh: "租金回报率之锚" },
    help: { en: "Fair yield to compare with. Default 2.5%.", zh: "作比较的合理回报率，默认 2.5%。" },
    default: workingAnchor,
    domain: rateAboveZero,
  }),
] as const;

/** Anchor less yield in basis points; positive while the yield is still short of the anchor. */
export function gapBasisPoints(grossYield: number, options: { readonly anchor?: number | undefined } = {}): number {
  const given = check("RENT_GAP", gapParams, { grossYield, ...options });
  return (given.anchor - given.grossYield) * basisPoints;
}

export const gapDefinition = define(gapBasisPoints, {
  id: "RENT_GAP",
  summary: {
    en: "Gap between the anchor and the rental yield, in basis points.",
    zh: "租金回报缺口（基点）：锚与租金回报率之差。",
  },
  formula: "(anchor − gross_yield) × 10,000",
  params: gapParams,
  returns: { shape: "scalar", unit: "basis-points", label: { en: "gap, positive = not there yet", zh: "缺口，正数为尚未到位" } },
  source: passage(reports.bottom, "section 2, distance to the steady level", "第二节，与稳态水平的距离"),
  notes: [
    {
      en: "Positive means not there yet. Nothing to do with the “rent gap” of urban geography.",
      zh: "正数表示尚未到位。与城市地理学的“租隙”（rent gap）无关。",
    },
    {
      en: "Report 002 speaks of 13 in one place and of 10–20 in another. It is 3 to the lower edge of its band, 13 to 2.5 %, 23 to 2.6 % and 43 to the upper edge.",
      zh: "报告 002 一处说 13 个基点，另一处说 10–20 个基点。到其区间下沿为 3，到 2.5% 为 13，到 2.6% 为 23，到上沿为 43。",
    },
  ],
  examples: [
    { args: { gross_yield: 0.0237 }, result: 13, from: { en: "report 002", zh: "报告 002" } },
    {
      args: { gross_yield: 0.0237, anchor: 0.026 },
      result: 23,
      from: { en: "report 002's yield against the provident-fund rate", zh: "报告 002 的回报率对公积金利率" },
    },
    {
      args: { gross_yield: 0.0254 },
      result: -4,
      from: { en: "report 002, third tier: already there", zh: "报告 002，三四线：已经到位" },
    },
    {
      args: { gross_yield: 2.37 },
      problem: "percent-as-whole-number",
      from: { en: "2.37 for 2.37 %", zh: "把 2.37% 写成 2.37" },
    },
    { args: { gross_yield: 0.0237, anchor: 0 }, problem: "out-of-range", from: { en: "no anchor", zh: "锚为 0" } },
  ],
});

const priceParams = [
  grossYield,
  number("anchor", {
    unit: "fraction",
    label: { en: "anchor yield", zh: "租金回报率之锚" },
    help: { en: "Yield to be reached, 0.025 or 2.5%.", zh: "要达到的回报率，0.025 或 2.5%。" },
    domain: { divides: true, ...rateFromZero },
  }),
  number("rent_change", {
    unit: "fraction",
    label: { en: "rent change on the way", zh: "期间租金变化" },
    help: {
      en: "Total rent change by then, not per month: -0.02 for a fall of 2 %. Default 0.",
      zh: "期间租金累计变化（非月度）：下降 2% 填 -0.02，默认 0。",
    },
    default: 0,
    domain: growth,
  }),
] as const;

/** Price change at which the yield equals the anchor, as a ratio; negative for a fall. */
export function priceChangeToAnchor(
  grossYield: number,
  anchor: number,
  options: { readonly rentChange?: number | undefined } = {},
): number {
  const given = check("ANCHOR_PRICE", priceParams, { grossYield, anchor, ...options });
  return finite("ANCHOR_PRICE", (given.grossYield / given.anchor) * (1 + given.rentChange) - 1);
}

export const anchorPriceDefinition = define(priceChangeToAnchor, {
  id: "ANCHOR_PRICE",
  summary: {
    en: "Price change that brings the rental yield to the anchor.",
    zh: "使租金回报率达到锚所需的房价变化。",
  },
  formula: "gross_yield / anchor × (1 + rent_change) − 1",
  params: priceParams,
  returns: { shape: "scalar", unit: "fraction", label: { en: "price change (negative = a fall)", zh: "房价变化（负数为下跌）" } },
  source: anchorSource,
  notes: [
    {
      en: "At constant rent the report's 2.37 % needs −5.2 % to 2.5 %. With rents falling 0.25 % a month the price falls 7.5 % (at −0.8 % a month) or 6.9 % (at −1 %) before it arrives: falling rents move the target.",
      zh: "租金不变时，2.37% 到 2.5% 需跌 5.2%。若租金每月跌 0.25%，则到位前房价要跌 7.5%（每月 −0.8%）或 6.9%（每月 −1%）：租金下跌会使目标后移。",
    },
    {
      en: "Positive when the yield is above the anchor already: the rise that would bring it back down.",
      zh: "回报率已高于锚时为正：即使其回落到锚的涨幅。",
    },
  ],
  examples: [
    {
      args: { gross_yield: 0.0237, anchor: 0.025 },
      result: -0.052,
      from: { en: "report 002's yield and anchor, constant rent", zh: "报告 002 的回报率与锚，租金不变" },
    },
    {
      args: { gross_yield: 0.0237, anchor: 0.05 },
      result: -0.526,
      from: { en: "a yield of 5 %, which report 000 speaks of", zh: "报告 000 所说的 5% 回报率" },
    },
    {
      args: { gross_yield: 0.03, anchor: 0.025, rent_change: -0.1 },
      result: 0.08,
      from: { en: "by hand: already there", zh: "手算：已经到位" },
    },
    { args: { gross_yield: 0.0237, anchor: 0 }, problem: "zero-denominator", from: { en: "no anchor", zh: "锚为 0" } },
    {
      args: { gross_yield: 0.0237, anchor: 0.025, rent_change: -1 },
      problem: "out-of-range",
      from: { en: "rents fall to nothing", zh: "租金归零" },
    },
  ],
});
