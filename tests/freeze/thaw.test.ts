/** Thawing a frozen workbook: what comes back, what is left alone and why, and which answers are others now. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Asked } from "../../addin/freeze/asked.js";
import { fingerprint } from "../../addin/freeze/fingerprint.js";
import { freeze } from "../../addin/freeze/freeze.js";
import { thaw } from "../../addin/freeze/thaw.js";
import { auction, options, provenance, state } from "./auction.js";
import { Workbook } from "./workbook.js";

const thawOptions: Asked = { scope: "workbook", language: "en", pause: async () => {} };
const thawed = (workbook: Workbook, given: Partial<Asked> = {}) => thaw(workbook.book(), { ...thawOptions, ...given });

async function frozenAuction(): Promise<Workbook> {
  const workbook = auction();
  await freeze(workbook.book(), options);
  return workbook;
}

test("thaw(freeze(workbook)) is the workbook: formulas, values, spills, and no provenance sheet", async () => {
  const workbook = await frozenAuction();
  expect(await thawed(workbook)).toEqual({
    kind: "thawed",
    formulas: 7,
    left: [],
    changed: [],
    waiting: [],
    removed: ["Soundings provenance"],
  });
  expect(state(workbook)).toEqual(state(auction()));
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["Auction", "Cities"]);
});

test("thaw() of a workbook that was never frozen does nothing", async () => {
  expect(await thawed(auction())).toEqual({ kind: "nothing" });
});

test("thaw() leaves edited cells alone, names them and keeps their rows", async () => {
  const workbook = await frozenAuction();
  workbook.enter("Auction!F2", 70);
  workbook.enter("Auction!J3", 1);
  expect(await thawed(workbook)).toMatchObject({
    formulas: 5,
    left: [
      { cell: "Auction!F2", reason: "edited or moved since" },
      { cell: "Auction!I2:J13", reason: "edited or moved since" },
    ],
    removed: [],
  });
  expect(workbook.at("Auction!F2")).toEqual({ formula: "", value: 70 });
  expect(workbook.at("Auction!F3").formula).toBe("=HPI_BAND(HPI(B2:B6,C2:C6))");
  expect(provenance(workbook).map((row) => row["Range 区域"])).toEqual(["F2", "I2:J13"]);
});

test("thaw() again thaws what was left once its value is back", async () => {
  const workbook = await frozenAuction();
  workbook.enter("Auction!F2", 70);
  await thawed(workbook);
  workbook.enter("Auction!F2", 200 / 3);
  expect(await thawed(workbook)).toMatchObject({ formulas: 1, left: [], removed: ["Soundings provenance"] });
  expect(state(workbook)).toEqual(state(auction()));
});

test("thaw() takes a value that went through a file with fifteen digits for the same", async () => {
  const workbook = await frozenAuction();
  workbook.enter("Auction!F2", 66.6666666666667);
  expect(await thawed(workbook)).toMatchObject({ formulas: 7, left: [] });
});

test("thaw() leaves cells alone that moved, whose sheet is gone or protected, and formulas that someone put there", async () => {
  const workbook = await frozenAuction();
  workbook.insertRow("Auction", 0);
  workbook.sheet("Cities").name = "Towns";
  expect(await thawed(workbook)).toMatchObject({
    formulas: 0,
    left: [
      { cell: "Auction!F2", reason: "edited or moved since" },
      { cell: "Auction!I2:J13" },
      { cell: "Auction!F3" },
      { cell: "Auction!F4" },
      { cell: "Cities!B1", reason: "its sheet is gone or has another name" },
      { cell: "Cities!B2" },
      { cell: "Cities!B4:C8" },
    ],
  });
  const other = await frozenAuction();
  other.enter("Auction!F2", "=200/3");
  other.sheet("Cities").isProtected = true;
  expect(await thawed(other)).toMatchObject({
    formulas: 3,
    left: [
      { cell: "Auction!F2", reason: "edited or moved since" },
      { cell: "Cities!B1", reason: "the sheet is protected" },
      { cell: "Cities!B2" },
      { cell: "Cities!B4:C8" },
    ],
  });
});

test("thaw() says which answers are others now, and which inputs changed", async () => {
  const workbook = await frozenAuction();
  workbook.enter("Auction!C4", 9);
  const result = await thawed(workbook);
  expect(result.kind === "thawed" && result.changed).toEqual([
    { cell: "Auction!J3", was: "29.35", is: "29", others: 3, inputs: ["Auction!C2:C6"] },
  ]);
});

test("thaw() says of another version's answer that the functions were others", async () => {
  const workbook = await frozenAuction();
  const row = 7;
  workbook.enter("Auction!F2", 60);
  workbook.type({ sheet: "Soundings provenance", row, column: 9 }, "0.0.9");
  workbook.type({ sheet: "Soundings provenance", row, column: 11 }, fingerprint([[60]]));
  expect(await thawed(workbook)).toMatchObject({
    changed: [{ cell: "Auction!F2", was: "60", is: String(200 / 3), inputs: [], version: "0.0.9" }],
  });
});

test("thaw() waits for answers that are still to come, and names those that do not", async () => {
  const workbook = await frozenAuction();
  workbook.ours = "#BUSY!";
  let waits = 0;
  const pause = async () => {
    if (++waits < 3) return;
    workbook.ours = "answers";
    workbook.calculate();
  };
  expect(await thawed(workbook, { pause })).toMatchObject({ changed: [], waiting: [] });
  expect(waits).toBe(3);
  const slow = await frozenAuction();
  slow.ours = "#BUSY!";
  expect(await thawed(slow)).toMatchObject({
    formulas: 7,
    changed: [],
    waiting: expect.arrayContaining(["Auction!F2", "Cities!B1"]),
  });
});

test("thaw() says of a spill that has grown and found no room that it is #SPILL! now", async () => {
  const workbook = new Workbook({
    Lots: [
      ["city", "start", "deal"],
      ["A", 10, 10],
      ["B", 10, 5],
    ],
  });
  workbook.enter("Lots!A9", '=HPI_TABLE(A1:C4,"city")');
  await freeze(workbook.book(), options);
  const { rows, columns } = workbook.spill({ sheet: "Lots", row: 8, column: 0 });
  expect([rows, columns]).toEqual([1, 1]);
  for (const [i, cell] of ["C", 10, 0].entries()) workbook.enter(`Lots!${"ABC"[i]}4`, cell);
  workbook.enter("Lots!A12", "'mine");
  expect(await thawed(workbook)).toMatchObject({
    formulas: 1,
    changed: [{ cell: "Lots!A9", was: expect.stringContaining("3 rows"), is: "#SPILL!", inputs: ["Lots!A1:C4"] }],
  });
  expect(workbook.at("Lots!A12").value).toBe("mine");
});

test("thaw(this sheet) leaves the rows of other sheets in the provenance", async () => {
  const workbook = await frozenAuction();
  expect(await thawed(workbook, { scope: "sheet" })).toMatchObject({ formulas: 4, left: [], removed: [] });
  expect(provenance(workbook).map((row) => row["Sheet 工作表"])).toEqual(["Cities", "Cities", "Cities"]);
  workbook.active = "Cities";
  expect(await thawed(workbook, { scope: "sheet" })).toMatchObject({ formulas: 3, removed: ["Soundings provenance"] });
});

test("thaw() after two freezes of one cell puts back the later formula", async () => {
  const workbook = await frozenAuction();
  workbook.enter("Cities!B1", '=HPI_CITY("郑州","score")');
  await freeze(workbook.book(), { ...options, time: "2026-11-06T09:00:00+08:00" });
  expect(await thawed(workbook)).toMatchObject({
    formulas: 7,
    left: [{ cell: "Cities!B1" }],
    removed: ["Soundings provenance 2"],
  });
  expect(workbook.at("Cities!B1").formula).toBe('=HPI_CITY("郑州","score")');
});

test("thaw() reads a provenance sheet that was renamed, sorted and given rows and columns", async () => {
  const workbook = await frozenAuction();
  workbook.sheet("Soundings provenance").name = "来源";
  workbook.insertRow("来源", 0);
  expect(await thawed(workbook)).toMatchObject({ formulas: 7, removed: ["来源"] });
});

test("thaw() writes nothing that is no formula", async () => {
  const workbook = await frozenAuction();
  const row = 7;
  workbook.type({ sheet: "Soundings provenance", row, column: 3 }, "HPI(");
  workbook.type({ sheet: "Soundings provenance", row: row + 1, column: 3 }, "'=HPI(");
  const result = await thawed(workbook);
  expect(result.kind === "thawed" && result.left.map(({ reason }) => reason)).toEqual(
    Array(2).fill(expect.stringContaining("no formula")),
  );
});

test("thaw() changes nothing when the host refuses half-way", async () => {
  const workbook = await frozenAuction();
  const before = state(workbook);
  workbook.refuses = (kind, area) => (kind === "formulas" && area?.sheet === "Cities" ? "GeneralException" : undefined);
  expect(await thawed(workbook)).toEqual({ kind: "refused", reasons: ["The workbook refused the change: GeneralException"] });
  expect(state(workbook)).toEqual(before);
});

test("thaw() is refused where no sheet may be removed", async () => {
  const workbook = await frozenAuction();
  workbook.isStructureProtected = true;
  expect(await thawed(workbook)).toEqual({ kind: "refused", reasons: [expect.stringContaining("structure")] });
});

const content = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom("2022-07", "'2022-07", "'007", "TRUE", "text", "#N/A", "'=HPI(1)", ""),
);
const formula = fc.constantFrom(
  "=RENT_GAP(A1)",
  "=SND.RENT_GAP(A1,0.03)",
  '=ROUND(RENT_GAP(A2),1)&""',
  '=HPI_CITY("Atlantis")',
  "=IFERROR(HPI(A1:A3,A1:A3),0)",
  "=HPI_PARTS({10;20},{10;0})",
  "=HPI_BAND(HPI(A1:A2,{1;2}))",
  "=SUM(A1:A4)",
  "=A1*2",
);

test("freeze then thaw gives the same formulas and values in any workbook; in between none of ours is left and no value differs", async () => {
  const sheet = fc.array(fc.tuple(content, fc.oneof(content, formula), fc.constant(""), fc.oneof(content, formula)), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom("A", "B b", "房价"), { minLength: 1 }),
      fc.array(sheet, { minLength: 3, maxLength: 3 }),
      async (names, rows) => {
        const workbook = new Workbook(Object.fromEntries(names.map((name, i) => [name, rows[i] ?? []])));
        const before = state(workbook);
        const result = await freeze(workbook.book(), options);
        if (result.kind !== "frozen") {
          expect(state(workbook)).toEqual(before);
          return;
        }
        const { formulas, values } = state(workbook);
        expect(Object.values(formulas).filter((written) => /HPI|RENT/.test(written))).toEqual([]);
        expect(values).toMatchObject(before.values);
        expect(await thawed(workbook)).toMatchObject({ kind: "thawed", left: [], changed: [], removed: [result.page] });
        expect(state(workbook)).toEqual(before);
      },
    ),
    { numRuns: 30 },
  );
});
