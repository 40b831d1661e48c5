/** Harmless HTML made at home on the page: headings get anchors, tables their frame, dates and percentages stay on a line. */
import { escapeHtml } from "./html.js";
import type { Bundle } from "./notebook.js";
import type { Numbering } from "./numbering.js";
import { fragmentOf, markupOf } from "./sanitize.js";
import { frameTable } from "./table.js";
import { keepTogether } from "./together.js";

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

/** Links leave the page without telling where from; what they point to in a notebook's own cells stays. */
function secureLinks(fragment: DocumentFragment): void {
  for (const link of fragment.querySelectorAll("a[href]")) {
    if (!link.getAttribute("href")?.startsWith("#")) link.setAttribute("rel", "noopener noreferrer");
  }
}

/** A picture that would have to be fetched lost its address to the sanitiser: its description takes its place. */
function settlePictures(fragment: DocumentFragment): void {
  for (const image of fragment.querySelectorAll("img")) {
    if (!image.hasAttribute("src")) image.replaceWith(image.getAttribute("alt") ?? "");
    else if (!image.hasAttribute("alt")) image.setAttribute("alt", "");
  }
}

/** Markdown with the pictures that were pasted into its cell written in as data. */
export function withAttachments(source: string, attachments: Readonly<Record<string, Bundle>>): string {
  const named = (name: string) =>
    Object.entries(attachments).find(([own]) => [own, encodeURI(own), encodeURIComponent(own)].includes(name));
  return source.replace(/attachment:([^)\s"'>]+)/g, (reference, name: string) => {
    const [mime = "", data = ""] = Object.entries(named(name)?.[1] ?? {})[0] ?? [];
    return /^image\/(?:png|jpeg|gif|webp)$/.test(mime) ? `data:${mime};base64,${String(data).replace(/\s/g, "")}` : reference;
  });
}

export interface Settled {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** Harmless HTML, with what the page adds to it. */
export function settle(html: string, numbering: Numbering): Settled {
  const fragment = fragmentOf(html);
  secureLinks(fragment);
  settlePictures(fragment);
  keepTogether(fragment);
  for (const table of [...fragment.querySelectorAll("table")]) {
    if (table.parentElement?.closest("table") === null || table.parentElement === null) frameTable(table, numbering);
  }
  const headings = [...fragment.querySelectorAll("h1,h2,h3,h4")].map((heading) => {
    const text = heading.textContent?.trim() ?? "";
    const anchor = numbering.anchor(text);
    heading.id = anchor;
    heading.insertAdjacentHTML("beforeend", `<a class="anchor" href="#${anchor}" aria-labelledby="${anchor}">#</a>`);
    return { level: Number(heading.tagName.slice(1)), text, anchor };
  });
  return { html: markupOf(fragment), headings };
}

/** Headings as the page's table of contents shows them, one list for each language. */
export function contents(headings: readonly Heading[]): string {
  const shown = headings.filter(({ level }) => level === 2 || level === 3);
  return shown
    .map(({ level, text, anchor }) => `<li class="level-${level}"><a href="#${anchor}">${escapeHtml(text)}</a></li>`)
    .join("");
}
