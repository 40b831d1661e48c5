/** Links of the site's lists; of a notebook, its title and first paragraph in both languages. */
import { readFileSync } from "node:fs";
import type { Text } from "soundings";
import { both, escapeHtml } from "./layout.js";

export interface Link {
  /** From the page that links to it. */
  readonly href: string;
  readonly title: Text;
  readonly about: Text;
}

/** A link as an item of a list of class "doors". */
export function door({ href, title, about }: Link): string {
  return `<li><a href="${href}"><b>${both(title)}</b>${both(about)}</a></li>`;
}

interface Cell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly metadata: { readonly soundings?: { readonly zh?: string | readonly string[] } };
}

/** Title and first paragraph of a notebook, from its first text cell in both languages. */
export function notebookLink(path: string, href: string): Link {
  const { cells } = JSON.parse(readFileSync(path, "utf8")) as { cells: readonly Cell[] };
  const first = cells.find((cell) => cell.cell_type === "markdown");
  const en = opening(first?.source);
  const zh = opening(first?.metadata.soundings?.zh ?? first?.source);
  return { href, title: pick("title", en, zh), about: pick("about", en, zh) };
}

type Opening = Record<"title" | "about", string>;

function opening(source: string | readonly string[] = ""): Opening {
  const paragraphs = (typeof source === "string" ? source : source.join("")).split(/\n\s*\n/).map((p) => p.trim());
  const title = (paragraphs[0] ?? "").split("\n")[0]?.replace(/^#+\s*/, "") ?? "";
  return { title: plain(title), about: plain(paragraphs[1] ?? "") };
}

/** Markdown marks have no place inside a link, and a notebook's own HTML none on our page. */
function plain(markdown: string): string {
  return escapeHtml(markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*_`]/g, ""));
}

function pick(part: keyof Opening, en: Opening, zh: Opening): Text {
  return { en: en[part], zh: zh[part] };
}
