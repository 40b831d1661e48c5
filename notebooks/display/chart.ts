/** chart(): a plotly figure in the house style, as plotly JSON, SVG and a sentence. */
import { type Displayable, jupyterDisplay, type MimeBundle } from "./bundle.js";
import { sourceLine } from "./grid.js";
import { wrapText } from "./metrics.js";
import { chartSize, colorbarStyle, fontSizes, inks, layoutStyle, scale, seriesStyle } from "./style.js";
import { type Figure, figureToSvg } from "./svg.js";
import { inLanguage, type Words } from "./words.js";

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

/** What the page reads in `layout.meta.soundings`. */
export interface ChartMeta {
  readonly caption: Words;
  readonly alt: Words;
  readonly source: Words;
  readonly csv?: readonly object[];
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

/** A series that names no colour, dash or symbol gets those of its position. */
function styleTrace(trace: Json, at: number, isOneOfMany: boolean): Json {
  const type = trace.type ?? "scatter";
  const { color, dash, symbol } = seriesStyle(at);
  if (type === "bar" || type === "histogram") return merge({ marker: { color } }, trace);
  if (type === "box") return merge({ marker: { color }, line: { color, width: 1.5 } }, trace);
  if (type === "contour" || type === "heatmap") return merge({ colorbar: colorbarStyle, colorscale: scale }, trace);
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

const titlePad = { top: 14, left: 16, below: 14 };
const leading = 1.35;

/** Title and source at the top of the drawing, and the pixels they take. */
function titleOf(options: ChartOptions): { title: Json; band: number } {
  const width = chartSize.width - 2 * titlePad.left;
  const title = wrapText(inLanguage(options.caption, "en"), fontSizes.title, width * 0.94);
  const source = wrapText(inLanguage(sourceLine(options.source), "en"), fontSizes.source, width);
  const lines = leading * (title.length * fontSizes.title + source.length * fontSizes.source);
  return {
    title: {
      text: title.join("<br>"),
      font: { size: fontSizes.title, color: inks.text.light, weight: 600 },
      subtitle: { text: source.join("<br>"), font: { size: fontSizes.source, color: inks.muted.light } },
      x: 0,
      xref: "container",
      xanchor: "left",
      y: 1,
      yref: "container",
      yanchor: "top",
      pad: { t: titlePad.top, l: titlePad.left },
    },
    band: Math.ceil(titlePad.top + lines + titlePad.below),
  };
}

/** The figure that is shown: house style under the author's, title and source above, everything else in `meta`. */
export function chartFigure(spec: ChartSpec, options: ChartOptions): Figure {
  const translations: Translation[] = [];
  const given = english(toJson({ data: spec.data, layout: longTitles({ ...spec.layout } as Json) }), [], translations) as Json;
  const data = given.data as Json[];
  refuseUndrawable(data);
  const { title, band } = titleOf(options);
  const layout = styleAxes(merge(gridFor(data), given.layout as Json));
  const { margin, height = chartSize.height } = layout as { margin: { t: number }; height?: number };
  const meta: ChartMeta = {
    caption: options.caption,
    alt: options.alt,
    source: options.source,
    ...(options.csv === undefined ? {} : { csv: options.csv }),
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

async function chartBundle(figure: Figure, alt: Words): Promise<MimeBundle> {
  const size = { width: chartSize.width, height: Number(figure.layout.height) };
  return {
    "application/vnd.plotly.v1+json": { data: figure.data, layout: figure.layout, config: { responsive: true } },
    "image/svg+xml": await figureToSvg(figure, size),
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
  return { [jupyterDisplay]: () => chartBundle(figure, options.alt) };
}
