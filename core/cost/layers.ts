/** What a price is made of above its institutional cost, and which layer a fall is eating: IHCI_LAYERS. */
import { define } from "../definition.js";
import { InputError, isValue } from "../errors.js";
import { type Checked, check, number } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { tolerance } from "../tolerance.js";

/** The layers in the order in which the report expects a falling price to lose them. */
export const layerOrder = ["financial", "market", "institutional", "ihci"] as const;
export type Layer = (typeof layerOrder)[number];

const unit = "yuan-per-square-metre";

const params = [
  number("price", {
    unit,
    label: { en: "price before the fall", zh: "下跌前单价" },
    help: {
      en: "Price per square metre that the layers make up, usually the peak.",
      zh: "由各层构成的每平方米房价，通常取高点。",
    },
    domain: { above: 0 },
  }),
  number("ihci", {
    unit,
    label: { en: "institutional cost", zh: "体制内购房成本" },
    help: { en: "Institutional cost per square metre, same unit.", zh: "每平方米体制内购房成本，单位相同。" },
    domain: { atLeast: 0 },
  }),
  number("inst", {
    unit,
    label: { en: "institutional premium", zh: "制度性溢价" },
    help: {
      en: "Premium for land finance and administrative monopoly: your estimate.",
      zh: "土地财政、招拍挂地价、行政垄断带来的溢价，由使用者估计。",
    },
    domain: { atLeast: 0 },
  }),
  number("market", {
    unit,
    label: { en: "market premium", zh: "市场性溢价" },
    help: {
      en: "Premium for location, schools, jobs, surroundings: your estimate.",
      zh: "区位、教育、就业、环境带来的溢价，由使用者估计。",
    },
    domain: { atLeast: 0 },
  }),
  number("price_now", {
    unit,
    label: { en: "price now", zh: "当前单价" },
    help: {
      en: "Price after the fall, at most price. Omit for the layers as they stand.",
      zh: "下跌后的单价，不高于 price。省略则只看分层。",
    },
    optional: true,
    domain: { atLeast: 0 },
  }),
] as const;

export interface LayerOptions {
  /** Price per square metre after a fall. */
  readonly priceNow?: number | undefined;
}

export interface PriceLayers {
  readonly financial: number;
  readonly market: number;
  readonly institutional: number;
  readonly ihci: number;
  /** The layer that the fall is eating, or "none". */
  readonly stage: Layer | "none";
}

/** The four layers that are left of a price, and the one being eaten. They sum to the price now. */
export function priceLayers(price: number, ihci: number, inst: number, market: number, options: LayerOptions = {}): PriceLayers {
  const given = check("IHCI_LAYERS", params, { price, ihci, inst, market, ...options });
  return eaten(whole(given), fallOf(given), tolerance * given.price);
}

type Amounts = Record<Layer, number>;

/** The layers before the fall; the financial one closes the sum. */
function whole({ price, ihci, inst, market }: Checked<typeof params>): Amounts {
  const financial = price - ihci - inst - market;
  if (financial < -tolerance * price) throw exceeds(ihci + inst + market, price);
  return { financial: Math.max(0, financial), market, institutional: inst, ihci };
}

function fallOf({ price, priceNow = price }: Checked<typeof params>): number {
  if (priceNow > price * (1 + tolerance)) throw above(priceNow, price);
  return Math.max(0, price - priceNow);
}

/** Take a fall off the layers in order. What is taken below `noise` is rounding and names no stage. */
function eaten(layers: Amounts, fall: number, noise: number): PriceLayers {
  const left = { ...layers };
  let stage: PriceLayers["stage"] = "none";
  let rest = fall;
  for (const layer of layerOrder) {
    const taken = Math.min(rest, left[layer]);
    if (taken > noise) stage = layer;
    left[layer] -= taken;
    rest -= taken;
  }
  return { ...left, stage };
}

function exceeds(sum: number, price: number): InputError {
  return new InputError({
    problem: "out-of-range",
    fn: "IHCI_LAYERS",
    seen: { en: `ihci, inst and market add up to ${sum}`, zh: `ihci、inst、market 合计为 ${sum}` },
    wanted: { en: `at most the price, ${price}`, zh: `不高于房价 ${price}` },
  });
}

function above(priceNow: number, price: number): InputError {
  return new InputError({
    problem: "out-of-range",
    fn: "IHCI_LAYERS",
    argument: "price_now",
    seen: isValue(priceNow),
    wanted: { en: `at most the price before the fall, ${price}`, zh: `不高于下跌前房价 ${price}` },
  });
}

export const layersDefinition = define(priceLayers, {
  id: "IHCI_LAYERS",
  summary: {
    en: "A price in four layers, and the layer that its fall is eating.",
    zh: "房价的四层构成，以及下跌正在侵蚀的一层。",
  },
  formula: {
    en: "financial = price − ihci − inst − market;  a fall takes financial first, then market, then institutional, then ihci",
    zh: "financial = price − ihci − inst − market；下跌依次侵蚀 financial、market、institutional、ihci",
  },
  params,
  returns: {
    shape: "card",
    fields: [
      { name: "financial", unit, label: { en: "financial premium left", zh: "剩余金融性溢价" } },
      { name: "market", unit, label: { en: "market premium left", zh: "剩余市场性溢价" } },
      { name: "institutional", unit, label: { en: "institutional premium left", zh: "剩余制度性溢价" } },
      { name: "ihci", unit, label: { en: "institutional cost left", zh: "剩余体制内成本" } },
      { name: "stage", unit: "label", label: { en: "layer being eaten", zh: "正在侵蚀的一层" } },
    ],
  },
  refusals: [
    { problem: "out-of-range", when: { en: "the layers exceed the price", zh: "各层合计高于房价" } },
    { problem: "out-of-range", when: { en: "price_now is above price", zh: "price_now 高于 price" } },
  ],
  source: passage(reports.cost, "section 2, price equation; section 3, third step", "第二节，房价分解式；第三节，第三步"),
  notes: [
    {
      en: "The equation has one unknown too many: two premiums are your estimates and the financial one is what is left of the price.",
      zh: "分解式未知数过多：两层溢价由使用者估计，金融性溢价是余项。",
    },
    {
      en: "A strict order is a simplification. The report expects financial premiums to shrink first, but market premiums to diverge by area rather than fall alike.",
      zh: "严格的先后次序是简化：报告认为金融溢价先缩，而市场溢价是按板块分化，并非同步下跌。",
    },
    {
      en: "The stage is the deepest layer that has lost anything: a fall that uses up the financial premium exactly is still “financial”. Stage “ihci” means that the cost itself is pierced.",
      zh: "stage 是已有损失的最深一层：跌幅恰好用尽金融溢价时仍为 financial；ihci 表示成本线已被踩穿。",
    },
  ],
  examples: [
    {
      args: { price: 30000, ihci: 10000, inst: 8000, market: 7000 },
      result: { financial: 5000, market: 7000, institutional: 8000, ihci: 10000, stage: "none" },
      from: { en: "report 001's equation with assumed layers", zh: "报告 001 的分解式，各层为假设" },
    },
    {
      args: { price: 30000, ihci: 10000, inst: 8000, market: 7000, price_now: 20000 },
      result: { financial: 0, market: 2000, institutional: 8000, ihci: 10000, stage: "market" },
      from: { en: "by hand: a fall of 10,000", zh: "手算：下跌 10,000" },
    },
    {
      args: { price: 30000, ihci: 10000, inst: 8000, market: 7000, price_now: 25000 },
      result: { financial: 0, market: 7000, institutional: 8000, ihci: 10000, stage: "financial" },
      from: { en: "by hand: the financial premium exactly", zh: "手算：恰好用尽金融溢价" },
    },
    {
      args: { price: 30000, ihci: 10000, inst: 8000, market: 7000, price_now: 9000 },
      result: { financial: 0, market: 0, institutional: 0, ihci: 9000, stage: "ihci" },
      from: { en: "report 001, second scenario: below the cost", zh: "报告 001，情景二：跌破成本" },
    },
    {
      args: { price: 20000, ihci: 10000, inst: 8000, market: 7000 },
      problem: "out-of-range",
      from: { en: "layers exceed the price", zh: "各层合计高于房价" },
    },
    {
      args: { price: 30000, ihci: 10000, inst: 8000, market: 7000, price_now: 30001 },
      problem: "out-of-range",
      from: { en: "a rise is not a fall", zh: "上涨不是下跌" },
    },
  ],
});
