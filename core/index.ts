/** The package `soundings`: what notebooks, the add-in and other programs import. */

export { anchorBand, anchorBandWidth, gapBasisPoints, priceChangeToAnchor } from "./bottom/anchor.js";
export { workingAnchor } from "./bottom/arguments.js";
export { type BottomCard, bottomCard } from "./bottom/bottom-card.js";
export { type CityClock, type CityMonthRow, cityClock } from "./bottom/city-months.js";
export { type HomeValue, type HomeValueOptions, homeValue } from "./bottom/home-value.js";
export { changeOfLevel, type LevelOfMonth, lastAtLevel } from "./bottom/levels.js";
export { monthsToAnchor, type YieldClock } from "./bottom/months-to-anchor.js";
export { ailments, orderSource, type Stage, stabilisationOrder } from "./bottom/order.js";
export { numbeoEarners, priceToIncome, restatedPriceToIncome } from "./bottom/price-income.js";
export {
  type CityChange,
  chainedPace,
  changesOfIndices,
  type Listing,
  matchedChanges,
  type PaceOfMonth,
  paceByMonth,
} from "./bottom/price-pace.js";
export { netYield, rentalYield } from "./bottom/rental-yield.js";
export { monthsToShare, type ShareClock, steadySecondHandShare } from "./bottom/second-hand.js";
export {
  type DatesRange,
  datesOf,
  type InputEffect,
  type MonthsRange,
  type MonthsSurface,
  monthsByInput,
  monthsOverBand,
  monthsOverPaces,
  monthsSurface,
  yieldAfter,
  yieldPath,
} from "./bottom/sensitivity.js";
export { type StableOptions, stableScreen, steadyRentGrowthFrom, steadyYieldFrom } from "./bottom/stable-screen.js";
export { shareOfGrowingStock, stockGrowthBehindShare, turnoverBehindShare } from "./bottom/steady-stock.js";
export { type Tier, tierOf, tiers } from "./bottom/tiers.js";
export { growthThatJustifies, type UserCostOptions, userCost } from "./bottom/user-cost.js";
export { wholeMonths } from "./bottom/whole-months.js";
export { isCalendarMonth, monthAfter } from "./calendar.js";
export { catalog, findDefinition } from "./catalog.js";
export { chainedChange, type MonthOnMonth, type Span } from "./chain.js";
export { type City, cityName, seventyCities } from "./cities.js";
export {
  type CityCard,
  type CityCardOptions,
  type CityReadings,
  citiesWithLenses,
  cityCard,
  type Lens,
} from "./city/card.js";
export type { CohortReading } from "./city/cohort-lens.js";
export type { CostReading, Restatement } from "./city/cost-lens.js";
export { type Quality, qualities, type Reading } from "./city/reading.js";
export { type CityCostRow, type CityRows, citiesKnown, cityNamed, type YieldFact } from "./city/rows.js";
export { type CitySummary, summaryOf } from "./city/summary.js";
export type { YieldReading } from "./city/yield-lens.js";
export { type Channel, channels } from "./cost/channels.js";
export { type ChannelCost, type CityCost, type CityCostOptions, cityCost, type DatedCost } from "./cost/city-cost.js";
export { type IhciOptions, ihci } from "./cost/ihci.js";
export { impliedGrowth, type ListedPrice, type Repricing, repricings } from "./cost/implied-growth.js";
export { type KnownScreens, knownScreens, type ScreenFacts } from "./cost/known-screens.js";
export { type Layer, type LayerOptions, layerOrder, type PriceLayers, priceLayers } from "./cost/layers.js";
export { type ListingLevel, type ListingMonth, listingLevel } from "./cost/listing.js";
export { ihciMultiple } from "./cost/multiple.js";
export { type CostRow, costColumns, costsFromTable, type OwnCost } from "./cost/own-costs.js";
export { layerEaten, type PremiumSplit, premiumLost } from "./cost/premium.js";
export { ihciRange } from "./cost/range.js";
export { reindex, reindexByChanges, reindexByIndex } from "./cost/reindex.js";
export { type Scenario, scenarios } from "./cost/scenarios.js";
export { cashScreenBelow, ihciScreen, rentScreenFrom, type Screen, type ScreenOptions } from "./cost/screen.js";
export { ihciOverGrowths, type MultipleRange, multipleRange } from "./cost/sensitivity.js";
export {
  changesOfLevels,
  fillYears,
  meanGrowth,
  reindexAlong,
  type YearlyChange,
  type YearlyLevel,
  yearsCovered,
} from "./cost/yearly-changes.js";
export { ihciZone, type Zone, type ZoneOptions, zoneAUpTo, zoneCFrom, zoneLadder, zoneOf } from "./cost/zones.js";
export {
  amountOfPoints,
  type BandCrossing,
  dealsAtCutThresholds,
  nextBands,
  priceAtMultiple,
  priceThatClears,
  strainOf,
  walkAwayPrice,
} from "./crossings.js";
export type { Definition, Example, Field, Refusal, Result, Returns, Row, Scalar } from "./definition.js";
export { citation } from "./definition.js";
export { type ErrorCode, InputError, type Language, nearest, type Problem, problems, same, type Text } from "./errors.js";
export type { Interval } from "./interval.js";
export { type Edge, isPast, type Ladder, type NextClass, placeOn } from "./ladder.js";
export { type CityOutcome, cityOutcomes, testMomentum, testScores } from "./land/back-test.js";
export { type BackstopOptions, isBackstop } from "./land/backstop.js";
export { type Band, type BandOptions, band, bandEdges, bandLadder, bandOf, bands } from "./land/bands.js";
export { type CompletionOptions, completeRound, type LotSizes } from "./land/completion.js";
export { hpiOfDistricts } from "./land/districts.js";
export { type HpiOptions, type HpiParts, hpi, hpiParts } from "./land/hpi.js";
export {
  greatestScore,
  greatestStartTotal,
  impliedBackstop,
  impliedDeductions,
  impliedMarketAmount,
  type PublishedRound,
} from "./land/implied.js";
export { landDependence, premiumRate } from "./land/land-revenue.js";
export { columnsOf, type Lot, type LotRow, lotColumns, lotsFromTable } from "./land/lots.js";
export { cutLadder, priceCut, priceCutCoefficient } from "./land/price-cut.js";
export {
  type CityField,
  type CityOptions,
  citiesOf,
  findCity,
  findRegion,
  meanScore,
  outsideConcentratedSales,
  type PublishedScore,
  publishedCity,
  publishedScores,
  type Region,
  regions,
} from "./land/published.js";
export { bandSummaries, countInBand, countRanked, regionSummaries, type ScoreSummary } from "./land/ranking.js";
export { type ScoredRound, scoredRounds } from "./land/scored-rounds.js";
export {
  type AlternativeOptions,
  benchmarkThresholds,
  type CutRule,
  type CutRuleName,
  cutRules,
  hpiUnder,
} from "./land/sensitivity.js";
export { type BootstrapOptions, type HpiInterval, hpiInfluence, hpiInterval, type Influence } from "./land/uncertainty.js";
export { type Cohort, type CohortOptions, cohorts } from "./landing/cohorts.js";
export { type DefaultOptions, type DefaultState, defaultState } from "./landing/default-state.js";
export { largePoolDefaultRate, shareUnderWater } from "./landing/dispersion.js";
export { homeEquity } from "./landing/equity.js";
export { type FiscalOptions, fiscalTake } from "./landing/fiscal.js";
export { type Landing, type LandingOptions, landingClass, landingLadder } from "./landing/landing-class.js";
export type { RepaymentMethod } from "./landing/loan.js";
export { type LossOptions, type LossSplit, lossSplit } from "./landing/loss.js";
export { type MethodOptions, mortgageBalance, mortgagePayment, type PaymentOptions } from "./landing/mortgage.js";
export { type LoanRow, loanColumns, loansFromTable, type OwnLoan, type Standing, standings } from "./landing/own-loans.js";
export { fallRate, fallTime } from "./landing/pace.js";
export { type PooledLoss, type PooledOptions, pooledLoss } from "./landing/pooled-loss.js";
export { priceIn, realRate } from "./landing/real.js";
export { type Relay, type RelayHolder, type RelayOptions, relay } from "./landing/relay.js";
export { fallCarried, relayCount, unroundedRelayCount } from "./landing/relay-count.js";
export { type RelaySteps, relayPrices } from "./landing/relay-steps.js";
export { mortgageSchedule, type ScheduleMonth } from "./landing/schedule.js";
export {
  interestOnlyLoss,
  lastingHazard,
  lossAlongPath,
  type ShockLoss,
  type ShockOptions,
  shareHandedOver,
} from "./landing/shock.js";
export {
  type SafeFallOptions,
  safeFall,
  type TightestMonth,
  tightestMonth,
  underwaterMonth,
} from "./landing/under-water.js";
export {
  safeTotalFall,
  type UnderWaterGrid,
  type UnderWaterMonth,
  underwaterGrid,
  underwaterPath,
} from "./landing/under-water-path.js";
export { chainedLevels, type DeepestFall, deepestFall, type Level } from "./levels.js";
export { normalCdf, normalQuantile } from "./normal.js";
export {
  type Block,
  type BlockCell,
  type Choice,
  type Column,
  camel,
  type Domain,
  type Flags,
  type Parameter,
  wantedBy,
} from "./parameters.js";
export { changeFromPeak, type Peak } from "./peak.js";
export { exact, type Printed, printed, type Range } from "./printed.js";
export { type AnswerCross, crossAnswers } from "./reports/answer-cross.js";
export { bottomFigures } from "./reports/bottom.js";
export {
  answerCounts,
  type Bearer,
  bearers,
  type CodedAnswer,
  codedAnswers,
  type Mechanism,
  mechanisms,
  type NumberKind,
  numberKinds,
  type Stance,
  stances,
} from "./reports/coded-answers.js";
export { costFigures } from "./reports/cost.js";
export { errata, errataOf, errataOnFigure, errataTouching } from "./reports/errata.js";
export type { Erratum, ErratumKind } from "./reports/erratum.js";
export { agrees, ends, type Figure, type FigureKind, type FigureTable, type Qualifier } from "./reports/figure.js";
export { figure, figures, figuresOf, numberOf, rangeOf } from "./reports/figures.js";
export { landFigures, rankingClaims, tianjinRound, zhengzhou } from "./reports/land.js";
export { landingFigures } from "./reports/landing.js";
export { type PrintedRelay, printedRelays } from "./reports/printed-relays.js";
export { cite, type Origin, ownFunctions, type Passage, type Report, type ReportId, reports } from "./sources.js";
export {
  type PermutationOptions,
  quantile,
  type RankTest,
  ranks,
  rankTest,
  spearman,
  spearmanInterval95,
  spearmanLeaveOneOut,
  spearmanPValue,
} from "./statistics.js";
export { converted, type MoneyUnit } from "./table/heading-units.js";
export { type Heading, readHeading } from "./table/headings.js";
export { type HpiTableOptions, type HpiTableRow, hpiTable } from "./table/hpi-table.js";
export { type IhciMapRow, ihciMap } from "./table/ihci-map.js";
export { headingsOfBlock } from "./table/layout.js";
export { type ReadAsRow, readAs } from "./table/read-as.js";
export { isBlankText, monthOfDay, readFlag, readMonth, readNumber } from "./table/reading.js";
export { type RentTableOptions, type RentTableRow, rentTable } from "./table/rent-table.js";
export { tolerance } from "./tolerance.js";
export { type Unit, units } from "./units.js";
export { version } from "./version.js";
