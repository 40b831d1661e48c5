/** The other bottoming functions, told in parts: volume, bottom card, the value of a home, screens. */
import { same, type Text, tolerance, wholeMonths } from "soundings";
import type { Threshold } from "./crossing.js";
import { oneOfThem } from "./land.js";
import { compared, inDifference, inUnit, keeping, term } from "./numbers.js";
import type { Call, Part, Story, Teller } from "./story.js";
import { clockLine, toAnchor, yieldTellers } from "./yield-clock.js";

const percent = (call: Call, name: string) => term(call.number(name), "fraction");

function netYield(call: Call): Story {
  const [gross, cost] = inDifference(call.number("gross"), call.number("cost"), "fraction");
  const ofRent = `${percent(call, "gross")} × (1 − ${percent(call, "cost")})`;
  return { formula: call.value("basis") === "rent" ? ofRent : `${gross} − ${cost}` };
}

function anchorBand(call: Call): Story {
  const [rate, band] = inDifference(call.number("rate"), call.number("band"), "fraction");
  const [low = 0, mid = 0, high = 0] = (call.answer as readonly number[]).map(Number);
  const part = (text: Text, formula: string, value: number): Part => ({ text, formula, value, unit: "fraction" });
  return {
    parts: [
      part({ en: "lower edge", zh: "下沿" }, `${rate} − ${band}`, low),
      part({ en: "middle", zh: "中枢" }, rate, mid),
      part({ en: "upper edge", zh: "上沿" }, `${rate} + ${band}`, high),
    ],
    formula: "",
  };
}

/** Names under which a function takes share, target and pace. */
interface ShareNames {
  readonly target: string;
  readonly pace: string;
}

function shareLine(call: Call, { target, pace }: ShareNames): string {
  const [own, wanted] = [call.number("share"), call.number(target)];
  if (own >= wanted - tolerance) return `${compared(own, wanted, "fraction").join(" ≥ ")} → 0`;
  return `(${inDifference(wanted, own, "fraction").join(" − ")}) / ${percent(call, pace)} × 12`;
}

function toShare(call: Call, { target }: ShareNames): Threshold {
  const wanted = call.number(target);
  const isThere = call.number("share") >= wanted - tolerance;
  const becomes = isThere ? { en: "short of the target", zh: "未达目标" } : { en: "at the target", zh: "达到目标" };
  return call.crossing("share", isThere ? "<" : "≥", wanted, becomes);
}

function monthsToShare(call: Call): Story {
  const names = { target: "target", pace: "pace" };
  return { formula: shareLine(call, names), thresholds: [toShare(call, names)] };
}

function bottomCard(call: Call): Story {
  const names = { target: "share_target", pace: "share_pace" };
  const [volume, price] = [call.field("volume_months"), call.field("price_months")];
  const months = (text: Text, formula: string, value: typeof volume): Part => ({ text, formula, value, unit: "months" });
  const month = (text: Text, added: typeof volume, value: typeof volume): Part => ({
    text,
    formula: `${String(call.value("as_of"))} + ${wholeMonths(Number(added))}`,
    value,
    unit: "calendar-month",
  });
  return {
    parts: [
      months({ en: "months to the second-hand share", zh: "距二手占比目标的月数" }, shareLine(call, names), volume),
      months({ en: "months to the anchor yield", zh: "距锚回报率的月数" }, clockLine(call), price),
      month({ en: "volume steadies: whole months on", zh: "成交量企稳（整月）" }, volume, call.field("volume_month")),
      month({ en: "price steadies: whole months on", zh: "房价企稳（整月）" }, price, call.field("price_month")),
      {
        text: { en: "the later of the two", zh: "两者中较晚" },
        formula: `max(${call.field("volume_month")}, ${call.field("price_month")})`,
        value: call.field("last_fall"),
        unit: "calendar-month",
      },
    ],
    formula: "",
    thresholds: [toShare(call, names), toAnchor(call, call.number("gross_yield"), call.number("anchor"))],
  };
}

/** Below this a rent that grows as fast as it is discounted is worth the same every year. */
const noSpread = 1e-12;

function residenceLine(call: Call): string {
  const [discounted, grown] = [call.number("discount"), call.number("growth")];
  const [discount, growth] = inDifference(discounted, grown, "fraction");
  const rent = inUnit(call.number("rent"), "money");
  if (!call.has("years")) return `${rent} / (${discount} − ${growth})`;
  const years = inUnit(call.number("years"), "years");
  if (Math.abs(discounted - grown) < noSpread) return `${rent} × ${years} / (1 + ${discount})`;
  return `${rent} × (1 − ((1 + ${growth}) / (1 + ${discount}))^${years}) / (${discount} − ${growth})`;
}

function userCost(call: Call): Story {
  const write = (name: string) => term(call.number(name), "fraction", keeping(Number(call.answer)));
  return { formula: `${["rate", "tax", "upkeep", "risk"].map(write).join(" + ")} − ${write("growth")}` };
}

function homeValue(call: Call): Story {
  const money = (name: string) => inUnit(call.field(name), "money");
  const part = (text: Text, formula: string, name: string): Part => ({ text, formula, value: call.field(name), unit: "money" });
  return {
    parts: [
      part({ en: "value of living in it", zh: "居住价值" }, residenceLine(call), "residence"),
      part(
        { en: "with the option and the title", zh: "加投资与所有权价值" },
        `${money("residence")} + ${money("investment")} + ${money("ownership")}`,
        "total",
      ),
    ],
    formula: "",
  };
}

function stable(call: Call): Story {
  const conditions = [
    { value: "gross_yield", least: "min_yield" },
    { value: "rent_yoy", least: "min_rent_yoy" },
  ].map(({ value, least }) => {
    const [own, edge] = [call.number(value), call.number(least)];
    return { value, edge, isMet: own >= edge - tolerance, line: compared(own, edge, "fraction").join(" ≥ ") };
  });
  const missing = conditions.filter(({ isMet }) => !isMet);
  const thresholds = (missing.length > 0 ? missing : conditions).map(({ value, edge, isMet }) => {
    const becomes = isMet ? same("FALSE") : missing.length === 1 ? same("TRUE") : oneOfThem;
    return call.crossing(value, isMet ? "<" : "≥", edge, becomes);
  });
  return { formula: conditions.map(({ line }) => line).join(" AND "), thresholds };
}

export const bottomTellers: Readonly<Record<string, Teller>> = {
  ...yieldTellers,
  RENT_NET: netYield,
  RENT_ANCHOR: anchorBand,
  SECOND_MONTHS: monthsToShare,
  BOTTOM_CARD: bottomCard,
  HOME_VALUE: homeValue,
  USER_COST: userCost,
  STABLE_SCREEN: stable,
};
