/**
 * All cells of a notebook before any of them runs, as TypeScript 7 sees them under the kernel's strictness: what they
 * declare, of what type, and what is wrong where. The kernel checks each cell again with tslab's own TypeScript; this
 * check finds the error of the last cell before the first one has run.
 *
 * Every cell is a module of its own that imports what earlier cells declared. So a later cell may declare a name again,
 * as in tslab, and a `let` has its declared type in later cells whatever was assigned to it before.
 * `typescript/unstable/*` may change with any version of TypeScript: the version is pinned and this file is tested.
 */
import { join, resolve } from "node:path";
import { API, type Diagnostic, type Project } from "typescript/unstable/async";
import { missingFrom, ownModules } from "../kernel/index.js";
import { type Declared, declarationsOf } from "./declarations.js";

export interface CellSource {
  /** Number of the code cell, from 1. */
  readonly cell: number;
  readonly code: string;
}

export interface CellError {
  readonly cell: number;
  /** From 1, in the cell. */
  readonly line: number;
  readonly column: number;
  /** TypeScript's number of the error. */
  readonly code: number;
  readonly message: string;
}

/** The kernel's options (notebooks/kernel/compiler.ts) in the words of TypeScript 7. */
const compilerOptions = {
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  moduleDetection: "force",
  lib: ["es2022"],
  types: ["node"],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  experimentalDecorators: true,
  esModuleInterop: true,
  resolveJsonModule: true,
  allowJs: true,
  jsx: "react",
  skipLibCheck: true,
  noEmit: true,
};

const moduleName = "__soundings_cell_";

/** One notebook's cells under the compiler. Close it. */
export class CellProgram {
  readonly #folder: string;
  readonly #files = new Map<string, string>();
  readonly #prefixes = new Map<string, string>();
  readonly #config: string;
  readonly #api: API;
  #cells: readonly CellSource[];
  #declared: ReadonlyMap<number, readonly Declared[]> = new Map();
  #project: Project | undefined;

  private constructor(cells: readonly CellSource[], folder: string) {
    this.#folder = resolve(folder);
    this.#cells = cells;
    this.#config = join(this.#folder, `${moduleName}s.tsconfig.json`);
    this.#files.set(this.#config, this.#configuration());
    this.#api = new API({
      cwd: this.#folder,
      fs: {
        readFile: (path) => this.#files.get(resolve(path)),
        fileExists: (path) => this.#files.has(resolve(path)) || undefined,
      },
    });
  }

  /** @param folder where the cells run: their relative imports and packages are looked for from here */
  static async open(cells: readonly CellSource[], folder: string): Promise<CellProgram> {
    const program = new CellProgram(cells, folder);
    await program.#link();
    return program;
  }

  async close(): Promise<void> {
    await this.#api.close();
  }

  /** Replaces the code of one cell. */
  async replace(cell: number, code: string): Promise<void> {
    this.#cells = this.#cells.map((old) => (old.cell === cell ? { cell, code } : old));
    await this.#link();
  }

  /** Names and types of the variables that a cell declares, a literal's type widened: `let n = 1` is number. */
  async variablesOf(cell: number): Promise<ReadonlyMap<string, string>> {
    const { checker } = this.#current();
    const types = new Map<string, string>();
    for (const { name, node } of (this.#declared.get(cell) ?? []).filter(({ isVariable }) => isVariable)) {
      const symbol = await checker.getSymbolAtLocation(node);
      const type = symbol && (await checker.getTypeOfSymbol(symbol));
      const widened = type && (await checker.getBaseTypeOfLiteralType(type));
      const isDeclared = /:/.test(node.parent.getText().slice(name.length).split("=", 1)[0] ?? "");
      const shown = isDeclared ? type : (widened ?? type);
      if (shown !== undefined) types.set(name, withoutModule(await checker.typeToString(shown)));
    }
    return types;
  }

  /** Everything that is wrong, in the order of the cells. */
  async errors(): Promise<readonly CellError[]> {
    const { program } = this.#current();
    const found = await Promise.all(
      this.#cells.map(async ({ cell, code }) => {
        const path = this.#pathOf(cell);
        const syntax = await program.getSyntacticDiagnostics(path);
        const all = syntax.length > 0 ? syntax : await program.getSemanticDiagnostics(path);
        const before = (this.#prefixes.get(path) ?? "").length;
        return all.map((diagnostic) => errorIn(cell, code, diagnostic, before));
      }),
    );
    return found.flat();
  }

  /** Reads what each cell declares, then lets each import what earlier ones declared. */
  async #link(): Promise<void> {
    for (const { cell, code } of this.#cells) this.#files.set(this.#pathOf(cell), code);
    await this.#update();
    this.#declared = new Map(
      await Promise.all(
        this.#cells.map(async ({ cell }) => {
          const file = await this.#current().program.getSourceFile(this.#pathOf(cell));
          return [cell, file === undefined ? [] : declarationsOf(file)] as const;
        }),
      ),
    );
    const visible = new Map<string, { cell: number; isAssignable: boolean }>();
    for (const { cell, code } of this.#cells) {
      const declared = this.#declared.get(cell) ?? [];
      const own = new Set(declared.map(({ name }) => name));
      const prefix = importsOf([...visible].filter(([name]) => !own.has(name)));
      const exported = new Set(declared.filter(({ isExported }) => !isExported).map(({ name }) => name));
      this.#prefixes.set(this.#pathOf(cell), prefix);
      this.#files.set(this.#pathOf(cell), `${prefix}${code}\nexport { ${[...exported].join(", ")} };`);
      for (const { name, isAssignable } of declared) visible.set(name, { cell, isAssignable });
    }
    await this.#update();
    await this.#relocate();
  }

  /** The nodes of the linked files, for types; those of the first reading stand elsewhere. */
  async #relocate(): Promise<void> {
    const { program } = this.#current();
    const relocated = new Map<number, readonly Declared[]>();
    for (const { cell } of this.#cells) {
      const file = await program.getSourceFile(this.#pathOf(cell));
      const own = new Set((this.#declared.get(cell) ?? []).map(({ name }) => name));
      relocated.set(cell, file === undefined ? [] : declarationsOf(file).filter(({ name }) => own.has(name)));
    }
    this.#declared = relocated;
  }

  async #update(): Promise<void> {
    const isFirst = this.#project === undefined;
    const snapshot = await this.#api.updateSnapshot(
      isFirst
        ? { openProjects: [this.#config] }
        : { fileChanges: { changed: this.#cells.map(({ cell }) => this.#pathOf(cell)) } },
    );
    this.#project = snapshot.getProject(this.#config);
  }

  #current(): Project {
    if (this.#project === undefined) throw new Error(`TypeScript did not open ${this.#config}`);
    return this.#project;
  }

  #pathOf(cell: number): string {
    return join(this.#folder, `${moduleName}${cell}.ts`);
  }

  /** Packages that are missing from the notebook's folder are the kernel's own, as they are in the kernel. */
  #configuration(): string {
    const own = ownModules();
    const missing = own === undefined ? [] : missingFrom(this.#folder);
    const paths = Object.fromEntries(missing.map((name) => [name, [join(own ?? "", name)]]));
    const typeRoots = missing.includes("@types/node") ? { typeRoots: [join(own ?? "", "@types")] } : {};
    const options = { ...compilerOptions, paths, ...typeRoots };
    return JSON.stringify({ compilerOptions: options, files: this.#cells.map(({ cell }) => this.#pathOf(cell)) });
  }
}

/** One line that brings names of earlier cells into a cell. */
function importsOf(names: readonly (readonly [string, { cell: number; isAssignable: boolean }])[]): string {
  const lines = names.map(([name, { cell, isAssignable }]) =>
    isAssignable
      ? `declare let ${name}: typeof import("./${moduleName}${cell}").${name};`
      : `import { ${name} } from "./${moduleName}${cell}";`,
  );
  return `${lines.join(" ")}\n`;
}

function errorIn(cell: number, code: string, diagnostic: Diagnostic, before: number): CellError {
  const at = Math.min(Math.max(0, diagnostic.pos - before), code.length);
  const lines = code.slice(0, at).split("\n");
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return { cell, line: lines.length, column, code: diagnostic.code, message: messageOf(diagnostic) };
}

/** With the reasons behind it, which often name the property that is wrong. */
function messageOf({ text, messageChain = [] }: Diagnostic): string {
  return withoutModule([text, ...messageChain.map(messageOf)].join(" "));
}

function withoutModule(text: string): string {
  return text.replaceAll(new RegExp(`import\\("[^"]*${moduleName}\\d+"\\)\\.`, "g"), "");
}
