/** A frozen workbook as a file: what someone without the add-in gets. */
import { expect, test } from "vitest";
import { read } from "xlsx";
import { freeze } from "../../addin/freeze/freeze.js";
import { asXlsx, shownIn } from "./as-xlsx.js";
import { auction, options, state } from "./auction.js";

test("a frozen workbook's file has every value, no function of ours, and its provenance as texts", async () => {
  const workbook = auction();
  const before = state(workbook).values;
  await freeze(workbook.book(), options);
  const { Sheets } = read(asXlsx(workbook));
  const shown = shownIn(Sheets);
  for (const [cell, value] of Object.entries(before)) expect([cell, shown[cell]]).toEqual([cell, value]);
  const formulas = Object.values(Sheets).flatMap((sheet) => Object.values(sheet).flatMap((cell) => cell?.f ?? []));
  expect(formulas).toEqual(["F2*2", "SUM(B2:B6)"]);
  expect(Sheets["Soundings provenance"]?.D8).toMatchObject({ t: "s", v: "=HPI({10;20},{0;20})" });
});
