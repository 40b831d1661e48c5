/**
 * Which of a definition's examples a cell can show. Left out: calls that core refuses and a cell does not, since a
 * cell reads the text "yes" as TRUE and has no names to get wrong; and calls with an empty column, for which no formula
 * can be written: an array constant has at least one cell.
 */
import { type Definition, type Example, problems } from "soundings";
import { CellError, cellFunction } from "./cells.js";

export function cellExamples(definition: Definition): readonly Example[] {
  return definition.examples.filter(
    (example) => !Object.values(example.args).some(isEmptyList) && (!("problem" in example) || isRefused(definition, example)),
  );
}

function isEmptyList(value: unknown): boolean {
  return (Array.isArray(value) || ArrayBuffer.isView(value)) && (value as ArrayLike<unknown>).length === 0;
}

function isRefused(definition: Definition, example: Example & { readonly problem: keyof typeof problems }): boolean {
  try {
    cellFunction(definition, { language: "en" })(...definition.params.map((p) => example.args[p.name]));
    return false;
  } catch (error) {
    if (error instanceof CellError) return error.code === problems[example.problem];
    throw error;
  }
}
