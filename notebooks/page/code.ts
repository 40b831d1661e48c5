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
    return html.replace(/^<pre [^>]*>/, '<pre class="code-text" tabindex="0">').replaceAll('<span class="line">', "<span>");
  };
}
