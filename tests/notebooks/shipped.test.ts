/** The notebooks that ship: their form, that a fresh run shows what is committed, and the numbers that the pages rest on. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { type Checked, checkNotebook, differenceLines } from "../../notebooks/runner/index.js";

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

/** Each notebook runs once in the whole suite, when first asked for. */
const runs = new Map<string, Promise<Checked>>();

function checked(name: string): Promise<Checked> {
  const run = runs.get(name) ?? checkNotebook(folder + name);
  runs.set(name, run);
  return run;
}

function hasOutputs(name: string): boolean {
  const { cells } = JSON.parse(readFileSync(folder + name, "utf8")) as Shipped;
  return cells.some(({ outputs }) => outputs !== undefined && outputs.length > 0);
}

describe.each(names.filter(hasOutputs))("checkNotebook(%j)", (name) => {
  it("runs to its end and shows what is committed", { timeout: 240_000 }, async () => {
    const { report, differences } = await checked(name);
    expect(report.failure).toBeUndefined();
    expect(differenceLines(differences)).toBe("");
  });
});

/** What each cell shows as plain text, by the cell's id. */
async function shownBy(name: string): Promise<ReadonlyMap<string, string>> {
  const { report } = await checked(name);
  const cells = report.notebook.cells as unknown as readonly Cell[];
  const plain = ({ outputs }: Cell) => (outputs ?? []).map(({ data }) => String(data?.["text/plain"] ?? "")).join("\n");
  return new Map(cells.map((cell) => [cell.id, plain(cell)]));
}

describe("01-hpi.ipynb, run", () => {
  let shown: ReadonlyMap<string, string>;

  beforeAll(async () => {
    shown = await shownBy("01-hpi.ipynb");
  }, 240_000);

  it.each([
    ["ranking-claims", ["2.9"]],
    ["zhengzhou-steps", ["60.43", "59.68", "61.18", "60.27", "12.9%"]],
    ["rounds-implied", ["191.7", "443.9", "265.9", "253.5"]],
    ["rounds-tianjin", ["13.3", "9.8"]],
    ["revenue-chain", ["41,518", "41,501", "87,035"]],
    ["revenue-reading", ["52%", "15%", "30%", "29.8", "4,790.4 billion", "72%"]],
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

describe("04-soft-landing.ipynb, run", () => {
  let shown: ReadonlyMap<string, string>;

  beforeAll(async () => {
    shown = await shownBy("04-soft-landing.ipynb");
  }, 240_000);

  it.each([
    ["method-example", ["36", "9.8828%", "2.0119"]],
    ["relay-ledger", ["300 + 200 + 100"]],
    ["relay-count", ["41.5%", "27.5%", "12.9%"]],
    ["water-verdict", ["month 37", "month 7", "5.3%"]],
    ["water-table", ["10.3%", "37.2%", "55.2%", "28.2%", "23.8%"]],
    ["ledger-ladder", ["62.8%", "52% to 68%"]],
    ["checks-rest", ["42.1", "29", "53.6%–36.9%", "10.9%–7.4%", "22.9%"]],
  ])("shows in %s what was worked out beforehand", (cell, numbers) => {
    for (const number of numbers) expect(shown.get(cell)).toContain(number);
  });

  it("says why wherever a printed figure differs", () => {
    for (const cell of ["checks-relay", "checks-loans", "checks-rest"]) {
      expect(shown.get(cell)).toContain("DIFFERS");
      expect(shown.get(cell)).not.toContain("not explained yet");
    }
  });
});
