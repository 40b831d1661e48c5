/** Every kind of chart as the narrowest pane draws it: no text runs over another, over a bar, or out of the chart. */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, openWatched } from "../browser.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "soundings-charts-"));
let browser: Browser;

beforeAll(async () => {
  await build({
    entryPoints: [join(root, "tests/explain/charts-page.ts")],
    bundle: true,
    format: "iife",
    outfile: join(folder, "page.js"),
    alias: { soundings: join(root, "core/index.ts") },
  });
  const pane = join(root, "addin/taskpane");
  for (const name of readdirSync(pane).filter((file) => file.endsWith(".css"))) cpSync(join(pane, name), join(folder, name));
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const overlaps = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

describe.each([320, 450])("charts in a pane of %i px", { timeout: 120_000 }, (width) => {
  test.each(["en", "zh"])("%s: texts keep clear of one another, of bars and of the edge", async (lang) => {
    const file = join(folder, `${lang}.html`);
    writeFileSync(
      file,
      `<!doctype html><html lang="${lang}"><meta charset="utf-8"><link rel="stylesheet" href="taskpane.css"><body><script src="page.js"></script>`,
    );
    const { page, complaints } = await openWatched(browser, { viewport: { width, height: 900 } });
    await page.goto(`file://${file}`);
    await expect.poll(() => page.locator(".plot .plotly .xtick").count(), { timeout: 60_000 }).toBeGreaterThan(0);
    await expect.poll(() => page.locator(".plot:not(:has(.xtick))").count(), { timeout: 60_000 }).toBe(0);
    const charts = await page.locator(".plot").evaluateAll((plots) => {
      const box = (element: Element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { text: element.textContent ?? "", left, right, top, bottom };
      };
      return plots.map((plot) => ({
        plot: box(plot),
        texts: [...plot.querySelectorAll("svg text")].filter((text) => text.textContent?.trim()).map(box),
        bars: [...plot.querySelectorAll(".bars .point path")].map(box),
      }));
    });
    expect(charts.length).toBe(10);
    for (const { plot, texts, bars } of charts) {
      for (const [i, text] of texts.entries()) {
        const over = [...texts.slice(i + 1), ...bars].filter((other) => overlaps(text, other));
        expect(over, text.text).toEqual([]);
        expect(text.left >= plot.left - 1 && text.right <= plot.right + 1, `${text.text} is in the chart`).toBe(true);
      }
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
