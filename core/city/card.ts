/** One city through all four lenses. Here: which lens has data, side by side. Not here: any single lens. */
import type { Text } from "../errors.js";
import { type CohortLensOptions, type CohortReading, cohortReading } from "./cohort-lens.js";
import { type CostLensOptions, type CostReading, costReading } from "./cost-lens.js";
import { type LandReading, landReading } from "./land-lens.js";
import { type CityRows, citiesKnown, cityNamed } from "./rows.js";
import { type YieldLensOptions, type YieldReading, yieldReading } from "./yield-lens.js";

/** Each by the report it comes from: 003, 001, 002, 000. */
export interface CityReadings {
  readonly land: LandReading | undefined;
  readonly cost: CostReading | undefined;
  readonly yield: YieldReading | undefined;
  readonly cohorts: CohortReading | undefined;
}

export type Lens = keyof CityReadings;

export interface CityCard extends CityReadings {
  readonly city: Text;
  /** Lenses that have data. */
  readonly lenses: readonly Lens[];
}

export interface CityCardOptions extends CostLensOptions, YieldLensOptions, CohortLensOptions {}

/**
 * The readings of one city; undefined where there is no data.
 * @param name Chinese or English, with or without 市
 * @throws InputError "not-in-table" for a city that no lens knows, and what the lenses refuse
 */
export function cityCard(name: string, rows: CityRows, options: CityCardOptions = {}): CityCard {
  const city = cityNamed(name, citiesKnown(rows));
  const readings: CityReadings = {
    land: landReading(city.zh),
    cost: costReading(city.zh, rows, options),
    yield: yieldReading(city.zh, rows, options),
    cohorts: cohortReading(city.zh, rows, options),
  };
  const lenses = (Object.keys(readings) as Lens[]).filter((lens) => readings[lens] !== undefined);
  return { city, ...readings, lenses };
}

/** Cities with data for at least so many lenses, those of the bureau first. */
export function citiesWithLenses(rows: CityRows, least: number): readonly Text[] {
  return citiesKnown(rows).filter(({ zh }) => cityCard(zh, rows).lenses.length >= least);
}
