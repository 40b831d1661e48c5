/** Dates and percentages in words, which browsers would break at their hyphen or space: "2025-", "10". */
import { fragmentOf, markupOf } from "./sanitize.js";

/** Text that is not the page's to set: code, formulas, pictures. */
const foreign = "code, pre, .katex, svg, script";

const pieces = /\d{4}-\d{2}(?:-\d{2})?(?!\d)|(?:\d[\d.,]*[–-])?[+−-]?\d[\d.,]*\s%/g;

/** Puts each date and each number before a percent sign in a piece that stays on one line. */
export function keepTogether(fragment: DocumentFragment): void {
  const { ownerDocument } = fragment;
  const walker = ownerDocument.createTreeWalker(fragment, 4 /* NodeFilter.SHOW_TEXT, of which Node knows nothing */);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const words = text.data;
    const found = [...words.matchAll(pieces)];
    if (found.length === 0 || text.parentElement?.closest(foreign)) continue;
    const nodes: (string | Element)[] = [];
    let after = 0;
    for (const { 0: piece, index } of found) {
      const whole = ownerDocument.createElement("span");
      whole.className = "whole";
      whole.textContent = piece;
      nodes.push(words.slice(after, index), whole);
      after = index + piece.length;
    }
    text.replaceWith(...nodes, words.slice(after));
  }
}

/** The same for a piece of HTML. */
export function together(html: string): string {
  const fragment = fragmentOf(html);
  keepTogether(fragment);
  return markupOf(fragment);
}
