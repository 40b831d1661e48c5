import { hpi, priceCut } from "soundings";
import { expect, test } from "vitest";
import { sampleLots } from "../../addin/templates/lots.js";

const column = (of: (lot: (typeof sampleLots)[number]) => number) => sampleLots.map(of);

test("hpi(sample lots) is Zhengzhou's published 39.9, from its totals of 105 and 107 and 13 of 15 lots at the start price", () => {
  const start = column((lot) => lot.start);
  const deal = column((lot) => lot.deal);
  const cut = column(({ deal: paid, benchmark }) => (benchmark === undefined ? 0 : priceCut(paid, benchmark)));
  const backstop = sampleLots.map((lot) => lot.backstop ?? false);
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  expect(sum(start)).toBeCloseTo(105, 10);
  expect(sum(deal)).toBeCloseTo(107, 10);
  expect(sampleLots.filter((lot) => lot.deal === lot.start).length).toBe(13);
  expect(hpi(start, deal, { cut, backstop })).toBeCloseTo(39.9, 10);
});
