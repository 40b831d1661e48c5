/** The institutional-cost functions, told in parts. */
import { placeOn, priceAtMultiple, same, type Text, type Zone, zoneLadder } from "soundings";
import { between, neighbours, through } from "./crossing.js";
import { oneOfThem } from "./land.js";
import { layers } from "./layers.js";
import { type Addend, compared, inUnit, sumOf, sumOfColumn, term } from "./numbers.js";
import type { Call, Part, Story, Teller } from "./story.js";

const price = (value: number) => inUnit(value, "yuan-per-square-metre");
const yesNo = (value: unknown) => inUnit(value, "yes-no");

const zoneIs = (zone: Zone): Text => ({ en: `zone ${zone}`, zh: `${zone} 区` });

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
  const weighted = counted.map(({ weight, paid, restated = paid }): Addend => {
    return { text: `${inUnit(weight, "none")} × ${price(restated)}`, value: weight * restated };
  });
  const weights = counted.map(({ weight }) => weight);
  const sums = [sumOf(weighted, "none", call.language), sumOfColumn(weights, "none", call.language)];
  return { parts, formula: `(${sums[0]}) / (${sums[1]})` };
}

/** The ends of a column: of a long one those that decide. */
function ends(values: readonly number[]): string {
  const shownAtEnds = 3;
  const written = [...values].sort((a, b) => a - b).map(price);
  if (written.length <= 2 * shownAtEnds) return written.join(", ");
  return [...written.slice(0, shownAtEnds), "…", ...written.slice(-shownAtEnds)].join(", ");
}

function range(call: Call): Story {
  const present = call.column("costs").filter((paid) => paid > 0);
  const [low = 0, mid = 0, high = 0] = (call.answer as readonly number[]).map(Number);
  const part = (text: Text, formula: string, value: number): Part => ({ text, formula, value, unit: "yuan-per-square-metre" });
  return {
    parts: [
      part({ en: "lowest", zh: "下限" }, `min(${ends(present)})`, low),
      part({ en: "highest", zh: "上限" }, `max(${ends(present)})`, high),
      part({ en: "midpoint", zh: "中点" }, `(${price(low)} + ${price(high)}) / 2`, mid),
    ],
    formula: "",
  };
}

function multiple(call: Call): Story {
  const ihci = call.number("ihci");
  const moved = { what: call.mover("price").what, unit: "multiple", now: Number(call.answer) } as const;
  return {
    formula: `${price(call.number("price"))} / ${price(ihci)}`,
    thresholds: neighbours(moved, zoneLadder(), zoneIs).map((crossing) =>
      through(crossing, call.mover("price"), priceAtMultiple(crossing.at, ihci), { falls: false }),
    ),
  };
}

function zone(call: Call): Story {
  const mover = call.mover("mult");
  const ladder = zoneLadder(call.number("a_max"), call.number("c_min"));
  return {
    formula: `${between(mover.now, ladder, "multiple")} → ${String(call.answer)}`,
    thresholds: neighbours(mover, ladder, (own) => same(own)),
  };
}

function screen(call: Call): Story {
  const verdict = (name: string, text: Text, formula: string): Part => ({
    text,
    formula,
    value: call.field(name),
    unit: "yes-no",
  });
  const compare = (value: string, sign: string, limit: number, unit: "fraction" | "persons", limitText?: string) => {
    const [own, edge] = compared(call.number(value), limit, unit);
    return `${own} ${sign} ${limitText ?? edge}`;
  };
  const ladder = zoneLadder();
  const mover = call.mover("mult");
  const verdicts = [call.field("rent"), call.field("people"), call.field("cash")];
  const verdictOf = (screenName: Text, passes: boolean): Text => ({
    en: `${screenName.en} ${passes ? "passes" : "fails"}`,
    zh: `${screenName.zh}${passes ? "通过" : "不通过"}`,
  });
  const [rent, people, cash] = [
    { en: "rent screen", zh: "租金筛选" },
    { en: "people screen", zh: "人口产业筛选" },
    { en: "cash screen", zh: "现金流筛选" },
  ] as const;
  const [minYield, payLimit] = [call.number("min_yield"), call.number("pay_limit")];
  const hasIndustry = call.flag("industry");
  const isInflow = compared(call.number("pop_flow"), 0, "persons")[0] !== "0" && call.number("pop_flow") > 0;
  return {
    parts: [
      {
        text: { en: "zone", zh: "区间" },
        formula: `${between(mover.now, ladder, "multiple")} → ${placeOn(mover.now, ladder).own}`,
        value: call.field("zone"),
        unit: "label",
      },
      verdict("rent", { en: "rent pays", zh: "租金" }, compare("gross_yield", "≥", minYield, "fraction")),
      verdict(
        "people",
        { en: "people come, industry stays", zh: "人口与产业" },
        `${compare("pop_flow", ">", 0, "persons", "0")} AND ${yesNo(hasIndustry)}`,
      ),
      verdict("cash", { en: "incomes carry it", zh: "现金流" }, compare("pay_to_income", "<", payLimit, "fraction")),
      verdict("all", { en: "all three", zh: "三项全部" }, verdicts.map(yesNo).join(" AND ")),
    ],
    formula: "",
    thresholds: [
      call.crossing("gross_yield", call.field("rent") ? "<" : "≥", minYield, verdictOf(rent, !call.field("rent"))),
      (hasIndustry || !isInflow) &&
        call.crossing("pop_flow", isInflow ? "≤" : ">", 0, hasIndustry ? verdictOf(people, !isInflow) : oneOfThem),
      (isInflow || !hasIndustry) && call.turn("industry", isInflow ? verdictOf(people, !hasIndustry) : oneOfThem),
      call.crossing("pay_to_income", call.field("cash") ? "≥" : "<", payLimit, verdictOf(cash, !call.field("cash"))),
      ...neighbours(mover, ladder, zoneIs),
    ],
  };
}

export const costTellers: Readonly<Record<string, Teller>> = {
  IHCI: cost,
  IHCI_RANGE: range,
  IHCI_MULT: multiple,
  IHCI_ZONE: zone,
  IHCI_LAYERS: layers,
  IHCI_SCREEN: screen,
};
