import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const cell = `
import { table, chart, compare, display, type Displayable } from "@soundings/display";
interface City { name: string; score: number }
const cities: City[] = [{ name: "Hefei", score: 99.2 }];
const shown: Displayable = table(cities, { columns: [{ key: "score", unit: "points", format: (row) => String(row.score) }] });
const drawn = chart({ data: [{ type: "bar", y: [1] }] }, { caption: { en: "a", zh: "b" }, alt: "a", source: "a" });
export const done: Promise<void>[] = [display(shown), display(drawn), display(compare([{ what: "a", published: 1, computed: null }]))];
`;

/** As tslab compiles cells, and stricter: the declarations of libraries are checked too. */
const compilerOptions = {
  noEmit: true,
  strict: true,
  target: "es2022",
  module: "commonjs",
  moduleResolution: "node10",
  lib: ["es2022"],
  types: [],
  skipLibCheck: false,
};

test("@soundings/display's declarations compile in a cell: tslab's TypeScript, node10 resolution, libraries checked", () => {
  // Below this folder, so that the package is found as a notebook finds it.
  const folder = mkdtempSync(join(fileURLToPath(new URL(".", import.meta.url)), "cell-"));
  try {
    writeFileSync(join(folder, "cell.ts"), cell);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["cell.ts"] }));
    const tslab = createRequire(createRequire(import.meta.url).resolve("tslab/package.json"));
    const tsc = tslab.resolve("@tslab/typescript-for-tslab/lib/tsc.js");
    const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
