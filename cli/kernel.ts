/**
 * `soundings kernel install|uninstall`: makes notebooks anywhere on this machine find the kernel. Needs no Python.
 * Here: the command line. Not here: where Jupyter looks (notebooks/kernel/install.ts).
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { displayName, installKernel, kernelName, kernelsFolder, uninstallKernel } from "../notebooks/kernel/index.js";

const usage = `soundings kernel install [--user | --prefix DIR]     offer "${displayName}" to JupyterLab, VS Code and nbconvert
soundings kernel uninstall [--user | --prefix DIR]   take it away again

--user        for this user (what is done without any option)
--prefix DIR  for the environment at DIR, such as a Python virtual environment: into DIR/share/jupyter/kernels
`;

/**
 * Run the command.
 * @returns the process's exit code: 0 done, 1 could not be done, 2 not understood
 */
export function kernel(argv: readonly string[]): number {
  const wanted = parse(argv);
  if (typeof wanted === "string") {
    process.stderr.write(wanted === "" ? usage : `soundings kernel: ${wanted}\n\n${usage}`);
    return 2;
  }
  try {
    process.stdout.write(`${wanted.action === "install" ? install(wanted.kernels) : uninstall(wanted.kernels)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`soundings kernel: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

interface Wanted {
  readonly action: "install" | "uninstall";
  readonly kernels: string;
}

/** What is to be done and where, or what was wrong with the words. */
function parse(argv: readonly string[]): Wanted | string {
  let parsed: ReturnType<typeof words>;
  try {
    parsed = words(argv);
  } catch (error) {
    return (error as Error).message;
  }
  const { values, positionals } = parsed;
  const [action, ...rest] = positionals;
  if (action === undefined) return "";
  if (action !== "install" && action !== "uninstall") return `no action "${action}"; there are install and uninstall`;
  if (rest.length > 0) return `too many words: ${rest.join(" ")}`;
  if (values.user === true && values.prefix !== undefined) return "--user and --prefix exclude each other";
  return { action, kernels: kernelsFolder(values.prefix) };
}

function words(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { user: { type: "boolean" }, prefix: { type: "string" } },
  });
}

function install(kernels: string): string {
  const { folder, replaced } = installKernel(kernels);
  return `"${displayName}" ${replaced ? "was there and is now up to date" : "is installed"}: ${folder}
Choose it in JupyterLab or VS Code, or give --ExecutePreprocessor.kernel_name=${kernelName} to nbconvert.
It runs the program of this checkout: install again if you move the folder.`;
}

function uninstall(kernels: string): string {
  const folder = join(kernels, kernelName);
  return uninstallKernel(kernels) ? `Removed ${folder}.` : `Nothing to remove: there is no ${folder}.`;
}
