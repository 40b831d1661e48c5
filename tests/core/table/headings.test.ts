/** Headings as they stand in real tables: what they are read as, and which are left alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unitWords, writtenUnit } from "../../../core/table/heading-units.js";
import { compact, readHeading } from "../../../core/table/headings.js";
import { type Meaning, meanings } from "../../../core/table/vocabulary.js";

const names = Object.keys(meanings) as Meaning[];

describe("readHeading(text)", () => {
  it.each<[string, Meaning, string]>([
    ["起始价", "start", ""],
    ["起拍价（万元）", "start", "万元"],
    ["挂牌价(亿元)", "start", "亿元"],
    ["起始总价/亿", "start", "亿元"],
    ["起始价\n（单位：亿元）", "start", "亿元"],
    ["起始价 亿元", "start", "亿元"],
    ["start 起始价 亿元", "start", "亿元"],
    ["start_100m", "start", "亿元"],
    ["Starting price (100 million yuan)", "start", "亿元"],
    ["Starting price, RMB mn", "start", "百万元"],
    ["成交总价（10,000 yuan）", "deal", "万元"],
    ["【成交金额】", "deal", ""],
    ["ＤＥＡＬ　ＰＲＩＣＥ（ｙｕａｎ）", "deal", "元"],
    ["溢价率（％）", "premium", "%"],
    ["premium_pct", "premium", "%"],
    ["降价幅度", "cut", ""],
    ["上次起拍价（亿元）", "benchmark", "亿元"],
    ["是否兜底", "backstop", ""],
    ["是否城投", "government", ""],
    ["竞得人", "winner", ""],
    ["受让方", "winner", ""],
    ["成交状态", "status", ""],
    ["所在城市", "city", ""],
    ["区域", "district", ""],
    ["轮次", "round", ""],
    ["板块", "board", ""],
    ["二手房均价（元/㎡）", "price", "元/㎡"],
    ["单价 元/平方米", "price", "元/㎡"],
    ["单价（万元）", "price", "万元"],
    ["price_yuan_m2", "price", "元/㎡"],
    ["Price per square metre (yuan)", "price", "元/㎡"],
    ["总价（万元）", "price", "万元"],
    ["挂牌价（元/㎡）", "price", "元/㎡"],
    ["成交价 元/平", "price", "元/㎡"],
    ["月租金", "rent", "月"],
    ["租金（元/㎡·月）", "rent", "元/㎡/月"],
    ["年租（万元）", "rent", "万元/年"],
    ["每月租金(元)", "rent", "元/月"],
    ["Monthly rent (yuan/sqm)", "rent", "元/㎡/月"],
    ["rent per sqm per month", "rent", "㎡/月"],
    ["起始总价(人民币万元)", "start", "万元"],
    ["起始价（人民币：万元）", "start", "万元"],
    ["起始价（金额单位：人民币万元）", "start", "万元"],
    ["起始价（总价，万元）", "start", "万元"],
    ["土地出让金(亿元)", "deal", "亿元"],
    ["成交地价（万元）", "deal", "万元"],
    ["挂牌起始价(万元)", "start", "万元"],
    ["Starting price (¥m)", "start", "百万元"],
    ["Starting price (¥ million)", "start", "百万元"],
    ["Starting price (RMB'000)", "start", "千元"],
    ["Starting price (CNY 100 million)", "start", "亿元"],
    ["Starting price (in millions of yuan)", "start", "百万元"],
    ["Reserve price (RMB bn)", "start", "十亿元"],
    ["Total reserve price, RMB 10k", "start", "万元"],
    ["Land cost (RMB m)", "deal", "百万元"],
    ["Hammer price (RMB mn)", "deal", "百万元"],
    ["Successful bidder", "winner", ""],
    ["Developer", "winner", ""],
    ["Auction result", "status", ""],
    ["Premium over reserve (%)", "premium", "%"],
    ["小区", "estate", ""],
    ["楼盘名称", "estate", ""],
    ["土拍轮次", "round", ""],
    ["宗地编号", "lot", ""],
    ["土地位置", "location", ""],
    ["受让单位", "winner", ""],
    ["备注", "remark", ""],
    ["成交方式", "remark", ""],
    ["是否流拍", "unsold", ""],
    ["行政区划", "district", ""],
    ["平均溢价率", "premium", ""],
    ["Median price (RMB psm)", "price", "元/㎡"],
  ])("%s is %s in %s", (text, meaning, unit) => {
    const heading = readHeading(text);
    expect([heading?.meaning, heading && writtenUnit(heading.unit)]).toEqual([meaning, unit]);
  });

  it.each([
    "",
    "亿元",
    "面积（㎡）",
    "容积率",
    "市区",
    "起始楼面价（元/㎡）",
    "成交楼面价",
    "楼面价",
    "起始价（不含税）",
    "起始价（楼面）",
    "地块成交价与起始价",
    "起始价/成交价",
    "起始价（万元/亿元）",
    "成交价（%）",
    "城市（万元）",
    "月租金（元/年）",
    "溢价（万元）",
    "降价幅度（万元）",
    "月份",
    "底价",
    "起始价2",
    "start deal",
    "起始价（万元/亩）",
    "Starting price (m)",
    "Starting price (million)",
    "Starting price (US$m)",
    "单位成交价",
    "平均成交价（万元）",
    "Average deal price",
    "起始价（单价）",
    "最高限价（万元）",
    "竞买保证金（万元）",
    "推出楼面均价（元/㎡）",
    "土地面积（㎡）",
    "是否国企",
  ])("%s is left alone", (text) => {
    expect(readHeading(text)).toBeUndefined();
  });

  it("knows prices of a square metre from those of a home", () => {
    const of = (text: string) => readHeading(text)?.of;
    expect([of("均价"), of("单价（万元）"), of("房价（元/㎡）"), of("总价"), of("房价（万元）"), of("房价")]).toEqual([
      "area",
      "area",
      "area",
      "total",
      "total",
      undefined,
    ]);
  });

  it("reads every word of the list as what the list says, also in full width, in brackets and in capitals", () => {
    for (const meaning of names) {
      for (const word of meanings[meaning].words) {
        for (const text of [word, word.toUpperCase(), ` （${word}） `]) expect(readHeading(text)?.meaning, text).toBe(meaning);
      }
    }
  });

  it("reads amounts with any unit before or after them", () => {
    const money = unitWords.filter(([unit]) => unit.money !== undefined);
    const amount = fc.constantFrom(...meanings.start.words, ...meanings.deal.words, ...meanings.benchmark.words);
    const unit = fc.constantFrom(...money.flatMap(([u, words]) => words.map((word) => [u.money, word] as const)));
    fc.assert(
      fc.property(amount, unit, fc.boolean(), (word, [name, spelling], before) => {
        const heading = readHeading(before ? `${spelling} ${word}` : `${word}（${spelling}）`);
        expect([heading?.meaning, heading?.unit.money]).toEqual([readHeading(word)?.meaning, name]);
      }),
    );
  });

  it("is never made of two meanings", () => {
    const word = fc.constantFrom(...names).chain((meaning) => fc.constantFrom(...meanings[meaning].words));
    fc.assert(
      fc.property(word, word, (a, b) => {
        const both = readHeading(`${a} ${b}`);
        if (both) expect(readHeading(a)?.meaning === both.meaning || readHeading(b)?.meaning === both.meaning).toBe(true);
      }),
    );
  });

  it("is not kept long by a long text", () => {
    const began = performance.now();
    for (let i = 0; i < 100; i++) readHeading("平".repeat(59) + i);
    readHeading("起始价".repeat(10_000));
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe("the list of words", () => {
  it("holds every word once, under one meaning, and units as compact leaves them", () => {
    const all: string[] = names.flatMap((meaning) => meanings[meaning].words.map(compact));
    expect(all.filter((word, i) => word === "" || all.indexOf(word) !== i)).toEqual([]);
    const spellings = unitWords.flatMap(([, words]) => [...words]);
    expect(spellings.filter((word) => compact(word) !== word)).toEqual([]);
    expect(spellings.filter((word) => all.includes(word))).toEqual([]);
  });
});
