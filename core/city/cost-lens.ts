/** Asking price over institutional cost of one city, from rows. Not here: the arithmetic (core/cost). */
import { type CityCost, cityCost } from "../cost/city-cost.js";
import { type ListingLevel, listingLevel } from "../cost/listing.js";
import { ihciMultiple } from "../cost/multiple.js";
import { type MultipleRange, multipleRange } from "../cost/sensitivity.js";
import { reindexAlong } from "../cost/yearly-changes.js";
import { type Zone, zoneOf } from "../cost/zones.js";
import { InputError } from "../errors.js";
import type { Quality, Reading } from "./reading.js";
import type { CityRows } from "./rows.js";

/** Old costs in the money of the last year of consumer prices, or as they were paid. */
export type Restatement = "cpi" | "none";

export interface CostLensOptions {
  readonly restate?: Restatement | undefined;
}

export interface CostReading extends Reading {
  readonly multiple: number;
  readonly zone: Zone;
  /** The multiple over every pair of a month's price and a cost. */
  readonly range: MultipleRange;
  readonly cost: CityCost;
  readonly price: ListingLevel;
  /** Whose asking price it is, Chinese name: the prefecture's where the city has none of its own. */
  readonly pricedAt: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Year whose money the costs are in; undefined for costs as they were paid. */
  readonly moneyOf: number | undefined;
}

/** A month with fewer listings says nothing of a city's level. */
const leastListings = 30;
/** Fewer prices than these have no middle. */
const enoughPrices = 3;
/** County-level cities whose asking prices are only known for the prefecture around them. */
const prefectures: Readonly<Record<string, string>> = { 项城: "周口" };

/**
 * Undefined for a city without an institutional price or without a month of enough listings.
 * @param city Chinese name
 * @throws InputError as `cityCost` and `reindexAlong` do
 */
export function costReading(city: string, rows: CityRows, options: CostLensOptions = {}): CostReading | undefined {
  const costs = rows.costs.filter((row) => row.city === city);
  const pricedAt = prefectures[city] ?? city;
  const price = listingLevel(
    rows.listings.filter((row) => row.city === pricedAt),
    leastListings,
  );
  if (costs.length === 0 || price === undefined) return undefined;
  const moneyOf = options.restate === "none" ? undefined : lastYearOf(rows);
  const cost = cityCost(costs, ({ cost: paid, year }) =>
    moneyOf === undefined ? paid : reindexAlong(paid, year, moneyOf, rows.consumerPrices),
  );
  const multiple = ihciMultiple(price.median, cost.mid);
  const years = costs.map(({ year }) => year);
  return {
    multiple,
    zone: zoneOf(multiple),
    range: multipleRange(price, cost),
    cost,
    price,
    pricedAt,
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
    moneyOf,
    asOf: price.last,
    quality: qualityOf(costs, pricedAt !== city),
  };
}

function qualityOf(costs: CityRows["costs"], isStandIn: boolean): Quality {
  if (isStandIn) return "standIn";
  const official = costs.filter(({ quality }) => quality === "high").length;
  return official >= enoughPrices ? "direct" : "few";
}

function lastYearOf({ consumerPrices }: CityRows): number {
  if (consumerPrices.length > 0) return Math.max(...consumerPrices.map(({ year }) => year));
  throw new InputError({
    problem: "too-short",
    fn: "cityCard",
    argument: "consumerPrices",
    seen: { en: "is empty", zh: "为空" },
    wanted: {
      en: "the yearly changes since the oldest cost, or restate: none",
      zh: "自最早成本以来的逐年变动，或 restate 取 none",
    },
  });
}
