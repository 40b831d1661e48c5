/** 03-bottoming.ipynb: the numbers that its page rests on come out of a fresh run. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { type RunReport, runNotebook } from "../../notebooks/runner/index.js";

interface Cell {
  readonly id: string;
  readonly outputs?: readonly { readonly data?: Readonly<Record<string, unknown>> }[];
}

const path = fileURLToPath(new URL("../../notebooks/03-bottoming.ipynb", import.meta.url));

function plainTexts({ notebook }: RunReport): ReadonlyMap<string, string> {
  const cells = notebook.cells as unknown as readonly Cell[];
  const plain = ({ outputs }: Cell) => (outputs ?? []).map(({ data }) => String(data?.["text/plain"] ?? "")).join("\n");
  return new Map(cells.map((cell) => [cell.id, plain(cell)]));
}

describe("03-bottoming.ipynb, run", () => {
  let shown: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const report = await runNotebook(path);
    expect(report.failure).toBeUndefined();
    shown = plainTexts(report);
  }, 240_000);

  it.each([
    ["share-clock", ["3.5 (2026-01)", "4.6 (2026-02)", "67.1%", "4.5%"]],
    ["clock-compare", ["7.08", "9.66"]],
    ["surface-table", ["1.7", "9.7", "13.7", "31.2", "42.6"]],
    ["tiers-table", ["14.0–36.3", "2026-11 to 2028-10", "there already", "-2.9%"]],
    ["episodes", ["30", "-20", "-32"]],
    ["user-cost-table", ["+3.1%", "5.6%", "+0.1%"]],
    ["abroad-compare", ["1.6%"]],
    ["income-table", ["21.2", "4.5", "5.7", "2.8"]],
    ["income-levels", ["16.4", "2020-12", "2020-08", "2019-08"]],
    ["screen-cities", ["-0.6%", "-0.2%"]],
    ["scores-yield", ["2.40%"]],
    ["own-data-run", ["2.08%"]],
  ])("shows in %s what was worked out beforehand", (cell, numbers) => {
    for (const number of numbers) expect(shown.get(cell)).toContain(number);
  });

  it("finds exactly one net yield abroad that differs", () => {
    expect(shown.get("abroad-compare")?.match(/DIFFERS/g)).toHaveLength(1);
  });

  it("explains every difference that it shows", () => {
    for (const text of shown.values()) expect(text).not.toContain("not explained yet");
  });
});
