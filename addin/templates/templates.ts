/** The sheets that can be inserted: land auction, institutional cost, yield clock, mortgage and relay, city card. */
import { type Channel, channels, type Text } from "soundings";
import { auctionTemplate } from "./auction.js";
import { type FormInput, formTemplate } from "./form.js";
import type { Template } from "./template.js";

const invented: Text = { en: "invented", zh: "虚构" };
const bottomReport: Text = { en: "report 002, as in the functions' examples", zh: "报告 002，同函数示例" };

const costReport: Text = { en: "report 001, its worked example", zh: "报告 001 的算例" };

function cost(channel: Channel): Text {
  const { en, zh } = channels[channel];
  return { en: `${en}, yuan/㎡`, zh: `${zh}，元/㎡` };
}

function money(name: string, label: Text, value: number, from = invented): FormInput {
  return { name, label, value, style: "input", allowed: "above-0", from };
}

function rate(name: string, label: Text, value: number, from = invented): FormInput {
  return { name, label, value, style: "percent", allowed: "rate", from };
}

const costTemplate = formTemplate({
  id: "cost",
  name: { en: "Institutional cost 制度成本", zh: "制度成本 Institutional cost" },
  title: { en: "What insiders paid, and how many times that the market asks", zh: "体制内成本与市价倍数" },
  inputs: [
    money("c1", cost("public"), 2000, costReport),
    money("c2", cost("employer"), 3800, costReport),
    money("c3", cost("policy"), 5500, costReport),
    money("w1", { en: "weight 1", zh: "权重 1" }, 5),
    money("w2", { en: "weight 2", zh: "权重 2" }, 3),
    money("w3", { en: "weight 3", zh: "权重 3" }, 2),
    money("price", { en: "market price, yuan/㎡", zh: "市价，元/㎡" }, 15000),
    money("inst", { en: "institutional layer, yuan/㎡", zh: "制度溢价层，元/㎡" }, 3000),
    money("market", { en: "market layer, yuan/㎡", zh: "市场层，元/㎡" }, 4000),
  ],
  answers: [
    {
      name: "ihci",
      label: { en: "IHCI, yuan/㎡", zh: "制度成本 IHCI，元/㎡" },
      formula: "=IHCI({c1}:{c3},{w1}:{w3})",
      style: "amount",
    },
    { name: "mult", label: { en: "multiple", zh: "倍数" }, formula: "=IHCI_MULT({price},{ihci})", style: "amount" },
    { name: "zone", label: { en: "zone", zh: "分区" }, formula: "=IHCI_ZONE({mult})", style: "answer" },
  ],
  spill: { label: { en: "layers of the price", zh: "价格分层" }, formula: "=IHCI_LAYERS({price},{ihci},{inst},{market})" },
  chart: (place) => ({
    kind: "columns",
    title: { en: "Layers of the price, yuan/㎡", zh: "价格分层，元/㎡" },
    range: below(place("spill"), 4),
  }),
});

const clockTemplate = formTemplate({
  id: "clock",
  name: { en: "Yield clock 回报率时钟", zh: "回报率时钟 Yield clock" },
  title: { en: "Months until volume and price steady", zh: "距成交与房价企稳的月数" },
  inputs: [
    { name: "as_of", label: { en: "month of the data", zh: "数据月份" }, value: "2025-09", style: "input", from: bottomReport },
    rate("gross", { en: "gross rental yield", zh: "毛租金回报率" }, 0.0237, bottomReport),
    rate("anchor", { en: "anchor yield", zh: "锚" }, 0.025, bottomReport),
    rate("price_mom", { en: "price change per month", zh: "房价月环比" }, -0.008, bottomReport),
    rate("rent_mom", { en: "rent change per month", zh: "租金月环比" }, -0.0025, bottomReport),
    rate("share", { en: "second-hand share", zh: "二手占比" }, 0.577, bottomReport),
    rate("target", { en: "steady share", zh: "稳态占比" }, 0.6, bottomReport),
    rate("pace", { en: "rise of the share per year", zh: "占比每年上升" }, 0.08, bottomReport),
  ],
  answers: [
    {
      name: "gap",
      label: { en: "distance to the anchor, bp", zh: "距锚，基点" },
      formula: "=RENT_GAP({gross},{anchor})",
      style: "points",
    },
    {
      name: "months",
      label: { en: "months to the anchor", zh: "距锚月数" },
      formula: "=RENT_MONTHS({gross},{anchor},{price_mom},{rent_mom})",
      style: "points",
    },
    {
      name: "fall",
      label: { en: "price change to the anchor at today's rent", zh: "租金不变时到锚的房价变动" },
      formula: "=ANCHOR_PRICE({gross},{anchor})",
      style: "share",
    },
  ],
  spill: {
    label: { en: "bottom card", zh: "触底卡" },
    formula: "=BOTTOM_CARD({as_of},{share},{target},{pace},{gross},{anchor},{price_mom},{rent_mom})",
  },
  chart: (place) => ({ kind: "columns", title: { en: "Months to steady", zh: "距企稳月数" }, range: below(place("spill"), 2) }),
});

const relayTemplate = formTemplate({
  id: "relay",
  name: { en: "Mortgage, relay 房贷接力", zh: "房贷接力 Mortgage, relay" },
  title: { en: "A mortgage in a falling market, and the loss handed from holder to holder", zh: "下跌中的房贷与接力的损失" },
  inputs: [
    money("loan", { en: "loan", zh: "贷款额" }, 700000),
    rate("rate", { en: "yearly rate", zh: "年利率" }, 0.035),
    money("months", { en: "months", zh: "期数（月）" }, 360),
    rate("ltv", { en: "loan to value", zh: "贷款成数" }, 0.7),
    rate("fall", { en: "price change per month", zh: "房价月环比" }, -0.01),
    rate("down", { en: "down payment", zh: "首付比例" }, 0.3),
    money("p1", { en: "price paid by holder 1", zh: "第 1 棒买价" }, 1000),
    money("p2", { en: "… sold to holder 2 at", zh: "第 2 棒买价" }, 700),
    money("p3", { en: "… to holder 3 at", zh: "第 3 棒买价" }, 500),
    money("p4", { en: "… and last at", zh: "最后卖价" }, 400),
  ],
  answers: [
    { name: "pay", label: { en: "monthly payment", zh: "月供" }, formula: "=MORT_PAY({loan},{rate},{months})", style: "amount" },
    {
      name: "owed",
      label: { en: "owed after 60 months", zh: "60 个月后余额" },
      formula: "=MORT_BALANCE({loan},{rate},{months},60)",
      style: "amount",
    },
    {
      name: "month",
      label: { en: "first month under water", zh: "首个资不抵债月" },
      formula: "=UNDERWATER({ltv},{rate},{months},{fall})",
      style: "answer",
    },
    {
      name: "safe",
      label: { en: "safe fall per month", zh: "安全月跌幅" },
      formula: "=SAFE_FALL({ltv},{rate},{months})",
      style: "share",
    },
  ],
  spill: { label: { en: "relay", zh: "接力" }, formula: "=RELAY({p1}:{p4},{down})" },
  chart: (place) => ({
    kind: "line",
    title: { en: "Price from holder to holder", zh: "逐棒价格" },
    range: `${place("p1")}:${place("p4")}`,
  }),
});

const cityTemplate = formTemplate({
  id: "city",
  name: { en: "City card 城市卡", zh: "城市卡 City card" },
  title: { en: "One city on one page", zh: "一城一页" },
  inputs: [
    {
      name: "city",
      label: { en: "city, Chinese name", zh: "城市" },
      value: "郑州",
      style: "input",
      from: { en: "report 003 ranks 22 cities", zh: "报告 003 的上榜城市" },
    },
    money("price", { en: "price of a home", zh: "一套房价" }, 1230000),
    money("income", { en: "yearly household income", zh: "家庭年收入" }, 100000),
    money("rent", { en: "yearly rent of it", zh: "年租金" }, 29151),
    rate("anchor", { en: "anchor yield", zh: "锚" }, 0.025, bottomReport),
    rate("rent_yoy", { en: "rents on the year", zh: "租金同比" }, -0.02),
  ],
  answers: [
    { name: "score", label: { en: "HPI, published", zh: "保值力指数（报告值）" }, formula: "=HPI_CITY({city})", style: "points" },
    { name: "band", label: { en: "band", zh: "分区" }, formula: "=HPI_BAND({score})", style: "answer" },
    { name: "pir", label: { en: "price to income", zh: "房价收入比" }, formula: "=PIR({price},{income})", style: "points" },
    {
      name: "gross",
      label: { en: "gross rental yield", zh: "毛租金回报率" },
      formula: "=RENT_YIELD({rent},{price})",
      style: "share",
    },
    {
      name: "fall",
      label: { en: "price change to the anchor", zh: "到锚的房价变动" },
      formula: "=ANCHOR_PRICE({gross},{anchor})",
      style: "share",
    },
    {
      name: "stable",
      label: { en: "passes the screen of steady cities", zh: "符合企稳城市特征" },
      formula: "=STABLE_SCREEN({gross},{rent_yoy})",
      style: "answer",
    },
  ],
  spill: { label: { en: "anchor band", zh: "锚的区间" }, formula: "=RENT_ANCHOR({anchor})" },
  chart: (place) => ({ kind: "columns", title: { en: "Anchor band", zh: "锚的区间" }, range: across(place("spill"), 3) }),
});

/** Label and value, so many rows from a spill's first. */
function below(value: string, rows: number): string {
  const row = Number(value.slice(1));
  return `A${row}:B${row + rows - 1}`;
}

/** One row of values from a spill's first. */
function across(value: string, columns: number): string {
  const row = value.slice(1);
  return `A${row}:${String.fromCharCode("A".charCodeAt(0) + columns - 1)}${row}`;
}

export const templates: readonly Template[] = [auctionTemplate, costTemplate, clockTemplate, relayTemplate, cityTemplate];
