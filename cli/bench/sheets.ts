/**
 * Sheets: recalculation with our functions beside the same written with built-in ones, in the same engine and run; the
 * size of the functions' script; the task pane's first paint. Here: what is timed and the report. Not here: the engines.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { buildAddin, functionsBudget } from "../../addin/build.js";
import { findBrowser } from "../chromium.js";
import { serve } from "../serve.js";
import { median } from "./median.js";
import { openHyperFormula, openUniver, type Sheet, type SheetEngine } from "./sheet-engines.js";

const rows = 100_000;
const paints = 7;
const engines = [openHyperFormula, openUniver];
const paintWanted = 300;
const ratioWanted = 1.1;

/** A formula of ours and the same arithmetic in built-in functions. */
interface Pair {
  readonly name: string;
  /** By the row's number, counted from 1; one cell or one in each row. */
  readonly ours: (row: number) => string;
  readonly builtIn: (row: number) => string;
  readonly everyRow: boolean;
}

const range = (column: string) => `${column}1:${column}${rows}`;
/**
 * Columns: A start, B deal, C cut, D backstop as 1 or 0. E1 is 1 or a little more, and the first lot's amounts are
 * multiplied by it: changing it changes every answer, and no engine can answer from a sum that it remembers.
 */
const pairs: readonly Pair[] = [
  {
    name: "LAND_CUT in each row",
    ours: (row) => `=LAND_CUT(A${row},B${row}*$E$1)`,
    builtIn: (row) => `=1-A${row}/(B${row}*$E$1)`,
    everyRow: true,
  },
  {
    name: "HPI_COEF in each row",
    ours: (row) => `=HPI_COEF(C${row}*$E$1)`,
    builtIn: (row) => `=IF(C${row}*$E$1<0.1,0,IF(C${row}*$E$1>0.2,1,0.5))`,
    everyRow: true,
  },
  {
    name: "one HPI of 100,000 rows",
    ours: () => `=HPI(${range("A")},${range("B")})`,
    builtIn: () => `=100*SUM(${range("B")})/SUM(${range("A")})`,
    everyRow: false,
  },
  {
    name: "the same with cuts and backstops",
    ours: () => `=HPI(${["A", "B", "C", "D"].map(range).join(",")})`,
    builtIn: () =>
      `=100*SUMPRODUCT(${range("B")},1-IF(${range("C")}<0.1,0,IF(${range("C")}>0.2,1,0.5)),1-${range("D")})/SUM(${range("A")})`,
    everyRow: false,
  },
];

interface Timed {
  readonly engine: string;
  readonly name: string;
  /** Median milliseconds of a recalculation. */
  readonly ours: number;
  readonly builtIn: number;
}

/** Time the sheets and say what came of it, as Markdown. */
export async function benchSheets(say: (line: string) => void): Promise<string> {
  const timed: Timed[] = [];
  for (const engine of engines) {
    for (const pair of pairs) {
      say(`timing ${pair.name} in ${engine.title} …`);
      timed.push(await timePair(engine, pair));
    }
  }
  say("timing the task pane's first paint …");
  return report(timed, await timePane());
}

/** Both sheets stand at once and are recalculated in turn, now one first and now the other: they share the machine's mood. */
async function timePair(engine: SheetEngine, pair: Pair): Promise<Timed> {
  const sheets = [await engine.open(cells(pair, pair.ours)), await engine.open(cells(pair, pair.builtIn))] as const;
  const times: readonly [number[], number[]] = [[], []];
  try {
    for (let round = 0; round <= engine.rounds; round++) {
      for (const i of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const time = await recalculate(sheets[i], 1 + round / 1000);
        // The first is for the compiler.
        if (round > 0) times[i].push(time);
      }
      holdEqual(pair, sheets[0].first(), sheets[1].first());
    }
  } finally {
    for (const sheet of sheets) sheet.close();
  }
  const name = pair.everyRow ? `${pair.name}, ${rows.toLocaleString("en")} rows` : pair.name;
  return { engine: engine.title, name, ours: median(times[0]), builtIn: median(times[1]) };
}

async function recalculate(sheet: Sheet, factor: number): Promise<number> {
  const began = performance.now();
  await sheet.setFactor(factor);
  return performance.now() - began;
}

const sheetTolerance = 1e-9;

/** A time is worth nothing beside a wrong answer. */
function holdEqual({ name }: Pair, ours: unknown, builtIn: unknown): void {
  const [a, b] = [Number(ours), Number(builtIn)];
  if (!(Math.abs(a - b) <= sheetTolerance * Math.max(1, Math.abs(b)))) throw new Error(`${name}: ${ours} beside ${builtIn}`);
}

/** Lots by a fixed recipe, the formulas in column F, the factor in E1. */
function cells({ everyRow }: Pair, formula: (row: number) => string): (number | string)[][] {
  return Array.from({ length: rows }, (_, i) => {
    const start = 1 + ((i * 7919) % 900) / 100;
    const deal = start * (1 + (i % 16) / 100);
    const [startCell, dealCell] = i === 0 ? [`=${start}*$E$1`, `=${deal}*$E$1`] : [start, deal];
    const row: (number | string)[] = [startCell, dealCell, ((i * 31) % 30) / 100, i % 11 === 0 ? 1 : 0];
    if (i === 0) row.push(1, formula(1));
    else if (everyRow) row.push("", formula(i + 1));
    return row;
  });
}

interface Pane {
  /** Bytes of functions.js as a server sends it. */
  readonly functionsGzipped: number;
  /** Milliseconds from navigation to the first text, each time in a new profile. */
  readonly paints: readonly number[];
  readonly plotlyAsked: boolean;
}

async function timePane(): Promise<Pane> {
  const folder = mkdtempSync(join(tmpdir(), "soundings-bench-"));
  const { functionsGzipped } = await buildAddin(join(folder, "addin"));
  const site = await serve(folder, 0);
  // Chromium refuses its sandbox to root.
  const browser = await chromium.launch({ executablePath: findBrowser(), chromiumSandbox: process.getuid?.() !== 0 });
  try {
    const times: number[] = [];
    let plotlyAsked = false;
    for (let i = 0; i < paints; i++) {
      const context = await browser.newContext({ viewport: { width: 350, height: 700 } });
      const page = await context.newPage();
      page.on("request", (request) => {
        if (/plotly/i.test(request.url())) plotlyAsked = true;
      });
      await page.goto(`${site.url}addin/taskpane.html`, { waitUntil: "load" });
      await page.waitForFunction(firstPaint);
      times.push((await page.evaluate(firstPaint)) ?? Number.NaN);
      await context.close();
    }
    return { functionsGzipped, paints: times, plotlyAsked };
  } finally {
    await browser.close();
    site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs in the page. */
function firstPaint(): number | undefined {
  return performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
}

function report(timed: readonly Timed[], pane: Pane): string {
  const line = ({ engine, name, ours, builtIn }: Timed) => {
    const ratio = ours / builtIn;
    const verdict = ratio <= ratioWanted ? "yes" : "no";
    return `| ${engine} | ${name} | ${ours.toFixed(0)} | ${builtIn.toFixed(0)} | ${ratio.toFixed(2)} | ${verdict} |`;
  };
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);
  return `## In sheets: recalculation, milliseconds

Ours beside the same written with the engine's built-in functions, medians of recalculations taken in turn in one process
(${engines.map(({ title, rounds }) => `${rounds} in ${title}`).join(", ")}). Wanted: at most ${ratioWanted} times. Excel itself is not timed: it does not run here.

| engine | formula | ours | built-in | ratio | as wanted |
|---|---|---:|---:|---:|---|
${timed.map(line).join("\n")}

Every column that is summed has a cell that changes, because HyperFormula remembers the sum of a range that did not.

## The add-in's weight

functions.js is ${kilobytes(pane.functionsGzipped)} KB gzipped (at most ${kilobytes(functionsBudget)} by the build). The task pane's first text stands after
${median(pane.paints).toFixed(0)} ms (median of ${paints} new profiles, ${Math.min(...pane.paints).toFixed(0)} to ${Math.max(...pane.paints).toFixed(0)}; wanted: under ${paintWanted}); plotly is ${pane.plotlyAsked ? "asked for, which it should not be" : "not asked for"} before a chart shows.
`;
}
