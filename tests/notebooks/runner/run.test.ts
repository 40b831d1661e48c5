/** Whole notebooks through real kernels: what a good run writes, and that no bad one passes for good. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { kernelCommand, kernelProgram } from "../../../notebooks/kernel/index.js";
import { createConnectionFile } from "../../../notebooks/runner/connection.js";
import {
  checkNotebook,
  NotebookError,
  type ProgressEvent,
  type RunOptions,
  type RunReport,
  runNotebook,
} from "../../../notebooks/runner/index.js";
import { freshFolder, notebookFile, type TestCell } from "../notebook-file.js";

const folder = freshFolder();
/** Connection files and sockets of this test file alone; short, because socket paths must be. */
const temporary = mkdtempSync(join(tmpdir(), "run-"));
process.env.TMPDIR = temporary;
const fixture = fileURLToPath(new URL("../fixtures/results.ipynb", import.meta.url));

let made = 0;
function run(cells: readonly TestCell[], options: RunOptions = {}): Promise<RunReport> {
  made += 1;
  return runNotebook(notebookFile(folder, `n${made}`, cells), options);
}

function outputsOf(report: RunReport, cell: number): unknown[] {
  return (report.notebook.cells[cell]?.outputs ?? []) as unknown[];
}

function statuses({ cells }: RunReport): string[] {
  return cells.map(({ status }) => status);
}

/** Kernels that this process started and that still run. */
function kernelsLeft(): string[] {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return processes.filter(
    (pid) => procFile(pid, "cmdline").includes(kernelProgram()) && status(pid, "PPid") === String(process.pid),
  );
}

/** A process that has ended but was not waited for (state Z) does not run. */
function isRunning(pid: string): boolean {
  return !["Z", undefined].includes(status(pid, "State")?.[0]);
}

function status(pid: string, field: string): string | undefined {
  return new RegExp(`^${field}:\\s*(.*)`, "m").exec(procFile(pid, "status"))?.[1];
}

function procFile(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return ""; // it ended in the meantime
  }
}

describe("runNotebook(input, { outputPath })", () => {
  const output = join(folder, "results.ipynb");
  const progress: ProgressEvent[] = [];
  let report: RunReport;

  it("runs a good notebook and reports each cell", async () => {
    copyFileSync(fixture, output); // in place, in a folder of its own
    report = await runNotebook(output, { outputPath: output, onProgress: (event) => progress.push(event) });
    expect(report.failure).toBeUndefined();
    expect(report).toMatchObject({ ok: true, input: output, output });
    expect(statuses(report)).toEqual(["ok", "ok", "ok", "ok", "ok", "skipped", "skipped", "raised", "ok"]);
    expect(report.cells.map(({ executionCount }) => executionCount)).toEqual([1, 2, 3, 4, 5, null, null, 6, 7]);
  });

  it("writes results, coalesced streams, bundles and updates as nbformat stores them", () => {
    const { cells, nbformat, nbformat_minor, metadata } = JSON.parse(readFileSync(output, "utf8"));
    expect([nbformat, nbformat_minor]).toEqual([4, 5]);
    expect(metadata).toMatchObject({
      kernelspec: { name: "soundings" },
      language_info: { name: "typescript", file_extension: ".ts" },
    });
    expect(cells[1].outputs).toEqual([
      { output_type: "execute_result", execution_count: 1, metadata: {}, data: { "text/plain": ["4"] } },
    ]);
    expect(cells[2].outputs.slice(0, 2)).toEqual([
      { output_type: "stream", name: "stdout", text: ["one\n", "two\n"] },
      { output_type: "stream", name: "stderr", text: ["careful\n"] },
    ]);
    expect(cells[4].outputs[0].data).toEqual({ "text/plain": ["two\n", "lines"], "application/json": { a: [1] } });
    expect(cells[5].outputs).toEqual([{ output_type: "display_data", metadata: {}, data: { "text/plain": ["after"] } }]);
    expect(cells[8].outputs[0]).toMatchObject({ output_type: "error", ename: "InputError" });
  });

  it("fixes time zone and locale, and runs in the notebook's folder", () => {
    expect(outputsOf(report, 3)).toMatchObject([{ data: { "text/plain": "[ 0, '1,234.5', true ]" } }]);
  });

  it("leaves a cell tagged skip-execution as it was", () => {
    expect(JSON.parse(readFileSync(output, "utf8")).cells[7]).toEqual(JSON.parse(readFileSync(fixture, "utf8")).cells[7]);
  });

  it("tells its progress in order", () => {
    expect(progress.map(({ type }) => type).filter((type) => !type.startsWith("cell"))).toEqual([
      "starting",
      "ready",
      "finished",
    ]);
    expect(progress.filter(({ type }) => type === "cell-ended")).toHaveLength(9);
  });

  it("writes the same bytes again", async () => {
    const again = join(freshFolder(), "results.ipynb");
    copyFileSync(fixture, again);
    await runNotebook(again, { outputPath: again });
    expect(readFileSync(again, "utf8")).toBe(readFileSync(output, "utf8"));
  });
});

describe("a failing cell", () => {
  it("ends the run with its number and line; the output has the error in it and nothing after", async () => {
    const outputPath = join(folder, "failed.ipynb");
    const report = await run([{ markdown: "# Title" }, "const a = 1;", "\n\nthrow new RangeError('too low');", "a"], {
      outputPath,
    });
    expect(report.failure).toMatchObject({
      reason: "error",
      cell: 2,
      index: 2,
      line: 3,
      column: 7,
      ename: "RangeError",
      evalue: "too low",
    });
    expect(statuses(report)).toEqual(["ok", "failed", "not-run"]);
    const { cells } = JSON.parse(readFileSync(outputPath, "utf8"));
    expect(cells[2].outputs).toMatchObject([{ output_type: "error", ename: "RangeError" }]);
    expect(cells[3]).toMatchObject({ execution_count: null, outputs: [] });
  });

  it("is one that the compiler refuses: nothing of it runs", async () => {
    const report = await run(['console.log("never");\nlet n: number = null;']);
    expect(report.failure).toMatchObject({ reason: "types", cell: 1, line: 2, column: 5, ename: "TypeScriptError" });
    expect(outputsOf(report, 0)).toMatchObject([{ output_type: "error" }]);
  });

  it("is one whose promise is rejected unheard", async () => {
    const report = await run(["void Promise.reject(new Error('unheard'));"]);
    expect(report.failure).toMatchObject({ reason: "error", cell: 1, line: 1, evalue: "unheard" });
  });

  it("is one that throws after it has ended, even if no cell comes after it", async () => {
    const report = await run(["1", "void setTimeout(() => {\n  throw new Error('too late');\n}, 100);"]);
    expect(report.failure).toMatchObject({ reason: "late-error", cell: 2, line: 2, evalue: "too late" });
    expect(statuses(report)).toEqual(["ok", "failed"]);
    expect(outputsOf(report, 1)).toMatchObject([{ output_type: "error", evalue: "too late" }]);
  });

  it("is one that ends the kernel", async () => {
    const report = await run(["1", "process.exit(0)", "2"]);
    expect(report.failure).toMatchObject({
      reason: "kernel-died",
      cell: 2,
      ename: "KernelDied",
      evalue: expect.stringContaining("exit code 0"),
    });
    expect(statuses(report)).toEqual(["ok", "failed", "not-run"]);
  });

  it("is one that fills the memory: said plainly, without addresses", { timeout: 60_000 }, async () => {
    const command = (file: string) => {
      const [node = "", ...rest] = kernelCommand(file);
      return [node, "--max-old-space-size=150", ...rest];
    };
    const report = await run(["const all: number[][] = [];\nfor (;;) all.push(new Array(1e5).fill(1.5));"], { command });
    expect(report.failure).toMatchObject({ reason: "kernel-died", evalue: expect.stringContaining("ran out of memory") });
    expect(JSON.stringify(outputsOf(report, 0))).not.toContain("0x");
  });

  it("is one that takes too long: a loop behind an await is ended", async () => {
    const report = await run(["console.log('begun');\nawait new Promise((go) => setTimeout(go, 1));\nfor (;;) {}", "2"], {
      timeouts: { cellMs: 3000 },
    });
    expect(report.failure).toMatchObject({
      reason: "timeout",
      cell: 1,
      ename: "CellTimeout",
      evalue: "the cell took longer than 3 s",
    });
    expect(outputsOf(report, 0)).toMatchObject([{ text: "begun\n" }, { output_type: "error", ename: "CellTimeout" }]);
  });

  it("is killed, with what it started, when neither hears the interrupt", async () => {
    const code = [
      'import { execFileSync } from "node:child_process";',
      `execFileSync("sh", ["-c", "trap '' INT; echo $$ > deaf.pid; while :; do sleep 1; done"]);`,
    ];
    const report = await run([code.join("\n")], { timeouts: { cellMs: 3000 } });
    expect(report.failure).toMatchObject({ reason: "timeout", cell: 1, ename: "CellTimeout" });
    expect(isRunning(readFileSync(join(folder, "deaf.pid"), "utf8").trim())).toBe(false);
  });
});

describe("what a cell puts out", () => {
  it("is bounded: an endless message, and a result too large for any browser", { timeout: 60_000 }, async () => {
    const outputPath = join(folder, "bounded.ipynb");
    const result = "({ [Symbol.for('Jupyter.display')]: () => ({ 'text/html': 'x'.repeat(70e6) }) })";
    const report = await run([result, "throw new Error('x'.repeat(50e6))"], { outputPath });
    expect(statSync(outputPath).size).toBeLessThan(100_000);
    expect(outputsOf(report, 0)).toMatchObject([{ name: "stderr", text: expect.stringContaining("Output cut") }]);
    expect(report.failure?.evalue).toContain("… [cut: 50000000 characters in all]");
    expect(report.failure?.traceback).toContain("> 1 | throw new Error('x'.repeat(50e6))");
  });

  it("is the last of ten thousand updates of one display", { timeout: 60_000 }, async () => {
    const hook = `const show = Reflect.get(globalThis, Symbol.for("soundings.display"));
for (let n = 0; n < 10_000; n++) show({ "text/plain": String(n) }, { displayId: "d", update: n > 0 });`;
    const report = await run([hook]);
    expect(report.failures).toEqual([]);
    expect(outputsOf(report, 0)).toMatchObject([{ data: { "text/plain": "9999" } }]);
    expect(outputsOf(report, 0)).toHaveLength(1);
  });
});

describe("a cell that ran", () => {
  const cells = [
    'void new Promise((_, reject) => setTimeout(() => reject(new Error("first")), 300));',
    'console.log("second");\nawait new Promise((go) => setTimeout(go, 1500));',
    "3",
  ];

  it.each([
    [false, ["failed", "ok", "not-run"], [1, 2, null]],
    [true, ["failed", "ok", "ok"], [1, 2, 3]],
  ])("is reported as such when an earlier one fails meanwhile (keepGoing: %j)", async (keepGoing, expected, counts) => {
    const report = await run(cells, { keepGoing });
    expect(report.failures).toMatchObject([{ reason: "late-error", cell: 1, evalue: "first" }]);
    expect(statuses(report)).toEqual(expected);
    expect(report.cells.map(({ executionCount }) => executionCount)).toEqual(counts);
    const outputs = report.notebook.cells.filter(({ cell_type }) => cell_type === "code").map((cell) => cell.outputs);
    expect(outputs[0]).toMatchObject([{ output_type: "error", evalue: "first" }]);
    expect(outputs[1]).toMatchObject([{ text: "second\n" }]);
    expect(outputs[1]).toHaveLength(1);
  });
});

describe("runNotebook(input, { keepGoing: true })", () => {
  it("says that the run ended early when a cell ended the kernel", async () => {
    const report = await run(["throw new Error('one');", "process.exit(3)", "3"], { keepGoing: true });
    expect(statuses(report)).toEqual(["failed", "failed", "not-run"]);
    expect(report.failures.map(({ reason }) => reason)).toEqual(["error", "kernel-died"]);
    expect(report.notebook.cells[0]?.source).toContain("ended early");
    expect(report.notebook.cells[0]?.source).not.toContain("went on");
  });

  it("runs what comes after a failure, reports every failure, and says so at the top of the output", async () => {
    const outputPath = join(folder, "kept.ipynb");
    const cells = [
      "1",
      "throw new RangeError('low');",
      "3",
      "let n: number = null;",
      "void setTimeout(() => { throw new Error('late'); }, 300);",
      "5",
    ];
    const report = await run(cells, { keepGoing: true, outputPath });
    expect(statuses(report).slice(0, 4)).toEqual(["ok", "failed", "ok", "failed"]);
    expect(report.ok).toBe(false);
    expect(report.failures.map(({ evalue }) => evalue)).toEqual(["low", expect.stringContaining("TS2322"), "late"]);
    const written = JSON.parse(readFileSync(outputPath, "utf8"));
    expect(written.cells[0]).toMatchObject({ cell_type: "markdown", metadata: { tags: ["run-banner"] } });
    expect(written.cells[0].source.join("")).toContain("RangeError: low");
    const again = await runNotebook(outputPath, { keepGoing: true });
    expect(again.notebook.cells).toHaveLength(written.cells.length);
  });
});

describe("runNotebook(input, { parameters })", () => {
  it("runs with the values given, typed, in place of the defaults", async () => {
    const defaults = { code: 'let city = "上海";\nlet years = 3;', tags: ["parameters"] };
    const parameters = new Map([["years", { text: "5" }]]);
    const report = await run([defaults, "city + (years + 1)"], { parameters });
    expect(report.failure).toBeUndefined();
    expect(outputsOf(report, 2)).toMatchObject([{ data: { "text/plain": "'上海6'" } }]);
  });
});

describe("a run", () => {
  it("ends when all of it takes too long", async () => {
    const report = await run(["await new Promise(() => {});"], { timeouts: { totalMs: 4000 } });
    expect(report.failure).toMatchObject({ reason: "timeout", ename: "RunTimeout" });
  });

  it("ends when the caller stops it, and still writes what there is", async () => {
    const caller = new AbortController();
    const outputPath = join(folder, "stopped.ipynb");
    const onProgress = (event: ProgressEvent) => event.type === "cell-started" && event.cell === 2 && caller.abort();
    const report = await run(["1", "await new Promise(() => {});"], { outputPath, signal: caller.signal, onProgress });
    expect(report.failure).toMatchObject({ reason: "stopped", cell: 2 });
    expect(JSON.parse(readFileSync(outputPath, "utf8")).cells[0].outputs).toHaveLength(1);
  });

  it("says what a kernel wrote that did not start", async () => {
    const command = () => [process.execPath, "-e", "console.error('no tslab here'); process.exit(3)"];
    const report = await run(["1"], { command });
    expect(report.failure).toMatchObject({ reason: "kernel-died", evalue: expect.stringContaining("exit code 3") });
    expect(report.failure?.traceback).toContain("no tslab here");
    expect(report.failure?.cell).toBeUndefined();
  });

  it("gives up on a kernel that never answers", async () => {
    const command = () => [process.execPath, "-e", "setInterval(() => {}, 1000)"];
    const report = await run(["1"], { command, timeouts: { startupMs: 500 } });
    expect(report.failure).toMatchObject({ reason: "no-start", evalue: "the kernel did not answer within 0.5 s" });
  });

  it("runs twice at once on one notebook, and leaves a whole file", async () => {
    const path = notebookFile(folder, "twice", ["const a = 1;", "a + 1"]);
    const reports = await Promise.all([runNotebook(path, { outputPath: path }), runNotebook(path, { outputPath: path })]);
    expect(reports.map(({ ok }) => ok)).toEqual([true, true]);
    expect(JSON.parse(readFileSync(path, "utf8")).cells[1].outputs).toHaveLength(1);
  });

  it("works where the temporary folder's name is too long for a socket, and leaves nothing there", async () => {
    const long = join(temporary, "long-".repeat(20));
    mkdirSync(long);
    process.env.TMPDIR = long;
    try {
      expect((await run(["1"])).ok).toBe(true);
      expect(readdirSync(long).filter((name) => name.startsWith("soundings-"))).toEqual([]);
    } finally {
      process.env.TMPDIR = temporary;
      rmSync(long, { recursive: true });
    }
  });

  it("takes a code cell without outputs that is passed over", { timeout: 60_000 }, async () => {
    const path = join(folder, "bare.ipynb");
    const cell = { cell_type: "code", id: "a", metadata: { tags: ["skip-execution"] }, source: "1" };
    writeFileSync(path, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell] }));
    expect((await runNotebook(path, { outputPath: join(folder, "bare-out.ipynb") })).ok).toBe(true);
    expect((await checkNotebook(path)).differences).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)("is refused when the output's folder is read-only", async () => {
    const closed = join(folder, "closed");
    mkdirSync(closed, { mode: 0o500 });
    await expect(run(["1"], { outputPath: join(closed, "out.ipynb") })).rejects.toMatchObject({ problem: "cannot-write" });
  });

  it("is refused when the notebook is for a kernel of another language, and its file is left as it was", async () => {
    const path = join(folder, "python.ipynb");
    const metadata = { kernelspec: { name: "python3", display_name: "Python 3", language: "python" } };
    const text = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells: [] });
    writeFileSync(path, text);
    await expect(runNotebook(path, { outputPath: path })).rejects.toMatchObject({ problem: "other-language", detail: "python" });
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  it("works over tcp where the system has no sockets on files", async () => {
    expect((await run(["1"], { transport: "tcp" })).ok).toBe(true);
  });

  it.each([
    ["is not there", "missing.ipynb", "not-found"],
    ["is a folder", ".", "not-readable"],
  ])("is refused when the notebook %s", async (_, name, problem) => {
    await expect(runNotebook(join(folder, name))).rejects.toMatchObject({ name: "NotebookError", problem });
  });

  it("is refused when the output cannot be written, before any cell runs", async () => {
    const refused = run(["1"], { outputPath: join(folder, "nowhere", "out.ipynb"), command: () => ["/nonexistent"] });
    await expect(refused).rejects.toThrow(NotebookError);
    await expect(refused).rejects.toMatchObject({ problem: "cannot-write" });
  });
});

describe("createConnectionFile()", () => {
  it("is readable by its owner alone, and leaves nothing behind", async () => {
    const file = await createConnectionFile();
    expect(statSync(file.path).mode & 0o777).toBe(0o600);
    expect(statSync(join(file.path, "..")).mode & 0o777).toBe(0o700);
    file.remove();
    expect(existsSync(join(file.path, ".."))).toBe(false);
  });
});

afterAll(() => {
  expect(kernelsLeft(), "kernels left running").toEqual([]);
  expect(
    readdirSync(folder).filter((name) => name.endsWith(".tmp")),
    "temporary files",
  ).toEqual([]);
  expect(readdirSync(temporary), "connection files and sockets").toEqual([]);
  rmSync(temporary, { recursive: true });
});
