/** The published ranking summed up: bands, regional groups, and who stands where. Not here: the ranking itself. */
import type { Text } from "../errors.js";
import { type Band, bandOf, bands } from "./bands.js";
import { citiesOf, meanScore, type PublishedScore, publishedScores, type Region, regions } from "./published.js";

/** A set of ranked cities and how their scores lie. */
export interface ScoreSummary {
  readonly label: Text;
  readonly cities: readonly PublishedScore[];
  /** Mean, highest and lowest score, points. */
  readonly mean: number;
  readonly highest: number;
  readonly lowest: number;
  /** highest − lowest, points */
  readonly spread: number;
}

/** The four bands from high to low, each with the cities whose score falls in it. */
export function bandSummaries(): readonly (ScoreSummary & { readonly band: Band })[] {
  const highToLow: readonly Band[] = ["high", "midHigh", "midLow", "low"];
  return highToLow.map((band) => ({ band, ...summary(bands[band], inBand(band)) }));
}

/** The five regional groups that the report names, by mean score. Three cities are in none. */
export function regionSummaries(): readonly (ScoreSummary & { readonly region: Region })[] {
  const all = (Object.keys(regions) as Region[]).map((region) => ({ region, ...summary(regions[region], citiesOf(region)) }));
  return all.sort((a, b) => b.mean - a.mean);
}

/** How many cities of a region are ranked from `first` to `last`, both included. */
export function countRanked(region: Region, first: number, last: number): number {
  return citiesOf(region).filter(({ rank }) => rank >= first && rank <= last).length;
}

/** How many cities of a region are in a band. */
export function countInBand(region: Region, band: Band): number {
  return citiesOf(region).filter(({ score }) => bandOf(score) === band).length;
}

function inBand(band: Band): readonly PublishedScore[] {
  return publishedScores.filter(({ score }) => bandOf(score) === band);
}

function summary(label: Text, cities: readonly PublishedScore[]): ScoreSummary {
  const scores = cities.map(({ score }) => score);
  const highest = Math.max(...scores);
  const lowest = Math.min(...scores);
  return { label, cities, mean: meanScore(cities), highest, lowest, spread: highest - lowest };
}
