/** A home passed from holder to holder on the way down: RELAY. */
import { define } from "../definition.js";
import { finite } from "../finite.js";
import { type Column, check, column, number } from "../parameters.js";
import { share } from "../rates.js";
import { passage, reports } from "../sources.js";
import { atMost } from "../tolerance.js";

/** Down payment of the answers' examples, and the usual minimum when they were bought. */
const usualDownPayment = 0.3;
/** A purchase and a sale. */
const leastPrices = 2;

const params = [
  column("prices", {
    unit: "money",
    label: { en: "prices", zh: "历次成交价" },
    help: {
      en: "Price of each sale in order, first purchase first; at least two, each above 0.",
      zh: "按先后排列的历次成交价，首次购入价在前；至少两个，均须大于 0。",
    },
    domain: { above: 0 },
    leastRows: leastPrices,
  }),
  number("down", {
    unit: "fraction",
    label: { en: "down payment", zh: "首付比例" },
    help: {
      en: "Share of the price that a holder pays down and can lose before the bank does. Default 30%.",
      zh: "首付比例，即持有人先于银行承担的损失上限。默认 30%。",
    },
    default: usualDownPayment,
    domain: share,
  }),
] as const;

export interface RelayOptions {
  /** Down payment as a share of the price, 0–1. */
  readonly down?: number | undefined;
}

export interface RelayHolder {
  /** Order of holding, from 1. */
  readonly holder: number;
  readonly buy: number;
  readonly sell: number;
  /** buy − sell; negative for a gain. */
  readonly loss: number;
  readonly lossPct: number;
  /** Loss no larger than the down payment. */
  readonly within: boolean;
}

export interface Relay {
  readonly rows: readonly RelayHolder[];
  readonly total: number;
  readonly maxLoss: number;
  readonly maxPct: number;
  readonly allWithin: boolean;
}

/** Loss of every holder in a chain of sales, and whether each stays within the down payment. */
export function relay(prices: Column, options: RelayOptions = {}): Relay {
  const chain = check("RELAY", params, { prices, ...options });
  const rows = Array.from(chain.prices.subarray(1), (sell, j) => holderOf(j + 1, chain.prices[j] as number, sell, chain.down));
  return {
    rows,
    total: (chain.prices[0] as number) - (chain.prices[rows.length] as number),
    maxLoss: rows.reduce((most, { loss }) => Math.max(most, loss), Number.NEGATIVE_INFINITY),
    maxPct: rows.reduce((most, { lossPct }) => Math.max(most, lossPct), Number.NEGATIVE_INFINITY),
    allWithin: rows.every(({ within }) => within),
  };
}

function holderOf(holder: number, buy: number, sell: number, down: number): RelayHolder {
  const loss = buy - sell;
  const lossPct = finite("RELAY", loss / buy);
  return { holder, buy, sell, loss, lossPct, within: atMost(lossPct, down) };
}

export const relayDefinition = define(relay, {
  id: "RELAY",
  summary: {
    en: "Losses of successive holders of one home, and whether each stays within the down payment.",
    zh: "接力接盘：同一套房历任持有人的亏损，以及是否都在首付范围之内。",
  },
  formula: {
    en: "loss of holder j = price(j − 1) − price(j);  loss % = loss / price(j − 1);  within = loss % ≤ down",
    zh: "第 j 任亏损 = 价格(j − 1) − 价格(j)；亏损比例 = 亏损 / 价格(j − 1)；在首付之内 = 亏损比例 ≤ down",
  },
  params,
  returns: {
    shape: "table",
    fields: [
      { name: "holder", unit: "count", label: { en: "holder", zh: "第几任" } },
      { name: "buy", unit: "money", label: { en: "bought at", zh: "买入价" } },
      { name: "sell", unit: "money", label: { en: "sold at", zh: "卖出价" } },
      { name: "loss", unit: "money", label: { en: "loss (negative = gain)", zh: "亏损（负数为盈利）" } },
      { name: "loss_pct", unit: "fraction", label: { en: "loss, share of purchase price", zh: "亏损比例" } },
      { name: "within", unit: "yes-no", label: { en: "within the down payment", zh: "在首付之内" } },
    ],
    summary: [
      { name: "total", unit: "money", label: { en: "total loss of all holders", zh: "合计亏损" } },
      { name: "max_loss", unit: "money", label: { en: "largest loss", zh: "最大单任亏损" } },
      { name: "max_pct", unit: "fraction", label: { en: "largest loss, share of purchase price", zh: "最大亏损比例" } },
      { name: "all_within", unit: "yes-no", label: { en: "every holder within the down payment", zh: "是否都在首付之内" } },
    ],
  },
  source: passage(
    reports.landing,
    "answers 4 and 100: a home of 10 million passed on three times between 2021 and 2027",
    "第 4、100 个回答：千万房产 2021 至 2027 年间三次转手",
  ),
  notes: [
    {
      en: "A loss of exactly the down payment is within it (tolerance 1e-9): 1000 → 700 is 30 %.",
      zh: "亏损恰等于首付比例视为在首付之内（容差 1e-9）：1000 跌到 700 正好 30%。",
    },
    {
      en: "Equal steps in money are growing percentages: 100 → 80 → 60 → 40 → 20 costs its holders 20, 25, 33.3 and 50 %. In most of the answers' own chains the last holders exceed a 30 % down payment.",
      zh: "等额下跌意味着比例递增：100→80→60→40→20，各任亏损 20%、25%、33.3%、50%。多数回答自己举的接力例子，最后几任都超出三成首付。",
    },
    {
      en: "Measured against the purchase price, as the answers do; principal repaid while holding adds to what a holder can lose. Interest, rent saved, taxes and fees are left out.",
      zh: "与各回答一致，以买入价为基准；持有期间已还本金会增加可承受的损失。利息、节省的租金和税费均未计入。",
    },
    {
      en: "A chain needs a buyer at every step; one of the answers asks what happens if the second will not buy.",
      zh: "接力须每一棒都有人接；也有回答质疑：下一棒不肯买怎么办。",
    },
  ],
  examples: [
    {
      args: { prices: [1000, 700, 500, 400], down: 0.3 },
      result: {
        rows: [
          [1, 1000, 700, 300, 0.3, true],
          [2, 700, 500, 200, 0.2857142857142857, true],
          [3, 500, 400, 100, 0.2, true],
        ],
        total: 600,
        max_loss: 300,
        max_pct: 0.3,
        all_within: true,
      },
      from: { en: "report 000, answers 4 and 100: none above 30 %", zh: "报告 000 第 4、100 个回答：均不超过 30%" },
    },
    {
      args: { prices: [500, 400, 300, 200] },
      result: {
        rows: [
          [1, 500, 400, 100, 0.2, true],
          [2, 400, 300, 100, 0.25, true],
          [3, 300, 200, 100, 0.3333333333333333, false],
        ],
        total: 300,
        max_loss: 100,
        max_pct: 0.3333333333333333,
        all_within: false,
      },
      from: { en: "report 000, answer 66: the last holder exceeds 30 %", zh: "报告 000 第 66 个回答：最后一任超过 30%" },
    },
    { args: { prices: [1000] }, problem: "too-short", from: { en: "no sale", zh: "没有转手" } },
    { args: { prices: [1000, 0] }, problem: "out-of-range", from: { en: "a blank price", zh: "成交价留空" } },
  ],
});
