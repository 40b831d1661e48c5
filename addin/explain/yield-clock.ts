/** The functions that measure a rental yield against its anchor, told in parts, and the yield's chart. */
import { type Text, tolerance, workingAnchor, yieldPath } from "soundings";
import type { Crossing, Threshold } from "./crossing.js";
import { colours } from "./figure.js";
import { compared, inDifference, inUnit, term } from "./numbers.js";
import type { Call, Chart, Part, Story, Teller } from "./story.js";

const share = (value: number) => inUnit(value, "fraction");

const atAnchor: Text = { en: "at the anchor", zh: "已到锚" };
const belowAnchor: Text = { en: "below the anchor", zh: "低于锚" };

/** A yield as it stands to the anchor, with the price change that would bring it there at today's rent. */
export function toAnchor(call: Call, grossYield: number, anchor: number): Crossing {
  const isThere = grossYield >= anchor - tolerance;
  const change = call.askNumber("ANCHOR_PRICE", { gross_yield: grossYield, anchor });
  const mover = call.mover("gross_yield");
  const worth = (): Text => ({
    en: `at today's rent a price change of ${share(change ?? 0)}`,
    zh: `租金不变即房价变动 ${share(change ?? 0)}`,
  });
  return {
    ...mover,
    at: anchor,
    across: isThere ? "<" : "≥",
    becomes: isThere ? belowAnchor : atAnchor,
    worth: change === undefined ? undefined : worth,
  };
}

/** The months to the anchor as a formula; nothing to take a logarithm of where the yield is there. */
export function clockLine(call: Call): string {
  const [grossYield, anchor] = [call.number("gross_yield"), call.number("anchor")];
  const [own, edge] = compared(grossYield, anchor, "fraction");
  if (grossYield >= anchor - tolerance) return `${own} ≥ ${edge} → 0`;
  const [at, from] = inDifference(anchor, grossYield, "fraction");
  const [rent, price] = inDifference(call.number("rent_mom"), call.number("price_mom"), "fraction");
  return `ln(${at} / ${from}) / ln((1 + ${rent}) / (1 + ${price}))`;
}

function gapLine(anchor: number, grossYield: number): string {
  return `(${inDifference(anchor, grossYield, "fraction").join(" − ")}) × 10,000`;
}

function monthsToAnchor(call: Call): Story {
  const [grossYield, anchor] = [call.number("gross_yield"), call.number("anchor")];
  const isThere = grossYield >= anchor - tolerance;
  const [rentMom, priceMom] = [call.number("rent_mom"), call.number("price_mom")];
  const [rent, price] = inDifference(rentMom, priceMom, "fraction");
  const gain = call.askNumber("PRICE_IN", { house_change: rentMom, asset_change: priceMom });
  const gap = call.askNumber("RENT_GAP", { gross_yield: grossYield, anchor });
  const parts: (Part | false)[] = [
    gap !== undefined && {
      text: { en: "distance to the anchor, basis points", zh: "距锚（基点）" },
      formula: gapLine(anchor, grossYield),
      value: gap,
      unit: "basis-points",
    },
    gain !== undefined && {
      text: { en: "the yield changes each month by", zh: "回报率每月变动" },
      formula: `(1 + ${rent}) / (1 + ${price}) − 1`,
      value: gain,
      unit: "fraction",
    },
  ];
  const never: Threshold | false = !isThere && call.crossing("price_mom", "≥", rentMom, { en: "never there", zh: "永远达不到" });
  return { parts, formula: clockLine(call), thresholds: [toAnchor(call, grossYield, anchor), never], chart: yieldClock(call) };
}

function gap(call: Call): Story {
  const [grossYield, anchor] = [call.number("gross_yield"), call.number("anchor")];
  return { formula: gapLine(anchor, grossYield), thresholds: [toAnchor(call, grossYield, anchor)] };
}

/** The answer is itself the way to the anchor; what would spare it is a change of rent. */
function anchorPrice(call: Call): Story {
  const [grossYield, anchor] = [call.number("gross_yield"), call.number("anchor")];
  const needed = call.askNumber("ANCHOR_PRICE", { gross_yield: anchor, anchor: grossYield });
  const falls = Number(call.answer) < 0;
  const becomes = falls ? { en: "no fall needed", zh: "房价无须下跌" } : { en: "the price must fall", zh: "房价须下跌" };
  return {
    formula: `${inDifference(grossYield, anchor, "fraction").join(" / ")} × (1 + ${term(call.number("rent_change"), "fraction")}) − 1`,
    thresholds: [needed !== undefined && call.crossing("rent_change", falls ? "≥" : "<", needed, becomes)],
  };
}

/** The price at which the yield is at report 002's working anchor. */
function rentalYield(call: Call): Story {
  const [rent, price] = [call.number("annual_rent"), call.number("price")];
  const isThere = Number(call.answer) >= workingAnchor - tolerance;
  const becomes = isThere
    ? { en: `yield below ${share(workingAnchor)}`, zh: `回报率低于 ${share(workingAnchor)}` }
    : { en: `yield at ${share(workingAnchor)}`, zh: `回报率到 ${share(workingAnchor)}` };
  return {
    formula: `${inUnit(rent, "money")} / ${inUnit(price, "money")}`,
    thresholds: [rent > 0 && call.crossing("price", isThere ? ">" : "≤", rent / workingAnchor, becomes)],
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

export const yieldTellers: Readonly<Record<string, Teller>> = {
  RENT_MONTHS: monthsToAnchor,
  RENT_GAP: gap,
  ANCHOR_PRICE: anchorPrice,
  RENT_YIELD: rentalYield,
};
