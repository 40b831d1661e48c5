/** Steps are done once for the same inputs, and again when anything that they depend on changed. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../../cli/root.js";
import { hashOf, runSteps, type Step, writeWhole } from "../../cli/steps.js";

let folder: string;
let ran: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "soundings-steps-"));
  ran = [];
  writeFileSync(join(folder, "input.txt"), "1");
});
afterEach(() => rmSync(folder, { recursive: true }));

function step(title: string, fails = false): Step {
  const output = join(folder, `${title}.out`);
  return {
    title,
    inputs: [fromRoot("input.txt")],
    outputs: [output],
    run: async () => {
      ran.push(title);
      if (fails) throw new Error(`${title} failed`);
      writeFileSync(output, "done");
    },
  };
}

/** A path in the test folder as steps name their inputs: from the checkout's top. */
const fromRoot = (path: string) => relative(root, join(folder, path));
const run = (...steps: Step[]) => runSteps(steps, () => {}, join(folder, "memory.json"));

describe("runSteps(steps)", () => {
  it("runs a step once while its inputs stay as they are", async () => {
    await run(step("a"));
    await run(step("a"));
    expect(ran).toEqual(["a"]);
  });

  it("runs it again when an input changed or an output is gone", async () => {
    await run(step("a"));
    writeFileSync(join(folder, "input.txt"), "2");
    await run(step("a"));
    rmSync(join(folder, "a.out"));
    await run(step("a"));
    expect(ran).toEqual(["a", "a", "a"]);
  });

  it("stops at a failure, remembers what succeeded before it, and tries the failed step again", async () => {
    await expect(run(step("a"), step("b", true), step("c"))).rejects.toThrow("b failed");
    await run(step("a"), step("b"), step("c"));
    expect(ran).toEqual(["a", "b", "b", "c"]);
  });

  it("does everything again when its memory is broken", async () => {
    await run(step("a"));
    writeFileSync(join(folder, "memory.json"), '{"a": "');
    await run(step("a"));
    expect(ran).toEqual(["a", "a"]);
  });
});

describe("hashOf(paths)", () => {
  it("sees names as well as contents, in folders below too", () => {
    const hash = () => hashOf([fromRoot(".")]);
    const before = hash();
    mkdirSync(join(folder, "below"));
    writeFileSync(join(folder, "below", "x"), "1");
    const added = hash();
    rmSync(join(folder, "below", "x"));
    writeFileSync(join(folder, "below", "y"), "1");
    expect(new Set([before, added, hash()]).size).toBe(3);
  });
});

describe("writeWhole(path, content)", () => {
  it("makes the folder, writes the file and leaves no draft", () => {
    const path = join(folder, "new", "file.txt");
    writeWhole(path, "whole");
    expect(readFileSync(path, "utf8")).toBe("whole");
    expect(readdirSync(join(folder, "new"))).toEqual(["file.txt"]);
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  it("leaves no draft when it cannot finish", () => {
    const path = join(folder, "taken");
    mkdirSync(path); // no file replaces a folder
    expect(() => writeWhole(path, "whole")).toThrow();
    expect(readdirSync(folder).filter((name) => name.includes(".part"))).toEqual([]);
  });
});
