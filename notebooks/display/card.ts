/** card(): a handful of labelled values. */
import type { Displayable } from "./bundle.js";
import { type GridColumn, showGrid, sourceLine } from "./grid.js";
import { formatValue, formatWithUnit, type NumberStyle } from "./number.js";
import { inLanguage, type Words } from "./words.js";

export interface CardRow {
  readonly label: Words;
  /** Number, text, yes or no; null or undefined is shown as "no data". */
  readonly value: unknown;
  readonly unit?: string;
  readonly digits?: number;
  /** Date, source or quality of the value. */
  readonly note?: Words;
}

export interface CardOptions {
  readonly source?: Words;
}

function valueWords({ value, unit, digits }: CardRow): Words {
  if (typeof value !== "number") return formatValue(value);
  const style: NumberStyle = { ...(unit === undefined ? {} : { unit }), ...(digits === undefined ? {} : { digits }) };
  return { en: formatWithUnit(value, style, "en"), zh: formatWithUnit(value, style, "zh") };
}

/** `{ hpi: 39.9 }` as one row; `{ hpi: { value: 39.9, unit: "points" } }` is written as a list of rows instead. */
function rowsOf(rows: readonly CardRow[] | Readonly<Record<string, unknown>>): readonly CardRow[] {
  if (Array.isArray(rows)) return rows;
  return Object.entries(rows).map(([label, value]) => ({ label, value }));
}

const label: GridColumn = { head: "", unit: "", align: "left", isRowHead: true };
const value: GridColumn = { head: "", unit: "", align: "right", isRowHead: false };
const note: GridColumn = { head: "", unit: "", align: "left", isRowHead: false };

/** A card with one line per value: a list of rows, or an object such as a function of the catalogue returns. */
export function card(
  title: Words,
  rows: readonly CardRow[] | Readonly<Record<string, unknown>>,
  options: CardOptions = {},
): Displayable {
  const list = rowsOf(rows);
  const hasNotes = list.some((row) => row.note !== undefined);
  return showGrid({
    kind: "snd-card",
    caption: title,
    hasHead: false,
    columns: hasNotes ? [label, value, note] : [label, value],
    rows: list.map((row) => [row.label, sameOrBoth(valueWords(row)), row.note ?? ""]),
    foot: options.source === undefined ? [] : [sourceLine(options.source)],
  });
}

/** One string where both languages read the same. */
function sameOrBoth(words: Words): Words {
  const [en, zh] = [inLanguage(words, "en"), inLanguage(words, "zh")];
  return en === zh ? en : words;
}
