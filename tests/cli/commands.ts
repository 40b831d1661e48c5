/** The built commands as processes of their own, to be stopped in the middle, and what they then leave behind. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const script = `import(${JSON.stringify(`file://${main}`)}).then(async ({ main }) => { process.exitCode = await main(process.argv.slice(1)); })`;

export interface Started {
  readonly child: ChildProcess;
  /** All that the command said on stderr so far. */
  said(): string;
  readonly closed: Promise<number | null>;
}

/** Starts a command in a process group of its own, as a terminal does. */
export function start(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, ["-e", script, "--", ...args], { cwd, detached: true, env: { ...process.env, ...env } });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const closed = once(child, "close").then(([code]) => code as number | null);
  return { child, said: () => said, closed };
}

/** Command lines of the running processes that name a word. */
export function runningWith(word: string): string[] {
  const { stdout } = spawnSync("ps", ["-eo", "stat=,args="], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.includes(word) && !line.startsWith("Z"));
}

/** Waits until a condition holds; says what did not come. */
export async function until(condition: () => boolean, what: string, milliseconds = 20_000): Promise<void> {
  const step = 25;
  for (let waited = 0; !condition(); waited += step) {
    if (waited > milliseconds) throw new Error(`in vain waited for ${what}`);
    await delay(step);
  }
}
