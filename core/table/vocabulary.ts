/**
 * The words of pasted tables, as data: which headings mean what, and which words in a cell mean sold, unsold or none.
 * Here: the only list of synonyms. Not here: how a heading is taken apart (headings.ts), what is computed.
 *
 * Words are written as `compact` leaves them: lower case, without spaces, brackets and punctuation.
 */
import type { Text } from "../errors.js";

/** How the cells of a column are read. */
export type Kind = "name" | "money" | "share" | "yes-no" | "status" | "price" | "rent" | "remark";

export interface MeaningEntry {
  readonly kind: Kind;
  readonly label: Text;
  readonly words: readonly string[];
}

/** Words between bars, in as many lines as they need. */
const list = (...lines: readonly string[]) => lines.join("|").split("|");

/** The words as they are, and with each of these before them: 土地成交价, 挂牌起始价, total sale price. */
function landed(...lines: readonly string[]): string[] {
  const words = list(...lines);
  const before = /[a-z]/.test(words[0] ?? "") ? ["land ", "lot ", "total "] : list("土地|地块|宗地|出让|竞买|挂牌|拍卖|总");
  return [...words, ...words.flatMap((word) => before.map((prefix) => prefix + word))];
}

/** What a column can mean to these functions. Every other column is left alone. */
export const meanings = {
  city: {
    kind: "name",
    label: { en: "city", zh: "城市" },
    words: list("城市|所在城市|所属城市|城市名称|地市|市|市县", "city|city name"),
  },
  district: {
    kind: "name",
    label: { en: "district", zh: "区域" },
    words: list(
      "区|区域|区县|县区|区市县|行政区|行政区域|行政区划|辖区|城区|所在区|所在区域|所在区县|所在行政区|所属区|所属区域|所属区县|所属行政区",
      "district|district name|county|region",
    ),
  },
  round: {
    kind: "name",
    label: { en: "round", zh: "批次" },
    words: list(
      "批次|轮次|场次|供地批次|供地轮次|供应批次|土拍批次|土拍轮次|出让批次|出让轮次|拍卖批次|拍卖轮次|集中供地批次|集中土拍批次",
      "round|batch|tranche|auction round|auction batch|land auction round|supply batch",
    ),
  },
  board: {
    kind: "name",
    label: { en: "board", zh: "板块" },
    words: list("板块|板块名称|所在板块|所属板块|片区|商圈", "board|submarket|neighbourhood|neighborhood|micro-market"),
  },
  estate: {
    kind: "name",
    label: { en: "estate", zh: "小区" },
    words: list(
      "小区|小区名|小区名称|楼盘|楼盘名|楼盘名称|社区|项目|项目名称",
      "estate|community|compound|residential compound|project|project name|development",
    ),
  },
  lot: {
    kind: "name",
    label: { en: "lot", zh: "地块" },
    words: list(
      "地块|地块名|地块名称|地块编号|地块号|地块代码|地块简称|宗地|宗地名称|宗地编号|宗地号|宗地代码|土地编号|出让编号|挂牌编号|拍卖编号",
      "lot|lot no|lot number|lot name|lot id|parcel|parcel no|parcel number|parcel name|parcel id|plot|plot no|plot number",
      "plot name|land parcel|land plot|land lot|site|site name",
    ),
  },
  location: {
    kind: "name",
    label: { en: "location", zh: "位置" },
    words: list(
      "位置|土地位置|地块位置|宗地位置|土地坐落|宗地坐落|地块坐落|坐落|地址|四至|地块四至",
      "location|address|site location",
    ),
  },
  start: {
    kind: "money",
    label: { en: "starting amount", zh: "起始价" },
    words: [
      ...list("start price|starting price|start|starting amount|start amount|starting total|start total|starting value"),
      ...landed(
        "起始价|起拍价|挂牌价|起始总价|起拍总价|挂牌总价|起始价格|起拍价格|挂牌价格|起始价款|起始金额|起拍金额|起始总额|起拍总额",
        "起始价总额|起始地价|起拍地价|起始总地价|起价|起叫价|起始报价|初始价",
      ),
      ...landed("opening price|opening bid|starting bid|minimum bid|reserve price|base price|upset price"),
      ...list("土地起始价款总额|推出总价|land starting price|land start price|total starting price|total start price"),
    ],
  },
  deal: {
    kind: "money",
    label: { en: "deal amount", zh: "成交价" },
    words: [
      ...list("deal price|deal amount|deal|deal total|deal value|sold price|closing price|final price"),
      ...landed(
        "成交价|成交总价|成交金额|成交额|成交总额|成交价格|成交价款|成交总价款|成交地价|成交总地价|成交价总额|最终成交价|最终成交总价",
        "竞得价|竞得总价|竞得价格|竞得金额|竞得价款|落锤价|摘牌价|摘牌总价|受让价格|受让价款|受让金额|拿地价|拿地总价|拿地金额|中标价",
      ),
      ...list("土地出让金|土地出让金总额|出让金|土地出让价款|出让价款|土地价款"),
      ...landed("sale price|sales price|sale amount|selling price|transaction price|transaction amount|transaction value"),
      ...landed("transacted price|transacted amount|hammer price|winning bid|winning price|consideration"),
      ...list("land cost|land price|total deal price|total deal amount|land deal price"),
    ],
  },
  benchmark: {
    kind: "money",
    label: { en: "benchmark", zh: "可比基准价" },
    words: list(
      "基准|基准价|可比基准|可比基准价|可比价|上次起拍价|上次起始价|上次挂牌价|前次起拍价|前次起始价|前次挂牌价|上轮起拍价|上轮起始价|上轮挂牌价",
      "首次起拍价|首次起始价|首次挂牌价|原起拍价|原起始价|原挂牌价",
      "benchmark|benchmark price|benchmark amount|prior start|earlier start|previous start|previous starting price",
      "prior starting price|earlier starting price|original starting price|previous reserve price",
    ),
  },
  premium: {
    kind: "share",
    label: { en: "premium", zh: "溢价率" },
    words: list(
      "溢价率|溢价幅度|溢价比例|成交溢价率|土地溢价率|地块溢价率",
      "premium|premium rate|premium ratio|premium over start|premium to start|premium over reserve|premium to reserve",
    ),
  },
  cut: {
    kind: "share",
    label: { en: "price cut", zh: "降价幅度" },
    words: list("降价幅度|降价率|降价比例|降价程度|降幅|跌幅|价格降幅", "price cut|cut|cut rate|price reduction|price drop"),
  },
  backstop: {
    kind: "yes-no",
    label: { en: "backstop", zh: "兜底" },
    words: list(
      "兜底|是否兜底|兜底成交|是否兜底成交|是否为兜底|托底|是否托底|托底成交|是否托底成交|城投兜底|城投托底|是否城投兜底|是否城投托底",
      "backstop|is backstop|backstop lot|backstop deal|backstopped|lgfv backstop",
    ),
  },
  government: {
    kind: "yes-no",
    label: { en: "buyer controlled by the city's government", zh: "本市政府控制" },
    words: list(
      "政府控制|本市政府控制|竞得人为本市政府控制|是否政府控制|是否本市政府控制|是否城投|是否本地城投|是否本市城投|是否城投拿地|是否城投平台",
      "government buyer|government controlled|gov controlled|city controlled|city government controlled|lgfv|is lgfv|lgfv buyer",
    ),
  },
  listed: {
    kind: "yes-no",
    label: { en: "listed buyer", zh: "上市公司" },
    words: list("上市公司|是否上市|是否上市公司|是否为上市公司|竞得人为上市公司", "listed|listed company|is listed|listed buyer"),
  },
  winner: {
    kind: "name",
    label: { en: "winner", zh: "竞得人" },
    words: list(
      "竞得人|竞得人名称|竞得者|竞得方|竞得单位|竞得企业|竞得公司|竞得房企|竞得主体|受让方|受让人|受让单位|受让企业|受让公司|土地受让人|土地使用权人",
      "买受人|买方|中标人|中标单位|中标企业|成交单位|成交企业|拿地企业|拿地房企|拿地主体|拿地公司|拿地方|摘牌企业|摘牌单位|摘牌方",
      "winner|winner name|buyer|buyer name|winning bidder|successful bidder|winning developer|developer|purchaser|acquirer|grantee|transferee",
    ),
  },
  status: {
    kind: "status",
    label: { en: "outcome", zh: "成交状态" },
    words: list(
      "状态|成交状态|交易状态|出让状态|地块状态|土地状态|结果|成交结果|出让结果|交易结果|拍卖结果|挂牌结果|竞价结果|竞买结果|竞拍结果|土拍结果",
      "是否成交|成交与否|成交情况|出让情况|交易情况",
      "status|result|outcome|sold|is sold|sold or not|sale status|deal status|transaction status|auction result|auction outcome|sale result",
    ),
  },
  unsold: {
    kind: "yes-no",
    label: { en: "failed", zh: "流拍" },
    words: list("流拍|是否流拍|是否流标|是否未成交", "failed|is failed|unsold|is unsold|withdrawn"),
  },
  remark: {
    kind: "remark",
    label: { en: "remark, only checked", zh: "备注，仅核对" },
    words: list(
      "备注|备注说明|说明|情况说明|其他|其它|成交方式|出让方式|交易方式|竞得方式",
      "remark|remarks|note|notes|comment|comments|sale method|transfer method",
    ),
  },
  price: {
    kind: "price",
    label: { en: "price", zh: "房价" },
    words: list(
      "房价|价格|住宅价格|挂牌房价|成交房价|二手房价|二手房价格|新房价|新房价格",
      "price|home price|house price|housing price|asking price|listing price|median price",
    ),
  },
  rent: {
    kind: "rent",
    label: { en: "rent", zh: "租金" },
    words: list(
      "租金|租|房租|租价|租金水平|租金价格|住宅租金|挂牌租金|成交租金",
      "rent|rents|rental|asking rent|rental price|rent price",
    ),
  },
} as const satisfies Record<string, MeaningEntry>;

export type Meaning = keyof typeof meanings;

/** Prices that are per square metre by their own name … */
export const areaPriceWords: readonly string[] = list(
  "单价|均价|平均单价|平均价格|成交均价|成交单价|挂牌均价|挂牌单价|房价均价|参考均价|参考单价|签约均价|网签均价|备案均价",
  "二手房均价|二手均价|二手房单价|二手房挂牌均价|二手房成交均价|二手住宅均价|新房均价|新房成交均价|住宅均价|商品房均价|商品住宅均价",
  "住宅成交均价|板块均价|小区均价|楼盘均价",
  "unit price|average price|avg price|mean price|average selling price|average asking price|average listing price|asp",
);

/** … and those that are the price of a whole home. */
export const totalPriceWords: readonly string[] = list(
  "总价|房屋总价|房价总价|平均总价|套均总价|单套总价|整套总价|整套价格",
  "total price|home value|price per home|price per flat|price per apartment",
);

/** Words that change nothing in a heading: 每㎡ is ㎡, "price per square metre" is price and square metre. */
export const fillers: readonly string[] = list("每|本次|本轮|本批次", "per|in|of|the");

/** Words for averages of prices, rents and premiums. */
export const averageWords: readonly string[] = ["平均", "average", "avg"];

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
  ...[
    "流拍",
    "流标",
    "流挂",
    "未成交",
    "未售出",
    "未出让",
    "否",
    "无人报名",
    "无人报价",
    "无人竞买",
    "无人应价",
    "无人竞得",
    "无竞得人",
  ],
  ...["终止", "终止出让", "终止拍卖", "终止挂牌", "撤牌", "撤拍", "撤回", "撤销", "撤地", "已撤牌"],
  ...["中止", "中止出让", "中止拍卖", "暂停", "暂停出让", "延期", "延期出让", "延期拍卖", "推迟", "取消", "取消出让"],
  ...["failed", "unsold", "notsold", "no", "nobid", "nobids", "passedin", "withdrawn", "suspended", "terminated", "postponed"],
  ...["cancelled", "canceled"],
]);

/** A premium of 0 in words. */
export const atStartWords: ReadonlySet<string> = new Set(["底价", "底价成交", "零溢价", "无溢价"]);

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

/** Headings worth naming when a column that is needed is missing: what they hold may be it, in other words or another unit. */
export const nearWords: Readonly<Partial<Record<Meaning, RegExp>>> = {
  start: /起始|起拍|起叫|起价|底价|挂牌|start|reserve|opening|upset/,
  deal: /成交|竞得|落锤|摘牌|受让|出让金|拿地|deal|sold|sale|hammer|transact|landpremium/,
  price: /价|price|asp/,
  rent: /租|rent/,
};

/** A remark's first clause that says who stood in: a lot of which it says so is a backstop. */
export const backstopRemark = /^(兜底|托底|城投兜底|城投托底|兜底成交|托底成交|backstop)$/;

/** A row that sums others up or averages them, by the text that names it, as `compact` leaves it: 合计, 郑州合计, 共15宗. */
const totalsRowZh =
  /^(.{0,12}(合计|总计|小计|共计|汇总|累计|总和|总量|总数|平均值?|均值|中位数|中值)(共?\d+[宗块幅个](地块|土地)?)?|共?\d+[宗块幅](地块|土地)?|共\d+[宗块幅个].{0,6}|(本[次轮批]|全[市区省县]|全部|全体|所有|总体|整体|总)(共?\d+[宗块幅个])?(地块|土地|城市|区域|成交)?|(总|累计)(成交|供应|出让|推出)[额量价]?|[σ∑])$/;

/** The same in English, as it stands, in lower case and without brackets: Total, Subtotal A, Hefei total, City average. */
const totalsRowEn =
  /^((grand|overall|city|round|sub)[ -]?)?totals?\b|\b(sub-?)?totals?$|^(all|overall|sum|aggregate|combined|city-?wide)( (the )?(lots|plots|parcels|sites|cities|districts|boards|rounds|sales))?$|\b(average|avg|mean|median)$|^(average|avg|mean|median)( of\b.*)?$/;

/** Whether a text names a row of totals or averages. */
export function namesTotal(text: string, compacted: string): boolean {
  return totalsRowZh.test(compacted) || totalsRowEn.test(text);
}

/** A row that only remarks on the table, by the beginning of its first text: 注：…, 数据来源：…, Source: … */
export const remarkRow =
  /^(注|备注|说明|附注|数据来源|资料来源|来源|数据截至|截至|制表|sources?|notes?|remarks?|as of)([：:]|\s|\d|$)/;

/** A text that is a sentence, not a name: *剔除…, or with marks in it that no name has. */
export const sentence = /^[*※●•]|[。：；！？:;!?]/;
