/** Figures that report 003 prints. The 20 scores themselves are in core/land/published.ts; here they become figures. */
import type { Text } from "../errors.js";
import { type PublishedScore, publishedScores } from "../land/published.js";
import { passage, reports } from "../sources.js";
import { type Figure, point, type Row, span, table } from "./figure.js";

const says: Text = reports.land.publisher;
const where = (en: string, zh: string) => passage(reports.land, en, zh);

const bandsPassage = where("analysis of the ranking, band by band", "排名榜的分析，各分区");
const north = where("analysis of the low band", "排名榜的分析，低分区");
const midHigh = where("analysis of the mid-high band", "排名榜的分析，中高分区");
const note1 = where("end note 1", "尾注1");
const note2 = where("end note 2", "尾注2");

/** Printed scores by city, under the city's English name in small letters: cityScores.xian, id "003/xian/score". */
export const cityScores: Readonly<Record<string, Figure<number>>> = Object.fromEntries(
  publishedScores.map((entry) => [slug(entry), scoreOf(entry)]),
);

function slug({ city }: PublishedScore): string {
  return city.en.toLowerCase().replace(/[^a-z]/g, "");
}

function scoreOf(entry: PublishedScore): Figure<number> {
  const context = { scope: entry.city, passage: bandsPassage, says, kind: "estimate", when: reports.land.date } as const;
  return table(slug(entry), context, { score: scoreRow(entry) }).score;
}

function scoreRow({ score }: PublishedScore): Row<number> {
  return point(score, 1, "points", "score", "得分");
}

/** The score of a city as a row, so that its figure stands in the city's own table too. */
function scoreIn(name: string): { readonly score: Figure<number> } {
  const score = cityScores[name];
  if (score === undefined) throw new Error(`no score printed for ${name}`);
  return { score };
}

/** Zhengzhou's first round of 2022: the report's worked example. */
export const zhengzhou = {
  ...table(
    "zhengzhou",
    {
      scope: { en: "Zhengzhou, first round of 2022", zh: "郑州 2022 年首批土拍" },
      passage: where("Zhengzhou example", "郑州示例"),
      says,
      kind: "measured",
      when: "2022-06-22",
    },
    {
      offered: point(15, 0, "count", "lots offered", "出让地块"),
      soldAtStart: point(13, 0, "count", "sold at the starting price", "底价成交"),
      soldAbove: point(2, 0, "count", "sold above it", "溢价成交"),
      dealTotal: point(107, 0, "hundred-million-yuan", "deal total", "成交总金额"),
      startTotal: point(105, 0, "hundred-million-yuan", "starting total", "起拍总价"),
      cutEarlierStart: point(10.73, 2, "hundred-million-yuan", "parcel 3, earlier starting price", "3 号地，上次起拍价", {
        when: "2021",
      }),
      cutStart: point(8.33, 2, "hundred-million-yuan", "parcel 3, starting price", "3 号地，起拍价"),
      cutDeal: point(9.35, 2, "hundred-million-yuan", "parcel 3, deal price", "3 号地，成交价"),
      cut: point(0.129, 3, "fraction", "parcel 3, fall of the deal below the earlier start", "3 号地，成交价较上次起拍价降幅", {
        kind: "estimate",
      }),
    },
  ),
  ...scoreIn("zhengzhou"),
};

/** Tianjin's first round of 2022. */
export const tianjinRound = {
  ...table(
    "tianjin",
    {
      scope: { en: "Tianjin, first round of 2022", zh: "天津 2022 年首批土拍" },
      passage: where("analysis of the low band, Tianjin", "排名榜的分析，低分区，天津"),
      says,
      kind: "measured",
      when: "2022-04-25",
    },
    {
      offered: point(30, 0, "count", "lots offered", "出让地块"),
      sold: point(6, 0, "count", "lots sold", "成交地块"),
      cityBuyers: point(2, 0, "count", "lots bought by the city's own companies", "城投竞得地块"),
    },
  ),
  ...scoreIn("tianjin"),
};

/** What the report says of its own ranking in words; each can be recomputed from the 20 scores. */
export const rankingClaims = table(
  "ranking",
  {
    scope: { en: "ranking of 20 second-tier cities", zh: "20 个二线城市排名" },
    passage: bandsPassage,
    says,
    kind: "estimate",
    when: reports.land.date,
  },
  {
    highBand: point(3, 0, "count", "cities in the high band", "高分区城市数"),
    midHighBand: point(7, 0, "count", "cities in the mid-high band", "中高分区城市数"),
    midLowBand: point(3, 0, "count", "cities in the mid-low band", "中低分区城市数"),
    lowBand: point(7, 0, "count", "cities in the low band", "低分区城市数"),
    midHighSpread: point(2.9, 1, "points", "spread of the mid-high band", "中高分区最高与最低之差", { passage: midHigh }),
    midHighDelta: point(4, 0, "count", "Yangtze Delta cities in the mid-high band", "中高分区中的长三角城市数", {
      passage: midHigh,
    }),
    northInLow: point(4, 0, "count", "northern cities in the low band", "低分区中的北方城市数", { passage: north }),
    northInLastEight: point(5, 0, "count", "northern cities among the last eight", "后八名中的北方城市数", { passage: north }),
    deltaInFirstEight: point(5, 0, "count", "Yangtze Delta cities among the first eight", "前八名中的长三角城市数", {
      passage: midHigh,
    }),
    xianFromEnd: point(8, 0, "none", "Xi'an's place from the end", "西安倒数名次", { passage: north }),
    allBelow: point(100, 0, "points", "score that every city is below", "各城市得分均低于", {
      passage: where("three further remarks", "还有三点说明"),
    }),
  },
);

/** The rules of the index and of its bands. */
export const indexRules = table(
  "rules",
  { scope: { en: "definition of the index", zh: "指数定义" }, passage: note2, says, kind: "estimate" },
  {
    cutFrom: point(0.1, 2, "fraction", "fall from which a lot counts as cut", "“降价地块”的最小降幅"),
    halfFrom: point(0.1, 2, "fraction", "fall from which half is deducted", "程度系数取 0.5 的最小降幅"),
    wholeBeyond: point(0.2, 2, "fraction", "fall beyond which the whole is deducted", "程度系数取 1 的降幅界限"),
    smallCut: point(0, 0, "none", "coefficient of a small cut", "小幅降价的程度系数"),
    mediumCut: point(0.5, 1, "none", "coefficient of a medium cut", "中幅降价的程度系数"),
    largeCut: point(1, 0, "none", "coefficient of a large cut", "大幅降价的程度系数"),
    lowBelow: point(40, 0, "points", "low band below", "低分区上限", { passage: bandsPassage }),
    midLow: span([40, 65], 0, "points", "mid-low band", "中低分区", { passage: bandsPassage }),
    midHigh: span([65, 70], 0, "points", "mid-high band", "中高分区", { passage: bandsPassage }),
    highAbove: point(70, 0, "points", "high band above", "高分区下限", { passage: bandsPassage }),
  },
);

const ministry: Text = { en: "Ministry of Natural Resources", zh: "自然资源部" };

/** The cities that the report ranks, its groups, and the land-sale scheme. */
export const rankedCities = table(
  "cities",
  {
    scope: { en: "tiers, groups and the two-concentrations scheme", zh: "城市分线、分区与“两集中”" },
    passage: note1,
    says,
    kind: "measured",
    when: "2022",
  },
  {
    tiers: point(5, 0, "count", "tiers of cities", "城市分类数"),
    firstTier: point(4, 0, "count", "first-tier cities", "一线城市数"),
    secondTier: point(20, 0, "count", "second-tier cities", "二线城市数"),
    north: point(6, 0, "count", "northern cities", "北方城市数", { passage: north }),
    yangtzeDelta: point(5, 0, "count", "Yangtze Delta cities", "长三角城市数"),
    inScheme: point(17, 0, "count", "ranked cities inside the scheme", "上榜城市中的“两集中”城市"),
    outsideScheme: point(3, 0, "count", "ranked cities outside it", "上榜城市中的非“两集中”城市"),
    scheme: point(22, 0, "count", "cities in the scheme", "“两集中”城市数", { when: "2021-02", says: ministry }),
    roundsAtMost: point(3, 0, "count", "announcements a year, at most", "每年集中发布公告次数上限", {
      when: "2021-02",
      says: ministry,
    }),
    rounds: span([3, 4], 0, "count", "rounds a year", "一年土拍次数", { passage: note2 }),
  },
);

const chengdu: Text = { en: "Chengdu", zh: "成都" };
const zhaopin: Text = { en: "Zhaopin", zh: "智联招聘" };

/** Background numbers about single cities and the market. */
export const landBackground = table(
  "background",
  {
    scope: { en: "Hefei", zh: "合肥" },
    passage: where("analysis of the high band", "排名榜的分析，高分区"),
    says,
    kind: "measured",
  },
  {
    hefeiGdp2011: point(3637, 0, "hundred-million-yuan", "GDP", "GDP", { when: "2011" }),
    hefeiGdpRank2011: point(30, 0, "none", "rank by GDP, worse than", "GDP 排名在此之后", { when: "2011" }),
    hefeiGdpRank2021: point(19, 0, "none", "rank by GDP", "GDP 排名", { when: "2021" }),
    hefeiInnovationRank2021: point(9, 0, "none", "rank by innovation capacity", "创新能力排名", {
      when: "2021",
      says: { en: "Institute of Scientific and Technical Information of China", zh: "中国科学技术信息研究所" },
    }),
    chengduTalentShare2021: point(0.047, 3, "fraction", "share of new graduates moving in", "应届生人才流入占比", {
      scope: chengdu,
      when: "2021",
      says: zhaopin,
    }),
    chengduTalentRank2021: point(2, 0, "none", "rank by that share", "应届生人才流入排名", {
      scope: chengdu,
      when: "2021",
      says: zhaopin,
    }),
    changshaListing: point(11400, -2, "yuan-per-square-metre", "mean second-hand listing price", "二手住宅挂牌均价", {
      scope: { en: "Changsha", zh: "长沙" },
      passage: midHigh,
      when: "2022-06",
    }),
    bullMarket: point(20, -1, "years", "length of the housing bull market", "房地产牛市持续时间", {
      scope: { en: "China", zh: "全国" },
      passage: where("opening", "引言"),
      when: "2021",
      kind: "claim",
      qualifier: "about",
    }),
  },
);

/** Every figure of report 003, in tables. */
export const landFigures = { cityScores, zhengzhou, tianjinRound, rankingClaims, indexRules, rankedCities, landBackground };
