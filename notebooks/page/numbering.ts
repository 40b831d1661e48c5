/** Numbers of the page's figures and tables, and the anchors of its headings. */
import { type Words, wordsToHtml } from "./html.js";

/** What has been numbered so far, on one page. */
export class Numbering {
  #figures = 0;
  #tables = 0;
  #cards = 0;
  readonly #anchors = new Set<string>();

  nextFigure(): number {
    this.#figures += 1;
    return this.#figures;
  }

  nextTable(): number {
    this.#tables += 1;
    return this.#tables;
  }

  /** Of what has an anchor and no number to show: cards, tables without a caption. */
  nextCard(): number {
    this.#cards += 1;
    return this.#cards;
  }

  /** An anchor for a heading that no other heading of the page has. */
  anchor(heading: string): string {
    const words = heading.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["section"];
    const slug = words.join("-");
    let anchor = slug;
    for (let copy = 2; this.#anchors.has(anchor); copy++) anchor = `${slug}-${copy}`;
    this.#anchors.add(anchor);
    return anchor;
  }
}

/** "Figure 1" or "Table 1" before a caption. */
export function numbered(kind: "figure" | "table", number: number): string {
  const words: Words =
    kind === "figure" ? { en: `Figure ${number}`, zh: `图 ${number}` } : { en: `Table ${number}`, zh: `表 ${number}` };
  return `<span class="number">${wordsToHtml(words)}</span>`;
}
