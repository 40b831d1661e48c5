/**
 * A plotly figure as SVG text without a browser: plotly.js in jsdom, with text measured by metrics.ts.
 * jsdom and plotly.js are loaded on the first chart (about a second), not with the package. The same figure gives the
 * same text, byte for byte: plotly's only chance, the ids it draws, comes from a generator seeded by the figure.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PixelContext } from "./canvas.js";
import { ownBox, pageBox, pathLength, pointAtLength } from "./geometry.js";

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

/** The legend scrolls in plotly; in a picture its frame could only cut letters that are wider than measured. */
function unclipLegend(svg: string): string {
  return svg.replace(/(<g class="scrollbox"[^>]*?) clip-path="[^"]*"/g, "$1");
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
      return unclipLegend(await window.Plotly.toImage({ ...own, config }, { format: "svg", imageDataOnly: true, ...size }));
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the window of jsdom is not typed (vendor.d.ts)
function stubDrawing(window: any): void {
  const { SVGElement, HTMLCanvasElement } = window;
  SVGElement.prototype.getBBox = function () {
    return ownBox(this);
  };
  SVGElement.prototype.getBoundingClientRect = function () {
    return pageBox(this);
  };
  SVGElement.prototype.getComputedTextLength = function () {
    return ownBox(this).width;
  };
  SVGElement.prototype.getTotalLength = function () {
    return pathLength(this.getAttribute("d") ?? "");
  };
  SVGElement.prototype.getPointAtLength = function (length: number) {
    return pointAtLength(this.getAttribute("d") ?? "", length);
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
