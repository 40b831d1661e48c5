/**
 * A seeded sequence of random numbers: the same seed gives the same draws on every machine.
 * Here: xoshiro128** of Blackman and Vigna (2018), ported from their public-domain reference, seeded by SplitMix32 steps.
 * Not here: anything that draws.
 */

export interface RandomSource {
  /** The next 32 random bits, as a whole number from 0 to 2^32 − 1. */
  next(): number;
  /** A whole number from 0 to `count` − 1, each equally likely. `count` is from 1 to 2^32. */
  below(count: number): number;
}

type State = [number, number, number, number];

/** All 32-bit seeds are good ones: neighbouring seeds give unrelated sequences. */
export function randomSource(seed: number): RandomSource {
  return fromState(spread(seed));
}

/** The generator from a raw state, which must not be all zeros. */
export function fromState(state: State): RandomSource {
  let [a, b, c, d] = state;
  const next = () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
  return { next, below: (count) => below(next, count) };
}

/** Rejection removes the bias that a plain remainder has when `count` does not divide 2^32. */
function below(next: () => number, count: number): number {
  const limit = Math.floor(2 ** 32 / count) * count;
  let bits = next();
  while (bits >= limit) bits = next();
  // A remainder by division is exact for 32 bits, and several times as fast as % beyond 31.
  return bits - Math.floor(bits / count) * count;
}

function rotateLeft(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

/** SplitMix32: an odd increment and a mixing function, so that close seeds end far apart. */
function spread(seed: number): State {
  let counter = seed | 0;
  const step = () => {
    counter = (counter + 0x9e3779b9) | 0;
    let z = counter;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
  return [step(), step(), step(), step()];
}
