/** A kernel whose parent is gone must go too, even from a loop that never ends. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { kernelCommand } from "../../../notebooks/kernel/index.js";
import { KernelClient } from "../../../notebooks/runner/client.js";
import { createConnectionFile } from "../../../notebooks/runner/connection.js";
import { freshFolder } from "../notebook-file.js";
import { eventually, isAlive } from "./live-kernel.js";

it("the kernel ends within seconds of its parent's death, in the middle of an endless loop", async () => {
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
    client.request("execute_request", { code: "await null; for (;;) {}" });
    expect(isAlive(pid)).toBe(true);
    parent.kill("SIGKILL");
    expect(await eventually(() => !isAlive(pid), 8000)).toBe(true);
  } finally {
    client.close();
    parent.kill("SIGKILL");
    file.remove();
  }
});
