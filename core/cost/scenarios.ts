/**
 * Report 001's three kinds of city, in our words, as a table. Assigning a city to one is a judgement:
 * there is no scoring here, and no figure: those that the report prints are in core/reports.
 */
import type { Text } from "../errors.js";
import { smallCities } from "../reports/cost.js";
import { type Passage, passage, reports } from "../sources.js";

export interface Scenario {
  readonly id: "core" | "provincial" | "declining";
  readonly cities: Text;
  /** How the cost stands against the price. */
  readonly position: Text;
  /** What the report expects. */
  readonly path: Text;
  /** What it warns of. */
  readonly risk: Text;
  readonly source: Passage;
  /** The report's figures, where it gives any: cost in its own year, peak price, price now, all per square metre. */
  readonly figures?: typeof smallCities;
}

export const scenarios: readonly Scenario[] = [
  {
    id: "core",
    cities: { en: "First tier and strong second tier", zh: "一线及强二线" },
    position: {
      en: "very low cost from early welfare housing; core prices several times above it even after a fall",
      zh: "早期福利房成本极低，核心区回调后仍为成本数倍",
    },
    path: {
      en: "sideways at a high level with falls in some segments; overbuilt new districts may return to lower multiples",
      zh: "高位盘整、局部下调；泡沫化新区可能回到较低倍数",
    },
    risk: { en: "waiting for a fall to cost that does not come", zh: "等待不会到来的“跌到成本”" },
    source: passage(reports.cost, "section 4, first scenario", "第四节，情景一"),
  },
  {
    id: "provincial",
    cities: { en: "Central and western provincial capitals, strong third tier", zh: "中西部省会及强三线" },
    position: {
      en: "cost not high against the first tier, but prices rose much in the boom while population growth slowed or turned",
      zh: "成本相对一线不高，但此前涨幅大，人口放缓甚至流出",
    },
    path: {
      en: "prices may go below cost without finding a buyer",
      zh: "房价可能跌破成本仍无人接盘",
    },
    risk: {
      en: "liquidity before price: a high multiple, large stock and outflow together",
      zh: "流动性风险先于价格风险：高倍数、高库存、人口流出并存",
    },
    source: passage(reports.cost, "section 4, second scenario", "第四节，情景二"),
  },
  {
    id: "declining",
    cities: { en: "Fourth and fifth tier and below", zh: "四五线及下沉市场" },
    position: {
      en: "looks close to cost; un-reindexed it is still two to five times it",
      zh: "看似接近成本，未折算时仍为其 2–5 倍",
    },
    path: {
      en: "the stock may never fetch its former price again: cost is not a price to return to",
      zh: "存量可能再也回不到旧价：成本不是必然回归的价格",
    },
    risk: { en: "young people leave, little industry, budgets that depend on land", zh: "年轻人外流、产业薄弱、依赖土地财政" },
    source: passage(reports.cost, "section 4, third scenario", "第四节，情景三"),
    figures: smallCities,
  },
];
