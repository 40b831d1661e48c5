/** How far a city's rental yield is from its anchor, and for how long at its own pace of prices. Not here: the clock itself. */
import { gapBasisPoints } from "../bottom/anchor.js";
import { workingAnchor } from "../bottom/arguments.js";
import { monthsOverBand } from "../bottom/sensitivity.js";
import { type Tier, tierOf } from "../bottom/tiers.js";
import { seventyCities } from "../cities.js";
import type { Level } from "../levels.js";
import { check, number } from "../parameters.js";
import { bottomFigures } from "../reports/bottom.js";
import { priceLevels } from "./cohort-lens.js";
import type { Reading } from "./reading.js";
import type { CityRows, YieldFact } from "./rows.js";

export interface YieldLensOptions {
  /** Yield to reach. Default 2.5 %, the report's working anchor. */
  readonly anchor?: number | undefined;
  /** Months back over which the city's pace of prices is measured. Default 12: one of each season. */
  readonly paceMonths?: number | undefined;
  /** Rent change a month. Default −0.25 %, the report's, for the nation. */
  readonly rentMom?: number | undefined;
}

export interface YieldReading extends Reading {
  readonly grossYield: number;
  readonly publisher: string;
  /** Whose mean stands in for the city's own yield; undefined where the yield is the city's. */
  readonly tier: Tier | undefined;
  /** A yield of the city's own that is too old to use. */
  readonly older: YieldFact | undefined;
  readonly gapBasisPoints: number;
  /** Mean price change a month, ratio. */
  readonly priceMom: number;
  /** Until the yield is at the anchor, from `asOf`; undefined for never. */
  readonly months: number | undefined;
}

/** The report's tier yields are of this month. */
const tiersAsOf = "2025-09";
/** A city's own yield may be so many months older than the tiers' and still be preferred. */
const ownCountsFor = 24;
const defaultPaceMonths = 12;
const { rentalYields, timing } = bottomFigures;

const tierYields: Readonly<Record<Tier, number>> = {
  first: rentalYields.firstTier.value,
  second: rentalYields.secondTier.value,
  third: rentalYields.lowerTiers.value,
};

const params = [
  number("pace_months", {
    unit: "months",
    label: { en: "months of the pace", zh: "测速月数" },
    help: { en: "Months back over which the pace of prices is measured.", zh: "向前多少个月计算房价月均变动。" },
    default: defaultPaceMonths,
    domain: { atLeast: 1, whole: true },
  }),
] as const;

/**
 * Undefined for a city whose prices the bureau does not print: it has neither a pace nor a tier, and none is guessed.
 * @param city Chinese name
 * @throws InputError as RENT_GAP and RENT_MONTHS do, but not for never
 */
export function yieldReading(city: string, rows: CityRows, options: YieldLensOptions = {}): YieldReading | undefined {
  const levels = priceLevels(city, rows);
  if (levels === undefined || !seventyCities.some((known) => known.city.zh === city)) return undefined;
  const { paceMonths } = check("cityCard", params, { paceMonths: options.paceMonths });
  const { anchor = workingAnchor, rentMom = timing.rentChange.value } = options;
  const [newest] = rows.yields.filter((fact) => fact.city === city).sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1));
  const isFresh = newest !== undefined && monthsBetween(endOf(newest), tiersAsOf) <= ownCountsFor;
  const tier = tierOf(city);
  const grossYield = isFresh ? newest.grossYield : tierYields[tier];
  const priceMom = meanChange(levels, paceMonths);
  return {
    grossYield,
    publisher: isFresh ? newest.publisher : "002",
    tier: isFresh ? undefined : tier,
    older: isFresh ? undefined : newest,
    gapBasisPoints: gapBasisPoints(grossYield, { anchor }),
    priceMom,
    months: monthsOverBand(grossYield, { low: anchor, high: anchor }, priceMom, rentMom).soonest,
    asOf: isFresh ? endOf(newest) : tiersAsOf,
    quality: isFresh ? "direct" : "standIn",
  };
}

/** Geometric mean over the last months, or over all there are. */
function meanChange(levels: readonly Level[], months: number): number {
  const span = Math.min(months, levels.length - 1);
  const [from, to] = [levels.at(-1 - span)?.level ?? 1, levels.at(-1)?.level ?? 1];
  return (to / from) ** (1 / span) - 1;
}

/** Last month of a period: 2024 → 2024-12, 2024H1 → 2024-06, 2020Q1 → 2020-03. */
function endOf({ period }: YieldFact): string {
  const [, year = "", kind = "", part = ""] = /^(\d{4})(?:([HQ-])(\d+))?$/.exec(period) ?? [];
  const month = { H: 6 * Number(part), Q: 3 * Number(part), "-": Number(part) }[kind] ?? 12;
  return `${year}-${String(month).padStart(2, "0")}`;
}

function monthsBetween(from: string, to: string): number {
  const count = (month: string) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5));
  return count(to) - count(from);
}
