/** The land-auction functions, told in parts. */
import {
  amountOfPoints,
  bandLadder,
  bands,
  cutLadder,
  dealsAtCutThresholds,
  priceCutCoefficient,
  type Result,
  same,
  type Text,
  tolerance,
} from "soundings";
import { between, type Mover, neighbours, type Threshold } from "./crossing.js";
import { type Addend, compared, inDifference, inUnit, keeping, sumOf, sumOfColumn, term } from "./numbers.js";
import { type Call, fieldOf, type Part, type Story, type Teller } from "./story.js";
import { waterfall } from "./waterfall.js";

const amount = (value: number) => inUnit(value, "money");

/** The ways to the bands beside a score. */
export function toBands(mover: Mover & { readonly now: number }): readonly Threshold[] {
  return neighbours(mover, bandLadder, (band) => bands[band]);
}

/** A score between the edges of its band. */
export const inBand = (score: number) => between(score, bandLadder, "points");

const index: Pick<Mover, "what" | "unit"> = { what: { en: "HPI", zh: "指数" }, unit: "points" };

function deductions(call: Call): Addend[] {
  const [deal, cut, backstop] = [call.column("deal"), call.column("cut"), call.column("backstop")];
  const isLiteral = call.value("mode") === "literal";
  return deal.flatMap((paid, i) => {
    const coefficient = priceCutCoefficient(cut[i] ?? 0);
    if (coefficient === 0 || paid === 0 || (backstop[i] && !isLiteral)) return [];
    return [{ text: `${amount(paid)} × ${coefficient}`, value: paid * coefficient }];
  });
}

/** The amounts and their sums, from HPI_PARTS. */
function sums(call: Call, parts: Result): Part[] {
  const money = (text: Text, formula: string, name: string): Part => {
    return { text, formula, value: fieldOf(parts, name), unit: "money" };
  };
  const column = (values: readonly number[]) => sumOfColumn(values, "money", call.language);
  const deal = call.column("deal");
  const backstop = deal.filter((_, i) => call.column("backstop")[i]);
  return [
    money({ en: "offered, at start", zh: "供地起始价总额" }, column(call.column("start")), "supply"),
    money({ en: "sold", zh: "成交总额" }, column(deal), "sold"),
    money(
      { en: "deducted for price cuts: deal × coefficient", zh: "降价扣减：成交价 × 系数" },
      sumOf(deductions(call), "money", call.language),
      "cut_deduction",
    ),
    money({ en: "bought by the city's own companies", zh: "兜底成交额" }, column(backstop), "backstop"),
  ];
}

/** What each kind of lot gave and cost, in points: HPI_PARTS alone. */
function inPoints(parts: Result): Part[] {
  const get = (name: string) => Number(fieldOf(parts, name));
  const share = (text: Text, amounts: string, name: string): Part => ({
    text,
    formula: `100 × ${term(get(amounts), "money")} / ${amount(get("supply"))}`,
    value: get(name),
    unit: "points",
  });
  return [
    share({ en: "premium, points", zh: "溢价得分" }, "premium", "premium_pts"),
    share({ en: "failed, points", zh: "流拍失分" }, "failed", "failed_pts"),
    share({ en: "cut, points", zh: "降价失分" }, "cut_deduction", "cut_pts"),
    share({ en: "backstop, points", zh: "兜底失分" }, "backstop", "backstop_pts"),
  ];
}

/** "100 + 1.9 − 0 − 4.45 − 57.55": a negative number turns its sign. */
export function pointsLine(premium: number, failed: number, cut: number, backstop: number): string {
  const signed = [premium, -failed, -cut, -backstop].map((by, i) => {
    const isTaken = i === 0 ? by < 0 : by <= 0;
    return `${isTaken ? "−" : "+"} ${inUnit(Math.abs(by), "points")}`;
  });
  return ["100", ...signed].join(" ");
}

function round(call: Call): Story {
  const parts = call.ask("HPI_PARTS", call.sharedWith("HPI_PARTS"));
  if (parts === undefined) return {};
  const get = (name: string) => Number(fieldOf(parts, name));
  const net = get("sold") - get("cut_deduction") - get("backstop");
  const [sold, cut, backstop] = ["sold", "cut_deduction", "backstop"].map((name) => inUnit(get(name), "money", keeping(net)));
  const supply = amount(get("supply"));
  const formula = `100 × (${sold} − ${cut} − ${backstop}) / ${supply}`;
  const line: Part = {
    text: { en: "in points: 100 + premium − failed − cut − backstop", zh: "按得分：100 + 溢价 − 流拍 − 降价 − 兜底" },
    formula: pointsLine(get("premium_pts"), get("failed_pts"), get("cut_pts"), get("backstop_pts")),
    value: get("index"),
    unit: "points",
  };
  const whole: Part = { text: index.what, formula, value: get("index"), unit: "points" };
  const isParts = call.definition.id === "HPI_PARTS";
  const worth = (distance: number): Text => {
    const taken = inUnit(amountOfPoints(distance, get("supply")), "money", { toward: "up" });
    return { en: `${taken} of market deals`, zh: `市场成交额 ${taken}` };
  };
  return {
    parts: isParts ? [...sums(call, parts), ...inPoints(parts), line, whole] : [...sums(call, parts), line],
    formula: isParts ? "" : formula,
    thresholds: toBands({ ...index, now: get("index"), worth }),
    chart: waterfall(parts),
  };
}

const coefficientIs = (coefficient: number): Text => ({ en: `coefficient ${coefficient}`, zh: `系数 ${coefficient}` });

function cut(call: Call): Story {
  const [deal, benchmark] = [call.number("deal"), call.number("benchmark")];
  const { half, whole } = dealsAtCutThresholds(benchmark);
  const [paid, asked] = inDifference(deal, benchmark, "money");
  const now = call.ask("HPI_COEF", { cut: call.answer });
  return {
    formula: `1 − ${paid} / ${asked}`,
    thresholds: [
      now === 0 && call.crossing("deal", "≤", half, coefficientIs(0.5)),
      now === 0.5 && call.crossing("deal", ">", half, coefficientIs(0)),
      now === 0.5 && call.crossing("deal", "<", whole, coefficientIs(1)),
      now === 1 && call.crossing("deal", "≥", whole, coefficientIs(0.5)),
    ],
  };
}

function coefficient(call: Call): Story {
  const mover = call.mover("cut");
  return {
    formula: `${between(mover.now, cutLadder, "fraction")} → ${inUnit(call.answer, "fraction")}`,
    thresholds: neighbours(mover, cutLadder, (own) => same(inUnit(own, "fraction"))),
  };
}

/** One condition of several that are not met. */
export const oneOfThem: Text = { en: "one condition met", zh: "满足其中一项" };

function backstop(call: Call): Story {
  const [deal, start] = [call.number("deal"), call.number("start")];
  const [isOwn, isListed] = [call.flag("gov_controlled"), call.flag("listed")];
  const [paid, asked] = compared(deal, start, "money", tolerance * start);
  const isAtStart = paid === asked;
  const formula = `${inUnit(isOwn, "yes-no")} AND ${paid} = ${asked} AND NOT ${inUnit(isListed, "yes-no")}`;
  if (call.answer === true) {
    const no = same("FALSE");
    return { formula, thresholds: [call.crossing("deal", ">", start, no), call.crossing("deal", "<", start, no)] };
  }
  const missing = [!isOwn, !isAtStart, isListed].filter(Boolean).length;
  const becomes = missing === 1 ? same("TRUE") : oneOfThem;
  return {
    formula,
    thresholds: [
      !isOwn && call.turn("gov_controlled", becomes),
      !isAtStart && call.crossing("deal", "=", start, becomes),
      isListed && call.turn("listed", becomes),
    ],
  };
}

function bandOfScore(call: Call): Story {
  const mover = call.mover("score");
  const label = call.value("lang") === "en" ? "en" : "zh";
  const name = (text: Text) => same(text[label]);
  return {
    formula: `${inBand(mover.now)} → ${String(call.answer)}`,
    thresholds: neighbours(mover, bandLadder, (band) => name(bands[band])),
  };
}

function aggregate(call: Call): Story {
  const [scores, weights] = [call.column("scores"), call.column("start_totals")];
  const weighted = scores.map((score, i): Addend => {
    const weight = weights[i] ?? 0;
    return { text: `${term(score, "none")} × ${amount(weight)}`, value: score * weight };
  });
  return {
    formula: `(${sumOf(weighted, "none", call.language)}) / (${sumOfColumn(weights, "money", call.language)})`,
    thresholds: toBands({ ...index, now: Number(call.answer) }),
  };
}

export const landTellers: Readonly<Record<string, Teller>> = {
  HPI: round,
  HPI_PARTS: round,
  HPI_COEF: coefficient,
  LAND_CUT: cut,
  IS_BACKSTOP: backstop,
  HPI_BAND: bandOfScore,
  HPI_AGG: aggregate,
};
