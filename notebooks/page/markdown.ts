/** Markdown of text cells as harmless HTML: formulas, highlighted code, Chinese set without stray spaces. */
import MarkdownIt, { type Token } from "markdown-it";
import type { Highlight } from "./code.js";
import { addMath, formulaToHtml } from "./math.js";
import { sanitizeHtml } from "./sanitize.js";

const chinese = /[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/**
 * Emphasis beside Chinese: CommonMark asks for a space or a letter where Chinese has neither, so that **结论：**合肥
 * would show its asterisks.
 */
function allowEmphasisBesideChinese(markdown: MarkdownIt): void {
  const { State } = markdown.inline;
  markdown.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const found = super.scanDelims(start, canSplitWord);
      const before = this.src.charAt(start - 1);
      const after = this.src.charAt(start + found.length);
      if (this.src.charAt(start) !== "*" || !(chinese.test(before) || chinese.test(after))) return found;
      return { ...found, can_open: after !== "" && !/\s/.test(after), can_close: before !== "" && !/\s/.test(before) };
    }
  };
}

/** A line break in the source between two Chinese characters is no space. */
function joinChineseLines(markdown: MarkdownIt): void {
  markdown.renderer.rules.softbreak = (tokens: Token[], index: number) => {
    const before = tokens[index - 1]?.content.at(-1) ?? "";
    const after = tokens[index + 1]?.content.at(0) ?? "";
    return chinese.test(before) && chinese.test(after) ? "" : "\n";
  };
}

/**
 * Formulas and code are the page's own HTML and would lose their styles in the sanitiser: it sees a mark in their
 * place, between two private-use characters that no text can bring in.
 */
const markOpen = "\ue000";
const markClose = "\ue001";
const marks = new RegExp(`${markOpen}(\\d+)${markClose}`, "g");

export type RenderMarkdown = (source: string) => string;

/** A renderer whose HTML is harmless. */
export function markdownRenderer(highlight: Highlight): RenderMarkdown {
  const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });
  let kept: string[] = [];
  const keep = (html: string) => `${markOpen}${kept.push(html) - 1}${markClose}`;
  allowEmphasisBesideChinese(markdown);
  joinChineseLines(markdown);
  addMath(markdown, (formula, isBlock) => keep(formulaToHtml(formula, isBlock)));
  const codeBlock = (tokens: Token[], index: number) => {
    const token = tokens[index];
    return token === undefined ? "" : `${keep(highlight(token.content.trimEnd(), token.info.trim()))}\n`;
  };
  markdown.renderer.rules.fence = codeBlock;
  markdown.renderer.rules.code_block = codeBlock;
  return (source) => {
    kept = [];
    const clean = sanitizeHtml(markdown.render(source.replace(/[\ue000\ue001]/g, "")));
    return clean.replace(marks, (_, at: string) => kept[Number(at)] ?? "");
  };
}
