/** The notebook commands as people type them: what they write, say and return, also when stopped or refused. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { freshFolder, notebookFile } from "../notebooks/notebook-file.js";

const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const script = `import(${JSON.stringify(`file://${main}`)}).then(async ({ main }) => { process.exitCode = await main(process.argv.slice(1)); })`;
const folder = freshFolder();
const read = (name: string) => readFileSync(join(folder, name), "utf8");

/** What was said is on stderr, with one space for any run of blanks. */
function soundings(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", script, "--", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, said: stderr };
}

/** The same in this process, for words that are refused at once. Paths must be absolute. */
async function refused(...args: readonly string[]) {
  const { main: run } = (await import(main)) as typeof import("../../cli/main.js");
  const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    const status = await run(args);
    return { status, said: stderr.mock.calls.map(([text]) => String(text)).join("") };
  } finally {
    stderr.mockRestore();
  }
}

/** The texts of a notebook's outputs, in order. */
function shownIn(name: string): string[] {
  const { cells } = JSON.parse(read(name)) as { cells: { outputs?: { data?: Record<string, string[]>; ename?: string }[] }[] };
  return cells.flatMap(({ outputs = [] }) => outputs.map(({ data, ename }) => ename ?? data?.["text/plain"]?.join("") ?? ""));
}

const defaults = { code: 'let city = "上海";\nlet years = 3;', tags: ["parameters"] };

describe("soundings new", () => {
  it("makes a notebook that runs as it is, takes parameters, and becomes a page", { timeout: 60_000 }, () => {
    expect(soundings("new", "mine")).toMatchObject({ status: 0 });
    writeFileSync(join(folder, "given.json"), '{ "grossYield": 0.02 }');
    const { status, said } = soundings("run", "mine", "-p", "city=苏州", "--params", "given.json", "--html");
    expect(said).toContain("code cells ran in");
    expect(status).toBe(0);
    expect(shownIn("output/mine.ipynb").join("\n")).toMatch(/苏州(.|\n)*50/);
    expect(read("output/mine.html")).toContain("grossYield = 0.02");
    expect(read("output/mine.html")).toContain("Parameters of this run");
    expect(JSON.parse(read("output/mine.ipynb")).metadata.soundings.provenance.parameters).toEqual({
      city: "苏州",
      grossYield: "0.02",
    });
  });

  it("overwrites nothing", () => {
    const before = read("mine.ipynb");
    expect(soundings("new", "mine")).toMatchObject({ status: 1, said: expect.stringContaining("exists already") });
    expect(read("mine.ipynb")).toBe(before);
  });
});

describe("soundings run", () => {
  it("runs a folder's notebooks, reports each, and fails if one did", { timeout: 90_000 }, () => {
    const several = join(folder, "several");
    mkdirSync(several);
    notebookFile(several, "good", [defaults, "city.length + years"]);
    notebookFile(several, "bad", ["1", "throw new RangeError('too low')", "3"]);
    const reports = ["--report", "json", "r.json", "--report", "junit", "r.xml"];
    const { status, said } = soundings("run", "several", "--jobs", "2", "--output", "made", ...reports);
    expect(status).toBe(1);
    expect(said).toContain("bad FAILED in code cell 2, line 1: RangeError: too low");
    expect(said).toMatch(/^good \[2\/2\] ok/m);
    expect(shownIn("made/good.ipynb")).toEqual(["5"]);
    expect(shownIn("made/bad.ipynb")).toEqual(["1", "RangeError"]);
    expect(JSON.parse(read("r.json")).notebooks.map(({ ok }: { ok: boolean }) => ok)).toEqual([false, true]);
    expect(read("r.xml")).toContain('name="cell 2 (c2)"');
  });

  it("refuses a parameter that is not there or of another type, in the language asked for", { timeout: 60_000 }, () => {
    notebookFile(folder, "takes", [defaults]);
    expect(soundings("run", "takes", "-p", "year=3")).toMatchObject({
      status: 1,
      said: expect.stringContaining('did you mean "years"?'),
    });
    const { status, said } = soundings("run", "takes", "-p", "years=many", "--lang", "zh");
    expect(status).toBe(1);
    expect(said).toContain('参数“years”：输入为 "many"，应为 number');
    expect(existsSync(join(folder, "output", "takes.ipynb"))).toBe(false);
  });

  it.each([
    [["run"], 2, "run takes the name or path of a notebook"],
    [["run", "01-hpj"], 1, 'there is no notebook "01-hpj"; did you mean "01-hpi"?'],
    [["run", "01-hpi", "-p", "x"], 2, "-p x: wanted name=value"],
    [["run", "01-hpi", "--jobs", "none"], 2, "--jobs: seen none, wanted a number above 0"],
    [["run", "01-hpi", "--startup-timeout", "0"], 2, "--startup-timeout: seen 0"],
    [["run", "01-hpi", "--report", "html", "x"], 2, "--report takes json or junit, and a file"],
    [["run", "01-hpi", "--nonsense"], 2, "--nonsense"],
    [["check", "01-hpi", "--update", "--stale"], 2, "not both"],
    [["page"], 2, "page takes one notebook or one folder"],
    [["new"], 2, "new takes one name"],
  ])("%j is refused with %i", async (args, status, words) => {
    expect(await refused(...args)).toMatchObject({ status, said: expect.stringContaining(words) });
  });

  it("tells of a refused notebook in its reports, and runs the others", { timeout: 60_000 }, () => {
    const mixed = join(folder, "mixed");
    mkdirSync(mixed);
    notebookFile(mixed, "good", ["1"]);
    writeFileSync(join(mixed, "broken.ipynb"), "{ broken");
    const reports = ["--report", "json", "m.json", "--report", "junit", "m.xml"];
    expect(soundings("run", "mixed", "--output", "mixed-made", ...reports).status).toBe(1);
    const { ok, notebooks } = JSON.parse(read("m.json"));
    expect(ok).toBe(false);
    expect(notebooks).toMatchObject([{ ok: false, failure: { reason: "refused" } }, { ok: true }]);
    expect(read("m.xml")).toContain("broken.ipynb");
    const checked = soundings("check", "mixed");
    expect(checked).toMatchObject({ status: 1, stdout: expect.stringContaining("good.ipynb") });
    expect(checked.said).toContain("broken.ipynb: the file is not valid JSON");
  });

  it("keeps a run's report when only its page cannot be written", { timeout: 60_000 }, () => {
    notebookFile(folder, "pageless", ["1"]);
    mkdirSync(join(folder, "pages-closed", "pageless.html"), { recursive: true }); // no file replaces a folder
    const args = ["run", "pageless", "--html", "--output", "pages-closed", "--report", "json", "p.json"];
    expect(soundings(...args)).toMatchObject({ status: 1, said: expect.stringContaining("its page could not be made") });
    expect(JSON.parse(read("p.json")).notebooks).toMatchObject([
      { ok: false, failure: { reason: "page" }, cells: [{ status: "ok" }] },
    ]);
  });

  it("refuses two notebooks of one name, and a broken file of parameters, naming them", async () => {
    for (const name of ["left", "right"]) {
      mkdirSync(join(folder, name));
      notebookFile(join(folder, name), "x", ["1"]);
    }
    writeFileSync(join(folder, "broken.json"), "{ broken");
    const both = [join(folder, "left"), join(folder, "right")];
    const words = expect.stringMatching(/left\/x\.ipynb and .*right\/x\.ipynb would both be written to/);
    expect(await refused("run", ...both)).toEqual({ status: 2, said: words });
    const given = await refused("run", join(folder, "left"), "--params", join(folder, "broken.json"));
    expect(given).toEqual({ status: 1, said: expect.stringContaining("broken.json: ") });
  });

  it.each([
    ["broken", "{ broken", "not valid JSON"],
    ["old", '{"nbformat": 3, "nbformat_minor": 0, "worksheets": []}', "wanted nbformat 4"],
    ["strange", '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "heading"}]}', "unknown cell_type"],
  ])("%s.ipynb is refused in one sentence", async (name, text, words) => {
    const path = join(folder, `${name}.ipynb`);
    writeFileSync(path, text);
    const output = join(folder, "refused");
    expect(await refused("run", path, "--output", output)).toMatchObject({ status: 1, said: expect.stringContaining(words) });
    expect(await refused("page", path)).toMatchObject({ status: 1, said: expect.stringContaining(`${name}.ipynb: `) });
    expect(await refused("check", path)).toMatchObject({ status: 1, said: expect.stringContaining(words) });
  });

  it("says that a folder cannot be made, before the kernel starts", async () => {
    const path = notebookFile(folder, "small", ["1"]);
    // A file stands where the folder should be, which stops root, too.
    writeFileSync(join(folder, "file"), "");
    const { status, said } = await refused("run", path, "--output", join(folder, "file", "inside"));
    expect([status, said]).toEqual([1, expect.stringContaining("ENOTDIR")]);
    expect(said).not.toContain("kernel");
  });

  it.skipIf(process.platform === "win32")(
    "says that a file cannot be written to its end, and leaves the earlier one",
    { timeout: 60_000 },
    () => {
      notebookFile(folder, "large", ["console.log('x'.repeat(100_000))"]);
      writeFileSync(join(folder, "earlier.ipynb"), "earlier");
      // The system refuses a file's growth here as it does on a full disk: in the middle of writing.
      const limited = 'ulimit -f 40; exec "$0" "$@"';
      const args = ["-c", limited, process.execPath, "-e", script, "--", "run", "large", "--output", "earlier.ipynb"];
      const { status, stderr } = spawnSync("sh", args, { cwd: folder, encoding: "utf8" });
      expect([status, stderr]).toEqual([1, expect.stringContaining("the output cannot be written (EFBIG")]);
      expect(read("earlier.ipynb")).toBe("earlier");
      expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    },
  );

  it("keeps what ran when Ctrl-C stops it, and leaves no process and no part of a file", { timeout: 60_000 }, async () => {
    notebookFile(folder, "slow", ["'first'", "await new Promise(() => {});"]);
    for (const waitFor of ["starting the kernel", "[1/2] ok"]) {
      // A process group of its own, as a terminal gives it; Ctrl-C reaches every process in it.
      const child = spawn(process.execPath, ["-e", script, "--", "run", "slow", "--output", "stopped"], {
        cwd: folder,
        detached: true,
      });
      let said = "";
      await new Promise<void>((heard) => {
        child.stderr.setEncoding("utf8").on("data", (text: string) => {
          said += text;
          if (said.includes(waitFor)) heard();
        });
      });
      process.kill(-(child.pid ?? Number.NaN), "SIGINT");
      const [code] = await once(child, "close");
      expect([code, said]).toEqual([130, expect.stringContaining("the run was stopped")]);
      expect(processesOf(child.pid ?? 0)).toEqual([]);
      expect(readdirSync(join(folder, "stopped"))).toEqual(["slow.ipynb"]);
    }
    expect(shownIn("stopped/slow.ipynb")).toEqual(["'first'", "Stopped"]);
  });
});

/** Processes that were started by one that has ended: they would now have another parent, but keep its session or name. */
function processesOf(pid: number): string[] {
  const { stdout } = spawnSync("ps", ["-eo", "sid=,args="], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.trim().startsWith(`${pid} `));
}

describe("soundings check", () => {
  it("accepts outputs with --update, proves them, shows a difference, and sees stale ones at once", { timeout: 120_000 }, () => {
    const path = notebookFile(folder, "proved", ["const answer = 42;", "answer"]);
    expect(soundings("check", "proved")).toMatchObject({ status: 1, stdout: expect.stringContaining("(none)") });
    expect(soundings("check", "proved", "--update")).toMatchObject({ status: 0 });
    const accepted = readFileSync(path, "utf8");
    expect(soundings("check", "proved", "--update").said).toContain("nothing to update");
    expect(readFileSync(path, "utf8")).toBe(accepted);
    expect(soundings("check", "proved")).toMatchObject({ status: 0 });
    expect(soundings("check", "proved", "--stale")).toMatchObject({ status: 0 });

    writeFileSync(path, accepted.replace("answer = 42", "answer = 43"));
    expect(soundings("check", "proved", "--stale")).toMatchObject({ status: 1, said: expect.stringContaining("its code") });
    const { status, stdout } = soundings("check", "proved");
    expect(status).toBe(1);
    expect(stdout).toContain("cell 2 (c2), output 1, text/plain, line 1\n    - 42\n    + 43");
  });
});

describe("soundings page", () => {
  it("makes the pages of a folder and an index that names them, safely", () => {
    const gallery = join(folder, "gallery");
    mkdirSync(gallery);
    notebookFile(gallery, "a", [{ markdown: "# Of <script>alert(1)</script>\n\nFirst *words*." }]);
    notebookFile(gallery, "b", ["1"]);
    expect(soundings("page", "gallery", "--output", "pages")).toMatchObject({ status: 0 });
    expect(readdirSync(join(folder, "pages")).sort()).toEqual(["a.html", "b.html", "index.html"]);
    const index = read("pages/index.html");
    expect(index).toContain('href="a.html"');
    expect(index).toContain("First words.");
    expect(index).not.toContain("<script>alert");
  });

  it("prints a PDF through the browser", { timeout: 60_000 }, () => {
    notebookFile(folder, "print", [{ markdown: "# On paper" }]);
    expect(soundings("page", "print", "--pdf")).toMatchObject({ status: 0 });
    const pdf = readFileSync(join(folder, "print.pdf")).toString("latin1");
    expect(pdf).toMatch(/^%PDF-/);
    expect(pdf).toContain("/Outlines");
  });
});
