/** A home passed from holder to holder, told in parts: RELAY with its chart, and RELAY_COUNT. */
import { fallCarried, type Text, tolerance, unroundedRelayCount } from "soundings";
import { colours } from "./figure.js";
import { compared, inDifference, inUnit, sumOfColumn, term } from "./numbers.js";
import type { Call, Chart, Part, Story, Teller } from "./story.js";

type Holder = readonly [holder: number, buy: number, sell: number, loss: number, share: number, within: boolean];

/** Holders told one by one; the table has them all. */
const toldHolders = 6;

function relay(call: Call): Story {
  const rows = call.rows() as readonly Holder[];
  const down = call.number("down");
  const told = rows.slice(0, toldHolders);
  const losses = rows.map(([, , , loss]) => loss);
  const greatest = Number(call.field("max_pct"));
  const allWithin = call.field("all_within") === true;
  return {
    parts: [
      ...told.flatMap((row) => holder(row, down)),
      {
        text: { en: "loss of all holders", zh: "合计亏损" },
        formula: sumOfColumn(losses, "money", call.language),
        value: call.field("total"),
        unit: "money",
      },
    ],
    formula: "",
    thresholds: [greatest > 0 && call.crossing("down", allWithin ? "<" : "≥", greatest, allWithin ? oneBeyond : nobodyBeyond)],
    chart: steps(call.column("prices")),
  };
}

const nobodyBeyond: Text = { en: "every holder within", zh: "每一任都在首付之内" };
const oneBeyond: Text = { en: "a holder beyond", zh: "有一任超出首付" };

function holder([number, buy, sell, loss, share, within]: Holder, down: number): Part[] {
  const sign = within ? "≤" : ">";
  const judged = compared(share, down, "fraction").join(` ${sign} `);
  const verdict = { en: within ? "within" : "beyond", zh: within ? "未超首付" : "超出首付" };
  const [bought, sold] = inDifference(buy, sell, "money");
  return [
    {
      text: { en: `holder ${number} loses`, zh: `第 ${number} 任亏损` },
      formula: `${bought} − ${sold}`,
      value: loss,
      unit: "money",
    },
    {
      text: { en: `share of the price paid: ${verdict.en} (${judged})`, zh: `占买价：${verdict.zh}（${judged}）` },
      formula: `(${bought} − ${sold}) / ${bought}`,
      value: share,
      unit: "fraction",
    },
  ];
}

function steps(prices: readonly number[]): Chart {
  return {
    label: { en: "The price from holder to holder", zh: "逐棒价格" },
    figure: (language) => ({
      data: [
        {
          type: "scatter",
          mode: "lines+markers",
          x: prices.map((_, i) => i),
          y: prices,
          line: { shape: "hv", color: colours.loss },
        },
      ],
      layout: { xTitle: { en: "sale", zh: "转手" }[language] },
    }),
  };
}

function relayCount(call: Call): Story {
  const [fall, most, holders] = [call.number("total_fall"), call.number("max_loss"), Number(call.answer)];
  if (holders === 0) return { formula: `${inUnit(fall, "fraction")} = 0 → 0` };
  const limit = term(most, "fraction");
  const count = (n: number): Part => ({
    text: { en: `${n} holders carry at most`, zh: `${n} 任至多分摊` },
    formula: `1 − (1 − ${limit})^${n}`,
    value: fallCarried(n, most),
    unit: "fraction",
  });
  const [enough, tooFew] = [fallCarried(holders, most), fallCarried(holders - 1, most)];
  const apart = Math.min(Math.abs(enough - fall), Math.abs(fall - tooFew));
  const isExact = Math.abs(unroundedRelayCount(fall, most) - holders) <= holders * tolerance;
  const write = (share: number) => inUnit(share, "fraction", { apart: isExact ? fall - tooFew : apart });
  const [lower, own, upper] = [tooFew, isExact ? enough : fall, enough].map(write);
  const fewer = holders > 1 ? call.askNumber("FALL_RATE", { total_fall: fall, periods: holders - 1 }) : undefined;
  const becomes = (n: number): Text => ({ en: `${n} holders`, zh: `${n} 任` });
  return {
    parts: [holders > 1 && count(holders - 1), count(holders)],
    formula: `${lower} < ${own} ≤ ${upper} → ${inUnit(holders, "count")}`,
    thresholds: [
      fewer !== undefined && call.crossing("max_loss", "≥", fewer, becomes(holders - 1)),
      call.crossing("total_fall", ">", enough, becomes(holders + 1)),
    ],
  };
}

export const relayTellers: Readonly<Record<string, Teller>> = { RELAY: relay, RELAY_COUNT: relayCount };
