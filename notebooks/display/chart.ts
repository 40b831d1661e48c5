/** chart(): a plotly figure in the house style, as plotly JSON, SVG and a sentence. */
import { type Displayable, jupyterDisplay, type MimeBundle } from "./bundle.js";
import { sourceLine } from "./grid.js";
import { wrapText } from "./metrics.js";
import { chartSize, colorbarStyle, fontSizes, inks, layoutStyle, scale, seriesStyle, textOn } from "./style.js";
import { type Figure, figureToSvg } from "./svg.js";
import { inLanguage, type Language, type Words } from "./words.js";

type Json = Record<string, unknown>;

/** A plotly figure, without a title: the caption is the title. Any text in it may be in two languages: `name: { en: "Hefei", zh: "合肥" }`. */
export interface ChartSpec {
  readonly data: readonly object[];
  readonly layout?: object;
}

export interface ChartOptions {
  /** What the chart shows, in one line. */
  readonly caption: Words;
  /** What a reader would see in it, as a sentence: the alt text. */
  readonly alt: Words;
  readonly source: Words;
  /** Rows for the CSV download; where absent the page takes the series' own points. */
  readonly csv?: readonly object[];
}

/** A text of the figure that has a Chinese version: where it stands, and the version. */
export type Translation = readonly [path: readonly (string | number)[], zh: string];

/** Rows for the CSV download. Lists, because Jupyter sorts the keys of objects. */
export interface CsvRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** What the page reads in `layout.meta.soundings`. */
export interface ChartMeta {
  readonly caption: Words;
  readonly alt: Words;
  readonly source: Words;
  readonly csv?: CsvRows;
  /** Pixels at the top that title and source take; the page writes both in HTML and crops them. */
  readonly titleBand: number;
  readonly translations: readonly Translation[];
}

/** Trace types that are drawn without a browser; the page carries the same plotly bundle. */
const drawable = ["scatter", "bar", "box", "histogram", "contour", "heatmap", "histogram2d", "histogram2dcontour", "pie"];

const isPlain = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** `over` laid on `base`, object by object; arrays are replaced. */
function merge(base: Json, over: Json): Json {
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isPlain(below) && isPlain(value) ? merge(below, value) : value;
  }
  return merged;
}

/** Plain JSON, and typed arrays (danfo's columns) as arrays. A text for a title is what `{ text }` says at length. */
function toJson(value: unknown): Json {
  const plain = (_: string, inner: unknown) => (ArrayBuffer.isView(inner) ? Array.from(inner as Float64Array) : inner);
  return JSON.parse(JSON.stringify(value, plain)) as Json;
}

function isBilingual(value: unknown): value is { en: string; zh: string } {
  return isPlain(value) && typeof value.en === "string" && typeof value.zh === "string";
}

/** The figure in English; what else there was is added to `translations`. */
function english(value: unknown, path: (string | number)[], translations: Translation[]): unknown {
  if (isBilingual(value)) {
    translations.push([path, value.zh]);
    return value.en;
  }
  if (Array.isArray(value)) return value.map((item, at) => english(item, [...path, at], translations));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, english(item, [...path, key], translations)]));
}

function refuseUndrawable(data: readonly Json[]): void {
  const unknown = data.map(({ type }) => type ?? "scatter").find((type) => !drawable.includes(String(type)));
  if (unknown !== undefined)
    throw new Error(`chart: cannot draw a "${unknown}" trace; these can be drawn: ${drawable.join(", ")}`);
}

const hexColor = /^#[0-9a-f]{6}$/i;

/** Bars in the series' colour with texts on them that can be read; plotly's own choice is grey on ochre. */
function readableInside({ marker }: Json, color: string): Json {
  const own = isPlain(marker) ? (marker.color ?? color) : color;
  const isKnown = (value: unknown) => typeof value === "string" && hexColor.test(value);
  const ink = Array.isArray(own) ? own.every(isKnown) && own.map(textOn) : isKnown(own) && textOn(String(own));
  return { marker: { color }, ...(ink === false ? {} : { insidetextfont: { color: ink } }) };
}

/** Plotly makes the text at the end of a bar as small as the bar is thin, in each browser's font another size. */
function wholeOutside({ textposition }: Json): Json {
  return textposition === "outside" ? { constraintext: "none" } : {};
}

/** Numbers on a surface: plotly's own choice is grey, which is hard to read on the scale's middle. Black is no colour of the page's. */
const onScale = "#000000";

/** A series that names no colour, dash or symbol gets those of its position. */
function styleTrace(trace: Json, at: number, isOneOfMany: boolean): Json {
  const type = trace.type ?? "scatter";
  const { color, dash, symbol } = seriesStyle(at);
  if (type === "bar" || type === "histogram") return merge({ ...readableInside(trace, color), ...wholeOutside(trace) }, trace);
  if (type === "box") return merge({ marker: { color }, line: { color, width: 1.5 } }, trace);
  if (type === "heatmap") return merge({ colorbar: colorbarStyle, colorscale: scale, textfont: { color: onScale } }, trace);
  if (type === "contour") return merge({ colorbar: colorbarStyle, colorscale: scale }, trace);
  if (type !== "scatter") return trace;
  const own = isPlain(trace.line) && typeof trace.line.color === "string" ? trace.line.color : color;
  const line = { color: own, width: 2, ...(isOneOfMany ? { dash } : {}) };
  return merge({ line, marker: { color: own, size: 7, ...(isOneOfMany ? { symbol } : {}) } }, trace);
}

const legendHeight = 28;

/** Bars of a histogram stand for neighbouring ranges: nearly closed. */
const histogramGap = 0.03;

/** The house layout: room for a legend where there is one, and grid lines that measure the bars. */
function gridFor(data: readonly Json[]): Json {
  const room = data.length > 1 ? { margin: { t: layoutStyle.margin.t + legendHeight } } : {};
  const isHorizontal = data.length > 0 && data.every(({ type, orientation }) => type === "bar" && orientation === "h");
  const lines = isHorizontal ? { xaxis: { showgrid: true }, yaxis: { showgrid: false } } : {};
  const isHistogram = data.length > 0 && data.every(({ type }) => type === "histogram");
  return merge(layoutStyle, { ...room, ...lines, ...(isHistogram ? { bargap: histogramGap } : {}) });
}

/** Every axis of the layout with the style's values under its own. */
function styleAxes(layout: Json): Json {
  const styled = { ...layout };
  for (const key of Object.keys(layout).filter((name) => /^[xy]axis\d+$/.test(name))) {
    styled[key] = merge(key.startsWith("x") ? layoutStyle.xaxis : layoutStyle.yaxis, layout[key] as Json);
  }
  return styled;
}

/** Titles given as a text become `{ text }`, so that the style's font stays. */
function longTitles(layout: Json): Json {
  const entries = Object.entries(layout).map(([key, value]): [string, unknown] => {
    if (!/^[xy]axis/.test(key) || !isPlain(value) || value.title === undefined) return [key, value];
    const title = typeof value.title === "string" || isBilingual(value.title) ? { text: value.title } : value.title;
    return [key, { ...value, title }];
  });
  return Object.fromEntries(entries.filter(([key]) => key !== "title"));
}

/** Pixels to the first line's foot, to the left of the lines, and under the last one. */
const titlePad = { top: 25, left: 16, below: 18 };
/** Plotly's distance of two lines, in font sizes of the title. */
const leading = 1.3;
/** The title is bold, so a little wider than measured. */
const boldness = 1.06;

/** Title and source as one text of several lines: plotly's subtitle overlaps the title where it has two lines. */
function titleLines(options: ChartOptions, language: Language): string[] {
  const width = chartSize.width - 2 * titlePad.left;
  const source = wrapText(inLanguage(sourceLine(options.source), language), fontSizes.source, width);
  const style = `font-size:${fontSizes.source}px;font-weight:400;fill:${inks.muted.light}`;
  return [
    ...wrapText(inLanguage(options.caption, language), fontSizes.title, width / boldness),
    ...source.map((line) => `<span style="${style}">${line}</span>`),
  ];
}

/** Title and source at the top of the drawing, the pixels they take, and what they are in Chinese. */
function titleOf(options: ChartOptions): { title: Json; band: number; chinese: string } {
  const [english, chinese] = [titleLines(options, "en"), titleLines(options, "zh")];
  const lines = Math.max(english.length, chinese.length);
  return {
    title: {
      text: english.join("<br>"),
      font: { size: fontSizes.title, color: inks.text.light, weight: 600 },
      x: 0,
      xref: "container",
      xanchor: "left",
      y: 1,
      yref: "container",
      yanchor: "top",
      pad: { t: titlePad.top, l: titlePad.left },
    },
    band: Math.ceil(titlePad.top + (lines - 1) * leading * fontSizes.title + titlePad.below),
    chinese: chinese.join("<br>"),
  };
}

/** Digits that a reader can use; the rest is what binary fractions leave. */
const significantDigits = 12;

function csvRows(rows: readonly object[]): CsvRows {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: unknown) => (typeof value === "number" ? Number(value.toPrecision(significantDigits)) : value);
  return { columns, rows: rows.map((row) => columns.map((key) => cell((row as Json)[key] ?? null))) };
}

/** The figure that is shown: house style under the author's, title and source above, everything else in `meta`. */
export function chartFigure(spec: ChartSpec, options: ChartOptions): Figure {
  const translations: Translation[] = [];
  const given = english(toJson({ data: spec.data, layout: longTitles({ ...spec.layout } as Json) }), [], translations) as Json;
  const data = given.data as Json[];
  refuseUndrawable(data);
  const { title, band, chinese } = titleOf(options);
  if (chinese !== title.text) translations.push([["layout", "title", "text"], chinese]);
  const layout = styleAxes(merge(gridFor(data), given.layout as Json));
  const { margin, height = chartSize.height } = layout as { margin: { t: number }; height?: number };
  const meta: ChartMeta = {
    caption: options.caption,
    alt: options.alt,
    source: options.source,
    ...(options.csv === undefined ? {} : { csv: csvRows(options.csv) }),
    titleBand: band,
    translations,
  };
  return {
    data: data.map((trace, at) => styleTrace(trace, at, data.length > 1)),
    layout: {
      ...layout,
      title,
      height: height + band,
      margin: { ...margin, t: margin.t + band },
      meta: toJson({ soundings: meta }),
    },
  };
}

/** Pixels between title band and legend. */
const legendGap = 4;

/** How far the legend, which grows upwards with its rows, reaches into the title band. */
function legendOverlap(svg: string, titleBand: number): number {
  const top = /<g class="legend"[^>]* transform="translate\([^,]*,\s*([-\d.]+)\)"/.exec(svg)?.[1];
  return top === undefined ? 0 : Math.max(0, Math.ceil(titleBand + legendGap - Number(top)));
}

/** The figure with `pixels` more above the plot. */
function withRoom({ data, layout }: Figure, pixels: number): Figure {
  const margin = layout.margin as { t: number };
  return { data, layout: { ...layout, height: Number(layout.height) + pixels, margin: { ...margin, t: margin.t + pixels } } };
}

/** As often as a figure is drawn anew; the first room may go to plotly's own margins for a tall legend. */
const mostDrawings = 5;

/** Only a drawing tells how many rows the legend takes: where they do not fit there is another one with more room. */
async function drawWithRoom(given: Figure, titleBand: number): Promise<{ figure: Figure; svg: string }> {
  let figure = given;
  for (let drawing = 1; ; drawing++) {
    const svg = await figureToSvg(figure, { width: chartSize.width, height: Number(figure.layout.height) });
    const overlap = legendOverlap(svg, titleBand);
    if (overlap === 0 || drawing === mostDrawings) return { figure, svg };
    figure = withRoom(figure, overlap);
  }
}

async function chartBundle(given: Figure, { alt }: ChartOptions): Promise<MimeBundle> {
  const { titleBand } = (given.layout.meta as { soundings: ChartMeta }).soundings;
  const { figure, svg } = await drawWithRoom(given, titleBand);
  return {
    "application/vnd.plotly.v1+json": { data: figure.data, layout: figure.layout, config: { responsive: true } },
    "image/svg+xml": svg,
    "text/plain": inLanguage(alt, "en"),
  };
}

/**
 * A chart: `chart({ data: [{ type: "bar", x, y }] }, { caption, alt, source })`.
 * Series get the palette's colours, dashes and symbols in order unless they name their own (see cityStyle).
 * @throws Error for a trace type that cannot be drawn without a browser
 */
export function chart(spec: ChartSpec, options: ChartOptions): Displayable {
  const figure = chartFigure(spec, options);
  return { [jupyterDisplay]: () => chartBundle(figure, options) };
}
