/**
 * A plotly figure as SVG text without a browser: plotly.js in jsdom, with text measured by metrics.ts.
 * jsdom and plotly.js are loaded on the first chart (about a second), not with the package. The same figure gives the
 * same text, byte for byte: plotly's only chance, the ids it draws, comes from a generator seeded by the figure.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PixelContext } from "./canvas.js";
import { textWidth } from "./metrics.js";
import { fontSizes } from "./style.js";

export interface Figure {
  readonly data: readonly Record<string, unknown>[];
  readonly layout: Record<string, unknown>;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Studio {
  draw(figure: Figure, size: Size): Promise<string>;
}

/** What the stubs below read of jsdom's elements. */
interface SvgElement {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: Iterable<SvgElement>;
  readonly style: { readonly fontSize: string } | undefined;
  getAttribute(name: string): string | null;
  closest(selector: string): SvgElement | null;
}

interface Box {
  x: number;
  y: number;
  right: number;
  bottom: number;
}

/** Ascent and line height of sans-serif fonts, in font sizes. */
const ascent = 0.93;
const lineHeight = 1.2;

function fontSizeOf(element: SvgElement): number {
  const holder = element.closest("[style*=font-size]");
  return Number.parseFloat(holder?.style?.fontSize ?? "") || fontSizes.text;
}

function offset(element: SvgElement): { x: number; y: number } {
  const [, x = "0", y = "0"] = /translate\(([-\d.e]+)[ ,]+([-\d.e]+)\)/.exec(element.getAttribute("transform") ?? "") ?? [];
  return { x: Number(x), y: Number(y) };
}

function textBox(element: SvgElement): Box {
  const size = fontSizeOf(element);
  const spans = [...element.children].filter((child) => child.getAttribute("class") === "line");
  const lines = (spans.length > 0 ? spans : [element]).map((line) => textWidth(line.textContent ?? "", size));
  const width = Math.max(0, ...lines);
  const anchor = /text-anchor: (\w+)/.exec(element.getAttribute("style") ?? "")?.[1] ?? element.getAttribute("text-anchor");
  const x = Number(element.getAttribute("x") ?? 0) - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  const y = Number(element.getAttribute("y") ?? 0) - size * ascent;
  return { x, y, right: x + width, bottom: y + lines.length * size * lineHeight };
}

function boxOf(element: SvgElement): Box {
  if (element.tagName === "text") return textBox(element);
  const [width, height] = [Number(element.getAttribute("width") ?? 0), Number(element.getAttribute("height") ?? 0)];
  const boxes = [...element.children].map((child) => {
    const box = boxOf(child);
    const { x, y } = offset(child);
    return { x: box.x + x, y: box.y + y, right: box.right + x, bottom: box.bottom + y };
  });
  return {
    x: Math.min(0, ...boxes.map((box) => box.x)),
    y: Math.min(0, ...boxes.map((box) => box.y)),
    right: Math.max(width, ...boxes.map((box) => box.right)),
    bottom: Math.max(height, ...boxes.map((box) => box.bottom)),
  };
}

function measure(element: SvgElement) {
  const { x, y, right, bottom } = boxOf(element);
  return { x, y, left: x, top: y, right, bottom, width: right - x, height: bottom - y };
}

/** Mulberry32, public domain: small, and good enough to name clip paths. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function openStudio(): Promise<Studio> {
  const { JSDOM } = await import("jsdom");
  const require = createRequire(import.meta.url);
  const { window } = new JSDOM("<!doctype html><body></body>", { runScripts: "outside-only", pretendToBeVisual: true });
  stubDrawing(window);
  window.eval(readFileSync(require.resolve("plotly.js/dist/plotly-cartesian.min.js"), "utf8"));
  return {
    draw: async (figure, size) => {
      const text = JSON.stringify(figure);
      window.Math.random = seededRandom(createHash("sha256").update(text).digest().readUInt32BE(0));
      // Plotly keeps arrays only if they are of its own window.
      const own = window.JSON.parse(text);
      const config = { staticPlot: true };
      return window.Plotly.toImage({ ...own, config }, { format: "svg", imageDataOnly: true, ...size });
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the window of jsdom is not typed (vendor.d.ts)
function stubDrawing(window: any): void {
  const { SVGElement, HTMLCanvasElement } = window;
  SVGElement.prototype.getBBox = function () {
    return measure(this);
  };
  SVGElement.prototype.getBoundingClientRect = SVGElement.prototype.getBBox;
  SVGElement.prototype.getComputedTextLength = function () {
    return measure(this).width;
  };
  window.URL.createObjectURL = () => "";
  const contexts = new WeakMap<object, PixelContext>();
  HTMLCanvasElement.prototype.getContext = function () {
    const context = contexts.get(this) ?? new PixelContext(this.width, this.height);
    contexts.set(this, context);
    return context;
  };
  HTMLCanvasElement.prototype.toDataURL = function () {
    return contexts.get(this)?.toDataUrl() ?? "data:,";
  };
}

let studio: Promise<Studio> | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Draws the figure at `size` pixels. One at a time, so that each has the seeded generator to itself. */
export async function figureToSvg(figure: Figure, size: Size): Promise<string> {
  studio ??= openStudio();
  const { draw } = await studio;
  const drawn = last.then(() => draw(figure, size));
  last = drawn.catch(() => undefined);
  return drawn;
}
