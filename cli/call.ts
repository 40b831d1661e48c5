/** `soundings call`: the catalogue for any language, by named arguments and JSON. */
import { createInterface } from "node:readline";
import { catalog, citation, type Definition, findDefinition, InputError, nearest, type Result } from "soundings";
import { isObject } from "./json.js";

type Answer = { readonly result: Result } | { readonly error: { readonly code: string; readonly message: string } };

/** Answer one call from the command line, or a batch from standard input. */
export async function call(words: readonly string[]): Promise<number> {
  if (words[0] === "--batch") return batch();
  const [name, ...assignments] = words;
  if (name === undefined) return complain("call needs a function, as in: soundings call RENT_GAP gross_yield=0.0237");
  const args = parseAssignments(assignments);
  if (typeof args === "string") return complain(args);
  const answer = evaluate(name, args);
  const definition = findDefinition(name.toUpperCase());
  process.stdout.write(`${JSON.stringify(definition ? { ...answer, ...described(definition) } : answer, null, 2)}\n`);
  return "error" in answer ? 1 : 0;
}

/** Unit and source of an answer. */
function described(definition: Definition): object {
  const { returns } = definition;
  const unit =
    returns.shape === "scalar"
      ? { unit: returns.unit }
      : { units: Object.fromEntries(returns.fields.map((f) => [f.name, f.unit])) };
  return { ...unit, source: citation(definition).en };
}

/** name=value words → arguments; values are JSON where they parse as JSON, else texts. */
function parseAssignments(words: readonly string[]): Record<string, unknown> | string {
  const args: Record<string, unknown> = {};
  for (const word of words) {
    const split = word.indexOf("=");
    if (split < 1) return `"${word}" is not argument=value`;
    args[word.slice(0, split)] = parseValue(word.slice(split + 1));
  }
  return args;
}

function parseValue(word: string): unknown {
  try {
    return JSON.parse(word);
  } catch {
    return word;
  }
}

function evaluate(name: string, args: Readonly<Record<string, unknown>>): Answer {
  const definition = findDefinition(name.toUpperCase());
  if (!definition) return { error: { code: "#NAME?", message: unknownFunction(name) } };
  try {
    return { result: definition.evaluate(args) };
  } catch (error) {
    if (error instanceof InputError) return { error: { code: error.code, message: error.message } };
    throw error;
  }
}

/** What to say of a function that is not in the catalogue: the nearest name, if one is near. */
export function unknownFunction(name: string): string {
  const near = nearest(
    name,
    catalog.map(({ id }) => id),
  );
  return `there is no function ${name}${near === undefined ? "" : `; did you mean ${near}?`}`;
}

/**
 * JSON lines {id, fn, args} in; {id, result} or {id, error} out, one line each, in order. Every line gets an answer,
 * so a refusal inside a batch is data, not a failure of the command.
 */
async function batch(): Promise<number> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const { id, answer } = answerLine(line);
    const more = process.stdout.write(`${JSON.stringify({ id, ...answer })}\n`);
    if (!more) await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
  return 0;
}

function answerLine(line: string): { id: unknown; answer: Answer } {
  const request = parseValue(line);
  if (!isObject(request)) return malformed(null, `${line.slice(0, 60)} is not a JSON object {"id", "fn", "args"}`);
  const { id = null, fn, args = {} } = request;
  if (typeof fn !== "string") return malformed(id, '"fn" must be the name of a function');
  if (!isObject(args)) return malformed(id, '"args" must be an object of named arguments');
  return { id, answer: evaluate(fn, args) };
}

function malformed(id: unknown, message: string): { id: unknown; answer: Answer } {
  return { id, answer: { error: { code: "#VALUE!", message } } };
}

function complain(message: string): number {
  process.stderr.write(`soundings: ${message}\n`);
  return 2;
}
