/** The page's script, inlined in one piece: language, theme, code and charts. It fetches nothing. */
import { type Figure, fitted, labelSides, narrowChart, roomAbove } from "./narrow.js";

interface SoundingsMeta {
  readonly titleBand: number;
  readonly translations: readonly (readonly [path: readonly (string | number)[], zh: string])[];
  readonly csv?: { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] };
}

declare const Plotly: {
  react(element: Element, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
  purge(element: Element): void;
  relayout(element: Element, changes: unknown): Promise<unknown>;
  restyle(element: Element, changes: unknown, traces: readonly number[]): Promise<unknown>;
  toImage(figure: unknown, options: unknown): Promise<string>;
};

const root = document.documentElement;
const isChinese = () => root.lang === "zh-Hans";

const metaOf = (figure: Figure) => (figure.layout.meta as { soundings?: SoundingsMeta } | undefined)?.soundings;

/** Steps that lead out of the figure into what all objects share. */
const forbiddenSteps: readonly unknown[] = ["__proto__", "constructor", "prototype"];

/** Replaces the text at `path`, if there is one. A notebook is a stranger's file: its paths are checked step by step. */
function translate(figure: Figure, path: readonly (string | number)[], zh: unknown): void {
  // biome-ignore lint/suspicious/noExplicitAny: a path through JSON
  let holder: any = figure;
  for (const [at, key] of path.entries()) {
    if (typeof holder !== "object" || holder === null || forbiddenSteps.includes(key) || !Object.hasOwn(holder, key)) return;
    if (at === path.length - 1) holder[key] = zh;
    else holder = holder[key];
  }
}

/** The figure in the reader's language. */
function inReadersLanguage(figure: Figure): Figure {
  const own = structuredClone(figure);
  if (isChinese()) for (const [path, zh] of metaOf(figure)?.translations ?? []) translate(own, path, zh);
  return own;
}

/** Pixels left of the plot at least. Plotly takes more where names of rows need it, in the reader's language. */
const leastLeft = 56;

/** The figure as the page shows it: the page writes title and source itself, and paints the paper. */
function bare(figure: Figure): Figure {
  const band = metaOf(figure)?.titleBand ?? 0;
  const {
    title: _,
    width: __,
    ...layout
  } = figure.layout as { height?: number; margin?: { t?: number }; title?: unknown; width?: unknown };
  const own: Record<string, unknown> = {
    ...layout,
    autosize: true,
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
  };
  if (layout.height !== undefined) own.height = layout.height - band;
  if (layout.margin?.t !== undefined) own.margin = { ...layout.margin, t: layout.margin.t - band, l: leastLeft };
  return { data: figure.data, layout: own };
}

const figures = new Map<Element, Figure>();
for (const element of document.querySelectorAll("figure.chart")) {
  const spec = element.querySelector('script[type="application/json"]')?.textContent;
  if (spec) figures.set(element, JSON.parse(spec));
}

/** plotly.js travels compressed. Its text is the one that the page's policy allows, by its hash. */
async function unpackPlotly(): Promise<void> {
  const packed = document.getElementById("plotly")?.textContent ?? "";
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const script = document.createElement("script");
  script.textContent = await new Response(unpacked).text();
  document.head.append(script);
}

let plotly: Promise<void> | undefined;

function loadPlotly(): Promise<void> {
  plotly ??= unpackPlotly();
  return plotly;
}

/** A second look at a narrow chart, once it is known what stands where. */
async function settle(live: Element, fit: Figure): Promise<void> {
  await Plotly.relayout(live, roomAbove(live, fit));
  for (const [at, sides] of labelSides(live, fit).entries()) {
    if (sides !== undefined) await Plotly.restyle(live, { textposition: [sides] }, [at]);
  }
}

/** Draws the chart; `anew` where another width moves the key of a surface, of which plotly would keep both. */
async function draw(element: Element, anew = false): Promise<void> {
  const figure = figures.get(element);
  const plot = element.querySelector(".plot");
  const live = element.querySelector<HTMLElement>(".live");
  if (figure === undefined || plot === null || live === null) return;
  try {
    await loadPlotly();
    plot.classList.add("drawn");
    if (anew) Plotly.purge(live);
    const shown = bare(inReadersLanguage(figure));
    const isNarrow = live.clientWidth < narrowChart;
    const fit = isNarrow ? fitted(shown, live.clientWidth) : shown;
    await Plotly.react(live, fit.data, fit.layout, { responsive: true, displayModeBar: false });
    if (isNarrow) await settle(live, fit);
  } catch (error) {
    // The still picture stays where plotly cannot draw.
    plot.classList.remove("drawn");
    console.warn(error);
  }
}

/** Charts are drawn when they come near, so that a long page opens at once. */
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      void draw(target);
    }
  },
  { rootMargin: "600px" },
);
for (const element of figures.keys()) watcher.observe(element);

function redraw(anew = false): void {
  for (const element of figures.keys()) if (element.querySelector(".drawn")) void draw(element, anew);
}

/** A turned telephone or another width of the window is another page for the charts. */
let drawnFor = innerWidth;
let resized: ReturnType<typeof setTimeout> | undefined;
addEventListener("resize", () => {
  clearTimeout(resized);
  if (innerWidth === drawnFor) return;
  resized = setTimeout(() => {
    drawnFor = innerWidth;
    redraw(true);
  }, 200);
});

type Cell = unknown;

/** A text that begins like a formula would be run by a spreadsheet. */
function csvCell(value: Cell): string {
  if (value === null || value === undefined) return "";
  // Twelve digits: what follows is what binary fractions leave (-0.8000000000000002).
  if (typeof value === "number") return String(Number(value.toPrecision(12)));
  const text = String(value).replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function axisName(figure: Figure, axis: "x" | "y"): string {
  const { title } = (figure.layout[`${axis}axis`] ?? {}) as { title?: string | { text?: string } };
  return (typeof title === "string" ? title : title?.text) ?? axis;
}

const pointFields = ["x", "y", "labels", "values"] as const;

function rowsOfTrace(trace: Record<string, unknown>): Cell[][] {
  const { x, y, z } = trace;
  if (Array.isArray(z)) {
    return z.flatMap((line: Cell[], row) =>
      line.map((value, column) => [Array.isArray(x) ? x[column] : column, Array.isArray(y) ? y[row] : row, value]),
    );
  }
  const columns = pointFields.map((field) => trace[field]).filter(Array.isArray);
  const length = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length }, (_, at) => columns.map((column) => column[at]));
}

function headOfTrace(figure: Figure, trace: Record<string, unknown>): string[] {
  const named = [axisName(figure, "x"), axisName(figure, "y")];
  if (Array.isArray(trace.z)) return [...named, "value"];
  return pointFields.flatMap((field, at) => (Array.isArray(trace[field]) ? [named[at] ?? field] : []));
}

/** The rows that the notebook chose, or else every point of every series. */
function csvOf(figure: Figure): string {
  const given = metaOf(figure)?.csv;
  const [first] = figure.data;
  const isMany = figure.data.length > 1;
  const head = given?.columns ?? [...(isMany ? ["series"] : []), ...headOfTrace(figure, first ?? {})];
  const rows =
    given?.rows ?? figure.data.flatMap((trace) => rowsOfTrace(trace).map((row) => [...(isMany ? [trace.name] : []), ...row]));
  return [head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n");
}

function save(name: string, url: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
}

function saveCsv(element: Element, figure: Figure): void {
  // The mark in front tells Excel that this is UTF-8.
  const url = URL.createObjectURL(new Blob([`\ufeff${csvOf(inReadersLanguage(figure))}\r\n`], { type: "text/csv" }));
  save(`${element.id}.csv`, url);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The chart as it stands in the notebook, title and source included, at twice the pixels. */
async function savePng(element: Element, figure: Figure): Promise<void> {
  const own = inReadersLanguage(figure);
  const { height = 420 } = own.layout as { height?: number };
  await loadPlotly();
  save(`${element.id}.png`, await Plotly.toImage(own, { format: "png", width: 960, height, scale: 2 }));
}

function isDark(): boolean {
  const chosen = root.dataset.theme;
  return chosen === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
}

/** Some browsers keep nothing for pages opened from disk. */
const memory = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // The choice then lasts as long as the page is open.
    }
  },
};

function setLanguage(language: string): void {
  root.lang = language;
  document.title = (isChinese() ? root.dataset.titleZh : root.dataset.titleEn) ?? document.title;
  for (const named of document.querySelectorAll<HTMLElement>("[data-label-zh]")) {
    named.ariaLabel = (isChinese() ? named.dataset.labelZh : named.dataset.labelEn) ?? null;
  }
  redraw();
}

async function copyCode(button: Element): Promise<void> {
  const pre = button.parentElement?.querySelector("pre");
  if (!pre) return;
  try {
    await navigator.clipboard.writeText(pre.textContent ?? "");
  } catch {
    // Where the browser keeps the clipboard to itself the code is selected, ready for the reader's own copy.
    getSelection()?.selectAllChildren(pre);
    return;
  }
  button.classList.add("copied");
  setTimeout(() => button.classList.remove("copied"), 1500);
}

const allCode = () => [...document.querySelectorAll<HTMLDetailsElement>("details.code")];

function toggleCode(): void {
  const open = allCode().some((details) => !details.open);
  for (const details of allCode()) details.open = open;
}

/** The button for all code says what it will do. The event does not bubble. */
document.addEventListener(
  "toggle",
  () => {
    const all = allCode();
    root.classList.toggle("code-open", all.length > 0 && all.every((details) => details.open));
  },
  true,
);

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-action]") : null;
  if (button === null) return;
  const element = button.closest("figure.chart");
  const figure = element === null ? undefined : figures.get(element);
  const action = button.getAttribute("data-action");
  if (action === "copy") void copyCode(button);
  if (action === "code") toggleCode();
  if (action === "theme") {
    root.dataset.theme = isDark() ? "light" : "dark";
    memory.set("soundings-theme", root.dataset.theme);
  }
  if (action === "language") {
    setLanguage(isChinese() ? "en" : "zh-Hans");
    memory.set("soundings-language", root.lang);
  }
  if (element !== null && figure !== undefined && action === "csv") saveCsv(element, figure);
  if (element !== null && figure !== undefined && action === "png") void savePng(element, figure);
});

/** The contents mark the section that is being read. */
function followReading(): void {
  const links = new Map<string, Element[]>();
  for (const link of document.querySelectorAll("nav.toc a")) {
    const anchor = decodeURIComponent(link.getAttribute("href")?.slice(1) ?? "");
    links.set(anchor, [...(links.get(anchor) ?? []), link]);
  }
  const headings = [...links.keys()].flatMap((anchor) => document.getElementById(anchor) ?? []);
  const mark = () => {
    const seen = headings.filter((heading) => heading.offsetParent !== null);
    const passed = seen.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.35);
    const current = passed.at(-1)?.id;
    for (const [anchor, own] of links) {
      for (const link of own) {
        if (anchor === current) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    }
  };
  document.addEventListener("scroll", mark, { passive: true });
  mark();
}

root.classList.add("js");
const theme = memory.get("soundings-theme");
if (theme === "light" || theme === "dark") root.dataset.theme = theme;
// What the reader chose before, else what the page was made for, else what the browser is set to.
const madeFor = root.dataset.language === "fixed" ? root.lang : undefined;
const language = memory.get("soundings-language") ?? madeFor ?? (/^zh\b/i.test(navigator.language) ? "zh-Hans" : "en");
if (language !== root.lang && document.querySelector("[data-action=language]")) setLanguage(language);
const toc = document.querySelector<HTMLDetailsElement>("nav.toc details");
if (toc !== null) toc.open = matchMedia("(min-width: 72rem)").matches;
followReading();
