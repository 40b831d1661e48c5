/** A page of explanations that have a chart, for charts.test.ts to look at in a browser. */
import { findDefinition, type Language } from "soundings";
import { explainView } from "../../addin/taskpane/explain-view.js";

const calls: readonly (readonly [id: string, args: Readonly<Record<string, unknown>>])[] = [
  ["HPI", { start: [10, 20, 12], deal: [12, null, 9], cut: [0, 0, 0.15] }],
  ["HPI_PARTS", { start: [8.33, 60.43, 36.24], deal: [9.35, 60.43, 37.22], cut: [0.13, 0, 0], backstop: [false, true, false] }],
  ["HPI", { start: [10, 10], deal: [10, 10], cut: [0.25, 0], backstop: [true, true], mode: "literal" }],
  ["HPI", { start: [10, 10], deal: [19, 17] }],
  ["IHCI_LAYERS", { price: 30_000, ihci: 9000, inst: 8000, market: 6000, price_now: 20_000 }],
  ["IHCI_LAYERS", { price: 30_000, ihci: 9000, inst: 8000, market: 6000 }],
  ["RENT_MONTHS", { gross_yield: 0.0237, anchor: 0.025, price_mom: -0.008, rent_mom: -0.0025 }],
  ["RENT_MONTHS", { gross_yield: 0.0183, anchor: 0.0255, price_mom: -0.008, rent_mom: -0.005 }],
  ["UNDERWATER", { ltv: 0.7, rate: 0.035, months: 360, price_mom: -0.01 }],
  ["RELAY", { prices: [1000, 700, 500, 400], down: 0.3 }],
];

const found = calls.flatMap(([id, args]) => {
  const definition = findDefinition(id);
  return definition ? [{ definition, source: `${id}(…)`, given: [], args }] : [];
});
document.body.append(explainView(found, document.documentElement.lang as Language));
