/** The frame of the site's own pages: head, style, language switch. Not here: their content. */
import type { Text } from "soundings";

/** Escape text for HTML. */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** Both languages of a text, of which the page shows one. Inline HTML is allowed: the words are our own. */
export function both(words: Text, element = "span"): string {
  return `<${element} lang="en">${words.en}</${element}><${element} lang="zh-CN">${words.zh}</${element}>`;
}

const style = `
:root { color-scheme: light dark; --ink: #1b2430; --soft: #56616f; --paper: #fbfaf7; --line: #d9d6cd; --accent: #0b5c7a; --card: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e0; --soft: #a9b1ba; --paper: #14181d; --line: #323a43; --accent: #7cc4dd; --card: #1b2128; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6;
  font-family: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
main, header > div { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { border-bottom: 1px solid var(--line); }
header > div { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; padding-block: 1rem; flex-wrap: wrap; }
header a { color: inherit; text-decoration: none; font-weight: 650; letter-spacing: .01em; }
main { padding-block: 1.5rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.25; margin: .5rem 0 1rem; } h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; } h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
a { color: var(--accent); } p, li { max-width: 46rem; } code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .92em; overflow-wrap: anywhere; }
.lead { font-size: 1.1rem; color: var(--soft); }
.doors { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; padding: 0; margin: 1.5rem 0; list-style: none; }
.doors a { display: block; height: 100%; padding: 1rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: 6px; text-decoration: none; color: inherit; }
.doors a:hover, .doors a:focus-visible { border-color: var(--accent); } .doors b { color: var(--accent); display: block; margin-bottom: .25rem; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
button { font: inherit; padding: .25rem .7rem; border: 1px solid var(--line); border-radius: 4px; background: var(--card); color: inherit; cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .3rem .6rem; }
html[data-language="en"] [lang="zh-CN"], html[data-language="zh"] [lang="en"] { display: none; }
.toc { columns: 3 12rem; padding-left: 1.2rem; } article { border-top: 1px solid var(--line); padding-top: .25rem; }
@media print { header button { display: none; } }
`;

const script = `
const root = document.documentElement, key = "soundings-language";
function show(language) { root.dataset.language = language; root.lang = language === "zh" ? "zh-CN" : "en"; document.title = root.dataset[language] || document.title; }
let kept = null; try { kept = localStorage.getItem(key); } catch {}
show(kept || (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en"));
document.getElementById("language").addEventListener("click", () => {
  const next = root.dataset.language === "zh" ? "en" : "zh"; show(next); try { localStorage.setItem(key, next); } catch {}
});
`;

/**
 * A whole page in both languages, without anything fetched from elsewhere.
 * @param home path of the site's top; absent for a page that stands by itself
 */
export function layout(title: Text, body: string, home?: string): string {
  const brand = "Soundings · 测深";
  const icon = home === undefined ? "data:," : `${home}addin/assets/icon-32.png`;
  return `<!doctype html>
<html lang="en" data-language="en" data-en="${escapeHtml(title.en)}" data-zh="${escapeHtml(title.zh)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title.en)}</title>
<link rel="icon" href="${icon}"><style>${style}</style></head>
<body><a class="skip" href="#main">${both({ en: "Skip to content", zh: "跳到正文" })}</a>
<header><div>${home === undefined ? `<b>${brand}</b>` : `<a href="${home}">${brand}</a>`}<button id="language" type="button">${both({ en: "中文", zh: "English" })}</button></div></header>
<main id="main">${body}</main>
<script>${script}</script></body></html>
`;
}
