/** What is told of one call beyond its formula: parts, thresholds, a chart. Types, and the call that tellers read. */
import {
  type Definition,
  findDefinition,
  InputError,
  type Language,
  type Result,
  type Scalar,
  type Text,
  type Unit,
} from "soundings";
import { isList } from "../formula.js";
import { argument, type Crossing, type Mover, type Threshold, type Turn } from "./crossing.js";
import type { Figure } from "./figure.js";

type Named = Readonly<Record<string, unknown>>;

/** A call whose answer is known. Tellers restate its parts; whatever is computed is computed by core. */
export class Call {
  readonly definition: Definition;
  readonly answer: Result;
  readonly language: Language;
  readonly #args: Named;

  constructor(definition: Definition, given: Named, answer: Result, language: Language) {
    this.definition = definition;
    this.answer = answer;
    this.language = language;
    const defaults = definition.params.flatMap((p) => (p.presence === "defaulted" ? [[p.name, p.default]] : []));
    const present = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
    this.#args = Object.fromEntries([...defaults, ...present]);
  }

  /** An argument that the call has, given or by default. */
  number(name: string): number {
    const value = this.#args[name];
    if (typeof value !== "number") throw new TypeError(`${this.definition.id} was not given the number ${name}`);
    return value;
  }

  /** A yes or no; 1 and 0 are taken for it. */
  flag(name: string): boolean {
    return Boolean(this.#args[name]);
  }

  has(name: string): boolean {
    return this.#args[name] !== undefined;
  }

  /** A blank row is 0. */
  column(name: string): number[] {
    const value = this.#args[name];
    return isList(value) ? Array.from(value, (row) => Number(row ?? 0)) : [];
  }

  value(name: string): unknown {
    return this.#args[name];
  }

  /** A field of this call's own card or table summary. */
  field(name: string): Scalar {
    return fieldOf(this.answer, name);
  }

  /** The rows of this call's own table. */
  rows(): readonly (readonly Scalar[])[] {
    return (this.answer as unknown as { readonly rows: readonly (readonly Scalar[])[] }).rows;
  }

  /** Another function's answer on some of this call's arguments; undefined where that is refused. */
  ask(id: string, args: Named): Result | undefined {
    try {
      return findDefinition(id)?.evaluate(args);
    } catch (error) {
      if (error instanceof InputError) return undefined;
      throw error;
    }
  }

  /** This call's own answer, were some arguments others. */
  ifInstead(args: Named): Result | undefined {
    return this.ask(this.definition.id, { ...this.#args, ...args });
  }

  /** The arguments of this call that another function takes by the same names. */
  sharedWith(id: string): Record<string, unknown> {
    const names = findDefinition(id)?.params.map((p) => p.name) ?? [];
    return Object.fromEntries(names.filter((name) => this.has(name)).map((name) => [name, this.#args[name]]));
  }

  /** As `ask`, for an answer that is one number. */
  askNumber(id: string, args: Named): number | undefined {
    const answer = this.ask(id, args);
    return typeof answer === "number" ? answer : undefined;
  }

  /** An argument as a number that may move to an edge. */
  mover(name: string): Mover & { readonly now: number } {
    const now = this.number(name);
    return { ...argument(this.definition, name, now), now };
  }

  /** The edge of an argument. */
  crossing(name: string, across: Crossing["across"], at: number, becomes: Text): Crossing {
    return { ...this.mover(name), across, at, becomes };
  }

  /** A yes or no turned round. */
  turn(name: string, becomes: Text): Turn {
    const { what } = argument(this.definition, name, undefined);
    return { what, argument: name, at: !this.flag(name), becomes };
  }
}

export function fieldOf(card: Result | undefined, name: string): Scalar {
  const value = (card as Readonly<Record<string, Scalar>> | undefined)?.[name];
  if (value === undefined) throw new TypeError(`the answer has no field ${name}`);
  return value;
}

export interface Part {
  readonly text: Text;
  /** The arithmetic with the call's own numbers. */
  readonly formula: string;
  readonly value: Scalar;
  readonly unit: Unit;
}

export interface Story {
  readonly parts?: readonly (Part | false | undefined)[];
  /** The last step with numbers, where the definition's own formula would be filled in wrongly or at too great length. */
  readonly formula?: string;
  /** What it would take to cross the next thresholds. */
  readonly thresholds?: readonly (Threshold | false | undefined)[];
  readonly chart?: Chart | undefined;
  /** What each column of a block was read as: the answer of READ_AS. */
  readonly reading?: Result | undefined;
}

export interface Chart {
  /** What the chart shows, for those who do not see it. */
  readonly label: Text;
  readonly figure: (language: Language) => Figure;
}

export type Teller = (call: Call) => Story;
