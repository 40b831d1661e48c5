/** Formulas: $…$ and $$…$$ by KaTeX when the page is made, with the fonts that they use inside the page. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import katex from "katex";
import type MarkdownIt from "markdown-it";
import type { StateBlock, StateInline } from "markdown-it";
import { named, say } from "./html.js";

const dollar = 0x24;

/** Pandoc's rule, so that prices stay prices: no space inside the dollars, no digit after the closing one. */
const inlineFormula = /^\$\$([^$]+)\$\$|^\$((?:[^\s$\\]|\\.)(?:(?:[^$\\]|\\.)*(?:[^\s$\\]|\\.))?)\$(?!\d)/;

function inlineRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== dollar) return false;
  const match = inlineFormula.exec(state.src.slice(state.pos, state.posMax));
  if (match === null) return false;
  if (!silent) {
    const token = state.push("formula", "", 0);
    token.content = match[1] ?? match[2] ?? "";
    token.block = match[1] !== undefined;
  }
  state.pos += match[0].length;
  return true;
}

function lineAt(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trim();
}

function blockRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (!lineAt(state, start).startsWith("$$")) return false;
  const isClosed = (line: number) => lineAt(state, line).endsWith("$$") && (line > start || lineAt(state, line).length > 4);
  let last = start;
  while (last < end && !isClosed(last)) last++;
  if (last >= end) return false;
  if (silent) return true;
  const token = state.push("formula", "", 0);
  token.content = state
    .getLines(start, last + 1, 0, false)
    .trim()
    .slice(2, -2)
    .trim();
  token.block = true;
  state.line = last + 1;
  return true;
}

/** Teaches `markdown` formulas; they come out through `render`. */
export function addMath(markdown: MarkdownIt, render: (formula: string, isBlock: boolean) => string): void {
  markdown.inline.ruler.before("escape", "formula", inlineRule);
  markdown.block.ruler.before("fence", "formula", blockRule, { alt: ["paragraph", "blockquote", "list"] });
  markdown.renderer.rules.formula = (tokens, index) => {
    const token = tokens[index];
    return token === undefined ? "" : render(token.content, token.block);
  };
}

/** A formula as HTML with MathML for screen readers. A formula that KaTeX cannot read is shown as it was typed, in red. */
export function formulaToHtml(formula: string, isBlock: boolean): string {
  const html = katex.renderToString(formula, {
    displayMode: isBlock,
    throwOnError: false,
    strict: "ignore",
    output: "htmlAndMathml",
  });
  // A long formula scrolls in its own box, which the keyboard must reach.
  return isBlock ? `<span class="formula" tabindex="0" role="group" ${named(say.formula)}>${html}</span>` : html;
}

/** Fonts beyond Main and Math, by the classes that need them. */
const fontsByClass: readonly (readonly [RegExp, RegExp])[] = [
  [/KaTeX_Main-Regular/, /./],
  [/KaTeX_Math-Italic/, /./],
  [/KaTeX_Size1/, /size1|delimsizing|op-symbol|sqrt|mult/],
  [/KaTeX_Size2/, /size2|op-symbol|large-op|sqrt|mult/],
  [/KaTeX_Size3/, /size3|sqrt|mult/],
  [/KaTeX_Size4/, /size4|sqrt|mult/],
  [/KaTeX_Main-Bold(?!I)/, /mathbf|textbf/],
  [/KaTeX_Main-Italic/, /mathit|textit/],
  [/KaTeX_(?:Math|Main)-BoldItalic/, /boldsymbol|mathbfit/],
  [/KaTeX_AMS/, /amsrm|mathbb/],
  [/KaTeX_Caligraphic/, /mathcal/],
  [/KaTeX_Fraktur/, /mathfrak|textfrak/],
  [/KaTeX_SansSerif/, /mathsf|textsf/],
  [/KaTeX_Script/, /mathscr|textscr/],
  [/KaTeX_Typewriter/, /mathtt|texttt/],
];

/** KaTeX's style sheet with the fonts that `html` uses as data; empty where there is no formula. */
export function mathCss(html: string): string {
  const classes = [...html.matchAll(/class="([^"]*)"/g)].map(([, names]) => names).join(" ");
  if (!/\bkatex\b/.test(classes)) return "";
  const folder = dirname(createRequire(import.meta.url).resolve("katex/dist/katex.min.css"));
  const isUsed = (file: string) => fontsByClass.some(([font, users]) => font.test(file) && users.test(classes));
  return readFileSync(join(folder, "katex.min.css"), "utf8").replace(/@font-face\{[^}]*\}/g, (face) => {
    const file = /url\(fonts\/(KaTeX_[\w-]+\.woff2)\)/.exec(face)?.[1];
    if (file === undefined || !isUsed(file)) return "";
    const data = readFileSync(join(folder, "fonts", file)).toString("base64");
    return face.replace(/src:[^}]*/, `src:url(data:font/woff2;base64,${data}) format("woff2")`);
  });
}
