/** JavaScript's declarations in one file: the same names, members and overloads as in TypeScript's seventy. */
import { createRequire } from "node:module";
import type { CompilerOptions } from "@tslab/typescript-for-tslab";
import { describe, expect, it } from "vitest";
import { OwnLibraries } from "../../../notebooks/kernel/own-libraries.js";
import type { TypeScript } from "../../../notebooks/kernel/tslab.js";

const ts = createRequire(import.meta.url)("@tslab/typescript-for-tslab") as TypeScript;
const options: CompilerOptions = { target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"], types: [], strict: true };

function programOf(used: CompilerOptions, read: (path: string) => string | undefined) {
  const host = ts.createCompilerHost(used);
  Object.assign(host, {
    readFile: read,
    fileExists: (path: string) => read(path) !== undefined,
    getSourceFile: (path: string) => {
      const text = read(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    },
  });
  return ts.createProgram(["/cell.ts"], used, host);
}

/** Every global name with its members, each with all of its signatures in their order. */
function globalsOf(program: ReturnType<typeof programOf>): ReadonlyMap<string, string> {
  const checker = program.getTypeChecker();
  const cell = program.getSourceFile("/cell.ts");
  if (cell === undefined) throw new Error("there is no cell");
  const names = checker.getSymbolsInScope(cell, ts.SymbolFlags.Value | ts.SymbolFlags.Type | ts.SymbolFlags.Namespace);
  const typesOf = (symbol: (typeof names)[number]) => {
    const isType = (symbol.flags & ts.SymbolFlags.Type) !== 0;
    const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0;
    return [
      ...(isType ? [checker.getDeclaredTypeOfSymbol(symbol)] : []),
      ...(isValue ? [checker.getTypeOfSymbolAtLocation(symbol, cell)] : []),
    ];
  };
  const written = (symbol: (typeof names)[number]) =>
    typesOf(symbol).flatMap((type) => [
      checker.typeToString(type),
      ...type.getProperties().map((property) => {
        const own = checker.getTypeOfSymbolAtLocation(property, cell);
        const overloads = own.getCallSignatures().map((signature) => checker.signatureToString(signature));
        return `${property.name.replace(/@\d+$/, "")}: ${overloads.length > 0 ? overloads.join(" | ") : checker.typeToString(own)}`;
      }),
    ]);
  return new Map(names.map((symbol) => [symbol.name, written(symbol).join("\n")]));
}

const reading = (cell: string) => (path: string) => (path === "/cell.ts" ? cell : ts.sys.readFile(path));

const errorsOf = (program: ReturnType<typeof programOf>) =>
  ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));

describe("OwnLibraries", () => {
  it("declares what TypeScript's own files declare, overloads in their order", () => {
    const read = reading("export {};");
    const libraries = new OwnLibraries(ts, read);
    const one = programOf(libraries.withOne(options), libraries.readFile);
    const many = programOf(options, read);
    expect(one.getSourceFiles()).toHaveLength(2);
    expect(many.getSourceFiles().length).toBeGreaterThan(40);
    const expected = globalsOf(many);
    expect(expected.size).toBeGreaterThan(100);
    expect(globalsOf(one)).toEqual(expected);
    expect(errorsOf(one)).toEqual([]);
  });

  it("takes a reference to a library that is in it for a comment, and follows one to another", () => {
    const cell = '/// <reference lib="es2020" />\n/// <reference lib="dom" />\nexport const at: Element = document.body;';
    const libraries = new OwnLibraries(ts, reading(cell));
    const program = programOf(libraries.withOne(options), libraries.readFile);
    const names = program.getSourceFiles().map(({ fileName }) => fileName.split("/").at(-1));
    expect(names).toEqual(["lib.es2022.d.ts", "lib.dom.d.ts", "cell.ts"]);
    expect(errorsOf(program)).toEqual([]);
    expect(libraries.readFile("/cell.ts")).toBe(cell.replace('/// <reference lib="es2020', '//  <reference lib="es2020'));
  });

  it("leaves the options as they are where a library is not found", () => {
    const libraries = new OwnLibraries(ts, (path) => (path.endsWith("lib.es2022.d.ts") ? undefined : ts.sys.readFile(path)));
    expect(libraries.withOne(options)).toBe(options);
  });
});
