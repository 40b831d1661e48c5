/** The codes of report 000's answers: shape, closed vocabulary, and what the report as a whole says. */
import { readFileSync } from "node:fs";
import { answerCounts, bearers, codedAnswers, mechanisms, numberKinds, stances } from "soundings";
import { describe, expect, it } from "vitest";

const file = readFileSync(new URL("../../../core/reports/coded-answers.ts", import.meta.url), "utf8");

describe("codedAnswers", () => {
  it("are as many as the file's header claims, each once and in order", () => {
    const claimed = Number(/Report 000's (\d+) answers/.exec(file)?.[1]);
    expect(codedAnswers.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: claimed }, (_, j) => j + 1));
  });

  it("use only the closed vocabulary, at most three mechanisms and none twice", () => {
    for (const answer of codedAnswers) {
      expect(Object.keys(answer)).toEqual(["ordinal", "soft", "hard", "mechanisms", "number", "stance"]);
      expect(Object.keys(bearers)).toContain(answer.soft);
      expect(Object.keys(bearers)).toContain(answer.hard);
      expect(Object.keys(numberKinds)).toContain(answer.number);
      expect(Object.keys(stances)).toContain(answer.stance);
      expect(answer.mechanisms.length).toBeLessThanOrEqual(3);
      expect(new Set(answer.mechanisms).size).toBe(answer.mechanisms.length);
      for (const mechanism of answer.mechanisms) expect(Object.keys(mechanisms)).toContain(mechanism);
    }
  });

  it("leave no code of the vocabulary unused", () => {
    const used = (column: Parameters<typeof answerCounts>[0]) => answerCounts(column).map(([code]) => code);
    expect([...new Set([...used("soft"), ...used("hard")])].toSorted()).toEqual(Object.keys(bearers).toSorted());
    expect(used("mechanisms").toSorted()).toEqual(Object.keys(mechanisms).toSorted());
    expect(used("number").toSorted()).toEqual(Object.keys(numberKinds).toSorted());
    expect(used("stance").toSorted()).toEqual(Object.keys(stances).toSorted());
  });

  it("name every code in English and Chinese", () => {
    for (const { en, zh } of [bearers, mechanisms, numberKinds, stances].flatMap((words) => Object.values(words))) {
      expect(en).toMatch(/[a-z]/);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it("hold the codes on which the functions' sources rely", () => {
    const relays = codedAnswers.filter((answer) => answer.mechanisms.includes("relay")).map(({ ordinal }) => ordinal);
    expect(relays).toEqual(expect.arrayContaining([4, 44, 66, 72, 84, 89, 100, 118]));
    for (const ordinal of [1, 4, 46, 54, 69, 100])
      expect(codedAnswers[ordinal - 1]).toMatchObject({ soft: "households", hard: "banks" });
  });

  it("hold no text of the report: every quoted Chinese string is a label of the vocabulary", () => {
    const labels = new Set(
      [bearers, mechanisms, numberKinds, stances].flatMap((words) => Object.values(words).map(({ zh }) => zh)),
    );
    const quoted = [...file.matchAll(/"([^"\n]*[\u4e00-\u9fff][^"\n]*)"/g)].map(([, words]) => words);
    expect(quoted.filter((words) => words !== "发表" && !labels.has(words as never))).toEqual([]);
  });
});

describe("answerCounts(column)", () => {
  it("says that a soft landing lands on households in most answers, and a hard one on banks and their like", () => {
    const [first] = answerCounts("soft");
    expect(first?.[0]).toBe("households");
    expect(first?.[1]).toBeGreaterThan(codedAnswers.length / 2);
    const spoken = answerCounts("hard").filter(([code]) => code !== "unsaid");
    expect(
      spoken
        .slice(0, 2)
        .map(([code]) => code)
        .toSorted(),
    ).toEqual(["banks", "institutions"]);
  });

  it("adds up to the number of answers for a column with one code each", () => {
    for (const column of ["soft", "hard", "number", "stance"] as const)
      expect(answerCounts(column).reduce((sum, [, count]) => sum + count, 0)).toBe(codedAnswers.length);
  });
});
