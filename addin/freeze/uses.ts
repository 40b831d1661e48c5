/** What a formula uses: our functions, also by a name that the workbook defines, and the cells that it refers to. */
import { tokenize } from "@borgar/fx";
import { definitionOf, type Expression, nameOfCalled, treeOf, typedName } from "../explain/formula.js";

/** What the workbook's own names stand for, by the name in lower case: the ids of our functions in their formulas. */
export type OwnNames = ReadonlyMap<string, readonly string[]>;

/** Excel's functions that take a function by its name alone: BYROW(A1:C9,HPI). */
const takeFunctions = new Set(["BYROW", "BYCOL", "MAP", "REDUCE", "SCAN", "MAKEARRAY", "GROUPBY", "PIVOTBY"]);

/** The ids of our functions in a formula, each once, in its order. Also where the parser cannot read the whole of it. */
export function functionsIn(formula: string, names: OwnNames = new Map()): string[] {
  const tree = treeOf(formula);
  const ids = tree === undefined ? calledByTokens(formula) : walk(tree).flatMap((node) => idsOf(node, names));
  return [...new Set(ids)];
}

function calledByTokens(formula: string): string[] {
  const called = tokenize(formula).filter(({ type }) => type === "func");
  return called.flatMap(({ value }) => definitionOf(value)?.id ?? []);
}

function idsOf(node: Expression, names: OwnNames): readonly string[] {
  if (node.type === "ReferenceIdentifier") return node.kind === "name" ? (names.get(node.value.toLowerCase()) ?? []) : [];
  if (node.type !== "CallExpression") return [];
  const called = nameOfCalled(node.callee);
  const own = definitionOf(called);
  const isTaker = takeFunctions.has(called.replace(/^_xlfn\./i, "").toUpperCase());
  return [...(own ? [own.id] : (names.get(called.toLowerCase()) ?? [])), ...(isTaker ? node.arguments.flatMap(idOfName) : [])];
}

function idOfName(node: Expression | null): string[] {
  const definition = node?.type === "ReferenceIdentifier" ? definitionOf(node.value) : undefined;
  return definition ? [definition.id] : [];
}

/** The workbook's names in whose formulas our functions are. */
export function ownNames(defined: readonly { readonly name: string; readonly formula: string }[]): OwnNames {
  return new Map(
    defined.flatMap(({ name, formula }) => {
      const ids = functionsIn(formula);
      return ids.length === 0 ? [] : [[name.toLowerCase(), ids] as const];
    }),
  );
}

/** The references of a formula as written, each once: ranges, names, columns of tables. */
export function referencesIn(formula: string): string[] {
  const tree = treeOf(formula);
  if (tree === undefined) return [];
  return [...new Set(walk(tree).flatMap((node) => (node.type === "ReferenceIdentifier" ? node.value : [])))];
}

/** The references to whole spills: "B2" for B2#. */
export function spillsReferredTo(formula: string): string[] {
  const tree = treeOf(formula);
  if (tree === undefined) return [];
  return walk(tree).flatMap((node) => {
    const isSpill =
      (node.type === "UnaryExpression" && node.operator === "#") ||
      (node.type === "CallExpression" && nameOfCalled(node.callee).toUpperCase() === "_XLFN.ANCHORARRAY");
    const [anchor] = isSpill ? node.arguments : [];
    return anchor?.type === "ReferenceIdentifier" ? anchor.value : [];
  });
}

/** A formula with our functions spelt as a user types them: _xldudf_HPI(…) as HPI(…). */
export function asTyped(formula: string): string {
  return tokenize(formula)
    .map(({ type, value }) => (type === "func" ? typedName(value) : value))
    .join("");
}

/** A node and all below it. */
function walk(node: Expression | null): Expression[] {
  switch (node?.type) {
    case undefined:
      return [];
    case "CallExpression":
      return [node, ...walk(node.callee), ...node.arguments.flatMap(walk)];
    case "UnaryExpression":
    case "BinaryExpression":
      return [node, ...node.arguments.flatMap(walk)];
    case "ArrayExpression":
      return [node, ...node.elements.flat().flatMap(walk)];
    case "LetExpression":
      return [node, ...node.declarations.flatMap(({ init }) => walk(init)), ...walk(node.body)];
    case "LambdaExpression":
      return [node, ...walk(node.body)];
    default:
      return node === null ? [] : [node];
  }
}
