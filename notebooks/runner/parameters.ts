/**
 * Parameters given from outside: matched with the cell tagged `parameters`, and injected after it as typed TypeScript.
 * Here: names, values and their types. Not here: running (run.ts), the compiler (cell-program.ts).
 */
import type { ICodeCell } from "@jupyterlab/nbformat";
import type { Language, Text } from "soundings";
// Not by the package's name: all of core takes longer to load than all of the runner.
import { nearest } from "soundings/dist/errors.js";
import { CellChecker } from "./checker.js";
import { isCodeCell, type Notebook, sourceOf, tagsOf } from "./notebook.js";

/** A value as JSON has it, or the text of a command line, whose meaning its parameter's type decides. */
export type Given = { readonly value: unknown } | { readonly text: string };
export type GivenParameters = ReadonlyMap<string, Given>;

/** The tag of the cell that the runner writes, as papermill calls it; a later run replaces it. */
const injectedTag = "injected-parameters";

export type ParameterProblem = "no-parameters-cell" | "unknown" | "wrong-type";

/** A parameter that the notebook does not take, or not so. */
export class ParameterError extends Error {
  override readonly name = "ParameterError";
  readonly problem: ParameterProblem;
  readonly parameter: string;
  readonly #words: Text;

  constructor(problem: ParameterProblem, parameter: string, words: Text) {
    super(words.en);
    this.problem = problem;
    this.parameter = parameter;
    this.#words = words;
  }

  in(language: Language): string {
    return this.#words[language];
  }
}

/**
 * The notebook with the given values in a cell of their own, right after the cell of the defaults.
 * @param folder where the cells run
 * @throws ParameterError
 */
export async function injectParameters(notebook: Notebook, given: GivenParameters, folder: string): Promise<Notebook> {
  const cells = notebook.cells.filter((cell) => !tagsOf(cell).includes(injectedTag));
  if (given.size === 0) return { ...notebook, cells };
  const at = cells.findIndex((cell) => isCodeCell(cell) && tagsOf(cell).includes("parameters"));
  if (at < 0) throw noCell([...given.keys()]);
  const number = cells.slice(0, at + 1).filter(isCodeCell).length;
  const code = cells
    .slice(0, at + 1)
    .filter(isCodeCell)
    .map((cell, index) => ({ cell: index + 1, code: sourceOf(cell) }));
  const injected = number + 1;
  const checker = new CellChecker();
  try {
    await checker.open([...code, { cell: injected, code: "" }], folder);
    const types = await checker.variablesOf(number);
    const lines = [...given].map(([name, value]) => lineOf(name, value, types));
    await checker.replace(injected, lines.map(({ line }) => line).join("\n"));
    const error = (await checker.errors()).find(({ cell }) => cell === injected);
    const wrong = error && lines[error.line - 1];
    if (wrong !== undefined) throw wrongType(wrong.name, wrong.literal, wrong.type);
    const source = ["// Given to this run; the cell above holds the defaults.", ...lines.map(({ line }) => line)].join("\n");
    return { ...notebook, cells: [...cells.slice(0, at + 1), cellOf(source), ...cells.slice(at + 1)] };
  } finally {
    await checker.close();
  }
}

interface Line {
  readonly name: string;
  readonly type: string;
  readonly literal: string;
  readonly line: string;
}

function lineOf(name: string, given: Given, types: ReadonlyMap<string, string>): Line {
  const type = types.get(name);
  if (type === undefined) throw unknown(name, [...types.keys()]);
  const literal = JSON.stringify("value" in given ? given.value : meant(given.text, type));
  return { name, type, literal, line: `let ${name}: ${type} = ${literal};` };
}

/** The value that a text stands for: itself where the type is of texts, else JSON; what is no JSON stays a text. */
export function meant(text: string, type: string): unknown {
  const isText = type.split("|").some((part) => /^\s*(string|".*")\s*$/.test(part));
  const isName = /^\s*(true|false|null|-?[\d.]+(e-?\d+)?)\s*$/i.test(text) && /number|boolean|null/.test(type);
  if (isText && !isName) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function cellOf(source: string): ICodeCell {
  const metadata = { tags: [injectedTag] };
  return { cell_type: "code", id: injectedTag, metadata, execution_count: null, outputs: [], source } as unknown as ICodeCell;
}

function noCell(names: readonly string[]): ParameterError {
  const seen = names.join(", ");
  return new ParameterError("no-parameters-cell", names[0] ?? "", {
    en: `the notebook takes no parameters, but ${seen} was given; wanted a code cell with the tag "parameters"`,
    zh: `该笔记本没有参数，却给出了 ${seen}；应有一个标签为 "parameters" 的代码单元`,
  });
}

function unknown(name: string, known: readonly string[]): ParameterError {
  const near = nearest(name, known);
  const list = known.join(", ");
  return new ParameterError("unknown", name, {
    en: `no parameter "${name}"${near === undefined ? ";" : `; did you mean "${near}"?`} the notebook takes ${list}`,
    zh: `没有参数“${name}”${near === undefined ? "；" : `；是否指“${near}”？`}该笔记本的参数：${list}`,
  });
}

function wrongType(name: string, seen: string, wanted: string): ParameterError {
  return new ParameterError("wrong-type", name, {
    en: `parameter "${name}": seen ${seen}, wanted ${wanted}`,
    zh: `参数“${name}”：输入为 ${seen}，应为 ${wanted}`,
  });
}
