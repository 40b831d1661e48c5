/** The handbook: what is committed is what the catalogue says, and nothing in it is missing. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalog, errata } from "soundings";
import { describe, expect, it } from "vitest";
import { generatedDocs } from "../../cli/docs.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");

describe.each([...generatedDocs()])("%s", (path, text) => {
  it("is what `npm run docs` writes", () => {
    expect(read(path) === text, `${path} is stale; type: npm run docs`).toBe(true);
  });

  it("has every function and every mistake of the reports", () => {
    expect(catalog.filter(({ id }) => !text.includes(`### ${id}\n`)).map(({ id }) => id)).toEqual([]);
    expect(errata.filter(({ id }) => !text.includes(`\`${id}\``)).map(({ id }) => id)).toEqual([]);
  });
});

describe("README.zh.md", () => {
  it("has the commands and formulas of README.md, and no others", () => {
    const typed = (path: string) => read(path).match(/^(?:npm|npx|=).*?(?= {2}|$)/gm);
    expect(typed("README.zh.md")).toEqual(typed("README.md"));
  });
});

describe.each([
  "README.md",
  "README.zh.md",
  "KNOWN-DIFFERENCES.md",
  "notebooks/data/SOURCES.md",
  "FUNCTIONS.md",
  "FUNCTIONS.zh.md",
])("%s", (path) => {
  it("links only to files that are there", () => {
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });
});
