/** The bottoming functions, told in parts. */
import { type Text, workingAnchor, yieldPath } from "soundings";
import { colours } from "./figure.js";
import { inUnit, term } from "./numbers.js";
import type { Call, Chart, Part, Story, Teller } from "./story.js";

const share = (value: number) => inUnit(value, "fraction");
const percent = (call: Call, name: string) => term(call.number(name), "fraction");

/** What the price would have to do for the yield to be at the anchor today. */
function anchorThreshold(call: Call, grossYield: number, anchor: number): Text | undefined {
  const change = call.askNumber("ANCHOR_PRICE", { gross_yield: grossYield, anchor });
  if (change === undefined) return undefined;
  if (change >= 0) {
    return {
      en: `At or above the anchor of ${share(anchor)}: the price could rise ${share(change)} before it falls below.`,
      zh: `已达到锚 ${share(anchor)}：价格再涨 ${share(change)} 才会跌破。`,
    };
  }
  return {
    en: `At today's rent the anchor of ${share(anchor)} needs a price change of ${share(change)}.`,
    zh: `租金不变，到达锚 ${share(anchor)} 需要房价变动 ${share(change)}。`,
  };
}

/** A chart needs no more months than this. */
const longestClock = 240;
/** Months shown beyond the answer. */
const monthsAfter = 3;

function yieldClock(call: Call): Chart | undefined {
  const months = Math.ceil(Number(call.answer)) + monthsAfter;
  if (months > longestClock) return undefined;
  const anchor = call.number("anchor");
  const path = yieldPath(call.number("gross_yield"), call.number("price_mom"), call.number("rent_mom"), months);
  return {
    label: { en: "The yield month by month, and the anchor", zh: "逐月租金回报率与锚" },
    figure: (language) => ({
      data: [
        {
          type: "scatter",
          mode: "lines+markers",
          name: { en: "gross yield", zh: "毛租金回报率" }[language],
          x: Array.from(path, (_, month) => month),
          y: Array.from(path),
          line: { color: colours.main },
        },
      ],
      layout: {
        xTitle: { en: "months from now", zh: "距今月数" }[language],
        yFormat: ".2%",
        lines: [{ at: anchor, label: `${{ en: "anchor", zh: "锚" }[language]} ${share(anchor)}` }],
      },
    }),
  };
}

function monthsToAnchor(call: Call): Story {
  const [grossYield, anchor] = [call.number("gross_yield"), call.number("anchor")];
  const [rent, price] = [percent(call, "rent_mom"), percent(call, "price_mom")];
  const gain = call.askNumber("PRICE_IN", { house_change: call.number("rent_mom"), asset_change: call.number("price_mom") });
  const gap = call.askNumber("RENT_GAP", { gross_yield: grossYield, anchor });
  return {
    parts: [
      gap !== undefined && {
        text: { en: "distance to the anchor, basis points", zh: "距锚（基点）" },
        formula: `(${share(anchor)} − ${share(grossYield)}) × 10,000`,
        value: gap,
        unit: "basis-points",
      },
      gain !== undefined && {
        text: { en: "the yield changes each month by", zh: "回报率每月变动" },
        formula: `(1 + ${rent}) / (1 + ${price}) − 1`,
        value: gain,
        unit: "fraction",
      },
    ],
    formula:
      grossYield >= anchor
        ? `${share(grossYield)} ≥ ${share(anchor)} → 0`
        : `ln(${share(anchor)} / ${share(grossYield)}) / ln((1 + ${rent}) / (1 + ${price}))`,
    threshold: anchorThreshold(call, grossYield, anchor),
    chart: yieldClock(call),
  };
}

function gap(call: Call): Story {
  return { threshold: anchorThreshold(call, call.number("gross_yield"), call.number("anchor")) };
}

function rentalYield(call: Call): Story {
  return { threshold: anchorThreshold(call, Number(call.answer), workingAnchor) };
}

function netYield(call: Call): Story {
  const [gross, cost] = [percent(call, "gross"), percent(call, "cost")];
  return { formula: call.value("basis") === "rent" ? `${gross} × (1 − ${cost})` : `${gross} − ${cost}` };
}

function monthsToShare(call: Call): Story {
  const [own, target, pace] = [percent(call, "share"), percent(call, "target"), percent(call, "pace")];
  const isThere = call.number("share") >= call.number("target");
  return {
    formula: isThere ? `${own} ≥ ${target} → 0` : `(${target} − ${own}) / ${pace} × 12`,
    threshold: isThere
      ? { en: `The share has reached ${target}.`, zh: `占比已达 ${target}。` }
      : { en: `From ${own} to ${target}; at ${pace} a year.`, zh: `自 ${own} 至 ${target}，每年 ${pace}。` },
  };
}

function bottomCard(call: Call): Story {
  const volume = call.ask("SECOND_MONTHS", {
    share: call.number("share"),
    target: call.number("share_target"),
    pace: call.number("share_pace"),
  });
  const [rent, price] = [percent(call, "rent_mom"), percent(call, "price_mom")];
  const month = (name: "volume" | "price", text: Text): Part => ({
    text,
    formula: `${String(call.value("as_of"))} + ⌈${inUnit(call.field(`${name}_months`), "months")}⌉`,
    value: call.field(`${name}_month`),
    unit: "calendar-month",
  });
  return {
    parts: [
      typeof volume === "number" && {
        text: { en: "months to the second-hand share", zh: "距二手占比目标的月数" },
        formula: `(${percent(call, "share_target")} − ${percent(call, "share")}) / ${percent(call, "share_pace")} × 12`,
        value: volume,
        unit: "months",
      },
      {
        text: { en: "months to the anchor yield", zh: "距锚回报率的月数" },
        formula: `ln(${percent(call, "anchor")} / ${percent(call, "gross_yield")}) / ln((1 + ${rent}) / (1 + ${price}))`,
        value: call.field("price_months"),
        unit: "months",
      },
      month("volume", { en: "volume steadies", zh: "成交量企稳" }),
      month("price", { en: "price steadies", zh: "房价企稳" }),
    ],
    formula: `max(${call.field("volume_month")}, ${call.field("price_month")}) = ${call.field("last_fall")}`,
    threshold: anchorThreshold(call, call.number("gross_yield"), call.number("anchor")),
  };
}

function homeValue(call: Call): Story {
  const [discount, growth] = [percent(call, "discount"), percent(call, "growth")];
  const rent = inUnit(call.number("rent"), "money");
  const ever = `${rent} / (${discount} − ${growth})`;
  const money = (name: string) => inUnit(call.field(name), "money");
  return {
    parts: [
      {
        text: { en: "value of living in it", zh: "居住价值" },
        formula: call.has("years")
          ? `${rent} × (1 − ((1 + ${growth}) / (1 + ${discount}))^${call.number("years")}) / (${discount} − ${growth})`
          : ever,
        value: call.field("residence"),
        unit: "money",
      },
    ],
    formula: `${money("residence")} + ${money("investment")} + ${money("ownership")} = ${money("total")}`,
  };
}

function stable(call: Call): Story {
  const pair = (value: string, least: string) => `${percent(call, value)} ≥ ${percent(call, least)}`;
  return {
    formula: `${pair("gross_yield", "min_yield")} AND ${pair("rent_yoy", "min_rent_yoy")}`,
    threshold: {
      en: `Needs a yield of ${percent(call, "min_yield")} (now ${percent(call, "gross_yield")}) and rents up ${percent(call, "min_rent_yoy")} on the year (now ${percent(call, "rent_yoy")}).`,
      zh: `需回报率 ${percent(call, "min_yield")}（现 ${percent(call, "gross_yield")}）且租金同比 ${percent(call, "min_rent_yoy")}（现 ${percent(call, "rent_yoy")}）。`,
    },
  };
}

export const bottomTellers: Readonly<Record<string, Teller>> = {
  RENT_MONTHS: monthsToAnchor,
  RENT_GAP: gap,
  ANCHOR_PRICE: gap,
  RENT_YIELD: rentalYield,
  RENT_NET: netYield,
  SECOND_MONTHS: monthsToShare,
  BOTTOM_CARD: bottomCard,
  HOME_VALUE: homeValue,
  STABLE_SCREEN: stable,
};
