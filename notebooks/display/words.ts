/** A piece of text in one language or two, and how it is written into HTML and plain text. */

/** A text: one string for both languages, or one each. */
export type Words = string | { readonly en: string; readonly zh: string };

export type Language = "en" | "zh";

/** The text in `language`. */
export function inLanguage(words: Words, language: Language): string {
  return typeof words === "string" ? words : words[language];
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** `text` with the five characters that HTML gives a meaning written as entities. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * The text as HTML. Where there are two languages both are written: the Chinese one is `hidden`, so that a notebook
 * shows English and the page, whose style sheet goes by `data-lang`, shows the reader's language.
 */
export function wordsToHtml(words: Words): string {
  if (typeof words === "string") return escapeHtml(words);
  const chinese = `<span data-lang="zh" lang="zh-Hans" hidden>${escapeHtml(words.zh)}</span>`;
  return `<span data-lang="en">${escapeHtml(words.en)}</span>${chinese}`;
}

const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns that `text` takes in a fixed-width font, where a Chinese character takes two. */
export function textColumns(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : 1;
  return columns;
}
