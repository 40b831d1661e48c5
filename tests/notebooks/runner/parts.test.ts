/** Parts of the runner that need no kernel: the file format, outputs, progress. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  formatNotebook,
  type NotebookError,
  type ProgressEvent,
  parseNotebook,
  progressLines,
  type RunReport,
  writeNotebook,
} from "../../../notebooks/runner/index.js";
import { longestPrint, Outputs } from "../../../notebooks/runner/outputs.js";
import { freshFolder } from "../notebook-file.js";

const empty = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] as object[] };

describe("parseNotebook(text, path)", () => {
  it.each([
    ["{ broken", "not-json", "x.ipynb: the file is not valid JSON (", "x.ipynb：文件不是有效的 JSON（"],
    [
      "[]",
      "not-a-notebook",
      "x.ipynb: the file is not a Jupyter notebook (the top level is not an object)",
      "x.ipynb：文件不是 Jupyter 笔记本（",
    ],
    ['{"cells": []}', "not-a-notebook", "nbformat is missing", "nbformat is missing"],
    [
      '{"nbformat": 3, "nbformat_minor": 0, "worksheets": []}',
      "unsupported-format",
      "wanted nbformat 4 (nbformat 3)",
      "应为 nbformat 4（nbformat 3）",
    ],
    [JSON.stringify({ ...empty, cells: {} }), "not-a-notebook", "cells is not a list", "cells is not a list"],
    [
      JSON.stringify({ ...empty, cells: [{ cell_type: "heading", source: "", metadata: {} }] }),
      "not-a-notebook",
      'cells[0]: unknown cell_type "heading"',
      'cells[0]: unknown cell_type "heading"',
    ],
    [
      JSON.stringify({ ...empty, cells: [{ cell_type: "code", source: 1, metadata: {} }] }),
      "not-a-notebook",
      "cells[0]: source is",
      "cells[0]",
    ],
  ])("refuses %s: %s", (text, problem, english, chinese) => {
    const refuse = () => parseNotebook(text, "x.ipynb");
    expect(refuse).toThrow(expect.objectContaining({ name: "NotebookError", problem }));
    try {
      refuse();
    } catch (error) {
      expect((error as NotebookError).in("en")).toContain(english);
      expect((error as NotebookError).in("zh")).toContain(chinese);
    }
  });

  it("gives one of two cells with the same id another, and a code cell without outputs none", () => {
    const cell = { cell_type: "code", id: "a", source: "1", metadata: {} };
    const { cells } = parseNotebook(JSON.stringify({ ...empty, cells: [cell, cell] }), "x.ipynb");
    expect(cells).toMatchObject([
      { id: "a", outputs: [], execution_count: null },
      { id: "a-2", outputs: [], execution_count: null },
    ]);
    expect(() => formatNotebook({ ...empty, cells } as never)).not.toThrow();
  });

  it("takes a byte order mark at the beginning", () => {
    expect(parseNotebook(`\uFEFF${JSON.stringify(empty)}`, "x.ipynb")).toMatchObject({ nbformat: 4 });
  });

  it("gives cells without an id one that a second run gives again", () => {
    const text = JSON.stringify({ ...empty, nbformat_minor: 2, cells: [{ cell_type: "markdown", source: "a", metadata: {} }] });
    const { cells, nbformat_minor } = parseNotebook(text, "x.ipynb");
    expect([nbformat_minor, cells[0]?.id]).toEqual([5, "cell-1"]);
  });
});

describe("formatNotebook(notebook)", () => {
  it("splits texts into lines with their ends, and leaves JSON outputs alone", () => {
    const data = { "text/plain": "a\nb\n", "application/json": { text: "a\nb" } };
    const outputs = [
      { output_type: "stream", name: "stdout", text: "x\n\ny" },
      { output_type: "display_data", data, metadata: {} },
    ];
    const cell = { cell_type: "code", id: "a", metadata: {}, execution_count: 1, source: "1\n2", outputs };
    const written = JSON.parse(formatNotebook({ ...empty, cells: [cell] } as never)).cells[0];
    expect(written.source).toEqual(["1\n", "2"]);
    expect(written.outputs[0].text).toEqual(["x\n", "\n", "y"]);
    expect(written.outputs[1].data).toEqual({ "text/plain": ["a\n", "b\n"], "application/json": { text: "a\nb" } });
  });
});

describe("formatNotebook(notebook) and Jupyter", () => {
  it("agree on a file's bytes: sorted keys at every depth, one space of indent", () => {
    const text = formatNotebook({ ...empty, metadata: { b: 1, a: { d: 1, c: 2 } } } as never);
    expect(text).toBe(
      '{\n "cells": [],\n "metadata": {\n  "a": {\n   "c": 2,\n   "d": 1\n  },\n  "b": 1\n },\n "nbformat": 4,\n "nbformat_minor": 5\n}\n',
    );
  });
});

describe("writeNotebook(path, notebook)", () => {
  it("replaces a file whole and leaves no other file", async () => {
    const folder = freshFolder();
    const path = join(folder, "n.ipynb");
    await writeNotebook(path, empty as never);
    await writeNotebook(path, { ...empty, metadata: { second: true } } as never);
    expect(JSON.parse(readFileSync(path, "utf8")).metadata).toEqual({ second: true });
    expect(readdirSync(folder)).toEqual(["n.ipynb"]);
  });

  it("leaves nothing behind when it cannot write", async () => {
    const folder = freshFolder();
    await writeNotebook(join(folder, "n.ipynb"), empty as never);
    // A folder cannot be replaced by a file, even by root.
    await expect(writeNotebook(folder, empty as never)).rejects.toThrow(expect.objectContaining({ problem: "cannot-write" }));
    expect(readdirSync(folder)).toEqual(["n.ipynb"]);
    expect(readdirSync(join(folder, "..")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("Outputs", () => {
  const message = (msg_type: string, content: Record<string, unknown>) => ({ header: { msg_type }, content });
  const print = (name: string, text: string) => message("stream", { name, text });

  it("keeps what a cell may print, says that the rest was left out, and still takes its errors", () => {
    const outputs = new Outputs();
    for (let i = 0; i < 30; i++) outputs.take(1, print("stdout", "x".repeat(longestPrint / 10)));
    outputs.take(1, message("error", { ename: "E", evalue: "", traceback: [] }));
    outputs.take(2, print("stdout", "another cell"));
    const [stream, error, ...rest] = outputs.of(1);
    expect(String(stream?.text)).toHaveLength(
      longestPrint + String(stream?.text).length - String(stream?.text).lastIndexOf("x") - 1,
    );
    expect(String(stream?.text)).toContain("left out: more than 1,000,000 characters");
    expect([error?.output_type, rest]).toEqual(["error", []]);
    expect(outputs.of(2)).toMatchObject([{ text: "another cell" }]);
  });

  it("joins consecutive prints to one stream, and only those", () => {
    const outputs = new Outputs();
    for (const part of [print("stdout", "a"), print("stdout", "b"), print("stderr", "c"), print("stdout", "d")])
      outputs.take(0, part);
    expect(outputs.of(0).map(({ name, text }) => [name, text])).toEqual([
      ["stdout", "ab"],
      ["stderr", "c"],
      ["stdout", "d"],
    ]);
  });

  it("updates a display from another cell, wherever it is shown", () => {
    const outputs = new Outputs();
    const shown = { data: { "text/plain": "1" }, metadata: {}, transient: { display_id: "d" } };
    outputs.take(0, message("display_data", shown));
    outputs.take(1, message("display_data", shown));
    outputs.take(2, message("update_display_data", { ...shown, data: { "text/plain": "2" } }));
    expect([...outputs.of(0), ...outputs.of(1)].map(({ data }) => data)).toEqual([{ "text/plain": "2" }, { "text/plain": "2" }]);
    expect(outputs.of(0)[0]).not.toHaveProperty("transient");
  });

  it("clears at once, or when the next output comes", () => {
    const outputs = new Outputs();
    outputs.take(0, print("stdout", "a"));
    outputs.take(0, message("clear_output", { wait: true }));
    expect(outputs.of(0)).toHaveLength(1);
    outputs.take(0, print("stdout", "b"));
    expect(outputs.of(0)).toMatchObject([{ text: "b" }]);
    outputs.take(0, message("clear_output", { wait: false }));
    expect(outputs.of(0)).toEqual([]);
  });
});

describe("progressLines(stream, language)", () => {
  const failure = {
    reason: "error",
    cell: 2,
    line: 3,
    ename: "RangeError",
    evalue: "too low",
    traceback: ["RangeError: too low"],
  } as const;
  const cell = { cell: 1, index: 0, id: "a", status: "ok", executionCount: 1, durationMs: 20 } as const;
  const report = {
    input: "n.ipynb",
    ok: false,
    failure,
    failures: [failure],
    cells: [cell],
    startupMs: 1,
    durationMs: 2000,
    notebook: empty,
  } as unknown as RunReport;
  const events: ProgressEvent[] = [
    { type: "starting", input: "n.ipynb", total: 2 },
    { type: "ready", startupMs: 1500 },
    { type: "cell-started", cell: 1, total: 2, firstLine: "hpi(start, deal)" },
    { type: "cell-ended", report: cell, total: 2 },
    { type: "finished", report },
  ];
  const written = (stream: { isTTY?: boolean; columns?: number }, language: "en" | "zh") => {
    let text = "";
    const listen = progressLines({ ...stream, write: (part) => (text += part) }, language);
    for (const event of events) listen(event);
    return text;
  };

  it("writes plain lines where there is no terminal", () => {
    expect(written({}, "en")).toBe(
      "n.ipynb: starting the kernel\nkernel ready after 1.50 s\n[1/2] ok 0.02 s\nFAILED in code cell 2, line 3: RangeError: too low\nRangeError: too low\n",
    );
  });

  it("shows the running cell on a terminal, cut to its width, and takes it away again", () => {
    const text = written({ isTTY: true, columns: 12 }, "en");
    expect(text).toContain("\r\u001b[2K[1/2] hpi(s\r\u001b[2K[1/2] ok");
  });

  it("shows every failure, and of an endless message only its beginning", () => {
    let text = "";
    const listen = progressLines({ write: (part) => (text += part) });
    const long = { ...failure, cell: 5, evalue: "x".repeat(1e6), traceback: ["x".repeat(1e6)] };
    listen({ type: "finished", report: { ...report, failures: [failure, long] } });
    expect(text).toContain("FAILED in code cell 2, line 3: RangeError: too low");
    expect(text).toContain("FAILED in code cell 5, line 3: RangeError: xxx");
    expect(text.length).toBeLessThan(10_000);
  });

  it("speaks Chinese", () => {
    expect(written({}, "zh")).toContain("失败：第 2 个代码单元第 3 行：RangeError: too low");
  });
});
