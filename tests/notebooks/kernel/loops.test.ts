/** Endless loops wherever a cell can start one: an interrupt ends them, and the kernel goes on with what it had. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Content } from "../../../notebooks/kernel/index.js";
import { freshFolder } from "../notebook-file.js";
import { type Answer, contentOf, eventually, type LiveKernel, startKernel } from "./live-kernel.js";

const folder = freshFolder();
const mark = join(folder, "looping");
let kernel: LiveKernel;
beforeAll(async () => {
  kernel = await startKernel(folder);
  const prelude = [
    'import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";',
    'import { spawn } from "node:child_process";',
    'import { EventEmitter } from "node:events";',
    'import { createReadStream, readFile, writeFileSync } from "node:fs";',
    'import { readFile as promised } from "node:fs/promises";',
    "let kept = 0;",
    `const mark = () => writeFileSync(${JSON.stringify(mark)}, "");`,
    "const loop = () => { mark(); for (;;) {} };",
    "const later = (what: () => void) => setTimeout(what, 10);",
  ];
  expect((await kernel.execute(prelude.join("\n"))).reply.status).toBe("ok");
});
afterAll(() => kernel.stop());

function shown(answer: Answer): unknown {
  return (contentOf(answer, "execute_result").data as Record<string, unknown> | undefined)?.["text/plain"];
}

/** Runs the cell, interrupts it in its loop with another cell already waiting, and returns what became of both. */
async function interruptIn(code: string): Promise<{ looped: Answer; next: Answer; errors: readonly Content[] }> {
  rmSync(mark, { force: true });
  const running = kernel.execute(code, { stop_on_error: false });
  expect(await eventually(() => existsSync(mark), 20_000)).toBe(true);
  const waiting = kernel.execute("kept += 1;\nkept");
  kernel.process.interrupt();
  const [looped, next] = await Promise.all([running, waiting]);
  const { parent } = looped.published[0] ?? {};
  const errors = () =>
    kernel.published.filter((message) => message.header.msg_type === "error" && message.parent.msg_id === parent?.msg_id);
  await eventually(() => errors().length > 0, 5000);
  return { looped, next, errors: errors().map(({ content }) => content) };
}

/** Each loop is called from a function of its own cell: by its stack the kernel knows whose it is. */
const loops = [
  ["the cell itself", "loop();"],
  ["the cell behind an await", "await null;\nloop();"],
  ["a timer that the cell waits for", "await new Promise(() => setTimeout(() => loop(), 10));"],
  ["a timer, the cell having ended", "later(() => loop());"],
  ["an interval", "setInterval(() => loop(), 10);"],
  ["an immediate", "setImmediate(() => loop());"],
  ["a tick", "later(() => process.nextTick(() => loop()));"],
  ["a microtask", "later(() => queueMicrotask(() => loop()));"],
  ["a promise's callback", "void new Promise<void>((go) => later(go)).then(() => loop());"],
  ["an asynchronous function", "void (async () => { await new Promise<void>((go) => later(go)); loop(); })();"],
  ["an emitter's listener", 'const emitter = new EventEmitter().on("x", () => loop());\nlater(() => emitter.emit("x"));'],
  ["the callback of a file read", 'readFile("/dev/null", () => loop());'],
  ["the promise of a file read", 'void promised("/dev/null").then(() => loop());'],
  ["a stream's listener", 'createReadStream("/etc/passwd").on("data", () => loop());'],
  ["the listener to a child process", 'spawn("echo", ["x"]).stdout.on("data", () => loop());'],
  ["an asynchronous scope", 'later(() => new AsyncResource("x").runInAsyncScope(() => loop()));'],
  ["a local storage's scope", "later(() => new AsyncLocalStorage<number>().run(1, () => loop()));"],
  ["a search that backtracks without end", 'later(() => { mark(); /(a+)+b/.test("a".repeat(60)); });'],
  ["a chain of ticks", "later(() => { mark(); const chain = () => process.nextTick(chain); chain(); });"],
  ["a chain of promises", "void (async () => { mark(); for (;;) await null; })();"],
  ["a value's own rendering", '({ [Symbol.for("Jupyter.display")]: () => loop() })'],
] as const;

describe("SIGINT ends an endless loop", () => {
  it.each(loops)("in %s: that cell has failed, the next runs, and nothing is forgotten", async (_, code) => {
    const before = Number(shown(await kernel.execute("kept")));
    const { next, errors } = await interruptIn(code);
    expect(errors[0]).toMatchObject({ ename: "Interrupted", evalue: "the cell was interrupted" });
    expect(next.reply.status).toBe("ok");
    expect(shown(next)).toBe(String(before + 1));
  });

  it("and says where it was, through functions of earlier cells", async () => {
    const { errors } = await interruptIn("void 0;\nlater(() => loop());");
    const { traceback } = errors[0] as { traceback: readonly string[] };
    expect(traceback[0]).toBe("Interrupted: the cell was interrupted");
    expect(traceback[1]).toMatch(/^ {4}at loop \(cell\[1\]:\d+:\d+\)$/);
    expect(traceback.join("\n")).toContain("> 2 | later(() => loop());");
  });

  it("and leaves what was due in the same turn to be run", async () => {
    const { looped } = await interruptIn('setImmediate(() => loop());\nsetImmediate(() => console.log("behind it"));');
    const { parent } = looped.published[0] ?? {};
    const printed = () =>
      kernel.published.some(({ parent: { msg_id }, content }) => msg_id === parent?.msg_id && content.text === "behind it\n");
    expect(await eventually(printed, 5000)).toBe(true);
  });

  it("and not the ones after it: each takes an interrupt of its own", async () => {
    const { next } = await interruptIn("later(() => loop());\nsetTimeout(() => loop(), 1500);");
    expect(next.reply.status).toBe("ok");
    rmSync(mark, { force: true });
    expect(await eventually(() => existsSync(mark), 20_000)).toBe(true);
    kernel.process.interrupt();
    expect((await kernel.execute("1 + 1")).reply.status).toBe("ok");
  });

  it("and what was asked for while it ran is answered, be it much", async () => {
    rmSync(mark, { force: true });
    const [first, ...others] = ["await null;\nloop();", "1", "2", "3"].map((code) =>
      kernel.execute(code, { stop_on_error: false }),
    );
    expect(await eventually(() => existsSync(mark), 20_000)).toBe(true);
    kernel.process.interrupt();
    expect((await first)?.reply).toMatchObject({ status: "error", ename: "Interrupted" });
    expect((await Promise.all(others)).map(shown)).toEqual(["1", "2", "3"]);
  });
});
