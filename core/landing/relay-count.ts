/** How many holders a fall needs if none may lose more than so much: RELAY_COUNT. */
import { define } from "../definition.js";
import { finite } from "../finite.js";
import { check, number } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { tolerance } from "../tolerance.js";
import { totalFall } from "./pace.js";

const params = [
  totalFall,
  number("max_loss", {
    unit: "fraction",
    label: { en: "largest loss per holder", zh: "每任最大亏损" },
    help: {
      en: "Most that one holder may lose, as a share of that holder's own purchase price: 0.3 or 30%.",
      zh: "每任持有人最多亏损其买入价的比例，0.3 或 30%。",
    },
    domain: { wholePercentBeyond: 1, above: 0 },
  }),
] as const;

/** Smallest number of successive holders over whom a total fall can be spread. */
export function relayCount(totalFall: number, maxLoss: number): number {
  const given = check("RELAY_COUNT", params, { totalFall, maxLoss });
  if (given.totalFall === 0) return 0;
  const holders = finite("RELAY_COUNT", unroundedRelayCount(given.totalFall, given.maxLoss));
  // An exact power, such as 1 − 0.7³ at 30 %, must not become one holder more.
  return Math.max(1, Math.ceil(holders * (1 - tolerance)));
}

/** Holders before they are rounded up to whole ones, of a fall and a loss that RELAY_COUNT takes. */
export function unroundedRelayCount(totalFall: number, maxLoss: number): number {
  return Math.log1p(-totalFall) / Math.log1p(-maxLoss);
}

/** The other way round: the largest total fall that so many holders can carry. */
export function fallCarried(holders: number, maxLoss: number): number {
  return holders === 0 ? 0 : -Math.expm1(holders * Math.log1p(-maxLoss));
}

export const relayCountDefinition = define(relayCount, {
  id: "RELAY_COUNT",
  summary: {
    en: "Fewest successive holders over whom a price fall can be spread, none losing more than a given share.",
    zh: "在每任亏损不超过给定比例时，分摊总跌幅至少需要几任接盘人。",
  },
  formula: "⌈ln(1 − total_fall) / ln(1 − max_loss)⌉",
  params,
  returns: { shape: "scalar", unit: "count", label: { en: "holders", zh: "接盘任数" } },
  source: passage(
    reports.landing,
    "answers 44, 72, 84 and 118: so many holders, so much each",
    "第 44、72、84、118 个回答：几个人接力、每人亏多少",
  ),
  notes: [
    {
      en: "Losses compound: five holders who each lose 10 % of their own price carry −41 %, not −50 %. A fall of 50 % takes seven of them, or five at 12.94 % each (FALL_RATE). It adds up to 50 % only if each 10 % is of the first price; then the fifth loses 16.7 % of what that holder paid.",
      zh: "亏损是连乘而非相加：五任各亏自己买入价的 10%，合计只跌 41%，不是 50%。跌 50% 需要七任，或五任各亏 12.94%（见 FALL_RATE）。只有把 10% 都理解为最初价格的一成才等于 50%，此时第五任亏掉自己买入价的 16.7%。",
    },
    {
      en: "Over three holders a fall of 80 % is 41.5 % each, more than a 30 % down payment; over five it is 27.5 %.",
      zh: "跌 80% 由三任分摊，每任 41.5%，超出三成首付；由五任分摊则为 27.5%。",
    },
    {
      en: "Exact powers are not rounded up: 1 − 0.7³ at 30 % is three (relative tolerance 1e-9). No fall needs no holder; any fall needs at least one.",
      zh: "恰为整数次幂时不会多算一任：30% 下的 1 − 0.7³ 为三任（相对容差 1e-9）。无跌幅为 0，有跌幅至少一任。",
    },
  ],
  examples: [
    {
      args: { total_fall: 0.8, max_loss: 0.3 },
      result: 5,
      from: { en: "report 000, answer 118: five holders", zh: "报告 000 第 118 个回答：5 个人接力" },
    },
    {
      args: { total_fall: 0.657, max_loss: 0.3 },
      result: 3,
      from: { en: "report 000, answer 84: three falls of 30 %", zh: "报告 000 第 84 个回答：三次各跌 30%" },
    },
    {
      args: { total_fall: 0.5, max_loss: 0.1 },
      result: 7,
      from: { en: "report 000, answer 44 says five", zh: "报告 000 第 44 个回答称换手五次" },
    },
    { args: { total_fall: 1, max_loss: 0.3 }, problem: "out-of-range", from: { en: "a fall to nothing", zh: "跌到零" } },
  ],
});
