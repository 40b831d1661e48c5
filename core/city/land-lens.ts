/** What report 003 printed of a city, with its date. Not here: the ranking (land/published.ts), lots, a new score. */
import { type Band, bandOf } from "../land/bands.js";
import { findCity, publishedScores } from "../land/published.js";
import type { Reading } from "./reading.js";

export interface LandReading extends Reading {
  /** Index points. */
  readonly score: number;
  readonly band: Band;
  readonly rank: number;
  /** Cities ranked. */
  readonly of: number;
}

/** The ranking is of 23 July 2022; its score of Tianjin is from the round of 25 April. */
const printedIn = "2022-07";
const earlier: Readonly<Record<string, string>> = { 天津: "2022-04" };

/** Undefined for a city that the report does not rank. */
export function landReading(city: string): LandReading | undefined {
  const entry = findCity(city);
  if (entry === undefined) return undefined;
  const { score, rank } = entry;
  const asOf = earlier[entry.city.zh] ?? printedIn;
  return { score, band: bandOf(score), rank, of: publishedScores.length, asOf, quality: "direct" };
}
