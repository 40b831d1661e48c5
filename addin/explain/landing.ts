/** The functions of falls, losses and landings, told in parts. */
import { landingLadder, placeOn, priceThatClears, same, strainOf, type Text, tolerance, walkAwayPrice } from "soundings";
import { between, neighbours, type Threshold } from "./crossing.js";
import { loanTellers } from "./loan.js";
import { compared, inDifference, inUnit, keeping, term } from "./numbers.js";
import { relayTellers } from "./relay.js";
import type { Call, Part, Story, Teller } from "./story.js";

const money = (call: Call, name: string) => inUnit(call.number(name), "money");
const percent = (call: Call, name: string) => term(call.number(name), "fraction");

/** Core takes balance and price as equal within a rounding error alone. */
const noise = 1e-12;

function state(call: Call): Story {
  const [owed, price] = [call.number("balance"), call.number("price")];
  const isUnder = owed > price * (1 + noise);
  const line = compared(owed, price, "money", price * noise).join(isUnder ? " > " : " ≤ ");
  const canPay = call.flag("income_ok");
  const answer = String(call.answer);
  const [shortfall, worth] = inDifference(owed, price, "money");
  const isTested = canPay && isUnder && call.has("theta");
  const walks = `${shortfall} − ${worth} ${answer === "strategic" ? "≥" : "<"} ${isTested ? percent(call, "theta") : ""} × ${worth}`;
  return {
    parts: [
      {
        text: { en: "can pay: income covers the payment", zh: "还得起：收入够还月供" },
        formula: inUnit(canPay, "yes-no"),
        value: canPay,
        unit: "yes-no",
      },
      isTested && {
        text: { en: "under water: balance above the price", zh: "资不抵债：余额高于房价" },
        formula: line,
        value: isUnder,
        unit: "yes-no",
      },
    ],
    formula: `${isTested ? walks : line} → ${answer}`,
    thresholds: [
      ...stateThresholds(call, owed, isUnder),
      call.turn("income_ok", same(String(call.ifInstead({ income_ok: !canPay })))),
    ],
  };
}

function stateThresholds(call: Call, owed: number, isUnder: boolean): (Threshold | false)[] {
  if (!call.flag("income_ok")) {
    return [call.crossing("price", isUnder ? "≥" : "<", owed, same(isUnder ? "sell" : "double"))];
  }
  if (!call.has("theta") || owed === 0) return [];
  // With a threshold of nothing, to be under water is enough, and equality is not.
  const theta = call.number("theta");
  const [at, isStrict] = [walkAwayPrice(owed, theta), theta <= tolerance];
  return call.answer === "strategic"
    ? [call.crossing("price", isStrict ? "≥" : ">", at, same("pay"))]
    : [call.crossing("price", isStrict ? "<" : "≤", at, same("strategic"))];
}

function loss(call: Call): Story {
  const field = (name: string) => term(call.field(name), "money");
  const isDefault = call.flag("default");
  const [owed, price] = [money(call, "balance"), money(call, "price")];
  const part = (text: Text, formula: string, name: string): Part => ({ text, formula, value: call.field(name), unit: "money" });
  const bank = `(1 − ${percent(call, "recourse")}) × max(0, ${owed} − (${price} − ${field("discount")}))`;
  return {
    parts: [
      part(
        { en: "discount of a forced sale", zh: "强制出售折价" },
        isDefault ? `${price} × ${percent(call, "haircut")}` : "0",
        "discount",
      ),
      part(
        { en: "loss in all", zh: "总损失" },
        `${inDifference(call.number("buy"), call.number("price"), "money").join(" − ")} + ${field("discount")}`,
        "total",
      ),
      part({ en: "the bank's", zh: "银行承担" }, isDefault ? bank : "0", "bank"),
      part(
        { en: "the household's", zh: "家庭承担" },
        inDifference(Number(call.field("total")), Number(call.field("bank")), "money").join(" − "),
        "household",
      ),
    ],
    formula: "",
    thresholds: [bankLoses(call, isDefault)],
  };
}

const bankIs = (loses: boolean): Text =>
  loses ? { en: "the bank loses", zh: "银行有损失" } : { en: "the bank loses nothing", zh: "银行无损失" };

function bankLoses(call: Call, isDefault: boolean): Threshold | false {
  const [owed, haircut] = [call.number("balance"), call.number("haircut")];
  if (!isDefault) {
    const becomes = call.ifInstead({ default: true }) as { readonly bank: number } | undefined;
    return call.turn("default", bankIs((becomes?.bank ?? 0) > owed * noise));
  }
  // With a haircut of everything no price clears the balance; what is all recovered is never lost.
  if (haircut === 1 || call.number("recourse") === 1 || owed === 0) return false;
  const clears = priceThatClears(owed, haircut);
  const loses = call.number("price") < clears * (1 - noise);
  return call.crossing("price", loses ? "≥" : "<", clears, bankIs(!loses));
}

function fiscalTake(call: Call): Story {
  const [low = 0, high = 0] = (call.answer as readonly number[]).map(Number);
  const [fresh, second] = [money(call, "new_sales"), money(call, "second_sales")];
  return {
    parts: [
      { text: { en: "low", zh: "下限" }, formula: `${percent(call, "low_share")} × ${fresh}`, value: low, unit: "money" },
      {
        text: { en: "high", zh: "上限" },
        formula: `${percent(call, "high_share")} × ${fresh} + ${percent(call, "second_share")} × ${second}`,
        value: high,
        unit: "money",
      },
    ],
    formula: "",
  };
}

function fallRate(call: Call): Story {
  const fall = call.number("total_fall");
  return { formula: `1 − (1 − ${inUnit(fall, "fraction", keeping(1 - fall))})^(1 / ${inUnit(call.number("periods"), "count")})` };
}

function fallTime(call: Call): Story {
  const [begin, end] = [call.number("begin"), call.number("end")];
  if (begin === end) return { formula: `${money(call, "end")} = ${money(call, "begin")} → 0` };
  return { formula: `ln(${inDifference(end, begin, "money").join(" / ")}) / ln(1 + ${percent(call, "rate")})` };
}

/** (1 + a) / (1 + b) − 1 */
const ratioOf =
  (above: string, below: string): Teller =>
  (call) => {
    const [a, b] = inDifference(call.number(above), call.number(below), "fraction");
    return { formula: `(1 + ${a}) / (1 + ${b}) − 1` };
  };

function landing(call: Call): Story {
  const [npl, loss] = [call.number("npl_peak"), call.number("bank_loss_rate")];
  const [nplLine, lossLine] = [call.number("npl_line"), call.number("loss_line")];
  const strain = strainOf({ nplPeak: npl, nplLine, bankLossRate: loss, lossLine });
  const what = { en: "the larger share of a line used up", zh: "两条线中用去较多的比例" };
  const ways = neighbours({ what, unit: "fraction", now: strain }, landingLadder, (own) => same(own));
  // One of the two is enough to get worse; to get better, both must.
  const worse = placeOn(strain, landingLadder).up;
  return {
    parts: [
      {
        text: what,
        formula: `max(${percent(call, "npl_peak")} / ${percent(call, "npl_line")}, ${percent(call, "bank_loss_rate")} / ${percent(call, "loss_line")})`,
        value: strain,
        unit: "fraction",
      },
    ],
    formula: `${between(strain, landingLadder, "fraction")} → ${String(call.answer)}`,
    thresholds: [
      worse && call.crossing("npl_peak", "≥", worse.at * nplLine, same(worse.to)),
      worse && call.crossing("bank_loss_rate", "≥", worse.at * lossLine, same(worse.to)),
      ...ways.filter(({ across }) => across === "<"),
    ],
  };
}

export const landingTellers: Readonly<Record<string, Teller>> = {
  ...loanTellers,
  ...relayTellers,
  DEFAULT_STATE: state,
  LOSS_SPLIT: loss,
  FISCAL_TAKE: fiscalTake,
  FALL_RATE: fallRate,
  FALL_TIME: fallTime,
  REAL_RATE: ratioOf("nominal", "inflation"),
  PRICE_IN: ratioOf("house_change", "asset_change"),
  LANDING_CLASS: landing,
};
