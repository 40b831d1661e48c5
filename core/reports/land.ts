/** Figures that report 003 prints beside its ranking (the ranking itself: core/land/published.ts). */
import type { Text } from "../errors.js";
import { passage, reports } from "../sources.js";
import { cities, type Figure, figure, hundredMillionYuan, lots, percent, points } from "./figure.js";

const zhengzhouDate = "2022-06-22";
const tianjinDate = "2022-04-25";
const rankingDate = reports.land.date;

const example = passage(reports.land, "Zhengzhou example", "郑州示例");
const cutParcel = passage(reports.land, "Zhengzhou example, parcel 3", "郑州示例，3 号地");
const north = passage(reports.land, "analysis of the low band", "排名榜的分析，低分区");
const tianjin = passage(reports.land, "analysis of the low band, Tianjin", "排名榜的分析，低分区，天津");
const midHigh = passage(reports.land, "analysis of the mid-high band", "排名榜的分析，中高分区");
const bandsPassage = passage(reports.land, "analysis of the ranking, band by band", "排名榜的分析，各分区");

/** Zhengzhou's first round of 2022. */
export const zhengzhou = {
  offered: zhengzhouFigure(15, 0, lots, "lots offered", "出让地块"),
  soldAtStart: zhengzhouFigure(13, 0, lots, "sold at the starting price", "底价成交"),
  soldAbove: zhengzhouFigure(2, 0, lots, "sold above it", "溢价成交"),
  dealTotal: zhengzhouFigure(107, 0, hundredMillionYuan, "deal total", "成交总金额"),
  startTotal: zhengzhouFigure(105, 0, hundredMillionYuan, "starting total", "起拍总价"),
  score: zhengzhouFigure(39.9, 1, points, "score", "得分"),
  cutEarlierStart: parcelFigure(10.73, 2, hundredMillionYuan, "parcel 3, earlier starting price", "3 号地，上次起拍价"),
  cutStart: parcelFigure(8.33, 2, hundredMillionYuan, "parcel 3, starting price", "3 号地，起拍价"),
  cutDeal: parcelFigure(9.35, 2, hundredMillionYuan, "parcel 3, deal price", "3 号地，成交价"),
  cut: parcelFigure(12.9, 1, percent, "parcel 3, fall of the deal below the earlier start", "3 号地，成交价较上次起拍价降幅"),
} as const satisfies Record<string, Figure>;

/** Tianjin's first round of 2022. */
export const tianjinRound = {
  offered: tianjinFigure(30, 0, lots, "lots offered", "出让地块"),
  sold: tianjinFigure(6, 0, lots, "lots sold", "成交地块"),
  cityBuyers: tianjinFigure(2, 0, lots, "bought by the city's own companies", "城投竞得"),
  score: tianjinFigure(9.8, 1, points, "score", "得分"),
} as const satisfies Record<string, Figure>;

/** What the report says of its own ranking in words; each can be recomputed from the 20 scores. */
export const rankingClaims = {
  lowBand: claim(7, 0, cities, "cities in the low band", "低分区城市数", bandsPassage),
  midLowBand: claim(3, 0, cities, "cities in the mid-low band", "中低分区城市数", bandsPassage),
  midHighBand: claim(7, 0, cities, "cities in the mid-high band", "中高分区城市数", bandsPassage),
  highBand: claim(3, 0, cities, "cities in the high band", "高分区城市数", bandsPassage),
  midHighSpread: claim(2.9, 1, points, "spread of the mid-high band", "中高分区最高与最低之差", midHigh),
  northInLastEight: claim(5, 0, cities, "northern cities among the last eight", "后八名中的北方城市", north),
  deltaInFirstEight: claim(5, 0, cities, "Yangtze Delta cities among the first eight", "前八名中的长三角城市", midHigh),
} as const satisfies Record<string, Figure>;

function zhengzhouFigure(value: number, decimals: number, unit: Text, en: string, zh: string): Figure {
  return figure(value, decimals, { label: { en, zh }, unit, date: zhengzhouDate, passage: example });
}

function parcelFigure(value: number, decimals: number, unit: Text, en: string, zh: string): Figure {
  return figure(value, decimals, { label: { en, zh }, unit, date: zhengzhouDate, passage: cutParcel });
}

function tianjinFigure(value: number, decimals: number, unit: Text, en: string, zh: string): Figure {
  return figure(value, decimals, { label: { en, zh }, unit, date: tianjinDate, passage: tianjin });
}

function claim(value: number, decimals: number, unit: Text, en: string, zh: string, where: Figure["passage"]): Figure {
  return figure(value, decimals, { label: { en, zh }, unit, date: rankingDate, passage: where });
}
