/**
 * What a catalogued function is: the one description that feeds the Excel adapter, functions.json, the handbook,
 * the task pane, the command line and the tests. Here: its type, and `define`, which lets the compiler hold the
 * description against the function. Not here: any function.
 */
import { InputError, nearest, type Problem, same, type Text } from "./errors.js";
import { allFinite, finite } from "./finite.js";
import { type Camel, camel, type Parameter } from "./parameters.js";
import { cite, type Passage } from "./sources.js";
import type { Unit } from "./units.js";

/** One named value of a card, or one column of a list or table. */
export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly unit: Unit;
  readonly label: Text;
}

/**
 * What comes back. scalar: one value. card: labelled values. list: one row of values.
 * table: rows of columns, with summary values beside them.
 */
export type Returns =
  | { readonly shape: "scalar"; readonly unit: Unit; readonly label: Text }
  | { readonly shape: "card"; readonly fields: readonly Field[] }
  | { readonly shape: "list"; readonly fields: readonly Field[] }
  | { readonly shape: "table"; readonly fields: readonly Field[]; readonly summary: readonly Field[] };

export type Scalar = number | string | boolean;
export type Row = readonly Scalar[];
/** A result by public names, as JSON carries it. */
export type Result = Scalar | Row | Readonly<Record<string, Scalar | readonly Row[]>>;

/** A call that the tests execute: it gives a result, or is refused for a problem. */
export type Example = {
  readonly args: Readonly<Record<string, unknown>>;
  /** Where the expected answer comes from. */
  readonly from: Text;
} & ({ readonly result: Result; readonly tolerance?: number } | { readonly problem: Problem });

/** A reason to refuse beyond those that the arguments' own descriptions already state. */
export interface Refusal {
  readonly problem: Problem;
  readonly when: Text;
}

export interface Definition {
  /** Bare name in a cell: A–Z, 0–9, _. Never renamed, arguments never reordered. */
  readonly id: string;
  readonly summary: Text;
  /** The arithmetic in one line of plain Unicode. */
  readonly formula: Text;
  readonly params: readonly Parameter[];
  readonly returns: Returns;
  readonly refusals: readonly Refusal[];
  readonly source: Passage;
  /** What a reader would get numerically wrong, and what the report leaves open. */
  readonly notes: readonly Text[];
  readonly examples: readonly Example[];
  /** Call by public (snake_case) names; the result by public names too. */
  readonly evaluate: (named: Readonly<Record<string, unknown>>) => Result;
  /** The same with the arguments in the order of `params`; undefined where one is not given. What sheets call, once a cell. */
  readonly evaluateInOrder: (values: readonly unknown[]) => Result;
}

type Given<P> = P extends Parameter<string, infer In> ? In : never;
type Positional<Params> = Params extends readonly [infer Head, ...infer Tail]
  ? Head extends Parameter<string, unknown, unknown, "required">
    ? [Given<Head>, ...Positional<Tail>]
    : Positional<Tail>
  : [];
type Optional<Params extends readonly Parameter[]> = {
  readonly [P in Params[number] as P extends Parameter<string, unknown, unknown, "required"> ? never : Camel<P["name"]>]?:
    | Given<P>
    | undefined;
};
type Signature<Params extends readonly Parameter[], R extends Returns> = (
  ...args: [...Positional<Params>, Optional<Params>]
) => Returned<R>;
type ByName<Fields extends readonly Field[], Value> = { readonly [F in Fields[number] as Camel<F["name"]>]: Value };
type Returned<R extends Returns> = R extends { shape: "scalar" }
  ? Scalar
  : R extends { shape: "card"; fields: infer F extends readonly Field[] }
    ? ByName<F, Scalar>
    : R extends { shape: "list" }
      ? Row
      : R extends { shape: "table"; fields: infer F extends readonly Field[]; summary: infer S extends readonly Field[] }
        ? { readonly rows: readonly ByName<F, Scalar>[] } & ByName<S, Scalar>
        : never;

type Written<Params extends readonly Parameter[], R extends Returns> = Omit<
  Definition,
  "formula" | "params" | "returns" | "evaluate" | "evaluateInOrder" | "refusals" | "notes"
> & {
  /** One for both languages where it has no words. */
  readonly formula: string | Text;
  readonly params: Params;
  readonly returns: R;
  readonly refusals?: readonly Refusal[];
  readonly notes?: readonly Text[];
};

/**
 * Join a function to its description. The compiler checks that the function takes the described arguments —
 * the required ones by position, then one object of optional ones — and returns the described fields.
 */
export function define<const Params extends readonly Parameter[], const R extends Returns>(
  fn: Signature<Params, R>,
  written: Written<Params, R>,
): Definition {
  const call = fn as (...args: unknown[]) => unknown;
  const { id, params, returns } = written;
  const names = new Set<string>(params.map((p) => p.name));
  const isPositional = params.every((p) => p.presence === "required");
  const evaluateInOrder = (values: readonly unknown[]): Result =>
    publicResult(id, returns, isPositional ? call(...values) : call(...withOptions(params, values)));
  return {
    refusals: [],
    notes: [],
    ...written,
    formula: typeof written.formula === "string" ? same(written.formula) : written.formula,
    evaluate: (named) => {
      for (const name of Object.keys(named)) if (!names.has(name)) throw unknownArgument(id, name, params);
      return evaluateInOrder(params.map((p) => named[p.name]));
    },
    evaluateInOrder,
  };
}

/** Values by position → the required ones and, last, an object of the others, as the function takes them. */
function withOptions(params: readonly Parameter[], values: readonly unknown[]): unknown[] {
  const args: unknown[] = [];
  const options: Record<string, unknown> = {};
  for (let i = 0; i < params.length; i++) {
    const p = params[i] as Parameter;
    if (p.presence === "required") args.push(values[i]);
    else options[p.key] = values[i] ?? undefined;
  }
  args.push(options);
  return args;
}

function unknownArgument(fn: string, name: string, params: readonly Parameter[]): InputError {
  const names = params.map((p) => p.name);
  const near = nearest(name, names);
  return new InputError({
    problem: "unknown-argument",
    fn,
    argument: name,
    seen:
      near === undefined
        ? { en: "is not an argument", zh: "不是参数" }
        : { en: `is not an argument (did you mean ${near}?)`, zh: `不是参数（是否指 ${near}？）` },
    wanted: names.length === 0 ? { en: "no argument", zh: "不带参数" } : same(names.join(", ")),
  });
}

/**
 * A result by public names. No function leaves the catalogue with a number that cannot be written, whatever it forgot.
 * @throws InputError "no-finite-value"
 */
function publicResult(id: string, returns: Returns, value: unknown): Result {
  switch (returns.shape) {
    case "scalar":
      return typeof value === "number" ? finite(id, value) : (value as Scalar);
    case "list":
      return allFinite(id, value as Row);
    case "card":
      return allFinite(id, publicFields(returns.fields, value));
    case "table": {
      const { rows } = value as { rows: readonly Record<string, Scalar>[] };
      const cells = rows.map((row) =>
        allFinite(
          id,
          returns.fields.map((f) => row[camel(f.name)] as Scalar),
        ),
      );
      return { rows: cells, ...allFinite(id, publicFields(returns.summary, value)) };
    }
  }
}

function publicFields(fields: readonly Field[], value: unknown): Record<string, Scalar> {
  const values = value as Record<string, Scalar>;
  return Object.fromEntries(fields.map((f) => [f.name, values[camel(f.name)] as Scalar]));
}

/** The source of a definition as one line. */
export function citation(definition: Definition): Text {
  return cite(definition.source);
}
