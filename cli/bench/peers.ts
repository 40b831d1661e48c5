/**
 * Other people's Jupyter tools, in an environment of our own: Python's own venv, packages from PyPI, kept under
 * .cache/peers until the list below changes. Here: tools and the kernelspec. Not here: what is done with them.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installKernel, kernelsFolder } from "../../notebooks/kernel/index.js";
import { cacheFolder } from "../root.js";

/** Taken at their newest whenever the environment is made; remove .cache/peers to make it anew. */
const packages = ["nbclient", "nbconvert", "papermill", "jupyterlab", "jupyter_kernel_test"];

const cache = join(cacheFolder, "peers");

export interface Peers {
  /** Why there is no environment; its tests then say so and do not run. */
  readonly missing?: string;
  /** Path of one of the environment's programs. */
  program(name: string): string;
  /** "nbclient 0.11.0" and so on, as installed. */
  readonly versions: readonly string[];
}

/** Makes the environment, or finds it from an earlier run. Takes a minute or two the first time. */
export function preparePeers(): Peers {
  const python = spawnSync("python3", ["--version"], { encoding: "utf8" });
  if (python.status !== 0) return absent("there is no python3 on this machine");
  const key = createHash("sha256")
    .update([python.stdout, ...packages].join("\n"))
    .digest("hex");
  const folder = join(cache, key.slice(0, 16));
  const program = (name: string) => join(folder, "bin", name);
  const complete = join(folder, "complete");
  if (!existsSync(complete)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    const failed = firstFailure([
      ["python3", "-m", "venv", folder],
      [program("pip"), "install", "--quiet", ...packages],
    ]);
    if (failed !== undefined) return absent(failed);
    writeFileSync(complete, "");
  }
  const listed = spawnSync(program("pip"), ["list", "--format=freeze"], { encoding: "utf8" }).stdout;
  const versions = listed.split("\n").filter((line) => packages.includes(line.split("==")[0] ?? ""));
  return { program, versions: versions.map((line) => line.replace("==", " ")) };
}

function absent(missing: string): Peers {
  return { missing, program: (name) => name, versions: [] };
}

function firstFailure(commands: readonly (readonly string[])[]): string | undefined {
  for (const [program = "", ...args] of commands) {
    const { status, stderr, error } = spawnSync(program, args, { encoding: "utf8" });
    if (status !== 0) return `"${[program, ...args].join(" ")}" failed: ${error?.message ?? stderr.trim().split("\n").at(-1)}`;
  }
  return undefined;
}

/** A folder outside the checkout with a kernelspec in it, and the variables that make Jupyter look there only. */
export function jupyterHome(): { folder: string; env: NodeJS.ProcessEnv; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "soundings-peers-"));
  installKernel(kernelsFolder(join(folder, "prefix")));
  const inside = (name: string) => join(folder, name);
  const env = {
    ...process.env,
    JUPYTER_PATH: join(folder, "prefix", "share", "jupyter"),
    JUPYTER_DATA_DIR: inside("data"),
    JUPYTER_CONFIG_DIR: inside("config"),
    JUPYTER_RUNTIME_DIR: inside("runtime"),
    IPYTHONDIR: inside("ipython"),
  };
  return { folder, env, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
