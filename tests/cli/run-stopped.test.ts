/** `soundings run` when its terminal closes or Ctrl-C comes twice: nothing stays, neither process nor folder. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createConnectionFile } from "../../notebooks/runner/connection.js";
import { freshFolder, notebookFile } from "../notebooks/notebook-file.js";
import { runningWith, start, until } from "./commands.js";

const folder = freshFolder();
const temporary = mkdtempSync(join(tmpdir(), "run-"));
process.env.TMPDIR = temporary;
afterAll(() => rmSync(temporary, { recursive: true }));

describe.skipIf(process.platform === "win32")("soundings run, stopped", () => {
  notebookFile(folder, "slow", [
    'import { spawn } from "node:child_process";\nspawn("sleep", ["9873"]);\n"first"',
    "await new Promise(() => {});",
  ]);

  it.each([
    ["the terminal's closing", ["SIGHUP", "SIGHUP"]],
    ["Ctrl-C twice", ["SIGINT", "SIGINT"]],
  ] as const)("%s ends what cells started and leaves no folder", { timeout: 120_000 }, async (_, signals) => {
    const { child, said, closed } = start(["run", "slow", "--output", "stopped"], folder);
    await until(() => said().includes("[1/2] ok"), "the first cell");
    expect(runningWith("sleep 9873")).toHaveLength(1);
    for (const signal of signals) child.kill(signal);
    expect(await closed).toBe(130);
    await until(() => runningWith("sleep 9873").length === 0, "the end of what the cell started", 2000);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("writes what ran when the terminal closes and takes stderr with it", { timeout: 120_000 }, async () => {
    rmSync(join(folder, "stopped"), { recursive: true, force: true });
    const { child, said, closed } = start(["run", "slow", "--output", "stopped"], folder);
    await until(() => said().includes("[1/2] ok"), "the first cell");
    child.stderr?.destroy();
    child.kill("SIGHUP");
    expect(await closed).toBe(130);
    const { cells } = JSON.parse(readFileSync(join(folder, "stopped", "slow.ipynb"), "utf8"));
    expect(cells[1].outputs).toMatchObject([{ output_type: "error", ename: "Stopped" }]);
  });
});

describe("createConnectionFile()", () => {
  it("leaves nothing when the process exits in the middle of a run", () => {
    const connection = new URL("../../dist/notebooks/runner/connection.js", import.meta.url);
    const script = `const { createConnectionFile } = await import("${connection}");
      console.log((await createConnectionFile()).path); process.exit(1);`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(stdout).toContain(temporary);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("removes the folder of a runner that was killed long ago, and no other", async () => {
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    const [old, fresh, running] = [`soundings-${gone}-aaaaaa`, `soundings-${gone}-bbbbbb`, `soundings-${process.pid}-cccccc`];
    for (const name of [old, fresh, running]) mkdirSync(join(temporary, name));
    const yesterday = Date.now() / 1000 - 86_400;
    for (const name of [old, running]) utimesSync(join(temporary, name), yesterday, yesterday);
    (await createConnectionFile()).remove();
    expect([old, fresh, running].map((name) => existsSync(join(temporary, name)))).toEqual([false, true, true]);
  });
});
