/**
 * Catalogue → functions.json, which tells Excel names, help and argument types. One file per language.
 * Here: Microsoft's format and its limits. Not here: words (the definitions have them), files (build.ts).
 */
import type { Definition, Language, Parameter } from "soundings";

/** Where Excel cuts off, refuses or fails to register. */
export const limits = {
  description: 1024,
  parameterDescription: 512,
  parameters: 128,
  enums: 256,
  tooltip: 256,
  /** Windows refuses a larger file (OfficeDev/Excel-Custom-Functions#422). */
  bytes: 1_000_000,
} as const;

export interface FunctionsJson {
  /** Else an error cell in a range never reaches the code. */
  readonly allowErrorForDataTypeAny: true;
  // allowCustomDataForDataTypeAny stays out: it crashed Excel LTSC 2021 (OfficeDev/office-js#4385).
  readonly functions: readonly FunctionJson[];
  readonly enums: readonly EnumJson[];
}

export interface FunctionJson {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterJson[];
  readonly result: { readonly type: "any"; readonly dimensionality: "scalar" | "matrix" };
}

export interface ParameterJson {
  readonly name: string;
  readonly description: string;
  /** "any" leaves blanks, text-numbers and error cells to cells.ts; Excel reads "string" itself. */
  readonly type: "any" | "string";
  readonly dimensionality: "scalar" | "matrix";
  readonly optional?: true;
  readonly customEnumId?: string;
}

export interface EnumJson {
  readonly id: string;
  readonly type: "string";
  readonly values: readonly { readonly name: string; readonly stringValue: string; readonly tooltip: string }[];
}

/**
 * What Excel is told of the functions, in one language.
 * @param helpUrl page of a function, by its id; https, since Excel opens it in a browser
 * @throws Error when something is longer than Excel takes: the definition is to be shortened
 */
export function functionsJson(
  definitions: readonly Definition[],
  language: Language,
  helpUrl: (id: string) => string,
): FunctionsJson {
  const json: FunctionsJson = {
    allowErrorForDataTypeAny: true,
    functions: definitions.map((definition) => functionJson(definition, language, helpUrl)),
    enums: definitions.flatMap((definition) => enumsOf(definition, language)),
  };
  holdToLimits(json);
  return json;
}

function functionJson(definition: Definition, language: Language, helpUrl: (id: string) => string): FunctionJson {
  const names = parameterNames(definition, language);
  return {
    id: definition.id,
    name: definition.id,
    description: definition.summary[language],
    helpUrl: helpUrl(definition.id),
    parameters: definition.params.map((p, i) => ({
      name: names[i] ?? p.name,
      // Messages name arguments as the catalogue does: a Chinese reader must find that name here.
      description: language === "zh" ? `${p.name}：${p.help.zh}` : p.help.en,
      type: p.shape === "choice" ? "string" : "any",
      dimensionality: isRange(p) ? "matrix" : "scalar",
      ...(p.presence === "required" ? {} : { optional: true }),
      ...(p.shape === "choice" ? { customEnumId: enumId(definition, p) } : {}),
    })),
    result: { type: "any", dimensionality: definition.returns.shape === "scalar" ? "scalar" : "matrix" },
  };
}

function isRange({ shape }: Parameter): boolean {
  return shape === "column" || shape === "flags" || shape === "block";
}

/** In Chinese the labels, as far as they can stand in a formula's hint: no remarks, and no name twice. */
function parameterNames({ params }: Definition, language: Language): string[] {
  const names = params.map((p) => (language === "zh" ? p.label.zh.replace(/[（(，,].*$/u, "").replaceAll(" ", "") : p.name));
  return names.map((name, i) =>
    name === "" || names.indexOf(name) !== names.lastIndexOf(name) ? (params[i]?.name ?? name) : name,
  );
}

function enumId(definition: Definition, p: Parameter): string {
  return `${definition.id}_${p.name.toUpperCase()}`;
}

function enumsOf(definition: Definition, language: Language): EnumJson[] {
  return definition.params
    .filter((p) => p.shape === "choice")
    .map((p) => ({
      id: enumId(definition, p),
      type: "string",
      values: p.choices.map(({ value, label }) => ({ name: value, stringValue: value, tooltip: label[language] })),
    }));
}

function holdToLimits(json: FunctionsJson): void {
  const atMost = (limit: number, length: number, what: string) => {
    if (length > limit) throw new Error(`functions.json: ${what} is ${length} long; Excel takes at most ${limit}`);
  };
  for (const f of json.functions) {
    atMost(limits.description, f.description.length, `description of ${f.id}`);
    atMost(limits.parameters, f.parameters.length, `parameter list of ${f.id}`);
    for (const p of f.parameters) atMost(limits.parameterDescription, p.description.length, `description of ${f.id}, ${p.name},`);
  }
  for (const e of json.enums)
    for (const v of e.values) atMost(limits.tooltip, v.tooltip.length, `tooltip of ${e.id}, ${v.name},`);
  atMost(limits.enums, json.enums.length, "list of enums");
  atMost(limits.bytes, new TextEncoder().encode(JSON.stringify(json)).length, "the file");
}
