/** A card as one flat row, for an index of cards and for machines. Here: names and nulls. Not here: any reading. */
import type { CityCard, Lens } from "./card.js";

/** null is no data; ratios are fractions, dates yyyy-mm. */
export interface CitySummary {
  readonly city: string;
  readonly city_en: string;
  readonly lenses: readonly Lens[];
  readonly hpi: number | null;
  readonly band: string | null;
  readonly hpi_as_of: string | null;
  readonly multiple: number | null;
  readonly zone: string | null;
  readonly multiple_as_of: string | null;
  readonly multiple_quality: string | null;
  readonly gross_yield: number | null;
  readonly gap_basis_points: number | null;
  /** "never" where prices fall no faster than rents. */
  readonly months_to_anchor: number | "never" | null;
  readonly yield_as_of: string | null;
  readonly yield_quality: string | null;
  readonly underwater_share: number | null;
  /** Of the recent buyers with the highest. */
  readonly highest_loan_to_value: number | null;
  readonly underwater_as_of: string | null;
}

export function summaryOf({ city, lenses, land, cost, yield: clock, cohorts }: CityCard): CitySummary {
  return {
    city: city.zh,
    city_en: city.en,
    lenses,
    hpi: land?.score ?? null,
    band: land?.band ?? null,
    hpi_as_of: land?.asOf ?? null,
    multiple: cost?.multiple ?? null,
    zone: cost?.zone ?? null,
    multiple_as_of: cost?.asOf ?? null,
    multiple_quality: cost?.quality ?? null,
    gross_yield: clock?.grossYield ?? null,
    gap_basis_points: clock?.gapBasisPoints ?? null,
    months_to_anchor: clock === undefined ? null : (clock.months ?? "never"),
    yield_as_of: clock?.asOf ?? null,
    yield_quality: clock?.quality ?? null,
    underwater_share: cohorts?.share ?? null,
    highest_loan_to_value: cohorts?.worst.currentLtv ?? null,
    underwater_as_of: cohorts?.asOf ?? null,
  };
}
