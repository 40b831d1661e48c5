/**
 * LibreOffice opens soundings-examples.xlsx and keeps every stored answer: what a colleague without the add-in sees.
 * Needs LibreOffice (apt-get install libreoffice-calc-nogui); without it the test says so and has not passed.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { read, utils } from "xlsx";
import { examplesWorkbook, workbookSheets } from "../../addin/workbook/workbook.js";
import { libreOffice as program } from "./libreoffice.js";

/** LibreOffice writes numbers with fifteen. */
const fifteenDigits = 1e-14;

function relativeDifference(seen: number, wanted: number): number {
  return wanted === 0 ? Math.abs(seen) : Math.abs(seen - wanted) / Math.abs(wanted);
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "soundings-office-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("LibreOffice shows every answer of the workbook as it was stored", (context) => {
  if (program === undefined) return context.skip("LibreOffice is not installed: apt-get install libreoffice-calc-nogui");
  const [file, opened] = [join(folder, "examples.xlsx"), join(folder, "opened")];
  writeFileSync(file, examplesWorkbook());
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const run = spawnSync(program, ["--headless", profile, "--convert-to", "xlsx", "--outdir", opened, file], { timeout: 60_000 });
  expect(run.status, String(run.stderr)).toBe(0);
  const { Sheets } = read(readFileSync(join(opened, "examples.xlsx")));
  for (const [name, cells] of workbookSheets()) {
    for (const { row, column, value, formula } of cells) {
      const at = utils.encode_cell({ r: row, c: column });
      const seen: unknown = Sheets[name]?.[at]?.v;
      const where = `${name} ${at} ${formula ?? ""}`;
      if (typeof value === "number") expect(relativeDifference(Number(seen), value), where).toBeLessThan(fifteenDigits);
      else expect(seen, where).toBe(value);
    }
  }
}, 90_000);
