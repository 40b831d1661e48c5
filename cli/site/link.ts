/** Links of the site's lists; of a notebook, its title and first paragraph in both languages. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
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

type Words = string | readonly string[];

interface Notebook {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly source: Words;
    readonly metadata: { readonly tags?: readonly string[]; readonly soundings?: { readonly zh?: Words } };
    readonly outputs?: readonly { readonly output_type: string }[];
  }[];
  readonly metadata: {
    readonly soundings?: { readonly provenance?: { readonly parameters?: Readonly<Record<string, unknown>> } };
  };
}

const notToEnd: Text = { en: "Did not run to its end. ", zh: "未能完整运行。" };

/**
 * Title and first paragraph of a notebook, from its first text cell in both languages. The name of its file where it
 * has no text; the parameters that it was run with, which tell pages of one notebook apart.
 */
export function notebookLink(path: string, href: string): Link {
  const { cells, metadata } = JSON.parse(readFileSync(path, "utf8")) as Notebook;
  const first = cells.find((cell) => cell.cell_type === "markdown" && !cell.metadata.tags?.includes("run-banner"));
  const english = first?.source ?? basename(path, ".ipynb");
  const en = opening(english);
  const zh = opening(first?.metadata.soundings?.zh ?? english);
  const given = Object.entries(metadata.soundings?.provenance?.parameters ?? {}).map(([name, value]) => `${name} = ${value}`);
  const title = pick("title", en, zh);
  const after = given.length === 0 ? "" : escapeHtml(` · ${given.join(", ")}`);
  const failed = cells.some(({ outputs = [] }) => outputs.some(({ output_type }) => output_type === "error"));
  const about = pick("about", en, zh);
  return {
    href,
    title: { en: title.en + after, zh: title.zh + after },
    about: failed ? { en: notToEnd.en + about.en, zh: notToEnd.zh + about.zh } : about,
  };
}

/** The pages of a list that stands beside them. */
export function linksOf(list: string): Link[] {
  const pages = JSON.parse(list) as readonly Pick<Link, "href" | "title">[];
  const escaped = ({ en, zh }: Text) => ({ en: escapeHtml(en), zh: escapeHtml(zh) });
  return pages.map(({ href, title }) => ({ href, title: escaped(title), about: { en: "", zh: "" } }));
}

type Opening = Record<"title" | "about", string>;

function opening(source: Words): Opening {
  const paragraphs = (typeof source === "string" ? source : source.join("")).split(/\n\s*\n/).map((p) => p.trim());
  const title = (paragraphs[0] ?? "").split("\n")[0]?.replace(/^#+\s*/, "") ?? "";
  return { title: plain(title), about: plain(paragraphs[1] ?? "") };
}

/** Markdown marks have no place inside a link, and a notebook's own HTML none on our page. Chinese lines join without a space. */
function plain(markdown: string): string {
  const words = markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*_`]/g, "");
  return escapeHtml(words.replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) *\n *(?=[\u3000-\u9fff\uff00-\uffef])/g, ""));
}

function pick(part: keyof Opening, en: Opening, zh: Opening): Text {
  return { en: en[part], zh: zh[part] };
}
