/** The three zones of the multiple: IHCI_ZONE. */
import { define } from "../definition.js";
import { InputError, isValue } from "../errors.js";
import type { Ladder } from "../ladder.js";
import { check, number } from "../parameters.js";
import { passage, reports } from "../sources.js";
import { atLeast, atMost } from "../tolerance.js";

/** Multiples up to this, inclusive, are in zone A. */
export const zoneAUpTo = 1.5;
/** Multiples from this on, inclusive, are in zone C. */
export const zoneCFrom = 3;

export type Zone = "A" | "B" | "C";

/** The multiple as an argument, shared with IHCI_SCREEN. */
export const multipleParam = number("mult", {
  unit: "multiple",
  label: { en: "multiple", zh: "倍数" },
  help: { en: "Price over institutional cost, from IHCI_MULT.", zh: "IHCI 倍数，由 IHCI_MULT 计算。" },
  domain: { atLeast: 0 },
});

const params = [
  multipleParam,
  number("a_max", {
    unit: "multiple",
    label: { en: "zone A up to", zh: "A 区上限" },
    help: { en: "Largest multiple of zone A, inclusive. Default 1.5.", zh: "A 区的最大倍数（含），默认 1.5。" },
    default: zoneAUpTo,
    domain: { above: 0 },
  }),
  number("c_min", {
    unit: "multiple",
    label: { en: "zone C from", zh: "C 区下限" },
    help: {
      en: "Smallest multiple of zone C, inclusive. Above a_max. Default 3.",
      zh: "C 区的最小倍数（含），须大于 a_max，默认 3。",
    },
    default: zoneCFrom,
    domain: { above: 0 },
  }),
] as const;

export interface ZoneOptions {
  readonly aMax?: number | undefined;
  readonly cMin?: number | undefined;
}

/** Zone of a multiple: A up to 1.5, C from 3 on, B between. A description, not advice. */
export function ihciZone(mult: number, options: ZoneOptions = {}): Zone {
  const given = check("IHCI_ZONE", params, { mult, ...options });
  if (atMost(given.cMin, given.aMax)) throw crossed(given.cMin, given.aMax);
  return zoneOf(given.mult, given.aMax, given.cMin);
}

/** Zone of a multiple that was already checked. */
export function zoneOf(multiple: number, aMax = zoneAUpTo, cMin = zoneCFrom): Zone {
  if (atMost(multiple, aMax)) return "A";
  return atLeast(multiple, cMin) ? "C" : "B";
}

/** The zones as a ladder over the multiple. */
export function zoneLadder(aMax = zoneAUpTo, cMin = zoneCFrom): Ladder<Zone> {
  return {
    classes: ["A", "B", "C"],
    edges: [
      { at: aMax, opens: "beyond" },
      { at: cMin, opens: "from" },
    ],
  };
}

function crossed(cMin: number, aMax: number): InputError {
  const wanted = { en: `a number above a_max, ${aMax}`, zh: `大于 a_max（${aMax}）的数` };
  return new InputError({ problem: "out-of-range", fn: "IHCI_ZONE", argument: "c_min", seen: isValue(cMin), wanted });
}

export const ihciZoneDefinition = define(ihciZone, {
  id: "IHCI_ZONE",
  summary: { en: "Zone of a multiple of institutional cost: A, B or C.", zh: "IHCI 倍数所在区间：A、B 或 C。" },
  formula: "mult ≤ 1.5 → A;  1.5 < mult < 3 → B;  mult ≥ 3 → C",
  params,
  returns: { shape: "scalar", unit: "label", label: { en: "zone", zh: "区间" } },
  refusals: [{ problem: "out-of-range", when: { en: "c_min is not above a_max", zh: "c_min 不大于 a_max" } }],
  source: passage(reports.cost, "section 5, first step", "第五节，第 1 步"),
  notes: [
    {
      en: "Exactly 1.5 is A and exactly 3 is C: the report writes ≤ and ≥ for them, and B lies between. Compared with a tolerance of 1e-9.",
      zh: "恰好 1.5 属 A、恰好 3 属 C：报告对二者写明 ≤ 与 ≥，B 居其间。比较容差为 1e-9。",
    },
    {
      en: "A zone, never a signal: cheap against its cost may mean that people and industry are leaving.",
      zh: "只给区间，不给买卖信号：相对成本便宜，可能只是人口和产业在流失。",
    },
  ],
  examples: [
    { args: { mult: 1.5 }, result: "A", from: { en: "report 001, boundary", zh: "报告 001，边界" } },
    { args: { mult: 1.5001 }, result: "B", from: { en: "just above it", zh: "略高于边界" } },
    { args: { mult: 3 }, result: "C", from: { en: "report 001, boundary", zh: "报告 001，边界" } },
    {
      args: { mult: 1.3 },
      result: "A",
      from: { en: "report 001, an outlying estate at 30 % above cost", zh: "报告 001，远郊大盘高出三成" },
    },
    { args: { mult: 2.2, a_max: 2.5, c_min: 4 }, result: "A", from: { en: "other thresholds", zh: "自定阈值" } },
    { args: { mult: -0.1 }, problem: "out-of-range", from: { en: "a negative multiple", zh: "倍数为负" } },
    { args: { mult: 2, a_max: 3, c_min: 3 }, problem: "out-of-range", from: { en: "zones that overlap", zh: "区间重叠" } },
  ],
});
