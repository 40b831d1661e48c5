/**
 * A chart on a narrow screen: a figure that was laid out for 760 pixels, in 300. Texts take more lines and smaller
 * letters, the legend and the key go above the plot, labels that met find another side of their points.
 * Not here: drawing.
 */
import { breakLines, chartSize, type LabelBox, type LabelledPoint, labelPositions, textColumns } from "@soundings/display";

export interface Figure {
  readonly data: Record<string, unknown>[];
  readonly layout: Record<string, unknown>;
}

type Json = Record<string, unknown>;

/** Pixels of a chart below which it is fitted. */
export const narrowChart = 480;

/** Pixels of a letter, about: of titles and legends, of names at an axis, of notes. */
const letter = { title: 7, name: 6.4, note: 5.6 };
/** Part of the width that names of rows may take; what is longer has several lines, of as many pixels. */
const partForNames = 0.46;
const nameLine = 16;
/** Letters up to which a note in the plot has one line, and those of a line where it has more. */
const noteLetters = { one: 12, more: 15 };
/** Pixels beside the plot: for the axis and its numbers, or for names of rows. */
const besidePlot = { numbers: 76, names: 160 };
const roomForLabels = 48;
const labelSize = 10;
const noteSize = 11;
const noteLine = 16;
/** Pixels that the key of a surface takes above the plot, and from the legend to the plot. */
const keyHeight = 62;
const underLegend = 8;
/** Pixels by which a label may leave the plot, which is better than to lie on another. */
const bleed = 14;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
/** What has lines, formulas or tags of its own stays as it is. */
const isPlain = (text: unknown): text is string => typeof text === "string" && !/[<$]/.test(text);

/** Before these no line begins. */
const closing = /^[，。；：、）]/;

function linesOf(text: string, most: number): string[] {
  return breakLines(text, (line, piece) => closing.test(piece) || textColumns(line + piece.trimEnd()) <= most);
}

/**
 * Lines of at most as many letters where words allow it, none much longer than another. A Chinese character counts as
 * two letters and begins a line unless it is a closing sign.
 */
function inLines(text: string, most: number): string[] {
  const rows = linesOf(text, most);
  let fewest = Math.ceil(textColumns(text) / rows.length);
  while (linesOf(text, fewest).length > rows.length) fewest++;
  return linesOf(text, fewest);
}

const inShortLines = (text: string, most: number) => inLines(text, most).join("<br>");

const axesOf = (layout: Json, letterOfAxis: "x" | "y") =>
  Object.entries(layout).filter(
    (entry): entry is [string, Json] => new RegExp(`^${letterOfAxis}axis\\d*$`).test(entry[0]) && isObject(entry[1]),
  );

/** The names of a chart's rows; none where they are numbers. */
const rowNames = (data: readonly Json[]) => [...new Set(data.flatMap(({ y }) => textsOf(y)))];

function titled(axis: Json, most: number): Json {
  const title = isObject(axis.title) ? axis.title : {};
  return isPlain(title.text) ? { ...axis, title: { ...title, text: inShortLines(title.text, most) } } : axis;
}

/** Names of rows in several lines, unless the axis has texts of its own. */
function wrapped(axis: Json, names: readonly string[], most: number): Json {
  if (axis.ticktext !== undefined || axis.tickvals !== undefined || !names.every(isPlain)) return axis;
  if (!names.some((name) => textColumns(name) > most)) return axis;
  return { ...axis, tickmode: "array", tickvals: names, ticktext: names.map((name) => inShortLines(name, most)) };
}

/** Pixels that rows need so that the lines of their names keep apart. */
function heightOfNames(names: readonly string[], most: number): number {
  const lines = names.map((name) => inLines(name, most).length);
  const pairs = lines.slice(1).map((own, at) => (own + (lines[at] ?? 1)) / 2);
  return Math.max(0, ...pairs) * nameLine * names.length;
}

/** Numbers and dates at an axis without those that have no room beside the one before. */
function thinned(axis: Json, room: number): Json {
  const { tickvals, range, ticktext } = axis;
  if (!Array.isArray(tickvals) || !Array.isArray(range) || ticktext !== undefined) return axis;
  const [from, to] = range.map(Number) as [number, number];
  const isCategory = tickvals.every((value) => typeof value === "string");
  const at = (value: unknown, index: number) => {
    if (isCategory) return (index / Math.max(1, tickvals.length - 1)) * room;
    return (((axis.type === "log" ? Math.log10(Number(value)) : Number(value)) - from) / (to - from)) * room;
  };
  const kept: unknown[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const [index, value] of tickvals.entries()) {
    const half = ((String(value).length + (Number(value) >= 1000 ? 1 : 0)) * letter.title) / 2;
    if (at(value, index) - half < end) continue;
    kept.push(value);
    end = at(value, index) + half + 2;
  }
  return { ...axis, tickvals: kept };
}

function note(annotation: Json, width: number): Json {
  const font = { ...(isObject(annotation.font) ? annotation.font : {}), size: noteSize };
  const own: Json = { ...annotation, font };
  if (typeof annotation.ax === "number") own.ax = annotation.ax * (width / chartSize.width);
  if (!isPlain(annotation.text)) return own;
  // One that runs along a line of the plot has the plot's width.
  const isAlong = annotation.xref === "paper";
  const most = isAlong ? Math.floor(width / letter.note) : noteLetters.more;
  if (isAlong || textColumns(annotation.text) > noteLetters.more) own.text = inShortLines(annotation.text, most);
  else if (textColumns(annotation.text) > noteLetters.one) own.text = inShortLines(annotation.text, noteLetters.one);
  return own;
}

function trace(given: Json, width: number): Json {
  const own = { ...given };
  if (isPlain(own.name)) own.name = inShortLines(own.name, Math.floor((width - 60) / letter.title));
  if (String(own.mode).includes("text")) own.textfont = { ...(isObject(own.textfont) ? own.textfont : {}), size: labelSize };
  if (isObject(own.colorbar) && own.showscale !== false) {
    own.colorbar = { ...own.colorbar, orientation: "h", x: 0.5, xanchor: "center", y: 1.02, yanchor: "bottom", len: 1 };
  }
  return own;
}

/** The figure for a chart of `width` pixels. */
export function fitted({ data, layout }: Figure, width: number): Figure {
  const own: Json = { ...layout };
  const names = rowNames(data);
  const mostOfName = Math.floor((width * partForNames) / letter.name);
  const plot = width - (names.length > 0 ? besidePlot.names : besidePlot.numbers);
  for (const [name, axis] of axesOf(layout, "x")) {
    own[name] = thinned(titled(axis, Math.floor((plot + 40) / letter.title)), plot);
  }
  for (const [name, axis] of axesOf(layout, "y")) own[name] = wrapped(axis, names, mostOfName);
  const margin = (isObject(layout.margin) ? layout.margin : {}) as { t?: number; r?: number; b?: number };
  const around = (margin.t ?? 0) + (margin.b ?? 0);
  if (typeof layout.height === "number") own.height = Math.max(layout.height, heightOfNames(names, mostOfName) + around);
  const hasLabels = data.some(({ orientation, textposition }) => orientation === "h" && textposition === "outside");
  own.margin = { ...margin, l: 12, r: hasLabels ? Math.max(margin.r ?? 0, roomForLabels) : 16 };
  if (Array.isArray(layout.annotations)) own.annotations = layout.annotations.filter(isObject).map((one) => note(one, plot));
  const place = { x: 0, xref: "container", xanchor: "left", y: 1, yref: "container", yanchor: "top" };
  own.legend = { ...(isObject(layout.legend) ? layout.legend : {}), orientation: "h", ...place };
  return { data: data.map((one) => trace(one, width)), layout: own };
}

/** What plotly knows of an axis that it has drawn. */
interface DrawnAxis {
  readonly _length: number;
  d2p(value: unknown): number;
}

const boxOf = (element: Element, from: DOMRect): LabelBox => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left: left - from.left + bleed, top: top - from.top, right: right - from.left + bleed, bottom: bottom - from.top };
};

/** Sides of a trace's labels for the plot as it was drawn, away from its notes. A single label stays where its author put it. */
function sidesOf(live: Element, { mode, text, x, y, xaxis = "x", yaxis = "y" }: Json): string[] | undefined {
  const [nameX, nameY] = [String(xaxis), String(yaxis)];
  const full = (live as unknown as { _fullLayout: Record<string, DrawnAxis | undefined> })._fullLayout;
  const [axisX, axisY] = [full[nameX.replace("x", "xaxis")], full[nameY.replace("y", "yaxis")]];
  const plot = live.querySelector(`.draglayer .${nameX}${nameY} .nsewdrag`)?.getBoundingClientRect();
  const isLabelled = String(mode).includes("text") && [text, x, y].every((own) => Array.isArray(own) && own.length > 1);
  if (!isLabelled || axisX === undefined || axisY === undefined || plot === undefined) return undefined;
  const [labels, xs, ys] = [text, x, y] as [unknown[], unknown[], unknown[]];
  const points = labels.map(
    (label, at): LabelledPoint => ({ x: axisX.d2p(xs[at]) + bleed, y: axisY.d2p(ys[at]), label: String(label) }),
  );
  return labelPositions(points, {
    width: axisX._length + 2 * bleed,
    height: axisY._length,
    x: [0, axisX._length + 2 * bleed],
    y: [axisY._length, 0],
    fontSize: labelSize,
    taken: [...live.querySelectorAll(".annotation-text-g")].map((one) => boxOf(one, plot)),
  });
}

/** For each trace of the drawn chart the sides of its labels; undefined where there are none to place. */
export function labelSides(live: Element, { data }: Figure): (string[] | undefined)[] {
  return data.map((one) => sidesOf(live, one));
}

/** Room above the plot for what turned out to stand there: the legend, the key, notes over the plot. */
export function roomAbove(live: Element, { layout }: Figure): Json {
  const margin = layout.margin as { t?: number };
  const legend = live.querySelector(".legend .bg")?.getBoundingClientRect().height ?? 0;
  const key = live.querySelector("[class*=cbaxis]") === null ? 0 : keyHeight;
  const isOverPlot = (one: unknown) => isObject(one) && one.yref === "paper" && Number(one.y) >= 1;
  const notes = Array.isArray(layout.annotations) && layout.annotations.some(isOverPlot) ? 2 * noteLine : 0;
  const top = Math.ceil(legend) + key + notes + underLegend;
  return { "margin.t": top, height: Number(layout.height ?? 420) - Number(margin.t ?? 0) + top };
}
