/**
 * What is done to a cell's text before the converter and to its JavaScript after it.
 * Here: `export` at the top level, `for await`, strict mode, the script's name. Not here: types and positions.
 */
import type { Node, SourceFile, Statement } from "@tslab/typescript-for-tslab";
import type { ConvertResult, TypeScript } from "./tslab.js";

export interface PreparedCell {
  readonly prepared: string;
  readonly finish: (result: ConvertResult) => ConvertResult;
}

/**
 * Makes a cell fit for tslab's converter without moving a character: `export` before a declaration is blanked
 * (tslab exports every name itself and would report a conflict), and a cell whose only await is `for await`
 * is run as asynchronous, which tslab's converter overlooks.
 */
export function prepareCell(ts: TypeScript, source: string, name: string): PreparedCell {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
  return {
    prepared: file.statements.reduce((text, statement) => blankExport(ts, file, statement, text), source),
    finish: (result) => (result.output === undefined ? result : finish(result, result.output, awaitsInLoop(ts, file), name)),
  };
}

function finish(result: ConvertResult, output: string, hasForAwait: boolean, name: string): ConvertResult {
  return {
    ...result,
    hasToplevelAwait: result.hasToplevelAwait === true || hasForAwait,
    output: `"use strict";\n${output}\n//# sourceURL=${name}`,
  };
}

function blankExport(ts: TypeScript, file: SourceFile, statement: Statement, text: string): string {
  if (!ts.canHaveModifiers(statement)) return text;
  const modifiers = ts.getModifiers(statement) ?? [];
  const exporting = modifiers.find((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
  if (exporting === undefined || modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)) return text;
  const start = exporting.getStart(file);
  return text.slice(0, start) + " ".repeat(exporting.end - start) + text.slice(exporting.end);
}

function awaitsInLoop(ts: TypeScript, node: Node): boolean {
  if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return true;
  if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isModuleDeclaration(node)) return false;
  return ts.forEachChild(node, (child) => awaitsInLoop(ts, child) || undefined) ?? false;
}
