/** The pages of the notebooks that ship, as a reader has them: weight, network, axe, narrow screens, print. */
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderPage } from "../../../dist/cli/site/folder-page.js";
import { notebookLink } from "../../../dist/cli/site/link.js";
import { writePage } from "../../../dist/notebooks/page/index.js";
import { violations } from "../../axe.js";
import { launch, openWatched } from "../../browser.js";
import { misplaced } from "./misplaced.js";

const names = ["01-hpi", "02-ihci", "03-bottoming", "04-soft-landing", "05-city-card"];
const source = (name: string) => fileURLToPath(new URL(`../../../notebooks/${name}.ipynb`, import.meta.url));

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "shipped-pages-"));
  for (const name of names) await writePage(source(name), join(folder, `${name}.html`));
  await writeFile(join(folder, "index.html"), folderPage(names.map((name) => notebookLink(source(name), `${name}.html`))));
  browser = await launch();
}, 240_000);

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function drawAll(page: Page): Promise<void> {
  for (const figure of await page.locator("figure.chart").all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator(".live .main-svg").first().waitFor();
  }
}

test.each(names)("%s is at most two megabytes", async (name) => {
  expect((await stat(join(folder, `${name}.html`))).size).toBeLessThanOrEqual(2_000_000);
});

/** Each page in one of the ways in which it is read; together they are all of them. */
const readings = [
  ["index", "light", "en-US", 1280],
  ["index", "dark", "zh-CN", 320],
  ["01-hpi", "light", "en-US", 320],
  ["02-ihci", "dark", "zh-CN", 390],
  ["03-bottoming", "dark", "en-US", 390],
  ["04-soft-landing", "light", "zh-CN", 320],
  ["05-city-card", "dark", "en-US", 1280],
] as const;

test.each(readings)(
  "%s in %s, %s, at %i pixels: axe finds nothing, no text is cut, nothing is fetched, nothing scrolls sideways",
  async (name, colorScheme, locale, width) => {
    const { page, context, requests, complaints } = await openWatched(browser, {
      colorScheme,
      locale,
      viewport: { width, height: 900 },
      reducedMotion: "reduce",
    });
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    await drawAll(page);
    await expect.poll(() => misplaced(page), { timeout: 15_000 }).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await violations(page)).toEqual([]);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  },
  120_000,
);

/** Width of the text on a sheet of A4, in CSS pixels. */
const sheet = 658;

test.each(names)(
  "%s is no wider than a sheet when it is printed, in either language",
  async (name) => {
    const { page, context } = await openWatched(browser, { viewport: { width: sheet, height: 900 }, locale: "en-US" });
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    for (const language of ["en", "zh-Hans"]) {
      await page.emulateMedia({ media: "print" });
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      const wide = await page.evaluate(
        (most) =>
          [...document.querySelectorAll("main *")]
            .filter(
              (element) => element.getBoundingClientRect().right > most + 1 && element.closest(".vh, .katex-mathml") === null,
            )
            .map((element) => `${element.closest("figure")?.id} ${element.tagName} ${element.textContent?.slice(0, 40)}`),
        sheet,
      );
      expect(wide.slice(0, 5)).toEqual([]);
      await page.emulateMedia({ media: "screen" });
      await page.locator("[data-action=language]").click();
    }
    await context.close();
  },
  60_000,
);

test("the pages are named in the index as they name themselves", async () => {
  const index = await readFile(join(folder, "index.html"), "utf8");
  for (const name of names) {
    const html = await readFile(join(folder, `${name}.html`), "utf8");
    expect(index).toContain(`href="${basename(name)}.html"`);
    expect(index).toContain(/data-title-zh="([^"]+)"/.exec(html)?.[1]);
  }
});
