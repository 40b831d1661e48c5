/** The kernelspec finds its way to where Jupyter looks, and away again. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { kernel } from "../../../cli/kernel.js";
import { installKernel, kernelsFolder, uninstallKernel } from "../../../notebooks/kernel/index.js";
import { freshFolder } from "../notebook-file.js";

describe("kernelsFolder(prefix, machine)", () => {
  const home = "/home/ada";
  it.each([
    ["linux", {}, "/home/ada/.local/share/jupyter/kernels"],
    ["linux", { XDG_DATA_HOME: "/data" }, "/data/jupyter/kernels"],
    ["linux", { JUPYTER_DATA_DIR: "/j", XDG_DATA_HOME: "/data" }, "/j/kernels"],
    ["darwin", {}, "/home/ada/Library/Jupyter/kernels"],
    ["win32", { APPDATA: "/roaming" }, "/roaming/jupyter/kernels"],
  ] as const)("on %s with %j is %s", (platform, env, folder) => {
    expect(kernelsFolder(undefined, { platform, env, home })).toBe(folder);
  });

  it("of an environment lies within it", () => {
    expect(kernelsFolder("/opt/env")).toBe("/opt/env/share/jupyter/kernels");
  });
});

describe("installKernel(kernels) and uninstallKernel(kernels)", () => {
  it("write one file, write it again, and remove it", () => {
    const kernels = join(freshFolder(), "kernels");
    expect(installKernel(kernels)).toEqual({ folder: join(kernels, "soundings"), replaced: false });
    expect(installKernel(kernels).replaced).toBe(true);
    expect(readdirSync(join(kernels, "soundings"))).toEqual(["kernel.json"]);
    expect(uninstallKernel(kernels)).toBe(true);
    expect(existsSync(join(kernels, "soundings"))).toBe(false);
    expect(uninstallKernel(kernels)).toBe(false);
  });

  it("do not remove a kernel that is not this one", () => {
    const kernels = freshFolder();
    mkdirSync(join(kernels, "soundings"));
    writeFileSync(join(kernels, "soundings", "kernel.json"), '{"display_name":"Sonar"}');
    expect(() => uninstallKernel(kernels)).toThrow(/describes another kernel.*nothing was removed/);
  });
});

describe("soundings kernel", () => {
  const run = (...argv: string[]) => {
    const written = { out: "", err: "" };
    const keep = (stream: "out" | "err") => (text: unknown) => {
      written[stream] += String(text);
      return true;
    };
    vi.spyOn(process.stdout, "write").mockImplementation(keep("out"));
    vi.spyOn(process.stderr, "write").mockImplementation(keep("err"));
    const code = kernel(argv);
    vi.restoreAllMocks();
    return { code, ...written };
  };

  it("install --prefix DIR says what it wrote and where; uninstall takes it away", () => {
    const prefix = freshFolder();
    const folder = join(prefix, "share/jupyter/kernels/soundings");
    expect(run("install", "--prefix", prefix)).toMatchObject({ code: 0, out: expect.stringContaining(folder) });
    expect(JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8")).argv[0]).toBe(process.execPath);
    expect(run("install", "--prefix", prefix).out).toContain("was there and is now up to date");
    expect(run("uninstall", "--prefix", prefix)).toMatchObject({ code: 0, out: `Removed ${folder}.\n` });
    expect(run("uninstall", "--prefix", prefix).out).toContain("Nothing to remove");
  });

  it.each([
    [["instal"], /no action "instal"; there are install and uninstall/],
    [["install", "--user", "--prefix", "x"], /exclude each other/],
    [["install", "--everywhere"], /--everywhere/],
    [["install", "x"], /too many words: x/],
  ])("%j is refused with a reason", (argv, reason) => {
    const { code, err } = run(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(reason);
  });

  it("says when it may not write there", () => {
    const prefix = freshFolder();
    writeFileSync(join(prefix, "share"), "a file where a folder should be");
    expect(run("install", "--prefix", prefix)).toMatchObject({ code: 1, err: expect.stringContaining(prefix) });
  });
});
