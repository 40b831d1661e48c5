/**
 * What the tests of other people's Jupyter tools share. Here: skipping with a reason, running a program. Not here: the
 * environment itself, which the benchmark needs too (cli/bench/peers.ts).
 */
import { spawn } from "node:child_process";
import type { TestContext } from "vitest";

export { jupyterHome, type Peers, preparePeers } from "../../cli/bench/peers.js";

/** Ends the test as skipped, with the reason in the report, when its tool could not be had. */
export function needs(context: TestContext, missing: string | undefined): void {
  if (missing === undefined) return;
  console.warn(`NOT TESTED: ${context.task.name}: ${missing}`);
  context.skip(missing);
}

export interface Ended {
  readonly code: number | null;
  /** Standard output and standard error as they came. */
  readonly text: string;
}

/** Runs one program to its end. */
export function run(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, text }));
  });
}
