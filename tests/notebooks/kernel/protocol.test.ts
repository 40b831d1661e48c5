/** The kernel as any Jupyter client meets it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshFolder } from "../notebook-file.js";
import { contentOf, eventually, isAlive, type LiveKernel, startKernel, types } from "./live-kernel.js";

const folder = freshFolder();
let kernel: LiveKernel;
beforeAll(async () => {
  kernel = await startKernel(folder);
});
afterAll(() => kernel.stop());

describe("execute_request", () => {
  it("publishes input and result, and counts", async () => {
    const first = await kernel.execute("1 + 1");
    expect(types(first)).toEqual(["execute_input", "execute_result"]);
    expect(contentOf(first, "execute_input")).toEqual({ code: "1 + 1", execution_count: 1 });
    expect(contentOf(first, "execute_result")).toMatchObject({ data: { "text/plain": "2" }, execution_count: 1 });
    expect(first.reply).toMatchObject({ status: "ok", execution_count: 1 });
    expect((await kernel.execute("let kept = 40;")).reply).toMatchObject({ execution_count: 2 });
  });

  it("carries variables, functions and types from cell to cell", async () => {
    await kernel.execute("interface Lot { start: number }\nfunction twice(lot: Lot): number { return lot.start * 2 }");
    const { published } = await kernel.execute("const lot: Lot = { start: kept + 1 }; twice(lot)");
    expect(published.at(-1)?.content).toMatchObject({ data: { "text/plain": "82" } });
  });

  it.each([
    ["in a literal", "const short = 1;", "({ short })", "{ short: 1 }"],
    [
      "in a function that is called later",
      "const deep = 2;",
      "const wrap = () => ({ inner: { deep } }); wrap()",
      "{ inner: { deep: 2 } }",
    ],
    ["of an import", 'import { sep as slash } from "node:path";', "({ slash })", "{ slash: '/' }"],
    [
      "in a destructuring assignment",
      "let low = 0, high = 0;",
      "({ low, high = 7 } = { low: 5 } as { low: number; high?: number });\n[low, high]",
      "[ 5, 7 ]",
    ],
  ])("knows the names of earlier cells as shorthand properties: %s", async (_, first, second, shown) => {
    expect((await kernel.execute(first)).reply.status).toBe("ok");
    expect(contentOf(await kernel.execute(second), "execute_result").data).toEqual({ "text/plain": shown });
  });

  it("keeps imports, enumerations and namespaces, and what functions change, from cell to cell", async () => {
    await kernel.execute(
      'import fs, { existsSync } from "node:fs";\nimport * as os from "node:os";\nenum Tier { First, Second }\nnamespace Rate { export const low = 4 }\nlet seen = 0;\nfunction see() { seen++ }\nsee()',
    );
    const answer = await kernel.execute(
      "see();\n[typeof fs.readFileSync, typeof existsSync, typeof os.cpus, Tier.Second, Rate.low, seen]",
    );
    const shown = "[ 'function', 'function', 'function', 1, 4, 2 ]";
    expect(contentOf(answer, "execute_result").data).toEqual({ "text/plain": shown });
    const dynamic = await kernel.execute('(await import("node:path")).basename("/a/b")');
    expect(contentOf(dynamic, "execute_result").data).toEqual({ "text/plain": "'b'" });
  });

  it("leaves no trace of a silent request", async () => {
    const before = await kernel.execute("0");
    const silent = await kernel.execute("const hidden = 7; hidden", { silent: true });
    expect(types(silent)).toEqual([]);
    expect(silent.reply.execution_count).toBe(before.reply.execution_count);
  });

  it("keeps standard output and standard error apart and in order", async () => {
    const { published } = await kernel.execute(
      'console.log("a"); console.error("b"); console.warn("c"); process.stdout.write("d")',
    );
    const streams = published
      .filter(({ header }) => header.msg_type === "stream")
      .map(({ content }) => [content.name, content.text]);
    expect(streams).toEqual([
      ["stdout", "a\n"],
      ["stderr", "b\n"],
      ["stderr", "c\n"],
      ["stdout", "d"],
    ]);
  });

  it("loses no line of output that is printed faster than it is read", async () => {
    const answer = await kernel.execute("for (let i = 0; i < 20_000; i++) console.log(i);");
    const printed = answer.published.flatMap(({ content }) => content.text ?? []);
    expect(printed.length).toBe(20_000);
    expect(printed.every((text, i) => text === `${i}\n`)).toBe(true);
  });

  it("accepts `export`, `for await` without another await, and declares names again", async () => {
    const answer = await kernel.execute("export const kept = 'again';\nfor await (const x of [1, 2]) console.log(x);\nkept");
    expect(answer.reply.status).toBe("ok");
    expect(contentOf(answer, "stream").text).toBe("1\n");
    expect(contentOf(answer, "execute_result").data).toEqual({ "text/plain": "'again'" });
  });

  it("refuses a cell for the browser instead of skipping it", async () => {
    const { reply } = await kernel.execute("/** @browser */\nconsole.log(1)");
    expect(reply).toMatchObject({ status: "error", evalue: expect.stringContaining("@browser") });
  });
});

describe("an error", () => {
  it("of the compiler names cell, line and column: null is no number", async () => {
    const answer = await kernel.execute("const fine = 1;\nlet n: number = null;");
    const cell = `cell[${answer.reply.execution_count}]`;
    expect(answer.reply).toMatchObject({ status: "error", ename: "TypeScriptError" });
    expect(answer.reply.evalue).toBe(`TS2322 at ${cell}:2:5: Type 'null' is not assignable to type 'number'.`);
    expect(answer.reply.traceback).toEqual([
      `${cell}:2:5 - error TS2322: Type 'null' is not assignable to type 'number'.`,
      "  1 | const fine = 1;",
      "> 2 | let n: number = null;",
      "    |     ^",
    ]);
    expect(answer.published.at(-1)?.metadata).toEqual({ soundings: { line: 2, column: 5 } });
  });

  it.each([
    ["noUncheckedIndexedAccess", "const prices: number[] = [];\nprices[0] + 1", 2532],
    ["exactOptionalPropertyTypes", "const o: { a?: number } = { a: undefined };", 2375],
    ["noImplicitAny", "const id = (x) => x;", 7006],
  ])("of the compiler follows %s", async (_, code, number) => {
    expect((await kernel.execute(code)).reply.evalue).toContain(`TS${number}`);
  });

  it("at run time is shown at the user's own lines, through functions of earlier cells", async () => {
    const first = await kernel.execute(
      "interface Unused { a: 1 }\nfunction fail(what: string): never {\n  throw new RangeError(what);\n}",
    );
    const second = await kernel.execute('// a comment\n\nconst go = () => fail("too low");\n[1].map(() => go())');
    const [one, two] = [first, second].map(({ reply }) => `cell[${reply.execution_count}]`);
    expect(second.reply).toMatchObject({ ename: "RangeError", evalue: "too low" });
    expect(second.reply.traceback).toEqual([
      "RangeError: too low",
      `    at fail (${one}:3:9)`,
      `    at go (${two}:3:18)`,
      `    at ${two}:4:15`,
      "    at Array.map (<anonymous>)",
      `    at ${two}:4:5`,
      "  2 | ",
      '> 3 | const go = () => fail("too low");',
      "    |                  ^",
      "  4 | [1].map(() => go())",
    ]);
  });

  it("after an await is shown at its line, with its cause", async () => {
    const { reply } = await kernel.execute(
      'const nothing: undefined = await Promise.resolve(undefined);\ntry {\n  JSON.parse("{");\n} catch (cause) {\n  throw new Error("no data", { cause });\n}',
    );
    const lines = reply.traceback as string[];
    expect(lines[1]).toMatch(/^ {4}at cell\[\d+\]:5:9$/);
    expect(lines.find((line) => line.startsWith("Caused by"))).toMatch(/^Caused by SyntaxError: /);
  });

  it("that a cell prints itself speaks of the user's lines too", async () => {
    const answer = await kernel.execute('\n\nconsole.log(new Error("shown").stack)');
    expect(contentOf(answer, "stream").text).toMatch(/^Error: shown\n {4}at cell\[\d+\]:3:13\n$/);
  });

  it("in a function of the last cell is shown at its line, also after an editor's silent requests", async () => {
    const { reply } = await kernel.execute('// comment\n\nfunction dive() {\n  throw new Error("deep");\n}');
    await kernel.execute("const unseen = 1;\nunseen", { silent: true });
    await kernel.execute("unseen + 1", { store_history: false });
    const failed = await kernel.execute("dive()");
    expect((failed.reply.traceback as string[])[1]).toBe(`    at dive (cell[${reply.execution_count}]:4:9)`);
  });

  it("in a package is shown with its path from the notebook's folder", async () => {
    const { reply } = await kernel.execute('import { hpi as index } from "soundings";\nindex([10], [1, 2])');
    const frames = (reply.traceback as string[]).filter((line) => line.startsWith("    at "));
    expect(frames.at(-1)).toMatch(/^ {4}at cell\[\d+\]:2:\d+$/);
    expect(frames[0]).toMatch(/^ {4}at \w+ \(\.\.\/\.\.\/core\/dist\/\w+\.js:\d+:\d+\)$/);
  });

  it("in a TypeScript file beside the notebook is shown at that file's own line", async () => {
    const helper =
      "export interface Lot {\n  start: number;\n}\n\nexport function refuse(lot: Lot): never {\n  throw new Error(String(lot.start));\n}\n";
    writeFileSync(join(folder, "helper.ts"), helper);
    const { reply } = await kernel.execute('import { refuse } from "./helper";\nrefuse({ start: -2 })');
    expect(reply).toMatchObject({ status: "error", evalue: "-2" });
    expect((reply.traceback as string[])[1]).toBe("    at refuse (helper.ts:6:9)");
  });

  it("need not be an Error", async () => {
    expect((await kernel.execute("throw { code: 7 }")).reply).toMatchObject({ ename: "Thrown", evalue: "{ code: 7 }" });
  });

  it("leaves the kernel fit for the next cell at once", async () => {
    await kernel.execute('throw new Error("first")');
    expect((await kernel.execute("2 * 3")).reply.status).toBe("ok");
  });
});

describe("stop_on_error", () => {
  const ask = (code: string, stop: boolean) => kernel.execute(code, { stop_on_error: stop });

  it("aborts what was queued behind the failing cell, and nothing that comes after its reply", async () => {
    const [failed, queued, last] = await Promise.all([ask('throw new Error("x")', true), ask("1", true), ask("2", true)]);
    expect(failed.reply.status).toBe("error");
    expect([queued.reply.status, last.reply.status]).toEqual(["aborted", "aborted"]);
    expect(types(queued)).toEqual([]);
    expect((await ask("3", true)).reply.status).toBe("ok");
  });

  it("false runs what was queued", async () => {
    const [failed, queued] = await Promise.all([ask('throw new Error("x")', false), ask("1", true)]);
    expect([failed.reply.status, queued.reply.status]).toEqual(["error", "ok"]);
  });
});

describe("what nobody catches", () => {
  it("fails its cell: a rejection", async () => {
    const { reply } = await kernel.execute('Promise.reject(new Error("unheard"));\n1');
    expect(reply).toMatchObject({ status: "error", ename: "Error", evalue: "unheard" });
  });

  it("fails its cell while it waits: an exception in a timer", async () => {
    const { reply } = await kernel.execute('await new Promise(() => setTimeout(() => { throw new Error("in a timer") }, 5));');
    expect(reply).toMatchObject({ status: "error", evalue: "in a timer" });
  });

  it("is shown at its own cell when that has ended, and fails the next", async () => {
    const early = await kernel.execute('setTimeout(() => { throw new Error("too late") }, 400); 1');
    expect(early.reply.status).toBe("ok");
    const next = await kernel.execute("await new Promise((resolve) => setTimeout(resolve, 800)); 2");
    expect(next.reply).toMatchObject({
      status: "error",
      evalue: `too late (in cell[${early.reply.execution_count}], after it had ended)`,
    });
    const late = kernel.published.filter(({ header }) => header.msg_type === "error").at(-2);
    expect(late?.parent.msg_id).toBe(early.published[0]?.parent.msg_id);
    expect((await kernel.execute("3")).reply.status).toBe("ok");
  });

  it("prints late output into the cell that printed it", async () => {
    const early = await kernel.execute('setTimeout(() => console.log("from before"), 20); 1');
    await kernel.execute('await new Promise((resolve) => setTimeout(resolve, 60)); console.log("from now")');
    const texts = kernel.published
      .filter(({ header, parent }) => header.msg_type === "stream" && parent.msg_id === early.published[0]?.parent.msg_id)
      .map(({ content }) => content.text);
    expect(texts).toEqual(["from before\n"]);
  });
});

describe("display", () => {
  it("of a last expression uses its method Symbol.for('Jupyter.display'), also an asynchronous one", async () => {
    const answer = await kernel.execute(
      '({ [Symbol.for("Jupyter.display")]: async () => ({ "text/html": "<b>1</b>", "text/plain": "1" }) })',
    );
    expect(contentOf(answer, "execute_result").data).toEqual({ "text/html": "<b>1</b>", "text/plain": "1" });
  });

  it("refuses a method that returns no bundle", async () => {
    const { reply } = await kernel.execute('({ [Symbol.for("Jupyter.display")]: () => "<b>1</b>" })');
    expect(reply).toMatchObject({ status: "error", ename: "TypeError", evalue: expect.stringContaining("mime types") });
  });

  it("shows a danfojs data frame as an escaped table", async () => {
    const answer = await kernel.execute(
      'import * as dfd from "danfojs-node";\nnew dfd.DataFrame({ city: ["<郑州>"], hpi: [39.9] })',
    );
    const data = contentOf(answer, "execute_result").data as Record<string, string>;
    expect(data["text/html"]).toContain("&lt;郑州&gt;");
    expect(data["text/plain"]).toContain("39.9");
  });

  it("in the middle of a cell comes in order, by @soundings/display, by the hook or by tslab", async () => {
    const answer = await kernel.execute(
      [
        'import { display, table } from "@soundings/display";',
        'import { display as old } from "tslab";',
        'console.log("first");',
        "display(table([{ a: 1 }]));",
        'Reflect.get(globalThis, Symbol.for("soundings.display"))({ "text/plain": "hook" });',
        'old.html("<i>tslab</i>");',
        '"last"',
      ].join("\n"),
    );
    expect(types(answer).slice(1)).toEqual(["stream", "display_data", "display_data", "display_data", "execute_result"]);
  });
});

describe("imports", () => {
  it("find the core, the data of the notebook's folder and Node's modules", async () => {
    const answer = await kernel.execute(
      'import { hpi } from "soundings";\nimport { existsSync } from "node:fs";\n[hpi([10, 10], [10, 0]), existsSync(".")]',
    );
    expect(contentOf(answer, "execute_result").data).toEqual({ "text/plain": "[ 50, true ]" });
  });
});

describe("a notebook outside the checkout", () => {
  const away = mkdtempSync(join(tmpdir(), "soundings-away-"));
  afterAll(() => rmSync(away, { recursive: true, force: true }));
  const own = join(away, "node_modules", "soundings");

  it("finds soundings, @soundings/display, danfojs-node and Node's types, and no more than those", async () => {
    const outside = await startKernel(away);
    try {
      const imports = [
        'import { hpi } from "soundings";',
        'import { table } from "@soundings/display";',
        'import { DataFrame } from "danfojs-node";',
        "console.log(hpi([10, 10], [10, 0]).toFixed(1), typeof table, new DataFrame({ a: [1] }).shape[0], process.env.NODE_PATH);",
      ];
      expect(contentOf(await outside.execute(imports.join("\n")), "stream").text).toBe("50.0 function 1 undefined\n");
      const wrong = await outside.execute('import { hpi as h } from "soundings";\nh("10", [1])');
      expect(wrong.reply.evalue).toMatch(/TS\d+ at cell\[2\]:2:3/);
      const other = await outside.execute('import { JSDOM } from "jsdom";\nJSDOM');
      expect(other.reply.evalue).toContain("Cannot find module 'jsdom'");
    } finally {
      await outside.stop();
    }
  });

  it("prefers what is installed beside the notebook", async () => {
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, "package.json"), '{"name":"soundings","version":"9.0.0","main":"index.js","types":"index.d.ts"}');
    writeFileSync(join(own, "index.js"), "exports.mine = 7;");
    writeFileSync(join(own, "index.d.ts"), "export const mine: number;");
    const outside = await startKernel(away);
    try {
      const answer = await outside.execute('import { mine } from "soundings";\nmine');
      expect(contentOf(answer, "execute_result").data).toEqual({ "text/plain": "7" });
    } finally {
      await outside.stop();
    }
  });
});

describe("an editor's request", () => {
  it("complete_request names the members, counted in code points", async () => {
    await kernel.execute("const lots = { deals: 3, starts: 4 };");
    const { reply } = await kernel.ask("complete_request", { code: '"𠮷"; lots.st', cursor_pos: 12 });
    expect(reply).toMatchObject({ status: "ok", matches: expect.arrayContaining(["starts"]), cursor_start: 10, cursor_end: 12 });
  });

  it("inspect_request shows the type", async () => {
    const { reply } = await kernel.ask("inspect_request", { code: "lots", cursor_pos: 2, detail_level: 0 });
    expect(reply).toMatchObject({ found: true, data: { "text/plain": expect.stringContaining("deals: number") } });
  });

  it.each([
    ["JavaScript itself", "Math.floor", "Returns the greatest integer less than or equal to"],
    ["Node", 'import { existsSync } from "node:fs"; existsSync', "Returns `true` if the path exists"],
    ["a package", 'import { hpi } from "soundings"; hpi', "offered land value that the market itself took"],
    ["an earlier cell", "said", "What was said."],
  ])("inspect_request shows the documentation of %s", async (_, code, words) => {
    await kernel.execute("/** What was said. */\nconst said = 1;");
    const { reply } = await kernel.ask("inspect_request", { code, cursor_pos: code.length, detail_level: 0 });
    expect(reply).toMatchObject({ found: true, data: { "text/plain": expect.stringContaining(words) } });
  });

  it("is_complete_request asks for more after an open brace", async () => {
    expect((await kernel.ask("is_complete_request", { code: "if (true) {" })).reply.status).toBe("incomplete");
    expect((await kernel.ask("is_complete_request", { code: "1" })).reply.status).toBe("complete");
  });
});

describe("SIGINT", () => {
  const loops = [
    ["a synchronous loop", "for (;;) {}"],
    ["a synchronous loop behind an await", "await new Promise((resolve) => setTimeout(resolve, 5));\nfor (;;) {}"],
    ["an endless wait", "await new Promise(() => {});"],
  ];
  it.each(loops)("ends %s, and the kernel goes on", async (_, code) => {
    const running = kernel.execute(code);
    await delay(300);
    kernel.process.interrupt();
    expect((await running).reply).toMatchObject({ status: "error", ename: "Interrupted" });
    const next = await kernel.execute("typeof lots");
    expect(contentOf(next, "execute_result").data).toEqual({ "text/plain": "'object'" });
  });
});

describe("shutdown_request", () => {
  it("is answered and ends the process, live timers or not", async () => {
    await kernel.execute("setInterval(() => {}, 1000);");
    const { reply } = await kernel.ask("shutdown_request", { restart: false }, "control");
    expect(reply).toEqual({ status: "ok", restart: false });
    const pid = kernel.process.pid ?? 0;
    expect(await eventually(() => !isAlive(pid), 2000)).toBe(true);
    expect(await kernel.process.died).toEqual({ code: 0, signal: null });
  });
});
