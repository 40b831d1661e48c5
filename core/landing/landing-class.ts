/** Whether a landing was soft, strained or hard, judged by the banks alone: LANDING_CLASS. */
import { strainOf } from "../crossings.js";
import { define } from "../definition.js";
import type { Ladder } from "../ladder.js";
import { check, number } from "../parameters.js";
import { share } from "../rates.js";
import { passage, reports } from "../sources.js";
import { atLeast } from "../tolerance.js";

/** Supervisors' lines in China: non-performing loans, and loan-loss provisions as a share of loans. */
const supervisors = { npl: 0.05, provision: 0.025 } as const;
/** Share of a line from which a landing is strained. */
const strainedFrom = 0.5;

const line = { wholePercentBeyond: 1, above: 0 } as const;

const params = [
  number("npl_peak", {
    unit: "fraction",
    label: { en: "peak non-performing share", zh: "不良率峰值" },
    help: {
      en: "Highest share of mortgage balances that was non-performing, 0.0086 or 0.86%.",
      zh: "按揭不良率的最高值，0.0086 或 0.86%。",
    },
    domain: share,
  }),
  number("bank_loss_rate", {
    unit: "fraction",
    label: { en: "bank loss rate", zh: "银行损失率" },
    help: { en: "Cumulative net bank loss as a share of initial balances.", zh: "银行累计净损失占初始贷款余额的比例。" },
    domain: share,
  }),
  number("npl_line", {
    unit: "fraction",
    label: { en: "non-performing line", zh: "不良率警戒线" },
    help: { en: "Non-performing share at which a landing is hard. Default 5%.", zh: "视为硬着陆的不良率。默认 5%。" },
    default: supervisors.npl,
    domain: line,
  }),
  number("loss_line", {
    unit: "fraction",
    label: { en: "loss line", zh: "损失率警戒线" },
    help: { en: "Loss rate at which a landing is hard. Default 2.5%.", zh: "视为硬着陆的损失率。默认 2.5%。" },
    default: supervisors.provision,
    domain: line,
  }),
] as const;

export interface LandingOptions {
  readonly nplLine?: number | undefined;
  readonly lossLine?: number | undefined;
}

export type Landing = "soft" | "strained" | "hard";

/** Class of a landing by the nearer of two lines: bad mortgages, and banks' losses on them. */
export function landingClass(nplPeak: number, bankLossRate: number, options: LandingOptions = {}): Landing {
  const given = check("LANDING_CLASS", params, { nplPeak, bankLossRate, ...options });
  const strain = strainOf(given);
  if (atLeast(strain, 1)) return "hard";
  return atLeast(strain, strainedFrom) ? "strained" : "soft";
}

/** The classes as a ladder over the larger share of a line that is used up (strainOf). */
export const landingLadder: Ladder<Landing> = {
  classes: ["soft", "strained", "hard"],
  edges: [
    { at: strainedFrom, opens: "from" },
    { at: 1, opens: "from" },
  ],
};

export const landingClassDefinition = define(landingClass, {
  id: "LANDING_CLASS",
  summary: {
    en: "Class of a landing by bad mortgages and bank losses: soft, strained or hard.",
    zh: "按银行不良与损失判断着陆类型：软、承压、硬。",
  },
  formula: "x = max(npl_peak / npl_line, bank_loss_rate / loss_line);  x ≥ 1 → hard;  0.5 ≤ x < 1 → strained;  x < 0.5 → soft",
  params,
  returns: {
    shape: "scalar",
    unit: "label",
    label: { en: "soft, strained or hard", zh: "soft 软着陆、strained 承压、hard 硬着陆" },
  },
  source: passage(
    reports.landing,
    "answer 69: one indicator only, whether mortgages go bad on a large scale",
    "第 69 个回答：唯一指标是房贷是否大规模成为坏账",
  ),
  notes: [
    {
      en: "The answer names the indicator but no threshold. The lines are this project's choice, after two of the banking supervisor's: at most 5 % of loans non-performing (core indicators, 2005) and provisions of 2.5 % of loans (2011). Change them to test the verdict.",
      zh: "该回答只给出指标，没有给出界限。两条线为本项目的取值，参照原银监会《商业银行风险监管核心指标》（2005）不良贷款率不高于 5%，以及《商业银行贷款损失准备管理办法》（2011）贷款拨备率 2.5%；可自行调整检验结论。",
    },
    {
      en: "Exactly a line is hard and exactly half of it strained (tolerance 1e-9).",
      zh: "恰好达到警戒线为硬着陆，恰好一半为承压（容差 1e-9）。",
    },
    {
      en: "Soft for banks is not soft for households: their loss is not in this class. See LOSS_SPLIT.",
      zh: "对银行软，不等于对住户软：住户损失不在此判断之内，见 LOSS_SPLIT。",
    },
  ],
  examples: [
    {
      args: { npl_peak: 0.0086, bank_loss_rate: 0.001 },
      result: "soft",
      from: { en: "the highest of six large banks' mortgage ratios, mid-2025", zh: "2025 年年中六大行按揭不良率的高值" },
    },
    { args: { npl_peak: 0.01, bank_loss_rate: 0.015 }, result: "strained", from: { en: "by hand", zh: "手算" } },
    { args: { npl_peak: 0.05, bank_loss_rate: 0 }, result: "hard", from: { en: "exactly the line", zh: "恰好达到警戒线" } },
    {
      args: { npl_peak: 5, bank_loss_rate: 0 },
      problem: "percent-as-whole-number",
      from: { en: "a percentage without its sign", zh: "漏写百分号" },
    },
  ],
});
