/**
 * What can be wrong with an argument: one error class and its closed list of problems.
 * Here: problems, and their words in English and Chinese. Not here: which cell error a problem becomes in a
 * given host (`code` below is the catalogue's own; addin/cells.ts maps hosts).
 */

/** Languages that every message, help text and label exists in. */
export type Language = "en" | "zh";

/** A text in every language. */
export type Text = Readonly<Record<Language, string>>;

/** Cell error codes, as spreadsheets write them. */
export type ErrorCode = "#VALUE!" | "#NUM!" | "#DIV/0!" | "#N/A";

/** The closed list of problems, each with the cell error it stands for. */
export const problems = {
  "wrong-type": "#VALUE!",
  "unknown-choice": "#VALUE!",
  "unknown-argument": "#VALUE!",
  "missing-argument": "#VALUE!",
  "ambiguous-column": "#VALUE!",
  "length-mismatch": "#VALUE!",
  "too-short": "#VALUE!",
  "percent-as-whole-number": "#VALUE!",
  "out-of-range": "#NUM!",
  "no-finite-value": "#NUM!",
  "zero-denominator": "#DIV/0!",
  "not-in-table": "#N/A",
  never: "#N/A",
} as const satisfies Record<string, ErrorCode>;

export type Problem = keyof typeof problems;

export interface InputErrorDetails {
  readonly problem: Problem;
  /** Catalogue id of the function that refuses, for example "HPI". */
  readonly fn: string;
  /** Public name of the argument, as in the catalogue ("start"). */
  readonly argument?: string;
  /** Zero-based item of a column argument, or row of a block. Messages count from 1. */
  readonly at?: number;
  /** Heading of the column of a block, as it stands there. */
  readonly column?: string;
  /** What was seen and what was wanted, as the end of a sentence. */
  readonly seen: Text;
  readonly wanted: Text;
}

/** An argument that core refuses. Anything else that core throws is a bug. */
export class InputError extends Error {
  readonly problem: Problem;
  readonly code: ErrorCode;
  readonly fn: string;
  readonly argument: string | undefined;
  readonly at: number | undefined;
  readonly column: string | undefined;
  readonly seen: Text;
  readonly wanted: Text;

  constructor(details: InputErrorDetails) {
    super(sentence(details, "en"));
    this.name = "InputError";
    this.problem = details.problem;
    this.code = problems[details.problem];
    this.fn = details.fn;
    this.argument = details.argument;
    this.at = details.at;
    this.column = details.column;
    this.seen = details.seen;
    this.wanted = details.wanted;
  }

  /** The whole message in one language: function, argument, position, seen, wanted. */
  in(language: Language): string {
    return sentence(this, language);
  }
}

type Sentence = Pick<InputErrorDetails, "fn" | "seen" | "wanted"> & {
  readonly [Place in "argument" | "at" | "column"]?: InputErrorDetails[Place] | undefined;
};

function sentence(d: Sentence, language: Language): string {
  const { en, zh } = place(d);
  if (language === "en")
    return `${d.fn}: ${d.argument === undefined ? "" : `${d.argument}${en} `}${d.seen.en}; expected ${d.wanted.en}`;
  return `${d.fn}：${d.argument === undefined ? "" : `参数 ${d.argument} ${zh}`}${d.seen.zh}；应为 ${d.wanted.zh}`;
}

/** Where in an argument: an item of a column, or a row of a block, whose first row is its headings. */
function place({ at, column }: Sentence): Text {
  const item = at === undefined ? undefined : at + 1;
  if (column === undefined) return item === undefined ? same("") : { en: `, item ${item},`, zh: `第 ${item} 项` };
  return item === undefined
    ? { en: `, column "${column}",`, zh: `“${column}”列` }
    : { en: `, column "${column}", row ${item},`, zh: `“${column}”列第 ${item} 行` };
}

/** The same words in every language: for numbers, codes and names. */
export function same(words: string): Text {
  return { en: words, zh: words };
}

/** "is 12" for a value as it was seen; texts are quoted and cut, so that a message stays one line. */
export function isValue(value: unknown): Text {
  const shown = showValue(value);
  return { en: `is ${shown}`, zh: `是 ${shown}` };
}

function showValue(value: unknown): string {
  if (typeof value === "string") return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (typeof value === "number" || typeof value === "boolean")
    return String(value).toUpperCase() === "NAN" ? "NaN" : String(value);
  if (value === null || value === undefined) return "blank";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return `a ${typeof value}`;
}

/** The candidate nearest in spelling, if one is near enough to be worth suggesting. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
