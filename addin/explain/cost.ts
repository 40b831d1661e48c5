/** The institutional-cost functions, told in parts. */
import { type PriceLayers, priceAtMultiple, rentScreenFrom, type Text, zoneAUpTo, zoneCFrom } from "soundings";
import { colours } from "./figure.js";
import { inUnit, term, terms } from "./numbers.js";
import type { Call, Chart, Part, Story, Teller } from "./story.js";

const price = (value: number) => inUnit(value, "yuan-per-square-metre");
const times = (value: number) => inUnit(value, "multiple");

function zoneThreshold(multiple: number, ihci?: number, aMax = zoneAUpTo, cMin = zoneCFrom): Text {
  const at = (edge: number) => (ihci === undefined ? times(edge) : `${times(edge)} (${price(priceAtMultiple(edge, ihci))})`);
  return {
    en: `At ${times(multiple)} times cost; zone A up to ${at(aMax)}, zone C from ${at(cMin)}.`,
    zh: `现为成本的 ${times(multiple)} 倍；A 区至 ${at(aMax)}，C 区自 ${at(cMin)} 起。`,
  };
}

/** Channels that count: a blank or 0 is no cost, and a weight of 0 takes no part. */
function channelsOf(call: Call) {
  const [weights, years] = [call.column("weights"), call.column("years")];
  const isDated = call.has("years") && call.has("today") && call.has("growth");
  return call.column("costs").flatMap((paid, i) => {
    const weight = call.has("weights") ? (weights[i] ?? 0) : 1;
    if (paid === 0 || weight === 0) return [];
    const asked = isDated && { cost: paid, from_year: years[i], to_year: call.number("today"), growth: call.number("growth") };
    const restated = asked ? call.askNumber("IHCI_REINDEX", asked) : undefined;
    return [{ channel: i + 1, paid, weight, year: years[i], restated }];
  });
}

function cost(call: Call): Story {
  const counted = channelsOf(call);
  const parts = counted.map(
    ({ channel, paid, year, restated }): Part | false =>
      restated !== undefined && {
        text: {
          en: `cost ${channel} restated to ${call.number("today")}`,
          zh: `第 ${channel} 项折算至 ${call.number("today")} 年`,
        },
        formula: `${price(paid)} × (1 + ${term(call.number("growth"), "fraction")})^(${call.number("today")} − ${year})`,
        value: restated,
        unit: "yuan-per-square-metre",
      },
  );
  const weighted = counted.map(({ weight, paid, restated }) => `${inUnit(weight, "none")} × ${price(restated ?? paid)}`);
  const weights = counted.map(({ weight }) => inUnit(weight, "none"));
  return { parts, formula: `(${terms(weighted, String, " + ")}) / (${terms(weights, String, " + ")})` };
}

function multiple(call: Call): Story {
  return { threshold: zoneThreshold(Number(call.answer), call.number("ihci")) };
}

function zone(call: Call): Story {
  const [given, aMax, cMin] = [call.number("mult"), call.number("a_max"), call.number("c_min")];
  return {
    formula: `≤ ${times(aMax)} → A;  ${times(aMax)} – ${times(cMin)} → B;  ≥ ${times(cMin)} → C;  ${times(given)} → ${String(call.answer)}`,
    threshold: zoneThreshold(given, undefined, aMax, cMin),
  };
}

const layerNames = {
  ihci: { en: "institutional cost", zh: "制度成本" },
  institutional: { en: "institutional layer", zh: "制度溢价层" },
  market: { en: "market layer", zh: "市场层" },
  financial: { en: "financial layer", zh: "金融层" },
} as const;
type LayerName = keyof typeof layerNames;
const eatenFirst = ["financial", "market", "institutional", "ihci"] as const satisfies readonly LayerName[];

function layers(call: Call): Story {
  const before = call.ask("IHCI_LAYERS", { ...call.sharedWith("IHCI_LAYERS"), price_now: undefined }) as PriceLayers | undefined;
  const now = call.answer as unknown as PriceLayers;
  if (before === undefined) return {};
  const [paid, own, inst, market] = ["price", "ihci", "inst", "market"].map((name) => call.number(name)) as [
    number,
    number,
    number,
    number,
  ];
  const next = eatenFirst.find((name) => now[name] > 0);
  const current = call.has("price_now") ? call.number("price_now") : paid;
  return {
    parts: [
      {
        text: { en: "financial layer before the fall", zh: "下跌前的金融层" },
        formula: `${price(paid)} − ${price(own)} − ${price(inst)} − ${price(market)}`,
        value: before.financial,
        unit: "yuan-per-square-metre",
      },
    ],
    formula: `${price(paid)} → ${price(current)}: ${eatenFirst.map((name) => price(now[name])).join(" + ")}`,
    threshold: next && {
      en: `A further fall of ${price(now[next])} per square metre uses up the ${layerNames[next].en}.`,
      zh: `再跌 ${price(now[next])} 元/㎡ 即耗尽${layerNames[next].zh}。`,
    },
    chart: layerChart(before, now, call.has("price_now")),
  };
}

function layerChart(before: PriceLayers, now: PriceLayers, hasFallen: boolean): Chart {
  const tints = { ihci: colours.quiet, institutional: colours.main, market: colours.gain, financial: colours.other };
  return {
    label: { en: "What the price is made of", zh: "价格的构成" },
    figure: (language) => ({
      data: [...eatenFirst].reverse().map((name) => ({
        type: "bar",
        name: layerNames[name][language],
        x: { en: ["price", "now"], zh: ["原价", "现价"] }[language].slice(0, hasFallen ? 2 : 1),
        y: hasFallen ? [before[name], now[name]] : [before[name]],
        marker: { color: tints[name] },
      })),
      layout: { barmode: "stack", yTitle: { en: "yuan per square metre", zh: "元/㎡" }[language] },
    }),
  };
}

function screen(call: Call): Story {
  const share = (name: string) => inUnit(call.number(name), "fraction");
  const verdict = (name: string, text: Text, formula: string): Part => ({
    text,
    formula,
    value: call.field(name),
    unit: "yes-no",
  });
  const people = `${inUnit(call.number("pop_flow"), "persons")} > 0 AND ${inUnit(call.value("industry"), "yes-no")}`;
  return {
    parts: [
      verdict("rent", { en: "rent pays", zh: "租金" }, `${share("gross_yield")} ≥ ${share("min_yield")}`),
      verdict("people", { en: "people come", zh: "人口" }, people),
      verdict("cash", { en: "incomes carry it", zh: "现金流" }, `${share("pay_to_income")} < ${share("pay_limit")}`),
    ],
    formula: `${inUnit(call.field("rent"), "yes-no")} AND ${inUnit(call.field("people"), "yes-no")} AND ${inUnit(call.field("cash"), "yes-no")}`,
    threshold: {
      en: `Rent passes from ${share("min_yield")} (the report's is ${inUnit(rentScreenFrom, "fraction")}), cash below ${share("pay_limit")}.`,
      zh: `租金回报率自 ${share("min_yield")} 起通过（报告为 ${inUnit(rentScreenFrom, "fraction")}），月供收入比须低于 ${share("pay_limit")}。`,
    },
  };
}

export const costTellers: Readonly<Record<string, Teller>> = {
  IHCI: cost,
  IHCI_MULT: multiple,
  IHCI_ZONE: zone,
  IHCI_LAYERS: layers,
  IHCI_SCREEN: screen,
};
