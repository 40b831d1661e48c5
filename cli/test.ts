/** `npm test`: lint, find a browser, run every test. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureBrowser } from "./chromium.js";
import { root } from "./root.js";

/**
 * Run all checks, or only the tests whose path matches a filter.
 * @param filters words that Vitest takes: paths or parts of them
 */
export function test(filters: readonly string[]): number {
  const say = (line: string) => process.stderr.write(`soundings: ${line}\n`);
  try {
    say(`browser tests use ${ensureBrowser(say)}`);
  } catch (error) {
    say((error as Error).message);
    return 1;
  }
  say("checking format and lint …");
  if (!run("node_modules/@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."])) return 1;
  say("running the tests …");
  return run("node_modules/vitest/vitest.mjs", ["run", ...filters]) ? 0 : 1;
}

function run(program: string, args: readonly string[]): boolean {
  return spawnSync(process.execPath, [join(root, program), ...args], { cwd: root, stdio: "inherit" }).status === 0;
}
