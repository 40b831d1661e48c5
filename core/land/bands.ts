/** The four bands of the index: HPI_BAND. */
import { define } from "../definition.js";
import type { Language, Text } from "../errors.js";
import type { Ladder } from "../ladder.js";
import { check, choice, number } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { above, atLeast } from "../tolerance.js";

/** Scores below this are low. */
export const midLowFrom = 40;
/** From here to `highBeyond`, mid-high. The report puts 65 in two bands; it is resolved upward, as it resolves 40. */
export const midHighFrom = 65;
/** Scores above this are high; exactly this is still mid-high. */
export const highBeyond = 70;

/** The edges between bands, from below. */
export const bandEdges: readonly number[] = [midLowFrom, midHighFrom, highBeyond];

export const bands = {
  low: { en: "low", zh: "低" },
  midLow: { en: "mid-low", zh: "中低" },
  midHigh: { en: "mid-high", zh: "中高" },
  high: { en: "high", zh: "高" },
} as const satisfies Record<string, Text>;

export type Band = keyof typeof bands;

const params = [
  number("score", {
    unit: "points",
    label: { en: "index score", zh: "指数得分" },
    help: { en: "A value of HPI, in index points.", zh: "HPI 的得分（指数点）。" },
  }),
  choice(
    "lang",
    [
      { value: "zh", label: { en: "Chinese", zh: "中文" } },
      { value: "en", label: { en: "English", zh: "英文" } },
    ] as const,
    {
      label: { en: "language", zh: "语言" },
      help: { en: "Language of the label, zh or en. Default zh, as in the report.", zh: "标签语言：zh 或 en，默认 zh。" },
      default: "zh",
    },
  ),
] as const;

export interface BandOptions {
  readonly lang?: Language | undefined;
}

export const bandLadder: Ladder<Band> = {
  classes: ["low", "midLow", "midHigh", "high"],
  edges: [
    { at: midLowFrom, opens: "from" },
    { at: midHighFrom, opens: "from" },
    { at: highBeyond, opens: "beyond" },
  ],
};

/** Which band a finite score is in. */
export function bandOf(score: number): Band {
  if (above(score, highBeyond)) return "high";
  if (atLeast(score, midHighFrom)) return "midHigh";
  return atLeast(score, midLowFrom) ? "midLow" : "low";
}

/** Name of the band of a score: 低, 中低, 中高 or 高. */
export function band(score: number, options: BandOptions = {}): string {
  const given = check("HPI_BAND", params, { score, ...options });
  return bands[bandOf(given.score)][given.lang];
}

export const bandDefinition = define(band, {
  id: "HPI_BAND",
  summary: { en: "Band of an index score: low, mid-low, mid-high or high.", zh: "指数得分所在分区：低、中低、中高、高。" },
  formula: {
    en: "score < 40 → low;  40 ≤ score < 65 → mid-low;  65 ≤ score ≤ 70 → mid-high;  score > 70 → high",
    zh: "score < 40 → 低；40 ≤ score < 65 → 中低；65 ≤ score ≤ 70 → 中高；score > 70 → 高",
  },
  params,
  returns: { shape: "scalar", unit: "label", label: { en: "band", zh: "分区" } },
  source: passage(reports.land, "analysis of the ranking, four bands", "排名榜的分析，四个区间"),
  notes: [
    {
      en: "40 is mid-low and 70 is mid-high by the report's “below” and “above”. 65 stands in two bands there; it is resolved upward.",
      zh: "按报告的“小于”“大于”，40 属中低、70 属中高。65 在报告中同时属于两个区间，此处向上取为中高。",
    },
  ],
  examples: [
    { args: { score: 39.9 }, result: "低", from: { en: "report 003, Zhengzhou", zh: "报告 003，郑州" } },
    { args: { score: 64.9 }, result: "中低", from: { en: "report 003, Xiamen", zh: "报告 003，厦门" } },
    { args: { score: 65 }, result: "中高", from: { en: "boundary, resolved upward", zh: "边界，向上取" } },
    { args: { score: 99.2, lang: "en" }, result: "high", from: { en: "report 003, Hefei", zh: "报告 003，合肥" } },
  ],
});
