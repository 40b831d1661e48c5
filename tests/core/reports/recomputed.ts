/**
 * Printed figures that can be computed from other printed figures, with the project's own functions.
 * Here: the computations. Not here: what they are held against (recompute.test.ts).
 */
import {
  bandSummaries,
  citiesOf,
  countRanked,
  figure,
  figures,
  findDefinition,
  type Interval,
  numberOf as n,
  outsideConcentratedSales,
  publishedScores,
  rangeOf,
} from "soundings";

/** A catalogued function by its public names. */
export function call<Answer = number>(fn: string, args: Readonly<Record<string, unknown>>): Answer {
  const definition = findDefinition(fn);
  if (definition === undefined) throw new Error(`${fn} is not in the catalogue`);
  return definition.evaluate(args) as Answer;
}

interface RelayCard {
  readonly rows: readonly (readonly [holder: number, buy: number, sell: number, loss: number, pct: number, within: boolean])[];
  readonly total: number;
  readonly max_loss: number;
  readonly max_pct: number;
  readonly all_within: boolean;
}

/** The relay that an answer prints, price0 … priceN. */
export function relayOf(answer: number): RelayCard {
  const ids = figures.map(({ id }) => id).filter((id) => new RegExp(`^000/answer${answer}/price\\d+$`).test(id));
  return call<RelayCard>("RELAY", { prices: ids.map(n) });
}

interface Split {
  readonly household: number;
  readonly bank: number;
}
const split = (args: Readonly<Record<string, unknown>>) => call<Split>("LOSS_SPLIT", args);

const both = (value: number): Interval => ({ low: value, high: value });
const bandSize = (band: string) => bandSummaries().find((summary) => summary.band === band)?.cities.length ?? Number.NaN;
const monthsPerYear = 12;
const basisPoint = 1e-4;

/** About 250 trading days a year. */
const tradingDaysPerMonth = 21;
/** The usual longest term, where an answer names none. */
const thirtyYears = 360;

export type Computation = () => number | Interval;

const land: Readonly<Record<string, Computation>> = {
  "003/zhengzhou/offered": () => n("003/zhengzhou/soldAtStart") + n("003/zhengzhou/soldAbove"),
  "003/zhengzhou/cut": () =>
    call("LAND_CUT", { deal: n("003/zhengzhou/cutDeal"), benchmark: n("003/zhengzhou/cutEarlierStart") }),
  "003/ranking/highBand": () => bandSize("high"),
  "003/ranking/midHighBand": () => bandSize("midHigh"),
  "003/ranking/midLowBand": () => bandSize("midLow"),
  "003/ranking/lowBand": () => bandSize("low"),
  "003/ranking/midHighSpread": () => bandSummaries().find(({ band }) => band === "midHigh")?.spread ?? Number.NaN,
  "003/ranking/midHighDelta": () => countRanked("yangtzeDelta", 4, 10),
  "003/ranking/northInLow": () => countRanked("north", 14, 20),
  "003/ranking/northInLastEight": () => countRanked("north", 13, 20),
  "003/ranking/deltaInFirstEight": () => countRanked("yangtzeDelta", 1, 8),
  "003/ranking/xianFromEnd": () => publishedScores.length + 1 - call("HPI_CITY", { city: "西安", field: "rank" }),
  "003/rules/smallCut": () => call("HPI_COEF", { cut: 0.05 }),
  "003/rules/mediumCut": () => call("HPI_COEF", { cut: n("003/rules/halfFrom") }),
  "003/rules/largeCut": () => call("HPI_COEF", { cut: 2 * n("003/rules/wholeBeyond") }),
  "003/cities/secondTier": () => publishedScores.length,
  "003/cities/north": () => citiesOf("north").length,
  "003/cities/yangtzeDelta": () => citiesOf("yangtzeDelta").length,
  "003/cities/outsideScheme": () => outsideConcentratedSales.length,
  "003/cities/inScheme": () => publishedScores.length - outsideConcentratedSales.length,
};

const cost: Readonly<Record<string, Computation>> = {
  "001/zones/midpoint": () => {
    const { low, high } = rangeOf("001/costs/today");
    return call<readonly number[]>("IHCI_RANGE", { costs: [low, high] })[1] ?? Number.NaN;
  },
  "001/zones/aPrice": () => n("001/zones/aUpTo") * n("001/zones/midpoint"),
  "001/zones/bPrice": () => {
    const { low, high } = rangeOf("001/zones/b");
    return { low: low * n("001/zones/midpoint"), high: high * n("001/zones/midpoint") };
  },
  "001/zones/cPrice": () => n("001/zones/cFrom") * n("001/zones/midpoint"),
  "001/small-cities/fall": () => {
    const [peak, now] = [rangeOf("001/small-cities/peak"), rangeOf("001/small-cities/now")];
    return { low: now.low / peak.high - 1, high: now.high / peak.low - 1 };
  },
};

/** Net yields of a place: the lowest gross with the highest cost, and the other way round. */
function net(place: string, basis: "price" | "rent"): Interval {
  const gross = rangeOf(`002/abroad/${place}Gross`);
  const { value } = figure(`002/abroad/${place}Cost`);
  const cost = typeof value === "number" ? both(value) : value;
  return {
    low: call("RENT_NET", { gross: gross.low, cost: cost.high, basis }),
    high: call("RENT_NET", { gross: gross.high, cost: cost.low, basis }),
  };
}

/** Months to an anchor at the report's slow and fast pace of prices. */
export function monthsTo(anchor: number): Interval {
  const pace = rangeOf("002/timing/priceChange");
  const at = (priceMom: number) =>
    call("RENT_MONTHS", {
      gross_yield: n("002/yield/national"),
      anchor,
      price_mom: priceMom,
      rent_mom: n("002/timing/rentChange"),
    });
  return { low: at(pace.low), high: at(pace.high) };
}

const gapTo = (anchor: number) => call("RENT_GAP", { gross_yield: n("002/yield/national"), anchor });
/** October 2021 to September 2025. */
const yearsSinceLow = 47 / monthsPerYear;

const bottom: Readonly<Record<string, Computation>> = {
  "002/second-hand/japanCentre": () => {
    const { low, high } = rangeOf("002/second-hand/japanShare");
    return (low + high) / 2;
  },
  "002/supply/betterAndTop": () => n("002/supply/betterHomes") + n("002/supply/topHomes"),
  "002/supply/firstHomes": () => 1 - n("002/supply/betterHomes") - n("002/supply/topHomes"),
  "002/anchor/roughly": () => ({ low: n("002/anchor/working"), high: n("002/anchor/providentRate") }),
  "002/anchor/band": () => {
    const args = { rate: n("002/anchor/providentRate"), band: n("002/anchor/bandWidth") * basisPoint };
    const [low = Number.NaN, , high = Number.NaN] = call<readonly number[]>("RENT_ANCHOR", args);
    return { low, high };
  },
  "002/anchor/gapAbroad": () => ({ low: n("002/anchor/japanGap"), high: n("002/anchor/usGap") }),
  "002/anchor/commercialRate": () => n("002/anchor/lpr") + n("002/anchor/discount") * basisPoint,
  "002/anchor/distance": () => {
    const { low, high } = rangeOf("002/anchor/roughly");
    return { low: gapTo(low), high: gapTo(high) };
  },
  "002/abroad/hongKongNet": () => net("hongKong", "rent"),
  "002/abroad/hongKongBestNet": () =>
    call("RENT_NET", { gross: n("002/abroad/hongKongBest"), cost: n("002/abroad/hongKongCost"), basis: "rent" }),
  "002/abroad/tokyoNet": () => net("tokyo", "price"),
  "002/abroad/newYorkNet": () => net("newYork", "price"),
  "002/abroad/berlinNet": () => net("berlin", "price"),
  "002/price-income/shanghai2025": () => n("002/price-income/shanghai2016") / (1 + n("002/price-income/incomeGrowth")),
  "002/timing/yieldGap": () => gapTo(n("002/anchor/working")),
  "002/timing/shareGap": () => both(rangeOf("002/second-hand/japanShare").low - n("002/second-hand/nineMonths")),
  "002/timing/sharePace": () => ({
    low: n("002/second-hand/nineMonthsRise"),
    high: n("002/second-hand/sinceLow") / yearsSinceLow,
  }),
  "002/timing/months": () => monthsTo(n("002/anchor/working")),
};

/** Whole, holders or each of an answer's relay, taken from RELAY. */
function relayFigures(answer: number, names: readonly ("whole" | "holders" | "each")[]): Readonly<Record<string, Computation>> {
  const compute = {
    whole: () => relayOf(answer).total,
    holders: () => relayOf(answer).rows.length,
    each: () => relayOf(answer).max_loss,
  };
  return Object.fromEntries(names.map((name) => [`000/answer${answer}/${name}`, compute[name]]));
}

/** What the holder at a place of answer 113's relay gains. */
const gainOf = (holder: number) => -(relayOf(113).rows[holder - 1]?.[3] ?? Number.NaN);

const landing: Readonly<Record<string, Computation>> = {
  "000/answer1/bankLoss": () =>
    split({ buy: n("000/answer1/loan"), balance: n("000/answer1/loan"), price: n("000/answer1/crash"), default: true }).bank,
  "000/answer1/each": () => -call("HOME_EQUITY", { price: n("000/answer1/price1"), balance: n("000/answer1/loan") }),
  "000/answer3/priceChange": () =>
    n("000/answer3/soldValueNow") /
      n("000/answer3/soldAreaNow") /
      (n("000/answer3/soldValue2021") / n("000/answer3/soldArea2021")) -
    1,
  ...relayFigures(4, ["whole"]),
  "000/answer4/eachShare": () => relayOf(4).max_pct,
  "000/answer7/balance": () =>
    // Equal principal: the balance does not depend on the rate.
    call("MORT_BALANCE", {
      loan: n("000/answer7/loan"),
      rate: 0.049,
      months: thirtyYears,
      paid: n("000/answer7/years") * monthsPerYear,
      method: "principal",
    }),
  "000/answer19/boom": () => {
    const [from = Number.NaN, to = Number.NaN] = (figure("000/answer19/boom").when ?? "").split("/").map(Number);
    return to - from;
  },
  "000/answer30/crashLoss": () => n("000/answer30/price0") - n("000/answer30/crash"),
  "000/answer42/shanghaiRise": () => n("000/answer42/shanghaiAfter") - n("000/answer42/shanghaiBefore"),
  "000/answer42/xianRise": () => n("000/answer42/xianAfter") - n("000/answer42/xianBefore"),
  "000/answer43/atLeast": () =>
    call("FALL_TIME", { begin: 1, end: n("000/answer43/end"), rate: n("000/answer43/dailyLimit") }) / tradingDaysPerMonth,
  "000/answer44/whole": () => 1 - (1 - n("000/answer44/each")) ** n("000/answer44/handOvers"),
  "000/answer46/loan": () => n("000/answer46/bought") - n("000/answer46/down"),
  "000/answer46/bankLoss": () =>
    split({
      buy: n("000/answer46/bought"),
      balance: n("000/answer46/loan"),
      price: n("000/answer46/crash"),
      default: true,
    }).bank,
  "000/answer46/balanceAt10": () => balance46(10),
  "000/answer46/balanceAt20": () => balance46(20),
  "000/answer49/loan": () => n("000/answer49/bought") - n("000/answer49/down"),
  "000/answer52/wornByTenure": () => n("000/answer52/used") / n("000/answer52/tenure"),
  "000/answer54/bankLoss": () =>
    split({
      buy: n("000/answer54/bought"),
      balance: n("000/answer54/loan") - n("000/answer54/repaid"),
      price: n("000/answer54/crash"),
      default: true,
    }).bank,
  "000/answer54/firstLoss": () => relayOf(54).rows[0]?.[3] ?? Number.NaN,
  "000/answer62/inGold": () =>
    call("PRICE_IN", { house_change: n("000/answer62/homeChange"), asset_change: n("000/answer62/goldChange") }),
  ...relayFigures(66, ["whole", "holders", "each"]),
  "000/answer66/loss": () => -n("000/answer66/fall") * n("000/answer66/value"),
  "000/answer66/perPerson": () =>
    // Trillion yuan over persons, in 万元.
    (-n("000/answer66/fall") * n("000/answer66/value") * 1e8) / n("000/answer66/people"),
  "000/answer72/each": () => call("FALL_RATE", { total_fall: -n("000/answer72/fall"), periods: n("000/answer72/holders") }),
  "000/answer76/years": () => n("000/answer76/homes") / n("000/answer76/yearly"),
  "000/answer78/holders": () => call("RELAY_COUNT", { total_fall: -n("000/answer78/fall"), max_loss: n("000/answer88/down") }),
  "000/answer82/now": () => n("000/answer82/bought") - n("000/answer82/down"),
  ...relayFigures(88, ["each"]),
  "000/answer88/bankLossAtZero": () => lossGivenDefault(0, 0),
  ...relayFigures(93, ["whole"]),
  ...relayFigures(98, ["holders", "each"]),
  ...relayFigures(100, ["whole"]),
  "000/answer100/eachShare": () => relayOf(100).max_pct,
  "000/answer102/loan": () => n("000/answer102/bought") - n("000/answer102/down"),
  "000/answer105/moneyThen": () => n("000/answer105/moneyNow") / (1 + n("000/answer105/inflation")) ** 20,
  "000/answer105/realGain": () =>
    -call("REAL_RATE", { nominal: n("000/answer105/mortgageRate"), inflation: n("000/answer105/inflation") }),
  "000/answer110/loss": () => -n("000/answer110/fall") * n("000/answer110/bought"),
  ...relayFigures(113, ["each"]),
  "000/answer113/gain1": () => 0, // The first holder buys in the second round and sells nothing.
  "000/answer113/gain2": () => gainOf(6),
  "000/answer113/gain3": () => gainOf(5),
  "000/answer113/gain4": () => gainOf(4),
  "000/answer116/loss": () => n("000/answer116/price0") - n("000/answer116/crash"),
  ...relayFigures(116, ["each"]),
  ...relayFigures(120, ["whole", "holders", "each"]),
  ...relayFigures(128, ["each"]),
  "000/answer129/each": () => n("000/answer129/single") / n("000/answer129/holders"),
  "000/answer136/inflow": () => 1 - n("000/answer136/outflow"),
  "000/answer139/strainedLoss": () =>
    split({ buy: n("000/answer139/bought"), balance: n("000/answer139/loan"), price: n("000/answer139/strained") }).household,
  "000/answer139/systemicOwed": () =>
    -call("HOME_EQUITY", { price: n("000/answer139/systemic"), balance: n("000/answer139/loan") }),
};

/** Answer 46's loan after some years: equal principal over 20 years. */
function balance46(years: number): number {
  const [loan, months] = [n("000/answer46/loan"), 20 * monthsPerYear];
  // The rate at which equal principal costs the interest that the answer prints.
  const rate = (n("000/answer46/interest") / loan) * ((2 * monthsPerYear) / (months + 1));
  return call("MORT_BALANCE", { loan, rate, months, paid: years * monthsPerYear, method: "principal" });
}

/** Loss of the bank as a share of what is owed, on a home bought with answer 88's down payment, after some level payments. */
export function lossGivenDefault(priceLeft: number, paidYears: number): number {
  const loan = 1 - n("000/answer88/down");
  const balance = call("MORT_BALANCE", {
    loan,
    rate: n("002/anchor/lpr"),
    months: thirtyYears,
    paid: paidYears * monthsPerYear,
  });
  return split({ buy: 1, balance, price: priceLeft, default: true }).bank / balance;
}

export const computations: Readonly<Record<string, Computation>> = { ...land, ...cost, ...bottom, ...landing };
