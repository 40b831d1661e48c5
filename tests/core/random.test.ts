/** The random sequence: the published recurrence, evenness, and repeatability. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fromState, randomSource } from "../../core/random.js";

type State = [number, number, number, number];
interface Golden {
  readonly xoshiro128starstar: readonly { readonly state: State; readonly output: readonly number[] }[];
}
const golden = JSON.parse(readFileSync(new URL("../goldens/statistics.json", import.meta.url), "utf8")) as Golden;

/** 0.999 quantile of chi-square with 16 degrees of freedom. */
const chiSquare16 = 39.252;

describe("randomSource(seed)", () => {
  it.each(golden.xoshiro128starstar)("follows xoshiro128** from state $state", ({ state, output }) => {
    const source = fromState([...state]);
    expect(output.map(() => source.next())).toEqual(output);
  });

  it("repeats itself for the same seed, and not for its neighbour", () => {
    const take = (seed: number) => Array.from({ length: 8 }, randomSource(seed).next);
    expect(take(5)).toEqual(take(5));
    expect(take(5).filter((bits, i) => bits === take(6)[i])).toEqual([]);
  });

  it.each([0, 1, 2, 12345, -1])("draws below(17) evenly from seed %i", (seed) => {
    const { below } = randomSource(seed);
    const draws = 170_000;
    const counts = new Array<number>(17).fill(0);
    for (let i = 0; i < draws; i++) {
      const pick = below(17);
      counts[pick] = (counts[pick] ?? 0) + 1;
    }
    const expected = draws / 17;
    const chiSquare = counts.reduce((total, seen) => total + (seen - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(chiSquare16);
  });

  it("draws below(count) without the bias of a remainder when count is near 2^32", () => {
    const { below } = randomSource(3);
    const count = 3 * 2 ** 30;
    let lowThird = 0;
    for (let i = 0; i < 30_000; i++) if (below(count) < 2 ** 30) lowThird++;
    expect(lowThird / 30_000).toBeCloseTo(1 / 3, 1);
  });
});
