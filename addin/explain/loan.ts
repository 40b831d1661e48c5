/** The mortgage functions, told in parts: payment, balance, equity, the month under water and the fall that never gets there. */
import { type RepaymentMethod, type Text, tightestMonth, type UnderWaterMonth, underwaterPath } from "soundings";
import type { Mover } from "./crossing.js";
import { colours } from "./figure.js";
import { compared, inDifference, inUnit, term } from "./numbers.js";
import type { Call, Chart, Part, Story, Teller } from "./story.js";

/** A yearly rate below this moves none of the digits shown: the loan is told as one without interest. */
const noInterest = 1e-9;

const isLevel = (call: Call) => call.value("method") !== "principal" && call.number("rate") >= noInterest;
const percent = (call: Call, name: string) => term(call.number(name), "fraction");

function payment(call: Call): Story {
  const [loan, months, rate] = [inUnit(call.number("loan"), "money"), call.number("months"), percent(call, "rate")];
  const i = `${rate} / 12`;
  if (isLevel(call)) return { formula: `${loan} × (${i}) / (1 − (1 + ${i})^−${months})` };
  if (call.number("rate") < noInterest) return { formula: `${loan} / ${months}` };
  return { formula: `${loan} / ${months} + ${i} × ${loan} × (${months} − ${call.number("k")} + 1) / ${months}` };
}

/** What is left of a loan after some payments. */
function balanceLine(call: Call, loan: string, paid: number): string {
  const months = call.number("months");
  const i = `${percent(call, "rate")} / 12`;
  return isLevel(call)
    ? `${loan} × (1 − (1 + ${i})^−(${months} − ${paid})) / (1 − (1 + ${i})^−${months})`
    : `${loan} × (${months} − ${paid}) / ${months}`;
}

/** UNDERWATER takes no faster change: it would be a percentage without its sign. */
const greatestFall = 0.5;
/** A loan of the whole price, hardly repaid, has no room for any fall. */
const leastFall = 1e-9;

const underWater: Text = { en: "under water", zh: "资不抵债" };
const notUnderWater: Text = { en: "not under water", zh: "未资不抵债" };
const homePrice: Pick<Mover, "what" | "unit"> = { what: { en: "price of the home", zh: "房价" }, unit: "money" };

function balance(call: Call): Story {
  const owed = Number(call.answer);
  return {
    formula: balanceLine(call, inUnit(call.number("loan"), "money"), call.number("paid")),
    thresholds: [owed > 0 && { ...homePrice, at: owed, across: "<", becomes: underWater }],
  };
}

function equity(call: Call): Story {
  const [price, owed] = [call.number("price"), call.number("balance")];
  const isUnder = price < owed;
  return {
    formula: inDifference(price, owed, "money").join(" − "),
    thresholds: [call.crossing("price", isUnder ? "≥" : "<", owed, isUnder ? notUnderWater : underWater)],
  };
}

const pathOf = (call: Call, priceMom: number) => {
  const method = call.value("method") as RepaymentMethod;
  return underwaterPath(call.number("ltv"), call.number("rate"), call.number("months"), priceMom, { method });
};

/** Months shown beyond the one under water. */
const monthsAfter = 12;

function underwater(call: Call): Story {
  const month = Number(call.answer);
  const path = pathOf(call, call.number("price_mom")).slice(0, month + monthsAfter);
  const points = path.slice(Math.max(1, month - 1), month + 1);
  const safe = call.askNumber("SAFE_FALL", call.sharedWith("SAFE_FALL"));
  const never = { en: "never under water (SAFE_FALL)", zh: "始终不会资不抵债（SAFE_FALL）" };
  return {
    parts: points.flatMap((point) => valueAndBalance(call, point)),
    formula: `${points.map(({ value, balance, underWater }) => balanceAgainst(balance, value, underWater)).join(" AND ")} → ${month}`,
    thresholds: [safe !== undefined && safe > leastFall && call.crossing("price_mom", "≥", -safe, never)],
    chart: balanceAndValue(path),
  };
}

/** Core takes balance and value as equal within a rounding error alone. */
const noise = 1e-12;

function balanceAgainst(owed: number, worth: number, isUnder: boolean): string {
  return compared(owed, worth, "fraction", worth * noise).join(isUnder ? " > " : " ≤ ");
}

function valueAndBalance(call: Call, { month, value, balance }: UnderWaterMonth): Part[] {
  return [
    {
      text: { en: `value after ${month} months, share of the price paid`, zh: `${month} 个月后房值（占买价）` },
      formula: `(1 + ${percent(call, "price_mom")})^${month}`,
      value,
      unit: "fraction",
    },
    {
      text: { en: `balance after ${month} months, share of the price paid`, zh: `${month} 个月后余额（占买价）` },
      formula: balanceLine(call, percent(call, "ltv"), month),
      value: balance,
      unit: "fraction",
    },
  ];
}

function safeFall(call: Call): Story {
  const last = call.has("horizon") ? Math.min(call.number("horizon"), call.number("months")) : call.number("months");
  const method = call.value("method") as RepaymentMethod;
  const { month, balance } = tightestMonth(call.number("ltv"), call.number("rate"), call.number("months"), {
    method,
    horizon: last,
  });
  const text = {
    en: `the tightest month is ${month} of ${last}: its balance, share of the price paid`,
    zh: `${last} 个月中第 ${month} 个月最紧：余额（占买价）`,
  };
  const mover = { what: { en: "monthly price change", zh: "房价月度涨跌幅" }, unit: "fraction" } as const;
  return {
    parts: [{ text, formula: balanceLine(call, percent(call, "ltv"), month), value: balance, unit: "fraction" }],
    formula: `1 − ${inUnit(balance, "fraction", { apart: (1 - balance) / 1e4 })}^(1 / ${month})`,
    thresholds: [
      !call.has("horizon") &&
        Number(call.answer) > leastFall &&
        Number(call.answer) < greatestFall && { ...mover, at: -Number(call.answer), across: "<", becomes: underWater },
    ],
  };
}

function balanceAndValue(path: readonly UnderWaterMonth[]): Chart {
  return {
    label: { en: "Value and balance month by month, as shares of the price paid", zh: "逐月房值与贷款余额（占买价）" },
    figure: (language) => {
      const line = (name: string, y: number[], color: string) =>
        ({ type: "scatter", mode: "lines", name, x: path.map(({ month }) => month), y, line: { color } }) as const;
      const [value, owed] = [path.map((point) => point.value), path.map((point) => point.balance)];
      return {
        data: [
          line({ en: "value", zh: "房值" }[language], value, colours.main),
          line({ en: "balance", zh: "余额" }[language], owed, colours.loss),
        ],
        layout: { xTitle: { en: "months", zh: "月" }[language], yFormat: ".0%" },
      };
    },
  };
}

export const loanTellers: Readonly<Record<string, Teller>> = {
  MORT_PAY: payment,
  MORT_BALANCE: balance,
  HOME_EQUITY: equity,
  UNDERWATER: underwater,
  SAFE_FALL: safeFall,
};
