/** Outputs of a code cell as HTML: the richest kind of each bundle that a page can show safely. */
import { stripVTControlCharacters } from "node:util";
import { figureToHtml, plotlyMime, svgAsImage } from "./figure.js";
import { escapeHtml, named, say, wordsToHtml } from "./html.js";
import type { RenderMarkdown } from "./markdown.js";
import type { Bundle, Output } from "./notebook.js";
import type { Numbering } from "./numbering.js";
import { settle } from "./prose.js";
import { sanitizeHtml } from "./sanitize.js";

/** Characters of one text output beyond which a page is no place for it. */
const longestText = 50_000;

/** Characters of HTML, and rows of its tables, of one output beyond which a page is no place for it. */
const longestHtml = 1_000_000;
const mostRows = 2000;
/** Characters of HTML of all outputs together. */
export const mostHtmlOfPage = 3_000_000;

export interface OutputTools {
  readonly numbering: Numbering;
  readonly markdown: RenderMarkdown;
  /** What the page still takes of HTML. */
  readonly htmlLeft: { characters: number };
}

/** What a terminal would show: no colour codes, and of a line that was overwritten the last state. */
function terminalText(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line) => line.slice(line.lastIndexOf("\r") + 1))
    .join("\n");
}

function textBlock(kind: string, text: string): string {
  const shown = terminalText(text.slice(0, longestText)).trimEnd();
  const rest = text.length > longestText ? `<p class="omitted">${wordsToHtml(say.tooLong)}</p>` : "";
  const label = `role="group" ${named(say.output)}`;
  return shown === "" ? "" : `<pre class="${kind}" tabindex="0" ${label}>${escapeHtml(shown)}</pre>${rest}`;
}

function picture(mime: string, data: string, alt: string): string {
  const base64 = data.replace(/\s/g, "");
  if (!/^[A-Za-z0-9+/]+=*$/.test(base64)) return textBlock("plain", alt);
  return `<figure><img src="data:${mime};base64,${base64}" alt="${escapeHtml(alt)}"></figure>`;
}

/** The beginning of a long HTML, up to a whole row where it has rows, or else a whole element. */
function beginning(html: string, longest: number): string {
  if (html.length <= longest) return html;
  const kept = html.slice(0, longest);
  const row = kept.lastIndexOf("</tr>");
  return row > longest / 2 ? kept.slice(0, row + "</tr>".length) : kept.slice(0, Math.max(0, kept.lastIndexOf("<")));
}

/** The HTML without the rows beyond the most that a page shows; counted before parsing, which takes long. */
function firstRows(html: string): string {
  let at = -1;
  for (let row = 0; row < mostRows; row++) {
    at = html.indexOf("</tr>", at + 1);
    if (at < 0) return html;
  }
  const next = html.indexOf("</tr>", at + 1);
  if (next < 0) return html;
  const last = html.lastIndexOf("</tr>") + "</tr>".length;
  return html.slice(0, at + "</tr>".length) + html.slice(last);
}

function htmlToHtml(html: string, { numbering, htmlLeft }: OutputTools): string {
  const longest = Math.min(longestHtml, htmlLeft.characters);
  const shown = beginning(firstRows(html), longest);
  htmlLeft.characters -= shown.length;
  const rest = shown === html ? "" : `<p class="omitted">${wordsToHtml(say.htmlTooLong)}</p>`;
  return settle(sanitizeHtml(shown), numbering).html + rest;
}

/** Ways to show a bundle, richest first. */
const kinds: readonly (readonly [string, (bundle: Bundle, tools: OutputTools) => string])[] = [
  [plotlyMime, (bundle, { numbering }) => figureToHtml(bundle, numbering)],
  ["text/html", (bundle, tools) => htmlToHtml(text(bundle, "text/html"), tools)],
  ["image/svg+xml", (bundle) => svgAsImage(text(bundle, "image/svg+xml"), altOf(bundle))],
  ["text/markdown", (bundle, { numbering, markdown }) => prose(settle(markdown(text(bundle, "text/markdown")), numbering).html)],
  ["image/png", (bundle) => picture("image/png", text(bundle, "image/png"), altOf(bundle))],
  ["image/jpeg", (bundle) => picture("image/jpeg", text(bundle, "image/jpeg"), altOf(bundle))],
  ["application/json", (bundle) => textBlock("plain", JSON.stringify(bundle["application/json"], null, 2))],
  ["text/plain", (bundle) => textBlock("plain", text(bundle, "text/plain"))],
];

const text = (bundle: Bundle, mime: string) => String(bundle[mime] ?? "");
const altOf = (bundle: Bundle) => text(bundle, "text/plain") || say.image.en;
const prose = (html: string) => `<div class="prose">${html}</div>`;

function bundleToHtml(bundle: Bundle, tools: OutputTools): string {
  const show = kinds.find(([mime]) => Object.hasOwn(bundle, mime))?.[1];
  return show === undefined ? "" : show(bundle, tools);
}

function errorToHtml({ name, message, traceback }: Extract<Output, { kind: "error" }>): string {
  const what = `${escapeHtml(terminalText(name))}: ${escapeHtml(terminalText(message))}`;
  const trace = terminalText(traceback).trim();
  return `<div class="error"><p><strong>${wordsToHtml(say.failedCell)}</strong> ${what}</p>${trace === "" ? "" : textBlock("trace", trace)}</div>`;
}

export function outputToHtml(output: Output, tools: OutputTools): string {
  if (output.kind === "error") return errorToHtml(output);
  if (output.kind === "stream") return textBlock(output.name === "stderr" ? "stream stderr" : "stream", output.text);
  return bundleToHtml(output.bundle, tools);
}
