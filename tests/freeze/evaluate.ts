/** A formula's result, for the tests' small workbook: our functions as cells call them, and as much else as the tests write. */
import { type AstExpression, parse, tokenize } from "@borgar/fx";
import { CellError, cellFunction } from "../../addin/cells.js";
import { definitionOf, nameOfCalled } from "../../addin/explain/formula.js";
import type { Held } from "../../addin/freeze/book.js";

export interface Surroundings {
  /** The cells of a reference; undefined for one that means nothing. */
  readonly at: (reference: string) => Held[][] | undefined;
  /** The cells that a formula spills over. */
  readonly spill: (anchor: string) => Held[][] | undefined;
  /** What our functions show instead of an answer. */
  readonly ours: "answers" | "#NAME?" | "#BUSY!";
}

class Shown extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** @throws Error for a formula that no cell would take */
export function parsed(formula: string): AstExpression {
  return parse(tokenize(formula, { mergeRefs: true }));
}

export function evaluate(formula: string, around: Surroundings): Held[][] {
  try {
    return value(parsed(formula), around);
  } catch (error) {
    if (error instanceof Shown || error instanceof CellError) return [[{ error: error.code }]];
    throw error;
  }
}

function value(node: AstExpression | null, around: Surroundings): Held[][] {
  switch (node?.type) {
    case undefined:
      return [[null]];
    case "Literal":
      return [[node.value as Held]];
    case "ErrorLiteral":
      return [[{ error: String(node.value) }]];
    case "ArrayExpression":
      return node.elements.map((row) => row.map((cell) => single(value(cell as AstExpression, around))));
    case "ReferenceIdentifier":
      return around.at(node.value) ?? fail("#NAME?");
    case "UnaryExpression": {
      const [operand = null] = node.arguments;
      if (node.operator === "#") return spilled(operand, around);
      const inner = value(operand, around);
      if (node.operator === "@") return [[inner[0]?.[0] ?? null]];
      return [[node.operator === "%" ? number(inner) / 100 : number(inner) * (node.operator === "-" ? -1 : 1)]];
    }
    case "BinaryExpression": {
      const [left, right] = node.arguments.map((operand) => value(operand, around)) as [Held[][], Held[][]];
      return [[binary(node.operator, left, right)]];
    }
    case "CallExpression":
      return call(nameOfCalled(node.callee), node.arguments, around);
    default:
      return fail("#VALUE!");
  }
}

function spilled(anchor: AstExpression | null, { spill }: Surroundings): Held[][] {
  return (anchor?.type === "ReferenceIdentifier" ? spill(anchor.value) : undefined) ?? fail("#REF!");
}

function call(name: string, args: readonly (AstExpression | null)[], around: Surroundings): Held[][] {
  const definition = definitionOf(name);
  if (definition) {
    if (around.ours !== "answers") return fail(around.ours);
    const given = args.map((node) => (node === null ? undefined : value(node, around).map((row) => row.map(sent))));
    const answer = cellFunction(definition, { language: "en" })(...given);
    const rows = typeof answer === "object" ? answer : [[answer]];
    return rows.map((row) => row.map((cell) => (cell instanceof CellError ? { error: cell.code } : cell)));
  }
  const [first = null, second = null, third = null] = args;
  switch (name) {
    case "SUM":
      return [[args.flatMap((node) => value(node, around).flat()).reduce((sum: number, held) => sum + addend(held), 0)]];
    case "IF":
      return value(single(value(first, around)) ? second : third, around);
    case "IFERROR": {
      const tried = value(first, around);
      return code(tried[0]?.[0] ?? null) === undefined ? tried : value(second, around);
    }
    case "ROUND":
      return [[Number(number(value(first, around)).toFixed(number(value(second, around))))]];
    default:
      return fail("#NAME?");
  }
}

function sent(held: Held): unknown {
  return typeof held === "object" && held !== null ? { code: held.error } : held;
}

function addend(held: Held): number {
  const error = code(held);
  if (error) return fail(error);
  return typeof held === "number" ? held : 0;
}

function binary(operator: string, left: Held[][], right: Held[][]): Held {
  if (operator === "&") return `${single(left) ?? ""}${single(right) ?? ""}`;
  const [a, b] = [number(left), number(right)];
  if (operator === "/" && b === 0) return fail("#DIV/0!");
  const results: Record<string, Held> = { "+": a + b, "-": a - b, "*": a * b, "/": a / b, ">": a > b, "<": a < b };
  return results[operator] ?? fail("#VALUE!");
}

function single(values: Held[][]): Exclude<Held, { error: string }> {
  const held = values[0]?.[0] ?? null;
  if (typeof held === "object" && held !== null) return fail(held.error);
  return held;
}

function number(values: Held[][]): number {
  const held = single(values);
  return typeof held === "string" ? fail("#VALUE!") : Number(held ?? 0);
}

function code(held: Held): string | undefined {
  return typeof held === "object" && held !== null ? held.error : undefined;
}

function fail(error: string): never {
  throw new Shown(error);
}
