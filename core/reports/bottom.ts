/** Figures that report 002 prints. */
import type { Text } from "../errors.js";
import { passage, reports } from "../sources.js";
import { point, span, table } from "./figure.js";

const says: Text = reports.bottom.publisher;
const where = (en: string, zh: string) => passage(reports.bottom, en, zh);

const wind: Text = { en: "Wind", zh: "Wind" };
const numbeo: Text = { en: "Numbeo", zh: "numbeo" };
const cric: Text = { en: "CRIC", zh: "克而瑞" };
const creis: Text = { en: "China Index Academy", zh: "中指研究院" };

const china: Text = { en: "China", zh: "全国" };
const sample: Text = { en: "18 sample cities", zh: "18 个样本城市" };
const japan: Text = { en: "Japan", zh: "日本" };
const hongKong: Text = { en: "Hong Kong", zh: "中国香港" };
const britain: Text = { en: "United Kingdom", zh: "英国" };
const unitedStates: Text = { en: "United States", zh: "美国" };

const reportMonth = "2025-09";
const nineMonths = "2025-01/2025-09";

/** Share of second-hand homes in sales, by area, here and in mature markets. */
export const secondHand = table(
  "second-hand",
  { scope: sample, passage: where("section 1 (1), second-hand share", "一（1），二手房成交占比"), says, kind: "measured" },
  {
    deals: point(15, 0, "hundred-million-square-metres", "homes sold a year, new and second-hand", "新房与二手房年成交面积", {
      scope: china,
      when: "2022/2025",
      qualifier: "about",
    }),
    nationalPace: span([0.08, 0.1], 2, "fraction", "rise of the share a year (percentage points)", "占比年均增幅（百分点）", {
      scope: china,
      when: "2022/2024",
      qualifier: "about",
    }),
    national2025: point(0.5, 2, "fraction", "share", "二手房成交占比", {
      scope: china,
      when: "2025",
      kind: "estimate",
      qualifier: "about",
    }),
    nationalRise2025: point(
      0.04,
      2,
      "fraction",
      "rise of the share on the year (percentage points)",
      "占比较上年增幅（百分点）",
      {
        scope: china,
        when: "2025",
        kind: "estimate",
        qualifier: "about",
      },
    ),
    cities: point(18, 0, "count", "cities in the sample", "样本城市数"),
    nineMonths: point(0.572, 3, "fraction", "share", "二手房成交占比", { when: nineMonths }),
    nineMonthsRise: point(0.058, 3, "fraction", "rise on the year (percentage points)", "较去年同期增幅（百分点）", {
      when: nineMonths,
    }),
    september: point(0.577, 3, "fraction", "share", "二手房成交占比", { when: reportMonth }),
    sinceLow: point(0.33, 2, "fraction", "rise since the low (percentage points)", "较低点增幅（百分点）", {
      when: "2021-10/2025-09",
    }),
    ukShare: point(0.9, 2, "fraction", "steady share", "二手房成交占比", { scope: britain }),
    ukLife: point(132, 0, "years", "mean life of a home", "住房平均使用寿命", { scope: britain }),
    japanCentre: point(0.63, 2, "fraction", "centre of the steady share", "二手房成交占比中枢", { scope: japan }),
    japanShare: span([0.6, 0.63], 2, "fraction", "steady share", "二手房成交占比稳态区间", { scope: japan }),
    japanLife: point(25, 0, "years", "mean life of a home", "住房平均使用寿命", { scope: japan }),
    hongKongShare: span([0.74, 0.77], 2, "fraction", "steady share", "二手房成交占比稳态区间", { scope: hongKong }),
    hongKongLife: point(50, 0, "years", "mean life of a home", "住房平均使用寿命", { scope: hongKong }),
    chinaLife: point(30, 0, "years", "mean life of a home", "住房平均使用寿命", { scope: china, qualifier: "about" }),
    chinaUrban: point(0.67, 2, "fraction", "urban share of residents", "常住人口城镇化率", { scope: china }),
    japanUrban: point(0.92, 2, "fraction", "urban share of residents", "城镇化率", { scope: japan }),
    hongKongUrban: point(1, 2, "fraction", "urban share of residents", "城镇化率", { scope: hongKong }),
  },
);

const firstTierDeals: Text = {
  en: "second-hand homes sold in Beijing, Shanghai, Guangzhou, Shenzhen",
  zh: "北上广深成交的二手房",
};

/** What is sold and offered: second-hand homes become cheaper, new ones better. */
export const supply = table(
  "supply",
  {
    scope: firstTierDeals,
    passage: where("section 1 (1), structure of sales", "一（1），成交与供给结构"),
    says,
    kind: "measured",
    when: reportMonth,
  },
  {
    cheapAt: point(500, 0, "ten-thousand-yuan", "price below which a sale counts as cheap", "“低总价”上限"),
    beijingCheap: point(0.78, 2, "fraction", "share below it, Beijing", "低于该总价的占比，北京"),
    shanghaiCheap: point(0.82, 2, "fraction", "share below it, Shanghai", "低于该总价的占比，上海"),
    guangzhouCheap: point(0.93, 2, "fraction", "share below it, Guangzhou", "低于该总价的占比，广州"),
    shenzhenCheap: point(0.76, 2, "fraction", "share below it, Shenzhen", "低于该总价的占比，深圳"),
    newFirstTierPrice: point(200, 0, "ten-thousand-yuan", "usual deal, at most", "普遍成交总价上限", {
      scope: { en: "new first-tier cities other than Hangzhou", zh: "除杭州以外的新一线城市" },
      qualifier: "below",
    }),
    otherCitiesPrice: point(100, 0, "ten-thousand-yuan", "usual second-hand deal, at most", "二手房集中成交总价上限", {
      scope: { en: "cities other than the first tier", zh: "除一线城市外" },
      passage: where("section 1 (2), the anchor", "一（2），合理水平"),
      qualifier: "below",
    }),
    firstHomes: newSupply(0.3, "first homes", "刚需占比"),
    betterHomes: newSupply(0.53, "better homes", "改善占比"),
    topHomes: newSupply(0.17, "top-end homes", "高端占比"),
    betterAndTop: newSupply(0.7, "better and top-end homes together", "改善与高端合计占比"),
    citiesLedByBetter: point(0.8, 1, "fraction", "cities where better and top-end homes lead", "由改善与高端需求主导的城市占比", {
      scope: { en: "key cities, new homes offered", zh: "重点城市商品住宅供给" },
      says: cric,
      qualifier: "above",
    }),
  },
);

function newSupply(share: number, en: string, zh: string) {
  const scope = { en: "key cities, new homes offered", zh: "重点城市商品住宅供给" };
  return point(share, 2, "fraction", en, zh, { scope, says: cric });
}

/** What a fair rental yield is measured against. */
export const anchors = table(
  "anchor",
  { scope: china, passage: where("section 1 (2), the anchor", "一（2），合理水平"), says, kind: "estimate", when: reportMonth },
  {
    roughly: span([0.025, 0.026], 3, "fraction", "fair gross yield, roughly", "合理租金回报率（大致）"),
    providentRate: point(0.026, 3, "fraction", "provident-fund loan rate", "公积金贷款利率", { kind: "measured" }),
    bandWidth: point(20, 0, "basis-points", "band to either side", "上下浮动", { qualifier: "about" }),
    band: span([0.024, 0.028], 3, "fraction", "fair gross yield", "合理租金回报率区间"),
    working: point(0.025, 3, "fraction", "steady yield used for timing", "稳态租金回报率", {
      passage: where("section 2, timing", "二，时点"),
    }),
    firstTier: span([0.02, 0.022], 3, "fraction", "fair gross yield", "合理租金回报率", {
      scope: { en: "first-tier cities", zh: "一线城市" },
      passage: where("section 3, anchors by tier", "三，分能级的锚"),
    }),
    gapAbroad: span(
      [-20, 30],
      -1,
      "basis-points",
      "net yield less mortgage rate at the bottom",
      "企稳时净租金回报率与按揭利率之差",
      {
        scope: { en: "United States 2011, Japan 2009", zh: "美国 2011 年、日本 2009 年" },
        when: "2009/2011",
        qualifier: "about",
      },
    ),
    usNetYield: point(0.0475, 4, "fraction", "net rental yield at the bottom", "企稳时净租金回报率", {
      scope: unitedStates,
      when: "2011",
      qualifier: "about",
    }),
    usGap: point(30, 0, "basis-points", "above the 30-year mortgage rate by", "高于 30 年期按揭利率", {
      scope: unitedStates,
      when: "2011",
    }),
    japanNetYield: point(0.0228, 4, "fraction", "net rental yield at the bottom", "企稳时净租金回报率", {
      scope: japan,
      when: "2009",
      qualifier: "about",
    }),
    japanGap: point(-20, 0, "basis-points", "below the mortgage rate by", "低于按揭利率", { scope: japan, when: "2009" }),
    lpr: point(0.035, 3, "fraction", "five-year loan prime rate", "5 年期 LPR", { kind: "measured" }),
    discount: point(-50, 0, "basis-points", "first-home rate against it", "首套利率较 LPR", { kind: "measured" }),
    commercialRate: point(0.03, 3, "fraction", "first-home mortgage rate", "首套房贷利率", {
      kind: "measured",
      qualifier: "about",
    }),
    distance: span([10, 20], -1, "basis-points", "still missing to a fair yield", "距合理水平"),
  },
);

const tiers = where("section 1 (3), yields by tier", "一（3），分能级租金回报率");

/** Rental yields and rents now. */
export const rentalYields = table(
  "yield",
  { scope: { en: "100 cities", zh: "全国百城" }, passage: tiers, says: wind, kind: "measured", when: reportMonth },
  {
    national: point(0.0237, 4, "fraction", "gross rental yield", "租金回报率"),
    firstTier: point(0.018, 4, "fraction", "gross rental yield", "租金回报率", { scope: { en: "first tier", zh: "一线城市" } }),
    secondTier: point(0.0245, 4, "fraction", "gross rental yield", "租金回报率", {
      scope: { en: "second tier", zh: "二线城市" },
    }),
    lowerTiers: point(0.0254, 4, "fraction", "gross rental yield", "租金回报率", {
      scope: { en: "third and fourth tier", zh: "三四线城市" },
    }),
    rentIndex: point(-0.0026, 4, "fraction", "rent, change a month", "租金月均涨跌幅", {
      scope: { en: "50 cities", zh: "50 城" },
      says: creis,
      when: "2025-04/2025-09",
    }),
  },
);

const tokyo: Text = { en: "Tokyo", zh: "日本东京" };
const newYork: Text = { en: "New York", zh: "美国纽约" };
const berlin: Text = { en: "Berlin", zh: "德国柏林" };

/** Rental yields abroad, before and after holding costs. Costs are a share of the price, in Hong Kong of the rent. */
export const yieldsAbroad = table(
  "abroad",
  {
    scope: hongKong,
    passage: where("section 1 (3), yields abroad", "一（3），海外租金回报率"),
    says,
    kind: "estimate",
    when: "2025",
  },
  {
    hongKongGross: span([0.02, 0.03], 2, "fraction", "gross rental yield", "租金回报率", { qualifier: "about" }),
    hongKongBest: point(0.04, 2, "fraction", "gross rental yield in good places", "好地段租金回报率"),
    hongKongCost: point(0.2, 2, "fraction", "holding cost, share of the rent", "持有成本占租金", { qualifier: "about" }),
    hongKongNet: span([0.018, 0.024], 3, "fraction", "net rental yield", "净租金回报率"),
    hongKongBestNet: point(0.032, 3, "fraction", "net rental yield in good places", "好地段净租金回报率"),
    tokyoGross: span([0.025, 0.04], 3, "fraction", "gross rental yield", "租金回报率", { scope: tokyo, qualifier: "about" }),
    tokyoCost: span([0.015, 0.02], 3, "fraction", "holding cost, share of the price", "持有成本", {
      scope: tokyo,
      qualifier: "about",
    }),
    tokyoNet: span([0.005, 0.025], 3, "fraction", "net rental yield", "净租金回报率", { scope: tokyo }),
    newYorkGross: span([0.05, 0.06], 2, "fraction", "gross rental yield", "租金回报率", { scope: newYork, qualifier: "about" }),
    newYorkCost: point(0.032, 3, "fraction", "holding cost, share of the price", "持有成本", {
      scope: newYork,
      qualifier: "about",
    }),
    newYorkNet: span([0.018, 0.028], 3, "fraction", "net rental yield", "净租金回报率", { scope: newYork }),
    berlinGross: span([0.035, 0.045], 3, "fraction", "gross rental yield", "租金回报率", { scope: berlin, qualifier: "about" }),
    berlinCost: point(0.008, 3, "fraction", "holding cost, share of the price", "持有成本", {
      scope: berlin,
      qualifier: "about",
    }),
    berlinNet: span([0.027, 0.037], 3, "fraction", "net rental yield", "净租金回报率", { scope: berlin }),
    berlinOwners: point(0.159, 3, "fraction", "homes lived in by their owner", "房屋自有率", { scope: berlin }),
    berlinRentBurden: point(0.3, 2, "fraction", "rent, share of net household income", "租金占家庭净收入", {
      scope: berlin,
      qualifier: "about",
    }),
  },
);

const printedRatios = where("section 1 (4), Numbeo", "一（4），numbeo 房价收入比");
const restated = where("section 1 (4), restated", "一（4），重估房价收入比");
const dates = where("section 1 (4), since 2016", "一（4），2016 年以来");
const meanPrice: Text = { en: "Shanghai, mean deal price", zh: "上海，成交均价" };

/** Price-to-income ratios, as Numbeo prints them and as the report restates them. */
export const priceToIncome = table(
  "price-income",
  { scope: china, passage: printedRatios, says: numbeo, kind: "estimate", when: "2025" },
  {
    beijing: ratio(37.1, "Beijing", "北京"),
    shanghai: ratio(36.3, "Shanghai", "上海"),
    guangzhou: ratio(24.1, "Guangzhou", "广州"),
    shenzhen: ratio(27.1, "Shenzhen", "深圳"),
    newYork: ratio(15.8, "New York", "纽约"),
    tokyo: ratio(11.9, "Tokyo", "东京"),
    berlin: ratio(10.6, "Berlin", "柏林"),
    hongKong: ratio(29.3, "Hong Kong", "中国香港"),
    earners: point(1.5, 1, "persons", "incomes that Numbeo counts per household", "numbeo 每户收入人数", { passage: restated }),
    beijingRestated: restatedRatio(12.3, "Beijing", "北京"),
    shanghaiRestated: restatedRatio(9.6, "Shanghai", "上海"),
    guangzhouRestated: restatedRatio(8.1, "Guangzhou", "广州"),
    shenzhenRestated: restatedRatio(14.6, "Shenzhen", "深圳"),
    hangzhouRestated: restatedRatio(5.7, "Hangzhou", "杭州"),
    chengduRestated: restatedRatio(6.1, "Chengdu", "成都"),
    chongqingRestated: restatedRatio(5.2, "Chongqing", "重庆"),
    wuhanRestated: restatedRatio(4.4, "Wuhan", "武汉"),
    noneAbove: point(15, 0, "multiple", "ratio that no city exceeds", "各城市均未超过", { passage: restated, says }),
    shanghai2025: point(13.7, 1, "multiple", "price to income", "房价收入比", {
      scope: meanPrice,
      passage: dates,
      says,
      when: reportMonth,
    }),
    shanghai2018: point(24.7, 1, "multiple", "price to income", "房价收入比", {
      scope: meanPrice,
      passage: dates,
      says,
      when: "2018-09",
    }),
    shanghai2016: point(27.8, 1, "multiple", "price to income", "房价收入比", {
      scope: meanPrice,
      passage: dates,
      says,
      when: "2016-09",
    }),
    incomeGrowth: point(0.7, 1, "fraction", "disposable income of urban residents since 2016", "城镇居民可支配收入较 2016 年", {
      passage: dates,
      says,
      when: "2016/2025",
      qualifier: "about",
    }),
    backTo2016: levelYear(2016, "Beijing, Shanghai, Shenzhen, Changsha, Suzhou", "北京、上海、深圳、长沙、苏州"),
    backTo2017: levelYear(2017, "Guangzhou, Hangzhou, Chengdu, Chongqing, Ningbo", "广州、杭州、成都、重庆、宁波"),
    backTo2014: levelYear(2014, "Tianjin, Wuhan, Nanjing", "天津、武汉、南京"),
  },
);

function ratio(value: number, en: string, zh: string) {
  return point(value, 1, "multiple", "price to income", "房价收入比", { scope: { en, zh } });
}

function restatedRatio(value: number, en: string, zh: string) {
  const label = ["price to income, median deal", "房价收入比，成交中位数"] as const;
  return point(value, 1, "multiple", ...label, { scope: { en, zh }, passage: restated, says, when: reportMonth });
}

function levelYear(year: number, en: string, zh: string) {
  const label = ["year whose mean second-hand deal price is back", "二手房成交均价回到的年份"] as const;
  return point(year, 0, "calendar-year", ...label, { scope: { en, zh }, passage: dates, says, when: reportMonth });
}

/** The pace of prices, rents and shares, and the time that the report computes from it. */
export const timing = table(
  "timing",
  { scope: china, passage: where("section 2, timing", "二，时点"), says, kind: "estimate", when: reportMonth },
  {
    shareGap: span([0.03, 0.06], 2, "fraction", "missing to the lower edge of 60–63 % (points)", "距 60%–63% 下沿（百分点）", {
      scope: sample,
      when: nineMonths,
    }),
    sharePace: span([0.06, 0.08], 2, "fraction", "rise of the share a year (percentage points)", "占比年均提升（百分点）", {
      scope: sample,
    }),
    yieldGap: point(13, 0, "basis-points", "missing to the steady yield", "距稳态租金回报率"),
    priceChange: span([-0.01, -0.008], 3, "fraction", "second-hand price, change a month", "二手房价环比", { kind: "measured" }),
    rentChange: point(-0.0025, 4, "fraction", "rent, change a month", "租金环比", { kind: "measured", qualifier: "about" }),
    months: span([7, 9], 0, "months", "until the yield is at the steady level", "租金回报率达到稳态所需时间", {
      qualifier: "about",
    }),
  },
);

const economyPassage = where("section 2, the economy", "二，宏观经济");
const stabilising = where("section 3, cities that stabilise first", "三，率先企稳的城市");

/** What housing means to the economy, and the cities that stabilise first. */
export const firstCities = table(
  "stabilising",
  {
    scope: { en: "second- and third-tier cities", zh: "二三线城市" },
    passage: stabilising,
    says,
    kind: "measured",
    when: reportMonth,
  },
  {
    gdp2016: gdpShare(0.194, "2016"),
    gdp2021: gdpShare(0.173, "2021"),
    gdp2024: gdpShare(0.112, "2024"),
    yieldFrom: point(0.03, 2, "fraction", "gross rental yield of cities that stabilise", "率先企稳城市的租金回报率", {
      kind: "estimate",
      qualifier: "above",
    }),
    rentFrom: point(0.005, 3, "fraction", "rent on the year of cities that stabilise", "率先企稳城市的租金同比", {
      kind: "estimate",
      qualifier: "above",
    }),
    oldHomesYield: point(0.03, 2, "fraction", "gross yield that more old small homes exceed", "越来越多老破小超过的租金回报率", {
      scope: { en: "old small homes", zh: "老破小" },
      passage: where("section 3, order of stabilising", "三，企稳顺序"),
      qualifier: "above",
    }),
    urumqi: monthly(-0.002, "Urumqi", "乌鲁木齐"),
    harbin: monthly(-0.003, "Harbin", "哈尔滨"),
    guiyang: monthly(-0.004, "Guiyang", "贵阳"),
    harbinSales: sales(0.231, "Harbin", "哈尔滨"),
    guiyangSales: sales(0.05, "Guiyang", "贵阳"),
  },
);

function gdpShare(value: number, when: string) {
  const label = ["value added drawn by real estate, share of GDP", "广义房地产拉动增加值占名义 GDP"] as const;
  return point(value, 3, "fraction", ...label, { scope: china, passage: economyPassage, when });
}

function monthly(change: number, en: string, zh: string) {
  return point(change, 3, "fraction", "second-hand price, change on the month", "二手房价环比", { scope: { en, zh } });
}

function sales(change: number, en: string, zh: string) {
  const label = ["area of homes sold, change on the year", "商品房成交面积同比"] as const;
  return point(change, 3, "fraction", ...label, { scope: { en, zh }, when: nineMonths });
}

/** Every figure of report 002, in tables. */
export const bottomFigures = {
  secondHand,
  supply,
  anchors,
  rentalYields,
  yieldsAbroad,
  priceToIncome,
  timing,
  firstCities,
};
