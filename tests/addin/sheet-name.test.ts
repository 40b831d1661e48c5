import { expect, test } from "vitest";
import { freeName } from "../../addin/sheet-name.js";

test("freeName(wanted, taken) puts a number after a name that is taken in any case", () => {
  expect(freeName("Round", ["a"])).toBe("Round");
  expect(freeName("Round", ["ROUND", "round 2"])).toBe("Round 3");
});

test("freeName(wanted, taken) is a name that Excel takes: 31 characters, none of its signs, no apostrophe at an end", () => {
  const long = "x".repeat(40);
  expect(freeName(long, [])).toHaveLength(31);
  expect(freeName(long, ["x".repeat(31)])).toBe(`${"x".repeat(29)} 2`);
  expect(freeName("'a/b:c'", [])).toBe("a b c");
  expect(freeName("[]", [])).toBe("Sheet");
});
