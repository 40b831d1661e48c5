/** What a run read is in its provenance, and a change of it makes outputs stale; in a repository that is not Soundings'. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notebookFile } from "../notebooks/notebook-file.js";
import { start } from "./commands.js";

const top = mkdtempSync(join(tmpdir(), "inputs-"));
afterAll(() => rmSync(top, { recursive: true }));
const repository = join(top, "mine");
const folder = join(repository, "study");
const write = (path: string, text: string) => writeFileSync(join(top, path), text);

interface Provenance {
  readonly notebook: string;
  readonly commit?: string;
  readonly inputs: readonly { readonly path: string; readonly sha256: string; readonly size: number }[];
}

function provenanceIn(path: string): Provenance {
  return JSON.parse(readFileSync(path, "utf8")).metadata.soundings.provenance;
}

const git = (...args: string[]) => {
  const who = ["-c", "user.name=a", "-c", "user.email=a@b.c"];
  return spawnSync("git", ["-C", repository, ...who, ...args], { encoding: "utf8" }).stdout.trim();
};

async function soundings(...args: readonly string[]): Promise<{ status: number | null; said: string }> {
  const { closed, said } = start(args, folder);
  return { status: await closed, said: said() };
}

beforeAll(() => {
  for (const path of ["mine/study/data", "mine/study/lib", "elsewhere"]) mkdirSync(join(top, path), { recursive: true });
  write("mine/study/data.csv", "a,b\n1,2\n");
  write("mine/study/data/2022.csv", "a\n3\n");
  write("mine/study/mentioned.csv", "never read");
  write("mine/study/package.json", "{}");
  write("mine/shared.txt", "shared");
  write("elsewhere/given.csv", "given");
  write("mine/study/helper.ts", 'import { deeper } from "./lib/deeper";\nexport const help = (n: number) => deeper(n) + 1;\n');
  write("mine/study/lib/deeper.ts", "export const deeper = (n: number) => n * 2;\n");
  notebookFile(folder, "study", [
    { code: 'let file = "data.csv";', tags: ["parameters"] },
    'import { readFileSync, writeFileSync } from "node:fs";\nimport { readFile } from "node:fs/promises";\nimport { help } from "./helper";',
    "const year = 2022;\nconst text = readFileSync(file, 'utf8') + readFileSync('data/' + year + '.csv') + (await readFile('../shared.txt', 'utf8'));",
    "// not mentioned.csv\nwriteFileSync('made.txt', text);\nreadFileSync('made.txt').length + help(1)",
  ]);
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "study");
});

const read = ["../shared.txt", "data.csv", "data/2022.csv", "helper.ts", "lib/deeper.ts"];

describe("soundings run", () => {
  it("lists what the run read with hash and size, and the commit of the notebook's own repository", {
    timeout: 120_000,
  }, async () => {
    const { status, said } = await soundings("run", "study");
    expect([status, said]).toEqual([0, expect.stringContaining("ran in")]);
    const { inputs, commit, notebook } = provenanceIn(join(folder, "output", "study.ipynb"));
    expect(inputs.map(({ path }) => path)).toEqual(read);
    const sha256 = createHash("sha256").update("a,b\n1,2\n").digest("hex");
    expect(inputs[1]).toEqual({ path: "data.csv", sha256, size: 8 });
    expect([commit, notebook]).toEqual([git("rev-parse", "--short=12", "HEAD"), "study/study.ipynb"]);
  });

  it("lists a file elsewhere that a parameter names, and no commit where there is no repository", {
    timeout: 120_000,
  }, async () => {
    const outside = join(top, "outside");
    mkdirSync(outside);
    notebookFile(outside, "alone", [
      { code: 'let file = "none";', tags: ["parameters"] },
      'import { readFileSync } from "node:fs";\nreadFileSync(file, "utf8")',
    ]);
    const given = join(top, "elsewhere", "given.csv");
    const { status, said } = await soundings("run", join(outside, "alone"), "-p", `file=${given}`);
    expect([status, said]).toEqual([0, expect.stringContaining("ran in")]);
    const provenance = provenanceIn(join(folder, "output", "alone.ipynb"));
    expect(provenance.inputs).toMatchObject([{ path: "../elsewhere/given.csv", size: 5 }]);
    expect(provenance).not.toHaveProperty("commit");
    expect(provenance.notebook).toBe("alone.ipynb");
  });

  it("leaves no trace of the recording in an error that reading raises", { timeout: 120_000 }, async () => {
    notebookFile(folder, "missing", ['import { readFileSync } from "node:fs";\nreadFileSync("none.csv");']);
    expect(await soundings("run", "missing")).toMatchObject({ status: 1 });
    const text = readFileSync(join(folder, "output", "missing.ipynb"), "utf8");
    expect(text).toContain("no such file or directory, open 'none.csv'");
    expect(text).not.toContain("record-reads");
  });
});

describe("soundings check --stale", () => {
  it("names what was read and has changed since --update, and what has gone", { timeout: 180_000 }, async () => {
    expect(await soundings("check", "study", "--update")).toMatchObject({ status: 0 });
    expect(provenanceIn(join(folder, "study.ipynb")).inputs.map(({ path }) => path)).toEqual(read);
    expect(await soundings("check", "study", "--stale")).toMatchObject({ status: 0 });
    write("mine/study/data.csv", "a,b\n1,3\n");
    write("mine/study/lib/deeper.ts", "export const deeper = (n: number) => n * 3;\n");
    rmSync(join(repository, "shared.txt"));
    expect(await soundings("check", "study", "--stale")).toMatchObject({
      status: 1,
      said: expect.stringContaining("made before ../shared.txt, data.csv, lib/deeper.ts changed"),
    });
  });
});
