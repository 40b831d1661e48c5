/** A script loaded with the code that V8 kept of it: the same exports, whatever the folder holds. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadWithCode } from "../../../notebooks/kernel/code-cache.js";

let top: string;
let folder: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "soundings-code-"));
  folder = join(top, "kept");
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function script(name: string, answer: number): string {
  const path = join(top, name);
  writeFileSync(path, `const { sep } = require("path"); module.exports = { answer: () => ${answer}, sep, here: __filename };`);
  return path;
}

const answerOf = (exports: unknown) => (exports as { answer(): number }).answer();

describe("loadWithCode(path, folder)", () => {
  it("gives what require gives, and keeps the code for the next time", async () => {
    const path = script("a.cjs", 42);
    const first = loadWithCode(path, folder);
    expect(first.exports).toMatchObject({ here: path });
    expect(answerOf(first.exports)).toBe(42);
    await first.keepCode("start");
    expect(readdirSync(folder)).toHaveLength(1);
    const second = loadWithCode(path, folder);
    expect(answerOf(second.exports)).toBe(42);
    const [kept = ""] = readdirSync(folder);
    const bytes = readFileSync(join(folder, kept));
    await second.keepCode("start");
    expect(readFileSync(join(folder, kept))).toEqual(bytes);
  });

  it("takes no code of a script that has changed", async () => {
    const path = script("b.cjs", 1);
    await loadWithCode(path, folder).keepCode("start");
    script("b.cjs", 23);
    expect(answerOf(loadWithCode(path, folder).exports)).toBe(23);
  });

  it("loads the script although the kept code is broken, or the folder cannot be made", async () => {
    const path = script("c.cjs", 7);
    await loadWithCode(path, folder).keepCode("start");
    const [kept = ""] = readdirSync(folder);
    writeFileSync(join(folder, kept), "no code");
    expect(answerOf(loadWithCode(path, folder).exports)).toBe(7);
    writeFileSync(join(top, "file"), "");
    const loaded = loadWithCode(path, join(top, "file", "folder"));
    expect(answerOf(loaded.exports)).toBe(7);
    await expect(loaded.keepCode("start")).resolves.toBeUndefined();
  });

  it("keeps it once more after use, which knows more functions, and then no more", async () => {
    const path = script("e.cjs", 5);
    await loadWithCode(path, folder).keepCode("start");
    const [start = ""] = readdirSync(folder);
    const first = loadWithCode(path, folder);
    expect(answerOf(first.exports)).toBe(5);
    await first.keepCode("use");
    const [use = "", ...others] = readdirSync(folder);
    expect([use, others]).toEqual([start.replace("start", "use"), []]);
    const second = loadWithCode(path, folder);
    expect(answerOf(second.exports)).toBe(5);
    await second.keepCode("start");
    expect(readdirSync(folder)).toEqual([use]);
  });

  it("takes no code of which one byte has changed", async () => {
    const path = script("f.cjs", 6);
    await loadWithCode(path, folder).keepCode("start");
    const [kept = ""] = readdirSync(folder);
    const bytes = readFileSync(join(folder, kept));
    bytes[bytes.length - 9] = 255 - Number(bytes[bytes.length - 9]);
    writeFileSync(join(folder, kept), bytes);
    const loaded = loadWithCode(path, folder);
    expect(answerOf(loaded.exports)).toBe(6);
    await loaded.keepCode("start");
    expect(readFileSync(join(folder, kept))).not.toEqual(bytes);
  });

  it("leaves no half-written code", async () => {
    mkdirSync(folder);
    await loadWithCode(script("d.cjs", 3), folder).keepCode("start");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});
