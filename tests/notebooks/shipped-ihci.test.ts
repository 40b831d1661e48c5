/** 02-ihci.ipynb, run: the numbers its page rests on, worked out beforehand by another program, come out of a fresh run. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../../notebooks/runner/index.js";

interface Cell {
  readonly id: string;
  readonly outputs?: readonly { readonly data?: Readonly<Record<string, unknown>> }[];
}

describe("02-ihci.ipynb, run", () => {
  let shown: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const report = await runNotebook(fileURLToPath(new URL("../../notebooks/02-ihci.ipynb", import.meta.url)));
    expect(report.failure).toBeUndefined();
    const plain = ({ outputs }: Cell) => (outputs ?? []).map(({ data }) => String(data?.["text/plain"] ?? "")).join("\n");
    shown = new Map((report.notebook.cells as unknown as readonly Cell[]).map((cell) => [cell.id, plain(cell)]));
  }, 240_000);

  it.each([
    ["method-example", ["3,241", "5,824", "7,293", "10,611"]],
    ["published", ["agrees", "-40%", "2–5", "3.5–8.0"]],
    ["resets", ["30.0%", "20.0%", "5.0%", "3.2%", "1.7%"]],
    ["rules", ["31 / 31", "8 / 31", "4.0%"]],
    ["weights", ["2,864", "12.4×"]],
    ["multiples", ["9.42×", "9.13×", "6.98×", "1.65×", "1.32×", "1,463–8,668", "35,376"]],
    ["then-now", ["8.9×", "2.5×", "1.4×"]],
    ["layers-table", ["52%", "2021-07", "-31%"]],
    ["sensitivity-zones", ["9.31× C", "5.18× C", "2.97× B", "1.01× A"]],
    ["own-data-run", ["12,899", "4.1×"]],
  ])("shows in %s what was worked out beforehand", (cell, numbers) => {
    for (const number of numbers) expect(shown.get(cell)).toContain(number);
  });

  it("says no data where there is none, and gives no city a pass on industry", () => {
    expect(shown.get("screens")).toMatch(/Chongqing\s重庆 +no data +no data +no data +no data/);
    expect(shown.get("answer")).toMatch(/all three screens +0 /);
  });
});
