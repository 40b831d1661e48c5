/**
 * Report 000's 148 answers as codes: who bears the loss, by what mechanism, whether a number is given, and the stance.
 * An answer is known here by its ordinal number in the document (its "发表" headings in order); no names, no sentences.
 *
 * Rules of coding. One reader, one pass over the text and one over the codes; pictures were not read, so an answer that
 * is only a picture is unsaid, without mechanism, without number, "other".
 * - soft: who, in a soft landing or in what has happened so far, ends up with the loss. Named, or pointed at by a
 *   metaphor. Successive buyers are households. Two sectors together, or everyone, are "shared".
 * - hard: who bears it in a hard landing as the answer draws it, else who the answer says is to be spared. If a single
 *   borrower and the bank are both named, the bank. Two or more of banks, developers and government, the state as such,
 *   or those with power are "institutions". Crisis or unrest at large is "society".
 * - mechanisms: how the loss is carried or made smaller, at most three, the main one first. Only what the answer uses
 *   itself, not what it quotes to dispute. "transfer" is also the loss that simply lands on somebody.
 * - number: a quantity of price, loan, payment, loss, pace, sales, or a count of homes or borrowers, for homes or for
 *   the asset they are compared with. "example" is assumed for an illustration, "claim" is said to be so; an answer
 *   with both is "claim". Years, list numbers, jokes about 1.4 billion people and loose words (half, decades, some
 *   trillions) are none.
 * - stance: the first that fits of: other (no view on the soft landing), doubts (there is none, or it fails, as a
 *   conclusion), proposes (a remedy is the point), critical (those who pay are wronged, in blame, sarcasm, or metaphors
 *   of people as cushion, livestock or crop), approves (sound or beneficial, meant so), explains.
 */
import type { Text } from "../errors.js";

export const bearers = {
  households: { en: "households", zh: "住户" },
  "one-holder": { en: "a single holder", zh: "单个持有人" },
  banks: { en: "banks", zh: "银行" },
  developers: { en: "developers", zh: "开发商" },
  government: { en: "government", zh: "政府" },
  institutions: { en: "banks, developers, government together; those with power", zh: "银行、开发商、政府等；上层" },
  shared: { en: "several sectors together; everyone", zh: "多方共担；所有人" },
  society: { en: "economy and society at large", zh: "整个经济与社会" },
  nobody: { en: "nobody", zh: "无人" },
  unsaid: { en: "not said", zh: "未说明" },
} as const satisfies Record<string, Text>;

export const mechanisms = {
  relay: { en: "relay: each holder loses a part", zh: "接力：每任亏一段" },
  recourse: { en: "recourse: borrowers go on paying", zh: "追索：借款人坚持还款" },
  transfer: { en: "transfer of homes, debts or losses", zh: "转移：房子、债务或损失易手" },
  delay: { en: "delay: a slow fall", zh: "拖延：以时间换空间" },
  amortisation: { en: "repayment keeps up with the price", zh: "还本与房价同步下降" },
  inflation: { en: "inflation", zh: "通胀" },
  growth: { en: "growth of incomes and output", zh: "增长" },
  stimulus: { en: "policy that draws buyers in", zh: "刺激：政策吸引接盘" },
  relief: { en: "cheaper loans, subsidies, rescues", zh: "让利：降息、展期、补贴、救助" },
  "state-purchase": { en: "purchase by the state", zh: "收储" },
  restructuring: { en: "bankruptcy and restructuring of developers", zh: "房企破产重组" },
  narrative: { en: "persuasion, stigma, renaming, quiet", zh: "舆论：引导、污名、改口、维稳" },
  other: { en: "another remedy", zh: "其他办法" },
} as const satisfies Record<string, Text>;

export const numberKinds = {
  none: { en: "no number", zh: "无数字" },
  example: { en: "assumed for an example", zh: "举例假设" },
  claim: { en: "stated as fact", zh: "作为事实陈述" },
} as const satisfies Record<string, Text>;

export const stances = {
  explains: { en: "explains", zh: "解释" },
  critical: { en: "critical", zh: "批评或讽刺" },
  approves: { en: "approves", zh: "认可" },
  doubts: { en: "doubts", zh: "质疑或否认" },
  proposes: { en: "proposes", zh: "提出办法" },
  other: { en: "other subject", zh: "其他话题" },
} as const satisfies Record<string, Text>;

export type Bearer = keyof typeof bearers;
export type Mechanism = keyof typeof mechanisms;
export type NumberKind = keyof typeof numberKinds;
export type Stance = keyof typeof stances;

/** One answer of report 000. */
export interface CodedAnswer {
  /** Place in the document, from 1. */
  readonly ordinal: number;
  readonly soft: Bearer;
  readonly hard: Bearer;
  /** Main one first. */
  readonly mechanisms: readonly Mechanism[];
  readonly number: NumberKind;
  readonly stance: Stance;
}

type Code = readonly [
  ordinal: number,
  soft: Bearer,
  hard: Bearer,
  mechanisms: readonly Mechanism[],
  number: NumberKind,
  stance: Stance,
];

const codes: readonly Code[] = [
  [1, "households", "banks", ["relay", "recourse"], "example", "critical"],
  [2, "households", "institutions", ["transfer"], "none", "explains"],
  [3, "households", "society", ["transfer", "stimulus", "state-purchase"], "claim", "critical"],
  [4, "households", "banks", ["relay", "stimulus"], "example", "approves"],
  [5, "households", "unsaid", ["recourse"], "none", "critical"],
  [6, "households", "unsaid", ["transfer"], "none", "critical"],
  [7, "households", "unsaid", ["amortisation"], "claim", "explains"],
  [8, "households", "shared", ["growth", "delay"], "claim", "doubts"],
  [9, "unsaid", "unsaid", ["other"], "none", "proposes"],
  [10, "households", "unsaid", ["recourse", "narrative"], "claim", "critical"],
  [11, "households", "institutions", ["transfer"], "none", "explains"],
  [12, "households", "unsaid", ["recourse"], "none", "explains"],
  [13, "households", "one-holder", ["relay", "narrative"], "example", "critical"],
  [14, "households", "unsaid", ["transfer"], "none", "critical"],
  [15, "households", "banks", ["recourse", "narrative"], "example", "critical"],
  [16, "households", "unsaid", ["recourse"], "none", "explains"],
  [17, "households", "government", ["transfer"], "none", "critical"],
  [18, "households", "government", ["stimulus", "transfer", "delay"], "claim", "critical"],
  [19, "households", "unsaid", ["relay"], "none", "explains"],
  [20, "households", "institutions", ["transfer"], "none", "explains"],
  [21, "households", "institutions", ["transfer", "delay", "stimulus"], "none", "critical"],
  [22, "unsaid", "developers", [], "none", "doubts"],
  [23, "households", "institutions", ["transfer"], "none", "explains"],
  [24, "households", "institutions", ["transfer"], "none", "critical"],
  [25, "unsaid", "unsaid", ["delay"], "none", "doubts"],
  [26, "households", "banks", ["transfer", "delay"], "none", "critical"],
  [27, "households", "unsaid", ["delay", "recourse"], "claim", "explains"],
  [28, "unsaid", "unsaid", [], "none", "other"],
  [29, "households", "unsaid", [], "none", "other"],
  [30, "households", "one-holder", ["relay"], "claim", "explains"],
  [31, "households", "society", ["transfer"], "none", "critical"],
  [32, "households", "one-holder", ["relay"], "example", "critical"],
  [33, "households", "unsaid", ["transfer"], "none", "critical"],
  [34, "households", "banks", ["transfer", "recourse"], "none", "explains"],
  [35, "households", "unsaid", ["transfer"], "none", "critical"],
  [36, "households", "institutions", ["transfer"], "none", "critical"],
  [37, "households", "institutions", ["transfer"], "none", "critical"],
  [38, "households", "institutions", ["transfer"], "none", "explains"],
  [39, "households", "institutions", ["transfer", "recourse", "restructuring"], "claim", "critical"],
  [40, "households", "institutions", ["transfer"], "none", "critical"],
  [41, "unsaid", "unsaid", [], "none", "other"],
  [42, "unsaid", "unsaid", ["inflation"], "claim", "other"],
  [43, "households", "unsaid", ["relay", "delay"], "example", "explains"],
  [44, "households", "one-holder", ["relay"], "example", "explains"],
  [45, "unsaid", "unsaid", ["narrative"], "none", "doubts"],
  [46, "households", "banks", ["amortisation", "recourse"], "example", "explains"],
  [47, "households", "unsaid", ["narrative"], "none", "critical"],
  [48, "banks", "unsaid", ["relief"], "claim", "proposes"],
  [49, "households", "unsaid", ["recourse"], "example", "critical"],
  [50, "households", "banks", ["amortisation", "delay", "stimulus"], "example", "critical"],
  [51, "households", "unsaid", ["transfer"], "none", "critical"],
  [52, "unsaid", "unsaid", ["delay"], "claim", "approves"],
  [53, "households", "banks", ["recourse"], "none", "explains"],
  [54, "households", "banks", ["relay"], "example", "explains"],
  [55, "shared", "unsaid", ["transfer"], "none", "critical"],
  [56, "unsaid", "unsaid", [], "none", "other"],
  [57, "households", "unsaid", ["transfer"], "none", "critical"],
  [58, "households", "unsaid", ["recourse", "delay"], "example", "critical"],
  [59, "households", "institutions", ["transfer"], "none", "critical"],
  [60, "households", "banks", ["recourse"], "none", "critical"],
  [61, "shared", "institutions", ["transfer", "restructuring"], "none", "explains"],
  [62, "households", "society", ["inflation", "state-purchase"], "claim", "approves"],
  [63, "households", "unsaid", ["transfer"], "none", "critical"],
  [64, "households", "unsaid", ["recourse"], "none", "explains"],
  [65, "unsaid", "unsaid", [], "example", "other"],
  [66, "households", "one-holder", ["relay", "stimulus", "state-purchase"], "claim", "approves"],
  [67, "households", "unsaid", ["state-purchase", "inflation"], "example", "critical"],
  [68, "households", "institutions", ["transfer"], "none", "critical"],
  [69, "households", "banks", ["delay", "stimulus"], "example", "doubts"],
  [70, "households", "banks", ["amortisation", "relay", "stimulus"], "none", "critical"],
  [71, "unsaid", "unsaid", ["delay"], "none", "explains"],
  [72, "households", "one-holder", ["relay"], "example", "doubts"],
  [73, "unsaid", "unsaid", [], "none", "other"],
  [74, "unsaid", "unsaid", [], "none", "doubts"],
  [75, "households", "unsaid", ["recourse"], "claim", "critical"],
  [76, "unsaid", "unsaid", ["delay", "growth", "inflation"], "claim", "doubts"],
  [77, "shared", "banks", ["transfer"], "none", "critical"],
  [78, "households", "banks", ["relay", "stimulus"], "example", "explains"],
  [79, "unsaid", "households", [], "none", "explains"],
  [80, "households", "unsaid", ["narrative"], "none", "critical"],
  [81, "unsaid", "unsaid", [], "none", "doubts"],
  [82, "households", "banks", ["amortisation", "stimulus", "relief"], "example", "explains"],
  [83, "households", "institutions", ["transfer"], "example", "doubts"],
  [84, "households", "institutions", ["transfer", "relay"], "example", "explains"],
  [85, "households", "institutions", ["recourse", "relay"], "example", "critical"],
  [86, "shared", "banks", ["delay", "transfer"], "none", "explains"],
  [87, "households", "unsaid", ["recourse", "narrative"], "none", "critical"],
  [88, "households", "one-holder", ["relay"], "claim", "critical"],
  [89, "households", "unsaid", ["relay"], "example", "explains"],
  [90, "shared", "unsaid", ["transfer"], "none", "critical"],
  [91, "unsaid", "unsaid", ["delay"], "claim", "doubts"],
  [92, "households", "institutions", [], "none", "explains"],
  [93, "households", "banks", ["relay", "transfer"], "example", "explains"],
  [94, "households", "institutions", ["transfer"], "none", "critical"],
  [95, "households", "unsaid", ["transfer"], "none", "critical"],
  [96, "unsaid", "unsaid", [], "none", "other"],
  [97, "households", "unsaid", ["transfer"], "none", "critical"],
  [98, "households", "banks", ["relay"], "example", "critical"],
  [99, "unsaid", "institutions", ["transfer"], "none", "explains"],
  [100, "households", "banks", ["relay", "stimulus"], "example", "approves"],
  [101, "households", "developers", ["transfer", "delay", "recourse"], "none", "critical"],
  [102, "households", "unsaid", ["amortisation", "delay"], "example", "explains"],
  [103, "shared", "banks", ["transfer"], "none", "critical"],
  [104, "households", "banks", ["transfer", "recourse"], "none", "critical"],
  [105, "shared", "society", ["relay", "stimulus", "restructuring"], "claim", "approves"],
  [106, "nobody", "unsaid", ["delay", "growth", "relief"], "none", "doubts"],
  [107, "households", "banks", ["recourse", "narrative", "inflation"], "none", "critical"],
  [108, "households", "society", ["transfer", "recourse"], "none", "critical"],
  [109, "households", "unsaid", ["transfer"], "none", "critical"],
  [110, "households", "unsaid", [], "claim", "other"],
  [111, "households", "banks", ["recourse"], "example", "critical"],
  [112, "households", "unsaid", ["transfer"], "none", "critical"],
  [113, "households", "unsaid", ["relay"], "example", "doubts"],
  [114, "shared", "unsaid", ["transfer", "relay"], "none", "explains"],
  [115, "households", "society", ["recourse"], "none", "explains"],
  [116, "households", "banks", ["relay"], "example", "explains"],
  [117, "households", "unsaid", ["recourse"], "none", "explains"],
  [118, "households", "one-holder", ["relay", "stimulus", "delay"], "example", "explains"],
  [119, "unsaid", "unsaid", [], "none", "critical"],
  [120, "households", "one-holder", ["relay"], "example", "explains"],
  [121, "households", "institutions", ["transfer"], "none", "critical"],
  [122, "unsaid", "households", ["delay", "relay"], "none", "explains"],
  [123, "households", "banks", ["transfer"], "none", "explains"],
  [124, "households", "institutions", ["transfer"], "none", "critical"],
  [125, "unsaid", "unsaid", [], "none", "other"],
  [126, "households", "unsaid", ["inflation", "delay"], "example", "explains"],
  [127, "unsaid", "unsaid", [], "none", "other"],
  [128, "households", "one-holder", ["relay"], "example", "explains"],
  [129, "households", "one-holder", ["delay", "relay"], "example", "explains"],
  [130, "households", "unsaid", ["narrative"], "none", "doubts"],
  [131, "households", "society", ["recourse"], "none", "critical"],
  [132, "unsaid", "unsaid", ["inflation", "narrative"], "none", "doubts"],
  [133, "households", "unsaid", ["transfer"], "none", "critical"],
  [134, "nobody", "unsaid", ["inflation"], "claim", "doubts"],
  [135, "households", "unsaid", ["transfer", "recourse"], "claim", "critical"],
  [136, "households", "unsaid", ["transfer", "growth"], "claim", "explains"],
  [137, "unsaid", "unsaid", [], "none", "other"],
  [138, "households", "institutions", ["transfer"], "none", "critical"],
  [139, "unsaid", "banks", ["inflation", "relief"], "example", "approves"],
  [140, "households", "banks", ["recourse", "transfer"], "none", "critical"],
  [141, "unsaid", "unsaid", [], "none", "approves"],
  [142, "households", "society", ["delay", "relief"], "none", "approves"],
  [143, "households", "institutions", ["transfer", "narrative"], "none", "critical"],
  [144, "unsaid", "unsaid", [], "none", "other"],
  [145, "shared", "unsaid", ["transfer", "stimulus", "other"], "none", "proposes"],
  [146, "unsaid", "unsaid", [], "none", "other"],
  [147, "households", "unsaid", ["narrative"], "none", "doubts"],
  [148, "households", "institutions", ["transfer"], "none", "explains"],
];

/** Every answer of report 000, in the document's order. */
export const codedAnswers: readonly CodedAnswer[] = codes.map(([ordinal, soft, hard, mechanisms, number, stance]) => ({
  ordinal,
  soft,
  hard,
  mechanisms,
  number,
  stance,
}));

/** How many answers carry each code of one column, most frequent first. An answer with two mechanisms counts in both. */
export function answerCounts(
  column: Exclude<keyof CodedAnswer, "ordinal">,
): readonly (readonly [code: string, answers: number])[] {
  const counts = new Map<string, number>();
  for (const answer of codedAnswers) for (const code of [answer[column]].flat()) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
