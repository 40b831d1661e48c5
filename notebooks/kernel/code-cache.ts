/**
 * Loads one large CommonJS script with the machine code that V8 made of it last time. TypeScript's nine megabytes take
 * half of a kernel's start to compile. Here: loading, and keeping the code. Not here: which script.
 *
 * V8 itself refuses code of another version, of other flags, or for a source of another length; the name of the file
 * holds the rest of what the code depends on. It is written beside the package, where whoever may change it may change
 * the package too.
 */
import { readFileSync, statSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";

export interface Loaded {
  readonly exports: unknown;
  /** Keeps the code that was compiled until now for the next start; resolves when there is nothing (more) to do. */
  readonly keepCode: () => Promise<void>;
}

/**
 * As `require(path)` does, once.
 * @param path a CommonJS script that imports nothing but Node's own modules
 * @param folder where the code is kept; without it, and where it cannot be read or written, the script is just loaded
 */
export function loadWithCode(path: string, folder: string): Loaded {
  const { size, mtimeMs } = statSync(path);
  const kept = join(folder, `${cachedDataVersionTag()}-${size}-${Math.round(mtimeMs)}.code`);
  const cachedData = readIfThere(kept);
  const script = new Script(Module.wrap(readFileSync(path, "utf8")), { filename: path, ...(cachedData && { cachedData }) });
  const module = new Module(path);
  module.filename = path;
  script.runInThisContext().call(module.exports, module.exports, createRequire(path), module, path, dirname(path));
  module.loaded = true;
  createRequire(path).cache[path] = module;
  let isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  const keepCode = async () => {
    if (isKept) return;
    isKept = true;
    await write(kept, script.createCachedData());
  };
  return { exports: module.exports, keepCode };
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Whole or not at all. A folder that cannot be written costs time at the next start, and nothing else. */
async function write(path: string, code: Buffer): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, code);
    await rename(draft, path);
  } catch {
    await rm(draft, { force: true }).catch(() => {});
  }
}
