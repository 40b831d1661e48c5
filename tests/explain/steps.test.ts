/** Every step of every function, over many arguments: what its text comes to is what it says it comes to. */
import fc from "fast-check";
import { catalog, type Scalar, type Unit } from "soundings";
import { describe, expect, test } from "vitest";
import { explain, type Step } from "../../addin/explain/explain.js";
import { inUnit } from "../../addin/explain/numbers.js";
import { halfUnit, monthNumber, workOut } from "./arithmetic.js";
import { argumentsOf, isAnswered } from "./calls.js";

const answered = 100;

describe("explain(generated arguments)", { timeout: 120_000 }, () => {
  test.each(catalog.map((d) => [d.id, d] as const))("%s: each step comes to its value", (_, definition) => {
    const calls = argumentsOf(definition).filter((named) => isAnswered(definition, named));
    fc.assert(
      fc.property(calls, (named) => {
        const english = explain(definition, named, "en");
        const chinese = explain(definition, named, "zh");
        for (const step of english.steps) check(definition.id, step);
        expect(numbersIn(chinese.steps)).toEqual(numbersIn(english.steps));
        expect(english.steps.some(({ formula }) => /\d|TRUE|FALSE|[A-Z]{3}/.test(formula))).toBe(true);
      }),
      { numRuns: answered },
    );
  });
});

const numbersIn = (steps: readonly Step[]) => steps.map(({ formula }) => formula.match(/[\d,.]*\d/g));

/** Texts that are looked up, and have no arithmetic. */
const lookups = new Set(["SOUNDINGS_VERSION", "SOUNDINGS_SOURCE"]);

function check(id: string, { text, formula, value, unit }: Step): void {
  const judged = /\((.* [≤>] .*)\)$/.exec(text)?.[1];
  if (judged) expect(workOut(judged), text).toBe(true);
  if (formula === "" || lookups.has(id)) return;
  const [arithmetic = "", label] = (id === "HPI_CITY" ? withoutNames(formula) : formula).split(" → ");
  if (label === undefined) {
    checkValue(id, formula, arithmetic, value as Scalar, unit);
    return;
  }
  if (!/, /.test(arithmetic)) expect(workOut(arithmetic), formula).toBe(true);
  expect(label).toBe(typeof value === "number" ? inUnit(value, unit) : value);
}

/** "Xi'an 56.1 > Zhengzhou 39.9" */
const withoutNames = (formula: string) => formula.replace(/[\p{L}'’]+ (?=\d)/gu, "");

function checkValue(id: string, formula: string, arithmetic: string, value: Scalar, unit: Unit): void {
  const isPointSum = unit === "points" && !arithmetic.includes("/");
  const worked = workOut(arithmetic, isPointSum ? () => 0.005 : halfUnit);
  if (typeof worked === "boolean") {
    // A ranking of cities is a chain of scores; its value is the score of one.
    if (id === "HPI_CITY") expect(worked, formula).toBe(true);
    else expect(worked, formula).toBe(value);
    return;
  }
  const wanted = unit === "calendar-month" ? monthNumber(String(value)) : Number(value);
  const shown = `${formula} = ${inUnit(value, unit)}`;
  const slack =
    unit === "points"
      ? 0.005 * (isPointSum ? 6 : 1)
      : unit === "calendar-month"
        ? 0
        : halfOf(inUnit(value, unit)) * (unit === "fraction" ? 0.01 : 1);
  const by = Math.abs(worked.written - wanted);
  if (by <= slack + 1e-5 * Math.abs(wanted) + (wanted === 0 ? 1e-6 : 1e-8) * largest(formula)) return;
  // Rounded terms may come to a little more or less; to how much, their own digits say, and never to much.
  expect(worked.low - slack, shown).toBeLessThanOrEqual(wanted);
  expect(worked.high + slack, shown).toBeGreaterThanOrEqual(wanted);
  expect(by, `${shown}: too few digits`).toBeLessThanOrEqual(1e-3 * Math.abs(wanted) + 2 * slack);
}

/** The largest number as it stands: a sum that comes to nothing is as exact as its terms. */
const largest = (formula: string) => Math.max(0, ...(formula.match(/\d[\d,]*(\.\d+)?(?! ?%)/g) ?? []).map(plainNumber));
const plainNumber = (text: string) => Number(text.replaceAll(",", ""));
const halfOf = (shown: string) => halfUnit(shown.replace(/[−%\s]/g, ""));
