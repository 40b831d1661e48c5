/**
 * The program of a cell without the bookkeeping that TypeScript's watch builds around it.
 * Here: which files a cell depends on. Not here: when the program is rebuilt (one-rebuild.ts).
 *
 * The builder that a watch makes by default records for every file of the program what it refers to, anew for each
 * cell, so that a compiler may skip what is unaffected. The kernel only ever asks about one file, and only which
 * sources of the user's own it leads to: that is found in a step or two.
 */
import type { SourceFile } from "@tslab/typescript-for-tslab";
import { earlierShorthands } from "./earlier-names.js";
import { toCommonJs } from "./one-emission.js";
import { libraryKeeper } from "./own-libraries.js";
import type { TypeScript } from "./tslab.js";

type CreateAbstractBuilder = TypeScript["createAbstractBuilder"];
type Builder = ReturnType<CreateAbstractBuilder>;

/** Kept by TypeScript on every file, but not in its declarations. */
interface WithImports {
  readonly resolvedModules?: { forEach(visit: (resolution: Resolution) => void): void };
}

interface Resolution {
  readonly resolvedModule?: { readonly resolvedFileName: string };
}

/** Exported by TypeScript, but not in its declarations. */
interface Binder {
  bindSourceFile(file: SourceFile, options: object): void;
}

/** Creates programs as `createAbstractBuilder` does, which alone does not know dependencies; they emit our way. */
export function lightBuilder(ts: TypeScript): (...args: Parameters<CreateAbstractBuilder>) => Builder {
  const keepLibraries = libraryKeeper();
  return (...args) => {
    keepLibraries(args[2]);
    const builder = ts.createAbstractBuilder(...args);
    const { emit } = builder;
    bindSources(ts as TypeScript & Binder, builder);
    return Object.assign(builder, {
      getAllDependencies: (file: SourceFile) => sourcesBehind(file, builder),
      emit: ((file, write, cancellation, declarationsOnly, { before = [], after = [], ...rest } = {}) =>
        emit(file, write, cancellation, declarationsOnly, {
          ...rest,
          before: [earlierShorthands(ts, builder.getProgram()), ...before],
          after: [...after, toCommonJs(ts)],
        })) satisfies typeof emit,
    });
  };
}

/** Completion reads the syntax tree from its leaves up before anything has asked for types, which would bind it. */
function bindSources(ts: Binder, builder: Builder): void {
  for (const file of builder.getSourceFiles()) {
    if (!file.isDeclarationFile) ts.bindSourceFile(file, builder.getCompilerOptions());
  }
}

/** The file and every source that it imports, declarations left out: they are neither checked nor run. */
function sourcesBehind(file: SourceFile, program: { getSourceFile(path: string): SourceFile | undefined }): string[] {
  const found = new Set([file.fileName]);
  const visit = (from: SourceFile) => {
    (from as WithImports).resolvedModules?.forEach(({ resolvedModule }) => {
      const imported = resolvedModule === undefined ? undefined : program.getSourceFile(resolvedModule.resolvedFileName);
      if (imported === undefined || imported.isDeclarationFile || found.has(imported.fileName)) return;
      found.add(imported.fileName);
      visit(imported);
    });
  };
  visit(file);
  return [...found];
}
