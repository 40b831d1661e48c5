/**
 * The catalogue's scalar functions beside the same arithmetic written by hand, without checks: what safety costs.
 * Here: pairs and the numbers they run on. Not here: timing.
 */
import {
  band,
  defaultState,
  fallRate,
  fallTime,
  gapBasisPoints,
  homeEquity,
  hpi,
  hpiOfDistricts,
  ihci,
  ihciMultiple,
  ihciZone,
  isBackstop,
  landingClass,
  monthsToAnchor,
  monthsToShare,
  mortgageBalance,
  mortgagePayment,
  netYield,
  priceChangeToAnchor,
  priceCut,
  priceCutCoefficient,
  priceIn,
  priceToIncome,
  publishedCity,
  publishedScores,
  realRate,
  reindex,
  relayCount,
  rentalYield,
  restatedPriceToIncome,
  safeFall,
  stableScreen,
  steadySecondHandShare,
  underwaterMonth,
  userCost,
} from "soundings";

export interface Pair {
  readonly id: string;
  readonly core: () => unknown;
  readonly plain: () => unknown;
}

const pair = (id: string, core: () => unknown, plain: () => unknown): Pair => ({ id, core, plain });

// Held in variables that the compiler cannot fold into the arithmetic.
const v = {
  start: [8.33, 60.43, 36.24],
  deal: [9.35, 60.43, 37.22],
  scores: [115, 50],
  totals: [30, 10],
  costs: [2000, 3800, 5500],
  price: 30_000,
  income: 2_400,
  ihci: 10_000,
  score: 39.9,
  cut: 0.129,
  rate: 0.035,
  yield: 0.0237,
  anchor: 0.025,
  priceMom: -0.008,
  rentMom: -0.0025,
  months: 360,
  paid: 96,
  loan: 1_200_000,
  ltv: 0.7,
  fall: 0.5,
};

const scoresByCity = new Map(publishedScores.map(({ city, score }) => [city.zh, score]));

const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0);
const levelShare = (i: number, n: number, k: number) => (1 - (1 + i) ** (k - n)) / (1 - (1 + i) ** -n);

/** First month in which a level loan exceeds the value, by going through the months. */
function plainUnderwater(ltv: number, rate: number, n: number, mom: number): number {
  let value = 1;
  for (let k = 1; k <= n; k++) {
    value *= 1 + mom;
    if (ltv * levelShare(rate / 12, n, k) > value) return k;
  }
  return Number.NaN;
}

/** Largest constant monthly fall that stays above the balance, month by month. */
function plainSafeFall(ltv: number, rate: number, n: number): number {
  let least = 1;
  for (let k = 1; k < n; k++) least = Math.min(least, 1 - (ltv * levelShare(rate / 12, n, k)) ** (1 / k));
  return least;
}

export const pairs: readonly Pair[] = [
  pair(
    "HPI",
    () => hpi(v.start, v.deal),
    () => (100 * sum(v.deal)) / sum(v.start),
  ),
  pair(
    "HPI_COEF",
    () => priceCutCoefficient(v.cut),
    () => (v.cut < 0.1 - 1e-9 ? 0 : v.cut > 0.2 + 1e-9 ? 1 : 0.5),
  ),
  pair(
    "LAND_CUT",
    () => priceCut(9.35, 10.73),
    () => 1 - 9.35 / 10.73,
  ),
  pair(
    "IS_BACKSTOP",
    () => isBackstop(true, v.loan, v.loan),
    () => Math.abs(v.loan - v.loan) <= 1e-9 * v.loan,
  ),
  pair(
    "HPI_BAND",
    () => band(v.score),
    () => (v.score > 70 ? "高" : v.score >= 65 ? "中高" : v.score >= 40 ? "中低" : "低"),
  ),
  pair(
    "HPI_AGG",
    () => hpiOfDistricts(v.scores, v.totals),
    () => sum(v.scores.map((s, i) => s * (v.totals[i] ?? 0))) / sum(v.totals),
  ),
  pair(
    "HPI_CITY",
    () => publishedCity("合肥"),
    () => scoresByCity.get("合肥"),
  ),
  pair(
    "IHCI",
    () => ihci(v.costs),
    () => sum(v.costs) / v.costs.length,
  ),
  pair(
    "IHCI_REINDEX",
    () => reindex(2000, 1998, 2025, 0.053),
    () => 2000 * 1.053 ** (2025 - 1998),
  ),
  pair(
    "IHCI_MULT",
    () => ihciMultiple(v.price, v.ihci),
    () => v.price / v.ihci,
  ),
  pair(
    "IHCI_ZONE",
    () => ihciZone(v.ltv * 3),
    () => (v.ltv * 3 <= 1.5 ? "A" : v.ltv * 3 >= 3 ? "C" : "B"),
  ),
  pair(
    "SECOND_MONTHS",
    () => monthsToShare(0.572, 0.6, 0.08),
    () => ((0.6 - 0.572) / 0.08) * 12,
  ),
  pair(
    "SECOND_STEADY",
    () => steadySecondHandShare(30, 0.068),
    () => (0.068 * 30) / (1 + 0.068 * 30),
  ),
  pair(
    "RENT_YIELD",
    () => rentalYield(v.income, v.price),
    () => v.income / v.price,
  ),
  pair(
    "RENT_NET",
    () => netYield(v.yield, 0.2, "rent"),
    () => v.yield * (1 - 0.2),
  ),
  pair(
    "RENT_GAP",
    () => gapBasisPoints(v.yield),
    () => (v.anchor - v.yield) * 10_000,
  ),
  pair(
    "RENT_MONTHS",
    () => monthsToAnchor(v.yield, v.anchor, v.priceMom, v.rentMom),
    () => Math.log(v.anchor / v.yield) / Math.log((1 + v.rentMom) / (1 + v.priceMom)),
  ),
  pair(
    "ANCHOR_PRICE",
    () => priceChangeToAnchor(v.yield, v.anchor),
    () => v.yield / v.anchor - 1,
  ),
  pair(
    "PIR",
    () => priceToIncome(v.price, v.income),
    () => v.price / v.income,
  ),
  pair(
    "PIR_RESTATE",
    () => restatedPriceToIncome(37.1, 2.62),
    () => (37.1 * 1.5) / 2.62,
  ),
  pair(
    "USER_COST",
    () => userCost(v.rate, -0.02),
    () => v.rate - -0.02,
  ),
  pair(
    "STABLE_SCREEN",
    () => stableScreen(v.yield, 0.006),
    () => v.yield >= 0.03 - 1e-9 && 0.006 >= 0.005 - 1e-9,
  ),
  pair(
    "MORT_PAY",
    () => mortgagePayment(v.loan, v.rate, v.months),
    () => (v.loan * (v.rate / 12)) / (1 - (1 + v.rate / 12) ** -v.months),
  ),
  pair(
    "MORT_BALANCE",
    () => mortgageBalance(v.loan, v.rate, v.months, v.paid),
    () => v.loan * levelShare(v.rate / 12, v.months, v.paid),
  ),
  pair(
    "HOME_EQUITY",
    () => homeEquity(v.price, v.income),
    () => v.price - v.income,
  ),
  pair(
    "UNDERWATER",
    () => underwaterMonth(v.ltv, v.rate, v.months, -0.01),
    () => plainUnderwater(v.ltv, v.rate, v.months, -0.01),
  ),
  pair(
    "SAFE_FALL",
    () => safeFall(v.ltv, v.rate, v.months),
    () => plainSafeFall(v.ltv, v.rate, v.months),
  ),
  pair(
    "RELAY_COUNT",
    () => relayCount(v.fall, 0.1),
    () => Math.ceil(Math.log(1 - v.fall) / Math.log(1 - 0.1)),
  ),
  pair(
    "DEFAULT_STATE",
    () => defaultState(v.price, v.loan, true),
    () => (v.price >= v.loan ? "sell" : "pay"),
  ),
  pair(
    "FALL_RATE",
    () => fallRate(v.fall, 5),
    () => 1 - (1 - v.fall) ** (1 / 5),
  ),
  pair(
    "FALL_TIME",
    () => fallTime(8.5, 4.5, -0.015),
    () => Math.log(4.5 / 8.5) / Math.log(1 - 0.015),
  ),
  pair(
    "REAL_RATE",
    () => realRate(0.026, 0.048),
    () => 1.026 / 1.048 - 1,
  ),
  pair(
    "PRICE_IN",
    () => priceIn(-0.2, 0.3),
    () => (1 - 0.2) / (1 + 0.3) - 1,
  ),
  pair(
    "LANDING_CLASS",
    () => landingClass(0.01, 0.015),
    () => (Math.max(0.01 / 0.05, 0.015 / 0.025) >= 1 ? "hard" : "strained"),
  ),
];
