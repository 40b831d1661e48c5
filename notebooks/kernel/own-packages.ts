/**
 * The packages that every cell may import, wherever its notebook lies.
 * Here: where types and modules are found when the notebook's folders have none of their own. Not here: the packages.
 */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { delimiter, dirname, join } from "node:path";

/** What notebooks import. The notebook's own node_modules come first, package by package. */
const offered = ["soundings", "@soundings/display", "danfojs-node"] as const;

const nodeTypes = "@types/node";

/** Of Node's loader; undocumented, but what NODE_PATH, which is documented, is read by. */
type Loader = typeof Module & { _initPaths?: () => void };

/** The folder in which the kernel's own dependencies are installed. */
export function ownModules(): string | undefined {
  const require = createRequire(import.meta.url);
  return require.resolve.paths("soundings")?.find((folder) => existsSync(join(folder, "soundings")));
}

/** What cells need of the offered packages, and of Node's types, and do not find in `folder` or above it. */
export function missingFrom(folder: string): readonly string[] {
  return [...offered, nodeTypes].filter((name) => !isReachable(folder, name));
}

/** What a compiler asks of the file system, as far as it is answered differently here. */
export interface PackageFiles {
  fileExists(path: string): boolean;
  directoryExists(path: string): boolean;
  readFile(path: string, encoding?: string): string | undefined;
  getDirectories(path: string): string[];
  realpath?(path: string): string;
}

/**
 * The file system as if the kernel's own packages were installed in `folder`, for those that are missing there.
 * TypeScript must believe it: a cell's declarations may only name a type of a package that lies in a node_modules
 * above the cell, and neither `paths` nor a link to elsewhere counts. Only names that are asked for are looked up.
 * What the offered packages themselves depend on is there too, for their declarations name it; nothing else is.
 */
export function withOwnPackages(system: PackageFiles, folder: string): Partial<PackageFiles> {
  const own = ownModules();
  if (own === undefined || missingFrom(folder).length === 0) return {};
  const prefix = `${folder.replaceAll("\\", "/")}/node_modules`;
  const isMissing = new Map<string, boolean>();
  const isServed = membership(withDependencies([nodeTypes, ...offered], own));
  const missing = (name: string) => {
    const isScope = name.startsWith("@") && !name.includes("/");
    const known = isMissing.get(name) ?? ((isScope || isServed(name)) && !isReachable(folder, name));
    isMissing.set(name, known);
    return known;
  };
  /** Where a path really leads; undefined if the file system knows it itself. */
  const elsewhere = (path: string): string | undefined => {
    if (!path.startsWith(prefix)) return undefined;
    if (path.length === prefix.length) return own;
    const name = /^\/((?:@[^/]+\/)?[^/]+)/.exec(path.slice(prefix.length))?.[1];
    return name !== undefined && missing(name) ? own + path.slice(prefix.length) : undefined;
  };
  return {
    fileExists: (path) => system.fileExists(elsewhere(path) ?? path),
    directoryExists: (path) => system.directoryExists(elsewhere(path) ?? path),
    readFile: (path, encoding) => system.readFile(elsewhere(path) ?? path, encoding),
    getDirectories: (path) => system.getDirectories(elsewhere(path) ?? path),
    realpath: (path) => (elsewhere(path) === undefined ? (system.realpath?.(path) ?? path) : path),
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

/** The packages, and all that they depend on, nearest first; each package.json is read when its turn comes. */
function* withDependencies(names: readonly string[], own: string): Generator<string> {
  const queue = [...names];
  for (const name of queue) {
    yield name;
    const manifest = join(own, name, "package.json");
    if (!existsSync(manifest)) continue; // under another package's own node_modules, where it is found
    const { dependencies = {} } = JSON.parse(readFileSync(manifest, "utf8")) as { dependencies?: object };
    queue.push(...Object.keys(dependencies).filter((dependency) => !queue.includes(dependency)));
  }
}

/** Whether a name is among them, reading no further than is needed to know. */
function membership(names: Iterator<string>): (name: string) => boolean {
  const seen = new Set<string>();
  return (name) => {
    while (!seen.has(name)) {
      const next = names.next();
      if (next.done === true) return false;
      seen.add(next.value);
    }
    return true;
  };
}

function isReachable(folder: string, name: string): boolean {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    if (existsSync(join(at, "node_modules", name, "package.json"))) return true;
    if (at === dirname(at)) return false;
  }
}
