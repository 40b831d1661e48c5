/** Arguments that several functions of report 002 take, described once. */
import { number } from "../parameters.js";
import { rateAboveZero, signedRate } from "../rates.js";

/** Report 002's working anchor for the whole country: the gross yield at which prices should stop falling. */
export const workingAnchor = 0.025;

/** Gross rental yield, where a yield of 0 would be a blank cell. */
export const grossYield = number("gross_yield", {
  unit: "fraction",
  label: { en: "gross rental yield", zh: "租金回报率" },
  help: {
    en: "Annual rent over price today, 0.0237 or 2.37%. Above 0.",
    zh: "当前年租金 / 房价，0.0237 或 2.37%，须大于 0。",
  },
  domain: rateAboveZero,
});

export const anchor = number("anchor", {
  unit: "fraction",
  label: { en: "anchor yield", zh: "租金回报率之锚" },
  help: {
    en: "Yield at which the price should stop falling, 0.025 or 2.5%. RENT_ANCHOR gives a band. Above 0.",
    zh: "房价应止跌的租金回报率，0.025 或 2.5%；RENT_ANCHOR 给出区间。须大于 0。",
  },
  domain: rateAboveZero,
});

export const priceMom = number("price_mom", {
  unit: "fraction",
  label: { en: "monthly price change", zh: "房价环比" },
  help: {
    en: "Price change per month, negative for a fall: -0.008 or -0.8%.",
    zh: "房价每月涨跌幅，下跌为负：-0.008 或 -0.8%。",
  },
  domain: signedRate,
});

export const rentMom = number("rent_mom", {
  unit: "fraction",
  label: { en: "monthly rent change", zh: "租金环比" },
  help: {
    en: "Rent change per month, negative for a fall: -0.0025 or -0.25%.",
    zh: "租金每月涨跌幅，下跌为负：-0.0025 或 -0.25%。",
  },
  domain: signedRate,
});
