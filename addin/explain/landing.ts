/** The functions of mortgages, relays and losses, told in parts. */
import { priceThatClears, type RepaymentMethod, strainOf, underwaterPath, walkAwayPrice } from "soundings";
import { colours } from "./figure.js";
import { inUnit, term, terms } from "./numbers.js";
import type { Call, Chart, Part, Story, Teller } from "./story.js";

const money = (call: Call, name: string) => inUnit(call.number(name), "money");
const percent = (call: Call, name: string) => term(call.number(name), "fraction");
const isLevel = (call: Call) => call.value("method") !== "principal";

function payment(call: Call): Story {
  const [loan, months, rate] = [money(call, "loan"), call.number("months"), percent(call, "rate")];
  const i = `${rate} / 12`;
  if (isLevel(call)) return { formula: `${loan} × (${i}) / (1 − (1 + ${i})^−${months})` };
  const month = call.number("k");
  return { formula: `${loan} / ${months} + ${i} × ${loan} × (${months} − ${month} + 1) / ${months}` };
}

function balance(call: Call): Story {
  const [loan, months, paid] = [money(call, "loan"), call.number("months"), call.number("paid")];
  const i = `${percent(call, "rate")} / 12`;
  return {
    formula: isLevel(call)
      ? `${loan} × (1 − (1 + ${i})^−(${months} − ${paid})) / (1 − (1 + ${i})^−${months})`
      : `${loan} × (${months} − ${paid}) / ${months}`,
    threshold: {
      en: `The home is under water if it is worth less than ${inUnit(call.answer, "money")}.`,
      zh: `房价低于 ${inUnit(call.answer, "money")} 即资不抵债。`,
    },
  };
}

function equity(call: Call): Story {
  const owed = money(call, "balance");
  return { threshold: { en: `Under water below a price of ${owed}.`, zh: `房价低于 ${owed} 即资不抵债。` } };
}

const loanOf = (call: Call) =>
  [
    call.number("ltv"),
    call.number("rate"),
    call.number("months"),
    call.number("price_mom"),
    { method: call.value("method") as RepaymentMethod },
  ] as const;

/** Months shown beyond the one under water. */
const monthsAfter = 12;

function underwater(call: Call): Story {
  const month = Number(call.answer);
  const path = underwaterPath(...loanOf(call)).slice(0, month + monthsAfter);
  const [before, at] = [path[month - 1], path[month]];
  const change = percent(call, "price_mom");
  const compared = (text: Part["text"], point: typeof at): Part | false =>
    point !== undefined && {
      text,
      formula: `(1 + ${change})^${point.month} = ${inUnit(point.value, "fraction")};  ${inUnit(point.balance, "fraction")}`,
      value: point.equity,
      unit: "fraction",
    };
  const safe = call.askNumber("SAFE_FALL", call.sharedWith("SAFE_FALL"));
  return {
    parts: [
      compared(
        { en: "the month before: value less balance, shares of the price paid", zh: "前一个月：房值减余额（占买价）" },
        before,
      ),
      compared({ en: "this month: value less balance", zh: "当月：房值减余额" }, at),
    ],
    formula: `k = ${month}: ${inUnit(at?.balance, "fraction")} > (1 + ${change})^${month}`,
    threshold:
      safe === undefined
        ? undefined
        : {
            en: `A steady fall of at most ${inUnit(safe, "fraction")} a month never puts this loan under water (SAFE_FALL).`,
            zh: `每月跌幅不超过 ${inUnit(safe, "fraction")} 则始终不会资不抵债（SAFE_FALL）。`,
          },
    chart: balanceAndValue(path),
  };
}

function balanceAndValue(path: ReturnType<typeof underwaterPath>): Chart {
  return {
    label: { en: "Value and balance month by month, as shares of the price paid", zh: "逐月房值与贷款余额（占买价）" },
    figure: (language) => {
      const line = (name: string, y: number[], color: string) =>
        ({ type: "scatter", mode: "lines", name, x: path.map(({ month }) => month), y, line: { color } }) as const;
      return {
        data: [
          line(
            { en: "value", zh: "房值" }[language],
            path.map(({ value }) => value),
            colours.main,
          ),
          line(
            { en: "balance", zh: "余额" }[language],
            path.map((point) => point.balance),
            colours.loss,
          ),
        ],
        layout: { xTitle: { en: "months", zh: "月" }[language], yFormat: ".0%" },
      };
    },
  };
}

type Holder = readonly [holder: number, buy: number, sell: number, loss: number, share: number, within: boolean];

function relay(call: Call): Story {
  const { rows } = call.answer as unknown as { readonly rows: readonly Holder[] };
  const parts = rows.map(
    ([holder, buy, sell, loss, share, within]): Part => ({
      text: {
        en: `holder ${holder}: ${inUnit(share, "fraction")} of the price, ${within ? "within" : "beyond"} the down payment`,
        zh: `第 ${holder} 棒：占买价 ${inUnit(share, "fraction")}，${within ? "未超" : "超过"}首付`,
      },
      formula: `${inUnit(buy, "money")} − ${inUnit(sell, "money")}`,
      value: loss,
      unit: "money",
    }),
  );
  const greatest = inUnit(call.field("max_pct"), "fraction");
  return {
    parts,
    formula: `${terms(rows, (row) => term((row as Holder)[3], "money"), " + ")} = ${inUnit(call.field("total"), "money")}`,
    threshold: {
      en: `Every holder stays within the down payment from ${greatest} down; here it is ${percent(call, "down")}.`,
      zh: `首付达到 ${greatest} 时每一棒都未超首付；此处为 ${percent(call, "down")}。`,
    },
    chart: steps(call.column("prices")),
  };
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

function state(call: Call): Story {
  const owed = call.number("balance");
  const theta = call.has("theta") ? call.number("theta") : undefined;
  const walkAway = theta === undefined ? undefined : inUnit(walkAwayPrice(owed, theta), "money");
  const isUnder = owed > call.number("price");
  return {
    formula: `${money(call, "balance")} ${isUnder ? ">" : "≤"} ${money(call, "price")};  income_ok = ${inUnit(call.value("income_ok"), "yes-no")} → ${String(call.answer)}`,
    threshold: {
      en: `Under water below a price of ${money(call, "balance")}${walkAway === undefined ? "" : `; walks away at ${walkAway} or less`}.`,
      zh: `房价低于 ${money(call, "balance")} 即资不抵债${walkAway === undefined ? "" : `；降至 ${walkAway} 及以下即弃房`}。`,
    },
  };
}

function loss(call: Call): Story {
  const field = (name: string) => inUnit(call.field(name), "money");
  const [buy, owed, price, haircut, recourse] = [
    money(call, "buy"),
    money(call, "balance"),
    money(call, "price"),
    percent(call, "haircut"),
    percent(call, "recourse"),
  ];
  const isDefault = call.value("default") === true || call.value("default") === 1;
  const clears = inUnit(priceThatClears(call.number("balance"), call.number("haircut")), "money");
  const part = (text: Part["text"], formula: string, name: string): Part => ({
    text,
    formula,
    value: call.field(name),
    unit: "money",
  });
  return {
    parts: [
      part({ en: "discount of a forced sale", zh: "强制出售折价" }, isDefault ? `${price} × ${haircut}` : "0", "discount"),
      part({ en: "loss in all", zh: "总损失" }, `${buy} − ${price} + ${field("discount")}`, "total"),
      part(
        { en: "the bank's", zh: "银行承担" },
        isDefault ? `(1 − ${recourse}) × max(0, ${owed} − (${price} − ${field("discount")}))` : "0",
        "bank",
      ),
      part({ en: "the household's", zh: "家庭承担" }, `${field("total")} − ${field("bank")}`, "household"),
    ],
    formula: `${field("household")} + ${field("bank")} = ${field("total")}`,
    threshold: {
      en: `In a default the bank loses only below a price of ${clears}.`,
      zh: `违约时房价低于 ${clears} 银行才有损失。`,
    },
  };
}

function landing(call: Call): Story {
  const strain = strainOf({
    nplPeak: call.number("npl_peak"),
    nplLine: call.number("npl_line"),
    bankLossRate: call.number("bank_loss_rate"),
    lossLine: call.number("loss_line"),
  });
  return {
    parts: [
      {
        text: { en: "the larger share of a line used up", zh: "两条线中用去较多的比例" },
        formula: `max(${percent(call, "npl_peak")} / ${percent(call, "npl_line")}, ${percent(call, "bank_loss_rate")} / ${percent(call, "loss_line")})`,
        value: strain,
        unit: "fraction",
      },
    ],
    formula: `${inUnit(strain, "fraction")} → ${String(call.answer)}`,
    threshold: {
      en: `${inUnit(strain, "fraction")} of a line; strained from 50 %, hard from 100 %.`,
      zh: `已用去 ${inUnit(strain, "fraction")}；50% 起为紧张，100% 起为硬着陆。`,
    },
  };
}

export const landingTellers: Readonly<Record<string, Teller>> = {
  MORT_PAY: payment,
  MORT_BALANCE: balance,
  HOME_EQUITY: equity,
  UNDERWATER: underwater,
  RELAY: relay,
  DEFAULT_STATE: state,
  LOSS_SPLIT: loss,
  LANDING_CLASS: landing,
};
