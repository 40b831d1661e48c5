/**
 * The 70 cities whose house prices the National Bureau of Statistics prints, by its three tiers.
 * Here: names and tiers. Not here: prices (notebooks/data), report 003's 20 cities (land/published.ts).
 */
import type { Text } from "./errors.js";

export type Tier = 1 | 2 | 3;

export interface City {
  readonly city: Text;
  /** 1: 4 first-tier cities; 2: 31 second-tier, mostly capitals of provinces; 3: 35 others. */
  readonly tier: Tier;
}

const names: Readonly<Record<Tier, readonly (readonly [zh: string, en: string])[]>> = {
  1: [
    ["北京", "Beijing"],
    ["上海", "Shanghai"],
    ["广州", "Guangzhou"],
    ["深圳", "Shenzhen"],
  ],
  2: [
    ["天津", "Tianjin"],
    ["石家庄", "Shijiazhuang"],
    ["太原", "Taiyuan"],
    ["呼和浩特", "Hohhot"],
    ["沈阳", "Shenyang"],
    ["大连", "Dalian"],
    ["长春", "Changchun"],
    ["哈尔滨", "Harbin"],
    ["南京", "Nanjing"],
    ["杭州", "Hangzhou"],
    ["宁波", "Ningbo"],
    ["合肥", "Hefei"],
    ["福州", "Fuzhou"],
    ["厦门", "Xiamen"],
    ["南昌", "Nanchang"],
    ["济南", "Jinan"],
    ["青岛", "Qingdao"],
    ["郑州", "Zhengzhou"],
    ["武汉", "Wuhan"],
    ["长沙", "Changsha"],
    ["南宁", "Nanning"],
    ["海口", "Haikou"],
    ["重庆", "Chongqing"],
    ["成都", "Chengdu"],
    ["贵阳", "Guiyang"],
    ["昆明", "Kunming"],
    ["西安", "Xi'an"],
    ["兰州", "Lanzhou"],
    ["西宁", "Xining"],
    ["银川", "Yinchuan"],
    ["乌鲁木齐", "Urumqi"],
  ],
  3: [
    ["唐山", "Tangshan"],
    ["秦皇岛", "Qinhuangdao"],
    ["包头", "Baotou"],
    ["丹东", "Dandong"],
    ["锦州", "Jinzhou"],
    ["吉林", "Jilin"],
    ["牡丹江", "Mudanjiang"],
    ["无锡", "Wuxi"],
    ["扬州", "Yangzhou"],
    ["徐州", "Xuzhou"],
    ["温州", "Wenzhou"],
    ["金华", "Jinhua"],
    ["蚌埠", "Bengbu"],
    ["安庆", "Anqing"],
    ["泉州", "Quanzhou"],
    ["九江", "Jiujiang"],
    ["赣州", "Ganzhou"],
    ["烟台", "Yantai"],
    ["济宁", "Jining"],
    ["洛阳", "Luoyang"],
    ["平顶山", "Pingdingshan"],
    ["宜昌", "Yichang"],
    ["襄阳", "Xiangyang"],
    ["岳阳", "Yueyang"],
    ["常德", "Changde"],
    ["惠州", "Huizhou"],
    ["湛江", "Zhanjiang"],
    ["韶关", "Shaoguan"],
    ["桂林", "Guilin"],
    ["北海", "Beihai"],
    ["三亚", "Sanya"],
    ["泸州", "Luzhou"],
    ["南充", "Nanchong"],
    ["遵义", "Zunyi"],
    ["大理", "Dali"],
  ],
};

/** First tier first, each tier in the bureau's order. */
export const seventyCities: readonly City[] = ([1, 2, 3] as const).flatMap((tier) =>
  names[tier].map(([zh, en]) => ({ city: { en, zh }, tier })),
);

/** A city's name in both languages by its Chinese one; the Chinese one twice for a city that is not among the 70. */
export function cityName(zh: string): Text {
  return seventyCities.find(({ city }) => city.zh === zh)?.city ?? { en: zh, zh };
}
