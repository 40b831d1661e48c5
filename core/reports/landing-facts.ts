/** Figures of report 000: what answers cite or state as facts. Their made-up arithmetic is in landing-examples.ts. */
import type { Text } from "../errors.js";
import { answer, relay, wan } from "./answer-figures.js";
import { type Context, type Particulars, point, type Row, span } from "./figure.js";

function stated(en: string, zh: string, kind: Context["kind"] = "claim"): Pick<Context, "scope" | "kind"> {
  return { scope: { en, zh }, kind };
}

/** A share or change printed as a percentage with so many decimals. */
function percent(value: number, decimals: number, en: string, zh: string, more: Particulars = {}): Row<number> {
  return point(value, decimals + 2, "fraction", en, zh, more);
}

const trillion = (value: number, decimals: number, en: string, zh: string, more: Particulars = {}) =>
  point(value, decimals, "trillion-yuan", en, zh, more);

const evergrande: Text = { en: "Evergrande", zh: "恒大" };
const sixBanks: Text = { en: "six large banks", zh: "六大行" };
const newHomes: Text = { en: "new homes sold a year", zh: "全年新房销售" };

export const answer3 = answer(3, stated("local-government and developer debt", "地方与房企债务"), {
  bonds2021: trillion(5.79, 2, "urban-investment bonds issued", "城投债发行额", { when: "2021" }),
  bondsGrowth2021: percent(0.26, 0, "growth on the year", "同比增长", { when: "2021" }),
  localDebt: trillion(30, 0, "local debt on the books", "台面上地方债", { when: "2021" }),
  hiddenDebt: span([2, 3], 0, "multiple", "hidden debt over it", "台面下债务倍数", { when: "2021" }),
  evergrandeLand: point(4424, 0, "hundred-million-yuan", "land bought in two years", "两年拿地金额", {
    scope: evergrande,
    when: "2016/2017",
  }),
  evergrandeCash2015: point(0.98, 2, "multiple", "cash over short-term debt", "现金短债比", { scope: evergrande, when: "2015" }),
  evergrandeCash2017: point(0.43, 2, "multiple", "cash over short-term debt", "现金短债比", { scope: evergrande, when: "2017" }),
  evergrandeGearing2015: percent(1.36, 0, "net gearing", "净负债率", { scope: evergrande, when: "2015" }),
  evergrandeGearing2017: percent(2.4, 0, "net gearing", "净负债率", { scope: evergrande, when: "2017" }),
  bankLoans2018: trillion(5.13, 2, "loans added in the year", "新增贷款和垫款", { scope: sixBanks, when: "2018" }),
  mortgageShare2018: percent(0.49, 0, "of which mortgages", "其中个人住房贷款占比", { scope: sixBanks, when: "2018" }),
  soldValue2021: trillion(18, 0, "value", "销售额", { scope: newHomes, when: "2021" }),
  soldArea2021: soldArea(18, { when: "2021" }),
  soldValueNow: trillion(9, 0, "value", "销售额", { scope: newHomes, when: "2025" }),
  soldAreaNow: soldArea(9, { when: "2025" }),
  soldValueSteady: trillion(7, 0, "value in the steady state", "稳态销售额", { scope: newHomes }),
  soldAreaSteady: soldArea(7),
  priceChange: percent(-0.5, 0, "change of price, “halved” like the volume", "价格变化（“量价腰斩”）", {
    scope: { en: "most places", zh: "大多数地方" },
    when: "2021/2025",
  }),
  longforProfit: percent(-0.45, 0, "profit on the year", "利润同比", {
    scope: { en: "Longfor", zh: "龙湖" },
    when: "2025-01/2025-06",
  }),
  dealsJuly: percent(0.1, 0, "number of deals", "交易量增长", {
    scope: { en: "second-hand homes, first tier", zh: "一线城市二手房" },
    when: "2025-07",
  }),
});

function soldArea(value: number, more: Particulars = {}) {
  return point(value, 0, "hundred-million-square-metres", "area", "销售面积", { scope: newHomes, ...more });
}

export const answer7 = answer(7, stated("the writer's own home", "答主自己的房子"), {
  loan: wan(180, "loan", "贷款", { when: "2017" }),
  years: point(8, 0, "years", "repaid for", "已还年数", { when: "2017/2025" }),
  balance: point(130, -1, "ten-thousand-yuan", "balance", "贷款余额", { when: "2025", qualifier: "above" }),
  price: point(130, -1, "ten-thousand-yuan", "price now", "现价", { when: "2025", qualifier: "above" }),
});

export const answer8Facts = answer(8, stated("government debt", "政府负债"), {
  debtRise: trillion(40, -1, "rise in five or six years", "五六年增加额", { when: "2019/2025" }),
});

export const answer10Facts = answer(10, stated("a flat bought at the peak", "最高位买入的大平层"), {
  fall: point(100, -2, "ten-thousand-yuan", "fall of its price", "已跌金额", { qualifier: "above" }),
});

const newHome: Text = { en: "new homes", zh: "新房" };
export const answer18 = answer(18, stated("what the treasury gets of a sale", "财政所得占成交额"), {
  newTake: span([0.5, 0.7], 2, "fraction", "share of the deal, new homes", "新房成交额占比"),
  oldTake: percent(0.05, 0, "share of the deal, second-hand homes", "二手房成交额占比", { qualifier: "below" }),
  usableShare: span([1, 1.4], 2, "fraction", "“floor-area ratio” of new homes", "新房“容积率”", { scope: newHome }),
  landSupply: percent(-0.7, 0, "land offered, on the previous period", "土拍供应环比", {
    scope: { en: "a large city", zh: "某都" },
  }),
  lprCuts: point(4, 0, "count", "cuts of the loan prime rate in a year", "LPR 一年下调次数"),
});

export const answer19 = answer(19, stated("the housing boom", "楼市繁荣期"), {
  boom: point(25, 0, "years", "length", "持续时间", { when: "1998/2023" }),
  newUrban: span([10_000_000, 20_000_000], -7, "persons", "people added to cities a year", "每年城市新增人口"),
});

export const answer27 = answer(27, stated("a flat in a school district of Hangzhou", "杭州一套学区房"), {
  bought: point(85_000, -3, "yuan-per-square-metre", "price paid", "买入价", { when: "2021" }),
  now: point(45_000, -3, "yuan-per-square-metre", "price now", "现价", { when: "2025" }),
  monthly: percent(-0.015, 1, "change a month", "每月跌幅"),
});

export const answer30 = answer(30, stated("a flat of 100 ㎡ in Shanghai", "上海一套 100 ㎡ 住房"), {
  ...relay(850, 650, 550),
  lastYear: wan(700, "price that buyers of last year were under", "去年买家成交价低于", { when: "2024", qualifier: "below" }),
  area: point(100, 0, "square-metres", "area", "面积"),
  builtPrice: point(30_000, -4, "yuan-per-square-metre", "price when built", "建成时价格", { when: "2013", qualifier: "above" }),
  soldFor: wan(650, "what the first owner sold for", "原房东卖出价"),
  crash: wan(350, "price that it will not fall to at once", "不会骤跌到的价格"),
  crashLoss: wan(500, "loss of one holder if it did", "若骤跌则一人亏损"),
});

export const answer39 = answer(39, stated("mortgages and shareholders", "房贷与股民", "measured"), {
  mortgages: trillion(37.74, 2, "mortgage balance", "个人住房贷款余额", { when: "2025-06" }),
  mortgagesBefore: trillion(37.9, 1, "mortgage balance, a quarter earlier", "上季末余额", { when: "2025-03" }),
  mortgagesYoy: percent(-0.001, 1, "balance on the year", "余额同比", { when: "2025-06" }),
  quartersFalling: point(9, 0, "count", "quarters in a row with a fall on the year", "连续同比下降季度数", { when: "2025-06" }),
  mortgagesPeak: trillion(38.9, 1, "mortgage balance at the peak", "余额峰值", { when: "2022-06/2022-09" }),
  accountsJuly: point(1_954_000, -3, "count", "share accounts opened", "A 股新开户数", { when: "2025-07" }),
  accountsGrowth: percent(0.1929, 2, "on the month before", "环比增长", { when: "2025-07" }),
  accountsPeak: point(6_839_700, -2, "count", "share accounts opened", "A 股新开户数", { when: "2024-10" }),
});

const shanghai: Text = { en: "an estate in Shanghai", zh: "上海某小区" };
const xian: Text = { en: "an estate in Xi'an", zh: "西安某小区" };
export const answer42 = answer(42, stated("the rise of 2019 to 2021", "2019–2021 年上涨"), {
  shanghaiBefore: wan(1400, "price", "价格", { scope: shanghai, when: "2019" }),
  shanghaiAfter: wan(2550, "price", "价格", { scope: shanghai, when: "2021" }),
  shanghaiRise: wan(1150, "rise in two years", "两年涨幅", { scope: shanghai, when: "2019/2021" }),
  xianBefore: wan(132, "price", "价格", { scope: xian }),
  xianAfter: wan(210, "price", "价格", { scope: xian }),
  xianRise: wan(78, "rise", "涨幅", { scope: xian }),
  shenzhenRise: span([0.08, 0.12], 2, "fraction", "rise after limits on purchase were eased", "放开郊区限购后涨幅", {
    scope: { en: "Shenzhen", zh: "深圳" },
    when: "2024",
  }),
});

export const answer48 = answer(48, stated("interest over the term of a mortgage, share of the loan", "房贷利息占贷款额"), {
  atMost: point(1 / 3, 6, "fraction", "what it should be at most", "应不超过"),
  enough: point(0.1, 1, "fraction", "what would be enough", "已嫌高的水平"),
  usual: percent(0.8, 0, "what it usually is", "目前普遍水平", { qualifier: "about" }),
});

export const answer52Facts = answer(52, stated("the housing market", "楼市"), {
  yearly: percent(-0.1, 0, "fall a year, at most", "每年跌幅，大致不超过", { qualifier: "about" }),
});

export const answer62 = answer(62, stated("shares", "股市"), {
  stocks: span([2, 5], 0, "multiple", "rise of many shares in half a year", "半年内股票涨幅", { when: "2025" }),
  csiBefore: point(3700, -2, "points", "CSI 300", "沪深 300", { when: "2025-01" }),
  csiAfter: point(4500, -2, "points", "CSI 300", "沪深 300", { when: "2025" }),
  yieldAtEnd: percent(0.05, 0, "rental yield at which the state will buy", "大范围收储时的租金收益率", {
    scope: { en: "homes", zh: "住房" },
    qualifier: "about",
  }),
});

export const answer66 = answer(66, stated("China's homes", "全国住房"), {
  fall: percent(-0.3, 0, "fall of the mean price", "平均价格跌幅", { when: "2021/2025" }),
  value: trillion(450, -1, "market value at the peak", "巅峰市值", { qualifier: "above" }),
  loss: trillion(150, -1, "loss that is shared out", "分摊的损失"),
  people: point(1.4e9, -8, "persons", "people who share it", "分摊人数"),
  perPerson: wan(10, "loss of each", "人均分摊", { qualifier: "about" }),
});

const town: Text = { en: "an estate in a small town", zh: "小城市某小区" };
const mu: Text = { en: "10 mu of land in a small town", zh: "小城市 10 亩地" };
export const answer67 = answer(67, stated("a small town", "小城市"), {
  oldPeak: point(10_000, -4, "yuan-per-square-metre", "price of an old estate at the peak", "老小区高峰价", { scope: town }),
  newPrice: point(12_000, -3, "yuan-per-square-metre", "price of a new estate", "新小区价格", { scope: town }),
  area: point(100, 0, "square-metres", "area of a flat", "建筑面积", { scope: town }),
  shared: point(80, -1, "square-metres", "of which “shared”", "其中“公摊”", { scope: town, qualifier: "below" }),
  towers: point(150, 0, "count", "households in two towers", "两栋小高层户数", { scope: mu }),
  lowRise: point(40, 0, "count", "households in four storeys", "四层洋房户数", { scope: mu }),
  landPrice: span([2000, 3000], -3, "ten-thousand-yuan", "price of the land", "土地价格", { scope: mu }),
  lowRisePrice: point(15_000, -3, "yuan-per-square-metre", "price of its homes", "洋房单价", { scope: mu }),
  villas: point(10, 0, "count", "villas", "别墅套数", { scope: mu }),
  villaPrice: span([500, 700], -2, "ten-thousand-yuan", "price of a villa", "别墅总价", { scope: mu }),
  villaLater: span([300, 400], -2, "ten-thousand-yuan", "price of a villa later", "日后别墅总价", { scope: mu }),
  rent: span([3000, 5000], -3, "money", "rent a month of a rebuilt flat, yuan", "改造后月租，元", { scope: town }),
  down: point(0.3, 1, "fraction", "usual down payment", "首付比例"),
  left: span([0.2, 0.3], 1, "fraction", "price that is left after the worst fall", "跌得最狠时剩余价格"),
});

export const answer69Facts = answer(69, stated("the housing boom", "楼市繁荣期"), {
  boom: point(20, -1, "years", "length", "持续时间", { qualifier: "about" }),
  contraction: span([4, 5], 0, "years", "contraction so far", "已收缩时间"),
});

export const answer75 = answer(75, stated("defaulters and foreclosed homes", "失信人与法拍房", "measured"), {
  defaulters: point(8_500_000, -5, "persons", "people on the list of defaulters", "失信被执行人", { qualifier: "above" }),
  listed: point(768_000, -3, "count", "foreclosed homes listed", "法拍房挂拍套数", { when: "2024" }),
  sold: point(176_000, -3, "count", "of which sold", "法拍房成交套数", { when: "2024" }),
});

const us: Text = { en: "shares in the United States", zh: "美股" };
const policy: Text = { en: "policies", zh: "政策" };
const longRun: Text = { en: "money and mortgages", zh: "货币与房贷" };
export const answer105 = answer(105, stated("China's housing market", "中国楼市"), {
  inventory: trillion(93, 0, "value of unsold homes", "未售房地产库存", { when: "2024-12" }),
  developerDebt: trillion(59, 0, "debt of developers", "房企整体负债", { when: "2024-12" }),
  vacancy: percent(0.3, 0, "vacant homes in lower tiers", "三四线城市空置率", { qualifier: "above" }),
  occupancy: percent(0.1, 0, "occupied homes in some new districts", "部分新区入住率", { qualifier: "below" }),
  japanDebt: percent(2.349, 1, "government debt, share of GDP", "政府债务占 GDP", {
    scope: { en: "Japan", zh: "日本" },
    when: "2023-12",
  }),
  japanBids: point(2.5, 1, "multiple", "bids over the amount offered, 20-year bonds", "20 年期国债投标倍数", {
    scope: { en: "Japan", zh: "日本" },
    when: "2025-05",
  }),
  cape: point(38.4, 1, "multiple", "cyclically adjusted price-earnings ratio", "席勒市盈率", { scope: us, when: "2025-08" }),
  techShare: percent(0.34, 0, "share of technology companies", "科技股市值占比", { scope: us, when: "2025-08" }),
  techShare2000: percent(0.33, 0, "share of technology companies in the bubble of 2000", "互联网泡沫时占比", {
    scope: us,
    when: "2000",
  }),
  topTenShare: percent(0.4, 0, "share of the ten largest companies", "前十大公司市值占比", { scope: us, when: "2025-08" }),
  earnings: percent(0.7, 0, "growth of earnings", "企业盈利增长", { scope: us, when: "2009/2023" }),
  marketRise: point(5, 0, "multiple", "rise of market value", "市值涨幅", { scope: us, when: "2009/2023" }),
  down: percent(0.15, 0, "least down payment", "最低首付比例", { scope: policy }),
  rateCut: point(-0.005, 3, "fraction", "cut of rates on existing mortgages", "存量房贷利率下调", { scope: policy }),
  whiteList: trillion(4, 0, "credit for projects on the white list", "“白名单”项目融资", { scope: policy }),
  debtCut: span([0.5, 0.7], 2, "fraction", "cut of developers' debts", "削债比例", { scope: policy }),
  villages: point(1_000_000, -4, "count", "homes in urban villages to be rebuilt", "城中村改造套数", {
    scope: policy,
    when: "2025",
  }),
  relending: point(3000, 0, "hundred-million-yuan", "relending for affordable homes", "保障性住房再贷款", { scope: policy }),
  moreYears: point(20, 0, "years", "further years of slow decline", "仍将缓跌年数"),
  inflation: percent(0.048, 1, "mean inflation of 20 years", "20 年平均通胀率", { scope: longRun, when: "2005/2025" }),
  moneyNow: wan(100, "an amount of today", "今天的金额", { scope: longRun }),
  moneyThen: point(40, -1, "ten-thousand-yuan", "what it was worth 20 years ago", "相当于 20 年前的金额", { scope: longRun }),
  mortgageRate: percent(0.026, 1, "mean mortgage rate", "平均房贷利率", { scope: longRun, when: "2025" }),
  realGain: percent(0.022, 1, "gain a year from borrowing", "贷款每年“收益”", { scope: longRun }),
});

export const answer110 = answer(110, stated("the writer's own home in Tianjin", "答主在天津的房子"), {
  bought: wan(170, "price paid", "总价", { when: "2022" }),
  down: wan(50, "down payment", "首付", { when: "2022" }),
  term: point(30, 0, "years", "term", "贷款年限"),
  payment: point(8000, -3, "money", "payment a month, yuan", "月供，元", { qualifier: "above" }),
  fall: percent(-0.3, 0, "change since, at most", "至今跌幅至少", { when: "2022/2025", qualifier: "below" }),
  loss: point(50, -1, "ten-thousand-yuan", "loss if sold, at least", "卖出至少亏损", { qualifier: "above" }),
});

export const answer134 = answer(134, stated("a mortgage paid to its end", "还清的房贷"), {
  paid: percent(1.5, 0, "all payments, share of the price", "总供款占楼价", { qualifier: "about" }),
  priceThen: span([3, 5], 0, "multiple", "price by then", "届时楼价倍数"),
});

export const answer135 = answer(135, stated("households with one home and a loan", "一套自住房的房奴"), {
  people: point(400_000_000, -8, "persons", "people", "人数"),
});

const seventy: Text = { en: "70 cities", zh: "70 个大中城市" };
export const answer136 = answer(136, stated("prices, developers and infrastructure", "房价、房企与基建"), {
  metroSubsidy: point(248, 0, "hundred-million-yuan", "subsidy of Beijing's underground", "北京地铁财政补贴", { when: "2024" }),
  metros: point(32, 0, "count", "cities with an underground compared", "统计城市数", { when: "2022" }),
  metrosInProfit2022: point(5, 0, "count", "in profit without subsidy", "扣除补贴后盈利城市", { when: "2022" }),
  metrosInProfit2024: point(2, 0, "count", "in profit without subsidy", "扣除补贴后盈利城市", { when: "2024" }),
  newFalling: point(52, 0, "count", "cities where new homes fell on the month", "新房环比下降城市数", { scope: seventy }),
  oldFalling: point(58, 0, "count", "cities where second-hand homes fell", "二手房环比下降城市数", { scope: seventy }),
  firstTier: tierFall(-0.073, "first tier", "一线城市"),
  secondTier: tierFall(-0.125, "second tier", "二线城市"),
  thirdTier: tierFall(-0.186, "third tier", "三线城市"),
  outflow: percent(0.54, 0, "developers with net outflow from investment", "投资现金流净流出房企"),
  inflow: percent(0.46, 0, "developers with net inflow", "净流入房企"),
  marketValue: wan(400, "market value of real estate, as printed", "地产总市值（所印）", { when: "2024" }),
  valueLoss: percent(-0.2, 0, "change of that value", "市值变化", { when: "2024" }),
});

function tierFall(value: number, en: string, zh: string) {
  return percent(value, 1, "mean price of homes, change", "住宅均价累计涨跌", { scope: { en, zh }, when: "2023-01/2025-06" });
}
