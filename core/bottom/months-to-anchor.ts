/** When the rental yield reaches its anchor as prices fall faster than rents: RENT_MONTHS. */
import { define } from "../definition.js";
import { InputError } from "../errors.js";
import { finite } from "../finite.js";
import { check } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { atLeast } from "../tolerance.js";
import { anchor, grossYield, priceMom, rentMom } from "./arguments.js";

/** Where a yield is, where it should be, and how fast rent and price move it. */
export interface YieldClock {
  readonly grossYield: number;
  readonly anchor: number;
  /** Price change per month, ratio; negative for a fall. */
  readonly priceMom: number;
  /** Rent change per month, ratio. */
  readonly rentMom: number;
}

export const clockParams = [grossYield, anchor, priceMom, rentMom] as const;

/** Months until the yield reaches the anchor; 0 if it is there. A real number: 9.66 means during the tenth month. */
export function monthsToAnchor(grossYield: number, anchor: number, priceMom: number, rentMom: number): number {
  const months = monthsOrNever(check("RENT_MONTHS", clockParams, { grossYield, anchor, priceMom, rentMom }));
  if (months === undefined) throw neverReached("RENT_MONTHS");
  return finite("RENT_MONTHS", months);
}

/** The same for numbers that were already checked, with undefined for never. */
export function monthsOrNever({ grossYield, anchor, priceMom, rentMom }: YieldClock): number | undefined {
  if (atLeast(grossYield, anchor)) return 0;
  if (atLeast(priceMom, rentMom)) return undefined;
  return Math.log(anchor / grossYield) / (Math.log1p(rentMom) - Math.log1p(priceMom));
}

export function neverReached(fn: string): InputError {
  return new InputError({
    problem: "never",
    fn,
    seen: {
      en: "the price falls no faster than the rent: the anchor is never reached",
      zh: "房价跌得不比租金快：永远达不到锚",
    },
    wanted: { en: "price_mom below rent_mom", zh: "price_mom 小于 rent_mom" },
  });
}

export const monthsToAnchorDefinition = define(monthsToAnchor, {
  id: "RENT_MONTHS",
  summary: {
    en: "Months until the rental yield reaches its anchor.",
    zh: "租金回报率达到锚所需的月数。",
  },
  formula: {
    en: "ln(anchor / gross_yield) / ln((1 + rent_mom) / (1 + price_mom));  0 if gross_yield ≥ anchor",
    zh: "ln(anchor / gross_yield) / ln((1 + rent_mom) / (1 + price_mom))；gross_yield ≥ anchor 时为 0",
  },
  params: clockParams,
  returns: { shape: "scalar", unit: "months", label: { en: "months to the anchor", zh: "到位月数" } },
  refusals: [
    {
      problem: "never",
      when: {
        en: "the price falls no faster than the rent and the yield is short of the anchor",
        zh: "房价跌得不比租金快，且回报率尚未到锚",
      },
    },
  ],
  source: passage(reports.bottom, "section 2, pace of adjustment", "第二节，调整节奏"),
  notes: [
    {
      en: "Report 002 prints 7–9 months. The exact times are 7.08 and 9.66, so 8 and 10 whole months are needed; from September 2025 the slow end is July 2026, in the third quarter and not the second.",
      zh: "报告 002 印作 7–9 个月。精确值为 7.08 与 9.66，即需要 8 个整月与 10 个整月；自 2025 年 9 月起，慢的一端是 2026 年 7 月，属三季度而非二季度。",
    },
    {
      en: "The anchor decides: at the same paces 2.4 % takes 1.7–2.3 months, 2.6 % takes 12–17, the commercial rate of 3.0 % takes 31–43.",
      zh: "锚决定结果：同样的节奏下，2.4% 需 1.7–2.3 个月，2.6% 需 12–17 个月，商贷利率 3.0% 需 31–43 个月。",
    },
    {
      en: "Paces are taken as constant. A pace of 0.5 or less is read as a fraction: −0.25 is a fall of 25 % a month, not of 0.25 %.",
      zh: "假设节奏不变。绝对值不超过 0.5 的数按小数理解：−0.25 是每月跌 25%，不是 0.25%。",
    },
  ],
  examples: [
    {
      args: { gross_yield: 0.0237, anchor: 0.025, price_mom: -0.008, rent_mom: -0.0025 },
      result: 9.658234058928707,
      from: { en: "report 002, slow pace: printed as 9", zh: "报告 002，慢速：印作 9" },
    },
    {
      args: { gross_yield: 0.0237, anchor: 0.025, price_mom: -0.01, rent_mom: -0.0025 },
      result: 7.075569330821101,
      from: { en: "report 002, fast pace: printed as 7", zh: "报告 002，快速：印作 7" },
    },
    {
      args: { gross_yield: 0.026, anchor: 0.025, price_mom: 0.01, rent_mom: -0.0025 },
      result: 0,
      from: { en: "already there, whatever the pace", zh: "已经到位，与节奏无关" },
    },
    {
      args: { gross_yield: 0.0237, anchor: 0.025, price_mom: -0.002, rent_mom: -0.0025 },
      problem: "never",
      from: { en: "rents fall faster than prices", zh: "租金跌得比房价快" },
    },
    {
      args: { gross_yield: 0.0237, anchor: 0.025, price_mom: -0.8, rent_mom: -0.0025 },
      problem: "percent-as-whole-number",
      from: { en: "-0.8 for −0.8 %", zh: "把 −0.8% 写成 -0.8" },
    },
    {
      args: { gross_yield: 0, anchor: 0.025, price_mom: -0.01, rent_mom: -0.0025 },
      problem: "out-of-range",
      from: { en: "no yield", zh: "回报率为 0" },
    },
  ],
});
