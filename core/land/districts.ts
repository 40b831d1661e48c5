/** A city from its districts: HPI_AGG. */
import { define } from "../definition.js";
import { InputError } from "../errors.js";
import { finite } from "../finite.js";
import { type Column, check, column } from "../parameters.js";
import { passage, reports } from "../sources.js";

const params = [
  column("scores", {
    unit: "points",
    label: { en: "scores", zh: "各区得分" },
    help: { en: "HPI of each district or round.", zh: "各区域（或各轮次）的 HPI。" },
  }),
  column("start_totals", {
    unit: "money",
    label: { en: "starting totals", zh: "各区起始价总额" },
    help: { en: "Total starting amount offered in each: the weights.", zh: "各区域供地起始价总额，作为权重。" },
    domain: { atLeast: 0 },
    sameLengthAs: "scores",
  }),
] as const;

/** Mean of scores weighted by starting totals: exactly the index of all lots together. */
export function hpiOfDistricts(scores: Column, startTotals: Column): number {
  const given = check("HPI_AGG", params, { scores, startTotals });
  let weighted = 0;
  let supply = 0;
  for (let i = 0; i < given.scores.length; i++) {
    weighted += (given.scores[i] as number) * (given.startTotals[i] as number);
    supply += given.startTotals[i] as number;
  }
  if (supply === 0) throw noSupply();
  return finite("HPI_AGG", weighted / finite("HPI_AGG", supply));
}

function noSupply(): InputError {
  return new InputError({
    problem: "zero-denominator",
    fn: "HPI_AGG",
    argument: "start_totals",
    seen: { en: "add up to 0", zh: "合计为 0" },
    wanted: { en: "at least one above 0", zh: "至少一项大于 0" },
  });
}

export const hpiOfDistrictsDefinition = define(hpiOfDistricts, {
  id: "HPI_AGG",
  summary: { en: "City index from the indices of its districts or rounds.", zh: "由各区域（或各轮次）得分合成全市指数。" },
  formula: "Σ scores × start_totals / Σ start_totals",
  params,
  returns: { shape: "scalar", unit: "points", label: { en: "index of the whole", zh: "合成指数" } },
  refusals: [{ problem: "zero-denominator", when: { en: "the starting totals add up to 0", zh: "起始价总额合计为 0" } }],
  source: passage(reports.land, "limits of the method, third point", "排名方法的局限性，第三点"),
  notes: [
    {
      en: "The report speaks of a weighted average without naming the weights; it is exact only with starting totals.",
      zh: "报告只说是加权平均，未说明权重；只有以起始价总额为权重时才严格成立。",
    },
  ],
  examples: [
    { args: { scores: [115, 50], start_totals: [30, 10] }, result: 98.75, from: { en: "by hand", zh: "手算" } },
    {
      args: { scores: [100, 0], start_totals: [10, 10] },
      result: 50,
      from: { en: "one district sold out, one failed", zh: "一区全部成交，一区全部流拍" },
    },
    { args: { scores: [100], start_totals: [0] }, problem: "zero-denominator", from: { en: "nothing offered", zh: "没有供地" } },
  ],
});
