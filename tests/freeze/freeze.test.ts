/** Freezing a workbook: what gives way to its value, what stays, what is refused before anything is changed. */
import { expect, test } from "vitest";
import type { Change } from "../../addin/freeze/book.js";
import { type FreezeOptions, freeze } from "../../addin/freeze/freeze.js";
import { auction, options, provenance, state } from "./auction.js";
import { Workbook } from "./workbook.js";

const frozen = async (workbook: Workbook, given: Partial<FreezeOptions> = {}) =>
  freeze(workbook.book(), { ...options, ...given });

/** Refused with this reason, and every cell is as it was. */
async function refused(workbook: Workbook): Promise<readonly string[]> {
  const before = state(workbook);
  const result = await frozen(workbook);
  expect(state(workbook)).toEqual(before);
  return result.kind === "refused" ? result.reasons : [`${result.kind}`];
}

test("freeze() replaces every formula of ours by its value, and leaves the others live", async () => {
  const workbook = auction();
  const before = state(workbook);
  expect(await frozen(workbook)).toEqual({
    kind: "frozen",
    formulas: 7,
    sheets: 2,
    page: "Soundings provenance",
    errors: ["Cities!B2 #N/A"],
  });
  const after = state(workbook);
  const kept = Object.entries(after.values).filter(([cell]) => !cell.startsWith("'Soundings provenance'"));
  expect(Object.fromEntries(kept)).toEqual(before.values);
  expect(after.formulas).toEqual({ "Auction!B7": "=SUM(B2:B6)", "Auction!G2": "=F2*2" });
});

test("freeze(this sheet) leaves the formulas of other sheets live", async () => {
  const workbook = auction();
  expect(await frozen(workbook, { scope: "sheet" })).toMatchObject({ formulas: 4, sheets: 1 });
  expect(workbook.at("Cities!B1").formula).toBe('=HPI_CITY("郑州")');
});

test("freeze() keeps a text that looks like a month a text, number formats and all digits", async () => {
  const workbook = auction();
  workbook.format({ sheet: "Auction", row: 1, column: 5, rows: 1, columns: 1 }, "0.0");
  await frozen(workbook);
  expect(workbook.at("Auction!F2").value).toBe(200 / 3);
  expect(workbook.formatAt("Auction!F2")).toBe("0.0");
  const months = Object.values(state(workbook).values).filter((held) => /^\d{4}-\d{2}$/.test(String(held)));
  expect(months.length).toBeGreaterThan(2);
});

test("freeze() freezes a spilled result over its whole range", async () => {
  const workbook = auction();
  const { values } = state(workbook);
  await frozen(workbook);
  expect(workbook.at("Auction!I2")).toEqual({ formula: "", value: values["Auction!I2"] });
  expect(workbook.at("Auction!J3")).toEqual({ formula: "", value: values["Auction!J3"] });
});

test("freeze() takes a spill's other cells for no formulas of their own where the host says that they hold it", async () => {
  const workbook = auction();
  workbook.childrenShowFormula = true;
  expect(await frozen(workbook)).toMatchObject({ kind: "frozen", formulas: 7 });
});

test("freeze() finds our functions nested, prefixed, in LET and LAMBDA, by name alone, and behind a name of the workbook", async () => {
  const formulas = [
    "=IF(A1>0,RENT_GAP(A1),0)",
    "=SND.RENT_GAP(A1)",
    "=_xldudf_RENT_GAP(A1)",
    "=ROUND(RENT_GAP(A1),1)",
    "=-@RENT_GAP(A1)%",
    "=Gap+1",
  ];
  const workbook = new Workbook({ Inputs: [[0.0237], ...formulas.map((formula) => [undefined, formula])] });
  workbook.names = [{ name: "Gap", formula: "=RENT_GAP(Inputs!$A$1)" }];
  const result = await frozen(workbook);
  expect(result).toMatchObject({ kind: "refused" });
  // Names of formulas are beyond the small workbook: it shows #NAME? for them, which is refused by name.
  expect(result).toMatchObject({ reasons: [expect.stringContaining("#NAME? in Inputs!B7")] });
  workbook.enter("Inputs!B7", "");
  expect(await frozen(workbook)).toMatchObject({ kind: "frozen", formulas: 5 });
});

test("freeze() finds nothing in texts, in others' functions and in a text that begins with =", async () => {
  const workbook = new Workbook({ Notes: [["'=HPI(A1)", '="HPI(A1)"', "=SUM(1,2)"]] });
  expect(await frozen(workbook)).toEqual({ kind: "nothing" });
});

test("freeze() is refused while a cell shows #BUSY! or #NAME?, and while the workbook calculates", async () => {
  const workbook = auction();
  workbook.ours = "#BUSY!";
  workbook.calculate();
  expect(await refused(workbook)).toEqual([expect.stringMatching(/^Not yet calculated: Auction!F2, .* and 2 more\./)]);
  workbook.ours = "#NAME?";
  workbook.calculate();
  expect(await refused(workbook)).toEqual([expect.stringContaining("#NAME? in Auction!F2")]);
  workbook.ours = "answers";
  workbook.calculate();
  workbook.isCalculating = true;
  expect(await refused(workbook)).toEqual([expect.stringContaining("still calculating")]);
});

test("freeze() is refused for protected and filtered sheets by name, all at once", async () => {
  const workbook = auction();
  workbook.sheet("Auction").isProtected = true;
  workbook.sheet("Cities").isFiltered = true;
  workbook.isStructureProtected = true;
  expect(await refused(workbook)).toEqual([
    expect.stringContaining("structure of the workbook"),
    "Protected: Auction. Unprotect first.",
    expect.stringContaining("A filter hides rows of Cities."),
  ]);
});

test("freeze() does not mind a protected sheet without our formulas", async () => {
  const workbook = auction();
  workbook.addSheet("Notes").isProtected = true;
  expect(await frozen(workbook)).toMatchObject({ kind: "frozen" });
});

test("freeze() is refused for an array formula of the old kind, by its range", async () => {
  const workbook = auction();
  workbook.enterArray({ sheet: "Cities", row: 4, column: 0, rows: 3, columns: 2 }, "=HPI_PARTS(Auction!B2:B6,Auction!C2:C6)");
  expect(await refused(workbook)).toEqual([expect.stringContaining("Cities!A5:B7 looks like one array formula")]);
});

test("freeze() changes nothing where an array formula shows only when it is pasted over", async () => {
  const workbook = auction();
  workbook.enterArray({ sheet: "Cities", row: 4, column: 0, rows: 1, columns: 2 }, "=RENT_GAP(0.02)");
  expect(await refused(workbook)).toEqual([
    "The workbook refused the change: InvalidOperation: You can't change part of an array.",
  ]);
});

test("freeze() takes the same formula in cells below one another for what it is where it refers to fixed cells", async () => {
  const workbook = new Workbook({ Inputs: [[0.0237], ["=RENT_GAP($A$1)"], ["=RENT_GAP($A$1)"]] });
  expect(await frozen(workbook)).toMatchObject({ kind: "frozen", formulas: 2 });
});

test("freeze() is refused where a formula that stays live needs a spill that would end", async () => {
  const workbook = auction();
  workbook.enter("Cities!D1", "=SUM(Auction!I2#)");
  expect(await refused(workbook)).toEqual([
    expect.stringMatching(/^Cities!D1 refers to the spill I2#.* Write Auction!I2:J\d+ there/),
  ]);
});

test("freeze() is refused where a formula needs such a spill by a name of the workbook", async () => {
  const workbook = auction();
  workbook.names = [{ name: "Parts", formula: "=Auction!$I$2" }];
  workbook.enter("Cities!D1", "=SUM(IF(1,Parts#,0))");
  expect(await refused(workbook)).toEqual([expect.stringContaining("refers to the spill")]);
});

test("freeze() puts everything back when a cell elsewhere comes to show an error", async () => {
  const workbook = auction();
  const before = state(workbook);
  const book = workbook.book();
  const breaking = async (changes: readonly Change[]) => {
    await book.change(changes);
    if (changes[0]?.kind === "add-sheet") workbook.enter("Auction!B7", "#REF!");
  };
  expect(await freeze({ ...book, change: breaking }, options)).toEqual({
    kind: "refused",
    reasons: ["Formulas elsewhere came to show an error: Auction!B7 #REF!."],
  });
  workbook.enter("Auction!B7", "=SUM(B2:B6)");
  expect(state(workbook)).toEqual(before);
});

test("freeze(this sheet) waits for formulas of ours in other sheets that are worked out anew", async () => {
  const workbook = auction();
  workbook.enter("Cities!D1", "=HPI_BAND(Auction!F2)");
  const book = workbook.book();
  const busy = { ...book, change: (changes: readonly Change[]) => book.change(changes).then(() => workbook.startCalculating()) };
  let waits = 0;
  const pause = async () => {
    if (++waits === 2) workbook.calculate();
  };
  expect(await freeze(busy, { ...options, scope: "sheet", pause })).toMatchObject({ kind: "frozen", formulas: 4 });
  expect(waits).toBe(2);
});

test("freeze() puts everything back when the host refuses half-way", async () => {
  const workbook = auction();
  let pasted = 0;
  workbook.refuses = (kind) => (kind === "keep-values" && ++pasted === 3 ? "GeneralException" : undefined);
  expect(await refused(workbook)).toEqual(["The workbook refused the change: GeneralException"]);
});

test("freeze() puts everything back when a host's paste does not keep the values", async () => {
  const workbook = auction();
  const book = workbook.book();
  const before = state(workbook);
  const careless = {
    ...book,
    change: async (...given: Parameters<typeof book.change>) => {
      await book.change(...given);
      if (given[0][0]?.kind === "add-sheet") workbook.enter("Auction!F2", 66.7);
    },
  };
  expect(await freeze(careless, options)).toMatchObject({
    kind: "refused",
    reasons: ["These did not keep exactly what they showed: Auction!F2."],
  });
  expect(state(workbook)).toEqual(before);
});

test("freeze() twice makes a second provenance sheet and leaves the first as it is", async () => {
  const workbook = auction();
  await frozen(workbook);
  const first = provenance(workbook);
  workbook.enter("Cities!D1", "=RENT_GAP(0.02)");
  expect(await frozen(workbook)).toMatchObject({ kind: "frozen", formulas: 1, page: "Soundings provenance 2" });
  expect(provenance(workbook)).toEqual(first);
  expect(provenance(workbook, "Soundings provenance 2").map((row) => row["Cell 单元格"])).toEqual(["D1"]);
});

test("freeze() again with nothing new finds nothing: a provenance sheet holds texts", async () => {
  const workbook = auction();
  await frozen(workbook);
  expect(await frozen(workbook)).toEqual({ kind: "nothing" });
});

test("freeze(3,000 formulas) pastes them in one piece", async () => {
  const rows = Array.from({ length: 3_000 }, (_, i) => [10 + i, 9 + i, `=LAND_CUT(A${i + 1},B${i + 1})`]);
  const sheet = { name: "Big", top: 0, left: 0 };
  const formulas = rows.map(([, , formula]) => ["", "", String(formula)]);
  const values = rows.map(([a, b]) => [Number(a), Number(b), 0.1]);
  let isFrozen = false;
  let page: { name: string; rows: readonly (readonly (string | number)[])[] } | undefined;
  const blank = formulas.map(() => ["", "", ""]);
  const changed: number[] = [];
  const result = await freeze(
    {
      read: async () => ({
        active: "Big",
        isCalculating: false,
        isStructureProtected: false,
        tables: [],
        names: [],
        sheets: [
          { ...sheet, formulas: isFrozen ? blank : formulas, values },
          ...(page
            ? [{ name: page.name, top: 0, left: 0, formulas: page.rows.map((row) => row.map(() => "")), values: page.rows }]
            : []),
        ],
      }),
      spills: async (places) => places.map((place) => ({ ...place, rows: 1, columns: 1 })),
      change: async (changes) => {
        changed.push(changes.length);
        isFrozen = true;
        page = changes[0]?.kind === "add-sheet" ? changes[0].page : undefined;
      },
    },
    options,
  );
  expect(result).toMatchObject({ kind: "frozen", formulas: 3_000 });
  expect(changed).toEqual([2]);
});
