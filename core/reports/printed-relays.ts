/** The chains of prices that answers of report 000 print, each as one list. */
import { figuresOf } from "./figures.js";

/** One answer's chain, first purchase to last sale, in 万元. */
export interface PrintedRelay {
  /** Place of the answer in the document, from 1. */
  readonly answer: number;
  readonly prices: readonly number[];
}

/** Every printed chain of at least two prices, in the order of the answers. */
export function printedRelays(): readonly PrintedRelay[] {
  const chains = new Map<number, number[]>();
  for (const { id, value } of figuresOf("000")) {
    const [, answer] = /^000\/answer(\d+)\/price\d+$/.exec(id) ?? [];
    if (answer === undefined || typeof value !== "number") continue;
    chains.set(Number(answer), [...(chains.get(Number(answer)) ?? []), value]);
  }
  return [...chains].map(([answer, prices]) => ({ answer, prices })).sort((a, b) => a.answer - b.answer);
}
