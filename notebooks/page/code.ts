/** Code, highlighted when the page is made. Colours are the page's own (css.ts), so that they follow its theme. */
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import json from "shiki/langs/json.mjs";
import shell from "shiki/langs/shellscript.mjs";
import typescript from "shiki/langs/typescript.mjs";

const theme = createCssVariablesTheme({ name: "page", variablePrefix: "--code-", fontStyle: false });

/** Names by which fences call the languages that are highlighted; any other is shown plainly. */
const languages: Record<string, string> = {
  ts: "typescript",
  typescript: "typescript",
  js: "typescript",
  javascript: "typescript",
  json: "json",
  sh: "shellscript",
  shell: "shellscript",
  bash: "shellscript",
};

/** Kinds of words that have a colour of their own, by shiki's name and the page's class; the rest is plain text. */
const classes: Record<string, string> = {
  "token-keyword": "k",
  "token-string": "s",
  "token-string-expression": "s",
  "token-comment": "c",
  "token-constant": "n",
};

/** Shiki writes a style on every word, which would be half of the page. */
function shorten(html: string): string {
  return html.replace(/<span style="color:var\(--code-([\w-]+)\)">([^<]*)<\/span>/g, (_, kind: string, word: string) => {
    const name = classes[kind];
    return name === undefined ? word : `<span class="${name}">${word}</span>`;
  });
}

let highlighter: Promise<HighlighterCore> | undefined;

export type Highlight = (code: string, language: string) => string;

/** Makes the highlighter ready; it is then immediate. */
export async function loadHighlighter(): Promise<Highlight> {
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: [typescript, json, shell],
    engine: createJavaScriptRegexEngine(),
  });
  const ready = await highlighter;
  return (code, language) => {
    // Shiki's own limit of half a second per line would colour a page less on a busy machine.
    const html = ready.codeToHtml(code, {
      lang: languages[language.toLowerCase()] ?? "text",
      theme: "page",
      tokenizeTimeLimit: 0,
    });
    return shorten(html)
      .replace(/^<pre [^>]*>/, '<pre class="code-text" tabindex="0">')
      .replace(/<span class="line">(.*)<\/span>/g, "$1");
  };
}
