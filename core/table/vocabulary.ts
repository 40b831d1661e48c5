/**
 * The words of pasted tables, as data: which headings mean what, and which words in a cell mean sold, unsold or none.
 * Here: the only list of synonyms. Not here: how a heading is taken apart (headings.ts), what is computed.
 *
 * Words are written as `compact` leaves them: lower case, without spaces, brackets and punctuation.
 */
import type { Text } from "../errors.js";

/** How the cells of a column are read. */
export type Kind = "name" | "money" | "share" | "yes-no" | "status" | "price" | "rent";

export interface MeaningEntry {
  readonly kind: Kind;
  readonly label: Text;
  readonly words: readonly string[];
}

/** What a column can mean to these functions. Every other column is left alone. */
export const meanings = {
  city: { kind: "name", label: { en: "city", zh: "城市" }, words: ["城市", "所在城市", "地市", "市", "city"] },
  district: {
    kind: "name",
    label: { en: "district", zh: "区域" },
    words: [
      ...["区", "区域", "区县", "县区", "行政区", "行政区域", "城区", "所在区", "所在区域", "所属区域", "所属区"],
      ...["district", "county", "region"],
    ],
  },
  round: {
    kind: "name",
    label: { en: "round", zh: "批次" },
    words: ["批次", "轮次", "场次", "供地批次", "土拍批次", "出让批次", "拍卖批次", "round", "batch", "auctionround"],
  },
  board: {
    kind: "name",
    label: { en: "board", zh: "板块" },
    words: [
      ...["板块", "板块名称", "所在板块", "所属板块", "片区", "商圈"],
      ...["board", "submarket", "neighbourhood", "neighborhood"],
    ],
  },
  lot: {
    kind: "name",
    label: { en: "lot", zh: "地块" },
    words: [
      ...["地块", "地块名称", "地块编号", "地块号", "地块位置", "宗地", "宗地编号", "宗地号"],
      ...["lot", "parcel", "plot", "lotno", "lotnumber", "parcelno", "lotid"],
    ],
  },
  start: {
    kind: "money",
    label: { en: "starting amount", zh: "起始价" },
    words: [
      ...["起始价", "起拍价", "挂牌价", "起始总价", "起拍总价", "挂牌总价", "起始价格", "起始价款", "起始金额", "起始价总额"],
      ...[
        "起拍金额",
        "起拍价格",
        "起价",
        "起叫价",
        "竞买起始价",
        "出让起始价",
        "挂牌起始价",
        "拍卖起始价",
        "拍卖起价",
        "挂牌价格",
      ],
      ...["土地起始价", "地块起始价", "宗地起始价"],
      ...["start", "startprice", "startingprice", "startingamount", "starttotal", "startingtotal", "startamount"],
      ...["openingprice", "openingbid", "startingbid"],
    ],
  },
  deal: {
    kind: "money",
    label: { en: "deal amount", zh: "成交价" },
    words: [
      ...["成交价", "成交总价", "成交金额", "成交额", "成交总额", "成交价格", "成交价款", "成交总价款", "最终成交价", "竞得价"],
      ...["竞得总价", "竞得价格", "落锤价", "土地成交价", "地块成交价", "宗地成交价"],
      ...["deal", "dealprice", "dealamount", "dealtotal", "soldprice", "saleprice", "saleamount", "transactionprice"],
      ...["transactionamount", "finalprice", "hammerprice", "winningbid"],
    ],
  },
  benchmark: {
    kind: "money",
    label: { en: "benchmark", zh: "可比基准价" },
    words: [
      ...[
        "基准",
        "基准价",
        "可比基准",
        "可比基准价",
        "可比价",
        "上次起拍价",
        "上次起始价",
        "上次挂牌价",
        "前次起拍价",
        "前次起始价",
      ],
      ...["benchmark", "benchmarkprice", "priorstart", "earlierstart", "previousstart", "previousstartingprice"],
    ],
  },
  premium: {
    kind: "share",
    label: { en: "premium", zh: "溢价率" },
    words: ["溢价率", "溢价幅度", "溢价比例", "premium", "premiumrate", "premiumratio"],
  },
  cut: {
    kind: "share",
    label: { en: "price cut", zh: "降价幅度" },
    words: ["降价幅度", "降价率", "降价比例", "降幅", "跌幅", "cut", "pricecut", "cutrate"],
  },
  backstop: {
    kind: "yes-no",
    label: { en: "backstop", zh: "兜底" },
    words: [
      "兜底",
      "是否兜底",
      "兜底成交",
      "是否兜底成交",
      "托底",
      "是否托底",
      "托底成交",
      "backstop",
      "isbackstop",
      "backstoplot",
    ],
  },
  government: {
    kind: "yes-no",
    label: { en: "buyer controlled by the city's government", zh: "本市政府控制" },
    words: [
      ...["政府控制", "本市政府控制", "竞得人为本市政府控制", "是否政府控制", "是否本市政府控制", "是否城投", "是否本地城投"],
      ...["governmentbuyer", "governmentcontrolled", "govcontrolled", "citycontrolled"],
    ],
  },
  listed: {
    kind: "yes-no",
    label: { en: "listed buyer", zh: "上市公司" },
    words: ["上市公司", "是否上市", "是否上市公司", "竞得人为上市公司", "listed", "listedcompany", "islisted"],
  },
  winner: {
    kind: "name",
    label: { en: "winner", zh: "竞得人" },
    words: [
      ...["竞得人", "竞得者", "竞得方", "竞得单位", "竞得企业", "竞得房企", "受让方", "受让人", "受让单位", "受让企业", "买受人"],
      ...["拿地企业", "拿地房企", "摘牌企业", "winner", "buyer", "winningbidder", "purchaser"],
    ],
  },
  status: {
    kind: "status",
    label: { en: "outcome", zh: "成交状态" },
    words: [
      ...[
        "状态",
        "成交状态",
        "交易状态",
        "出让状态",
        "地块状态",
        "结果",
        "成交结果",
        "出让结果",
        "交易结果",
        "拍卖结果",
        "竞价结果",
      ],
      ...["是否成交", "成交情况", "出让情况", "status", "result", "outcome", "salestatus"],
    ],
  },
  price: {
    kind: "price",
    label: { en: "price", zh: "房价" },
    words: [
      "房价",
      "价格",
      "挂牌房价",
      "成交房价",
      "二手房价",
      "新房价",
      "price",
      "homeprice",
      "houseprice",
      "askingprice",
      "listingprice",
    ],
  },
  rent: { kind: "rent", label: { en: "rent", zh: "租金" }, words: ["租金", "租", "房租", "租价", "租金水平", "rent", "rental"] },
} as const satisfies Record<string, MeaningEntry>;

export type Meaning = keyof typeof meanings;

/** Prices that are per square metre by their own name … */
export const areaPriceWords: readonly string[] = [
  ...["单价", "均价", "平均单价", "平均价格", "成交均价", "成交单价", "挂牌均价", "挂牌单价", "房价均价", "参考均价"],
  ...["二手房均价", "二手均价", "二手房单价", "二手房挂牌均价", "二手房成交均价", "新房均价", "住宅均价", "板块均价", "小区均价"],
  ...["unitprice", "averageprice", "avgprice", "meanprice", "unitpricepersqm"],
];

/** … and those that are the price of a whole home. */
export const totalPriceWords: readonly string[] = ["总价", "房屋总价", "房价总价", "平均总价", "totalprice", "homevalue"];

/** Words that change nothing in a heading: 每㎡ is ㎡, "price per square metre" is price and square metre. */
export const fillers: readonly string[] = ["每", "单位", "per", "in", "of", "the", "平均", "average"];

/** An outcome that is a sale also where it ends in 成交: 底价成交, 溢价成交, 摇号成交. */
export const soldWords: ReadonlySet<string> = new Set([
  "成交",
  "已成交",
  "已出让",
  "已售",
  "是",
  "sold",
  "deal",
  "yes",
  "transacted",
]);
export const soldEnding = "成交";

/** A lot that was announced and did not sell. It stays in the denominator of the index. */
export const unsoldWords: ReadonlySet<string> = new Set([
  ...["流拍", "流标", "流挂", "未成交", "未售出", "未出让", "否", "无人报名", "无人报价", "无人竞买", "无人应价"],
  ...["终止", "终止出让", "终止拍卖", "终止挂牌", "撤牌", "撤拍", "撤回", "撤销", "撤地", "已撤牌"],
  ...["中止", "中止出让", "中止拍卖", "暂停", "暂停出让", "延期", "延期出让", "延期拍卖", "推迟", "取消", "取消出让"],
  ...["failed", "unsold", "notsold", "no", "nobid", "nobids", "passedin", "withdrawn", "suspended", "terminated", "postponed"],
  ...["cancelled", "canceled"],
]);

/** What people type where there is nothing to type. */
export const noneWords: ReadonlySet<string> = new Set(["", "无", "暂无", "暂无数据", "none", "na", "nil"]);

/** Yes and no beyond TRUE, FALSE, 是 and 否. */
export const yesWords: ReadonlySet<string> = new Set(["√", "✓", "✔", "兜底", "托底", "backstop"]);
export const noWords: ReadonlySet<string> = new Set(["×", "✗", "✘", "非兜底"]);

/**
 * What a heading that is not understood must not hold, where the column would change the index: 兜底情况 left alone would
 * be a round without backstops. `compact` has been applied.
 */
export const tellingWords: Readonly<Partial<Record<Meaning, RegExp>>> = {
  backstop: /兜底|托底|backstop/,
  cut: /降价|降幅|pricecut/,
  benchmark: /基准|上次起|前次起|benchmark/,
  status: /流拍|撤牌|成交状态|成交结果|outcome/,
};

/** A row that sums others up, by the text in one of its cells: 合计, 郑州合计, 合计15宗, Σ, Total. */
export const totalsRow =
  /^(.{0,12}(合计|总计|小计|共计)(\d+[宗块幅个]?)?|总和|平均|均值|平均值|[σ∑]|sum|(grand|sub)?totals?|average|mean)$/;

/** A row that only remarks on the table, by the beginning of its only text: 注：…, 数据来源：…, Source: … */
export const remarkRow = /^(注|备注|说明|数据来源|资料来源|来源|sources?|notes?)([：:]|\d|$)/;
