/**
 * Domains of the rates that several functions take, so that one kind of number is refused in one way.
 * A yield, an interest rate or a monthly change beyond ±50 % is a percentage typed as a whole number.
 */
import type { Domain } from "./parameters.js";

const wholePercentBeyond = 0.5;

/** A change or premium of either sign. */
export const signedRate = { wholePercentBeyond } as const satisfies Domain;
/** A yield, cost or interest rate that may be 0. */
export const rateFromZero = { wholePercentBeyond, atLeast: 0 } as const satisfies Domain;
/** A yield or rate that something is divided or compounded by: 0 would be a blank cell. */
export const rateAboveZero = { wholePercentBeyond, above: 0 } as const satisfies Domain;
/** Growth to compound: a loss of everything, or more, has no value. */
export const growth = { above: -1, wholePercentAbove: wholePercentBeyond } as const satisfies Domain;
/** A share of a whole, 0 to 1. */
export const share = { wholePercentBeyond: 1, atLeast: 0 } as const satisfies Domain;
