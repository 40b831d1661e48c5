/**
 * The documentation of packages, read when an editor asks for it.
 * Here: leaving it out of what the compiler reads at the start, and bringing it back. Not here: what is shown of it.
 *
 * TypeScript makes a tree of every comment in the typings of Node and of JavaScript itself: a third of the time that a
 * kernel takes to start, for what most notebooks never look at. Types do not depend on it.
 */
import type { Declaration, Node, SourceFile, Symbol as TypeSymbol } from "@tslab/typescript-for-tslab";
import type { ReadFile } from "./own-libraries.js";
import type { TypeScript } from "./tslab.js";

type QuickInfo = TypeScript["getQuickInfoAtPosition"];
type Checker = Parameters<QuickInfo>[1];

/** Kept by TypeScript on every node that has some, but not in its declarations. */
interface Documented {
  jsDoc?: unknown;
}

/** Exported by tslab's TypeScript, but not in its declarations. */
interface Services {
  getTouchingPropertyName(file: SourceFile, position: number): Node;
}

/** Whether a file's documentation is left out: the user's own is always there. */
export function isPackageTyping(path: string): boolean {
  return path.endsWith(".d.ts") && path.includes("/node_modules/");
}

/** The same text, character by character, with comments that are no documentation. Elsewhere in a line it may be a string. */
export function withoutDocs(text: string): string {
  return text.replace(/^([ \t]*\/\*)\*(?!\/)/gm, "$1 ");
}

/**
 * Shows a name's type as TypeScript does, with its documentation.
 * @param read reads a file of the program, whole
 */
export function infoWithDocs(ts: TypeScript, read: ReadFile): QuickInfo {
  const complete = new WeakSet<SourceFile>();
  const restoreAround = (file: SourceFile, checker: Checker, position: number) => {
    const node = (ts as TypeScript & Services).getTouchingPropertyName(file, position);
    for (const declaration of declarationsOf(ts, checker.getSymbolAtLocation(node), checker)) {
      const source = declaration.getSourceFile();
      if (complete.has(source) || !isPackageTyping(source.fileName)) continue;
      complete.add(source);
      restoreDocs(ts, source, read(source.fileName));
    }
  };
  return (file, checker, token, position) => {
    restoreAround(file, checker, position);
    return ts.getQuickInfoAtPosition(file, checker, token, position);
  };
}

function declarationsOf(ts: TypeScript, symbol: TypeSymbol | undefined, checker: Checker): readonly Declaration[] {
  if (symbol === undefined) return [];
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const aliased = isAlias ? checker.getAliasedSymbol(symbol) : undefined;
  return [...(symbol.declarations ?? []), ...(aliased?.declarations ?? [])];
}

/** Reads the file again, whole, and hands each node the documentation of its likeness: they differ in nothing else. */
function restoreDocs(ts: TypeScript, file: SourceFile, text: string | undefined): void {
  if (text === undefined || withoutDocs(text) !== file.text) return;
  const whole = ts.createSourceFile(file.fileName, text, file.languageVersion, true);
  const copy = (from: Node, to: Node) => {
    const { jsDoc } = from as Documented;
    if (jsDoc !== undefined) (to as Documented).jsDoc = jsDoc;
    const targets: Node[] = [];
    ts.forEachChild(to, (child) => void targets.push(child));
    let at = 0;
    ts.forEachChild(from, (child) => {
      const target = targets[at++];
      if (target !== undefined) copy(child, target);
    });
  };
  copy(whole, file);
}
