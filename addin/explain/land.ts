/** The land-auction functions, told in parts. */
import {
  amountOfPoints,
  bandEdges,
  bands,
  dealsAtCutThresholds,
  nextBands,
  priceCutCoefficient,
  type Result,
  type Text,
} from "soundings";
import { colours } from "./figure.js";
import { inUnit, term, terms } from "./numbers.js";
import { type Call, type Chart, fieldOf, type Part, type Story, type Teller } from "./story.js";

const amount = (value: number) => inUnit(value, "money");
const points = (value: number) => inUnit(value, "points");

/** The way to the next band up, or down where there is none above. */
function bandThreshold(score: number, supply?: number): Text {
  const { up, down } = nextBands(score);
  const worth = (by: number) => (supply === undefined ? "" : amount(amountOfPoints(Math.abs(by), supply)));
  const crossings = [up, down].flatMap((crossing) => (crossing ? [{ ...crossing, worth: worth(crossing.points) }] : []));
  const en = crossings.map(({ band, at, points: by, worth }) => {
    const size = `${points(Math.abs(by))} points ${by >= 0 ? "up" : "down"} to ${bands[band].en} (edge ${at})`;
    return worth === "" ? size : `${size}: ${worth} ${by >= 0 ? "more" : "less"} taken by the market at these starting amounts`;
  });
  const zh = crossings.map(({ band, at, points: by, worth }) => {
    const size = `距${bands[band].zh}（分界 ${at}）${by >= 0 ? "还差" : "还有"} ${points(Math.abs(by))} 分`;
    return worth === "" ? size : `${size}，即按此起始价市场承接额${by >= 0 ? "增加" : "减少"} ${worth}`;
  });
  return { en: `${en.join("; ")}.`, zh: `${zh.join("；")}。` };
}

function deductions(call: Call): string {
  const [deal, cut, backstop] = ["deal", "cut", "backstop"].map((name) => call.column(name)) as [number[], number[], number[]];
  const isLiteral = call.value("mode") === "literal";
  const deducted = deal.flatMap((paid, i) => {
    const coefficient = priceCutCoefficient(cut[i] ?? 0);
    return coefficient === 0 || paid === 0 || (backstop[i] && !isLiteral) ? [] : [`${amount(paid)} × ${coefficient}`];
  });
  return terms(deducted, String, " + ");
}

/** The amounts and the sum, from HPI_PARTS; HPI and HPI_PARTS differ only in their last step. */
function roundParts(call: Call, parts: Result): Part[] {
  const money = (text: Text, formula: string, name: string): Part => ({
    text,
    formula,
    value: fieldOf(parts, name),
    unit: "money",
  });
  const sum = (values: readonly number[]) => terms(values, (value) => amount(Number(value)), " + ");
  const deal = call.column("deal");
  const backstop = deal.filter((_, i) => call.column("backstop")[i]);
  return [
    money({ en: "offered, at start", zh: "供地起始价总额" }, sum(call.column("start")), "supply"),
    money({ en: "sold", zh: "成交总额" }, sum(deal), "sold"),
    money(
      { en: "deducted for price cuts: deal × coefficient", zh: "降价扣减：成交价 × 系数" },
      deductions(call) || "0",
      "cut_deduction",
    ),
    money({ en: "bought by the city's own companies", zh: "兜底成交额" }, sum(backstop) || "0", "backstop"),
  ];
}

function waterfall(parts: Result): Chart {
  const get = (name: string) => Number(fieldOf(parts, name));
  const moves = [get("premium_pts"), -get("failed_pts"), -get("cut_pts"), -get("backstop_pts")];
  const before = moves.map((_, i) => moves.slice(0, i).reduce((sum, move) => sum + move, 100));
  const values = [100, ...moves, get("index")];
  return {
    label: { en: "From 100 points to the index", zh: "从 100 分到指数" },
    figure: (language) => ({
      data: [
        {
          type: "bar",
          x: {
            en: ["start", "premium", "failed", "cut", "backstop", "HPI"],
            zh: ["起点", "溢价", "流拍", "降价", "兜底", "指数"],
          }[language],
          y: values,
          base: [0, ...before, 0],
          text: values.map((value, i) => (i > 0 && i < values.length - 1 && value > 0 ? `+${points(value)}` : points(value))),
          marker: {
            color: values.map((value, i) =>
              i === 0 || i === values.length - 1 ? colours.main : value < 0 ? colours.loss : colours.gain,
            ),
          },
        },
      ],
      layout: {
        yTitle: { en: "index points", zh: "分" }[language],
        lines: bandEdges.map((at) => ({ at, label: String(at) })),
      },
    }),
  };
}

function round(call: Call): Story {
  const parts = call.ask("HPI_PARTS", call.sharedWith("HPI_PARTS"));
  if (parts === undefined) return {};
  const get = (name: string) => Number(fieldOf(parts, name));
  const [sold, cut, backstop, supply] = ["sold", "cut_deduction", "backstop", "supply"].map((name) => amount(get(name)));
  const index = `100 × (${sold} − ${cut} − ${backstop}) / ${supply}`;
  const inPoints = `100 + ${points(get("premium_pts"))} − ${points(get("failed_pts"))} − ${points(get("cut_pts"))} − ${points(get("backstop_pts"))}`;
  const isParts = call.definition.id === "HPI_PARTS";
  const whole: Part = { text: { en: "index", zh: "指数" }, formula: index, value: get("index"), unit: "points" };
  return {
    parts: [...roundParts(call, parts), isParts && whole],
    formula: isParts ? `${inPoints} = ${points(get("index"))}` : `${index} = ${inPoints}`,
    threshold: bandThreshold(get("index"), get("supply")),
    chart: waterfall(parts),
  };
}

function cut(call: Call): Story {
  const benchmark = call.number("benchmark");
  const { half, whole } = dealsAtCutThresholds(benchmark);
  return {
    threshold: {
      en: `A deal of ${amount(half)} (10 % below) or less is deducted by half, one below ${amount(whole)} (20 %) whole.`,
      zh: `成交价降至 ${amount(half)}（低 10%）及以下扣一半，低于 ${amount(whole)}（低 20%）全扣。`,
    },
  };
}

function coefficient(call: Call): Story {
  const given = inUnit(call.number("cut"), "fraction");
  return {
    formula: `${given} → ${inUnit(call.answer, "none")}`,
    threshold: {
      en: `The coefficient is 0 below 10 %, 0.5 up to 20 %, 1 beyond; this cut is ${given}.`,
      zh: `10% 以下为 0，至 20% 为 0.5，超过 20% 为 1；本例降幅 ${given}。`,
    },
  };
}

function bandOfScore(call: Call): Story {
  const score = call.number("score");
  return { formula: `${points(score)} → ${String(call.answer)}`, threshold: bandThreshold(score) };
}

function aggregate(call: Call): Story {
  const weights = call.column("start_totals");
  const scores = call.column("scores");
  const weighted = terms(scores, (score, i) => `${term(score, "points")} × ${amount(weights[i] ?? 0)}`, " + ");
  return {
    formula: `(${weighted}) / (${terms(weights, (weight) => amount(Number(weight)), " + ")})`,
    threshold: bandThreshold(Number(call.answer)),
  };
}

export const landTellers: Readonly<Record<string, Teller>> = {
  HPI: round,
  HPI_PARTS: round,
  HPI_COEF: coefficient,
  LAND_CUT: cut,
  HPI_BAND: bandOfScore,
  HPI_AGG: aggregate,
};
