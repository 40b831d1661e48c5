import { expect, test } from "vitest";
import { ErrorReasons } from "../../addin/sheet/reasons.js";

const cell = { sheet: "a", row: 1, column: 2 };

test("refused() keeps the first reason of a run: the inner call's, not the outer one's", () => {
  const reasons = new ErrorReasons();
  reasons.refused(cell, "inner");
  reasons.refused(cell, "outer");
  expect(reasons.of(cell)).toBe("inner");
});

test("answered() forgets the reason of an earlier run, not that of another call in this one", () => {
  const reasons = new ErrorReasons();
  reasons.refused(cell, "now");
  reasons.answered(cell);
  expect(reasons.of(cell)).toBe("now");
  reasons.nextRun();
  reasons.answered(cell);
  expect(reasons.of(cell)).toBeUndefined();
});
