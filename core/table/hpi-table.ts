/** The index of every group of lots in a pasted table: HPI_TABLE. */
import { define } from "../definition.js";
import { InputError } from "../errors.js";
import { type HpiOptions, modeParam, partsFor } from "../land/hpi.js";
import { hpiInterval } from "../land/uncertainty.js";
import { type Block, block, check, text } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { groupsBy } from "./groups.js";
import { compact } from "./headings.js";
import { lotRows, lotsOf, moneyUnit, type TableLots } from "./lots.js";
import { columnFor, namedColumn, type Table, type TableColumn, tableOf } from "./table.js";
import { meanings } from "./vocabulary.js";

/** Fewer lots than this say too little about what other lots would have fetched. */
const leastLotsForInterval = 10;
/** Resamples times lots in a group: an answer in a blink, and with up to 100 lots the 10,000 resamples of `hpiInterval`. */
const resamplingEffort = 1_000_000;
const resamples = { least: 200, most: 10_000 } as const;

/** One group for all lots, in the words that ask for it. */
const everything = ["all", "全部", "整体", "不分组"];

const params = [
  block("block", {
    label: { en: "table of lots", zh: "地块表" },
    help: {
      en: "Lots with their headings, any column order: start and deal needed; city, district, round, cut, benchmark, backstop, outcome, winner read if there. READ_AS shows how.",
      zh: "带表头的地块表，列序不限：须有起始价、成交价；城市、区域、批次、降价幅度、基准价、兜底、状态、竞得人有则读取。READ_AS 说明读法。",
    },
  }),
  text("by", {
    label: { en: "group by", zh: "分组列" },
    help: {
      en: "Heading to group by, or a word for it: city, district, round. all: one group. Default: city if there is such a column, else all.",
      zh: "分组所用的表头或其同义词：城市、区域、批次；“全部”为不分组。默认：有城市列则按城市，否则不分组。",
    },
    optional: true,
  }),
  modeParam,
] as const;

export interface HpiTableOptions {
  /** Heading, or a word for its meaning; "all" for one group. Default: city if there is such a column, else all. */
  readonly by?: string | undefined;
  readonly mode?: HpiOptions["mode"];
}

export interface HpiTableRow {
  readonly group: string;
  readonly lots: number;
  /** In the unit of the starting amounts. */
  readonly startTotal: number;
  readonly dealTotal: number;
  /** 亿元, 万元, 元 …; "" if no heading says. */
  readonly unit: string;
  readonly premiumPts: number;
  readonly failedPts: number;
  readonly cutPts: number;
  readonly backstopPts: number;
  readonly index: number;
  readonly band: string;
  /** Ends of the 95 % bootstrap interval; "" with fewer than 10 lots. */
  readonly low: number | "";
  readonly high: number | "";
}

/**
 * Index, parts, band and interval of every city, district or round in a table of lots as people paste it.
 * @throws InputError naming heading and row for anything that cannot be read or contradicts itself. Cost: about 10 ms a group.
 */
export function hpiTable(block: Block, options: HpiTableOptions = {}): { readonly rows: readonly HpiTableRow[] } {
  const given = check("HPI_TABLE", params, { block, ...options });
  const table = lotRows(tableOf("HPI_TABLE", given.block));
  const lots = lotsOf(table);
  const unit = moneyUnit(table) ?? "";
  const rows = [...groups(table, given.by)].map(([group, members]) => rowOf(group, unit, chosen(lots, members), given.mode));
  return { rows };
}

/** Rows of the lots by group. */
function groups(table: Table, by: string | undefined): Map<string, readonly number[]> {
  const column = groupColumn(table, by);
  return column ? groupsBy(table, column) : new Map([["全部 all", table.rows.map((_, i) => i)]]);
}

function groupColumn(table: Table, by: string | undefined): TableColumn | undefined {
  if (by === undefined) return columnFor(table, "city");
  if (everything.includes(compact(by))) return undefined;
  const column = namedColumn(table, by, "by");
  const kind = column.read && meanings[column.read.meaning].kind;
  if (kind === "money" || kind === "share") throw notAGroup(column);
  return column;
}

function chosen({ start, deal, cut, backstop }: TableLots, members: readonly number[]): TableLots {
  const pick = <Value>(values: readonly Value[]) => members.map((i) => values[i] as Value);
  return { start: pick(start), deal: pick(deal), cut: cut && pick(cut), backstop: backstop && pick(backstop) };
}

function rowOf(group: string, unit: string, lots: TableLots, mode: HpiOptions["mode"]): HpiTableRow {
  const { start, deal, cut, backstop } = lots;
  const options = { cut, backstop, mode };
  const parts = partsFor("HPI_TABLE", start, deal, options);
  const { supply, sold, premiumPts, failedPts, cutPts, backstopPts, index, band } = parts;
  return {
    group,
    lots: start.length,
    startTotal: supply,
    dealTotal: sold,
    unit,
    premiumPts,
    failedPts,
    cutPts,
    backstopPts,
    index,
    band,
    ...interval(lots, options),
  };
}

function interval({ start, deal }: TableLots, options: HpiOptions): Pick<HpiTableRow, "low" | "high"> {
  if (start.length < leastLotsForInterval) return { low: "", high: "" };
  const draws = Math.floor(resamplingEffort / start.length);
  const { low, high } = hpiInterval(start, deal, {
    ...options,
    draws: Math.min(resamples.most, Math.max(resamples.least, draws)),
  });
  return { low, high };
}

function notAGroup({ heading }: TableColumn): InputError {
  return new InputError({
    problem: "unknown-choice",
    fn: "HPI_TABLE",
    argument: "by",
    seen: { en: `names "${heading}", a column of numbers`, zh: `指向“${heading}”，是数值列` },
    wanted: { en: "a column of names, such as city, district or round", zh: "名称列，如城市、区域、批次" },
  });
}

const points = "points";

export const hpiTableDefinition = define(hpiTable, {
  id: "HPI_TABLE",
  summary: {
    en: "The value-preservation index of every city, district or round in a pasted table of lots.",
    zh: "粘贴的地块表：每个城市、区域或批次的房产保值力指数。",
  },
  formula: {
    en: "per group: HPI_PARTS of its lots, HPI_BAND, and a 95 % bootstrap interval over its lots",
    zh: "每组：组内地块的 HPI_PARTS、HPI_BAND，及对地块自助抽样的 95% 区间",
  },
  params,
  returns: {
    shape: "table",
    fields: [
      { name: "group", unit: "label", label: { en: "group", zh: "分组" } },
      { name: "lots", unit: "count", label: { en: "lots", zh: "宗数" } },
      { name: "start_total", unit: "money", label: { en: "start total", zh: "起始价总额" } },
      { name: "deal_total", unit: "money", label: { en: "deal total", zh: "成交总额" } },
      { name: "unit", unit: "label", label: { en: "unit", zh: "金额单位" } },
      { name: "premium_pts", unit: points, label: { en: "premium points", zh: "溢价得分" } },
      { name: "failed_pts", unit: points, label: { en: "failed points", zh: "流拍失分" } },
      { name: "cut_pts", unit: points, label: { en: "cut points", zh: "降价失分" } },
      { name: "backstop_pts", unit: points, label: { en: "backstop points", zh: "兜底失分" } },
      { name: "index", unit: points, label: { en: "HPI", zh: "保值力指数" } },
      { name: "band", unit: "label", label: { en: "band", zh: "分区" } },
      { name: "low", unit: points, label: { en: "interval low (95 %, from 10 lots)", zh: "区间下限（95%，满 10 宗）" } },
      { name: "high", unit: points, label: { en: "interval high (95 %, from 10 lots)", zh: "区间上限（95%，满 10 宗）" } },
    ],
    summary: [],
  },
  refusals: [
    {
      problem: "missing-argument",
      when: {
        en: "there is no column of starting amounts or of deals, a start, a lot's name or its group is blank, or a lot with an outcome, winner or premium has no deal amount",
        zh: "没有起始价列或成交价列，起始价、地块名称或分组为空，或有成交状态、竞得人、溢价率的地块没有成交价",
      },
    },
    {
      problem: "ambiguous-column",
      when: {
        en: "two columns mean the same, or a heading speaks of backstops, cuts or outcomes in words that are not understood",
        zh: "两列含义相同，或表头提到兜底、降价、成交状态但含有不认识的词",
      },
    },
    {
      problem: "out-of-range",
      when: {
        en: "a row contradicts itself (an unsold lot with a deal, a buyer or a backstop; another premium or cut than that of its amounts; a deal 100 times its start; a cut of 100 % or more), cuts are all negative, or a row sums others up and may be a total or a lot",
        zh: "行内自相矛盾（未成交却有成交价、竞得人或兜底；溢价率、降幅与金额不符；成交价为起始价百倍以上；降幅不小于 100%），降价幅度全为负数，或某行等于其他行之和而分不清是合计还是地块",
      },
    },
  ],
  source: passage(reports.land, "definition of the index; end note 2", "指数定义；尾注2"),
  notes: [
    {
      en: "Headings are read by their words, in Chinese or English, with units (亿元, 万元, 元, %): 起始价, 起拍价, 挂牌价, 起始总价; 成交价, 成交总价, 成交金额; 降价幅度 or 上次起拍价; 兜底 or 是否城投. A heading with one unknown word is left alone. READ_AS says what is read as what.",
      zh: "表头按词识别，中英文均可，可带单位（亿元、万元、元、%）：起始价、起拍价、挂牌价、起始总价；成交价、成交总价、成交金额；降价幅度或上次起拍价；兜底或是否城投。只要有一个词不认识就不读该列。READ_AS 说明每列读作什么。",
    },
    {
      en: "流拍, 终止, 撤牌, 中止 and 延期 all count as not sold and stay in the denominator. Lots withdrawn before the announcement were not offered: leave them out.",
      zh: "流拍、终止、撤牌、中止、延期一律按未成交计入分母。公告前撤回的不算出让，不要列入。",
    },
    {
      en: "Rows labelled 合计, 汇总, 全市, 平均, Total, Average and the like are left out, and so are titles above the headings, remarks below (注：…, Source: …) and a line of units. Amounts in different units are read in that of the starting amounts; a heading without a unit takes the one stated above the table (单位：万元), else is taken to be in the same.",
      zh: "标有合计、汇总、全市、平均、Total、Average 等的行不计入，表头上方的标题、表下注释（注：…）和单位行也不计入。各列单位不同则换算成起始价的单位；表头未写单位的取表上方所写（单位：万元），否则视为同一单位。",
    },
    {
      en: "A row whose start and deal are both the sums of at least two others (all above or below it, those of its group, those since the last total) is a total if the lots have names and it has none: it is left out. With a winner, an outcome or a name formed like theirs (3号 after 1号 and 2号) it is a lot. Otherwise it is refused: label it 合计, or give it a winner or outcome.",
      zh: "某行的起始价与成交价同时等于至少两行之和（以上或以下全部、同组、或上一合计行之后）：其他地块有名称而该行没有，则为合计行，不计入；有竞得人、成交状态或名称与各地块同式（1号、2号之后的 3号），则为地块；其余拒绝：请标“合计”，或写明竞得人、状态。",
    },
    {
      en: "Blank cities, districts and rounds are filled down as merged cells leave them if every name stands in one row only (a district's within its city), never across a total; READ_AS says how many. Remarks and 成交方式 are only checked against the deal, and winner, 溢价率 and 是否流拍 too.",
      zh: "城市、区域、批次的空格：每个名称只写一次（区域在其城市之内）时按合并单元格向下填充，不跨过合计行，READ_AS 注明格数。备注、成交方式、竞得人、溢价率、是否流拍只用于与成交价核对。",
    },
    {
      en: "The interval draws the group's lots again with replacement (10,000 times, fewer beyond 100 lots, always the same draws): it shows how much the mix of lots matters, not errors in the data. With fewer than 10 lots it is left blank.",
      zh: "区间由组内地块有放回重抽样得到（10,000 次，超过 100 宗则减少，种子固定）：只反映地块构成的影响，不含数据误差。不足 10 宗留空。",
    },
    {
      en: "A winner's name never makes a backstop: say so in a column 兜底, or let 是否城投 (wholly controlled by this city's government) and 是否上市 decide as IS_BACKSTOP does.",
      zh: "竞得人名称不用于判断兜底：请用“兜底”列写明，或由“是否城投”（本市政府完全控制）与“是否上市”按 IS_BACKSTOP 判断。",
    },
  ],
  examples: [
    {
      args: {
        block: [
          ["区域", "起始价（亿元）", "成交价（亿元）", "上次起拍价（亿元）", "兜底"],
          ["甲", 8.33, 9.35, 10.73, "否"],
          ["乙", 60.43, 60.43, "", "是"],
          ["乙", 36.24, 37.22, "", "否"],
          ["合计", 105, 107, "", ""],
        ],
      },
      result: {
        rows: [
          ["全部 all", 3, 105, 107, "亿元", 1.9047619047619047, 0, 4.452380952380953, 57.55238095238095, 39.9, "低", "", ""],
        ],
      },
      from: {
        en: "report 003, Zhengzhou, as for HPI: the earlier start as benchmark, totals left out",
        zh: "报告 003，郑州，同 HPI：以上次起拍价为基准，不计合计行",
      },
    },
    {
      args: {
        block: [
          ["Deal (10k yuan)", "City", "Starting price (100m yuan)", "Status"],
          ["１２，０００", "A", 1, "sold"],
          ["", "A", 1, "withdrawn"],
          [20000, "B", "2.0", "sold"],
        ],
      },
      result: {
        rows: [
          ["A", 2, 2, 1.2, "亿元", 10, 50, 0, 0, 60, "中低", "", ""],
          ["B", 1, 2, 2, "亿元", 0, 0, 0, 0, 100, "高", "", ""],
        ],
      },
      from: { en: "by hand: two units, numbers as text", zh: "手算：两种单位，文本数字" },
    },
    {
      args: {
        block: [
          ["2022年第三批集中供地", "", "", ""],
          ["城市", "地块", "起始价（万元）", "成交价（万元）"],
          ["甲", "1号", 10000, 11000],
          ["", "2号", 10000, "流拍"],
          ["", "", 20000, 11000],
          ["注：以公告为准", "", "", ""],
        ],
      },
      result: { rows: [["甲", 2, 20000, 11000, "万元", 5, 50, 0, 0, 55, "中低", "", ""]] },
      from: {
        en: "by hand: a title, merged cells, a total without a name, a note",
        zh: "手算：标题、合并单元格、未命名的合计行、注释",
      },
    },
    {
      args: {
        block: [
          ["地块", "起始价", "成交价"],
          ["A", 10, 10],
          ["B", 20, 21],
          ["东区", 30, 31],
        ],
      },
      problem: "out-of-range",
      from: { en: "a row that sums others up under a name of its own", zh: "等于其他行之和且另有名称的行" },
    },
    {
      args: {
        block: [
          ["起始价", "均价"],
          [10, 9],
        ],
      },
      problem: "missing-argument",
      from: { en: "no column of deals", zh: "没有成交价列" },
    },
    {
      args: {
        block: [
          ["起始价", "起拍价", "成交价"],
          [10, 10, 9],
        ],
      },
      problem: "ambiguous-column",
      from: { en: "two columns of starting amounts", zh: "两列起始价" },
    },
    {
      args: {
        block: [
          ["起始价", "成交价", "状态"],
          [10, 10, "流拍"],
        ],
      },
      problem: "out-of-range",
      from: { en: "a failed lot with a deal", zh: "流拍却有成交价" },
    },
    {
      args: {
        block: [
          ["起始价", "成交价"],
          [10, "约9"],
        ],
      },
      problem: "wrong-type",
      from: { en: "a word for a number", zh: "数字写成文字" },
    },
    {
      args: {
        block: [
          ["起始价", "成交价"],
          [10, 9],
        ],
        by: "城市",
      },
      problem: "unknown-choice",
      from: { en: "no such column to group by", zh: "没有所要的分组列" },
    },
  ],
});
