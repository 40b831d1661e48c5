/** Was a lot bought by its own city's government for want of any other bidder? IS_BACKSTOP. */
import { define } from "../definition.js";
import { check, flag, number } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { tolerance } from "../tolerance.js";

const params = [
  flag("gov_controlled", {
    unit: "yes-no",
    label: { en: "government-controlled buyer", zh: "竞得人为本市政府控制" },
    help: {
      en: "TRUE if the winning bidder is wholly controlled by this city's government, districts included.",
      zh: "竞得主体为该城市政府（含区级）完全控制的企业则为 TRUE。",
    },
  }),
  number("deal", {
    unit: "money",
    label: { en: "deal amount", zh: "成交价" },
    help: { en: "Amount the lot sold for; 0 or blank if it did not sell.", zh: "地块成交金额；未成交填 0 或留空。" },
    domain: { atLeast: 0 },
  }),
  number("start", {
    unit: "money",
    label: { en: "starting amount", zh: "起始价" },
    help: { en: "Starting amount of the lot, same unit as deal.", zh: "地块起始价，与成交价同单位。" },
    domain: { above: 0 },
  }),
  flag("listed", {
    unit: "yes-no",
    label: { en: "listed company", zh: "上市公司" },
    help: {
      en: "TRUE if the buyer is a listed company: then it is not a backstop. Default FALSE.",
      zh: "竞得人为上市公司则为 TRUE，此时不算兜底。默认 FALSE。",
    },
    default: false,
  }),
] as const;

export interface BackstopOptions {
  readonly listed?: boolean | undefined;
}

/** TRUE for a sale at zero premium to a company that the city's own government controls and that is not listed. */
export function isBackstop(govControlled: boolean, deal: number, start: number, options: BackstopOptions = {}): boolean {
  const lot = check("IS_BACKSTOP", params, { govControlled, deal, start, ...options });
  const zeroPremium = Math.abs(lot.deal - lot.start) <= tolerance * lot.start;
  return lot.govControlled && zeroPremium && !lot.listed;
}

export const isBackstopDefinition = define(isBackstop, {
  id: "IS_BACKSTOP",
  summary: {
    en: "Whether a land sale was a backstop purchase by the city's own government.",
    zh: "地块是否为兜底成交。",
  },
  formula: "gov_controlled AND |deal − start| ≤ 1e-9 × start AND NOT listed",
  params,
  returns: { shape: "scalar", unit: "yes-no", label: { en: "backstop", zh: "兜底成交" } },
  source: passage(reports.land, "end note 2, two features of a backstop lot", "尾注2，兜底成交的两个特征"),
  notes: [
    {
      en: "A private buyer at the starting price is not a backstop, and an unsold lot is not one either. A token premium escapes the test.",
      zh: "市场主体底价成交不算兜底，未成交地块也不算。只要有象征性溢价就不会被识别为兜底。",
    },
    {
      en: "The report's definition says “wholly controlled”, its example “actual controller”: you decide what TRUE means and say so.",
      zh: "报告定义写“完全控制”，示例写“实际控制股东”：口径由使用者判断并注明。",
    },
  ],
  examples: [
    {
      args: { gov_controlled: true, deal: 10, start: 10 },
      result: true,
      from: { en: "report 003, the kind of Zhengzhou parcel 5", zh: "报告 003，郑州 5 号地一类" },
    },
    { args: { gov_controlled: true, deal: 10.01, start: 10 }, result: false, from: { en: "a token premium", zh: "象征性溢价" } },
    {
      args: { gov_controlled: true, deal: 10, start: 10, listed: true },
      result: false,
      from: { en: "report 003: listed companies are exempt", zh: "报告 003：上市公司除外" },
    },
    {
      args: { gov_controlled: true, deal: 10, start: 0 },
      problem: "out-of-range",
      from: { en: "no starting amount", zh: "起始价为 0" },
    },
  ],
});
