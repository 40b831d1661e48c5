/** How figures of report 000's answers are written. Answers have numbers, from 1 in the order of the page, never names. */
import type { Text } from "../errors.js";
import { passage, reports } from "../sources.js";
import { type Context, type Particulars, point, type Row, table } from "./figure.js";

/** Figures of the n-th answer, under ids such as "000/answer4/price0". */
export function answer<const Rows extends Readonly<Record<string, Row>>>(
  number: number,
  about: Pick<Context, "scope" | "kind">,
  rows: Rows,
) {
  const name: Text = { en: `answer ${number}`, zh: `第 ${number} 个回答` };
  return table(`answer${number}`, { ...about, says: name, passage: passage(reports.landing, name.en, name.zh) }, rows);
}

/** An amount in 万元, printed as a whole number. */
export function wan(value: number, en: string, zh: string, more: Particulars = {}): Row<number> {
  return point(value, 0, "ten-thousand-yuan", en, zh, more);
}

/** What one home is sold for, hand-over by hand-over, in 万元: price0 is what the first holder paid. */
export function relay(...prices: readonly number[]): Readonly<Record<`price${number}`, Row<number>>> {
  return Object.fromEntries(
    prices.map((value, at) => [
      `price${at}`,
      at === 0 ? wan(value, "first price", "最初价格") : wan(value, `price at hand-over ${at}`, `第 ${at} 次转手价格`),
    ]),
  );
}
