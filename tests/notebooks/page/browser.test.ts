import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderPage } from "../../../dist/notebooks/page/index.js";
import { violations } from "../../axe.js";
import { launch, openWatched, type WatchedPage } from "../../browser.js";
import { hostileNotebook, pollutingNotebook } from "./hostile.js";
import { misplaced } from "./misplaced.js";
import { richNotebook, wideNotebook } from "./rich.js";

let browser: Browser;
let folder: string;
const urls = { rich: "", hostile: "", chinese: "", english: "", polluting: "", wide: "" };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "page-"));
  const write = async (name: keyof typeof urls, executed: unknown, language?: "en" | "zh") => {
    const path = join(folder, `${name}.html`);
    await writeFile(
      path,
      await renderPage(executed, {
        ...(language === undefined ? {} : { language }),
        provenance: { commit: "d7abf8c", versions: { node: "20" } },
      }),
    );
    urls[name] = pathToFileURL(path).href;
  };
  const rich = await richNotebook();
  await write("rich", rich);
  await write("hostile", hostileNotebook());
  await write("chinese", rich, "zh");
  await write("english", rich, "en");
  await write("polluting", await pollutingNotebook());
  await write("wide", await wideNotebook());
  browser = await launch();
}, 240_000);

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function open(name: keyof typeof urls, options: Parameters<typeof openWatched>[1] = {}): Promise<WatchedPage> {
  const watched = await openWatched(browser, { viewport: { width: 1280, height: 900 }, ...options });
  await watched.page.goto(urls[name]);
  return watched;
}

/** Scrolls to each chart and waits until plotly has drawn it. */
async function drawAll(page: Page): Promise<void> {
  for (const figure of await page.locator("figure.chart").all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator(".live .main-svg").first().waitFor();
  }
}

test("the page draws its charts with no request and no complaint", async () => {
  const { page, context, requests, complaints } = await open("rich");
  await drawAll(page);
  expect(await page.locator("figure.chart .static:visible").count()).toBe(0);
  expect(await page.locator("#figure-1 .live .scatterlayer .trace").count()).toBe(4);
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test("the page shows its still pictures, text and code where scripts are off", async () => {
  const { page, context, complaints } = await open("rich", { javaScriptEnabled: false });
  const picture = page.locator("#figure-1 .static svg");
  expect(await picture.isVisible()).toBe(true);
  expect((await picture.boundingBox())?.height).toBeGreaterThan(300);
  expect(await page.locator(".controls:visible, .tools:visible").count()).toBe(0);
  await page.locator("details.code summary").nth(1).click();
  expect(await page.locator("details.code pre").nth(1).isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await context.close();
});

test.each([
  ["light", "en-US", 1280],
  ["dark", "en-US", 320],
  ["light", "zh-CN", 390],
  ["dark", "zh-CN", 1280],
] as const)(
  "axe finds nothing against the page in %s, %s, at %i pixels, charts drawn, code and contents open",
  async (colorScheme, locale, width) => {
    const { page, context } = await open("rich", { colorScheme, locale, viewport: { width, height: 800 } });
    await drawAll(page);
    await page.locator("[data-action=code]").click();
    if (width < 1000) await page.locator("nav.toc summary").click();
    expect(await violations(page)).toEqual([]);
    await context.close();
  },
);

test("the language switch changes text, title, contents, captions and charts, and back", async () => {
  const { page, context, complaints } = await open("rich");
  await drawAll(page);
  await page.getByRole("button", { name: "中文" }).click();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-Hans");
  expect(await page.title()).toBe("底部之下还有多深？");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("底部之下还有多深");
  expect(await page.getByRole("link", { name: "成交情况", exact: true }).first().isVisible()).toBe(true);
  expect(await page.locator("#figure-1 figcaption").getByText("图 1").isVisible()).toBe(true);
  await page.locator("#figure-1 .live").getByText("郑州").first().waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("#figure-1 .live").getByText("Zhengzhou").first().waitFor();
  expect(await page.title()).toBe("How far below the bottom?");
  expect(complaints).toEqual([]);
  await context.close();
});

test("the page opens in Chinese where the browser is set to Chinese", async () => {
  const { page, context, complaints } = await open("rich", { locale: "zh-CN" });
  expect(await page.title()).toBe("底部之下还有多深？");
  expect(complaints).toEqual([]);
  await context.close();
});

test("a page made for a language opens in it whatever the browser is set to; what the reader chose counts more", async () => {
  const { page, context } = await open("chinese", { locale: "en-US" });
  expect(await page.title()).toBe("底部之下还有多深？");
  await page.getByRole("button", { name: "English" }).click();
  await page.reload();
  expect(await page.title()).toBe("How far below the bottom?");
  await context.close();
  const other = await open("english", { locale: "zh-CN" });
  expect(await other.page.title()).toBe("How far below the bottom?");
  await other.context.close();
});

test("a Chinese page prints Chinese pictures, also of charts that were never scrolled to", async () => {
  const { page, context } = await open("chinese");
  await page.emulateMedia({ media: "print" });
  const texts = await page.locator("#figure-2 .static text:visible").allTextContents();
  expect(texts).toContain("合肥");
  expect(texts).toContain("HPI，点");
  expect(texts).not.toContain("Hefei");
  await context.close();
});

test("a chart's translations change the chart and nothing else", async () => {
  const { page, context } = await open("polluting");
  await page.getByRole("button", { name: "中文" }).click();
  await drawAll(page);
  expect(await page.evaluate(() => ["polluted" in {}, "polluted" in Object])).toEqual([false, false]);
  await page.locator("#figure-1 .live").getByText("年份").first().waitFor();
  await context.close();
});

test("the page follows the system into the dark, its charts too, and the button overrules it", async () => {
  const { page, context } = await open("rich", { colorScheme: "dark" });
  await drawAll(page);
  const colors = () =>
    page.evaluate(() => ({
      paper: getComputedStyle(document.body).backgroundColor,
      label: getComputedStyle(document.querySelector("#figure-1 .live .legendtext") ?? document.body).fill,
    }));
  expect(await colors()).toEqual({ paper: "rgb(20, 24, 29)", label: "rgb(228, 232, 236)" });
  await page.getByRole("button", { name: "Light / dark" }).click();
  expect(await colors()).toEqual({ paper: "rgb(253, 253, 251)", label: "rgb(32, 38, 46)" });
  await context.close();
});

test("the page does not scroll sideways at 360 pixels; tables and formulas do so in their boxes", async () => {
  const { page, context } = await open("rich", { viewport: { width: 360, height: 740 } });
  await drawAll(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await page.evaluate(() => [...document.querySelectorAll(".box")].some((box) => box.scrollWidth > box.clientWidth))).toBe(
    true,
  );
  await context.close();
});

async function downloaded(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

test("a chart's data come as CSV, in the reader's language, and its picture as PNG", async () => {
  const { page, context, complaints } = await open("rich");
  const csv = await downloaded(page, "#figure-1 [data-action=csv]");
  expect(csv.name).toBe("figure-1.csv");
  expect(csv.content.toString().split("\r\n").slice(0, 2)).toEqual([
    '\ufeffseries,Year,"Index, 2018 = 100"',
    "Hangzhou,2018,100",
  ]);
  await page.getByRole("button", { name: "中文" }).click();
  expect((await downloaded(page, "#figure-1 [data-action=csv]")).content.toString()).toContain("杭州,2018,100");
  const png = await downloaded(page, "#figure-1 [data-action=png]");
  expect(png.content.subarray(1, 4).toString()).toBe("PNG");
  expect(png.content.readUInt32BE(16)).toBe(1920);
  expect(complaints).toEqual([]);
  await context.close();
});

test("the skip link comes first on the keyboard and leads to the text", async () => {
  const { page, context } = await open("rich");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("text");
  await context.close();
});

/** What has the focus, and whether one sees that it has. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const outline = element === null ? "" : getComputedStyle(element).outlineStyle;
    return { name: element?.textContent?.trim().replace(/\s+/g, " ") ?? "", tag: element?.tagName, isSeen: outline === "solid" };
  });

test("the keyboard goes through controls, contents, code and tables in the order of the page, and one sees where it is", async () => {
  const { page, context } = await open("rich");
  const stops: string[] = [];
  for (let stop = 0; stop < 45; stop++) {
    await page.keyboard.press("Tab");
    const { name, tag, isSeen } = await focused(page);
    if (tag === "BODY") break;
    expect(isSeen, `${tag} ${name}`).toBe(true);
    stops.push(`${tag} ${name}`);
  }
  expect(stops.slice(1, 5).map((stop) => stop.split(" ")[0])).toEqual(["BUTTON", "BUTTON", "BUTTON", "SUMMARY"]);
  const at = (start: string) => stops.findIndex((stop) => stop.startsWith(start));
  expect(at("A The question")).toBeGreaterThan(4);
  expect(at("SUMMARY Parameters")).toBeGreaterThan(at("A The question"));
  expect(at("BUTTON CSV")).toBeGreaterThan(at("SUMMARY Parameters"));
  await context.close();
});

test("language, code and a wide table answer to the keyboard", async () => {
  const { page, context } = await open("rich", { viewport: { width: 360, height: 740 } });
  await page.locator("[data-action=language]").focus();
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-Hans");
  expect(await page.locator(".formula").first().getAttribute("aria-label")).toBe("公式");
  const code = page.locator("[data-action=code]");
  await code.focus();
  expect(await code.innerText()).toBe("展开全部代码");
  await page.keyboard.press("Space");
  expect(await page.locator("details.code:not([open])").count()).toBe(0);
  await expect.poll(() => code.innerText()).toBe("收起全部代码");
  const box = page.locator("#table-1 .box");
  await box.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  // The rows' names stay where they are.
  const [edge, name] = [await box.boundingBox(), await box.locator("tbody th").first().boundingBox()];
  expect(Math.abs((name?.x ?? 0) - (edge?.x ?? -99))).toBeLessThan(1);
  await context.close();
});

test("code is copied by its button", async () => {
  const { page, context } = await open("rich", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator("details.code summary").nth(1).click();
  await page.locator("details.code .copy").nth(1).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('await load("nbs70.csv");');
  await context.close();
});

/** Width of the text on a sheet of A4, in CSS pixels. */
const sheet = 658;

test("print from a dark page in another language is light, in that language, with still pictures and without controls", async () => {
  const { page, context } = await open("rich", { colorScheme: "dark" });
  await drawAll(page);
  await page.locator("[data-action=language]").click();
  await page.locator("details.code summary").nth(1).click();
  await page.setViewportSize({ width: sheet, height: 900 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  const texts = await page.locator("#figure-1 .static text:visible").allTextContents();
  expect(texts).toContain("郑州");
  expect(texts).not.toContain("Zhengzhou");
  expect(
    await page
      .locator("#figure-1 .static text")
      .first()
      .evaluate((text) => getComputedStyle(text).fill),
  ).toBe("rgb(89, 99, 111)");
  expect(await page.locator(".live:visible, header.bar:visible, nav.toc:visible, button:visible").count()).toBe(0);
  // Code that the reader opened is printed, the rest is not.
  expect(await page.locator("details.code:visible").count()).toBe(1);
  expect(await page.locator("details.code pre:visible").count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(sheet);
  await context.close();
});

test("a printed page says on each sheet what it is, and keeps its headings as an outline", async () => {
  const { page, context } = await open("chinese", { colorScheme: "dark" });
  const pdf = (await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })).toString("latin1");
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
  expect(pdf).toContain("/Outlines");
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue("page"))).toBe("zh");
  await context.close();
});

test("charts on a narrow screen have their texts whole and the legend above the plot, also when it was turned", async () => {
  const { page, context, complaints } = await open("rich", { viewport: { width: 740, height: 360 } });
  await drawAll(page);
  await page.setViewportSize({ width: 320, height: 740 });
  await page.locator("#figure-1 .live .main-svg[width='288']").first().waitFor();
  await expect.poll(() => misplaced(page), { timeout: 15_000 }).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test("a table without room in the column takes some of the margin; one that fits does not", async () => {
  const { page, context } = await open("wide", { viewport: { width: 1440, height: 900 } });
  const widthOf = async (selector: string) => Math.round((await page.locator(selector).boundingBox())?.width ?? 0);
  expect(await widthOf("#table-1")).toBe(752);
  expect(await widthOf("#table-2")).toBeGreaterThan(760);
  expect(await widthOf("#table-2")).toBeLessThanOrEqual(752 + 144);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440);
  await context.close();
});

test("a page without headings to list has its text as wide as any", async () => {
  const { page, context } = await open("hostile");
  expect((await page.locator("main").boundingBox())?.width).toBe(752);
  await context.close();
});

test("a hostile notebook neither runs, fetches nor hides anything", async () => {
  const { page, context, requests } = await open("hostile");
  await page.locator("figure.chart").first().scrollIntoViewIfNeeded();
  await page.locator(".live .main-svg").first().waitFor();
  for (const link of await page.getByText("click", { exact: true }).all()) await link.click();
  expect(await page.evaluate(() => "attacked" in window)).toBe(false);
  expect(requests).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
  expect(page.url()).toMatch(/^file:.*hostile\.html/);
  expect(await page.getByText("The page goes on.").isVisible()).toBe(true);
  const covered = await page.evaluate(() => document.elementFromPoint(640, 450)?.textContent === "covered");
  expect(covered).toBe(false);
  await context.close();
});
