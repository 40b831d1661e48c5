/**
 * A kernel started as VS Code's Jupyter extension starts it: no Jupyter server, no Python; the program of kernel.json, in
 * the notebook's folder, with the editor's own environment, over loopback ports that the editor chose.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { type Content, installKernel, type Message } from "../../../notebooks/kernel/index.js";
import { createConnectionFile } from "../../../notebooks/runner/connection.js";
import { freshFolder } from "../notebook-file.js";
import { type Line, lineTo } from "./live-kernel.js";

interface Kernelspec {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: string;
  readonly interrupt_mode: string;
  readonly env?: Record<string, string>;
}

interface Started extends Omit<Line, "ask"> {
  readonly process: ChildProcess;
  /** What the program wrote outside its cells; the editor shows it as a fault. */
  readonly written: () => string;
  readonly ask: (type: string, content: Content, channel?: "shell" | "control") => Promise<Content>;
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Its kernels folder lies in a folder with spaces and Chinese characters, as people's do. */
function installed(): Kernelspec {
  const kernels = join(freshFolder(), "用户 data", "kernels");
  mkdirSync(kernels, { recursive: true });
  const { folder } = installKernel(kernels);
  return JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8")) as Kernelspec;
}

async function start({ argv, env }: Kernelspec, folder: string): Promise<Started> {
  const file = await createConnectionFile("tcp");
  const [program = "", ...args] = argv.map((arg) => arg.replace("{connection_file}", file.path));
  const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
  }
  await portIsUsed(file.connection.hb_port);
  const line = await lineTo(file.connection);
  stops.push(() => {
    line.client.close();
    child.kill("SIGKILL");
    file.remove();
  });
  const ask: Started["ask"] = async (...asked) => (await line.ask(...asked)).reply;
  return { ...line, process: child, written: () => text, ask };
}

/** The editor speaks to a kernel only after this. */
async function portIsUsed(port: number): Promise<void> {
  for (;;) {
    const socket = createConnection(port, "127.0.0.1");
    const isUsed = await Promise.race([once(socket, "connect").then(() => true), once(socket, "error").then(() => false)]).catch(
      () => false,
    );
    socket.destroy();
    if (isUsed) return;
    await delay(20);
  }
}

/** As the editor asks for a cell: it decides itself what runs after a failure. */
const cell = (code: string, content: Content = {}): Content => ({
  code,
  silent: false,
  stop_on_error: false,
  allow_stdin: true,
  store_history: true,
  user_expressions: {},
  ...content,
});

const ofType = (published: readonly Message[], type: string) => published.filter(({ header }) => header.msg_type === type);

describe("a kernel started by an editor without a Jupyter server", () => {
  it("is found by its kernelspec, answers, runs what the editor asks silently, then cells", async () => {
    const spec = installed();
    expect(spec).toMatchObject({ display_name: "Soundings (TypeScript)", language: "typescript", interrupt_mode: "signal" });
    const folder = join(freshFolder(), "研究 notes");
    mkdirSync(folder);
    const { ask, published, written } = await start(spec, folder);
    const info = await ask("kernel_info_request", {});
    expect(info).toMatchObject({ status: "ok", language_info: { name: "typescript", file_extension: ".ts" } });
    expect(await ask("comm_info_request", { target_name: "jupyter.widget" })).toMatchObject({ comms: {} });
    const silent = cell("process.env.ASKED = 'yes'", { silent: true, store_history: false });
    expect(await ask("execute_request", silent)).toMatchObject({ status: "ok", execution_count: 0 });
    expect(await ask("execute_request", cell("console.log('hidden')", { store_history: false }))).toMatchObject({
      execution_count: 0,
    });
    expect(published.map(({ header }) => header.msg_type)).toEqual(["execute_input", "stream"]);

    published.length = 0;
    const first = await ask(
      "execute_request",
      cell('import { hpi } from "soundings";\n[process.cwd(), hpi([100, 100], [100, 0])]'),
    );
    expect(first).toMatchObject({ status: "ok", execution_count: 1 });
    expect(JSON.stringify(ofType(published, "execute_result")[0]?.content)).toContain("研究 notes");
    expect(written()).toBe("");
  });

  it("goes on after a failing cell, for which nothing behind it was given up", async () => {
    const { ask, published } = await start(installed(), freshFolder());
    const asked = ["throw new RangeError('too deep')", "1 + 1"].map((code) => ask("execute_request", cell(code)));
    expect(await Promise.all(asked)).toMatchObject([
      { status: "error", ename: "RangeError" },
      { status: "ok", execution_count: 2 },
    ]);
    expect(ofType(published, "error")).toHaveLength(1);
  });

  it("stops a cell at a SIGINT to its process, be it in a loop, and keeps what it has", async () => {
    const { ask, process: child } = await start(installed(), freshFolder());
    await ask("execute_request", cell("const kept = 42;"));
    const endless = ask("execute_request", cell("await Promise.resolve();\nfor (;;) {}"));
    await delay(300);
    child.kill("SIGINT");
    expect(await endless).toMatchObject({ status: "error" });
    expect(await ask("execute_request", cell("if (kept !== 42) throw new Error()"))).toMatchObject({ status: "ok" });
  });

  it("ends at a shutdown on the control channel, and the next one starts anew on other ports", async () => {
    const spec = installed();
    const folder = freshFolder();
    const first = await start(spec, folder);
    await first.ask("execute_request", cell("const old = 1; setInterval(() => {}, 10);"));
    const ended = once(first.process, "exit");
    const { reply } = first.client.request("shutdown_request", { restart: true }, "control");
    expect(await reply).toMatchObject({ status: "ok", restart: true });
    expect(await ended).toEqual([0, null]);
    expect(first.written()).toBe("");
    const second = await start(spec, folder);
    expect(await second.ask("execute_request", cell("old"))).toMatchObject({ status: "error", execution_count: 1 });
  });
});
