/**
 * Sheets: recalculation with our functions beside the same written with built-in ones, in the same engine and run; the
 * size of the functions' script; the task pane's first paint. Here: the report. Not here: how a pair is timed (sheet-pairs.ts).
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { buildAddin, functionsBudget } from "../../addin/build.js";
import { findBrowser } from "../chromium.js";
import { root } from "../root.js";
import { serve } from "../serve.js";
import { median } from "./median.js";
import { engines, pairs, type Timed } from "./sheet-pairs.js";

const paints = 7;
const paintWanted = 300;
const ratioWanted = 1.1;

/** Time the sheets and say what came of it, as Markdown. */
export async function benchSheets(say: (line: string) => void): Promise<string> {
  const timed: Timed[] = [];
  for (const [i, engine] of engines.entries()) {
    for (const [j, pair] of pairs.entries()) {
      say(`timing ${pair.name} in ${engine.title} …`);
      timed.push(timeAlone(i, j));
    }
  }
  say("timing the task pane's first paint …");
  return report(timed, await timePane());
}

function timeAlone(engine: number, pair: number): Timed {
  const main = join(root, "dist", "cli", "bench", "sheet-pair-main.js");
  const answer = execFileSync(process.execPath, [main, `${engine}`, `${pair}`], { stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(answer.toString()) as Timed;
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

Ours beside the same written with the engine's built-in functions, medians of recalculations taken in turn in one process, a new
one for each pair (${engines.map(({ title, rounds }) => `${rounds} in ${title}`).join(", ")}). Wanted: at most ${ratioWanted} times. Excel itself is not timed: it does not run here.

| engine | formula | ours | built-in | ratio | as wanted |
|---|---|---:|---:|---:|---|
${timed.map(line).join("\n")}

Every column that is summed has a cell that changes, because HyperFormula remembers the sum of a range that did not.

## The add-in's weight

functions.js is ${kilobytes(pane.functionsGzipped)} KB gzipped (at most ${kilobytes(functionsBudget)} by the build). The task pane's first text stands after
${median(pane.paints).toFixed(0)} ms (median of ${paints} new profiles, ${Math.min(...pane.paints).toFixed(0)} to ${Math.max(...pane.paints).toFixed(0)}; wanted: under ${paintWanted}); plotly is ${pane.plotlyAsked ? "asked for, which it should not be" : "not asked for"} before a chart shows.
`;
}
