/** Figures that report 001 prints. All are the essay's own: examples, thresholds and rough ranges. */
import type { Text } from "../errors.js";
import { passage, reports } from "../sources.js";
import { point, span, table } from "./figure.js";

const says: Text = reports.cost.publisher;
const where = (en: string, zh: string) => passage(reports.cost, en, zh);

const price = "yuan-per-square-metre";

/** First step: what homes cost the generation inside the system. */
export const exampleCosts = table(
  "costs",
  {
    scope: { en: "an assumed city", zh: "假设的城市" },
    passage: where("section 3, first step", "第三节，第一步"),
    says,
    kind: "worked-example",
  },
  {
    publicHousing: point(2000, 0, price, "public housing sold to tenants", "公房出售成本价"),
    employerBuilt: point(3800, 0, price, "employer-built homes", "集资建房审定价"),
    affordable: point(5500, 0, price, "affordable housing of a school", "教工宿舍经济适用房"),
    today: span([8000, 12000], -3, price, "the same in today's money", "折算到今天的大致等值", { qualifier: "about" }),
  },
);

/** Second step: how many times that cost a home is priced at. */
export const multipleMap = table(
  "multiples",
  {
    scope: { en: "districts of an assumed city", zh: "假设城市的板块" },
    passage: where("section 3, second step", "第三节，第二步"),
    says,
    kind: "worked-example",
  },
  {
    oldTown: span([4, 6], 0, "multiple", "old town with good schools", "老城区学区房"),
    newDistrict: span([2, 3], 0, "multiple", "new district, first homes", "新区刚需盘"),
    outskirts: span([0.3, 0.5], 1, "fraction", "outlying estate, above the cost by", "远郊大盘高出成本"),
  },
);

/** Third scenario: fourth- and fifth-tier cities. */
export const smallCities = table(
  "small-cities",
  {
    scope: { en: "fourth- and fifth-tier cities", zh: "典型四五线城市" },
    passage: where("section 4, third scenario", "第四节，情景三"),
    says,
    kind: "claim",
  },
  {
    cost: span([1000, 2000], -3, price, "institutional cost of the time", "当年体制内成本价"),
    peak: span([7000, 8000], -3, price, "price at the peak", "高点房价"),
    now: span([4000, 5000], -3, price, "price now", "今天房价", { when: reports.cost.date }),
    neverAgain: span([6000, 7000], -3, price, "price that may never be paid again", "可能不再有人支付的价格"),
    fall: point(-0.5, 1, "fraction", "change since the peak, “halved”", "自高点跌幅（“腰斩”）"),
  },
);

const firstStep = where("section 5, first step", "第五节，第 1 步");
const screens = where("section 5, second step", "第五节，第 2 步");

/** The household's framework: zones of the multiple, three screens, and what is not a signal. */
export const zoneRules = table(
  "zones",
  {
    scope: { en: "a household's choice of district", zh: "个人投资者选板块" },
    passage: firstStep,
    says,
    kind: "estimate",
  },
  {
    midpoint: point(10000, -4, price, "midpoint of the cost range, example", "IHCI 中位数（示例）", { kind: "worked-example" }),
    aUpTo: point(1.5, 1, "multiple", "zone A up to", "A 区上限"),
    b: span([1.5, 3], 1, "multiple", "zone B", "B 区"),
    cFrom: point(3, 0, "multiple", "zone C from", "C 区下限"),
    aPrice: point(15000, -3, price, "zone A up to, example", "A 区价格上限（示例）", { kind: "worked-example" }),
    bPrice: span([15000, 30000], -3, price, "zone B, example", "B 区价格（示例）", { kind: "worked-example" }),
    cPrice: point(30000, -4, price, "zone C from, example", "C 区价格下限（示例）", { kind: "worked-example" }),
    yieldGood: span([0.03, 0.04], 2, "fraction", "rental yield that passes", "合格的租金收益率", { passage: screens }),
    yieldPoor: span([0.01, 0.02], 2, "fraction", "rental yield that fails", "过低的租金收益率", { passage: screens }),
    migration: span([5, 10], 0, "years", "years of population flow to look at", "考察人口流动的年数", { passage: screens }),
    payToIncome: span([0.6, 0.7], 1, "fraction", "payment to income that must not be reached", "不可达到的月供收入比", {
      passage: screens,
    }),
    notBuy: point(1.2, 1, "multiple", "multiple that is no signal to buy", "不构成买入信号的倍数", {
      passage: where("section 5, third step", "第五节，第 3 步"),
    }),
    notAllIn: point(1.1, 1, "multiple", "multiple that is no signal to go all in", "不构成满仓信号的倍数", {
      passage: where("section 5, third step", "第五节，第 3 步"),
    }),
    holding: span([5, 10], 0, "years", "years to be ready to hold", "应准备的持有年数", {
      passage: where("section 6, time", "第六节，时间"),
    }),
  },
);

/** Every figure of report 001, in tables. */
export const costFigures = { exampleCosts, multipleMap, smallCities, zoneRules };
