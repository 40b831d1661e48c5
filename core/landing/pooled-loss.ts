/**
 * Who bears a fall that ends: many like homes, one path of prices, level or equal-principal loans, with or without a
 * relay of holders and recourse. The ledger adds up: household + bank = fall + forced-sale discount. Expected values of
 * shock.ts, not a simulation. Core only.
 */
import { check, number } from "../parameters.js";
import { longestTerm, method, months, type RepaymentMethod, rate, remainingShare } from "./loan.js";
import { totalFall } from "./pace.js";
import { haircut, hazard, lossAlongPath, recourse, type ShockOptions } from "./shock.js";
import { safeLoanToValue } from "./under-water.js";

/** Ten years: long enough for the slowest fall that the answers and this project speak of. */
const usualHorizon = 120;

const monthsOf = { whole: true, atLeast: 1, atMost: longestTerm } as const;

const params = [
  safeLoanToValue,
  rate,
  months,
  totalFall,
  number("fall_months", {
    unit: "months",
    label: { en: "months of falling", zh: "下跌月数" },
    help: {
      en: "Months over which the fall is spread, at a constant rate; flat afterwards.",
      zh: "匀速下跌持续的月数，之后持平。",
    },
    domain: monthsOf,
  }),
  hazard,
  method,
  haircut,
  recourse,
  number("horizon", {
    unit: "months",
    label: { en: "horizon", zh: "观察期" },
    help: { en: "Months after which the ledger is drawn up. Default 120.", zh: "结算损失的月数。默认 120。" },
    default: usualHorizon,
    domain: monthsOf,
  }),
  number("holding", {
    unit: "months",
    label: { en: "months per holder", zh: "每任持有月数" },
    help: {
      en: "Months after which a holder sells to the next, who borrows anew. Omit: one holder throughout.",
      zh: "每任持有多少个月后转手，下一任重新贷款。省略则始终一人持有。",
    },
    optional: true,
    domain: monthsOf,
  }),
] as const;

export interface PooledOptions extends ShockOptions {
  readonly method?: RepaymentMethod | undefined;
  /** Months after which the ledger is drawn up. Default 120. */
  readonly horizon?: number | undefined;
  /** Months that each holder keeps the home. Omitted: one holder. */
  readonly holding?: number | undefined;
}

/** Expected amounts per home as shares of its first price; household + bank = total = fall + discount. */
export interface PooledLoss {
  /** Month in which the first holder is under water, from 1; undefined if never. */
  readonly firstUnderwater: number | undefined;
  /** Defaults per home, over all its holders. */
  readonly defaultRate: number;
  /** All owners of the home together. */
  readonly household: number;
  readonly bank: number;
  /** What buyers at forced sales gain. */
  readonly discount: number;
  readonly total: number;
  /** Of the households' loss: cash that sellers under water add to the price at a hand-over. */
  readonly cash: number;
  /** bank as a share of the first loans. */
  readonly bankRate: number;
}

/**
 * Expected ledger of a fall, spread over `fallMonths` and then flat.
 * A foreclosed home goes to a buyer without a loan. A home sold early by a holder who lost the income above water has no
 * loan until the next hand-over.
 * @param ltv loan of every holder as a share of the own purchase price, above 0
 * @param months term of every loan
 * @param hazard of losing income for good in a month; `lastingHazard` gives it
 * @throws InputError "out-of-range", "percent-as-whole-number". Cost: O(horizon)
 */
export function pooledLoss(
  ltv: number,
  rate: number,
  months: number,
  totalFall: number,
  fallMonths: number,
  hazard: number,
  options: PooledOptions = {},
): PooledLoss {
  const given = check("pooledLoss", params, { ltv, rate, months, totalFall, fallMonths, hazard, ...options });
  const price = (k: number) => (1 - given.totalFall) ** (Math.min(k, given.fallMonths) / given.fallMonths);
  const holding = given.holding ?? given.horizon;
  let [inRelay, bank, discount, defaultRate, cash] = [1, 0, 0, 0, 0];
  let firstUnderwater: number | undefined;
  for (let from = 0; from < given.horizon; from += holding) {
    const held = Math.min(holding, given.horizon - from);
    const owed = (k: number) =>
      k > given.months ? 0 : given.ltv * price(from) * remainingShare(given.rate, given.months, k, given.method);
    const path = Array.from({ length: held }, (_, j) => ({ balance: owed(j + 1), value: price(from + j + 1) }));
    const stage = lossAlongPath(
      path.map(({ balance }) => balance),
      path.map(({ value }) => value),
      given.hazard,
      { haircut: given.haircut, recourse: given.recourse },
    );
    if (from === 0) firstUnderwater = stage.firstUnderwater;
    bank += inRelay * stage.bank;
    discount += inRelay * stage.discount;
    defaultRate += inRelay * stage.defaultRate;
    const paying = (1 - given.hazard) ** held;
    if (from + held < given.horizon) cash += inRelay * paying * Math.max(0, owed(held) - price(from + held));
    inRelay *= 1 - stage.defaultRate;
  }
  const total = 1 - price(given.horizon) + discount;
  const bankRate = given.ltv === 0 ? 0 : bank / given.ltv;
  return { firstUnderwater, defaultRate, household: total - bank, bank, discount, total, cash, bankRate };
}
