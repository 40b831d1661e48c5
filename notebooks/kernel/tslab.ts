/**
 * The parts of tslab that the kernel is built on: one pinned version, loaded once, checked before use.
 * Here: which internals, and what is said when they changed. Not here: what is done with them.
 *
 * Of tslab the kernel takes the converter (TypeScript cell to JavaScript, declarations carried from cell to
 * cell) and the executor (scope carried from cell to cell). It does not take tslab's ZmqServer and
 * JupyterHandlerImpl: every one of their messages had to be replaced (see server.ts), and what would have
 * remained, opening five sockets, is shorter than the code that would have held them in place.
 */
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import type * as Converter from "tslab/dist/converter.js";
import type * as Executor from "tslab/dist/executor.js";
import type * as Inspect from "tslab/dist/inspect.js";
import type * as Metadata from "tslab/dist/metadata.js";
import { type Loaded, loadWithCode } from "./code-cache.js";

export type { Converter, ConvertResult, Diagnostic } from "tslab/dist/converter.js";
export type { ConverterSet, Executor } from "tslab/dist/executor.js";
export type TypeScript = typeof import("@tslab/typescript-for-tslab");

/** The only versions that the kernel's tests vouch for. */
export const pinned = { tslab: "1.0.22", typescript: "5.0.4" } as const;

export interface Tslab {
  readonly ts: TypeScript;
  readonly createConverter: typeof Converter.createConverter;
  readonly isCompleteCode: typeof Converter.isCompleteCode;
  readonly createExecutor: typeof Executor.createExecutor;
  readonly printQuickInfo: typeof Inspect.printQuickInfo;
  readonly getCodeMetadata: typeof Metadata.getCodeMetadata;
  /** Holds the variable through which tslab's public display functions write. */
  readonly jupyter: { lastWriteDisplayData: unknown };
  /** Keeps the compiler's machine code for the next kernel's start. */
  readonly keepCode: Loaded["keepCode"];
}

/** Replaces functions of the TypeScript that tslab's modules will see; called before they are loaded. */
export type Adapt = (ts: TypeScript) => Partial<TypeScript>;

/** tslab is installed, but not as the kernel knows it. */
export class TslabChangedError extends Error {
  override readonly name = "TslabChangedError";
  constructor(difference: string) {
    super(
      `The notebook kernel is built on the internals of tslab ${pinned.tslab}: ${difference}. ` +
        `Install the locked version (npm ci), or adapt notebooks/kernel/tslab.ts and run its tests.`,
    );
  }
}

/**
 * tslab's internals, with `adapt` applied to its TypeScript.
 * @throws TslabChangedError when the version or any internal is not the one expected
 */
export function loadTslab(adapt: Adapt, require = createRequire(import.meta.url)): Tslab {
  const version = (require("tslab/package.json") as { version?: unknown }).version;
  if (version !== pinned.tslab) throw new TslabChangedError(`found version ${String(version)}`);

  const compilerPath = createRequire(require.resolve("tslab/dist/converter.js")).resolve("@tslab/typescript-for-tslab");
  const { exports, keepCode } = loadWithCode(compilerPath, codeFolder(compilerPath));
  const ts = exports as TypeScript;
  if (ts.version !== pinned.typescript) throw new TslabChangedError(`its TypeScript is ${ts.version}, not ${pinned.typescript}`);
  substitute(require, compilerPath, { ...ts, ...adapt(ts) });

  const load = (file: string) => require(`tslab/dist/${file}.js`) as Record<string, unknown>;
  const { createConverter, isCompleteCode } = load("converter");
  const { createExecutor } = load("executor");
  const { printQuickInfo } = load("inspect");
  const { getCodeMetadata } = load("metadata");
  const functions = { createConverter, isCompleteCode, createExecutor, printQuickInfo, getCodeMetadata };
  for (const [name, value] of Object.entries(functions)) {
    if (typeof value !== "function") throw new TslabChangedError(`it no longer exports ${name}`);
  }
  const jupyter = load("jupyter");
  if (!("lastWriteDisplayData" in jupyter)) throw new TslabChangedError("its display functions write elsewhere");
  return { ts, jupyter, keepCode, ...functions } as Tslab;
}

/** node_modules/.cache, as other tools have it: gone with the next clean install. */
function codeFolder(compilerPath: string): string {
  const modules = `${sep}node_modules${sep}`;
  return join(compilerPath.slice(0, compilerPath.indexOf(modules) + modules.length), ".cache", "soundings-kernel");
}

/** The module's own properties are read-only getters, so the whole module object is exchanged. */
function substitute(require: NodeJS.Require, path: string, exports: unknown): void {
  const loaded = require.cache[path];
  if (loaded === undefined) throw new TslabChangedError(`its TypeScript is not loaded from ${path}`);
  loaded.exports = exports;
}
