/**
 * One rebuild of the program per cell instead of tslab's two.
 * Here: which of them is left out, and how. Not here: options and positions (compiler.ts).
 *
 * tslab's converter builds the program to learn which names a cell declares, appends `export {…}` with those
 * names, and builds it again. The names need no program: parsing and binding the one file gives them. So during
 * the first build the converter is handed a stand-in that knows just that file. A cell that declares nothing is
 * not built again by tslab, and gets the real thing at once.
 */
import type { SourceFile } from "@tslab/typescript-for-tslab";
import type { PackageFiles } from "./own-packages.js";
import type { TypeScript } from "./tslab.js";

type Timer = unknown;

/** What a TypeScript watch needs of its system, as far as it is changed here. */
export interface WatchSystem extends PackageFiles {
  setTimeout(callback: () => void, milliseconds: number): Timer;
  clearTimeout(timer: Timer): void;
  watchFile(path: string, ...rest: unknown[]): { close(): void };
  watchDirectory(path: string, ...rest: unknown[]): { close(): void };
}

/** The watch's host; tslab's converter puts its own listener here. */
export interface WatchHost {
  afterProgramCreate?: (builder: { getSourceFile(path: string): SourceFile | undefined }) => void;
}

/** Exported by TypeScript, but not in its declarations. */
interface Binder {
  bindSourceFile(file: SourceFile, options: object): void;
}

export class OneRebuild {
  readonly #ts: TypeScript & Binder;
  #host: WatchHost = {};
  #cellPath = "";
  #options: object = {};
  #system: WatchSystem | undefined;
  #expected = false;
  /** TypeScript believes that this timer, whose rebuild was left out, still runs. */
  #leftOut: Timer;

  constructor(ts: TypeScript) {
    this.#ts = ts as TypeScript & Binder;
  }

  /** The next rebuild is the first of a cell's conversion. */
  expect(first: boolean): void {
    this.#expected = first;
  }

  /** The timers that tslab's rebuilds go through. */
  timersOver(system: WatchSystem): Pick<WatchSystem, "setTimeout" | "clearTimeout"> {
    this.#system = system;
    return {
      setTimeout: (rebuild, milliseconds) => {
        const timer: Timer = system.setTimeout(() => {
          if (this.#standIn()) this.#leftOut = timer;
          else rebuild();
        }, milliseconds);
        return timer;
      },
      clearTimeout: (timer) => {
        if (timer === this.#leftOut) this.#leftOut = undefined;
        else system.clearTimeout(timer);
      },
    };
  }

  attach(host: WatchHost, roots: readonly string[], options: object): void {
    this.#host = host;
    this.#options = options;
    this.#cellPath = roots.find((path) => path.endsWith("__tslab__.ts")) ?? "";
  }

  /** Hands out the stand-in if a rebuild can be left out, and says so. */
  #standIn(): boolean {
    if (!this.#expected) return false;
    this.#expected = false;
    const text = this.#system?.readFile(this.#cellPath);
    if (text === undefined || this.#host.afterProgramCreate === undefined) return false;
    const cell = this.#ts.createSourceFile(this.#cellPath, text, this.#ts.ScriptTarget.ES2022);
    this.#ts.bindSourceFile(cell, this.#options);
    const { locals } = cell as SourceFile & { locals?: ReadonlyMap<string, unknown> };
    if (locals === undefined || locals.size === 0) return false;
    this.#host.afterProgramCreate({ getSourceFile: (path) => (path === this.#cellPath ? cell : undefined) });
    return true;
  }
}
