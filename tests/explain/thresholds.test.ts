/** Every threshold stated, over many arguments: just across it core says what is stated, and just before it does not. */
import fc from "fast-check";
import {
  bandOf,
  bands,
  catalog,
  findDefinition,
  InputError,
  landingClass,
  publishedScores,
  type Result,
  zoneOf,
} from "soundings";
import { describe, expect, test } from "vitest";
import { type Crossing, isTurn, type Threshold } from "../../addin/explain/crossing.js";
import { explain } from "../../addin/explain/explain.js";
import { halfUnit } from "./arithmetic.js";
import { argumentsOf, isAnswered } from "./calls.js";

type Named = Readonly<Record<string, unknown>>;

function ask(id: string, named: Named): Result | "never" | "refused" {
  try {
    return findDefinition(id)?.evaluate(named) ?? "refused";
  } catch (error) {
    if (error instanceof InputError) return error.problem === "never" ? "never" : "refused";
    throw error;
  }
}
const field = (id: string, named: Named, name: string) => (ask(id, named) as unknown as Record<string, unknown>)[name];
const number = (id: string, named: Named) => Number(ask(id, named));

const tiny = 1e-7;
const yieldWords = (named: Named) => {
  const gap = number("RENT_GAP", { gross_yield: named.gross_yield, anchor: named.anchor ?? 0.025 });
  return gap <= 1e-5 ? "at the anchor" : "below the anchor";
};
const shareWords = (share: unknown, target: unknown) =>
  ask("SECOND_MONTHS", { share, target, pace: 0.01 }) === 0 ? "at the target" : "short of the target";

/** What core says of a call, in the words of its thresholds. */
const says: Readonly<Record<string, (named: Named, threshold: Threshold) => string>> = {
  HPI_COEF: (named) => `${100 * number("HPI_COEF", named)} %`,
  LAND_CUT: (named) => `coefficient ${ask("HPI_COEF", { cut: ask("LAND_CUT", named) })}`,
  IHCI_MULT: (named) => `zone ${zoneOf(number("IHCI_MULT", named))}`,
  IHCI_LAYERS: (named, { becomes }) => {
    const order = ["financial layer", "market layer", "institutional layer", "institutional cost"];
    const stage = String(field("IHCI_LAYERS", named, "stage"));
    const reached = stage === "ihci" ? 3 : order.indexOf(`${stage} layer`);
    // A layer may be thinner than the last digit.
    const wanted = order.findIndex((layer) => becomes.en.includes(layer));
    return reached >= wanted ? becomes.en : stage;
  },
  IHCI_SCREEN: (named, { argument, becomes }) => {
    const name = { gross_yield: "rent", pop_flow: "people", industry: "people", pay_to_income: "cash" }[String(argument)];
    if (name === undefined) return `zone ${field("IHCI_SCREEN", named, "zone")}`;
    if (becomes.en !== "one condition met") return `${name} screen ${field("IHCI_SCREEN", named, name) ? "passes" : "fails"}`;
    const isMet = argument === "industry" ? named.industry : Number(named.pop_flow) > 1e-9;
    return isMet ? becomes.en : "not met";
  },
  IS_BACKSTOP: (named, { argument, becomes }) => {
    if (becomes.en !== "one condition met") return String(ask("IS_BACKSTOP", named)).toUpperCase();
    const met = { gov_controlled: true, listed: false, deal: named.start };
    const others = Object.entries(met).filter(([name]) => name !== argument);
    return ask("IS_BACKSTOP", { ...named, ...Object.fromEntries(others) }) === true ? becomes.en : "not met";
  },
  STABLE_SCREEN: (named, { argument, becomes }) => {
    if (becomes.en !== "one condition met") return String(ask("STABLE_SCREEN", named)).toUpperCase();
    const other = argument === "gross_yield" ? { rent_yoy: 0.3, min_rent_yoy: 0 } : { gross_yield: 0.5, min_yield: 0 };
    return ask("STABLE_SCREEN", { ...named, ...other }) === true ? becomes.en : "not met";
  },
  RENT_GAP: yieldWords,
  RENT_MONTHS: (named, { argument }) =>
    argument === "gross_yield" ? yieldWords(named) : ask("RENT_MONTHS", named) === "never" ? "never there" : "",
  RENT_YIELD: (named) => (number("RENT_YIELD", named) >= 0.025 - 1e-9 ? "yield at 2.5 %" : "yield below 2.5 %"),
  ANCHOR_PRICE: (named) => (number("ANCHOR_PRICE", named) >= -1e-12 ? "no fall needed" : "the price must fall"),
  SECOND_MONTHS: ({ share, target }) => shareWords(share, target),
  BOTTOM_CARD: (named, { argument }) => (argument === "share" ? shareWords(named.share, named.share_target) : yieldWords(named)),
  HOME_EQUITY: (named) => (number("HOME_EQUITY", named) < 0 ? "under water" : "not under water"),
  UNDERWATER: (named) => (ask("UNDERWATER", named) === "never" ? "never under water (SAFE_FALL)" : "under water"),
  RELAY: (named) => (field("RELAY", named, "all_within") ? "every holder within" : "a holder beyond"),
  RELAY_COUNT: (named) => `${ask("RELAY_COUNT", named)} holders`,
  LOSS_SPLIT: (named) =>
    Number(field("LOSS_SPLIT", named, "bank")) > 1e-15 * Number(named.balance) ? "the bank loses" : "the bank loses nothing",
};
const answerOf = (id: string) => (named: Named) => String(ask(id, named)).toUpperCase();

/** The same where what moves is no argument: core on a number of the call's own. */
function saysAt(id: string, named: Named, value: number, { becomes }: Crossing): string {
  if (id === "MORT_BALANCE") return number("HOME_EQUITY", { price: value, balance: ask(id, named) }) < 0 ? "under water" : "";
  if (id === "SAFE_FALL") return typeof ask("UNDERWATER", { ...named, price_mom: value }) === "number" ? "under water" : "";
  if (id === "LANDING_CLASS") return landingClass(Math.min(1, value / 100), 0, { nplLine: 0.01 });
  if (/^rank/.test(becomes.en)) return `rank ${1 + publishedScores.filter(({ score }) => score >= value).length}`;
  return bands[bandOf(value)].en;
}

/** "12.5", "−0.45448 %" or "1.5E−9" as a number. */
function readAs(text: string): number {
  const number = Number(text.replace(/[,\s%]/g, "").replaceAll("−", "-"));
  return text.includes("%") ? number / 100 : number;
}
const unitOf = (text: string) => {
  const digits = text.replace(/[−%\s]/g, "");
  return 2 * halfUnit(digits) * (text.includes("%") ? 0.01 : 1);
};

/** Numbers a little further than the tolerance of comparisons, in the number's own size. */
const beyond = (id: string, named: Named, at: number) =>
  Math.max(4e-9, tiny * Math.abs(at), id === "IHCI_LAYERS" ? 4e-9 * Number(named.price) : 0);

function check(id: string, named: Named, threshold: Threshold, text: string): void {
  const told = `${text} for ${id} ${JSON.stringify(named)}`;
  const wanted = threshold.becomes.en;
  const word = says[id] ?? answerOf(id);
  const isSo = (said: string) => said.toUpperCase() === wanted.toUpperCase();
  if (isTurn(threshold)) {
    expect(isSo(word({ ...named, [threshold.argument]: threshold.at }, threshold)), told).toBe(true);
    return;
  }
  const { argument, across, now, at } = threshold;
  const at_ = (value: number) =>
    isSo(argument === undefined ? saysAt(id, named, value, threshold) : word({ ...named, [argument]: value }, threshold));
  const [, sign, edge = "", way] = / ([≥>≤<=]) (−?[\d.,]+(?:E[−+]?\d+)?(?: %)?)(?: \((.*)\))? → /.exec(text) ?? [];
  expect(sign, told).toBe(across);
  const stated = readAs(edge);
  const unit = unitOf(edge) + beyond(id, named, stated);
  const isUp = across === "≥" || across === ">";
  const on = isUp ? 1 : -1;
  if (across === "=") {
    expect([at_(stated), at_(stated + unit * 10), at_(stated - unit * 10)], told).toEqual([true, false, false]);
  } else {
    const isStrict = across === ">" || across === "<";
    // A number rounded to where it stands may be a last bit short.
    const isAcross = isStrict ? at_(stated + on * unit) : at_(stated) || at_(stated + on * 1e-12 * Math.abs(at));
    expect(isAcross, `across: ${told}`).toBe(true);
    // Before it, but no further than the call is.
    const before = stated - on * unit;
    expect(at_(now !== undefined && (now - before) * on > 0 ? now : before), `before: ${told}`).toBe(false);
    if (isStrict && stated === at) expect(at_(stated), `at: ${told}`).toBe(false);
    if (!isStrict) expect((stated - at) * on, told).toBeGreaterThanOrEqual(-1e-12 * Math.abs(at));
  }
  if (now !== undefined) checkWay(way ?? "", at - now, Math.abs(at), told);
}

/** "0.1 points more" is at least the distance, by less than its last digit, and in its direction. */
function checkWay(way: string, by: number, at: number, told: string): void {
  if (way === "it is just there") {
    expect(Math.abs(by) <= 1e-9 || Math.abs(by) <= 1e-11 * at, told).toBe(true);
    return;
  }
  const [, size = "", unit = "", direction] = /^([\d.,]+(?:E[−+]?\d+)?)( pp| points)? (more|less)/.exec(way) ?? [];
  const share = unit === " pp" ? 0.01 : 1;
  const stated = readAs(size) * share;
  expect(direction, told).toBe(by > 0 ? "more" : "less");
  expect(stated, told).toBeGreaterThanOrEqual(Math.abs(by) * (1 - 1e-11) - 1e-8);
  expect(stated - Math.abs(by), told).toBeLessThanOrEqual(lastDigit(size, unit) * share + 1e-12);
}

/** Points have two decimals, or as many as tell two numbers apart. */
const lastDigit = (size: string, unit: string) =>
  unit === " points" ? 10 ** -Math.max(2, size.split(".")[1]?.length ?? 0) : 2 * halfUnit(size);

const numbersIn = (text: string) => text.match(/[\d.,]*\d/g)?.sort();

/** Six digits do not tell apart falls of nearly everything, zones that nearly meet, and a layer of a billionth. */
function tellable(id: string, named: Named): boolean {
  const [fall, most, price] = [Number(named.total_fall), Number(named.max_loss), Number(named.price)];
  if (id === "RELAY_COUNT") return fall < 0.999 && (most < 0.999 || most === 1);
  if (id === "IHCI_ZONE") return Number(named.c_min ?? 3) - Number(named.a_max ?? 1.5) > 0.001;
  if (id === "LOSS_SPLIT") return [named.recourse, named.haircut].every((share = 0) => Number(share) < 0.9999 || share === 1);
  const layers = [named.ihci, named.inst, named.market, named.price_now].map((value) => Number(value ?? 0));
  return id !== "IHCI_LAYERS" || layers.every((value) => value === 0 || value > price * 1e-6);
}

describe("explain(generated arguments)", { timeout: 120_000 }, () => {
  test.each(catalog.map((d) => [d.id, d] as const))("%s: core changes across each threshold and not before", (id, definition) => {
    const calls = argumentsOf(definition).filter((named) => tellable(id, named) && isAnswered(definition, named));
    fc.assert(
      fc.property(calls, (named) => {
        const english = explain(definition, named, "en").thresholds;
        const chinese = explain(definition, named, "zh").thresholds;
        for (const { threshold, text } of english) check(id, named, threshold, text);
        if (id !== "HPI_CITY" && id !== "HPI_TABLE") {
          const plain = (text: string) => text.replace(/→.*/, "");
          expect(chinese.map(({ text }) => numbersIn(plain(text)))).toEqual(english.map(({ text }) => numbersIn(plain(text))));
        }
      }),
      { numRuns: 100 },
    );
  });

  test("an HPI that lands on the stated market deals is in the stated band", () => {
    const hpi = findDefinition("HPI");
    if (hpi === undefined) return expect.fail("there is no HPI");
    const rounds = fc.tuple(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(0.4, 0.65, 0.7, 0.399, 0.701, 1),
    );
    fc.assert(
      fc.property(rounds, ([lots, share]) => {
        // A last lot that brings the whole to an edge, or just beside it.
        const start = [...lots.map(([asked]) => asked), 100];
        const supply = start.reduce((a, b) => a + b);
        const sold = lots.reduce((sum, [, paid]) => sum + paid, 0);
        const deal = [...lots.map(([, paid]) => paid), supply * share - sold];
        fc.pre(deal.every((paid) => paid >= 0));
        for (const { threshold, text } of explain(hpi, { start, deal }, "en").thresholds) {
          if (isTurn(threshold)) continue;
          const worth = /; ([\d.,]+) of market deals/.exec(text)?.[1];
          const amount = worth === undefined ? 0 : readAs(worth);
          const on = threshold.across === "≥" || threshold.across === ">" ? 1 : -1;
          const bandAfter = (by: number) => {
            const last = (deal.at(-1) ?? 0) + on * by;
            return bands[bandOf(Number(hpi.evaluate({ start, deal: [...deal.slice(0, -1), last] })))].en;
          };
          const isStrict = threshold.across === ">" || threshold.across === "<";
          if (on < 0 && amount + 1e-4 > (deal.at(-1) ?? 0)) continue;
          expect(bandAfter(amount + (isStrict ? 1e-4 : 0)), text).toBe(threshold.becomes.en);
          expect(bandAfter(amount - 1e-3), text).not.toBe(threshold.becomes.en);
        }
      }),
    );
  });
});
