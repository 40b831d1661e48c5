/**
 * Catalogue → functions.json as WPS Office reads it: the dialect that the scanner of its own toolkit writes (wpsjs 2.2.3).
 * Types are words: "any", "string", "any[][]", with "?" where an argument may be left out; there are no rows of one dimension.
 */
import type { Definition, Parameter } from "soundings";

/** What the scanner takes for a function's name; a namespace is held to the same. */
export const wpsName = /^[A-Za-z_][A-Za-z0-9_]*$/;

export interface WpsParameter {
  readonly name: string;
  readonly description: string;
  readonly type: "any" | "any?" | "string" | "string?" | "any[][]" | "any[][]?";
}

export interface WpsFunction {
  readonly name: string;
  readonly parameters: readonly WpsParameter[];
  readonly description: string;
  readonly result: { readonly type: "any" | "any[][]" };
}

export interface WpsFunctions {
  readonly functions: readonly WpsFunction[];
}

/**
 * What WPS is told of the functions. It has one file for all languages: Chinese first, then English.
 * @throws Error for a name that WPS does not take
 */
export function wpsFunctionsJson(definitions: readonly Definition[]): WpsFunctions {
  return { functions: definitions.map(wpsFunction) };
}

function wpsFunction({ id, summary, params, returns }: Definition): WpsFunction {
  if (!wpsName.test(id)) throw new Error(`WPS takes no function named "${id}": letters, digits and _ only`);
  return {
    name: id,
    parameters: params.map((p) => ({
      name: argumentName(p),
      description: `${p.label.zh}：${p.help.zh} ${p.help.en}`,
      type: `${typeOf(p)}${p.presence === "required" ? "" : "?"}`,
    })),
    description: `${summary.zh} ${summary.en}`,
    result: { type: returns.shape === "scalar" ? "any" : "any[][]" },
  };
}

/** The scanner reads arguments from JavaScript, in which "default" cannot be one. */
function argumentName({ name }: Parameter): string {
  return name === "default" ? "default_" : name;
}

/** "any" for numbers too: blanks and text-numbers are for cells.ts to read. */
function typeOf({ shape }: Parameter): "any" | "string" | "any[][]" {
  if (shape === "column" || shape === "flags" || shape === "block") return "any[][]";
  return shape === "choice" ? "string" : "any";
}
