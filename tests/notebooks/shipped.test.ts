/** The notebooks that ship: their form, and that the numbers their pages rest on come out of a fresh run. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../../notebooks/runner/index.js";

interface Cell {
  readonly cell_type: string;
  readonly id: string;
  readonly source: readonly string[];
  readonly metadata: { readonly soundings?: { readonly zh?: string } };
  readonly outputs?: readonly { readonly data?: Readonly<Record<string, unknown>> }[];
}
interface Shipped {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: { readonly kernelspec: { readonly name: string } };
  readonly cells: readonly Cell[];
}

const folder = fileURLToPath(new URL("../../notebooks/", import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

describe.each(names)("%s", (name) => {
  const notebook = JSON.parse(readFileSync(folder + name, "utf8")) as Shipped;

  it("is nbformat 4.5 for the soundings kernel, with an id of its own for every cell", () => {
    expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5]);
    expect(notebook.metadata.kernelspec.name).toBe("soundings");
    const ids = notebook.cells.map(({ id }) => id);
    expect(ids.filter((id) => !/^[\w-]{1,64}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("says every text cell in Chinese too, with the same headings", () => {
    const texts = notebook.cells.filter(({ cell_type }) => cell_type === "markdown");
    const untranslated = texts.filter(({ metadata }) => !/[\u4e00-\u9fff]/.test(metadata.soundings?.zh ?? ""));
    expect(untranslated.map(({ id }) => id)).toEqual([]);
    const headings = (text: string) => text.split("\n").flatMap((line) => /^#+ /.exec(line) ?? []);
    for (const { source, metadata } of texts) expect(headings(metadata.soundings?.zh ?? "")).toEqual(headings(source.join("")));
  });
});

describe("01-hpi.ipynb, run", () => {
  let shown: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const report = await runNotebook(`${folder}01-hpi.ipynb`);
    expect(report.failure).toBeUndefined();
    const cells = report.notebook.cells as unknown as readonly Cell[];
    const plain = ({ outputs }: Cell) => (outputs ?? []).map(({ data }) => String(data?.["text/plain"] ?? "")).join("\n");
    shown = new Map(cells.map((cell) => [cell.id, plain(cell)]));
  }, 240_000);

  it.each([
    ["ranking-claims", ["2.9"]],
    ["zhengzhou-steps", ["60.43", "59.68", "61.18", "60.27", "12.9%"]],
    ["rounds-implied", ["191.7", "443.9", "265.9", "253.5"]],
    ["rounds-tianjin", ["13.3", "9.8"]],
    ["backtest-coverage", ["苏州", "佛山", "东莞"]],
    ["backtest-table", ["0.61", "0.48", "0.38", "0.28", "-26.4%", "-16.3%"]],
    ["verdict", ["one-year signal"]],
    ["own-data-run", ["39.9"]],
  ])("shows in %s what was worked out beforehand", (cell, numbers) => {
    for (const number of numbers) expect(shown.get(cell)).toContain(number);
  });

  it("finds no statement of the ranking that differs", () => {
    expect(shown.get("ranking-claims")).not.toContain("DIFFERS");
  });
});
