/** What cells can do to a kernel, and what is left of it afterwards. Each test has a kernel of its own. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { printedLimit } from "../../../notebooks/kernel/bounded.js";
import { freshFolder } from "../notebook-file.js";
import { contentOf, eventually, isAlive, type LiveKernel, startKernel, types } from "./live-kernel.js";

const folder = freshFolder();
let kernel: LiveKernel | undefined;
afterEach(() => kernel?.stop());

async function fresh(options: Parameters<typeof startKernel>[1] = {}): Promise<LiveKernel> {
  kernel = await startKernel(folder, options);
  return kernel;
}

describe("a cell that ends the process", () => {
  it("process.exit(3) ends the kernel with that code", async () => {
    const { execute, process } = await fresh();
    void execute("process.exit(3)");
    expect(await process.died).toEqual({ code: 3, signal: null });
  });

  it("out of memory ends the kernel, which says why where it was started", async () => {
    const { execute, process } = await fresh({ nodeOptions: ["--max-old-space-size=256"] });
    void execute("const kept: number[][] = [];\nfor (;;) kept.push(new Array<number>(1e6).fill(1.5));");
    const death = await process.died;
    expect(death.code === 0).toBe(false);
    expect(process.log).toMatch(/heap out of memory|heap limit/i);
  });

  it("killed in the middle of a cell, it leaves nothing in its process group", async () => {
    const { execute, process } = await fresh();
    const child = join(folder, "child.pid");
    void execute(
      `import { spawn } from "node:child_process";\nimport { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";\nconst sleeper = spawn("sleep", ["600"]);\nwriteFileSync(${JSON.stringify(child)}, String(sleeper.pid));\nawait new Promise(() => {});`,
    );
    const readable = () => (existsSync(child) ? Number(readFileSync(child, "utf8")) : 0);
    expect(await eventually(() => readable() > 0, 5000)).toBe(true);
    const sleeper = readable();
    expect(isAlive(sleeper)).toBe(true);
    process.kill();
    expect(await process.died).toEqual({ code: null, signal: "SIGKILL" });
    expect(await eventually(() => isGone(sleeper), 3000)).toBe(true);
  });
});

/** A killed process whose parent is gone may wait for somebody to collect it: a zombie runs no more. */
function isGone(pid: number): boolean {
  if (!isAlive(pid)) return true;
  const state = execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return state.startsWith("Z");
}

describe("a cell that puts out too much", () => {
  it("has 100 MB of print cut with a sentence that says so, and the next cell prints again", async () => {
    const { execute } = await fresh();
    const answer = await execute('const line = "x".repeat(999_999);\nfor (let i = 0; i < 100; i++) console.log(line);\n"done"');
    expect(answer.reply.status).toBe("ok");
    const printed = answer.published
      .filter(({ header }) => header.msg_type === "stream")
      .map(({ content }) => String(content.text));
    expect(printed.slice(0, -1).join("").length).toBe(printedLimit);
    expect(printed.at(-1)).toMatch(/Output cut: this cell printed more than 4 million characters.*Write it to a file/);
    expect(contentOf(answer, "execute_result").data).toEqual({ "text/plain": "'done'" });
    expect(contentOf(await execute('console.log("again")'), "stream").text).toBe("again\n");
  });

  it("has displays beyond the limit left out with a sentence, and small ones after it too", async () => {
    const { execute } = await fresh();
    const show = 'Reflect.get(globalThis, Symbol.for("soundings.display"))';
    const answer = await execute(
      `const big = "x".repeat(20_000_000);\nfor (let i = 0; i < 5; i++) ${show}({ "text/plain": big });\n${show}({ "text/plain": "small" });`,
    );
    expect(types(answer).slice(1)).toEqual(["display_data", "display_data", "display_data", "stream"]);
    expect(contentOf(answer, "stream").text).toContain("displayed more than 64 million characters");
  });

  it("survives 10,000 updates of one display, the last of which arrives", async () => {
    const { execute } = await fresh();
    const answer = await execute(
      'const show = Reflect.get(globalThis, Symbol.for("soundings.display"));\nfor (let i = 0; i <= 10_000; i++) show({ "text/plain": String(i) }, { displayId: "d", update: i > 0 });',
    );
    expect(answer.reply.status).toBe("ok");
    expect(answer.published).toHaveLength(1 + 10_001);
    expect(answer.published.at(-1)?.content).toMatchObject({ data: { "text/plain": "10000" }, transient: { display_id: "d" } });
  });
});

describe("a cell that never ends", () => {
  it("is ended by an interrupt_request on the control channel while it waits", async () => {
    const { execute, ask } = await fresh();
    const running = execute("await new Promise(() => {});");
    await delay(200);
    expect((await ask("interrupt_request", {}, "control")).reply).toEqual({ status: "ok" });
    expect((await running).reply).toMatchObject({ status: "error", ename: "Interrupted" });
  });
});

describe("what a kernel opens", () => {
  it("over ipc is no port at all, over tcp only ports of the loopback address", async () => {
    const listening = (pid: number) =>
      execFileSync("ss", ["-lntpH"], { encoding: "utf8" })
        .split("\n")
        .filter((line) => line.includes(`pid=${pid},`))
        .map((line) => line.trim().split(/\s+/)[3] ?? "");
    const quiet = await fresh();
    expect(listening(quiet.process.pid ?? 0)).toEqual([]);
    await quiet.stop();
    const open = await fresh({ transport: "tcp" });
    const addresses = listening(open.process.pid ?? 0);
    expect(addresses).toHaveLength(5);
    expect(addresses.filter((address) => !address.startsWith("127.0.0.1:"))).toEqual([]);
  });
});

describe("typings that no notebook asked for", () => {
  it("are not loaded: a package of global types beside the notebook stays out", async () => {
    const types = join(folder, "node_modules", "@types", "office-js");
    mkdirSync(types, { recursive: true });
    writeFileSync(join(types, "package.json"), '{"name":"@types/office-js","version":"1.0.0","types":"index.d.ts"}');
    writeFileSync(join(types, "index.d.ts"), "declare const Office: { context: string };");
    const { execute } = await fresh();
    expect((await execute("Office.context")).reply.evalue).toContain("Cannot find name 'Office'");
  });
});
