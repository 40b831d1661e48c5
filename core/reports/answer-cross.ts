/** Two codes of report 000's answers against each other, as a table of counts. */
import { type CodedAnswer, codedAnswers } from "./coded-answers.js";

type AnswerColumn = Exclude<keyof CodedAnswer, "ordinal">;

/** One row of the table: how many answers with its code carry each code of the other column. */
export interface AnswerCross {
  readonly code: string;
  readonly answers: number;
  /** Only codes that occur together with this one. */
  readonly with: Readonly<Record<string, number>>;
}

/** Answers by one column and, inside it, by another; most frequent first. An answer with two mechanisms counts in both. */
export function crossAnswers(by: AnswerColumn, inside: AnswerColumn): readonly AnswerCross[] {
  const rows = new Map<string, { answers: number; with: Record<string, number> }>();
  for (const answer of codedAnswers) {
    for (const code of [answer[by]].flat()) {
      const row = rows.get(code) ?? { answers: 0, with: {} };
      row.answers++;
      for (const other of [answer[inside]].flat()) row.with[other] = (row.with[other] ?? 0) + 1;
      rows.set(code, row);
    }
  }
  return [...rows].map(([code, row]) => ({ code, ...row })).sort((a, b) => b.answers - a.answers);
}
