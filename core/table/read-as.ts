/** What the table functions make of a pasted block, column by column, before they compute anything: READ_AS. */
import { define } from "../definition.js";
import { type Block, type BlockCell, block, check } from "../parameters.js";
import { project } from "../sources.js";
import { filledDown } from "./groups.js";
import { converted, type MoneyUnit, writtenUnit } from "./heading-units.js";
import type { Heading } from "./headings.js";
import type { LeftOutRow } from "./layout.js";
import { moneyUnit } from "./lots.js";
import { cellAt, type Table, type TableColumn, tableOf } from "./table.js";
import { type Doubt, withoutSums } from "./totals.js";
import { answerIn, failedIn, isNone, outcomeIn, readableNumber } from "./values.js";
import { type Kind, type Meaning, meanings } from "./vocabulary.js";

const params = [
  block("block", {
    label: { en: "table", zh: "表格" },
    help: {
      en: "The block that you give to HPI_TABLE, IHCI_MAP or RENT_TABLE, with its headings and whatever stands above and below.",
      zh: "给 HPI_TABLE、IHCI_MAP、RENT_TABLE 的同一区域，含表头及其上下的标题、注释。",
    },
  }),
] as const;

export interface ReadAsRow {
  /** C1 is the first column, R12 the twelfth row of the block. */
  readonly place: string;
  /** The heading, or the label of a row that is left out. */
  readonly seen: string;
  readonly readAs: string;
  /** As the heading states it; "" if it does not. */
  readonly unit: string;
  /** What the numbers are turned into; "" if they stay as they are. */
  readonly readIn: string;
  /** Cells that were read, that are blank, and that a function would refuse. */
  readonly read: number | "";
  readonly blank: number | "";
  readonly refused: number | "";
  /** Σ of an amount column, in readIn; "" for one beyond the largest number. */
  readonly sum: number | "";
}

const notRead = "not read 不读";
const leftOutAs = {
  title: "title, left out 标题行，不计入",
  headings: "headings, no data 表头行",
  total: "total, left out 合计行，不计入",
  sum: "unnamed sum of the rows above, left out 未命名的合计行，不计入",
  remark: "remark, left out 注释行，不计入",
} as const;

const doubtfulAs = "total or lot? HPI_TABLE refuses it 合计还是地块？HPI_TABLE 拒绝";
/** Where two columns of one meaning are no trouble, as they are only checked or name a row. */
const mayBeTwo: readonly Meaning[] = ["lot", "location", "winner", "status", "unsold", "premium", "remark"];

/** Every column of a block with what it is read as, and every row that is left out. Never stops at a cell. */
export function readAs(block: Block): { readonly rows: readonly ReadAsRow[] } {
  const { table, doubtful } = withoutSums(tableOf("READ_AS", check("READ_AS", params, { block }).block));
  return {
    rows: [
      ...table.columns.map((column) => columnRow(table, column)),
      ...table.leftOut.map(leftOutRow),
      ...doubtful.map(doubtfulRow),
    ],
  };
}

function columnRow(table: Table, column: TableColumn): ReadAsRow {
  const { heading, read } = column;
  const place = `C${column.at + 1}`;
  if (!read) return { ...nothing, place, seen: heading, readAs: notRead };
  const { kind, label } = meanings[read.meaning];
  const same = table.columns.filter((other) => other.read?.meaning === read.meaning).length;
  const isTwice = same > 1 && !mayBeTwo.includes(read.meaning);
  const { filled } = kind === "name" ? filledDown(table, column) : { filled: 0 };
  const down = filled > 0 ? `, ${filled} filled down 向下填充 ${filled} 格` : "";
  return {
    place,
    seen: heading,
    readAs: `${label.en} ${label.zh}${isTwice ? " (×2!)" : ""}${down}`,
    unit: writtenUnit(read.unit),
    readIn: readIn(kind, read, moneyUnit(table)),
    ...counts(table, column, kind),
    sum: kind === "money" ? sum(table, column) : "",
  };
}

const nothing = { unit: "", readIn: "", read: "", blank: "", refused: "", sum: "" } as const;

function leftOutRow({ at, label, why }: LeftOutRow): ReadAsRow {
  return { ...nothing, place: `R${at + 1}`, seen: label, readAs: leftOutAs[why] };
}

function doubtfulRow({ row, label }: Doubt): ReadAsRow {
  return { ...nothing, place: `R${row + 1}`, seen: label, readAs: doubtfulAs };
}

function readIn(kind: Kind, { unit }: Heading, money: MoneyUnit | undefined): string {
  switch (kind) {
    case "money":
      return money ?? "";
    case "share":
      return unit.percent ? "÷ 100" : "";
    case "price":
      return unit.money === undefined ? "" : writtenUnit({ ...unit, money: "元" });
    case "rent":
      return writtenUnit({ ...unit, ...(unit.money && { money: "元" }), ...(unit.period && { period: "year" }) });
    default:
      return "";
  }
}

function counts(table: Table, column: TableColumn, kind: Kind): Pick<ReadAsRow, "read" | "blank" | "refused"> {
  const count = { read: 0, blank: 0, refused: 0 };
  const answer = column.read?.meaning === "unsold" ? failedIn : answerIn;
  for (const row of table.rows) count[judged(kind, cellAt(table, column, row), answer)]++;
  return count;
}

/** What becomes of one cell. */
function judged(kind: Kind, cell: BlockCell, answer: typeof answerIn): "read" | "blank" | "refused" {
  if (isNone(cell)) return "blank";
  switch (kind) {
    case "name":
    case "remark":
      return "read";
    case "yes-no":
      return answer(cell) === undefined ? "refused" : "read";
    case "status":
      return outcomeIn(cell) === undefined ? "refused" : "read";
    default: {
      const number = readableNumber(cell);
      return number === "unreadable" || (number !== undefined && number < 0 && kind !== "share") ? "refused" : "read";
    }
  }
}

function sum(table: Table, column: TableColumn): number | "" {
  const [own, unit] = [column.read?.unit.money, moneyUnit(table)];
  const values = table.rows.map((row) => readableNumber(cellAt(table, column, row)));
  const total = values.reduce<number>((all, value) => all + (typeof value === "number" ? value : 0), 0);
  const inUnit = own === undefined || unit === undefined ? total : converted(total, own, unit);
  return Number.isFinite(inUnit) ? inUnit : "";
}

export const readAsDefinition = define(readAs, {
  id: "READ_AS",
  summary: {
    en: "What HPI_TABLE, IHCI_MAP and RENT_TABLE read each column of a pasted block as, and which rows they leave out.",
    zh: "HPI_TABLE、IHCI_MAP、RENT_TABLE 把粘贴区域的每列读作什么、不计入哪些行。",
  },
  formula: {
    en: "per column: heading → meaning, unit, cells read, blank and refused, Σ;  per row left out: its label",
    zh: "每列：表头 → 含义、单位、已读、空白与无法读取的单元格数、Σ；每个不计入的行：其名称",
  },
  params,
  returns: {
    shape: "table",
    fields: [
      { name: "place", unit: "label", label: { en: "place (C column, R row)", zh: "位置（C 列，R 行）" } },
      { name: "seen", unit: "label", label: { en: "heading", zh: "表头" } },
      { name: "read_as", unit: "label", label: { en: "read as", zh: "读作" } },
      { name: "unit", unit: "label", label: { en: "unit stated", zh: "所写单位" } },
      { name: "read_in", unit: "label", label: { en: "read in", zh: "换算为" } },
      { name: "read", unit: "count", label: { en: "cells read", zh: "已读" } },
      { name: "blank", unit: "count", label: { en: "blank", zh: "空白" } },
      { name: "refused", unit: "count", label: { en: "cannot be read", zh: "无法读取" } },
      { name: "sum", unit: "money", label: { en: "Σ", zh: "合计" } },
    ],
    summary: [],
  },
  source: project("core/table: the words that headings may be made of", "core/table：表头词表"),
  notes: [
    {
      en: "A function uses the columns that it needs and ignores those that are not read; of 降价幅度 and 上次起拍价 it takes the first, of 兜底 and 是否城投 the first, and 溢价率, winner and remarks only check. Rows left out, cells filled down and rows that may be totals are listed. The Σ of a column is there to hold against the table's own total.",
      zh: "函数只用所需的列，“不读”的列一律忽略：降价幅度优先于上次起拍价，兜底优先于是否城投，溢价率、竞得人、备注只用于核对。不计入的行、向下填充的格、可能是合计的行均列出。Σ 可与原表合计核对。",
    },
    {
      en: "Amounts per square metre (起始价 元/㎡) are read as prices, not as starting amounts. A heading is read only if every word of it is known: 起始楼面价 and 起始价（不含税）are left alone.",
      zh: "每平方米金额（起始价 元/㎡）读作单价，不作起始价。表头的每个词都认识才读：起始楼面价、起始价（不含税）不读。",
    },
  ],
  examples: [
    {
      args: {
        block: [
          ["地块", "起拍总价（万元）", "成交价 亿元", "楼面价", "溢价率(%)"],
          ["A", 10000, 1.1, 9000, 10],
          ["B", "２０，０００", "流拍", "", ""],
          ["合计", 30000, 1.1, "", ""],
        ],
      },
      result: {
        rows: [
          ["C1", "地块", "lot 地块", "", "", 2, 0, 0, ""],
          ["C2", "起拍总价（万元）", "starting amount 起始价", "万元", "万元", 2, 0, 0, 30000],
          ["C3", "成交价 亿元", "deal amount 成交价", "亿元", "万元", 2, 0, 0, 11000],
          ["C4", "楼面价", "not read 不读", "", "", "", "", "", ""],
          ["C5", "溢价率(%)", "premium 溢价率", "%", "÷ 100", 1, 1, 0, ""],
          ["R4", "合计", "total, left out 合计行，不计入", "", "", "", "", "", ""],
        ],
      },
      from: { en: "two units, a failed lot, a total", zh: "两种单位、一宗流拍、一行合计" },
    },
    {
      args: {
        block: [
          ["Board", "Monthly rent (yuan/sqm)", "Unit price"],
          ["East", 40, "about 20000"],
        ],
      },
      result: {
        rows: [
          ["C1", "Board", "board 板块", "", "", 1, 0, 0, ""],
          ["C2", "Monthly rent (yuan/sqm)", "rent 租金", "元/㎡/月", "元/㎡/年", 1, 0, 0, ""],
          ["C3", "Unit price", "price 房价", "", "", 0, 0, 1, ""],
        ],
      },
      from: { en: "English headings, a cell that RENT_TABLE would refuse", zh: "英文表头，一个会被 RENT_TABLE 拒绝的单元格" },
    },
    { args: { block: [["起始价", "成交价"]] }, problem: "too-short", from: { en: "headings only", zh: "只有表头" } },
  ],
});
