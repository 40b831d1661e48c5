/**
 * Where SVG elements lie, without a browser: what jsdom does not compute and plotly asks for.
 * Text is measured by metrics.ts; curves are read as short lines and arcs as their chords, which is enough to place
 * labels. Transforms are translate, scale and rotate, the three that plotly writes.
 */
import { textWidth } from "./metrics.js";

/** What is read of jsdom's elements. */
export interface SvgElement {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: Iterable<SvgElement>;
  readonly parentElement: SvgElement | null;
  getAttribute(name: string): string | null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

type Map2d = (point: Point) => Point;

/** Ascent and line height of sans-serif fonts, and the font size of an element that states none. */
const ascent = 0.93;
const lineHeight = 1.2;
const unstatedFontSize = 12;

/** Lines that stand for one curve. */
const curveSteps = 8;

function numbers(text: string): number[] {
  return (text.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
}

function transformStep(name: string, [a = 0, b, c = 0]: readonly number[]): Map2d {
  if (name === "translate") return ({ x, y }) => ({ x: x + a, y: y + (b ?? 0) });
  if (name === "scale") return ({ x, y }) => ({ x: x * a, y: y * (b ?? a) });
  const [sin, cos] = [Math.sin((a * Math.PI) / 180), Math.cos((a * Math.PI) / 180)];
  const [ox, oy] = b === undefined ? [0, 0] : [b, c];
  return ({ x, y }) => ({ x: ox + (x - ox) * cos - (y - oy) * sin, y: oy + (x - ox) * sin + (y - oy) * cos });
}

function transformOf(element: SvgElement): Map2d {
  const steps = [...(element.getAttribute("transform") ?? "").matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)];
  const maps = steps.map(([, name = "", values = ""]) => transformStep(name, numbers(values)));
  return (point) => maps.reduceRight((moved, map) => map(moved), point);
}

function statedStyle(element: SvgElement | null, property: RegExp): string | undefined {
  if (element === null) return undefined;
  return property.exec(element.getAttribute("style") ?? "")?.[1] ?? statedStyle(element.parentElement, property);
}

function textCorners(element: SvgElement): Point[] {
  const size = Number(statedStyle(element, /font-size:\s*([\d.]+)px/) ?? unstatedFontSize);
  const anchor = statedStyle(element, /text-anchor:\s*(\w+)/) ?? element.getAttribute("text-anchor");
  const spans = [...element.children].filter((child) => child.getAttribute("class") === "line");
  const lines = spans.length > 0 ? spans : [element];
  const width = Math.max(...lines.map((line) => textWidth(line.textContent ?? "", size)));
  if (width === 0) return [];
  const left = Number(element.getAttribute("x") ?? 0) - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  const top = Number(element.getAttribute("y") ?? 0) - size * ascent;
  return corners(left, top, width, lines.length * size * lineHeight);
}

function corners(x: number, y: number, width: number, height: number): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ];
}

/** Points that bound the element, in its own coordinates. */
function extremes(element: SvgElement): Point[] {
  if (element.tagName === "text") return textCorners(element);
  if (element.tagName === "path") return pathPoints(element.getAttribute("d") ?? "");
  if (element.tagName === "rect" || element.tagName === "image") {
    const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((name) => Number(element.getAttribute(name)));
    return corners(x, y, width, height);
  }
  return [...element.children].flatMap((child) => extremes(child).map(transformOf(child)));
}

function bounds(points: readonly Point[]): Rect {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = points.length === 0 ? [0, 0] : [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = points.length === 0 ? [0, 0] : [Math.min(...ys), Math.max(...ys)];
  return { x: left, y: top, left, top, right, bottom, width: right - left, height: bottom - top };
}

/** SVGGraphicsElement.getBBox: in the element's own coordinates. */
export function ownBox(element: SvgElement): Rect {
  return bounds(extremes(element));
}

/** Element.getBoundingClientRect: on the page, whose origin is that of the drawing. */
export function pageBox(element: SvgElement): Rect {
  let points = extremes(element);
  for (let at: SvgElement | null = element; at !== null; at = at.parentElement) points = points.map(transformOf(at));
  return bounds(points);
}

/** Values that a command of a path takes for each segment. */
const arity: Record<string, number> = { M: 2, L: 2, T: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, A: 7, Z: 0 };

interface Segment {
  /** Upper case: coordinates are made absolute. */
  readonly command: string;
  readonly values: readonly number[];
}

function segmentsOf(d: string): Segment[] {
  const pieces = [...d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)].map(([, command = "", rest = ""]) => ({
    command,
    values: numbers(rest),
  }));
  return pieces.flatMap(({ command, values }) => {
    const size = arity[command.toUpperCase()] ?? 0;
    if (size === 0) return [{ command, values }];
    const count = Math.floor(values.length / size);
    return Array.from({ length: count }, (_, at) => ({ command, values: values.slice(at * size, (at + 1) * size) }));
  });
}

function bezier(points: readonly Point[], t: number): Point {
  let level = [...points];
  while (level.length > 1) {
    const above = level;
    level = above.slice(1).map((point, at) => {
      const from = above[at] ?? point;
      return { x: from.x + (point.x - from.x) * t, y: from.y + (point.y - from.y) * t };
    });
  }
  return level[0] ?? { x: 0, y: 0 };
}

/** The path as the corners of a line along it. */
export function pathPoints(d: string): Point[] {
  const points: Point[] = [];
  let here: Point = { x: 0, y: 0 };
  let start = here;
  for (const { command, values } of segmentsOf(d)) {
    const origin = command === command.toLowerCase() ? here : { x: 0, y: 0 };
    const kind = command.toUpperCase();
    const [first = 0] = values;
    const ends = kind === "A" ? values.slice(-2) : values;
    const stops = Array.from({ length: Math.floor(ends.length / 2) }, (_, at) => ({
      x: origin.x + (ends[2 * at] ?? 0),
      y: origin.y + (ends[2 * at + 1] ?? 0),
    }));
    if (kind === "Z") stops.push(start);
    if (kind === "H") stops.push({ x: origin.x + first, y: here.y });
    if (kind === "V") stops.push({ x: here.x, y: origin.y + first });
    const from = here;
    here = stops.at(-1) ?? here;
    if (kind === "M") start = here;
    if (kind === "C" || kind === "Q" || kind === "S") {
      for (let step = 1; step <= curveSteps; step++) points.push(bezier([from, ...stops], step / curveSteps));
    } else points.push(here);
  }
  return points;
}

const distance = (from: Point, to: Point) => Math.hypot(to.x - from.x, to.y - from.y);

/** SVGGeometryElement.getTotalLength */
export function pathLength(d: string): number {
  const points = pathPoints(d);
  return points.slice(1).reduce((length, point, at) => length + distance(points[at] ?? point, point), 0);
}

/** SVGGeometryElement.getPointAtLength */
export function pointAtLength(d: string, length: number): Point {
  const points = pathPoints(d);
  let left = Math.max(0, length);
  for (const [at, point] of points.slice(1).entries()) {
    const from = points[at] ?? point;
    const step = distance(from, point);
    if (step > 0 && left <= step) return bezier([from, point], left / step);
    left -= step;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}
