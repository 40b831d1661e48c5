/** The ranking that report 003 printed: 20 cities, their scores and the regions it names. HPI_CITY. */
import { define } from "../definition.js";
import { InputError, nearest, type Text } from "../errors.js";
import { check, choice, text } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { bandOf, bands } from "./bands.js";

export type Region = keyof typeof regions;

/** The five groups that the report names. Hefei, Wuhan and Changsha are in none. */
export const regions = {
  chengYu: { en: "Chengdu–Chongqing", zh: "成渝" },
  yangtzeDelta: { en: "Yangtze Delta", zh: "长三角" },
  westStrait: { en: "West of the Strait", zh: "海西" },
  pearlDelta: { en: "Pearl Delta", zh: "珠三角" },
  north: { en: "North", zh: "北方" },
} as const satisfies Record<string, Text>;

export interface PublishedScore {
  readonly rank: number;
  readonly city: Text;
  /** Index points as printed. */
  readonly score: number;
  readonly region?: Region;
}

/** In rank order, as printed. */
export const publishedScores: readonly PublishedScore[] = [
  { rank: 1, city: { zh: "合肥", en: "Hefei" }, score: 99.2 },
  { rank: 2, city: { zh: "杭州", en: "Hangzhou" }, score: 86.7, region: "yangtzeDelta" },
  { rank: 3, city: { zh: "成都", en: "Chengdu" }, score: 74.6, region: "chengYu" },
  { rank: 4, city: { zh: "宁波", en: "Ningbo" }, score: 69.2, region: "yangtzeDelta" },
  { rank: 5, city: { zh: "南京", en: "Nanjing" }, score: 69.0, region: "yangtzeDelta" },
  { rank: 6, city: { zh: "苏州", en: "Suzhou" }, score: 68.9, region: "yangtzeDelta" },
  { rank: 7, city: { zh: "长沙", en: "Changsha" }, score: 68.6 },
  { rank: 8, city: { zh: "无锡", en: "Wuxi" }, score: 68.0, region: "yangtzeDelta" },
  { rank: 9, city: { zh: "青岛", en: "Qingdao" }, score: 67.3, region: "north" },
  { rank: 10, city: { zh: "佛山", en: "Foshan" }, score: 66.3, region: "pearlDelta" },
  { rank: 11, city: { zh: "厦门", en: "Xiamen" }, score: 64.9, region: "westStrait" },
  { rank: 12, city: { zh: "东莞", en: "Dongguan" }, score: 61.5, region: "pearlDelta" },
  { rank: 13, city: { zh: "西安", en: "Xi'an" }, score: 56.1, region: "north" },
  { rank: 14, city: { zh: "郑州", en: "Zhengzhou" }, score: 39.9, region: "north" },
  { rank: 15, city: { zh: "沈阳", en: "Shenyang" }, score: 37.7, region: "north" },
  { rank: 16, city: { zh: "济南", en: "Jinan" }, score: 33.9, region: "north" },
  { rank: 17, city: { zh: "福州", en: "Fuzhou" }, score: 27.7, region: "westStrait" },
  { rank: 18, city: { zh: "重庆", en: "Chongqing" }, score: 12.4, region: "chengYu" },
  { rank: 19, city: { zh: "武汉", en: "Wuhan" }, score: 12.3 },
  { rank: 20, city: { zh: "天津", en: "Tianjin" }, score: 9.8, region: "north" },
];

/** Ranked cities that are outside the state's “two concentrations” land-sale scheme; the other 17 are in it. */
export const outsideConcentratedSales: readonly string[] = ["佛山", "东莞", "西安"];

/** The printed scores of one region, in rank order. */
export function citiesOf(region: Region): readonly PublishedScore[] {
  return publishedScores.filter((entry) => entry.region === region);
}

/** Mean printed score of some cities. */
export function meanScore(cities: readonly PublishedScore[]): number {
  return cities.reduce((sum, { score }) => sum + score, 0) / cities.length;
}

/** A city or region as people write it: Chinese or English, with or without 市, 地区, 城市, spaces or an apostrophe. */
function normalise(name: string): string {
  const plain = name.toLowerCase().replace(/[\s'’\-–]/g, "");
  return plain.replace(/(地区|城市|市)$/, "");
}

function namesOf(label: Text): readonly string[] {
  return [normalise(label.zh), normalise(label.en)];
}

const cityByName = new Map(publishedScores.flatMap((entry) => namesOf(entry.city).map((name) => [name, entry] as const)));
const regionByName = new Map(
  (Object.keys(regions) as Region[]).flatMap((key) => namesOf(regions[key]).map((name) => [name, key] as const)),
);

export function findCity(name: string): PublishedScore | undefined {
  return cityByName.get(normalise(name));
}

export function findRegion(name: string): Region | undefined {
  return regionByName.get(normalise(name));
}

const params = [
  text("city", {
    unit: "label",
    label: { en: "city or group", zh: "城市或城市组" },
    help: {
      en: "One of the 20 ranked cities, or one of the five groups 成渝, 长三角, 海西, 珠三角, 北方. Chinese or English name.",
      zh: "20 个上榜城市之一，或成渝、长三角、海西、珠三角、北方五组之一；中英文名均可。",
    },
  }),
  choice(
    "field",
    [
      { value: "score", label: { en: "score", zh: "得分" } },
      { value: "rank", label: { en: "rank", zh: "名次" } },
      { value: "band", label: { en: "band", zh: "分区" } },
      { value: "region", label: { en: "region", zh: "区域" } },
      { value: "mean", label: { en: "mean of the group", zh: "均值" } },
      { value: "count", label: { en: "cities in the group", zh: "城市数" } },
    ] as const,
    {
      label: { en: "field", zh: "字段" },
      help: {
        en: "For a city: score (default), rank, band or region. For a group: mean or count.",
        zh: "城市：score（默认）、rank、band、region；城市组：mean、count。",
      },
      default: "score",
    },
  ),
] as const;

export type CityField = "score" | "rank" | "band" | "region" | "mean" | "count";

export interface CityOptions {
  readonly field?: CityField | undefined;
}

/** What the published ranking says of a city (score, rank, band, region) or of a group (mean, count). */
export function publishedCity(city: string, options: CityOptions = {}): number | string {
  const given = check("HPI_CITY", params, { city, ...options });
  const entry = findCity(given.city);
  if (entry) return cityField(entry, given.field);
  const region = findRegion(given.city);
  if (region) return regionField(region, given.field);
  throw unknownCity(given.city);
}

function cityField(entry: PublishedScore, field: CityField): number | string {
  switch (field) {
    case "score":
      return entry.score;
    case "rank":
      return entry.rank;
    case "band":
      return bands[bandOf(entry.score)].zh;
    case "region":
      if (entry.region) return regions[entry.region].zh;
      throw absent(
        { en: `${entry.city.en} is in none of the report's groups`, zh: `${entry.city.zh}不属于报告的任何城市组` },
        groupNames,
      );
    default:
      throw absent(
        { en: `a single city has no ${field}`, zh: `单个城市没有 ${field}` },
        { en: "score, rank, band or region", zh: "score、rank、band 或 region" },
      );
  }
}

function regionField(region: Region, field: CityField): number {
  const cities = citiesOf(region);
  if (field === "mean") return meanScore(cities);
  if (field === "count") return cities.length;
  throw absent({ en: `a group has no ${field}`, zh: `城市组没有 ${field}` }, { en: "mean or count", zh: "mean 或 count" });
}

const groupNames: Text = {
  en: Object.values(regions)
    .map(({ zh }) => zh)
    .join(", "),
  zh: Object.values(regions)
    .map(({ zh }) => zh)
    .join("、"),
};

const firstTier = ["北京", "上海", "广州", "深圳", "Beijing", "Shanghai", "Guangzhou", "Shenzhen"];

function unknownCity(name: string): InputError {
  const shown = `"${name}"`;
  if (firstTier.some((city) => normalise(city) === normalise(name))) {
    return absent(
      { en: `${shown} is a first-tier city, which the report does not rank`, zh: `${shown} 是一线城市，报告未排名` },
      { en: "one of the 20 ranked cities", zh: "20 个上榜城市之一" },
    );
  }
  const near = nearest(
    name,
    publishedScores.flatMap(({ city }) => [city.zh, city.en]),
  );
  const hint = near === undefined ? "" : ` (${near}?)`;
  return absent(
    { en: `${shown} is not among the 20${hint}`, zh: `${shown} 不在 20 个城市之列${hint}` },
    { en: "one of the 20 ranked second-tier cities, or a group", zh: "20 个上榜二线城市之一，或一个城市组" },
  );
}

function absent(seen: Text, wanted: Text): InputError {
  return new InputError({ problem: "not-in-table", fn: "HPI_CITY", seen, wanted });
}

export const publishedCityDefinition = define(publishedCity, {
  id: "HPI_CITY",
  summary: {
    en: "What report 003's ranking of 20 second-tier cities (July 2022) says of a city or group.",
    zh: "报告 003 对 20 个二线城市排名（2022 年 7 月）中某城市或城市组的数据。",
  },
  formula: { en: "a look-up;  mean = Σ score / count", zh: "查表；均值 = Σ 得分 / 城市数" },
  params,
  returns: { shape: "scalar", unit: "none", label: { en: "the field asked for", zh: "所查字段" } },
  refusals: [
    {
      problem: "not-in-table",
      when: {
        en: "not among the 20 (first-tier cities are not ranked), or a field that a city or group does not have",
        zh: "不在 20 个城市之列（一线城市不排名），或该城市、城市组没有此字段",
      },
    },
  ],
  source: passage(reports.land, "ranking, and end note 1 for the groups", "排名榜；城市组见尾注1"),
  notes: [
    {
      en: "合肥, 武汉 and 长沙 are in none of the report's groups; none is invented for them.",
      zh: "合肥、武汉、长沙不属于报告的任何城市组，此处不另造。",
    },
    {
      en: "Most scores come from rounds of June and July 2022; Tianjin's is from 25 April.",
      zh: "多数得分取自 2022 年 6–7 月的土拍，天津取自 4 月 25 日。",
    },
  ],
  examples: [
    { args: { city: "合肥" }, result: 99.2, from: { en: "report 003", zh: "报告 003" } },
    {
      args: { city: "西安", field: "rank" },
      result: 13,
      from: { en: "report 003: eighth from the end", zh: "报告 003：倒数第八" },
    },
    { args: { city: "宁波", field: "region" }, result: "长三角", from: { en: "report 003, end note 1", zh: "报告 003，尾注1" } },
    {
      args: { city: "长三角", field: "mean" },
      result: 72.36,
      from: { en: "computed from the printed scores", zh: "由印出的得分计算" },
    },
    {
      args: { city: "北京" },
      problem: "not-in-table",
      from: { en: "report 003: first-tier cities are not ranked", zh: "报告 003：一线城市不排名" },
    },
  ],
});
