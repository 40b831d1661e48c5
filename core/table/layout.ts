/**
 * Where in a pasted block the headings stand: below a title, in one line or two, with a line of units. Here: what stands
 * above the data. Not here: what a heading means (headings.ts), and what stands among and below the data (table.ts).
 */
import type { Block, BlockCell } from "../parameters.js";
import { type MoneyUnit, writtenUnit } from "./heading-units.js";
import { compact, readHeading, readUnit } from "./headings.js";
import { isBlankText, readNumber } from "./reading.js";

export interface LeftOutRow {
  /** Zero-based row of the block. */
  readonly at: number;
  /** The text by which it was known. */
  readonly label: string;
  readonly why: "title" | "headings" | "total" | "sum" | "remark";
}

export interface Layout {
  /** One per column; "" for none. Two lines are joined by a space. */
  readonly headings: readonly string[];
  /** Zero-based row of the block in which the data begin. */
  readonly dataFrom: number;
  /** Titles, and second lines of headings. */
  readonly leftOut: readonly LeftOutRow[];
  /** Of amounts whose heading has none, where a line above the headings says so: 单位：万元. */
  readonly unit?: MoneyUnit;
}

/** Blank as people and hosts leave it: Excel sends an empty cell as 0 on the desktop and as null on the web. */
export function isBlankCell(cell: BlockCell): boolean {
  return cell === undefined || cell === null || cell === 0 || (typeof cell === "string" && isBlankText(cell));
}

/** Rows in which headings are looked for. */
const mostTitleRows = 10;
/** A title has few cells, and headings are at least two that are known: no function can do with fewer. */
const leastHeadings = 2;
/** What may stand in a title's row besides the title. */
const titleNote =
  /^[(（【[]?((金额|货币)?单位|units?|日期|时间|数据|制表|来源|数据来源|source|as of)[^:：]*[:：]|^as of |^[\d年月日./-]+$/i;

/** The layout of a block. Where no row of known headings is found below titles, the first row is the headings, as it stands. */
export function layoutOf(cells: Block): Layout {
  const leftOut: LeftOutRow[] = [];
  for (let at = 0; at < Math.min(mostTitleRows, cells.length); at++) {
    const row = cells[at] ?? [];
    if (row.every(isBlankCell)) continue;
    if (isTitle(row)) {
      leftOut.push({ at, label: texts(row).find((text) => text !== "") ?? "", why: "title" });
      continue;
    }
    const found = headingsAt(cells, at);
    if (known(found.headings) < leastHeadings) break;
    const unit = leftOut.map(({ at: title }) => statedUnit(cells[title] ?? [])).find((money) => money !== undefined);
    return { ...found, leftOut: [...leftOut, ...found.leftOut], ...(unit && { unit }) };
  }
  return { headings: texts(cells[0] ?? []), dataFrom: 1, leftOut: [] };
}

/** One text at the left, or the same text all along (an unmerged title); a unit, date or source may stand beside it. */
function isTitle(row: readonly BlockCell[]): boolean {
  const filled = texts(row).filter((text) => text !== "");
  if (row.some((cell) => typeof cell === "number" && !isBlankCell(cell))) return false;
  const others = filled.filter((text) => !titleNote.test(text));
  if (others.length === 0) return true;
  if (others.every((text) => text === others[0])) return others.length > 1 || texts(row)[0] === others[0];
  return false;
}

function statedUnit(row: readonly BlockCell[]): MoneyUnit | undefined {
  for (const text of texts(row)) {
    const [, after = ""] = /(?:单位|unit)s?\s*[:：]\s*([^)）\]】]+)/i.exec(text) ?? [];
    const unit = readUnit(after);
    if (unit?.money && writtenUnit(unit) === unit.money) return unit.money;
  }
  return undefined;
}

/** Headings that begin in a row: of that row, or of it and the next, if that makes more of them understood. */
function headingsAt(cells: Block, at: number): Layout {
  const [upper, lower] = [texts(cells[at] ?? []), texts(cells[at + 1] ?? [])];
  const one = { headings: upper, dataFrom: at + 1, leftOut: [] };
  const below = cells[at + 1] ?? [];
  if (at + 1 >= cells.length || below.every(isBlankCell) || below.some(isNumber)) return one;
  const both = twoLines(upper, lower);
  const label = lower.find((text) => text !== "") ?? "";
  const two: Layout = { headings: both, dataFrom: at + 2, leftOut: [{ at: at + 1, label, why: "headings" }] };
  return score(both) > score(upper) ? two : one;
}

/** A cell that data have and headings have not. */
function isNumber(cell: BlockCell): boolean {
  if (typeof cell === "boolean") return true;
  return typeof cell === "number" ? !isBlankCell(cell) : typeof cell === "string" && readNumber(cell) !== undefined;
}

/** A heading over several columns stands in the first of them, as merged cells leave it. */
function twoLines(upper: readonly string[], lower: readonly string[]): string[] {
  let over = "";
  return upper.map((text, i) => {
    const under = lower[i] ?? "";
    if (text !== "") over = text;
    if (under === "") {
      over = text === "" ? "" : over;
      return text;
    }
    // 基本情况 over 城市 and 起始价 says nothing of either. Any other word may change what is below it: 上轮 over 起始价.
    return neutral.test(compact(over)) ? under : `${over} ${under}`.trim();
  });
}

const neutral = /^((地块|土地|宗地|基本|基础|出让|交易|成交|规划|项目)?(信息|情况|概况|指标|条件|要素))$/;

const known = (headings: readonly string[]) => headings.filter((heading) => readHeading(heading)).length;

/** Headings understood, and units too: a line of units makes no more headings, but says more. */
function score(headings: readonly string[]): number {
  return headings.reduce((sum, heading) => {
    const read = readHeading(heading);
    return read ? sum + 1 + Object.keys(read.unit).length : sum;
  }, 0);
}

function texts(row: readonly BlockCell[]): string[] {
  return row.map((cell) => (isBlankCell(cell) || typeof cell === "object" ? "" : String(cell).trim()));
}

/** The headings of a block, for messages about cells that are none: "" for a column without. */
export function headingsOfBlock(cells: readonly (readonly unknown[])[]): readonly string[] {
  return layoutOf(cells as Block).headings;
}
