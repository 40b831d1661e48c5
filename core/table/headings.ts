/**
 * A heading taken apart: what the column means and in which unit its numbers are. The whole heading must be made of
 * known words; one unknown word, and the column is left alone rather than guessed.
 */
import { type HeadingUnit, unitWords } from "./heading-units.js";
import { plain } from "./reading.js";
import { areaPriceWords, fillers, type Meaning, type MeaningEntry, meanings, totalPriceWords } from "./vocabulary.js";

export interface Heading {
  readonly meaning: Meaning;
  readonly unit: HeadingUnit;
  /** For prices: of a square metre or of a whole home, if heading or unit says so. */
  readonly of?: "area" | "total";
}

type Piece = Partial<Heading>;

/** Brackets, punctuation and spaces separate words and mean nothing themselves. */
const separators = /[\s()[\]{}<>【】〔〕〈〉《》「」:;,.、，。；：·•|/\\_"'“”‘’#*—–-]+/gu;

/** A text without case, width, spaces and punctuation: how headings and words in cells are compared. */
export function compact(text: string): string {
  return plain(text).toLowerCase().replace(separators, "");
}

const pieces = new Map<string, Piece>();
for (const [meaning, { words }] of Object.entries<MeaningEntry>(meanings)) {
  for (const word of words) pieces.set(word, { meaning: meaning as Meaning });
}
for (const word of areaPriceWords) pieces.set(word, { meaning: "price", of: "area" });
for (const word of totalPriceWords) pieces.set(word, { meaning: "price", of: "total" });
for (const [unit, words] of unitWords) for (const word of words) pieces.set(word, { unit });
for (const word of fillers) pieces.set(word, {});

const longestPiece = Math.max(...[...pieces.keys()].map((word) => word.length));
/** Longer headings are sentences. */
const longestHeading = 60;

/**
 * What a heading says, if every word of it is known and they agree: "起始价（亿元）", "成交总价/万元", "start 起始价 亿元",
 * "Deal price (100m yuan)", "月租金 元/㎡".
 */
export function readHeading(text: string): Heading | undefined {
  const words = compact(text);
  return words.length <= longestHeading ? inPieces(words, {}, new Set()) : undefined;
}

/** The longest known word first; where the rest cannot be read, a shorter one. `dead` are rests already found unreadable. */
function inPieces(rest: string, sofar: Piece, dead: Set<string>): Heading | undefined {
  if (rest === "") return finished(sofar);
  const state = `${rest}|${JSON.stringify(sofar)}`;
  if (dead.has(state)) return undefined;
  for (let length = Math.min(longestPiece, rest.length); length > 0; length--) {
    const piece = pieces.get(rest.slice(0, length));
    const both = piece && joined(sofar, piece);
    const found = both && inPieces(rest.slice(length), both, dead);
    if (found) return found;
  }
  dead.add(state);
  return undefined;
}

/** Two pieces that agree, or nothing: "start 起始价" is one meaning, "起始价（亿元/万元）" two units. */
function joined(a: Piece, b: Piece): Piece | undefined {
  if (a.meaning !== undefined && b.meaning !== undefined && a.meaning !== b.meaning) return undefined;
  if (a.of !== undefined && b.of !== undefined && a.of !== b.of) return undefined;
  for (const [key, value] of Object.entries(b.unit ?? {})) {
    const other = a.unit?.[key as keyof HeadingUnit];
    if (other !== undefined && other !== value) return undefined;
  }
  return { ...a, ...b, unit: { ...a.unit, ...b.unit } };
}

function finished({ meaning, unit = {}, of }: Piece): Heading | undefined {
  if (meaning === undefined) return undefined;
  // An amount per square metre is a unit price, whatever amount it is.
  if (unit.perArea && (meaning === "deal" || meaning === "start")) return { meaning: "price", unit, of: "area" };
  const priceOf = of ?? (meaning === "price" ? priceOfUnit(unit) : undefined);
  return fits(meanings[meaning].kind, unit, priceOf) ? { meaning, unit, ...(priceOf && { of: priceOf }) } : undefined;
}

function priceOfUnit({ money, perArea }: HeadingUnit): Heading["of"] {
  if (perArea) return "area";
  return money === undefined ? undefined : "total";
}

/** Whether a column of this kind can be in this unit: no city is in 万元, no price in %. */
function fits(kind: MeaningEntry["kind"], { money, perArea, period, percent }: HeadingUnit, of: Heading["of"]): boolean {
  switch (kind) {
    case "money":
      return !perArea && !period && !percent;
    case "share":
      return !money && !perArea && !period;
    case "price":
      return !period && !percent && !(perArea && of === "total");
    case "rent":
      return !percent;
    default:
      return !money && !perArea && !period && !percent;
  }
}
