/** A kernel whose parent is gone must go too, even from a loop that never ends, with all that its cells started. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { kernelCommand } from "../../../notebooks/kernel/index.js";
import { KernelClient } from "../../../notebooks/runner/client.js";
import { createConnectionFile } from "../../../notebooks/runner/connection.js";
import { freshFolder } from "../notebook-file.js";
import { eventually, isAlive } from "./live-kernel.js";

it("the kernel ends within seconds of its parent's death, in the middle of an endless loop, with what it started", async () => {
  const folder = freshFolder();
  const file = await createConnectionFile();
  const script = join(folder, "parent.mjs");
  writeFileSync(
    script,
    `import { spawn } from "node:child_process";
     const [program, ...args] = ${JSON.stringify(kernelCommand(file.path))};
     const child = spawn(program, args, { detached: true, stdio: "ignore" });
     console.log(child.pid);
     setInterval(() => {}, 1000);`,
  );
  const parent = spawn(process.execPath, [script], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const [chunk] = await once(parent.stdout, "data");
  const pid = Number(String(chunk));
  const client = new KernelClient(
    file.connection,
    () => {},
    () => {},
  );
  try {
    await client.ready();
    const code = [
      'import { spawn } from "node:child_process";',
      'import { writeFileSync } from "node:fs";',
      'writeFileSync("sleeper.pid", String(spawn("sleep", ["9872"]).pid));',
      "await null;",
      "for (;;) {}",
    ];
    client.request("execute_request", { code: code.join("\n") });
    const sleeper = join(folder, "sleeper.pid");
    expect(await eventually(() => existsSync(sleeper) && readFileSync(sleeper, "utf8") !== "", 20_000)).toBe(true);
    const started = Number(readFileSync(sleeper, "utf8"));
    expect([isAlive(pid), isAlive(started)]).toEqual([true, true]);
    parent.kill("SIGKILL");
    expect(await eventually(() => !isAlive(pid), 8000)).toBe(true);
    expect(await eventually(() => hasEnded(started), 2000)).toBe(true);
  } finally {
    client.close();
    parent.kill("SIGKILL");
    file.remove();
  }
});

/** Ended, be it that nobody has waited for it: where process 1 does not, it stays as a zombie. */
function hasEnded(pid: number): boolean {
  return !isAlive(pid) || /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
}
