/** Which column of a selection stands for which argument. */
import { catalog } from "soundings";
import { describe, expect, it } from "vitest";
import { fillingOf } from "../../addin/taskpane/filling.js";
import type { SelectedRange } from "../../addin/taskpane/host.js";
import { definitionOf } from "../addin/calls.js";

/** "start = S!B2:B3", then the columns without an argument. */
function told(id: string, address: string, values: unknown[][]) {
  const filling = fillingOf(definitionOf(id), { address, values });
  if ("problem" in filling) return filling;
  const taken = filling.taken.map(({ argument, column }) => `${argument} = ${column.address}`);
  return { by: filling.by, taken, unused: filling.unused.map((column) => column.address) };
}

/** As Excel's whole column is read: nothing at its end. */
function whole(values: unknown[][]): unknown[][] {
  const rows = [...values];
  rows.length = 1_048_576;
  return rows;
}

describe("fillingOf(definition, selected)", () => {
  it("goes by Chinese and English headings in any order, without the heading's row", () => {
    const table = [
      ["兜底", "Deal price (100m yuan)", "lot", "起拍总价/亿元"],
      [true, 10, "A", 10],
      [null, 0, "B", 12],
    ];
    expect(told("HPI", "S!B1:E3", table)).toEqual({
      by: "headings",
      taken: ["start = S!E2:E3", "deal = S!C2:C3", "backstop = S!B2:B3"],
      unused: ["S!D2:D3"],
    });
  });

  it("knows an argument by its name and by its label in either language, a unit in brackets left aside", () => {
    const table = [
      ["Annual rate", "broker", "贷款本金（元）", "months"],
      [0.035, "", 700_000, 360],
    ];
    expect(told("MORT_PAY", "S!A1:D2", table)).toEqual({
      by: "headings",
      taken: ["loan = S!C2", "rate = S!A2", "months = S!D2"],
      unused: ["S!B2"],
    });
  });

  it("takes the first of two columns of one meaning and tells the other", () => {
    const table = [
      ["起始价", "成交价", "成交总价"],
      [10, 10, 11],
    ];
    expect(told("HPI", "S!A1:C2", table)).toMatchObject({ taken: ["start = S!A2", "deal = S!B2"], unused: ["S!C2"] });
  });

  it("refuses headings in different units, which references would not convert", () => {
    const table = [
      ["起始价（万元）", "成交价（亿元）"],
      [1000, 0.1],
    ];
    expect(told("HPI", "S!A1:B2", table)).toEqual({ problem: "mixed-units", headings: ["起始价（万元）", "成交价（亿元）"] });
  });

  it("goes from left to right without headings, and with headings that it does not know", () => {
    expect(
      told("HPI", "S!A1:B2", [
        [10, 10],
        [12, 0],
      ]),
    ).toEqual({ by: "order", taken: ["start = S!A1:A2", "deal = S!B1:B2"], unused: [] });
    expect(told("RENT_GAP", "S!A1:C1", [[0.02, 0.025, 1]])).toEqual({
      by: "order",
      taken: ["gross_yield = S!A1", "anchor = S!B1"],
      unused: ["S!C1"],
    });
    expect(
      told("HPI", "S!A1:B3", [
        ["alpha", "beta"],
        [10, 10],
        [12, 0],
      ]),
    ).toMatchObject({
      by: "order",
      taken: ["start = S!A2:A3", "deal = S!B2:B3"],
    });
  });

  it("keeps whole columns whole, and ends them at the last used row where the heading must be left out", () => {
    const rows = [
      [10, 10],
      [12, 0],
    ];
    expect(told("HPI", "S!A:B", whole(rows))).toMatchObject({ taken: ["start = S!A:A", "deal = S!B:B"] });
    expect(told("HPI", "S!A:B", whole([["起始价", "成交价"], ...rows, [null, ""]]))).toMatchObject({
      taken: ["start = S!A2:A3", "deal = S!B2:B3"],
    });
  });

  it("gives each column the values of its own cells", () => {
    const selected: SelectedRange = { address: "S!A:B", values: whole([[1, 2]]) };
    const filling = fillingOf(definitionOf("HPI"), selected);
    if ("problem" in filling) return expect.fail(filling.problem);
    const [start, deal] = filling.taken.map(({ column }) => column.values);
    expect([start?.length, start?.[0], deal?.[0], start?.[1]]).toEqual([1_048_576, [1], [2], undefined]);
  });

  it("asks for more than one column", () => {
    expect(told("HPI", "S!A1:A2", [[10], [12]])).toEqual({ problem: "one-column" });
  });

  const several = catalog.filter(({ params }) => params.filter(({ shape }) => shape !== "block").length > 1);
  it.each(several.map((d) => [d.id, d] as const))(
    "%s: its own labels, in either language, fill each argument once",
    (id, { params }) => {
      const single = params.filter(({ shape }) => shape !== "block");
      for (const language of ["en", "zh"] as const) {
        const headings = single.map(({ label }) => label[language]).reverse();
        const address = `S!A1:${String.fromCharCode(64 + headings.length)}2`;
        const { taken } = told(id, address, [headings, headings.map(() => 1)]) as { taken: string[] };
        expect(taken.map((line) => line.split(" ")[0])).toEqual(single.map(({ name }) => name));
        expect(new Set(taken.map((line) => line.split(" ")[2])).size).toBe(single.length);
      }
    },
  );
});
