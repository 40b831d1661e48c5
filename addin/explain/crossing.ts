/** What it would take to cross the next threshold: the edge, the way to it, and what is then so. Here: the words. */
import { type Definition, type Ladder, type Language, placeOn, type Text, tolerance, type Unit } from "soundings";
import { inUnit } from "./numbers.js";

/** A number that moves to an edge. */
export interface Crossing {
  readonly what: Text;
  readonly unit: Unit;
  /** Name of the argument that moves; none where the call works the number out. */
  readonly argument?: string | undefined;
  /** Where the number is; none where the call does not know it. */
  readonly now?: number | undefined;
  readonly at: number;
  /** How the number stands to the edge once it is across. */
  readonly across: "≥" | ">" | "≤" | "<" | "=";
  readonly becomes: Text;
  /** What the way there comes to in other terms, given its length. */
  readonly worth?: ((distance: number) => Text) | undefined;
}

/** A yes or no that turns. */
export interface Turn {
  readonly what: Text;
  readonly argument: string;
  readonly at: boolean;
  readonly becomes: Text;
}

export type Threshold = Crossing | Turn;

export const isTurn = (threshold: Threshold): threshold is Turn => typeof threshold.at === "boolean";

/** "index score ≥ 40 (0.1 points more) → mid-low". Rounded so that the stated number is across. */
export function written(threshold: Threshold, language: Language): string {
  const [what, becomes] = [threshold.what[language], threshold.becomes[language]];
  if (isTurn(threshold)) return `${what} = ${inUnit(threshold.at, "yes-no")} → ${becomes}`;
  const { unit, now, at, across, worth } = threshold;
  const isUp = across === "≥" || across === ">" || (across === "=" && at > (now ?? at));
  const toward = across === "=" ? undefined : isUp ? "up" : "down";
  const distance = Math.abs(at - (now ?? at));
  const inFull = isShort(at) || across === "=" ? Math.abs(at) * 1e-13 : distance;
  const edge = inUnit(at, unit, { apart: inFull, toward });
  const way = now === undefined ? "" : bracketed(wayTo(at - now, isUp, unit, language, worth), language);
  return `${what} ${across} ${edge}${way} → ${becomes}`;
}

/** Whether a number was typed rather than worked out: it is written in full. */
const isShort = (value: number) => Number(value.toPrecision(10)) === Number(value.toPrecision(15));

function wayTo(by: number, isUp: boolean, unit: Unit, language: Language, worth: Crossing["worth"]): string {
  const distance = Math.abs(by);
  // Within the noise of a comparison a number may stand past an edge that it has not crossed.
  if (distance <= tolerance || isUp !== by > 0) return { en: "it is just there", zh: "现恰在此" }[language];
  const size = inUnit(distance, unit, { toward: "up", apart: distance }).replace(" %", { en: " pp", zh: " 个百分点" }[language]);
  const length = unit === "points" ? `${size}${{ en: " points", zh: " 分" }[language]}` : size;
  const way = { en: `${length} ${isUp ? "more" : "less"}`, zh: `再${isUp ? "升" : "降"} ${length}` }[language];
  const inOtherTerms = worth?.(distance)[language];
  return inOtherTerms === undefined ? way : `${way}${{ en: "; ", zh: "；" }[language]}${inOtherTerms}`;
}

const bracketed = (text: string, language: Language) => ({ en: ` (${text})`, zh: `（${text}）` })[language];

/** A number of the call: an argument by its own name and unit, or one that the call works out. */
export type Mover = Pick<Crossing, "what" | "unit" | "argument" | "now" | "worth">;

/** The argument of a definition as a number that moves. */
export function argument({ params }: Definition, name: string, now: number | undefined): Mover {
  const p = params.find((param) => param.name === name);
  if (p === undefined) throw new TypeError(`there is no argument ${name}`);
  return { what: p.label, unit: p.unit, argument: name, now };
}

/** The classes beside a value's own, each with the way to it. */
export function neighbours<Class>(mover: Mover & { readonly now: number }, ladder: Ladder<Class>, name: (own: Class) => Text) {
  const { up, down } = placeOn(mover.now, ladder);
  const crossings: Crossing[] = [];
  if (up) crossings.push({ ...mover, at: up.at, across: up.opens === "from" ? "≥" : ">", becomes: name(up.to) });
  if (down) crossings.push({ ...mover, at: down.at, across: down.opens === "from" ? "<" : "≤", becomes: name(down.to) });
  return crossings;
}

/** The same for an argument that the ladder's value is worked out from. */
export function through(crossing: Crossing, mover: Mover, at: number, { falls }: { readonly falls: boolean }): Crossing {
  const mirrored = { "≥": "≤", ">": "<", "≤": "≥", "<": ">", "=": "=" } as const;
  return { ...mover, at, across: falls ? mirrored[crossing.across] : crossing.across, becomes: crossing.becomes };
}

/** "40 ≤ 64.9 < 65": a value between the edges of its class, with digits enough to tell them apart. */
export function between<Class>(value: number, ladder: Ladder<Class>, unit: Unit): string {
  const { up, down } = placeOn(value, ladder);
  const distances = [up, down].map((edge) => (edge ? Math.abs(edge.at - value) : Number.POSITIVE_INFINITY));
  const apart = Math.min(...distances.filter((distance) => distance > tolerance));
  const write = (number: number) => inUnit(number, unit, { apart: Number.isFinite(apart) ? apart : 0 });
  // What is as good as an edge is written as that.
  const edge = [up, down][distances.findIndex((distance) => distance <= tolerance)];
  const below = down ? `${write(down.at)} ${down.opens === "from" ? "≤" : "<"} ` : "";
  const above = up ? ` ${up.opens === "from" ? "<" : "≤"} ${write(up.at)}` : "";
  return `${below}${write(edge?.at ?? value)}${above}`;
}

/** Whether an argument may stand across the edge at all: no price is below 0. */
export function reachable(threshold: Threshold, { params }: Definition): boolean {
  const domain = params.find((p) => p.name === threshold.argument)?.domain;
  if (domain === undefined || isTurn(threshold)) return true;
  const { at, across } = threshold;
  const size = domain.wholePercentBeyond ?? Number.POSITIVE_INFINITY;
  const low = domain.above ?? domain.atLeast ?? -size;
  const high = domain.below ?? domain.atMost ?? domain.wholePercentAbove ?? size;
  const isDown = across === "<" || across === "≤";
  if (isDown) return at > low || (at === low && across === "≤" && domain.above === undefined);
  return at < high || (at === high && across !== ">" && domain.below === undefined);
}
