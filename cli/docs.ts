/** `soundings docs`: write the handbook from the catalogue, or check that what is committed is what would be written. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { handbook } from "./handbook.js";
import { root } from "./root.js";
import { writeWhole } from "./steps.js";

/** The generated files, by their path from the checkout's top. */
export function generatedDocs(): ReadonlyMap<string, string> {
  return new Map([
    ["FUNCTIONS.md", handbook("en")],
    ["FUNCTIONS.zh.md", handbook("zh")],
  ]);
}

/** Write the handbook; with --check, only say which files would change. */
export function docs(args: readonly string[]): number {
  const stale = [...generatedDocs()].filter(([path, text]) => readOrEmpty(join(root, path)) !== text);
  if (args.includes("--check")) {
    for (const [path] of stale) process.stderr.write(`soundings: ${path} is not what the catalogue says; type: npm run docs\n`);
    return stale.length === 0 ? 0 : 1;
  }
  for (const [path, text] of stale) writeWhole(join(root, path), text);
  process.stderr.write(`soundings: ${stale.length === 0 ? "nothing changed" : stale.map(([path]) => path).join(", ")}\n`);
  return 0;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
