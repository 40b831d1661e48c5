import { expect, test } from "vitest";
import { cut, excess, limits, provenanceColumn, sha256, widthsOf } from "../../addin/import/block.js";

const rows = ["abc", "def", "ghi"].map((letters) => [...letters].map((value) => ({ value })));
const sheet = { name: "s", rows };
const shown = (range: string) => cut(sheet, range)?.map((row) => row.map(({ value }) => value).join(""));

test("cut(sheet, range) takes cells, open ranges, whole columns and rows, and all of it where there is none", () => {
  expect(["", "B2:C3", "b2", "B2:B", "B:C", "2:2", "$A$1:$A$2"].map(shown)).toEqual([
    ["abc", "def", "ghi"],
    ["ef", "hi"],
    ["e"],
    ["e", "h"],
    ["bc", "ef", "hi"],
    ["def"],
    ["a", "d"],
  ]);
});

test("cut(sheet, range) stops where the sheet stops, and is undefined for what is none of it", () => {
  expect(shown("C3:Z99")).toEqual(["i"]);
  expect(["D1", "A4:B9", "nonsense", "Other!A1", "A1,B2"].map(shown)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("excess(rows) names what no spreadsheet takes well: too many cells, too long a text", () => {
  expect(excess(rows)).toBeUndefined();
  expect(excess([[{ value: "a" }], [{ value: "x".repeat(limits.textLength + 1) }]])).toEqual({ kind: "text", row: 1 });
  const row = Array.from({ length: 1000 }, () => ({ value: 1 }));
  expect(excess(Array.from({ length: 501 }, () => row))).toEqual({ kind: "cells", count: 501_000 });
});

test("provenanceColumn(block) leaves one column free, so that A:C holds the cells and nothing else", () => {
  expect(provenanceColumn({ rows })).toBe(4);
});

test("widthsOf(rows) counts a Chinese character twice and stays within bounds", () => {
  expect(widthsOf([[{ value: 1 }, { value: "一二三四五" }, { value: "1234567890" }, { value: "x".repeat(99) }]])).toEqual([
    64, 84, 84, 280,
  ]);
});

test("sha256(bytes) is the digest of FIPS 180-2's example", async () => {
  expect(await sha256(Uint8Array.from(Buffer.from("abc")).buffer)).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
