/**
 * JavaScript's own declarations, as one file.
 * Here: which of TypeScript's library files it stands for. Not here: which libraries cells have (tslab's converter).
 *
 * TypeScript keeps them in some seventy files that add to each other's interfaces, and merges them anew for every cell.
 * Within one file that is done once, when the file is read. It also looks for a package `@typescript/lib-dom` in every
 * folder above the cell, which would replace lib.dom.d.ts, and so for each of them, anew after every cell that imports.
 */
import { dirname } from "node:path";
import type { TypeScript } from "./tslab.js";

/** Exported by TypeScript, but not in its declarations: names of libraries, and their files, least first. */
interface Libraries {
  readonly libMap: ReadonlyMap<string, string>;
  getDefaultLibFilePath(options: object): string;
}

/** What of the cache of resolved modules is answered differently here. */
interface ResolutionCache {
  getFromDirectoryCache(name: string, ...where: unknown[]): unknown;
}

/** Set on every host by TypeScript's watch, but not in its declarations. */
interface CachingHost {
  getModuleResolutionCache?(): ResolutionCache | undefined;
}

/** Of a compiler's options: names of files, as "lib.es2022.d.ts". */
export interface WithLibraries {
  readonly lib?: readonly string[];
}

export type ReadFile = (path: string, encoding?: string) => string | undefined;

const reference = /^([ \t]*\/\/)\/([ \t]*<reference[ \t]+lib=["']([\w.]+)["'])/gm;

export class OwnLibraries {
  readonly #ts: Libraries;
  readonly #read: ReadFile;
  readonly #folder: string;
  /** Files that the one stands for, itself among them. */
  readonly #included = new Set<string>();
  /** The first of those that were asked for: its place in TypeScript's order of libraries is theirs. */
  #one = "";
  #text = "";

  constructor(ts: TypeScript, read: ReadFile) {
    this.#ts = ts as unknown as Libraries;
    this.#read = read;
    this.#folder = dirname(this.#ts.getDefaultLibFilePath({})).replaceAll("\\", "/");
  }

  /** The options with all of their libraries in one. */
  withOne<Options extends WithLibraries>(options: Options): Options {
    const texts = new Map<string, string>();
    const queue = [...(options.lib ?? [])];
    for (const file of queue) {
      const text = texts.has(file) ? undefined : this.#read(`${this.#folder}/${file}`);
      if (text === undefined) continue;
      texts.set(file, text);
      for (const [, , , name = ""] of text.matchAll(reference)) queue.push(this.#ts.libMap.get(name) ?? "");
    }
    // In TypeScript's own order, which decides between overloads.
    const files = [...new Set(this.#ts.libMap.values())].filter((file) => texts.has(file));
    if (files.length === 0 || files.length < texts.size) return options;
    for (const file of files) this.#included.add(file);
    this.#one = options.lib?.[0] ?? "";
    this.#text = this.#withoutReferences(files.map((file) => texts.get(file)).join("\n"));
    return { ...options, lib: [this.#one] };
  }

  /** Reads the one file too; in others, what refers to a library that it stands for becomes a comment of the same length. */
  readonly readFile: ReadFile = (path, encoding) => {
    if (path === `${this.#folder}/${this.#one}`) return this.#text;
    const text = this.#read(path, encoding);
    return text === undefined ? undefined : this.#withoutReferences(text);
  };

  #withoutReferences(text: string): string {
    return text.replace(reference, (whole, slashes: string, rest: string, name: string) =>
      this.#included.has(this.#ts.libMap.get(name) ?? "") ? `${slashes} ${rest}` : whole,
    );
  }
}

/** Makes each host's programs keep their libraries; a host is changed once. */
export function libraryKeeper(): (host: unknown) => void {
  const kept = new WeakSet<CachingHost>();
  return (host) => {
    if (typeof host !== "object" || host === null || kept.has(host)) return;
    kept.add(host);
    keepLibraries(host);
  };
}

function keepLibraries(host: CachingHost): void {
  const cacheOf = host.getModuleResolutionCache?.bind(host);
  if (cacheOf === undefined) return;
  host.getModuleResolutionCache = () => {
    const cache = cacheOf();
    if (cache === undefined) return undefined;
    const getFromDirectoryCache: ResolutionCache["getFromDirectoryCache"] = (name, ...where) =>
      name.startsWith("@typescript/lib-") ? { failedLookupLocations: [] } : cache.getFromDirectoryCache(name, ...where);
    return Object.assign(Object.create(cache) as ResolutionCache, { getFromDirectoryCache });
  };
}
