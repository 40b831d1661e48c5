/**
 * A heading taken apart: what the column means and in which unit its numbers are. The whole heading must be made of
 * known words; one unknown word, and the column is left alone rather than guessed.
 */
import { currencyWords, type HeadingUnit, type MoneyUnit, scaleWords, unitWords } from "./heading-units.js";
import { plain } from "./reading.js";
import {
  areaPriceWords,
  averageWords,
  fillers,
  type Meaning,
  type MeaningEntry,
  meanings,
  totalPriceWords,
} from "./vocabulary.js";

export interface Heading {
  readonly meaning: Meaning;
  readonly unit: HeadingUnit;
  /** For prices: of a square metre or of a whole home, if heading or unit says so. */
  readonly of?: "area" | "total";
}

interface Piece extends Partial<Heading> {
  readonly currency?: true;
  /** A multiple of the currency, which must be there too. */
  readonly scale?: MoneyUnit;
  /** Of an average, which an amount of money must not be: the lots' own amounts are wanted. */
  readonly average?: true;
}

/** Brackets, punctuation and spaces separate words and mean nothing themselves. */
const separators = /[\s()[\]{}<>【】〔〕〈〉《》「」:;,.、，。；：·•|/\\_"'“”‘’#*—–-]+/gu;

/** A text without case, width, spaces and punctuation: how headings and words in cells are compared. */
export function compact(text: string): string {
  return plain(text).toLowerCase().replace(separators, "");
}

const pieces = new Map<string, Piece>();
for (const [meaning, { words }] of Object.entries<MeaningEntry>(meanings)) {
  for (const word of words) pieces.set(compact(word), { meaning: meaning as Meaning });
}
for (const word of areaPriceWords) pieces.set(compact(word), { meaning: "price", of: "area" });
for (const word of totalPriceWords) pieces.set(compact(word), { meaning: "price", of: "total" });
for (const [unit, words] of unitWords) for (const word of words) addUnit(word, { unit });
for (const [scale, words] of scaleWords) for (const word of words) addUnit(word, { scale });
for (const word of currencyWords) addUnit(word, { currency: true });
for (const word of averageWords) pieces.set(word, { average: true });
for (const word of fillers) pieces.set(word, {});

/** 单位：亿元 is 亿元, and 单位 before anything else is unknown: a 单位价格 is a price per something. */
function addUnit(word: string, piece: Piece): void {
  for (const before of ["", "单位", "金额单位", "unit", "in"]) pieces.set(before + word, piece);
}

const longestPiece = Math.max(...[...pieces.keys()].map((word) => word.length));
/** A unit that stands by itself: "（万元）", "单位：亿元"; undefined for a text that is more than a unit, or none. */
export function readUnit(text: string): HeadingUnit | undefined {
  const words = compact(text);
  const piece = words.length <= longestHeading ? inPieces(words, {}, new Set(), (found) => found) : undefined;
  const unit = piece && piece.meaning === undefined && piece.of === undefined ? unitOf(piece) : undefined;
  return unit && Object.keys(unit).length > 0 ? unit : undefined;
}

/** Longer headings are sentences. */
const longestHeading = 60;

/**
 * What a heading says, if every word of it is known and they agree: "起始价（亿元）", "成交总价/万元", "start 起始价 亿元",
 * "Deal price (100m yuan)", "月租金 元/㎡".
 */
export function readHeading(text: string): Heading | undefined {
  const words = compact(text);
  return words.length <= longestHeading ? inPieces(words, {}, new Set(), finished) : undefined;
}

/** The longest known word first; where the rest cannot be read, a shorter one. `dead` are rests already found unreadable. */
function inPieces<Read>(
  rest: string,
  sofar: Piece,
  dead: Set<string>,
  finish: (piece: Piece) => Read | undefined,
): Read | undefined {
  if (rest === "") return finish(sofar);
  const state = `${rest}|${JSON.stringify(sofar)}`;
  if (dead.has(state)) return undefined;
  for (let length = Math.min(longestPiece, rest.length); length > 0; length--) {
    const piece = pieces.get(rest.slice(0, length));
    const both = piece && joined(sofar, piece);
    const found = both && inPieces(rest.slice(length), both, dead, finish);
    if (found) return found;
  }
  dead.add(state);
  return undefined;
}

/** Two pieces that agree, or nothing: "start 起始价" is one meaning, "起始价（亿元/万元）" two units. */
function joined(a: Piece, b: Piece): Piece | undefined {
  // 起始价（总价）says which of two amounts it is.
  if (isAmount(a.meaning) && b.of === "total") return a;
  if (a.meaning !== undefined && b.meaning !== undefined && a.meaning !== b.meaning) return undefined;
  if (a.of !== undefined && b.of !== undefined && a.of !== b.of) return undefined;
  if (a.scale !== undefined && b.scale !== undefined) return undefined;
  for (const [key, value] of Object.entries(b.unit ?? {})) {
    const other = a.unit?.[key as keyof HeadingUnit];
    if (other !== undefined && other !== value) return undefined;
  }
  return { ...a, ...b, unit: { ...a.unit, ...b.unit } };
}

function isAmount(meaning: Meaning | undefined): boolean {
  return meaning !== undefined && meanings[meaning].kind === "money";
}

/** The unit of all pieces together: the currency alone is 元, a multiple needs it. */
function unitOf({ unit = {}, currency, scale }: Piece): HeadingUnit | undefined {
  if (scale !== undefined) return currency && unit.money === undefined ? { ...unit, money: scale } : undefined;
  return currency && unit.money === undefined ? { ...unit, money: "元" } : unit;
}

function finished(piece: Piece): Heading | undefined {
  const { meaning, of } = piece;
  const unit = unitOf(piece);
  if (meaning === undefined || unit === undefined || (piece.average && isAmount(meaning))) return undefined;
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
