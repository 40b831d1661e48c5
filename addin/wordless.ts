/**
 * The catalogue without what only people read, for the script that Excel loads at every cold start: the handbook and the
 * task pane have those words. Here: which properties, and how a bundle is made without them. Not here: what is left.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "@tslab/typescript-for-tslab";
import type { Plugin } from "esbuild";
import type { Definition } from "soundings";

/** Of the description of a function. */
const wordsOfFunctions = ["summary", "formula", "notes", "examples", "refusals"] as const;
/** Of the description of an argument. */
const wordsOfArguments = ["label", "help"];
const describesArgument = ["number", "column", "flag", "flags", "choice", "text", "block"];

/** What a definition still has. */
export type Wordless = Omit<Definition, (typeof wordsOfFunctions)[number]>;

/** Reads core's sources without those words. What only they used falls out of the bundle with them. */
export function wordless(core: string): Plugin {
  const folder = join(core, "/");
  return {
    name: "wordless",
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) =>
        path.startsWith(folder) ? { contents: withoutWords(path, readFileSync(path, "utf8")), loader: "ts" } : undefined,
      );
    },
  };
}

function withoutWords(path: string, source: string): string {
  const found: ts.ObjectLiteralElementLike[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) found.push(...wordsIn(node, node.expression.text));
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
  visit(file);
  // From the end, so that earlier places stay where they are. Words inside of words go with them.
  const outermost = found.filter((one) => !found.some((other) => other !== one && other.pos <= one.pos && one.end <= other.end));
  return outermost
    .sort((a, b) => b.pos - a.pos)
    .reduce((text, { pos, end }) => text.slice(0, pos) + text.slice(end).replace(/^\s*,/, ""), source);
}

/** define(fn, {…}) and number("name", {…}): the description is the last argument. */
function wordsIn({ arguments: given }: ts.CallExpression, called: string): ts.ObjectLiteralElementLike[] {
  const description = given.at(-1);
  if (description === undefined || !ts.isObjectLiteralExpression(description)) return [];
  const words = called === "define" ? wordsOfFunctions : describesArgument.includes(called) ? wordsOfArguments : [];
  return description.properties.filter(
    ({ name }) => name !== undefined && ts.isIdentifier(name) && (words as readonly string[]).includes(name.text),
  );
}
