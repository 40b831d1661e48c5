/** What is read off report 000 as a whole: printed chains, and codes against each other. */
import { answerCounts, codedAnswers, crossAnswers, printedRelays, relay } from "soundings";
import { describe, expect, it } from "vitest";

describe("printedRelays()", () => {
  it("finds every chain once, in the order of the answers, first price first", () => {
    const relays = printedRelays();
    const answers = relays.map(({ answer }) => answer);
    expect(answers).toEqual([...new Set(answers)].sort((a, b) => a - b));
    expect(relays.find(({ answer }) => answer === 4)?.prices).toEqual([1000, 700, 500, 400]);
    expect(relays.find(({ answer }) => answer === 98)?.prices).toHaveLength(10);
    for (const { prices } of relays) expect(relay(prices).rows.length).toBe(prices.length - 1);
  });
});

describe("crossAnswers(by, inside)", () => {
  it("has the counts of answerCounts, and single codes add up to them", () => {
    for (const { code, answers, with: inside } of crossAnswers("stance", "soft")) {
      expect(new Map(answerCounts("stance")).get(code)).toBe(answers);
      expect(Object.values(inside).reduce((sum, count) => sum + count, 0)).toBe(answers);
    }
    expect(crossAnswers("stance", "soft").reduce((sum, { answers }) => sum + answers, 0)).toBe(codedAnswers.length);
  });

  it("counts an answer with two mechanisms in both, most frequent first", () => {
    const rows = crossAnswers("mechanisms", "soft");
    expect(rows.map(({ answers }) => answers)).toEqual(rows.map(({ answers }) => answers).sort((a, b) => b - a));
    expect(rows[0]?.code).toBe(answerCounts("mechanisms")[0]?.[0]);
  });
});
