/** What report 002 gets wrong or leaves open. */
import { reports } from "../sources.js";
import { errataIn } from "./erratum.js";

export const bottomErrata = errataIn(reports.bottom, [
  {
    id: "months-to-anchor",
    kind: "arithmetic",
    where: ["section 2, timing", "二，时点"],
    figures: ["timing/months"],
    functions: ["RENT_MONTHS", "BOTTOM_CARD"],
    printed: ["7–9 months, about the second quarter of 2026", "7–9 个月，大致在 2026 年二季度"],
    right: ["7.1–9.7 months; whole months 8 and 10: May to July 2026", "7.1–9.7 个月，按整月为 8 与 10：2026 年 5 月至 7 月"],
    why: [
      "Fractions were cut off. A yield that is short after 9 months reaches the anchor in the 10th, which is in the third quarter.",
      "小数被截去。第 9 个月仍未达到，须到第 10 个月，已属三季度。",
    ],
  },
  {
    id: "share-edges",
    kind: "arithmetic",
    where: ["section 2, timing", "二，时点"],
    figures: ["timing/shareGap"],
    functions: ["SECOND_MONTHS", "BOTTOM_CARD"],
    printed: ["3–6 percentage points to the lower edge of 60–63 %", "距 60%–63% 下沿 3–6 个百分点"],
    right: ["2.8 points to the lower edge, 5.8 to the upper", "距下沿 2.8 个百分点，距上沿 5.8 个百分点"],
    why: [
      "57.2 % is measured against both edges and both differences are called the lower one.",
      "57.2% 分别对比两端，却都写作下沿。",
    ],
  },
  {
    id: "share-clock",
    kind: "definition",
    where: ["section 2, timing", "二，时点"],
    figures: ["second-hand/nineMonths", "second-hand/september"],
    functions: ["SECOND_MONTHS", "BOTTOM_CARD"],
    printed: ["the clock starts from 57.2 %", "以 57.2% 起算"],
    right: ["from 57.7 %, the September print: 3.5–4.6 months to 60 %", "应以 9 月的 57.7% 起算：到 60% 需 3.5–4.6 个月"],
    why: [
      "57.2 % is the mean of nine months, centred in May; counted forward from October it is four months old.",
      "57.2% 是前三季度均值，居中于 5 月；从 10 月往后数时已滞后四个月。",
    ],
  },
  {
    id: "band-reached-sooner",
    kind: "claim",
    where: ["section 1 (2), the anchor", "一（2），合理水平"],
    figures: ["anchor/band", "anchor/distance"],
    functions: ["RENT_MONTHS", "RENT_ANCHOR", "RENT_GAP"],
    printed: [
      "10–20 basis points short; the fair range 2.4–2.8 % is first reached about the second quarter",
      "差 10–20BP；二季度左右初步进入 2.4%–2.8%",
    ],
    right: [
      "3 basis points short of 2.4 %: 1.7–2.3 months, by December 2025",
      "距 2.4% 仅 3BP：1.7–2.3 个月，即 2025 年 12 月前",
    ],
    why: [
      "The distance is to 2.5–2.6 %, the date to 2.5 %, but the range named begins at 2.4 %. To 2.6 % it takes 12–17 months, to 2.8 % 22–30.",
      "距离按 2.5%–2.6% 计，时点按 2.5% 计，而所称区间自 2.4% 起。到 2.6% 需 12–17 个月，到 2.8% 需 22–30 个月。",
    ],
  },
  {
    id: "unlike-rates",
    kind: "definition",
    where: ["section 1 (2), the anchor", "一（2），合理水平"],
    figures: ["anchor/gapAbroad", "anchor/providentRate", "anchor/commercialRate", "anchor/band"],
    functions: ["RENT_ANCHOR", "RENT_MONTHS", "RENT_GAP"],
    printed: [
      "abroad −20 to +30 basis points around the mortgage rate; here ±20 around the provident-fund rate",
      "海外为按揭利率 −20 至 +30BP；国内为公积金利率 ±20BP",
    ],
    right: [
      "like for like: 2.8–3.3 % around the first-home mortgage rate of 3.0 %, or 2.4–2.9 % around 2.6 %",
      "同口径应为首套利率 3.0% 附近的 2.8%–3.3%，或 2.6% 附近的 2.4%–2.9%",
    ],
    why: [
      "The two episodes are measured against 30-year mortgages, China against its subsidised rate. At 3.0 % the wait is 31–43 months.",
      "两个海外案例对比 30 年按揭利率，国内却取政策性利率。以 3.0% 为锚需 31–43 个月。",
    ],
  },
  {
    id: "hong-kong-net",
    kind: "arithmetic",
    where: ["section 1 (3), yields abroad", "一（3），海外租金回报率"],
    figures: ["abroad/hongKongNet"],
    functions: ["RENT_NET"],
    printed: ["1.8–2.4 %", "1.8%–2.4%"],
    right: ["1.6–2.4 %", "1.6%–2.4%"],
    why: ["2 % less a fifth of the rent is 1.6 %.", "2% 扣除租金的两成为 1.6%。"],
  },
  {
    id: "japan-centre",
    kind: "arithmetic",
    where: ["section 1 (1), second-hand share", "一（1），二手房成交占比"],
    figures: ["second-hand/japanCentre"],
    functions: ["SECOND_STEADY"],
    printed: ["63 % as the centre of Japan's share, and 60–63 % as its range", "日本占比中枢 63%，区间 60%–63%"],
    right: ["63 % is the upper end of that range; its centre is 61.5 %", "63% 是该区间的上沿，中枢应为 61.5%"],
    why: [
      "A centre cannot be an end. Which of the two is meant moves the target by 1.5 points.",
      "中枢不会是端点。取哪一个，目标相差 1.5 个百分点。",
    ],
  },
  {
    id: "household-factor",
    kind: "claim",
    where: ["section 1 (4), restated", "一（4），重估房价收入比"],
    figures: [
      "price-income/earners",
      "price-income/beijingRestated",
      "price-income/shanghaiRestated",
      "price-income/guangzhouRestated",
      "price-income/shenzhenRestated",
    ],
    functions: ["PIR_RESTATE", "PIR"],
    printed: [
      "Numbeo's ratios are too high because income per head is multiplied by only 1.5",
      "numbeo 偏高，源于人均收入仅乘以 1.5",
    ],
    right: [
      "that alone would need 4.5 persons a household in Beijing, 5.7 in Shanghai, 4.5 in Guangzhou; only Shenzhen's 2.8 is plausible",
      "仅凭此项，北京每户须 4.5 人、上海 5.7 人、广州 4.5 人；只有深圳的 2.8 人可信",
    ],
    why: [
      "At a household of 2.62 the factor explains 1.75 of a threefold difference in Beijing. The rest is the median deal against Numbeo's asking prices.",
      "按每户 2.62 人，此项在北京只解释三倍差距中的 1.75 倍；其余来自成交中位数与 numbeo 挂牌价之差。",
    ],
  },
  {
    id: "shanghai-since-2016",
    kind: "arithmetic",
    where: ["section 1 (4), since 2016", "一（4），2016 年以来"],
    figures: ["price-income/shanghai2025"],
    functions: ["PIR"],
    printed: [
      "13.7 in 2025, after 27.8 in 2016, with prices back at 2016 and incomes up by almost 70 %",
      "2016 年 27.8，房价回到 2016 年、收入增近 70%，2025 年为 13.7",
    ],
    right: ["27.8 / 1.7 = 16.4", "27.8 ÷ 1.7 = 16.4"],
    why: [
      "13.7 needs prices 16 % below those of 2016, or incomes that doubled. The three statements do not fit together.",
      "要得到 13.7，房价须比 2016 年低 16%，或收入翻倍。三个说法不能同时成立。",
    ],
  },
  {
    id: "unlike-ratios",
    kind: "definition",
    where: ["section 1 (4), since 2016", "一（4），2016 年以来"],
    figures: ["price-income/shanghai2025", "price-income/shanghaiRestated", "price-income/tokyo", "price-income/newYork"],
    functions: ["PIR", "PIR_RESTATE"],
    printed: ["Shanghai's 13.7 is set beside Numbeo's Tokyo and New York", "以上海 13.7 对比 numbeo 的东京、纽约"],
    right: [
      "compare ratios of one method: Numbeo's with Numbeo's, or restate all of them",
      "应同口径比较：或都用 numbeo，或都重估",
    ],
    why: [
      "Shanghai is printed by three methods: 36.3 by Numbeo, 13.7 by mean deal, 9.6 by median deal. The cities abroad were not restated.",
      "上海有三种口径：numbeo 36.3、成交均价 13.7、成交中位数 9.6；海外城市并未重估。",
    ],
  },
  {
    id: "price-pace",
    kind: "data",
    where: ["section 2, timing", "二，时点"],
    figures: ["timing/priceChange"],
    functions: ["RENT_MONTHS", "BOTTOM_CARD"],
    printed: ["second-hand prices fall 0.8–1 % a month", "二手房价环比跌 0.8%–1%"],
    right: [
      "−0.64 % in September 2025 as the mean of the 70 cities of the National Bureau of Statistics: 13.6 months to 2.5 %",
      "国家统计局 70 城 2025 年 9 月均值为 −0.64%：到 2.5% 需 13.6 个月",
    ],
    why: [
      "The report names no source for its pace, and the wait depends on it more than on anything else but the anchor.",
      "报告未注明来源，而除锚之外，时点对该跌速最敏感。",
    ],
  },
  {
    id: "three-cities",
    kind: "data",
    where: ["section 3, cities that stabilise first", "三，率先企稳的城市"],
    figures: ["stabilising/urumqi", "stabilising/harbin", "stabilising/guiyang"],
    functions: ["STABLE_SCREEN"],
    printed: ["Urumqi −0.2 %, Harbin −0.3 %, Guiyang −0.4 %", "乌鲁木齐 −0.2%、哈尔滨 −0.3%、贵阳 −0.4%"],
    right: [
      "−0.6 %, −0.2 %, −0.6 % in the National Bureau of Statistics' second-hand index",
      "国家统计局二手住宅指数为 −0.6%、−0.2%、−0.6%",
    ],
    why: [
      "Urumqi's and Guiyang's printed falls are those of new homes. On second-hand homes only Harbin is clearly better than the mean of −0.64 %.",
      "乌鲁木齐、贵阳所印为新房跌幅；就二手房而言，只有哈尔滨明显好于 −0.64% 的均值。",
    ],
  },
  {
    id: "levels-of-2014-and-2016",
    kind: "data",
    where: ["section 1 (4), since 2016", "一（4），2016 年以来"],
    figures: ["price-income/backTo2016", "price-income/backTo2014"],
    functions: [],
    printed: [
      "Beijing, Shanghai, Shenzhen are back at 2016; Tianjin, Wuhan, Nanjing at 2014",
      "京沪深回到 2016 年，津汉宁回到 2014 年",
    ],
    right: [
      "on the National Bureau of Statistics' index September 2025 is 4 %, 3 % and 8 % above September 2016; Nanjing is a quarter above the mean of 2015",
      "按国家统计局指数，2025 年 9 月比 2016 年 9 月高 4%、3%、8%；南京比 2015 年均值高约四分之一",
    ],
    why: [
      "A mean deal price falls when cheaper homes are sold; an index of like homes does not.",
      "成交均价会因成交结构下移而下降，同质指数不会。",
    ],
  },
]);
