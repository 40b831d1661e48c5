/**
 * TypeScript as the cells see it: the repository's strictness, only Node's typings, and source maps.
 * Here: what of tslab's converter is changed, and how. Not here: running the result (session.ts).
 */
import { prepareCell } from "./cell-source.js";
import { infoWithDocs, isPackageTyping, withoutDocs } from "./late-docs.js";
import { lightBuilder } from "./light-builder.js";
import { OneRebuild, type WatchHost, type WatchSystem } from "./one-rebuild.js";
import { OwnLibraries, type ReadFile, type WithLibraries } from "./own-libraries.js";
import { type PackageFiles, withOwnPackages } from "./own-packages.js";
import { type Origin, type Positions, splitInlineMap } from "./positions.js";
import {
  type Converter,
  type ConverterSet,
  type ConvertResult,
  type Diagnostic,
  loadTslab,
  type Tslab,
  TslabChangedError,
  type TypeScript,
} from "./tslab.js";

type SourceMaps = Origin["maps"];
type WatchHostFactory = (
  roots: string[],
  options: WithLibraries,
  system: WatchSystem,
  builder: unknown,
  ...rest: unknown[]
) => WatchHost;

/**
 * What tslab's fixed options become. `alwaysStrict` stays off because tslab removes "use strict" and TypeScript
 * refuses both together; cell-source.ts puts the directive back. `types` keeps every other @types package that
 * npm happens to have hoisted out of the cells, and out of the start-up time.
 */
export const cellOptions = {
  strict: true,
  alwaysStrict: false,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  types: ["node"],
  inlineSourceMap: true,
};

export interface CellCompiler {
  readonly tslab: Tslab;
  readonly converters: ConverterSet;
  /** Names the script of the next cell. */
  begin(name: string): void;
  /** What the compiler says of the cell that was begun last; nothing if the executor did not ask it. */
  diagnostics(): readonly Diagnostic[];
}

/** Loads tslab and builds its converter for the working directory. Takes most of the kernel's start. */
export function createCellCompiler(positions: Positions, onPhase: (compiling: boolean) => void): CellCompiler {
  const mapsOf = new Map<string, SourceMaps>();
  let rebuilds: OneRebuild | undefined;
  let read: ReadFile = () => undefined;
  const tslab = loadTslab((ts) => ({
    createWatchCompilerHost: strictHost(ts, (used, whole) => {
      rebuilds = used;
      read = whole;
    }) as unknown as TypeScript["createWatchCompilerHost"],
    transpileModule: takeOffMap(mapsOf),
    getQuickInfoAtPosition: infoWithDocs(ts, (path) => read(path)),
  }));
  const converter = tslab.createConverter({ isJS: false, isBrowser: false });
  if (rebuilds === undefined) throw new TslabChangedError("its converter does not take its options from createWatchCompilerHost");

  let name = "cell";
  let diagnostics: readonly Diagnostic[] = [];
  return {
    tslab,
    begin: (next) => {
      name = next;
      diagnostics = [];
    },
    diagnostics: () => diagnostics,
    converters: {
      node: { ...converter, convert },
      get browser(): Converter {
        throw new Error("there is no converter for the browser; session.ts refuses such cells");
      },
      close: () => converter.close(),
    },
  };

  function convert(declarations: string, source: string): ConvertResult {
    onPhase(true);
    rebuilds?.expect(true);
    try {
      const { prepared, finish } = prepareCell(tslab.ts, source, name);
      const result = converter.convert(declarations, prepared);
      diagnostics = result.diagnostics;
      register(result);
      return finish(result);
    } finally {
      mapsOf.clear();
      rebuilds?.expect(false);
      onPhase(false);
    }
  }

  function register(result: ConvertResult): void {
    if (result.output !== undefined) {
      const maps = mapsOf.get(result.output) ?? [];
      positions.add(name, { shownAs: name, maps, linesBefore: 1, sourceLinesBefore: 1 });
    }
    for (const { path, data } of result.sideOutputs ?? []) {
      const maps = mapsOf.get(data) ?? [];
      positions.add(path, { shownAs: path.replace(/\.js$/, ".ts"), maps, linesBefore: 0, sourceLinesBefore: 0 });
    }
  }
}

/** createWatchCompilerHost with our options, watching the user's files only: packages do not change under a kernel. */
function strictHost(ts: TypeScript, onUse: (rebuilds: OneRebuild, read: ReadFile) => void): WatchHostFactory {
  const original = ts.createWatchCompilerHost as unknown as WatchHostFactory;
  const notWatched = { close: () => {} };
  return (roots, options, system, _builder, ...rest) => {
    const rebuilds = new OneRebuild(ts);
    const files: PackageFiles = Object.assign(Object.create(system), withOwnPackages(system, process.cwd()));
    const libraries = new OwnLibraries(ts, (path, encoding) => files.readFile(path, encoding));
    const strict = libraries.withOne({ ...options, ...cellOptions });
    const adapted: WatchSystem = Object.assign(Object.create(files), {
      ...rebuilds.timersOver(system),
      readFile: (path: string, encoding?: string) => {
        const text = libraries.readFile(path, encoding);
        return text !== undefined && isPackageTyping(path) ? withoutDocs(text) : text;
      },
      watchFile: (path: string, ...args: unknown[]) => (ofPackage(path) ? notWatched : system.watchFile(path, ...args)),
      watchDirectory: (path: string, ...args: unknown[]) => (ofPackage(path) ? notWatched : system.watchDirectory(path, ...args)),
    });
    const host = original(roots, strict, adapted, lightBuilder(ts), ...rest);
    rebuilds.attach(host, roots, strict);
    onUse(rebuilds, libraries.readFile);
    return host;
  };
}

function ofPackage(path: string): boolean {
  return /\/node_modules(\/|$)/.test(path);
}

/** What tslab would have transpiled is CommonJS already (one-emission.ts); only its source map is taken off. */
function takeOffMap(mapsOf: Map<string, SourceMaps>): TypeScript["transpileModule"] {
  return (input) => {
    const { code, map } = splitInlineMap(input);
    if (map !== undefined) mapsOf.set(code, [map]);
    return { outputText: code };
  };
}
