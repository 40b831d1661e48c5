/**
 * The packages that every cell may import, wherever its notebook lies.
 * Here: where types and modules are found when the notebook's folders have none of their own. Not here: the packages.
 */
import { existsSync, realpathSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { delimiter, dirname, join } from "node:path";

/** What notebooks import. The notebook's own node_modules come first, package by package. */
const offered = ["soundings", "@soundings/display", "danfojs-node"] as const;

/** Of Node's loader; undocumented, but what NODE_PATH, which is documented, is read by. */
type Loader = typeof Module & { _initPaths?: () => void };

/** The folder in which the kernel's own dependencies are installed. */
function ownModules(): string | undefined {
  const require = createRequire(import.meta.url);
  return require.resolve.paths("soundings")?.find((folder) => existsSync(join(folder, "soundings")));
}

/** Compiler options by which cells in `folder` find the types of the offered packages and of Node. */
export function typesFor(folder: string): { paths?: Record<string, string[]>; typeRoots?: string[] } {
  const own = ownModules();
  if (own === undefined) return {};
  const missing = offered.filter((name) => !isReachable(folder, name));
  const paths = Object.fromEntries(missing.map((name) => [name, [join(own, name)]]));
  return {
    ...(missing.length > 0 ? { paths } : {}),
    ...(isReachable(folder, "@types/node") ? {} : { typeRoots: [join(own, "@types")] }),
  };
}

/** Lets `require` look among the kernel's own packages when it has found nothing above the file that asks. */
export function offerOwnPackages(): void {
  const own = ownModules();
  const loader = Module as Loader;
  if (own === undefined || loader._initPaths === undefined) return;
  const before = process.env.NODE_PATH;
  process.env.NODE_PATH = [before, own].filter(Boolean).join(delimiter);
  loader._initPaths();
  // Whatever cells start as processes of their own has its own packages.
  if (before === undefined) delete process.env.NODE_PATH;
  else process.env.NODE_PATH = before;
}

function isReachable(folder: string, name: string): boolean {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    if (existsSync(join(at, "node_modules", name, "package.json"))) return true;
    if (at === dirname(at)) return false;
  }
}
