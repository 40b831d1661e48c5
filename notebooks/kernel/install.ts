/**
 * Where Jupyter, JupyterLab and VS Code look for kernels, and putting this one there or taking it away.
 * Here: folders per platform. Not here: what the kernelspec says (kernelspec.ts).
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { displayName, kernelName, writeKernelspec } from "./kernelspec.js";

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const thisMachine: Machine = { platform: process.platform, env: process.env, home: homedir() };

/** Jupyter's folder of kernels for this user, or for everyone who uses the environment at `prefix`. */
export function kernelsFolder(prefix?: string, machine: Machine = thisMachine): string {
  if (prefix !== undefined) return join(resolve(prefix), "share", "jupyter", "kernels");
  return join(userData(machine), "kernels");
}

/** As jupyter_core finds it: its own variable first, then the platform's custom. */
function userData({ platform, env, home }: Machine): string {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") return join(env.APPDATA ?? join(home, "AppData", "Roaming"), "jupyter");
  return join(env.XDG_DATA_HOME ?? join(home, ".local", "share"), "jupyter");
}

export interface Installed {
  readonly folder: string;
  /** Whether a kernelspec of this name was there before. */
  readonly replaced: boolean;
}

/** Writes the kernelspec into a folder of kernels; one that is there already is brought up to date. */
export function installKernel(kernels: string): Installed {
  const replaced = existsSync(specPath(kernels));
  return { folder: writeKernelspec(kernels), replaced };
}

/**
 * Removes the kernelspec, and says whether there was one.
 * @throws Error when what is there under this name is another program's kernel
 */
export function uninstallKernel(kernels: string): boolean {
  const path = specPath(kernels);
  if (!existsSync(path)) return false;
  if (displayNameIn(path) !== displayName) {
    throw new Error(`${path} describes another kernel than "${displayName}"; nothing was removed`);
  }
  rmSync(join(kernels, kernelName), { recursive: true });
  return true;
}

function specPath(kernels: string): string {
  return join(kernels, kernelName, "kernel.json");
}

function displayNameIn(path: string): unknown {
  try {
    return (JSON.parse(readFileSync(path, "utf8")) as { display_name?: unknown }).display_name;
  } catch {
    return undefined;
  }
}
