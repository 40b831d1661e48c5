/** Figures of report 000: the arithmetic that answers make up to explain themselves. Cited facts are in landing-facts.ts. */
import type { Text } from "../errors.js";
import { answer, relay, wan } from "./answer-figures.js";
import { type Context, point, span } from "./figure.js";

const home = worked("one home", "一套房");
const market = worked("the housing market", "楼市");

function worked(en: string, zh: string): Pick<Context, "scope" | "kind"> {
  return { scope: { en, zh }, kind: "worked-example" };
}

const each: readonly [string, string] = ["loss of each holder", "每人亏损"];
const whole: readonly [string, string] = ["loss of the whole chain", "合计亏损"];
const crash: readonly [string, string] = ["price after a crash", "暴跌后价格"];
const bankLoss: readonly [string, string] = ["loss of the bank, as printed", "银行坏账（所印）"];
const loan: readonly [string, string] = ["loan", "贷款"];
const down: readonly [string, string] = ["down payment", "首付"];
const holders: readonly [string, string] = ["holders who share the loss", "分担亏损人数"];

export const answer1 = answer(1, home, {
  loan: wan(1000, ...loan),
  crash: wan(100, ...crash),
  bankLoss: wan(1000, ...bankLoss),
  ...relay(1000, 900, 800),
  each: wan(100, ...each),
});

/** Answers 4 and 100 print the same relay. */
const relayOf2021 = {
  crash: wan(400, ...crash, { when: "2027" }),
  ...relay(1000, 700, 500, 400),
  whole: wan(600, ...whole, { when: "2021/2027" }),
  eachShare: point(0.3, 2, "fraction", "loss of each holder, share of the own price", "每人亏损比例", { qualifier: "below" }),
};
export const answer4 = answer(4, home, relayOf2021);
export const answer100 = answer(100, home, relayOf2021);

export const answer8 = answer(8, worked("a household's balance sheet, in yuan", "家庭资产负债表，单位元"), {
  assets2000: point(100, 0, "money", "assets", "资产", { when: "2000" }),
  debts2000: point(150, 0, "money", "debts", "负债", { when: "2000" }),
  assets2010: point(10000, 0, "money", "assets", "资产", { when: "2010" }),
  debts2010: point(10150, 0, "money", "debts", "负债", { when: "2010" }),
  smallDebts2010: point(4000, 0, "money", "debts, if they grow slowly", "负债（增长较慢）", { when: "2010" }),
});

export const answer10 = answer(10, worked("a development", "一个楼盘"), {
  opening: point(80000, -4, "yuan-per-square-metre", "opening price", "开盘价"),
  later: point(50000, -4, "yuan-per-square-metre", "price after the developer's cut", "降价后价格"),
});

export const answer13 = answer(13, home, { crash: wan(100, ...crash), ...relay(1000, 800, 600, 400) });

export const answer15 = answer(15, home, {
  bought: wan(500, "price paid", "买入价"),
  now: wan(200, "price now", "现价"),
  repaid: span([600, 700], -2, "ten-thousand-yuan", "principal and interest over the term", "本息合计"),
});

export const answer32 = answer(32, home, { crash: wan(500, ...crash), ...relay(1000, 800, 600, 400) });

export const answer43 = answer(43, worked("a share with a daily price limit", "有跌停板的股票"), {
  dailyLimit: point(-0.1, 2, "fraction", "fall a day, at most", "每日跌幅上限"),
  end: point(0.05, 2, "fraction", "share of the price that is left", "剩余价格占比"),
  atLeast: point(1, 0, "months", "time it takes, at least", "至少所需时间", { qualifier: "above" }),
});

export const answer44 = answer(44, market, {
  each: point(0.1, 2, "fraction", ...each),
  handOvers: point(5, 0, "count", "hand-overs", "换手次数"),
  whole: point(0.5, 2, "fraction", "loss of a single holder", "一批人亏损"),
});

const tenYears: Text = { en: "the same home after 10 years", zh: "同一套房，10 年后" };
const twentyYears: Text = { en: "the same home after 20 years", zh: "同一套房，20 年后" };
export const answer46 = answer(46, home, {
  bought: wan(1000, "price paid", "买入价"),
  down: wan(200, ...down),
  loan: wan(800, ...loan),
  interest: wan(200, "interest over the term", "利息合计"),
  crash: wan(500, ...crash),
  bankLoss: wan(1000, ...bankLoss),
  softPrice: wan(800, "price in a soft landing, first year", "软着陆首年价格"),
  balanceAt10: wan(400, "balance", "贷款余额", { scope: tenYears }),
  priceAt10: wan(400, "price, a little more than", "价格略高于", { scope: tenYears, qualifier: "above" }),
  balanceAt20: wan(0, "balance", "贷款余额", { scope: twentyYears }),
  priceAt20: wan(100, "price, less than", "价格不到", { scope: twentyYears, qualifier: "below" }),
});

export const answer49 = answer(49, home, {
  bought: wan(300, "price paid", "买入价"),
  down: wan(120, ...down),
  loan: wan(180, ...loan),
  now: wan(150, "latest deal in the estate", "小区最新成交价"),
});

export const answer50 = answer(50, market, {
  fall: point(-0.5, 1, "fraction", "fall of prices", "房价跌幅"),
  fast: point(1, 0, "years", "time of a fast fall", "快跌用时"),
  slow: point(5, 0, "years", "time of a slow fall", "慢跌用时"),
  yearly: point(-0.1, 1, "fraction", "fall a year", "每年跌幅"),
});

export const answer52 = answer(52, home, {
  tenure: point(70, 0, "years", "land-use right", "产权年限"),
  used: point(10, 0, "years", "years used", "已用年数"),
  wornByTenure: point(1 / 7, 6, "fraction", "fall by years used over tenure", "按产权年限折价"),
  wornAtLeast: point(0.1, 1, "fraction", "fall after those years, at least", "至少折价"),
  bought: wan(1000, "price paid", "买入价"),
  hoped: wan(1200, "price hoped for after ten years", "十年后期望价"),
});

export const answer54 = answer(54, home, {
  bought: wan(1200, "price", "房产价值"),
  loan: wan(1000, ...loan),
  crash: wan(200, ...crash),
  repaid: wan(100, "repaid before default", "断供前已还"),
  bankLoss: wan(700, ...bankLoss),
  ...relay(1200, 1100, 950, 800),
  firstLoss: wan(100, "loss of the first holder", "首个持有人亏损"),
});

export const answer58 = answer(58, home, {
  loan: wan(500, ...loan),
  term: point(30, 0, "years", "term", "贷款年限"),
  peak: wan(1000, "price at the peak", "高点价格"),
  listed: wan(600, "listing price now", "现挂牌价", { when: "2024" }),
});

export const answer62Example = answer(62, worked("a home measured in gold", "以黄金计价的房子"), {
  homeChange: point(-0.2, 2, "fraction", "change of the home's price", "房价涨跌"),
  goldChange: point(0.3, 2, "fraction", "change of the gold price", "金价涨跌"),
  inGold: point(-0.5, 2, "fraction", "change of the home in gold", "以黄金计的房价涨跌"),
});

export const answer66Example = answer(66, home, {
  ...relay(500, 400, 300, 200),
  whole: wan(300, ...whole),
  holders: point(3, 0, "count", ...holders),
  each: wan(100, ...each),
});

export const answer69 = answer(69, home, {
  bought: wan(600, "price paid", "买入价"),
  loan: wan(500, ...loan),
  crash: wan(450, ...crash),
  after: point(3, 0, "months", "time until then", "用时"),
});

export const answer72 = answer(72, market, {
  fall: point(-0.5, 1, "fraction", "fall of prices", "房价跌幅"),
  holders: point(5, 0, "count", ...holders),
  each: point(0.1, 2, "fraction", ...each),
});

export const answer76 = answer(76, worked("homes sold and not finished", "已售未交付住房"), {
  homes: point(1_000_000, -6, "count", "homes", "套数", { qualifier: "above", kind: "claim" }),
  yearly: point(50_000, -4, "count", "homes finished a year", "每年解决套数"),
  years: point(20, 0, "years", "time until all are finished", "全部解决所需时间"),
});

export const answer78 = answer(78, market, {
  handOvers: point(3, 0, "count", "hand-overs", "转手次数"),
  holders: point(3, 0, "count", ...holders),
  fall: point(-0.8, 1, "fraction", "fall of the price", "房价跌幅", { qualifier: "about" }),
});

export const answer82 = answer(82, home, {
  bought: wan(100, "price paid", "买入价"),
  down: wan(30, ...down),
  now: wan(70, "price now, equal to the loan", "现价，与贷款相同"),
});

export const answer84 = answer(84, market, {
  each: point(0.3, 2, "fraction", ...each),
  handOvers: point(3, 0, "count", "hand-overs", "转手次数"),
});

export const answer85 = answer(85, home, relay(1000, 800, 600));

export const answer88 = answer(88, home, {
  ...relay(1200, 1000, 800, 600, 400, 200),
  each: wan(200, ...each),
  down: point(0.3, 2, "fraction", "usual down payment, at least", "首付比例，一般不低于", { kind: "claim", qualifier: "above" }),
  bankLossAtZero: point(0, 0, "fraction", "loss of the bank at a price of zero", "房价归零时银行损失", { kind: "claim" }),
});

export const answer89 = answer(89, home, relay(100, 80, 60, 40, 20));

export const answer91 = answer(91, market, {
  fall: point(-0.9, 1, "fraction", "fall of prices", "房价跌幅"),
  hard: span([3, 5], 0, "years", "time of a hard landing", "硬着陆用时"),
  soft: span([20, 30], -1, "years", "time of a soft landing", "软着陆用时"),
});

export const answer93 = answer(93, home, { ...relay(100, 80, 60), whole: wan(40, ...whole) });

export const answer98 = answer(98, home, {
  ...relay(1000, 900, 800, 700, 600, 500, 400, 300, 200, 100),
  holders: point(9, 0, "count", ...holders),
  each: wan(100, ...each),
});

export const answer102 = answer(102, home, {
  bought: wan(1000, "price paid", "买入价"),
  down: wan(400, ...down),
  loan: wan(600, ...loan),
  yearly: wan(20, "repaid a year", "每年还款"),
  crash: wan(500, ...crash),
  balance1: wan(500, "balance, first stage", "余额，第一阶段"),
  keep1: wan(600, "price to be kept above", "房价须不低于", { qualifier: "above" }),
  balance2: wan(400, "balance, second stage", "余额，第二阶段"),
  keep2: wan(500, "price to be kept above", "房价须不低于", { qualifier: "above" }),
});

export const answer105Example = answer(105, home, { crash: wan(20, ...crash), ...relay(100, 80, 60, 40, 20) });

export const answer111 = answer(111, home, {
  bought: wan(1000, "price paid", "买入价"),
  now: wan(500, "price now", "现价"),
  stillOwed: wan(200, "still owed after the sale", "卖房后仍欠银行"),
});

export const answer113 = answer(113, home, {
  ...relay(400, 300, 200, 100, 120, 140, 160),
  each: wan(100, ...each),
  gain1: wan(140, "gain of the first holder in the second round, as it seems", "第一人在第二轮“似乎”赚"),
  gain2: wan(60, "gain of the second", "第二人“似乎”赚"),
  gain3: wan(40, "gain of the third", "第三人“似乎”赚"),
  gain4: wan(20, "gain of the fourth", "第四人赚"),
});

export const answer116 = answer(116, home, {
  crash: wan(10, ...crash),
  loss: wan(90, "loss of a single holder", "一人亏损"),
  ...relay(100, 90, 80, 70, 60),
  each: wan(10, ...each),
});

export const answer118 = answer(118, market, {
  fall: point(-0.8, 1, "fraction", "fall of prices", "房价跌幅"),
  holders: point(5, 0, "count", ...holders),
});

export const answer120 = answer(120, home, {
  ...relay(1000, 900, 800, 700, 600, 500, 400, 300, 200, 100),
  whole: wan(900, ...whole),
  holders: point(9, 0, "count", ...holders),
  each: wan(100, ...each),
});

export const answer126 = answer(126, home, {
  bought: wan(100, "price paid", "买入价"),
  nominal: wan(80, "price at hand-over of the finished home", "交房时售价"),
  real: wan(60, "the same in the money of the purchase", "按购房时币值"),
});

export const answer128 = answer(128, home, { ...relay(200, 150, 100, 50), each: wan(50, ...each) });

export const answer129 = answer(129, market, {
  single: wan(100, "loss of a single holder", "一人亏损"),
  holders: point(10, 0, "count", ...holders),
  each: wan(10, ...each),
});

export const answer139 = answer(139, home, {
  bought: wan(1000, "price paid", "买入价"),
  loan: wan(800, ...loan),
  mild: wan(800, "price, mild fall", "合理波动时房价"),
  strained: wan(600, "price at which the bank negotiates", "银行愿意协商时房价"),
  strainedLoss: wan(200, "loss of the holder then, as printed", "此时亏损（所印）"),
  systemic: wan(400, "price at which the risk is systemic", "系统性风险时房价"),
  systemicOwed: wan(400, "still owed after a sale then", "此时卖房后仍欠"),
});
