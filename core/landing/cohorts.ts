/**
 * Buyers of successive months on a real price index: who owes more than the home is worth today, and since when.
 * Here: one index, one kind of loan. Not here: a steady fall (under-water.ts), homes that differ from the index
 * (dispersion.ts). Core only.
 */
import { InputError, isValue } from "../errors.js";
import type { Level } from "../levels.js";
import { check, number } from "../parameters.js";
import { isUnderWater } from "./equity.js";
import { remainingShare } from "./loan.js";
import type { MethodOptions } from "./mortgage.js";
import { underwaterParams } from "./under-water.js";

/** Falls of more than ten times the index's are a mistake. */
const greatestStretch = 10;

const [ltv, rate, months, , method] = underwaterParams;
const params = [
  ltv,
  rate,
  months,
  method,
  number("stretch", {
    unit: "multiple",
    label: { en: "move against the index", zh: "相对指数的波动倍数" },
    help: {
      en: "How many times the index's change, in logarithms, prices moved. 1 is the index itself; 2 turns −20 % into −36 %.",
      zh: "实际价格的（对数）变动为指数的几倍。1 即指数本身；2 时 -20% 变为 -36%。",
    },
    default: 1,
    domain: { atLeast: 0, atMost: greatestStretch },
  }),
] as const;

export interface CohortOptions extends MethodOptions {
  /** How many times the index's change, in logarithms, prices moved. Default 1. */
  readonly stretch?: number | undefined;
}

/** Those who bought in one month, as they stand in the last month of the index. */
export interface Cohort {
  /** Month of purchase, yyyy-mm. */
  readonly bought: string;
  /** Payments made since, one a month from the month after the purchase. */
  readonly paid: number;
  /** Share of the purchase price that the home is worth now. */
  readonly value: number;
  /** Share of the purchase price that is owed now. */
  readonly balance: number;
  /** balance / value */
  readonly currentLtv: number;
  readonly underWater: boolean;
  /** Payments made when the loan first exceeded the value; undefined if it never has. */
  readonly firstMonth: number | undefined;
}

/**
 * Every month's buyers up to the month before the last, in order.
 * @param levels price index month by month, from `chainedLevels`; at least two months, all above 0
 * @param ltv loan as a share of the price at purchase
 * @param rate nominal annual rate, fixed
 * @param months term, at least the months that the index covers
 * @throws InputError as UNDERWATER does; "too-short" for an index of one month, "out-of-range" for a level that is not above
 * 0 and for a term that ends within the index. Cost: O(months of the index²)
 */
export function cohorts(
  levels: readonly Level[],
  ltv: number,
  rate: number,
  months: number,
  options: CohortOptions = {},
): readonly Cohort[] {
  const loan = check("cohorts", params, { ltv, rate, months, ...options });
  const prices = pricesOf(levels, loan.months, loan.stretch);
  const owed = prices.map((_, paid) => loan.ltv * remainingShare(loan.rate, loan.months, paid, loan.method));
  const last = prices.length - 1;
  return levels.slice(0, last).map(({ month }, at) => {
    const standing = (paid: number) => ({
      balance: owed[paid] as number,
      value: (prices[at + paid] as number) / (prices[at] as number),
    });
    const paid = last - at;
    const { balance, value } = standing(paid);
    return {
      bought: month,
      paid,
      value,
      balance,
      currentLtv: balance / value,
      underWater: isUnderWater(balance, value),
      firstMonth: firstOf(paid, (k) => isUnderWater(standing(k).balance, standing(k).value)),
    };
  });
}

/** The first of 1 … last for which something holds. */
function firstOf(last: number, holds: (k: number) => boolean): number | undefined {
  for (let k = 1; k <= last; k++) if (holds(k)) return k;
  return undefined;
}

function pricesOf(levels: readonly Level[], months: number, stretch: number): readonly number[] {
  if (levels.length < 2) {
    const rows = { en: `has ${levels.length} months`, zh: `有 ${levels.length} 个月` };
    const wanted = { en: "at least two months", zh: "至少两个月" };
    throw new InputError({ problem: "too-short", fn: "cohorts", argument: "levels", seen: rows, wanted });
  }
  if (levels.length - 1 > months) {
    const wanted = { en: `at least the ${levels.length - 1} months of the index`, zh: `不少于指数的 ${levels.length - 1} 个月` };
    throw new InputError({ problem: "out-of-range", fn: "cohorts", argument: "months", seen: isValue(months), wanted });
  }
  return levels.map(({ level }, at) => {
    if (level > 0 && Number.isFinite(level)) return level ** stretch;
    const wanted = { en: "a finite number above 0", zh: "大于 0 的数" };
    throw new InputError({ problem: "out-of-range", fn: "cohorts", argument: "levels", at, seen: isValue(level), wanted });
  });
}
