/**
 * The columns of one selection as the arguments of a function: by its headings where it has some that are known, else
 * from left to right. Here: which column goes where, and its address. Not here: the page, which shows all of it.
 */
import { parseA1Ref, stringifyA1Ref } from "@borgar/fx";
import { type Definition, isBlankText, type Parameter, readFlag, readHeading, readNumber } from "soundings";
import type { SelectedRange } from "./host.js";
import { rowsIn } from "./picked.js";

/** A column of the selection, below its heading. */
export interface PickedColumn extends SelectedRange {
  /** "" where the selection has none. */
  readonly heading: string;
}

export interface Filling {
  readonly by: "headings" | "order";
  readonly taken: readonly { readonly argument: string; readonly column: PickedColumn }[];
  /** Columns that stand for no argument. */
  readonly unused: readonly PickedColumn[];
}

/** Why a selection is not spread over the arguments. */
export type NoFilling = { readonly problem: "one-column" } | { readonly problem: "mixed-units"; readonly headings: string[] };

/** Arguments that a column of a selection can stand for: every one of a single row, otherwise those that take columns. */
export function fillable({ params }: Pick<Definition, "params">, rows: number): Parameter[] {
  const isColumn = ({ shape }: Parameter) => shape === "column" || shape === "flags";
  const single = params.filter(({ shape }) => shape !== "block");
  return rows === 1 || !single.some(isColumn) ? single : single.filter(isColumn);
}

export function fillingOf(definition: Pick<Definition, "params">, selected: SelectedRange): Filling | NoFilling {
  const columns = columnsOf(selected);
  if (columns.length < 2) return { problem: "one-column" };
  const params = fillable(definition, rowsIn(columns[0]?.values ?? []));
  const named = byHeadings(params, columns);
  const money = named.filter(({ param }) => param.unit === "money").map(({ column }) => column.heading);
  if (new Set(money.map(moneyOf)).size > 1) return { problem: "mixed-units", headings: money };
  const pairs = named.length > 0 ? named : params.flatMap((param, i) => (columns[i] ? [{ param, column: columns[i] }] : []));
  return {
    by: named.length > 0 ? "headings" : "order",
    taken: pairs.map(({ param, column }) => ({ argument: param.name, column })),
    unused: columns.filter((column) => !pairs.some((pair) => pair.column === column)),
  };
}

interface Pair {
  readonly param: Parameter;
  readonly column: PickedColumn;
}

/** For each argument the first column whose heading means it. */
function byHeadings(params: readonly Parameter[], columns: readonly PickedColumn[]): Pair[] {
  return params.flatMap((param) => {
    const column = columns.find(({ heading }) => heading !== "" && means(heading, param));
    return column ? [{ param, column }] : [];
  });
}

/** Whether a heading is an argument's name or label, or one of the words for lots that the table functions know. */
function means(heading: string, { name, label }: Parameter): boolean {
  const [whole, bare] = [fold(heading), fold(heading.replace(/[(（[【].*$/, ""))];
  if ([name, label.en, label.zh].map(fold).some((word) => word === whole || word === bare)) return true;
  const meaning = readHeading(heading)?.meaning;
  // Of prices and rents it matters of what and for how long, which a heading seldom says.
  if (meaning === undefined || meaning === "price" || meaning === "rent") return false;
  return (meaning === "government" ? "gov_controlled" : meaning) === name;
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[\s_]/g, "");
}

/** The unit of money that a heading states: "亿元" of "起始价（亿元）"; what stands in brackets where it is not known. */
function moneyOf(heading: string): string {
  return readHeading(heading)?.unit.money ?? fold(/[(（[【](.*?)[)）\]】]/.exec(heading)?.[1] ?? "");
}

/** The selection's columns without its headings, each with an address of its own. */
function columnsOf({ address, values }: SelectedRange): PickedColumn[] {
  const parsed = parseA1Ref(address);
  if (parsed === undefined || !("range" in parsed)) return [];
  const { top, left, bottom } = parsed.range;
  const [headings = []] = values;
  const skip = hasHeadings(values) ? 1 : 0;
  const isOpen = top === null;
  // A whole column cannot leave out its heading: it is taken from below that, down to the last row that holds something.
  const used = isOpen ? heldRows(values) : values.length;
  const isWhole = isOpen && skip === 0;
  const rows = isWhole
    ? { top: null, bottom: null }
    : { top: (top ?? 0) + skip, bottom: isOpen ? used - 1 : (bottom ?? top ?? 0) };
  return headings.map((heading, i) => {
    const column = (left ?? 0) + i;
    return {
      address: stringifyA1Ref({ context: parsed.context ?? [], range: { ...rows, left: column, right: column } }),
      // Whole columns keep their length, by which they are known.
      values: isWhole ? values.map((row) => [row[i]]) : values.slice(skip, used).map((row) => [row[i]]),
      heading: skip === 1 ? String(heading ?? "").trim() : "",
    };
  });
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && isBlankText(cell));
}

function heldRows(values: readonly unknown[][]): number {
  let rows = rowsIn(values);
  while (rows > 0 && values[rows - 1]?.every(isBlank)) rows--;
  return rows;
}

/** Words above something that is not all words. */
function hasHeadings(values: readonly unknown[][]): boolean {
  const isWord = (cell: unknown) => typeof cell === "string" && readNumber(cell) === undefined && readFlag(cell) === undefined;
  const words = (values[0] ?? []).filter((cell) => !isBlank(cell));
  const isOther = (cell: unknown) => !isBlank(cell) && !isWord(cell);
  return words.length > 0 && words.every(isWord) && values.some((row, i) => i > 0 && row.some(isOther));
}
