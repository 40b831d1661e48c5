import { catalog } from "soundings";
import { expect, test } from "vitest";
import { groupByReport, search } from "../../addin/taskpane/search.js";

const found = (query: string) => search(catalog, query).map((d) => d.id);

test("search(catalog, '') keeps every function, in the catalogue's order", () => {
  expect(found("")).toEqual(catalog.map((d) => d.id));
});

test("search(catalog, '保值力') finds HPI by its Chinese summary, before functions that only mention it", () => {
  expect(found("保值力").slice(0, 2)).toEqual(["HPI", "HPI_PARTS"]);
});

test("search(catalog, …) takes names in any case and width, and parts of words", () => {
  expect(found("hpi_coef")).toEqual(["HPI_COEF"]);
  expect(found("ＨＰＩ＿ＣＯＥＦ")).toEqual(["HPI_COEF"]);
  expect(found("preserv")).toContain("HPI");
});

test("search(catalog, …) wants every word, in either language", () => {
  expect(found("兜底 token PREMIUM")).toContain("IS_BACKSTOP");
  expect(found("HPI zzzz")).toEqual([]);
});

test("groupByReport(catalog) holds every function once, under the report that its source names", () => {
  const groups = groupByReport(catalog);
  expect(groups.flatMap((g) => g.definitions).length).toBe(catalog.length);
  expect(new Set(groups.map((g) => g.report.id)).size).toBe(groups.length);
  for (const { report, definitions } of groups) expect(definitions.every((d) => d.source.report.id === report.id)).toBe(true);
});
