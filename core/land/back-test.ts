/**
 * Did the published ranking tell which cities' prices would hold? Scores joined with what prices did afterwards.
 * Here: the join and the test of a signal against an outcome. Not here: the price series (notebooks/data).
 */
import { chainedChange, type MonthOnMonth, type Span } from "../chain.js";
import { type PermutationOptions, type RankTest, rankTest } from "../statistics.js";
import { type PublishedScore, publishedScores } from "./published.js";

/** A ranked city and its price change over each span asked for. */
export interface CityOutcome {
  readonly city: PublishedScore["city"];
  readonly score: number;
  /** Price changes, fractions, in the order of the spans. */
  readonly changes: readonly number[];
}

/**
 * The ranked cities that have a price series, in rank order, with their changes. A city without a series is left out:
 * the caller says which.
 * @param series month-on-month indices by Chinese city name
 * @throws InputError as `chainedChange`
 */
export function cityOutcomes(
  series: ReadonlyMap<string, readonly MonthOnMonth[]>,
  spans: readonly Span[],
): readonly CityOutcome[] {
  return publishedScores.flatMap(({ city, score }) => {
    const own = series.get(city.zh);
    return own ? [{ city, score, changes: spans.map((span) => chainedChange(own, span)) }] : [];
  });
}

/** Rank correlation of the published scores with the price changes of one span (by its position). */
export function testScores(outcomes: readonly CityOutcome[], span: number, options: PermutationOptions = {}): RankTest {
  return rankTest(
    outcomes.map(({ score }) => score),
    changesOf(outcomes, span),
    options,
  );
}

/** The same for the naive rival: the price changes of an earlier span as the signal. */
export function testMomentum(
  outcomes: readonly CityOutcome[],
  earlier: number,
  later: number,
  options: PermutationOptions = {},
): RankTest {
  return rankTest(changesOf(outcomes, earlier), changesOf(outcomes, later), options);
}

function changesOf(outcomes: readonly CityOutcome[], span: number): number[] {
  return outcomes.map(({ changes }) => changes[span] ?? Number.NaN);
}
