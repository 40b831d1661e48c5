/** The workbook that the tests freeze: lots with their index, its parts spilled, a card with months as texts, an error. */

import { qualified, single } from "../../addin/freeze/area.js";
import type { Held } from "../../addin/freeze/book.js";
import type { FreezeOptions } from "../../addin/freeze/freeze.js";
import { Workbook } from "./workbook.js";

export const options: FreezeOptions = {
  scope: "workbook",
  language: "en",
  time: "2026-11-05T14:03:22+08:00",
  pause: async () => {},
};

const lots = [
  [12.4, 12.4],
  [3.28, 0],
  [8.33, 9.35],
  [10, 10],
  [2, ""],
] as const;

export function auction(): Workbook {
  return new Workbook({
    Auction: [
      ["lot", "start", "deal"],
      [1, 10, 10, undefined, undefined, "=HPI({10;20},{0;20})", "=F2*2", undefined, "=HPI_PARTS(B2:B6,C2:C6)"],
      ...lots
        .slice(1)
        .map(([start, deal], i) => [
          i + 2,
          start,
          deal,
          ...(i === 0 ? [undefined, undefined, "=HPI_BAND(HPI(B2:B6,C2:C6))"] : []),
          ...(i === 1 ? [undefined, undefined, "=LAND_CUT(B4,10.73)"] : []),
        ]),
      [undefined, "=SUM(B2:B6)"],
    ],
    Cities: [
      ["Zhengzhou", '=HPI_CITY("郑州")'],
      ["Atlantis", '=HPI_CITY("Atlantis")'],
      [],
      ["when", '=BOTTOM_CARD("2025-09",0.577,0.6,0.08,0.0237,0.025,-0.008,-0.0025)'],
    ],
  });
}

/** Every formula, and every value that is not blank, by its cell. */
export function state(workbook: Workbook) {
  const { sheets } = workbook.snapshot();
  const formulas: Record<string, string> = {};
  const values: Record<string, Held> = {};
  for (const sheet of sheets) {
    for (const [i, cells] of sheet.values.entries()) {
      for (const [j, value] of cells.entries()) {
        const cell = qualified(single({ sheet: sheet.name, row: sheet.top + i, column: sheet.left + j }));
        const formula = sheet.formulas[i]?.[j] ?? "";
        if (formula !== "") formulas[cell] = formula;
        if (value !== null && value !== "") values[cell] = value;
      }
    }
  }
  return { formulas, values };
}

/** The rows of a provenance sheet by their headings. */
export function provenance(workbook: Workbook, name = "Soundings provenance"): Record<string, Held>[] {
  const sheet = workbook.snapshot().sheets.find((one) => one.name === name);
  const [from = 0] = sheet?.values.flatMap((cells, i) => (cells.includes("Formula 公式") ? [i] : [])) ?? [];
  const headings = sheet?.values[from] ?? [];
  return (sheet?.values.slice(from + 1) ?? []).map((cells) =>
    Object.fromEntries(headings.map((heading, i) => [String(heading), cells[i] ?? null])),
  );
}
