/**
 * The order in which report 002 expects the market's parts to steady, in our words, as tables.
 * An expectation of the report: there is no arithmetic here.
 */
import type { Text } from "../errors.js";
import { type Passage, passage, reports } from "../sources.js";

export interface Stage {
  /** 1 steadies first. */
  readonly order: number;
  readonly id: string;
  readonly part: Text;
  readonly market: "new" | "second-hand";
  readonly why: Text;
}

/** Where the report gives both orders. */
export const orderSource: Passage = passage(reports.bottom, "section 3, the order of steadying", "第三节，企稳的节奏");

/** Two ailments: the volume of new homes is expected to steady before the price of second-hand ones. */
export const ailments: readonly Stage[] = [
  {
    order: 1,
    id: "new-volume",
    part: { en: "sales volume of new homes", zh: "新房的“量”" },
    market: "new",
    why: { en: "second-hand homes are close to their steady share of sales", zh: "二手房成交占比已接近稳态" },
  },
  {
    order: 2,
    id: "second-hand-price",
    part: { en: "price of second-hand homes", zh: "二手房的“价”" },
    market: "second-hand",
    why: { en: "rental yields still have some way to their anchor", zh: "租金回报率距锚仍有距离" },
  },
];

/** Four kinds of home, the first to steady first. */
export const stabilisationOrder: readonly Stage[] = [
  {
    order: 1,
    id: "new-good",
    part: { en: "new homes of the current standard", zh: "新好房" },
    market: "new",
    why: { en: "better product, designs that have settled", zh: "产品力较强，规划迭代趋稳" },
  },
  {
    order: 2,
    id: "old-small",
    part: { en: "old, small and worn flats", zh: "老破小" },
    market: "second-hand",
    why: {
      en: "more of them yield above 3 %, which first-time buyers and investors want",
      zh: "回报率超 3% 的房源增多，刚需与投资客承接",
    },
  },
  {
    order: 3,
    id: "improvement",
    part: { en: "second-hand homes of movers-up", zh: "改善房" },
    market: "second-hand",
    why: {
      en: "low yields, new homes compete, sale bans expire; but prices can adjust",
      zh: "回报率偏低、新规产品分流、限售解禁；但价格可灵活调整",
    },
  },
  {
    order: 4,
    id: "old-stock",
    part: { en: "completed unsold homes of older standards", zh: "老现房" },
    market: "new",
    why: { en: "neither a good product nor a flexible price; slow to sell", zh: "产品力不足、价格不灵活、去化率低" },
  },
];
