/** Notebook pages and the list of them that the task pane reads. Here: titles and the list. Not here: making pages. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import type { Text } from "soundings";

/** Folder of the pages in a built site. */
export const notebooksFolder = "notebooks";
/** The list, beside the pages. */
export const listName = "notebooks.json";
/** The list from where the task pane stands. */
export const listFromPane = `../${notebooksFolder}/${listName}`;

/** Names of the pages in a folder, its index left aside. */
export function pagesIn(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`there is no folder ${folder}`);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".html") && name !== "index.html")
    .sort();
  if (names.length === 0) throw new Error(`there is no notebook page (.html) in ${folder}; "soundings page" makes them`);
  return names;
}

/** The list as a file: an entry for each page, with its title in both languages. */
export function notebooksList(folder: string, names: readonly string[]): string {
  const entries = names.map((name) => ({
    href: encodeURIComponent(name),
    title: titleOf(readFileSync(join(folder, name), "utf8"), name),
  }));
  return `${JSON.stringify(entries, null, 1)}\n`;
}

/** The titles that `soundings page` writes down; of another page its one title; without any the file's name. */
function titleOf(html: string, name: string): Text {
  // Only the head, and none of its styles: pages carry fonts and charts of several megabytes.
  const head = html.slice(0, /<body[\s>]/i.exec(html)?.index ?? html.length).replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, "");
  const { document } = new JSDOM(head).window;
  const { titleEn, titleZh } = document.documentElement.dataset;
  const only = document.title || name.replace(/\.html$/, "");
  return { en: titleEn || only, zh: titleZh || titleEn || only };
}
