/** Every data file is described in SOURCES.md, and is the file that was described. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../../../notebooks/data/", import.meta.url);
const sources = readFileSync(new URL("SOURCES.md", folder), "utf8");
const files = readdirSync(folder).filter((name) => name !== "SOURCES.md");

/** Rows and hash by file name, from the table at the top. */
const listed = new Map(
  Array.from(sources.matchAll(/^\| ([\w.-]+) \| (\d+) \| ([0-9a-f]{64}) \|$/gm), ([, name = "", rows, sha256]) => [
    name,
    { rows: Number(rows), sha256 },
  ]),
);

describe("notebooks/data", () => {
  it("lists every file, and no other", () => {
    expect([...listed.keys()].sort()).toEqual(files.sort());
  });

  it.each(files)("holds %s as it was described", (name) => {
    const bytes = readFileSync(new URL(name, folder));
    const lines = bytes.toString("utf8").trimEnd().split("\n").length;
    expect({ rows: lines - 1, sha256: createHash("sha256").update(bytes).digest("hex") }).toEqual(listed.get(name));
  });

  it.each(files)("says publisher, limits or licence of %s in a section of its own", (name) => {
    const section = sources.split(/^## /m).find((part) => part.startsWith(name)) ?? "";
    expect(section).toMatch(/\*\*What:\*\*/);
    expect(section).toMatch(/\*\*Licence:\*\*/);
  });
});
