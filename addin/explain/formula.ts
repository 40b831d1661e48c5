/**
 * A cell's formula → the calls of catalogued functions in it, each with its arguments' values. Parsed by @borgar/fx.
 * Here: which parts of a formula can be worked out away from the sheet. Not here: how the sheet is read (the host).
 */
import { type AstExpression, type CallExpression, type LambdaExpression, type LetExpression, parse, tokenize } from "@borgar/fx";
import { type Definition, findDefinition, InputError, type Language, type Text } from "soundings";
import { CellError, cellFunction, toArguments } from "../cells.js";

/** Reads what stands in the cells of a reference as written in the formula: "B2:B6", "Sheet2!A1", a name. */
export type ReadRange = (reference: string) => Promise<unknown[][] | undefined>;

/** One argument as it is written, and what stands for it: cells, or why that is not known here. */
export interface GivenArgument {
  /** "" where it is left out. */
  readonly source: string;
  readonly value: unknown;
}

export interface FoundCall {
  readonly definition: Definition;
  /** As written in the cell. */
  readonly source: string;
  /** Arguments by position. */
  readonly given: readonly GivenArgument[];
  /** Arguments by public name, or why they are not known here. */
  readonly args: Readonly<Record<string, unknown>> | NotKnown;
}

/** A part of a formula that only the sheet itself can work out. */
export class NotKnown extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/**
 * Every call of ours, outermost first.
 * @param formula with its "="
 * @returns none for a formula without our functions, or one that cannot be read
 */
export async function callsIn(formula: string, read: ReadRange, language: Language): Promise<FoundCall[]> {
  const tree = treeOf(formula);
  if (tree === undefined) return [];
  const reader = new Reader(formula, read, language);
  return Promise.all(
    callsOf(tree, new Map()).map(async ({ definition, node, names }) => {
      const given = await reader.given(node, names);
      return { definition, source: reader.sourceOf(node), given, args: argumentsOf(definition, given) };
    }),
  );
}

/** The formula parsed; undefined where it cannot be. */
export function treeOf(formula: string): AstExpression | undefined {
  try {
    return parse(tokenize(formula, { mergeRefs: true, withLocation: true }));
  } catch {
    // What the parser cannot read, it throws at: an unfinished formula, or a dialect of some other sheet.
    return undefined;
  }
}

/** How Excel spells the functions of an add-in that it has not loaded, and those that are newer than itself. */
const hostSpelling = /^(_xlfn\.)?(_xldudf_)?/i;

/** The catalogued function of a name, which a deployment may have prefixed: "SND.HPI", "_xldudf_HPI", "_xldudf_SND_HPI". */
export function definitionOf(name: string): Definition | undefined {
  const isStored = hostSpelling.exec(name)?.[2] !== undefined;
  const bare = name.replace(hostSpelling, "").toUpperCase();
  const own = findDefinition(bare.slice(bare.lastIndexOf(".") + 1));
  return own ?? (isStored ? findDefinition(bare.slice(bare.indexOf("_") + 1)) : undefined);
}

/** "_xldudf_SND_HPI" as a user would type it: "SND.HPI". Names that are not so spelt stay as they are. */
export function typedName(name: string): string {
  const definition = definitionOf(name);
  if (definition === undefined || hostSpelling.exec(name)?.[2] === undefined) return name;
  const bare = name.replace(hostSpelling, "");
  return bare.slice(0, -definition.id.length).replace(/_$/, ".") + definition.id;
}

/** What can stand in a formula. The parser's types leave out that what is called may be a LAMBDA, not a name. */
export type Expression = AstExpression | CallExpression["callee"];

/** The name of what is called; "" for a LAMBDA that is called where it stands. */
export function nameOfCalled(callee: Expression): string {
  return callee.type === "Identifier" ? callee.name : "";
}

/** What LET calls its names, in capitals, where one of them stands. A parameter of LAMBDA has no value here. */
type Names = ReadonlyMap<string, Bound | "parameter">;

interface Bound {
  readonly node: AstExpression | null;
  /** Names known where the value is written: those before it. */
  readonly names: Names;
}

interface OwnCall {
  readonly definition: Definition;
  readonly node: CallExpression;
  readonly names: Names;
}

function callsOf(node: Expression | null, names: Names): OwnCall[] {
  switch (node?.type) {
    case "CallExpression": {
      const definition = definitionOf(nameOfCalled(node.callee));
      const inner = [...callsOf(node.callee, names), ...node.arguments.flatMap((argument) => callsOf(argument, names))];
      return definition ? [{ definition, node, names }, ...inner] : inner;
    }
    case "UnaryExpression":
    case "BinaryExpression":
      return node.arguments.flatMap((argument) => callsOf(argument, names));
    case "LetExpression": {
      const { all, own } = declared(node, names);
      return [...callsOf(node.body, all), ...own.flatMap((bound) => callsOf(bound.node, bound.names))];
    }
    case "LambdaExpression":
      return callsOf(node.body, withParameters(node, names));
    default:
      return [];
  }
}

/** The names of a LET, each knowing those before it, in the order in which they are written. */
function declared({ declarations }: LetExpression, names: Names): { readonly all: Names; readonly own: readonly Bound[] } {
  let all = names;
  const own = declarations.map(({ id, init }): Bound => {
    const bound = { node: init, names: all };
    all = new Map(all).set(id.name.toUpperCase(), bound);
    return bound;
  });
  return { all, own };
}

function withParameters({ params }: LambdaExpression, names: Names): Names {
  return new Map([...names, ...params.map(({ name }) => [name.toUpperCase(), "parameter"] as const)]);
}

function argumentsOf(definition: Definition, given: readonly GivenArgument[]): FoundCall["args"] {
  const values = given.map(({ value }) => value);
  const unknown = values.find((value) => value instanceof NotKnown);
  if (unknown instanceof NotKnown) return unknown;
  try {
    return toArguments(definition, values);
  } catch (error) {
    if (error instanceof InputError) return new NotKnown({ en: error.in("en"), zh: error.in("zh") });
    throw error;
  }
}

type Value = unknown;

class Reader {
  readonly #formula: string;
  readonly #read: ReadRange;
  readonly #language: Language;

  constructor(formula: string, read: ReadRange, language: Language) {
    this.#formula = formula;
    this.#read = read;
    this.#language = language;
  }

  sourceOf(node: AstExpression): string {
    const [from, to] = node.loc ?? [];
    return this.#formula.slice(from, to);
  }

  given({ arguments: nodes }: CallExpression, names: Names): Promise<GivenArgument[]> {
    return Promise.all(
      nodes.map(async (node: AstExpression | null) => ({
        source: node === null ? "" : this.sourceOf(node),
        value: await this.#valueOrReason(node, names),
      })),
    );
  }

  async #valueOrReason(node: AstExpression | null, names: Names): Promise<Value> {
    try {
      return await this.#value(node, names);
    } catch (error) {
      if (error instanceof NotKnown) return error;
      throw error;
    }
  }

  #values(nodes: readonly AstExpression[], names: Names): Promise<Value[]> {
    return Promise.all(nodes.map((node) => this.#value(node, names)));
  }

  async #value(node: AstExpression | null, names: Names): Promise<Value> {
    if (node === null) return undefined;
    switch (node.type) {
      case "Literal":
      case "ErrorLiteral":
        return node.value;
      case "ArrayExpression":
        return Promise.all(node.elements.map((row) => this.#values(row, names)));
      case "ReferenceIdentifier":
        return this.#reference(node.value, names);
      case "UnaryExpression":
        return unary(node.operator, await this.#values(node.arguments, names)) ?? this.#refuse(node);
      case "BinaryExpression":
        return binary(node.operator, await this.#values(node.arguments, names)) ?? this.#refuse(node);
      case "CallExpression":
        return this.#call(node, names);
      case "LetExpression":
        return this.#value(node.body, declared(node, names).all);
      case "LambdaExpression":
        return this.#refuse(node);
    }
  }

  async #call(node: CallExpression, names: Names): Promise<Value> {
    const definition = definitionOf(nameOfCalled(node.callee));
    if (definition === undefined) return this.#refuse(node);
    const cells = await this.#values(node.arguments, names);
    try {
      return cellFunction(definition, { language: this.#language })(...cells);
    } catch (error) {
      if (error instanceof CellError) return error.code;
      throw error;
    }
  }

  async #reference(reference: string, names: Names): Promise<Value> {
    const bound = names.get(reference.toUpperCase());
    if (bound === "parameter") {
      throw new NotKnown({
        en: `${reference} is given by LAMBDA at each call: put one call into a cell of its own to have it explained.`,
        zh: `${reference} 由 LAMBDA 在每次调用时给出：请将其中一次调用放入单独的单元格。`,
      });
    }
    if (bound) return this.#value(bound.node, bound.names);
    const values = await this.#read(reference);
    if (values === undefined) {
      throw new NotKnown({ en: `${reference} cannot be read from here.`, zh: `无法在此读取 ${reference}。` });
    }
    const isSingle = values.length === 1 && values[0]?.length === 1;
    return isSingle ? values[0]?.[0] : values;
  }

  #refuse(node: AstExpression): never {
    const source = this.sourceOf(node);
    throw new NotKnown({
      en: `${source} is worked out by the sheet: put it into a cell of its own, and refer to that, to have this call explained.`,
      zh: `${source} 由表格自身计算：请放入单独的单元格并引用它，即可查看此调用的解释。`,
    });
  }
}

/** Arithmetic between single numbers; undefined for anything else, which is the sheet's to work out. */
function unary(operator: string, [operand]: readonly Value[]): number | undefined {
  if (typeof operand !== "number") return undefined;
  if (operator === "-") return -operand;
  if (operator === "%") return operand / 100;
  return operator === "+" ? operand : undefined;
}

function binary(operator: string, [left, right]: readonly Value[]): number | undefined {
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? undefined : left / right;
    case "^":
      return left ** right;
    default:
      return undefined;
  }
}
