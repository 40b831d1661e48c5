/** Which recent buyers of one city owe more than their home is worth, on the bureau's index. Not here: cohorts themselves. */
import type { MonthOnMonth } from "../chain.js";
import { type Cohort, cohorts } from "../landing/cohorts.js";
import type { RepaymentMethod } from "../landing/loan.js";
import { chainedLevels, type DeepestFall, deepestFall, type Level } from "../levels.js";
import { check, number } from "../parameters.js";
import type { Reading } from "./reading.js";
import type { CityRows } from "./rows.js";

export interface CohortLensOptions {
  /** Loan as a share of the price. Default 0.7, the answers' 30 % down. */
  readonly ltv?: number | undefined;
  /** Yearly rate. Default 0.049, the central bank's benchmark from October 2015. */
  readonly rate?: number | undefined;
  readonly method?: RepaymentMethod | undefined;
  /** How many times the index's change, in logarithms, prices moved. Default 1, the index itself. */
  readonly stretch?: number | undefined;
  /** Months of purchase that count as recent. Default 60. */
  readonly recentMonths?: number | undefined;
}

export interface CohortReading extends Reading {
  /** Share of the recent months of purchase, each counting once: nobody publishes how many bought in which. */
  readonly share: number;
  readonly recent: readonly Cohort[];
  readonly underWater: readonly Cohort[];
  /** The recent buyers with the highest loan over value. */
  readonly worst: Cohort;
  readonly levels: readonly Level[];
  readonly fall: DeepestFall;
}

/** From here on the bureau's series of 70 cities has every month. */
const since = "2018-01";
const term = 360;
const defaults = { ltv: 0.7, rate: 0.049, recentMonths: 60 };

const params = [
  number("recent_months", {
    unit: "months",
    label: { en: "recent months", zh: "近期月数" },
    help: { en: "Months of purchase that count as recent.", zh: "计为近期的购房月数。" },
    default: defaults.recentMonths,
    domain: { atLeast: 1, whole: true },
  }),
] as const;

/** A city's second-hand prices since they are complete; undefined for a city without. Level 1 is January 2018. */
export function priceLevels(city: string, { prices }: Pick<CityRows, "prices">): readonly Level[] | undefined {
  const own: readonly MonthOnMonth[] = prices.filter((row) => row.city === city && row.month >= since);
  const to = own.reduce((latest, { month }) => (month > latest ? month : latest), since);
  return to === since ? undefined : chainedLevels(own, { from: since, to });
}

/**
 * Undefined for a city without an index.
 * @param city Chinese name
 * @throws InputError as `cohorts` does, and "out-of-range" for no month that counts as recent
 */
export function cohortReading(city: string, rows: CityRows, options: CohortLensOptions = {}): CohortReading | undefined {
  const levels = priceLevels(city, rows);
  if (levels === undefined) return undefined;
  const { recentMonths } = check("cityCard", params, { recentMonths: options.recentMonths });
  const { ltv = defaults.ltv, rate = defaults.rate, method, stretch } = options;
  const recent = cohorts(levels, ltv, rate, term, { method, stretch }).slice(-recentMonths);
  const underWater = recent.filter((cohort) => cohort.underWater);
  return {
    share: underWater.length / recent.length,
    recent,
    underWater,
    worst: recent.reduce((worst, cohort) => (cohort.currentLtv > worst.currentLtv ? cohort : worst)),
    levels,
    fall: deepestFall(levels),
    asOf: levels.at(-1)?.month ?? since,
    quality: "modelled",
  };
}
