/** Which notebooks a command line means: a path, a folder, or the short name of one that ships. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { nearest } from "soundings/dist/errors.js";
import { root } from "./root.js";

const ending = ".ipynb";
const shippedFolder = join(root, "notebooks");

/** Names of the notebooks that ship, without their ending, in the order of their numbers. */
export function shippedNames(): readonly string[] {
  return notebooksIn(shippedFolder).map((path) => basename(path, ending));
}

export function shippedPath(name: string): string {
  return join(shippedFolder, `${name}${ending}`);
}

/** The notebooks of one folder, not of those below it. */
export function notebooksIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !name.startsWith("."))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Paths of the notebooks that words of a command line mean, each once.
 * @throws Error that names the word, and the nearest name that there is
 */
export function findNotebooks(words: readonly string[]): readonly string[] {
  return [...new Set(words.flatMap(find))];
}

function find(word: string): readonly string[] {
  const path = resolve(word);
  if (existsSync(path) && statSync(path).isDirectory()) {
    const found = notebooksIn(path);
    if (found.length === 0) throw new Error(`there is no notebook in the folder ${word}`);
    return found;
  }
  const file = [path, path + ending, join(shippedFolder, word), join(shippedFolder, word + ending)].find(existsSync);
  if (file !== undefined) return [file];
  const near = nearest(basename(word, ending), shippedNames());
  throw new Error(`there is no notebook "${word}"${near === undefined ? "" : `; did you mean "${near}"?`}`);
}

/** A path as messages and provenance show it: from the checkout's top where it lies inside, else from the working folder. */
export function shownPath(path: string): string {
  const inside = relative(root, path);
  const shown = inside.startsWith("..") ? relative(process.cwd(), path) : inside;
  return shown.split(sep).join("/");
}
