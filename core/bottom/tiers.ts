/** First, second and third tier as the National Bureau of Statistics groups its 70 cities. Not here: any price. */
import type { Text } from "../errors.js";

export type Tier = "first" | "second" | "third";

export const tiers: Readonly<Record<Tier, Text>> = {
  first: { en: "first tier", zh: "一线城市" },
  second: { en: "second tier", zh: "二线城市" },
  third: { en: "third tier", zh: "三线城市" },
};

/** Notes to the bureau's monthly release on 70 cities: 4 first-tier and 31 second-tier cities, the other 35 third-tier. */
const firstTier = "北京 上海 广州 深圳".split(" ");
const secondTier = [
  "天津 石家庄 太原 呼和浩特 沈阳 大连 长春 哈尔滨 南京 杭州 宁波 合肥 福州 厦门 南昌 济南",
  "青岛 郑州 武汉 长沙 南宁 海口 重庆 成都 贵阳 昆明 西安 兰州 西宁 银川 乌鲁木齐",
].flatMap((line) => line.split(" "));

/** Tier of one of the 70 cities, by its Chinese name as the bureau writes it; third for any other name. */
export function tierOf(city: string): Tier {
  if (firstTier.includes(city)) return "first";
  return secondTier.includes(city) ? "second" : "third";
}
