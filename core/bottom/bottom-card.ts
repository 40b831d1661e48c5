/** When sales volume and when prices should steady, as dates: BOTTOM_CARD. */
import { monthAfter } from "../calendar.js";
import { define } from "../definition.js";
import type { InputError } from "../errors.js";
import { check, text } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { anchor, grossYield, priceMom, rentMom } from "./arguments.js";
import { monthsOrNever, neverReached } from "./months-to-anchor.js";
import { paceParam, shareMonthsOrNever, shareNeverReached, shareParam, targetParam } from "./second-hand.js";
import { wholeMonths } from "./whole-months.js";

const id = "BOTTOM_CARD";

const params = [
  text("as_of", {
    unit: "calendar-month",
    label: { en: "month of the data", zh: "数据月份" },
    help: {
      en: 'Month that share and yield are from, as text yyyy-mm: "2025-09". In a cell type \'2025-09, or use TEXT(date,"yyyy-mm").',
      zh: '占比与回报率所属月份，文本 yyyy-mm，如 "2025-09"。单元格中请输入 \'2025-09，或用 TEXT(日期,"yyyy-mm")。',
    },
  }),
  shareParam,
  targetParam("share_target"),
  paceParam("share_pace"),
  grossYield,
  anchor,
  priceMom,
  rentMom,
] as const;

export interface BottomCard {
  /** Months until the second-hand share is there. */
  readonly volumeMonths: number;
  /** Months until the yield is at its anchor. */
  readonly priceMonths: number;
  /** yyyy-mm by whose end the share is there. */
  readonly volumeMonth: string;
  /** yyyy-mm by whose end the yield is there. */
  readonly priceMonth: string;
  /** The later of the two. */
  readonly lastFall: string;
}

/** Months and dates at which the volume of new homes and the price of second-hand ones should steady. */
export function bottomCard(
  asOf: string,
  share: number,
  shareTarget: number,
  sharePace: number,
  grossYield: number,
  anchor: number,
  priceMom: number,
  rentMom: number,
): BottomCard {
  const given = check(id, params, { asOf, share, shareTarget, sharePace, grossYield, anchor, priceMom, rentMom });
  const clock = { share: given.share, target: given.shareTarget, pace: given.sharePace };
  const volume = dated(given.asOf, shareMonthsOrNever(clock), shareNeverReached(id, "share_pace"));
  const price = dated(given.asOf, monthsOrNever(given), neverReached(id));
  return {
    volumeMonths: volume.months,
    priceMonths: price.months,
    volumeMonth: volume.month,
    priceMonth: price.month,
    lastFall: later(volume.month, price.month),
  };
}

/** Months with their date; a date that yyyy cannot write is never. */
function dated(asOf: string, months: number | undefined, never: InputError): { months: number; month: string } {
  const month = months === undefined ? undefined : monthAfter(asOf, wholeMonths(months));
  if (months === undefined || month === undefined) throw never;
  return { months, month };
}

/** The later of two months; yyyy-mm sorts as text. */
function later(one: string, other: string): string {
  return one < other ? other : one;
}

export const bottomCardDefinition = define(bottomCard, {
  id,
  summary: {
    en: "When sales volume and prices should steady, in months and dates.",
    zh: "新房“量”与二手房“价”的企稳时点：月数与日期。",
  },
  formula: {
    en: "volume_months = SECOND_MONTHS;  price_months = RENT_MONTHS;  date = as_of + months rounded up;  last_fall = the later date",
    zh: "volume_months = SECOND_MONTHS；price_months = RENT_MONTHS；月份 = as_of + 向上取整的月数；last_fall = 较晚的月份",
  },
  params,
  returns: {
    shape: "card",
    fields: [
      { name: "volume_months", unit: "months", label: { en: "months to steady volume", zh: "“量”企稳月数" } },
      { name: "price_months", unit: "months", label: { en: "months to steady prices", zh: "“价”企稳月数" } },
      { name: "volume_month", unit: "calendar-month", label: { en: "volume steady by", zh: "“量”企稳月份" } },
      { name: "price_month", unit: "calendar-month", label: { en: "prices steady by", zh: "“价”企稳月份" } },
      { name: "last_fall", unit: "calendar-month", label: { en: "both steady by", zh: "“最后一跌”月份" } },
    ],
  },
  refusals: [
    {
      problem: "never",
      when: { en: "the share or the yield never gets there", zh: "占比或回报率永远达不到" },
    },
  ],
  source: passage(reports.bottom, "section 2, when the last fall comes", "第二节，何时迎来“最后一跌”"),
  notes: [
    {
      en: "Report 002 expects the first or second quarter of 2026. Its own paces give January or February 2026 for volume and May to July 2026 for prices: the slow end is in the third quarter.",
      zh: "报告 002 预计 2026 年一、二季度。按其节奏，“量”为 2026 年 1–2 月，“价”为 2026 年 5–7 月：慢的一端落在三季度。",
    },
    {
      en: "Months are rounded up to the month by whose end it has happened. last_fall is the later of the two dates: a choice of this project, since the report names no rule.",
      zh: "月数向上取整到发生的当月。last_fall 取两个日期中较晚者：报告没有给出规则，这是本项目的选择。",
    },
    {
      en: "A straight line from today's paces, with the anchor that you choose: an arithmetic of the report's claim, not a forecast.",
      zh: "按当前节奏与所选的锚直线外推：是对报告说法的算术检验，不是预测。",
    },
  ],
  examples: [
    {
      args: {
        as_of: "2025-09",
        share: 0.577,
        share_target: 0.6,
        share_pace: 0.08,
        gross_yield: 0.0237,
        anchor: 0.025,
        price_mom: -0.01,
        rent_mom: -0.0025,
      },
      result: {
        volume_months: 3.45,
        price_months: 7.075569330821101,
        volume_month: "2026-01",
        price_month: "2026-05",
        last_fall: "2026-05",
      },
      from: { en: "report 002, fast paces", zh: "报告 002，快速" },
    },
    {
      args: {
        as_of: "2025-09",
        share: 0.577,
        share_target: 0.6,
        share_pace: 0.06,
        gross_yield: 0.0237,
        anchor: 0.025,
        price_mom: -0.008,
        rent_mom: -0.0025,
      },
      result: {
        volume_months: 4.6,
        price_months: 9.658234058928707,
        volume_month: "2026-02",
        price_month: "2026-07",
        last_fall: "2026-07",
      },
      from: { en: "report 002, slow paces: the third quarter", zh: "报告 002，慢速：三季度" },
    },
    {
      args: {
        as_of: "2025-13",
        share: 0.577,
        share_target: 0.6,
        share_pace: 0.08,
        gross_yield: 0.0237,
        anchor: 0.025,
        price_mom: -0.01,
        rent_mom: -0.0025,
      },
      problem: "wrong-type",
      from: { en: "a thirteenth month", zh: "第十三个月" },
    },
    {
      args: {
        as_of: "2025-09",
        share: 0.577,
        share_target: 0.6,
        share_pace: 0.08,
        gross_yield: 0.0237,
        anchor: 0.025,
        price_mom: -0.0025,
        rent_mom: -0.0025,
      },
      problem: "never",
      from: { en: "rents fall as fast as prices", zh: "租金与房价同速下跌" },
    },
  ],
});
