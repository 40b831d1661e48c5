/** The layers of a price, eaten by a fall: IHCI_LAYERS with its chart. */
import { type Language, layerOrder, type PriceLayers, type Text } from "soundings";
import type { Threshold } from "./crossing.js";
import { colours } from "./figure.js";
import { inDifference, inUnit } from "./numbers.js";
import type { Call, Chart, Part, Story } from "./story.js";

const unit = "yuan-per-square-metre";
const price = (value: number) => inUnit(value, unit);

const names = {
  financial: { en: "financial layer", zh: "金融层" },
  market: { en: "market layer", zh: "市场层" },
  institutional: { en: "institutional layer", zh: "制度溢价层" },
  ihci: { en: "institutional cost", zh: "制度成本" },
} as const satisfies Record<(typeof layerOrder)[number], Text>;

export function layers(call: Call): Story {
  const before = call.ifInstead({ price_now: undefined }) as PriceLayers | undefined;
  const now = call.answer as unknown as PriceLayers;
  if (before === undefined) return {};
  const [paid, own, inst, market] = ["price", "ihci", "inst", "market"].map((name) => call.number(name));
  const hasFallen = call.has("price_now");
  const left = layerOrder.map(
    (name): Part => ({
      text: { en: `${names[name].en}, less what the fall eats`, zh: `${names[name].zh}，减去下跌侵蚀的部分` },
      formula: inDifference(before[name], before[name] - now[name], unit).join(" − "),
      value: now[name],
      unit,
    }),
  );
  return {
    parts: [
      {
        text: { en: "financial layer before the fall: what the others leave", zh: "下跌前的金融层：其余各层之外" },
        formula: [paid, own, inst, market].map((value) => price(value ?? 0)).join(" − "),
        value: before.financial,
        unit,
      },
      ...(hasFallen ? left : []),
    ],
    formula: "",
    thresholds: [nextLayer(call, before, now)],
    chart: layerChart(before, now, hasFallen),
  };
}

/** The price below which a fall eats the next layer. */
function nextLayer(call: Call, before: PriceLayers, now: PriceLayers): Threshold | false {
  const present = layerOrder.filter((name) => before[name] > 0);
  const next = now.stage === "none" ? present[0] : present[present.indexOf(now.stage) + 1];
  if (next === undefined) return false;
  const eaten = present.slice(0, present.indexOf(next)).reduce((sum, name) => sum + before[name], 0);
  const paid = call.number("price");
  const what = { en: "price now", zh: "当前单价" };
  const becomes = { en: `the ${names[next].en} is eaten`, zh: `侵蚀${names[next].zh}` };
  const current = call.has("price_now") ? call.number("price_now") : paid;
  if (current < paid - eaten) return false;
  return { what, unit, argument: "price_now", now: current, at: paid - eaten, across: "<", becomes };
}

const shortNames: Readonly<Record<Language, Readonly<Record<keyof typeof names, string>>>> = {
  en: { financial: "financial", market: "market", institutional: "institutional", ihci: "cost" },
  zh: { financial: "金融", market: "市场", institutional: "制度", ihci: "成本" },
};

/** The layers one upon another, each with what is left of it and what the fall has eaten. */
function layerChart(before: PriceLayers, now: PriceLayers, hasFallen: boolean): Chart {
  const upward = [...layerOrder].reverse();
  const base = upward.map((_, i) => upward.slice(0, i).reduce((sum, name) => sum + before[name], 0));
  const left = upward.map((name) => now[name]);
  const eaten = upward.map((name) => before[name] - now[name]);
  return {
    label: { en: "What the price is made of", zh: "价格的构成" },
    figure: (language) => {
      const y = upward.map((name) => `${shortNames[language][name]}  ${price(now[name])}`);
      const bars = (name: string, x: number[], from: number[], color: string) =>
        ({ type: "bar", orientation: "h", name, y, x, base: from, marker: { color } }) as const;
      const aboveLeft = base.map((from, i) => from + (left[i] ?? 0));
      return {
        data: [
          bars({ en: "left", zh: "剩余" }[language], left, base, colours.main),
          ...(hasFallen ? [bars({ en: "eaten", zh: "已侵蚀" }[language], eaten, aboveLeft, colours.loss)] : []),
        ],
        layout: { barmode: "overlay", xTitle: { en: "yuan per square metre", zh: "元/㎡" }[language] },
      };
    },
  };
}
