/** `soundings help`: the handbook's words in a terminal. */
import { catalog, findDefinition, type Language } from "soundings";
import { unknownFunction } from "./call.js";
import { describe, signature } from "./handbook.js";

/** Show one function, or list them all. */
export function help(args: readonly string[]): number {
  const language = languageOf(args);
  const name = args.find((word, i) => !word.startsWith("--") && args[i - 1] !== "--lang");
  if (name === undefined) {
    for (const definition of catalog) process.stdout.write(`${signature(definition)}\n    ${definition.summary[language]}\n`);
    return 0;
  }
  const definition = findDefinition(name.toUpperCase());
  if (!definition) {
    process.stderr.write(`soundings: ${unknownFunction(name)}\n`);
    return 2;
  }
  process.stdout.write(`${plain(describe(definition, language))}\n`);
  return 0;
}

/** --lang wins, then the locale of the environment. */
function languageOf(args: readonly string[]): Language {
  const asked = args[args.indexOf("--lang") + 1];
  const wanted = args.includes("--lang")
    ? (asked ?? "")
    : (process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? "");
  return wanted.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Markdown without its marks, which a terminal does not show. */
function plain(markdown: string): string {
  return markdown
    .replace(/^#+ /gm, "")
    .replace(/\*\*|`/g, "")
    .replace(/^\*(.*)\*$/gm, "$1");
}
