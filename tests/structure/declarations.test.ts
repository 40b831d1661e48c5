/** Core's emitted declarations must compile under the TypeScript that tslab bundles, as a notebook sees them. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const compiler = join(root, "node_modules/@tslab/typescript-for-tslab/bin/tsc");
const options = [
  "--noEmit",
  "--strict",
  "--moduleResolution",
  "node10",
  "--module",
  "commonjs",
  "--target",
  "es2022",
  "--lib",
  "es2022",
];

function compile(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), "soundings-declarations-"));
  try {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    writeFileSync(join(folder, "cell.ts"), source);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { types: [] } }));
    execFileSync(process.execPath, [compiler, ...options, "--typeRoots", join(folder, "none"), join(folder, "cell.ts")], {
      stdio: "pipe",
    });
    return "";
  } catch (error) {
    return String((error as { stdout?: Buffer }).stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it("tslab's TypeScript 5.0.4 compiles core's declarations", () => {
  const cell =
    'import { catalog, hpi, hpiParts } from "soundings";\nexport const answer: number = hpi([1], [2], { cut: [0.1] }) + catalog.length;\nexport const band: string = hpiParts([1], [1]).band;\n';
  expect(compile(cell)).toBe("");
});

it("tslab's TypeScript 5.0.4 refuses a wrong argument to core", () => {
  expect(compile('import { hpi } from "soundings";\nexport const answer = hpi("1", [2]);\n')).toContain("TS2345");
});
