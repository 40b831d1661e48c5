/** A chart's bundle as a figure: still SVG first, the figure's JSON beside it for the page's script to draw. */
import { type ChartMeta, inLanguage } from "@soundings/display";
import { hidden, jsonForScript, say, type Words, wordsToHtml } from "./html.js";
import type { Bundle } from "./notebook.js";
import { type Numbering, numbered } from "./numbering.js";
import { fragmentOf, markupOf, sanitizeSvg } from "./sanitize.js";
import { together } from "./together.js";

export const plotlyMime = "application/vnd.plotly.v1+json";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

function isWords(value: unknown): value is Words {
  return typeof value === "string" || (isObject(value) && typeof value.en === "string" && typeof value.zh === "string");
}

/** What the display package says about the chart; a chart of another maker says nothing. */
function metaOf(figure: Json): ChartMeta | undefined {
  const layout = isObject(figure.layout) ? figure.layout : {};
  const meta = isObject(layout.meta) ? layout.meta.soundings : undefined;
  if (!isObject(meta) || !isWords(meta.caption) || !isWords(meta.alt) || !isWords(meta.source)) return undefined;
  return typeof meta.titleBand === "number" && Array.isArray(meta.translations) ? (meta as unknown as ChartMeta) : undefined;
}

/** What stands at `path` in the figure, if it is a text. */
function textAt(figure: Json, path: readonly unknown[]): string | undefined {
  let holder: unknown = figure;
  for (const key of path) {
    if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, String(key))) return undefined;
    holder = (holder as Json)[String(key)];
  }
  return typeof holder === "string" ? holder : undefined;
}

/** The text as plotly writes it: lines, without the tags for bold and the like. */
const linesOf = (text: string) =>
  text.split(/<br\s*\/?>/i).map((line) => (fragmentOf(line.replace(/<(?![/a-z])/gi, "&lt;")).textContent ?? "").trim());

/** English text of the chart to its Chinese one; a text that has two stays English. */
function dictionary(figure: Json, meta: ChartMeta | undefined): Map<string, string> {
  const words = new Map<string, string>();
  for (const entry of meta?.translations ?? []) {
    if (!Array.isArray(entry) || !Array.isArray(entry[0]) || typeof entry[1] !== "string") continue;
    const english = textAt(figure, entry[0]);
    if (english !== undefined) words.set(linesOf(english).join(" "), entry[1]);
  }
  return words;
}

/** Beside each text of the picture that has one its Chinese version, so that print and readers without scripts have it. */
function addChinese(picture: Element, words: ReadonlyMap<string, string>): void {
  for (const text of picture.querySelectorAll("text")) {
    const spans = [...text.querySelectorAll("tspan.line")];
    const shown = (spans.length > 0 ? spans : [text]).map(({ textContent }) => (textContent ?? "").trim()).join(" ");
    const chinese = words.get(shown);
    if (chinese === undefined || chinese === shown) continue;
    const own = text.cloneNode(false) as Element;
    const lines = linesOf(chinese);
    const [x, y] = [text.getAttribute("x") ?? "0", text.getAttribute("y") ?? "0"];
    if (lines.length === 1 && spans.length === 0) own.textContent = lines[0] ?? "";
    else {
      for (const [at, line] of lines.entries()) {
        const span = text.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "tspan");
        for (const [name, value] of Object.entries({ class: "line", x, y, dy: `${at * 1.3}em` })) span.setAttribute(name, value);
        span.textContent = line;
        own.append(span);
      }
    }
    text.setAttribute("data-lang", "en");
    own.setAttribute("data-lang", "zh");
    own.setAttribute("lang", "zh-Hans");
    text.after(own);
  }
}

/** The picture without the title and source that the page writes itself, in both languages. */
function cropped(svg: string, titleBand: number, prefix: string, words: ReadonlyMap<string, string>): string {
  const fragment = fragmentOf(sanitizeSvg(svg, prefix));
  const picture = fragment.querySelector("svg");
  if (picture === null) return "";
  const [width, height] = [Number(picture.getAttribute("width")), Number(picture.getAttribute("height"))];
  picture.setAttribute("viewBox", `0 ${titleBand} ${width} ${height - titleBand}`);
  for (const name of ["width", "height", "style"]) picture.removeAttribute(name);
  picture.setAttribute("aria-hidden", "true");
  for (const title of picture.querySelectorAll(".g-gtitle")) title.remove();
  addChinese(picture, words);
  return markupOf(fragment);
}

/** A plain SVG picture as an image of its own, which nothing in it can leave. */
export function svgAsImage(svg: string, alt: string): string {
  const data = Buffer.from(sanitizeSvg(svg, "")).toString("base64");
  const holder = fragmentOf(`<figure><img src="data:image/svg+xml;base64,${data}"></figure>`);
  holder.querySelector("img")?.setAttribute("alt", alt);
  return markupOf(holder);
}

/** A plotly bundle as a figure with its caption, number, source and downloads. */
export function figureToHtml(bundle: Bundle, numbering: Numbering): string {
  const given = bundle[plotlyMime];
  const figure = isObject(given) ? given : {};
  const number = numbering.nextFigure();
  const id = `figure-${number}`;
  const meta = metaOf(figure);
  const alt: Words = meta?.alt ?? String(bundle["text/plain"] ?? inLanguage(say.image, "en"));
  const svg = bundle["image/svg+xml"];
  const picture = typeof svg === "string" ? cropped(svg, meta?.titleBand ?? 0, `f${number}-`, dictionary(figure, meta)) : "";
  const spec = { data: figure.data, layout: figure.layout };
  return `<figure class="chart" id="${id}">
<figcaption>${numbered("figure", number)}${meta === undefined ? "" : together(wordsToHtml(meta.caption))}</figcaption>
<div class="plot" role="img" aria-labelledby="${id}-alt"><div class="static">${picture === "" ? `<p>${wordsToHtml(say.noPicture)}</p>` : picture}</div><div class="live"></div></div>
<p class="vh" id="${id}-alt">${wordsToHtml(alt)}</p>
<div class="below">${meta === undefined ? "" : `<p>${together(wordsToHtml(sourceOf(meta.source)))}</p>`}
<div class="tools">${tool("csv", say.downloadCsv, number)}${tool("png", say.downloadPng, number)}</div></div>
<script type="application/json">${jsonForScript(spec)}</script>
</figure>`;
}

function sourceOf(source: Words): Words {
  return { en: `Source: ${inLanguage(source, "en")}`, zh: `来源：${inLanguage(source, "zh")}` };
}

function tool(name: string, label: Words, number: number): string {
  const ofFigure: Words = { en: ` of figure ${number}`, zh: `：图 ${number}` };
  return `<button type="button" data-action="${name}">${wordsToHtml(label)}${hidden(ofFigure)}</button>`;
}
