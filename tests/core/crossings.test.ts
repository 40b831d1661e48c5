import {
  amountOfPoints,
  bandOf,
  bands,
  dealsAtCutThresholds,
  defaultState,
  hpi,
  ihciMultiple,
  landingClass,
  lossSplit,
  nextBands,
  priceAtMultiple,
  priceCut,
  priceCutCoefficient,
  priceThatClears,
  strainOf,
  walkAwayPrice,
} from "soundings";
import { expect, test } from "vitest";

test("nextBands(score) names the neighbours of every band, and adding its points reaches the edge", () => {
  const neighbours = [39.9, 40, 65, 70, 70.1].map((score) => [nextBands(score).down?.band, nextBands(score).up?.band]);
  expect(neighbours).toEqual([
    [undefined, "midLow"],
    ["low", "midHigh"],
    ["midLow", "high"],
    ["midLow", "high"],
    ["midHigh", undefined],
  ]);
  expect(bandOf(50 + (nextBands(50).up?.points ?? 0))).toBe("midHigh");
  expect(Object.keys(bands)).toContain(nextBands(50).down?.band);
});

test("amountOfPoints(points, supply) more sold raises the index by just these points", () => {
  expect(hpi([60, 40], [60, amountOfPoints(5, 100)]) - hpi([60, 40], [60, 0])).toBeCloseTo(5, 12);
});

test("dealsAtCutThresholds(benchmark) are the deals at which the coefficient turns to half and beyond which to whole", () => {
  const { half, whole } = dealsAtCutThresholds(80);
  const coefficientAt = (deal: number) => priceCutCoefficient(priceCut(deal, 80));
  expect([half + 0.1, half, whole, whole - 0.1].map(coefficientAt)).toEqual([0, 0.5, 0.5, 1]);
});

test("priceAtMultiple(multiple, ihci) has that multiple", () => {
  expect(ihciMultiple(priceAtMultiple(1.5, 8000), 8000)).toBe(1.5);
});

test("priceThatClears(balance, haircut) is where the bank's loss begins", () => {
  const price = priceThatClears(700, 0.3);
  const bankAt = (at: number) => lossSplit(1000, 700, at, { default: true, haircut: 0.3 }).bank;
  expect(bankAt(price)).toBeCloseTo(0, 9);
  expect(bankAt(price - 10)).toBeGreaterThan(1);
});

test("walkAwayPrice(balance, theta) is where paying turns to walking away", () => {
  const price = walkAwayPrice(810, 0.62);
  expect(defaultState(price, 810, true, { theta: 0.62 })).toBe("strategic");
  expect(defaultState(price + 1, 810, true, { theta: 0.62 })).toBe("pay");
});

test("strainOf(peaks) is the nearer line's share, as LANDING_CLASS judges it", () => {
  const peaks = { nplPeak: 0.01, nplLine: 0.05, bankLossRate: 0.015, lossLine: 0.025 };
  expect(strainOf(peaks)).toBeCloseTo(0.6, 12);
  expect(landingClass(0.01, 0.015)).toBe("strained");
});
