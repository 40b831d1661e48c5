/**
 * Loads one large CommonJS script with the machine code that V8 made of it last time. TypeScript's nine megabytes take
 * half of a kernel's start to compile. Here: loading, and keeping the code. Not here: which script.
 *
 * V8 itself refuses code of another version, of other flags, or for a source of another length; the name of the file
 * holds the rest of what the code depends on, and a digest in it that it is whole. It is written beside the package,
 * where whoever may change it may change the package too.
 */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";

/** V8 compiles a function when it is first called: what is kept at the start knows fewer than what is kept after use. */
const stages = ["start", "use"] as const;
export type Stage = (typeof stages)[number];

export interface Loaded {
  readonly exports: unknown;
  /** Keeps the code that was compiled until now, unless as much is kept already; resolves when that is done. */
  readonly keepCode: (stage: Stage) => Promise<void>;
}

const digestLength = 20;

/**
 * As `require(path)` does, once.
 * @param path a CommonJS script that imports nothing but Node's own modules, with characters beyond ASCII in its comments
 * at most: it is read as Latin-1, which takes half the memory and a seventh of the time
 * @param folder where the code is kept; without it, and where it cannot be read or written, the script is just loaded
 */
export function loadWithCode(path: string, folder: string): Loaded {
  const { size, mtimeMs } = statSync(path);
  const fileOf = (stage: Stage) => join(folder, `${cachedDataVersionTag()}-${size}-${Math.round(mtimeMs)}-${stage}.code`);
  const source = Module.wrap(readFileSync(path, "latin1"));
  const { script, stage: loaded } = compile(source, path, fileOf);
  const module = new Module(path);
  module.filename = path;
  script.runInThisContext().call(module.exports, module.exports, createRequire(path), module, path, dirname(path));
  module.loaded = true;
  createRequire(path).cache[path] = module;
  let kept = stages.indexOf(loaded as Stage);
  const keepCode = async (stage: Stage) => {
    if (stages.indexOf(stage) <= kept) return;
    kept = stages.indexOf(stage);
    await write(fileOf(stage), script.createCachedData());
    if (stage === "use") await rm(fileOf("start"), { force: true }).catch(() => {});
  };
  return { exports: module.exports, keepCode };
}

/** With the code of the latest stage that is there and that V8 takes. */
function compile(source: string, filename: string, fileOf: (stage: Stage) => string): { script: Script; stage?: Stage } {
  for (const stage of stages.toReversed()) {
    const cachedData = readIfWhole(fileOf(stage));
    if (cachedData === undefined) continue;
    const script = new Script(source, { filename, cachedData });
    return script.cachedDataRejected === true ? { script } : { script, stage };
  }
  return { script: new Script(source, { filename }) };
}

/** V8 does not look whether the code is what it once made. */
function readIfWhole(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const code = bytes.subarray(digestLength);
    return digest(code).equals(bytes.subarray(0, digestLength)) ? code : undefined;
  } catch {
    return undefined;
  }
}

function digest(code: Buffer): Buffer {
  return createHash("sha1").update(code).digest();
}

/** Whole or not at all. A folder that cannot be written costs time at the next start, and nothing else. */
async function write(path: string, code: Buffer): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, Buffer.concat([digest(code), code]));
    await rename(draft, path);
  } catch {
    await rm(draft, { force: true }).catch(() => {});
  }
}
