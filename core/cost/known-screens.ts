/** The three screens where not everything is known: what passes, what fails, what nobody can say. */
import { above, atLeast, below } from "../tolerance.js";
import { cashScreenBelow, rentScreenFrom, type ScreenOptions } from "./screen.js";

/** What is known of a home or city; leave out what is not. Units as in IHCI_SCREEN. */
export interface ScreenFacts {
  readonly grossYield?: number | undefined;
  readonly popFlow?: number | undefined;
  readonly industry?: boolean | undefined;
  readonly payToIncome?: number | undefined;
}

/** True passed, false failed, null no data. */
export interface KnownScreens {
  readonly rent: boolean | null;
  readonly people: boolean | null;
  readonly cash: boolean | null;
  /** False as soon as one fails; true only if all are known to pass. */
  readonly all: boolean | null;
}

/** The screens of IHCI_SCREEN on partial knowledge. People need both an inflow and industry: an outflow alone fails. */
export function knownScreens(facts: ScreenFacts, options: ScreenOptions = {}): KnownScreens {
  const { minYield = rentScreenFrom, payLimit = cashScreenBelow } = options;
  const { grossYield, popFlow, industry, payToIncome } = facts;
  const rent = grossYield === undefined ? null : atLeast(grossYield, minYield);
  const inflow = popFlow === undefined ? null : above(popFlow, 0);
  const people = both(inflow, industry ?? null);
  const cash = payToIncome === undefined ? null : below(payToIncome, payLimit);
  return { rent, people, cash, all: both(both(rent, people), cash) };
}

function both(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}
