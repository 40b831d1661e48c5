/**
 * Why a call answers what it answers: its arithmetic step by step with its own numbers, the next threshold, a chart,
 * the passage and the errata. Pure: no page, no sheet. What is special about a function is in the tellers.
 */
import {
  citation,
  type Definition,
  type Erratum,
  type ErrorCode,
  errataTouching,
  InputError,
  type Language,
  type Result,
  type Text,
  type Unit,
} from "soundings";
import { isList } from "../formula.js";
import { bottomTellers } from "./bottom.js";
import { costTellers } from "./cost.js";
import { reachable, type Threshold, written } from "./crossing.js";
import { landTellers } from "./land.js";
import { landingTellers } from "./landing.js";
import { lookupTellers } from "./lookups.js";
import { asLine, inUnit, term, terms } from "./numbers.js";
import { Call, type Chart, type Part, type Story, type Teller } from "./story.js";
import { tableTellers } from "./tables.js";

export interface ReadArgument {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Left out in the call: the value is the default. */
  readonly isDefault: boolean;
}

export interface Step {
  readonly text: string;
  /** Empty where the parts before say it all. */
  readonly formula: string;
  /** Unrounded. The last step's is the function's answer. */
  readonly value: Result;
  readonly unit: Unit;
}

export interface Explanation {
  readonly definition: Definition;
  readonly args: readonly ReadArgument[];
  /** None for a call that is refused. */
  readonly steps: readonly Step[];
  readonly refusal?: { readonly code: ErrorCode; readonly message: string };
  readonly thresholds: readonly { readonly text: string; readonly threshold: Threshold }[];
  readonly chart?: Chart;
  /** What each column of a block was read as: the answer of READ_AS. */
  readonly reading?: Result;
  readonly source: string;
  readonly errata: readonly Erratum[];
}

type Named = Readonly<Record<string, unknown>>;

const tellers: Readonly<Record<string, Teller>> = {
  ...landTellers,
  ...costTellers,
  ...bottomTellers,
  ...landingTellers,
  ...tableTellers,
  ...lookupTellers,
};

const answerText: Text = { en: "answer", zh: "结果" };

/**
 * Explain a call given by public argument names.
 * A refused call is explained too: what it was given and why it is refused.
 */
export function explain(definition: Definition, named: Named, language: Language): Explanation {
  const told = {
    definition,
    args: argumentsOf(definition, named, language),
    source: citation(definition)[language],
    errata: errataTouching(definition.id),
  };
  let answer: Result;
  try {
    answer = definition.evaluate(named);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...told, steps: [], thresholds: [], refusal: { code: error.code, message: error.in(language) } };
  }
  const story = tellers[definition.id]?.(new Call(definition, named, answer, language)) ?? {};
  return {
    ...told,
    steps: [...partsOf(story, language), lastStep(definition, named, answer, story, language)],
    thresholds: (story.thresholds ?? [])
      .filter((threshold) => typeof threshold === "object")
      .filter((threshold) => reachable(threshold, definition))
      .map((threshold) => ({ threshold, text: written(threshold, language) })),
    ...(story.reading !== undefined && { reading: story.reading }),
    ...(story.chart && { chart: story.chart }),
  };
}

function partsOf({ parts = [] }: Story, language: Language): Step[] {
  return parts
    .filter((part): part is Part => typeof part === "object")
    .map(({ text, formula, value, unit }) => ({ text: text[language], formula, value, unit }));
}

function lastStep({ returns, ...definition }: Definition, named: Named, answer: Result, story: Story, language: Language): Step {
  const text = returns.shape === "scalar" ? returns.label : answerText;
  const unit = returns.shape === "scalar" ? returns.unit : "none";
  return { text: text[language], formula: story.formula ?? filledIn(definition, named), value: answer, unit };
}

/** The definition's formula with the call's numbers in place of the arguments' names. */
export function filledIn({ formula, params }: Pick<Definition, "formula" | "params">, named: Named): string {
  return formula.en.replace(/[a-z][a-z_]*/g, (word) => {
    const p = params.find(({ name }) => name === word);
    const value = p && (named[word] ?? (p.presence === "defaulted" ? p.default : undefined));
    if (p?.shape === "column" && isList(value)) return terms(value, (row) => term(row ?? 0, p.unit), ", ");
    if (typeof value === "boolean") return inUnit(value, "yes-no");
    return p && typeof value === "number" ? term(value, p.unit) : word;
  });
}

function argumentsOf({ params }: Definition, named: Named, language: Language): ReadArgument[] {
  return params.flatMap((p) => {
    const given = named[p.name] ?? undefined;
    if (given === undefined && p.presence !== "defaulted") return [];
    const value = given ?? (p.presence === "defaulted" ? p.default : undefined);
    const written = p.shape === "block" && isList(value) ? blockLine(value) : asLine(value, p.unit);
    return [{ name: p.name, label: p.label[language], value: written, isDefault: given === undefined }];
  });
}

/** A block by its headings. */
function blockLine(rows: ArrayLike<unknown>): string {
  const [headings] = Array.from(rows);
  const columns = isList(headings) ? Array.from(headings, String) : [];
  return `${columns.join(" | ")} (× ${Math.max(0, rows.length - 1)})`;
}
