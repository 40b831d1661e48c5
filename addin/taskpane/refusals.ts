/** When a function answers with an error, told from its definition: by cell error, in words. No page here. */
import {
  type Definition,
  type ErrorCode,
  type Language,
  type Parameter,
  type Problem,
  problems,
  type Text,
  wantedBy,
} from "soundings";

export interface ErrorReasons {
  readonly code: ErrorCode;
  readonly reasons: readonly string[];
}

/** Every error that the definition foresees, in the order of the arguments, then its own refusals. */
export function errorReasons(definition: Definition, language: Language): ErrorReasons[] {
  const found = [...definition.params.flatMap(ofParameter), ...definition.refusals.map((r) => [r.problem, r.when] as const)];
  const byCode = new Map<ErrorCode, string[]>();
  for (const [problem, when] of found) {
    const reasons = byCode.get(problems[problem]) ?? [];
    if (!reasons.includes(when[language])) reasons.push(when[language]);
    byCode.set(problems[problem], reasons);
  }
  return [...byCode].map(([code, reasons]) => ({ code, reasons }));
}

type Reason = readonly [Problem, Text];

function ofParameter(p: Parameter): Reason[] {
  const reasons: Reason[] = [];
  const { domain } = p;
  if (p.presence === "required") reasons.push(["missing-argument", { en: `${p.name} is missing`, zh: `缺少 ${p.name}` }]);
  reasons.push([p.shape === "choice" ? "unknown-choice" : "wrong-type", other(p, kindWanted(p))]);
  if ((domain.wholePercentBeyond ?? domain.wholePercentAbove) !== undefined) {
    reasons.push(["percent-as-whole-number", other(p, wantedBy(p, "percent-as-whole-number"))]);
  }
  if (domain.divides) reasons.push(["zero-denominator", { en: `${p.name} is 0`, zh: `${p.name} 为 0` }]);
  if (isBounded(p)) reasons.push(["out-of-range", other(p, wantedBy({ ...p, shape: "number" }))]);
  if (p.leastRows > 1) {
    reasons.push(["too-short", { en: `${p.name} has fewer than ${p.leastRows} rows`, zh: `${p.name} 少于 ${p.leastRows} 行` }]);
  }
  if (p.sameLengthAs !== undefined) {
    reasons.push([
      "length-mismatch",
      { en: `${p.name} has not as many rows as ${p.sameLengthAs}`, zh: `${p.name} 与 ${p.sameLengthAs} 行数不同` },
    ]);
  }
  return reasons;
}

function other(p: Parameter, wanted: Text): Text {
  return { en: `${p.name} is not ${wanted.en}`, zh: `${p.name} 不是${wanted.zh}` };
}

/** What kind of value an argument takes, its bounds left aside. */
function kindWanted(p: Parameter): Text {
  if (p.shape === "number") return { en: "a number", zh: "数字" };
  if (p.shape === "column") return { en: "a column of numbers", zh: "一列数字" };
  return wantedBy(p);
}

function isBounded({ domain }: Parameter): boolean {
  const { above, atLeast, below, atMost, whole } = domain;
  return [above, atLeast, below, atMost, whole].some((bound) => bound !== undefined);
}
