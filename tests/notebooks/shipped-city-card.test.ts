/** 05-city-card.ipynb: a city that all lenses can read, and one with gaps. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { type RunReport, runNotebook } from "../../notebooks/runner/index.js";

interface Cell {
  readonly id: string;
  readonly outputs?: readonly { readonly data?: Readonly<Record<string, unknown>> }[];
}

const path = fileURLToPath(new URL("../../notebooks/05-city-card.ipynb", import.meta.url));
const minute = 60_000;

function run(city?: string): Promise<RunReport> {
  if (city === undefined) return runNotebook(path);
  return runNotebook(path, { parameters: new Map([["city", { text: city }]]), checkTypes: false });
}

function shownBy({ notebook, failure }: RunReport): { text: (id: string) => string; machine: Readonly<Record<string, unknown>> } {
  expect(failure).toBeUndefined();
  const cells = notebook.cells as unknown as readonly Cell[];
  const data = (id: string) => (cells.find((cell) => cell.id === id)?.outputs ?? []).map((output) => output.data ?? {});
  const text = (id: string) =>
    data(id)
      .map((bundle) => String(bundle["text/plain"] ?? ""))
      .join("\n");
  return { text, machine: data("row")[0]?.["application/json"] as Readonly<Record<string, unknown>> };
}

describe("05-city-card.ipynb, run as it is for 福州", () => {
  let shown: ReturnType<typeof shownBy>;

  beforeAll(async () => {
    shown = shownBy(await run());
  }, 2 * minute);

  it.each([
    [
      "card",
      [
        "4 of 4 lenses",
        "27.7 points, low band; rank 17 of 20",
        "4.1×, zone C",
        "8 prices of 1997–2008",
        "7.1 months, by 2026-05",
      ],
    ],
    ["card", ["the mean of the second tier in report 002", "a stand-in", "2022‑07", "owe 84% of the value"]],
    ["path", ["-22.8%", "2021-07"]],
    ["distances", ["+12.3 points to mid-low", "3.0× at 9,527 yuan/m²", "-2.0%", "5.7×", "71.2 months"]],
  ])("shows in %s what was worked out beforehand", (cell, numbers) => {
    for (const number of numbers) expect(shown.text(cell)).toContain(number);
  });

  it("hands the card and the 70 cities with two lenses or more to machines", () => {
    expect(shown.machine.card).toMatchObject({
      city: "福州",
      hpi: 27.7,
      zone: "C",
      yield_quality: "standIn",
      underwater_share: 0,
    });
    expect(shown.machine.cities).toHaveLength(70);
  });
});

describe("05-city-card.ipynb, run for Suzhou", () => {
  it(
    "says no data for three lenses, and guesses nothing",
    async () => {
      const { text, machine } = shownBy(await run("Suzhou"));
      expect(text("card")).toContain("68.9 points");
      expect(text("card").match(/yield to its anchor +no data +no data +no data/)).not.toBeNull();
      expect(text("path")).toContain("No price path");
      expect(machine.card).toMatchObject({ lenses: ["land"], multiple: null, months_to_anchor: null, underwater_share: null });
    },
    2 * minute,
  );
});
