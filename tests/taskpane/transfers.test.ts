import { expect, test } from "vitest";
import { transfers } from "../../addin/taskpane/excel-import.js";

const rows = Array.from({ length: 1000 }, (_, i) => [{ value: i }, { value: "郑州".repeat(20) }]);

test("transfers(rows) covers every row once, in order", () => {
  const portions = transfers(rows, 20_000);
  expect(portions.length).toBeGreaterThan(5);
  expect(portions.flatMap((portion) => portion.rows)).toEqual(rows);
  expect(portions.map(({ top }) => top)).toEqual(
    portions.map((_, i) => portions.slice(0, i).reduce((n, p) => n + p.rows.length, 0)),
  );
});

test("transfers(rows) keeps each portion below what Excel takes, in UTF-8", () => {
  for (const { rows: portion } of transfers(rows, 20_000)) {
    expect(Buffer.byteLength(JSON.stringify(portion.map((row) => row.map(({ value }) => value))))).toBeLessThan(20_000);
  }
});

test("transfers(rows) gives a row that is too much by itself a portion of its own", () => {
  expect(transfers(rows.slice(0, 3), 1).map((portion) => portion.rows.length)).toEqual([1, 1, 1]);
});
