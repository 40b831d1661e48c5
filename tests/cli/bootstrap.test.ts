/** The first step of every command, in a stand-in for a fresh clone: nothing is downloaded. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { until } from "./commands.js";

const sources = fileURLToPath(new URL("../../cli/", import.meta.url));
let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "clone-"));
  for (const folder of ["cli", "core", "addin", "notebooks", "tests", "bin"]) mkdirSync(join(clone, folder));
  for (const file of ["bootstrap.mjs", "lock.mjs"]) copyFileSync(join(sources, file), join(clone, "cli", file));
  writeFileSync(join(clone, "package-lock.json"), "{}");
  writeFileSync(join(clone, "tsconfig.json"), "{}");
  // Installs a compiler that writes the program; each says when it begins and ends.
  const compiler = `const { appendFileSync, mkdirSync, writeFileSync } = require("node:fs");
    appendFileSync("log", "build\\n");
    mkdirSync("dist/cli", { recursive: true });
    writeFileSync("dist/package.json", '{"type":"module"}');
    writeFileSync("dist/cli/main.js", "export const main = () => { console.log('ran'); return 0; };");`;
  writeFileSync(join(clone, "compiler.cjs"), compiler);
  const npm =
    "#!/bin/sh\necho begin >> log\nsleep 2\nmkdir -p node_modules/typescript/bin\ncp compiler.cjs node_modules/typescript/bin/tsc\necho end >> log\n";
  writeFileSync(join(clone, "bin", "npm"), npm, { mode: 0o755 });
});
afterEach(() => rmSync(clone, { recursive: true }));

function start(): { child: ChildProcess; said: () => string; closed: Promise<unknown[]> } {
  const env = { ...process.env, PATH: `${join(clone, "bin")}${delimiter}${process.env.PATH}` };
  const child = spawn(process.execPath, [join(clone, "cli", "bootstrap.mjs")], { cwd: clone, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  return { child, said: () => said, closed: once(child, "close") };
}

const log = () => (existsSync(join(clone, "log")) ? readFileSync(join(clone, "log"), "utf8").trim().split("\n") : []);
const lock = () => join(clone, ".cache", "bootstrap-lock");

describe.skipIf(process.platform === "win32")("bootstrap.mjs", () => {
  it("installs and builds once when two commands start at once; the second says that it waits", { timeout: 60_000 }, async () => {
    const first = start();
    await until(() => log().includes("begin"), "the first command's install");
    const second = start();
    expect([(await first.closed)[0], (await second.closed)[0]]).toEqual([0, 0]);
    expect(log()).toEqual(["begin", "end", "build"]);
    expect(second.said()).toContain(`another command (process ${first.child.pid}) is installing or building; waiting for it`);
    expect([first.said(), second.said()]).toEqual([expect.stringContaining("ran"), expect.stringContaining("ran")]);
    expect(readdirSync(join(clone, ".cache"))).toEqual([]);
  });

  it("does not wait for a command that was killed", { timeout: 60_000 }, async () => {
    const killed = start();
    await until(() => log().includes("begin"), "the install");
    killed.child.kill("SIGKILL");
    await killed.closed;
    expect(existsSync(lock())).toBe(true);
    const next = start();
    expect((await next.closed)[0]).toBe(0);
    expect(next.said()).not.toContain("waiting");
    expect(readdirSync(join(clone, ".cache"))).toEqual([]);
  });

  it("gives the lock back when the install fails", { timeout: 60_000 }, async () => {
    writeFileSync(join(clone, "bin", "npm"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const failed = start();
    expect((await failed.closed)[0]).toBe(1);
    expect(failed.said()).toContain("npm ci failed");
    expect(existsSync(lock())).toBe(false);
  });
});
