/**
 * LibreOffice opens a frozen workbook and shows every value as it was frozen: what a colleague without the add-in sees.
 * Needs LibreOffice (apt-get install libreoffice-calc-nogui); without it the test says so and has not passed.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { read } from "xlsx";
import { areaAt } from "../../addin/freeze/area.js";
import type { Change, Held } from "../../addin/freeze/book.js";
import { fingerprint } from "../../addin/freeze/fingerprint.js";
import { freeze } from "../../addin/freeze/freeze.js";
import { thaw } from "../../addin/freeze/thaw.js";
import { asXlsx, shownIn } from "../freeze/as-xlsx.js";
import { auction, options, state } from "../freeze/auction.js";
import { Workbook } from "../freeze/workbook.js";
import { libreOffice } from "./libreoffice.js";

const missing = "LibreOffice is not installed: apt-get install libreoffice-calc-nogui";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "soundings-frozen-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opened, calculated anew where it thinks fit, and saved by LibreOffice: what its cells show. */
function throughLibreOffice(program: string, workbook: Workbook, name: string): Record<string, unknown> {
  const [file, opened] = [join(folder, `${name}.xlsx`), join(folder, "opened")];
  writeFileSync(file, asXlsx(workbook));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const run = spawnSync(program, ["--headless", profile, "--convert-to", "xlsx", "--outdir", opened, file], { timeout: 60_000 });
  expect(run.status, String(run.stderr)).toBe(0);
  return shownIn(read(readFileSync(join(opened, `${name}.xlsx`))).Sheets);
}

it(
  "LibreOffice shows every value of a frozen workbook as it was frozen, and its formulas can still be thawed from what LibreOffice saved",
  (context) =>
    check(context, async (program) => {
      const workbook = auction();
      const before = state(workbook).values;
      await freeze(workbook.book(), options);
      const shown = throughLibreOffice(program, workbook, "frozen");
      for (const [cell, value] of Object.entries(before)) {
        expect([cell, fingerprint([[(shown[cell] ?? null) as Held]])], String(shown[cell])).toEqual([
          cell,
          fingerprint([[value]]),
        ]);
      }
      expect(shown["Soundings provenance!D8"]).toBe("=HPI({10;20},{0;20})");
      const back = new Workbook(Object.fromEntries(workbook.sheets.map(({ name }) => [name, []])));
      await back.book().change(Object.entries(shown).map(valueChange));
      const result = await thaw(back.book(), { scope: "workbook", language: "en", pause: async () => {} });
      expect(result).toMatchObject({ kind: "thawed", formulas: 7, left: [], changed: [] });
    }),
  90_000,
);

it(
  "of the same workbook not frozen LibreOffice loses answers that are texts: the test can fail",
  (context) =>
    check(context, async (program) => {
      const shown = throughLibreOffice(program, auction(), "live");
      expect(shown["Auction!F3"]).toEqual({ error: "#NAME?" });
    }),
  90_000,
);

function valueChange([cell, value]: [string, unknown]): Change {
  const at = cell.lastIndexOf("!");
  const area = areaAt(cell.slice(0, at), cell.slice(at + 1)) ?? expect.fail(cell);
  return { kind: "values", area, values: [[value as Held]] };
}

async function check(context: { skip(note: string): void }, work: (program: string) => Promise<void>): Promise<void> {
  if (libreOffice === undefined) context.skip(missing);
  else await work(libreOffice);
}
