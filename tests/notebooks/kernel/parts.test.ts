/** Parts of the kernel that need no process: the pin, positions, signatures, code frames, the kernelspec. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { toCodePoints, toCodeUnits } from "../../../notebooks/kernel/answers.js";
import { codeFrame, compileFailure } from "../../../notebooks/kernel/failure.js";
import { writeKernelspec } from "../../../notebooks/kernel/index.js";
import { withoutDocs } from "../../../notebooks/kernel/late-docs.js";
import { asBundle } from "../../../notebooks/kernel/mime.js";
import { loadTslab, pinned, TslabChangedError } from "../../../notebooks/kernel/tslab.js";
import { address, type Connection, decode, encode, header } from "../../../notebooks/kernel/wire.js";
import { freshFolder } from "../notebook-file.js";

describe("loadTslab(adapt)", () => {
  const require = createRequire(import.meta.url);
  /** A require that answers some modules differently, as another version would. */
  const changed = (answers: Record<string, unknown>) =>
    Object.assign((id: string) => (id in answers ? answers[id] : require(id)), {
      resolve: require.resolve,
      cache: require.cache,
      main: undefined,
      extensions: require.extensions,
    }) as NodeJS.Require;

  it("finds every internal of the installed tslab", () => {
    const tslab = loadTslab(() => ({}));
    expect(tslab.ts.version).toBe(pinned.typescript);
    expect(tslab.isCompleteCode("{")).toMatchObject({ completed: false });
    expect(tslab.getCodeMetadata("/** @module lots */").module).toBe("lots");
  });

  it("says which version it found when tslab is another one", () => {
    const load = () => loadTslab(() => ({}), changed({ "tslab/package.json": { version: "1.0.23" } }));
    expect(load).toThrow(TslabChangedError);
    expect(load).toThrow(/built on the internals of tslab 1\.0\.22: found version 1\.0\.23.*npm ci/);
  });

  it("names the internal that is gone", () => {
    const load = () => loadTslab(() => ({}), changed({ "tslab/dist/executor.js": {} }));
    expect(load).toThrow(/it no longer exports createExecutor/);
  });

  it("notices that display writes elsewhere", () => {
    expect(() => loadTslab(() => ({}), changed({ "tslab/dist/jupyter.js": {} }))).toThrow(/display functions write elsewhere/);
  });
});

describe("the compiler's source", () => {
  it("has characters beyond ASCII in comments only, so that it may be read as Latin-1", () => {
    const path = createRequire(import.meta.url).resolve("@tslab/typescript-for-tslab");
    const lines = readFileSync(path, "utf8").split("\n");
    const beyond = lines.filter((line) => [...line].some((character) => character > "\x7f"));
    expect(beyond.length).toBeGreaterThan(0);
    for (const line of beyond) expect(line).toMatch(/^[^"'`/]*\/\//);
  });
});

describe("withoutDocs(text)", () => {
  it("makes documentation ordinary comments, moving nothing", () => {
    const text = "/** Of a. */\ndeclare const a: 1;\n\t/**\n\t * Of b.\n\t */\ndeclare const b: 2;";
    const without = withoutDocs(text);
    expect(without).toBe("/*  Of a. */\ndeclare const a: 1;\n\t/* \n\t * Of b.\n\t */\ndeclare const b: 2;");
    expect(without).toHaveLength(text.length);
  });

  it.each(['type Glob = "src/**" | "/** a */";', "/**/", "x /**/ y", "/* a */"])("leaves %s", (text) => {
    expect(withoutDocs(text)).toBe(text);
  });
});

describe("encode and decode", () => {
  const message = {
    identities: [Buffer.from("you")],
    header: header("x_request", "s"),
    parent: {},
    metadata: {},
    content: { a: "价" },
  };

  it("round-trip a message", () => {
    expect(decode(encode(message, "key"), "key")).toEqual(message);
  });

  it("refuse a message signed with another key", () => {
    expect(() => decode(encode(message, "key"), "other")).toThrow(/not signed with the connection's key/);
  });

  it("refuse a message that was changed on its way", () => {
    const frames = encode(message, "key");
    frames[frames.length - 1] = Buffer.from('{"a":"8"}');
    expect(() => decode(frames, "key")).toThrow(/not signed/);
  });

  it("refuse a message without its frames", () => {
    expect(() => decode([Buffer.from("noise")], "key")).toThrow(/lacks frames/);
  });

  it("join the ports of ipc with a hyphen and of tcp with a colon, as Jupyter does", () => {
    const connection = { ip: "/tmp/k", shell_port: 1 } as Connection;
    expect(address({ ...connection, transport: "ipc" }, "shell")).toBe("ipc:///tmp/k-1");
    expect(address({ ...connection, ip: "127.0.0.1", transport: "tcp" }, "shell")).toBe("tcp://127.0.0.1:1");
  });
});

describe("compileFailure(cell, code, diagnostics)", () => {
  const place = (offset: number, line: number, character: number) => ({ offset, line, character });
  const diagnostic = (messageText: string, line: number) => {
    return { start: place(line, line, 4), end: place(line + 1, line, 5), messageText, category: 1, code: 2322 };
  };

  it("puts the reasons of one error under it", () => {
    const { traceback } = compileFailure("cell[1]", "let a = b;", [diagnostic("whole", 0), diagnostic("because", 0)]);
    expect(traceback).toEqual(["cell[1]:1:5 - error TS2322: whole", "> 1 | let a = b;", "    |     ^", "    because"]);
  });

  it("names the file when the error is in a file that the cell imports", () => {
    const failure = compileFailure("cell[1]", 'import "./h"', [{ ...diagnostic("whole", 7), fileName: "h.ts" }]);
    expect(failure).toMatchObject({ evalue: "TS2322 at h.ts:8:5: whole", at: undefined });
  });

  it("keeps an error at the end of the text within the cell", () => {
    expect(compileFailure("cell[1]", "if (1) {", [diagnostic("'}' expected.", 1)]).at).toEqual({ line: 1, column: 9 });
  });
});

describe("codeFrame(lines, at)", () => {
  it("marks the column between the neighbouring lines", () => {
    const lines = Array.from({ length: 12 }, (_, i) => `line ${i + 1}`);
    expect(codeFrame(lines, { line: 10, column: 6 })).toEqual([
      "   9 | line 9",
      "> 10 | line 10",
      "     |      ^",
      "  11 | line 11",
    ]);
  });
});

describe("asBundle(value)", () => {
  it.each([["text"], [null], [[1]], [{}], [{ plain: "x" }]])("refuses %j", (value) => {
    expect(() => asBundle(value)).toThrow(/must return an object of mime types/);
  });
});

describe("toCodeUnits(text, codePoints)", () => {
  it("is undone by toCodePoints, also behind a character of two units", () => {
    expect(toCodeUnits("𠮷价x", 2)).toBe(3);
    expect(toCodePoints("𠮷价x", 3)).toBe(2);
  });
});

describe("writeKernelspec(folder)", () => {
  it("writes a kernel.json with absolute paths and leaves nothing else", () => {
    const folder = writeKernelspec(freshFolder());
    expect(readdirSync(folder)).toEqual(["kernel.json"]);
    const spec = JSON.parse(readFileSync(`${folder}/kernel.json`, "utf8"));
    expect(spec).toMatchObject({ display_name: "Soundings (TypeScript)", language: "typescript", interrupt_mode: "signal" });
    expect(spec.argv[0]).toBe(process.execPath);
    expect(spec.argv.at(-2)).toMatch(/^\/.*dist\/notebooks\/kernel\/main\.js$/);
    expect(spec.argv.at(-1)).toBe("{connection_file}");
  });
});
