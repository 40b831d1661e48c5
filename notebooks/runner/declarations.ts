/** The names that a cell declares at its top level: what later cells see of it. Here: syntax only. */
import {
  type BindingName,
  isClassDeclaration,
  isEnumDeclaration,
  isFunctionDeclaration,
  isIdentifier,
  isImportDeclaration,
  isInterfaceDeclaration,
  isModuleDeclaration,
  isNamedImports,
  isOmittedExpression,
  isTypeAliasDeclaration,
  isVariableStatement,
  type Node,
  NodeFlags,
  type SourceFile,
  type Statement,
  SyntaxKind,
} from "typescript/unstable/ast";

export interface Declared {
  readonly name: string;
  /** Declared with const, let or var. */
  readonly isVariable: boolean;
  /** Declared with let or var: later cells may assign to it, and what it held last says nothing of what it may hold. */
  readonly isAssignable: boolean;
  /** The cell itself says `export`. */
  readonly isExported: boolean;
  readonly node: Node;
}

export function declarationsOf(file: SourceFile): readonly Declared[] {
  return [...file.statements].flatMap(declaredBy);
}

function declaredBy(statement: Statement): Declared[] {
  const isExported = modifiersOf(statement).includes(SyntaxKind.ExportKeyword);
  const declared = (node: Name, isVariable = false, isAssignable = false) => ({
    name: node.text,
    isVariable,
    isAssignable,
    isExported,
    node,
  });
  if (isVariableStatement(statement)) {
    const list = statement.declarationList;
    const isAssignable = (list.flags & NodeFlags.Const) === 0;
    return [...list.declarations].flatMap(({ name }) => identifiersIn(name)).map((node) => declared(node, true, isAssignable));
  }
  if (isImportDeclaration(statement)) return importedBy(statement.importClause).map((node) => declared(node));
  const isNamed =
    isFunctionDeclaration(statement) ||
    isClassDeclaration(statement) ||
    isInterfaceDeclaration(statement) ||
    isTypeAliasDeclaration(statement) ||
    isEnumDeclaration(statement) ||
    isModuleDeclaration(statement);
  const name = isNamed ? statement.name : undefined;
  return name !== undefined && isIdentifier(name) ? [declared(name)] : [];
}

function modifiersOf(statement: Statement): readonly SyntaxKind[] {
  const { modifiers } = statement as { modifiers?: Iterable<Node> };
  return modifiers === undefined ? [] : [...modifiers].map(({ kind }) => kind);
}

type Name = Node & { readonly text: string };

function identifiersIn(name: BindingName): Name[] {
  if (isIdentifier(name)) return [name];
  return [...name.elements].flatMap((element) => {
    const bound = isOmittedExpression(element) ? undefined : element.name;
    return bound === undefined ? [] : identifiersIn(bound);
  });
}

interface ImportClause {
  readonly name?: Name | undefined;
  readonly namedBindings?: Node | undefined;
}

function importedBy(clause: ImportClause | undefined): Name[] {
  if (clause === undefined) return [];
  const { name, namedBindings: bindings } = clause;
  const first = name === undefined ? [] : [name];
  if (bindings === undefined) return first;
  if (isNamedImports(bindings)) return [...first, ...[...bindings.elements].map((element) => element.name as Name)];
  return [...first, (bindings as Node & { readonly name: Name }).name];
}
