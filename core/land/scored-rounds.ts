/** Which auction round is behind a published score, as far as that is known. Not here: the rounds' amounts (notebooks/data). */

export interface ScoredRound {
  /** Chinese name, as in the ranking. */
  readonly city: string;
  /** As the announcements count: 首批, 第二批 … */
  readonly round: string;
  /** Whether the report names the round, or only its rule (the latest round before it appeared) picks it. */
  readonly basis: "named" | "latest";
}

/** Of the other twelve cities no round is known. */
export const scoredRounds: readonly ScoredRound[] = [
  { city: "郑州", round: "首批", basis: "named" },
  { city: "天津", round: "首批", basis: "named" },
  { city: "武汉", round: "第二批", basis: "named" },
  { city: "重庆", round: "第二批", basis: "named" },
  { city: "苏州", round: "第二批", basis: "latest" },
  { city: "南京", round: "第二批", basis: "latest" },
  { city: "济南", round: "首批", basis: "latest" },
  { city: "长沙", round: "首批", basis: "latest" },
];
